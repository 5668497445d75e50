"""Small `.dna` files of many shapes, made from a seed: the schema is the same, all else differs."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.formats.dna_schema import DATA_TABLES, TABLES

DAY = 86400


@dataclass(frozen=True)
class Shape:
    """What a database is like: its types with their variables, and how much there is of it.

    `types` gives, by label, the variables as name -> (data type, values to draw from).
    `missing` is the share of values that have no row at all, `empty` of those that are "".
    """

    types: Mapping[str, Mapping[str, tuple[str, Sequence[Any]]]]
    documents: int = 12
    statements: int = 70
    missing: float = 0.0
    empty: float = 0.05
    days: int = 400
    start: int = 40 * 365 * DAY
    undated: float = 0.0
    authors: Sequence[str] = ("Ann", "Ben", "Côté", "")
    shuffled: bool = False
    extra: Mapping[str, Sequence[tuple[Any, ...]]] = field(default_factory=dict)


def _words(stem: str, count: int) -> tuple[str, ...]:
    return tuple(f"{stem} {nth}" for nth in range(count))


_PLAIN: Mapping[str, tuple[str, Sequence[Any]]] = {
    "person": ("short text", _words("Person", 9)),
    "organization": ("short text", _words("Org", 7)),
    "concept": ("short text", _words("Concept", 5)),
    "agreement": ("boolean", (0, 1)),
}
_STRANGE = (
    "A: b", "\U0001f600 party", "￿ last", "é", "é", "a;b", 'q"uote', "O'Neill", "=1+1",
    "x" * 300, " spaced ", "tab\there", "Ω", "<b>&amp;</b>",
)  # fmt: skip

SHAPES: Mapping[str, Shape] = {
    "plain": Shape({"DNA Statement": _PLAIN}),
    "renamed": Shape(
        {
            "Cláim": {
                "claimant": ("short text", _words("C", 6)),
                "frame: level 2": ("short text", _words("F", 6)),
                "posição": ("boolean", (0, 1)),
                "strength": ("integer", (-2, -1, 0, 1, 2)),
                "tone": ("short text", ("harsh", "mild", "neutral")),
                "note": ("long text", ("n", "m")),
            }
        }
    ),
    "several types": Shape(
        {
            "Annotation": {
                "note": ("long text", ("a", "b")),
                "concept": ("short text", _words("Other", 3)),
            },
            "DNA Statement": _PLAIN,
            "Copy": {**_PLAIN, "agreement": ("integer", (0, 1, 5))},
        },
        statements=140,
    ),
    "numbers": Shape(
        {
            "DNA Statement": {
                "organization": ("short text", _words("Org", 5)),
                "concept": ("short text", _words("Concept", 4)),
                "agreement": ("integer", (-1000, -3, 127, 128, 400)),
                "always": ("integer", (7,)),
                "certain": ("boolean", (1,)),
            }
        }
    ),
    "missing values": Shape({"DNA Statement": _PLAIN}, missing=0.2, empty=0.2),
    "empty": Shape({"DNA Statement": _PLAIN}, documents=0, statements=0),
    "no statements": Shape({"DNA Statement": _PLAIN}, documents=4, statements=0),
    "one document": Shape({"DNA Statement": _PLAIN}, documents=1, statements=30),
    "one statement": Shape({"DNA Statement": _PLAIN}, documents=1, statements=1, empty=0.0),
    "without dates": Shape({"DNA Statement": _PLAIN}, undated=0.5),
    "strange names": Shape(
        {
            "DNA Statement": {
                "id": ("short text", _STRANGE),
                "date": ("short text", _STRANGE[:6]),
                "start": ("boolean", (0, 1)),
                "document": ("integer", (0, 1, 2)),
                "status": ("short text", ("rejected", "accepted")),
            }
        },
        authors=_STRANGE,
        shuffled=True,
    ),
    "years apart": Shape({"DNA Statement": _PLAIN}, days=4000, statements=150, documents=60),
}


def make(path: Path, shape: Shape, seed: int = 0) -> Path:
    """Write a database of a shape."""
    rows = _Rows(shape, random.Random(seed)).rows
    with closing(sqlite3.connect(path)) as connection, connection:
        for table, columns in TABLES.items():
            names = list(columns)
            if shape.shuffled:
                names.reverse()
            called = table.title() if shape.shuffled else table
            connection.execute(f"CREATE TABLE {called} ({', '.join(names)})")
            for row in [*rows.get(table, []), *shape.extra.get(table, [])]:
                values = dict(zip(columns, row, strict=True))
                marks = ", ".join("?" * len(names))
                connection.execute(
                    f"INSERT INTO {called} VALUES ({marks})", [values[name] for name in names]
                )
    return path


class _Rows:
    """The rows of every table."""

    def __init__(self, shape: Shape, chance: random.Random) -> None:
        self.shape, self.chance = shape, chance
        self.rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
        self.entities: dict[tuple[int, str], int] = {}
        self.add("SETTINGS", "version", "3.0.11")
        self.add("CODERS", *(1 if kind == "integer" else "x" for kind in TABLES["CODERS"].values()))
        self.variables: dict[str, dict[str, tuple[int, str, Sequence[Any]]]] = {}
        for number, (label, variables) in enumerate(shape.types.items(), 1):
            self.add("STATEMENTTYPES", number, label, 0, 0, 0)
            self.variables[label] = {}
            for name, (kind, values) in variables.items():
                at = len(self.rows["VARIABLES"]) + 1
                self.add("VARIABLES", at, name, kind, number)
                self.variables[label][name] = (at, kind, values)
        for number in range(1, shape.documents + 1):
            self.document(number)
        for number in range(1, shape.statements + 1):
            self.statement(number)

    def add(self, table: str, *values: Any) -> None:
        self.rows[table].append(values)

    def document(self, number: int) -> None:
        chance, shape = self.chance, self.shape
        date = shape.start + chance.randrange(shape.days * DAY)
        if chance.random() < shape.undated:
            date = None
        self.add(
            "DOCUMENTS", number, f"Title {number % 5}", "words " * 60, 1, chance.choice(shape.authors),
            chance.choice(("Times", "Post", "")), chance.choice(("News", "Views")), "",
            chance.choice(("A", "B")), date,
        )  # fmt: skip

    def statement(self, number: int) -> None:
        chance, shape = self.chance, self.shape
        label = chance.choice(list(shape.types))
        start = chance.randrange(300)
        self.add(
            "STATEMENTS", number, list(shape.types).index(label) + 1,
            chance.randrange(1, shape.documents + 1), start, start + chance.randrange(1, 50), 1,
        )  # fmt: skip
        for variable, kind, values in self.variables[label].values():
            if chance.random() < shape.missing:
                continue
            table, _ = DATA_TABLES[kind]
            value = chance.choice(values)
            if kind == "short text":
                value = self.entity(variable, "" if chance.random() < shape.empty else value)
            self.add(table, len(self.rows[table]) + 1, number, variable, value)

    def entity(self, variable: int, value: str) -> int:
        known = self.entities.setdefault((variable, value), len(self.entities) + 1)
        if known > len(self.rows["ENTITIES"]):
            self.add("ENTITIES", known, variable, value, 1, 2, 3, None)
        return known
