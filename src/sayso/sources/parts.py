"""Parts: what a source reader found in raw text, before it becomes the text of a document.

A reader gives its parts in the order of the text, each made of runs over the raw text; `write`
turns them into text, pieces and structure, so that every reader keeps offsets in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model import (
    Block,
    BlockRole,
    Document,
    Json,
    Line,
    NoteBody,
    Page,
    Piece,
    PieceKind,
    document_id,
)
from sayso.plugins import Given
from sayso.sources.language import language_of
from sayso.text import Editor, Edits

BREAK = "\n\n"
"""What stands between two parts."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of raw text, and what becomes of it: itself, or `text` where that is not None.

    `marker` names the note that a run of the file's own linking points to.
    """

    start: int
    end: int
    text: str | None = None
    kind: PieceKind = "copy"
    certain: bool = True
    emphasis: bool = False
    superscript: bool = False
    marker: str | None = None


@dataclass(slots=True)
class Part:
    """One paragraph, heading, list item, note; `note` is the key and `label` the sign of a note.

    A note of several paragraphs is several parts with one key. A part whose runs give no text
    drops their raw text and leaves no block. The first `lead` runs of a note are its label, which
    stays in the text but is no part of the note's words.
    """

    role: BlockRole
    runs: list[Run] = field(default_factory=list)
    level: int = 0
    note: str | None = None
    label: str = ""
    lead: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """Text, pieces and structure made from parts."""

    text: str
    pieces: tuple[Piece, ...]
    blocks: tuple[Block, ...]
    superscripts: tuple[tuple[int, int], ...]
    emphasis: tuple[tuple[int, int], ...]
    notes: tuple[NoteBody, ...]


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says of itself: fields of the document, and the rest as metadata."""

    title: str | None = None
    author: str | None = None
    signed: str | None = None
    date: str | None = None
    published_in: str | None = None
    kind: str | None = None
    url: str | None = None
    language: str | None = None
    metadata: Mapping[str, Json] = field(default_factory=dict)


def write(raw: str, parts: Iterable[Part]) -> Written:
    """Write parts one after the other, with a blank line between those that have text."""
    return _Writer(raw).written(parts)


def text_of(raw: str, part: Part) -> str:
    """Give the text that a part will have."""
    made = (raw[one.start : one.end] if one.text is None else one.text for one in part.runs)
    return "".join(made).strip()


def document(
    given: Given,
    raw: str,
    written: Written,
    *,
    extraction: str,
    described: Described,
    pages: Sequence[Page] = (),
    lines: Sequence[Line] = (),
) -> Document:
    """Make the document of a file; the language is guessed where the file names none."""
    Edits(written.pieces, text_size=len(written.text), raw_size=len(raw))
    return Document(
        id=document_id(given.key, written.text),
        source=given.source,
        key=given.key,
        text=written.text,
        raw=raw,
        pieces=written.pieces,
        extraction=extraction,
        title=described.title,
        author=described.author,
        signed=described.signed,
        date=described.date,
        published_in=described.published_in,
        kind=described.kind,
        url=described.url,
        language=described.language or language_of(written.text),
        metadata=described.metadata,
        paragraphs=tuple((one.start, one.end) for one in written.blocks),
        blocks=written.blocks,
        superscripts=written.superscripts,
        emphasis=written.emphasis,
        notes=written.notes,
        raw_pages=tuple(pages),
        lines=tuple(lines),
    )


class _Writer:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.editor = Editor(raw)
        self.last = 0
        self.blocks: list[Block] = []
        self.superscripts: list[tuple[int, int]] = []
        self.emphasis: list[tuple[int, int]] = []
        self.notes: dict[str, NoteBody] = {}
        self.markers: dict[str, list[tuple[int, int]]] = {}

    def written(self, parts: Iterable[Part]) -> Written:
        for part in parts:
            self._part(part)
        text, pieces = self.editor.done()
        notes = tuple(
            replace(one, markers=tuple(self.markers.get(key, ())))
            for key, one in self.notes.items()
        )
        return Written(
            text,
            tuple(self._spaced(one) for one in pieces),
            tuple(self.blocks),
            tuple(self.superscripts),
            tuple(self.emphasis),
            notes,
        )

    def _part(self, part: Part) -> None:
        if not any(self._visible(run) for run in part.runs):
            for run in part.runs:
                self._put(replace(run, text="", kind="space" if run.text is None else run.kind))
            return
        runs = self._trimmed(part.runs)
        if self.blocks:
            self._break(runs[0].start)
        start = words = len(self.editor)
        for nth, run in enumerate(runs):
            self._put(run)
            words = len(self.editor) if nth + 1 == part.lead else words
        end = len(self.editor)
        self.blocks.append(Block(start, end, part.role, part.level))
        if part.note is not None:
            known = self.notes.get(part.note)
            if known is None:
                self.notes[part.note] = NoteBody(part.label, words, end)
            else:
                self.notes[part.note] = replace(known, end=end)

    def _visible(self, run: Run) -> bool:
        if run.text is not None:
            return bool(run.text.strip())
        return not self.raw[run.start : run.end].isspace() and run.start < run.end

    def _trimmed(self, runs: Sequence[Run]) -> list[Run]:
        """Take white space off both ends of a part."""
        found = list(runs)
        for nth in range(len(found)):
            found[nth] = self._stripped(found[nth], left=True)
            if self._visible(found[nth]):
                break
        for nth in reversed(range(len(found))):
            found[nth] = self._stripped(found[nth], left=False)
            if self._visible(found[nth]):
                break
        return [one for one in found if one.start < one.end or one.text] or found

    def _stripped(self, run: Run, *, left: bool) -> Run:
        if run.text is not None:
            return replace(run, text=run.text.lstrip() if left else run.text.rstrip())
        exact = self.raw[run.start : run.end]
        kept = len(exact.lstrip() if left else exact.rstrip())
        if left:
            return replace(run, start=run.end - kept)
        return replace(run, end=run.start + kept)

    def _break(self, start: int) -> None:
        gap = self.raw[self.last : start]
        if self.last < start and gap.isspace():
            if gap == BREAK:
                self.editor.copy(self.last, start)
            else:
                self.editor.put(self.last, start, BREAK, "paragraph")
        else:
            self.editor.put(self.last, self.last, BREAK, "paragraph")

    def _put(self, run: Run) -> None:
        start = len(self.editor)
        if run.text is None:
            self.editor.copy(run.start, run.end)
        else:
            self.editor.put(run.start, run.end, run.text, run.kind, certain=run.certain)
        self.last = run.end
        end = len(self.editor)
        if start == end:
            return
        if run.superscript:
            _extend(self.superscripts, start, end)
        if run.emphasis:
            _extend(self.emphasis, start, end)
        if run.marker is not None:
            _extend(self.markers.setdefault(run.marker, []), start, end)

    def _spaced(self, piece: Piece) -> Piece:
        """Call dropped white space what it is."""
        dropped = piece.kind == "markup" and piece.start == piece.end
        if dropped and self.raw[piece.raw_start : piece.raw_end].isspace():
            return replace(piece, kind="space")
        return piece


def _extend(spans: list[tuple[int, int]], start: int, end: int) -> None:
    if spans and spans[-1][1] == start:
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))
