"""The reader of indirect statements: the plain forms, with their exact clause, cue and speaker."""

from __future__ import annotations

import pytest

from sayso.model import Note, Record, Statement
from sayso.readers import quotations
from sayso.readers.indirect import READER
from sayso.text import anchor, unchanged

Row = tuple[str, str | None, str]

# Each case: a text, and the clauses read in it with speaker and cue.
CASES: dict[str, tuple[str, list[Row]]] = {
    "that": ("Pell argued that the toll was unjust.", [("the toll was unjust", "Pell", "argued")]),
    "that, behind a phrase": (
        "Pell argued in her second letter that the toll was unjust.",
        [("the toll was unjust", "Pell", "argued")],
    ),
    "that, behind commas": (
        "Pell argued, in her second letter, that the toll was unjust.",
        [("the toll was unjust", "Pell", "argued")],
    ),
    "that, behind an addressee": (
        "Hale told the guild that the boats were lost.",
        [("the boats were lost", "Hale", "told")],
    ),
    "denied": ("The guild denied that it had lied.", [("it had lied", "The guild", "denied")]),
    "auxiliary and adverb": (
        "Critics have often claimed that the ledger was forged.",
        [("the ledger was forged", "Critics", "have often claimed")],
    ),
    "without that": (
        "The mayor said the bridge was closed.",
        [("the bridge was closed", "The mayor", "said")],
    ),
    "at the end": (
        "The bridge was closed for the winter, the mayor said.",
        [("The bridge was closed for the winter", "the mayor", "said")],
    ),
    "according to, first": (
        "According to the keeper of the archive, the ledger was blue.",
        [("the ledger was blue", "the keeper of the archive", "According to")],
    ),
    "according to, last": (
        "The ledger was blue, according to Ann Pell.",
        [("The ledger was blue", "Ann Pell", "according to")],
    ),
    "whether": (
        "The guild asked whether the toll had been paid.",
        [("whether the toll had been paid", "The guild", "asked")],
    ),
    "nobody named": (
        "It is said that the ledger was burnt.",
        [("the ledger was burnt", None, "is said")],
    ),
    "a semicolon ends it": (
        "Pell argued that the toll was unjust; Hale paid it.",
        [("the toll was unjust", "Pell", "argued")],
    ),
    "but ends it": (
        "Pell argued that the toll was unjust, but she paid it.",
        [("the toll was unjust", "Pell", "argued")],
    ),
    "two verbs, one subject": (
        "Hale left the hall and declared that the vote was void.",
        [("the vote was void", "Hale", "declared")],
    ),
    "a noun is no cue": ("The claim that the toll was unjust is old.", []),
    "a relative clause is no statement": (
        "They argue from a position that sees the toll as a gift.",
        [],
    ),
    "evidence says nothing": ("The ledger shows that the toll was paid.", []),
    "the first person is the author's": ("I argued that the toll was unjust.", []),
    "a noun behind “a” is no verb": (
        "It is such a good joke too, that she laughed at the mayor.",
        [],
    ),
    "a few are many": (
        "A majority say that the toll was unjust.",
        [("the toll was unjust", "A majority", "say")],
    ),
    "things that are not said": ("The mayor opened the bridge that the guild had built.", []),
}


def read(text: str, known: tuple[Record, ...] = ()) -> list[Statement]:
    records = READER.read(unchanged("d", "s", "k", text), reading="r", known=known)
    return [one for one in records if isinstance(one, Statement)]


@pytest.mark.parametrize("name", CASES)
def test_each_clause_is_read_with_speaker_and_cue(name: str) -> None:
    """Clause, speaker and cue are those of the case."""
    text, expected = CASES[name]
    found = [
        (
            one.content[0].exact,
            one.speakers[0].exact if one.speakers else None,
            one.cue.exact if one.cue else "",
        )
        for one in read(text)
    ]

    assert expected == found


def test_a_negated_cue_is_marked() -> None:
    """“Did not claim” is negated, and the statement kept."""
    (one,) = read("Hale did not claim that the ledger was lost.")

    assert (one.negated, one.cue.exact if one.cue else "") == (True, "did not claim")


def test_a_modal_cue_is_marked() -> None:
    """“Might argue” is modal."""
    (one,) = read("Hale might argue that the ledger was lost.")

    assert one.modal


def test_a_quotation_is_not_read_again() -> None:
    """Words in marks belong to the reader of quotations."""
    text = "Pell argued that “the toll was unjust to all of us.”"
    document = unchanged("d", "s", "k", text)
    known = tuple(quotations.READER.read(document, reading="q", known=()))

    assert read(text, known) == []
    assert read(text) == []


def test_a_report_inside_a_quotation_names_it() -> None:
    """What a quoted person reports has the quotation as its parent."""
    text = "Pell wrote: “The mayor claimed that the bridge was safe.”"
    document = unchanged("d", "s", "k", text)
    known = tuple(quotations.READER.read(document, reading="q", known=()))
    (outer,) = known
    (inner,) = read(text, known)

    assert (outer.id, "The mayor") == (inner.parent, inner.speakers[0].exact)  # type: ignore[union-attr]


def test_a_marker_at_the_end_is_linked() -> None:
    """The note behind the clause belongs to the statement, and its number not to the clause."""
    text = "Pell argued that the toll was unjust.4 Hale paid."
    note = Note("n", "d", "r", anchor(text, "4"), "4", None)
    (one,) = read(text, (note,))

    assert (
        one.content[0].exact,
        [link.label for link in one.notes],
    ) == ("the toll was unjust", ["4"])


@pytest.mark.parametrize("sign", [" that said", "X, said, ", "according to ", "said that “a "])
def test_repeated_words_are_survived(sign: str) -> None:
    """A long run of cues is read to its end, with spans that hold."""
    text = sign * (40_000 // len(sign))

    assert all(
        text[one.content[0].start : one.content[0].end] == one.content[0].exact
        for one in read(text)
    )
