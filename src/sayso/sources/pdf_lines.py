"""The printed lines of a page, in reading order: columns by the white space between them.

The order of characters in the file is trusted within a word only: print drivers write columns
row by row, and some programs write each line's words in any order.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from sayso.sources.pdf_glyphs import Box, Glyph

Spans = tuple[tuple[int, int], ...]
_DEPTH = 3  # columns within columns


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as it is printed.

    `box` is left, top, right, bottom in points from the page's top left, `base` its baseline,
    `size` that of most of its type. `raised`, `italic` and `bold` are spans of its text. `column`
    counts the stretches of the page that are read one after the other.
    """

    text: str
    box: Box
    base: float
    size: float
    column: int = 0
    raised: Spans = ()
    italic: Spans = ()
    bold: Spans = ()

    @property
    def left(self) -> float:
        """The left edge, in points."""
        return self.box[0]

    @property
    def right(self) -> float:
        """The right edge, in points."""
        return self.box[2]


def printed(glyphs: Sequence[Glyph]) -> list[PrintedLine]:
    """Put the glyphs of a page together to lines, in reading order."""
    found = []
    for column, segments in enumerate(_columns(_segments(glyphs))):
        for row in _rows(segments):
            line = _line(row, column)
            if line is not None:
                found.append(line)
    return found


# segments: what stands on one baseline without a wide gap


@dataclass(slots=True)
class _Segment:
    glyphs: list[Glyph]
    left: float
    right: float
    base: float
    size: float

    @property
    def signs(self) -> int:
        return len(self.glyphs)


def _segments(glyphs: Sequence[Glyph]) -> list[_Segment]:
    found: list[_Segment] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _goes_on(run[-1], glyph):
            found += _segment(run)
            run = []
        run.append(glyph)
    return found + _segment(run)


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    size = max(last.size, glyph.size)
    gap = glyph.x - last.right
    return abs(glyph.base - last.base) <= 0.62 * size and -size <= gap <= 1.3 * size


def _segment(run: list[Glyph]) -> list[_Segment]:
    seen = [one for one in run if not one.sign.isspace()]
    if not seen:
        return []
    size = _usual([round(one.size, 1) for one in seen])
    base = _usual([round(one.base, 1) for one in seen if one.size > 0.85 * size])
    left, right = min(one.x for one in seen), max(one.right for one in seen)
    return [_Segment(run, left, right, base, size)]


def _usual(values: Sequence[float]) -> float:
    return Counter(values).most_common(1)[0][0]


# columns


def _columns(segments: list[_Segment], *, depth: int = _DEPTH) -> Iterator[list[_Segment]]:
    """Part the segments of a page into stretches that are read one after the other."""
    gutter = _gutter(segments) if depth else None
    if gutter is None:
        bands = _bands(segments) if depth == _DEPTH else []
        if len(bands) > 1 and any(_gutter(one) is not None for one in bands):
            yield from _joined(bands, depth - 1)
        elif segments:
            yield segments
        return
    for band, across in _around(segments, gutter):
        sides: tuple[list[_Segment], list[_Segment]] = ([], [])
        for one in band:
            sides[(one.left + one.right) / 2 > gutter].append(one)
        for side in sides:
            yield from _columns(side, depth=depth - 1)
        if across:
            yield across


def _joined(bands: list[list[_Segment]], depth: int) -> Iterator[list[_Segment]]:
    """Read bands one after the other; those of one column that follow each other are one."""
    single: list[_Segment] = []
    for band in bands:
        if _gutter(band) is None:
            single += band
            continue
        if single:
            yield single
            single = []
        yield from _columns(band, depth=depth)
    if single:
        yield single


def _around(
    segments: list[_Segment], gutter: float
) -> Iterator[tuple[list[_Segment], list[_Segment]]]:
    """Give the segments above each run of lines across the gutter, with that run."""
    ordered = sorted(segments, key=lambda one: one.base)
    band: list[_Segment] = []
    across: list[_Segment] = []
    for one in ordered:
        if one.left < gutter - 2 and one.right > gutter + 2:
            across.append(one)
            continue
        if across and one.base - across[-1].base > 0.5 * one.size:
            yield band, across
            band, across = [], []
        band.append(one)
    yield band, across


def _gutter(segments: list[_Segment]) -> float | None:
    """Find the middle of a white strip that parts two columns of running text."""
    spans = [one for one in segments if sum(glyph.sign.isalnum() for glyph in one.glyphs) > 1]
    if len(spans) < 12:
        return None
    start, end = min(one.left for one in spans), max(one.right for one in spans)
    best: tuple[float, float] | None = None
    for nth in range(50, 151):
        x = start + (end - start) * nth / 200
        strip = _strip(spans, x)
        if strip is not None and (best is None or strip[0] > best[0]):
            best = strip
    return None if best is None else best[1]


def _strip(spans: list[_Segment], x: float) -> tuple[float, float] | None:
    """Give width (less for lines that cross it) and middle of the strip at x, if it is one."""
    left = [one for one in spans if one.right <= x + 1]
    right = [one for one in spans if one.left >= x - 1 and one.right > x + 1]
    across = len(spans) - len(left) - len(right)
    if across > 0.25 * len(spans) or min(len(left), len(right)) < max(4, 0.2 * len(spans)):
        return None
    # Columns hold running text; short entries side by side are a table or a list with pages.
    if min(median(one.signs for one in left), median(one.signs for one in right)) < 14:
        return None
    low, high = max(one.right for one in left), min(one.left for one in right)
    size = median(one.size for one in spans)
    if high - low < 0.7 * size or not _side_by_side(left, right):
        return None
    # A line that crosses weighs more than white beside set-in lines in one of the columns.
    return high - low - 1000 * across / len(spans), (low + high) / 2


def _side_by_side(left: list[_Segment], right: list[_Segment]) -> bool:
    """Say whether the two lie beside rather than below each other."""
    top = max(min(one.base for one in left), min(one.base for one in right))
    bottom = min(max(one.base for one in left), max(one.base for one in right))
    within = sum(top - 1 <= one.base <= bottom + 1 for one in (*left, *right))
    return within >= 0.3 * (len(left) + len(right))


def _bands(segments: list[_Segment]) -> list[list[_Segment]]:
    """Part a page at white strips from side to side that are higher than a blank line."""
    ordered = sorted(segments, key=lambda one: one.base)
    steps = [b.base - a.base for a, b in itertools.pairwise(ordered)]
    usual = [step for step, one in zip(steps, ordered, strict=False) if step > 0.5 * one.size]
    if not usual:
        return [ordered]
    leading = median(usual)
    found = [[ordered[0]]]
    for step, one in zip(steps, ordered[1:], strict=True):
        if step > 1.4 * leading:
            found.append([])
        found[-1].append(one)
    return found


# lines


def _rows(segments: list[_Segment]) -> Iterator[list[_Segment]]:
    """Put segments of one baseline together, raised ones with those they are raised from."""
    row: list[_Segment] = []
    base = size = 0.0
    for one in sorted(segments, key=lambda one: one.base):
        reach = 0.45 * max(one.size, size)
        if row and one.base - base > reach:
            yield row
            row = []
        if not row or one.size > size:
            base, size = one.base, one.size
        row.append(one)
    if row:
        yield row


def _line(row: list[_Segment], column: int) -> PrintedLine | None:
    glyphs = [glyph for one in sorted(row, key=lambda one: one.left) for glyph in one.glyphs]
    glyphs.sort(key=lambda one: one.x)
    seen = [one for one in glyphs if not one.sign.isspace()]
    if not seen:
        return None
    size = median(one.size for one in seen)
    main = [one for one in seen if one.size > 0.85 * size] or seen
    base = _usual([round(one.base, 1) for one in main])
    if _is_leftward(seen):
        glyphs = _leftward(glyphs)
    written = _Written(size, base, _wide(seen))
    for one in glyphs:
        written.add(one)
    box = (
        min(one.x for one in seen), min(one.top for one in main),
        max(one.right for one in seen), max(one.bottom for one in main),
    )  # fmt: skip
    return written.line(box, column)


def _wide(seen: list[Glyph]) -> float:
    """Give the gap, in sizes of type, above which a space is missing between two glyphs.

    Letters set wide (for stress, or in headings) have gaps between all of them.
    """
    gaps = sorted(
        (b.x - a.right) / b.size
        for a, b in itertools.pairwise(seen)
        if a.sign.isalnum() and b.sign.isalnum()
    )
    usual = gaps[len(gaps) // 2] if len(gaps) > 3 else 0.0
    return 0.17 + max(0.0, usual)


class _Written:
    """The text of a line, glyph by glyph, with how each is set."""

    def __init__(self, size: float, base: float, wide: float) -> None:
        self.size = size
        self.base = base
        self.wide = wide
        self.signs: list[str] = []
        self.set: list[tuple[bool, bool, bool]] = []
        self.last: Glyph | None = None

    def add(self, one: Glyph) -> None:
        if one.sign.isspace():
            self._space()
            return
        last = self.last
        if last is not None:
            if _is_shadow(last, one):
                return
            gap = max(one.x - last.right, last.x - one.right)
            if gap > self.wide * max(last.size, one.size):
                self._space()
        raised = one.size < 0.85 * self.size and self.base - one.base > 0.1 * self.size
        self.signs.append(one.sign)
        self.set.append((raised, one.italic, one.bold))
        self.last = one

    def line(self, box: Box, column: int) -> PrintedLine:
        if self.signs[-1] == " ":
            self.signs.pop()
            self.set.pop()
        text = "".join(self.signs)
        raised, italic, bold = (_spans(text, [one[nth] for one in self.set]) for nth in range(3))
        return PrintedLine(text, box, self.base, self.size, column, raised, italic, bold)

    def _space(self) -> None:
        if self.signs and self.signs[-1] != " ":
            self.signs.append(" ")
            self.set.append((False, False, False))


def _is_shadow(last: Glyph, one: Glyph) -> bool:
    """Say whether a glyph is the one before printed once more to look bold."""
    if one.sign == "f" and one.x == last.x:
        return False  # the engine spells a ligature out, each letter at its place
    near = abs(one.x - last.x) < 0.15 * one.size and abs(one.base - last.base) < 0.1 * one.size
    return near and one.sign == last.sign and one.right - one.x > 0.18 * one.size


def _spans(text: str, flags: list[bool]) -> Spans:
    """Give the runs of flagged characters, over the spaces between two of them."""
    found: list[tuple[int, int]] = []
    for at, flag in enumerate(flags):
        if not flag:
            continue
        if found and (found[-1][1] == at or (found[-1][1] == at - 1 and text[at - 1] == " ")):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return tuple(found)


# scripts that run from right to left


def _is_leftward(seen: list[Glyph]) -> bool:
    letters = [one.sign for one in seen if one.sign.isalpha()]
    if not letters or max(letters) < "\u0590":
        return False
    leftward = sum(unicodedata.bidirectional(sign[0]) in ("R", "AL") for sign in letters)
    return leftward > len(letters) / 2


def _leftward(glyphs: list[Glyph]) -> list[Glyph]:
    """Order the glyphs of a line from right to left, numbers and other scripts left to right."""
    found: list[Glyph] = []
    run: list[Glyph] = []
    for one in reversed(glyphs):
        if unicodedata.bidirectional(one.sign[0]) in ("L", "EN", "AN"):
            run.append(one)
            continue
        if run and one.sign not in " .,:/-":
            found += _forward(run)
            run = []
        (run if run else found).append(one)
    return found + _forward(run)


def _forward(run: list[Glyph]) -> list[Glyph]:
    """Turn a run of another direction round; what trails it stays behind it."""
    end = len(run)
    while end and unicodedata.bidirectional(run[end - 1].sign[0]) not in ("L", "EN", "AN"):
        end -= 1
    return run[:end][::-1] + run[end:]
