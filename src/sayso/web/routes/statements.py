"""Statements: lists with filters, and the acts on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Response
from pydantic import Field

from sayso.errors import UsageError
from sayso.model import Agreement, Statement, StatementKind, Status, plain
from sayso.web import shapes
from sayso.web.desk import Desk
from sayso.web.facets import facets as counted
from sayso.web.routes.asking import Answer, Body, On, written

if TYPE_CHECKING:
    from sayso.project import Project

router = APIRouter()
Places = list[tuple[int, int]]
LAST = "\uffff"  # sorts behind every name
Order = Literal[
    "document", "score", "learned", "likely", "speaker", "concept", "status", "kind"
]


class Filters(Body):
    """Which statements; what is absent lets all pass, an empty speaker or concept means none."""

    document: str | None = None
    status: list[Status] = Field(default_factory=list)
    kind: list[StatementKind] = Field(default_factory=list)
    speaker: str | None = None
    actor: str | None = None
    concept: str | None = None
    agreement: Agreement | None = None
    text: str | None = None

    def given(self) -> dict[str, Any]:
        """Give the filters as the project takes them."""
        return {
            "document": self.document,
            "status": tuple(self.status),
            "kind": tuple(self.kind),
            "speaker": self.speaker,
            "actor": self.actor,
            "concept": self.concept,
            "agreement": self.agreement,
            "text": self.text or None,
        }


class DecideBody(Body):
    """Statements, by id or by filter, and the status they get."""

    status: Status
    ids: list[str] | None = None
    filters: Filters | None = None
    why: str = ""


class CodeBody(Body):
    """Statements and what they get: a concept, an agreement; absent fields stay as they are."""

    ids: list[str] | None = None
    filters: Filters | None = None
    concept: str | None = None
    agreement: Agreement | None = None


class CorrectBody(Body):
    """A statement's new shape; absent fields stay as they are."""

    content: Places | None = None
    cue: tuple[int, int] | None = None
    reference: tuple[int, int] | None = None
    speakers: Places | None = None
    kind: StatementKind | None = None
    negated: bool | None = None
    modal: bool | None = None
    why: str = ""


class CreateBody(Body):
    """A statement of the coder's own."""

    document: str
    content: Places
    kind: StatementKind = "direct"
    cue: tuple[int, int] | None = None
    speakers: Places = Field(default_factory=list)


class MemoBody(Body):
    """A memo on a statement."""

    text: str


def asked_filters(
    document: str | None = None,
    status: Annotated[list[Status] | None, Query()] = None,
    kind: Annotated[list[StatementKind] | None, Query()] = None,
    speaker: str | None = None,
    actor: str | None = None,
    concept: str | None = None,
    agreement: Agreement | None = None,
    text: str | None = None,
) -> Filters:
    """Read the filters from an address."""
    return Filters(
        document=document, status=status or [], kind=kind or [],
        speaker=speaker, actor=actor, concept=concept, agreement=agreement, text=text,
    )  # fmt: skip


Wanted = Annotated[Filters, Depends(asked_filters)]


@router.get("/statements")
async def statements(
    on: On,
    wanted: Wanted,
    order: Order = "document",
    offset: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 200,
) -> Response:
    """List statements; the answer says how many there are in all."""

    def listed(project: Project) -> Response:
        given = wanted.given()
        names = titles(on.desk, project)
        return written(
            {
                "total": project.count_statements(**given),
                "statements": [
                    shapes.statement_in_words(one, names)
                    for one in _ordered(project, given, order, offset, limit)
                ],
            }
        )

    return await on.ask(listed)


def _ordered(
    project: Project, given: Mapping[str, Any], order: Order, offset: int, limit: int
) -> list[Statement]:
    if order in ("document", "score", "learned", "likely"):
        return project.statements(**given, order=order, offset=offset, limit=limit)
    names = {one.id: one.name for one in project.concepts()}
    keys: dict[str, Callable[[Statement], str]] = {
        "speaker": lambda one: shapes.speaker(one).casefold() or LAST,
        "concept": lambda one: names.get(one.concept or "", LAST).casefold(),
        "status": lambda one: one.status,
        "kind": lambda one: one.kind,
    }
    return sorted(project.statements(**given), key=keys[order])[offset : offset + limit]


@router.get("/learned")
async def learned(on: On) -> Answer:
    """Say from how many decisions the order of the rest is learned, and how well it foretells them."""

    def found(project: Project) -> Answer:
        made = project.learned()
        return {
            "decided": made.decided,
            "accepted": made.accepted,
            "agreement": made.agreement,
            "waiting": len(made.chances),
        }

    return await on.ask(found)


@router.get("/facets")
async def facets(on: On, wanted: Wanted) -> Answer:
    """Count the statements by each value of each facet, among those that the others let pass."""

    def found(project: Project) -> Answer:
        chosen = wanted.given()
        words = {name: chosen.pop(name) for name in ("text", "speaker", "actor")}
        return {**counted(project.statements(**words), chosen)}

    return await on.ask(found)


@router.get("/statements/{statement}")
async def statement(statement: str, on: On) -> Answer:
    """Give one statement with its words, its memos and its history."""

    def found(project: Project) -> Answer:
        one = project.statement(statement)
        row = shapes.statement_in_words(one, titles(on.desk, project))
        return row | {"memos": [plain(memo) for memo in project.memos(statement)]}

    return await on.ask(found)


@router.get("/matching")
async def matching(on: On, wanted: Wanted) -> Answer:
    """Show what a decision on all that match would be about, before it is made."""

    def found(project: Project) -> Answer:
        match = project.matching(**wanted.given())
        names = titles(on.desk, project)
        return {
            "count": match.count,
            "samples": [shapes.statement_in_words(one, names) for one in match.samples],
            "precision": match.precision,
        }

    return await on.ask(found)


@router.post("/decide")
async def decide(body: DecideBody, on: On) -> Answer:
    """Decide on statements; one undo step however many they are."""

    def decided(project: Project) -> Answer:
        ids = _ids(project, body.ids, body.filters)
        return {"batch": project.decide(ids, body.status, why=body.why), "count": len(ids)}

    return await on.act(decided)


@router.post("/code")
async def code(body: CodeBody, on: On) -> Answer:
    """Give statements a concept, an agreement, or both."""
    given = body.model_dump(include=body.model_fields_set & {"concept", "agreement"})
    if not given:
        raise UsageError("Say which concept or agreement the statements get.")

    def coded(project: Project) -> Answer:
        ids = _ids(project, body.ids, body.filters)
        return {"batch": project.code(ids, **given), "count": len(ids)}

    return await on.act(coded)


def _ids(project: Project, ids: list[str] | None, filters: Filters | None) -> list[str]:
    if (ids is None) == (filters is None):
        raise UsageError("Name statements by id, or all that match filters; one of the two.")
    if filters is not None:
        return project.matching_ids(**filters.given())
    return ids or []


@router.post("/statements/{statement}/correct")
async def correct(statement: str, body: CorrectBody, on: On) -> Answer:
    """Replace a statement by a corrected one."""
    given = body.model_dump(include=body.model_fields_set)

    def corrected(project: Project) -> Answer:
        made = project.correct(statement, **given)
        return {"statement": shapes.statement(made)}

    return await on.act(corrected)


@router.post("/statements")
async def create(body: CreateBody, on: On) -> Answer:
    """Add a statement that no reader found."""

    def created(project: Project) -> Answer:
        made = project.create(
            body.document, body.content, kind=body.kind, cue=body.cue, speakers=body.speakers
        )
        return {"statement": shapes.statement(made)}

    return await on.act(created)


@router.post("/statements/{statement}/memo")
async def memo(statement: str, body: MemoBody, on: On) -> Answer:
    """Write a memo on a statement."""
    await on.act(lambda project: project.memo(statement, body.text))
    return await on.ask(lambda project: {"memos": plain(project.memos(statement))})


def titles(desk: Desk, project: Project) -> Mapping[str, str]:
    """Give the titles of all documents by id."""
    return desk.kept(
        "titles", lambda: {one.id: one.title or one.key for one in project.documents()}
    )
