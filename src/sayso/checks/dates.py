"""Dates that disagree: a work with two years, an event with two dates, an act outside a life."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sayso.checks.case import Case, listed, short
from sayso.checks.years import Bounds, bounds
from sayso.model import Actor, Event, Finding, Json, Mention, Reference, Span, Statement
from sayso.plugins import Corpus

_NEAR = 40
"""Code points after a title within which its year is looked for, to be shown with it."""
_ONCE = frozenset(("birth", "death", "founding", "end", "dissolution", "opening"))
_AFTER_DEATH = frozenset(
    """publication published translation edition award commemoration memorial burial funeral opening
    naming unveiling rehabilitation mention end founding dissolution""".split()
)
# A number of a newspaper has a date of its own; the paper as a whole has many.
_PERIODICAL = re.compile(
    r"\b(?:gazette|times|journal|review|herald|news|tribune|post|chronicle|magazine|bulletin"
    r"|proceedings|minutes|messenger|courier|mail|packet|advertiser|observer|echo|record|register"
    r"|letters|report|reports|works|speeches|annual|yearbook|almanac|quarterly|weekly|daily)\b"
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Dated:
    """Something with a date: where it stands, the days it can mean, the record it comes from."""

    document: str
    span: Span
    when: str
    bounds: Bounds
    id: str


class DatesCheck:
    """Hold the dates of works, events and lives against one another, across all documents."""

    name = "dates"
    version = "1"
    rule = (
        "A work has one year, a birth, death, founding or end one date, and what a person does "
        "lies between birth and death. Only dates that name their year are held against each "
        "other; uncertain ones, and those counted from another date, are not."
    )

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield works, then events, then lives, each in the order of the corpus."""
        case = Case(corpus, check=self.name, rule=self.rule)
        names = {one.id: one for one in case.of(Actor)}
        events = _dated_events(case)
        yield from _works(case)
        yield from _events(case, events, names)
        yield from _lives(case, events, names)


# works


def _works(case: Case) -> Iterator[Finding]:
    """Report titles that carry two years."""
    found: dict[str, tuple[str, list[_Dated]]] = {}
    for title, one in (*_mentioned(case), *_referenced(case)):
        key = _folded(title)
        if (" " in key or len(key) >= 10) and not _PERIODICAL.search(key):
            found.setdefault(key, (title, []))[1].append(one)
    for title, dated in found.values():
        each = _first_of_each(dated)
        if len(each) > 1:
            message = (
                f"The work “{short(_bare(title), 70)}” is dated {_placed(case, each)}. Is one of "
                "them another edition?"
            )
            yield _finding(case, "doubt", message, each)


def _mentioned(case: Case) -> Iterator[tuple[str, _Dated]]:
    texts = {one.id: one.text for one in case.corpus.documents}
    for one in case.of(Mention):
        when = bounds(one.date) if one.kind == "work" and one.basis in (None, "explicit") else None
        if when and when.year is not None and one.date:
            place = _with_year(texts.get(one.document, ""), one.span, when.year)
            yield one.span.exact, _Dated(one.document, place, str(when.year), when, one.id)


def _with_year(text: str, span: Span, year: int) -> Span:
    """Widen a title's span to its year, where that follows closely."""
    at = text.find(str(year), span.end, span.end + _NEAR)
    if at < 0 or "\n\n" in text[span.end : at]:
        return span
    end = at + len(str(year))
    end += text[end : end + 1] in (")", "]") and "(" in text[span.end : at]
    return Span(span.start, end, text[span.start : end])


def _referenced(case: Case) -> Iterator[tuple[str, _Dated]]:
    for one in case.of(Reference):
        title, year = one.fields.get("title"), _issued(one.fields.get("issued"))
        when = bounds(year)
        if isinstance(title, str) and when and year:
            yield title, _Dated(one.document, one.span, year, when, one.id)


def _issued(value: Json) -> str | None:
    """Read the year of CSL-JSON's `{"date-parts": [[1996, 5]]}`."""
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    year = first[0] if isinstance(first, list) and first else None
    return f"{year:04}" if isinstance(year, int) and 0 < year < 10000 else None


def _bare(title: str) -> str:
    return " ".join(title.split()).strip("\"'“”‘’«»„.,;: ")


def _folded(title: str) -> str:
    """Fold a title for comparing: no case, accents, marks, and no article before it."""
    plain = unicodedata.normalize("NFD", _bare(title).casefold())
    words = _WORD.findall("".join(one for one in plain if not unicodedata.combining(one)))
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


# events


def _dated_events(case: Case) -> list[tuple[Event, _Dated]]:
    """Give the events whose date names its year."""
    unsure = {
        (one.document, one.date, one.span.start)
        for one in case.of(Mention)
        if one.kind == "date" and one.basis not in (None, "explicit")
    }
    starts: dict[tuple[str, str | None], list[int]] = {}
    for document, date, start in sorted(unsure, key=lambda one: one[2]):
        starts.setdefault((document, date), []).append(start)
    found = []
    for event in case.of(Event):
        when = bounds(event.when)
        near = starts.get((event.document, event.when), [])
        nth = bisect_left(near, event.span.start)
        if when and not (nth < len(near) and near[nth] < event.span.end):
            dated = _Dated(event.document, event.span, event.when or "", when, event.id)
            found.append((event, dated))
    return found


def _events(
    case: Case, events: Sequence[tuple[Event, _Dated]], names: Mapping[str, Actor]
) -> Iterator[Finding]:
    """Report what happens once and has two dates."""
    found: dict[tuple[str, str], list[_Dated]] = {}
    for event, dated in events:
        whom = _whose(event, names)
        if whom and event.class_.casefold() in _ONCE:
            found.setdefault((event.class_.casefold(), whom), []).append(dated)
    for (class_, whom), listed_ in found.items():
        each = _disagreeing(listed_)
        if len(each) > 1:
            name = names[whom].name if whom in names else whom
            message = f"Dates of {class_} differ for {short(name, 70)}: {_placed(case, each)}."
            yield _finding(case, "doubt", message, each, [whom] if whom in names else [])


def _whose(event: Event, names: Mapping[str, Actor]) -> str | None:
    """Give the one actor that an event befell; a founding befell what was founded."""
    person = event.class_.casefold() in ("birth", "death")
    kinds = ("person",) if person else ("organisation", "group")
    whom = [one for one in event.participants if one in names and names[one].kind in kinds]
    return whom[0] if len(set(whom)) == 1 else None


# lives


def _lives(
    case: Case, events: Sequence[tuple[Event, _Dated]], names: Mapping[str, Actor]
) -> Iterator[Finding]:
    """Report what persons are said to have done before their birth or after their death."""
    begun: dict[str, list[_Dated]] = {}
    ended: dict[str, list[_Dated]] = {}
    for event, dated in events:
        whom = _whose(event, names)
        if whom and event.class_.casefold() == "birth":
            begun.setdefault(whom, []).append(dated)
        elif whom and event.class_.casefold() == "death":
            ended.setdefault(whom, []).append(dated)
    # Of births that disagree the earliest counts, of deaths the latest: a doubt is no second one.
    births = {whom: min(found, key=lambda one: one.bounds.first) for whom, found in begun.items()}
    deaths = {whom: max(found, key=lambda one: one.bounds.last) for whom, found in ended.items()}
    say = partial(_outside, case)
    for whom, act in _acts(case, events):
        if whom not in names or names[whom].kind != "person":
            continue
        birth, death = births.get(whom), deaths.get(whom)
        if birth and act.bounds.last < birth.bounds.first:
            yield say(names[whom], act, birth, "before the birth")
        elif death and act.bounds.first > death.bounds.last:
            yield say(names[whom], act, death, "after the death")
    for whom, birth in births.items():
        if whom in deaths and deaths[whom].bounds.last < birth.bounds.first:
            yield say(names[whom], deaths[whom], birth, "before the birth")


def _acts(case: Case, events: Sequence[tuple[Event, _Dated]]) -> Iterator[tuple[str, _Dated]]:
    """Give who did what when: events but those that need no living person, and sayings."""
    for event, dated in events:
        if event.class_.casefold() not in _AFTER_DEATH | {"birth", "death"}:
            yield from ((whom, dated) for whom in dict.fromkeys(event.participants))
    for one in case.of(Statement):
        when = bounds(one.dates.said)
        if when and one.content and one.dates.said:
            dated = _Dated(one.document, one.content[0], one.dates.said, when, one.id)
            yield from ((whom, dated) for whom in dict.fromkeys(one.actors))


def _outside(case: Case, actor: Actor, act: _Dated, limit: _Dated, how: str) -> Finding:
    words = short(case.sentence(act.document, act.span), 120)
    message = (
        f"{short(actor.name, 60)} is said to have acted in {act.when}, {how} in {limit.when}: "
        f"“{words}” ({case.place(act.document, act.span)}; {how.split()[-1]}: "
        f"{case.place(limit.document, limit.span)})."
    )
    return _finding(case, "problem", message, [act, limit], [actor.id])


# what they share


def _first_of_each(dated: Sequence[_Dated]) -> list[_Dated]:
    """Give the first mention of each year."""
    found: dict[str, _Dated] = {}
    for one in dated:
        found.setdefault(one.when, one)
    return list(found.values())


def _disagreeing(dated: Sequence[_Dated]) -> list[_Dated]:
    """Give the first mention of each date that cannot be the same as one before.

    "1924" and "3 May 1924" can be; of those that can, the more exact one is not counted again.
    """
    kept: list[_Dated] = []
    for one in _first_of_each(dated)[:50]:
        if all(one.bounds.apart(other.bounds) for other in kept):
            kept.append(one)
    return kept


def _placed(case: Case, dated: Sequence[_Dated]) -> str:
    return listed([f"{one.when} ({case.place(one.document, one.span)})" for one in dated])


def _finding(
    case: Case, severity: str, message: str, dated: Sequence[_Dated], about: Sequence[str] = ()
) -> Finding:
    evidence = [(one.document, one.span) for one in dated]
    ids = [*about, *(one.id for one in dated)]
    return case.finding("problem" if severity == "problem" else "doubt", message, evidence, ids)


CHECK = DatesCheck()
