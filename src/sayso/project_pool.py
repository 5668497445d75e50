"""Processes that read files side by side; one that dies costs its file and nothing else.

The processes are our own children, started as `python -c`, and not `multiprocessing`'s: those
import the caller's script again, so that a historian's first script without a main guard would
read everything twice. Pickles travel between a process and its child only, never from a file.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import IO, Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
_SIZE = struct.Struct(">Q")
_START = "from sayso.project_pool import serve; serve()"


class WorkerDiedError(Exception):
    """A child process ended before it had answered."""


class _Worker:
    def __init__(self) -> None:
        paths = [one or os.getcwd() for one in sys.path]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def ask(self, question: tuple[Callable[[Any], Any], Any]) -> Any:
        """Let the child call a function and give what it returns.

        Raises:
            WorkerDiedError: It ended before it had answered.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            _send(self._process.stdin, question)
            answer = _receive(self._process.stdout)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise WorkerDiedError(f"ended with {self._process.wait()}") from error
        return answer

    def stop(self) -> None:
        """End the child, at once: what it was doing is not wanted any more."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    # Words that the dead child never took.
                    continue


def _send(stream: IO[bytes], value: Any) -> None:
    written = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_SIZE.pack(len(written)))
    stream.write(written)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    head = stream.read(_SIZE.size)
    if len(head) < _SIZE.size:
        raise EOFError
    (size,) = _SIZE.unpack(head)
    written = stream.read(size)
    if len(written) < size:
        raise EOFError
    return pickle.loads(written)  # noqa: S301  (from our own child)


def serve() -> None:
    """Answer the parent's questions until it closes the line; what a child process runs."""
    # Ctrl-C reaches the whole group; the parent ends its children itself.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not end up among the answers.
    os.dup2(2, 1)
    while True:
        try:
            function, task = _receive(questions)
        except EOFError:
            return
        _send(answers, function(task))


def mapped(
    function: Callable[[Task], Result],
    tasks: Iterable[Task],
    *,
    workers: int,
    lost: Callable[[Task, str], Result],
) -> Generator[Result, None, None]:
    """Call a function for each task in child processes; give the results in the tasks' order.

    Args:
        function: A function of a module, which must not raise.
        tasks: What it is called with, one at a time.
        workers: How many processes; with fewer than two, everything runs in this one.
        lost: What to give for a task whose process died, with the reason in words.
    """
    if workers < 2:
        yield from map(function, tasks)
        return
    idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    alive: list[_Worker] = []
    closing = threading.Event()

    def start() -> _Worker:
        worker = _Worker()
        alive.append(worker)
        return worker

    def call(task: Task) -> Result:
        worker = idle.get()
        try:
            answer: Result = worker.ask((function, task))
        except WorkerDiedError as error:
            worker.stop()
            if not closing.is_set():
                worker = start()
            return lost(task, str(error))
        finally:
            idle.put(worker)
        return answer

    for _ in range(workers):
        idle.put(start())
    threads = ThreadPoolExecutor(workers, thread_name_prefix="sayso-reading")
    try:
        yield from _in_order(threads, call, iter(tasks), ahead=workers * 2)
    finally:
        closing.set()
        threads.shutdown(wait=False, cancel_futures=True)
        for worker in alive:
            worker.stop()
        threads.shutdown(wait=True)


def _in_order(
    threads: ThreadPoolExecutor,
    call: Callable[[Task], Result],
    tasks: Iterator[Task],
    *,
    ahead: int,
) -> Iterator[Result]:
    """Keep a few tasks going, no more, so that results do not pile up in memory."""
    running: deque[Future[Result]] = deque(
        threads.submit(call, task) for task in islice(tasks, ahead)
    )
    while running:
        yield running.popleft().result()
        running.extend(threads.submit(call, task) for task in islice(tasks, 1))
