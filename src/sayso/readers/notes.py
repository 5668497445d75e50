"""Find note markers and link them to the notes: the links a file declares, then those of the text.

References in brackets, "(Smith 1998, 45)", are markers that are their own notes.

A note record is a marker with its note, a marker alone (its note is not in the document), or a note
alone (nothing points to it).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import Document, Note, NoteBody, Record, Span, anchored_id
from sayso.readers.notes_signs import (
    BEHIND_A_SIGN,
    BEHIND_A_SPACE,
    BEHIND_A_WORD,
    SEVERAL,
    WITH_A_CARET,
    Sign,
    best_run,
    plain_label,
    signs,
)
from sayso.readers.notes_years import InText, in_text
from sayso.text import Places, span

_ENOUGH_WITHOUT_LIST = 4.0
_LABEL = 10
_STRONG = 2.5
_CERTAIN = (BEHIND_A_SIGN, BEHIND_A_WORD, BEHIND_A_SPACE, SEVERAL, WITH_A_CARET)
_DECLARED = "The file itself links this marker to this note."


@dataclass(frozen=True, slots=True)
class NoteReader:
    """Find markers and notes in any language and any format."""

    name: str = "notes"
    version: str = "6"
    languages: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Note]:
        """Yield the notes in the order of their markers; notes without one stand where they are."""
        declared = [
            (Sign(start, end, plain_label(note.label), 9.0, ""), nth)
            for nth, note in enumerate(document.notes)
            for start, end in note.markers
        ]
        linked_by_file = {nth for _, nth in declared}
        open_notes = [nth for nth in range(len(document.notes)) if nth not in linked_by_file]
        found: list[Note] = [
            _note(document, reading, sign, document.notes[nth], 1.0, _DECLARED)
            for sign, nth in declared
        ]
        if open_notes or not document.notes:
            found += _from_text(document, reading, open_notes)
        taken = _Stretches(
            sorted((one.marker.start, one.marker.end) for one in found if one.marker)
        )
        for one in in_text(document, _outside(document).hold):
            if not any(start < one.end for start, _ in taken.near(one.start)):
                found.append(_in_text(document, reading, one))
        yield from sorted(found, key=_place)


READER = NoteReader()


def _place(note: Note) -> tuple[int, int]:
    where = note.marker or note.body
    return (where.start, where.end) if where else (0, 0)


def _from_text(document: Document, reading: str, open_notes: Sequence[int]) -> Iterator[Note]:
    """Link the notes that the file does not link itself."""
    notes = [document.notes[nth] for nth in open_notes]
    labels = [plain_label(one.label) for one in notes]
    markers, chained = _markers(document, labels)
    used: set[int] = set()
    for sign, nth in zip(markers, _partners(document, markers, notes, labels), strict=True):
        certain = sign.start in chained
        if nth is None:
            yield _note(document, reading, sign, None, _score(sign, certain, listed=False))
        else:
            used.add(nth)
            yield _note(document, reading, sign, notes[nth], _score(sign, certain, listed=True))
    for nth, note in enumerate(notes):
        if nth not in used:
            yield _orphan(document, reading, note)


def _markers(document: Document, labels: Sequence[str]) -> tuple[list[Sign], set[int]]:
    """Choose the markers of the text, and the starts of those with a neighbour in sequence."""
    outside = _outside(document)
    listed = set(labels)
    found = [
        one
        for one in signs(document.text, raised=document.superscripts, labels=listed)
        if not outside.hold(one.start)
    ]
    run, weight = best_run(found, labels=listed, restarts=len(labels) > len(listed))
    if not listed and weight < _ENOUGH_WITHOUT_LIST:
        run = []
    kept = {one.start: one for one in [*run, *_out_of_order(found, run, listed)]}
    for one in found:
        if one.start not in kept and _stands_alone(one, listed):
            kept[one.start] = one
    markers = [kept[start] for start in sorted(kept)]
    numbers = [one.number for one in run]
    chained = {
        one.start
        for nth, one in enumerate(run)
        if (numbers[nth] or 0) - 1 in numbers[max(0, nth - 1) : nth]
        or (numbers[nth] or 0) + 1 in numbers[nth + 1 : nth + 2]
    }
    return markers, chained


def _out_of_order(found: Sequence[Sign], run: Sequence[Sign], listed: set[str]) -> list[Sign]:
    """Give signs outside the run that are the only one a note of the list can have."""
    without = listed - {one.label for one in run}
    possible: dict[str, list[Sign]] = defaultdict(list)
    for one in found:
        if one.number is not None and one.label in without and one.weight >= _STRONG:
            possible[one.label].append(one)
    return [signs_[0] for signs_ in possible.values() if len(signs_) == 1]


def _stands_alone(sign: Sign, listed: set[str]) -> bool:
    """Say whether a sign is a marker without a place in the run of numbers."""
    if sign.number is None:
        return sign.label in listed or (not listed and sign.weight >= 2)
    if sign.where in _CERTAIN:
        return sign.label in listed or not listed
    # A second reference to a note that is in the list.
    return sign.label in listed and sign.where in (
        "in square brackets", "set as a superscript", "a raised digit",
    )  # fmt: skip


class _Stretches:
    """Look up which of many stretches lies near an offset."""

    def __init__(self, stretches: Sequence[tuple[int, int]]) -> None:
        self._sorted = sorted(stretches)
        self._nth = 0

    def near(self, at: int) -> Sequence[tuple[int, int]]:
        """Give the stretch at an offset, if any; offsets must not fall from call to call."""
        while self._nth < len(self._sorted) and self._sorted[self._nth][1] <= at:
            self._nth += 1
        return self._sorted[self._nth : self._nth + 1]

    def hold(self, at: int) -> bool:
        """Say whether an offset lies in one of the stretches; asked in rising order like `near`."""
        return any(start <= at < end for start, end in self.near(at))


def _outside(document: Document) -> _Stretches:
    """Give the stretches where no marker is looked for: notes with labels, references, tables."""
    taken = [(_with_label(document.text, one.start), one.end) for one in document.notes]
    apart = ("note", "reference", "table")
    taken += [(one.start, one.end) for one in document.blocks if one.role in apart]
    merged: list[tuple[int, int]] = []
    for start, end in sorted(taken):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return _Stretches(merged)


def _with_label(text: str, start: int) -> int:
    """Give where the label before a note begins, if one stands on the same line."""
    line = text.rfind("\n", max(0, start - _LABEL), start) + 1
    return line if line or start <= _LABEL else start


# markers to notes


def _partners(
    document: Document, markers: Sequence[Sign], notes: Sequence[NoteBody], labels: Sequence[str]
) -> list[int | None]:
    """Give the note of each marker: on the same page, in the same stretch, else the next one."""
    if len(set(labels)) == len(labels):
        by_label = {label: nth for nth, label in enumerate(labels)}
        return [by_label.get(one.label) for one in markers]
    by_page = _by_page(document, markers, notes, labels)
    by_order = _by_scope(markers, labels) or _by_order(markers, labels)
    taken: set[int] = set()
    found: list[int | None] = []
    for nth in range(len(markers)):
        partner = by_page.get(nth, by_order[nth])
        if partner in taken:
            partner = None
        found.append(partner)
        if partner is not None:
            taken.add(partner)
    return found


def _by_page(
    document: Document, markers: Sequence[Sign], notes: Sequence[NoteBody], labels: Sequence[str]
) -> dict[int, int | None]:
    """Pair what stands on one page, for the markers of pages that have notes at all."""
    if not document.raw_pages:
        return {}
    places = Places(document)
    pages = [places.origin(one.start, one.end).page for one in notes]
    with_notes = set(pages)
    waiting: dict[tuple[int | None, str], deque[int]] = defaultdict(deque)
    for nth, label in enumerate(labels):
        waiting[pages[nth], label].append(nth)
    found: dict[int, int | None] = {}
    for nth, one in enumerate(markers):
        page = places.origin(one.start, one.end).page
        if page in with_notes:
            there = waiting[page, one.label]
            found[nth] = there.popleft() if there else None
    return found


def _by_scope(markers: Sequence[Sign], labels: Sequence[str]) -> list[int | None]:
    """Pair within stretches of rising numbers; empty where the two sides have unlike many."""
    of_marker = _scopes([one.label for one in markers])
    of_note = _scopes(labels)
    if not of_marker or not of_note or of_marker[-1] != of_note[-1]:
        return []
    known = {(of_note[nth], label): nth for nth, label in enumerate(labels)}
    return [known.get((of_marker[nth], one.label)) for nth, one in enumerate(markers)]


def _scopes(labels: Sequence[str]) -> list[int]:
    """Count the stretches of rising numbers; every symbol seen before begins a new one."""
    found = []
    scope, last = 0, 0
    seen: set[str] = set()
    for label in labels:
        number = int(label) if label.isdecimal() else None
        if (number is not None and number <= last) or (number is None and label in seen):
            scope += 1
            seen.clear()
            last = 0
        seen.add(label)
        last = last if number is None else number
        found.append(scope)
    return found


def _by_order(markers: Sequence[Sign], labels: Sequence[str]) -> list[int | None]:
    """Pair each marker with the next unused note of its label."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for nth, label in enumerate(labels):
        waiting[label].append(nth)
    return [waiting[one.label].popleft() if waiting[one.label] else None for one in markers]


# records


def _score(sign: Sign, chained: bool, *, listed: bool) -> float:
    """Give how sure a marker is: by where it stands, its neighbours, and its note."""
    score = 0.97 if sign.weight >= 5 else 0.9 if sign.weight >= 2 else 0.7
    if chained:
        score += (0.99 - score) * 0.6
    elif not listed:
        score -= 0.2
    if listed:
        score += (0.99 - score) * 0.5
    return round(score, 3)


def _note(
    document: Document,
    reading: str,
    sign: Sign,
    note: NoteBody | None,
    score: float,
    reason: str = "",
) -> Note:
    marker = span(document.text, sign.start, sign.end)
    body = span(document.text, note.start, note.end) if note else None
    if not reason:
        partner = "linked by its label" if note else "no note of this label is in the document"
        reason = f"The sign is {sign.where}; {partner}."
    label = plain_label(note.label) if note else sign.label
    return replace(_bare(document, reading, label, marker, score, reason), body=body)


def _in_text(document: Document, reading: str, one: InText) -> Note:
    marker = span(document.text, one.start, one.end)
    reason = "An author or a year in brackets: a reference in the text, which is its own note."
    bare = _bare(document, reading, one.label, marker, one.score, reason)
    return replace(bare, body=span(document.text, one.low, one.high))


def _orphan(document: Document, reading: str, note: NoteBody) -> Note:
    body = span(document.text, note.start, note.end)
    bare = _bare(document, reading, plain_label(note.label), body, 0.8, "No marker points here.")
    return replace(bare, marker=None, body=body)


def _bare(
    document: Document, reading: str, label: str, where: Span, score: float, reason: str
) -> Note:
    id_ = anchored_id("note", document.id, [where])
    return Note(id_, document.id, reading, where, label, None, score=score, reason=reason)
