"""A document as the reading page gets it: its text in blocks that leave nothing out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sayso.model import Document, Mention, Note, Quoted, Reading, Statement
from sayso.text import Places
from sayso.web import shapes

if TYPE_CHECKING:
    from sayso.project import Project

LONGEST = 6_000  # code points in one block of the page: a browser lays out longer ones slowly


def reading(project: Project, document_id: str) -> dict[str, Any]:
    """Give the document, its blocks, and the records that stand in it."""
    document = project.document(document_id)
    records = project.records(document=document_id)
    statements = [one for one in records if isinstance(one, Statement)]
    statements.sort(key=lambda one: one.content[0].start if one.content else 0)
    return {
        "id": document.id,
        "key": document.key,
        "title": document.title or document.key,
        "author": document.author,
        "date": document.date,
        "published_in": document.published_in,
        "language": document.language,
        "text": document.text,
        "blocks": [list(one) for one in blocks(document)],
        "superscripts": [list(one) for one in document.superscripts],
        "emphasis": [list(one) for one in document.emphasis],
        "pages": pages(document),
        "statements": [shapes.statement(one) for one in statements],
        "quoted": [shapes.quoted(one) for one in records if isinstance(one, Quoted)],
        "mentions": [shapes.mention(one) for one in records if isinstance(one, Mention)],
        "notes": [shapes.note(one) for one in records if isinstance(one, Note)],
        "readers": {
            one.id: f"{one.reader} {one.version}" for one in records if isinstance(one, Reading)
        },
        "findings": list(_findings(project, document_id)),
    }


def blocks(document: Document) -> Iterator[tuple[int, int, str, int, bool]]:
    """Yield (start, end, role, level, goes on) in text order; all but white space is covered.

    A stretch longer than `LONGEST` comes in several blocks; all but its first "go on".
    """
    text = document.text
    known: Sequence[tuple[int, int, str, int]] = [
        (one.start, one.end, one.role, one.level) for one in document.blocks
    ] or [(start, end, "paragraph", 0) for start, end in document.paragraphs]
    at = 0
    for start, end, role, level in [*known, (len(text), len(text), "", 0)]:
        if start < at:
            continue
        if text[at:start].strip():
            yield from _cut(text, at, start, "paragraph", 0)
        if end > start:
            yield from _cut(text, start, end, role, level)
        at = end


def _cut(
    text: str, start: int, end: int, role: str, level: int
) -> Iterator[tuple[int, int, str, int, bool]]:
    first = start
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
        yield start, cut, role, level, start > first
        start = cut
    yield start, end, role, level, start > first


def pages(document: Document) -> list[dict[str, Any]]:
    """Give the printed pages as spans of the text, for citations."""
    if not document.raw_pages:
        return []
    edits = Places(document).edits
    found = []
    for page in document.raw_pages:
        span = edits.to_text(page.raw_start, page.raw_end)
        if span is not None:
            label = page.label or str(page.number)
            found.append({"label": label, "start": span[0], "end": span[1]})
    return found


def _findings(project: Project, document_id: str) -> Iterable[dict[str, Any]]:
    for row in project.findings(document=document_id):
        finding = row.finding
        yield {
            "id": finding.id,
            "check": finding.check,
            "severity": finding.severity,
            "message": finding.message,
            "state": row.state,
            "spans": [
                [one.span.start, one.span.end]
                for one in finding.evidence
                if one.document == document_id
            ],
        }
