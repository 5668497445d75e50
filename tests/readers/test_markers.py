"""Which notes back a statement, by where their markers stand."""

from __future__ import annotations

import pytest

from sayso.model import Span
from sayso.readers.markers import Markers
from sayso.readers.notes import READER
from sayso.text import span, unchanged


def backed(text: str, speaker: str, cue: str, content: str) -> list[str]:
    """Give the labels of the notes that back a statement whose parts are these words."""

    def of(words: str) -> Span:
        at = text.index(words)
        return span(text, at, at + len(words))

    notes = tuple(READER.read(unchanged("d", "s", "k", text), reading="r", known=()))
    found = Markers(notes).backing(text, [of(content)], of(cue), [of(speaker)])
    return [one.label for one in found]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("As Vane[12] says, the bridge was shut.", ["12"]),
        ("So Vane says:[12] the bridge was shut.[13] It rained.[14]", ["12", "13"]),
        ("So Vane says in his second letter,[12] the bridge was shut. It rained.[14]", ["12"]),
        ("It rained.[11] So Vane says the bridge was shut by the board.[14]", []),
        ("So Vane says. " + "It rained much. " * 9 + "Odell too.[12] But the bridge was shut.", []),
    ],
)
def test_notes_within_behind_and_between(text: str, labels: list[str]) -> None:
    assert backed(text, "Vane", "says", "the bridge was shut") == labels
