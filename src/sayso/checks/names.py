"""Pairs of names that may be one: a letter more or less, two exchanged, first and last turned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sayso.checks.case import Case
from sayso.checks.names_forms import Form, gathered, without_one_letter
from sayso.model import Finding
from sayso.plugins import Corpus

_IN_A_GROUP = 20
"""Names of one group that are compared with one another; a larger group is damage, or an attack."""
_LETTERS = 5
"""Letters that a word must have before one letter more or less can be a slip."""
_ALONE = 8
"""Letters that a name of one word must have for the same."""

_NUMBER = re.compile(r"[ivxlcdm]+\Z|\d+(?:st|nd|rd|th)?\Z")
# An ending that makes another word of a name, not a slip: Hamilton's, Hamiltons, Prussian.
_ENDINGS = ("s", "'s", "’s", "n", "e")


class NamesCheck:
    """Point out names in a corpus that differ by no more than a slip."""

    name = "names"
    version = "1"
    rule = (
        "Two names of one kind that differ by one letter in one longer word, by two letters "
        "exchanged, by an accent, or by the order of first and last name may name one actor. "
        "Other initials, numerals (Louis XIV, Louis XVI), and junior and senior are left apart."
    )

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield a hint for each pair, in the order in which the second name turns up."""
        case = Case(corpus, check=self.name, rule=self.rule)
        forms = gathered(case)
        rank = {id(one): nth for nth, one in enumerate(forms)}
        found: dict[frozenset[tuple[str, ...]], tuple[Form, Form, str]] = {}
        for first, second, how in (*_turned(forms), *_slips(forms)):
            if first.actor == second.actor and first.read and second.read:
                continue  # A person has judged them to be one.
            pair = (first, second) if rank[id(first)] < rank[id(second)] else (second, first)
            found.setdefault(frozenset((first.plain, second.plain)), (*pair, how))
        for first, second, how in sorted(found.values(), key=lambda one: rank[id(one[1])]):
            message = (
                f"“{first.name}” ({case.place(first.document, first.span)}) and “{second.name}” "
                f"({case.place(second.document, second.span)}) {how}: do they name one "
                f"{_KINDS.get(first.kind, 'actor')}?"
            )
            evidence = [(first.document, first.span), (second.document, second.span)]
            yield case.finding("hint", message, evidence, [first.actor, second.actor])


_KINDS = {"person": "person", "organisation": "organisation", "group": "group"}


def _turned(forms: Sequence[Form]) -> Iterator[tuple[Form, Form, str]]:
    """Give the pairs of persons whose first and last name have changed places."""
    groups: dict[tuple[str, ...], list[Form]] = {}
    for one in forms:
        if one.kind == "person" and 2 <= len(one.plain) <= 3:
            groups.setdefault(tuple(sorted(one.plain)), []).append(one)
    for first, second in _pairs(groups.values()):
        turned = (second.plain[1:] + second.plain[:1], second.plain[-1:] + second.plain[:-1])
        if first.plain != second.plain and first.plain in turned:
            yield first, second, "have the same words in another order"


def _slips(forms: Sequence[Form]) -> Iterator[tuple[Form, Form, str]]:
    """Give the pairs that differ in one word, by one letter or an accent.

    Each name is filed under all it becomes when one letter of one long word is left out; names
    that differ by one letter meet in such a file, so that no name meets all others.
    """
    groups: dict[tuple[str, tuple[str, ...], int, str], list[Form]] = {}
    for one in forms:
        for at, word in enumerate(one.plain):
            if len(word) < (_LETTERS if len(one.plain) > 1 else _ALONE):
                continue
            rest = one.plain[:at] + one.plain[at + 1 :]
            for cut in without_one_letter(word):
                groups.setdefault((one.kind, rest, at, cut), []).append(one)
    for first, second in _pairs(groups.values()):
        how = _slip(first, second)
        if how:
            yield first, second, how


def _pairs(groups: Iterable[list[Form]]) -> Iterator[tuple[Form, Form]]:
    """Give the pairs of each group, each pair once."""
    seen: set[tuple[int, int]] = set()
    for group in groups:
        unique = list({id(one): one for one in group[:_IN_A_GROUP]}.values())
        for first, second in combinations(unique, 2):
            key = (id(first), id(second))
            if key not in seen and (first.read or second.read):
                seen.add(key)
                yield first, second


def _slip(first: Form, second: Form) -> str | None:
    """Say how two names differ, if it may be a slip; None if it is another name."""
    if first.plain == second.plain:
        return "differ by an accent" if first.words != second.words else None
    at = next(nth for nth, word in enumerate(first.plain) if word != second.plain[nth])
    one, other = first.plain[at], second.plain[at]
    if one[0] != other[0] or _NUMBER.match(one) or _NUMBER.match(other):
        return None
    alone = len(first.plain) == 1
    inflects = alone or first.kind != "person" or not (first.read and second.read)
    if inflects and _is_ending(one, other):
        return None
    if first.kind == "person" and not alone and at < len(first.plain) - 1:
        # Francis and Frances, Louis and Louise are two persons: of first names, only letters
        # doubled or exchanged are taken for a slip.
        return "differ by one letter" if _same_letters(one, other) else None
    from rapidfuzz.distance import OSA

    if OSA.distance(one, other, score_cutoff=1) > 1:
        return None
    swapped = sorted(one) == sorted(other)
    return "differ by two letters exchanged" if swapped else "differ by one letter"


def _is_ending(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in _ENDINGS


def _same_letters(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sorted(one) == sorted(other)
    return re.sub(r"(.)\1", r"\1", one) == re.sub(r"(.)\1", r"\1", other)


CHECK = NamesCheck()
