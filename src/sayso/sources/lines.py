"""The lines of a raw text as printed, and what of them is no text: running heads, page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Page, PieceKind

_END = re.compile("\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_NUMBER_ALONE = re.compile(
    r"(?:[Pp]age )?[-–—\[(| ]{0,3}(\d{1,4})[-–—\])| ]{0,3}(?: of \d{1,4})?\Z"
)
_ROMAN_ALONE = re.compile(r"[ivxlc]{1,7}\Z", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
LEAST_PAGES = 3
"""How often a line must come back at the edge of a page to be a running head."""
APART = 12
"""Lines that lie at least between two page numbers, where pages are not marked otherwise."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that is not blank: its raw span and text without the white space around it.

    `indent` counts the columns before it, `gap` the blank lines before it, `page` from 1.
    """

    start: int
    end: int
    text: str
    indent: int
    gap: int
    page: int


def printed(raw: str, start: int = 0) -> list[PrintedLine]:
    """Cut raw text, from an offset on, into its lines that are not blank."""
    found = []
    gap, page = 0, 1
    for begin, end, sign in _cut(raw, start):
        line = raw[begin:end]
        text = line.strip()
        if text:
            lead = len(line) - len(line.lstrip())
            indent = len(line[:lead].expandtabs(8))
            at = begin + lead
            found.append(PrintedLine(at, at + len(text), text, indent, gap, page))
            gap = 0
        elif sign != "\x0c":
            gap += 1
        if sign == "\x0c":
            page += 1
    return found


def _cut(raw: str, start: int) -> Iterator[tuple[int, int, str]]:
    for one in _END.finditer(raw, start):
        yield start, one.start(), one.group()
        start = one.end()
    yield start, len(raw), ""


def pages(raw: str) -> tuple[Page, ...]:
    """Give the pages that form feeds end; none where there is no form feed."""
    if "\x0c" not in raw.rstrip():
        return ()
    found: list[Page] = []
    start = 0
    last = len(raw.rstrip())
    while start < last:
        at = raw.find("\x0c", start)
        end = len(raw) if at < 0 else at + 1
        found.append(Page(len(found) + 1, start, end))
        start = end
    if start < len(raw):
        found[-1] = Page(found[-1].number, found[-1].raw_start, len(raw))
    return tuple(found)


def furniture(lines: Sequence[PrintedLine]) -> Mapping[int, PieceKind]:
    """Give the lines, by their place in the list, that are running heads or page numbers."""
    if lines and lines[-1].page >= LEAST_PAGES:
        return _at_edges(lines)
    return _numbered(lines)


def _at_edges(lines: Sequence[PrintedLine]) -> Mapping[int, PieceKind]:
    """Look at the first and last two lines of each page."""
    edges = _edges(lines)
    often = Counter(_shape(lines[nth].text) for nth in edges)
    needed = max(LEAST_PAGES, lines[-1].page // 7)
    kinds: dict[int, PieceKind] = {}
    for nth in edges:
        text = lines[nth].text
        if _NUMBER_ALONE.match(text) or _ROMAN_ALONE.match(text):
            kinds[nth] = "page_number"
        elif often[_shape(text)] >= needed and len(text) < 100:
            kinds[nth] = "furniture"
    return kinds


def _edges(lines: Sequence[PrintedLine]) -> list[int]:
    by_page: dict[int, list[int]] = {}
    for nth, line in enumerate(lines):
        by_page.setdefault(line.page, []).append(nth)
    found: set[int] = set()
    for places in by_page.values():
        found.update(places[:2])
        found.update(places[-2:])
    return sorted(found)


def _shape(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text).lower().split())


def _numbered(lines: Sequence[PrintedLine]) -> Mapping[int, PieceKind]:
    """Find page numbers that count up, far apart, and what is repeated beside them."""
    alone = [
        (nth, int(found[1]))
        for nth, line in enumerate(lines)
        if (found := _NUMBER_ALONE.match(line.text))
    ]
    chain = _chain(alone)
    if len(chain) < LEAST_PAGES:
        return {}
    kinds: dict[int, PieceKind] = dict.fromkeys(chain, "page_number")
    beside = [nth + step for nth in chain for step in (-1, 1) if 0 <= nth + step < len(lines)]
    often = Counter(_shape(lines[nth].text) for nth in beside)
    for nth in beside:
        text = lines[nth].text
        if often[_shape(text)] >= LEAST_PAGES and len(text) < 100:
            kinds.setdefault(nth, "furniture")
    return kinds


def _chain(alone: Sequence[tuple[int, int]]) -> list[int]:
    """Give the longest run of numbers, each one more than the last and far enough from it."""
    best: list[int] = []
    run: list[int] = []
    before = (-APART, -1)
    for nth, number in alone:
        if number == before[1] + 1 and nth - before[0] >= APART:
            run.append(nth)
        else:
            run = [nth]
        before = (nth, number)
        if len(run) > len(best):
            best = run
    return best
