"""Read a file in a child process that may die, run out of memory, or never end.

The child is trusted less than its parent: what it answers is JSON, which becomes records only
after they are checked. It is started as `python -c` rather than through `multiprocessing`, whose
children may have none of their own. It is kept for the next file, and replaced after a failure.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

from sayso import errors
from sayso.errors import SaysoError, SourceError
from sayso.model import Document, Failure, failure_id, plain
from sayso.plugins import Given
from sayso.sources.isolated_child import OUT_OF_MEMORY, SIZE, Answer, exactly, size_of
from sayso.sources.isolated_records import rebuilt

LONGEST = 60
"""How many times `seconds` a file may take in all, while it shows progress."""
LARGEST = 1 << 30
"""Bytes of one answer; a longer one is taken for damage."""
IDLE = 2
"""Children kept waiting for the next file."""

_START = "from sayso.sources.isolated_child import serve; serve()"


def read(
    name: str, given: Given, *, seconds: float = 120, memory: int = 2 << 30
) -> list[Document | Failure]:
    """Read a file with the sources hook `name`, in a child process.

    Args:
        name: The hook, as registered.
        given: The file.
        seconds: How long the child may show no progress (see `isolated_child.progress`).
        memory: Bytes of address space it may take; not enforced on Windows and macOS.

    Returns:
        What was read. Where the child failed after some of it, a failure stands at the end.

    Raises:
        SourceError: Nothing could be read; the message says why and what to do.
    """
    found: list[Document | Failure] = []
    child = _taken()
    try:
        for answer in child.ask(name, given, seconds=seconds, memory=memory):
            found.append(rebuilt(answer, given))  # noqa: PERF401  (kept where the rest fails)
    except _LostError as lost:
        child.stop()
        error: SaysoError = SourceError(f"{given.key}: {lost}")
    except _ToldError as told:
        error = told.error
    except (ValueError, RecursionError) as damage:
        child.stop()
        error = SourceError(
            f"{given.key}: the {name} reader answered with damaged records ({damage}); "
            "please report this with the file."
        )
    except BaseException:
        # Cancelled in the middle: the rest of the answer must not reach the next file.
        child.stop()
        raise
    else:
        _give_back(child)
        return found
    if child.running():
        _give_back(child)
    if not found:
        raise error
    id_ = failure_id(given.source, "sources", str(error))
    return [*found, Failure(id_, given.source, "sources", str(error))]


class _LostError(Exception):
    """The child ended without an answer; the message is for the user."""


class _ToldError(Exception):
    """The child answered with an error."""

    def __init__(self, error: SaysoError) -> None:
        self.error = error


class _Child:
    def __init__(self) -> None:
        self.parent = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(_import_path())},
            start_new_session=True,
        )

    def running(self) -> bool:
        return self._process.poll() is None

    def ask(self, name: str, given: Given, *, seconds: float, memory: int) -> Iterator[Answer]:
        """Give the records of the answer one by one."""
        with _Watch(self, seconds) as watch:
            try:
                self._send(name, given, seconds=seconds, memory=memory)
                while (answer := self._answer(watch)) is not None:
                    yield answer
            except (OSError, EOFError) as error:
                raise _LostError(self._why(watch, seconds=seconds, memory=memory)) from error

    def _send(self, name: str, given: Given, *, seconds: float, memory: int) -> None:
        assert self._process.stdin is not None
        asked = {
            "name": name, "key": given.key, "source": given.source, "media_type": given.media_type,
            "metadata": plain(given.metadata), "settings": plain(given.settings),
            "seconds": seconds * LONGEST, "memory": memory,
        }  # fmt: skip
        head = json.dumps(asked).encode("ascii")
        for part in (SIZE.pack(len(head)), head, SIZE.pack(len(given.data)), given.data):
            self._process.stdin.write(part)
        self._process.stdin.flush()

    def _answer(self, watch: _Watch) -> Answer | None:
        assert self._process.stdout is not None
        while (size := size_of(self._process.stdout)) == 0:
            watch.rewind()
        if size > LARGEST:
            raise ValueError(f"{size} bytes")
        watch.rewind()
        answer = json.loads(exactly(self._process.stdout, size))
        if not isinstance(answer, dict):
            raise ValueError("no record")  # noqa: TRY004  (what came over the line is damaged)
        if "error" in answer:
            raise _ToldError(_error(answer))
        return None if "done" in answer else answer

    def _why(self, watch: _Watch, *, seconds: float, memory: int) -> str:
        if watch.expired:
            return (
                f"it showed no progress for {seconds:g} seconds, or took {seconds * LONGEST:g} in "
                "all, and was given up. Split the file, or save it anew with another program."
            )
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            code = 0
        allowed = f"{memory / (1 << 30):.3g} GiB of memory"
        if code == OUT_OF_MEMORY:
            return f"it needs more than {allowed}. Split the file."
        return (
            f"the program that reads it crashed on it ({_ended(code)}): the file is damaged, or "
            f"needs more than {allowed}. Save it anew with another program."
        )

    def kill(self) -> None:
        """End the child and whatever it started, at once."""
        if self.parent != os.getpid() or not self.running():
            return
        try:
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        except ProcessLookupError:
            # It ended by itself in the meantime.
            pass

    def stop(self) -> None:
        """End the child and close the line to it."""
        if self.parent != os.getpid():
            return
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                # Words that the dead child never took.
                continue


class _Watch:
    """Stop a child that shows no progress, or takes too long in all."""

    def __init__(self, child: _Child, seconds: float) -> None:
        self.expired = False
        self._child = child
        self._seconds = seconds
        self._last = time.monotonic() + seconds * LONGEST
        self._deadline = time.monotonic() + seconds
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sayso-watch", daemon=True)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def rewind(self) -> None:
        self._deadline = min(self._last, time.monotonic() + self._seconds)

    def _run(self) -> None:
        while not self._done.wait(max(0.0, self._deadline - time.monotonic())):
            if time.monotonic() >= self._deadline:
                self.expired = True
                self._child.kill()
                return


_idle: list[_Child] = []
_lock = threading.Lock()


def _taken() -> _Child:
    """Take a waiting child, or start one."""
    with _lock:
        while _idle:
            child = _idle.pop()
            # After a fork, the children on the list are those of the process before it.
            if child.parent == os.getpid() and child.running():
                return child
    return _Child()


def _give_back(child: _Child) -> None:
    with _lock:
        if len(_idle) < IDLE:
            _idle.append(child)
            return
    child.stop()


@atexit.register
def stop() -> None:
    """End the children that wait for a next file."""
    with _lock:
        while _idle:
            _idle.pop().stop()


def _import_path() -> list[str]:
    """Where the child imports from: as here, but never from the folder one happens to be in."""
    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return list(dict.fromkeys([*(one for one in sys.path if one), package]))


def _ended(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _error(answer: Answer) -> SaysoError:
    kind = getattr(errors, str(answer.get("error")), SourceError)
    if not (isinstance(kind, type) and issubclass(kind, SaysoError)):
        kind = SourceError
    return kind(str(answer.get("message", "")))
