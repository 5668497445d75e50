"""Passages that are given as the words of a document."""

from __future__ import annotations

import pytest

from sayso.project_cited import Known, cited

WORDS = "no toll shall be asked of any ship that enters the harbour in distress"


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("The sixth article declares, that ", "The sixth article"),
        ("We rest our case. By section 4, article II, they hold that “", "article II"),
        ("In the bills of rights it is declared, that ", "the bills of rights it is declared"),
        ("The Harbour Charter expressly says that ", "The Harbour Charter expressly says"),
        ("We read in § 12: “", "§ 12"),
        ("There is a clause to the same effect: ", "a clause"),
    ],
)
def test_the_words_before_a_passage_name_its_document(lead: str, named: str) -> None:
    text = f"It rained. {lead}{WORDS}."

    assert cited(text, text.index(WORDS)) == named


@pytest.mark.parametrize(
    "lead",
    [
        "I hold that ",
        "The sixth article is long. I hold that ",
        "An article in the paper told how ",
        "The constitution of the port is bad, and ",
        "“The charter says so.” ",
        "",
    ],
)
def test_what_names_no_document_for_the_words_is_none(lead: str) -> None:
    text = f"{lead}{WORDS}."

    assert cited(text, text.index(WORDS)) == ""


def test_a_piece_of_known_words_is_known_and_a_text_of_other_words_is_not() -> None:
    known = Known([f"{WORDS}, nor shall its master be kept"])

    assert known.has("shall be asked of ANY ship, that enters the har-\nbour in distress")
    assert not known.has("shall be asked by any master who leaves the quay at night")
    assert not known.has("no toll")
