"""The paragraphs of a set text: where each begins, by indents, gaps and short last lines."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.model import BlockRole
from sayso.sources.pdf_flow import Edges, Laid, Measures, rounded
from sayso.sources.pdf_lines import PrintedLine
from sayso.sources.pdf_notes import label_of

INDENT = 0.6
"""Sizes of type by which the first line of a paragraph is indented, at least."""
_TAIL = 60
HEADING = 1.12
"""How much larger than the text the type of a heading is, at least."""

_BULLET = re.compile(r"[•‣▪●◦–—*·-]\s|\(?(?:[a-z]|\d{1,3}|[ivx]{1,5})[.)]\s")
_TERMINAL = re.compile(r"(?:[.!?:…]|[.!?…,][\"'”’»)\]]|[\"”»])[\"'”’»)\]]*(?:\[?\d{1,3}\]?)?\Z")
_LEADERS = re.compile(r"(?:\.{4}|(?:\. ){3}|…{2})[.… ]*\S{1,7}\Z")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and what they are."""

    lines: list[Laid] = field(default_factory=list)
    role: BlockRole = "paragraph"
    level: int = 0

    @property
    def text(self) -> str:
        """The words, line by line."""
        return " ".join(one.line.text for one in self.lines)


def paragraphs(lines: Sequence[Laid], measures: Measures) -> list[Paragraph]:
    """Put the lines of the text (without furniture and footnotes) together to paragraphs."""
    rules = _Rules(lines, measures)
    found: list[Paragraph] = []
    for nth, one in enumerate(lines):
        if not nth or rules.begins(nth, found[-1].lines[0]):
            found.append(Paragraph(role="blockquote" if rules.is_set_in(nth) else "paragraph"))
        found[-1].lines.append(one)
    for paragraph in found:
        if _BULLET.match(paragraph.lines[0].line.text) and paragraph.role != "blockquote":
            paragraph.role = "list_item"
    _find_headings(found, measures)
    return found


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of lines set in from the column's edge, with edges of its own."""

    edges: Edges


class _Rules:
    """Whether a line begins a paragraph, by its place and that of the line before."""

    def __init__(self, lines: Sequence[Laid], measures: Measures) -> None:
        self.lines = lines
        self.measures = measures
        self.hanging = _hanging(lines, measures)
        self.indent = _usual_indent(lines, measures)
        self.runs = self._set_in()

    def begins(self, nth: int, first: Laid) -> bool:
        """Say whether a line begins a paragraph; `first` is the first line of the last one."""
        a, b = self.lines[nth - 1], self.lines[nth]
        if abs(a.line.size - b.line.size) > max(0.6, 0.06 * a.line.size):
            return True
        if (nth - 1 in self.runs) != (nth in self.runs):
            return True
        if a.place != b.place:
            return self._begins_column(a, b, nth, first)
        return self._begins_below(a, b, nth, first)

    def is_set_in(self, nth: int) -> bool:
        return nth in self.runs

    def _begins_below(self, a: Laid, b: Laid, nth: int, first: Laid) -> bool:
        step = b.line.base - a.line.base
        leading = self.measures.leading_of(b.line.size)
        if step < 0.3 * leading:
            return False
        if step > 1.3 * leading:
            return True
        if self._is_heading_line(a) and self._is_heading_line(b):
            return False
        if _ends_in_leaders(a):
            return True
        indent = self._indent(b, nth)
        if b.place in self.hanging and nth not in self.runs:
            return indent <= INDENT
        if _follows(first, b) and a.line.left - b.line.left > -3:
            return True
        bullet = bool(_BULLET.match(b.line.text))
        numbered = bullet and b.line.text[0].isalnum()
        if _BULLET.match(first.line.text) and (numbered or not bullet):
            hung = (b.line.left - first.line.left) / b.line.size
            if 0.4 < hung < 4 and (a is first or abs(a.line.left - b.line.left) < 2):
                return self._had_room(a, b, nth - 1)
        if indent > INDENT and self._indent(a, nth - 1) <= INDENT:
            return True
        if self.indent and self._begins_as_usual(nth, self._edges_of(nth, b).left):
            return True
        if bullet and (indent > INDENT or (_ends(a) and not numbered)):
            return True
        return self._had_room(a, b, nth - 1)

    def _begins_column(self, a: Laid, b: Laid, nth: int, first: Laid) -> bool:
        """Say whether the first line of a column or page begins a paragraph."""
        if self._is_heading_line(b) != self._is_heading_line(a):
            return True
        if b.line.text[:1].islower():
            return False
        indent = self._indent(b, nth)
        if b.place in self.hanging or _follows(first, b):
            return indent <= INDENT
        if not _ends(a):
            return self._had_room(a, b, nth - 1) and indent > INDENT
        return indent > INDENT or self._had_room(a, b, nth - 1)

    def _had_room(self, a: Laid, b: Laid, nth: int) -> bool:
        """Say whether the next word would have fitted into the line, had it gone on."""
        edges = self._edges_of(nth, a)
        first = len(b.line.text.split(" ", 1)[0]) + 1
        width = (b.line.right - b.line.left) / max(1, len(b.line.text))
        room = edges.right - a.line.right
        needed = first * width + 0.3 * a.line.size
        if _ends(a) and not self.indent:
            return room > needed
        if _ends(a):
            # Where first lines are indented, a line at the edge begins a paragraph rarely.
            return room > max(needed, 0.2 * edges.width)
        return room > max(1.5 * needed, 0.25 * edges.width)

    def _edges_of(self, nth: int, one: Laid) -> Edges:
        run = self.runs.get(nth)
        return run.edges if run else self.measures.edges[one.place]

    def _indent(self, one: Laid, nth: int) -> float:
        """Give the indent of a line, in sizes of its type."""
        return (one.line.left - self._edges_of(nth, one).left) / one.line.size

    def _is_heading_line(self, one: Laid) -> bool:
        return one.line.size >= HEADING * self.measures.body or _is_bold(one)

    def _set_in(self) -> dict[int, _Run]:
        """Find the stretches of two and more lines that are set in: block quotations."""
        found: dict[int, _Run] = {}
        start = 0
        while start < len(self.lines):
            end = self._end_of_run(start)
            if end - start > 1 and self._is_quotation(start, end):
                lefts = [one.line.left for one in self.lines[start:end]]
                rights = [one.line.right for one in self.lines[start:end]]
                run = _Run(Edges(min(lefts), max(rights)))
                found.update(dict.fromkeys(range(start, end), run))
            start = max(end, start + 1)
        return found

    def _end_of_run(self, start: int) -> int:
        """Give the end of a run of lines that are set in by as much, but for first lines."""
        first = self.lines[start]
        edge = self.measures.edges[first.place].left
        size = first.line.size
        left: float | None = None
        end = start
        while end < len(self.lines):
            one = self.lines[end]
            if one.place != first.place or one.line.left - edge < 0.9 * size:
                break
            if self._begins_as_usual(end, edge):
                break
            if abs(one.line.size - size) > 0.6:
                break
            if left is not None and not -0.5 * size < one.line.left - left < 4 * size:
                break
            if left is None and end > start:
                left = min(first.line.left, one.line.left)
            end += 1
        return end

    def _begins_as_usual(self, nth: int, edge: float) -> bool:
        """Say whether a line has the usual indent and the next one none."""
        if nth + 1 >= len(self.lines) or self.lines[nth + 1].place != self.lines[nth].place:
            return False
        one, after = self.lines[nth].line, self.lines[nth + 1].line
        indent = (one.left - edge) / one.size
        return abs(indent - self.indent) < 0.3 and (after.left - edge) / after.size <= INDENT

    def _is_quotation(self, start: int, end: int) -> bool:
        """Say whether lines that are set in are a quotation and no list, title or entry."""
        lines = self.lines[start:end]
        edges = self.measures.edges[lines[0].place]
        size = lines[0].line.size
        if size >= HEADING * self.measures.body or _are_centred(lines):
            return False
        if any(_BULLET.match(one.line.text) or _ends_in_leaders(one) for one in lines):
            return False
        lefts = sorted(one.line.left for one in lines)
        if lefts[-1] - lefts[0] > 4 * size or lines[0].place in self.hanging:
            return False
        if size < self.measures.body - 0.3 or self._is_apart(start):
            return True
        # Short paragraphs of one line each, as in a dialogue, are indented and narrow too.
        as_usual = abs((lefts[-1] - edges.left) / size - self.indent) < 0.3
        narrow = max(one.line.right for one in lines) < edges.right - 0.8 * size
        at_top = not start or self.lines[start - 1].place != lines[0].place
        return (narrow or at_top) and not as_usual

    def _is_apart(self, start: int) -> bool:
        """Say whether more white than usual stands above a line."""
        if not start or self.lines[start - 1].place != self.lines[start].place:
            return False
        gap = self.lines[start].line.base - self.lines[start - 1].line.base
        return gap > 1.15 * self.measures.leading_of(self.measures.body)


def _follows(first: Laid, one: Laid) -> bool:
    """Say whether a line begins with the number after that of a paragraph: notes and lists."""
    before, number = label_of(first), label_of(one)
    if not before or not number or not (before[0].isdecimal() and number[0].isdecimal()):
        return False
    return int(number[0]) == int(before[0]) + 1 and before[2] == number[2]


def _ends(one: Laid) -> bool:
    """Say whether a line ends as a sentence may, a note's marker left aside."""
    return bool(_TERMINAL.search(one.line.text[-_TAIL:]))


def _ends_in_leaders(one: Laid) -> bool:
    """Say whether a line ends as those of a table of contents do."""
    return bool(_LEADERS.search(one.line.text[-_TAIL:]))


def _are_centred(lines: Sequence[Laid]) -> bool:
    """Say whether lines share a middle rather than a left edge."""
    lefts = Counter(round(one.line.left) for one in lines)
    middles = [(one.line.left + one.line.right) / 2 for one in lines]
    level = max(middles) - min(middles) < lines[0].line.size
    return level and max(lefts.values()) < max(2, 0.5 * len(lines))


def _usual_indent(lines: Sequence[Laid], measures: Measures) -> float:
    """Give by how many sizes of type the first lines of paragraphs are indented, mostly; or 0."""
    counts: Counter[float] = Counter()
    for a, b in itertools.pairwise(lines):
        if a.place == b.place and rounded(a.line.size) == measures.body:
            left = measures.edges[a.place].left
            indent = (a.line.left - left) / a.line.size
            if INDENT < indent < 5 and (b.line.left - left) / b.line.size <= INDENT:
                counts[round(indent * 4) / 4] += 1
    return counts.most_common(1)[0][0] if counts else 0.0


def _hanging(lines: Sequence[Laid], measures: Measures) -> set[tuple[int, int]]:
    """Find the columns whose paragraphs begin at the edge and go on indented, as lists of works."""
    columns: dict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
    for one in lines:
        if rounded(one.line.size) <= measures.body:
            columns[one.place].append(one.line)
    return {place for place, here in columns.items() if _hangs(here, measures.edges[place])}


def _hangs(lines: Sequence[PrintedLine], edges: Edges) -> bool:
    """Say whether full lines at the edge are followed by indented ones, again and again."""
    flush = [(one.left - edges.left) / one.size <= INDENT for one in lines]
    if sum(flush) < 2 or flush.count(False) < max(3, 0.8 * sum(flush)):
        return False
    full = [
        not flush[nth + 1]
        for nth, one in enumerate(lines[:-1])
        if flush[nth] and edges.right - one.right < 6 * one.size and not _BULLET.match(one.text)
    ]
    return sum(full) >= 2 and sum(full) >= 0.8 * len(full)


def _is_bold(one: Laid) -> bool:
    covered = sum(end - start for start, end in one.line.bold)
    return covered >= 0.9 * len(one.line.text)


def _find_headings(found: Sequence[Paragraph], measures: Measures) -> None:
    headings = [
        one
        for before, one in zip([None, *found], found, strict=False)
        if _is_heading(one, measures)
        and (_is_large(one, measures) or _stands_apart(before, one, measures))
    ]
    sizes = sorted({rounded(one.lines[0].line.size) for one in headings}, reverse=True)
    levels = {size: level for level, size in enumerate(sizes, 1)}
    for one in headings:
        one.role = "heading"
        one.level = levels[rounded(one.lines[0].line.size)]


def _is_heading(one: Paragraph, measures: Measures) -> bool:
    text = one.text
    if not _LETTER.search(text) or len(text) > 240 or len(one.lines) > 4:
        return False
    if _is_large(one, measures):
        return not _ends_in_leaders(one.lines[-1])
    short = len(text) < 120 and len(one.lines) <= 2 and not text.endswith((".", ",", ";"))
    capitals = text.isupper() and len(text) > 3
    as_large = one.lines[0].line.size > measures.body - 0.3
    return short and as_large and (capitals or all(map(_is_bold, one.lines)))


def _is_large(one: Paragraph, measures: Measures) -> bool:
    return min(line.line.size for line in one.lines) >= HEADING * measures.body


def _stands_apart(before: Paragraph | None, one: Paragraph, measures: Measures) -> bool:
    """Say whether white, or nothing, stands above a paragraph in its column."""
    first = one.lines[0]
    if before is None or before.lines[-1].place != first.place:
        return True
    gap = first.line.base - before.lines[-1].line.base
    return gap > 1.25 * measures.leading_of(first.line.size)
