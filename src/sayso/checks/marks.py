"""Quotation marks that are misused: the wrong way round, never closed, nested in their like."""

from __future__ import annotations

from collections.abc import Iterator

from sayso import marks
from sayso.checks.case import Case
from sayso.model import Document, Finding, Severity, Span
from sayso.plugins import Corpus
from sayso.text import span

_MANY = 8
"""Misused marks of one kind in one document from which on they are one finding."""
_REACH = 30
"""Code points on each side within which the words next to a mark are looked for."""
_SHOWN = 45
"""Code points on each side of a mark that the message shows."""
_SEVERITY: dict[marks.FaultKind, Severity] = {
    "opening mark where a closing one belongs": "doubt",
    "closing mark where an opening one belongs": "doubt",
    "never closed": "doubt",
    "never opened": "doubt",
    "same marks nested": "hint",
}
_CLOSING = ("opening mark where a closing one belongs", "never opened")


class MarksCheck:
    """Pair the quotation marks of each document and report those that do not pair."""

    name = "marks"
    version = "1"
    rule = (
        "Every quotation is opened by an opening mark and closed by a closing one, and a quotation "
        "inside another has other marks than the one around it."
    )

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield one finding for each misused mark; one for all of a kind where they are many."""
        case = Case(corpus, check=self.name, rule=self.rule)
        for document in corpus.documents:
            faults = read(document).faults
            for kind in dict.fromkeys(one.kind for one in faults):
                same = [one for one in faults if one.kind == kind]
                yield from _of_kind(case, document, kind, same)


def read(document: Document) -> marks.Marks:
    """Pair the quotation marks of a document, with its paragraphs and its printed lines."""
    starts = [one.end for one in document.pieces if one.kind in ("join", "join_hyphen")]
    return marks.read(document.text, paragraphs=document.paragraphs, line_starts=starts)


def _of_kind(
    case: Case, document: Document, kind: marks.FaultKind, faults: list[marks.Fault]
) -> Iterator[Finding]:
    spans = [(document.id, _around(document.text, one)) for one in faults]
    if len(faults) > _MANY:
        message = (
            f"{len(faults)} quotation marks are misused in the same way ({kind}), the first in "
            f"{case.place(*spans[0])}. Was the text printed so, or damaged when it was scanned or "
            "converted?"
        )
        yield case.finding(_SEVERITY[kind], message, spans)
        return
    for fault, where in zip(faults, spans, strict=True):
        what = fault.message.partition(": …")[0]
        message = f"{what}: “{_context(document.text, fault.at)}” ({case.place(*where)})."
        yield case.finding(_SEVERITY[kind], message, [where])


def _context(text: str, at: int) -> str:
    """Give the words on both sides of a mark, whole ones."""
    start, end = max(0, at - _SHOWN), min(len(text), at + _SHOWN)
    before, after = text[start:at], text[at:end]
    if start and " " in before:
        before = "… " + before.partition(" ")[2]
    if end < len(text) and " " in after.rstrip():
        after = after.rstrip().rpartition(" ")[0] + " …"
    return " ".join((before + after).split())


def _around(text: str, fault: marks.Fault) -> Span:
    """Anchor a mark with the word that it closes or opens."""
    start = end = min(fault.at, max(len(text) - 1, 0))
    end = min(end + 1, len(text))
    if fault.kind in _CLOSING:
        while start > max(0, fault.at - _REACH) and text[start - 1].isspace():
            start -= 1
        while start > max(0, fault.at - _REACH) and not text[start - 1].isspace():
            start -= 1
    else:
        while end < min(len(text), fault.at + _REACH) and text[end].isspace():
            end += 1
        while end < min(len(text), fault.at + _REACH) and not text[end].isspace():
            end += 1
    return span(text, start, end)


CHECK = MarksCheck()
