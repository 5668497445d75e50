"""What the check of notes finds."""

from __future__ import annotations

from sayso.checks.notes import CHECK

from .making import document, note, run

NINE = " ".join(f"Word{one}." for one in range(1, 10))


def test_an_absent_list_is_one_finding():
    """Nine markers without a single note are reported once, with all nine as evidence."""
    doc = document(NINE)
    (found,) = run(CHECK, doc, [note(doc, str(one), 0) for one in range(1, 10)])

    assert found.severity == "problem"
    assert "9 note markers (1 to 9)" in found.message
    assert len(found.evidence) == 9


def test_notes_in_order_are_no_finding():
    """Three markers with their three notes give nothing."""
    doc = document("A.1 B.2 C.3\n\nFirst note.\n\nSecond note.\n\nThird note.")
    notes = [note(doc, "1", 0, "First note."), note(doc, "2", 0, "Second note."),
             note(doc, "3", 0, "Third note.")]  # fmt: skip

    assert run(CHECK, doc, notes) == []


def test_a_dangling_marker_says_where_it_stands():
    """A marker without note is named with its line, though other notes are there."""
    doc = document("A.1\nB.2\n\nFirst note.")
    (found,) = run(CHECK, doc, [note(doc, "1", 0, "First note."), note(doc, "2", 0)])

    assert found.message == "Marker 2 points to a note that is not there (a.txt, line 2)."
    assert found.evidence[0].span.exact == "2"


def test_the_missing_end_of_a_list_is_one_finding():
    """Markers in a row whose notes are all missing are reported together."""
    doc = document(NINE + "\n\nFirst note.")
    notes = [note(doc, "1", 0, "First note.")] + [note(doc, str(n), 0) for n in range(2, 10)]
    (found,) = run(CHECK, doc, notes)

    assert "The markers 2 to 9" in found.message


def test_an_orphan_is_shown_by_its_words():
    """A note that no marker points to is reported with how it begins."""
    doc = document("A.1\n\nFirst note.\n\nSecond note.")
    (found,) = run(
        CHECK, doc, [note(doc, "1", 0, "First note."), note(doc, "2", None, "Second note.")]
    )

    assert "No marker points to note 2, “Second note.”" in found.message


def test_numbers_that_fall_back_are_a_doubt():
    """Marker 2 after marker 3 is out of order; so is nothing else here."""
    doc = document("A.1 B.3 C.2 D.4\n\nn1.\n\nn2.\n\nn3.\n\nn4.")
    notes = [note(doc, str(one), 0, f"n{one}.") for one in (1, 3, 2, 4)]
    (found,) = run(CHECK, doc, notes)

    assert found.severity == "doubt"
    assert "Marker 2 stands after marker 3" in found.message


def test_a_number_left_out_is_a_doubt():
    """From 2 to 4 without any 3."""
    doc = document("A.1 B.2 C.4\n\nn1.\n\nn2.\n\nn4.")
    (found,) = run(CHECK, doc, [note(doc, str(one), 0, f"n{one}.") for one in (1, 2, 4)])

    assert "there is no marker 3" in found.message


def test_numbers_may_begin_again():
    """Notes numbered anew on every page, or in every chapter, are in order."""
    doc = document("A.1 B.2 C.1 D.2 E.1\n\nn1 n2 o1 o2 p1")
    pairs = [("1", 0, "n1"), ("2", 0, "n2"), ("1", 1, "o1"), ("2", 1, "o2"), ("1", 2, "p1")]
    notes = [note(doc, label, nth, body) for label, nth, body in pairs]

    assert run(CHECK, doc, notes) == []


def test_numbers_of_a_bibliography_need_no_order():
    """Where numbers repeat often they point into a list of works."""
    doc = document("A[3] B[1] C[3] D[2] E[1] F[3]")
    pairs = [("3", 0), ("1", 0), ("3", 1), ("2", 0), ("1", 1), ("3", 2)]
    (found,) = run(CHECK, doc, [note(doc, label, nth) for label, nth in pairs])

    assert "not one note" in found.message


def test_two_notes_of_one_label_are_a_doubt():
    """The second of two notes labelled 2 has no marker of its own."""
    doc = document("A.1 B.2\n\nn1 one\n\nn2 two\n\nn2 three")
    notes = [
        note(doc, "1", 0, "n1 one"),
        note(doc, "2", 0, "n2 two"),
        note(doc, "2", None, "n2 three"),
    ]
    found = run(CHECK, doc, notes)

    assert any("same label 2" in one.message for one in found)


def test_notes_may_stand_in_a_file_of_their_own():
    """A book in chapters with its notes in one file at the end lacks nothing but the note 3."""
    chapter = document("A.1 B.2 C.3", "book/one.txt")
    notes = document("First note.\n\nSecond note.", "book/notes.txt")
    other = document("First note. Second note.", "elsewhere/notes.txt")
    records = [note(chapter, label, 0) for label in "123"]
    records += [note(notes, "1", None, "First note."), note(notes, "2", None, "Second note.")]
    (found,) = run(CHECK, [chapter, notes, other], records)

    assert "Marker 3 points to a note that is not there" in found.message


def test_a_marker_that_one_reading_links_does_not_dangle():
    """Where two readings tell of one marker, the one that found its note counts."""
    doc = document("A.1 B.2\n\nFirst note.\n\nSecond note.")
    records = [
        note(doc, "1", 0, "First note."),
        note(doc, "2", 0, "Second note."),
        note(doc, "1", 0),
    ]

    assert run(CHECK, doc, records) == []
