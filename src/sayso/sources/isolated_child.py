"""The child's side of `isolated`: read the files that the parent asks for, answer in JSON.

A question is the length of a JSON object, the object, the length of the file, the file. An answer
is a length and a JSON object for each record, and one to end; a length of 0 says: work goes on.
"""

from __future__ import annotations

import json
import os
import signal
import struct
from typing import Any, BinaryIO, TypeAlias

from sayso.errors import SaysoError
from sayso.model import plain
from sayso.plugins import Given, hook

SIZE = struct.Struct(">Q")
"""How a length is written."""
OUT_OF_MEMORY = 70
"""The exit code of a child that needed more memory than it may take."""
Answer: TypeAlias = dict[str, Any]
_line: list[BinaryIO] = []


def progress() -> None:
    """Tell the parent that work goes on, as after each page; does nothing outside a child."""
    for line in _line:
        line.write(SIZE.pack(0))
        line.flush()


def exactly(stream: BinaryIO | Any, size: int) -> bytes:
    """Read so many bytes.

    Raises:
        EOFError: The line was closed before.
    """
    found: bytes = stream.read(size)
    if len(found) < size:
        raise EOFError
    return found


def size_of(stream: BinaryIO | Any) -> int:
    """Read a length."""
    size: int = SIZE.unpack(exactly(stream, SIZE.size))[0]
    return size


def serve() -> None:
    """Read the files the parent asks for until it closes the line; what a child runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    questions = os.fdopen(os.dup(0), "rb")
    _line.append(os.fdopen(os.dup(1), "wb"))
    # Whatever an engine prints must not end up among the answers.
    os.dup2(2, 1)
    while True:
        try:
            asked = json.loads(exactly(questions, size_of(questions)))
            data = exactly(questions, size_of(questions))
        except EOFError:
            return
        given = Given(
            asked["key"], data, asked["source"], asked["media_type"], asked["metadata"],
            asked["settings"],
        )  # fmt: skip
        _limit(asked["memory"], asked["seconds"])
        try:
            _serve(asked["name"], given)
        except MemoryError:
            # The process is in no state to go on, or to say so at length.
            os._exit(OUT_OF_MEMORY)
        _limit(None, 0)


def _serve(name: str, given: Given) -> None:
    try:
        for one in hook("sources", name).read(given):
            _tell(plain(one))
    except SaysoError as error:
        _tell({"error": type(error).__name__, "message": str(error)})
    except MemoryError:
        raise
    except Exception as error:
        message = (
            f"{given.key}: the {name} reader failed in a way that sayso did not foresee "
            f"({type(error).__name__}: {error}); please report this."
        )
        _tell({"error": "SourceError", "message": message})
    else:
        _tell({"done": True})


def _tell(answer: Answer) -> None:
    written = json.dumps(answer, separators=(",", ":")).encode("ascii")
    _line[0].write(SIZE.pack(len(written)))
    _line[0].write(written)
    _line[0].flush()


def _limit(memory: int | None, seconds: float) -> None:
    """Bound address space, and the time after which the process dies even without a parent."""
    try:
        import resource
    except ImportError:  # Windows
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    soft = hard if memory is None else memory
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    except (OSError, ValueError):
        # macOS refuses it; the time limit still holds.
        pass
    signal.alarm(int(min(seconds + 5, 1 << 30)) if seconds else 0)
