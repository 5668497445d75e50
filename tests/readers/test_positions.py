"""Positions that the author takes without a word that says so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Actor, Record, Statement
from sayso.project_reading import loaded
from sayso.readers import notes, own, quotations
from sayso.readers.positions import READER
from sayso.text import unchanged


def read(text: str, author: str = "Ruth Vane") -> list[Record]:
    document = replace(unchanged("d", "", "d", text), language="en", author=author)
    known: tuple[Record, ...] = ()
    for reader in (notes.READER, quotations.READER, own.READER):
        known += tuple(reader.read(document, reading="k", known=known))
    return list(READER.read(document, reading="r", known=known))


def told(text: str) -> list[tuple[str, str]]:
    """Give content and kind of position of each."""
    return [
        (one.content[0].exact, one.reason.split(" makes it ")[1].split(" in the author")[0])
        for one in read(text)
        if isinstance(one, Statement)
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The statue of Varrow must be pulled down.", "a demand or a claim of necessity"),
        ("Let us pull the statue down.", "a demand or a claim of necessity"),
        ("The Waterworks will never be forgiven.", "a prediction"),
        ("The closing of the mill was a disgrace.", "an evaluation"),
        ("There are no greater achievements in this century.", "an evaluation"),
        ("It was the worst flood in history.", "an evaluation"),
        ("The Board was more cautious than the Council.", "a comparison"),
        ("The flood was caused by neglect of the sluice.", "a claim of cause"),
        ("That is why the mill closed.", "a claim of cause"),
    ],
)
def test_a_sentence_that_takes_a_position_is_the_authors_own(text: str, kind: str) -> None:
    (actor, statement) = read(text)

    assert told(text) == [(text[:-1], kind)]
    assert isinstance(actor, Actor)
    assert isinstance(statement, Statement)
    assert (statement.kind, statement.cue, statement.holder) == ("own", None, actor.id)
    assert statement.score < 0.5, "the text does not mark it as a position"


@pytest.mark.parametrize(
    "text",
    [
        "The statue stands in the market.",
        "Must the statue be pulled down?",
        "If the mill must be closed, say so.",
        "The warden said: “The statue must be pulled down.”",
        "I believe that the statue must be pulled down.",
        "You must be tired.",
        "It must have been raining that day.",
        "It was more than one year later.",
    ],
)
def test_what_is_reported_asked_supposed_or_plain_is_none(text: str) -> None:
    assert told(text) == []


def test_it_reads_only_where_it_is_asked_for() -> None:
    assert "positions" not in [name for name, _ in loaded(None)[0]]
    assert "positions" in [name for name, _ in loaded(("positions",))[0]]
