"""Read a date that begins with the name of a month."""

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
    FULL,
    MONTH,
    MONTHS,
    THEN_BEFORE,
    YEAR,
    Expression,
    is_bc,
    real,
    then_of,
)

_MONTH_DAY = re.compile(
    rf"{MONTH}\s(?:the\s)?{DAY}(?!:\d)(?!,\d)(?:{DAYS_JOIN}{DAY_2}(?!,?\d|\s(?:[A-Z]|men|of)))?"
    rf"(?:,?\s?(?:of\s)?(?<=[\s,]){YEAR})?"
)
_MONTH_YEARS = re.compile(rf"{MONTH},?(?:\sof)?\s{YEAR}")
_MONTH_BC = re.compile(rf"{MONTH},?(?:\sof)?\s(?P<year>\d{{1,4}})\s{BC}")
_MONTH_ALONE = re.compile(MONTH)
_VERB_OR_NAME = ("May", "March", "August", "April", "June")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|by|of|until|till|since|from|to|during|through|late|early|mid|and|between|last|this|that|"
    r"next|each|every|following|before|after|throughout|on|for|end|middle|or)[\s-]\Z",
    re.IGNORECASE,
)
_NO_MONTH = re.compile(
    r"\s(?:\d|have|has|not|be\b|been|toward|towards|against|him|them|into|Revolution|Uprising|"
    r"Offensive|Days\b|Laws|Theses|Manifesto|Fourth|Declaration|Coup|Crisis|Plot|Rising|Convention)"
)


def read_month(text: str, start: int) -> Iterator[Expression]:
    """Yield the dates that begin with the name of a month at an offset."""
    for read in (_month_day, _month_bc, _month_year, _month_alone):
        found = read(text, start)
        if found:
            yield from found
            return


def _month_day(text: str, start: int) -> list[Expression]:
    match = _MONTH_DAY.match(text, start)
    if not match:
        return []
    month = MONTHS[match["month"].lower().rstrip(".")]
    year = int(match["year"]) if match["year"] else None
    if COUNTED.match(text, match.end()) and not year:
        return []
    last = Expression(start, match.end(), "day", year, month, int(match["day"]))
    if match["day2"] is None:
        return real([last])
    first = replace(last, end=match.start("join"))
    first = replace(first, end=start + len(text[start : first.end].rstrip()))
    return real([first, replace(last, start=match.start("day2"), day=int(match["day2"]))])


def _month_bc(text: str, start: int) -> list[Expression]:
    match = _MONTH_BC.match(text, start)
    if not match:
        return []
    year = 1 - int(match["year"]) if is_bc(match["era"]) else int(match["year"])
    month = MONTHS[match["month"].lower().rstrip(".")]
    return [Expression(start, match.end(), "day", year, month)]


def _month_year(text: str, start: int) -> list[Expression]:
    match = _MONTH_YEARS.match(text, start)
    if not match:
        return []
    month = MONTHS[match["month"].lower().rstrip(".")]
    return [Expression(start, match.end(), "day", int(match["year"]), month)]


def _month_alone(text: str, start: int) -> list[Expression]:
    match = _MONTH_ALONE.match(text, start)
    if (
        not match
        or len(match["month"].rstrip(".")) < 3
        or text[match.end() : match.end() + 1].isalnum()
    ):
        return []
    name = match["month"]
    if name not in ("May", "March") and name.lower().rstrip(".") not in FULL.split():
        return []
    if _NO_MONTH.match(text, match.end()):
        return []
    placed = _BEFORE_MONTH.search(text, max(0, start - 12), start)
    followed = re.compile(r"\s[A-Z]").match(text, match.end())
    if not placed and (name in ("May", "March") or followed):
        return []
    if (
        placed
        and followed
        and name in _VERB_OR_NAME
        and placed.group().lower()[:2] in ("by", "of", "to")
    ):
        return []
    which = THEN_BEFORE.search(text, max(0, start - 14), start)
    begin = which.start() if which else start
    then = then_of(which["which"]) if which else None
    month = MONTHS[name.lower()]
    return [Expression(begin, match.end(), "day", month=month, then=then)]
