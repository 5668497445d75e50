"""Statements as sayso reads them, made into the table that networks are made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sayso.model import Actor, Concept, Document, Record, Statement
from sayso.networks.statements import DOCUMENT, Statements, from_columns
from sayso.networks.times import NO_DATE, seconds

_FIELDS = {"author": "author", "source": "published_in", "type": "kind", "title": "title"}


def from_records(records: Iterable[Record], documents: Iterable[Document]) -> Statements:
    """Make the table of statements from the records of a corpus.

    Variables are "actor" (the holder of the position; else each actor who says it, one row each;
    else the words that name the speaker), "concept", "agreement", "status" and "kind", and of the
    document "document.author", "document.source", "document.type" and "document.title". A
    statement that a later one corrects is left out. Its date is when it was said, else published,
    else the document's; a date that cannot be read counts as none.
    """
    listed = list(records)
    actors = {one.id: one.name for one in listed if isinstance(one, Actor)}
    concepts = {one.id: one.name for one in listed if isinstance(one, Concept)}
    known = {one.id: one for one in documents}
    statements = [one for one in listed if isinstance(one, Statement)]
    corrected = {one.corrects for one in statements}
    rows = [
        _row(statement, actor, known.get(statement.document), concepts)
        for statement in statements
        if statement.id not in corrected
        for actor in _holders(statement, actors)
    ]
    names = list(rows[0]) if rows else ["id", "actor", "concept", "agreement"]
    columns = {name: [row[name] for row in rows] for name in names}
    dates = [time for one in known.values() if (time := _time(one.date)) != NO_DATE]
    period = (min(dates), max(dates)) if dates else None
    return from_columns(columns, kinds={"agreement": "boolean"}, period=period)


def _holders(statement: Statement, actors: Mapping[str, str]) -> tuple[str, ...]:
    if statement.holder is not None:
        return (actors.get(statement.holder, statement.holder),)
    if statement.actors:
        return tuple(actors.get(one, one) for one in statement.actors)
    return (" ".join(" ".join(span.exact.split()) for span in statement.speakers),)


def _row(
    statement: Statement, actor: str, document: Document | None, concepts: Mapping[str, str]
) -> dict[str, Any]:
    dates = statement.dates
    written = (dates.said, dates.published, document.date if document else None)
    times = [time for one in written if (time := _time(one)) != NO_DATE]
    concept = statement.concept
    return {
        "id": statement.id,
        "document": statement.document,
        "date": times[0] if times else NO_DATE,
        "start": statement.content[0].start if statement.content else 0,
        "stop": statement.content[-1].end if statement.content else 0,
        "actor": actor,
        "concept": concepts.get(concept, concept) if concept else "",
        "agreement": statement.agreement,
        "status": statement.status,
        "kind": statement.kind,
        **{DOCUMENT + name: getattr(document, of, None) or "" for name, of in _FIELDS.items()},
    }


def _time(date: str | None) -> int:
    try:
        return seconds(date)
    except ValueError:
        return NO_DATE
