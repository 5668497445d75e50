"""What an EDTF date says of years and days: its first and last day, as far as they are written."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
_DECADE = re.compile(r"(\d{2,3})(X{1,2})\Z")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and the last day that a date can mean, as (year, month, day)."""

    first: tuple[int, int, int]
    last: tuple[int, int, int]

    @property
    def year(self) -> int | None:
        """The one year it lies in; None where it spans more."""
        return self.first[0] if self.first[0] == self.last[0] else None

    def apart(self, other: Bounds) -> bool:
        """Say whether no day can be meant by both."""
        return self.last < other.first or other.last < self.first


def bounds(edtf: str | None) -> Bounds | None:
    """Read a date or an interval; None where it is open, uncertain, or no date with a year.

    >>> bounds("1924-02")
    Bounds(first=(1924, 2, 1), last=(1924, 2, 29))
    >>> bounds("1924~") is None
    True
    """
    if not edtf:
        return None
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        begin, end = bounds(first), bounds(last)
        return Bounds(begin.first, end.last) if begin and end else None
    decade = _DECADE.match(edtf)
    if decade:
        size = len(decade[2])
        low, high = int(decade[1] + "0" * size), int(decade[1] + "9" * size)
        return Bounds((low, 1, 1), (high, 12, 31))
    found = _DAY.match(edtf)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if month > 12 or year == 0:
        return None
    if not month:
        return Bounds((year, 1, 1), (year, 12, 31))
    days = monthrange(year, month)[1]
    if day > days:
        return None
    return Bounds((year, month, day or 1), (year, month, day or days))
