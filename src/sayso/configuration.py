"""Where the settings of the user lie: beside no project, so that no project carries them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def folder() -> Path:
    """Give the folder of the user's configuration; `SAYSO_CONFIG` names another."""
    chosen = os.environ.get("SAYSO_CONFIG")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_config_dir("sayso", appauthor=False))


def read(name: str) -> dict[str, Any]:
    """Give the settings of one file of it; none where it is missing or no JSON object."""
    try:
        held = json.loads((folder() / name).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return held if isinstance(held, dict) else {}


def write(name: str, settings: Mapping[str, Any]) -> None:
    """Write the settings of one file, readable by this user alone; whole, or not at all.

    Raises:
        OSError: The folder cannot be written.
    """
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    unfinished = place / f"{name}.{os.getpid()}.part"
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(dict(settings), file, indent=1)
    unfinished.replace(place / name)
