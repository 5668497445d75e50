"""Running heads and page numbers of pages with places: what comes back at the edge of the page."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from statistics import median

from sayso.model import PieceKind
from sayso.sources.pdf_lines import PrintedLine

ROWS = 3
"""How many rows at the head and at the foot of a page may be furniture."""
LEAST = 3
"""On how many pages a row must come back; on two, where there are no more than `FEW`."""
FEW = 5
NEAR = 4.0
"""Points by which the place of a running head may differ from page to page."""
APART = 1.5
"""Sizes of type between the furniture and the text, at least."""
NUMBERS = 4
"""How many numbers of a row are tried for one that counts the pages."""
LONGEST = 160
"""A longer row is text."""

_COUNT = re.compile(r"(?<![^\W_])(?:\d{1,4}|[ivxlc]{1,7})(?![^\W_])")
_ROMAN = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_ALONE = re.compile(
    r"(?:(?:page|p\.|seite|s\.|strona|pagina|página)\s*)?[-–—\[(|\s]*(\d{1,4}|[ivxlc]{1,7})"
    r"[-–—\])|.\s]*(?:(?:of|von|de|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Furniture:
    """What of each page is no text: by page and place in its lines; and the printed numbers."""

    kinds: Mapping[tuple[int, int], PieceKind]
    labels: Mapping[int, str]


@dataclass(slots=True)
class _Row:
    """The lines of one page on one baseline; `lines` are places in the page's list."""

    page: int
    lines: list[int]
    text: str
    base: float
    size: float
    gap: float
    keys: tuple[str, ...] = ()
    value: int | None = None


@dataclass(slots=True)
class _Found:
    kinds: dict[tuple[int, int], PieceKind] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)


def furniture(pages: Sequence[Sequence[PrintedLine]]) -> Furniture:
    """Find the rows that come back at the head or the foot of the pages."""
    found = _Found()
    for foot in (False, True):
        edges = [_edge(nth, lines, foot=foot) for nth, lines in enumerate(pages)]
        regular = _regular(one for rows in edges for one in rows)
        slots = _slots(edges, regular)
        for rows in edges:
            _peel(rows, regular, slots, len(pages), found)
    return Furniture(found.kinds, found.labels)


def _edge(page: int, lines: Sequence[PrintedLine], *, foot: bool) -> list[_Row]:
    """Give the outermost rows of a page, outermost first."""
    order = sorted(range(len(lines)), key=lambda nth: lines[nth].base, reverse=foot)
    rows: list[_Row] = []
    for nth in order:
        line = lines[nth]
        if rows and abs(rows[-1].base - line.base) <= 3:
            rows[-1].lines.append(nth)
            continue
        if rows:
            rows[-1].gap = abs(line.base - rows[-1].base)
        if len(rows) == ROWS:
            break
        rows.append(_Row(page, [nth], "", line.base, line.size, 1000.0))
    for row in rows:
        row.lines.sort(key=lambda nth: lines[nth].left)
        row.text = " ".join(lines[nth].text for nth in row.lines)
        alone = _ALONE.fullmatch(row.text.strip())
        row.value = _value(alone[1]) if alone else None
        row.keys = tuple(_keys(row)) if len(row.text) <= LONGEST else ()
    return rows


def _keys(row: _Row) -> Iterator[str]:
    """Give what may come back of a row: its words, and these with one number that counts pages.

    Other numbers stay, so that notes of one form ("5 Ibid., p. 12") are no running heads.
    """
    text = " ".join(row.text.split()).casefold()
    yield text
    for one in islice(_COUNT.finditer(text), NUMBERS):
        value = _value(one.group())
        if value is not None:
            yield f"{text[: one.start()]}#{value - row.page}#{text[one.end() :]}"


def _value(number: str) -> int | None:
    if number.isdecimal():
        return int(number)
    if not _ROMAN.fullmatch(number):
        return None
    values = [_VALUES[sign] for sign in number.lower()]
    return sum(
        -one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True)
    )


def _regular(rows: Iterable[_Row]) -> Mapping[str, tuple[int, float]]:
    """Give for each key on how many pages it stands at one height, and that height."""
    by_key: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        for key in row.keys:
            by_key[key].append(row)
    return {key: _level(found) for key, found in by_key.items()}


def _best(row: _Row, regular: Mapping[str, tuple[int, float]]) -> tuple[int, float]:
    """Give the count and height of the most frequent key of a row."""
    return max((regular[key] for key in row.keys), default=(0, 0.0))


def _level(rows: list[_Row]) -> tuple[int, float]:
    """Count the pages of the fullest strip of height `NEAR`, and give its middle."""
    rows.sort(key=lambda one: one.base)
    begin = end = first = 0
    for last, row in enumerate(rows):
        while row.base - rows[first].base > NEAR:
            first += 1
        if last - first + 1 > end - begin:
            begin, end = first, last + 1
    best = rows[begin:end]
    return len({one.page for one in best}), median(one.base for one in best)


def _slots(edges: Sequence[list[_Row]], regular: Mapping[str, tuple[int, float]]) -> list[float]:
    """Give the heights where most pages have their head or foot."""
    heights = Counter(
        round(_best(row, regular)[1])
        for rows in edges
        for row in rows[:1]
        if _best(row, regular)[0] >= LEAST
    )
    return [height for height, count in heights.items() if count >= max(LEAST, 0.3 * len(edges))]


def _peel(
    rows: list[_Row],
    regular: Mapping[str, tuple[int, float]],
    slots: list[float],
    pages: int,
    found: _Found,
) -> None:
    """Take rows off the edge of a page for as long as they are furniture."""
    needed = 2 if pages <= FEW else LEAST
    taken = 0
    for nth, row in enumerate(rows[: 1 if pages <= FEW else ROWS]):
        count, height = _best(row, regular)
        often = count >= needed and abs(row.base - height) <= NEAR
        alone = pages == 1 and row.value is not None and row.value < 1000 and row.gap > 20
        in_place = row.gap > 18 and len(row.text) < LONGEST / 2 and _near(row.base, slots)
        if not (often or alone or in_place):
            break
        # The last words of notes may well be the same; running feet stand apart from them.
        if row.gap > APART * row.size or row.value is not None or count > max(FEW, pages / 2):
            taken = nth + 1
    for row in rows[:taken]:
        kind: PieceKind = "furniture" if row.value is None else "page_number"
        found.kinds.update({(row.page, nth): kind for nth in row.lines})
        label = next(_labels(row), None)
        if label is not None and (row.value is not None or row.page not in found.labels):
            found.labels[row.page] = label


def _near(base: float, slots: list[float]) -> bool:
    return any(abs(base - slot) <= 2 for slot in slots)


def _labels(row: _Row) -> Iterator[str]:
    """Give the page number of a row: alone, or first or last in a running head."""
    alone = _ALONE.fullmatch(row.text.strip())
    if alone:
        yield alone[1]
        return
    words = row.text.split()
    for word in (words[0], words[-1]):
        if word.isdecimal() and len(word) <= 4:
            yield word
