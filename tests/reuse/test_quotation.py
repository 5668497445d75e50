"""A quotation is held against its source, and every difference is classed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reuse.quotation import check_quote, prepare, whose

SOURCE = """\
The harbour board met on 3 May. It has been said that the quay was lost through neglect. We do not
accept this. If the council had paid its share, as Mrs. Aldous proposed in 1908, three of the five
cranes might have been saved; but the council, which was warned twice, did nothing. Some of the
dockers were angry. The mayor is an honest man. Nobody has ever proved that the engineer, Tobias
Lund, knew of the crack before the flood.
"""

CASES = [
    ("We do not accept this.", "exact", ()),
    ("“We do not accept this.”", "exact", ()),
    ("three of the five cranes", "exact", ()),
    ("Three of the Five cranes", "typographic", ()),
    ("three of the fi-\nve cranes might have been saved", "typographic", ()),
    ("It has been ſaid that the quay was loſt", "typographic", ()),
    ("The harbor board met on 3 May", "typographic", ()),
    ("the council … did nothing", "abridged(marked)", ()),
    ("the council [...] did nothing", "abridged(marked)", ()),
    ("the council [of Ostmere], which was warned twice, did nothing", "abridged(marked)", ()),
    ("the council did nothing", "abridged(silent)", ()),
    ("the council, which was warned often, did nothing", "altered(meaning-bearing)", ("quantifier",)),
    ("the council, which was warned rarely, did nothing", "altered(meaning-bearing)", ("number",)),
    ("the council, which was advised twice, did nothing", "altered", ()),
    ("We do accept this.", "altered(meaning-bearing)", ("negation",)),
    ("four of the five cranes might have been saved", "altered(meaning-bearing)", ("number",)),
    ("three of the five cranes must have been saved", "altered(meaning-bearing)", ("modality",)),
    ("All of the dockers were angry", "altered(meaning-bearing)", ("quantifier",)),
    ("as Mrs. Pryce proposed in 1908", "altered(meaning-bearing)", ("name",)),
    ("The mayor is a dishonest man.", "altered(meaning-bearing)", ("negation",)),
    ("the quay was lost. If the council had paid", "altered(meaning-bearing)", ("joined", "negation")),
    ("the engineer, Tobias Lund, knew of the crack", "exact", ()),
    ("a wholly different sentence about bread and herring", "absent", ()),
    ("", "absent", ()),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "verdict", "flags"), CASES)
def test_a_quotation_gets_the_gravest_verdict_that_applies(
    quote: str, verdict: str, flags: tuple[str, ...]
) -> None:
    """Each kind of difference has its verdict and its flags."""
    check = check_quote(quote, SOURCE)

    assert check.verdict == verdict
    assert set(flags) <= set(check.flags)


def test_the_place_and_its_context_are_given() -> None:
    """Offsets are those of the source; two sentences stand on each side."""
    check = check_quote("We do not accept this.", SOURCE)

    assert check.start is not None
    assert SOURCE[check.start : check.end] == "We do not\naccept this."
    assert check.before.endswith("lost through neglect.")
    assert check.after.startswith("If the council")


def test_every_change_names_its_words_on_both_sides() -> None:
    """A change carries the offsets and the words of quotation and source."""
    quote = "four of the five cranes"

    (change,) = check_quote(quote, SOURCE).changes

    assert (change.quoted, change.there) == ("four", "three")
    assert quote[change.quote_start : change.quote_end] == "four"
    assert SOURCE[change.source_start : change.source_end] == "three"


def test_the_best_place_is_found_in_a_long_source() -> None:
    """A lookalike earlier in a long source does not draw the quotation away."""
    long = ("We shall accept this and that. " * 400) + SOURCE + ("The mayor is a man. " * 400)

    check = check_quote("We do not accept that. If the council had paid its share", long)

    assert check.start is not None
    assert long[check.start :].startswith("We do not\naccept this.")


def test_the_source_that_has_the_words_comes_first() -> None:
    """Among several sources the one with the exact words leads, those without are left out."""
    ranked = whose(
        "The mayor is an honest man.",
        {"herald": "The mayor is a man.", "board": prepare(SOURCE), "recipe": "Salt the herring."},
    )

    assert [name for name, _ in ranked] == ["board", "herald"]


@given(st.integers(0, 60), st.integers(5, 30))
def test_any_run_of_whole_words_of_the_source_is_no_alteration(first: int, size: int) -> None:
    """What is taken word for word is exact, whatever the stretch."""
    words = SOURCE.split()
    run = words[first : first + size]

    check = check_quote(" ".join(run), SOURCE)

    assert check.verdict in ("exact", "typographic")


@given(st.text(max_size=80))
def test_any_text_can_be_checked(quote: str) -> None:
    """No quotation, however odd, stops the check."""
    assert check_quote(quote, SOURCE).kept <= 1.0


@pytest.mark.parametrize("unit", ["the ", "“", "a", "… ", "1 "])
def test_a_huge_monotone_text_is_checked(unit: str) -> None:
    """A megabyte of one word or sign is read in one pass."""
    assert check_quote("the council did nothing", unit * (200_000 // len(unit))).verdict == "absent"


def test_a_sentence_that_stops_before_its_condition_is_told() -> None:
    source = "We find no blame in the design of the dam, but he ought to have closed the sluices."
    check = check_quote("We find no blame in the design of the dam.", source)

    assert check.verdict == "altered(meaning-bearing)"
    assert check.flags == ("condition",)
    assert check.changes[-1].there.startswith("but he ought")
    piece = check_quote("no blame in the design of the dam.", source)
    assert piece.verdict in ("exact", "typographic"), "a piece of a sentence ends where it likes"
