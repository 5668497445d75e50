"""Turn the scores of labels into cues with their speakers and contents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from sayso.readers.statements_input import LABELS

Scores = NDArray[np.float32]

_SURE = -1e-3
_FAR = 1500
_ENDS = (". ", "! ", "? ", ".” ", "?” ", "\n")
_JOINING = (" and ", " but ", ", ", " or ")
_PARTS = [label.partition("-")[2] for label in LABELS]
_INSIDE = np.array([label.startswith("I-") for label in LABELS])


def _moves() -> Scores:
    """Give the cost of each move from label to label: I-X stands behind B-X or I-X only."""
    made = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for one, two in np.ndindex(made.shape):
        if _INSIDE[two] and _PARTS[one] != _PARTS[two]:
            made[one, two] = -1e4
    return made


_MOVES = _moves()


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled stretch: "SRC", "CUE" or "CNT", the side of its cue, code points, mean chance."""

    role: str
    side: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Told:
    """A cue with the speakers and contents that hang on it."""

    cue: Part
    speakers: list[Part] = field(default_factory=list)
    content: list[Part] = field(default_factory=list)

    @property
    def score(self) -> float:
        """The lower of the mean chances of its cue and of its content."""
        weights = [one.end - one.start for one in self.content]
        mean = sum(one.score * size for one, size in zip(self.content, weights, strict=True))
        return min(self.cue.score, mean / max(1, sum(weights)))


def decode(text: str, starts: Sequence[int], ends: Sequence[int], scores: Scores) -> list[Told]:
    """Give what is told in a text, by the cue's place.

    `scores` are logarithms of chances, one row a piece and one column a label.
    """
    parts = list(_parts(starts, ends, scores))
    return _shared(text, _linked(parts))


def best(scores: Scores) -> NDArray[np.int64]:
    """Give the likeliest legal row of labels; pieces that are surely nothing part the rows."""
    found = np.zeros(len(scores), np.int64)
    open_ = np.flatnonzero(scores[:, 0] < _SURE)
    if not len(open_):
        return found
    for run in np.split(open_, np.flatnonzero(np.diff(open_) > 1) + 1):
        found[run] = _viterbi(scores[run[0] : run[-1] + 1])
    return found


def _viterbi(scores: Scores) -> NDArray[np.int64]:
    reached = np.where(_INSIDE, -1e4, scores[0]).astype(np.float32)
    back = np.zeros(scores.shape, np.int64)
    for nth in range(1, len(scores)):
        ways = reached[:, None] + _MOVES
        back[nth] = ways.argmax(0)
        reached = ways.max(0) + scores[nth]
    found = np.zeros(len(scores), np.int64)
    found[-1] = reached.argmax()
    for nth in range(len(scores) - 1, 0, -1):
        found[nth - 1] = back[nth, found[nth]]
    return found


def _parts(starts: Sequence[int], ends: Sequence[int], scores: Scores) -> Iterator[Part]:
    labels = best(scores)
    nth, size = 0, len(labels)
    while nth < size:
        label = labels[nth]
        if label == 0:
            nth += 1
            continue
        last = nth + 1
        while last < size and _INSIDE[labels[last]]:
            last += 1
        role, _, side = _PARTS[label].partition("-")
        chances = np.exp(scores[np.arange(nth, last), labels[nth:last]])
        yield Part(role, side, starts[nth], ends[last - 1], float(chances.mean()))
        nth = last


def _linked(parts: list[Part]) -> list[Told]:
    """Give every speaker and content to the nearest cue on the side that its label names."""
    told = [Told(one) for one in parts if one.role == "CUE"]
    starts, ends = [one.cue.start for one in told], [one.cue.end for one in told]
    for one in parts:
        if one.side == "R":
            nth = bisect_left(starts, one.end - 1)
            far = starts[nth] - one.end if nth < len(told) else _FAR
        elif one.side == "L":
            nth = bisect_right(ends, one.start + 1) - 1
            far = one.start - ends[nth] if nth >= 0 else _FAR
        else:
            continue
        if far < _FAR:
            (told[nth].speakers if one.role == "SRC" else told[nth].content).append(one)
    return [one for one in told if one.content]


def _shared(text: str, told: list[Told]) -> list[Told]:
    """Give a cue without speaker that of the cue it is joined to in the same sentence."""
    made: list[Told] = []
    for one in told:
        if made and not one.speakers and made[-1].speakers:
            before = made[-1]
            low = min(before.speakers[0].start, before.cue.start)
            if one.cue.start - low < _FAR:
                between = text[low : one.cue.start]
                joined = any(word in between[-12:] for word in _JOINING)
                if joined and not any(sign in between for sign in _ENDS):
                    one = replace(one, speakers=list(before.speakers))
        made.append(one)
    return made
