"""References in brackets are told from other years, and are their own notes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Block, Document, Note, Statement
from sayso.readers.notes import READER
from sayso.readers.quotations import READER as QUOTATIONS
from sayso.text import unchanged


def labels(document: Document) -> list[str]:
    return [one.label for one in READER.read(document, reading="r", known=()) if one.in_text]


def plain(text: str) -> Document:
    return unchanged("d", "s", "k", text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was so (Pell 1987: 112).", ["Pell 1987: 112"]),
        ("It was so (Pell, 1987, pp. 11–12).", ["Pell, 1987, pp. 11–12"]),
        ("It was so (see Pell et al., 1987; Rao & Holt 2004a).", ["Pell et al., 1987", "Rao & Holt 2004a"]),
        ("It was so (cf. Ruse [1986] 1998, 253).", ["Ruse [1986] 1998, 253"]),
        ("It was so (van der Berg and Osei 2003).", ["van der Berg and Osei 2003"]),
        ("It was “so” (Pell 1987: 4; emphasis added).", ["Pell 1987: 4"]),
        ("Pell (1987: 112) denies it.", ["1987: 112"]),
        # A year alone counts where others of the text are certain.
        ("Pell (1987: 112) denies it, and Rao (2004: 3) too. So does Holt (1971).",
         ["1987: 112", "2004: 3", "1971"]),
        ("Holt (1971) denies it.", []),
        ("He died in Rome (Easter 1821) or Naples (May 1822).", []),
        ("Napoleon (1769–1821) lost; the treaty (1815) held (in 1816 too).", []),
        ("She made The Fall (1960), The Rise (1961), The Ebb (1962), The Flood (1963), Tides (1964).", []),
        ("The law (Reform Act 1832) and the book (Oxford University Press, 1998).", []),
        ("See the chapter (Table 1990; Figure 1991).", []),
        ("So it was held (D.D.C. 2010), and again (D. C. Cir. 1997; 2d Cir. 2005).", []),
        ("()", []),
        ("((((1990))))", []),
    ],
)  # fmt: skip
def test_references_are_told_from_other_years(text: str, found: list[str]) -> None:
    assert labels(plain(text)) == found


def test_a_list_of_references_makes_an_author_and_year_certain() -> None:
    text = "It was so (Pell 1987).\n\nPell, A. Bread and its price. Leeds, 1987."
    at = text.index("Pell, A.")
    listed = replace(plain(text), blocks=(Block(at, len(text), "reference"),))

    assert labels(plain(text)) == []
    assert labels(listed) == ["Pell 1987"]


def test_marker_and_body_hold_the_words() -> None:
    text = "He was “out of bread” (see Pell 1987: 112; Rao & Holt 2004)."
    one, two = (note for note in READER.read(plain(text), reading="r", known=()))

    places = [
        (note.marker.exact, note.body.exact) for note in (one, two) if note.marker and note.body
    ]
    assert places == [
        ("(see Pell 1987: 112", "Pell 1987: 112"),
        ("Rao & Holt 2004)", "Rao & Holt 2004"),
    ]
    assert "its own note" in one.reason


def test_a_quotation_has_the_references_behind_it_and_behind_its_speaker() -> None:
    text = "Marsden (2003: 88) wrote: “They decayed for want of bread” (see Pell 1987: 112; Rao & Holt 2004)."
    notes = tuple(READER.read(plain(text), reading="r", known=()))
    (said,) = (
        one
        for one in QUOTATIONS.read(plain(text), reading="r", known=notes)
        if isinstance(one, Statement)
    )

    assert [one.label for one in said.notes] == ["2003: 88", "Pell 1987: 112", "Rao & Holt 2004"]
    assert {one.note for one in said.notes} == {one.id for one in notes}


def test_numbered_notes_are_no_references_in_the_text() -> None:
    notes = list(READER.read(plain("They “won.”[17] Then (1) they left."), reading="r", known=()))

    assert [one.in_text for one in notes if isinstance(one, Note)] == [False]


@pytest.mark.parametrize("sign", ["(", "(A 1990", "(A, ", "(A 1990; ", "(van ", "(see ", "A and "])
def test_repeated_signs_are_read_to_the_end(sign: str) -> None:
    """A text of nothing but half a reference ends in at most one."""
    assert len(labels(plain(sign * (60_000 // len(sign)) + ")"))) <= 1
