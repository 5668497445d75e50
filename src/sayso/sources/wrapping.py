"""Hard-wrapped lines to paragraphs: where one ends, whatever the layout of the file.

A blank line counts only against what is usual in the file: in a dump with a blank line between
all lines it says nothing. Then the question is whether the next line's first word would still
have fitted, and whether a sentence ends.
"""

from __future__ import annotations

import re
from bisect import insort
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from sayso.sources.lines import PrintedLine

Layout = Literal["lines", "wrapped", "blank lines"]

WINDOW = 40
"""Lines before and after that the usual width is taken from."""
TOUCHING = 0.2
"""The share of lines without a blank line before them that makes a blank line mean something."""
LONG = 160
"""Code points beyond which a line is a paragraph rather than a printed line."""

_MARKER = r"(?:\s?[\[(]?\d{1,3}[\])]?\.?|[¹²³⁰⁴-⁹]{1,3}|[*†‡§])"
_ENDS = re.compile(rf"(?:[.?!…]|[.?!…,]?[”’\"'»)\]]+){_MARKER}?\Z")
_SENTENCE = re.compile(rf"[.?!…](?:\s?“|[”’\"'»)\]]*){_MARKER}?\Z|[”“\"»]{_MARKER}\.?\Z")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z")
_OPENS = '“"„«‘'
_ITEM = re.compile(r"(?:[•●▪◦–—*·]|-|[\[(]?(?:\d{1,3}|[a-z])[\])]|\d{1,3}\.)[ \t]+\S")
_NOTE = re.compile(r"\[\^[\w-]{1,30}\]: ")
_ORNAMENT = re.compile(r"[*_=~•·#+—–-](?:[ \t]*[*_=~•·#+—–-]){2,200}\Z|[*⁂❦§]\Z")
_SMALL_WORDS = frozenset(
    """the a an of to in and or for with by that which from as at on is was were are be it its
    der die das und de la le et les des du of""".split()
)
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file sets its lines: layout, usual blank lines between two, usual indent."""

    layout: Layout
    gap: int
    indent: int
    widths: tuple[int, ...]


def wrapping(lines: Sequence[PrintedLine]) -> Wrapping:
    """Find out how the lines of a file are set."""
    sizes = [len(one.text) for one in lines]
    widths = tuple(_widths(sizes))
    gaps = Counter(one.gap for one in lines[1:])
    gap = gaps.most_common(1)[0][0] if gaps else 0
    gap = 0 if gaps[0] >= TOUCHING * len(lines) else gap
    indent = Counter(one.indent for one in lines).most_common(1)[0][0] if lines else 0
    long = bool(sizes) and sorted(sizes)[int(0.9 * (len(sizes) - 1))] > LONG
    if long or not _filled(lines, widths, gap):
        return Wrapping("lines", gap, indent, widths)
    blank = 1 - gaps[0] / max(1, len(lines) - 1)
    layout: Layout = "blank lines" if gap == 0 and blank >= 0.02 else "wrapped"
    return Wrapping(layout, gap, indent, widths)


def _widths(sizes: Sequence[int]) -> list[int]:
    """Give, for each line, the width that nine in ten lines around it do not exceed."""
    found = []
    window: list[int] = sorted(sizes[:WINDOW])
    for nth in range(len(sizes)):
        if nth + WINDOW < len(sizes):
            insort(window, sizes[nth + WINDOW])
        if nth > WINDOW:
            window.remove(sizes[nth - WINDOW - 1])
        found.append(max(1, window[int(0.9 * (len(window) - 1))]))
    return found


def _filled(lines: Sequence[PrintedLine], widths: Sequence[int], gap: int) -> bool:
    """Say whether lines end where the next word did not fit, rather than where sense ends.

    Only lines as far apart as is usual in the file are asked: the others end paragraphs.
    """
    broken = full = 0
    for nth, (line, following) in enumerate(pairwise(lines)):
        if following.gap != gap:
            continue
        broken += 1
        fits = len(line.text) + 1 + _first_word(following.text) < widths[nth]
        goes_on = not _ENDS.search(line.text[-12:]) or following.text[0].islower()
        full += goes_on and (not fits or following.text[0].islower())
    return broken > 0 and full >= 0.35 * broken


def _first_word(text: str) -> int:
    found = _WORD.match(text)
    return found.end() if found else 0


def starts(lines: Sequence[PrintedLine], how: Wrapping) -> list[bool]:
    """Say for each line whether it begins a paragraph."""
    judge = _JUDGES[how.layout]
    ornaments = [is_ornament(one.text) for one in lines]
    return [
        nth == 0
        or ornaments[nth]
        or ornaments[nth - 1]
        or bool(_NOTE.match(lines[nth].text))
        or judge(lines, nth, how)
        for nth in range(len(lines))
    ]


def is_ornament(text: str) -> bool:
    """Say whether a line is a row of signs between two sections."""
    return bool(_ORNAMENT.match(text))


def is_item(text: str) -> bool:
    """Say whether a line begins like an item of a list."""
    return bool(_ITEM.match(text))


def _starts_unwrapped(lines: Sequence[PrintedLine], nth: int, how: Wrapping) -> bool:
    """Every line is a paragraph, but short ones without a blank line between them are verse."""
    if lines[nth].gap:
        return True
    before, line = lines[nth - 1].text, lines[nth].text
    if len(before) > 70 or len(line) > 70 or is_item(line) or is_item(before):
        return True
    return not _has_blanks(lines, nth)


def _has_blanks(lines: Sequence[PrintedLine], nth: int) -> bool:
    """Say whether blank lines separate groups of lines hereabouts."""
    return any(one.gap for one in lines[max(1, nth - 12) : nth + 12])


def _after_blank(lines: Sequence[PrintedLine], nth: int, how: Wrapping) -> bool:
    before, line = lines[nth - 1], lines[nth]
    if line.gap:
        # A page that ends in the middle of a sentence is followed by blank lines too.
        turned = line.page > before.page and line.text[0].islower()
        return not (turned and not _SENTENCE.search(before.text[-12:]))
    if line.page > before.page:
        return _after_line(lines, nth, how)
    if is_item(line.text) and (_SENTENCE.search(before.text[-12:]) or _next_item(lines, nth)):
        return True
    indented = how.indent + 2 <= line.indent <= how.indent + 12
    return indented and before.indent == how.indent and bool(_SENTENCE.search(before.text[-12:]))


def _next_item(lines: Sequence[PrintedLine], nth: int) -> bool:
    """Say whether the item before this one is among the lines just above."""
    number = re.match(r"[\[(]?(\d{1,3})", lines[nth].text)
    if not number:
        return any(is_item(one.text) for one in lines[max(0, nth - 3) : nth])
    wanted = int(number[1]) - 1
    for one in reversed(lines[max(0, nth - 12) : nth]):
        earlier = re.match(r"[\[(]?(\d{1,3})", one.text)
        if earlier and is_item(one.text):
            return int(earlier[1]) == wanted
    return False


def _after_line(lines: Sequence[PrintedLine], nth: int, how: Wrapping) -> bool:
    """Judge by the line before alone: was there room, does a sentence end?"""
    before, line = lines[nth - 1], lines[nth]
    last, first = before.text, line.text
    if first[0].islower() or last.endswith(("-", "‐")):
        return False
    sentence = bool(_SENTENCE.search(last[-12:])) or bool(_ADDRESS.search(last[-200:]))
    if line.gap > how.gap and (sentence or line.gap > how.gap + 1):
        return True
    width = how.widths[nth - 1]
    fits = len(last) + 1 + _first_word(first) < width
    if is_item(first) and (sentence or fits):
        return True
    if sentence and _parallel(last, first):
        return True
    indented = line.indent >= how.indent + 2 and before.indent <= how.indent
    if sentence and indented:
        return True
    if not fits:
        return False
    if sentence or last.endswith((":", ";")):
        return True
    return _breaks_off(last, first, width)


def _breaks_off(last: str, first: str, width: int) -> bool:
    """Say whether a line without a stop ends all the same: a heading, or before a quotation."""
    if first[0] in _OPENS and len(last) < 0.75 * width:
        return True
    if len(last) >= 0.6 * width or last.endswith(","):
        return False
    words = last.split()
    return words[-1].lower() not in _SMALL_WORDS and first[0] not in ",.;:)"


def _parallel(last: str, first: str) -> bool:
    """Say whether two lines begin with the same two words, as in a list without signs."""
    one, other = last.split(maxsplit=2)[:2], first.split(maxsplit=2)[:2]
    return len(one) == 2 and one == other and one[0][0].isupper()


_JUDGES: Mapping[Layout, Callable[[Sequence[PrintedLine], int, Wrapping], bool]] = {
    "lines": _starts_unwrapped,
    "blank lines": _after_blank,
    "wrapped": _after_line,
}
