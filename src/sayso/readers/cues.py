"""Find the words that say that something is said, and who says it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.readers import speakers
from sayso.readers.lexicons import words
from sayso.readers.speakers import Range
from sayso.readers.tokens import Token
from sayso.readers.verbs import Verb, forms

Way = Literal["verb", "noun", "according", "name", "reference"]

_GROUP = 7
_NOUN_VERBS = frozenset(("is", "was", "are", "were", "being", "runs", "ran", "reads", "read"))


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that announce or close what is said, as indexes of tokens, both ends included.

    `generic` says that the speaker is nobody in particular (one, critics); `noun` that the verb
    form stands as a participle or infinitive without a subject of its own.
    """

    first: int
    last: int
    way: Way
    base: str
    class_: str
    speaker: Range | None = None
    negated: bool = False
    modal: str = ""
    perfect: bool = False
    passive: bool = False
    infinitive: bool = False
    generic: bool = False


def verb_at(found: Sequence[Token], at: int) -> Cue | None:
    """Read the verb group around token `at`, if that is a reporting verb used as a verb."""
    verb = forms().get(found[at].low)
    if verb is None or (found[at].capital and at and found[at - 1].text not in '”"’»'):
        return None
    if _is_noun(found, at, verb):
        return None
    first, low = at, [found[at].low]
    for back in range(at - 1, max(-1, at - _GROUP), -1):
        one = found[back].low
        if not _in_group(found, back):
            break
        low.append(one)
        first = back
    while first < at and found[first].low in words("adverbs") and found[first].capital:
        first += 1
    be = any(one in words("be") for one in low[1:])
    have = any(one in words("have") for one in low[1:])
    only_ing = verb.forms == frozenset(("ing",))
    passive = be and "participle" in verb.forms and not only_ing
    modal = next((one for one in low[1:] if one in words("modals")), "")
    infinitive = "to" in low[1:] or (only_ing and not be)
    negated = any(one in words("negations") or one.endswith("n't") for one in low[1:])
    last = at
    if at + 1 < len(found) and (verb.base, found[at + 1].low) in _PARTICLES:
        last = at + 1
    elif verb.base == "point":
        return None
    return Cue(
        first, last, "verb", verb.base, verb.class_,
        negated=negated, modal=modal, perfect=have, passive=passive, infinitive=infinitive,
    )  # fmt: skip


_PARTICLES = frozenset((("point", "out"), ("put", "forward"), ("cry", "out"), ("hold", "forth")))


def with_subject(found: Sequence[Token], cue: Cue) -> Cue:
    """Add the subject before the verb group; a participle has that of its sentence."""
    if cue.passive:
        return _changed(cue, _agent(found, cue))
    if cue.infinitive:
        subject = speakers.near_pronoun(found, cue.first) or speakers.of_clause(found, cue.first)
        return _changed(cue, subject)
    subject = speakers.before(found, cue.first)
    if subject is None and cue.first and _shares_subject(found, cue.first):
        subject = speakers.opening(found)
    return _named(found, cue, subject)


def _agent(found: Sequence[Token], cue: Cue) -> Range | None:
    """Give X of "it was remarked by X"."""
    at = cue.last + 1
    if at + 1 < len(found) and found[at].low == "by":
        return speakers.after(found, at + 1)
    return None


def _shares_subject(found: Sequence[Token], first: int) -> bool:
    """Say whether a verb follows "and", "but" or a comma, and so shares the subject before."""
    return found[first - 1].low in ("and", "but", "then", ",", "or", "while", "by")


def _named(found: Sequence[Token], cue: Cue, subject: Range | None) -> Cue:
    if subject is None:
        return _changed(cue, None)
    head = found[subject[0]].low
    if head == "there" or (head == "it" and (cue.passive or cue.class_ == "think")):
        return _changed(cue, None)
    negated = cue.negated or head in ("nobody", "none", "no")
    generic = head in words("generic_subjects") and not speakers.is_named(found, subject)
    return Cue(
        cue.first, cue.last, cue.way, cue.base, cue.class_, subject, negated, cue.modal,
        cue.perfect, cue.passive, cue.infinitive, generic,
    )  # fmt: skip


def _changed(cue: Cue, subject: Range | None) -> Cue:
    return Cue(
        cue.first, cue.last, cue.way, cue.base, cue.class_, subject, cue.negated, cue.modal,
        cue.perfect, cue.passive, cue.infinitive, cue.generic,
    )  # fmt: skip


def _in_group(found: Sequence[Token], at: int) -> bool:
    low = found[at].low
    if low in words("auxiliaries") or low in words("adverbs") or low == "to":
        return "'" not in low or low.endswith("n't")
    if low in words("negations"):
        return low not in ("nobody", "none", "neither", "nor")
    return low.endswith("ly") and low not in words("not_adverbs") and not found[at].capital


def _is_noun(found: Sequence[Token], at: int, verb: Verb) -> bool:
    """Say whether "claim", "report", "proposed" stand as nouns or adjectives here."""
    if at == 0:
        return False
    before = found[at - 1]
    low = before.low
    if low in words("determiners") and low not in ("all", "both", "some", "many", "most", "one"):
        return low not in ("that", "those") or "base" in verb.forms
    if before.possessive and before.text[0].isupper():
        return True
    adjective = speakers.is_adjective(before) or (low.endswith("ed") and low not in forms())
    if at > 1 and adjective and verb.forms & {"base", "present"}:
        article = found[at - 2]
        return article.low in words("determiners") or article.possessive
    if low == "to":
        return "base" not in verb.forms
    return low in words("prepositions") and verb.forms != frozenset(("ing",))


def verbs(found: Sequence[Token]) -> Iterator[Cue]:
    """Give the reporting verbs of a stretch, from its end to its beginning, without subjects."""
    for at in range(len(found) - 1, -1, -1):
        if found[at].low in forms():
            cue = verb_at(found, at)
            if cue:
                yield cue


def noun_before(found: Sequence[Token], end: int) -> Cue | None:
    """Read "the argument is", "his view that", "in the words of Mill" right before token `end`."""
    at = end - 1
    while at >= 0 and (found[at].text in ",:—–." or found[at].low in ("viz", "namely")):
        at -= 1
    colon = at >= 0 and at + 1 < end and found[at + 1].text == ":"
    if at < 0:
        return None
    low = found[at].low
    if low == "that" or low in _NOUN_VERBS or low == "as":
        verb_end = at
        at -= 1
        while at >= 0 and found[at].low in words("adverbs") | words("auxiliaries"):
            at -= 1
    elif colon:
        verb_end = at
    else:
        return _of_speaker(found, at)
    noun = _noun_back(found, at)
    if noun is None:
        return None
    return _noun_cue(found, noun, verb_end, at)


def _noun_back(found: Sequence[Token], at: int) -> int | None:
    """Look back for a speech noun over the phrase that hangs on it ("the aim of his work")."""
    for back in range(at, max(-1, at - 12), -1):
        one = found[back]
        if not one.word or one.low in words("auxiliaries"):
            return None
        if one.low in words("speech_nouns"):
            further = back - 1
            if (
                further > 0
                and found[further].low == "of"
                and found[further - 1].low in words("speech_nouns")
            ):
                return further - 1
            return _outer_noun(found, back)
    return None


def _outer_noun(found: Sequence[Token], at: int) -> int:
    """Prefer the head in "the aim of his speech" to the noun inside."""
    for back in range(at - 1, max(-1, at - 5), -1):
        if found[back].low == "of" and back and found[back - 1].low in words("speech_nouns"):
            return back - 1
        if not found[back].word:
            break
    return at


def _noun_cue(found: Sequence[Token], noun: int, verb_end: int, at: int) -> Cue | None:
    """Make the cue of a speech noun, with its possessor or its "of" as the speaker."""
    first = noun
    speaker: Range | None = None
    if noun and found[noun - 1].word:
        back = noun - 1
        while (
            back >= 0 and found[back].word and not _starts_phrase(found, back) and noun - back < 4
        ):
            back -= 1
        if back >= 0 and _starts_phrase(found, back):
            first = back
    if found[first].low in ("his", "her", "their", "its", "our", "my"):
        speaker, first = (first, first), min(first + 1, noun)
    elif found[first].possessive and first < noun:
        whole = speakers.before(found, first + 1)
        speaker, first = whole or (first, first), first + 1
    elif noun + 2 <= at and found[noun + 1].low in ("of", "by", "from"):
        hung = noun + 2
        if found[hung].low in ("his", "her", "their", "our", "my"):
            speaker = (hung, hung)
        else:
            owner = speakers.after(found, hung, limit=at + 1)
            speaker = owner if owner and speakers.is_named(found, owner) else None
    expressed = _expressing(found, first)
    if expressed is not None and speaker is None:
        return Cue(
            expressed.first, noun, "noun", expressed.base, expressed.class_, expressed.speaker,
            expressed.negated, expressed.modal, expressed.perfect, False, expressed.infinitive,
            expressed.generic,
        )  # fmt: skip
    last = noun if speaker and speaker[0] > noun else verb_end
    if found[last].low == "that" and last > first:
        last -= 1
    negated = any(one.low in words("negations") for one in found[noun : verb_end + 1])
    return Cue(first, last, "noun", found[noun].low, "noun", speaker, negated)


def _starts_phrase(found: Sequence[Token], at: int) -> bool:
    return found[at].low in words("determiners") or found[at].possessive


def _expressing(found: Sequence[Token], first: int) -> Cue | None:
    """Read the verb of "expressed the view", "made the claim" with its subject."""
    if first == 0:
        return None
    cue = verb_at(found, first - 1)
    if cue is None or cue.class_ in ("see", "show"):
        return None
    return with_subject(found, cue)


def _of_speaker(found: Sequence[Token], at: int) -> Cue | None:
    """Read "in the words of Mill", "in Mill's words", "for Mill" as the end of a stretch."""
    if found[at].low in ("words", "view", "opinion", "phrase", "formulation", "judgement"):
        back = at - 1
        while back > 0 and found[back].low != "in" and at - back < 6:
            back -= 1
        if back < 0 or found[back].low != "in" or back + 1 >= at:
            return None
        owner = found[at - 1]
        if owner.possessive or found[back + 1].low in ("his", "her", "their", "its", "our", "my"):
            return Cue(at, at, "noun", found[at].low, "noun", (back + 1, at - 1))
        return None
    for back in range(at, max(-1, at - 9), -1):
        if (
            found[back].low in ("of",)
            and back >= 2
            and found[back - 1].low
            in (
                "words",
                "view",
                "opinion",
                "phrase",
                "formulation",
            )
            and found[back - 2].low in ("the", "memorable", "famous")
        ):
            speaker = speakers.after(found, back + 1, limit=at + 1)
            first = back - 2 if back < 3 or found[back - 3].low != "in" else back - 3
            return Cue(first, back, "noun", found[back - 1].low, "noun", speaker)
    return None


def according(found: Sequence[Token]) -> Cue | None:
    """Read "according to X" or "as X put it" anywhere in a stretch; the last one counts."""
    for at in range(len(found) - 2, -1, -1):
        if found[at].low == "according" and found[at + 1].low == "to":
            speaker = speakers.after(found, at + 2)
            if speaker and at == 0:
                speaker = _unapposed(found, speaker)
            if speaker:
                return Cue(at, at + 1, "according", "according", "say", speaker)
    return None


def _unapposed(found: Sequence[Token], speaker: Range) -> Range:
    """Leave out what follows the first comma, unless a clause begins behind a second one.

    "According to Pell, the keeper, it was blue" keeps the keeper; "According to Pell, the ledger
    was blue" keeps Pell alone.
    """
    comma = next((n for n in range(*speaker) if found[n].text == ","), 0)
    if not comma:
        return speaker
    behind = speaker[1] + 1
    closed = behind + 1 < len(found) and found[behind].text == ","
    begins = found[behind + 1] if closed else None
    clause = begins is not None and (
        begins.capital
        or begins.low in words("determiners")
        or begins.low in words("subject_pronouns")
        or begins.text in '“"‘'
    )
    return speaker if clause else (speaker[0], comma - 1)


def put_it(found: Sequence[Token], at: int) -> Cue | None:
    """Read "as X puts it" or "as X said" that begins at token `at`."""
    if at >= len(found) or found[at].low != "as":
        return None
    for verb in range(at + 2, min(len(found), at + 12)):
        low = found[verb].low
        known = low in ("put", "puts") and verb + 1 < len(found) and found[verb + 1].low == "it"
        reporting = forms().get(low)
        if known or (reporting and reporting.class_ in ("say", "argue", "call")):
            first = verb
            while first > at + 1 and _in_group(found, first - 1):
                first -= 1
            subject = speakers.before(found, first)
            if subject and subject[0] > at:
                last = verb + 1 if known else verb
                return Cue(first, last, "verb", "put" if known else reporting.base, "say", subject)  # type: ignore[union-attr]
            return None
    return None
