"""Give the actors behind the words that name a speaker."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from sayso.model import Actor, Document, Mention, Record, Span, Statement, actor_id
from sayso.parties import party
from sayso.persons import Gender
from sayso.persons import gender as gender_of
from sayso.readers.authors import author as author_of
from sayso.readers.lexicons import words
from sayso.readers.quotations_places import is_place, tells_book
from sayso.readers.speakers import antecedents
from sayso.readers.tokens import tokens

_SINGULAR: Mapping[str, Gender] = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_FIRST = frozenset(("i", "we", "my", "our", "me", "us"))
_SELF = frozenset(("the present author", "the present writer", "the undersigned"))
_OTHERS = frozenset(("you", "it", "its", "they", "their"))
_RELATIVE = frozenset(("who", "which", "that"))
_OF = re.compile(r"\b(?:of|in|at|from|near)\s+\Z")
_CLAUSE = 300
"""Code points before a relative pronoun in which the words it stands for are looked for."""
_BACK = 1200
"""Code points before a pronoun in which nobody else may be named whom it could mean."""
_OFTEN = 3
_END = re.compile(r"[.!?][”\"’')]*\s")
_SENTENCE = re.compile(r"(?:[.!?][”\"’')]*\s+|\n\s*|\A\s*)(?:\S+\s+){0,2}\Z")
_NESTED = 6
"""Quotations looked at before an "I" for the one around it."""


class Who:
    """Resolve speakers to actors by the mentions of the names reader, and never by guess alone."""

    def __init__(self, document: Document, known: Sequence[Record]) -> None:
        self._text = document.text
        kinds = ("person", "organisation", "group")
        mentions = [
            one for one in known if isinstance(one, Mention) and one.actor and one.kind in kinds
        ]
        self._mentions = sorted(mentions, key=lambda one: one.span.start)
        self._starts = [one.span.start for one in self._mentions]
        self._forms: dict[str, list[str]] = defaultdict(list)
        for one in self._mentions:
            self._forms[one.actor or ""].append(one.span.exact)
        self._organisations = {one.actor for one in mentions if one.kind == "organisation"}
        self._genders: dict[str, Gender | None] = {}
        self._unnamed: set[str] = set()
        self._author = author_of(document)
        self._author_given = False
        said = [one for one in known if isinstance(one, Statement) and one.kind != "indirect"]
        self._said = sorted(
            ((part.start, part.end, one) for one in said for part in one.content),
            key=lambda row: row[:2],
        )
        self._said_starts = [row[0] for row in self._said]

    def are(
        self, spoken: Iterable[Span], before: int, *, inside: Statement | None = None
    ) -> tuple[tuple[str, ...], tuple[Record, ...], bool]:
        """Give the actors of speaker spans, new unnamed actors, and whether a pronoun was resolved.

        A place in a book or a law ("John 5:24", "Article 14 of the treaty") is a party of its own,
        and not the person whose name the book has; one that names no book is nobody.

        "Who" and "which" stand for the phrase before them. "He" and "she" are resolved only where
        the words before them leave but one person. "I" and "we" are the speaker of the quotation
        they stand in, or else the document's author.

        Args:
            spoken: The words that name who speaks.
            before: Where what is said begins.
            inside: The quotation around what is said, where it is not among the known records.
        """
        actors: list[str] = []
        records: list[Record] = []
        unsure = False
        for one in spoken:
            low = one.exact.lower()
            if low in _SINGULAR:
                person = self._only_person(one.start, _SINGULAR[low])
                unsure = unsure or person is not None
                found = [person] if person else []
            elif low in _RELATIVE:
                found = self._relative(one, records)
            elif low in _FIRST or " ".join(low.split()) in _SELF:
                found = self._self(one, inside, records)
            elif low in _OTHERS:
                found = []
            elif is_place(one.exact):
                place = party(one.exact) or one.exact
                found = self._party(place, records) if tells_book(one.exact) else []
            else:
                found = self._named(one) or self._unnamed_party(one, records)
            actors += [each for each in found if each not in actors]
        return tuple(actors), tuple(records), unsure

    def _party(self, name: str, records: list[Record]) -> list[str]:
        """Give the actor of a party without a name of its own, which is recorded once."""
        found = actor_id(name, "unnamed")
        if found not in self._unnamed:
            self._unnamed.add(found)
            records.append(Actor(found, name, (name,), "unnamed"))
        return [found]

    def _self(self, one: Span, inside: Statement | None, records: list[Record]) -> list[str]:
        """Give who says "I": nobody where the speaker of the quotation around it is not known."""
        if inside is None or not any(part.covers(one) for part in inside.content):
            inside = self._around(one)
        if inside is not None:
            return [inside.holder] if inside.holder else []
        if self._author is None:
            return []
        if not self._author_given:
            self._author_given = True
            records.append(self._author)
        return [self._author.id]

    def _around(self, one: Span) -> Statement | None:
        """Give the innermost quotation, read before, that holds the words."""
        nth = bisect_right(self._said_starts, one.start)
        near = self._said[max(0, nth - _NESTED) : nth]
        return next((said for _, end, said in reversed(near) if end >= one.end), None)

    def _relative(self, one: Span, records: list[Record]) -> list[str]:
        """Give whom "who" or "which" stands for: whom the phrase before it names, or a party.

        "The head of the Department, who": an organisation is no "who". A question's is nobody.
        """
        begins = max(self._text.rfind("\n", 0, one.start) + 1, one.start - _CLAUSE)
        row = tokens(self._text, begins, one.end)
        spans = [
            Span(row[low].start, row[high].end, self._text[row[low].start : row[high].end])
            for low, high in antecedents(row, len(row) - 1)
        ]
        for each in spans:
            if found := self._named(each):
                thing = one.exact.lower() == "who" and found[0] in self._organisations
                return [] if thing else found
        if not spans:
            return []
        if _OF.search(self._text, max(0, spans[0].start - 8), spans[0].start):
            return self._unnamed_party(spans[0], records)
        name = party(spans[0].exact)
        return self._party(name, records) if name else []

    def _unnamed_party(self, one: Span, records: list[Record]) -> list[str]:
        """Give the party that a phrase without a name stands for: "the critics"."""
        name = party(one.exact) if self._is_party(one) else None
        return self._party(name, records) if name else []

    def _named(self, one: Span) -> list[str]:
        """Give the actor of the first mention inside the span; joined names give each theirs."""
        low, high = bisect_left(self._starts, one.start), bisect_left(self._starts, one.end)
        inside = [each for each in self._mentions[low:high] if each.span.end <= one.end + 2]
        if not inside and low and self._mentions[low - 1].span.end > one.start:
            inside = [self._mentions[low - 1]]
        if not inside:
            return []
        found = [inside[0].actor or ""]
        for last, each in pairwise(inside):
            between = self._text[last.span.end : each.span.start].strip()
            if between not in ("and", ",", ", and", "&"):
                break
            if each.actor and each.actor not in found:
                found.append(each.actor)
        return found

    def _only_person(self, at: int, gender: Gender) -> str | None:
        """Give the person that a pronoun means, where the words before it leave no other.

        Nobody else whom it could mean is named in the stretch before, and this one three times,
        or twice and last at the head of a sentence: a name that falls once is seldom what a text
        is about, unless it heads the sentence right before. How often that is right:
        `benchmarks/actors.py`.
        """
        high = bisect_right(self._starts, at)
        low = bisect_left(self._starts, max(0, at - _BACK))
        near = [one for one in self._mentions[low:high] if one.kind == "person"]
        meant = [one for one in near if self._gender(one.actor or "") in (gender, None)]
        if len({one.actor for one in meant}) != 1:
            return None
        last = meant[-1].span.start
        heads = bool(_SENTENCE.search(self._text, max(0, last - 40), last))
        often = len(meant) >= _OFTEN or (len(meant) == _OFTEN - 1 and heads)
        follows = heads and len(_END.findall(self._text, last, at)) == 1
        enough = often or (follows and self._gender(meant[-1].actor or "") == gender)
        return meant[-1].actor if enough else None

    def _gender(self, actor: str) -> Gender | None:
        """Say whether an actor is a man or a woman, by what its written forms tell."""
        if actor not in self._genders:
            forms = self._forms.get(actor, ())
            self._genders[actor] = next((sex for it in forms if (sex := gender_of(it))), None)
        return self._genders[actor]

    def _is_party(self, one: Span) -> bool:
        first = one.exact.split()[0].lower() if one.exact.split() else ""
        small = one.exact[0].islower() or first in words("determiners") or first in ("critics",)
        named = any(word[0].isupper() for word in one.exact.split()[1:])
        return small and not named
