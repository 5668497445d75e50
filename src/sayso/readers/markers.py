"""The note markers of a document, to link them to the statements they stand behind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.model import Note, NoteLink, Record

_GLUE = " \t\n.,;:!?)]”’\"'»"


class Markers:
    """The note markers of a document, by place."""

    def __init__(self, known: Sequence[Record]) -> None:
        notes = [one for one in known if isinstance(one, Note) and one.marker is not None]
        self._notes = sorted(notes, key=lambda one: one.marker.start if one.marker else 0)
        self._starts = [one.marker.start for one in self._notes if one.marker]

    def after(self, text: str, offset: int, *, limit: int) -> tuple[NoteLink, ...]:
        """Give the notes whose markers stand at `offset`, with nothing but signs between."""
        links = []
        nth = bisect_left(self._starts, offset)
        while nth < len(self._notes) and self._starts[nth] <= limit:
            note = self._notes[nth]
            assert note.marker is not None
            if text[offset : note.marker.start].strip(_GLUE + "0123456789"):
                break
            links.append(NoteLink(note.label, note.id if note.body is not None else None))
            offset = note.marker.end
            nth += 1
        return tuple(links)

    def within(self, start: int, end: int) -> tuple[NoteLink, ...]:
        """Give the notes whose markers begin in a stretch."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(
            NoteLink(one.label, one.id if one.body is not None else None)
            for one in self._notes[low:high]
        )
