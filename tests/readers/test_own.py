"""The reader of the author's own statements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Actor, Record, Statement
from sayso.readers import quotations
from sayso.readers.own import READER
from sayso.text import unchanged

CASES: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "I": ("I contend that the toll was a gift.", [("the toll was a gift", "I", "contend")]),
    "we": (
        "Here we hold, with Pell, that the toll was a gift.",
        [("the toll was a gift", "we", "hold")],
    ),
    "with an auxiliary": (
        "I would therefore argue that the toll was a gift.",
        [("the toll was a gift", "I", "would therefore argue")],
    ),
    "in my view": (
        "In my view, the toll was a gift.",
        [("the toll was a gift", "my", "In my view")],
    ),
    "it seems to me": (
        "It seems to me that the toll was a gift.",
        [("the toll was a gift", "me", "It seems to me")],
    ),
    "my argument": (
        "My main argument is that the toll was a gift.",
        [("the toll was a gift", "My", "My main argument is")],
    ),
    "this essay": (
        "This essay argues that the toll was a gift.",
        [("the toll was a gift", "This essay", "argues")],
    ),
    "others": ("Hale contends that the toll was a gift.", []),
    "an account of oneself": ("I walked to the bridge that was closed.", []),
}


def read(text: str, known: tuple[Record, ...] = (), author: str | None = None) -> list[Record]:
    document = replace(unchanged("d", "s", "k", text), author=author)
    return list(READER.read(document, reading="r", known=known))


@pytest.mark.parametrize("name", CASES)
def test_a_marked_position_is_the_authors_own(name: str) -> None:
    """Clause, speaker and cue are those of the case."""
    text, expected = CASES[name]
    found = [
        (one.content[0].exact, one.speakers[0].exact, one.cue.exact)
        for one in read(text)
        if isinstance(one, Statement) and one.cue
    ]

    assert expected == found


def test_the_holder_is_the_author_of_the_document() -> None:
    """The document's author is given as an actor once, and holds the statements."""
    text = "I contend that the toll was a gift. I believe that it was a trap."
    actor, *statements = read(text, author="Ann Pell")

    assert isinstance(actor, Actor)
    assert [actor.id, actor.id] == [one.holder for one in statements if isinstance(one, Statement)]


def test_a_quoted_first_person_is_not_the_author() -> None:
    """“I” inside a quotation is its speaker."""
    text = "Hale wrote: “I believe that the toll was a gift.”"
    known = tuple(quotations.READER.read(unchanged("d", "s", "k", text), reading="q", known=()))

    assert read(text, known) == []


def test_a_denied_position_is_negated() -> None:
    """“I do not believe” is negated."""
    (one,) = read("I do not believe that the toll was a gift.")

    assert isinstance(one, Statement)
    assert one.negated
