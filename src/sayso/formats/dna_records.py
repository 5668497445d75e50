"""Statements coded in Discourse Network Analyzer as records of sayso."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sayso.formats.dna import Anchored, DnaFile
from sayso.model import (
    Actor,
    ActorKind,
    Agreement,
    Concept,
    Document,
    Failure,
    Piece,
    Reading,
    Record,
    Span,
    Statement,
    actor_id,
    concept_id,
    document_id,
    failure_id,
    reading_id,
    statement_id,
)  # fmt: skip

VERSION = "1"
_ZERO = datetime(1970, 1, 1, tzinfo=UTC)
_TYPE = "DNA Statement"
_AGREEMENT: Mapping[int, Agreement] = {0: "against", 1: "for"}


@dataclass(frozen=True, slots=True)
class Names:
    """Which variable of the file says who, on what, and for or against."""

    organisation: str = "organization"
    person: str = "person"
    concept: str = "concept"
    agreement: str = "agreement"


def records(
    file: DnaFile,
    *,
    source: str,
    key: str,
    statement_type: str = _TYPE,
    names: Names | None = None,
) -> Iterator[Record]:
    """Give the documents, coders' readings, actors, concepts and statements of a `.dna` file.

    A statement is one a coder accepted; whether the passage is a quotation is not in the file,
    so its kind is "indirect". Statements whose place lies outside their document come as a
    failure that names them.

    Args:
        file: the tables, see `formats.dna.read`.
        source: id of the source the file is.
        key: its path relative to the project; documents are KEY#ID.
        statement_type: the label of the type that is taken.
        names: the variables' names, where they differ.
    """
    documents = {row["ID"]: _document(row, source, key) for row in file.rows("DOCUMENTS")}
    yield from documents.values()
    coders = {row["ID"]: str(row["Name"]) for row in file.rows("CODERS")}
    coded = _Coded(file, statement_type, names or Names())
    seen: set[str] = set()
    places = {place.statement: place for place in file.anchors()}
    for row in file.rows("STATEMENTS"):
        if row["StatementTypeId"] != coded.type:
            continue
        place, document = places[row["ID"]], documents.get(row["DocumentId"])
        if document is None or place.start is None or place.end is None:
            yield _lost(source, key, row)
            continue
        reading = _reading(document, coders.get(row["Coder"], str(row["Coder"])))
        made: list[Record] = [reading, *coded.actors(row["ID"]), *coded.concepts(row["ID"])]
        for record in made:
            if record.id not in seen:
                seen.add(record.id)
                yield record
        yield _statement(row["ID"], place, document, reading, coded, key)


class _Coded:
    """The values of the variables that sayso has words for, by statement."""

    def __init__(self, file: DnaFile, statement_type: str, names: Names) -> None:
        self.type = file.statement_types.get(statement_type)
        variables = file.variables(self.type) if self.type is not None else {}

        def values(name: str) -> dict[int, Any]:
            if name not in variables:
                return {}
            return dict(file.values(*variables[name]))

        self._organisations = values(names.organisation)
        self._persons = values(names.person)
        self._concepts = values(names.concept)
        self._agreements = values(names.agreement)

    def actors(self, statement: int) -> list[Actor]:
        """Give the organisation, then the person, where they are named."""
        kinds: tuple[tuple[ActorKind, dict[int, Any]], ...] = (
            ("organisation", self._organisations),
            ("person", self._persons),
        )
        found = []
        for kind, values in kinds:
            name = str(values.get(statement) or "")
            if name:
                found.append(Actor(actor_id(name, kind), name, (name,), kind))
        return found

    def concepts(self, statement: int) -> list[Concept]:
        """Give the concept, where there is one."""
        name = str(self._concepts.get(statement) or "")
        return [Concept(concept_id(name), name)] if name else []

    def agreement(self, statement: int) -> Agreement | None:
        """Give for or against, None where neither is coded."""
        value = self._agreements.get(statement)
        return _AGREEMENT.get(value) if isinstance(value, int) else None


def _document(row: Mapping[str, Any], source: str, key: str) -> Document:
    text, own = str(row["Text"]), f"{key}#{row['ID']}"
    pieces = (Piece(0, len(text), 0, len(text), "copy"),) if text else ()
    return Document(
        id=document_id(own, text), source=source, key=own, text=text, raw=text,
        pieces=pieces, extraction=f"dna {VERSION}", title=row["Title"] or None,
        author=row["Author"] or None, date=_date(row["Date"]),
        published_in=row["Source"] or None, kind=row["Type"] or None,
        metadata={"section": row["Section"], "notes": row["Notes"], "dna": row["ID"]},
        paragraphs=((0, len(text)),) if text else (),
    )  # fmt: skip


def _date(at: int) -> str | None:
    try:
        when = _ZERO + timedelta(seconds=at)
    except OverflowError:
        return None
    return when.date().isoformat() if at % 86400 == 0 else when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _reading(document: Document, coder: str) -> Reading:
    reader = f"coder:{coder}"
    return Reading(reading_id(document.id, reader, VERSION, {}), document.id, reader, VERSION)


def _statement(
    number: int, place: Anchored, document: Document, reading: Reading, coded: _Coded, key: str
) -> Statement:
    start, end = place.start or 0, place.end or 0
    content = (Span(start, end, document.text[start:end]),)
    actors = tuple(actor.id for actor in coded.actors(number))
    concepts = coded.concepts(number)
    doubt = "" if place.sure else "; its place was counted in UTF-16 units, please look"
    return Statement(
        id=statement_id(document.id, content, "indirect", row=f"{key}#{number}"),
        document=document.id, reading=reading.id, kind="indirect", content=content, actors=actors,
        holder=actors[0] if actors else None, concept=concepts[0].id if concepts else None,
        agreement=coded.agreement(number), status="accepted",
        reason=f"coded in Discourse Network Analyzer, statement {number}{doubt}",
    )  # fmt: skip


def _lost(source: str, key: str, row: Mapping[str, Any]) -> Failure:
    message = (
        f"{key}: statement {row['ID']} at {row['Start']}-{row['Stop']} lies outside document "
        f"{row['DocumentId']}. Mend it in Discourse Network Analyzer and import again."
    )
    return Failure(failure_id(source, "import", message), source, "import", message)
