"""Long pieces of work as rows of the project, so that any process sees how far they are."""

from __future__ import annotations

import os
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sayso.errors import NotFoundError
from sayso.store import packing
from sayso.store.clock import now
from sayso.store.store import Store, runs

JobState = Literal["waiting", "running", "done", "failed", "cancelled"]
_COLUMNS = "id, kind, state, stage, done, total, message, started, finished"
INTERRUPTED = "Interrupted; it goes on where it stopped."


@dataclass(frozen=True, slots=True)
class JobRow:
    """A long piece of work and how far it is; times are ISO 8601 in UTC."""

    id: str
    kind: str
    state: JobState
    stage: str
    done: int
    total: int
    message: str
    started: str | None
    finished: str | None


def put(store: Store, kind: str, arguments: Mapping[str, Any]) -> str:
    """Put a job on the queue; give its id."""
    id_ = secrets.token_hex(16)
    with store.write():
        store.run(
            "INSERT INTO job (id, kind, arguments, state, stage, done, total, message, created,"
            " cancel) VALUES (?, ?, ?, 'waiting', '', 0, 0, '', ?, 0)",
            (id_, kind, packing.dumps(dict(arguments)), now()),
        )
    return id_


def begin(store: Store, id_: str) -> bool:
    """Take a waiting job; False where another process took it, or it was cancelled."""
    with store.write():
        taken = store.run(
            "UPDATE job SET state = 'running', started = coalesce(started, ?), message = '',"
            " pid = ?, host = ? WHERE id = ? AND state = 'waiting' AND NOT cancel",
            (now(), os.getpid(), socket.gethostname(), id_),
        )
    return taken == 1


def tell(store: Store, id_: str, *, stage: str, done: int, total: int, message: str) -> None:
    """Write down how far a job is."""
    with store.write():
        store.run(
            "UPDATE job SET stage = ?, done = ?, total = ?, message = ? WHERE id = ?",
            (stage, done, total, packing.clean(message), id_),
        )


def finish(store: Store, id_: str, state: JobState, message: str) -> None:
    """Write down how a job ended."""
    with store.write():
        store.run(
            "UPDATE job SET state = ?, message = ?, finished = ?, pid = NULL WHERE id = ?",
            (state, packing.clean(message), now(), id_),
        )


def put_back(store: Store, id_: str) -> None:
    """Let a job wait again, so that it goes on where it stopped."""
    with store.write():
        store.run(
            "UPDATE job SET state = 'waiting', pid = NULL, message = ? WHERE id = ?",
            (INTERRUPTED, id_),
        )


def cancel(store: Store, id_: str) -> None:
    """Ask a job to stop, whichever process runs it; one that waits is cancelled at once.

    Raises:
        NotFoundError: There is no such job.
    """
    with store.write():
        if store.maybe("SELECT 1 FROM job WHERE id = ?", (id_,)) is None:
            raise NotFoundError(f"There is no job {id_!r} in this project.")
        store.run("UPDATE job SET cancel = 1 WHERE id = ?", (id_,))
        store.run(
            "UPDATE job SET state = 'cancelled', finished = ? WHERE id = ? AND state = 'waiting'",
            (now(), id_),
        )


def cancelled(store: Store, id_: str) -> bool:
    """Say whether somebody asked the job to stop."""
    row = store.maybe("SELECT cancel FROM job WHERE id = ?", (id_,))
    return row is None or bool(row[0])


def interrupted(store: Store) -> None:
    """Put jobs back on the queue whose process has ended without a word."""
    gone = [
        id_
        for id_, pid, host in store.all("SELECT id, pid, host FROM job WHERE state = 'running'")
        if pid is None or not runs(pid, host or "")
    ]
    if gone:
        with store.write():
            store.run_many(
                "UPDATE job SET state = 'waiting', pid = NULL, message = ? WHERE id = ?"
                " AND state = 'running'",
                [(INTERRUPTED, one) for one in gone],
            )


def settle_interrupted(store: Store, id_: str, kind: str, given: Mapping[str, Any]) -> None:
    """Count jobs that wait to do what this one has just done as done too."""
    same = [
        other
        for other, kind_, arguments_ in waiting(store)
        if other != id_ and kind_ == kind and arguments_ == dict(given)
    ]
    for other in same:
        finish(store, other, "done", "A later run did the rest.")


def waiting(store: Store) -> list[tuple[str, str, dict[str, Any]]]:
    """Give id, kind and arguments of the jobs that wait, the oldest first."""
    rows = store.all(
        "SELECT id, kind, arguments FROM job WHERE state = 'waiting' ORDER BY created, rowid"
    )
    return [(id_, kind, packing.loads(arguments)) for id_, kind, arguments in rows]


def arguments(store: Store, id_: str) -> tuple[str, dict[str, Any]]:
    """Give kind and arguments of a job.

    Raises:
        NotFoundError: There is no such job.
    """
    row = store.maybe("SELECT kind, arguments FROM job WHERE id = ?", (id_,))
    if row is None:
        raise NotFoundError(f"There is no job {id_!r} in this project.")
    return row[0], packing.loads(row[1])


def listed(store: Store) -> list[JobRow]:
    """Give all jobs, the latest first."""
    rows = store.all(f"SELECT {_COLUMNS} FROM job ORDER BY created DESC, rowid DESC")
    return [JobRow(*row) for row in rows]
