"""Offsets: anchors in a text, the edits between raw text and text, and other offset units."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from sayso.errors import AnchorError
from sayso.model import Document, Origin, Piece, PieceKind, Span


def span(text: str, start: int, end: int) -> Span:
    """Anchor the code points `start` to `end` of a text.

    Raises:
        AnchorError: The offsets do not lie in the text.

    >>> span("no peace", 3, 8)
    Span(start=3, end=8, exact='peace')
    """
    if not 0 <= start <= end <= len(text):
        raise AnchorError(f"{start}-{end} does not lie in a text of {len(text)} code points.")
    return Span(start, end, text[start:end])


def trimmed(text: str, start: int, end: int) -> Span:
    """Anchor a stretch without the white space at its edges.

    >>> trimmed("a  b ", 1, 5)
    Span(start=3, end=4, exact='b')
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return span(text, start, end)


def anchor(text: str, exact: str, *, occurrence: int = 0, near: int | None = None) -> Span:
    """Find the span where `exact` stands: the given occurrence from 0, or the one nearest `near`.

    Raises:
        AnchorError: It does not stand there; the message shows the nearest words that do.

    >>> anchor("peace, no peace", "peace", occurrence=1)
    Span(start=10, end=15, exact='peace')
    """
    if not exact:
        raise AnchorError("An empty string has no place in a text.")
    starts = []
    at = text.find(exact)
    while at >= 0:
        starts.append(at)
        at = text.find(exact, at + 1)
    if not starts:
        raise AnchorError(f"{exact!r} does not stand in the text.{_nearest(text, exact)}")
    if near is not None:
        start = min(starts, key=lambda one: (abs(one - near), one))
    elif occurrence < len(starts):
        start = starts[occurrence]
    else:
        raise AnchorError(
            f"{exact!r} stands {len(starts)} times in the text; occurrence {occurrence} "
            f"(counted from 0) was asked for."
        )
    return Span(start, start + len(exact), exact)


def _nearest(text: str, exact: str, *, limit: int = 20_000) -> str:
    """Name the stretch that shares the longest run with `exact`, within the first `limit`."""
    match = SequenceMatcher(None, text[:limit], exact, autojunk=False).find_longest_match()
    if match.size < 3:
        return ""
    start = max(0, match.a - match.b)
    end = min(len(text), start + len(exact))
    return f" Nearest: {text[start:end]!r} at {start}-{end}."


class Units:
    """Convert code-point offsets of one text to and from UTF-16 units and UTF-8 bytes.

    Used at the border only: browsers and Java count UTF-16, some tools count bytes.

    >>> units = Units("a😀b")
    >>> units.utf16(2), units.from_utf16(3), units.utf8(2), units.from_utf8(5)
    (3, 2, 5, 2)
    """

    def __init__(self, text: str) -> None:
        self._size = len(text)
        wide = [at for at, sign in enumerate(text) if sign > "\uffff"] if _has_wide(text) else []
        self._wide = wide
        self._wide_units = [at + nth for nth, at in enumerate(wide)]
        self._many = [] if text.isascii() else [at for at, s in enumerate(text) if s > "\x7f"]
        extra = [len(text[at].encode("utf-8", "surrogatepass")) - 1 for at in self._many]
        self._extra = list(accumulate(extra, initial=0))
        self._many_bytes = [
            at + before for at, before in zip(self._many, self._extra, strict=False)
        ]

    def utf16(self, offset: int) -> int:
        """Give the UTF-16 offset of a code-point offset."""
        self._check(offset)
        return offset + bisect_left(self._wide, offset)

    def from_utf16(self, unit: int) -> int:
        """Give the code-point offset of a UTF-16 offset; inside a pair is an error."""
        before = bisect_left(self._wide_units, unit)
        offset = unit - before
        if before and self._wide[before - 1] >= offset:
            raise AnchorError(f"UTF-16 offset {unit} lies inside a surrogate pair.")
        self._check(offset)
        return offset

    def utf8(self, offset: int) -> int:
        """Give the UTF-8 byte offset of a code-point offset."""
        self._check(offset)
        return offset + self._extra[bisect_left(self._many, offset)]

    def from_utf8(self, byte: int) -> int:
        """Give the code-point offset of a UTF-8 byte offset; inside a character is an error."""
        before = bisect_left(self._many_bytes, byte)
        offset = byte - self._extra[before]
        if before and self._many[before - 1] >= offset:
            raise AnchorError(f"Byte offset {byte} lies inside a character.")
        self._check(offset)
        return offset

    def _check(self, offset: int) -> None:
        if not 0 <= offset <= self._size:
            raise AnchorError(f"{offset} does not lie in a text of {self._size} code points.")


def _has_wide(text: str) -> bool:
    return bool(text) and max(text) > "\uffff"


class Edits:
    """The way between a text and the raw text it was made from.

    Always: every raw code point lies in exactly one piece; a `copy` piece is equal on both sides;
    the raw sides in raw order rebuild the raw text, the text sides in text order the text.

    Raises:
        AnchorError: The pieces do not tile the two texts.
    """

    def __init__(self, pieces: Iterable[Piece], *, text_size: int, raw_size: int) -> None:
        self.pieces = tuple(pieces)
        at = 0
        for piece in self.pieces:
            if piece.start != at or piece.end < at or piece.raw_end < piece.raw_start:
                raise AnchorError(f"Pieces leave a gap or overlap at {at} in the text.")
            at = piece.end
        by_raw = sorted(self.pieces, key=lambda one: (one.raw_start, one.raw_end))
        raw_at = 0
        for piece in by_raw:
            if piece.raw_start != raw_at and piece.raw_start != piece.raw_end:
                raise AnchorError(f"Pieces leave a gap or overlap at {raw_at} in the raw text.")
            raw_at = max(raw_at, piece.raw_end)
        if at != text_size or raw_at != raw_size:
            raise AnchorError("Pieces do not reach the end of the text or of the raw text.")
        self._textual = [one for one in self.pieces if one.end > one.start]
        self._starts = [one.start for one in self._textual]
        self._raw = [one for one in by_raw if one.raw_end > one.raw_start]
        self._raw_starts = [one.raw_start for one in self._raw]
        self._raw_size = raw_size

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Give the raw span behind a text span: from its first to its last code point.

        An empty span maps to the raw place of its start.
        """
        if start >= end:
            place = self._raw_place(start) if start < self._end else self._raw_size
            return place, place
        first = self._raw_place(start)
        piece = self._textual[bisect_right(self._starts, end - 1) - 1]
        last = piece.raw_end
        if piece.kind == "copy":
            last = piece.raw_start + (end - piece.start)
        return min(first, last), max(first, last)

    def to_text(self, raw_start: int, raw_end: int) -> tuple[int, int] | None:
        """Give the text span made from a raw span; None where nothing of it is in the text."""
        hits = []
        nth = max(0, bisect_right(self._raw_starts, raw_start) - 1)
        while nth < len(self._raw) and self._raw[nth].raw_start < raw_end:
            piece = self._raw[nth]
            nth += 1
            if piece.raw_end <= raw_start or piece.start == piece.end:
                continue
            if piece.kind == "copy":
                shift = piece.start - piece.raw_start
                hits.append(max(raw_start, piece.raw_start) + shift)
                hits.append(min(raw_end, piece.raw_end) + shift)
            else:
                hits += [piece.start, piece.end]
        return (min(hits), max(hits)) if hits else None

    @cached_property
    def _end(self) -> int:
        return self._textual[-1].end if self._textual else 0

    def _raw_place(self, at: int) -> int:
        piece = self._textual[bisect_right(self._starts, at) - 1]
        return piece.raw_start + (at - piece.start if piece.kind == "copy" else 0)


class Editor:
    """Build a text from a raw text, piece by piece, in the order of the text.

    What is neither copied, replaced nor dropped by the end is recorded as dropped markup, so that
    no raw code point is ever lost from the pieces.

    >>> editor = Editor("any-\\nwhere")
    >>> editor.copy(0, 3); editor.put(3, 5, "", "join_hyphen"); editor.copy(5, 10)
    >>> editor.done()[0]
    'anywhere'
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self._at = 0

    def __len__(self) -> int:
        return self._at

    def copy(self, start: int, end: int) -> None:
        """Take raw code points over as they are."""
        if start < end:
            last = self._pieces[-1] if self._pieces else None
            if last and last.kind == "copy" and last.raw_end == start:
                self._pieces[-1] = Piece(
                    last.start, last.end + end - start, last.raw_start, end, "copy"
                )
                self._parts.append(self.raw[start:end])
                self._at += end - start
            else:
                self._add(start, end, self.raw[start:end], "copy", True)

    def put(
        self, start: int, end: int, text: str, kind: PieceKind, *, certain: bool = True
    ) -> None:
        """Put `text` in the place of raw code points; an empty `text` drops them."""
        if start < end or text:
            self._add(start, end, text, kind, certain)

    def done(self) -> tuple[str, tuple[Piece, ...]]:
        """Give the text and its pieces, in text order."""
        pieces = sorted(self._pieces, key=lambda one: (one.raw_start, one.raw_end))
        gaps: list[Piece] = []
        raw_at = 0
        before = 0
        for piece in [*pieces, Piece(self._at, self._at, len(self.raw), len(self.raw), "copy")]:
            if piece.raw_start > raw_at:
                gaps.append(Piece(before, before, raw_at, piece.raw_start, "markup"))
            raw_at = max(raw_at, piece.raw_end)
            before = piece.end
        if not gaps:
            return "".join(self._parts), tuple(self._pieces)
        return "".join(self._parts), tuple(_woven(self._pieces, gaps))

    def _add(self, start: int, end: int, text: str, kind: PieceKind, certain: bool) -> None:
        self._pieces.append(Piece(self._at, self._at + len(text), start, end, kind, certain))
        self._parts.append(text)
        self._at += len(text)


def _woven(pieces: list[Piece], gaps: list[Piece]) -> list[Piece]:
    """Put dropped pieces between the others, each at its place in the text."""
    woven: list[Piece] = []
    waiting = sorted(gaps, key=lambda one: one.start)
    nth = 0
    for piece in pieces:
        while nth < len(waiting) and waiting[nth].start <= piece.start:
            woven.append(waiting[nth])
            nth += 1
        woven.append(piece)
    return woven + waiting[nth:]


class Places:
    """Look up pages, lines and raw offsets of a document's spans.

    >>> from sayso.model import Piece
    >>> document = unchanged("d", "s", "k", "one\\ntwo")
    >>> Places(document).origin(4, 7)
    Origin(page=None, line=2, start=4, end=7)
    """

    def __init__(self, document: Document) -> None:
        self.edits = Edits(
            document.pieces, text_size=len(document.text), raw_size=len(document.raw)
        )
        self._lines = document.lines
        if document.lines:
            self._line_starts = [one.raw_start for one in document.lines]
        else:
            self._line_starts = _line_starts(document.raw)
        self._pages = document.raw_pages
        self._page_starts = [one.raw_start for one in document.raw_pages]

    def origin(self, start: int, end: int) -> Origin:
        """Give page, line and raw span of a text span."""
        raw_start, raw_end = self.edits.to_raw(start, end)
        return Origin(*self._page_and_line(raw_start), raw_start, raw_end)

    def _page_and_line(self, raw: int) -> tuple[int | None, int | None]:
        nth = max(0, bisect_right(self._line_starts, raw) - 1)
        if self._lines:
            return self._lines[nth].page, self._lines[nth].number
        if not self._pages:
            return None, nth + 1
        page = self._pages[max(0, bisect_right(self._page_starts, raw) - 1)]
        first = bisect_right(self._line_starts, page.raw_start) - 1
        return page.number, nth - first + 1


def _line_starts(raw: str) -> list[int]:
    starts = [0]
    at = raw.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = raw.find("\n", at + 1)
    return starts


def unchanged(
    document_id: str, source: str, key: str, text: str, *, extraction: str = "plain"
) -> Document:
    """Make a document whose text is its raw text, in one paragraph; for tests and examples."""
    pieces = (Piece(0, len(text), 0, len(text), "copy"),) if text else ()
    whole = ((0, len(text)),) if text else ()
    return Document(document_id, source, key, text, text, pieces, extraction, paragraphs=whole)
