"""The note markers of a document, to link them to the statements they stand behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sayso.model import Note, NoteLink, Record, Span

_GLUE = " \t\n.,;:!?)]”’\"'»–-"
# How far behind words their marker may begin, and behind a marker the next: "[6], [11]".
_NEAR, _NEXT = 6, 3
# How far content may begin behind its cue for a marker between them to be its own.
_LEADS = 120


class Markers:
    """The note markers of a document, by place."""

    def __init__(self, known: Sequence[Record]) -> None:
        notes = [one for one in known if isinstance(one, Note) and one.marker is not None]
        self._notes = sorted(notes, key=lambda one: one.marker.start if one.marker else 0)
        self._starts = [one.marker.start for one in self._notes if one.marker]

    def after(self, text: str, offset: int, *, limit: int) -> tuple[NoteLink, ...]:
        """Give the notes whose markers stand at `offset`, with nothing but signs between."""
        return tuple(map(_link, self._behind(text, offset, limit)))

    def backing(
        self, text: str, content: Sequence[Span], cue: Span | None, speakers: Sequence[Span]
    ) -> tuple[NoteLink, ...]:
        """Give the notes that back a statement, in the order of their markers.

        Their markers stand within or right behind its content, its cue or one of its speakers: "as
        Gabler[12] has shown", "he says:[13]"; or between its cue and its content: "he tells us in
        his second letter,[14] that".
        """
        beside = (cue, *speakers) if cue else speakers
        found = list(self._between(content[0].start, content[-1].end))
        if cue and cue.end < content[0].start <= cue.end + _LEADS:
            found += self._between(cue.end, content[0].start)
        for one in beside:
            found += self._between(one.start, one.end)
        for one in (content[-1], *beside):
            found += self._behind(text, one.end, one.end + _NEAR)
        once = {one.id: one for one in found}
        return tuple(_link(one) for one in sorted(once.values(), key=_place))

    def within(self, start: int, end: int) -> tuple[NoteLink, ...]:
        """Give the notes whose markers begin in a stretch."""
        return tuple(map(_link, self._between(start, end)))

    def _between(self, start: int, end: int) -> Sequence[Note]:
        return self._notes[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _behind(self, text: str, offset: int, limit: int) -> Iterator[Note]:
        nth = bisect_left(self._starts, offset)
        while nth < len(self._notes) and self._starts[nth] <= limit:
            note = self._notes[nth]
            assert note.marker is not None
            if text[offset : note.marker.start].strip(_GLUE + "0123456789"):
                break
            yield note
            offset = note.marker.end
            limit = max(limit, offset + _NEXT)
            nth += 1


def _link(note: Note) -> NoteLink:
    return NoteLink(note.label, note.id if note.body is not None else None)


def _place(note: Note) -> int:
    return note.marker.start if note.marker else 0
