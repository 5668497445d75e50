"""Looking for shared passages in the background, so that pages see how far it is."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from sayso.errors import JobError, SaysoError
from sayso.jobs import Progress, Report

_log = logging.getLogger("sayso.project")
Work = Callable[[Report], object]


@dataclass(frozen=True, slots=True)
class Looking:
    """How far the search for passages is: done, or at which step; `failure` says why it ended."""

    ready: bool
    progress: Progress | None = None
    failure: str = ""


class Lookout:
    """Runs one search at a time in a thread; another that is asked for takes its place."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: object = None
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._progress = Progress("looking for passages", 0, 0)
        self._failure = ""

    def begin(self, key: object, work: Work) -> Looking:
        """Start the search of this name unless it runs, and say how far it is.

        One that failed is told once, and begins anew when it is asked for again.
        """
        with self._lock:
            running = self._thread is not None and self._thread.is_alive()
            if running and self._key == key:
                return Looking(False, self._progress)
            if self._failure and self._key == key:
                failure, self._failure = self._failure, ""
                return Looking(False, failure=failure)
            # Whoever asked for the one before no longer waits; it ends at its next step.
            self._stopping.set()
            self._key, self._failure = key, ""
            self._stopping = threading.Event()
            self._progress = Progress("looking for passages", 0, 0)
            arguments = (work, self._stopping)
            self._thread = threading.Thread(target=self._run, args=arguments, daemon=True)
            self._thread.start()
            return Looking(False, self._progress)

    def stop(self, seconds: float = 60.0) -> None:
        """End the search at its next step and wait for it; what it found so far is dropped."""
        self._stopping.set()
        thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _run(self, work: Work, stopping: threading.Event) -> None:
        def step(progress: Progress) -> None:
            if stopping.is_set():
                raise JobError("The search was stopped.")
            self._progress = progress

        try:
            work(step)
        except SaysoError as error:
            if not stopping.is_set():
                self._failure = str(error)
        except Exception as error:
            _log.exception("the search for passages failed")
            self._failure = f"The search failed ({type(error).__name__}: {error})."
