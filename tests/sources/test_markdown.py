"""Markdown: words without marks, roles, footnotes in their order, front matter."""

from __future__ import annotations

import pytest

from sayso.errors import SourceError
from sayso.model import Document
from sayso.plugins import Given
from sayso.sources.markdown import SOURCE

TEXT = """\
---
title: On peace
tags:
  - war
---

# Peace

He said “no *peace*”[^1] and **left**
by [the door](https://x.org/a_(b) "T").[^later]

<!-- not
for print -->
> Words of another
> go on.

- one
- two
  and a half

[^later]: Lind.

    More of Lind.

[^1]: Rau, *Title*, 1999.
"""


def read(text: str) -> Document:
    (found,) = SOURCE.read(Given("a.md", text.encode(), "s", "text/markdown"))
    assert isinstance(found, Document)
    return found


def test_blocks_and_their_roles():
    document = read(TEXT)

    assert [(one.role, document.text[one.start : one.end]) for one in document.blocks] == [
        ("heading", "Peace"),
        ("paragraph", "He said “no peace”1 and left by the door.2"),
        ("blockquote", "Words of another go on."),
        ("list_item", "one"),
        ("list_item", "two and a half"),
        ("note", "Rau, Title, 1999."),
        ("note", "Lind."),
        ("note", "More of Lind."),
    ]
    assert (document.title, document.metadata) == ("On peace", {"tags": ["war"]})


def test_notes_are_linked_in_the_order_of_their_markers():
    document = read(TEXT)
    found = [
        (one.label, [document.text[start - 1 : end] for start, end in one.markers])
        for one in document.notes
    ]

    assert found == [("1", ["”1"]), ("2", [".2"])]


def test_copied_text_points_into_the_file():
    document = read(TEXT)

    for piece in document.pieces:
        if piece.kind == "copy":
            made = document.text[piece.start : piece.end]
            assert document.raw[piece.raw_start : piece.raw_end] == made


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a_b_c and 2 * 3 * 4", "a_b_c and 2 * 3 * 4"),
        ("***both*** and __strong__", "both and strong"),
        (r"\*kept\* and `a *b*`", "*kept* and a *b*"),
        ("``a ` b`` c", "a ` b c"),
        (r"\``a", "``a"),
        ("![picture](a.png) words", "words"),
        ("[kept] and [x][1]\n\n[1]: http://x.org", "[kept] and x"),
        ("<https://x.org/> <b>bold</b>", "https://x.org/ bold"),
        ("a  \nb\\\nc", "a\nb\nc"),
        ("&ldquo;a&rdquo;", "“a”"),
        ("Title\n=====\n\ntext", "Title\n\ntext"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("```\n*a*\n```\nb", "*a*\n\nb"),
        ("| a | b |\n|---|---|\n| c | d |", "a\tb\n\nc\td"),
        ("in the year\n1917. And so on", "in the year 1917. And so on"),
        ("a <script>alert(1)</script> b", "a  b"),
        ("> a\n>> b\n\nc", "a\n\nb\n\nc"),
        ("[^x] in a pattern", "[^x] in a pattern"),
    ],
)
def test_marks_are_taken_off(source, text):
    assert text == read(source).text


def test_a_marker_without_a_note_is_raised():
    document = read("So it was.[^3] And on.")

    assert document.text == "So it was.3 And on."
    assert [document.text[start:end] for start, end in document.superscripts] == ["3"]


def test_marks_alone_are_no_text():
    with pytest.raises(SourceError, match="holds no text"):
        read("---\ntitle: x\n---\n\n<!-- nothing -->\n")
