"""Open a project file defensively, and say in plain words why that, or a write, fails.

A project may come from a stranger: nothing that it holds is run. Its schema must be word for word
one that some version of sayso made, so that no foreign trigger, view or virtual table is reached.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.errors import (
    ProjectBusyError,
    ProjectDamagedError,
    ProjectTooNewError,
    StoreError,
)
from sayso.store import schema

BUSY_SECONDS = 10.0
# One value: a text of a hundred million code points still fits, a forged length does not.
_LARGEST_VALUE = 400_000_000
# Larger files are checked by `verify` only: 64 MiB take about a third of a second.
_CHECKED_ON_OPENING = 64 * 1024 * 1024


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Connect to a project file with every safeguard on, and check that it is one.

    An empty file is accepted where writing is allowed: the caller fills it.

    Raises:
        ProjectDamagedError: It is no project, or holds what no version of sayso puts there.
        ProjectTooNewError: A later version of sayso wrote it.
        StoreError: It cannot be opened at all.
    """
    with explained(path):
        connection = _connected(path, read_only=read_only)
        try:
            _safeguards(connection)
            _check(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    # A reader of a WAL database writes a -shm file; where it may not, the file stands still.
    fixed = read_only and not os.access(path.parent, os.W_OK) and not _has_log(path)
    address = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if fixed else ''}"
    return sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _safeguards(connection: sqlite3.Connection) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LARGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")


def _check(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    found = schema.held(connection)
    if not found and not application and not version:
        return
    if application != schema.APPLICATION_ID:
        raise ProjectDamagedError(
            f"{path} is a database of another program, not a sayso project. "
            "Choose another file, or a folder."
        )
    if version > schema.VERSION:
        from sayso import __version__

        raise ProjectTooNewError(
            f"{path} was written by a later sayso (its schema is version {version}; "
            f"sayso {__version__} knows versions up to {schema.VERSION}). Upgrade sayso to open it."
        )
    _check_schema(found, version, path)
    _check_pages(connection, path)


def _check_schema(found: frozenset[tuple[str, str, str]], version: int, path: Path) -> None:
    wanted = schema.expected(version)
    for type_, name, _ in sorted(found - wanted):
        raise ProjectDamagedError(
            f"{path} holds a {type_} {name!r} that sayso did not make. It was left untouched and "
            "nothing in it was run; take the project from another copy or a snapshot."
        )
    for type_, name, _ in sorted(wanted - found):
        raise ProjectDamagedError(
            f"{path} lacks the {type_} {name!r}. Take the project from another copy or a snapshot "
            "(.sayso-snapshots beside it)."
        )


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    if path.stat().st_size <= _CHECKED_ON_OPENING:
        answer = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if answer != "ok":
            raise damaged(path, answer)


def damaged(path: Path, detail: str) -> ProjectDamagedError:
    """Make the error for a file whose pages contradict each other."""
    return ProjectDamagedError(
        f"{path} is damaged ({' '.join(detail.split())}). Take the project from a snapshot "
        "(.sayso-snapshots beside it) or another copy."
    )


@contextmanager
def explained(path: Path, *, holder: str = "") -> Iterator[None]:
    """Turn SQLite's errors into ours, with what to do; `holder` names who else writes."""
    try:
        yield
    except sqlite3.Error as error:
        raise _in_words(error, path, holder) from error


def _in_words(error: sqlite3.Error, path: Path, holder: str) -> StoreError:
    # Extended codes carry the plain one in their lowest byte.
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        who = holder or "another program"
        return ProjectBusyError(
            f"{path} is being written by {who}, and {BUSY_SECONDS:.0f} seconds of waiting did not "
            "help. Nothing was changed; try again when it has finished."
        )
    if code == sqlite3.SQLITE_FULL:
        return StoreError(
            f"The disk that holds {path} is full. Nothing was half written; "
            "make room, then do it again."
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(
            f"{path} cannot be written here ({error}). "
            "Choose another place for the project, or open it for reading only."
        )
    if code == sqlite3.SQLITE_NOTADB:
        return ProjectDamagedError(
            f"{path} is no sayso project. Choose another file, or the folder of your texts."
        )
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(path, str(error))
    if code == sqlite3.SQLITE_IOERR:
        return StoreError(
            f"Reading or writing {path} failed ({error}). "
            "Is the disk still there? Nothing was half written."
        )
    return StoreError(f"{path}: {error}.")
