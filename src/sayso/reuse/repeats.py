"""Sentences that stand in several texts in the same or nearly the same words.

Quick enough for a check that always runs, and without compiled kernels; `find` sees more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.reuse.words import Words, words
from sayso.sentences import split

FEWEST_WORDS = 10
"""Words of the shortest sentence that is looked at: fewer are a formula."""
_RUN = 4
_SHARED = 0.5
# Runs in more sentences than this tell nothing of any two of them; beyond it the first are kept.
_COMMON = 100


@dataclass(frozen=True, slots=True)
class Repeat:
    """A sentence, or sentences that follow one another, as one text has them, in code points."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    document: int
    nth: int
    start: int
    end: int
    runs: frozenset[int]


def repeats(
    texts: Mapping[str, str], paragraphs: Mapping[str, Sequence[tuple[int, int]]] | None = None
) -> list[list[Repeat]]:
    """Give the sentences that several texts share, each with its places in the order of the texts.

    Two sentences are held to be one when half of the runs of four words of the shorter one stand in
    the other. All places share these with the first, not merely with a neighbour.

    Args:
        texts: By document, the oldest first.
        paragraphs: By document, where they are known.
    """
    names = list(texts)
    every: list[_Sentence] = []
    for at, (name, text) in enumerate(texts.items()):
        every += _sentences(at, text, (paragraphs or {}).get(name, ()))
    groups = [one for one in _groups(every) if len({every[at].document for at in one}) > 1]
    return [
        [Repeat(names[doc], start, end) for doc, _, _, start, end in joined]
        for joined in _joined(groups, every)
    ]


def _sentences(at: int, text: str, paragraphs: Sequence[tuple[int, int]]) -> list[_Sentence]:
    whole = words(text)
    made, first = [], 0
    for nth, (start, end) in enumerate(split(text, paragraphs)):
        while first < len(whole) and whole.starts[first] < start:
            first += 1
        last = first
        while last < len(whole) and whole.starts[last] < end:
            last += 1
        if last - first >= FEWEST_WORDS:
            made.append(_Sentence(at, nth, start, end, _runs(whole, first, last)))
        first = last
    return made


def _runs(whole: Words, first: int, last: int) -> frozenset[int]:
    forms = whole.forms
    return frozenset(hash(forms[at : at + _RUN]) for at in range(first, last - _RUN + 1))


def _groups(every: Sequence[_Sentence]) -> list[list[int]]:
    """Put each sentence to the earliest one that it shares enough with, or to none."""
    places: dict[int, list[int]] = defaultdict(list)
    members: dict[int, list[int]] = {}
    for nth, one in enumerate(every):
        shared: Counter[int] = Counter()
        for run in one.runs:
            shared.update(places.get(run, ()))
        alike = [
            head
            for head, count in shared.items()
            if count >= _SHARED * min(len(one.runs), len(every[head].runs))
        ]
        if alike:
            members[min(alike)].append(nth)
            continue
        # Only the first of a group is looked up again, so that groups do not chain.
        members[nth] = [nth]
        for run in one.runs:
            if len(places[run]) < _COMMON:
                places[run].append(nth)
    return list(members.values())


_Place = tuple[int, int, int, int, int]


def _joined(groups: Sequence[Sequence[int]], every: Sequence[_Sentence]) -> list[list[_Place]]:
    """Join groups of the same texts whose sentences follow one another in each of them."""
    made: list[list[_Place]] = []
    for group in groups:
        places = [
            (one.document, one.nth, one.nth, one.start, one.end)
            for one in (every[at] for at in group)
        ]
        last = made[-1] if made else []
        follows = len(last) == len(places) and all(
            before[0] == after[0] and 0 < after[1] - before[2] <= 2
            for before, after in zip(last, places, strict=True)
        )
        if follows:
            made[-1] = [
                (before[0], before[1], after[2], before[3], after[4])
                for before, after in zip(last, places, strict=True)
            ]
        else:
            made.append(places)
    return made
