"""The reader of quotations: every pair of marks becomes a statement, or quoted words of a kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import (
    Document,
    Note,
    NoteLink,
    Quoted,
    Record,
    Span,
    Statement,
    StatementKind,
    anchored_id,
    statement_id,
)
from sayso.readers.quotations_blocks import Set, set_apart
from sayso.readers.quotations_judged import STATEMENTS, Verdict, judge, quoted_kind
from sayso.readers.quotations_settings import Ground, Setting, cut_at
from sayso.readers.who import Who
from sayso.text import span

_GLUE = " \t\n.,;:!?)]”’\"'»"
_JOIN = 90


@dataclass(slots=True)
class _Draft:
    """A quotation that was judged, before it becomes a record."""

    setting: Setting
    verdict: Verdict
    stretches: list[tuple[int, int]]
    end: int
    parent: _Draft | None = None
    record: Statement | None = None


class Quotations:
    """Read quotations in every style of marks, set-off ones, and quoted words of other kinds."""

    name = "quotations"
    version = "1"
    languages: tuple[str, ...] = ()
    after = ("notes", "names")

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield statements and quoted words, in document order."""
        ground = Ground(document)
        markers = _Markers(known)
        drafts = _drafts(ground, markers)
        who = Who(document, known)
        found: list[Record] = []
        for draft in drafts:
            found.extend(_records(document, reading, draft, markers, who))
        for apart in set_apart(ground, document):
            found.extend(_set_records(document, reading, apart, markers, who, drafts))
        yield from sorted(found, key=_place)


def _place(record: Record) -> tuple[int, int]:
    if isinstance(record, Statement):
        return record.content[0].start, -record.content[-1].end
    if isinstance(record, Quoted):
        return record.span.start, -record.span.end
    return -1, 0


class _Markers:
    """The note markers of a document, by place."""

    def __init__(self, known: Sequence[Record]) -> None:
        notes = [one for one in known if isinstance(one, Note) and one.marker is not None]
        self._notes = sorted(notes, key=lambda one: one.marker.start if one.marker else 0)
        self._starts = [one.marker.start for one in self._notes if one.marker]

    def after(self, text: str, offset: int, *, limit: int) -> tuple[NoteLink, ...]:
        """Give the notes whose markers stand at `offset`, with nothing but signs between."""
        links = []
        nth = bisect_left(self._starts, offset)
        while nth < len(self._notes) and self._starts[nth] <= limit:
            note = self._notes[nth]
            assert note.marker is not None
            if text[offset : note.marker.start].strip(_GLUE + "0123456789"):
                break
            links.append(NoteLink(note.label, note.id if note.body is not None else None))
            offset = note.marker.end
            nth += 1
        return tuple(links)

    def within(self, start: int, end: int) -> tuple[NoteLink, ...]:
        """Give the notes whose markers begin in a stretch."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return tuple(
            NoteLink(one.label, one.id if one.body is not None else None)
            for one in self._notes[low:high]
        )


def _drafts(ground: Ground, markers: _Markers) -> list[_Draft]:
    """Judge all pairs in order; a quotation that its cue breaks becomes one draft."""
    found: list[_Draft] = []
    by_setting: dict[int, _Draft] = {}
    last: dict[int, _Draft] = {}
    for one in ground.settings():
        parent = by_setting.get(id(one.outer)) if one.outer else None
        marked = bool(markers.after(ground.text, one.pair.end, limit=one.pair.end + 4))
        verdict = judge(one, marked=marked, text=ground.text)
        if verdict is None:
            continue
        before = last.get(id(parent))
        if before and _continues(before, one, verdict, ground.text):
            before.stretches += cut_at(ground.text, one.pair)
            before.end = one.pair.end
            by_setting[id(one)] = before
            continue
        if (before and verdict.kind == "scare") or (before and verdict.cue is None):
            verdict = _shared(before, one, verdict)
        draft = _Draft(one, verdict, list(cut_at(ground.text, one.pair)), one.pair.end, parent)
        by_setting[id(one)] = draft
        last[id(parent)] = draft
        found.append(draft)
    return found


def _continues(before: _Draft, one: Setting, verdict: Verdict, text: str) -> bool:
    """Say whether this quotation goes on where the one before was broken by “said X”."""
    cue = before.verdict.cue
    if not before.verdict.after or cue is None or before.verdict.kind not in STATEMENTS:
        return False
    if before.setting.paragraph != one.paragraph or before.end != before.setting.pair.end:
        return False
    if verdict.after and verdict.cue is not None:
        return False
    found = before.verdict.tokens
    last = max(cue.last, cue.speaker[1] if cue.speaker else 0)
    tail = text[found[last].end : one.pair.open_at]
    if len(tail) > _JOIN or len(tail.split()) > 8:
        return False
    if len(one.words) < 3 and not tail.strip().endswith(","):
        return False
    closing = tail.rstrip()[-1:]
    return closing in (",", ".", ":", ";", "—", "–", "")


def _shared(before: _Draft, one: Setting, verdict: Verdict) -> Verdict:
    """Give “a” and “b” the cue of “a” where only small words part them."""
    source = before.verdict
    if source.kind != "mixed" or source.cue is None or source.after:
        return verdict
    if one.pair.open_at - before.end > 60 or one.sentence != before.setting.sentence:
        return verdict
    between = [two for two in one.left if two.start >= before.end]
    if len(between) > 5 or not between or between[0].low not in ("and", "or", ",", "but"):
        return verdict
    if verdict.kind in ("title", "term", "hypothetical"):
        return verdict
    return replace(
        source,
        score=min(source.score, 0.7),
        reason=f"Joined to the quotation before: {source.reason}",
    )


def _records(
    document: Document, reading: str, draft: _Draft, markers: _Markers, who: Who
) -> Iterator[Record]:
    text = document.text
    verdict = draft.verdict
    if verdict.kind not in STATEMENTS:
        start, end = draft.setting.start, draft.setting.end
        where = span(text, start, end)
        kind = quoted_kind(verdict.kind)
        yield Quoted(
            anchored_id("quoted", document.id, (where,), kind), document.id, reading, where, kind,
            verdict.score, verdict.reason,
        )  # fmt: skip
        return
    content = tuple(span(text, start, end) for start, end in draft.stretches)
    statement = _statement(document, reading, content, verdict)
    notes = markers.after(text, draft.end, limit=draft.end + 6) or _notes_behind(
        text, draft, markers
    )
    actors, records, unsure = who.are(statement.speakers, statement.content[0].start)
    yield from records
    parent = draft.parent
    while parent and parent.record is None:
        parent = parent.parent
    draft.record = replace(
        statement,
        notes=notes,
        actors=actors,
        holder=actors[0] if len(actors) == 1 else None,
        parent=parent.record.id if parent and parent.record else None,
        score=round(min(statement.score, 0.7) if unsure else statement.score, 2),
    )
    yield draft.record


def _notes_behind(text: str, draft: _Draft, markers: _Markers) -> tuple[NoteLink, ...]:
    """Give the marker at the end of the attribution: “…,” said X.7"""
    verdict = draft.verdict
    if not draft.setting.right:
        return ()
    last = draft.setting.right[-1].end
    if verdict.after and verdict.cue and draft.end < verdict.tokens[verdict.cue.last].end:
        return markers.within(draft.end, last + 3)
    if len(text[draft.end : last].split()) <= 25:
        return markers.after(text, last, limit=last + 3) or markers.within(last - 4, last + 3)
    return ()


def _statement(
    document: Document, reading: str, content: tuple[Span, ...], verdict: Verdict
) -> Statement:
    text = document.text
    found = verdict.tokens
    cue = verdict.cue
    kind: StatementKind = "mixed" if verdict.kind == "mixed" else "direct"
    speaker = verdict.speaker
    return Statement(
        statement_id(document.id, content, kind), document.id, reading, kind, content,
        cue=span(text, found[cue.first].start, found[cue.last].end) if cue and found else None,
        speakers=(span(text, found[speaker[0]].start, found[speaker[1]].end),) if speaker else (),
        negated=verdict.negated, modal=verdict.modal, score=verdict.score, reason=verdict.reason,
    )  # fmt: skip


def _set_records(
    document: Document, reading: str, apart: Set, markers: _Markers, who: Who, drafts: list[_Draft]
) -> Iterator[Record]:
    """Make the record of a quotation that is set off without marks."""
    content = (span(document.text, apart.start, apart.end),)
    statement = replace(_statement(document, reading, content, apart.verdict))
    actors, records, unsure = who.are(statement.speakers, apart.start)
    yield from records
    yield replace(
        statement,
        notes=markers.after(document.text, apart.end, limit=apart.end + 6),
        actors=actors,
        holder=actors[0] if len(actors) == 1 else None,
        score=round(min(statement.score, 0.7) if unsure else statement.score, 2),
    )


READER = Quotations()
