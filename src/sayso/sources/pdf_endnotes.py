"""Endnotes: numbered paragraphs below a heading that calls them notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.sources.pdf_notes import label_of
from sayso.sources.pdf_paragraphs import Paragraph

HEADINGS = frozenset(
    {
        "notes", "note", "endnotes", "end notes", "footnotes", "references and notes",
        "notes and references", "notes and sources", "anmerkungen", "endnoten", "fußnoten",
        "noten", "eindnoten", "notes de fin", "notes et références", "notas", "notas finales",
        "notas de fim", "note finali", "noter", "slutnoter", "przypisy", "poznámky", "jegyzetek",
        "примечания", "примітки", "σημειώσεις",
    }
)  # fmt: skip
"""What sections of notes are called."""

JUMP = 9
"""How far the number of a note may run ahead of the one before: some are set in tables."""

_NUMBERING = re.compile(r"[\W\d_]*(.*?)[\W\d_]*", re.DOTALL)
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class EndNote:
    """A paragraph of a note: what tells the note from others, its label, and its code points."""

    nth: int
    label: str
    head: int


def endnotes(found: Sequence[Paragraph]) -> Mapping[int, EndNote]:
    """Give the paragraphs, by their place in the list, that are endnotes or go on with one."""
    notes: dict[int, EndNote] = {}
    nth = 0
    while nth < len(found):
        if _calls_notes(found[nth]):
            nth = _section(found, nth + 1, notes)
        else:
            nth += 1
    return notes


def _calls_notes(one: Paragraph) -> bool:
    text = one.text
    if len(text) > _LONGEST or one.role not in ("heading", "paragraph"):
        return False
    words = _NUMBERING.fullmatch(text)
    return words is not None and words[1].casefold() in HEADINGS


def _section(found: Sequence[Paragraph], start: int, notes: dict[int, EndNote]) -> int:
    """Read one section of notes; give where it ends."""
    last = 0
    note: EndNote | None = None
    for nth in range(start, len(found)):
        one = found[nth]
        label = label_of(one.lines[0])
        number = int(label[0]) if label and label[0].isdecimal() else 0
        if label and (0 < number - last <= JUMP or (number == 1 and _heads(found[nth - 1]))):
            note = EndNote(len(notes), *label[:2])
            notes[nth] = note
            last = number
        elif _heads(one):
            if one.level <= found[start - 1].level or not _begins_anew(found, nth + 1):
                return nth
            last = 0
        elif note is not None and last:
            notes[nth] = EndNote(note.nth, note.label, 0)
        else:
            return nth
    return len(found)


def _heads(one: Paragraph) -> bool:
    return one.role == "heading"


def _begins_anew(found: Sequence[Paragraph], nth: int) -> bool:
    """Say whether the notes of another chapter begin, with number 1, below a lesser heading."""
    label = label_of(found[nth].lines[0]) if nth < len(found) else None
    return label is not None and label[0] == "1"
