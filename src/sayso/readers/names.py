"""Find persons, organisations, groups, places, works, events and addresses that a text names.

Rules for English, made to be right rather than complete: a capitalised word alone is a name only
where the document gives reason to think so. Written forms of one name within a document become one
actor where that is certain: a surname after a full name, an abbreviation after its words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sayso.model import Actor, Document, Mention, Record, Work, actor_id, anchored_id
from sayso.readers.names_kinds import Name, abbreviates, kind_of
from sayso.readers.names_lexicon import NOT_GROUPS, listed, places
from sayso.readers.names_people import people, surnames
from sayso.readers.names_runs import Run, runs
from sayso.readers.urls import address, places_of_urls
from sayso.readers.works import Named, work_id, works
from sayso.text import span

_LOWER = re.compile(r"(?<![^\W_])[a-z]{3,}")
_GROUP_WORDS = (
    r"critics|opponents|adversaries|detractors|supporters|defenders|followers|admirers|disciples|"
    r"successors|enemies|apologists"
)
_GROUP = re.compile(
    rf"\b(?:[Oo]ur|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y)\s(?:[a-z]+\s){{0,3}}(?:{_GROUP_WORDS})\b"
    rf"|\b(?:[Tt]he|[Mm]ost|[Ss]ome|[Mm]any)\s(?:{_GROUP_WORDS})\sof\s(?:the\s)?(?=[A-Z])"
)
_IST = re.compile(r"(?:[^\W\d_]+-)?[^\W\d_]{3,}\Z")
_SHORT_FORM = re.compile(r"[A-Z][A-Z&.]{1,8}\Z")
_PLURAL = "ists"


@dataclass(frozen=True, slots=True)
class NameReader:
    """Find what an English text names, and which written forms are one actor."""

    name: str = "names"
    version: str = "1"
    languages: tuple[str, ...] = ("en",)
    after: tuple[str, ...] = ()

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield the actors and works, then the mentions in the order of the text."""
        text = document.text
        urls = places_of_urls(text)
        titled = works(text, document.emphasis)
        taken = [*urls, *((one.start, one.end) for one in titled)]
        names = _names(text, _free(runs(text), taken))
        names += _groups(text, names)
        actors = _actors(names)
        yield from actors.records
        yield from {work_id(one.title): _work(text, one) for one in reversed(titled)}.values()
        found = [
            *(_url(document, reading, start, end) for start, end in urls),
            *(_work_mention(document, reading, one) for one in titled),
            *(_mention(document, reading, one, actors) for one in names),
        ]
        yield from sorted(found, key=lambda one: (one.span.start, -one.span.end))


READER = NameReader()


def _free(found: list[Run], taken: Sequence[tuple[int, int]]) -> list[Run]:
    """Keep the runs outside the stretches that are taken."""
    ordered = sorted(taken)
    kept = []
    nth = 0
    for run in found:
        while nth < len(ordered) and ordered[nth][1] <= run.start:
            nth += 1
        if nth == len(ordered) or ordered[nth][0] >= run.end:
            kept.append(run)
    return kept


# the names


@dataclass(frozen=True, slots=True)
class _Alias:
    """A written form, and the full name it stands for."""

    found: Name | _Group
    full: str


@dataclass(frozen=True, slots=True)
class _Group:
    start: int
    end: int
    name: str
    score: float
    reason: str
    kind: Literal["group"] = "group"


def _names(text: str, found: Sequence[Run]) -> list[_Alias]:
    """Judge the runs by their words, then those left by the names found."""
    sure: list[Name] = []
    left: list[Run] = []
    end = -1
    for nth, run in enumerate(found):
        if run.start < end:
            continue
        name = kind_of(text, run, found[nth + 1] if nth + 1 < len(found) else None)
        if name:
            sure.append(name)
            end = name.end
        else:
            left.append(run)
    fuller = surnames(sure)
    full_names = {one.name: one for one in sure if one.kind == "person"}
    short = _abbreviations(sure, left)
    lower = frozenset(_LOWER.findall(text))
    alone = people(text, [one for one in left if len(one.words) == 1], lower)
    aliases = [_Alias(one, _full(one, fuller)) for one in sure]
    for run in left:
        alias = _left_over(run, full_names, fuller, short, alone)
        if alias:
            aliases.append(alias)
    return aliases


def _full(one: Name, fuller: dict[str, str]) -> str:
    """Give the full name of a person who is named by title and surname."""
    return fuller.get(one.name, one.name) if one.kind == "person" else one.name


def _left_over(
    run: Run,
    full_names: dict[str, Name],
    fuller: dict[str, str],
    short: dict[str, str],
    alone: dict[str, float],
) -> _Alias | None:
    word = run.name
    if word in full_names:
        known = full_names[word]
        reason = "Named as a person elsewhere in the text."
        again = replace(known, start=run.start, end=run.end, reason=reason)
        return _Alias(again, _full(known, fuller))
    if word in short:
        reason = f"The first letters of “{short[word]}”."
        return _Alias(Name(run.start, run.end, word, "organisation", 0.85, reason), short[word])
    if word in fuller and word not in places():
        reason = f"The surname of {fuller[word]}."
        return _Alias(Name(run.start, run.end, word, "person", 0.85, reason), fuller[word])
    if word in alone:
        reason = "What is said of this name is said of people."
        return _Alias(Name(run.start, run.end, word, "person", alone[word], reason), word)
    if _is_short_form(run):
        reason = "An abbreviation without vowels, as organisations have."
        return _Alias(Name(run.start, run.end, word, "organisation", 0.65, reason), word)
    return None


def _abbreviations(sure: Iterable[Name], left: Iterable[Run]) -> dict[str, str]:
    """Give the one organisation that an abbreviation in the text can stand for."""
    forms = {one.name for one in left if _SHORT_FORM.match(one.name)}
    found: dict[str, set[str]] = defaultdict(set)
    if forms:
        for name in {one.name for one in sure if one.kind == "organisation"}:
            for form in forms:
                if form[0] == name[0] and abbreviates(form, name):
                    found[form].add(name)
    return {form: full.pop() for form, full in found.items() if len(full) == 1}


def _is_short_form(run: Run) -> bool:
    """Say whether a run is an abbreviation such as CPGB, or CPGB ML."""
    first = run.words[0]
    return (
        all(one.isupper() and one.isalpha() for one in run.words)
        and 3 <= len(first) <= 6
        and not set(first) & set("AEIOUY")
        and first not in listed("no_names")
        and not set(first) <= set("IVXLCDM")
        and len(run.words) <= 2
    )


def _groups(text: str, names: Sequence[_Alias]) -> list[_Alias]:
    """Find groups: those whom a word in -ists names, and somebody's critics or followers."""
    found: list[_Group] = []
    at = text.find(_PLURAL)
    while at >= 0:
        end = at + len(_PLURAL)
        before = _IST.search(text, max(0, at - 30), at)
        if before and not text[end : end + 1].isalnum():
            word = text[before.start() : end]
            if _holds_a_view(word.lower()):
                reason = "Its ending names those who hold a view."
                found.append(_Group(before.start(), end, word, 0.7, reason))
        at = text.find(_PLURAL, end)
    for match in _GROUP.finditer(text):
        start, end = match.span()
        while text[end - 1].isspace():
            end -= 1
        name = " ".join(text[start:end].split())
        if not name.endswith(("of", "the")):
            found.append(_Group(start, end, name, 0.6, "Named as somebody's critics or followers."))
    taken = {place for one in names for place in (one.found.start, one.found.end - 1)}
    return [
        _Alias(one, one.name)
        for one in found
        if one.start not in taken and one.end - 1 not in taken
    ]


def _holds_a_view(word: str) -> bool:
    """Say whether a word in -ists names adherents and no trade."""
    last = word.rpartition("-")[2]
    return "-" in word or not (last in NOT_GROUPS or last.endswith("ologists"))


# records


@dataclass(frozen=True, slots=True)
class _Actors:
    records: tuple[Actor, ...]
    of: dict[tuple[str, str], str]


def _actors(names: Iterable[_Alias]) -> _Actors:
    """Make one actor of all written forms of a name."""
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in names:
        if one.found.kind in ("person", "organisation", "group"):
            forms[_key(one.full), one.found.kind][one.found.name] += 1
            forms[_key(one.full), one.found.kind][one.full] += 0
    records = []
    of = {}
    for (key, kind), written in forms.items():
        name = max(written, key=lambda it: (it.casefold() == key, written[it], it))
        id_ = actor_id(name, kind)
        of[key, kind] = id_
        records.append(
            Actor(id_, name, tuple(sorted(one for one in written if written[one])), kind)  # type: ignore[arg-type]
        )
    return _Actors(tuple(records), of)


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()


def _mention(document: Document, reading: str, one: _Alias, actors: _Actors) -> Mention:
    found = one.found
    where = span(document.text, found.start, found.end)
    id_ = anchored_id("mention", document.id, [where], found.kind)
    mention = Mention(
        id_, document.id, reading, where, found.kind, score=found.score, reason=found.reason
    )
    if found.kind == "place":
        return replace(mention, place=one.full)
    if found.kind == "event":
        return replace(mention, event=one.full)
    return replace(mention, actor=actors.of[_key(one.full), found.kind])


def _url(document: Document, reading: str, start: int, end: int) -> Mention:
    where = span(document.text, start, end)
    id_ = anchored_id("mention", document.id, [where], "url")
    return Mention(
        id_, document.id, reading, where, "url", url=address(where.exact), reason="A web address."
    )


def _work(text: str, one: Named) -> Work:
    fields: dict[str, object] = {"title": " ".join(one.title.split())}
    fields["type"] = "periodical" if one.serial else "book"
    if one.year is not None:
        fields["issued"] = {"date-parts": [[one.year]]}
    if one.author is not None:
        author = " ".join(text[one.author[0] : one.author[1]].split())
        words = author.split()
        while len(words) > 1 and words[0].rstrip(".") in listed("titles"):
            words = words[1:]
        fields["author"] = [{"literal": " ".join(words)}]
    return Work(work_id(one.title), fields)  # type: ignore[arg-type]


def _work_mention(document: Document, reading: str, one: Named) -> Mention:
    where = span(document.text, one.start, one.end)
    id_ = anchored_id("mention", document.id, [where], "work")
    return Mention(
        id_, document.id, reading, where, "work", work=work_id(one.title),
        date=f"{one.year:04d}" if one.year else None,
        basis="explicit" if one.year else None, score=one.score, reason=one.reason,
    )  # fmt: skip
