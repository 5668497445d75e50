"""Actors: who speaks and is named, and which of them are one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query

from sayso.model import plain
from sayso.web.routes.asking import Answer, Body, On
from sayso.web.routes.statements import titles

if TYPE_CHECKING:
    from sayso.project import ActorRow, Pair, Place, Project

router = APIRouter()
_PLACES = 4


class JudgeBody(Body):
    """Pairs of actors by id, and whether they are one; None takes a judgement back."""

    pairs: list[tuple[str, str]]
    same: bool | None
    why: str = ""


class NameBody(Body):
    """The name an actor is shown by."""

    name: str


@router.get("/actors")
async def actors(on: On) -> Answer:
    """List the actors, those that say most first, and how many pairs wait for a judgement."""

    def ask(project: Project) -> Answer:
        rows = project.actors()
        waiting = project.candidates(least=0.3)
        return {
            "actors": [_row(one) for one in rows],
            "waiting": len(waiting),
            "judged": len(project.judgements()),
        }

    return await on.ask(ask)


@router.get("/actors/candidates")
async def candidates(
    on: On,
    least: Annotated[float, Query(ge=0, le=1)] = 0.3,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Answer:
    """Give pairs that may be one, the likeliest first, each with places of both."""

    def ask(project: Project) -> Answer:
        pairs = project.candidates(least=least)
        named = titles(on.desk, project)
        return {
            "total": len(pairs),
            "pairs": [_pair(project, one, named) for one in pairs[:limit]],
        }

    return await on.ask(ask)


@router.get("/actors/judgements")
async def judgements(on: On) -> Answer:
    """List the judgements that count, the latest first."""
    return await on.ask(
        lambda project: {"judgements": plain([asdict(one) for one in project.judgements()[::-1]])}
    )


@router.post("/actors/judge")
async def judge(body: JudgeBody, on: On) -> Answer:
    """Judge pairs to be one or two, or take that back; one undo."""
    batch = await on.act(
        lambda project: project.judge(list(body.pairs), body.same, why=body.why)
    )
    return {"batch": batch}


@router.get("/actors/{actor}")
async def actor(actor: str, on: On) -> Answer:
    """Give one actor, the names of its members, and places that name it."""

    def ask(project: Project) -> Answer:
        one = project.actor(actor)
        named = titles(on.desk, project)
        members = set(one.members)
        judged = [it for it in project.judgements() if {it.one, it.two} & members]
        return {
            "actor": _row(one),
            "documents": [{"id": id_, "title": named.get(id_, "")} for id_ in one.documents],
            "places": [_place(it, named) for it in project.places(one.id, limit=12)],
            "judgements": plain([asdict(it) for it in judged]),
        }

    return await on.ask(ask)


@router.patch("/actors/{actor}")
async def rename(actor: str, body: NameBody, on: On) -> Answer:
    """Give an actor the name it is shown by."""
    return {"batch": await on.act(lambda project: project.rename_actor(actor, body.name))}


def _row(one: ActorRow) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "names": list(one.names), "kind": one.kind,
        "members": list(one.members), "statements": one.statements, "mentions": one.mentions,
        "documents": len(one.documents), "first": one.first, "last": one.last,
    }  # fmt: skip


def _pair(project: Project, pair: Pair, named: Mapping[str, str]) -> dict[str, Any]:
    return {
        "one": _row(pair.one) | {"places": _places(project, pair.one, named)},
        "two": _row(pair.two) | {"places": _places(project, pair.two, named)},
        "score": pair.score,
        "reason": pair.reason,
    }


def _places(project: Project, one: ActorRow, named: Mapping[str, str]) -> list[dict[str, Any]]:
    return [_place(it, named) for it in project.places(one.id, limit=_PLACES)]


def _place(one: Place, named: Mapping[str, str]) -> dict[str, Any]:
    return {
        "document": one.document, "title": named.get(one.document, ""),
        "span": [one.start, one.end], "before": one.before, "exact": one.exact,
        "after": one.after,
    }  # fmt: skip
