"""The guard: who may ask the server anything, and what browsers may do with its answers.

The server listens on this machine only, but every page in the browser can reach it there. So the
Host header must name this server (a foreign name that was made to point here is refused), the
Origin of a request must be this server, and a cookie must show that the browser was opened with
the launch token. The token works once. See the OWASP notes on DNS rebinding and on CSRF.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from html import escape
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEBIBYTE = 2**20
JSON_LIMIT = 32 * MEBIBYTE
FILE_LIMIT = 512 * MEBIBYTE
DAY = 24 * 60 * 60  # seconds

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
SAFE = ("GET", "HEAD")
USED = (
    "This address was used before, and works once. Stop sayso (Ctrl-C) and start it again to "
    "get a new one."
)
LOCKED = "Open the address that sayso printed when it started; it lets this browser in."


class RefusedError(Exception):
    """A request that is answered with a status and a line, and goes no further."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class Guard:
    """Let a request through to the application, or answer it with a refusal."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], token: str) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.cookie = "sayso-" + min(self.hosts).rpartition(":")[2]
        self._token: str | None = token
        self._pass = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        try:
            self._check_place(headers, scope["method"])
            if self._bears_token(scope):
                await self._exchange(scope, headers, send)
                return
            if not self._known(headers):
                raise RefusedError(401, LOCKED)
            _check_body(scope, headers)
            await self.app(scope, receive, _with_headers(send, scope))
        except RefusedError as refusal:
            await _answer(send, scope, refusal)

    def _check_place(self, headers: Headers, method: str) -> None:
        host = headers.get("host", "")
        if host not in self.hosts:
            raise RefusedError(421, f"This server does not answer for {host!r}.")
        origin = headers.get("origin")
        ours = {f"http://{one}" for one in self.hosts}
        if origin is not None and origin not in ours:
            raise RefusedError(403, f"Pages of {origin} may not use this server.")
        if origin is None and method not in SAFE:
            raise RefusedError(403, "A request that changes something must name its origin.")
        foreign = headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
        # A link on a foreign page may lead here, to the pages; its scripts may not.
        followed = headers.get("sec-fetch-mode") == "navigate" and method in SAFE
        if foreign and not followed:
            raise RefusedError(403, "Pages of other sites may not use this server.")

    def _bears_token(self, scope: Scope) -> bool:
        query: bytes = scope["query_string"]
        return bool(scope["path"] == "/" and query.startswith(b"token="))

    async def _exchange(self, scope: Scope, headers: Headers, send: Send) -> None:
        """Give the cookie for the token, once, and lead to the address without it."""
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        away = [(b"location", b"/"), (b"cache-control", b"no-store")]
        if not self._known(headers):
            if self._token is None:
                raise RefusedError(401, USED)
            if not secrets.compare_digest(given.encode(), self._token.encode()):
                raise RefusedError(401, LOCKED)
            self._token = None
            cookie = f"{self.cookie}={self._pass}; Path=/; HttpOnly; SameSite=Strict; Max-Age={DAY}"
            away.append((b"set-cookie", cookie.encode()))
        sender = _with_headers(send, scope)
        await sender({"type": "http.response.start", "status": 303, "headers": away})
        await sender({"type": "http.response.body", "body": b""})

    def _known(self, headers: Headers) -> bool:
        try:
            jar = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return False
        held = jar.get(self.cookie)
        return held is not None and secrets.compare_digest(held.value, self._pass)


def _check_body(scope: Scope, headers: Headers) -> None:
    """Refuse a body of another kind, of no stated length, or too large."""
    if scope["method"] in SAFE:
        return
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if scope["method"] == "PUT" and scope["path"] == "/api/files":
        limit, wanted = FILE_LIMIT, "application/octet-stream"
    else:
        limit, wanted = JSON_LIMIT, "application/json"
    if kind != wanted:
        raise RefusedError(415, f"The body must be {wanted}; it is {kind or 'of no stated type'}.")
    size = headers.get("content-length", "")
    if not size.isdigit():
        raise RefusedError(411, "A request with a body must state its length.")
    if int(size) > limit:
        raise RefusedError(413, f"More than {limit // MEBIBYTE} MB at once is not taken.")


def _with_headers(send: Send, scope: Scope) -> Send:
    fixed = scope["path"].startswith("/assets/")

    async def send_guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            # The names of built assets carry a hash of their content.
            lasting = fixed and message["status"] == 200
            headers["Cache-Control"] = "max-age=31536000, immutable" if lasting else "no-store"
        await send(message)

    return send_guarded


async def _answer(send: Send, scope: Scope, refusal: RefusedError) -> None:
    if scope["path"].startswith("/api/"):
        body = json.dumps({"message": refusal.message}).encode()
        kind = b"application/json"
    else:
        body = (
            "<!doctype html><html lang=en><meta charset=utf-8><title>sayso</title>"
            f"<h1>sayso</h1><p>{escape(refusal.message)}</p></html>"
        ).encode()
        kind = b"text/html; charset=utf-8"
    sender = _with_headers(send, scope)
    headers = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    start = {"type": "http.response.start", "status": refusal.status, "headers": headers}
    await sender(start)
    await sender({"type": "http.response.body", "body": body})
