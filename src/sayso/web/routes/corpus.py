"""The corpus: what would be added, what is there, what failed, and jobs."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from sayso.model import plain
from sayso.web.reading import reading
from sayso.web.routes.asking import Answer, Body, On, written
from sayso.web.routes.home import NoBody

router = APIRouter()


class AddBody(Body):
    """What to add; `columns` maps columns of the spreadsheet to fields.

    With `trained` the trained reader reads again what it has not read; if False, rules read alone.
    """

    columns: dict[str, str | None] | None = None
    trained: bool | None = None


class CheckBody(Body):
    """Which checks to run; all if None."""

    names: list[str] | None = None


@router.get("/plan")
async def plan(on: On) -> Answer:
    """Look at the project folder without reading it in: the dry run before adding."""
    made: Answer = plain(await on.ask(lambda project: project.plan()))
    return made


@router.get("/columns")
async def columns(on: On) -> Answer:
    """Give the columns of the spreadsheet beside the files, and what they were guessed to be."""
    return {"columns": plain(await on.ask(lambda project: project.columns()))}


@router.get("/documents")
async def documents(on: On) -> Answer:
    """List the documents, what could not be read, and how many findings stand."""

    def listed(project: Any) -> Answer:
        return {
            "documents": [plain(one) for one in project.documents()],
            "failures": [plain(one) for one in project.failures()],
            "findings": len(project.findings(state=("open", "confirmed"))),
        }

    return await on.ask(listed)


@router.get("/documents/{document}")
async def document(document: str, on: On) -> Response:
    """Give a document to read."""
    return await on.ask(lambda project: written(reading(project, document)))


@router.post("/jobs/add")
async def add(body: AddBody, on: On) -> Answer:
    """Start reading what is new in the project folder."""
    given = {} if body.columns is None else {"columns": body.columns}
    return {"job": await on.act(lambda project: project.start("add", **given))}


@router.post("/jobs/check")
async def check(body: CheckBody, on: On) -> Answer:
    """Start the checks."""
    given = {} if body.names is None else {"names": body.names}
    return {"job": await on.act(lambda project: project.start("check", **given))}


@router.get("/jobs")
async def jobs(on: On) -> Answer:
    """List the jobs and the revision: what rises when pages should look again."""

    def listed(project: Any) -> Answer:
        found = [plain(one) for one in project.jobs()]
        done = [(one["id"], one["state"], one.get("done")) for one in found]
        if on.desk.seen_jobs != done:
            on.desk.seen_jobs = done
            on.desk.revision += 1
        return {"jobs": found, "revision": on.desk.revision}

    return await on.ask(listed)


@router.post("/jobs/{job}/cancel")
async def cancel(job: str, body: NoBody, on: On) -> Answer:
    """Cancel a job; what it finished before stays."""
    await on.act(lambda project: project.cancel(job))
    return {}
