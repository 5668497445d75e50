"""Serve the workbench on this machine until it is stopped."""

from __future__ import annotations

import os
import secrets
import socket
import sys
import webbrowser
from pathlib import Path

from sayso.errors import UsageError
from sayso.web.app import create_app

LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(
    project: Path | str | None = None,
    *,
    port: int = 0,
    host: str = "127.0.0.1",
    open_browser: bool | None = None,
    token: str | None = None,
    page: str = "",
) -> None:
    """Serve the workbench, print its address, and return when it is stopped with Ctrl-C.

    Args:
        project: A folder or project file to open at the start; the home page if None.
        port: The port; 0 picks a free one.
        host: A name of this machine's loopback; others are refused.
        open_browser: Whether to open a browser; None where there is a display.
        token: What the address carries to let the first browser in; a random one if None.
        page: Which page the address leads to ("findings"); the home page if empty.

    Raises:
        UsageError: The host is not loopback, or the port is taken.
    """
    import uvicorn

    listening = _listen(host, port)
    bound = listening.getsockname()[1]
    names = {"127.0.0.1", "localhost"} if host != "::1" else {"[::1]", "localhost"}
    token = token or secrets.token_urlsafe(24)
    app = create_app(project, hosts=tuple(f"{one}:{bound}" for one in sorted(names)), token=token)
    shown = "[::1]" if host == "::1" else host
    address = f"http://{shown}:{bound}/?token={token}{f'#/{page}' if page else ''}"
    sys.stdout.write(f"sayso is at {address}\nStop it with Ctrl-C.\n")
    sys.stdout.flush()
    if has_display() if open_browser is None else open_browser:
        webbrowser.open(address)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, ws="none",
        timeout_graceful_shutdown=2,
    )  # fmt: skip
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    if host not in LOOPBACK:
        raise UsageError(
            f"sayso serves this machine only ({', '.join(LOOPBACK)}), not {host}. To reach it "
            "from elsewhere, tunnel the port (ssh -L)."
        )
    family = socket.AF_INET6 if host == "::1" else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":  # on Windows this option would let two servers share a port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {port} cannot be used: {error.strerror}. Leave the port out to get a free one."
        ) from error
    listening.listen(128)
    return listening


def has_display() -> bool:
    """Say whether there is a screen to open a browser on."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
