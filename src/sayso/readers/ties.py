"""Find roles and other ties between persons and organisations that a sentence states, in English.

"Ann Vane, chairman of the Lantern Party", "the Harbour Society's secretary, Tobias Rook",
"Professor Vane of Leeds University", "X founded Y", "was succeeded by", "a branch of". Made to be
right rather than complete: what stands between the two names must be a known form, whole. Dated
events (`events.py`) make ties of their own; one that they made is not made twice.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Document, Mention, Record, Relation, anchored_id
from sayso.sentences import split
from sayso.text import span

_ROLE = (
    r"(?:(?:general|honorary|joint|deputy|vice|founding|leading|executive|acting|former|first|last|"
    r"life|lifelong|long-?time|current|then|political|national|local|assistant|senior|chief|active)"
    r"[\s-]){0,3}"
    r"(?:chair(?:man|woman|person)?|president|vice-president|secretary|treasurer|members?|founder|"
    r"co-founder|leader|head|director|editor|editor-in-chief|patron|spokes(?:man|woman|person)|"
    r"organi[sz]er|professor|lecturer|reader|fellow|delegate|representative|minister|governor|"
    r"bishop|archbishop|mayor|librarian|correspondent|activist|chief|commander|chancellor|rector|"
    r"dean|curator|archivist|warden|principal|trustee|councillor|ambassador|general[\s-]secretary|"
    r"chief\sexecutive|party\sleader)"
)
_ROLES = rf"(?P<role>{_ROLE})(?:\sand\s[a-z-]+(?:\s[a-z-]+)?)?"
_THE = r"(?:the\s|a\s|an\s)?"
_IS = (
    r"(?:,\s(?:who\s(?:is|was|had\sbeen|became)\s|then\s|now\s|formerly\s|once\s|himself\s|herself\s)?"
    r"|\s(?:is|was|became|has\sbeen|had\sbeen|remained)\s(?:also\s|then\s|later\s|elected\s|"
    r"appointed\s|made\s|chosen\s)?|\sas\s|\s\()"
)
_OF = r"\s(?:of|at|for|in|with|to)\s(?:the\s)?"
_BY = r"(?:\sin\s[^,.;]{1,40})?\sby\s(?:the\s)?"
_GAP = 110

# (kind of the first, of the second, what stands between them, predicate, whether turned round)
_P, _O = "person", "organisation"
_FORMS: tuple[tuple[str, str, re.Pattern[str], str, bool], ...] = tuple(
    (one, two, re.compile(rf"{form}\Z", re.IGNORECASE), predicate, turned)
    for one, two, form, predicate, turned in (
        (_P, _O, rf"{_IS}{_THE}{_ROLES}{_OF}", "", False),
        (_O, _P, rf"(?:['’]s?)?\s{_ROLES},?\s(?:the\s)?", "", True),
        (_P, _O, rf",?\s(?:who\s)?(?:had\s)?(?:first\s)?(?:co-)?founded\s{_THE}", "founded", False),
        (_P, _O, r",?\s(?:who\s|and\s)?(?:had\s)?(?:helped\s(?:to\s)?)?(?:set\sup|established)\s"
         rf"{_THE}", "founded", False),
        (_O, _P, r",?\s(?:which\s)?(?:was|were)\s(?:[a-z]+\s)?(?:founded|established|set\sup|"
         rf"formed|created|started){_BY}", "founded", True),
        (_P, _O, rf",?\s(?:who\s)?(?:had\s)?(?:later\s|then\s)?joined\s{_THE}", "joined", False),
        (_P, _O, rf",?\s(?:who\s)?(?:had\s)?(?:later\s|then\s)?left\s{_THE}", "left", False),
        (_P, _O, r"\s(?:was|had\sbeen)\s(?:later\s|then\s)?expelled\sfrom\s(?:the\s)?",
         "expelled from", False),
        (_P, _P, r",?\s(?:who\s)?(?:had\s)?(?:later\s|then\s)?succeeded\s", "succeeded", False),
        (_P, _P, rf",?\s(?:who\s)?(?:was|had\sbeen)\s(?:succeeded|replaced)"
         rf"(?:\sas\s[a-z\s-]{{1,30}})?{_BY}", "succeeded", True),
        (_P, _P, r"\s(?:had\s)?(?:took\sover\sfrom|replaced)\s", "succeeded", False),
        (_O, _O, r",?\s(?:which\s)?(?:(?:is|was|became)\s)?(?:a|an|the)?\s?(?:[a-z-]+\s)?"
         r"(?P<role>branch|section|chapter|affiliate|offshoot|wing|sister\s(?:society|party|"
         r"organi[sz]ation))\s(?:of|to)\s(?:the\s)?", "", False),
        (_O, _O, r",?\s(?:which\s)?(?:is|was)\s(?:modelled\s(?:up)?on|copied\sfrom|a\scopy\sof|"
         r"an\simitation\sof)\s(?:the\s)?", "replicates", False),
        (_O, _O, r",?\s(?:which\s)?(?:was|has\sbeen|had\sbeen)\s(?:replicated|copied|imitated)"
         rf"{_BY}", "replicates", True),
        (_O, _O, rf",?\s(?:which\s)?(?:was|had\sbeen)\s(?:succeeded|replaced){_BY}",
         "succeeded", True),
        (_O, _O, r",?\s(?:which\s)?(?:had\s)?(?:succeeded|replaced)\s(?:the\s)?",
         "succeeded", False),
    )
)  # fmt: skip
_ROLE_BEFORE = re.compile(rf"\b{_ROLES}{_OF}\Z", re.IGNORECASE)
_APPOSED = re.compile(r",?\s(?:Mr\.?\s|Mrs\.?\s|Dr\.?\s|Sir\s|Comrade\s)?\Z")
_SCHOLAR = re.compile(r"(?:Prof(?:essor)?|Dr)\.?\s")
_OF_A_SCHOOL = re.compile(r",?\s(?:of|at|from)\s(?:the\s)?\Z")
_SCHOOL = re.compile(r"\b(?:University|College|School|Institute|Academy|Museum|Library)\b")
_UNREAL = re.compile(
    r"\b(?:not|never|n[’']t|would|could|should|might|may|must|will|shall|if|unless|cannot|"
    r"allegedly|supposedly)\b"
)
_FOUNDED = re.compile(r"(?:co-)?founder\Z")


@dataclass(frozen=True, slots=True)
class TieReader:
    """Find ties between persons and organisations in English."""

    name: str = "ties"
    version: str = "1"
    languages: tuple[str, ...] = ("en",)
    after: tuple[str, ...] = ("names", "dates", "events")

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Relation]:
        """Yield the ties in the order of the text."""
        mentions = sorted(
            (one for one in known if isinstance(one, Mention)), key=lambda one: one.span.start
        )
        actors = [one for one in mentions if one.actor and one.kind in (_P, _O)]
        dates = [one for one in mentions if one.kind == "date" and one.date]
        starts = [one.span.start for one in actors]
        when = [one.span.start for one in dates]
        made = {
            (one.subject, one.predicate, one.object) for one in known if isinstance(one, Relation)
        }
        for low, high in split(document.text, document.paragraphs):
            here = actors[bisect_left(starts, low) : bisect_left(starts, high)]
            days = dates[bisect_left(when, low) : bisect_right(when, high)]
            for one in _sentence(document, reading, here, low, days):
                key = (one.subject, one.predicate, one.object)
                if key not in made:
                    made.add(key)
                    yield one


READER = TieReader()


def _sentence(
    document: Document, reading: str, here: Sequence[Mention], low: int, days: Sequence[Mention]
) -> Iterator[Relation]:
    text = document.text
    date = days[0].date if len(days) == 1 else None
    for one, two in pairwise(here):
        between = text[one.span.end : two.span.start]
        if one.actor == two.actor or len(between) > _GAP:
            continue
        for found in (_between(text, one, two, between), _before(text, one, two, between, low)):
            if found is None:
                continue
            predicate, turned, start = found
            subject, object_ = (two, one) if turned else (one, two)
            where = span(text, start, two.span.end)
            dated = date if predicate in ("founded", "joined", "left", "succeeded") else None
            yield Relation(
                anchored_id("relation", document.id, [where], predicate), document.id, reading,
                subject.actor or "", predicate, object_.actor or "", dated, where, 0.8,
                "One sentence says so, in a form that ties the two names.",
            )  # fmt: skip
            break


def _between(text: str, one: Mention, two: Mention, between: str) -> tuple[str, bool, int] | None:
    """Give predicate, whether the second is the subject, and where the tie begins."""
    for first, second, form, predicate, turned in _FORMS:
        if (one.kind, two.kind) != (first, second):
            continue
        match = form.match(between)
        if match and not _UNREAL.search(between):
            return predicate or _role(match["role"]), turned, one.span.start
    scholar = _SCHOLAR.match(text, max(0, one.span.start - 10), one.span.end) or _SCHOLAR.match(
        one.span.exact
    )
    of_a_school = _OF_A_SCHOOL.match(between) and _SCHOOL.search(two.span.exact)
    if scholar and of_a_school and (one.kind, two.kind) == (_P, _O):
        return "scholar at", False, one.span.start
    return None


def _before(
    text: str, one: Mention, two: Mention, between: str, low: int
) -> tuple[str, bool, int] | None:
    """Give the tie of "Chairman of the Lantern Party, Ann Vane"."""
    if (one.kind, two.kind) != (_O, _P) or not _APPOSED.match(between):
        return None
    match = _ROLE_BEFORE.search(text, max(low, one.span.start - 60), one.span.start)
    return (_role(match["role"]), True, match.start()) if match else None


def _role(words: str) -> str:
    """Give the predicate of a role: "chairman of", "founded" of a founder."""
    role = " ".join(words.split()).lower()
    if _FOUNDED.search(role):
        return "founded"
    return f"{role.removesuffix('s') if role.endswith('members') else role} of"
