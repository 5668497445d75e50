"""Who has a passage from whom: the earlier wording nearest to each, and the errors they share.

Copies of a text are sorted by their common errors, as editors sort manuscripts (Maas, Textkritik,
1927): two that depart from the oldest wording in the same places stand closer to each other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from sayso.reuse.words import words

_KEPT = 0.5
"""Share of the shorter wording's words that must be equal for one to come from the other."""
_ASIDE = 20
"""Of earlier wordings, so many of the oldest and so many of the nearest in time are looked at."""
_CHANGE = 2
"""What a changed word weighs against an equal one."""
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")

Departure = tuple[int, tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Wording:
    """A passage as one document has it; `date` is EDTF or None."""

    document: str
    text: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A change that a wording shares with its source: what the oldest has, what both have."""

    oldest: str
    both: str


@dataclass(frozen=True, slots=True)
class Descent:
    """Where a wording may come from: the place of the nearest earlier one, None where none is.

    `shared` are the changes against the oldest wording that both have; with one, the way over that
    source is likely and not merely possible. `others` are earlier wordings that are as near.
    """

    source: int | None
    shared: tuple[Shared, ...] = ()
    others: tuple[int, ...] = ()


def earlier(one: str | None, other: str | None) -> bool:
    """Say whether one date lies before another for certain; "1931" does not before "1931-05".

    >>> earlier("1931", "1932-02"), earlier("1931", "1931-05"), earlier(None, "1931")
    (True, False, False)
    """
    first, second = _known(one), _known(other)
    if not first or not second:
        return False
    size = min(len(first), len(second))
    return first[:size] < second[:size]


def _known(date: str | None) -> str:
    """Give the year, month and day of a date as far as it gives them for certain."""
    found = _DATE.match(date or "")
    if not found or "/" in (date or "") or "X" in (date or ""):
        return ""
    return found.group()


def lineage(wordings: Sequence[Wording]) -> list[Descent]:
    """Propose for each wording the earlier one it comes from.

    A proposal from this corpus: a text outside it may stand between the two, or before both.

    Args:
        wordings: Of one passage, the oldest first, undated ones last.

    >>> made = lineage([
    ...     Wording("a", "the dam was sound and the board was warned of it twice", "1922"),
    ...     Wording("b", "the dam was sound and the board was told of it twice", "1931"),
    ...     Wording("c", "the dam was sound and the board was told of it twice", "1950"),
    ... ])
    >>> made[2].source, made[2].shared
    (1, (Shared(oldest='warned', both='told'),))
    """
    forms = [words(one.text).forms for one in wordings]
    against_oldest = [_departures(forms[0], one)[0] if forms else [] for one in forms]
    made = []
    for nth, one in enumerate(wordings):
        before = [
            at
            for at in range(nth)
            if wordings[at].document != one.document and earlier(wordings[at].date, one.date)
        ]
        near = list(dict.fromkeys([*before[:_ASIDE], *before[-_ASIDE:]]))
        made.append(_descent(nth, near, forms, against_oldest))
    return made


def _descent(
    nth: int,
    before: Sequence[int],
    forms: Sequence[tuple[str, ...]],
    against_oldest: Sequence[list[Departure]],
) -> Descent:
    ranked = []
    for at in before:
        changes, equal = _departures(forms[at], forms[nth])
        if equal < _KEPT * min(len(forms[at]), len(forms[nth])):
            continue
        changed = sum(max(len(there), len(here)) for _, there, here in changes)
        common = [one for one in against_oldest[nth] if one in against_oldest[at]] if at else []
        ranked.append((equal - _CHANGE * changed, len(common), -at, common))
    if not ranked:
        return Descent(None)
    best = max(ranked, key=lambda one: one[:3])
    others = tuple(sorted(-one[2] for one in ranked if one[:2] == best[:2] and one[2] != best[2]))
    shared = tuple(Shared(" ".join(there), " ".join(here)) for _, there, here in best[3])
    return Descent(-best[2], shared, others)


def _departures(there: tuple[str, ...], here: tuple[str, ...]) -> tuple[list[Departure], int]:
    """Give the changes between the first and the last equal words, and the number of equal words.

    What one has beyond the other at either end is an extent and no change.
    """
    steps = Levenshtein.opcodes(there, here)
    equal = [nth for nth, one in enumerate(steps) if one.tag == "equal"]
    if not equal:
        return [], 0
    inside = list(steps)[equal[0] : equal[-1] + 1]
    changes = [
        (one.src_start, there[one.src_start : one.src_end], here[one.dest_start : one.dest_end])
        for one in inside
        if one.tag != "equal"
    ]
    return changes, sum(one.src_end - one.src_start for one in inside if one.tag == "equal")
