"""The sentences of a document that may hold reported clauses, and the quotations among them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sayso import marks, sentences
from sayso.model import Document, NoteLink, Quoted, Record, Statement
from sayso.readers.markers import Markers

_LONGEST = 1200
_MARKS = re.compile('[“”„«»"‘「『]')


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or the part of it inside a quotation; `parent` is the statement around it."""

    start: int
    end: int
    parent: str | None
    notes: Callable[[int, int], tuple[NoteLink, ...]]


class Outside:
    """A document's sentences with the quotations that were read before, or its pairs of marks."""

    def __init__(self, document: Document, known: Sequence[Record], text: str) -> None:
        self._text = text
        paragraphs = document.paragraphs
        self._skipped: list[tuple[int, int]] = []
        if document.blocks:
            paragraphs = tuple((one.start, one.end) for one in document.blocks)
            self._skipped = [
                (one.start, one.end)
                for one in document.blocks
                if one.role in ("heading", "table", "reference", "verse")
            ]
        self._paragraphs = paragraphs
        said = [one for one in known if isinstance(one, Statement) and one.kind != "indirect"]
        quoted = [one for one in known if isinstance(one, Quoted)]
        self._cues = {(one.cue.start, one.cue.end) for one in said if one.cue}
        self._said: list[tuple[int, int, str | None]] = sorted(
            (part.start, part.end, one.id) for one in said for part in one.content
        )
        self._all = [(low, high) for low, high, _ in self._said]
        if not said and not quoted and _MARKS.search(text):
            pairs = marks.read(text, paragraphs=paragraphs).pairs
            self._said = sorted(
                (*one.inner, None)
                for one in pairs
                if len(text[slice(*one.inner)].split(None, 3)) > 2
            )
            self._all = [(low, high) for low, high, _ in self._said]
        self._markers = Markers(known)

    def sentences_with(
        self, pattern: re.Pattern[str]
    ) -> Iterator[tuple[Stretch, list[re.Match[str]]]]:
        """Give each sentence in which the pattern stands, with all its places there."""
        every = sentences.split(self._text, self._paragraphs)
        starts = [start for start, _ in every]
        waiting: list[re.Match[str]] = []
        now = -1
        for one in pattern.finditer(self._text):
            nth = bisect_right(starts, one.start()) - 1
            if nth != now and waiting:
                yield from self._given(every[now], waiting)
                waiting = []
            now = nth
            if nth >= 0 and one.end() <= every[nth][1]:
                waiting.append(one)
        if waiting:
            yield from self._given(every[now], waiting)

    def _given(
        self, sentence: tuple[int, int], matches: list[re.Match[str]]
    ) -> Iterator[tuple[Stretch, list[re.Match[str]]]]:
        start, end = sentence
        if end - start > _LONGEST or self._is_skipped(start):
            return
        outside: list[re.Match[str]] = []
        inside: dict[tuple[int, int, str | None], list[re.Match[str]]] = {}
        for one in matches:
            around = self._around(one.start())
            if around is None:
                outside.append(one)
            elif around[2] is not None:
                inside.setdefault(around, []).append(one)
        if outside:
            yield Stretch(start, end, None, self._links), outside
        for (low, high, parent), found in inside.items():
            yield Stretch(max(start, low), min(end, high), parent, self._links), found

    def _is_skipped(self, at: int) -> bool:
        nth = bisect_right(self._skipped, (at, len(self._text))) - 1
        return nth >= 0 and self._skipped[nth][1] > at

    def _around(self, at: int) -> tuple[int, int, str | None] | None:
        """Give the innermost quotation around an offset."""
        nth = bisect_right(self._all, (at, len(self._text))) - 1
        for back in range(nth, max(-1, nth - 6), -1):
            if self._said[back][1] > at:
                return self._said[back]
        return None

    def is_quotation(self, start: int, end: int, cue: tuple[int, int]) -> bool:
        """Say whether the clause is a quotation with the same cue, read before."""
        if cue in self._cues:
            return True
        nth = bisect_left(self._all, (start - 3, 0))
        while nth < len(self._all) and self._all[nth][0] < end:
            low, high = self._all[nth]
            if min(high, end) - max(low, start) > 0.5 * (end - start):
                return True
            nth += 1
        return False

    def _links(self, start: int, end: int) -> tuple[NoteLink, ...]:
        """Give the markers inside a clause or right behind it."""
        return self._markers.within(start, end + 4)
