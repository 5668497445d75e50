"""Give the actors behind the words that name a speaker."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sayso.model import Actor, Document, Mention, Record, Span, actor_id
from sayso.readers.lexicons import words

_SINGULAR = frozenset(("he", "she", "his", "her"))
_WE = frozenset(("i", "we", "you", "it", "its", "our", "my", "who", "they", "their"))
_BACK = 400


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
        self._unnamed: set[str] = set()

    def are(
        self, spoken: Iterable[Span], before: int
    ) -> tuple[tuple[str, ...], tuple[Record, ...], bool]:
        """Give the actors of speaker spans, new unnamed actors, and whether a pronoun was resolved.

        A pronoun is resolved only where the words before it name one single person.
        """
        actors: list[str] = []
        records: list[Record] = []
        unsure = False
        for one in spoken:
            low = one.exact.lower()
            if low in _SINGULAR:
                person = self._only_person(one.start)
                unsure = unsure or person is not None
                found = [person] if person else []
            elif low in _WE:
                found = []
            else:
                found = self._named(one)
                if not found and self._is_party(one):
                    found = [actor_id(one.exact, "unnamed")]
                    if found[0] not in self._unnamed:
                        self._unnamed.add(found[0])
                        name = " ".join(one.exact.split())
                        records.append(Actor(found[0], name, (name,), "unnamed"))
            actors += [each for each in found if each not in actors]
        return tuple(actors), tuple(records), unsure

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

    def _only_person(self, at: int) -> str | None:
        """Give the one person named in the stretch before a pronoun; None where there are two."""
        high = bisect_right(self._starts, at)
        low = bisect_left(self._starts, max(0, at - _BACK))
        near = {one.actor for one in self._mentions[low:high] if one.kind == "person"}
        return near.pop() if len(near) == 1 else None

    def _is_party(self, one: Span) -> bool:
        first = one.exact.split()[0].lower() if one.exact.split() else ""
        small = one.exact[0].islower() or first in words("determiners") or first in ("critics",)
        named = any(word[0].isupper() for word in one.exact.split()[1:])
        return small and not named
