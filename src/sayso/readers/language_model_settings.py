"""Which language model may be asked, and the user's consent to send it passages.

Address, name and consent lie in the user's configuration, never in a project: a project that
somebody
sends cannot make sayso send anything.
"""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sayso import configuration
from sayso.errors import UsageError

FILE = "language-model.json"
KEY = "SAYSO_MODEL_KEY"
TOLD = (
    "The passages of the documents you read, some 3,000 characters at a time and all of them in "
    "the end, are sent to {address} and read there by {model}. {where} Titles, notes, judgements "
    "and the names of files and coders are not sent. What comes back is kept only where every "
    "word of it stands in your text. Answers are kept on this machine, so that nothing is asked "
    "twice. `sayso model --off` ends it."
)
HERE = "That address is this machine: nothing leaves it."
AWAY = "That is another machine: whoever runs it can read and keep what is sent."


@dataclass(frozen=True, slots=True)
class Chosen:
    """An endpoint (the address before /chat/completions), a model's name, and when consent was
    given."""

    address: str
    model: str
    consent: str


def chosen() -> Chosen | None:
    """Give the model that the user switched on; None where none is."""
    held = configuration.read(FILE)
    fields = [held.get(name) for name in ("address", "model", "consent")]
    if not all(isinstance(one, str) and one for one in fields):
        return None
    try:
        checked(str(fields[0]))
    except UsageError:
        return None
    return Chosen(*(str(one) for one in fields))


def switch_on(address: str, model: str) -> Chosen:
    """Keep address and model with the time of consent.

    Raises:
        UsageError: The address is none that can be asked.
    """
    made = Chosen(checked(address), model, datetime.now(UTC).isoformat(timespec="seconds"))
    fields = {"address": made.address, "model": made.model, "consent": made.consent}
    configuration.write(FILE, fields)
    return made


def switch_off() -> None:
    """Forget address, model and consent."""
    (configuration.folder() / FILE).unlink(missing_ok=True)


def checked(address: str) -> str:
    """Give an address in the form that is asked.

    Raises:
        UsageError: It is no http or https address, or carries a name and password.
    """
    parts = urlsplit(address.strip())
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise UsageError(
            f"{address!r} is no address of a model. Give it as http://127.0.0.1:11434/v1 or "
            f"https://host/v1, without name and password; a key goes into the variable {KEY}."
        )
    if parts.scheme == "http" and not is_here(address):
        raise UsageError(
            f"{address!r} would send passages unencrypted to another machine. Use https, or a "
            "model on this machine."
        )
    return address.strip().rstrip("/")


def is_here(address: str) -> bool:
    """Say whether an address is this machine itself."""
    host = (urlsplit(address).hostname or "").lower()
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def consent_text(address: str, model: str) -> str:
    """Say in words what would be sent, and where."""
    where = HERE if is_here(address) else AWAY
    return TOLD.format(address=address, model=model, where=where)


def key() -> str | None:
    """Give the key that the endpoint asks for, from the environment."""
    return os.environ.get(KEY) or None
