"""A corpus of statements as the tables of a `.dna` file, so that a project opens there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from sayso.formats.dna import DnaFile, Doubt, Row
from sayso.formats.dna_schema import TABLES, unset
from sayso.model import Actor, Concept, Document, Record, Statement
from sayso.text import Units

_ZERO = datetime(1970, 1, 1, tzinfo=UTC)
_TYPE = "DNA Statement"


def dna_file(records: Iterable[Record]) -> DnaFile:
    """Make the tables of a `.dna` file from records, so that a project opens there.

    Statements without for or against, which the format cannot say, are left out and named in
    `doubts`, as are those without content. Dates without day or time count from their beginning;
    documents without date are dated 1970.
    """
    return _Filling(list(records)).done()


class _Filling:
    """The tables while they are filled."""

    _VARIABLES = ("person", "organization", "concept")

    def __init__(self, records: list[Record]) -> None:
        self._records = records
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._doubts: list[Doubt] = []
        self._entities: dict[tuple[int, str], int] = {}

    def done(self) -> DnaFile:
        self._add("SETTINGS", Property="version", Value="3.1.2")
        self._add("SETTINGS", Property="date", Value="2026-06-30")
        self._add("CODERS", ID=1, Name="Admin")
        self._add("STATEMENTTYPES", ID=1, Label=_TYPE, Red=239, Green=208, Blue=51)
        for at, name in enumerate((*self._VARIABLES, "agreement"), 1):
            kind = "boolean" if name == "agreement" else "short text"
            self._add("VARIABLES", ID=at, Variable=name, DataType=kind, StatementTypeId=1)
            if kind == "short text":
                self._entity(at, "")
        numbers = self._documents()
        self._statements(numbers)
        return DnaFile(
            {table: tuple(rows) for table, rows in self._rows.items()}, tuple(self._doubts)
        )

    def _add(self, table: str, **values: Any) -> None:
        self._rows[table].append(
            tuple(values.get(name, unset(name, kind)) for name, kind in TABLES[table].items())
        )

    def _entity(self, variable: int, value: str) -> int:
        known = self._entities.get((variable, value))
        if known is not None:
            return known
        at = self._entities[variable, value] = len(self._entities) + 1
        self._add("ENTITIES", ID=at, VariableId=variable, Value=value)
        return at

    def _documents(self) -> dict[str, tuple[int, Units]]:
        numbers: dict[str, tuple[int, Units]] = {}
        for one in self._records:
            if not isinstance(one, Document):
                continue
            number = len(numbers) + 1
            numbers[one.id] = (number, Units(one.text))
            self._add(
                "DOCUMENTS", ID=number, Title=one.title or one.key, Text=one.text, Coder=1,
                Author=one.author or "", Source=one.published_in or "", Type=one.kind or "",
                Section=str(one.metadata.get("section") or ""),
                Notes=str(one.metadata.get("notes") or ""), Date=seconds(one.date),
            )  # fmt: skip
        return numbers

    def _statements(self, documents: Mapping[str, tuple[int, Units]]) -> None:
        actors = {one.id: one for one in self._records if isinstance(one, Actor)}
        concepts = {one.id: one.name for one in self._records if isinstance(one, Concept)}
        corrected = {one.corrects for one in self._records if isinstance(one, Statement)}
        for one in self._records:
            if not isinstance(one, Statement) or one.id in corrected or one.status == "rejected":
                continue
            agreed = {"for": 1, "against": 0}.get(one.agreement or "")
            if agreed is None or not one.content or one.document not in documents:
                why = "It is neither for nor against, which a .dna file cannot say; left out."
                self._doubts.append(Doubt("STATEMENTS", one.id, why))
                continue
            concept = concepts.get(one.concept or "", one.concept or "")
            self._statement(one, documents[one.document], who(one, actors), concept, agreed)

    def _statement(
        self, one: Statement, document: tuple[int, Units], who: dict[str, str], concept: str,
        agreed: int,
    ) -> None:  # fmt: skip
        number, (place, units) = len(self._rows["STATEMENTS"]) + 1, document
        self._add(
            "STATEMENTS", ID=number, StatementTypeId=1, DocumentId=place, Coder=1,
            Start=units.utf16(one.content[0].start), Stop=units.utf16(one.content[-1].end),
        )  # fmt: skip
        said = {**who, "concept": concept}
        for variable, name in enumerate(self._VARIABLES, 1):
            at = len(self._rows["DATASHORTTEXT"]) + 1
            entity = self._entity(variable, said.get(name, ""))
            self._add("DATASHORTTEXT", ID=at, StatementId=number, VariableId=variable,
                      Entity=entity)  # fmt: skip
        self._add("DATABOOLEAN", ID=number, StatementId=number, VariableId=4, Value=agreed)


def who(one: Statement, actors: Mapping[str, Actor]) -> dict[str, str]:
    """Give person and organisation of a statement; the words that name the speaker otherwise."""
    found: dict[str, str] = {}
    for id_ in (*((one.holder,) if one.holder else ()), *one.actors):
        actor = actors.get(id_)
        kind = "person" if actor and actor.kind == "person" else "organization"
        found.setdefault(kind, actor.name if actor else id_)
    if not found:
        words = " ".join(" ".join(span.exact.split()) for span in one.speakers)
        found["organization"] = words
    return found


def seconds(date: str | None) -> int:
    """Give the beginning of a date in seconds since 1970 UTC; 0 where there is none."""
    if not date:
        return 0
    text = date.split("/", 1)[0].rstrip("~?%")
    parts = text[:10].split("-")
    try:
        if len(text) > 10:
            when = datetime.fromisoformat(text.replace("Z", "+00:00"))
            when = when if when.tzinfo else when.replace(tzinfo=UTC)
        else:
            year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
            when = datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return 0
    return int((when - _ZERO).total_seconds())
