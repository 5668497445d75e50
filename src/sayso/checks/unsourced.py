"""Quotations without a note in a document where most quotations have one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso import marks, sentences
from sayso.checks.case import Case, short
from sayso.model import Document, Finding, Note, Statement
from sayso.plugins import Corpus

_FEWEST = 3
"""Quotations that a document must have before a habit can be told."""
_SHORTEST = 5
"""Words from which on a quotation is long enough to need a source of its own."""


class UnsourcedCheck:
    """Find the quotations that lack the note their neighbours have."""

    name = "unsourced"
    version = "1"
    rule = (
        "Where more than half of a document's quotations carry a note, each quotation of five "
        "words or more carries one, has one at the end of its sentence, or names its source."
    )

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield one finding for each quotation without a note."""
        case = Case(corpus, check=self.name, rule=self.rule)
        notes = {document.id: found for document, found in case.by_document(Note)}
        for document, statements in case.by_document(Statement):
            markers = notes.get(document.id, [])
            if any(one.marker for one in markers):
                yield from _in_document(case, document, statements, markers)


def _in_document(
    case: Case, document: Document, statements: Sequence[Statement], notes: Sequence[Note]
) -> Iterator[Finding]:
    bodies = sorted((one.body.start, one.body.end) for one in notes if one.body and not one.in_text)
    quotations = sorted(
        (one for one in statements if _counts(one) and not _inside(bodies, _start(one))),
        key=_start,
    )
    long = [one for one in quotations if len(_marked(one, document).split()) >= _SHORTEST]
    if len(long) < _FEWEST:
        return
    covered = _Covered(document, notes, bodies)
    sourced = [one for one in long if covered.by_note(one)]
    if 2 * len(sourced) <= len(long):
        return
    known = {run for one in sourced for run in _runs(one)}
    with_note = {one.id for one in sourced}
    for nth, one in enumerate(long):
        if one.id in with_note or one.reference or _runs(one) <= known:
            continue
        if _goes_on(one, long[nth + 1 : nth + 2], with_note, document):
            continue
        message = (
            f"“{short(_words(one), 70)}” has no note, while {len(sourced)} of the {len(long)} "
            f"quotations of this document have one ({case.place(document.id, one.content[0])})."
        )
        evidence = [(document.id, part) for part in one.content]
        yield case.finding("doubt", message, evidence, [one.id])


class _Covered:
    """Tell whether a note answers for a quotation: its own, or one that ends its sentence."""

    def __init__(
        self, document: Document, notes: Sequence[Note], bodies: Sequence[tuple[int, int]]
    ) -> None:
        self._markers = sorted(
            one.marker.start
            for one in notes
            if one.marker and not _inside(bodies, one.marker.start)
        )
        self._ends = [end for _, end in sentences.split(document.text, document.paragraphs)]

    def by_note(self, statement: Statement) -> bool:
        """Say whether a marker stands between the quotation and the end of its sentence."""
        if statement.notes:
            return True
        end = statement.content[-1].end
        nth = bisect_left(self._ends, end)
        limit = self._ends[nth] if nth < len(self._ends) else end
        marker = bisect_left(self._markers, end)
        return marker < len(self._markers) and self._markers[marker] <= limit


def _goes_on(
    one: Statement, following: Sequence[Statement], with_note: set[str], document: Document
) -> bool:
    """Say whether the next quotation is of the same speaker and paragraph, and has the note."""
    if not following or following[0].id not in with_note:
        return False
    other = following[0]
    if "\n" in document.text[one.content[-1].end : _start(other)].strip("”\"' \t"):
        return False
    if one.actors or other.actors:
        return one.actors == other.actors
    return [part.exact for part in one.speakers] == [part.exact for part in other.speakers]


def _counts(statement: Statement) -> bool:
    """Say whether it is a quotation of its own, and of words that were said."""
    said = not (statement.modal or statement.negated)
    quoted = statement.kind in ("direct", "mixed") and statement.content
    return bool(said and quoted and statement.parent is None)


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    nth = bisect_right(spans, (at, at + 1)) - 1
    return nth >= 0 and spans[nth][0] <= at < spans[nth][1]


def _start(statement: Statement) -> int:
    return statement.content[0].start


def _words(statement: Statement) -> str:
    return " ".join(part.exact for part in statement.content)


def _marked(statement: Statement, document: Document) -> str:
    """Give the words of a quotation, of a report with a few words in marks these alone."""
    words = _words(statement)
    before = document.text[max(0, _start(statement) - 1) : _start(statement)]
    if statement.kind != "mixed" or (before and before in marks.OPENERS):
        return words
    pairs = [one for one in marks.read(words).pairs if one.level == 0]
    return " ".join(words[slice(*one.inner)] for one in pairs) or words


def _runs(statement: Statement) -> set[str]:
    """Give all runs of five words, without case and punctuation: words quoted before have them."""
    cleaned = ("".join(filter(str.isalnum, one)) for one in _words(statement).casefold().split())
    words = [one for one in cleaned if one]
    return {
        " ".join(words[at : at + _SHORTEST]) for at in range(max(1, len(words) - _SHORTEST + 1))
    }


CHECK = UnsourcedCheck()
