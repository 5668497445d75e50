"""Settle what "in May", "that year" and "two days later" mean, by the dates before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.readers.dates_expression import Expression
from sayso.readers.dates_values import Day, exists, year_edtf

Basis = Literal["explicit", "inferred", "relative"]
_JOINED = re.compile(
    r"\s?(?:-|–|—|to|and|or|until|till|through|,|/)\s(?:in\s)?(?:the\s)?\Z|\s?[-–—/]\s?\Z"
)
_FLASHBACK = 4
_LEAD = 14


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression and the EDTF it stands for, without its qualifier; `basis` as in a mention."""

    expression: Expression
    edtf: str
    basis: Basis


def settled(text: str, found: Sequence[Expression], *, now: Day | None = None) -> Iterator[Dated]:
    """Yield the expressions that can be settled, in text order.

    Args:
        text: The text they stand in.
        found: All expressions, in text order.
        now: The date of the document: what "last year" counts from, and the year of a day that no
            date stands before.
    """
    context = _Context(text, now)
    for nth, one in enumerate(found):
        following = found[nth + 1] if nth + 1 < len(found) else None
        dated = context.settle(one, following)
        if dated:
            yield dated


class _Context:
    """The date that the text is at."""

    def __init__(self, text: str, now: Day | None) -> None:
        self.text = text
        self.now = now
        self.at: Day | None = None
        self.before_year: Day | None = None
        self.year_place: int | None = None

    def settle(self, one: Expression, following: Expression | None) -> Dated | None:
        self._leave_flashback()
        if one.kind == "relative":
            return self._relative(one)
        if one.kind == "fixed":
            return self._fixed(one)
        if one.year is not None:
            return self._explicit(one)
        shared = self._shared_year(one, following)
        if shared is not None:
            return self._take(replace(one, year=shared), "inferred")
        if self.at is None and self.now is not None:
            self.at = Day(self.now.year)
        if self.at is None:
            return None
        if one.kind == "ordinal day":
            return self._ordinal_day(one)
        return self._take(replace(one, year=self._year_for(one)), self._basis(one))

    def _basis(self, one: Expression) -> Basis:
        return "relative" if one.then in ("next", "previous") else "inferred"

    def _leave_flashback(self) -> None:
        """Return to the time before a year that a sentence names in passing, far from its own."""
        if self.year_place is None or self.at is None or self.before_year is None:
            return
        if abs(self.at.year - self.before_year.year) > _FLASHBACK:
            place = self.year_place
            behind = max(0, place - 2 * _LEAD)
            stop = max(self.text.rfind(". ", behind, place), self.text.rfind("\n", behind, place))
            if not (place <= _LEAD or (stop >= 0 and place - stop < _LEAD)):
                self.at = self.before_year
        self.year_place = None

    def _explicit(self, one: Expression) -> Dated:
        before = self.at
        dated = self._take(one, "explicit")
        self.before_year, self.year_place = before, one.start
        return dated

    def _take(self, one: Expression, basis: Basis) -> Dated:
        day = Day(one.year or 0, one.month, one.day, one.season)
        if day.month and day.day and not exists(day.year, day.month, day.day):
            day = replace(day, day=None)
        self.at = replace(day, month=day.about_month, season=None)
        return Dated(one, day.edtf(), basis)

    def _fixed(self, one: Expression) -> Dated | None:
        value = one.value or ""
        if value.startswith("??"):
            if self.at is None and self.now is None:
                return None
            year = (self.at or self.now or Day(0)).year // 100 * 100 + int(value[2:])
            return Dated(one, year_edtf(year)[:-1] + "X", "inferred")
        if one.year is not None:
            before, self.at = self.at, Day(one.year)
            self.before_year, self.year_place = before, one.start
        return Dated(one, value, "explicit")

    def _shared_year(self, one: Expression, following: Expression | None) -> int | None:
        """Give the year that stands with the next date: "5 May and 6 June 1921"."""
        if following is None or following.year is None or following.kind == "fixed":
            return None
        if one.month is None or following.month is None or one.then:
            return None
        between = self.text[one.end : following.start]
        if len(between) > 12 or not _JOINED.fullmatch(between):
            return None
        return following.year - 1 if one.month > following.month + 6 else following.year

    def _year_for(self, one: Expression) -> int:
        """Give the year of a month or season: the one it has soonest after the date before it."""
        at = self.at or Day(0)
        month = Day(0, one.month, None, one.season).about_month
        if one.then == "next" and month is not None and at.month is not None:
            return at.year + 1 if month <= at.month else at.year
        if one.then == "next" and month is not None:
            return at.year + 1
        if one.then == "previous" and month is not None:
            return at.year - 1 if at.month is None or month >= at.month else at.year
        if month is None or at.month is None:
            return at.year
        if at.month - month >= 8:
            return at.year + 1
        return at.year - 1 if month - at.month >= 10 else at.year

    def _ordinal_day(self, one: Expression) -> Dated | None:
        at = self.at
        if at is None or at.month is None or not exists(at.year, at.month, one.day or 0):
            return None
        return self._take(replace(one, year=at.year, month=at.month), "inferred")

    def _relative(self, one: Expression) -> Dated | None:
        start = self.now if one.anchor == "now" else self.at
        if start is None:
            return None
        day = start.moved(one.count, one.unit)
        if day is None:
            return None
        value = day.edtf()
        if one.unit == "decade":
            value = year_edtf(day.year)[:-1] + "X"
        elif one.unit == "day" and day.day is None:
            return None
        if one.anchor == "before" and (one.count or one.unit == "day"):
            self.at = day
        basis: Basis = "inferred" if one.then == "same" else "relative"
        return Dated(one, value, basis)
