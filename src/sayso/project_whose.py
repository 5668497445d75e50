"""Whose words a passage is given as: the text's own, or those of a third that it may name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from sayso import project_cited
from sayso.model import Actor, Note, Quoted, Record, Reference, Statement

_HALF = 0.5
_PRONOUNS = frozenset("i we you he she it they who which that this these those one".split())
_ARTICLES = frozenset("the a an this that these those".split())
_WORDS = re.compile(r"[^\W_]+")
_NAME = 4


@dataclass(frozen=True, slots=True)
class Given:
    """A passage that a text gives as another's words; `names` are whose, where it names any."""

    names: tuple[str, ...] = ()


class Whose:
    """The statements of a project's documents, asked by place.

    Args:
        records: What the readers found.
        texts: The texts by document; without them no text is seen to cite a document.
    """

    def __init__(self, records: Iterable[Record], texts: Mapping[str, str] | None = None) -> None:
        self._texts = texts or {}
        self._notes_at: dict[str, list[tuple[int, int]]] = {}
        self._actors: dict[str, str] = {}
        self._notes: dict[str, Note] = {}
        self._works: dict[str, str] = {}
        self._spans: dict[str, list[tuple[int, int, Statement | None]]] = {}
        for one in records:
            if isinstance(one, Actor):
                self._actors[one.id] = one.name
            elif isinstance(one, Note):
                self._notes[one.id] = one
                if one.body:
                    place = (one.body.start, one.body.end)
                    self._notes_at.setdefault(one.document, []).append(place)
            elif isinstance(one, Reference):
                self._notes_at.setdefault(one.document, []).append((one.span.start, one.span.end))
                title = one.fields.get("title")
                self._works[one.id] = title if isinstance(title, str) else ""
            elif isinstance(one, Statement) and one.kind in ("direct", "mixed"):
                spans = self._spans.setdefault(one.document, [])
                spans += [(span.start, span.end, one) for span in one.content]
            elif isinstance(one, Quoted):
                quoted = (one.span.start, one.span.end, None)
                self._spans.setdefault(one.document, []).append(quoted)
        for spans in self._spans.values():
            spans.sort(key=lambda one: one[:2])

    def at(self, document: str, start: int, end: int) -> Given | None:
        """Say whose words a passage is given as; None where it is the text's own.

        It is another's where quotations hold half of it. The outermost one names whose.
        """
        spans = self._spans.get(document, [])
        inside = 0
        met: dict[str, Statement] = {}
        reached = start
        for low, high, statement in spans[: bisect_right(spans, end, key=lambda one: one[0])]:
            if high <= start:
                continue
            inside += max(0, min(high, end) - max(low, reached))
            reached = max(reached, min(high, end))
            if statement:
                met[statement.id] = statement
        if inside < _HALF * (end - start):
            return None
        names = [name for one in met.values() if one.parent not in met for name in self._named(one)]
        return Given(tuple(dict.fromkeys(names)))

    def cited(self, document: str, start: int) -> str:
        """Give the words that name the document a passage is said to stand in, "" for none."""
        text = self._texts.get(document)
        return "" if text is None else project_cited.cited(text, start)

    def is_reference(self, document: str, start: int, end: int) -> bool:
        """Say whether half of a passage is a note or the naming of a work: it cites, and says
        nothing that others could say after it.
        """
        inside, reached = 0, start
        for low, high in sorted(self._notes_at.get(document, [])):
            inside += max(0, min(high, end) - max(low, reached))
            reached = max(reached, min(high, end))
        return inside >= _HALF * (end - start)

    @cached_property
    def of_documents(self) -> tuple[str, ...]:
        """Give the quotations before which a document or its part is named: an article, a bill."""
        return tuple(
            self._texts[document][low:high]
            for document, spans in self._spans.items()
            if document in self._texts
            for low, high, _ in spans
            if self.cited(document, low)
        )

    def _named(self, statement: Statement) -> list[str]:
        """Give the names of speakers and of works in the notes; pronouns name nobody.

        "We have all read ..." names the author as who repeats the words, not as whose they are.
        """
        said = [" ".join(span.exact.split()) for span in statement.speakers]
        found = [self._actors[one] for one in statement.actors if one in self._actors]
        if said and all(one.casefold() in ("i", "we") for one in said):
            found = said = []
        found = found or said
        for link in statement.notes:
            note = self._notes.get(link.note or "")
            found += [self._works.get(one, "") for one in note.references] if note else []
        return [one for one in found if _telling(one)]


def _telling(name: str) -> bool:
    """Say whether a name has a word that is written as a name; an article at its head is none."""
    parts = _WORDS.findall(name)
    told = parts[1:] if len(parts) > 1 and parts[0].casefold() in _ARTICLES else parts
    return any(one[0].isupper() and one.casefold() not in _PRONOUNS for one in told)


def plain(name: str) -> str:
    """Give a name as it is compared: small letters, no article.

    >>> plain("The Constitution of 1787")
    'constitution of 1787'
    """
    parts = [one.casefold() for one in _WORDS.findall(name)]
    return " ".join(parts[1:] if parts[:1] == ["the"] else parts)


def is_named(names: Iterable[str], author: str, title: str) -> bool:
    """Say whether one of the names is an author's, by the last name at least, or a title.

    >>> is_named(["Mr. Lund"], "Nora Lund", "A Letter"), is_named(["Lunden"], "Nora Lund", "")
    (True, False)
    """
    last = plain(author).split()[-1:]
    whole = plain(title.split(":")[0])
    for name in names:
        said = plain(name)
        if whole and " " in whole and f" {whole} " in f" {said} ":
            return True
        if last and len(last[0]) >= _NAME and last[0] in said.split():
            return True
    return False


def third(given: Iterable[Given]) -> str:
    """Give the name that most places of a passage give as its source, "" where none does."""
    counts: dict[str, int] = {}
    spelled: dict[str, str] = {}
    for one in given:
        for name in dict.fromkeys(map(plain, one.names)):
            counts[name] = counts.get(name, 0) + 1
        for name in one.names:
            spelled.setdefault(plain(name), name)
    return spelled[max(counts, key=lambda one: counts[one])] if counts else ""
