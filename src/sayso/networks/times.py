"""Points in time as seconds since 1970 UTC: reading them, and counting in calendar units."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, get_args

from sayso.errors import UsageError

Unit = Literal["seconds", "minutes", "hours", "days", "weeks", "months", "years"]
UNITS: tuple[Unit, ...] = get_args(Unit)
NO_DATE = -(2**62)
"""The time of a statement without a date; it lies before every period."""

LENGTHS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400, "weeks": 604800}
_ZERO = datetime(1970, 1, 1, tzinfo=UTC)
_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?Z?)?)?)?[?~%]?")


def seconds(value: Any) -> int:
    """Give the seconds since 1970 UTC at which a date begins; `NO_DATE` where there is none.

    A date without day or month begins with its first; of an interval the beginning counts.

    Raises:
        ValueError: It is no date.

    >>> seconds("1970-01-02"), seconds("1970"), seconds(60)
    (86400, 0, 60)
    """
    if value is None or value == "":
        return NO_DATE
    if isinstance(value, datetime):
        return _since(value if value.tzinfo else value.replace(tzinfo=UTC))
    if isinstance(value, date):
        return _since(datetime(value.year, value.month, value.day, tzinfo=UTC))
    if hasattr(value, "__index__"):
        return int(value)
    return _spelt(str(value))


def _spelt(text: str) -> int:
    begin = text.split("/", 1)[0].strip()
    if re.fullmatch(r"\d{3}0s|\d{2}00s", begin):
        begin = begin[:-1]
    begin = re.sub(r"[Xx]", "0", begin) if re.fullmatch(r"\d{2,3}[Xx]{1,2}", begin) else begin
    found = _EDTF.fullmatch(begin)
    if not found:
        raise ValueError(f"{text!r} is no date (expected like 1920, 1920-05 or 1920-05-01)")
    year, month, day, hour, minute, second = (int(part) if part else 0 for part in found.groups())
    try:
        return _since(datetime(year, month or 1, day or 1, hour, minute, second, tzinfo=UTC))
    except ValueError as error:
        raise ValueError(f"{text!r} is no date: {error}") from error


def moment(at: int) -> datetime:
    """Give the date and time of a number of seconds since 1970 UTC.

    Raises:
        UsageError: It lies outside the years 1 to 9999.
    """
    try:
        return _ZERO + timedelta(seconds=at)
    except OverflowError as error:
        raise UsageError(f"{at} seconds since 1970 lie outside the years 1 to 9999.") from error


def written(at: int) -> str:
    """Give a point in time in ISO 8601, without seconds where they are 0, without zone.

    >>> written(0), written(61)
    ('1970-01-01T00:00', '1970-01-01T00:01:01')
    """
    return moment(at).strftime("%Y-%m-%dT%H:%M:%S" if at % 60 else "%Y-%m-%dT%H:%M").rjust(16, "0")


def shifted(at: int, count: int, unit: Unit) -> int:
    """Give the point in time some units later; a month's last day where the day is missing."""
    if unit in LENGTHS:
        return at + count * LENGTHS[unit]
    start = moment(at)
    months = start.year * 12 + start.month - 1 + count * (12 if unit == "years" else 1)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise UsageError(f"The window reaches the year {year}; it must lie in 1 to 9999.")
    day = min(start.day, calendar.monthrange(year, month + 1)[1])
    return _since(start.replace(year=year, month=month + 1, day=day))


def between(start: int, stop: int, unit: Unit) -> int:
    """Give the whole units from one point to another, towards zero; whole days for long units."""
    if unit in {"seconds", "minutes", "hours", "days"}:
        return int((stop - start) / LENGTHS[unit])
    first, second = moment(start).date(), moment(stop).date()
    if unit == "weeks":
        return int((second - first).days / 7)
    sign = 1 if first <= second else -1
    first, second = min(first, second), max(first, second)
    months = (second.year - first.year) * 12 + second.month - first.month
    if second.day < first.day:
        months -= 1
    return sign * (months // 12 if unit == "years" else months)


def _since(when: datetime) -> int:
    passed = when - _ZERO
    return passed.days * 86400 + passed.seconds
