"""Find the words that name a speaker: the noun phrase before or after a reporting verb.

No parser stands behind this. A phrase ends where a word stands that no noun phrase holds, and a
phrase behind a preposition is never a subject: the one before the preposition is asked instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.readers.lexicons import words
from sayso.readers.tokens import Token
from sayso.readers.verbs import forms

Range = tuple[int, int]
"""Indexes of the first token and of the last one, included."""

_APPOSITION = 25
_PLAIN_WORDS = 4
_DEPTH = 4
_ANTECEDENTS = frozenset(("those", "they", "he", "she", "we", "one", "all", "some", "many"))
_PARTIES = frozenset(("some", "many", "most", "all", "few", "several", "others"))
_JOINING = frozenset(("and", "but", "or", "yet"))
_OBLIQUE = frozenset(("i", "he", "she", "they", "we", "who", "it"))


def before(found: Sequence[Token], at: int) -> Range | None:
    """Give the subject that ends right before token `at`, the first word of a verb group."""
    last = at - 1
    if last < 0:
        return None
    if found[last].text in (",", "—", "–", ")"):
        return _with_apposition(found, last)
    low = found[last].low
    if low == "who":
        return _antecedent(found, last)
    if low in words("subject_pronouns"):
        return _pronoun(found, last)
    return _ending_at(found, last, 0)


def antecedents(found: Sequence[Token], at: int) -> list[Range]:
    """Give what a relative pronoun at token `at` may stand for: the phrase before it first.

    Where that is one in apposition, the one before it too: "Lord North, the minister, who".
    "And who" goes back to the "who" before it; signs and marks of notes are passed over.
    """
    last = at - 1
    if last >= 0 and found[last].low in _JOINING:
        again = (n for n in range(last - 1, max(-1, last - _APPOSITION), -1) if _relative(found, n))
        return next((antecedents(found, one) for one in again), [])
    while last > 0 and (not found[last].word or found[last].low.isdigit()):
        last -= 1
    if last < 0:
        return []
    if found[last].low in _ANTECEDENTS or found[last].low in _OBLIQUE:
        return [(last, at if found[last].low in _ANTECEDENTS else last)]
    near = _ending_at(found, last, _DEPTH)
    if near is None and found[last].low in ("men", "people", "women"):
        return [(_first_of(found, last), last)]
    if near is None:
        return []
    first = near[0]
    added = first > 1 and found[first - 1].text == "," and found[first].low in words("determiners")
    named = _ending_at(found, first - 2, _DEPTH) if added else None
    return [near, named] if named else [near]


def _relative(found: Sequence[Token], at: int) -> bool:
    return found[at].low in ("who", "which") and found[at - 1].low not in _JOINING


def after(found: Sequence[Token], at: int, *, limit: int | None = None) -> Range | None:
    """Give the noun phrase that begins at token `at`, with an apposition if one follows."""
    end = min(len(found), at + 30 if limit is None else limit)
    if at >= end or not found[at].word:
        return None
    low = found[at].low
    if low in words("subject_pronouns") and low not in words("determiners"):
        return (at, at)
    core = _forward(found, at, end)
    if core is None:
        return None
    return (at, _apposition_after(found, core, end))


def opening(found: Sequence[Token]) -> Range | None:
    """Give the subject that opens a sentence, behind a short adverbial if there is one."""
    at = 0
    while at < len(found) and not found[at].word:
        at += 1
    if at < len(found) and found[at].low in ("but", "and", "yet", "so", "still"):
        at += 1
    if at >= len(found):
        return None
    if found[at].low in words("prepositions") or found[at].low in words("adverbs"):
        comma = next((n for n in range(at, min(len(found), at + 10)) if found[n].text == ","), -1)
        if comma < 0 or comma + 1 >= len(found):
            return None
        at = comma + 1
    low = found[at].low
    if low in ("he", "she", "they", "we", "i"):
        return (at, at)
    if not (found[at].capital or low in words("determiners")) or low in words("conjunctions"):
        return None
    if low in words("auxiliaries") or low in words("impersonal") or low.endswith("ing"):
        return None
    core = _forward(found, at, min(len(found), at + 14))
    if core is None or not found[core].word:
        return None
    named = [one for one in found[at : core + 1] if one.capital]
    follows = found[core + 1] if core + 1 < len(found) else None
    if follows is None or not (follows.word or follows.text == ","):
        return None
    return (at, core) if named else None


def near_pronoun(found: Sequence[Token], at: int) -> Range | None:
    """Give the last subject pronoun before a token, if no comma or other sign parts the two."""
    for back in range(at - 1, max(-1, at - 9), -1):
        if not found[back].word or found[back].low in ("that", "which"):
            return None
        if found[back].low in ("he", "she", "they", "we", "i"):
            return (back, back)
    return None


def of_clause(found: Sequence[Token], at: int) -> Range | None:
    """Give the subject of the clause before a participle, or the one that opens the sentence.

    "In May, Pell left the room, saying": the words between the last two commas are asked first.
    """
    ends = at - 1
    if ends > 0 and found[ends].text == ",":
        begins = next((n for n in range(ends - 1, -1, -1) if found[n].text == ","), -1)
        inner = opening(found[begins + 1 : ends]) if begins >= 0 else None
        if inner is not None:
            return (inner[0] + begins + 1, inner[1] + begins + 1)
    return opening(found)


_ABSTRACT = re.compile(r"(?:tion|sion|ity|ness|ance|ence|ism|ure|cy|dom|hood|ment|ing)s?\Z")


def may_speak(found: Sequence[Token], phrase: Range) -> bool:
    """Say whether a phrase can name a party: its head is no abstraction and no thing."""
    lo, hi = phrase
    head = hi
    for at in range(lo + 1, hi + 1):
        if found[at].text == "," or found[at].low in words("prepositions"):
            head = at - 1
            break
    one = found[head]
    low = one.low
    if one.capital and low not in words("determiners") and head > lo:
        return True
    if low in words("silent"):
        return False
    singular = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    if low in words("speaking") or singular in words("speaking"):
        return True
    return not _ABSTRACT.search(low)


_ADJECTIVE = re.compile(r"\w{3,}(?:ous|ive|ble|ful|less|est)\Z")
_ADJECTIVES = frozenset(
    """first second third fourth last next only same other own main chief central usual common
    new old real true great recent final former latter general original important""".split()
)


def is_adjective(one: Token) -> bool:
    """Say whether a small-letter word is an adjective by its form or by the list."""
    return not one.capital and (
        one.low in _ADJECTIVES or bool(_ADJECTIVE.match(one.low) and one.low not in _NOUNS)
    )


_NOUNS = frozenset("executive representative relative native detective guest priest forest".split())


def is_named(found: Sequence[Token], phrase: Range) -> bool:
    """Say whether a phrase holds a name: a capitalised word that is no determiner."""
    lo, hi = phrase
    return any(one.capital and one.low not in words("determiners") for one in found[lo : hi + 1])


def _pronoun(found: Sequence[Token], at: int) -> Range | None:
    """Take a pronoun subject; "some" and "many" may close a longer phrase ("and many")."""
    if found[at].low in _OBLIQUE or at == 0:
        return (at, at)
    if found[at - 1].low in words("prepositions"):
        return None
    return (at, at)


def _antecedent(found: Sequence[Token], at: int) -> Range | None:
    """Give the phrase before "who", with the pronoun where it cannot stand alone."""
    if at == 0:
        return None
    last = at - 1
    if found[last].low in _ANTECEDENTS:
        return (last, at)
    if found[last].text == ",":
        last -= 1
    if last < 0:
        return None
    return _ending_at(found, last, _DEPTH) or None


def _with_apposition(found: Sequence[Token], last: int) -> Range | None:
    """Give the phrase before a parenthesis between commas, and the parenthesis with it."""
    sign = found[last].text
    mate = "(" if sign == ")" else sign
    stop = max(-1, last - _APPOSITION)
    first = next((n for n in range(last - 2, stop, -1) if found[n].text == mate), -1)
    if first > 0 and sign == ")" and found[first + 1].text.isdigit():
        return before(found, first)  # "Marsden (2003: 88) wrote"
    if first <= 0 or any(one.text in ';:“”"' for one in found[first:last]):
        return None
    inner = found[first + 1 : last]
    core = _ending_at(found, first - 1, 0)
    if found[first - 1].low in words("subject_pronouns"):
        core = (first - 1, first - 1)
    if core is None:
        return None
    begins = inner[0].low if inner else ""
    held = begins in words("determiners") or inner[0].capital or begins not in _starters()
    if begins in ("who", "which", "in", "on", "at", "after", "when", "while") or not held:
        return core
    return (core[0], last if sign == ")" else last - 1)


@cache
def _starters() -> frozenset[str]:
    return words("prepositions") | words("conjunctions") | words("adverbs")


def _ending_at(found: Sequence[Token], last: int, depth: int) -> Range | None:
    """Give the noun phrase whose last word is token `last`."""
    first = _first_of(found, last)
    if first > last:
        return None
    bare = first == last and found[last].low not in _PARTIES
    if (bare and found[last].low in words("determiners")) or is_adjective(found[last]):
        return None
    before_ = first - 1
    if before_ < 0:
        return _whole(found, first, last)
    low = found[before_].low
    if low in words("prepositions") and depth < _DEPTH:
        if low not in words("attaching") and not found[before_ - 1].word:
            return _name_tail(found, first, last)
        left = _ending_at(found, before_ - 1, depth + 1) if before_ else None
        if left is None:
            return _name_tail(found, first, last)
        return (left[0], last)
    joins = low == "and" and before_ and found[before_ - 1].capital and found[first].capital
    if joins and depth < _DEPTH:
        left = _ending_at(found, before_ - 1, depth + 1)
        return (left[0], last) if left else _whole(found, first, last)
    return _whole(found, first, last)


def _first_of(found: Sequence[Token], last: int) -> int:
    """Walk left over the words of one noun phrase; give the index of the first."""
    at, plain, named = last, 0, False
    while at >= 0:
        one = found[at]
        if not one.word:
            if one.text == "&" and at:
                at -= 1
                continue
            break
        low = one.low
        if low in words("determiners"):
            at -= 1
            if at >= 0 and found[at].low in ("all", "both", "half"):
                at -= 1
            break
        if one.capital and low not in _closed() and (at or low not in words("adverbs")):
            named = True
        elif not _may_hold(found, at, last):
            break
        else:
            plain += 1
            if named and found[at + 1].capital and not _role(found, at):
                break
            if plain > _PLAIN_WORDS:
                return last + 1
        at -= 1
    return at + 1


def _role(found: Sequence[Token], at: int) -> bool:
    """Say whether a small-letter word may stand before a name: a title or a word after "the"."""
    low = found[at].low.rstrip(".")
    if low in words("titles"):
        return True
    back = at
    while back >= 0 and found[back].word and at - back < 4:
        if found[back].low in words("determiners"):
            return not (back and found[back - 1].low in words("prepositions"))
        if found[back].capital:
            break
        back -= 1
    return low.endswith(("er", "or", "ist", "an", "ian")) and low not in words("prepositions")


@cache
def _closed() -> frozenset[str]:
    return words("prepositions") | words("conjunctions") | words("auxiliaries")


def _may_hold(found: Sequence[Token], at: int, last: int) -> bool:
    """Say whether a word can stand inside a noun phrase."""
    low = found[at].low
    if low in _closed() or low in words("adverbs") or low in words("subject_pronouns"):
        return False
    if low.isdigit() or low.endswith("n't"):
        return False
    if low.endswith("ly") and low not in words("not_adverbs"):
        return False
    verb = forms().get(low)
    return not (verb and at < last and "ing" not in verb.forms and not _modified(found, at))


def _modified(found: Sequence[Token], at: int) -> bool:
    return at > 0 and (found[at - 1].low in words("determiners") or found[at - 1].possessive)


def _whole(found: Sequence[Token], first: int, last: int) -> Range | None:
    """Refuse a phrase that names nothing: an adverb, a number, a lone small word of other kinds."""
    if not any(one.word for one in found[first : last + 1]):
        return None
    if first == last:
        low = found[first].low
        if low in _closed() or low in words("adverbs") or low.endswith("ly") or low.isdigit():
            return None
        if not found[first].capital and not low.endswith("s"):
            return None
    return (first, last)


def _name_tail(found: Sequence[Token], first: int, last: int) -> Range | None:
    """Keep the name at the end of "After the war Churchill"; a bare "In London" keeps nothing."""
    at = last
    while at >= first and (found[at].capital or found[at].low in words("name_particles")):
        at -= 1
    if at < first or at == last:
        return None
    at += 1
    while at < last and not found[at].capital:
        at += 1
    return (at, last)


def _forward(found: Sequence[Token], at: int, end: int) -> int | None:
    """Walk right over one noun phrase; give the index of its last word."""
    now, plain, named, determined = at, 0, False, False
    last: int | None = None
    while now < end:
        one = found[now]
        low = one.low
        if not one.word:
            if one.text == "." and last is not None and len(found[now - 1].text) == 1:
                now += 1
                continue
            break
        if low in words("determiners") and (last is None):
            determined = True
            if low in ("some", "many", "those", "others", "most"):
                last = now
        elif low == "of" and last is not None and now + 1 < end:
            inner = _forward(found, now + 1, end)
            return inner if inner is not None else last
        elif (low == "and" and named and now + 1 < end and found[now + 1].capital) or (
            low in ("de", "von", "van", "der", "du", "la", "al", "bin") and named
        ):
            pass
        elif one.capital and low not in _closed():
            named, last = True, now
        elif not _may_follow(low, plain=plain, named=named, determined=determined):
            break
        else:
            plain, last = plain + 1, now
        now += 1
    return last


def _may_follow(low: str, *, plain: int, named: bool, determined: bool) -> bool:
    if low in _closed() or low in words("adverbs") or low in words("subject_pronouns"):
        return False
    if low.isdigit() or plain >= _PLAIN_WORDS or (named and not determined):
        return False
    if low.endswith("ly") and low not in words("not_adverbs"):
        return False
    return not ((plain or named) and (low in forms() or low.endswith("ed")))


def _apposition_after(found: Sequence[Token], core: int, end: int) -> int:
    """Take ", the minister of war" with the name before it."""
    if core + 2 >= end or found[core + 1].text != ",":
        return core
    begins = found[core + 2]
    if begins.low not in ("the", "a", "an", "his", "her", "their", "its", "our", "then", "former"):
        return core
    last = _forward(found, core + 2, end)
    if last is None or (last + 1 < len(found) and found[last + 1].low in words("auxiliaries")):
        return core
    return last
