"""Dates as numbers: moved, compared, and written as EDTF (ISO 8601-2).

Years are astronomical: 0 is 1 BC, -489 is 490 BC, so that counting years needs no special case.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

Unit = Literal["day", "week", "month", "year", "decade"]
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_SEASON_MONTH = {21: 4, 22: 7, 23: 10}


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month, season or year: what is not known is None."""

    year: int
    month: int | None = None
    day: int | None = None
    season: int | None = None

    def moved(self, count: int, unit: Unit) -> Day | None:
        """Give the day, month or year that lies `count` units later; None where it is unknown.

        >>> Day(1914, 7, 28).moved(6, "day")
        Day(year=1914, month=8, day=3, season=None)
        """
        if unit == "decade":
            return Day(self.year + 10 * count)
        if unit == "year":
            return Day(self.year + count)
        if self.month is None:
            return None
        if unit == "month":
            months = self.year * 12 + self.month - 1 + count
            return Day(months // 12, months % 12 + 1)
        return self._moved_days(count * (7 if unit == "week" else 1))

    def _moved_days(self, days: int) -> Day | None:
        if self.day is None or self.month is None:
            return None
        # The proleptic calendar repeats every 400 years; datetime knows no year before 1.
        cycle = 0 if self.year >= 1 else (-self.year // 400 + 1) * 400
        try:
            at = datetime.date(self.year + cycle, self.month, self.day)
            at += datetime.timedelta(days=days)
        except (ValueError, OverflowError):
            return None
        return Day(at.year - cycle, at.month, at.day)

    @property
    def about_month(self) -> int | None:
        """The month, or the one in the middle of the season; winters have none."""
        return self.month or _SEASON_MONTH.get(self.season or 0)

    def edtf(self) -> str:
        """Write the date.

        >>> Day(-489, 9).edtf(), Day(1921, season=21).edtf()
        ('-0489-09', '1921-21')
        """
        parts = [year_edtf(self.year)]
        if self.season:
            parts.append(str(self.season))
        elif self.month:
            parts.append(f"{self.month:02d}")
            if self.day:
                parts.append(f"{self.day:02d}")
        return "-".join(parts)


def exists(year: int, month: int, day: int) -> bool:
    """Say whether a month has such a day, by the Julian leap years where they differ."""
    days = (31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= days[month - 1]


def year_edtf(year: int) -> str:
    """Write a year with four digits.

    >>> year_edtf(476), year_edtf(-489)
    ('0476', '-0489')
    """
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def decade_edtf(year: int, *, before_christ: bool = False) -> str:
    """Write the decade that begins with a year; one before Christ is an interval.

    >>> decade_edtf(1920), decade_edtf(480, before_christ=True)
    ('192X', '-0488/-0479')
    """
    if before_christ:
        return f"{year_edtf(1 - year - 9)}/{year_edtf(1 - year)}"
    return f"{year:04d}"[:3] + "X"


def century_edtf(number: int, *, before_christ: bool = False) -> str:
    """Write the century of a number.

    >>> century_edtf(19), century_edtf(5, before_christ=True)
    ('18XX', '-04XX')
    """
    return f"{'-' if before_christ else ''}{number - 1:02d}XX"
