"""Roles and ties that a sentence states."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Actor, Record, Relation
from sayso.readers import dates, events, names, ties
from sayso.text import unchanged

Tie = tuple[str, str, str]


def read(text: str) -> tuple[list[Relation], dict[str, str]]:
    """Give the ties of a text, and the names of its actors."""
    document = replace(unchanged("d", "", "d", text), language="en")
    known: tuple[Record, ...] = ()
    for reader in (names.READER, dates.READER, events.READER):
        known += tuple(reader.read(document, reading="k", known=known))
    actors = {one.id: one.name for one in known if isinstance(one, Actor)}
    return list(ties.READER.read(document, reading="r", known=known)), actors


def told(text: str) -> list[Tie]:
    found, actors = read(text)
    return [(actors[one.subject], one.predicate, actors[one.object]) for one in found]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Chairman of the Workers’ Party of Brandt, Ruth Vane, wrote it.",
         ("Ruth Vane", "chairman of", "Workers’ Party of Brandt")),
        ("Ruth Vane, general secretary of the Lantern Party, wrote it.",
         ("Ruth Vane", "general secretary of", "Lantern Party")),
        ("The Lantern Party’s treasurer, Ruth Vane, wrote it.",
         ("Ruth Vane", "treasurer of", "Lantern Party")),
        ("The Lantern Society president Ruth Vane wrote it.",
         ("Ruth Vane", "president of", "Lantern Society")),
        ("Ruth Vane, who was one of us, was a member of the Lantern Party.", None),
        ("Ruth Vane was a leading member of the Lantern Party.",
         ("Ruth Vane", "leading member of", "Lantern Party")),
        ("Ruth Vane, co-founder of the Lantern Party, wrote it.",
         ("Ruth Vane", "founded", "Lantern Party")),
        ("The Lantern Party was founded by Ruth Vane and others.",
         ("Ruth Vane", "founded", "Lantern Party")),
        ("Professor Ruth Vane of Leeds University wrote it.",
         ("Ruth Vane", "scholar at", "Leeds University")),
        ("Ruth Vane was succeeded as chairman by John Hart.",
         ("John Hart", "succeeded", "Ruth Vane")),
        ("Ruth Vane was expelled from the Lantern Party.",
         ("Ruth Vane", "expelled from", "Lantern Party")),
        ("The Harbour Society is a branch of the Lantern Society.",
         ("Harbour Society", "branch of", "Lantern Society")),
        ("The Lantern Society was copied by the Harbour Society.",
         ("Harbour Society", "replicates", "Lantern Society")),
    ],
)  # fmt: skip
def test_a_sentence_ties_two_names(text: str, tie: Tie | None) -> None:
    found = [(one.removeprefix("Professor "), how, two) for one, how, two in told(text)]

    assert found == ([tie] if tie else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Vane never joined the Lantern Party.",
        "Ruth Vane would be president of the Lantern Party.",
        "Ruth Vane spoke. The Lantern Party was silent.",
        "Ruth Vane attacked the chairman of the Lantern Party.",
        "Ruth Vane, and not the members of the Lantern Party, wrote it.",
    ],
)
def test_what_is_no_tie_makes_none(text: str) -> None:
    assert told(text) == []


def test_a_tie_stands_at_its_words_and_has_the_date_of_its_sentence() -> None:
    text = "In 1931, as all know, Ruth Vane left the Lantern Party. It was 1932 then."
    (tie,), _ = read(text)

    assert text[tie.span.start : tie.span.end] == "Ruth Vane left the Lantern Party"
    assert tie.when == "1931"


def test_what_a_dated_event_tied_is_not_tied_again() -> None:
    assert told("Ruth Vane founded the Lantern Party in 1931.") == []
