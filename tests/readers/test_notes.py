"""Markers are told from other digits and linked to their notes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.model import Block, Document, Note, NoteBody, Page
from sayso.readers.notes import READER
from sayso.text import unchanged


def notes_of(document: Document) -> list[Note]:
    return list(READER.read(document, reading="r", known=()))


def plain(text: str, *, bodies: str = "") -> Document:
    """Give a document whose lines "label. words" after the text are its notes."""
    whole = text + "\n\n" + bodies if bodies else text
    document = unchanged("d", "s", "k", whole)
    found = [
        NoteBody(one[1], one.start(2), one.end(2))
        for one in re.finditer(r"(?m)^(\S+?)\.? (.+)$", whole)
        if bodies and one.start() > len(text)
    ]
    blocks = tuple(Block(one.start, one.end, "note") for one in found)
    return replace(document, notes=tuple(found), blocks=blocks)


def markers(document: Document) -> list[tuple[str, bool]]:
    return [(one.label, one.body is not None) for one in notes_of(document) if one.marker]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("He “won”1 and “lost”2 and “left”.3 Then", ["1", "2", "3"]),
        ("It grew.1 It fell,2 and ended;3 so it was.", ["1", "2", "3"]),
        ("It grew.[1] It fell [2] and ended.[3]", ["1", "2", "3"]),
        ("It grew,(1) it fell(2) and ended.(3) So", ["1", "2", "3"]),
        ("It grew¹ and fell² and ended.³", ["1", "2", "3"]),
        ("The first was “mine”1. In 1990.5 it was “his “ 2 and theirs.3 So", ["1", "2", "3"]),
        ("It closed in 1990. “1\nThen “two”2 and “three”3 came.", ["1", "2", "3"]),
        ("The vote† was late.", ["†"]),
        ("The vote,”* that is, the count, was late.", ["*"]),
        ("The *vote* was *very* late* that day.", ["*"]),
        ("A penny more.[*] It was shewn at large,[a] and kind.[b] So", ["*", "a", "b"]),
        ("He was a Foole.(a) The Vestry sat.(b) Agreed.", ["a", "b"]),
        ("He said: [t]he vote was [sic] lost.(b) We saw [a] man.", []),
        ("He “believe[d] in it” and “want[s] it”; Pell[a] and Orr[b] did not.", ["a", "b"]),
        ("It had no sender (1). He only washed (2). Several died rich (3). So", ["1", "2", "3"]),
        ("COVID19 and F16 and 1990.5 and 3.14 and No.7 and 1,200 and 12-14 men.", []),
        ("In the years ’77 and ’82 we paid 5 or 6 pounds; on 3 March 4 men came.", []),
        ("(1) the first thing, (2) the second, (3) the third.", []),
        ("It weighs 5 kg and covers 3 m² of the 40 m² hall.", []),
        ("Some *words* are **set** apart * like this * here.", []),
        ("See https://example.org/a-1/2?x=3 and page 4.", []),
        ("", []),
    ],
)
def test_markers_stand_in_sequence_where_words_or_sentences_end(
    text: str, labels: list[str]
) -> None:
    """Digits and stars that count, date, measure or list are no markers."""
    assert labels == [one.label for one in notes_of(plain(text))]


def test_a_marker_without_a_note_dangles() -> None:
    """Where the document has no notes, a marker has no body."""
    found = notes_of(plain("He “won”1 and “lost”2 and “left”.3 Then"))

    assert [one.body for one in found] == [None, None, None]
    assert [one.marker.exact for one in found if one.marker] == ["1", "2", "3"]
    assert all("no note" in one.reason for one in found)


def test_markers_are_linked_to_the_notes_of_their_label() -> None:
    """Marker and body carry the same label; the label itself is no marker."""
    document = plain("It grew.1 It fell,2 and ended.3 So", bodies="1. One\n2. Two\n3. Three\n")
    found = notes_of(document)

    assert [one.body.exact for one in found if one.body] == ["One", "Two", "Three"]
    assert [one.marker.exact for one in found if one.marker] == ["1", "2", "3"]


def test_one_missing_note_and_one_that_nothing_points_to() -> None:
    """A marker without body and a body without marker both stay, each alone."""
    document = plain("It grew.1 It fell,2 and ended.3 So", bodies="1. One\n3. Three\n4. Four\n")
    found = notes_of(document)

    assert [(one.label, one.marker is not None, one.body is not None) for one in found] == [
        ("1", True, True),
        ("2", True, False),
        ("3", True, True),
        ("4", False, True),
    ]


def test_one_marker_alone_is_found_by_its_note() -> None:
    """A list of notes brings out a marker that stands in no sequence."""
    text = "The principles of a former paper(1) teach us this."

    assert markers(plain(text, bodies="1. No. 31.\n")) == [("1", True)]


def test_stars_and_daggers_take_their_notes_in_order() -> None:
    """A symbol used again points to the next note of that symbol."""
    document = plain(
        "It grew.* It fell,† and so.\n\nIt rose* again.", bodies="* One\n† Two\n* Three\n"
    )
    found = [(one.label, one.body.exact) for one in notes_of(document) if one.body and one.marker]

    assert found == [("*", "One"), ("†", "Two"), ("*", "Three")]


def test_markers_out_of_order_are_found_by_their_notes() -> None:
    """A marker that stands after a later one is still the marker of its note."""
    document = plain("It “grew”1 and “fell”3 and “rose”.2 So", bodies="1. a\n2. b\n3. c\n")

    assert markers(document) == [("1", True), ("3", True), ("2", True)]


def test_a_label_that_is_a_word_is_found_in_brackets() -> None:
    """An editor's note "E1" is pointed to by "(E1)"; every such marker points to it."""
    text = "It grew.(E1) It fell.(E1) The E1 engine is no marker."
    found = markers(plain(text, bodies="E1. Editions differ.\n"))

    assert found[0] == ("E1", True)
    assert [label for label, _ in found] == ["E1", "E1"]


def test_numbers_that_begin_again_link_within_their_chapter() -> None:
    """Two chapters numbered from 1 each take their own notes."""
    document = plain(
        "It grew.1 It fell.2 So\n\nIt rose.1 It sank.2 So", bodies="1. a\n2. b\n1. c\n2. d\n"
    )

    assert [one.body.exact for one in notes_of(document) if one.body] == ["a", "b", "c", "d"]


def test_numbers_that_begin_again_on_each_page_link_on_their_page() -> None:
    """A marker takes the note at the foot of its own page, even where one is missing before."""
    text = "One grew.1 And two.2 So\n1. a\nThree fell.1 And four.2 So\n1. c\n2. d\n"
    page = text.index("Three")
    bodies = [
        NoteBody(one[1], one.start(2), one.end(2))
        for one in re.finditer(r"(?m)^(\d)\. (.+)$", text)
    ]
    document = replace(
        unchanged("d", "s", "k", text),
        notes=tuple(bodies),
        raw_pages=(Page(1, 0, page), Page(2, page, len(text))),
    )
    found = [(one.label, one.body.exact if one.body else None) for one in notes_of(document)]

    assert found == [("1", "a"), ("2", None), ("1", "c"), ("2", "d")]


def test_links_that_the_file_declares_are_taken_as_they_are() -> None:
    """A declared marker is certain, whatever it looks like."""
    text = "It grew x and fell.\n\nOne"
    note = NoteBody("[^x]", text.index("One"), len(text), ((8, 9),))
    (found,) = notes_of(replace(unchanged("d", "s", "k", text), notes=(note,)))

    assert (
        found.marker and found.marker.exact,
        found.body and found.body.exact,
        found.score,
    ) == ("x", "One", 1.0)


def test_superscripts_of_the_file_are_markers_wherever_they_stand() -> None:
    """A raised digit after a figure is a marker; raised letters are not."""
    text = "The 2nd vote of 1917 2 was1 close, in 19173 too."
    raised = [(5, 7), (text.index(" was") - 1, text.index(" was"))]
    raised += [(text.index("1 close"), text.index("1 close") + 1)]
    raised += [(text.index("3 too"), text.index("3 too") + 1)]
    document = replace(unchanged("d", "s", "k", text), superscripts=tuple(raised))

    assert "nd" not in [one.label for one in notes_of(document)]
    assert "3" in [one.label for one in notes_of(document)]


def test_the_same_reading_gives_the_same_ids() -> None:
    """Ids rest on the document and the marker's place."""
    document = plain("He “won”1 and “lost”2 and “left”.3 Then")

    assert notes_of(document) == notes_of(document)
    assert len({one.id for one in notes_of(document)}) == 3


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("They “won.”[17] Then", ["17"]),
        ("They won.[1657] Others lost.[1658] The rest left.[1660] Then", ["1657", "1658", "1660"]),
        ("In that year [1848] he wrote “won” [sic] and left.", []),
        ("He wrote it in 1848 [17] and left", []),
        ("as Kant[37] holds and McMullen[38] does not", ["37", "38"]),
        ("They “won.” [17] Then, [19] they say, [20], [4] left.", ["17", "19", "20", "4"]),
        (
            "It sufficed for a diocese [18, 19]. It grew [6], [11] and fell [12–15].",
            ["18", "19", "6", "11", "12", "15"],
        ),
        ("in the years [1990, 1991] and at 5 [0, 1]", []),
        ("The list is: [1] the first; [2] the second.", []),
        ("the leaf ends here [212] and the next begins", []),
        ("They met.[^56] He wrote,[^57] the others did not.", ["56", "57"]),
        ("The class [^0-9] of signs, [^a] and x[^12345].", []),
    ],
)
def test_numbers_in_square_brackets_are_markers_where_a_sign_stands_before_them(
    text: str, labels: list[str]
) -> None:
    """The notes themselves may be in another file."""
    assert [one.label for one in notes_of(plain(text))] == labels


@pytest.mark.parametrize("sign", ["”1 ", "1 ", "a1", "(1)", "word(1) ", "* ", "[1]", "x²", "9"])
def test_repeated_signs_are_read_to_the_end(sign: str) -> None:
    """A text of nothing but signs ends in at most one run."""
    document = unchanged("d", "s", "k", sign * (100_000 // len(sign)))

    assert len(notes_of(document)) <= 1


def test_the_nine_markers_of_the_chapter(shared: Path) -> None:
    """All markers of the dumped chapter are found and nothing else; none has a note."""
    text = (shared / "corpora/still-defending/chapter-5.txt").read_text(encoding="utf-8")
    text = re.sub(r"\s*\n\s*", "\n", text)

    found = notes_of(unchanged("d", "s", "k", text))

    assert [str(one) for one in range(1, 10)] == [one.label for one in found]
    assert not any(one.body for one in found)


def test_the_eleven_notes_of_an_essay(shared: Path) -> None:
    """Federalist 6 has eleven markers, each with its note."""
    path = shared / "corpora/ratification/texts/federalist-06.txt"
    text = path.read_text(encoding="utf-8")
    after = text.index("PUBLIUS\n")
    bodies = [
        NoteBody(one[1], one.start(2), one.end(2))
        for one in re.finditer(r"(?m)^(\d+)\. (.*)$", text)
        if one.start() > after
    ]
    found = notes_of(replace(unchanged("d", "s", "k", text), notes=tuple(bodies)))

    assert [(str(one), True, True) for one in range(1, 12)] == [
        (one.label, one.marker is not None, one.body is not None) for one in found
    ]
