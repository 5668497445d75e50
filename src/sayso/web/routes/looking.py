"""Search, and the history of acts with undo and redo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Query

from sayso.model import Act, plain
from sayso.web.routes.asking import Answer, On
from sayso.web.routes.home import NoBody
from sayso.web.routes.statements import titles
from sayso.web.steps import steps

if TYPE_CHECKING:
    from sayso.project import Project

router = APIRouter()


@router.get("/search")
async def search(
    on: On,
    words: str,
    document: str | None = None,
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Answer:
    """Find words in all documents, with what stands around them."""

    def found(project: Project) -> Answer:
        hits = project.search(words, document=document, offset=offset, limit=limit)
        names = titles(on.desk, project)
        return {
            "total": hits.total,
            "hits": [
                {
                    "document": hit.document,
                    "title": names.get(hit.document, ""),
                    "start": hit.span.start,
                    "end": hit.span.end,
                    "before": hit.before,
                    "exact": hit.span.exact,
                    "after": hit.after,
                }
                for hit in hits.hits
            ],
        }

    return await on.ask(found)


@router.get("/history")
async def history(
    on: On,
    offset: Annotated[int, Query(ge=0)] = 0,
    most: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Answer:
    """List the steps from an act on, the latest first; each is undone as one."""
    return await on.ask(lambda project: steps(project, offset=offset, most=most))


@router.post("/undo")
async def undo(body: NoBody, on: On) -> Answer:
    """Take back the coder's last acts, as one step."""
    return _acts(await on.act(lambda project: project.undo()))


@router.post("/redo")
async def redo(body: NoBody, on: On) -> Answer:
    """Do again what was taken back last."""
    return _acts(await on.act(lambda project: project.redo()))


def _acts(acts: list[Act]) -> Answer:
    return {"acts": [plain(one) for one in acts]}
