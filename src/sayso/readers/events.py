"""Find dated events that a sentence states plainly: births, deaths, foundings, ends, publications.

An event needs three things in one sentence: a verb of the list, a date beside it, and the actor
whom the verb is said of, next to it. What would have happened, did not, or may have is left out.
English.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Document, Event, Mention, Record, Relation, anchored_id
from sayso.sentences import split
from sayso.text import span

_VERBS: dict[str, str] = {
    "BIRTH": r"(?:was|were)\s(?:\w+\s)?born|born",
    "DEATH": (
        r"died|passed\saway|(?:was|were)\s(?:later\s|then\s)?(?:killed|executed|assassinated|murdered|"
        r"hanged|shot\sdead|beheaded|guillotined)"
    ),
    "FOUNDING": (
        r"(?:was|were)\s(?:\w+\s)?(?:founded|formed|established|set\sup|created|constituted|launched)|"
        r"founded|co-founded|established"
    ),
    "END": (
        r"(?:was|were)\s(?:\w+\s)?(?:dissolved|disbanded|abolished|wound\sup|closed\sdown|destroyed)|"
        r"ceased\sto\sexist|collapsed|disbanded"
    ),
    "PUBLICATION": (
        r"(?:was|were)\s(?:first\s)?(?:published|printed|issued)|published|issued|wrote|produced"
    ),
    "OFFICE": (
        r"(?:was|were)\s(?:re-)?(?:elected|appointed|chosen|nominated)|became|resigned|took\soffice"
    ),
    "JOINING": r"joined|(?:was|were)\sadmitted",
    "LEAVING": r"(?:was|were)\sexpelled|broke\swith",
    "ARREST": r"(?:was|were)\s(?:arrested|imprisoned|jailed|deported|exiled)",
    "MARRIAGE": r"married",
    "CRITICISM": r"attacked|denounced|criticised|criticized|condemned",
    "SPEECH": r"said|wrote\sthat|declared|announced|spoke|told|delivered|proclaimed",
    "SIGNING": r"signed|ratified",
    "AWARD": r"(?:was|were)\sawarded|received|won",
    "TRAVEL": r"visited|arrived|returned|emigrated|moved|fled",
}  # fmt: skip
_VERB = re.compile(
    r"\b(?:" + "|".join(f"(?P<{class_}>{verbs})" for class_, verbs in _VERBS.items()) + r")\b"
)
_PASSIVE_BY = re.compile(r"\s(?:[\w,]+\s){0,12}?by\s(?:the\s)?\Z")
_UNREAL = re.compile(
    r"\b(?:not|never|n[’']t|would|could|should|might|may|must|will|shall|if|unless|cannot|nearly|"
    r"almost|allegedly|supposedly|to)\s(?:have\s|be\s)?(?:\w+\s)?\Z"
)
_DENIED = re.compile(r"(?:was|were)\s(?:not|never|nearly|almost|to)\s")
_SUBJECT_GAP = re.compile(
    r"\s?(?:\([^()]{1,80}\)\s?)?(?:,\s(?:who\s|which\s)?|,[^,;.]{1,70},\s)?"
    r"(?:(?:who|which|had|has|have|was|later|then|also|first|again|finally|himself|herself|itself|"
    r"soon|he|once)\s){0,3}"
)
_AND = re.compile(r",?\s(?:and\s|who\s|he\s|she\s){0,2}(?:later\s|then\s)?")
_LIFE = re.compile(r",?\s?[(\[](?P<word>b\.|born|d\.|died|c\.)?\s?(?:in\s)?(?:on\s)?\Z")
_NOUN = re.compile(
    r"\b(?:(?P<END>dissolution|abolition|collapse|disbanding|destruction)|(?P<FOUNDING>founding|"
    r"foundation|formation|establishment|creation)|(?P<DEATH>death|assassination|execution|murder)|"
    r"(?P<BIRTH>birth))\sof\s(?:the\s|(?:Mr|Mrs|Dr)\.?\s|Professor\s|President\s)?"
)
_THEN = re.compile(r",?\s(?:in|on|of)\s(?:the\s)?|,?\s[(]")
_SPEAKS_OF = re.compile(r"\b(?:about|on\s(?:the|his|her|how)|that|how|why|to)\b")
_GOVERNED = re.compile(
    r"\b(?:of|by|with|under|for|against|in|than|like|to|from)\s(?:the\s)?\Z", re.IGNORECASE
)
_IN = re.compile(r"[^.;]{0,40}?\b(?:in|at|near)\s\Z")
_BARRIER = re.compile(r"[;:]|,\s(?:while|whereas|although|but|though)\s")
_NEAR = 90
_OBJECTS = ("FOUNDING", "JOINING")
_TIES = {"FOUNDING": "founded", "JOINING": "joined"}


@dataclass(frozen=True, slots=True)
class EventReader:
    """Find dated events and the ties they make, in English."""

    name: str = "events"
    version: str = "1"
    languages: tuple[str, ...] = ("en",)
    after: tuple[str, ...] = ("dates", "names")

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Event | Relation]:
        """Yield events, and a relation after each that ties two actors, in the text's order."""
        ground = _Ground(document, reading, known)
        if not ground.dates:
            return
        found: list[Event | Relation] = [*_lives(ground), *_nouns(ground)]
        taken = {one.span.end for one in found}
        dates_left = [one for one in ground.dates if not taken & {one.span.end, one.span.end + 1}]
        starts = [one.span.start for one in dates_left]
        for start, end in split(document.text, document.paragraphs):
            dates = _within(dates_left, starts, start, end)
            if dates:
                found += _sentence(ground, start, end, dates)
        yield from sorted(found, key=lambda one: (one.span.start, -one.span.end))


READER = EventReader()


class _Ground:
    """A document with the dates, actors and places that were read in it."""

    def __init__(self, document: Document, reading: str, known: Sequence[Record]) -> None:
        self.document, self.reading, self.text = document, reading, document.text
        mentions = sorted(
            (one for one in known if isinstance(one, Mention)), key=lambda one: one.span.start
        )
        self.dates = [one for one in mentions if one.kind == "date" and one.date]
        self.date_starts = [one.span.start for one in self.dates]
        self.actors = [one for one in mentions if one.actor]
        self.actor_starts = [one.span.start for one in self.actors]
        self.places = [one for one in mentions if one.kind == "place"]
        self.place_starts = [one.span.start for one in self.places]


def _within(found: Sequence[Mention], starts: Sequence[int], low: int, high: int) -> list[Mention]:
    return list(found[bisect_left(starts, low) : bisect_left(starts, high)])


# lives


def _lives(ground: _Ground) -> Iterator[Event]:
    """Yield births and deaths from years after a name: "Ann Vane (1911-1983)", "(born 1911)"."""
    for date in ground.dates:
        nth = bisect_left(ground.actor_starts, date.span.start) - 1
        person = ground.actors[nth] if nth >= 0 else None
        if person is None or person.kind != "person" or date.basis != "explicit":
            continue
        between = ground.text[person.span.end : date.span.start]
        match = _LIFE.fullmatch(between) if len(between) <= 12 else None
        closing = ground.text[date.span.end : date.span.end + 1]
        if not match or closing not in (")", "]", ",", ";"):
            continue
        first, dash, last = (date.date or "").partition("/")
        word = (match["word"] or "")[:1]
        if dash and word in ("", "c"):
            yield _life(ground, person, date, "BIRTH", first)
            yield _life(ground, person, date, "DEATH", last)
        elif not dash and word in ("b", "d"):
            yield _life(ground, person, date, "BIRTH" if word == "b" else "DEATH", first)


def _life(ground: _Ground, person: Mention, date: Mention, class_: str, when: str) -> Event:
    end = date.span.end + 1
    where = span(ground.text, person.span.start, min(end, len(ground.text)))
    verb = "was born" if class_ == "BIRTH" else "died"
    return Event(
        anchored_id("event", ground.document.id, [where], class_), ground.document.id,
        ground.reading, where, f"{_plain(person.span.exact)} {verb}", class_,
        (person.actor or "",), when, None, 0.9, "The years of a life stand after the name.",
    )  # fmt: skip


# nouns


def _nouns(ground: _Ground) -> Iterator[Event]:
    """Yield "the dissolution of the Lantern Party in 1938", "the death of Ann Vane in 1983"."""
    for match in _NOUN.finditer(ground.text):
        actor = _at(ground.actors, ground.actor_starts, match.end())
        if actor is None:
            continue
        gap = _THEN.match(ground.text, actor.span.end)
        date = _at(ground.dates, ground.date_starts, gap.end()) if gap else None
        class_ = str(match.lastgroup)
        if date is None or (class_ in ("BIRTH", "DEATH")) != (actor.kind == "person"):
            continue
        where = span(ground.text, match.start(), date.span.end)
        score = 0.85 if date.basis == "explicit" else 0.6
        yield Event(
            anchored_id("event", ground.document.id, [where], class_), ground.document.id,
            ground.reading, where, _plain(ground.text[match.start() : actor.span.end]), class_,
            (actor.actor or "",), date.date, None, score, "A noun names the event, with its date.",
        )  # fmt: skip


def _at(found: Sequence[Mention], starts: Sequence[int], at: int) -> Mention | None:
    nth = bisect_left(starts, at)
    return found[nth] if nth < len(found) and found[nth].span.start == at else None


# sentences


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of an event in a sentence: its place, its class, whether it is passive."""

    start: int
    end: int
    class_: str
    passive: bool


def _sentence(
    ground: _Ground, start: int, end: int, dates: Sequence[Mention]
) -> Iterator[Event | Relation]:
    """Yield the events of one sentence that has dates."""
    verbs = [_verb(one) for one in _VERB.finditer(ground.text, start, end)]
    verbs = [one for one in verbs if not _is_unreal(ground.text, start, one.start)]
    ends = [one.end for one in verbs]
    starts = [one.span.start for one in dates]
    before: tuple[_Verb, Mention, Mention] | None = None
    for verb in verbs:
        near = _near(ground.text, verb, dates, starts)
        mutual = (one for one in near if _nearest_verb(ground.text, one, verbs, ends) is verb)
        date = next(mutual, None)
        if date is None or not _tells_when(ground.text, verb, date):
            continue
        subject = _subject(ground, start, verb) or _carried(ground.text, verb, before)
        if subject is None:
            continue
        before = (verb, date, subject)
        yield from _event(ground, verb, date, subject, end)


def _verb(match: re.Match[str]) -> _Verb:
    passive = match.group().startswith(("was", "were", "born"))
    return _Verb(match.start(), match.end(), match.lastgroup or "", passive)


def _gap(one: _Verb, date: Mention) -> int:
    return max(date.span.start - one.end, one.start - date.span.end, 0)


def _is_unreal(text: str, start: int, at: int) -> bool:
    """Say whether what stands before a verb, or after its "was", makes it no fact."""
    return bool(_UNREAL.search(text, max(start, at - 28), at) or _DENIED.match(text, at))


def _near(text: str, verb: _Verb, dates: Sequence[Mention], starts: Sequence[int]) -> list[Mention]:
    """Give the dates before and after a verb that nothing parts from it, the nearer one first."""
    nth = bisect_left(starts, verb.start)
    found = [one for one in dates[max(0, nth - 1) : nth + 1] if _gap(verb, one) <= _NEAR]
    free = [one for one in found if not _is_barred(text, verb, one)]
    return sorted(free, key=lambda one: _gap(verb, one))


def _is_barred(text: str, verb: _Verb, date: Mention) -> bool:
    low, high = min(verb.end, date.span.end), max(verb.start, date.span.start)
    return high - low <= _NEAR and bool(_BARRIER.search(text, low, high))


def _nearest_verb(
    text: str, date: Mention, verbs: Sequence[_Verb], ends: Sequence[int]
) -> _Verb | None:
    nth = bisect_left(ends, date.span.start)
    near = verbs[max(0, nth - 1) : nth + 1]
    free = [one for one in near if not _is_barred(text, one, date)]
    return min(free, key=lambda one: _gap(one, date), default=None)


def _tells_when(text: str, verb: _Verb, date: Mention) -> bool:
    """Say whether a date after a verb of saying or writing is its own, not what it speaks of."""
    between = text[verb.end : date.span.start]
    if verb.class_ == "SPEECH":
        return date.span.end <= verb.start or len(between) <= 5
    return verb.class_ != "PUBLICATION" or not _SPEAKS_OF.search(between)


def _subject(ground: _Ground, start: int, verb: _Verb) -> Mention | None:
    """Give the actor who stands right before the verb."""
    nth = bisect_left(ground.actor_starts, verb.start) - 1
    if nth < 0:
        return None
    actor = ground.actors[nth]
    between = ground.text[actor.span.end : verb.start]
    if actor.span.start < start or len(between) > 110 or not _SUBJECT_GAP.fullmatch(between):
        return None
    return actor if _is_free(ground.text, actor.span.start) else None


def _is_free(text: str, start: int) -> bool:
    """Say whether a name may be a subject: in "the death of Ann Vane was" it is none."""
    return not _GOVERNED.search(text, max(0, start - 14), start)


def _carried(
    text: str, verb: _Verb, before: tuple[_Verb, Mention, Mention] | None
) -> Mention | None:
    """Give the subject of the verb before: "was born in 1911 and died in 1983"."""
    if before is None:
        return None
    last, date, subject = before
    at = max(last.end, date.span.end)
    return subject if at <= verb.start and _AND.fullmatch(text[at : verb.start]) else None


def _event(
    ground: _Ground, verb: _Verb, date: Mention, subject: Mention, end: int
) -> Iterator[Event | Relation]:
    if verb.class_ in ("BIRTH", "DEATH", "MARRIAGE") and subject.kind != "person":
        return
    text = ground.text
    low = min(subject.span.start, verb.start, date.span.start)
    high = max(verb.end, date.span.end)
    other = _other(ground, verb, end)
    participants = [subject.actor or ""]
    if other:
        participants.append(other.actor or "")
        high = max(high, other.span.end)
    where = span(text, low, high)
    score = {"explicit": 0.85, "inferred": 0.65}.get(date.basis or "", 0.55)
    what = _plain(f"{subject.span.exact} {text[verb.start : verb.end]}")
    if other:
        what += f"{' by' if verb.passive else ''} {_plain(other.span.exact)}"
    yield Event(
        anchored_id("event", ground.document.id, [where], verb.class_), ground.document.id,
        ground.reading, where, what,
        verb.class_, tuple(dict.fromkeys(participants)), date.date, _where(ground, verb, end),
        score, "One sentence names who, what and when.",
    )  # fmt: skip
    if other and verb.class_ in _TIES:
        doer, done = (other, subject) if verb.passive else (subject, other)
        yield Relation(
            anchored_id("relation", ground.document.id, [where], verb.class_), ground.document.id,
            ground.reading, doer.actor or "", _TIES[verb.class_], done.actor or "", date.date,
            where, score, "One sentence says so.",
        )  # fmt: skip


def _other(ground: _Ground, verb: _Verb, end: int) -> Mention | None:
    """Give whom a founder founded, a member joined, or by whom something was founded."""
    if verb.class_ not in _OBJECTS:
        return None
    for actor in _within(ground.actors, ground.actor_starts, verb.end, min(end, verb.end + 120)):
        between = ground.text[verb.end : actor.span.start]
        if verb.passive:
            if _PASSIVE_BY.fullmatch(between):
                return actor
        elif re.fullmatch(r"\s(?:the\s|a\s|his\s|her\s|its\s)?", between):
            return actor if actor.kind == "organisation" else None
    return None


def _where(ground: _Ground, verb: _Verb, end: int) -> str | None:
    """Give the place that "in" or "at" joins to the verb."""
    for place in _within(ground.places, ground.place_starts, verb.end, min(end, verb.end + 60)):
        if _IN.fullmatch(ground.text[verb.end : place.span.start]):
            return place.place
    return None


def _plain(words: str) -> str:
    return " ".join(words.split())
