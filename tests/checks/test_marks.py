"""What the check of quotation marks finds."""

from __future__ import annotations

import pytest

from sayso.checks.marks import CHECK

from .making import document, run


@pytest.mark.parametrize(
    ("text", "exact", "message"),
    [
        ("He spoke of “our own conscience “ 3 and left.", "conscience “", "opening mark"),
        ("They “unmask many “old truths” about it” daily.", "“old", "same marks"),
        ("She wrote “never again. Then nothing.", "“never", "never closed"),
    ],
)
def test_a_misused_mark_is_shown_with_its_word(text, exact, message):
    """The evidence is the mark and the word it touches."""
    (found,) = run(CHECK, document(text), [])

    assert found.evidence[0].span.exact == exact
    assert message in found.message.lower()


def test_good_marks_are_no_finding():
    """Nested quotations with marks of their own are as they should be."""
    text = "“They said ‘never’ and meant it,” wrote «the Messenger», the workers’ paper."

    assert run(CHECK, document(text), []) == []


def test_a_damaged_text_is_one_finding():
    """Hundreds of faults of one kind are reported once."""
    found = run(CHECK, document("\n\n".join(["She wrote “never"] * 200)), [])

    assert len(found) == 1
    assert "200 quotation marks" in found[0].message


def test_closing_marks_that_open_throughout_are_one_finding():
    """Some converters write one mark on both sides, here and there; printing that does so throughout is in order."""
    text = " ".join(f"The clerk wrote ”number {one} is lost” that day." for one in range(9))
    assert run(CHECK, document(text), []) == []

    text = f"“Never,” wrote Mrs. Pell. {text}"
    found = run(CHECK, document(text), [])

    assert len(found) == 1
    assert len(found[0].evidence) == 9


def test_a_million_marks_are_read():
    """A text of nothing but marks ends in few findings."""
    assert len(run(CHECK, document("“ " * 500_000), [])) < 30
