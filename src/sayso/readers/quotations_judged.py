"""Decide what a quotation is: somebody's words, a title, a term, words nobody said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.model import QuotedKind
from sayso.readers import cues, quotations_places, speakers
from sayso.readers.cues import Cue
from sayso.readers.lexicons import words
from sayso.readers.names_runs import nickname
from sayso.readers.quotations_settings import Setting
from sayso.readers.tokens import Token

_YEAR = re.compile(r"\s*[,]?\s*\((?:[^()\d]{0,40})?1[5-9]\d\d|\s*[,]?\s*\((?:[^()\d]{0,40})?20\d\d")
_SMALL = frozenset(
    "a an the of and or in on at for to from with by as is not de la und des der du et".split()
)
_NEAR_ONLY = frozenset(("begin", "reads", "sing", "post", "allow", "own", "attack", "refer"))
_DEEDS = frozenset(("call", "order", "think", "see"))
_FORMS = frozenset(
    "form forms plural singular spelling spellings letters reading readings burden verb noun "
    "adjective adverb syllable prefix suffix".split()
)
_KIN = frozenset(
    """mother father brother sister son daughter wife husband widow uncle aunt cousin friend
    neighbour teacher""".split()
)
_ADJACENT = 14
_FAR = 26


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a quotation is: a statement of a kind, or quoted words of a kind, and why.

    `cue` and `speaker` are places in the text; `after` says that the cue stands behind the words.
    """

    kind: str
    score: float
    reason: str
    cue: tuple[int, int] | None = None
    speaker: tuple[int, int] | None = None
    after: bool = False
    modal: bool = False
    negated: bool = False


def placed(
    kind: str,
    score: float,
    reason: str,
    cue: Cue | None,
    found: Sequence[Token],
    *,
    speaker: tuple[int, int] | None = None,
    after: bool = False,
) -> Verdict:
    """Make a verdict whose cue and speaker are indexes of tokens."""
    speaker = speaker or (cue.speaker if cue else None)
    return Verdict(
        kind, score, reason,
        (found[cue.first].start, found[cue.last].end) if cue else None,
        (found[speaker[0]].start, found[speaker[1]].end) if speaker else None,
        after,
        modal=bool(cue and cue.modal) and cue is not None and cue.modal not in ("can", "could"),
        negated=bool(cue and cue.negated),
    )  # fmt: skip


STATEMENTS = frozenset(("direct", "mixed"))
# The score of what a label, a signature or a cited place speaks, without a cue.
SIGNED = 0.75
# What words in marks are, from this score on, needs no second look.
CERTAIN = 0.95
_READERS = frozenset(("i", "we", "you", "one", "they"))
_READ = frozenset("read reads reading find finds found see sees turn turned learn told".split())


def judge(one: Setting, *, marked: bool, text: str) -> Verdict | None:
    """Judge one quotation; None where the marks hold no word.

    Args:
        one: The quotation and what stands around it.
        marked: Whether a note marker follows it.
        text: The text of the document.
    """
    if not one.words:
        return None
    if nickname(text, one.pair.open_at, one.pair.end):
        return Verdict("term", CERTAIN, "A nickname within a name.")
    return _cited(
        one,
        _attributed_after(one)
        or _term(one)
        or _attributed_before(one, marked=marked)
        or _titled(one, text)
        or _by_noun(one)
        or _inside(one, marked=marked)
        or _by_source(one)
        or _signed(one, text)
        or _uncued(one, marked=marked, text=text),
        text,
    )


def _cited(one: Setting, verdict: Verdict, text: str) -> Verdict:
    """Let the place in a book or a law that stands right before its words speak, if nobody does."""
    bare = verdict.kind in ("scare", "term") and verdict.cue is None and len(one.words) > 3
    if verdict.after or not (bare or verdict.kind in STATEMENTS):
        return verdict
    guessed = verdict.cue is None and verdict.score < SIGNED
    if verdict.speaker and not guessed and not _read_only(verdict, text):
        return verdict
    place = quotations_places.before(text, one.pair.open_at)
    if place is None:
        return verdict
    kind = verdict.kind if verdict.kind in STATEMENTS else _shape(one, fitted=_leads_in(one))
    cue = verdict.cue if verdict.cue and verdict.cue[1] <= place[0] else None
    reason = "The place that is cited right before it speaks."
    return replace(verdict, kind=kind, score=SIGNED, cue=cue, speaker=place, reason=reason)


def _read_only(verdict: Verdict, text: str) -> bool:
    speaker, cue = verdict.speaker, verdict.cue
    return bool(speaker and cue and only_reads(text[slice(*speaker)], text[slice(*cue)]))


def only_reads(speaker: str, cue: str) -> bool:
    """Say whether who stands before a quotation is its reader: "we read in Article 5"."""
    return speaker.lower() in _READERS and bool(_READ & set(cue.lower().split()))


# after


def _attributed_after(one: Setting) -> Verdict | None:
    """Read “…,” said X / X said / as X put it / – X, right behind the closing mark."""
    right = one.right
    at = 0
    comma = False
    while at < len(right) and right[at].text in (",", "—", "–", "-", "--"):
        comma = True
        at += 1
    if at >= len(right):
        return None
    put = cues.put_it(right, at)
    if put:
        return _said(one, put, right, "direct", 0.9, after=True)
    if right[at].low == "according" and at + 1 < len(right) and right[at + 1].low == "to":
        cue = cues.according(right[: at + 20])
        if cue and cue.first == at:
            return _said(one, cue, right, _shape(one, fitted=_leads_in(one)), 0.9, after=True)
    closes = one.last_sign in ",?!—–-…" or comma
    if not closes or (_leads_in(one) and (len(one.words) < 4 or _is_title(one))):
        return None
    if one.last_sign in ".?!" and right[at - 1].text in "—–-" and right[at].capital and at:
        return None
    cue = _inverted(right, at) or _following(right, at)
    if cue is None:
        return None
    if cue.class_ in ("utter", "show", "see") or (cue.class_ == "call" and len(one.words) < 4):
        return None
    return _said(one, cue, right, "direct", 0.93, after=True)


def _inverted(right: Sequence[Token], at: int) -> Cue | None:
    """Read "said X"."""
    verb = at
    if right[verb].low in words("adverbs") and verb + 1 < len(right):
        verb += 1
    cue = cues.verb_at(right, verb)
    if cue is None or verb + 1 >= len(right):
        return None
    if right[verb].low.endswith("ing"):
        return Cue(cue.first, cue.last, "verb", cue.base, cue.class_, infinitive=True)
    begin = cue.last + 1
    while begin < len(right) and right[begin].low in words("adverbs"):
        begin += 1
    subject = speakers.after(right, begin)
    if subject is None:
        return None
    return Cue(cue.first, cue.last, "verb", cue.base, cue.class_, subject, negated=cue.negated)


def _following(right: Sequence[Token], at: int) -> Cue | None:
    """Read "X said", the subject right behind the quotation; or "and adds" without one."""
    for verb in range(at, min(len(right), at + _FAR)):
        if right[verb].text in (";", ":", ".") and len(right[verb - 1].text) > 2:
            return None
        cue = cues.verb_at(right, verb)
        if cue is None or cue.infinitive or cue.passive:
            continue
        cue = cues.with_subject(right, cue)
        if cue.speaker and cue.speaker[0] == at:
            return cue
        if cue.speaker and cue.speaker[0] > at + 1:
            return None
    return None


# before


def _attributed_before(one: Setting, *, marked: bool) -> Verdict | None:
    """Read X said, “…” / X said that “…” / X wrote of it: “…”."""
    left = one.left
    if not left:
        return None
    sign = left[-1].text
    fitted = left[-1].low == "that" or (left[-1].word and left[-1].low not in ("says", "said"))
    for cue in cues.verbs(left):
        gap = left[cue.last + 1 :]
        if len(gap) > _FAR or any(two.text in (";", ".", "?", "!") for two in gap[1:]):
            return None
        if _clause_between(gap):
            return None
        adjacent = _adjacent(gap)
        if cue.class_ == "utter" or _names_the_accused(left):
            continue
        if cue.class_ in ("see", "show", "think"):
            full = len(one.words) >= 4 and (sign in (",", ":") or left[-1].low == "that" or not gap)
            if not full:
                return None
        elif not adjacent:
            return None
        cue = cues.with_subject(left, cue)
        nobody = _nobody(left, cue)
        if nobody and cue.class_ in ("see", "show"):
            return None
        if nobody:
            return Verdict("hypothetical", 0.85, nobody)
        if one.follows or (_is_title(one) and (sign not in (",", ":") or _names_work(gap)) and gap):
            return None
        if cue.passive and not cue.speaker and (cue.class_ in _DEEDS or one.first_sign.islower()):
            return None
        score = 0.9 if cue.speaker else 0.75
        return _said(one, cue, left, _shape(one, fitted=fitted and sign not in ",:"), score)
    return None


def _names_the_accused(left: Sequence[Token]) -> bool:
    """Read "Accused: “…”", where court reports have a party in the form of a verb."""
    return len(left) == 2 and left[0].text == "Accused" and left[1].text == ":"


def _adjacent(gap: Sequence[Token]) -> bool:
    """Say whether only an addressee, an object or an adverbial stands between verb and mark."""
    if not gap:
        return True
    if (
        len(gap) > _ADJACENT
        and gap[-1].text != ":"
        and gap[-1].low != "that"
        and gap[-1].text != ","
    ):
        return False
    return (
        gap[-1].text in (",", ":", "—", "–") or gap[-1].low in ("that", "as", "by") or len(gap) <= 3
    )


def _names_work(gap: Sequence[Token]) -> bool:
    """Say whether a word for a work stands right before the quotation."""
    return bool({two.low for two in gap[-3:]} & words("title_before"))


def _clause_between(gap: Sequence[Token]) -> bool:
    """Say whether another clause begins between the verb and the quotation."""
    return any(two.low in ("although", "though", "whereas", "unless") for two in gap)


def _nobody(left: Sequence[Token], cue: Cue) -> str:
    """Say why words were never said: denied, imagined, expected, conditional; else nothing."""
    lead = [two.low for two in left[max(0, cue.first - 6) : cue.first]]
    if cue.negated and cue.class_ not in ("deny", "admit", "see", "think", "show"):
        follow = left[cue.first : cue.last + 1]
        if not any(two.low == "only" for two in follow):
            return "The text says that these words are not said."
    if cue.modal in ("might", "may", "could", "should", "must") or (
        cue.modal == "would" and (cue.perfect or cue.generic)
    ):
        return "The text says what somebody might say, and not that it was said."
    if cue.modal in ("can", "cannot") and cue.generic:
        return "The text says what somebody might say, and not that it was said."
    begin = cue.speaker[0] if cue.speaker and cue.speaker[0] < cue.first else cue.first
    if begin and left[begin - 1].low in ("if", "suppose", "imagine", "unless", "lest"):
        return "The words stand in a condition, and not as something that was said."
    if cue.infinitive and lead:
        tail = lead[-1]
        form = left[cue.last].low
        if form.endswith("ing") and tail in ("of", "than", "without", "like", "not", "from"):
            return "The text says that these words are not said."
        if lead[-1] in (
            "if",
            "though",
            "than",
            "refused",
            "failed",
            "declined",
            "unable",
            "want",
            "tempted",
            "fails",
            "refuses",
            "like",
            "easy",
            "enough",
            "refuse",
            "fail",
        ):
            return "The text says that these words are not said."
    return ""


# titles, terms


def _term(one: Setting) -> Verdict | None:
    """Read the term “…”, so-called “…”, known as “…”."""
    left = one.left
    if not left or len(one.words) > 8 or (one.last_sign in ".?!" and len(one.words) > 3):
        return None
    last = left[-1]
    if _means(one):
        return Verdict("term", 0.8, "It is said or asked what the words mean.")
    if last.low in words("scare_before"):
        return Verdict("scare", 0.9, f"“{last.text}” before it keeps the words at a distance.")
    if last.low in ("saying", "proverb", "adage") and _is_noun(left):
        return Verdict("hypothetical", 0.8, "A saying that belongs to nobody.")
    head = (
        left[-2].low if last.low in ("of", "as", "the", "is", "for") and len(left) > 1 else last.low
    )
    if last.low == "as" and head in ("known", "defined", "designated"):
        return Verdict("term", 0.85, f"“{left[-2].text} as” introduces a name or a term.")
    if head in words("term_before") and last.low not in ("as", "is", "for"):
        what = [two.low for two in left[-8:]]
        if head in (
            "called",
            "termed",
            "dubbed",
            "labelled",
            "labeled",
            "styled",
            "named",
        ) and not (set(what) & words("be")):
            return None
        return Verdict("term", 0.85, f"“{head}” before it introduces a term.")
    return None


def _is_noun(left: Sequence[Token]) -> bool:
    """Say whether the last word is a noun: "the saying", "an old proverb", and no participle."""
    before = left[-2].low if len(left) > 1 else ""
    return before in words("determiners") or before in ("old", "common", "popular")


def _means(one: Setting) -> bool:
    """Read what “…” means, and what is meant by “…”."""
    near = [two.low for two in one.right[:4] if two.word]
    if near[:1] and near[0] in ("means", "meant", "signifies", "signified", "denotes"):
        return True
    if len(near) > 1 and near[0] in ("here", "must", "may", "then", "appears", "seems", "also"):
        return bool({"mean", "means", "meant"} & set(near[1:]))
    before = [two.low for two in one.left[-4:] if two.word]
    if before and one.left[-1].word and before[-1] in _FORMS:
        return True
    defined = before[-1:] in (["a"], ["an"]) and near[:1] in (["is"], ["was"])
    if defined and len(one.words) < 3 and len(one.left) < 3:
        return True
    return before[-1:] == ["by"] and bool({"mean", "meant", "means", "understood"} & set(before))


def _is_title(one: Setting) -> bool:
    """Say whether the words are set like a title: capitals throughout, no sentence."""
    found = one.words
    if not 1 < len(found) <= 16 or (one.last_sign in ".;" and len(found) > 3):
        return False
    large = [two for two in found if two.lower() not in _SMALL]
    capitals = sum(two[0].isupper() or two[0].isdigit() for two in large)
    return found[0][0].isupper() and len(large) > 1 and capitals >= 0.8 * len(large)


def _titled(one: Setting, text: str) -> Verdict | None:
    """Read entitled “…”, the book “…”, “…” (1996), “…” by X, Khrushchev’s “…”."""
    found = one.words
    if len(found) > 20 or (not found[0][0].isupper() and not found[0][0].isdigit()):
        return None
    left, right = one.left, one.right
    sign = left[-1].text if left else ""
    shaped = _is_title(one)
    nearest = [two.low for two in left[-3:] if two.word]
    if _YEAR.match(text, one.pair.end, min(len(text), one.pair.end + 60)) and (
        shaped or len(found) < 8
    ):
        return Verdict("title", 0.9, "A year in brackets follows, as after a title.")
    introduced = {"entitled", "titled", "headed"} & set(nearest)
    if not introduced and (sign == ":" or (sign == "," and not shaped)):
        return None
    if nearest and {"entitled", "titled", "headed"} & set(nearest[-2:]):
        return Verdict("title", CERTAIN, f"“{nearest[-1]}” before it introduces a title.")
    if not shaped:
        return None
    if set(nearest) & words("title_before"):
        return Verdict("title", 0.85, "Capitals throughout, behind a word for a work or a prize.")
    if right and right[0].low == "by" and len(right) > 1 and right[1].capital:
        return Verdict("title", 0.85, "Capitals throughout, and “by” with a name behind it.")
    if left and left[-1].possessive:
        return Verdict("title", 0.8, "Capitals throughout, behind the name of its author.")
    if one.alone and not one.crossed and len(found) > 5:
        return None
    if nearest and nearest[-1] in ("the", "a", "an", "this", "these", "as", "of", "names"):
        return Verdict("term", 0.6, "Capitals throughout behind a small word, as in a name.")
    return Verdict("title", 0.65, "Capitals throughout, as in a title.")


# speech nouns, far verbs, sources


def _by_noun(one: Setting) -> Verdict | None:
    """Read his aim is “…”, the view that “…”, in the words of X, “…”."""
    if not one.left:
        return None
    cue = cues.noun_before(one.left, len(one.left))
    if cue is None:
        return None
    if len(one.words) < 3 and one.left[-1].text not in (":", ","):
        return None
    if one.left[-1].low == "is" and len(one.words) < 4 and not cue.speaker:
        return None
    if cue.negated or _nobody(one.left, cue):
        return Verdict("hypothetical", 0.75, "The text says that these words are not said.")
    fitted = one.left[-1].word
    return _said(one, cue, one.left, _shape(one, fitted=fitted), 0.85 if cue.speaker else 0.75)


def _inside(one: Setting, *, marked: bool) -> Verdict | None:
    """Read X said the plan was “a disgrace” for all: a fragment inside what is reported."""
    left = one.left
    for cue in cues.verbs(left):
        gap = left[cue.last + 1 :]
        if (
            len(one.words) < 2
            and not marked
            and (cue.class_ != "call" or len(gap) > 6 or one.first_sign.isupper())
        ):
            return None
        if len(gap) > _FAR or any(two.text in (";", ":", ".") for two in gap):
            return None
        if cue.class_ in ("see", "show"):
            return None
        if (
            cue.base in _NEAR_ONLY
            or cue.class_ == "utter"
            or (cue.class_ == "think" and len(one.words) < 3)
        ):
            continue
        if _clause_between(gap):
            return None
        cue = cues.with_subject(left, cue)
        nobody = _nobody(left, cue)
        if nobody:
            return Verdict("hypothetical", 0.7, nobody)
        if cue.speaker is None:
            continue
        return _said(one, cue, left, "mixed", 0.75)
    return None


def _by_source(one: Setting) -> Verdict | None:
    """Read according to X, … “…”."""
    cue = cues.according(one.left[-_FAR * 2 :])
    if cue and len(one.words) > 1:
        return _said(one, cue, one.left[-_FAR * 2 :], _shape(one, fitted=True), 0.8)
    cue = cues.according(one.right)
    if cue and len(one.words) > 2:
        return _said(one, cue, one.right, _shape(one, fitted=_leads_in(one)), 0.75, after=True)
    return None


# without a cue


def _signed(one: Setting, text: str) -> Verdict | None:
    """Read Pell: “…” / “…” — Ann Pell / “…” (Pell 1911, 12)."""
    left, right = one.left, one.right
    letter = _from(one)
    if letter:
        return letter
    if 1 < len(left) <= 6 and left[-1].text == ":" and len(one.words) > 3:
        names = left[:-1]
        if all(two.capital or two.text in (".", "’") for two in names):
            reason = "A name and a colon stand before it."
            return placed("direct", 0.75, reason, None, left, speaker=(0, len(names) - 1))
    if len(one.words) > 3 and right and right[0].text in ("—", "–", "--", "-"):
        names = right[1:7]
        while names and not names[-1].word:
            names = names[:-1]
        if names and all(two.capital or two.text in (",", ".") for two in names):
            reason = "A dash and a name stand behind it."
            return placed("direct", 0.75, reason, None, right, speaker=(1, len(names)), after=True)
    return _referred(one, text) if len(one.words) > 3 else None


def _from(one: Setting) -> Verdict | None:
    """Read "From his father (May 18):" before a letter."""
    left = one.left
    if not 2 < len(left) <= 14 or left[0].text != "From" or left[-1].text != ":":
        return None
    speaker = speakers.after(left, 1)
    if speaker is None:
        return None
    reason = "“From” and a name announce it."
    return placed("direct", 0.75, reason, None, left, speaker=speaker)


_REFERENCE = re.compile(
    r"\s?[.,]?\s?\((?P<name>(?:[A-Z][\w’'-]+)(?: (?:and|&) [A-Z][\w’'-]+| et al\.)?),? \(?\d{4}"
)


def _referred(one: Setting, text: str) -> Verdict | None:
    """Read the author in a reference in brackets behind the closing mark."""
    at = one.pair.end
    found = _REFERENCE.match(text, at, min(len(text), at + 80))
    if found is None:
        return None
    inside = [
        n for n, two in enumerate(one.right) if found.start("name") <= two.start < found.end("name")
    ]
    if not inside:
        return None
    reason = "A reference in brackets behind it names an author and a year."
    kind = _shape(one, fitted=_leads_in(one))
    speaker = (inside[0], inside[-1])
    return placed(kind, 0.7, reason, None, one.right, speaker=speaker, after=True)


def _uncued(one: Setting, *, marked: bool, text: str) -> Verdict:
    """Judge a quotation that no word announces, by its length and place."""
    count = len(one.words)
    if one.in_note and count <= 16 and one.first_sign.isupper() and not one.pair.level:
        return Verdict("title", 0.6, "A note or a reference names a work in marks.")
    if one.left and one.left[-1].text == ":" and (count > 2 or one.last_sign in "!?"):
        subject = _subject(one.left)
        reason = "A colon stands before it, and no word that says who says it."
        if subject:
            reason = "A colon stands before it; its sentence begins with who may have said it."
        return placed("direct", 0.55, reason, None, one.left, speaker=subject)
    whole = one.last_sign in ".?!…" or (one.follows and count > 5)
    if (one.alone or not one.left) and count >= 4 and (whole or marked or count > 9):
        return _alone(one)
    if (marked and count >= 4) or count >= 7:
        kind = _shape(one, fitted=_leads_in(one))
        reason = "Too long for a term, with nobody named who says it."
        if marked:
            reason = "A note marker follows, and nobody is named who says it."
        return Verdict(kind, 0.6 if marked else 0.5, reason)
    if one.first_sign.isupper() and count >= 3 and one.last_sign in ".?!":
        return Verdict("direct", 0.5, "A whole sentence in marks, with nobody named who says it.")
    if one.first_sign.isupper() and count > 1 and _is_title(one):
        return Verdict("title", 0.6, "Capitals throughout, as in a title.")
    return Verdict("scare", 0.7, "A few words in marks, without anybody who says them.")


def _alone(one: Setting) -> Verdict:
    """Give a quotation that is a sentence of its own to who speaks in the sentence before."""
    if not one.follows and one.before:
        subject = _speaking(one.before) or _full_name(one.before)
        if subject:
            reason = "It stands alone; the sentence before begins with who may have said it."
            return placed("direct", 0.55, reason, None, one.before, speaker=subject)
    return Verdict("direct", 0.6, "It stands alone in marks, with nobody named who says it.")


def _subject(found: Sequence[Token]) -> tuple[int, int] | None:
    """Give the subject that opens the sentence before, if it is a name or a pronoun."""
    subject = speakers.opening(found)
    if subject is None:
        return None
    first, last = subject
    kin = last > first and found[first + 1].low in _KIN
    if kin and found[first].low in words("determiners") and not found[first + 1].capital:
        return first, first + 1
    return subject if _party(found, subject) else None


def _full_name(found: Sequence[Token]) -> tuple[int, int] | None:
    """Give the party of two words or more that opens the sentence; one word names too much else."""
    subject = _subject(found)
    return subject if subject and subject[0] < subject[1] else None


def _speaking(found: Sequence[Token]) -> tuple[int, int] | None:
    """Give who speaks in the sentence before, where a verb says that somebody does."""
    for cue in cues.verbs(found):
        if cue.class_ in ("say", "argue", "admit", "warn", "call") and not cue.infinitive:
            cue = cues.with_subject(found, cue)
            if cue.speaker and not cue.negated and _party(found, cue.speaker):
                return cue.speaker
    return None


def _party(found: Sequence[Token], phrase: tuple[int, int]) -> bool:
    """Say whether a phrase names a party, or is a pronoun."""
    if found[phrase[0]].low in words("subject_pronouns"):
        return True
    return speakers.is_named(found, phrase) and speakers.may_speak(found, phrase)


def _leads_in(one: Setting) -> bool:
    """Say whether the reporter's own words run into the opening mark."""
    return bool(one.left and one.left[-1].word)


def _shape(one: Setting, *, fitted: bool) -> str:
    """Tell a quotation of its own (direct) from a fragment in the reporter's sentence (mixed)."""
    return "mixed" if fitted and not one.first_sign.isupper() else "direct"


def _said(
    one: Setting, cue: Cue, found: Sequence[Token], kind: str, score: float, *, after: bool = False
) -> Verdict:
    start, end = found[cue.first].start, found[cue.last].end
    said = " ".join(two.text for two in found[cue.first : cue.last + 1] if start <= two.start < end)
    place = "behind" if after else "before"
    reason = f"“{said}” stands {place} it"
    if cue.speaker:
        reason += ", with the words that name who says it."
    else:
        reason += "; who says it is not named there."
        score = min(score, 0.75)
    if not one.pair.closed:
        score = min(score, 0.6)
    return placed(kind, score, reason, cue, found, after=after)


def quoted_kind(kind: str) -> QuotedKind:
    """Give the kind of a verdict that is no statement."""
    assert kind in ("title", "scare", "term", "hypothetical")
    return kind  # type: ignore[return-value]
