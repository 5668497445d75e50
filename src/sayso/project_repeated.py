"""Statements that several documents repeat: who says it, since when, and on which source.

A check like any other, but it needs `sayso.reuse`, which checks may not import; so it stands here
and comes in by the same door.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.checks.case import Case, listed, short
from sayso.model import (
    Actor,
    Document,
    Finding,
    Mention,
    Note,
    Reference,
    Severity,
    Span,
    Statement,
)
from sayso.plugins import Corpus
from sayso.reuse.lineage import Descent, Wording, earlier, lineage
from sayso.reuse.repeats import repeats
from sayso.text import span

_BEFORE, _BEHIND = 300, 12
"""Code points before a passage and behind it, within its paragraph, where its source is named."""
_HALF, _THIRD = 0.5, 0.3
_MANY = 3
_NAME = 4
_SHOWN = 3
_WORDS = re.compile(r"[^\W_]+")
_Record = TypeVar("_Record", Statement, Note, Mention | Reference)


@dataclass(frozen=True, slots=True)
class Saying:
    """One place of a repeated statement: whose words it is given as, and the sources named for it.

    `speakers` are those the text gives it to, empty where it speaks itself. `sources` are words for
    people: a note, a work, a document, a speaker. `taken_from` is the place among all places of the
    nearest earlier wording, with the changes both have against the oldest.
    """

    document: Document
    span: Span
    speakers: tuple[str, ...]
    sources: tuple[str, ...]
    descent: Descent

    @property
    def author(self) -> str:
        """Whose text it stands in; "" where that is not known."""
        return self.document.author or self.document.signed or ""


class RepeatedCheck:
    """Find statements that documents repeat and give no source for."""

    name = "repeated"
    version = "1"
    rule = (
        "Where a sentence of ten words or more stands in several documents by different authors, "
        "the later ones say where they have it: by a note, a work, a speaker or an author."
    )

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield a finding for each statement that a later document repeats without a source."""
        case = Case(corpus, check=self.name, rule=self.rule)
        for sayings in repeated(case):
            unsourced = _unsourced(sayings)
            if unsourced:
                yield _finding(case, sayings, unsourced)


def repeated(case: Case) -> Iterator[list[Saying]]:
    """Yield the places of each repeated statement, the oldest first, undated ones last."""
    ordered = sorted(
        case.corpus.documents, key=lambda one: (_date(one) is None, _date(one) or "", one.key)
    )
    if len(ordered) < 2:
        return
    by_id = {one.id: one for one in ordered}
    found = repeats(
        {one.id: one.text for one in ordered}, {one.id: one.paragraphs for one in ordered}
    )
    sources = _Sources(case) if found else None
    for places in found:
        spans = [span(by_id[one.document].text, one.start, one.end) for one in places]
        wordings = [
            Wording(one.document, part.exact, _date(by_id[one.document]))
            for one, part in zip(places, spans, strict=True)
        ]
        sayings: list[Saying] = []
        for one, part, descent in zip(places, spans, lineage(wordings), strict=True):
            document = by_id[one.document]
            assert sources is not None
            speakers = sources.speakers(document, part)
            named = sources.named(document, part, [other.document for other in sayings])
            sayings.append(Saying(document, part, speakers, (*named, *speakers), descent))
        yield sayings


def _date(document: Document) -> str | None:
    return document.date if document.date and document.date[:1].isdigit() else None


class _Sources:
    """What the records say around a passage: speakers, notes, works, authors of older texts."""

    def __init__(self, case: Case) -> None:
        self._actors = {one.id: one.name for one in case.of(Actor)}
        self._statements = _by_document(case.of(Statement))
        self._notes = _by_document(case.of(Note))
        works: list[Mention | Reference] = [
            one for one in case.of(Mention) if one.kind in ("work", "url")
        ]
        self._works = _by_document([*works, *case.of(Reference)])

    def speakers(self, document: Document, part: Span) -> tuple[str, ...]:
        """Give those the text gives the words to, as it names them."""
        found: list[str] = []
        for one in self._statements[document.id]:
            if one.kind != "own" and _covers(one, part):
                found += [" ".join(words.exact.split()) for words in one.speakers]
                found += [self._actors[id_] for id_ in one.actors if id_ in self._actors][:1]
                found += [f"note {link.label}" for link in one.notes]
        return tuple(dict.fromkeys(found))

    def named(self, document: Document, part: Span, older: Sequence[Document]) -> tuple[str, ...]:
        """Give the notes and works that stand with the words, and older texts named before them."""
        low, high = _paragraph(document, part)
        low, high = max(low, part.start - _BEFORE), min(high, part.end + _BEHIND)
        notes = [
            f"note {one.label}"
            for one in self._notes[document.id]
            if one.marker and part.start <= one.marker.start < high
        ]
        works = [
            short(one.span.exact, 60)
            for one in self._works[document.id]
            if low <= one.span.start < high
        ]
        said = f" {' '.join(_WORDS.findall(document.text[low:high].casefold()))} "
        texts = [
            one.title or one.author or one.key
            for one in older
            if one.id != document.id and any(f" {name} " in said for name in _telling(one))
        ]
        return tuple(dict.fromkeys([*notes, *works, *texts]))


def _by_document(records: Iterable[_Record]) -> defaultdict[str, list[_Record]]:
    found: defaultdict[str, list[_Record]] = defaultdict(list)
    for one in records:
        found[one.document].append(one)
    return found


def _covers(statement: Statement, part: Span) -> bool:
    """Say whether a statement holds half of the words, or lies by half in them and holds a third.

    A short report within the words names no source for them.
    """
    inside = sum(
        max(0, min(one.end, part.end) - max(one.start, part.start)) for one in statement.content
    )
    whole = part.end - part.start
    size = sum(one.end - one.start for one in statement.content)
    return inside >= _HALF * min(size, whole) and inside >= _THIRD * whole


def _paragraph(document: Document, part: Span) -> tuple[int, int]:
    starts = [start for start, _ in document.paragraphs]
    nth = bisect_right(starts, part.start) - 1
    ends = [end for _, end in document.paragraphs]
    last = min(bisect_left(ends, part.end), len(ends) - 1)
    if nth < 0 or last < 0:
        return 0, len(document.text)
    return starts[nth], max(ends[last], part.end)


def _telling(document: Document) -> set[str]:
    """Give the words that name a document: its title up to a colon, its author's last name."""
    title = " ".join(_WORDS.findall((document.title or "").split(":")[0].casefold()))
    author = _WORDS.findall((document.author or document.signed or "").casefold())
    names = {author[-1]} if author and len(author[-1]) >= _NAME else set()
    return names | ({title} if len(title.split()) > 1 else set())


def _unsourced(sayings: Sequence[Saying]) -> list[Saying]:
    """Give the places after the first, by other authors, where no source is named."""
    first = sayings[0]
    return [
        one
        for one in sayings[1:]
        if one.document.id != first.document.id and not one.sources and not _own(one, first)
    ]


def _own(one: Saying, first: Saying) -> bool:
    """Say whether both are of one author or one series: nobody cites himself."""
    series = one.document.metadata.get("series")
    same_series = bool(series) and series == first.document.metadata.get("series")
    return same_series or (bool(one.author) and one.author == first.author)


def _finding(case: Case, sayings: Sequence[Saying], unsourced: Sequence[Saying]) -> Finding:
    first = sayings[0]
    documents = list(dict.fromkeys(one.document.id for one in sayings))
    ordered = [one for one in unsourced if earlier(first.document.date, one.document.date)]
    nobody = not any(one.sources for one in sayings)
    chains = _chains(case, sayings)
    severity: Severity = (
        "doubt" if ordered and nobody and (len(documents) >= _MANY or chains) else "hint"
    )
    names = [_named(case, one) for one in _once(unsourced)]
    quoted = f"“{short(first.span.exact, 90)}”"
    if ordered:
        verb = "repeats" if len(names) == 1 else "repeat"
        message = (
            f"{quoted} stands in {len(documents)} documents, first in this corpus in "
            f"{_named(case, first)}; {listed(names)} {verb} it and "
            f"{'names' if len(names) == 1 else 'name'} no source."
        )
    else:
        every = [_named(case, one) for one in _once(sayings)]
        message = (
            f"{quoted} stands in {listed(every)}; no source is named in {listed(names)}, and the "
            "dates do not say who has it from whom."
        )
    told = "".join(f" {one}" for one in chains[:_SHOWN])
    evidence = [(one.document.id, one.span) for one in sayings]
    return case.finding(severity, message + told, evidence, documents)


def _chains(case: Case, sayings: Sequence[Saying]) -> list[str]:
    """Say of each place that shares changes with a later place than the first where it has them."""
    made = []
    for one in sayings:
        if one.descent.source and one.descent.shared:
            source = sayings[one.descent.source]
            change = one.descent.shared[0]
            oldest = f"“{short(change.oldest, 40)}”" if change.oldest else "nothing"
            both = f"have “{short(change.both, 40)}”" if change.both else "leave words out"
            made.append(
                f"{case.name(one.document.id)} is likely to have it from "
                f"{case.name(source.document.id)}: both {both} where the oldest has {oldest}."
            )
    return made


def _once(sayings: Sequence[Saying]) -> list[Saying]:
    return list({one.document.id: one for one in reversed(sayings)}.values())[::-1]


def _named(case: Case, saying: Saying) -> str:
    date = saying.document.date
    return f"{case.name(saying.document.id)} ({date})" if date else case.name(saying.document.id)


CHECK = RepeatedCheck()
