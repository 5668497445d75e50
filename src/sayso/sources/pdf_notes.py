"""Footnotes: lines in smaller type at the foot of a column, from a label on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.sources.pdf_flow import Laid, Measures

SMALLER = 0.3
"""Points by which the type of notes is smaller than that of the text, at least."""
JUMP = 3
"""How far the number of a note may run ahead of the one before."""

_LABEL = re.compile(r"[\[(]?(\d{1,4}|[*†‡§¶#]{1,4}|[a-z])(?:[\])]\.?|\.(?!\d)|(?=\s)|\Z)\s*")
_SIGNS = "*†‡§¶#"
_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")


@dataclass(slots=True)
class FootNote:
    """A note: its label, the code points of its first line that are the label, its lines."""

    label: str
    head: int
    lines: list[Laid] = field(default_factory=list)


def footnotes(lines: Sequence[Laid], measures: Measures) -> tuple[list[FootNote], list[Laid]]:
    """Part the lines of a document into its footnotes and the rest."""
    small = measures.body - SMALLER
    reading = _Reading(measures, {one.page for one in lines if one.line.size >= small})
    rest: list[Laid] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and lines[end].place == lines[start].place:
            end += 1
        rest += reading.column(lines[start:end])
        start = end
    return reading.notes, rest


def label_of(one: Laid) -> tuple[str, int, bool] | None:
    """Give the label that a line begins with, its length, and whether it is raised."""
    text = one.line.text
    raised = one.line.raised[0][1] if one.line.raised and one.line.raised[0][0] == 0 else 0
    if raised:
        label = text[:raised].strip(" .)]([")
        if len(label) <= 4 and (label.isalnum() or label.strip(_SIGNS) == ""):
            return label, raised + len(text[raised:]) - len(text[raised:].lstrip(" .)")), True
        return None
    found = _LABEL.match(text)
    if not found or (found[1].isalpha() and not text[: found.end()].rstrip().endswith((")", "]"))):
        return None
    return found[1], found.end(), False


class _Reading:
    def __init__(self, measures: Measures, pages: set[int]) -> None:
        self.measures = measures
        self.pages = pages  # those with text, below which notes may stand
        self.notes: list[FootNote] = []
        self.raised: tuple[int, set[str]] = (-1, set())

    def column(self, lines: Sequence[Laid]) -> list[Laid]:
        """Take the notes off the foot of one column; give the rest."""
        self._collect(lines)
        start = self._start(lines)
        for one in lines[start:]:
            self._add(one)
        return list(lines[:start])

    def _collect(self, lines: Sequence[Laid]) -> None:
        """Gather the labels that stand raised in the text of a page."""
        if self.raised[0] != lines[0].page:
            self.raised = lines[0].page, set()
        for one in lines:
            for begin, end in one.line.raised:
                if begin:
                    self.raised[1].update(_signs(one.line.text[begin:end]))

    def _start(self, lines: Sequence[Laid]) -> int:
        """Find where the notes at the foot of a column begin; its length where there are none."""
        first = len(lines)
        if lines[0].page not in self.pages:
            return first
        while first and self._small(lines[first - 1]):
            first -= 1
        for nth in range(first, len(lines)):
            if self._begins(lines[nth]) and self._apart(lines, nth):
                return first if self._goes_on(lines, first, nth) else nth
        if first < len(lines) and self._goes_on(lines, first, len(lines)):
            return first
        return self._of_one_size(lines, first)

    def _small(self, one: Laid) -> bool:
        return one.line.size < self.measures.body - SMALLER

    def _begins(self, one: Laid) -> bool:
        found = label_of(one)
        if found is None:
            return False
        label, _, raised = found
        return raised or label in self.raised[1] or self._follows(label)

    def _follows(self, label: str) -> bool:
        """Say whether a label may come after that of the last note, or be a first one."""
        if not label.isdecimal():
            return label.strip(_SIGNS) == ""
        last = self.notes[-1].label if self.notes else "0"
        ahead = int(label) - int(last) if last.isdecimal() else int(label)
        return 0 < ahead <= JUMP or label == "1"

    def _apart(self, lines: Sequence[Laid], nth: int) -> bool:
        """Say whether a line begins a stretch of its own: by its size, a gap, or a raised label."""
        if nth == 0 or not self._small(lines[nth - 1]):
            return True
        found = label_of(lines[nth])
        gap = lines[nth].line.base - lines[nth - 1].line.base
        return bool(found and found[2]) or gap > 1.15 * self.measures.leading_of(
            lines[nth].line.size
        )

    def _goes_on(self, lines: Sequence[Laid], first: int, nth: int) -> bool:
        """Say whether small lines before the first label continue the last note."""
        if first == nth or not self.notes:
            return False
        last = self.notes[-1].lines[-1]
        if not 0 <= lines[first].page - last.page <= 1 or last.place == lines[first].place:
            return False
        same = abs(last.line.size - lines[first].line.size) < SMALLER
        return same and (nth < len(lines) or not _END.search(last.line.text))

    def _of_one_size(self, lines: Sequence[Laid], end: int) -> int:
        """Find notes set as large as the text: a raised label that was seen raised above."""
        if end < len(lines):
            return len(lines)
        for nth in range(1, len(lines)):
            found = label_of(lines[nth])
            if not (found and found[2] and found[0] in self.raised[1]):
                continue
            gap = lines[nth].line.base - lines[nth - 1].line.base
            if gap > 1.15 * self.measures.leading_of(lines[nth].line.size):
                return nth
        return len(lines)

    def _add(self, one: Laid) -> None:
        found = label_of(one)
        if found is not None and (not self.notes or self._is_next(found[0], found[2], one)):
            self.notes.append(FootNote(found[0], found[1], [one]))
        elif self.notes:
            self.notes[-1].lines.append(one)
        else:
            self.notes.append(FootNote("", 0, [one]))

    def _is_next(self, label: str, raised: bool, one: Laid) -> bool:
        if raised or label in self.raised[1]:
            return True
        last = self.notes[-1]
        new_page = last.lines[-1].page != one.page
        return self._follows(label) and (new_page or label != "1")


def _signs(text: str) -> Iterator[str]:
    """Give the labels in a raised stretch: "1", "2,3"."""
    for label in re.split(r"[\s,;]+", text.strip("[]() ")):
        if label:
            yield label
