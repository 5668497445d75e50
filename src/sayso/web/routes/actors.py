"""Actors: who speaks and is named, and which of them are one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Query, Response

from sayso.model import plain
from sayso.web import shapes
from sayso.web.routes.asking import Answer, Body, On, written
from sayso.web.routes.statements import titles

if TYPE_CHECKING:
    from sayso.project import ActorRow, Pair, Place, Project
    from sayso.web.desk import Desk

router = APIRouter()
_PLACES = 4
_LEAST = 0.3


class JudgeBody(Body):
    """Pairs of actors by id, and whether they are one; None takes a judgement back."""

    pairs: list[tuple[str, str]]
    same: bool | None
    why: str = ""


class NameBody(Body):
    """The name an actor is shown by."""

    name: str


@router.get("/actors")
async def actors(on: On, names: bool = False) -> Response:
    """List the actors, those that say most first, and how many pairs wait for a judgement.

    `names` asks for the actors alone, which takes less time than to look for pairs.
    """

    def ask(project: Project) -> Response:
        if names:
            return written({"actors": [_row(one) for one in _all(on.desk, project).values()]})
        return written(
            {
                "actors": [_row(one) for one in _all(on.desk, project).values()],
                "waiting": len(_waiting(on.desk, project)),
                "judged": len(project.judgements()),
            }
        )

    return await on.ask(ask)


@router.get("/actors/candidates")
async def candidates(
    on: On,
    least: Annotated[float, Query(ge=0, le=1)] = _LEAST,
    limit: Annotated[int, Query(ge=1, le=500)] = 50,
    of: str | None = None,
    places: Annotated[int, Query(ge=0, le=20)] = _PLACES,
) -> Answer:
    """Give pairs that may be one, the likeliest first, each with places of both.

    `of` asks for the pairs of one actor only, `places` for how many places of each side.
    """

    def ask(project: Project) -> Answer:
        pairs = _waiting(on.desk, project, least)
        if of is not None:
            head = _one(on.desk, project, of).id
            pairs = [it for it in pairs if head in (it.one.id, it.two.id)]
        named = titles(on.desk, project)
        return {
            "total": len(pairs),
            "pairs": [_pair(project, one, named, places) for one in pairs[:limit]],
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
    """Give one actor, what it is made of, and places that name it."""

    def ask(project: Project) -> Answer:
        one = _one(on.desk, project, actor)
        named = titles(on.desk, project)
        ids = set(one.members)
        judged = [it for it in project.judgements()[::-1] if {it.one, it.two} & ids]
        waiting = [it for it in _waiting(on.desk, project) if one.id in (it.one.id, it.two.id)]
        return {
            "actor": _row(one),
            "members": [_row(it) for it in project.members(one)],
            "documents": [{"id": id_, "title": named.get(id_, "")} for id_ in one.documents],
            "places": [_place(it, named) for it in project.places(one, limit=12)],
            "judgements": plain([asdict(it) for it in judged]),
            "ties": plain([asdict(it) for it in project.ties(one)]),
            "waiting": len(waiting),
        }

    return await on.ask(ask)


@router.get("/actors/{actor}/places")
async def places(
    actor: str, on: On, limit: Annotated[int, Query(ge=1, le=100)] = _PLACES
) -> Answer:
    """Give places that name an actor, with some words around each."""

    def ask(project: Project) -> Answer:
        one = _one(on.desk, project, actor)
        return {"places": _places(project, one, titles(on.desk, project), limit)}

    return await on.ask(ask)


@router.get("/actors/{actor}/statements")
async def said(
    actor: str, on: On, limit: Annotated[int, Query(ge=1, le=1_000)] = 5
) -> Answer:
    """List what an actor says, by document and place."""

    def ask(project: Project) -> Answer:
        one = _one(on.desk, project, actor)
        named = titles(on.desk, project)
        found = project.said(one, limit=limit)
        return {
            "total": one.statements,
            "statements": [shapes.statement_in_words(it, named) for it in found],
        }

    return await on.ask(ask)


@router.patch("/actors/{actor}")
async def rename(actor: str, body: NameBody, on: On) -> Answer:
    """Give an actor the name it is shown by."""
    return {"batch": await on.act(lambda project: project.rename_actor(actor, body.name))}


# The register walks through all statements: it is made once for each state of the project.


def _all(desk: Desk, project: Project) -> dict[str, ActorRow]:
    return desk.kept("actors", lambda: {one.id: one for one in project.actors()})


def _waiting(desk: Desk, project: Project, least: float = _LEAST) -> list[Pair]:
    return desk.kept(f"pairs {least}", lambda: project.candidates(least=least))


def _one(desk: Desk, project: Project, actor: str) -> ActorRow:
    return _all(desk, project).get(actor) or project.actor(actor)


def _row(one: ActorRow) -> dict[str, Any]:
    return {
        "id": one.id, "name": one.name, "names": list(one.names), "kind": one.kind,
        "members": list(one.members), "statements": one.statements, "mentions": one.mentions,
        "documents": len(one.documents), "first": one.first, "last": one.last,
    }  # fmt: skip


def _pair(project: Project, pair: Pair, named: Mapping[str, str], limit: int) -> dict[str, Any]:
    one, two = (
        _row(it) | ({"places": _places(project, it, named, limit)} if limit else {})
        for it in (pair.one, pair.two)
    )
    return {"one": one, "two": two, "score": pair.score, "reason": pair.reason}


def _places(
    project: Project, one: ActorRow, named: Mapping[str, str], limit: int
) -> list[dict[str, Any]]:
    return [_place(it, named) for it in project.places(one, limit=limit)]


def _place(one: Place, named: Mapping[str, str]) -> dict[str, Any]:
    return {
        "document": one.document, "title": named.get(one.document, ""),
        "span": [one.start, one.end], "before": one.before, "exact": one.exact,
        "after": one.after,
    }  # fmt: skip
