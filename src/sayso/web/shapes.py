"""What pages get: records as compact JSON, spans as [start, end] in code points.

A page that has the text of a document needs no `exact` for its spans; lists of statements across
documents get the words with them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model import Mention, Note, Quoted, Span, Statement

Row = dict[str, Any]


def place(span: Span | None) -> list[int] | None:
    """Give a span as [start, end]."""
    return None if span is None else [span.start, span.end]


def places(spans: Sequence[Span]) -> list[list[int]]:
    """Give spans as [start, end] pairs."""
    return [[one.start, one.end] for one in spans]


def statement(one: Statement) -> Row:
    """Give a statement for a page that has the text."""
    return {
        "id": one.id,
        "document": one.document,
        "reading": one.reading,
        "kind": one.kind,
        "content": places(one.content),
        "cue": place(one.cue),
        "reference": place(one.reference),
        "speakers": places(one.speakers),
        "parent": one.parent,
        "negated": one.negated,
        "modal": one.modal,
        "notes": [{"label": note.label, "note": note.note} for note in one.notes],
        "concept": one.concept,
        "agreement": one.agreement,
        "status": one.status,
        "corrects": one.corrects,
        "score": round(one.score, 3),
        "reason": one.reason,
        "at": one.content[0].start if one.content else 0,
    }


def statement_in_words(one: Statement, titles: Mapping[str, str]) -> Row:
    """Give a statement for a list across documents."""
    return statement(one) | {
        "exact": " […] ".join(span.exact for span in one.content),
        "cue_exact": one.cue.exact if one.cue else "",
        "speaker": speaker(one),
        "title": titles.get(one.document, ""),
    }


def speaker(one: Statement) -> str:
    """Give the words that name who says it; empty where the text names nobody."""
    return "; ".join(span.exact for span in one.speakers)


def quoted(one: Quoted) -> Row:
    """Give quoted words that are no statement."""
    return {"id": one.id, "span": place(one.span), "kind": one.kind, "reason": one.reason}


def mention(one: Mention) -> Row:
    """Give a mention with its normal form, where it has one."""
    normal = one.date or one.url or one.actor or one.work or ""
    return {"id": one.id, "span": place(one.span), "kind": one.kind, "normal": normal}


def note(one: Note) -> Row:
    """Give a note: its marker, its label and where its body stands."""
    return {
        "id": one.id,
        "label": one.label,
        "marker": place(one.marker),
        "body": place(one.body),
    }
