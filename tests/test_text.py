"""Offsets: the piece table's invariants, anchors, units at the border."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import AnchorError
from sayso.model import Line, Page, Piece
from sayso.text import Editor, Edits, Places, Units, anchor, span, trimmed, unchanged

RAW = st.text(alphabet=st.sampled_from("ab- \n\té😀“”ſ"), max_size=60)
# What is done with the next stretch of raw text: how long it is, and what becomes of it.
STEP = st.tuples(
    st.integers(0, 7), st.sampled_from(["copy", "drop", "replace", "insert", "skip", "later"])
)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, str, tuple[Piece, ...]]:
    """A raw text, the text some editing made of it, and the pieces."""
    raw = draw(RAW)
    editor = Editor(raw)
    at = 0
    moved: list[tuple[int, int]] = []
    for size, what in draw(st.lists(STEP, max_size=12)):
        end = min(len(raw), at + size)
        if what == "copy":
            editor.copy(at, end)
        elif what == "drop":
            editor.put(at, end, "", "furniture")
        elif what == "replace":
            editor.put(at, end, draw(st.text(max_size=3)), "mojibake", certain=False)
        elif what == "insert":
            editor.put(at, at, draw(st.text(min_size=1, max_size=2)), "insert")
            continue
        elif what == "later":
            moved.append((at, end))
        at = end
    for start, end in moved:
        editor.copy(start, end)
    text, pieces = editor.done()
    return raw, text, pieces


@given(edited())
def test_pieces_rebuild_both_texts(made: tuple[str, str, tuple[Piece, ...]]) -> None:
    raw, text, pieces = made
    Edits(pieces, text_size=len(text), raw_size=len(raw))
    in_raw_order = sorted(pieces, key=lambda one: (one.raw_start, one.raw_end))

    assert "".join(raw[one.raw_start : one.raw_end] for one in in_raw_order) == raw
    assert "".join(text[one.start : one.end] for one in pieces) == text
    for one in pieces:
        if one.kind == "copy":
            assert raw[one.raw_start : one.raw_end] == text[one.start : one.end]


@given(edited(), st.data())
def test_the_way_to_the_raw_text_and_back_covers_the_span(
    made: tuple[str, str, tuple[Piece, ...]], data: st.DataObject
) -> None:
    raw, text, pieces = made
    if not text:
        return
    edits = Edits(pieces, text_size=len(text), raw_size=len(raw))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    raw_start, raw_end = edits.to_raw(start, end)

    assert 0 <= raw_start <= raw_end <= len(raw)
    inside = [one for one in pieces if one.kind == "copy" and one.start <= start and end <= one.end]
    if inside:
        assert raw[raw_start:raw_end] == text[start:end]
        assert edits.to_text(raw_start, raw_end) == (start, end)


@given(edited(), st.data())
def test_raw_text_that_was_copied_is_found_in_the_text(
    made: tuple[str, str, tuple[Piece, ...]], data: st.DataObject
) -> None:
    raw, text, pieces = made
    copies = [one for one in pieces if one.kind == "copy"]
    if not copies:
        return
    piece = data.draw(st.sampled_from(copies))
    edits = Edits(pieces, text_size=len(text), raw_size=len(raw))

    assert edits.to_text(piece.raw_start, piece.raw_end) == (piece.start, piece.end)


@pytest.mark.parametrize(
    "pieces",
    [
        [Piece(0, 3, 0, 3, "copy")],
        [Piece(0, 3, 0, 3, "copy"), Piece(4, 5, 3, 5, "copy")],
        [Piece(0, 3, 0, 3, "copy"), Piece(3, 5, 2, 5, "copy")],
        [Piece(0, 5, 1, 5, "copy")],
    ],
)
def test_pieces_that_do_not_tile_are_refused(pieces: list[Piece]) -> None:
    with pytest.raises(AnchorError):
        Edits(pieces, text_size=5, raw_size=5)


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_units_go_there_and_back(text: str) -> None:
    units = Units(text)
    for at in range(len(text) + 1):
        assert units.utf16(at) == len(text[:at].encode("utf-16-le")) // 2
        assert units.utf8(at) == len(text[:at].encode())
        assert units.from_utf16(units.utf16(at)) == at
        assert units.from_utf8(units.utf8(at)) == at


def test_offsets_inside_a_character_are_refused() -> None:
    units = Units("a😀é")
    with pytest.raises(AnchorError, match="surrogate pair"):
        units.from_utf16(2)
    for byte in (2, 3, 4, 6):
        with pytest.raises(AnchorError, match="inside a character"):
            units.from_utf8(byte)
    for wrong in (-1, 4):
        with pytest.raises(AnchorError):
            units.utf16(wrong)


@given(st.text("ab ", min_size=1, max_size=20), st.data())
def test_an_anchor_is_where_its_words_stand(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    exact = text[start:end]
    found = anchor(text, exact, near=start)

    assert (found.start, found.end) == (start, end)
    nth = sum(text.startswith(exact, at) for at in range(start))
    assert anchor(text, exact, occurrence=nth) == found


def test_words_that_stand_elsewhere_are_named() -> None:
    with pytest.raises(AnchorError, match="no peace"):
        anchor("There is no peace here.", "no peas here")
    with pytest.raises(AnchorError, match="2 times"):
        anchor("peace, peace", "peace", occurrence=2)
    with pytest.raises(AnchorError):
        span("abc", 2, 9)
    assert trimmed("  a b  ", 0, 7).exact == "a b"


def test_origins_count_lines_within_pages() -> None:
    document = unchanged("d", "s", "k", "one\ntwo\fthree\nfour")
    from dataclasses import replace

    paged = replace(document, raw_pages=(Page(1, 0, 8), Page(2, 8, 18, label="ii")))
    assert (Places(paged).origin(14, 18).page, Places(paged).origin(14, 18).line) == (2, 2)
    lined = replace(
        document, lines=(Line(1, 1, 0, 4), Line(1, 2, 4, 8), Line(2, 1, 8, 14), Line(2, 2, 14, 18))
    )
    origin = Places(lined).origin(9, 12)
    assert (origin.page, origin.line, origin.start, origin.end) == (2, 1, 9, 12)
