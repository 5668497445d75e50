"""A corpus as one check looks at it: records by document, words for places, findings with ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, cast

from sayso.model import Document, Evidence, Finding, Record, Severity, Span, finding_id
from sayso.plugins import Corpus
from sayso.sentences import split
from sayso.text import Places

_MOST_EVIDENCE = 50
"""Spans that one finding shows at most; a longer list helps nobody."""
_SENTENCE = 400
"""Code points on each side of a span within which its sentence is looked for."""

R = TypeVar("R", bound=Record)


class Case:
    """One run of one check over a corpus."""

    def __init__(self, corpus: Corpus, *, check: str, rule: str) -> None:
        self.corpus = corpus
        self.check = check
        self.rule = rule
        self._documents = {one.id: one for one in corpus.documents}
        self._places: dict[str, Places] = {}

    def finding(
        self, severity: Severity, message: str, evidence: Iterable[tuple[str, Span]],
        about: Iterable[str] = (),
    ) -> Finding:  # fmt: skip
        """Make a finding from (document, span) pairs and the ids of the records it is about."""
        shown = tuple(Evidence(document, span) for document, span in evidence)[:_MOST_EVIDENCE]
        whom = tuple(dict.fromkeys(about))[:_MOST_EVIDENCE]
        id_ = finding_id(self.check, shown, whom)
        return Finding(id_, self.check, severity, message, self.rule, shown, whom)

    def of(self, kind: type[R]) -> list[R]:
        """Give the records of one type, in the order of the corpus."""
        wanted = self._by_type.get(kind.type, [])
        return cast("list[R]", wanted)

    def by_document(self, kind: type[R]) -> Iterator[tuple[Document, list[R]]]:
        """Give each document that has records of a type, with these."""
        found: dict[str, list[R]] = {}
        for one in self.of(kind):
            found.setdefault(getattr(one, "document", ""), []).append(one)
        for document in self.corpus.documents:
            if document.id in found:
                yield document, found[document.id]

    @cached_property
    def _by_type(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for one in self.corpus.records:
            found.setdefault(one.type, []).append(one)
        return found

    def name(self, document: str) -> str:
        """Give the words people know a document by: its title, or its file's name."""
        one = self._documents.get(document)
        return short(one.title or one.key.rsplit("/", 1)[-1], 60) if one else "another document"

    def place(self, document: str, span: Span) -> str:
        """Say where a span stands, as "Title, page 3, line 12"."""
        one = self._documents.get(document)
        if one is None:
            return self.name(document)
        places = self._places.get(document)
        if places is None:
            places = self._places[document] = Places(one)
        origin = places.origin(span.start, span.end)
        page = f", page {origin.page}" if origin.page is not None else ""
        line = f", line {origin.line}" if origin.line is not None else ""
        return f"{self.name(document)}{page}{line}"

    def sentence(self, document: str, span: Span) -> str:
        """Give the sentence that a span begins in, whole, or the span where that is not known."""
        one = self._documents.get(document)
        if one is None:
            return span.exact
        window = max(0, span.start - _SENTENCE)
        text = one.text[window : span.end + _SENTENCE]
        found = [
            text[start:end] for start, end in split(text) if start <= span.start - window < end
        ]
        return found[0] if found else span.exact


def short(text: str, size: int) -> str:
    """Give at most `size` code points of a text, on one line, cut at a word where possible.

    >>> short("one  two three", 10)
    'one two …'
    """
    flat = " ".join(text[: 4 * size].split())
    if len(flat) <= size and len(text) <= 4 * size:
        return flat
    cut = flat[: size - 2]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip() + " …"


def listed(words: Sequence[str], *, most: int = 6) -> str:
    """Join words as a sentence lists them.

    >>> listed(["1", "2", "3"])
    '1, 2 and 3'
    """
    shown = list(words[:most])
    if len(words) > most:
        return f"{', '.join(shown)} and {len(words) - most} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
