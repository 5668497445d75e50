"""Labelled turns of interviews, debates and court reports."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.checks.unattributed import CHECK
from sayso.model import Actor, Document, Mention, Record, Statement
from sayso.plugins import Corpus
from sayso.readers import names, quotations
from sayso.readers.turns import READER
from sayso.text import unchanged

DEBATE = """MR. FOX: The Board was warned.

MRS. PRYCE: It was not.

MR. FOX (rising): I have the letter: “The sluice will not hold.”

The meeting ended at nine.
"""


def document(text: str) -> Document:
    at, paragraphs = 0, []
    for part in text.split("\n\n"):
        paragraphs.append((at, at + len(part)))
        at += len(part) + 2
    return replace(unchanged("d", "", "d", text), language="en", paragraphs=tuple(paragraphs))


def read(text: str) -> list[Record]:
    known = tuple(names.READER.read(document(text), reading="n", known=()))
    return [*known, *READER.read(document(text), reading="t", known=known)]


def told(text: str) -> list[tuple[str, str]]:
    return [
        (one.speakers[0].exact, one.content[0].exact)
        for one in read(text)
        if isinstance(one, Statement)
    ]


def test_a_turn_is_a_direct_statement_of_whom_its_label_names() -> None:
    assert told(DEBATE) == [
        ("MR. FOX", "The Board was warned."),
        ("MRS. PRYCE", "It was not."),
        ("MR. FOX", "I have the letter: “The sluice will not hold.”"),
    ]


def test_questions_and_answers_have_labels_that_name_nobody() -> None:
    text = "Q. Were you there?\n\nA. I was.\n\nQ. Alone?\n\nA. With my brother."
    records = read(text)

    assert [who for who, _ in told(text)] == ["Q", "A", "Q", "A"]
    assert not [one for one in records if isinstance(one, Actor)]


def test_who_is_named_elsewhere_is_the_actor_of_the_turn() -> None:
    text = "Ruth Vane: We met Tobias Rook.\n\nTobias Rook: True.\n\nRuth Vane: Twice."
    records = read(text)
    actors = {one.id: one.name for one in records if isinstance(one, Actor)}
    held = [actors.get(one.holder or "") for one in records if isinstance(one, Statement)]

    assert held == ["Ruth Vane", "Tobias Rook", "Ruth Vane"]


@pytest.mark.parametrize(
    "text",
    [
        "Present: Fox.\n\nApologies: Vane.\n\nMotion: That we close.\n\nResolved: Yes.",
        "Fox: a small animal.\n\nHen: a bird.\n\nOwl: another bird.",
        "Ruth Vane: We met.\n\nIt rained all day.\n\nNobody came.\n\nHe left.\n\nFox: Yes.\n\nIt "
        "was late.\n\nAll slept.\n\nThe rain went on.\n\nRuth Vane: No.",
        "It was 1931: nobody came.\n\nIt was 1932: nobody came.\n\nThen: they did.",
        "A. the first point\n\nB. the second point\n\nA. the third point",
    ],
)
def test_lists_minutes_and_glossaries_have_no_turns(text: str) -> None:
    assert told(text) == []


def test_a_quotation_in_a_turn_is_still_read() -> None:
    made = document(DEBATE)
    known = tuple(READER.read(made, reading="t", known=()))
    found = list(quotations.READER.read(made, reading="q", known=known))

    assert [one.content[0].exact for one in found if isinstance(one, Statement)] == [
        "The sluice will not hold."
    ]
    assert not [one for one in known if isinstance(one, Mention)]


def test_a_turn_is_not_said_to_lack_a_speaker() -> None:
    text = "Q. Were you there?\n\nA. I was.\n\nQ. Alone?\n\nA. With my brother."
    corpus = Corpus((document(text),), tuple(read(text)))

    assert len([one for one in corpus.records if isinstance(one, Statement)]) == 4
    assert list(CHECK.run(corpus)) == []
