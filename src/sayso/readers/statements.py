"""The trained reader of statements: what the rules miss, with cue, speaker and content.

A small encoder labels the words; only what overlaps no statement read before is given.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from sayso import text as texts
from sayso.model import (
    Actor,
    Document,
    Quoted,
    Record,
    Span,
    Statement,
    StatementKind,
    actor_id,
    statement_id,
)  # fmt: skip
from sayso.readers import cues
from sayso.readers.lexicons import words
from sayso.readers.markers import Markers
from sayso.readers.statements_decode import Part, Told
from sayso.readers.statements_model import FOLDER, Labelled, model
from sayso.readers.tokens import tokens
from sayso.readers.verbs import forms
from sayso.readers.who import Who

_AUTHOR = frozenset(("i", "we", "me", "us", "my", "our"))
_SKIPPED = frozenset(("heading", "table", "reference", "verse"))
_SAME = 0.3
_QUOTED = 0.7
_DIRECT, _MIXED = 0.9, 0.05
_EDGE = " \t\n.,;:"
_SHORTEST = 2


class Statements:
    """Read what is reported, as a trained encoder sees it, where the rules see nothing."""

    name = "statements"
    version = "1"
    languages: tuple[str, ...] = ("en",)
    after = ("notes", "names", "quotations", "indirect", "own")
    optional = True

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield the statements, in document order, with the actors they need."""
        encoder = model(self._folder)
        if encoder is None:
            return
        labelled = encoder.read(document.text)
        before = _Known(known)
        who, markers = Who(document, known), Markers(known)
        skipped = [(one.start, one.end) for one in document.blocks if one.role in _SKIPPED]
        for told in labelled.told:
            score = encoder.chance(told.score)
            if score < encoder.least or _within(skipped, told.cue.start):
                continue
            yield from _records(document, reading, told, score, labelled, before, who, markers)


class _Known:
    """The statements read before, by the places of their contents."""

    def __init__(self, known: Sequence[Record]) -> None:
        said = [one for one in known if isinstance(one, Statement)]
        self._quoted = sorted(
            (one.span for one in known if isinstance(one, Quoted)), key=lambda one: one.start
        )
        self._quoted_starts = [one.start for one in self._quoted]
        self._longest_quoted = max((one.end - one.start for one in self._quoted), default=0)
        self._said = sorted(
            ((part.start, part.end, one) for one in said for part in one.content),
            key=lambda row: row[:2],
        )
        self._starts = [row[0] for row in self._said]
        self._longest = max((end - start for start, end, _ in self._said), default=0)

    def _near(self, start: int, end: int) -> Iterator[tuple[int, int, Statement]]:
        low = bisect_left(self._starts, start - self._longest)
        high = bisect_right(self._starts, end)
        for row in self._said[max(low, high - 60) : high]:
            if row[1] > start and row[0] < end:
                yield row

    def has(self, content: Sequence[Span]) -> bool:
        """Say whether much the same words are a statement already, or quoted and none."""
        start, end = content[0].start, content[-1].end
        high = bisect_left(self._quoted_starts, end)
        low = bisect_left(self._quoted_starts, start - self._longest_quoted)
        quoted = self._quoted[max(low, high - 60) : high]
        if any(_alike(content, (one,)) >= _QUOTED for one in quoted):
            return True
        near = {one.id: one for part in content for *_, one in self._near(part.start, part.end)}
        return any(_alike(content, one.content) >= _SAME for one in near.values())

    def around(self, start: int, end: int) -> Statement | None:
        """Give the innermost statement whose content covers a stretch."""
        covering = [row for row in self._near(start, end) if row[0] <= start and row[1] >= end]
        return min(covering, key=lambda row: row[1] - row[0])[2] if covering else None


def _alike(ones: Sequence[Span], twos: Sequence[Span]) -> float:
    """Give the Dice coefficient of two contents by code points."""
    shared = sum(
        max(0, min(one.end, two.end) - max(one.start, two.start)) for one in ones for two in twos
    )
    return 2 * shared / sum(one.end - one.start for one in (*ones, *twos))


def _within(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    nth = bisect_right(stretches, (at, at + 10**9)) - 1
    return nth >= 0 and stretches[nth][1] > at


def _records(
    document: Document,
    reading: str,
    told: Told,
    score: float,
    labelled: Labelled,
    before: _Known,
    who: Who,
    markers: Markers,
) -> Iterator[Record]:
    text = document.text
    content = _content(text, told.content)
    if not content or before.has(content):
        return
    speakers = tuple(texts.trimmed(text, one.start, one.end) for one in told.speakers)
    around = before.around(told.cue.start, content[0].end)
    kind = _kind(labelled, content, speakers, quoted=around is not None)
    if kind is None:
        return
    cue = texts.trimmed(text, told.cue.start, told.cue.end)
    actors: tuple[str, ...]
    if kind == "own":
        actors, records, unsure = _author(document)
    else:
        actors, records, unsure = who.are(speakers, content[0].start)
    yield from records
    negated, modal = _flags(text, cue, speakers)
    yield Statement(
        statement_id(document.id, content, kind), document.id, reading, kind, content,
        cue=cue, speakers=speakers, actors=actors,
        holder=actors[0] if len(actors) == 1 else None,
        parent=around.id if around else None, negated=negated, modal=modal,
        notes=markers.within(content[0].start, content[-1].end + 4),
        score=round(min(score, 0.7) if unsure else score, 3), reason=_reason(cue, speakers),
    )  # fmt: skip


def _author(document: Document) -> tuple[tuple[str, ...], tuple[Record, ...], bool]:
    name = (document.author or document.signed or "").strip()
    if not name:
        return (), (), False
    actor = Actor(actor_id(name, "person"), name, (name,), "person")
    return (actor.id,), (actor,), False


def _content(text: str, parts: Sequence[Part]) -> tuple[Span, ...]:
    """Give the contents without "that", white space and stops at their edges."""
    found = []
    for nth, one in enumerate(sorted(parts, key=lambda part: part.start)):
        start, end = one.start, one.end
        while start < end and text[start] in _EDGE:
            start += 1
        while end > start and text[end - 1] in _EDGE:
            end -= 1
        if nth == 0 and text[start : start + 5].lower() == "that " and end - start > 5:
            start += 5
        if end > start:
            found.append(texts.trimmed(text, start, end))
    size = sum(len(one.exact.split()) for one in found)
    return tuple(found) if size >= _SHORTEST else ()


def _kind(
    labelled: Labelled, content: Sequence[Span], speakers: Sequence[Span], *, quoted: bool
) -> StatementKind | None:
    """Give the kind; None for what stands in quotation marks, which the rules own."""
    sizes = [one.end - one.start for one in content]
    marked = sum(
        labelled.marked(one.start, one.end) * size for one, size in zip(content, sizes, strict=True)
    ) / sum(sizes)
    if quoted:
        return "indirect"
    if marked > _DIRECT:
        return None
    if any(one.exact.lower() in _AUTHOR for one in speakers):
        return "own" if marked < _MIXED else None
    return "indirect" if marked < _MIXED else "mixed"


def _flags(text: str, cue: Span, speakers: Sequence[Span]) -> tuple[bool, bool]:
    """Say whether the cue is negated ("has never said"), and whether it is modal or not yet so."""
    found = tokens(text, cue.start, cue.end)
    lows = [one.low for one in found]
    negated = any(one in words("negations") or one.endswith("n't") for one in lows)
    modal = any(one in words("modals") for one in lows) or lows[:1] == ["to"]
    for nth, one in enumerate(found):
        if one.low in forms():
            read = cues.verb_at(found, nth)
            if read is not None:
                negated, modal = negated or read.negated, modal or bool(read.modal)
    first = [one.exact.split()[0].lower() for one in speakers if one.exact.split()]
    return negated or any(one in ("nobody", "none", "no") for one in first), modal


def _reason(cue: Span, speakers: Sequence[Span]) -> str:
    said = " ".join(cue.exact.split())
    if not speakers:
        return f"A trained reader takes “{said}” for the cue and finds no speaker."
    named = " and ".join(" ".join(one.exact.split()) for one in speakers)
    return f"A trained reader takes “{said}” for the cue and “{named}” for the speaker."


READER = Statements()
