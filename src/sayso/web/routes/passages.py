"""Passages that stand in several documents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query

from sayso.exports.passages import marked
from sayso.web.routes.asking import Answer, On

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.project import Project

router = APIRouter()
Preset = Literal["fast", "default", "sensitive"]


@router.get("/passages")
async def passages(
    on: On,
    preset: Preset = "default",
    document: str | None = None,
    series: bool = False,
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=200)] = 40,
) -> Answer:
    """Give the passages that several documents share, the most widely spread first."""

    def found(project: Project) -> Answer:
        everything = project.passages(
            preset=preset, within_series=series, document=document, limit=offset + limit + 1
        )
        return {
            "more": len(everything) > offset + limit,
            "passages": [_cluster(one) for one in everything[offset : offset + limit]],
        }

    return await on.ask(found)


def _cluster(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": one["cluster"],
        "documents": one["documents"],
        "places": one["passages"],
        "first_date": one["first_date"],
        "last_date": one["last_date"],
        "undated": one["undated"],
        "members": [_member(marked(member)) for member in one["members"]],
    }


def _member(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "document": one["doc"],
        "title": one["title"],
        "date": one["date"],
        "year": one["year"],
        "start": one["begin"],
        "end": one["end"],
        "first": one["first"],
        "tied": one["tied"],
        "alike": one["identity_to_parent"],
        "parts": [list(part) for part in one["parts"]],
    }
