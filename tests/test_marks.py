"""Quotation marks paired in any style, and sentences cut without moving a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import marks, sentences

SIGNS = st.text(alphabet=st.sampled_from("ab .,\n“”„‘’'\"«»‹›「」"), max_size=80)


def inner(text: str) -> list[str]:
    """Give what stands inside each closed pair."""
    return [
        text[one.open_at + len(one.sign) : one.close_at]
        for one in marks.read(text).pairs
        if one.closed
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “no” twice.", ["no"]),
        ("He said ‘no’ and didn’t stay.", ["no"]),
        ('He said "no" and "yes".', ["no", "yes"]),
        ("Er sagte: „Nein“ und ging.", ["Nein"]),
        ("Il dit « non » et partit.", [" non "]),
        ("Sie sagte: »Nein« und ging.", ["Nein"]),
        ("彼は「いいえ」と言った。", ["いいえ"]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"]),
        ("It was lost. “We knew“ he said.", ["We knew"]),
        ("The dogs’ bowl and the cats’ dish.", []),
        ("Rock ’n’ roll in the ’60s.", []),
        ("``Old print'' they call it.", ["Old print"]),
        ("A 'prentice of the masters' guild sailed 'twixt the ships' masts.", []),
        ("'Tisn't the dogs' bowl, he said.", []),
        ("He called the 'prentice 'a rogue' once.", ["a rogue"]),
    ],
)
def test_every_style_is_paired(text: str, found: list[str]) -> None:
    assert inner(text) == found


def test_a_mark_that_opens_each_paragraph_is_one_quotation() -> None:
    text = "“First part of it.\n\n“Second part of it.\n\n“The end of it.”\n\nThen he left."
    (pair,) = marks.read(text).pairs

    assert pair.closed
    assert text[pair.open_at : pair.end].endswith("The end of it.”")
    assert len(pair.reopened) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He said “no“ and left.", "opening mark where a closing one belongs"),
        ("He said “no and left.\n\nThe next paragraph begins.", "never closed"),
        ("He said no” and left.", "never opened"),
        ("He wrote “many “well known” truths” there.", "same marks nested"),
    ],
)
def test_faults_are_named_once(text: str, kind: str) -> None:
    assert [one.kind for one in marks.read(text).faults] == [kind]


@given(SIGNS)
def test_closed_pairs_nest_and_all_stay_inside_the_text(text: str) -> None:
    pairs = marks.read(text).pairs
    for one in pairs:
        assert 0 <= one.open_at < one.end <= len(text)
        assert text.startswith(one.sign, one.open_at)
    closed = [one for one in pairs if one.closed]
    for nth, one in enumerate(closed):
        for other in closed[nth + 1 :]:
            apart = other.open_at >= one.end
            within = one.open_at < other.open_at and other.end <= one.end
            assert apart or within, (text, one, other)


@given(SIGNS)
def test_sentences_leave_nothing_out_and_never_overlap(text: str) -> None:
    at = 0
    for start, end in sentences.split(text):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. J. Pitt spoke. He left.", ["Mr. J. Pitt spoke.", "He left."]),
        ("It cost 1.5 million. So what?", ["It cost 1.5 million.", "So what?"]),
        ("He said “No.” She left.", ["He said “No.”", "She left."]),
        ("It ended.3 Then it began.", ["It ended.3", "Then it began."]),
        ("See p. 7 and vol. ii. It is there.", ["See p. 7 and vol. ii.", "It is there."]),
        ("One.\n\nTwo", ["One.", "Two"]),
    ],
)
def test_sentences_end_where_they_end(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sentences.split(text)] == found
