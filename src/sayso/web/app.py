"""The application: the API, the pages, and how errors are told."""

from __future__ import annotations

import logging
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import FileResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from sayso import errors
from sayso.web.desk import Desk, NoProjectError, OtherProjectError, Shelf, shelf
from sayso.web.guard import Guard
from sayso.web.routes import (
    actors,
    concepts,
    corpus,
    findings,
    home,
    looking,
    network,
    passages,
    statements,
)

log = logging.getLogger("sayso.web")
PAGES = Path(__file__).parent / "pages"
UNBUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>sayso</title>
<h1>The pages of the workbench are not built</h1>
<p>The server runs and the commands work (<code>sayso --help</code>), but this installation has
no pages. In a checkout, with Node 20.19 or later, build them and reload this page:</p>
<pre>python hatch_build.py</pre>
<p>An installed package gets them by installing it again where a package index can be reached.</p>
</html>
"""
STATUS: dict[type[errors.SaysoError], int] = {
    errors.NotFoundError: 404,
    errors.ProjectBusyError: 409,
    NoProjectError: 409,
    OtherProjectError: 409,
}


def create_app(
    project: Path | str | None = None,
    *,
    hosts: tuple[str, ...],
    token: str | None = None,
    where: Shelf | None = None,
    pages: Path = PAGES,
) -> Guard:
    """Make the application that serves one person on one machine.

    Args:
        project: A folder or project file to open at the start.
        hosts: The values of the Host header that name this server, with their port.
        token: What the first request brings to get in; a random one if None.
        where: Where projects come from; the person's own shelf if None.
        pages: The folder of the built pages.
    """
    desk = Desk(where or shelf())
    if project is not None:
        desk.start(Path(project))

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.stop()

    # No generated documentation pages: they would fetch scripts from elsewhere.
    app = FastAPI(title="sayso", docs_url=None, redoc_url=None, lifespan=life)
    app.state.desk = desk
    for part in (home, corpus, statements, actors, concepts, findings, network, passages, looking):
        app.include_router(part.router, prefix="/api")
    app.add_exception_handler(errors.SaysoError, _foreseen)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)
    _serve_pages(app, pages)
    return Guard(app, hosts=hosts, token=token or secrets.token_urlsafe(24))


def _serve_pages(app: FastAPI, pages: Path) -> None:
    known: dict[str, Path] = {}

    @app.get("/{path:path}", include_in_schema=False)
    async def page(path: str) -> Response:
        if path.startswith("api/"):
            raise errors.NotFoundError(f"There is no /{path}.")
        if (path or "index.html") not in known:  # built, or built again, while this runs
            known.clear()
            known.update(_files(pages))
        if "index.html" not in known:
            return Response(UNBUILT, status_code=503, media_type="text/html; charset=utf-8")
        found = known.get(path or "index.html")
        if found is None:
            raise HTTPException(404, f"There is no page /{path}.")
        return FileResponse(found)


def _files(pages: Path) -> dict[str, Path]:
    """Give the files of the built pages by their address; nothing else is ever served."""
    return {
        one.relative_to(pages).as_posix(): one
        for one in pages.rglob("*")
        if one.is_file() and not one.name.startswith(".")
    }


def _told(status: int, message: str) -> JSONResponse:
    return JSONResponse({"message": message}, status_code=status)


async def _foreseen(_: Request, error: Exception) -> JSONResponse:
    for type_ in type(error).__mro__:
        if type_ in STATUS:
            return _told(STATUS[type_], str(error))
    return _told(400, str(error))


async def _malformed(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    where = " > ".join(str(part) for part in first["loc"])
    return _told(422, f"The request is not understood: {where}: {first['msg']}.")


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    return _told(error.status_code, str(error.detail))


async def _unforeseen(_: Request, error: Exception) -> JSONResponse:
    log.error("unforeseen", exc_info=error)
    return _told(
        500,
        f"sayso failed in a way that was not foreseen ({type(error).__name__}: {error}). "
        "What you decided before is kept. Please report this.",
    )
