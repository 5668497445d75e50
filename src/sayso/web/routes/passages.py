"""Passages that stand in several documents, and such as say the same in other words."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query

from sayso.exports.passages import year
from sayso.project import Wanted
from sayso.web.routes.asking import Answer, Asked, Body, On

if TYPE_CHECKING:
    from sayso.project import Project

router = APIRouter()
Preset = Literal["fast", "default", "sensitive"]
_PATIENCE = 0.8
"""Seconds for which a request waits for a search; a longer one is told how far it is instead."""
_STEP = 0.05
MOST = 60
"""Places of a passage on the page at most; the first ones by date."""


class NoBody(Body):
    """A request that carries nothing."""


@router.get("/passages")
async def passages(
    on: On,
    preset: Preset = "default",
    series: bool = False,
    sort: Literal["most", "spread", "size", "date"] = "most",
    document: str | None = None,
    start: Annotated[int | None, Query(ge=0)] = None,
    end: Annotated[int | None, Query(ge=0)] = None,
    containing: Annotated[str, Query(max_length=500)] = "",
    documents: Annotated[int, Query(ge=0)] = 0,
    origin: Literal["", "taken", "common"] = "",
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 40,
) -> Answer:
    """Give the passages that several documents share, or "looking": how far the search is."""
    wanted = Wanted(sort, document, start, end, containing, documents, origin)
    looking = await _searched(on, preset=preset, within_series=series)
    if looking:
        return {"looking": looking, "total": 0, "span": [None, None], "passages": []}

    def found(project: Project) -> Answer:
        shown = project.passages_shown(
            wanted, preset=preset, within_series=series, offset=offset, limit=limit
        )
        return {
            "looking": None,
            "total": shown.total,
            "span": [year(shown.first_date), year(shown.last_date)],
            "passages": [_cluster(one) for one in shown.clusters],
        }

    return await on.ask(found)


@router.get("/passages/reworded")
async def reworded(
    on: On,
    series: bool = False,
    document: str | None = None,
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 40,
) -> Answer:
    """Give proposals of reworded passages, the nearest first, or how far the search is."""
    looking = await _searched(on, preset="default", within_series=series, reworded=True)
    if looking:
        return {"looking": looking, "total": 0, "pairs": []}

    def found(project: Project) -> Answer:
        rows = [
            one
            for one in project.paraphrases(within_series=series)
            if document is None or document in (one["doc_a"], one["doc_b"])
        ]
        return {
            "looking": None,
            "total": len(rows),
            "pairs": [_pair(one) for one in rows[offset : offset + limit]],
        }

    return await on.ask(found)


@router.post("/passages/stop")
async def stop(body: NoBody, on: On) -> Answer:
    """End the search that runs."""
    await on.ask(lambda project: project.stop_looking())
    return {}


async def _searched(on: Asked, **which: Any) -> Answer | None:
    """Wait a moment for the search; None where its answer is at hand, else how far it is."""
    waited = 0.0
    while True:
        told = await on.ask(lambda project: project.look_for_passages(**which))
        if told.ready:
            return None
        if told.failure:
            return {"stage": "", "done": 0, "total": 0, "failure": told.failure}
        if waited >= _PATIENCE and told.progress:
            step = told.progress
            return {"stage": step.stage, "done": step.done, "total": step.total, "failure": ""}
        await asyncio.sleep(_STEP)
        waited += _STEP


def _cluster(one: Mapping[str, Any]) -> Answer:
    members: Sequence[Mapping[str, Any]] = one["members"]
    return {
        "id": one["cluster"],
        "documents": one["documents"],
        "places": one["passages"],
        "shared": one["shared"],
        "first_date": one["first_date"],
        "last_date": one["last_date"],
        "undated": one["undated"],
        "members": [_member(member, members) for member in members[:MOST]],
    }


def _member(one: Mapping[str, Any], members: Sequence[Mapping[str, Any]]) -> Answer:
    origin = one["origin"]
    source = None if origin.source is None else members[origin.source]["title"]
    return {
        "document": one["doc"],
        "title": one["title"],
        "date": one["date"],
        "year": year(one["date"]),
        "start": one["begin"],
        "end": one["end"],
        "first": one["first"],
        "tied": one["tied"],
        "against": one["against"],
        "alike": one["alike"],
        "parts": [list(part) for part in one["parts"]],
        "origin": {
            "source": source,
            "outside": origin.outside,
            "common": origin.common,
            "shared": [[change.oldest, change.both] for change in origin.shared],
        },
    }


def _pair(one: Mapping[str, Any]) -> Answer:
    return {
        "score": one["score"],
        "parts": one["parts"],
        "sides": [
            {
                "document": one[f"doc_{side}"],
                "title": one[f"title_{side}"],
                "date": one[f"date_{side}"],
                "start": one[f"begin_{side}"],
                "end": one[f"end_{side}"],
                "text": one[f"text_{side}"],
            }
            for side in "ab"
        ],
    }
