"""What an expression of time says, and the words that widen it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from sayso.readers.dates_values import Unit, exists

Kind = Literal["day", "season", "fixed", "relative", "ordinal day"]
FULL = "january february march april may june july august september october november december"
SHORT = "jan feb mar apr - jun jul aug sep oct nov dec"
MONTHS = {name: nth for nth, name in enumerate(FULL.split(), 1)}
MONTHS |= {name: nth for nth, name in enumerate(SHORT.split(), 1) if name != "-"} | {"sept": 9}
MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|"
    r"December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%])"
DAY_2 = r"(?P<day2>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%])"
YEAR = r"(?P<year>1\d{3}|20\d{2})(?![\d%])(?!,\d{3})"
BC = r"(?P<era>BCE?\b|B\.\s?C\.(?:\s?E\.)?|AD\b|A\.\s?D\.|CE\b|C\.E\.)"
DAYS_JOIN = r"\s?(?P<join>-|–|—|to|and|or|until|through|,|/)\s?(?:the\s)?"
COUNTED = re.compile(
    r"\s?%|[-\s](?:men|troops|soldiers|people|persons|killed|dead|wounded|casualties|prisoners|km|"
    r"kilomet|miles?|mi\b|m\b|metres|meters|feet|foot|tons|tonnes|aircraft|tanks|guns|ships|"
    r"vehicles|civilians|deaths|others|copies|members|pages|workers|were\s(?:killed|taken|wounded)|"
    r"ft\b|kg|lb|rounds|planes|houses|fighters|pounds|dollars|francs|marks|roubles|rubles|lines|"
    r"votes|words|volumes|books|letters|square|cubic|acres|hectares|horses|horsemen|cavalry|"
    r"infantry|talents|Americans|Iraqis|of\s(?:them|these|whom|his|the\s(?:men|troops)))"
    r"|\.\d|:\d|,\d{3}"
)
ABOUT = re.compile(
    r"(?:\b(?P<certain>c\.|ca\.|circa|c)|\b(?P<loose>about|around|approximately))\s?\Z",
    re.IGNORECASE,
)
PROBABLY = re.compile(r"\b(?:probably|possibly|perhaps)\s(?:in\s|on\s)?\Z", re.IGNORECASE)
PART = re.compile(
    r"\b(?:the\s)?(?:very\s)?(?:early|late|later|mid|middle|beginning|start|end|close|outset|opening|"
    r"(?:latter|early|earlier|late|later|first|second|final|last)\s(?:part|half|days|weeks|months|"
    r"years|stages))(?:\s(?:of|in))?(?:\sthe)?[\s-]\Z",
    re.IGNORECASE,
)
PART_ENDS = frozenset("early late later mid middle of in the close opening end".split())
OLD_STYLE = re.compile(
    r"\s?[(\[,]?\s?(?:O\.\s?S\.|OS\b|[Oo]ld [Ss]tyle|Julian(?: calendar)?)[)\]]?"
)
THEN_BEFORE = re.compile(
    r"\b(?:the\s)?(?P<which>following|next|previous|preceding|that|same)\s\Z", re.IGNORECASE
)
THAT_YEAR = re.compile(r"\sof\s(?:that|the\ssame)\syear\b")
BRACKETED = re.compile(r"\s[(\[](?P<year>1\d{3}|20\d\d)[)\]]")
EARLY_YEAR = re.compile(r",\s(?P<year>[1-9]\d{2})(?=[.,;:)\]]|\s[A-Z(]|\s*\Z)")
YEAR_AFTER = re.compile(rf",?\s{YEAR}(?!\w)")


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that date something, and what they say; what they leave open is None.

    Years are astronomical. `value` is the EDTF of a "fixed" one (a decade, a century). A relative
    one is `count` units away from another date; `anchor` says which: the date before it, or the
    date of the document ("now"). `then` asks for the next, the same or the previous such
    month or season.
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    value: str | None = None
    count: int = 0
    unit: Unit = "year"
    anchor: Literal["before", "now"] = "before"
    then: Literal["next", "same", "previous"] | None = None
    mark: Literal["", "~", "?"] = ""
    julian: bool = False


def widened(text: str, one: Expression, after: int) -> Expression:
    """Take "early", "the end of", "c." before an expression and "(O.S.)" after it into account."""
    start = one.start
    window = max(after, start - 44)
    last = text[max(window, start - 8) : start].rstrip(" -\n\u00a0").rpartition(" ")[2].lower()
    if last.lstrip("(") in PART_ENDS and (part := PART.search(text, window, start)):
        one = replace(one, start=part.start())
    elif about := ABOUT.search(text, max(window, start - 15), start):
        one = replace(one, start=about.start(), mark="~")
    elif PROBABLY.search(text, window, start):
        one = replace(one, mark="?")
    if text.startswith("?", one.end) and text[one.end + 1 : one.end + 2] in ")],;]":
        one = replace(one, end=one.end + 1, mark="?")
    if one.year is None and one.month and (that := THAT_YEAR.match(text, one.end)):
        one = replace(one, end=that.end())
    if one.year is None and one.month and (early := EARLY_YEAR.match(text, one.end)):
        one = replace(one, end=early.end(), year=int(early["year"]))
    if one.year is None and one.month and (year := BRACKETED.match(text, one.end)):
        one = replace(one, end=year.end(), year=int(year["year"]))
    if old := OLD_STYLE.match(text, one.end):
        one = replace(one, julian=True)
        year = YEAR_AFTER.match(text, old.end())
        if one.year is None and year and one.kind == "day":
            one = replace(one, end=year.end(), year=int(year["year"]))
    return one


def real(found: list[Expression]) -> list[Expression]:
    """Keep the expressions whose month has such a day."""
    return [one for one in found if exists(one.year or 4, one.month or 1, one.day or 1)]


def is_bc(era: str | None) -> bool:
    """Say whether the words for an era mean before Christ."""
    return bool(era) and str(era).startswith("B")


def then_of(word: str) -> Literal["next", "same", "previous"]:
    """Say which way "the following", "that" or "the previous" points."""
    low = word.lower()
    if "next" in low or "following" in low:
        return "next"
    return "previous" if "previous" in low or "preceding" in low else "same"
