"""Dated events are read from what one sentence states plainly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sayso.model import Actor, Document, Event, Record, Relation
from sayso.readers import dates, names
from sayso.readers.events import READER
from sayso.text import unchanged


def records(document: Document) -> tuple[list[Record], dict[str, str]]:
    known = (
        *dates.READER.read(document, reading="r", known=()),
        *names.READER.read(document, reading="r", known=()),
    )
    called = {one.id: one.name for one in known if isinstance(one, Actor)}
    return list(READER.read(document, reading="r", known=known)), called


def events(text: str) -> list[tuple[str, str | None, list[str]]]:
    found, called = records(unchanged("d", "s", "k", text))
    return [
        (one.class_, one.when, [called[id_] for id_ in one.participants])
        for one in found
        if isinstance(one, Event)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Martha Odell was born in 1911 and died in Bergen in 1983.",
         [("BIRTH", "1911", ["Martha Odell"]), ("DEATH", "1983", ["Martha Odell"])]),
        ("The historian Martha Odell (1911-1983) was there.",
         [("BIRTH", "1911", ["Martha Odell"]), ("DEATH", "1983", ["Martha Odell"])]),
        ("The historian Martha Odell (born 1911) was there.",
         [("BIRTH", "1911", ["Martha Odell"])]),
        ("On March 8, 2014 The Lantern Society of Norway was founded in Bergen.",
         [("FOUNDING", "2014-03-08", ["Lantern Society of Norway"])]),
        ("In 1921 Karl Vane founded the Lantern Society.",
         [("FOUNDING", "1921", ["Karl Vane", "Lantern Society"])]),
        ("The Lantern Society was dissolved in 1938.", [("END", "1938", ["Lantern Society"])]),
        ("They heard of the dissolution of the Lantern Party in 1938.",
         [("END", "1938", ["Lantern Party"])]),
        ("In 1956 Karl Vane attacked the plan.", [("CRITICISM", "1956", ["Karl Vane"])]),
        ("Karl Vane, who had been ill, was elected in 1922.", [("OFFICE", "1922", ["Karl Vane"])]),
        ("Karl Vane wrote The Lantern in 1930.", [("PUBLICATION", "1930", ["Karl Vane"])]),
    ],
)  # fmt: skip
def test_what_happened_to_whom_and_when(
    text: str, found: list[tuple[str, str | None, list[str]]]
) -> None:
    """A verb or noun of the list, a date beside it and the actor it is said of make an event."""
    assert sorted(events(text)) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Karl Vane might have died in 1923.",
        "The Lantern Society was not dissolved in 1938.",
        "He was born in 1911. They were founded in 1921.",
        "The death of Karl Vane was announced in 1925.",
        "Karl Vane wrote at length about the harvest of 1931.",
        "Karl Vane said that all would be over by 1931.",
        "Karl Vane died; in 1911 it had been warm.",
        "Karl Vane died young.",
        "",
    ],
)
def test_what_is_no_event(text: str) -> None:
    """What may have been, was not, or has no actor or date of its own is left out."""
    assert events(text) == []


def test_the_years_of_a_life_date_nothing_else() -> None:
    """Years in brackets after a name are of the life, not of the verb after them."""
    found = events("Karl Vane (1870-1924) joined the Lantern Society in 1899.")

    assert ("JOINING", "1899", ["Karl Vane", "Lantern Society"]) in found
    assert len(found) == 3


def test_founders_are_tied_to_what_they_founded() -> None:
    """A founding that names its founder is a relation too, active or passive."""
    for text in (
        "In 1921 Karl Vane founded the Lantern Society.",
        "The Lantern Society was founded by Karl Vane in 1921.",
    ):
        found, called = records(unchanged("d", "s", "k", text))
        (tie,) = [one for one in found if isinstance(one, Relation)]

        assert (called[tie.subject], tie.predicate, called[tie.object], tie.when) == (
            "Karl Vane", "founded", "Lantern Society", "1921",
        )  # fmt: skip


def test_an_inferred_date_lowers_the_score() -> None:
    """An event whose year is not in its sentence is less sure."""
    text = "In 1921 Karl Vane founded the Lantern Society. Karl Vane died in May."
    found, _ = records(unchanged("d", "s", "k", text))
    scores = {one.class_: one.score for one in found if isinstance(one, Event)}

    assert scores["DEATH"] < scores["FOUNDING"]


def test_a_span_holds_who_what_and_when() -> None:
    """The span of an event covers its actor, its verb and its date."""
    text = "In 1921, as all know, Karl Vane died."
    found, _ = records(unchanged("d", "s", "k", text))

    assert [one.span.exact for one in found if isinstance(one, Event)] == [
        "1921, as all know, Karl Vane died"
    ]


@pytest.mark.parametrize("sign", ["born 1917 ", "Ann Vane died 1917 ", "Ann Vane (1911-1983) "])
def test_repeated_signs_are_read_to_the_end(sign: str) -> None:
    """One endless sentence of verbs and dates is read without trouble."""
    found, _ = records(unchanged("d", "s", "k", sign * (60_000 // len(sign))))

    assert all(one.span.exact for one in found if isinstance(one, Event))


def test_the_events_of_the_chapter(shared: Path) -> None:
    """The chapter's foundings and the life of its author are found with their dates."""
    text = (shared / "corpora/still-defending/chapter-5.txt").read_text(encoding="utf-8")
    found = {(class_, when) for class_, when, _ in events(re.sub(r"\s*\n\s*", " ", text))}

    assert {
        ("FOUNDING", "1991"), ("FOUNDING", "2014-03-08"), ("BIRTH", "1946"), ("DEATH", "2011"),
        ("CRITICISM", "1956"),
    } <= found  # fmt: skip
