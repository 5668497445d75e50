"""Checks on texts that were made to hurt: they end, and soon."""

from __future__ import annotations

import pytest

import sayso.project_reading as reading
from sayso.checks import dates, marks, names, notes, unattributed, unsourced
from sayso.model import Event, Mention, Note, Span
from sayso.plugins import Corpus
from sayso.text import span

from .making import document, run

CHECKS = [dates.CHECK, marks.CHECK, names.CHECK, notes.CHECK, unattributed.CHECK, unsourced.CHECK]
SIGNS = ["“", "”", "'", '"', "1", "1.", "A ", "A1 ", "“a”1 ", "“a\n\n", "\u202e", "1924 ", "\x00"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_text_of_one_sign(sign):
    """A hundred thousand of one sign, read by all readers, are checked to the end."""
    doc = document(sign * (100_000 // len(sign)))
    read, _ = reading.read_document(doc)
    records = tuple(one for one in read.records() if one.type != "document")

    for check in CHECKS:
        found = list(check.run(Corpus((doc,), records)))
        assert len(found) < 2_000


def test_no_documents_and_no_records():
    """Nothing to check is nothing found."""
    for check in CHECKS:
        assert list(check.run(Corpus((), ()))) == []


def test_records_of_a_document_that_is_gone():
    """Records whose document is not in the corpus are passed over or named as such."""
    place = Span(0, 1, "x")
    records = (
        Note("n", "gone", "r", place, "1", None),
        Mention("m", "gone", "r", place, "work", date="1924"),
        Event("e", "gone", "r", place, "x", "BIRTH", ("a",), "1924"),
    )

    for check in CHECKS:
        assert list(check.run(Corpus((), records))) == []


def test_a_finding_shows_no_more_than_fifty_places():
    """Ten thousand markers without notes are one finding of bounded size."""
    doc = document("x " * 10_000)
    made = [
        Note(f"n{nth}", doc.id, "r", span(doc.text, 2 * nth, 2 * nth + 1), str(nth + 1), None)
        for nth in range(10_000)
    ]
    (found,) = run(notes.CHECK, doc, made)

    assert len(found.evidence) == 50
    assert "10000 note markers (1 to 10000)" in found.message
