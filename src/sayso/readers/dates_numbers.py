"""Read a date that begins with a digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.readers.dates_expression import (
    BC,
    COUNTED,
    DAY,
    DAY_2,
    DAYS_JOIN,
    MONTH,
    MONTHS,
    YEAR,
    Expression,
    is_bc,
    real,
)
from sayso.readers.dates_values import decade_edtf, exists

_ISO = re.compile(r"(1\d{3}|20\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d-])")
_DAY_MONTH = re.compile(
    rf"{DAY}(?:{DAYS_JOIN}{DAY_2})?(?:\sof)?\s(?:the\s)?{MONTH}(?!\w)(?:,?\s(?:of\s)?{YEAR})?"
)
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(1\d{3}|20\d\d)(?!\d)")
_DECADE = re.compile(
    rf"(?P<year>\d{{1,3}}0)['’]?s\b(?:(?P<join>\s?[-–—]\s?|\sto\s|\sand\s)(?:the\s)?['’]?"
    rf"(?P<other>\d{{1,3}}0)['’]?s\b)?(?:\s{BC})?"
)
_ERA_AFTER = re.compile(rf"(?P<year>\d{{1,4}})(?:\s?[-–]\s?(?P<other>\d{{1,4}}))?\s{BC}")
_YEARS = re.compile(
    r"(?P<year>1\d{3}|20\d\d)(?P<join>\s?[-–—/]\s?)(?P<other>\d{4}|\d{2})(?!\w|,\d{3})"
)
_ONE_YEAR = re.compile(YEAR + r"(?!\w)")
_ORDINAL_DAY = re.compile(r"([12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b")
_NO_ORDINAL_DAY = re.compile(
    r"\s(?:of|century|[A-Z]|anniversary|division|army|corps|day|place|regiment|amendment|section|"
    r"article|chapter|edition|floor|birthday|parallel)|[-–]"
)
_YEAR_AFTER_WORD = re.compile(
    r"(?:\b(?:in|by|of|since|until|till|from|to|during|after|before|between|and|through|around|"
    r"about|circa|c\.|ca\.|year|years|early|late|mid|on|for|the|or|throughout|as\slate\sas|than|at|"
    r"elections?|not|census|spring|summer|autumn|fall|winter|that|was|is|began|ended)\s|"
    r"[(\[–—-]\s?|^|[\n,;:] ?|[.”\"’] ?)\Z",
    re.IGNORECASE,
)
_YEAR_BEFORE_WORD = re.compile(r"\s*(?:[),;:.\n–—-]|\Z)|['’]s\b|\s[a-z(]")
_AMOUNT = re.compile(
    r"(?:over|some|nearly|almost|approximately|about|least|total\sof|than|only)\s\Z"
)
_NUMBERED = re.compile(
    r"(?:\b(?:[Nn]os?\.|[Ss]\.|[Pp]p?\.|[Pp]age|[Aa]rticle|[Ss]ection|[Rr]oom|[Rr]oute|[Ff]light|[Rr]esolution|"
    r"[Dd]irective|[Oo]rder|[Mm]odel|[Hh]ighway|[Ll]ines?|[Vv]erses?|[Nn]umber|[Dd]ocument)\s|[$£€#])\Z"
)
_AD_BEFORE = re.compile(r"(?:\bA\.\s?D\.|\bAD|\byear\sof\sour\sLord|\byear)\s\Z")
_CLOSING = '.,;:!?”’")]»'


def read_number(text: str, start: int) -> Iterator[Expression]:
    """Yield the dates that begin with the digits at an offset: none, one, or both of a pair."""
    before = text[start - 1] if start else " "
    if (
        before.isalpha()
        or before in "$£€#/_@="
        or (before in ".," and text[max(0, start - 2)].isdigit())
    ):
        return
    if before == "-" and start > 1 and text[start - 2].isdigit():
        return
    if before in _CLOSING and start > 1 and not text[start - 2].isspace():
        return  # the number of a note, glued to the sentence before it
    for read in (_iso, _day_month, _numeric, _decade, _era, _years, _year, _ordinal_day):
        found = read(text, start)
        if found:
            yield from found
            return


def _iso(text: str, start: int) -> list[Expression]:
    match = _ISO.match(text, start)
    if not match:
        return []
    year, month, day = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    if day is None and int(match[2]) > int(match[1][2:]):
        # 1911-12 without a day is rather two years.
        return []
    return [Expression(start, match.end(), "day", year, month, day)]


def _day_month(text: str, start: int) -> list[Expression]:
    match = _DAY_MONTH.match(text, start)
    if not match:
        return []
    month = MONTHS[match["month"].lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else None
    if match["month"] in ("May", "March") and not year and not _names_month(text, match):
        return []
    last = Expression(start, match.end(), "day", year, month, int(match["day"]))
    if match["day2"] is None:
        return real([last])
    first = replace(last, end=match.end("join") - len(match["join"]))
    first = replace(first, end=start + len(text[start : first.end].rstrip()))
    last = replace(last, start=match.start("day2"), day=int(match["day2"]))
    return real([first, last])


def _names_month(text: str, match: re.Match[str]) -> bool:
    """Say whether "8 May" or "2 March" is a date and no verb or march."""
    after = text[match.end("month") : match.end("month") + 6]
    return not re.match(r"\s(?:be|ha|no|th|to)", after)


def _numeric(text: str, start: int) -> list[Expression]:
    match = _NUMERIC.match(text, start)
    if not match:
        return []
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day, month = (second, first) if second > 12 else (first, second)
    if not exists(year, month, day):
        return []
    if match[2] == "/" and first <= 12 and second <= 12 and first != second:
        # Day first or month first: only the year is sure.
        value = f"{year:04d}-XX-XX"
        return [Expression(start, match.end(), "fixed", year, value=value)]
    return [Expression(start, match.end(), "day", year, month, day)]


def _decade(text: str, start: int) -> list[Expression]:
    match = _DECADE.match(text, start)
    if not match or (len(match["year"]) == 2 and not match["era"]):
        return _short_decade(text, start)
    year, before_christ = int(match["year"]), is_bc(match["era"])
    if year > 2090 or (year < 1000 and not match["era"]):
        return []
    return _decades(match, year, before_christ, text)


def _short_decade(text: str, start: int) -> list[Expression]:
    match = re.compile(r"(\d0)['’]?s\b").match(text, start)
    if not match or start == 0 or text[start - 1] not in "'’‘":
        return []
    return [Expression(start - 1, match.end(), "fixed", value=f"??{match[1]}")]


def _decades(match: re.Match[str], year: int, bc: bool, text: str) -> list[Expression]:
    first_year = 1 - year if bc else year
    start = (
        match.start() - 4
        if text[max(0, match.start() - 4) : match.start()] == "the "
        else match.start()
    )
    if match["other"] is None:
        value = decade_edtf(year, before_christ=bc)
        return [Expression(start, match.end(), "fixed", first_year, value=value)]
    other = int(match["other"])
    other = other if other >= 1000 or bc else year // 100 * 100 + other
    first = Expression(
        start, match.start("join"), "fixed", first_year, value=decade_edtf(year, before_christ=bc)
    )
    second_year = 1 - other if bc else other
    second = Expression(
        match.start("other"), match.end(), "fixed", second_year,
        value=decade_edtf(other, before_christ=bc),
    )  # fmt: skip
    return [first, second]


def _era(text: str, start: int) -> list[Expression]:
    match = _ERA_AFTER.match(text, start)
    if match:
        years = [int(one) for one in (match["year"], match["other"]) if one]
        if is_bc(match["era"]):
            years = [1 - one for one in years]
        first = Expression(start, match.end(), "day", years[0])
        if len(years) == 1:
            return [first]
        return [
            replace(first, end=match.end("year")),
            Expression(match.start("other"), match.end(), "day", years[1]),
        ]
    before = _AD_BEFORE.search(text, max(0, start - 20), start)
    number = re.compile(r"\d{2,4}(?!\d|,\d)").match(text, start)
    plain = before is not None and before.group().startswith("year ")
    if before and number and not (plain and len(number.group()) < 3 and "Lord" not in before[0]):
        return [
            Expression(
                before.start() if text[before.start()] == "A" else start,
                number.end(),
                "day",
                int(number.group()),
            )
        ]
    return []


def _years(text: str, start: int) -> list[Expression]:
    match = _YEARS.match(text, start)
    if not match or COUNTED.match(text, match.end()):
        return []
    year = int(match["year"])
    other = int(match["other"])
    other = other if other >= 100 else year // 100 * 100 + other
    if other <= year and len(match["other"]) == 2:
        other += 100 if year % 100 > 90 and int(match["other"]) < 10 else 0
    if not 0 < other - year <= 150 or other > 2100:
        return []
    return [
        Expression(start, match.end("year"), "day", year),
        Expression(match.start("other"), match.end(), "day", other),
    ]


def _year(text: str, start: int) -> list[Expression]:
    match = _ONE_YEAR.match(text, start)
    if not match or COUNTED.match(text, match.end()):
        return []
    behind = max(0, start - 24)
    if _NUMBERED.search(text, behind, start):
        return []
    if _AMOUNT.search(text, behind, start) and not re.match(
        r"[),;.]", text[match.end() : match.end() + 1]
    ):
        return []
    if not (
        _YEAR_AFTER_WORD.search(text, behind, start) or _YEAR_BEFORE_WORD.match(text, match.end())
    ):
        return []
    return [Expression(start, match.end(), "day", int(match["year"]))]


def _ordinal_day(text: str, start: int) -> list[Expression]:
    match = _ORDINAL_DAY.match(text, start)
    if not match or _NO_ORDINAL_DAY.match(text, match.end()):
        return []
    before = re.compile(r"\b[Oo]n (the )?\Z").search(text, max(0, start - 8), start)
    if not before:
        return []
    begin = start - len(before[1] or "")
    return [Expression(begin, match.end(), "ordinal day", day=int(match[1]))]
