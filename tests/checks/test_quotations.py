"""What the checks of unsourced and of unattributed quotations find."""

from __future__ import annotations

from dataclasses import replace

from sayso.checks import notes, unattributed, unsourced
from sayso.model import Statement
from sayso.readers import notes as read_notes
from sayso.readers import quotations as read_quotations

from .making import document, note, run, said

WORDS = [f"we shall never leave this valley number {word}" for word in ("a", "b", "c", "d", "e")]


def sourced(count: int, text: str = "") -> tuple:
    """Give a document with quotations, the first of which have a note."""
    parts = [f"She said: “{one}.”{nth + 1 if nth < count else ''}" for nth, one in enumerate(WORDS)]
    doc = document("\n\n".join(parts) + text)
    notes = [note(doc, str(nth + 1), 0) for nth in range(count)]
    label = [str(nth + 1) if nth < count else "" for nth in range(5)]
    return doc, notes, [said(doc, one, label=label[nth]) for nth, one in enumerate(WORDS)]


def test_the_one_quotation_without_note_is_found():
    """Four of five quotations have a note; the fifth is named."""
    doc, notes, statements = sourced(4)
    (found,) = run(unsourced.CHECK, doc, notes + statements)

    assert found.about == (statements[4].id,)
    assert "4 of the 5 quotations" in found.message


def test_where_few_have_a_note_none_lacks_one():
    """Two of five quotations with a note make no habit."""
    doc, notes, statements = sourced(2)

    assert run(unsourced.CHECK, doc, notes + statements) == []


def test_words_quoted_before_with_a_note_need_none():
    """A repeated quotation has the source of its first occurrence."""
    doc, notes, statements = sourced(4)
    again = document(doc.text + "\n\nAgain: “this valley number b.”")
    statements = [*statements[:4], said(again, "this valley number b.")]
    kept = run(unsourced.CHECK, again, [*notes, *statements])

    assert kept == []


def test_a_few_words_in_marks_within_a_report_need_no_note():
    """Of a report only the words in marks are counted; five of them need a note."""
    doc, notes, statements = sourced(4, "\n\nThey call themselves “friends of the truth” now.")
    few = said(doc, "themselves “friends of the truth”", kind="mixed")
    statements = statements[:4]
    assert run(unsourced.CHECK, doc, [*notes, *statements, few]) == []

    doc, notes, statements = sourced(4, "\n\nThey call this “a day of the greatest shame” now.")
    many = said(doc, "this “a day of the greatest shame”", kind="mixed")
    (found,) = run(unsourced.CHECK, doc, [*notes, *statements[:4], many])
    assert found.about == (many.id,)


def test_references_in_the_text_are_sources_and_need_no_list():
    """An essay that cites by author and year: the one quotation without such a reference is found."""
    parts = [
        f"They decayed, says Pell: “{one}” (Pell 1987: {nth})." for nth, one in enumerate(WORDS[:4])
    ]
    doc = document("\n\n".join(parts) + f"\n\nAnother says: “{WORDS[4]}.”")
    found_notes = [*read_notes.READER.read(doc, reading="r", known=())]
    statements = [
        one
        for one in read_quotations.READER.read(doc, reading="r", known=tuple(found_notes))
        if isinstance(one, Statement)
    ]
    (found,) = run(unsourced.CHECK, doc, [*found_notes, *statements])

    assert "4 of the 5 quotations" in found.message
    assert found.about == (statements[4].id,)
    assert run(notes.CHECK, doc, found_notes) == []


def test_a_note_at_the_end_of_the_sentence_serves():
    """A marker after the rest of the sentence answers for the quotation in it."""
    doc, notes, statements = sourced(
        4, "\n\nHe called “a day of the very greatest shame” a feast.6 More."
    )
    last = said(doc, "a day of the very greatest shame", kind="mixed")
    found = run(unsourced.CHECK, doc, [*notes, note(doc, "6", 0), *statements[:4], last])

    assert found == []


def test_short_fragments_need_no_note():
    """Two quoted words are no quotation that needs a source."""
    doc, notes, statements = sourced(4, "\n\nHe spoke of “wet boots” again.")
    last = said(doc, "wet boots", kind="mixed")

    assert run(unsourced.CHECK, doc, [*notes, *statements[:4], last]) == []


def test_a_quotation_without_speaker_is_a_doubt():
    """Who speaks is asked for once, with the quoted words as evidence."""
    doc = document("It is said: “the river will take it back in the end.” Ida said: “No more.”")
    records = [
        said(doc, "the river will take it back in the end."),
        said(doc, "No more.", by="Ida"),
    ]
    (found,) = run(unattributed.CHECK, doc, records)

    assert found.severity == "doubt"
    assert found.evidence[0].span.exact == "the river will take it back in the end."


def test_a_note_makes_it_a_hint():
    """Where a note is there, it may name the speaker."""
    doc = document("One reads: “the river will take it.”1\n\nIda's diary.")
    link = note(doc, "1", 0, "Ida's diary.")
    (found,) = run(
        unattributed.CHECK,
        doc,
        [link, said(doc, "the river will take it.", label="1", note=link.id)],
    )

    assert found.severity == "hint"
    assert "note 1 may say so" in found.message


def test_indirect_statements_are_not_asked_for_a_speaker():
    """Only quoted words are."""
    doc = document("It is thought that the dam will hold.")

    assert run(unattributed.CHECK, doc, [said(doc, "the dam will hold", kind="indirect")]) == []


def test_what_is_rather_no_statement_is_not_asked_for_a_speaker():
    """A doubtful proposal is not, before a person takes it over."""
    doc = document("It sees the river “change its colour” early.")
    one = replace(said(doc, "the river “change its colour”", kind="mixed"), score=0.3)

    assert run(unattributed.CHECK, doc, [one]) == []
    assert len(run(unattributed.CHECK, doc, [replace(one, status="accepted")])) == 1


def test_many_are_one_finding():
    """A novel's dialogue is reported once."""
    doc = document(" ".join(f"“Line {nth} of talk.”" for nth in range(30)))
    found = run(unattributed.CHECK, doc, [said(doc, f"Line {nth} of talk.") for nth in range(30)])

    assert len(found) == 1
    assert "30 of its 30" in found[0].message
