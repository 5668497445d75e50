"""The reader of quotations: every pair of marks becomes a statement, or quoted words of a kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.marks import Pair
from sayso.model import (
    Document,
    NoteLink,
    Quoted,
    Record,
    Span,
    Statement,
    StatementKind,
    anchored_id,
    statement_id,
)
from sayso.readers.markers import Markers
from sayso.readers.quotations_blocks import Set, set_apart
from sayso.readers.quotations_judged import STATEMENTS, Verdict, judge, quoted_kind
from sayso.readers.quotations_settings import Ground, Setting, cut_at
from sayso.readers.who import Who
from sayso.text import span

_JOIN = 90
_LONG = 12
# Words between the parts of a quotation that a clause breaks.
_CLAUSE = 40


@dataclass(slots=True)
class _Draft:
    """A quotation that was judged, before it becomes a record.

    `end` is behind its closing mark, `sentence_end` behind the words after it in its sentence.
    """

    pair: Pair
    verdict: Verdict
    place: tuple[int, int]
    stretches: list[tuple[int, int]]
    end: int
    sentence_end: int
    sentence: int
    paragraph: int
    length: int
    parent: _Draft | None = None
    record: Statement | None = None


class Quotations:
    """Read quotations in every style of marks, set-off ones, and quoted words of other kinds."""

    name = "quotations"
    version = "6"
    languages: tuple[str, ...] = ()
    after = ("notes", "names", "turns")

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield statements and quoted words, in document order."""
        ground = Ground(document)
        markers = Markers(known)
        drafts = _drafts(ground, markers)
        who = Who(document, known)
        found: list[Record] = []
        for draft in drafts:
            found.extend(_records(document, reading, draft, markers, who))
        for apart in set_apart(ground, document):
            found.extend(_set_records(document, reading, apart, markers, who))
        yield from sorted(found, key=_place)


def _place(record: Record) -> tuple[int, int]:
    if isinstance(record, Statement):
        return record.content[0].start, -record.content[-1].end
    if isinstance(record, Quoted):
        return record.span.start, -record.span.end
    return -1, 0


def _drafts(ground: Ground, markers: Markers) -> list[_Draft]:
    """Judge all pairs in order; a quotation that its cue breaks becomes one draft."""
    found: list[_Draft] = []
    by_open: dict[int, _Draft] = {}
    last: dict[int, _Draft] = {}
    for one in ground.settings():
        parent = by_open.get(one.outer.pair.open_at) if one.outer else None
        inside = parent.pair.open_at if parent else -1
        marked = bool(markers.after(ground.text, one.pair.end, limit=one.pair.end + 4))
        verdict = judge(one, marked=marked, text=ground.text)
        if verdict is None:
            continue
        before = last.get(inside)
        if before and _continues(before, one, verdict, ground.text):
            before.stretches += cut_at(ground.text, one.pair)
            before.end = one.pair.end
            by_open[one.pair.open_at] = before
            continue
        if before and verdict.kind in ("scare", "mixed") and verdict.cue is None:
            verdict = _shared(before, one, verdict)
        elif before and verdict.kind == "direct" and verdict.cue is None:
            verdict = _inherited(before, one, verdict, ground.text)
        draft = _Draft(
            one.pair, verdict, (one.start, one.end), list(cut_at(ground.text, one.pair)),
            one.pair.end, one.right[-1].end if one.right else one.pair.end, one.sentence,
            one.paragraph, len(one.words) // _LONG, parent,
        )  # fmt: skip
        by_open[one.pair.open_at] = last[inside] = draft
        found.append(draft)
    return found


def _continues(before: _Draft, one: Setting, verdict: Verdict, text: str) -> bool:
    """Say whether this quotation goes on where the one before was broken by “said X”."""
    said = before.verdict
    if not said.after or said.cue is None or said.kind not in STATEMENTS:
        return False
    if before.paragraph != one.paragraph or before.end != before.pair.end:
        return False
    if verdict.after and verdict.cue is not None:
        return False
    last = max(said.cue[1], said.speaker[1] if said.speaker else 0)
    tail = text[last : one.pair.open_at]
    if _broken(before, one, tail, text):
        return True
    if one.pair.open_at - last > _JOIN:
        return False
    if len(tail.split()) > 8 or (len(one.words) < 3 and not tail.strip().endswith(",")):
        return False
    return tail.rstrip()[-1:] in (",", ".", ":", ";", "—", "–", "")


def _broken(before: _Draft, one: Setting, tail: str, text: str) -> bool:
    """Say whether a quotation begins small behind a comma, with the end of a clause between.

    “Stop,” said Pell, as she rose from the bench on which she was seated; “stop, and listen.”
    """
    small = text[one.start : one.start + 1].islower()
    comma = text[before.pair.close_at - 1 : before.pair.close_at] == ","
    ends = tail.rstrip()[-1:] in (",", ";")
    here = one.sentence == before.sentence
    return here and small and comma and ends and len(tail.split()) <= _CLAUSE


def _shared(before: _Draft, one: Setting, verdict: Verdict) -> Verdict:
    """Give “a” and “b” the cue of “a” where only small words part them."""
    source = before.verdict
    if source.kind != "mixed" or source.cue is None or source.after:
        return verdict
    if one.pair.open_at - before.end > 60 or one.sentence != before.sentence:
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


def _inherited(before: _Draft, one: Setting, verdict: Verdict, text: str) -> Verdict:
    """Give a quotation that stands alone the speaker who was quoted right before it.

    In the next paragraph only where both are long: short ones there are an exchange of two.
    """
    said = before.verdict
    if verdict.speaker or not (one.alone or not one.left) or not said.speaker or not said.after:
        return verdict
    if said.kind not in STATEMENTS:
        return verdict
    if one.pair.open_at - before.sentence_end > 40:
        return verdict
    here = before.paragraph == one.paragraph
    if not here and not (one.paragraph == before.paragraph + 1 and before.length > 1):
        return verdict
    if not here and len(one.words) < _LONG:
        return verdict
    reason = "It stands alone right behind words of this speaker."
    return replace(verdict, speaker=said.speaker, score=0.65 if here else 0.5, reason=reason)


def _records(
    document: Document, reading: str, draft: _Draft, markers: Markers, who: Who
) -> Iterator[Record]:
    text = document.text
    verdict = draft.verdict
    if verdict.kind not in STATEMENTS:
        kind = quoted_kind(verdict.kind)
        where = _bare(text, *draft.place) if kind != "hypothetical" else span(text, *draft.place)
        yield Quoted(
            anchored_id("quoted", document.id, (where,), kind), document.id, reading, where, kind,
            verdict.score, verdict.reason,
        )  # fmt: skip
        return
    content = tuple(span(text, start, end) for start, end in draft.stretches)
    statement = _statement(document, reading, content, verdict)
    notes = markers.backing(text, content, statement.cue, statement.speakers) or _notes_behind(
        text, draft, markers
    )
    parent = draft.parent
    while parent and parent.record is None:
        parent = parent.parent
    actors, records, unsure = who.are(
        statement.speakers, content[0].start, inside=parent.record if parent else None
    )
    yield from records
    draft.record = replace(
        statement,
        notes=notes,
        actors=actors,
        holder=actors[0] if len(actors) == 1 else None,
        parent=parent.record.id if parent and parent.record else None,
        score=round(min(statement.score, 0.7) if unsure else statement.score, 2),
    )
    yield draft.record


def _bare(text: str, start: int, end: int) -> Span:
    """Anchor a title or term without the comma that printers put inside the marks."""
    while end > start + 1 and text[end - 1] in ",;":
        end -= 1
    return span(text, start, end)


def _notes_behind(text: str, draft: _Draft, markers: Markers) -> tuple[NoteLink, ...]:
    """Give the marker at the end of the attribution: “…,” said X.7"""
    verdict, last = draft.verdict, draft.sentence_end
    if last <= draft.end:
        return ()
    if verdict.after and verdict.cue and draft.end < verdict.cue[1]:
        return markers.within(draft.end, last + 3)
    if len(text[draft.end : last].split()) <= 25:
        return markers.after(text, last, limit=last + 3) or markers.within(last - 4, last + 3)
    return ()


def _statement(
    document: Document, reading: str, content: tuple[Span, ...], verdict: Verdict
) -> Statement:
    text = document.text
    kind: StatementKind = "mixed" if verdict.kind == "mixed" else "direct"
    return Statement(
        statement_id(document.id, content, kind), document.id, reading, kind, content,
        cue=span(text, *verdict.cue) if verdict.cue else None,
        speakers=(span(text, *verdict.speaker),) if verdict.speaker else (),
        negated=verdict.negated, modal=verdict.modal, score=verdict.score, reason=verdict.reason,
    )  # fmt: skip


def _set_records(
    document: Document, reading: str, apart: Set, markers: Markers, who: Who
) -> Iterator[Record]:
    """Make the record of a quotation that is set off without marks."""
    content = (span(document.text, apart.start, apart.end),)
    statement = _statement(document, reading, content, apart.verdict)
    actors, records, unsure = who.are(statement.speakers, apart.start)
    yield from records
    yield replace(
        statement,
        notes=markers.backing(document.text, content, statement.cue, statement.speakers),
        actors=actors,
        holder=actors[0] if len(actors) == 1 else None,
        score=round(min(statement.score, 0.7) if unsure else statement.score, 2),
    )


READER = Quotations()
