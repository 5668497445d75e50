"""Folders of this machine, listed for a person to choose from; and files put into one."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import AsyncIterable
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UsageError

MOST = 1_000  # folders listed
LONGEST_NAME = 120  # characters; the strictest file systems take 255 bytes
# What no file may be called on Windows, whatever its suffix.
DEVICES = {"con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(10))}


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to choose: whether it holds a project already, and how many files (not deeper)."""

    name: str
    path: str
    project: bool
    files: int


@dataclass(frozen=True, slots=True)
class Listing:
    """The folders in a folder; `parent` is None at the top of what is shown."""

    path: str
    parent: str | None
    project: bool
    files: int
    folders: tuple[Folder, ...]
    left_out: int


def listing(path: str, *, home: Path) -> Listing:
    """List the folders in a folder of this machine, hidden ones left out.

    Raises:
        UsageError: It is no folder, or may not be looked into.
    """
    chosen = Path(path) if path else home
    try:
        if not chosen.is_absolute() or not chosen.is_dir():
            raise UsageError(f"{chosen} is not a folder on this machine.")
        names = sorted(
            (one.name for one in os.scandir(chosen) if _choosable(one)), key=str.casefold
        )
    except (OSError, ValueError) as error:
        raise UsageError(f"{chosen} cannot be looked into: {error}.") from error
    shown = tuple(_folder(chosen / name) for name in names[:MOST])
    here = _folder(chosen)
    parent = None if chosen.parent == chosen else str(chosen.parent)
    return Listing(str(chosen), parent, here.project, here.files, shown, max(0, len(names) - MOST))


def _choosable(entry: os.DirEntry[str]) -> bool:
    try:
        return not entry.name.startswith(".") and entry.is_dir()
    except OSError:
        return False


def _folder(path: Path) -> Folder:
    files = 0
    project = False
    try:
        for nth, one in enumerate(os.scandir(path)):
            if nth == MOST:
                break
            if one.name == "sayso.db":
                project = True
            elif not one.name.startswith((".", "sayso.db")) and one.is_file():
                files += 1
    except OSError:
        return Folder(path.name, str(path), project=False, files=0)
    return Folder(path.name, str(path), project=project, files=files)


def stored_name(name: str, *, fallback: str) -> str:
    """Make a file name that is legal on every system; `fallback` where nothing is left.

    >>> stored_name("../../a:b?.txt", fallback="x")
    'a b .txt'
    >>> stored_name("con", fallback="x"), stored_name("  ", fallback="x")
    ('con_', 'x')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(
        " " if one in '<>:"|?*' or unicodedata.category(one)[0] == "C" else one for one in last
    )
    kept = " ".join(kept.split()).strip(". ")
    stem, dot, suffix = kept.rpartition(".")
    if not dot:
        stem, suffix = kept, ""
    stem = stem[: LONGEST_NAME - len(suffix)]
    if stem.casefold() in DEVICES:
        stem += "_"
    return f"{stem}{dot}{suffix}" if stem else fallback


async def stored(parts: AsyncIterable[bytes], folder: Path, name: str) -> Path:
    """Write a file into a folder as a whole or not at all; a taken name gets a number.

    Raises:
        UsageError: The folder cannot be written to.
    """
    wanted = folder / stored_name(name, fallback="file")
    try:
        handle, unfinished = tempfile.mkstemp(prefix=".sayso-", dir=folder)
    except OSError as error:
        raise UsageError(f"{folder} cannot be written to: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            async for part in parts:
                file.write(part)
        return _named(Path(unfinished), wanted)
    except OSError as error:
        raise UsageError(f"{wanted.name} cannot be written: {error.strerror}.") from error
    finally:
        Path(unfinished).unlink(missing_ok=True)


def _named(unfinished: Path, wanted: Path) -> Path:
    """Give a finished file its name, or the next free one; the same bytes need no second file."""
    data = unfinished.read_bytes()
    nth = 1
    free = wanted
    while free.exists() or free.is_symlink():
        if free.is_file() and free.stat().st_size == len(data) and free.read_bytes() == data:
            return free
        nth += 1
        free = wanted.with_name(f"{wanted.stem} ({nth}){wanted.suffix}")
    unfinished.chmod(0o644)
    unfinished.rename(free)
    return free
