"""The table of statements that networks are made from: plain columns, no project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sayso.errors import UsageError
from sayso.networks.times import NO_DATE, seconds

Kind = Literal["text", "boolean", "integer"]
Label: TypeAlias = "str | int"
Codes: TypeAlias = "NDArray[np.int64]"
DOCUMENT = "document."
"""What the names of columns that belong to the document, not to the statement, begin with."""

_BOOLEAN: Mapping[str, int] = {
    "for": 1, "true": 1, "yes": 1, "1": 1, "against": 0, "false": 0, "no": 0, "0": 0,
}  # fmt: skip
_NOTHING = {"", "neither"}


@dataclass(frozen=True)
class Column:
    """One variable: for each statement the place of its value in `labels`, -1 where it is empty.

    `labels` are distinct and in order: text by UTF-16 code unit, whole numbers by size; those of
    a boolean are always (0, 1).
    """

    kind: Kind
    codes: Codes
    labels: tuple[Label, ...]

    def text(self) -> list[str]:
        """Give the value of each statement as text; empty values as ""."""
        words = [str(label) for label in self.labels] + [""]
        return [words[code] for code in self.codes]

    def take(self, which: Codes) -> Column:
        """Give the column of some of the statements, with the same labels."""
        return Column(self.kind, self.codes[which], self.labels)


@dataclass(frozen=True)
class Statements:
    """Statements in order of time, document, place and id.

    `documents` numbers the documents; `times` are seconds since 1970 UTC, `times.NO_DATE` where
    there is no date. `period` is that of all documents, also of those without a statement.
    `attributes` give, by variable and value, the attributes of its nodes.
    """

    ids: tuple[Any, ...]
    documents: Codes
    times: Codes
    columns: Mapping[str, Column]
    period: tuple[int, int]
    attributes: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    def column(self, name: str) -> Column:
        """Give a variable by name; one of the document's where the statement has none of it.

        Raises:
            UsageError: There is no such variable; the message lists those there are.
        """
        return self.columns[self.resolve(name)]

    def resolve(self, name: str) -> str:
        """Give the full name of a variable: "author" may stand for "document.author".

        Raises:
            UsageError: There is no such variable; the message lists those there are.
        """
        for full in (name, DOCUMENT + name):
            if full in self.columns:
                return full
        known = ", ".join(sorted(self.columns))
        raise UsageError(f"There is no variable {name!r}; there are {known}.")


def column(values: Iterable[Any], kind: Kind | None = None) -> Column:
    """Make a column of plain values; None and "" are empty.

    Args:
        values: one value for each statement.
        kind: taken from the values where it is not given. A boolean may be given as True and
            False, 1 and 0, "for" and "against", "yes" and "no"; "neither" is empty.

    Raises:
        UsageError: A value does not fit the kind; the message names its row, from 1.
    """
    listed = list(values)
    if kind is None:
        kind = _guessed(listed)
    if kind == "boolean":
        return Column("boolean", _booleans(listed), (0, 1))
    if kind == "integer":
        return _integers(listed)
    words = ["" if value is None else str(value) for value in listed]
    labels = sorted(set(words) - {""}, key=lambda word: word.encode("utf-16-be", "surrogatepass"))
    return Column("text", _coded(words, labels), tuple(labels))


def from_columns(
    columns: Mapping[str, Sequence[Any]],
    *,
    kinds: Mapping[str, Kind] | None = None,
    period: tuple[int, int] | None = None,
    attributes: Mapping[str, Mapping[str, Mapping[str, str]]] | None = None,
) -> Statements:
    """Make the table of statements from plain columns, or from a polars or pandas table.

    Args:
        columns: by name; "id", "document" and "date" (EDTF, date, datetime, or seconds since
            1970) are known by these names, "start" and "stop" order the statements of one
            document, every other column is a variable; "document.author" and the like belong to
            the document.
        kinds: "text", "boolean" or "integer" of variables whose values do not tell.
        period: of the whole corpus in seconds since 1970; else that of the statements.
        attributes: by variable and value.

    Raises:
        UsageError: Columns are of different lengths, or a value does not fit; the row is named.
    """
    given = {str(name): list(columns[name]) for name in _names(columns)}
    count = len(next(iter(given.values()), []))
    for name, values in given.items():
        if len(values) != count:
            raise UsageError(f"Column {name!r} has {len(values)} rows, the first {count}.")
    ids = given.pop("id", list(range(1, count + 1)))
    documents = given.pop("document", [0] * count)
    dates = given.pop("date", [None] * count)
    places = [given.pop(name, [0] * count) for name in ("start", "stop")]
    return arranged(
        Known(ids, documents, dates, *places), given, kinds=kinds, period=period,
        attributes=attributes,
    )  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What is known of every statement beside its variables, one value each."""

    ids: Sequence[Any]
    documents: Sequence[Any]
    dates: Sequence[Any]
    starts: Sequence[Any]
    stops: Sequence[Any]


def arranged(
    known: Known,
    variables: Mapping[str, Sequence[Any]],
    *,
    kinds: Mapping[str, Kind] | None = None,
    period: tuple[int, int] | None = None,
    attributes: Mapping[str, Mapping[str, Mapping[str, str]]] | None = None,
) -> Statements:
    """Put statements in order; their variables may have any name, "id" and "date" too.

    Raises:
        UsageError: A value does not fit; the row is named.
    """
    times = np.array(
        [_time(value, row) for row, value in enumerate(known.dates, 1)], dtype=np.int64
    )
    order = _order(times, known.documents, (known.starts, known.stops), known.ids)
    made = {
        name: column(values, (kinds or {}).get(name)).take(order)
        for name, values in variables.items()
    }
    made.setdefault(f"{DOCUMENT}id", column(map(str, known.documents)).take(order))
    dated = times[times != NO_DATE]
    own = (int(dated.min()), int(dated.max())) if dated.size else (0, 0)
    return Statements(
        tuple(known.ids[at] for at in order), _numbered(known.documents)[order], times[order],
        made, period or own, attributes or {},
    )  # fmt: skip


def _names(columns: Any) -> list[Any]:
    listed = getattr(columns, "columns", None)
    return list(listed if listed is not None else columns)


def _time(value: Any, row: int) -> int:
    try:
        return seconds(value)
    except ValueError as error:
        raise UsageError(f"Row {row}: {error}.") from error


def _guessed(values: Iterable[Any]) -> Kind:
    kinds = {type(value) for value in values if value is not None and value != ""}
    if kinds and kinds <= {bool, np.bool_}:
        return "boolean"
    if kinds and kinds <= {int, np.int64, np.int32}:
        return "integer"
    return "text"


def _booleans(values: Sequence[Any]) -> Codes:
    codes = np.full(len(values), -1, dtype=np.int64)
    for row, value in enumerate(values):
        word = "" if value is None else str(value).casefold()
        if word in _NOTHING:
            continue
        if word not in _BOOLEAN:
            raise UsageError(f"Row {row + 1}: {value!r} is neither for nor against.")
        codes[row] = _BOOLEAN[word]
    return codes


def _integers(values: Sequence[Any]) -> Column:
    numbers: list[int | None] = []
    for row, value in enumerate(values, 1):
        try:
            numbers.append(None if value is None or value == "" else int(value))
        except (TypeError, ValueError) as error:
            raise UsageError(f"Row {row}: {value!r} is no whole number.") from error
    labels = sorted({number for number in numbers if number is not None})
    return Column("integer", _coded(numbers, labels), tuple(labels))


def _coded(values: Sequence[Any], labels: Sequence[Any]) -> Codes:
    places = {label: at for at, label in enumerate(labels)}
    return np.fromiter((places.get(value, -1) for value in values), np.int64, len(values))


def _numbered(values: Sequence[Any]) -> Codes:
    """Number values in their own order: whole numbers by size, others as text."""
    if all(isinstance(value, (int, np.integer)) for value in values):
        _, codes = np.unique(np.array(values, dtype=np.int64), return_inverse=True)
        return codes.astype(np.int64)
    words = [str(value) for value in values]
    return _coded(words, sorted(set(words)))


def _order(
    times: Codes, documents: Sequence[Any], places: Sequence[Sequence[Any]], ids: Sequence[Any]
) -> Codes:
    keys = [_numbered(ids), *(np.array(one, np.int64) for one in reversed(places))]
    return np.lexsort([*keys, _numbered(documents), times])
