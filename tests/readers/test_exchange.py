"""Whose turn it is in an exchange where not every quotation has a name beside it."""

from __future__ import annotations

import re

import pytest

from sayso.model import Statement, statement_id
from sayso.readers.exchange import exchanged
from sayso.text import span

FIRST = "“Is the bridge open?” asked Vane.\n\n“It was shut in May,” said Odell.\n\n"
SAID = re.compile(r"“([^”]+)”(?:,? (?:asked|said|cried) ([^.,]+?)[.,])?")


def quotations(text: str) -> list[Statement]:
    """Give each quotation, with the name behind "said" for its speaker."""
    made = []
    for one in SAID.finditer(text):
        content = (span(text, one.start(1), one.end(1)),)
        speakers = (span(text, one.start(2), one.end(2)),) if one[2] else ()
        made.append(
            Statement(
                statement_id("d", content, "direct"), "d", "r", "direct", content,
                speakers=speakers, score=0.9,
            )
        )  # fmt: skip
    return made


def turns(text: str) -> dict[str, str]:
    return {
        one.content[0].exact: one.speakers[0].exact for one in exchanged(text, quotations(text))
    }


def test_two_speak_in_turn() -> None:
    found = turns(FIRST + "“By whom?”\n\n“By the county.”\n\nThey walked on.")

    assert found == {"By whom?": "Vane", "By the county.": "Odell"}


def test_the_score_is_low_and_the_reason_says_why() -> None:
    (made,) = exchanged(FIRST + "“By whom?”", quotations(FIRST + "“By whom?”"))

    assert made.score == 0.5
    assert "it is the turn of “Vane”" in made.reason


def test_a_turn_before_the_first_name_is_known_by_those_behind() -> None:
    assert turns("“By whom?”\n\n" + FIRST)["By whom?"] == "Odell"


def test_a_name_later_in_the_same_paragraph_says_the_beginning_too() -> None:
    text = "“No.” He looked down. “It was shut in May,” said Odell."

    assert turns(text) == {"No.": "Odell"}


@pytest.mark.parametrize(
    "text",
    [
        # A paragraph of the teller's stands between.
        FIRST + "They walked on to the mill.\n\n“By whom?”",
        # Who is addressed by name does not say it.
        FIRST + "“By whom, Vane?”",
        # Words in marks within a paragraph are no turn.
        FIRST + "They called it “a sound bridge” still.",
        # One alone has no partner in the exchange.
        "“Is the bridge open?” asked Vane.\n\n“By whom?”",
    ],
)
def test_nobody_is_named_else(text: str) -> None:
    assert turns(text) == {}


def test_the_same_speaker_twice_is_no_exchange() -> None:
    text = "“It is shut,” said Odell.\n\n“It was shut in May,” said Odell.\n\n“By whom?”"

    assert turns(text) == {}


def test_nothing_comes_of_nothing() -> None:
    assert list(exchanged("", [])) == []
