"""Copies of a project beside it, the last five of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import StoreError
from sayso.store.clock import now

if TYPE_CHECKING:
    from sayso.store.store import Store

KEPT = 5
FOLDER = ".sayso-snapshots"


def take(store: Store, why: str = "") -> Path:
    """Copy the project into the folder of snapshots and delete those before the last five.

    Raises:
        StoreError: The copy cannot be written.
    """
    folder = store.path.parent / FOLDER
    moment = re.sub(r"\D", "", now())[:20]
    name = "-".join(part for part in (store.path.stem, moment, why) if part)
    target = folder / f"{name}.db"
    unfinished = target.with_suffix(".part")
    try:
        folder.mkdir(exist_ok=True)
        store.copy_to(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise StoreError(
            f"No copy of the project can be kept in {folder} ({error}). "
            "Make room or choose another place for the project."
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    for old in listed(store.path)[:-KEPT]:
        old.unlink(missing_ok=True)
    return target


def listed(path: Path) -> list[Path]:
    """Give the snapshots of a project, oldest first."""
    pattern = re.compile(re.escape(path.stem) + r"-\d{20}(-.*)?\.db")
    folder = path.parent / FOLDER
    if not folder.is_dir():
        return []
    return sorted(one for one in folder.iterdir() if pattern.fullmatch(one.name))
