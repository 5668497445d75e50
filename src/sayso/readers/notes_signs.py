"""Tell the signs that may point to a note from digits and stars that do not.

Every sign gets a weight from where it stands; then the best rising run of numbers through the
whole text decides, so that "1990.5" or "COVID19" is a marker only where its number is due. Weights
are log-odds; time grows with the text's length only.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain

SYMBOLS = "*†‡§‖¶"
BEHIND_A_SIGN = "in square brackets, glued to a sign"
BEHIND_A_WORD = "in square brackets, glued to a word"
SEVERAL = "one of several numbers in square brackets"
BEHIND_A_SPACE = "in square brackets, after a sign and a space"
WITH_A_CARET = "in square brackets with a caret, as in Markdown"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED, "0123456789")
_SIGN = re.compile(rf"[{_RAISED}]+|\[\d{{1,4}}\]|\(\d{{1,3}}\)|\d+|[{SYMBOLS}]+")
_SEVERAL = re.compile(r"(?<=[^\s\[(]) ?\[(\d{1,3}(?:(?:[,;] ?|[-–])\d{1,3})+)\]")
_IN_SQUARES = re.compile(rf"(?<=[^\s\[(])\[([{SYMBOLS}]{{1,3}}|[a-z])\](?!\w)")
_IN_ROUNDS = re.compile(r"(?<=[.?!,;:”’\"'»])\(([a-z])\)(?=\s|\Z)")
_CARET = re.compile(r"\[\^([\w-]{1,30})\](?!:)")
_OPENED = re.compile(r"(?<![^\s“\"(«—])\*+(?=[^\s*])")
_CLOSED = re.compile(r"(?<=[^\s*])\*+(?=[\s.,;:?!)”\"’»])")
_EMPHASIS = 300
_CLOSING = "”’\"'»›)]„“«"
_WORD = re.compile(r"[^\W\d_]+\Z")
_NUMBERED = re.compile(r"\b(?:No|Nos|Nr|p|pp|vol|Vol|art|Art|ch|fig|Fig|sec|Sec|St|ca|c|cl|ff?)\Z")
_LEADERS = re.compile(r"(?:[.…·]{3}|(?:\. ){2}\.)\s*\Z")
_COUNTING = re.compile(
    r"\b(?:chapter|article|no|nos|page|pp?|vol|section|part|number|act|book|the|of|on|in|about|"
    r"only|some|was|is|are|at|to|by|nearly|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\.?\s\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"per cent|percent|years?|days?|weeks?|months?|hours?|copies|men|women|people|million|billion|"
    r"thousand|pounds|dollars|miles)\b"
)
_UNIT = re.compile(r"(?:\A|[^\w])(?:[a-z]|[cdkmµn]m|ft|in|yd|mi)\Z")
_NAMED = 200
_YEAR_AND_SIGN = re.compile(r"(?:1[5-9]|20)\d\d\d{1,2}\Z")


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that may be a marker: its place, its label, its weight, and where it stands."""

    start: int
    end: int
    label: str
    weight: float
    where: str

    @property
    def number(self) -> int | None:
        """The label as a number; None for stars, daggers and letters."""
        return int(self.label) if self.label.isdecimal() else None


def plain_label(label: str) -> str:
    """Give a label without brackets, stops and raised digits.

    >>> plain_label("[¹²]."), plain_label("(3)"), plain_label("*")
    ('12', '3', '*')
    """
    return label.translate(_PLAIN).strip(" \t\n\r\u00a0.:[]()^")


def signs(
    text: str, *, raised: Collection[tuple[int, int]] = (), labels: Collection[str] = ()
) -> list[Sign]:
    """Give all signs that may be markers, in text order, without overlap.

    Args:
        text: The text.
        raised: Spans that the file sets as superscripts.
        labels: The labels of the notes that the document has.
    """
    found = {}
    for start, end in raised:
        label = plain_label(text[start:end])
        if (label.isdecimal() and label.isascii() and len(label) <= 3) or label in labels:
            found[start] = Sign(start, end, label, 6.0, "set as a superscript")
    kinds = (_careted(text, labels), _named(text, labels), _several(text), _lettered(text))
    for sign in chain(*kinds):
        found.setdefault(sign.start, sign)
    held = sorted((one.start, one.end) for one in found.values())
    nth = 0
    for match in _SIGN.finditer(text):
        start, end = match.span()
        while nth < len(held) and held[nth][1] <= start:
            nth += 1
        if nth < len(held) and held[nth][0] < end:
            continue
        judged = _judged(text, start, end)
        if judged:
            found[judged.start] = judged
    return [found[at] for at in sorted(found)]


def _named(text: str, labels: Collection[str]) -> Iterable[Sign]:
    """Yield the labels of notes that are words, where they stand in brackets: "(E1)", "[a]"."""
    words = sorted(one for one in labels if one.isalnum() and not one.isdecimal())[:_NAMED]
    if words:
        either = "|".join(re.escape(one) for one in words)
        for match in re.finditer(rf"(?<=\S)[(\[](?P<label>{either})[)\]]", text):
            yield Sign(match.start(), match.end(), match["label"], 3.0, "its label in brackets")


def _careted(text: str, labels: Collection[str]) -> Iterable[Sign]:
    """Yield markers as Markdown has them: "[^3]", and "[^a-name]" where a note has that label."""
    for match in _CARET.finditer(text):
        label = match[1]
        if label in labels or (label.isdecimal() and label.isascii() and len(label) <= 4):
            yield Sign(match.start(), match.end(), label, 6.0, WITH_A_CARET)


def _several(text: str) -> Iterable[Sign]:
    """Yield the numbers of "[6, 11]" and "[12–15]", the brackets with the first and the last."""
    for match in _SEVERAL.finditer(text):
        numbers = list(re.finditer(r"\d+", match[1]))
        if any(one[0].startswith("0") for one in numbers):
            continue
        for nth, one in enumerate(numbers):
            start = match.start(1) + one.start() - (nth == 0)
            end = match.start(1) + one.end() + (one is numbers[-1])
            yield Sign(start, end, one[0], 3.0, SEVERAL)


def _lettered(text: str) -> Iterable[Sign]:
    """Yield signs and letters in brackets glued to what is before: "more.[*]", "large,[a]", "(b)".

    Letters in round brackets count where they begin with a and go on by one; those in square
    brackets glued to a letter where the one before them stood before: "believe[d]" has none.
    """
    before = {"`"}
    for match in _IN_SQUARES.finditer(text):
        label = match[1]
        glued = text[match.start() - 1].isalpha() and label.isalpha()
        if glued and chr(ord(label) - 1) not in before:
            continue
        before.add(label)
        yield Sign(match.start(), match.end(), match[1], 4.0, BEHIND_A_SIGN)
    due = "a"
    for match in _IN_ROUNDS.finditer(text):
        if match[1] == due:
            yield Sign(match.start(), match.end(), due, 3.0, BEHIND_A_SIGN)
            due = chr(ord(due) + 1)


def _judged(text: str, start: int, end: int) -> Sign | None:
    first = text[start]
    if first in _RAISED:
        return _raised(text, start, end)
    if first in "[(":
        return _bracketed(text, start, end)
    if first in SYMBOLS:
        return _symbol(text, start, end)
    return _digits(text, start, end)


def _raised(text: str, start: int, end: int) -> Sign | None:
    label = text[start:end].translate(_PLAIN)
    if len(label) > 3:
        return None
    weight = -1.0 if _UNIT.search(text, max(0, start - 4), start) else 6.0
    return Sign(start, end, str(int(label)), weight, "a raised digit")


def _bracketed(text: str, start: int, end: int) -> Sign | None:
    label = text[start + 1 : end - 1]
    before = text[start - 1] if start else "\n"
    if label.startswith("0") or (text[end : end + 1] or " ").isdigit():
        return None
    if text[start] == "[":
        if before in ".?!,;:”’\"'»›“«":
            return Sign(start, end, label, 4.0, BEHIND_A_SIGN)
        if before == "\n" or (len(label) > 3 and before.isspace()):  # [1848] is a year
            return None
        # "[1] the first; [2] the second"
        counts = before == " " and text[max(0, start - 2)] in ":;"
        return Sign(start, end, label, -1.0 if counts else 3.0, _in_squares(text, start, before))
    glued = not before.isspace() and not before.isdigit() and before not in "([{-–—/$£€="
    if glued and before.isalpha() and not _long_word(text, start):
        glued = False
    if glued:
        return Sign(start, end, label, 3.0, "in round brackets after a word or stop")
    if before == " " and text[max(0, start - 2)] in '.?!”"’':
        return Sign(start, end, label, -1.5, "in round brackets after a sentence")
    if before == " " and text[end : end + 1] in (".", ",", ";"):
        return Sign(start, end, label, 1.0, "in round brackets before a stop")
    return None


def _in_squares(text: str, start: int, before: str) -> str:
    if text[max(0, start - 3) : start].isalpha() and start > 2:
        return BEHIND_A_WORD
    if before == " " and text[max(0, start - 2)] in ".?!,”’\"')]":
        return BEHIND_A_SPACE
    return "in square brackets"


def _symbol(text: str, start: int, end: int) -> Sign | None:
    label = text[start:end]
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else " "
    if len(label) > 3 or len(set(label)) > 1:
        return None
    # At the start of a word it opens emphasis or a list, or it is the label of a note.
    if before.isspace() or before.isdigit() or not (after.isspace() or after in '.,;:?!)]”"’—'):
        return None
    sure = label[0] in "†‡‖" or (label[0] == "*" and not _emphasised(text, start))
    weight = 2.0 if sure else 1.0 if label[0] == "*" else -2.0
    return Sign(start, end, label, weight, "glued to the words before it")


def _emphasised(text: str, at: int) -> bool:
    """Say whether a star closes what one before it opened: *so*."""
    begin = max(0, at - _EMPHASIS, text.rfind("\n\n", max(0, at - _EMPHASIS), at))
    opened, closed = (len(one.findall(text, begin, at)) for one in (_OPENED, _CLOSED))
    return opened > closed


def _digits(text: str, start: int, end: int) -> Sign | None:
    digits = text[start:end]
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else " "
    if not _may_follow(text, end, before, after):
        return None
    if len(digits) >= 5 and _YEAR_AND_SIGN.match(digits):
        return Sign(start + 4, end, digits[4:].lstrip("0") or "0", -0.5, "glued to a year")
    if len(digits) > 4 or digits.startswith("0") or not digits.isascii():
        return None
    if len(digits) == 4 and before not in _CLOSING + ".?!…,;:":
        return None
    weighed = _weight(text, start, before, after)
    if weighed is None:
        return None
    weight, where = weighed
    if before.isspace():
        if _COUNTING.search(text, max(0, start - 12), start):
            weight -= 3
        if _COUNTED.match(text, end, end + 14):
            weight -= 3
    return Sign(start, end, digits, weight, where)


def _may_follow(text: str, end: int, before: str, after: str) -> bool:
    """Say whether the sign after the digits allows a marker."""
    following = text[end + 1 : end + 2]
    if after.isalpha():
        return before in _CLOSING + ".?!,;" and after.isupper()
    if after in "-–/%°£$€_=+@" or (before == "\n" and after in ".)"):
        return False
    return not (after in ".,:" and following.isdigit())


def _weight(text: str, start: int, before: str, after: str) -> tuple[float, str] | None:
    """Weigh digits by what stands before them; None where they can be no marker."""
    behind = text[start - 2] if start > 1 else "\n"
    if before in _CLOSING:
        return _after_closing(before, behind, after)
    if before in ".?!…":
        return _after_stop(text, start, behind), "glued to the end of a sentence"
    if before in ",;:":
        if behind.isdigit():
            return -0.5, "glued to a comma after a number"
        return 2.5, "glued to a comma, semicolon or colon"
    if before.isalpha():
        return (2.5 if _long_word(text, start) else -1.5), "glued to a word"
    if before.isspace():
        return _after_space(behind, after)
    return None


def _after_closing(before: str, behind: str, after: str) -> tuple[float, str] | None:
    if behind.isspace() or behind in "([{":
        # “9 at the end of a quotation is a slip for ”9; before a word it opens one.
        if before in "'’)]" or not (after.isspace() or after in ".,;:)"):
            return None
        return 1.0, "glued to a quotation mark that stands alone"
    if before in ")]" and behind.isdigit():
        return 0.5, "glued to a closing bracket"
    return 3.0, "glued to a closing quotation mark or bracket"


def _after_stop(text: str, start: int, behind: str) -> float:
    if behind.isdigit():
        at = start - 2
        while at > start - 8 and at >= 0 and text[at].isdigit():
            at -= 1
        return 0.5 if start - 2 - at == 4 else -2.5
    if _NUMBERED.search(text, max(0, start - 6), start - 1):
        return -2.5
    return -5.0 if _LEADERS.search(text, max(0, start - 8), start) else 3.0


def _after_space(behind: str, after: str) -> tuple[float, str]:
    if behind in '”"“»’':
        return 0.8, "after a quotation mark and a space"
    if behind in ".?!" and after.isspace():
        return -2.0, "after a sentence and a space"
    if behind in ",;:":
        return -2.5, "after a comma and a space"
    return -3.2, "after a word and a space"


def _long_word(text: str, start: int) -> bool:
    word = _WORD.search(text, max(0, start - 20), start)
    return word is not None and len(word.group()) >= 3 and word.group()[1:].islower()


# the run

_FIRST = 1.5
_RESTART = -4.0
_RESTART_LISTED = -1.0
_JUMP = -9.0
_FAR = 12


def best_run(
    found: Iterable[Sign], *, labels: Collection[str] = (), restarts: bool = False
) -> tuple[list[Sign], float]:
    """Choose the numbered signs that together make the likeliest run, and give its weight.

    Args:
        found: Signs in text order; those without a number are left out.
        labels: The labels of the document's notes, where it has any.
        restarts: Whether the notes begin again at 1 (by chapter or page).
    """
    again = _RESTART_LISTED if restarts else _RESTART
    best: dict[int, tuple[float, int]] = {}
    chosen = [one for one in found if one.number is not None]
    back: list[int] = []
    top: tuple[float, int] = (0.0, -1)
    for nth, sign in enumerate(chosen):
        number = sign.number or 0
        weight, before = _first(number), -1
        for value, link in _ways(best, number, top, again):
            if value > weight:
                weight, before = value, link
        weight += sign.weight + _listed(sign, labels)
        back.append(before)
        if weight > best.get(number, (-1e9, -1))[0]:
            best[number] = (weight, nth)
        if weight > top[0]:
            top = (weight, nth)
    run = []
    at = top[1]
    while at >= 0:
        run.append(chosen[at])
        at = back[at]
    return run[::-1], top[0]


def _first(number: int) -> float:
    if number == 1:
        return _FIRST
    return -0.3 * number if number <= 10 else max(-4 - 0.02 * number, -7.0)


def _listed(sign: Sign, labels: Collection[str]) -> float:
    if not labels:
        return 0.0
    return 2.0 if sign.label in labels else -2.0


def _ways(
    best: dict[int, tuple[float, int]], number: int, top: tuple[float, int], again: float
) -> Iterable[tuple[float, int]]:
    """Give the ways into a number: from the numbers below it, from anywhere, or a new start."""
    for gap in range(1, min(_FAR, number)):
        known = best.get(number - gap)
        if known:
            yield known[0] + _step(gap), known[1]
    if top[1] >= 0:
        yield top[0] + (again if number == 1 else _JUMP), top[1]


def _step(gap: int) -> float:
    if gap == 1:
        return 2.0
    if gap == 2:
        return -0.3
    return -2.0 if gap <= 5 else -4.0
