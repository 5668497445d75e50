"""Plain text: paragraphs, notes, whole words, and what stands before the text."""

from __future__ import annotations

import pytest

from sayso.errors import SourceError
from sayso.model import Document
from sayso.plugins import Given
from sayso.sources.plain import SOURCE
from sayso.text import Edits

# Raw offsets at which a paragraph of the chapter begins, from reading it.
CHAPTER = (
    1, 30, 838, 1156, 1208, 1303, 1371, 1461, 1873, 2202, 2628, 2893, 3378, 3676, 4217, 4780,
    4998, 5382, 5654, 5980, 6143, 6492, 6921, 7222, 7660, 7863, 8248,
)  # fmt: skip

WRAPPED = """\
The society was formed in the spring of that year, and its first
meeting was held in a room above a shop in the old quarter of the
town. Few came.

Its journal appeared twice, and the second number of it was never
sold, as the printer had not been paid. "We shall go on," wrote
the secretary, and they did not.
"""


def read(text: str | bytes, **settings: str) -> Document:
    data = text.encode() if isinstance(text, str) else text
    (found,) = SOURCE.read(Given("essay.txt", data, "s", "text/plain", settings=settings))
    assert isinstance(found, Document)
    return found


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(one.role, document.text[one.start : one.end]) for one in document.blocks]


def pieces(document: Document, kind: str) -> list[tuple[str, str, bool]]:
    return [
        (document.raw[one.raw_start : one.raw_end], document.text[one.start : one.end], one.certain)
        for one in document.pieces
        if one.kind == kind
    ]


def test_one_paragraph_a_line_stays_as_it_is():
    text = "One line is a paragraph, and no more.  " * 9 + "Yes."
    text += "\n\n" + "So is the next one. " * 12 + "End."

    document = read(text)

    assert text == document.text
    assert [role for role, _ in blocks(document)] == ["paragraph", "paragraph"]


def test_wrapped_lines_become_paragraphs():
    document = read(WRAPPED)

    assert len(document.paragraphs) == 2
    assert "its first meeting was held in a room" in document.text
    assert "\n\nIts journal appeared" in document.text


def test_a_blank_line_between_all_lines_says_nothing():
    """The dump of a PDF: the same two paragraphs come out as from the text before it."""
    dumped = "\n\n".join(line for line in WRAPPED.splitlines() if line)

    assert read(WRAPPED).text == read(dumped).text


def test_paragraphs_of_the_chapter(shared):
    """Boundary F1 on the dumped chapter is at least .85."""
    document = read((shared / "corpora/still-defending/chapter-5.txt").read_bytes())
    edits = Edits(document.pieces, text_size=len(document.text), raw_size=len(document.raw))
    found = {edits.to_raw(start, end)[0] for start, end in document.paragraphs}

    right = len(found & set(CHAPTER))
    assert 2 * right / (len(found) + len(CHAPTER)) >= 0.85
    assert document.blocks[0].role == "heading"
    assert document.language == "en"


def test_the_notes_of_a_numbered_list_at_the_end(shared):
    """Federalist 6: eleven notes, without a heading, after the signature."""
    path = shared / "corpora/ratification/texts/federalist-06.txt"
    document = read(path.read_bytes())

    assert [str(nth) for nth in range(1, 12)] == [one.label for one in document.notes]
    words = [document.text[one.start : one.end] for one in document.notes]
    assert words[4] == "Worn by the popes."
    assert document.signed == "PUBLIUS"
    assert sum(one.role == "note" for one in document.blocks) == 11


def test_a_numbered_list_without_markers_is_no_list_of_notes():
    body = "We ask for three things, and for nothing else, as we have said before now.\n\n"
    document = read(
        body + "1. Bread for all.\n\n2. Peace at once.\n\n3. Land to those who till it.\n"
    )

    assert document.notes == ()
    assert [r for r, _ in blocks(document)] == ["paragraph", "list_item", "list_item", "list_item"]


def test_notes_under_a_heading_need_no_markers():
    document = read(
        "A short text that has no signs of notes in it at all, only words of prose.\n\n"
        "Notes\n\n[1] Smith, A Title (London, 1990).\n\n[2] Ibid., p. 5.\n"
    )

    assert [one.label for one in document.notes] == ["1", "2"]
    first = document.notes[0]
    assert document.text[first.start : first.end] == "Smith, A Title (London, 1990)."


@pytest.mark.parametrize(
    ("before", "after", "joined", "certain"),
    [
        ("the govern-", "ment fell; government it was", "the government fell", True),
        ("a well-", "known man, well-known to all", "a well-known man", True),
        ("the anti-", "Roman party", "the anti-Roman party", True),
        ("a luke-", "warm friend", "a lukewarm friend", False),
        ("so co\u00ad", "operate they did", "so cooperate they did", True),
    ],
)
def test_words_broken_at_a_line_end(before, after, joined, certain):
    filler = "words that fill a line of the usual width of this small text"
    text = f"{filler} so far\n{filler} {before}\n{after} and {filler}\n{filler} so on\n"

    document = read(text)

    assert joined in document.text
    assert certain == all(one[2] for one in pieces(document, "join_hyphen"))


def test_running_heads_and_page_numbers_are_left_out():
    line = "and so the account of the matter goes on from page to page without an end to it\n"
    pages = [f"A HISTORY OF IT ALL\n\n{line * 5}\n{nth}\n" for nth in range(11, 16)]

    document = read("\f".join(pages))

    assert "HISTORY" not in document.text
    assert not any(character.isdigit() for character in document.text)
    assert len(pieces(document, "page_number")) == 5
    assert [one.number for one in document.raw_pages] == [1, 2, 3, 4, 5]
    assert len(document.paragraphs) == 1


def test_verse_keeps_its_lines():
    verse = "The night is long,\nThe road is dark,\nAnd no one sings.\n"

    document = read(f"{WRAPPED}\n{verse}\n{WRAPPED}")

    assert ("verse", verse.strip()) in blocks(document)


def test_front_matter_describes_the_text():
    document = read(
        "---\ntitle: 'On peace: a plea'\nauthor: [A. Rau, B. Lind]\ndate: 1921-03\n"
        "lang: en-GB\nshelf: B 12\n---\nThe text begins here.\n"
    )

    assert (
        document.title, document.author, document.date, document.language,
    ) == ("On peace: a plea", "A. Rau; B. Lind", "1921-03", "en")  # fmt: skip
    assert document.metadata == {"shelf": "B 12"}
    assert document.text == "The text begins here."


def test_crlf_and_trailing_space_leave_no_trace_in_the_text():
    document = read(WRAPPED.replace("\n", "  \r\n"))

    assert read(WRAPPED).text == document.text


def test_signs_are_repaired_and_recorded():
    document = read("The ﬁrst \x07sign: itâ€™s no use, said the cafÃ© owner.\u200b")

    assert document.text == "The first sign: it’s no use, said the café owner."
    assert pieces(document, "mojibake") == [("â€™", "’", True), ("Ã©", "é", True)]
    assert pieces(document, "ligature") == [("ﬁ", "fi", True)]


def test_a_letter_before_a_quotation_mark_is_not_repaired():
    document = read("Il dit : «IRMÃ» et «SÃ».")

    assert pieces(document, "mojibake") == []


def test_bidi_controls_are_kept():
    """What a text does to its own order must stay visible to those who look for it."""
    text = "No \u202eecaep\u202c here, nor \u2066there\u2069."

    assert text == read(text).text


@pytest.mark.parametrize("data", [b" \n\t\n", b"\xef\xbb\xbf\n\n"])
def test_white_space_is_no_text(data):
    with pytest.raises(SourceError, match="nothing but white space"):
        read(data)


def test_one_line_of_many_megabytes():
    text = "word " * 400_000 + "end."

    assert text == read(text).text


def test_reading_twice_gives_one_id():
    assert read(WRAPPED).id == read(WRAPPED).id


def test_editors_notes_have_labels_of_their_own():
    document = read(
        "The first argument was made before.(1) The second one, in two editions,(E1) was not.\n\n"
        "CIVIS\n\n1. By many.\n\nE1. In one edition only.\n"
    )

    assert [one.label for one in document.notes] == ["1", "E1"]
    assert document.signed == "CIVIS"
    assert document.blocks[1].role == "paragraph"


def test_notes_at_the_foot_of_pages_go_to_the_end():
    line = "and so the account of the matter goes on from page to page without an end to it\n"
    pages = [
        f"{line * 4}as one of them has said,1 and as the others have not\n\n"
        "1 Rau, A Title of Some\nLength (1990), p. 4.\n\n11\n",
        f"{line * 4}but then another said.”2 So it went. Others3 agreed\n\n"
        "2. Lind, Title.\n3. Ibid.\n\n12\n",
        f"{line * 5}\n13\n",
    ]

    document = read("\f".join(pages))

    words = [(one.label, document.text[one.start : one.end]) for one in document.notes]
    assert words == [
        ("1", "Rau, A Title of Some Length (1990), p. 4."),
        ("2", "Lind, Title."),
        ("3", "Ibid."),
    ]
    assert "as the others have not and so the account" in document.text
    assert document.blocks[0].role == "paragraph"
    assert document.notes[0].start > document.blocks[0].end


BOOK = """\
CHAPTER I.

THE BEGINNING

It was in the spring of that year that the members of the society
first met, in a room above the shop of one of their number, and the
first thing they did was to elect a president, who resigned.[1]

As the poet says:

    The night is long,
    The road is dark,
    And no one sings to-night.

He was, as he himself had said in a letter that he wrote to them all
before the summer of that year was over:

    "A man without any talent for the chair, and without the patience
    to sit in it for longer than it takes to get up from it again."

The aims of the society were two:

  1. To print a journal, if means
     could be found.
  2. To dine.

[Footnote 1: See Rau, A History,
p. 4.]

       *       *       *       *       *

Nothing more is known of them. The last entry in the book is of the
year after, and says only that the room was let to another.
"""


def test_a_book_as_transcribers_set_it():
    document = read(BOOK)

    assert [role for role, _ in blocks(document)] == [
        "heading", "heading", "paragraph", "paragraph", "verse", "paragraph", "blockquote",
        "paragraph", "list_item", "list_item", "paragraph", "note",
    ]  # fmt: skip
    assert blocks(document)[8][1] == "1. To print a journal, if means could be found."
    (note,) = document.notes
    assert (
        note.label, document.text[note.start : note.end],
    ) == ("1", "See Rau, A History, p. 4.")  # fmt: skip
    assert "*" not in document.text
    assert document.title == "THE BEGINNING"


def test_notes_as_markdown_has_them_stand_in_a_plain_text():
    document = read(
        "The chair said that the quay was lost.[^1] Rau wrote that he knew.[^rau]\n\n"
        "The board asked for “plans”.[^3]\n\n"
        "[^1]: Minutes, 3 May 1921, p. 4.\n[^rau]: Letter to Lind [copy]\n[^3]: Ibid.\n\n"
        "The board met again in the spring, and nothing came of it.\n"
    )

    assert [role for role, _ in blocks(document)] == [
        "paragraph", "paragraph", "paragraph", "note", "note", "note",
    ]  # fmt: skip
    assert [(one.label, document.text[one.start : one.end]) for one in document.notes] == [
        ("1", "Minutes, 3 May 1921, p. 4."), ("rau", "Letter to Lind [copy]"), ("3", "Ibid."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("close", "signed"),
    [
        ("I remain, Gentlemen, your obedient servant,\n\nEdmund Rau", "Edmund Rau"),
        ("Yours faithfully,\nHannah Lind\nMill Lane", "Hannah Lind"),
        ("CIVIS", "CIVIS"),
        ("And that was all there was to say of it.", None),
    ],
)
def test_the_name_below_a_letter_signs_it(close, signed):
    body = "We have nothing to add to what was said before, and we shall add nothing to it now.\n\n"

    assert signed == read(body * 3 + close).signed
