"""The reader of indirect statements: X argued that …, according to X …, …, said X.

Only the plain forms are read: a reporting verb with a subject beside it and a clause behind it.
What it leaves out, a person or a trained reader can add; what it gives should be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Document, Record, Span, Statement, statement_id
from sayso.readers import cues, speakers
from sayso.readers.clauses import content
from sayso.readers.cues import Cue
from sayso.readers.grounds import Outside, Stretch
from sayso.readers.lexicons import words
from sayso.readers.speakers import Range
from sayso.readers.tokens import Token, tokens
from sayso.readers.verbs import forms
from sayso.readers.who import Who
from sayso.text import span

_CLASSES = frozenset(("say", "argue", "deny", "admit", "warn", "think", "order"))
_PERSONS = frozenset(("i", "we", "you", "my", "our"))
_MANY = frozenset(
    """couple crowd dozen family few group half handful host hundred lot majority many minority
    number score series team third thousand""".split()
)
_TELLING = frozenset("tell inform remind assure warn advise ask caution promise teach".split())
_ASKING = frozenset("ask question wonder explain doubt inquire enquire know".split())
_BARE = """said says claimed claims argued argues insisted insists believes believed maintains
maintained contends contended admits admitted thinks thought alleges alleged suggests
suggested asserts asserted concedes conceded fears feared hopes hoped warns warned predicts
predicted reckons reckoned acknowledges acknowledged""".split()
_CANDIDATE = re.compile(
    r"\b(?:that|whether|[Aa]ccording to|" + "|".join(sorted(_BARE, reverse=True)) + r")\b"
)
_GAP = 8
_AFTER = 4
_DAYS = frozenset(
    "today yesterday monday tuesday wednesday thursday friday saturday sunday".split()
)
_ENDING = re.compile(r"[,—–-]\s*\Z")


@dataclass(frozen=True, slots=True)
class _Told:
    """A reported clause: where it stands, its cue and speaker as places."""

    start: int
    end: int
    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    found: Cue
    score: float
    reason: str


class Indirect:
    """Read what is reported without quotation marks, in the plain forms."""

    name = "indirect"
    version = "3"
    languages: tuple[str, ...] = ("en",)
    after = ("notes", "names", "quotations", "turns")

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield the statements, in document order, with the unnamed actors they need."""
        outside = Outside(document, known, document.text)
        who = Who(document, known)
        taken = -1
        for stretch, candidates in outside.sentences_with(_CANDIDATE):
            for at in candidates:
                if at.start() < taken:
                    continue
                told = _read(document.text, stretch, at)
                if told is None or outside.is_quotation(told.start, told.end, told.cue):
                    continue
                taken = told.end
                yield from _records(document, reading, told, stretch, who)
                break


def _read(text: str, stretch: Stretch, at: re.Match[str]) -> _Told | None:
    word = at.group()
    found = tokens(text, stretch.start, stretch.end)
    nth = next((n for n, one in enumerate(found) if one.start >= at.start()), None)
    if nth is None or found[nth].start != at.start():
        return None
    if word.endswith("ccording to"):
        return _according(text, stretch, found, nth)
    if word in ("that", "whether"):
        return _that(text, stretch, found, nth)
    return _bare(text, stretch, found, nth)


def _according(text: str, stretch: Stretch, found: list[Token], nth: int) -> _Told | None:
    """Read "According to X, …" and "…, according to X"."""
    cue = cues.according(found[nth : nth + 30])
    if cue is None or cue.speaker is None or cue.first != 0:
        return None
    if not _is_party(found[nth:], cue.speaker):
        return None
    low, high = nth + cue.speaker[0], nth + cue.speaker[1]
    if nth <= 2:
        comma = next(
            (n for n in range(high + 1, min(len(found), nth + 16)) if found[n].text == ","), 0
        )
        if not comma:
            return None
        high = comma - 1
        where = content(text, found[comma].end, stretch.end)
    elif nth > 3 and sum(one.word for one in found[high + 1 :]) <= _AFTER:
        where = content(text, stretch.start, found[nth].start)
    else:
        return None
    if where is None:
        return None
    speaker = (found[low].start, found[high].end)
    return _Told(
        *where, (found[nth].start, found[nth + 1].end), speaker, cue, 0.85,
        "“according to” names the speaker of the sentence.",
    )  # fmt: skip


def _that(text: str, stretch: Stretch, found: list[Token], nth: int) -> _Told | None:
    """Read "X argued (…) that …" and "X asked whether …"."""
    for at in range(nth - 1, max(-1, nth - 2 - _GAP), -1):
        verb = forms().get(found[at].low)
        if verb is None:
            continue
        cue = cues.verb_at(found, at)
        if cue is None:
            continue
        if cue.class_ not in _CLASSES or not _gap_fits(found, cue, nth):
            return None
        if cue.infinitive and not _hangs_on(found, cue):
            return None
        if found[nth].low == "whether" and cue.base not in _ASKING:
            return None
        start = found[nth].start if found[nth].low == "whether" else found[nth].end
        return _told(text, stretch, found, cue, start, 0.88)
    return None


def _is_noun(found: Sequence[Token], cue: Cue) -> bool:
    """Say whether a word that may be a verb is none behind "a": "such a good joke that".

    "A number of critics say that" has a verb.
    """
    if cue.speaker is None or not found[cue.first].low == found[cue.last].low == cue.base:
        return False
    speaker = [one.low for one in found[cue.speaker[0] : cue.speaker[1] + 1]]
    return speaker[0] in ("a", "an") and _MANY.isdisjoint(speaker)


def _hangs_on(found: Sequence[Token], cue: Cue) -> bool:
    """Say whether a participle follows a comma: "…, adding that"; no infinitive is read."""
    before = found[cue.first - 1].text if cue.first else ""
    return before in (",", "—", "–") and found[cue.last].low.endswith("ing")


def _gap_fits(found: Sequence[Token], cue: Cue, nth: int) -> bool:
    """Say whether what stands between verb and "that" is an addressee or an adverbial."""
    gap = found[cue.last + 1 : nth]
    if not gap:
        return True
    if gap[-1].text != "," and not _begins_clause(found, nth + 1):
        return False
    if any(one.low in words("auxiliaries") or one.low in ("and", "or", "but") for one in gap):
        return False
    first = gap[0]
    if first.text == ",":
        return gap[-1].text == "," and len(gap) > 2
    if first.low in words("prepositions") or first.low in words("adverbs"):
        return len(gap) > 1 or first.low in words("adverbs")
    if first.low.endswith("ly") or first.low in _DAYS:
        return len(gap) == 1
    return cue.base in _TELLING and len(gap) <= 4


def _begins_clause(found: Sequence[Token], at: int) -> bool:
    """Say whether a subject follows: "that sees …" hangs on a noun, "that he sees …" does not."""
    if at >= len(found):
        return False
    low = found[at].low
    return (
        found[at].capital
        or low in words("determiners")
        or low in words("subject_pronouns")
        or low in ("there", "if", "when")
    )


def _bare(text: str, stretch: Stretch, found: list[Token], nth: int) -> _Told | None:
    """Read "X said the war was lost" and "The war was lost, X said"."""
    cue = cues.verb_at(found, nth)
    if cue is None or cue.infinitive or cue.passive or cue.class_ not in _CLASSES:
        return None
    if cue.last + 1 < len(found) and found[cue.last + 1].low in ("that", "whether"):
        return None
    rest = [one for one in found[cue.last + 1 :] if one.word]
    if len(rest) <= 1 or found[cue.last + 1].text in (".", "?", "!"):
        return _closing(text, stretch, found, cue)
    begins = found[cue.last + 1]
    subjects = ("he", "she", "they", "it", "there", "we", "i")
    fits = begins.low in subjects or begins.low in words("determiners") or begins.capital
    if not begins.word or not fits or not _has_verb(found[cue.last + 2 :]):
        return None
    return _told(text, stretch, found, cue, begins.start, 0.75)


def _has_verb(found: Sequence[Token]) -> bool:
    """Say whether a finite verb follows within a few words: there is a clause to report."""
    for one in found[:9]:
        if one.text in (",", ";", ":") or one.low in ("who", "which", "that"):
            return False
        if one.low in words("auxiliaries") or one.low in words("modals"):
            return True
        if one.word and not one.capital and one.low.endswith("ed") and len(one.low) > 4:
            return True
    return False


def _closing(text: str, stretch: Stretch, found: list[Token], cue: Cue) -> _Told | None:
    """Read "…, X said." at the end of a sentence."""
    cue = cues.with_subject(found, cue)
    if cue.speaker is None or cue.class_ == "think" or not _is_party(found, cue.speaker):
        return None
    low = found[cue.speaker[0]]
    if cue.speaker[0] < 4 or found[cue.speaker[0] - 1].text not in (",", "—", "–"):
        return None
    if low.low in _PERSONS:
        return None
    where = content(text, stretch.start, low.start)
    if where is None:
        return None
    speaker = (low.start, found[cue.speaker[1]].end)
    place = (found[cue.first].start, found[cue.last].end)
    return _Told(*where, place, speaker, cue, 0.85, _reason(text, place, after=True))


def _told(
    text: str, stretch: Stretch, found: list[Token], cue: Cue, start: int, score: float
) -> _Told | None:
    cue = cues.with_subject(found, cue)
    impersonal = cue.passive and cue.first and found[cue.first - 1].low == "it"
    if (impersonal and cue.class_ == "think") or not _is_party(found, cue.speaker):
        return None
    if (cue.speaker is None and not impersonal) or _is_noun(found, cue):
        return None
    if cue.speaker and found[cue.speaker[0]].low in _PERSONS | {"which", "who", "that"}:
        return None
    if cue.speaker and found[cue.speaker[0]].low == "this" and cue.speaker[1] < 3:
        return None  # "this essay argues that" is the author's own
    where = content(text, start, stretch.end)
    if where is None:
        return None
    place = (found[cue.first].start, found[cue.last].end)
    speaker = None
    if cue.speaker:
        speaker = (found[cue.speaker[0]].start, found[cue.speaker[1]].end)
    elif score:
        score = min(score, 0.7)
    return _Told(*where, place, speaker, cue, score, _reason(text, place, after=False))


def _is_party(found: Sequence[Token], speaker: Range | None) -> bool:
    return speaker is None or speakers.may_speak(found, speaker)


def _reason(text: str, place: tuple[int, int], *, after: bool) -> str:
    said = " ".join(text[place[0] : place[1]].split())
    return f"“{said}” {'closes' if after else 'introduces'} a reported clause."


def _records(
    document: Document, reading: str, told: _Told, stretch: Stretch, who: Who
) -> Iterator[Record]:
    text = document.text
    where = (span(text, told.start, told.end),)
    named: tuple[Span, ...] = (span(text, *told.speaker),) if told.speaker else ()
    actors, records, unsure = who.are(named, told.start)
    yield from records
    yield Statement(
        statement_id(document.id, where, "indirect"), document.id, reading, "indirect", where,
        cue=span(text, *told.cue), speakers=named, actors=actors,
        holder=actors[0] if len(actors) == 1 else None, parent=stretch.parent,
        negated=told.found.negated, modal=bool(told.found.modal) or told.found.infinitive,
        notes=stretch.notes(told.start, told.end),
        score=min(told.score, 0.7) if unsure or told.found.modal else told.score,
        reason=told.reason,
    )  # fmt: skip


READER = Indirect()
