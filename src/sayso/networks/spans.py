"""Spans of the calendar: how many statements each year, month or day of a corpus has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from sayso.errors import UsageError
from sayso.networks.statements import Statements
from sayso.networks.times import NO_DATE, moment, seconds, shifted

Step = Literal["years", "months", "days"]
_STEPS: dict[int, Step] = {1: "years", 2: "months", 3: "days"}
_MOST_DAYS = 92
"""A corpus of at most so many days is told by the day."""
_MOST_MONTHS = 60


@dataclass(frozen=True)
class Timeline:
    """Every step from the first statement to the last, those without a statement too.

    `starts` are "1931", "1931-05" or "1931-05-09", by the unit; `counts` are statements.
    """

    unit: Step
    starts: tuple[str, ...]
    counts: tuple[int, ...]


def timeline(statements: Statements) -> Timeline:
    """Count statements by year; by month within five years, by day within three months.

    Statements without a date are in no step. Where every date is the first of January, as dates
    are of which only the year is known, years it is.

    >>> from sayso.networks import from_columns
    >>> timeline(from_columns({"date": ["1920", "1922", "1922"]}))
    Timeline(unit='years', starts=('1920', '1921', '1922'), counts=(1, 0, 2))
    """
    times = statements.times[statements.times != NO_DATE]
    if not times.size:
        return Timeline("years", (), ())
    days, each = np.unique(times // 86400, return_counts=True)
    dates = [moment(int(day) * 86400).date() for day in days]
    months = (dates[-1].year - dates[0].year) * 12 + dates[-1].month - dates[0].month + 1
    unit: Step = "years"
    if any((date.month, date.day) != (1, 1) for date in dates):
        if int(days[-1] - days[0]) < _MOST_DAYS and any(date.day != 1 for date in dates):
            unit = "days"
        elif months <= _MOST_MONTHS:
            unit = "months"
    counts = dict.fromkeys(_starts(int(days[0]) * 86400, int(days[-1]) * 86400, unit), 0)
    for date, count in zip(dates, each, strict=True):
        counts[date.isoformat()[: _SIGNS[unit]]] += int(count)
    return Timeline(unit, tuple(counts), tuple(counts.values()))


_SIGNS: dict[Step, int] = {"years": 4, "months": 7, "days": 10}


def _starts(first: int, last: int, unit: Step) -> list[str]:
    signs = _SIGNS[unit]
    found = [moment(first).date().isoformat()[:signs]]
    end = moment(last).date().isoformat()[:signs]
    while found[-1] != end:
        found.append(moment(shifted(seconds(found[-1]), 1, unit)).date().isoformat()[:signs])
    return found


def bounds(since: str | None, until: str | None) -> tuple[int | None, int | None]:
    """Give the first and the last second of the years, months or days from one to another.

    >>> bounds("1970", "1970-01")
    (0, 2678399)

    Raises:
        UsageError: One is no year, month or day, or the second lies before the first.
    """
    start = None if since is None else _moment(since)
    stop = None
    if until is not None:
        begin = _moment(until)
        unit = _STEPS[until.lstrip("-").count("-") + 1]
        try:
            stop = shifted(begin, 1, unit) - 1
        except UsageError:  # there is no year 10000
            stop = _moment("9999-12-31T23:59:59")
    if start is not None and stop is not None and stop < start:
        raise UsageError(f"{until} lies before {since}; swap the two ends.")
    return start, stop


def _moment(text: str) -> int:
    try:
        return seconds(text)
    except ValueError as error:
        raise UsageError(f"{error}.") from error
