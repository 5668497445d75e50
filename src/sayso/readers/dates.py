"""Find dates and write them as EDTF, with the words as they stand.

A mention's basis says how its year came: it stands there (explicit), it is that of the dates before
it (inferred), or it is counted from one (relative). Only explicit years are fit to hold against
each other. English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.model import Document, Mention, Record, anchored_id
from sayso.readers.dates_context import Dated, settled
from sayso.readers.dates_patterns import expressions
from sayso.readers.dates_values import Day
from sayso.readers.urls import places_of_urls
from sayso.text import span

_WRITTEN = re.compile(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_DASH = re.compile(r"\s?[-–—/]\s?")
_TO = re.compile(r"\s(?:to|until|till|through)\s(?:the\s)?")
_AND = re.compile(r"\sand\s(?:the\s)?")
_FROM = re.compile(r"\b(?P<word>from|between)\s(?:the\s)?\Z", re.IGNORECASE)
_SCORES = {"explicit": 0.98, "inferred": 0.8, "relative": 0.7}
_REASONS = {
    "explicit": "The year stands in these words.",
    "inferred": "The year is taken from the dates before.",
    "relative": "The date is counted from another one.",
}


@dataclass(frozen=True, slots=True)
class DateReader:
    """Find dates, decades, centuries, seasons and intervals in English prose."""

    name: str = "dates"
    version: str = "1"
    languages: tuple[str, ...] = ("en",)
    after: tuple[str, ...] = ()

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Mention]:
        """Yield a mention for each date, an interval as one."""
        text = document.text
        for run in joined(text, dated(document)):
            yield _mention(document, reading, run)


READER = DateReader()


def dated(document: Document) -> list[Dated]:
    """Give the settled dates of a document one by one: the two ends of an interval are two."""
    text = document.text
    taken = sorted([*places_of_urls(text), *document.superscripts, *_markers(document)])
    found = []
    nth = 0
    for one in expressions(text):
        while nth < len(taken) and taken[nth][1] <= one.start:
            nth += 1
        if nth == len(taken) or taken[nth][0] >= one.end:
            found.append(one)
    return list(settled(text, found, now=_now(document)))


def _markers(document: Document) -> list[tuple[int, int]]:
    """Give where the file itself has note markers: their numbers are no years."""
    return [where for note in document.notes for where in note.markers]


def _now(document: Document) -> Day | None:
    match = _WRITTEN.fullmatch(document.date or "")
    if not match:
        return None
    year, month, day = (int(one) if one else None for one in match.groups())
    return Day(year or 0, month, day)


def joined(text: str, found: Sequence[Dated]) -> Iterator[tuple[Dated, ...]]:
    """Yield each date, or the two ends of an interval together."""
    nth = 0
    while nth < len(found):
        pair = tuple(found[nth : nth + 2])
        if len(pair) == 2 and _is_interval(text, *pair):
            yield pair
            nth += 2
        else:
            yield (found[nth : nth + 1][0],)
            nth += 1


def _is_interval(text: str, first: Dated, last: Dated) -> bool:
    start, end = first.expression.end, last.expression.start
    if end - start > 12 or "/" in first.edtf + last.edtf or "relative" in (first.basis, last.basis):
        return False
    between = text[start:end]
    before = text[max(0, first.expression.start - 14) : first.expression.start]
    opened = _FROM.search(before)
    fits = (
        _DASH.fullmatch(between)
        or _TO.fullmatch(between)
        or (opened and opened["word"].lower() == "between" and _AND.fullmatch(between))
    )
    return bool(fits) and _order(first.edtf) <= _order(last.edtf)


def _order(edtf: str) -> tuple[int, str]:
    sign, digits = (-1, edtf[1:]) if edtf.startswith("-") else (1, edtf)
    return sign * int(digits[:4].replace("X", "0")), edtf[4:]


def _mention(document: Document, reading: str, run: tuple[Dated, ...]) -> Mention:
    where = span(document.text, run[0].expression.start, run[-1].expression.end)
    basis = "inferred" if any(one.basis == "inferred" for one in run) else run[0].basis
    mention = Mention(
        anchored_id("mention", document.id, [where], "date"), document.id, reading, where, "date"
    )
    changed: dict[str, Any] = {
        "date": "/".join(one.edtf + one.expression.mark for one in run),
        "basis": basis,
        "calendar": "julian" if any(one.expression.julian for one in run) else "gregorian",
        "score": _SCORES[basis],
        "reason": _REASONS[basis],
    }
    return replace(mention, **changed)
