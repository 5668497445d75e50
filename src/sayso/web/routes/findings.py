"""Findings: what the checks report, with the evidence in its context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Response

from sayso.errors import NotFoundError
from sayso.model import Document, Finding, Span
from sayso.web.routes.asking import Answer, Body, On, written
from sayso.web.routes.statements import titles

if TYPE_CHECKING:
    from sayso.project import Project

router = APIRouter()
State = Literal["open", "confirmed", "dismissed"]
AROUND = 280  # code points of context on each side of the evidence


class JudgeBody(Body):
    """Findings and what a person holds of them."""

    ids: list[str]
    state: State
    why: str = ""


@router.get("/findings")
async def findings(
    on: On,
    state: Annotated[list[State] | None, Query()] = None,
    check: str | None = None,
    document: str | None = None,
) -> Response:
    """List findings, without the text around their evidence."""

    def listed(project: Project) -> Response:
        rows = project.findings(state=tuple(state or ()), check=check, document=document)
        names = titles(on.desk, project)
        return written(
            {
                "findings": [
                    _shape(row.finding)
                    | {"state": row.state, "why": row.why, "coder": row.coder, "when": row.when}
                    | {"titles": [names.get(one.document, "") for one in row.finding.evidence]}
                    for row in rows
                ]
            }
        )

    return await on.ask(listed)


def _shape(one: Finding) -> Answer:
    return {
        "id": one.id,
        "check": one.check,
        "severity": one.severity,
        "message": one.message,
        "rule": one.rule,
        "about": list(one.about),
        "evidence": [
            {
                "document": part.document,
                "start": part.span.start,
                "end": part.span.end,
                "exact": part.span.exact,
            }
            for part in one.evidence
        ],
    }


@router.get("/findings/{finding}")
async def finding(finding: str, on: On) -> Answer:
    """Give the evidence of a finding side by side, each with the text around it."""

    def found(project: Project) -> Answer:
        for row in project.findings():
            if row.finding.id == finding:
                return {"evidence": _contexts(project, row.finding)}
        raise NotFoundError(f"There is no finding {finding}. Was the check run again?")

    return await on.ask(found)


def _contexts(project: Project, one: Finding) -> list[Answer]:
    documents: dict[str, Document] = {}
    shown = []
    for part in one.evidence:
        if part.document not in documents:
            documents[part.document] = project.document(part.document)
        document = documents[part.document]
        before, after = around(document.text, part.span)
        shown.append(
            {
                "document": part.document,
                "title": document.title or document.key,
                "date": document.date,
                "author": document.author,
                "start": part.span.start,
                "end": part.span.end,
                "before": before,
                "exact": part.span.exact,
                "after": after,
            }
        )
    return shown


def around(text: str, span: Span, *, size: int = AROUND) -> tuple[str, str]:
    """Give up to `size` code points before and after a span, cut at white space."""
    start = max(0, span.start - size)
    end = min(len(text), span.end + size)
    before, after = text[start : span.start], text[span.end : end]
    if start > 0:
        head, blank, rest = before.partition(" ")
        before = "… " + (rest if blank else head)
    if end < len(text):
        rest, blank, tail = after.rpartition(" ")
        after = (rest if blank else tail) + " …"
    return before, after


@router.post("/findings/judge")
async def judge(body: JudgeBody, on: On) -> Answer:
    """Confirm or dismiss findings, or open them again."""
    batch = await on.act(lambda project: project.judge_findings(body.ids, body.state, why=body.why))
    return {"batch": batch}
