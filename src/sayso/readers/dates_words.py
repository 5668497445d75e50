"""Read seasons, centuries and relative dates from the words that name a stretch of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from sayso.readers.dates_expression import (
    BC,
    THEN_BEFORE,
    YEAR,
    Expression,
    is_bc,
    then_of,
    widened,
)
from sayso.readers.dates_values import SEASONS, Unit, century_edtf

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen twenty"""
NUMBERS = {name: nth for nth, name in enumerate(_SMALL.split())} | {"a": 1, "an": 1}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS |= {name: 10 * nth for nth, name in enumerate(_TENS.split(), 2)}
NUMBERS |= {
    f"{ten}-{one}": NUMBERS[ten] + nth
    for ten in _TENS.split()
    for nth, one in enumerate(_SMALL.split()[1:10], 1)
}
_ORDINAL = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth
twentieth twenty-first"""
ORDINALS = {name: nth for nth, name in enumerate(_ORDINAL.split(), 1)}
_CENTURY_BEFORE = re.compile(
    rf"\b(?:(?P<digits>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(ORDINALS)}))[\s-]\Z",
    re.IGNORECASE,
)
_ERA = re.compile(rf"\s{BC}")
_SEASON_YEAR = re.compile(
    rf"\s?(?:(?:of|,|in)\s)?(?:the\syear\s)?{YEAR}(?:\s?[-–/]\s?(?P<other>\d{{4}}|\d{{2}})(?!\d))?"
)
_SEASON_BC = re.compile(rf"\s(?:of\s)?(?P<year>\d{{1,4}})\s{BC}")
_SEASON_BEFORE = re.compile(
    r"(?P<which>\b(?:the|that|this|following|next|same|previous|preceding|last)\s|\b[Ii]n\s|\b[Bb]y\s|"
    r"\b(?:early|late|mid)[\s-])\Z",
    re.IGNORECASE,
)
_AUTUMN = re.compile(
    r"\b(?:(?:in|during|by|until|since|through|over|of)\sthe|that|last|this|the\sfollowing)\s\Z",
    re.IGNORECASE,
)
_NO_SEASON = re.compile(r"\sof\s(?!the\syear|that\syear|next\syear|\d)|[\w-]")
_RELATIVE_BEFORE = re.compile(
    r"\b(?:(?P<part>later|earlier|early|late|the\send\sof|the\sbeginning\sof|the\smiddle\sof|"
    r"the\sstart\sof|the\slatter\spart\sof|the\srest\sof)\s)?(?P<which>the\s(?:very\s)?(?:next|following|same|"
    r"previous|preceding)|that(?:\ssame|\svery)?|last|next|this)\s\Z",
    re.IGNORECASE,
)
_COUNT_BEFORE = re.compile(
    rf"(?<![\w-])(?P<about>(?:almost|nearly|about|around|some|over|roughly)\s)?"
    rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
    r"(?:\s(?:short|more|long|full|whole))?\s\Z",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\s(?P<way>later|after(?:wards?)?|earlier|before|previously|ago)\b(?!\s(?:[a-z]|[A-Z]))|\s(?P<way2>later|earlier|ago)\b"
)
_AFTER_UNIT = re.compile(r"\s(?:after|before|of|long|old|when|in\swhich|war|period)\b|[-\w]")
_UNITS: dict[str, Unit] = {
    "night": "day", "morning": "day", "evening": "day", "afternoon": "day",
    "day": "day", "week": "week", "month": "month", "year": "year", "decade": "decade",
}  # fmt: skip


def read_word(text: str, match: re.Match[str]) -> Iterator[Expression]:
    """Yield the date that is named with a season, a century or a unit of time."""
    start = match.start()
    if start and text[start - 1].isalpha():
        return
    low = match.group().lower()
    if low in SEASONS:
        yield from _season(text, match, SEASONS[low])
    elif low.startswith("centur"):
        yield from _century(text, match)
    else:
        yield from _relative(text, match)


def _century(text: str, match: re.Match[str]) -> Iterator[Expression]:
    before = _CENTURY_BEFORE.search(text, max(0, match.start() - 16), match.start())
    if not before:
        return
    number = int(before["digits"]) if before["digits"] else ORDINALS[before["word"].lower()]
    era = _ERA.match(text, match.end())
    bc = bool(era) and is_bc(era["era"] if era else None)
    start = before.start()
    if text[max(0, start - 4) : start].lower() == "the ":
        start -= 4
    if not 1 <= number <= 21:
        return
    end = era.end() if era else match.end()
    value = century_edtf(number, before_christ=bc)
    one = widened(text, Expression(start, end, "fixed", value=value), 0)
    yield one


def _season(text: str, match: re.Match[str], season: int) -> Iterator[Expression]:
    start, low = match.start(), match.group().lower()
    year = _SEASON_YEAR.match(text, match.end())
    bc = _SEASON_BC.match(text, match.end())
    begin = start - 4 if text[max(0, start - 4) : start].lower() == "the " else start
    if bc:
        value = 1 - int(bc["year"]) if is_bc(bc["era"]) else int(bc["year"])
        yield widened(text, Expression(begin, bc.end(), "season", value, season=season), 0)
        return
    if year and (low != "fall" or text[match.end()] in " ,"):
        one = Expression(begin, year.end(), "season", int(year["year"]), season=season)
        yield widened(text, one, 0)
        return
    before = _SEASON_BEFORE.search(text, max(0, start - 12), start)
    if (
        not before
        or _NO_SEASON.match(text, match.end())
        or (low == "fall" and not _AUTUMN.search(text, max(0, start - 16), start))
    ):
        return
    then = None
    which = THEN_BEFORE.search(text, max(0, start - 18), start)
    if which:
        begin, then = which.start(), then_of(which["which"])
    yield widened(text, Expression(begin, match.end(), "season", season=season, then=then), 0)


def _relative(text: str, match: re.Match[str]) -> Iterator[Expression]:
    start, word = match.start(), match.group().lower()
    unit = _UNITS[word.rstrip("s")]
    counted = _COUNT_BEFORE.search(text, max(0, start - 32), start)
    later = _LATER.match(text, match.end())
    if counted and later:
        yield from _later(counted, later, unit)
        return
    before = _RELATIVE_BEFORE.search(text, max(0, start - 36), start)
    if not before or word.endswith("s") or _AFTER_UNIT.match(text, match.end()):
        return
    which = " ".join(before["which"].lower().split())
    if which in ("last", "next", "this"):
        if unit in ("year", "month") and word in ("year", "month"):
            count = {"last": -1, "next": 1, "this": 0}[which]
            yield Expression(
                before.start(), match.end(), "relative", count=count, unit=unit, anchor="now"
            )
        return
    then = then_of(which)
    if (
        word in ("week", "evening", "afternoon", "morning", "night")
        and then == "same"
        and "that" not in which
        and "same" not in which
    ):
        return
    if word == "week":
        return
    count = {"next": 1, "previous": -1, "same": 0}[then]
    yield Expression(before.start(), match.end(), "relative", count=count, unit=unit, then=then)


def _later(counted: re.Match[str], later: re.Match[str], unit: Unit) -> Iterator[Expression]:
    count = (
        int(counted["count"]) if counted["count"].isdigit() else NUMBERS[counted["count"].lower()]
    )
    way = (later["way"] or later["way2"]).lower()
    now: Literal["before", "now"] = "now" if way == "ago" else "before"
    if way in ("earlier", "before", "previously", "ago"):
        count = -count
    yield Expression(
        counted.start(), later.end(), "relative", count=count, unit=unit, anchor=now,
        mark="~" if counted["about"] else "",
    )  # fmt: skip
