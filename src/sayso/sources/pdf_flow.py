"""The measures of a set text: size of its type, distance of its lines, edges of its columns."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from sayso.sources.pdf_lines import PrintedLine

LONG = 8
"""Lines of a column, from which on its edges can be told by itself."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A printed line with its page (from 0) and its span in the raw text."""

    page: int
    line: PrintedLine
    start: int
    end: int

    @property
    def place(self) -> tuple[int, int]:
        """Page and column: lines of one place stand below one another."""
        return self.page, self.line.column


@dataclass(frozen=True, slots=True)
class Edges:
    """The left and right edge of a column, in points."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """The width of the column."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual in a document: `body` is the size of most type, `leading` by size."""

    body: float
    leading: Mapping[float, float]
    edges: Mapping[tuple[int, int], Edges]

    def leading_of(self, size: float) -> float:
        """Give the usual distance of two lines of a size, in points."""
        return self.leading.get(rounded(size), 1.2 * size)


def rounded(size: float) -> float:
    """Round a size of type to half points."""
    return round(size * 2) / 2


def measured(lines: Sequence[Laid]) -> Measures:
    """Measure the lines of a document, without its furniture."""
    sizes: Counter[float] = Counter()
    for one in lines:
        sizes[rounded(one.line.size)] += len(one.line.text)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    return Measures(body, _leading(lines), _edges(lines))


def _leading(lines: Sequence[Laid]) -> Mapping[float, float]:
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for a, b in itertools.pairwise(lines):
        size = rounded(a.line.size)
        step = b.line.base - a.line.base
        same = a.place == b.place and size == rounded(b.line.size)
        if same and 0.8 * size < step < 3 * size:
            steps[size][round(step * 2) / 2] += 1
    return {size: _usual(counts) for size, counts in steps.items()}


def _usual(counts: Counter[float]) -> float:
    """Give the smallest step that is about as frequent as any: paragraphs stand further apart."""
    most = max(counts.values())
    return min(step for step, count in counts.items() if count >= 0.5 * most)


def _edges(lines: Iterable[Laid]) -> Mapping[tuple[int, int], Edges]:
    columns: dict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
    for one in lines:
        columns[one.place].append(one.line)
    own = {place: _own_edges(found) for place, found in columns.items()}
    full = [place for place, found in columns.items() if len(found) >= LONG] or list(own)
    lefts = sorted(own[place].left for place in full)
    width = median(own[place].width for place in full) if full else 0.0
    usual = [Counter(own[place].left for place in full if place[0] % 2 == side) for side in (0, 1)]
    # The pages of a book may have different margins left and right; other pages are all alike.
    if {edge for edge, _ in usual[0].most_common(2)} & {
        edge for edge, _ in usual[1].most_common(2)
    }:
        usual = [usual[0] + usual[1]] * 2
    return {
        place: _moved_out(edges, columns[place], usual[place[0] % 2], width)
        if len(columns[place]) >= LONG
        else _completed(edges, lefts, width)
        for place, edges in own.items()
    }


def _moved_out(
    edges: Edges, lines: Sequence[PrintedLine], usual: Counter[float], width: float
) -> Edges:
    """Widen the edges of a column that a long quotation fills to those of columns like it."""
    reach = 5 * lines[0].size
    for left, count in usual.most_common(4):
        if not 0.8 * lines[0].size < edges.left - left < reach or count <= usual[edges.left]:
            continue
        inset = edges.right < left + width - 0.8 * lines[0].size
        if inset or any(abs(one.left - left) < 2 for one in lines):
            return Edges(left, max(edges.right, left + width))
    return edges


def _own_edges(lines: Sequence[PrintedLine]) -> Edges:
    lefts = Counter(round(one.left) for one in lines)
    most = max(lefts.values())
    # The leftmost edge that many lines share; a few that hang out (numbers, bullets) do not count.
    left = min(edge for edge, count in lefts.items() if count >= max(1, 0.25 * most))
    rights = sorted(one.right for one in lines)
    return Edges(left, rights[min(len(rights) - 1, int(0.97 * len(rights)))])


def _completed(edges: Edges, lefts: Sequence[float], width: float) -> Edges:
    """Widen the edges of a short column to those that long ones have."""
    nth = bisect_left(lefts, edges.left + 2)
    left = edges.left
    if nth and edges.left - lefts[nth - 1] < 40:
        left = min(left, lefts[nth - 1])
    return Edges(left, max(edges.right, left + width))
