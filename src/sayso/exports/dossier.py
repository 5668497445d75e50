"""What a report shows, gathered once and put into plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from sayso.exports.unseen import cell, visible
from sayso.model import Act, Concept, Document, Finding, Reading, Record, Span, Statement
from sayso.text import Places

_AROUND = 140
"""Code points of context shown on each side of a piece of evidence."""
_LONGEST = 1500
"""Code points of quoted words shown whole; longer ones are cut in the middle."""
_ACTS = 2000
"""Decisions listed at most, the latest."""
_EVIDENCE = 12
"""Pieces of evidence shown in full for one finding."""


class Row(Protocol):
    """A finding with what was decided about it."""

    @property
    def finding(self) -> Finding:
        """The finding."""

    @property
    def state(self) -> str:
        """Open, confirmed or dismissed."""

    @property
    def why(self) -> str:
        """The reason given."""

    @property
    def coder(self) -> str:
        """Who decided."""

    @property
    def when(self) -> str:
        """When, ISO 8601 in UTC."""


class Kept(Protocol):
    """What a report asks of a project."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def path(self) -> Path:
        """Its file."""

    def records(self, type_: str | None = None, *, document: str | None = None) -> list[Record]:
        """Give its records."""

    def findings(self) -> Sequence[Row]:
        """Give its findings, the gravest first."""

    def history(self, *, offset: int = 0, limit: int = 100) -> list[Act]:
        """Give its decisions, the latest first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of evidence in its context, with the words that cite it."""

    before: str
    exact: str
    after: str
    citation: str


@dataclass(frozen=True, slots=True)
class FindingShown:
    """A finding with its evidence and what was decided about it."""

    number: int
    check: str
    severity: str
    message: str
    rule: str
    evidence: tuple[Shown, ...]
    more: int
    state: str
    decided: str
    id: str


@dataclass(frozen=True, slots=True)
class StatementShown:
    """A statement in words: who says what, where it stands, and who has accepted it."""

    number: int
    kind: str
    speaker: str
    content: str
    cue: str
    notes: str
    concept: str
    flags: str
    status: str
    decided: str
    read: str
    citation: str
    id: str


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document with its statements."""

    number: int
    title: str
    author: str
    date: str
    key: str
    size: str
    id: str
    statements: tuple[StatementShown, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a report shows; all its words are safe to show once escaped for their format."""

    name: str
    file: str
    made: str
    version: str
    statuses: Mapping[str, int]
    severities: Mapping[str, int]
    states: Mapping[str, int]
    coders: str
    findings: tuple[FindingShown, ...]
    documents: tuple[DocumentShown, ...]
    acts: tuple[tuple[str, str, str, str, str], ...]
    readers: tuple[str, ...]

    @property
    def statements(self) -> int:
        """How many statements there are, rejected ones included."""
        return sum(self.statuses.values())


def gather(project: Kept, *, made: str, version: str) -> Dossier:
    """Gather what a report shows.

    Args:
        project: The project.
        made: When the report is made, in words.
        version: The version of sayso that makes it.
    """
    known = {one.id: one for one in project.records("document") if isinstance(one, Document)}
    said = [one for one in project.records("statement") if isinstance(one, Statement)]
    rows = project.findings()
    acts = project.history(limit=_ACTS)
    words = _Words(known, project, acts)
    return Dossier(
        name=visible(project.name),
        file=visible(project.path.name),
        made=made,
        version=version,
        statuses=_counted((one.status for one in said), ("accepted", "proposed", "corrected",
                                                         "rejected")),
        severities=_counted((one.finding.severity for one in rows), ("problem", "doubt", "hint")),
        states=_counted((one.state for one in rows), ("open", "confirmed", "dismissed")),
        coders=visible(", ".join(dict.fromkeys(one.coder for one in reversed(acts)))),
        findings=tuple(words.finding(nth, one) for nth, one in enumerate(rows, 1)),
        documents=tuple(words.documents(said)),
        acts=tuple(words.act(one) for one in acts),
        readers=tuple(words.readers),
    )  # fmt: skip


def _counted(values: Any, order: Sequence[str]) -> dict[str, int]:
    counts = Counter(values)
    return {one: counts[one] for one in order}


class _Words:
    """Put records into words, with what they need to know of one another."""

    def __init__(
        self, documents: Mapping[str, Document], project: Kept, acts: Sequence[Act]
    ) -> None:
        self._documents = documents
        self._places: dict[str, Places] = {}
        self._concepts: dict[str, str] = {}
        self._readings: dict[str, str] = {}
        for record in (*project.records("concept"), *project.records("reading")):
            if isinstance(record, Concept):
                self._concepts[record.id] = record.name
            elif isinstance(record, Reading):
                self._readings[record.id] = f"{record.reader} {record.version}"
        self.readers = sorted(set(self._readings.values()))
        self._acts: dict[str, Act] = {}
        for act in reversed(acts):
            if act.kind in ("status", "create", "correct"):
                self._acts[act.target] = act

    def citation(self, document: str, span: Span) -> str:
        """Cite a span: author, title, date, page and line, and its characters."""
        one = self._documents.get(document)
        if one is None:
            return visible(f"document {document[:8]}, characters {span.start}–{span.end}")
        places = self._places.get(document)
        if places is None:
            places = self._places[document] = Places(one)
        origin = places.origin(span.start, span.end)
        parts = [one.author, one.title or one.key, one.date]
        parts += [f"page {origin.page}" if origin.page is not None else None]
        parts += [f"line {origin.line}" if origin.line is not None else None]
        cited = ", ".join(_flat(part) for part in parts if part)
        return visible(f"{cited} [characters {span.start}–{span.end} of {document[:8]}]")

    def shown(self, document: str, span: Span) -> Shown:
        """Show a span in its context."""
        one = self._documents.get(document)
        text = one.text if one else span.exact
        start, end = (span.start, span.end) if one else (0, len(text))
        before = text[max(0, start - _AROUND) : start]
        after = text[end : end + _AROUND]
        if start > _AROUND:
            before = "… " + before.split(None, 1)[-1] if " " in before else before
        if end + _AROUND < len(text):
            after = after.rsplit(None, 1)[0] + " …" if " " in after else after
        return Shown(
            visible(before), visible(_cut(span.exact)), visible(after),
            self.citation(document, span),
        )  # fmt: skip

    def finding(self, number: int, row: Row) -> FindingShown:
        one = row.finding
        decided = ""
        if row.state != "open":
            why = f": {row.why}" if row.why else ""
            decided = visible(f"{row.state} by {row.coder}, {_moment(row.when)}{why}")
        return FindingShown(
            number, one.check, one.severity, visible(one.message), visible(one.rule),
            tuple(self.shown(part.document, part.span) for part in one.evidence[:_EVIDENCE]),
            max(0, len(one.evidence) - _EVIDENCE), row.state, decided, one.id,
        )  # fmt: skip

    def documents(self, said: Sequence[Statement]) -> list[DocumentShown]:
        by: dict[str, list[Statement]] = {}
        for one in said:
            by.setdefault(one.document, []).append(one)
        shown, number = [], 0
        for nth, document in enumerate(self._documents.values(), 1):
            listed = []
            for one in by.get(document.id, []):
                number += 1
                listed.append(self.statement(number, one))
            shown.append(
                DocumentShown(
                    nth, cell(_flat(document.title or document.key)), cell(document.author or ""),
                    cell(document.date or ""), cell(document.key),
                    f"{len(document.text):,}", document.id, tuple(listed),
                )
            )  # fmt: skip
        return shown

    def statement(self, number: int, one: Statement) -> StatementShown:
        flags = [word for word, is_so in (("negated", one.negated), ("modal", one.modal)) if is_so]
        concept = self._concepts.get(one.concept or "", "")
        if concept and one.agreement:
            concept = f"{one.agreement}: {concept}"
        act = self._acts.get(one.id)
        decided = ""
        if act and one.status != "proposed":
            why = f": {act.why}" if act.why else ""
            decided = f"{act.coder}, {_moment(act.when)}{why}"
        reading = self._readings.get(one.reading, "an unknown reader")
        why = f": {one.reason}" if one.reason else ""
        read = f"{reading}, score {one.score:.2f}{why}"
        place = one.content[0] if one.content else Span(0, 0, "")
        return StatementShown(
            number, one.kind, visible("; ".join(_flat(part.exact) for part in one.speakers)),
            visible(" […] ".join(_cut(part.exact) for part in one.content)),
            visible(_flat(one.cue.exact) if one.cue else ""),
            visible(", ".join(_noted(link.label, link.note) for link in one.notes)),
            visible(concept), ", ".join(flags), one.status, visible(decided), visible(read),
            self.citation(one.document, place), one.id,
        )  # fmt: skip

    def act(self, one: Act) -> tuple[str, str, str, str, str]:
        """Give when, who, what, on what, why."""
        what = f"{one.kind}: {_value(one.before)} → {_value(one.after)}"
        row = (_moment(one.when), one.coder, what, one.target[:8], one.why)
        return tuple(cell(_flat(part)) for part in row)  # type: ignore[return-value]  # as many cells


def _noted(label: str, note: str | None) -> str:
    return label if note else f"{label} (its note is not there)"


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_value(part)}" for name, part in value.items())
    return "nothing" if value is None else str(value)[:200]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _moment(when: str) -> str:
    return when[:16].replace("T", " ") + (" UTC" if len(when) > 10 else "")


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half]} [… {len(text) - 2 * half:,} characters …] {text[-half:]}"
