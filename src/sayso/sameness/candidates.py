"""Pairs of actors that may be one, each with a score and a plain reason, for a person to judge."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import OSA

from sayso.model import ActorKind
from sayso.persons import Person, folded, looks_like_a_person, person, short_of
from sayso.sameness import forms

_LARGE = 60
"""Actors of one key that are compared with one another; of a longer list the most named ones."""
_TYPO = 5
"""Letters from which a name one letter off another may be a misspelling of it."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as it is compared: its written forms, where it is named, and how often."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    documents: frozenset[str] = frozenset()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two actors that may be one.

    `score` is how likely, 0 to 1, as the rule behind it fared on texts whose actors are known.
    """

    one: str
    two: str
    score: float
    reason: str


def candidates(parties: Sequence[Party], *, least: float = 0.0) -> list[Candidate]:
    """Give the pairs of actors that may be one, the likeliest first.

    Persons are compared with those of the same or nearly the same surname, organisations and
    groups by words, letters and abbreviations; all pairs are never compared. An actor of unknown
    kind is compared as what its name looks like.

    Args:
        parties: The actors.
        least: The score below which a pair is left out.
    """
    found: dict[tuple[str, str], Candidate] = {}
    for one, two, score, reason in (*_persons(parties), *_others(parties)):
        first, second = sorted((one, two), key=lambda each: (-each.count, each.name, each.id))
        pair = (first.id, second.id)
        known = found.get(pair) or found.get(pair[::-1])
        if score >= least and (known is None or known.score < score):
            found.pop(pair[::-1], None)
            found[pair] = Candidate(*pair, round(score, 2), reason)
    names = {one.id: one.name for one in parties}
    return sorted(found.values(), key=lambda it: (-it.score, names[it.one], names[it.two]))


# persons


@dataclass(frozen=True, slots=True)
class _Named:
    """A person's fullest name, taken apart."""

    party: Party
    name: Person


_IN_MARKS = re.compile(r"[“\"‘'«(]([^“”\"‘’'«»()]+)[”\"’'»)]")
_Found = tuple[Party, Party, float, str]


def _persons(parties: Iterable[Party]) -> Iterator[_Found]:
    people = [_Named(one, _fullest(one)) for one in parties if _like_a_person(one)]
    by_surname: dict[str, list[_Named]] = defaultdict(list)
    for one in people:
        if one.name.surname:
            by_surname[one.name.surname].append(one)
    for same in by_surname.values():
        for one, two in combinations(_foremost(same), 2):
            judged = _same_surname(one, two, same)
            if judged:
                yield one.party, two.party, *judged
    for left, right in _near(by_surname):
        for one in _foremost(by_surname[left]):
            for two in _foremost(by_surname[right]):
                judged = _near_surname(one, two)
                if judged:
                    yield one.party, two.party, *judged
    yield from _turned(people)


def _fullest(one: Party) -> Person:
    return max((person(name) for name in (one.name, *one.names)), key=lambda it: len(it.given))


def _like_a_person(one: Party) -> bool:
    return one.kind == "person" or (one.kind == "unnamed" and looks_like_a_person(one.name))


def _foremost(found: Sequence[_Named]) -> list[_Named]:
    return sorted(found, key=lambda it: (-it.party.count, it.party.name))[:_LARGE]


def _contrary(one: Person, two: Person) -> bool:
    """Say whether two names cannot be one person's: a man and a woman, a father and a son."""
    return bool(
        (one.gender and two.gender and one.gender != two.gender)
        or (one.kin and two.kin and one.kin != two.kin)
    )


def _same_surname(one: _Named, two: _Named, bearers: Sequence[_Named]) -> tuple[float, str] | None:
    a, b = one.name, two.name
    if _contrary(a, b):
        return None
    if a.given == b.given:
        if a.kin != b.kin:
            return 0.5, "The same name, but only one has what tells namesakes apart."
        if one.party.name == two.party.name:
            return 0.95, "The same name; in some places it was read as a name, in others not."
        if a.given:
            return 0.95, "The same name; title, order or spelling of letters differ."
        return 0.7, "The same surname, with another title."
    if not a.given or not b.given:
        whole = a if a.given else b
        full = {it.name.given for it in bearers if it.name.given}
        if len(full) > 1:
            return 0.3, f"The same surname, but {len(full)} bear it here."
        together = bool(one.party.documents & two.party.documents)
        titled = whole.given and len(whole.given[0]) > 1
        score = 0.8 if together else 0.65 if titled else 0.6
        return score, "The same surname, and nobody else bears it here."
    if _goes_by(one, b.given) or _goes_by(two, a.given):
        return 0.9, "The same surname, and the nickname that stands in marks in one name."
    fit = _fit(a.given, b.given)
    if fit == "initials":
        return 0.8, "The same surname, and the initials fit."
    if fit == "more":
        return 0.75, "The same name; one has more given names."
    if fit == "short":
        return 0.75, "The same surname, and one given name is a short form of the other."
    if fit == "letter":
        return 0.7, "The same surname, and given names one letter apart."
    return None


def _goes_by(one: _Named, given: Sequence[str]) -> bool:
    """Say whether given names are the nickname in marks in a name: Ernesto “Che” Guevara."""
    for name in (one.party.name, *one.party.names):
        for match in _IN_MARKS.finditer(name):
            words = [folded(word) for word in match[1].split()]
            if list(given) in (words, words[-1:]):
                return True
    return False


def _fit(ones: Sequence[str], twos: Sequence[str]) -> str | None:
    """Say how given names go together: by initials, short forms, or one letter."""
    how = "more"
    for one, two in zip(ones, twos, strict=False):
        if one == two:
            continue
        if len(one) == 1 or len(two) == 1:
            if one[0] != two[0]:
                return None
            how = "initials" if how in ("more", "initials") else how
        elif short_of(one, two):
            how = "short"
        elif len(one) >= _TYPO - 1 and one[0] == two[0] and _one_letter_apart(one, two):
            how = "letter"
        else:
            return None
    return how


def _near_surname(one: _Named, two: _Named) -> tuple[float, str] | None:
    a, b = one.name, two.name
    if _contrary(a, b):
        return None
    reason = f"“{one.party.name}” and “{two.party.name}” differ by one letter of the surname."
    together = bool(one.party.documents & two.party.documents)
    if a.given and a.given == b.given:
        full = any(len(it) > 1 for it in a.given)
        return (0.85 if full else 0.6), reason
    if a.given and b.given:
        return (0.5, reason) if _fit(a.given, b.given) else None
    if together and min(one.party.count, two.party.count) <= 2:
        return 0.45, f"{reason} One of them stands here rarely."
    return None


def _turned(people: Sequence[_Named]) -> Iterator[_Found]:
    """Yield names whose words stand the other way round: "Vane Ann"."""
    by_words: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for one in people:
        if len(one.name.given) == 1 and len(one.name.given[0]) > 1:
            by_words[tuple(sorted((one.name.given[0], one.name.surname)))].append(one)
    for same in by_words.values():
        for one, two in combinations(_foremost(same), 2):
            if one.name.surname != two.name.surname:
                yield one.party, two.party, 0.75, "The same two words, the other way round."


# organisations, groups, unnamed parties


def _others(parties: Sequence[Party]) -> Iterator[_Found]:
    some = [one for one in parties if one.kind != "person" and not forms.owned(one.name)]
    yield from _by_form(some)
    yield from _abbreviated(some)
    yield from _parts_of(some)
    yield from _misspelt(some)
    yield from _short_forms(parties)


def _by_form(some: Sequence[Party]) -> Iterator[_Found]:
    for how, score, reason in (
        (forms.plain, 0.95, "The same words; articles and legal forms aside."),
        (forms.solid, 0.9, "The same letters; hyphens and spaces aside."),
        (forms.singular, 0.75, "The same word, once with the ending of a plural."),
    ):
        by_form: dict[str, set[Party]] = defaultdict(set)
        for one in some:
            for name in (one.name, *one.names):
                if how(name):
                    by_form[how(name)].add(one)
        for same in by_form.values():
            ordered = sorted(same, key=lambda it: (-it.count, it.id))[:_LARGE]
            for one, two in combinations(ordered, 2):
                yield one, two, score, reason


def _abbreviated(some: Sequence[Party]) -> Iterator[_Found]:
    by_initials: dict[str, list[Party]] = defaultdict(list)
    for one in some:
        if len(forms.words(one.name)) > 1 and not forms.letters(one.name):
            for each in forms.initials(one.name):
                by_initials[each].append(one)
    for one in some:
        short = forms.letters(one.name)
        whole = by_initials.get(short, ())
        for two in whole[:_LARGE]:
            if two.id != one.id:
                alone = len(whole) == 1
                together = bool(one.documents & two.documents)
                score = (0.85 if alone else 0.55) + (0.05 if together else -0.1)
                if len(short) == 2:
                    score -= 0.25
                yield one, two, score, f"“{one.name}” are the first letters of “{two.name}”."


def _parts_of(some: Sequence[Party]) -> Iterator[_Found]:
    """Yield names of which one is the other with more words: often a branch, seldom the same."""
    by_words: dict[tuple[str, ...], list[Party]] = defaultdict(list)
    organisations = [one for one in some if one.kind == "organisation"]
    for one in organisations:
        by_words[tuple(forms.plain(one.name).split())].append(one)
    for one in organisations:
        words = tuple(forms.plain(one.name).split())
        for size in range(2, len(words)):
            for shorter in (words[:size], words[-size:]):
                for two in by_words.get(shorter, ())[:_LARGE]:
                    together = bool(one.documents & two.documents)
                    reason = f"“{two.name}” is part of “{one.name}”; or is it a branch?"
                    yield one, two, 0.5 if together else 0.4, reason


def _misspelt(some: Sequence[Party]) -> Iterator[_Found]:
    by_form: dict[str, list[Party]] = defaultdict(list)
    for one in some:
        if len(forms.solid(one.name)) >= 2 * _TYPO - 2:
            by_form[forms.solid(one.name)].append(one)
    for left, right in _near(by_form):
        for one in by_form[left][:_LARGE]:
            for two in by_form[right][:_LARGE]:
                if forms.singular(one.name) != forms.singular(two.name):
                    yield one, two, 0.7, "The names differ by one letter."


def _short_forms(parties: Sequence[Party]) -> Iterator[_Found]:
    """Yield "the Society" beside the only society that a document names."""
    heads: dict[tuple[str, str], set[Party]] = defaultdict(set)
    for one in parties:
        words = forms.words(one.name)
        if one.kind == "organisation" and len(words) > 1:
            for document in one.documents:
                for head in {words[-1], *_before_of(words)}:
                    heads[document, head].add(one)
    for one in parties:
        words = forms.words(one.name)
        if one.kind == "person" or len(words) != 2 or words[0] not in ("the", "this"):
            continue
        meant = [heads.get((document, words[1]), set()) - {one} for document in one.documents]
        whole = set().union(*meant)
        if len(whole) == 1:
            two = next(iter(whole))
            yield one, two, 0.65, f"“{two.name}” is the only {words[1]} that the same text names."


def _before_of(words: Sequence[str]) -> tuple[str, ...]:
    """Give the head of a name with "of" or "for": party in "Workers' Party of Brandt"."""
    for small in ("of", "for"):
        if small in words[1:]:
            return (words[words.index(small, 1) - 1],)
    return ()


# letters


def _near(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of keys one letter apart: one left out, put in, changed, or two turned.

    Two such words are equal once one letter is left out of each (or of one), so that only words
    that share such a remainder are compared (Mor & Fraenkel 1982).
    """
    remainders: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        if len(key) >= _TYPO:
            remainders[key].add(key)
            for at in range(len(key)):
                remainders[key[:at] + key[at + 1 :]].add(key)
    seen: set[tuple[str, str]] = set()
    for some in remainders.values():
        for one, two in combinations(sorted(some)[:_LARGE], 2):
            if (one, two) not in seen and _one_letter_apart(one, two):
                seen.add((one, two))
                yield one, two


def _one_letter_apart(one: str, two: str) -> bool:
    return bool(OSA.distance(folded(one), folded(two), score_cutoff=1) == 1)
