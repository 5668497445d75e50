"""Long work: queued in the project, with progress, stopped on request, taken up again.

A job is a row of the project. Whoever runs it writes there how far it is and looks there whether
it shall stop; work that its process did not survive goes back on the queue.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sayso.errors import JobError, SaysoError, StoreError
from sayso.store import queue
from sayso.store.store import Store

_log = logging.getLogger("sayso.jobs")
# How often a job writes down its progress and asks whether it shall stop, in seconds.
_INTERVAL = 0.5


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work is: `done` of `total` in a stage, and what is at hand."""

    stage: str
    done: int
    total: int
    message: str = ""


Report = Callable[[Progress], None]


class ClosingError(JobError):
    """The project is being closed; the job waits, and goes on when the project is open again."""


class Job:
    """One run of a job: tells its progress to the project and to a listener, and can be stopped.

    Used as a context manager around the work; `step` raises `JobError` once the job shall stop.

    Args:
        store: Where the job's row is kept.
        id_: The job, on the queue.
        listener: Who else is told of every step.
    """

    def __init__(self, store: Store, id_: str, *, listener: Report | None = None) -> None:
        self.id = id_
        self._store = store
        self._listener = listener
        self._told = 0.0
        self._last = Progress("", 0, 0)

    def __enter__(self) -> Job:
        if not queue.begin(self._store, self.id):
            raise JobError("The job is no longer waiting: it was cancelled, or runs elsewhere.")
        return self

    def step(self, progress: Progress) -> None:
        """Tell how far the work is.

        Raises:
            JobError: Somebody asked the job to stop.
        """
        self._last = progress
        if self._listener is not None:
            self._listener(progress)
        moment = time.monotonic()
        if moment - self._told >= _INTERVAL or progress.done == progress.total:
            self._told = moment
            self._tell()
            if queue.cancelled(self._store, self.id):
                raise JobError("Stopped on request. What was finished is kept.")

    def _tell(self) -> None:
        last = self._last
        queue.tell(
            self._store, self.id, stage=last.stage, done=last.done, total=last.total,
            message=last.message,
        )  # fmt: skip

    def __exit__(self, kind: type[BaseException] | None, error: Any, trace: object) -> None:
        try:
            self._end(error)
        except StoreError as failure:
            # A full disk ends the work and then its last word too; the work's error tells more.
            if error is None:
                raise
            _log.warning("job %s could not write down how it ended: %s", self.id, failure)

    def _end(self, error: BaseException | None) -> None:
        if error is None:
            self._tell()
            queue.finish(self._store, self.id, "done", self._last.message)
        elif isinstance(error, ClosingError):
            queue.put_back(self._store, self.id)
        elif isinstance(error, KeyboardInterrupt) or queue.cancelled(self._store, self.id):
            queue.finish(self._store, self.id, "cancelled", "Stopped. What was finished is kept.")
        else:
            message = str(error) if isinstance(error, SaysoError) else repr(error)
            queue.finish(self._store, self.id, "failed", message)


class Background:
    """Runs jobs of one project one after the other in a thread, and ends with its owner."""

    def __init__(self, run: Callable[[str], None]) -> None:
        self._run = run
        self._lock = threading.Lock()
        self._waiting: list[str] = []
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()

    def check(self, _progress: Progress) -> None:
        """Listen to a job's steps, and end it where the owner is closing.

        Raises:
            ClosingError: The owner is closing; the job goes back on the queue.
        """
        if self._closing.is_set():
            raise ClosingError("The project is being closed; this goes on when it is open again.")

    def stop(self, seconds: float = 60.0) -> None:
        """End what runs at its next step and wait for it; what was finished is kept."""
        self._closing.set()
        with self._lock:
            self._waiting.clear()
        self.wait(seconds)

    def start(self, id_: str) -> None:
        """Run a job once those before it have ended."""
        with self._lock:
            self._waiting.append(id_)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="sayso-jobs", daemon=True)
                self._thread.start()

    def _work(self) -> None:
        while (id_ := self._next()) is not None:
            try:
                self._run(id_)
            except SaysoError as error:
                # The job's row says so too; here is nobody to tell.
                _log.info("job %s: %s", id_, error)
            except Exception:
                _log.exception("job %s failed", id_)

    def _next(self) -> str | None:
        with self._lock:
            if self._waiting:
                return self._waiting.pop(0)
            self._thread = None
            return None

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until nothing is left to run; False where it takes longer than `seconds`."""
        thread = self._thread
        if thread is not None:
            thread.join(seconds)
        return thread is None or not thread.is_alive()
