"""Which reader reads a file, and what media type it has."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import SourceError
from sayso.model import Document
from sayso.plugins import Given, SourceReader, hook, hooks
from sayso.sources import language_of, media_type, read_source
from sayso.text import Edits


@pytest.mark.parametrize(
    ("name", "head", "type_"),
    [
        ("a.txt", b"words", "text/plain"),
        ("a.txt", b"%PDF-1.4", "application/pdf"),
        ("a.pdf", b"words", "application/pdf"),
        ("a.md", b"# x", "text/markdown"),
        ("page", b"\n<!DOCTYPE html><html>", "text/html"),
        ("picture", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("a", b"PK\x03\x04....word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a", b"BMW is a firm", "text/plain"),
        ("a.bin", b"\0\1\2", "application/octet-stream"),
    ],
)  # fmt: skip
def test_media_types(name, head, type_):
    assert type_ == media_type(name, head)


@pytest.mark.parametrize(
    ("name", "data", "extraction"),
    [
        ("a.txt", b"Words of a text.", "plain"),
        ("a.TXT", b"Words of a text.", "plain"),
        ("README", b"Words of a text.", "plain"),
        ("a.unknown", b"Words of a text.", "plain"),
        ("a.md", b"*Words* of a text.", "markdown"),
        ("a.htm", b"<p>Words of a text.", "html"),
        ("a.txt", b"<!doctype html><p>Words of a text.", "html"),
    ],
)
def test_readers_are_chosen_by_content_then_by_name(name, data, extraction):
    (document,) = read_source(Given(name, data, "s", ""))

    assert isinstance(document, Document)
    assert (extraction, "Words of a text.") == (document.extraction.split()[0], document.text)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a"])
def test_an_empty_file_says_so(name):
    with pytest.raises(SourceError, match="is empty"):
        list(read_source(Given(name, b"", "s", "")))


def test_readers_keep_to_the_hook():
    for name in hooks("sources"):
        reader = hook("sources", name)
        assert isinstance(reader, SourceReader)
        assert name == reader.name
        assert all(one.startswith(".") and one == one.lower() for one in reader.suffixes)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The members of the society met and did not agree on anything at all.", "en"),
        ("Die Mitglieder der Gesellschaft trafen sich und wurden sich nicht einig.", "de"),
        ("Les membres de la société se réunirent et ne furent pas d’accord.", "fr"),
        ("THE MEMBERS OF THE SOCIETY MET AND DID NOT AGREE ON ANYTHING", "en"),
        ("12 34 56 http://www.example.org/the/words/here", None),
        ("", None),
    ],
)
def test_a_language_is_named_where_it_is_plain(text, language):
    assert language == language_of(text)


SIGNS = (
    "*", "_", "[", "](", "`", "` ``", "> ", "- ", "|", "[^1]", "[^1]:\n", "<a ", "<a b='", "<!--",
    "<script ", "&", "\\", " ", "\t", "wo-\nrd ", "(1) x\n", "notes\n\n", "“", "Ã", "â€", "ab\xad",
    "www.", "head\n1\n\f", "x\r", "---\n", "12\n", "~~~\n", "</", "<div>", "<li>", "\u202e", "é",
)  # fmt: skip


@pytest.mark.parametrize("name", ["plain", "markdown", "html"])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_repeated_many_times_is_read_or_refused(name, sign):
    """Nothing but a foreseen refusal, and pieces that tile both texts."""
    reader = hook("sources", name)
    try:
        found = list(reader.read(Given("a", (sign * 3000).encode(), "s", "")))
    except SourceError:
        return
    for one in found:
        Edits(one.pieces, text_size=len(one.text), raw_size=len(one.raw))
        assert all(one.text[start:end].strip() for start, end in one.paragraphs)


MIXED = st.lists(
    st.sampled_from(
        [*SIGNS, "[^1]: ", "<p id=n>", "<a href='#n'>1</a>", "<sup>", "</p>", "1. ", "(1)", "Notes\n",
         "Word ", "word ", "\n\n", "\n", "\f", "<main>", "<template>", "</template>", "# ", "-->"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@pytest.mark.parametrize("name", ["plain", "markdown", "html"])
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(text=MIXED)
def test_whatever_is_read_keeps_its_offsets(name, text):
    """Copies are equal on both sides, blocks lie in order, all spans lie in the text."""
    try:
        (one,) = hook("sources", name).read(Given("a", text.encode(), "s", ""))
    except SourceError:
        return
    Edits(one.pieces, text_size=len(one.text), raw_size=len(one.raw))
    for piece in one.pieces:
        made = one.text[piece.start : piece.end]
        assert piece.kind != "copy" or one.raw[piece.raw_start : piece.raw_end] == made
    at = 0
    for block in one.blocks:
        assert at <= block.start < block.end <= len(one.text)
        at = block.end
    markers = [marker for note in one.notes for marker in note.markers]
    for start, end in (*one.superscripts, *one.emphasis, *markers):
        assert 0 <= start < end <= len(one.text)
