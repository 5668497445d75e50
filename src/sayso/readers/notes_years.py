"""Find references in the text itself: an author and a year in brackets, "(Smith 1998, 45)".

Such a reference is its own note: its marker is the bracket, its body the words within. A year in
brackets alone is much else (of birth, of a treaty), so that doubtful ones count only where others
of the document are certain, or where its list of references names author and year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.model import Document

_BRACKET = re.compile(r"\(([^()\n]{4,240})\)")
_BEFORE = re.compile(
    r"(?:(?:but |and )?(?:see|compare|cf\.?|e\.g\.,?|i\.e\.,?|as in|following|"
    r"quoted (?:in|by|from)|cited (?:in|by)|after|from|in)"
    r"(?: also| e\.g\.,?| for example,?| for instance,?| esp\.)?,? )",
    re.IGNORECASE,
)
_NAME = r"(?:(?:van|von|de|der|den|del|della|di|da|du|la|le|ten|al-|d’|d')\s?)*[A-Z][\w’'.-]+"
_NAMES = rf"{_NAME}(?:(?:,? (?:and|&) |, | ){_NAME})*(?:,? et al\.?|,? and others)?"
_YEAR = r"(?:\[\d{4}\] ?)?(?:(?:1[5-9]|20)\d\d[a-z]?|forthcoming|in press|n\.d\.)(?:/\d{2,4})?"
_PAGES = (
    r"(?:, ?|: ?| )(?:(?:pp?|chs?|chaps?|vols?|n|nn|fn)\.? ?|§+ ?)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:[-–]\d{1,4})?(?:, ?\d{1,4}(?:[-–]\d{1,4})?)*(?:ff?\.?| n\. ?\d+)?"
)
_BEHIND = r"(?:[,;] (?:my |our |original )?(?:emphasis|italics|translation)[\w ]*)?"
_NAMED = re.compile(
    rf"(?P<names>{_NAMES}),? (?P<years>{_YEAR}(?:, ?{_YEAR})*)(?P<pages>{_PAGES})?{_BEHIND}\Z"
)
_BARE = re.compile(rf"(?P<years>{_YEAR}(?:, ?{_YEAR})*)(?P<pages>{_PAGES})?{_BEHIND}\Z")
_NO_NAMES = frozenset(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter easter "
    "christmas michaelmas monday tuesday wednesday thursday friday saturday sunday born died "
    "the in on at by from since until before after about around circa c ca table figure fig "
    "chapter act article section no vol bc ad ce bce reprinted published edition ed".split()
)
_PROPER = re.compile(r"[A-Z][\w’'-]+(?: et al\.?|['’]s)?,? \Z")
_ANY_PROPER = re.compile(r"\b[A-Z][a-z][\w’'-]+[^.!?\n]*\Z")
_FIRST_WORD = re.compile(r"[^\W\d_][\w’'-]+")
_DIGITS = re.compile(r"\d{4}")
_CERTAIN, _LIKELY, _DOUBTFUL = 2, 1, 0
_SCORES = {_CERTAIN: 0.95, _LIKELY: 0.85, _DOUBTFUL: 0.7}
# So many references make the document one that names its sources by author and year.
_FEW, _MANY = 3, 5


@dataclass(frozen=True, slots=True)
class InText:
    """A reference in brackets: its marker [start, end), its words [low, high), how sure it is."""

    start: int
    end: int
    low: int
    high: int
    label: str
    sure: int

    @property
    def score(self) -> float:
        """The chance that it is a reference."""
        return _SCORES[self.sure]


def in_text(document: Document, apart: Callable[[int], bool]) -> Iterator[InText]:
    """Give the references in the text, in order.

    `apart` says of an offset whether it lies where none is looked for; it is asked in text order.
    """
    listed = _listed(document)
    found = [
        one
        for bracket in _BRACKET.finditer(document.text)
        if not apart(bracket.start())
        for one in _within(document.text, bracket, listed)
    ]
    certain = sum(one.sure == _CERTAIN for one in found)
    likely = sum(one.sure >= _LIKELY for one in found)
    style = certain >= 2 or (certain and likely >= _FEW) or likely >= _MANY
    for one in found:
        if one.sure == _CERTAIN or (style and (one.sure == _LIKELY or certain)):
            yield one


def _within(text: str, bracket: re.Match[str], listed: str) -> Iterator[InText]:
    """Give the references of one bracket; none where a part of it is something else."""
    made: list[InText] = []
    at = bracket.start(1)
    parts = bracket[1].split(";")
    for nth, part in enumerate(parts):
        low = at + len(part) - len(part.lstrip())
        high = at + len(part.rstrip())
        at += len(part) + 1
        begins = _BEFORE.match(text, low, high)
        if begins and begins.end() < high:
            low = begins.end()
        sure = _sure(text, bracket.start(), low, high, listed, begins is not None, len(parts))
        if sure is None:
            if nth and not _DIGITS.search(text, low, high):
                continue  # "(Smith 1998; emphasis added)"
            return
        start = bracket.start() if not made else low
        end = high if nth + 1 < len(parts) else bracket.end()
        made.append(InText(start, end, low, high, text[low:high], sure))
    yield from made


def _sure(
    text: str, opens: int, low: int, high: int, listed: str, introduced: bool, parts: int
) -> int | None:
    words = text[low:high]
    named = _NAMED.match(words)
    if named is None:
        return _sure_of_year(text, opens, words)
    names = _FIRST_WORD.findall(named["names"])
    if not names or any(one.lower() in _NO_NAMES for one in names):
        return None  # "(D.D.C. 2010)" is a court
    joined = "et al" in named["names"] or "&" in named["names"] or " and " in named["names"]
    if named["pages"] or introduced or joined or parts > 1:
        return _CERTAIN if len(names) <= 4 or joined else _LIKELY
    year = _DIGITS.search(named["years"])
    if year and re.search(rf"{re.escape(names[0])}[^\n]{{0,200}}{year[0]}", listed):
        return _CERTAIN
    return _LIKELY if len(names) <= 2 else _DOUBTFUL


def _sure_of_year(text: str, opens: int, words: str) -> int | None:
    """Judge a year alone: "Smith (1998: 45) holds", "Smith holds that … (1998)"."""
    bare = _BARE.match(words)
    if bare is None:
        return None
    line = text.rfind("\n", 0, opens) + 1
    if _PROPER.search(text, max(line, opens - 40), opens):
        return _CERTAIN if bare["pages"] else _DOUBTFUL
    if _ANY_PROPER.search(text, max(line, opens - 300), opens):
        return _CERTAIN if (bare["pages"] or "").startswith(":") else _DOUBTFUL
    return None


def _listed(document: Document) -> str:
    return "\n".join(
        document.text[one.start : one.end] for one in document.blocks if one.role == "reference"
    )
