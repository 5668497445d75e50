"""What the checks find in the chapter that sayso grew from, and that they invent nothing."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import sayso
from sayso.model import Finding


@cache
def read(chapter: Path) -> list[Finding]:
    """Read the chapter once."""
    return [one for one in sayso.read([chapter]) if isinstance(one, Finding)]


@pytest.fixture
def findings(shared: Path) -> list[Finding]:
    """Give what the checks find in the chapter."""
    return read(shared / "corpora" / "still-defending" / "chapter-5.txt")


def of(findings: list[Finding], check: str) -> list[Finding]:
    """Give the findings of one check."""
    return [one for one in findings if one.check == check]


def test_the_absent_list_of_notes_is_one_finding(findings):
    """Nine markers, no notes, one problem."""
    (found,) = of(findings, "notes")

    assert found.severity == "problem"
    assert [one.span.exact for one in found.evidence] == list("123456789")


def test_the_one_quotation_without_note(findings):
    """Nine of ten have one."""
    (found,) = of(findings, "unsourced")

    assert found.evidence[0].span.exact.startswith("To desert the")
    assert "9 of the 10" in found.message


def test_each_misused_mark(findings):
    """Three opening marks that close, and one pair inside its like."""
    shown = [one.evidence[0].span.exact for one in of(findings, "marks")]

    assert sorted(shown) == sorted(["“well", "unconsciousness “", "imperialism. “", "1990. “"])


def test_the_quotations_of_nobody(findings):
    """Where the text names no speaker, it is asked for."""
    begun = [one.evidence[0].span.exact[:12] for one in of(findings, "unattributed")]

    assert begun == ["We must lear", "It was by an", "Essentially,", "Here is a ma"]


def test_two_pairs_of_names(findings):
    """A letter left out, and first and last name exchanged."""
    pairs = [{part.span.exact for part in one.evidence} for one in of(findings, "names")]

    assert {"Ludo Martens", "Ludo Marten"} in pairs
    assert {"Grover Furr", "Furr Grover"} in pairs
    assert len(pairs) == 2


def test_nothing_is_invented(findings):
    """There is no finding besides those above."""
    assert Counter(one.check for one in findings) == {
        "notes": 1, "unsourced": 1, "marks": 4, "unattributed": 4, "names": 2,
    }  # fmt: skip
