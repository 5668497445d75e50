"""Home: which project lies open, the doors to others, and folders to choose from."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

import sayso
from sayso.errors import UsageError
from sayso.model import plain
from sayso.web.desk import Desk, existing_folder, name_of
from sayso.web.folders import listing, stored, stored_name
from sayso.web.routes.asking import Answer, Body, On

router = APIRouter()


class OpenBody(Body):
    """A folder or project file to open."""

    path: str


class NewBody(Body):
    """A name for a new dossier; empty for one by date."""

    name: str = ""


class CoderBody(Body):
    """Who codes."""

    name: str


class PasteBody(Body):
    """Text to put into the project folder as a file."""

    title: str = ""
    text: str


class NoBody(Body):
    """Nothing: the address says it all."""


@router.get("/desk")
async def desk(on: On) -> Answer:
    """Give what the frame of every page shows."""
    return await on.desk.run(lambda: _desk(on.desk))


def _desk(desk: Desk) -> Answer:
    project = desk.project
    shown: Answer | None = None
    if project is not None:
        shown = {
            "id": name_of(project),
            "name": project.name,
            "folder": str(project.folder),
            "path": str(project.path),
            "read_only": project.read_only,
            "warnings": list(project.warnings),
            "coder": project.coder,
        }
    return {
        "version": sayso.__version__,
        "project": shown,
        "recent": [_recent(one) for one in desk.shelf.recent()],
        "revision": desk.revision,
    }


def _recent(one: Any) -> Answer:
    path = Path(getattr(one, "path", one))
    folder = path.parent if path.suffix == ".db" else path
    name = path.stem if path.suffix == ".db" and path.name != "sayso.db" else folder.name
    return {"path": str(path), "name": name, "folder": str(folder), "there": path.exists()}


@router.post("/desk/open")
async def open_(body: OpenBody, on: On) -> Answer:
    """Open a folder or project file that stands on this machine."""
    await on.desk.lay(existing_folder(body.path))
    return await desk(on)


@router.post("/desk/sample")
async def sample(body: NoBody, on: On) -> Answer:
    """Open the sample dossier."""
    path = await on.desk.run(on.desk.shelf.sample)
    await on.desk.lay(path)
    return await desk(on)


@router.post("/desk/new")
async def new(body: NewBody, on: On) -> Answer:
    """Make a folder for a new dossier and open it."""
    name = stored_name(body.name, fallback=f"Dossier {date.today().isoformat()}")
    made = on.desk.shelf.made

    def make() -> Path:
        folder = made / name
        nth = 2
        while folder.exists():
            folder = made / f"{name} ({nth})"
            nth += 1
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise UsageError(f"{folder} cannot be made: {error.strerror}.") from error
        return folder

    await on.desk.lay(await on.desk.run(make))
    return await desk(on)


@router.post("/desk/close")
async def close(body: NoBody, on: On) -> Answer:
    """Put the open project away."""
    await on.desk.clear()
    return await desk(on)


@router.post("/coder")
async def coder(body: CoderBody, on: On) -> Answer:
    """Say who codes; kept for this and other projects."""
    name = re.sub(r"\s+", " ", body.name).strip()
    if not name:
        raise UsageError("A coder needs a name, or initials: they stand beside every decision.")
    await on.act(lambda project: project.sign(name))
    return await desk(on)


@router.get("/folders")
async def folders(on: On, path: Annotated[str, Query()] = "") -> Answer:
    """List the folders in a folder; the person's own folder if no path is given."""
    found: Answer = plain(await on.desk.run(lambda: listing(path, home=on.desk.shelf.home)))
    return found


@router.put("/files")
async def file(request: Request, on: On, name: Annotated[str, Query()]) -> Answer:
    """Put a dropped file into the project folder; one of that name is never overwritten."""
    folder = await on.ask(lambda project: Path(project.folder))
    kept = await stored(request.stream(), folder, name)
    return {"name": kept.name}


@router.post("/paste")
async def paste(body: PasteBody, on: On) -> Answer:
    """Put pasted text into the project folder as a text file."""
    if not body.text.strip():
        raise UsageError("There is no text to add. Paste some first.")
    first = " ".join(body.text.split()[:8]).rstrip(",;:.")
    name = stored_name(body.title, fallback=stored_name(first, fallback="Pasted text")) + ".txt"
    folder = await on.ask(lambda project: Path(project.folder))

    async def whole() -> Any:
        yield body.text.encode("utf-8", "replace")

    kept = await stored(whole(), folder, name)
    return {"name": kept.name}
