"""The rules of the peer, written out plainly: dictionaries and loops, straight from the file.

Nothing of `sayso` is used, so that an error would have to be made twice. With `right=True` the
rules are those of docs/networks.md instead, where the two differ.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

EMPTY = (None, "")


@cache
def statements(path: Path, statement_type: str) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """Give the statements in order, each with its variables and ".author" and so on, and kinds."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        ask = connection.execute
        (number,) = ask(
            "SELECT ID FROM STATEMENTTYPES WHERE Label = ?", (statement_type,)
        ).fetchone()
        documents = {row["ID"]: row for row in ask("SELECT * FROM DOCUMENTS")}
        found = {}
        for row in ask("SELECT * FROM STATEMENTS WHERE StatementTypeId = ?", (number,)):
            of = documents[row["DocumentId"]]
            at = of["Date"] or 0
            place = (at, row["DocumentId"], row["Start"], row["Stop"], row["ID"])
            found[row["ID"]] = {
                "#": row["ID"], "@": at, "%": row["DocumentId"], "!": place, ".id": str(of["ID"]),
                **{f".{name}": of[name.title()]
                   for name in ("author", "source", "section", "type", "title")},
            }  # fmt: skip
        kinds = {}
        for row in ask("SELECT * FROM VARIABLES WHERE StatementTypeId = ?", (number,)).fetchall():
            kinds[row["Variable"]] = row["DataType"]
            for one in found.values():
                one[row["Variable"]] = None
            for id_, value in ask(_DATA[row["DataType"]], (row["ID"],)):
                if id_ in found:
                    found[id_][row["Variable"]] = value
    for one in found.values():
        one["*"] = [document["Date"] or 0 for document in documents.values()]
    return sorted(found.values(), key=lambda one: one["!"]), kinds


_DATA = {
    "short text": "SELECT StatementId, (SELECT Value FROM ENTITIES WHERE ID = Entity)"
    " FROM DATASHORTTEXT WHERE VariableId = ?",
    "boolean": "SELECT StatementId, Value FROM DATABOOLEAN WHERE VariableId = ?",
    "integer": "SELECT StatementId, Value FROM DATAINTEGER WHERE VariableId = ?",
    "long text": "SELECT StatementId, Value FROM DATALONGTEXT WHERE VariableId = ?",
}


def utf16(word: str) -> bytes:
    return word.encode("utf-16-be")


class Asked:
    """One wish: mode "one" or "two", variables, and how statements are counted."""

    def __init__(
        self, path: Path, statement_type: str, mode: str, rows: str, columns: str, qualifier: str,
        aggregation: str = "ignore", normalization: str = "no", duplicates: str = "include",
        isolates: bool = False, exclude: Any = (), invert: bool = False, documents: Any = (),
        right: bool = False,
    ) -> None:  # fmt: skip
        self.everything, self.kinds = statements(path, statement_type)
        self.mode, self.rows, self.columns, self.qualifier = mode, rows, columns, qualifier
        self.aggregation, self.normalization = aggregation, normalization
        self.duplicates, self.isolates, self.right = duplicates, isolates, right
        self.words = self.kinds.get(qualifier, "short text") == "short text"
        self.original = [
            one for one in self.everything
            if all((one[field] in values) == inverted for field, values, inverted in documents)
        ]  # fmt: skip
        passing = [one for one in self.original if self._passes(one, dict(exclude), invert)]
        self.kept = self._without_duplicates(passing)

    def _passes(self, one: dict[str, Any], exclude: dict[str, Any], invert: bool) -> bool:
        for name, values in exclude.items():
            text = "" if one[name] is None else str(one[name])
            if (text in values) != invert:
                return False
        needed = [self.rows, self.columns]
        if self.aggregation != "ignore":
            needed.append(self.qualifier)
        return not any(one[name] in EMPTY for name in needed)

    def _unit(self, one: dict[str, Any]) -> Any:
        when = datetime.fromtimestamp(one["@"], UTC)
        year, week, _ = when.isocalendar()
        return {
            "document": one["%"], "acrossrange": 0, "year": when.year, "day": when.date(),
            "month": (when.year, when.month) if self.right else when.month,
            "week": (year, week) if self.right else week,
        }[self.duplicates]  # fmt: skip

    def _without_duplicates(self, passing: list[dict[str, Any]]) -> list[dict[str, Any]]:
        if self.duplicates == "include":
            return passing
        seen, kept = set(), []
        for one in passing:
            key: tuple[Any, ...] = (self._unit(one), one[self.rows], one[self.columns])
            if self.aggregation != "ignore":
                value = one[self.qualifier]
                boxed = self.kinds.get(self.qualifier) == "integer" and not -128 <= value <= 127
                key = (*key, (value, one["#"]) if boxed and not self.right else value)
            if key not in seen:
                seen.add(key)
                kept.append(one)
        return kept

    def labels(self, variable: str, hand: list[dict[str, Any]]) -> list[str]:
        source = self.original if self.isolates else hand
        return sorted({one[variable] for one in source} - {None, ""}, key=utf16)

    def levels(self, hand: list[dict[str, Any]]) -> list[Any]:
        kind = self.kinds.get(self.qualifier)
        if kind == "boolean" and not any(one[self.qualifier] is None for one in hand):
            return [0, 1]
        found = {one[self.qualifier] for one in (hand if kind is None else self.original)}
        missing = {None for value in found if value in EMPTY}
        if self.aggregation != "ignore" or not any(one[self.qualifier] in EMPTY for one in hand):
            missing = set()
        order = None if kind in {"boolean", "integer"} else utf16
        return [*missing, *sorted(found - {None, ""}, key=order)]

    def cube(self, hand: list[dict[str, Any]]) -> dict[tuple[Any, Any, Any], int]:
        found: dict[tuple[Any, Any, Any], int] = defaultdict(int)
        for one in hand:
            value = one[self.qualifier]
            found[one[self.rows], one[self.columns], None if value in EMPTY else value] += 1
        return found

    def answer(self, hand: list[dict[str, Any]] | None = None) -> tuple[list[str], list[str], Any]:
        """Give rows, columns and the matrix, a list of lists."""
        hand = self.kept if hand is None else hand
        rows, columns = self.labels(self.rows, hand), self.labels(self.columns, hand)
        levels = self.levels(hand)
        levels = [None if value in EMPTY else value for value in levels]
        cube = self.cube(hand)
        made = self._two(cube, rows, columns, levels) if self.mode == "two" else self._one(
            cube, rows, columns, levels
        )  # fmt: skip
        return rows, columns if self.mode == "two" else rows, made

    def _two(self, cube: Any, rows: Any, columns: Any, levels: Any) -> Any:
        def cell(i: Any, j: Any) -> float:
            if self.aggregation == "combine":
                return sum(
                    2 ** (len(levels) - 1 - at) for at, k in enumerate(levels) if cube[i, j, k]
                )
            if self.aggregation == "subtract" and not self.words:
                boolean = self.kinds[self.qualifier] == "boolean"
                return sum((2 * k - 1 if boolean else k) * cube[i, j, k] for k in levels)
            return sum(cube[i, j, k] for k in levels)

        def counted(i: Any, j: Any) -> float:
            if self.aggregation == "combine":
                return float(cell(i, j) > 0)
            return sum(cube[i, j, k] for k in levels)

        def divisor(i: Any, j: Any) -> float:
            if self.normalization == "activity":
                return sum(counted(i, other) for other in columns)
            if self.normalization == "prominence":
                return sum(counted(other, j) for other in rows)
            return 1

        return [[_share(cell(i, j), divisor(i, j)) for j in columns] for i in rows]

    def _apart(self, k: Any, m: Any, levels: Any) -> float:
        if self.words or None in levels:
            return float(k != m)
        span = max(levels) - min(levels)
        if not span:
            return 0.0 if self.right else float("nan")
        return abs(k - m) / span

    def _tie(self, cube: Any, i: Any, m: Any, columns: Any, levels: Any) -> float:
        cells = {(k, n): self._apart(k, n, levels) for k, n in product(levels, levels)}
        pairs = [
            (cube[i, j, k] * cube[m, j, n], apart)
            for j in columns for (k, n), apart in cells.items()
        ]  # fmt: skip
        if self.aggregation == "ignore":
            return sum(count for count, _ in pairs)
        congruence = sum(count * (1 - apart) for count, apart in pairs)
        if self.words:
            congruence = sum(cube[i, j, k] * cube[m, j, k] for j in columns for k in levels)
        conflict = sum(count * apart for count, apart in pairs)
        if self.words and not self.right:
            cells = [(cube[i, j, k], cube[m, j, k]) for j in columns for k in levels]
            conflict = sum(one for one, other in cells if not other)
            conflict += sum(other for one, other in cells if not one)
        return {
            "congruence": congruence, "conflict": conflict, "subtract": congruence - conflict,
        }[self.aggregation]  # fmt: skip

    def _one(self, cube: Any, rows: Any, columns: Any, levels: Any) -> Any:
        def said(i: Any) -> int:
            return sum(cube[i, j, k] for j in columns for k in levels)

        def divisor(i: Any, m: Any) -> float:
            cells = [(cube[i, j, k], cube[m, j, k]) for j in columns for k in levels]
            if self.normalization == "average":
                return (said(i) + said(m)) / 2
            if self.normalization == "jaccard":
                alone = sum(other for one, other in cells if not one)
                alone += sum(one for one, other in cells if not other)
                return alone + sum(one * other for one, other in cells)
            if self.normalization == "cosine":
                return self._lengths(cube, i, m, columns, levels) if self.right else (
                    said(i) * said(m)
                )  # fmt: skip
            return 1

        return [
            [0.0 if i == m else _share(self._tie(cube, i, m, columns, levels), divisor(i, m))
             for m in rows]
            for i in rows
        ]  # fmt: skip

    def _lengths(self, cube: Any, i: Any, m: Any, columns: Any, levels: Any) -> float:
        """Give the product of both lengths; conflict is held against congruence."""
        before = self.aggregation
        if before == "conflict":
            self.aggregation = "congruence"
        own = [max(self._tie(cube, one, one, columns, levels), 0.0) for one in (i, m)]
        self.aggregation = before
        return float((own[0] * own[1]) ** 0.5)

    def windows(self, unit: str, size: int) -> Iterator[tuple[int, Any]]:
        """Give the middle of each window, and its answer."""
        first, last = min(self.everything[0]["*"]), max(self.everything[0]["*"])
        half = int((size - 1) / 2 + 0.5)
        middle = datetime.fromtimestamp(first, UTC)
        while middle.timestamp() <= last:
            begin, end = later(middle, -half, unit), later(middle, half, unit)
            if begin.timestamp() >= first and end.timestamp() <= last:
                inside = [
                    one for one in self.kept
                    if begin.timestamp() <= one["@"] <= end.timestamp()
                ]  # fmt: skip
                yield int(middle.timestamp()), self.answer(inside)
            middle = later(middle, 1, unit)


def _share(value: float, divisor: float) -> float:
    return value / divisor if divisor else 0.0


def later(when: datetime, count: int, unit: str) -> datetime:
    """Give the point in time some units later; months and years end with the month."""
    if unit not in {"months", "years"}:
        return when + timedelta(**{unit: count})
    months = when.year * 12 + when.month - 1 + count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    for day in (when.day, 30, 29, 28):
        try:
            date(year, month + 1, day)
        except ValueError:
            continue
        if day <= when.day:
            return when.replace(year=year, month=month + 1, day=day)
    raise AssertionError
