"""Put together what people judged to be one, and nothing that they judged to be two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement on two ids that counts; `at` orders judgements in time."""

    one: str
    two: str
    same: bool
    at: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two ids that a judgement would put together against another, or part against others."""

    one: str
    two: str


def grouped(
    judged: Iterable[Judged], best: Callable[[Iterable[str]], str] = min
) -> Mapping[str, str]:
    """Give, for each id that is judged one with another, the id that stands for all of them.

    Judgements are taken in the order of their time. One that would put together what was judged
    to be two is passed over, so that the answer never depends on a contradiction.

    Args:
        judged: The judgements that count, at most one on each pair.
        best: Chooses of several ids the one that stands for all.
    """
    above: dict[str, str] = {}
    members: dict[str, set[str]] = {}
    ordered = sorted(judged, key=lambda one: (one.at, one.one, one.two))
    apart = {frozenset((one.one, one.two)) for one in ordered if not one.same}

    def top(one: str) -> str:
        while one in above:
            one = above[one]
        return one

    for one in ordered:
        if not one.same:
            continue
        left, right = top(one.one), top(one.two)
        if left == right:
            continue
        lefts, rights = (members.get(each, {each}) for each in (left, right))
        if any(frozenset((a, b)) in apart for a in lefts for b in rights):
            continue
        above[right] = left
        members[left] = lefts | rights
        members.pop(right, None)
    found: dict[str, str] = {}
    for whole in members.values():
        head = best(sorted(whole))
        found |= dict.fromkeys(whole, head)
    return found


def refused(judged: Iterable[Judged], new: Judged) -> Conflict | None:
    """Say what a judgement would contradict: two that it puts together and that are judged two."""
    before = [one for one in judged if {one.one, one.two} != {new.one, new.two}]
    if not new.same:
        heads = grouped(before)
        one, two = heads.get(new.one, new.one), heads.get(new.two, new.two)
        return Conflict(new.one, new.two) if one == two else None
    heads = grouped(before)
    groups = [
        {each for each, head in heads.items() if head == heads.get(side, side)} | {side}
        for side in (new.one, new.two)
    ]
    for other in before:
        if not other.same:
            pair = {other.one, other.two}
            if pair & groups[0] and pair & groups[1]:
                return Conflict(other.one, other.two)
    return None
