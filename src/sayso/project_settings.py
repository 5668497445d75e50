"""What a user sets once for all projects: the coder's name, and the projects opened last.

It lies in the user's configuration folder (`SAYSO_CONFIG` names another), never in a project.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from sayso import configuration

_log = logging.getLogger("sayso.project")
_FILE = "settings.json"
_RECENT = 12


def coder() -> str | None:
    """Give the name that the user signed with, None where nobody has signed yet."""
    name = _read().get("coder")
    return name if isinstance(name, str) and name else None


def keep_coder(name: str) -> None:
    """Keep the coder's name for later projects."""
    _write(_read() | {"coder": name})


def recent() -> list[Path]:
    """Give the projects opened last that are still there, the latest first."""
    listed = _read().get("recent")
    names = [one for one in listed if isinstance(one, str)] if isinstance(listed, list) else []
    return [Path(one) for one in names if Path(one).is_file()]


def remember(project: Path) -> None:
    """Put a project at the head of those opened last."""
    names = [str(project), *(str(one) for one in recent() if one != project)]
    _write(_read() | {"recent": names[:_RECENT]})


def _read() -> dict[str, Any]:
    return configuration.read(_FILE)


def _write(settings: dict[str, Any]) -> None:
    try:
        configuration.write(_FILE, settings)
    except OSError as error:
        # A convenience: without it the name is asked again.
        _log.info("settings cannot be kept in %s: %s", configuration.folder(), error)
