"""The tables of a `.dna` file brought up to date with a project; all else in them stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sayso.formats.dna import DnaFile, Doubt
from sayso.formats.dna_from_records import seconds, who
from sayso.formats.dna_schema import DATA_TABLES, TABLES, unset
from sayso.model import (
    Actor,
    Concept,
    Document,
    Record,
    Span,
    Statement,
    concept_id,
    document_id,
    statement_id,
)
from sayso.text import Units

Value = str | int | None


@dataclass(frozen=True)
class Taken:
    """How a file was taken over: its path within the project, and which statement type.

    `values` gives, by statement, the values of variables as they are in the project now.
    """

    key: str
    statement_type: str
    values: Mapping[str, Mapping[str, Value]] = field(default_factory=dict)


def renewed(file: DnaFile, records: Iterable[Record], taken: Taken) -> DnaFile:
    """Give the tables as the project has them now.

    Statements that were recoded, corrected, rejected or added are changed, moved, taken out or
    added; other types, variables, attributes, colours, coders and regexes stay as they were.
    What the format cannot say is named in `doubts`.
    """
    return _Renewing(file, list(records), taken).done()


def numbers(file: DnaFile, key: str) -> dict[str, int]:
    """Give the file's number of each statement by the id that sayso gave it."""
    texts = {row["ID"]: str(row["Text"]) for row in file.rows("DOCUMENTS")}
    found = {}
    for place in file.anchors():
        if place.start is None or place.end is None:
            continue
        document = document_id(f"{key}#{place.document}", texts[place.document])
        content = (Span(place.start, place.end, place.exact),)
        row = f"{key}#{place.statement}"
        found[statement_id(document, content, "indirect", row=row)] = place.statement
    return found


class _Renewing:
    """The tables while they are brought up to date, each as rows by their key."""

    def __init__(self, file: DnaFile, records: list[Record], taken: Taken) -> None:
        self._file, self._records, self._taken = file, records, taken
        self._tables: dict[str, list[dict[str, Any]]] = {
            table: list(file.rows(table)) for table in TABLES
        }
        self._doubts: list[Doubt] = []
        self._type = file.statement_types[taken.statement_type]
        self._variables = file.variables(self._type)
        self._places: dict[str, dict[tuple[int, int], dict[str, Any]]] = {
            table: {(row["StatementId"], row["VariableId"]): row for row in self._tables[table]}
            for table, _ in DATA_TABLES.values()
        }
        self._entities: dict[tuple[int, str], int] = {}
        for row in self._tables["ENTITIES"]:
            self._entities.setdefault((row["VariableId"], str(row["Value"])), row["ID"])
        self._words = {row["ID"]: str(row["Value"]) for row in self._tables["ENTITIES"]}
        self._last = {
            table: max((row.get("ID") or 0 for row in rows), default=0)
            for table, rows in self._tables.items()
        }

    def done(self) -> DnaFile:
        documents = self._documents()
        known = numbers(self._file, self._taken.key)
        here: set[int] = set()
        actors = {one.id: one for one in self._records if isinstance(one, Actor)}
        concepts = {one.id: one.name for one in self._records if isinstance(one, Concept)}
        statements = [one for one in self._records if isinstance(one, Statement)]
        replaced = {one.corrects for one in statements}
        for one in statements:
            if one.id in replaced or one.status == "rejected" or not one.content:
                continue
            if one.document not in documents:
                continue
            number = known.get(one.id) or known.get(one.corrects or "")
            coded = one.concept is not None and one.agreement in ("for", "against")
            if number is None and not coded:
                if one.status == "accepted" or one.concept:
                    why = "It has no concept, or is neither for nor against; left out."
                    self._doubts.append(Doubt("STATEMENTS", one.id, why))
                continue
            if number is None:
                number = self._added(one, documents[one.document], actors)
            elif one.id not in known:
                self._moved(number, one, documents[one.document])
            here.add(number)
            self._code(number, one, concepts.get(one.concept or "", ""))
        self._drop(set(known.values()) - here)
        tables = {
            table: tuple(tuple(row[name] for name in TABLES[table]) for row in rows)
            for table, rows in self._tables.items()
        }
        return DnaFile(tables, tuple(self._doubts))

    def _documents(self) -> dict[str, tuple[int, Units]]:
        """Give number and units of each document by id; those of the project alone are added."""
        texts = {row["ID"]: str(row["Text"]) for row in self._file.rows("DOCUMENTS")}
        known = {document_id(f"{self._taken.key}#{at}", text): at for at, text in texts.items()}
        found = {}
        for one in self._records:
            if not isinstance(one, Document):
                continue
            number = known.get(one.id) or self._add(
                "DOCUMENTS", Title=one.title or one.key, Text=one.text, Coder=self._coder(),
                Author=one.author or "", Source=one.published_in or "", Type=one.kind or "",
                Section=str(one.metadata.get("section") or ""),
                Notes=str(one.metadata.get("notes") or ""), Date=seconds(one.date),
            )  # fmt: skip
            found[one.id] = (number, Units(one.text))
        return found

    def _coder(self) -> int:
        coders = self._tables["CODERS"]
        return int(coders[0]["ID"]) if coders else self._add("CODERS", Name="Admin")

    def _add(self, table: str, **values: Any) -> int:
        self._last[table] += 1
        row = {name: unset(name, kind) for name, kind in TABLES[table].items()}
        self._tables[table].append(row | {"ID": self._last[table]} | values)
        return self._last[table]

    def _added(
        self, one: Statement, document: tuple[int, Units], actors: Mapping[str, Actor]
    ) -> int:
        place, units = document
        number = self._add(
            "STATEMENTS", StatementTypeId=self._type, DocumentId=place, Coder=self._coder(),
            Start=units.utf16(one.content[0].start), Stop=units.utf16(one.content[-1].end),
        )  # fmt: skip
        named = who(one, actors)
        for name, (variable, data_type) in self._variables.items():
            self._set(number, variable, data_type, named.get(name, ""))
        return number

    def _moved(self, number: int, one: Statement, document: tuple[int, Units]) -> None:
        for row in self._tables["STATEMENTS"]:
            if row["ID"] == number:
                row["Start"] = document[1].utf16(one.content[0].start)
                row["Stop"] = document[1].utf16(one.content[-1].end)

    def _code(self, number: int, one: Statement, concept: str) -> None:
        """Set what the project says otherwise than the file."""
        wanted: dict[str, Value] = dict(self._taken.values.get(one.id, {}))
        if concept_id(str(self._value(number, "concept") or "")) != concept_id(concept):
            wanted["concept"] = concept
        agreed = {"for": 1, "against": 0}.get(one.agreement or "")
        if agreed is not None:
            wanted["agreement"] = agreed
        elif self._value(number, "agreement") is not None:
            why = "It is neither for nor against now, which a .dna file cannot say; left as it was."
            self._doubts.append(Doubt("STATEMENTS", number, why))
            wanted.pop("agreement", None)
        for name, value in wanted.items():
            if name in self._variables and value is not None and value != self._value(number, name):
                self._set(number, *self._variables[name], value)

    def _value(self, number: int, name: str) -> Value:
        if name not in self._variables:
            return None
        variable, data_type = self._variables[name]
        table, column = DATA_TABLES[data_type]
        row = self._places[table].get((number, variable))
        if row is None:
            return "" if data_type == "short text" else None
        return self._words.get(row[column], "") if column == "Entity" else row[column]

    def _set(self, number: int, variable: int, data_type: str, value: Value) -> None:
        table, column = DATA_TABLES[data_type]
        put: Value = value
        if column == "Entity":
            put = self._entity(variable, str(value or ""))
        elif data_type != "long text" and not isinstance(value, int):
            put = 0
        row = self._places[table].get((number, variable))
        if row is not None:
            row[column] = put
            return
        self._add(table, StatementId=number, VariableId=variable, **{column: put})
        self._places[table][number, variable] = self._tables[table][-1]

    def _entity(self, variable: int, value: str) -> int:
        known = self._entities.get((variable, value))
        if known is None:
            known = self._add("ENTITIES", VariableId=variable, Value=value)
            self._entities[variable, value] = known
            self._words[known] = value
        return known

    def _drop(self, gone: set[int]) -> None:
        """Take out what was rejected."""
        if not gone:
            return
        self._tables["STATEMENTS"] = [
            row for row in self._tables["STATEMENTS"] if row["ID"] not in gone
        ]
        for table, _ in DATA_TABLES.values():
            self._tables[table] = [
                row for row in self._tables[table] if row["StatementId"] not in gone
            ]
        self._doubts += [
            Doubt("STATEMENTS", number, "It was rejected; left out.") for number in sorted(gone)
        ]
