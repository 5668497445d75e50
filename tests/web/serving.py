"""A workbench that really listens, for as long as a test lasts."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from sayso.web.app import create_app
from sayso.web.desk import Shelf
from sayso.web.server import _listen

TOKEN = "let-me-in"


@contextmanager
def serving(project: Path | None, shelf: Shelf) -> Iterator[str]:
    """Serve a workbench and give the address that lets a browser in."""
    listening = _listen("127.0.0.1", 0)
    host = f"127.0.0.1:{listening.getsockname()[1]}"
    app = create_app(project, hosts=(host,), token=TOKEN, where=shelf)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False, ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    try:
        yield f"http://{host}/?token={TOKEN}"
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()
