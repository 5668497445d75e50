"""The files of a folder: which are there, and which of them a project has read already."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import SourceError
from sayso.model import Failure, failure_id

# What lies beside texts and is none: our own files, spreadsheets about the texts, thumbnails.
_OWN = ("sayso.db", "sayso.db-wal", "sayso.db-shm", "sayso.db-journal")
_TABLES = ("metadata.csv", "metadata.tsv")
_SYSTEM = ("thumbs.db", "desktop.ini")
LARGEST = 1 << 30


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it lies, the key that names it in the project, its size in bytes.

    `asked` says that the caller named this very file, not only its folder. `why_not` says why it
    is left alone, and is empty for a file to read.
    """

    path: Path
    key: str
    bytes: int
    asked: bool = False
    why_not: str = ""


def walk(paths: Sequence[Path], root: Path) -> Iterator[Found | Failure]:
    """Give the files in folders, and files themselves, by name, each once.

    Links are not followed out of the folder they lie in; names with a leading dot are passed over.

    Args:
        paths: Files and folders.
        root: The folder that keys are relative to.
    """
    seen: set[Path] = set()
    for path in paths:
        whole = path.absolute()
        if whole.is_dir():
            found = _folder(whole, root)
        elif whole.exists():
            found = iter([_file(whole, root, asked=True)])
        else:
            message = f"There is no file or folder {path}. Check the name."
            found = iter([unreadable(key_of(whole, root), message)])
        for one in found:
            if isinstance(one, Failure):
                yield one
            elif one.path not in seen:
                seen.add(one.path)
                yield one


def _folder(folder: Path, root: Path) -> Iterator[Found | Failure]:
    try:
        entries = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError as error:
        message = f"The folder {folder} cannot be read ({error.strerror}). Check its permissions."
        yield unreadable(key_of(folder, root), message)
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or _beside(entry.name):
            continue
        if entry.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
            why = "It is a link out of the folder, which is not followed."
            yield Found(path, key_of(path, root), 0, why_not=why)
        elif entry.is_dir(follow_symlinks=False):
            yield from _folder(path, root)
        elif entry.is_file():
            yield _file(path, root, asked=False)


def _beside(name: str) -> bool:
    lower = name.lower()
    return lower in _OWN + _TABLES + _SYSTEM or (lower.endswith(".db") and "sayso" in lower)


def _file(path: Path, root: Path, *, asked: bool) -> Found | Failure:
    key = key_of(path, root)
    try:
        return Found(path, key, path.stat().st_size, asked)
    except OSError as error:
        return unreadable(key, f"{key} cannot be read ({error.strerror}). Check its permissions.")


def key_of(path: Path, root: Path) -> str:
    """Name a file by its path relative to the project's folder, with forward slashes.

    A file outside the folder gets a path with "..", one on another drive its whole path.
    """
    try:
        return Path(os.path.relpath(path, root)).as_posix()
    except ValueError:
        return path.as_posix()


def unreadable(key: str, message: str) -> Failure:
    """Make the failure of a file that could not even be opened."""
    return Failure(failure_id(key, "sources", message), key, "sources", message)


def read_bytes(path: Path, key: str) -> bytes:
    """Read a file whole.

    Raises:
        SourceError: It cannot be opened, or holds more than a gigabyte.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise SourceError(
                f"{key} holds {size / 1e9:.1f} GB; files of up to {LARGEST / 1e9:.1f} GB are read. "
                "Split it."
            )
        return path.read_bytes()
    except OSError as error:
        raise SourceError(
            f"{key} cannot be read ({error.strerror}). Check its permissions."
        ) from error


def sha256(path: Path, key: str) -> str:
    """Give the hash of a file's bytes.

    Raises:
        SourceError: It cannot be opened.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise SourceError(
            f"{key} cannot be read ({error.strerror}). Check its permissions."
        ) from error
