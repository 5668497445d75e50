"""Concepts: what statements are for or against."""

from __future__ import annotations

from fastapi import APIRouter

from sayso.model import plain
from sayso.web.routes.asking import Answer, Body, On

router = APIRouter()


class ConceptBody(Body):
    """A new concept."""

    name: str
    definition: str = ""
    parent: str | None = None


class ChangeBody(Body):
    """What changes in a concept; absent fields stay as they are."""

    name: str | None = None
    definition: str | None = None
    parent: str | None = None


class MergeBody(Body):
    """The concept that takes over statements and lower concepts."""

    into: str


@router.get("/concepts")
async def concepts(on: On) -> Answer:
    """List all concepts."""
    return await on.ask(lambda project: {"concepts": plain(project.concepts())})


@router.post("/concepts/{concept}/merge")
async def merge(concept: str, body: MergeBody, on: On) -> Answer:
    """Give a concept's statements and lower concepts to another, and remove it; one undo."""
    return {"batch": await on.act(lambda project: project.merge_concepts(concept, body.into))}


@router.post("/concepts")
async def add(body: ConceptBody, on: On) -> Answer:
    """Add a concept."""
    made = await on.act(
        lambda project: project.add_concept(
            body.name, definition=body.definition, parent=body.parent
        )
    )
    return {"concept": plain(made)}


@router.patch("/concepts/{concept}")
async def change(concept: str, body: ChangeBody, on: On) -> Answer:
    """Rename a concept, define it, or hang it under another."""
    given = body.model_dump(include=body.model_fields_set)
    made = await on.act(lambda project: project.change_concept(concept, **given))
    return {"concept": plain(made)}


@router.delete("/concepts/{concept}")
async def remove(concept: str, on: On) -> Answer:
    """Remove a concept."""
    await on.act(lambda project: project.remove_concept(concept))
    return {}
