"""Write a `.dna` file that Discourse Network Analyzer 3 opens."""

from __future__ import annotations

import base64
import hashlib
import os
import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sayso.errors import FormatError
from sayso.formats.dna import DnaFile, Row
from sayso.formats.dna_schema import TABLES, create

_SALT = 16  # bytes
_ROUNDS = 100_000


def hashed(password: str, *, salt: bytes | None = None) -> str:
    """Hash a password as Discourse Network Analyzer does: salted SHA-256, 100,000 rounds.

    Returns:
        Base64 of the 16 bytes of salt and the 32 bytes of the last round.
    """
    salt = os.urandom(_SALT) if salt is None else salt
    value = salt + unicodedata.normalize("NFC", password).encode("utf-8")
    for _ in range(_ROUNDS):
        value = hashlib.sha256(value).digest()
    return base64.b64encode(salt + value).decode("ascii")


def matches(password: str, stored: str) -> bool:
    """Say whether a password is the one that was hashed."""
    try:
        salt = base64.b64decode(stored, validate=True)[:_SALT]
    except ValueError:
        return False
    return len(salt) == _SALT and hashed(password, salt=salt) == stored


def write(file: DnaFile, path: str | Path, *, password: str) -> None:
    """Write the tables to a new `.dna` file; every coder gets the given password.

    The file appears whole or not at all.

    Raises:
        FormatError: The password is empty, the file exists, or a row has no place in the format.
    """
    path = Path(path)
    if not password:
        raise FormatError("Coders of a .dna file need a password; give one.")
    if path.exists():
        raise FormatError(f"{path} exists already; choose another name.")
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        _fill(file, unfinished, hashed(password))
        unfinished.replace(path)
    except sqlite3.DatabaseError as error:
        raise FormatError(f"{path.name} was not written: {error}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(file: DnaFile, path: Path, secret: str) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, columns in TABLES.items():
            connection.execute(create(table))
            places = ", ".join("?" * len(columns))
            # The names are the fixed schema's own.
            connection.executemany(
                f"INSERT INTO {table} VALUES ({places})",  # noqa: S608 (fixed names)
                map(_with_secret(table, secret), file.tables.get(table, ())),
            )


def _with_secret(table: str, secret: str) -> Callable[[Row], Row]:
    if table != "CODERS":
        return lambda row: row
    at = tuple(TABLES[table]).index("Password")
    return lambda row: (*row[:at], secret, *row[at + 1 :])
