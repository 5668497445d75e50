"""Hold every quotation against the corpus: is it what the document says that it comes from?

A check like any other, but it needs the comparison of `sayso.reuse`, which checks may not import;
so it stands here and comes in by the same door.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso import marks, reuse
from sayso.checks.case import Case, listed, short
from sayso.model import Actor, Document, Finding, Note, Severity, Span, Statement
from sayso.plugins import Corpus
from sayso.reuse.changes import Change
from sayso.reuse.quotation import QuoteCheck
from sayso.reuse.words import words
from sayso.text import span

FEWEST_WORDS = 6
"""Words of the shortest quotation that is held against other documents: fewer are a phrase."""
_SHARED = 0.2
_KEPT = 0.75
_KEPT_SHORT = 0.85
_SHORT = 9
_SAME = ("exact", "typographic", "abridged(marked)")
_OPENING = "“„«‘\"'"
_TITLE_WORDS = 2
_TITLE_LETTERS = 10
# Grams that stand in this many quotations say nothing about any one of them.
_COMMON = 200


@dataclass(slots=True)
class _Quotation:
    """A quotation, the documents it names by title, and what the corpus has of it."""

    statement: Statement
    text: str
    forms: tuple[str, ...]
    named: frozenset[str] = frozenset()
    found: list[tuple[Document, QuoteCheck]] = field(default_factory=list)
    absent_from: list[Document] = field(default_factory=list)


class QuotationsCheck:
    """Find quotations that another document of the corpus words differently."""

    name = "quotations"
    version = "1"
    rule = (
        "A quotation of six words or more that stands in another document of the corpus has its "
        "words; cuts are marked; where a title is named, the words stand in that document; and who "
        "is named as speaker is its author, or is named as speaker there too."
    )

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield the findings, by document and place of the quotation."""
        case = Case(corpus, check=self.name, rule=self.rule)
        quotations = _quotations(case)
        if len(corpus.documents) < 2 or not quotations:
            return
        cited = _Cited(case)
        for one in quotations:
            one.named = cited.of(one.statement)
        runs = _by_run(quotations)
        for document in corpus.documents:
            _held_against(document, quotations, runs)
        quoted_there = _Quoted(case)
        told: set[frozenset[tuple[str, int]]] = set()
        for one in quotations:
            yield from _findings(case, one, quoted_there, told)


def _quotations(case: Case) -> list[_Quotation]:
    made = []
    documents = {one.id: one for one in case.corpus.documents}
    for statement in case.of(Statement):
        if statement.kind not in ("direct", "mixed"):
            continue
        text = _in_marks(documents.get(statement.document), statement)
        forms = words(text).forms
        if len(forms) >= FEWEST_WORDS:
            made.append(_Quotation(statement, text, forms))
    return made


def _in_marks(document: Document | None, statement: Statement) -> str:
    """Give the quoted words of a statement, without those of the reporter around them."""
    found = []
    for part in statement.content:
        before = document.text[part.start - 1 : part.start] if document else ""
        pairs = [one for one in marks.read(part.exact).pairs if not one.level]
        if statement.kind == "direct" or not pairs or (before and before in _OPENING):
            found.append(part.exact)
        else:
            found += [part.exact[slice(*one.inner)] for one in pairs]
    return " ".join(found)


class _Cited:
    """Which documents of the corpus a quotation names by their titles."""

    def __init__(self, case: Case) -> None:
        self._documents = {one.id: one for one in case.corpus.documents}
        self._titles: dict[str, Document] = {}
        for one in case.corpus.documents:
            title = _flat((one.title or "").split(":")[0])
            if len(title.split()) >= _TITLE_WORDS and len(title) >= _TITLE_LETTERS:
                self._titles[title] = one
        self._bodies: dict[str, Span] = {
            note.id: note.body for note in case.of(Note) if note.body is not None
        }

    def of(self, statement: Statement) -> frozenset[str]:
        """Give the documents named in the paragraph up to the quotation, or in its notes."""
        document = self._documents.get(statement.document)
        if document is None or not self._titles:
            return frozenset()
        start = statement.content[0].start
        low = max((s for s, e in document.paragraphs if s <= start), default=0)
        around = [document.text[max(low, start - 300) : start]]
        around += [
            self._bodies[one.note].exact for one in statement.notes if one.note in self._bodies
        ]
        flat = f" {' '.join(map(_flat, around))} "
        return frozenset(
            one.id
            for title, one in self._titles.items()
            if one.id != statement.document and f" {title} " in flat
        )


def _flat(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


Run = tuple[str, str, str]


def _by_run(quotations: Sequence[_Quotation]) -> dict[Run, list[int]]:
    """List the quotations by their runs of three words; common ones left out."""
    runs: dict[Run, list[int]] = defaultdict(list)
    for nth, one in enumerate(quotations):
        for run in set(_runs(one.forms)):
            runs[run].append(nth)
    return {run: where for run, where in runs.items() if len(where) <= _COMMON}


def _held_against(
    document: Document, quotations: Sequence[_Quotation], runs: Mapping[Run, Sequence[int]]
) -> None:
    """Compare a document with the quotations that share enough runs of three words with it."""
    there = words(document.text)
    shared: Counter[int] = Counter()
    for run in runs.keys() & set(_runs(there.forms)):
        shared.update(runs[run])
    for nth, one in enumerate(quotations):
        wanted = document.id in one.named
        alike = shared[nth] >= max(1, _SHARED * (len(one.forms) - 2))
        if one.statement.document == document.id or not (alike or wanted):
            continue
        check = reuse.check_quote(one.text, there)
        least = _KEPT_SHORT if len(one.forms) <= _SHORT else _KEPT
        if check.found and check.kept >= least:
            one.found.append((document, check))
        elif wanted:
            one.absent_from.append(document)


def _runs(forms: Sequence[str]) -> Iterable[Run]:
    return zip(forms, forms[1:], forms[2:], strict=False)


class _Quoted:
    """Which words of a document are quotations there, and whose."""

    def __init__(self, case: Case) -> None:
        self._names = {one.id: one.names for one in case.of(Actor)}
        self._by_document: dict[str, list[Statement]] = defaultdict(list)
        for one in case.of(Statement):
            if one.kind in ("direct", "mixed"):
                self._by_document[one.document].append(one)

    def at(self, document: str, start: int, end: int) -> Statement | None:
        """Give the quotation that covers most of a place."""
        for one in self._by_document.get(document, ()):
            first, last = one.content[0].start, one.content[-1].end
            if min(end, last) - max(start, first) >= 0.8 * (end - start):
                return one
        return None

    def speakers(self, statement: Statement) -> list[str]:
        """Give the names of who is said to speak, as far as they are names."""
        known = [name for id_ in statement.actors for name in self._names.get(id_, ())]
        written = [one.exact for one in statement.speakers if one.exact[:1].isupper()]
        return list(dict.fromkeys([*known, *written]))


def _findings(
    case: Case,
    one: _Quotation,
    quoted: _Quoted,
    told: set[frozenset[tuple[str, int]]],
) -> Iterator[Finding]:
    found = [part for part in one.found if part[0].id in one.named] or one.found
    same = [part for part in found if part[1].verdict in _SAME]
    place = case.place(one.statement.document, one.statement.content[0])
    evidence = [(one.statement.document, part) for part in one.statement.content]
    if same:
        yield from _attributed(case, one, same, quoted, place, evidence)
    elif found:
        document, check = max(found, key=lambda part: part[1].kept)
        pair = frozenset(
            {
                (one.statement.document, one.statement.content[0].start // 8),
                _corner(document, check, quoted),
            }
        )
        if pair not in told:
            told.add(pair)
            yield _altered(
                case, one, document, check, quoted, place, evidence, document.id in one.named
            )
    for document in one.absent_from:
        elsewhere = [case.name(other.id) for other, _ in one.found]
        rest = f"; they stand in {listed(elsewhere)}" if elsewhere else ""
        yield case.finding(
            "doubt",
            f"“{short(one.text, 70)}” comes with the title {case.name(document.id)}, but the words "
            f"are not in that document as it is in this corpus{rest} ({place}).",
            evidence, [one.statement.id, document.id],
        )  # fmt: skip


def _corner(document: Document, check: QuoteCheck, quoted: _Quoted) -> tuple[str, int]:
    """Name the place of the other wording so that two quotations are told of once."""
    start, end = check.start or 0, check.end or 0
    other = quoted.at(document.id, start, end)
    return document.id, (other.content[0].start if other else start) // 8


def _altered(
    case: Case, one: _Quotation, document: Document, check: QuoteCheck, quoted: _Quoted,
    place: str, evidence: list[tuple[str, Span]], named: bool,
) -> Finding:  # fmt: skip
    start, end = check.start or 0, check.end or 0
    there = span(document.text, start, end)
    also = quoted.at(document.id, start, end)
    where = case.name(document.id)
    authors = [name for name in (document.author, document.signed) if name]
    from_there = named or (also is None and _alike(quoted.speakers(one.statement), authors))
    serious = check.verdict == "altered(meaning-bearing)"
    told = _told([part for part in check.changes if part.verdict not in _SAME])
    why = f", which bears on {listed(_bearing(check.flags))}" if serious else ""
    severity: Severity = "doubt" if serious or from_there else "hint"
    if also is not None and not named:
        message = f"Two documents quote these words differently: here {told} ({place}; {where})."
    elif not from_there:
        message = f"The words stand otherwise in {where}{why}: here {told} ({place})."
    elif check.verdict == "abridged(silent)":
        message = f"The quotation leaves words of {where} out without a mark: {told} ({place})."
    else:
        severity = "problem" if serious else "doubt"
        message = f"The quotation differs from {where}{why}: {told} ({place})."
    return case.finding(
        severity, message, [*evidence, (document.id, there)], [one.statement.id, document.id]
    )


def _bearing(flags: Sequence[str]) -> list[str]:
    return [_WORDS.get(flag, flag) for flag in flags]


_WORDS: Mapping[str, str] = {
    "negation": "a negation",
    "number": "a number",
    "name": "a name",
    "quantifier": "how much or how many",
    "modality": "how certain it is",
    "condition": "a condition",
    "joined": "sentences joined across a cut",
}


def _told(changes: Sequence[Change]) -> str:
    parts = []
    for one in sorted(changes, key=lambda part: (not part.flags, part.quote_start))[:3]:
        here, there = short(one.quoted, 50), short(one.there, 50)
        if here and there:
            parts.append(f"“{here}” where it has “{there}”")
        elif here:
            parts.append(f"“{here}” is added")
        else:
            parts.append(f"“{there}” is left out")
    return listed(parts)


def _attributed(
    case: Case, one: _Quotation, same: Sequence[tuple[Document, QuoteCheck]], quoted: _Quoted,
    place: str, evidence: list[tuple[str, Span]],
) -> Iterator[Finding]:  # fmt: skip
    """Report words that a document has as its own author's and this one gives to another.

    Only where the corpus has a text by the one they are given to, so that the words could be his.
    """
    speakers = quoted.speakers(one.statement)
    if not speakers:
        return
    authors = {
        other.id: [name for name in (other.author, other.signed) if name]
        for other in case.corpus.documents
    }
    if not any(_alike(speakers, names) for names in authors.values()):
        return
    owners = []
    for document, check in same:
        start, end = check.start or 0, check.end or 0
        also = quoted.at(document.id, start, end)
        said_by = quoted.speakers(also) if also is not None else authors[document.id]
        if not said_by or _alike(speakers, said_by):
            return
        owners.append((document, span(document.text, start, end), said_by[0]))
    named = listed([f"{who} ({case.name(document.id)})" for document, _, who in owners])
    yield case.finding(
        "doubt",
        f"“{short(one.text, 70)}” is given to {speakers[0]}; in this corpus the words are those of "
        f"{named} ({place}).",
        [*evidence, *((document.id, part) for document, part, _ in owners)],
        [one.statement.id],
    )


def _alike(names: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether two lists of names share a name word of four letters or more."""
    return bool(_telling(names) & _telling(others))


def _telling(names: Iterable[str]) -> set[str]:
    return {word for name in names for word in _flat(name).split() if len(word) > 3}


CHECK = QuotationsCheck()
