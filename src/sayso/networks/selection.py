"""Which statements count: period, filters, empty values, thresholds, duplicates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.networks.settings import Duplicates, Settings
from sayso.networks.statements import DOCUMENT, Codes, Column, Statements
from sayso.networks.times import NO_DATE

Mask = NDArray[np.bool_]
_CACHED = 128  # the peer compares whole numbers from here on by identity, so never finds them equal


@dataclass(frozen=True)
class Selection:
    """The statements that count.

    `original` are the places of those within the period that pass the filters on documents,
    `kept` of those that pass all filters and are no duplicates. Both are in order of time.
    """

    statements: Statements
    settings: Settings
    original: Codes
    kept: Codes
    period: tuple[int, int]

    def column(self, name: str) -> Column:
        """Give a variable of all statements."""
        return self.statements.column(name)


def select(statements: Statements, settings: Settings) -> Selection:
    """Select the statements that count.

    Raises:
        UsageError: A variable does not exist.
    """
    period = _period(statements, settings)
    original = np.flatnonzero(_in_period(statements, settings, period)
                              & _passes(statements, settings, documents=True))  # fmt: skip
    passing = _passes(statements, settings, documents=False) & _filled(statements, settings)
    kept = original[passing[original]]
    kept = kept[_first(statements, settings, kept)]
    kept = _frequent(statements, settings, kept)
    return Selection(statements, settings, original, kept, period)


def _period(statements: Statements, settings: Settings) -> tuple[int, int]:
    first, last = statements.period
    return (
        first if settings.start is None else settings.start,
        last if settings.stop is None else settings.stop,
    )


def _in_period(statements: Statements, settings: Settings, period: tuple[int, int]) -> Mask:
    times = statements.times
    inside: Mask = np.ones(len(statements), dtype=np.bool_)
    if settings.start is not None:
        inside &= (times >= period[0]) & (times != NO_DATE)
    if settings.stop is not None:
        inside &= (times <= period[1]) & (times != NO_DATE)
    return inside


def _passes(statements: Statements, settings: Settings, *, documents: bool) -> Mask:
    """Say which statements pass the filters on documents, or those on statements."""
    passing: Mask = np.ones(len(statements), dtype=np.bool_)
    for filters, inverted in ((settings.exclude, False), (settings.keep, True)):
        for name, listed in _of_level(statements, filters, documents=documents).items():
            passing &= _in(statements.columns[name], listed) == inverted
    if settings.status and not documents:
        passing &= _in(statements.column("status"), settings.status)
    return passing


def _of_level(
    statements: Statements, filters: Mapping[str, tuple[str, ...]], *, documents: bool
) -> dict[str, tuple[str, ...]]:
    named = {statements.resolve(name): values for name, values in filters.items()}
    return {
        name: values for name, values in named.items() if name.startswith(DOCUMENT) == documents
    }


def _in(column: Column, values: tuple[str, ...]) -> Mask:
    wanted = {str(value) for value in values}
    hit = np.array([str(label) in wanted for label in column.labels] + ["" in wanted], np.bool_)
    return hit[column.codes]


def _filled(statements: Statements, settings: Settings) -> Mask:
    """Say which statements have the values that the network needs."""
    filled: Mask = np.ones(len(statements), dtype=np.bool_)
    if settings.mode == "events":
        return filled
    for name in (settings.rows, settings.columns):
        filled &= statements.column(name).codes >= 0
    if settings.qualifier is not None and settings.aggregation != "ignore":
        filled &= statements.column(settings.qualifier).codes >= 0
    return filled


def _first(statements: Statements, settings: Settings, kept: Codes) -> Codes:
    """Give the places in `kept` of the first statement of each set of duplicates."""
    if settings.duplicates == "include":
        return np.arange(len(kept))
    names = [settings.rows, settings.columns]
    if settings.qualifier is not None and settings.aggregation != "ignore":
        names.append(settings.qualifier)
    key = unit(statements, settings.duplicates, dna=settings.dna)[kept]
    for name in names:
        column = statements.column(name)
        key = _joined(key, column.codes[kept] + 1, len(column.labels) + 1)
    _, first = np.unique(key, return_index=True)
    if settings.dna and len(names) == 3:
        first = np.union1d(first, _never_equal(statements.column(names[2]), kept))
    return np.sort(first)


def _joined(key: Codes, codes: Codes, size: int) -> Codes:
    if key.size and int(key.max()) >= 2**62 // max(size, 1):
        key = np.unique(key, return_inverse=True)[1].astype(np.int64)
    return np.asarray(key * size + codes, dtype=np.int64)


def _never_equal(column: Column, kept: Codes) -> Codes:
    if column.kind != "integer":
        return np.empty(0, np.int64)
    outside = [not -_CACHED <= int(label) < _CACHED for label in column.labels]
    return np.flatnonzero(np.array([*outside, False])[column.codes[kept]])


def unit(statements: Statements, duplicates: Duplicates, *, dna: bool) -> Codes:
    """Number the unit (document, day, week, month, year, period) each statement lies in.

    Weeks are those of ISO 8601. The peer takes the number of the month or week alone, so that
    January 2010 and January 2011 are one unit to it.
    """
    if duplicates == "document":
        return statements.documents
    times = np.where(statements.times == NO_DATE, 0, statements.times).astype("datetime64[s]")
    dated = (statements.times != NO_DATE).astype(np.int64)
    if duplicates in {"include", "period"}:
        return np.zeros(len(statements), np.int64)
    counted = _COUNTED[duplicates](times)
    if dna and duplicates == "month":
        counted = counted % 12
    if dna and duplicates == "week":
        counted = _week_number(times)
    least = int(counted.min()) if counted.size else 0
    return np.asarray((counted - least + 1) * dated, dtype=np.int64)


def _week_number(times: NDArray[np.datetime64]) -> Codes:
    """Give the number of the ISO week: that of the year its Thursday lies in."""
    days = times.astype("datetime64[D]").astype(np.int64)
    thursday = (days - (days + 3) % 7 + 3).astype("datetime64[D]")
    new_year = thursday.astype("datetime64[Y]").astype("datetime64[D]")
    number: Codes = (thursday - new_year).astype(np.int64) // 7 + 1
    return number


_COUNTED = {
    "day": lambda times: times.astype("datetime64[D]").astype(np.int64),
    "week": lambda times: (times.astype("datetime64[D]").astype(np.int64) + 3) // 7,
    "month": lambda times: times.astype("datetime64[M]").astype(np.int64),
    "year": lambda times: times.astype("datetime64[Y]").astype(np.int64),
}


def _frequent(statements: Statements, settings: Settings, kept: Codes) -> Codes:
    """Drop rows and columns with too few statements; both are counted before either is dropped."""
    enough: Mask = np.ones(len(kept), dtype=np.bool_)
    for name, least in (
        (settings.rows, settings.row_minimum),
        (settings.columns, settings.column_minimum),
    ):
        if least > 1:
            column = statements.column(name)
            codes = column.codes[kept]
            counts = np.bincount(codes + 1, minlength=len(column.labels) + 1)
            enough &= counts[codes + 1] >= least
    return kept[enough]
