"""One open project file: reads, writes in whole transactions, and who else writes.

Reads and writes of one `Store` may come from several threads; they take turns. Long work opens a
`Store` of its own, so that reading goes on meanwhile (SQLite's write-ahead log).
"""

from __future__ import annotations

import ctypes
import logging
import os
import socket
import sqlite3
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sayso.errors import NotFoundError, StoreError
from sayso.store import connection, migrations, schema
from sayso.store.clock import now

_log = logging.getLogger("sayso.store")
Row = tuple[Any, ...]


class Store:
    """A project file, open.

    Args:
        path: The file; it is made where it does not exist and `create` allows it.
        create: Whether a missing file may be made.
        read_only: Whether nothing is written, not even an upgrade of the schema.
        coder: Who writes, named to others who wait.

    Raises:
        NotFoundError: There is no such file and `create` is off.
        ProjectDamagedError: It is no project, or damaged.
        ProjectTooNewError: A later version of sayso wrote it.
        StoreError: It cannot be opened or made there.
    """

    def __init__(
        self, path: Path, *, create: bool = True, read_only: bool = False, coder: str = ""
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.coder = coder
        self._lock = threading.RLock()
        self._depth = 0
        self._announced = False
        if not path.exists() and (read_only or not create):
            raise NotFoundError(f"There is no project {path}. Check the name, or add files to it.")
        self._database = connection.connect(path, read_only=read_only)
        try:
            self._prepare()
        except BaseException:
            self._database.close()
            raise

    def _prepare(self) -> None:
        version = self.one("PRAGMA user_version")[0]
        if self.read_only:
            if version != schema.VERSION:
                raise StoreError(
                    f"{self.path} was written by an earlier sayso and must be upgraded before it "
                    "can be read. Open it once where it can be written; a copy is kept."
                )
            return
        with connection.explained(self.path):
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
        if version == 0:
            with self.write():
                # Two processes may have found the file empty; the second finds it filled.
                if self.one("PRAGMA user_version")[0] == 0:
                    schema.apply(self._database)
        elif version < schema.VERSION:
            migrations.upgrade(self, since=version)

    def close(self) -> None:
        """Close the file; safe to call twice."""
        with self._lock:
            if self._announced:
                try:
                    with self.write():
                        self.run("DELETE FROM writer WHERE pid = ? AND host = ?", self._me())
                except StoreError as error:
                    _log.info("could not leave the list of writers: %s", error)
                self._announced = False
            self._database.close()

    def all(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Give all rows of a query."""
        with self._lock, connection.explained(self.path):
            return self._database.execute(sql, values).fetchall()

    def one(self, sql: str, values: Sequence[Any] = ()) -> Row:
        """Give the first row of a query that always has one."""
        rows = self.all(sql, values)
        return rows[0]

    def maybe(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Give the first row of a query, or None where there is none."""
        rows = self.all(sql, values)
        return rows[0] if rows else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Change rows, inside `write`; give how many."""
        with connection.explained(self.path):
            return self._database.execute(sql, values).rowcount

    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Change many rows by one statement, inside `write`."""
        with connection.explained(self.path):
            self._database.executemany(sql, rows)

    @contextmanager
    def write(self) -> Iterator[None]:
        """Make everything inside one transaction: all of it is kept, or nothing.

        Waits up to 10 seconds for another writer. May be nested; the outermost one commits.

        Raises:
            ProjectBusyError: Another process kept writing; the message names it.
            StoreError: The project is open for reading only, or the disk is full.
        """
        if self.read_only:
            raise StoreError(
                f"{self.path} is open for reading only. Open it where it can be written, "
                "or copy it to another place."
            )
        with self._lock:
            if self._depth:
                yield
                return
            with connection.explained(self.path, holder=""):
                self._begin()
            self._depth += 1
            try:
                yield
                with connection.explained(self.path):
                    self._database.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._depth -= 1

    def _begin(self) -> None:
        try:
            self._database.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            with connection.explained(self.path, holder=self._holder()):
                raise

    def _roll_back(self) -> None:
        # A full disk rolls back by itself; a second ROLLBACK would only hide the first error.
        if self._database.in_transaction:
            self._database.execute("ROLLBACK")

    def announce(self) -> None:
        """Put this process on the list of writers, once, so that others can name it."""
        if not self._announced and not self.read_only:
            with self.write():
                self.run(
                    "INSERT OR REPLACE INTO writer (pid, host, coder, since) VALUES (?, ?, ?, ?)",
                    (*self._me(), self.coder, now()),
                )
            self._announced = True

    def _me(self) -> tuple[int, str]:
        return os.getpid(), socket.gethostname()

    def _holder(self) -> str:
        """Name the other processes that are on the list of writers and still run."""
        try:
            rows = self._database.execute("SELECT pid, host, coder, since FROM writer").fetchall()
        except sqlite3.Error:
            return ""
        others = [row for row in rows if (row[0], row[1]) != self._me() and runs(row[0], row[1])]
        return " and ".join(
            f"{coder or 'sayso'} (process {pid} on {host}, since {since[:16].replace('T', ' ')})"
            for pid, host, coder, since in others
        )

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the file, also while others write."""
        with self._lock, connection.explained(target):
            copy = sqlite3.connect(target)
            try:
                self._database.backup(copy)
            finally:
                copy.close()

    @property
    def database(self) -> sqlite3.Connection:
        """The connection, for what rows and transactions do not cover (schema, checks)."""
        return self._database


def runs(pid: int, host: str) -> bool:
    """Say whether a process still runs; one of another machine is taken to."""
    if host != socket.gethostname():
        return True
    if sys.platform == "win32":
        # os.kill(pid, 0) would end the process there; 0x1000 asks for no right but to look.
        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
