"""A real browser for the tests: Chromium without a window, driven over two pipes.

Chromium speaks the DevTools protocol on file descriptors 3 and 4, one JSON message after the
other, each ended by a zero byte; so no library is needed.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 20.0  # seconds until something awaited counts as missing
PLACE_PIPES = (
    "import os, sys; os.dup2(int(sys.argv[1]), 3); os.dup2(int(sys.argv[2]), 4);"
    " os.execv(sys.argv[3], sys.argv[3:])"
)
NAMED_KEYS = {"Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38}


def program() -> str | None:
    """Give the path of a Chromium on this machine, or None where the pipes cannot be had."""
    if os.name == "nt":
        return None
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def needed(what: str) -> None:
    """Skip a test that lacks something, or fail where SAYSO_NEED_BROWSER=1 asks for all of it."""
    if os.environ.get("SAYSO_NEED_BROWSER") == "1":
        pytest.fail(what)
    pytest.skip(what)


class Browser:
    """One page of a headless Chromium; `complaints` are its errors and refusals so far."""

    def __init__(self, command: str, profile: Path) -> None:
        import fcntl  # not there on Windows, where `program` finds nothing

        low_read, self._write = os.pipe()
        self._read, low_write = os.pipe()
        to_read = fcntl.fcntl(low_read, fcntl.F_DUPFD, 10)
        to_write = fcntl.fcntl(low_write, fcntl.F_DUPFD, 10)
        self._process = subprocess.Popen(
            [
                sys.executable, "-c", PLACE_PIPES, str(to_read), str(to_write), command,
                "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--hide-scrollbars",
                f"--user-data-dir={profile}", "about:blank",
            ],
            pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        for one in (low_read, low_write, to_read, to_write):
            os.close(one)
        self._buffer = b""
        self._nth = 0
        self._session: str | None = None
        self.complaints: list[str] = []
        self.loaded = 0
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(one["targetId"] for one in targets if one["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=page, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """End the browser that this object started."""
        try:
            self._session = None
            self.call("Browser.close")
            self._process.wait(5)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        os.close(self._read)
        os.close(self._write)

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """Call a method of the protocol and give its result; events are noted meanwhile."""
        self._nth += 1
        message: dict[str, Any] = {"id": self._nth, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + PATIENCE
        while True:
            got = self._next(until)
            if got is None:
                raise RuntimeError(f"Chromium did not answer {method}")
            if got.get("id") == self._nth:
                if "error" in got:
                    raise RuntimeError(f"{method}: {got['error']}")
                result: dict[str, Any] = got["result"]
                return result
            self._note(got)

    def _next(self, until: float) -> dict[str, Any] | None:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                return None
            part = os.read(self._read, 1 << 20)
            if not part:
                raise RuntimeError("Chromium ended")
            self._buffer += part
        line, _, self._buffer = self._buffer.partition(b"\0")
        message: dict[str, Any] = json.loads(line)
        return message

    def _note(self, event: dict[str, Any]) -> None:
        params = event.get("params", {})
        if event.get("method") == "Page.loadEventFired":
            self.loaded += 1
        if event.get("method") == "Runtime.exceptionThrown":
            details = params["exceptionDetails"]
            told = details.get("exception", {}).get("description") or details.get("text")
            self.complaints.append(f"exception: {told}")
        if event.get("method") == "Runtime.consoleAPICalled" and params["type"] in (
            "error",
            "warning",
        ):
            words = [str(one.get("value") or one.get("description")) for one in params["args"]]
            self.complaints.append(f"console: {' '.join(words)}")
        if event.get("method") == "Log.entryAdded" and params["entry"]["level"] in (
            "error",
            "warning",
        ):
            self.complaints.append(f"log: {params['entry']['text']}")

    def goto(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        before = self.loaded
        self.call("Page.navigate", url=address)
        until = time.monotonic() + PATIENCE
        while self.loaded == before:
            got = self._next(until)
            if got is None:
                raise RuntimeError(f"{address} was not loaded")
            self._note(got)

    def evaluate(self, expression: str) -> Any:
        """Evaluate JavaScript in the page and give its value; promises are awaited."""
        result = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:800])
        return result["result"].get("value")

    def wait(self, expression: str, *, seconds: float = PATIENCE) -> Any:
        """Wait until an expression is true, and give its value."""
        until = time.monotonic() + seconds
        while True:
            value = self.evaluate(
                f"Promise.resolve({expression}).then(found => found instanceof Node || found)"
            )
            if value:
                return value
            if time.monotonic() > until:
                text = self.evaluate("document.body.innerText.slice(0, 1500)")
                raise AssertionError(f"never true: {expression}\nthe page says:\n{text}")
            time.sleep(0.02)

    def wait_for_text(self, text: str) -> None:
        """Wait until the page shows some words."""
        self.wait(f"document.body.innerText.includes({json.dumps(text)})")

    def press(self, key: str, *, alt: bool = False) -> None:
        """Press a key as a person does; a letter, a sign, or one of `NAMED_KEYS`."""
        text = key if len(key) == 1 else "\r" if key == "Enter" else ""
        code = NAMED_KEYS.get(key, ord(key.upper()[0]) if key.isalnum() else 0)
        given = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 1 if alt else 0}
        self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **given)
        self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    def write(self, text: str) -> None:
        """Type text into what has the focus."""
        self.call("Input.insertText", text=text)

    def click(self, selector: str) -> None:
        """Click the first element that a selector names, with the mouse, in its middle."""
        # Only once it has come to rest: what is loaded meanwhile may still push it away.
        place = self.wait(
            f"(async () => {{ const one = document.querySelector({json.dumps(selector)});"
            " if (!one) return null; one.scrollIntoView({ block: 'center' });"
            " const place = () => { const box = one.getBoundingClientRect();"
            " return [box.left + box.width / 2, box.top + box.height / 2]; };"
            " const before = place(); await new Promise(done => setTimeout(done, 120));"
            " const after = place();"
            " return one.isConnected && `${before}` === `${after}` ? after : null; })()"
        )
        given = {"x": place[0], "y": place[1], "button": "left", "clickCount": 1}
        self.call("Input.dispatchMouseEvent", type="mousePressed", **given)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", **given)

    def click_text(self, words: str, *, within: str = "button, a, summary") -> None:
        """Click the first shown button or link whose words begin so."""
        self.wait(
            f"[...document.querySelectorAll({json.dumps(within)})].some(one => "
            f"one.checkVisibility() && !one.disabled && one.innerText.trim().startsWith({json.dumps(words)})"
            " && (one.id ||= 'clicked-' + Math.random().toString(36).slice(2), window.clicked = one.id))"
        )
        self.click("#" + self.evaluate("window.clicked"))

    def look(self, width: int, height: int, *, dark: bool = False) -> None:
        """Set the size of the window in CSS pixels, and light or dark."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.call("Emulation.setEmulatedMedia", features=[scheme, still])

    def picture(self, path: Path) -> None:
        """Keep a picture of what the window shows."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))
