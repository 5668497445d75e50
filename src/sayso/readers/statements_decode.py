"""Turn the scores of an encoder into cues with their speakers and contents, and into names.

A cue is found first; then every piece in its reach is asked what it is to this cue. So statements
may lie within statements, and joined cues may share their speaker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.readers.statements_input import BEFORE, BEHIND, CUES, FAR, PARTS, REACH, distances

Scores = NDArray[np.float32]
Longs = NDArray[np.int64]

_SURE = -1e-2
_NEVER = -1e4
_TOGETHER, _ROWS = 64, 8

Cue = tuple[int, int, float]
Parts = Callable[[Scores, Longs], Scores]
# Where a row of pieces begins, their labels, and the chance of each label.
_Row = tuple[int, Longs, Scores]


@cache
def _moves(labels: tuple[str, ...]) -> Scores:
    """Give the cost of each move from label to label: I-X stands behind B-X or I-X only."""
    made = np.zeros((len(labels), len(labels)), np.float32)
    for one, two in np.ndindex(made.shape):
        if labels[two][0] == "I" and labels[one][2:] != labels[two][2:]:
            made[one, two] = _NEVER
    return made


@cache
def _first(labels: tuple[str, ...]) -> Scores:
    return np.array([_NEVER if one[0] == "I" else 0 for one in labels], np.float32)


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled stretch: its role, code points [start, end), and its pieces' mean chance."""

    role: str
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
        """The chance of its cue times the mean chance of its content."""
        weights = [one.end - one.start for one in self.content]
        mean = sum(one.score * size for one, size in zip(self.content, weights, strict=True))
        return self.cue.score * mean / max(1, sum(weights))


def logarithms(out: Scores) -> Scores:
    """Turn scores into logarithms of chances, along the last axis."""
    out = out - out.max(-1, keepdims=True)
    made: Scores = out - np.log(np.exp(out).sum(-1, keepdims=True))
    return made


def cues(scores: Scores, lean: float = 0.0) -> Iterator[Cue]:
    """Give the cues of rows of scores: first piece, end, chance.

    `lean` is taken from the logarithm of "no cue": the higher, the more cues.
    """
    leant = scores.copy()
    leant[:, 0] -= lean
    for low, high, _ in stretches(best(leant, CUES), CUES):
        yield low, high, float((1 - np.exp(scores[low:high, 0])).mean())


def tell(
    found: Sequence[Cue], seen: Scores, parts: Parts, speaking: float = 0.0
) -> Iterator[tuple[Cue, list[tuple[int, int, str, float]]]]:
    """Give, for each cue, its parts: first piece, end, role, chance.

    `seen` is what the encoder makes of each piece; `parts` turns rows of it (rows, pieces, ...),
    all of one length, and the distances from the cue of each row into scores of PARTS. `speaking`
    is added to the logarithm of "here a speaker begins" where something is said and nobody found
    to say it.
    """
    for nth in range(0, len(found), _TOGETHER):
        yield from _told(found[nth : nth + _TOGETHER], seen, parts, speaking)


def speak(
    asked: Sequence[tuple[int, int]],
    ends: Sequence[int],
    seen: Scores,
    parts: Parts,
    speaking: float = 0.0,
) -> Iterator[list[tuple[int, int, float]]]:
    """Give who says each of some quotations without a cue: first piece, end, chance.

    Args:
        asked: The first pieces of each quotation, from and to.
        ends: Where each quotation ends; nobody within it says it.
        seen: What the encoder makes of each piece.
        parts: As in `tell`.
        speaking: Added to the logarithm of "here a speaker is named".
    """
    for nth in range(0, len(asked), _TOGETHER):
        some = asked[nth : nth + _TOGETHER]
        begins, _, scores = _around(some, seen, parts, (BEFORE, BEHIND))
        scores[:, :, _labels("CNT")] = _NEVER
        plain = scores.copy()
        scores[:, :, _labels("SRC")] += speaking
        for row, ((low, _), end, begin) in enumerate(
            zip(some, ends[nth : nth + _TOGETHER], begins, strict=True)
        ):
            scores[row, low - begin : end - begin] = _NEVER
            scores[row, low - begin : end - begin, 0] = 0
        labels = likeliest(scores, PARTS)
        chances = np.exp(np.take_along_axis(plain, labels[:, :, None], 2)[:, :, 0])
        for begin, row, sure in zip(begins, labels, chances, strict=True):
            yield [
                (begin + low, begin + high, float(sure[low:high].mean()))
                for low, high, _ in stretches(row, PARTS)
            ]


def _around(
    found: Sequence[tuple[int, int]], seen: Scores, parts: Parts, reach: tuple[int, int]
) -> tuple[list[int], list[int], Scores]:
    """Give where the surroundings of each stretch begin, how long they are, and their scores."""
    begins = [max(0, low - reach[0]) for low, _ in found]
    sizes = [
        min(len(seen), high + reach[1]) - start
        for (_, high), start in zip(found, begins, strict=True)
    ]
    scores = np.full((len(found), max(sizes), len(PARTS)), _NEVER, np.float32)
    scores[:, :, 0] = 0
    # Rows of one length are asked together, so that none is filled up with nothing.
    for size in sorted(set(sizes)):
        some = [nth for nth, one in enumerate(sizes) if one == size]
        for first in range(0, len(some), _ROWS):
            asked = some[first : first + _ROWS]
            places = np.array([begins[nth] for nth in asked])[:, None] + np.arange(size)
            far = np.stack(
                [distances(row, *found[nth]) for nth, row in zip(asked, places, strict=True)]
            )
            scores[asked, :size] = logarithms(parts(seen[places], far))
    return begins, sizes, scores


def _told(
    found: Sequence[Cue], seen: Scores, parts: Parts, speaking: float
) -> Iterator[tuple[Cue, list[tuple[int, int, str, float]]]]:
    made = _labelled(found, seen, parts, speaking, REACH)
    far = [nth for nth, row in enumerate(made) if _goes_on(row, len(seen))]
    again = _labelled([found[nth] for nth in far], seen, parts, speaking, FAR) if far else []
    for nth, row in zip(far, again, strict=True):
        made[nth] = row
    for cue, (start, labels, sure) in zip(found, made, strict=True):
        yield (
            cue,
            [
                (start + low, start + high, role, float(sure[low:high].mean()))
                for low, high, role in stretches(labels, PARTS)
            ],
        )


def _goes_on(row: _Row, size: int) -> bool:
    """Say whether a content stands at an edge of what was looked at, with more text behind it."""
    start, labels, _ = row
    first, last = (PARTS[nth][2:] == "CNT" for nth in (labels[0], labels[-1]))
    return (first and start > 0) or (last and start + len(labels) < size)


def _labelled(
    found: Sequence[Cue], seen: Scores, parts: Parts, speaking: float, reach: int
) -> list[_Row]:
    """Give for each cue where its surroundings begin, their labels and the chance of each."""
    begins, sizes, scores = _around([one[:2] for one in found], seen, parts, (reach, reach))
    for nth, ((low, high, _), start) in enumerate(zip(found, begins, strict=True)):
        scores[nth, low - start : high - start] = _NEVER
        scores[nth, low - start : high - start, 0] = 0
    labels = likeliest(scores, PARTS)
    if speaking:
        _look_again(scores, labels, speaking)
    chances = np.exp(np.take_along_axis(scores, labels[:, :, None], 2)[:, :, 0])
    rows = zip(begins, labels, chances, sizes, strict=True)
    return [(start, row[:size], sure[:size]) for start, row, sure, size in rows]


def _look_again(scores: Scores, labels: Longs, speaking: float) -> None:
    """Look for a speaker more readily in rows with a content and none; contents stay."""
    speaks, says = (np.isin(labels, _labels(role)) for role in ("SRC", "CNT"))
    rows = np.flatnonzero(says.any(1) & ~speaks.any(1))
    if not len(rows):
        return
    again = scores[rows]
    again[:, :, PARTS.index("B-SRC")] += speaking
    again[says[rows]] = _NEVER
    again[says[rows], 0] = 0
    again[:, :, _labels("CNT")] = _NEVER
    found = likeliest(again, PARTS)
    labels[rows] = np.where(says[rows], labels[rows], found)


def _labels(role: str) -> list[int]:
    return [nth for nth, one in enumerate(PARTS) if one.endswith(role)]


def best(scores: Scores, labels: tuple[str, ...]) -> Longs:
    """Give the likeliest legal row of labels; pieces that are surely nothing part the rows."""
    found = np.zeros(len(scores), np.int64)
    open_ = np.flatnonzero(scores[:, 0] < _SURE)
    if not len(open_):
        return found
    for run in np.split(open_, np.flatnonzero(np.diff(open_) > 1) + 1):
        found[run] = likeliest(scores[None, run[0] : run[-1] + 1], labels)[0]
    return found


def likeliest(scores: Scores, labels: tuple[str, ...]) -> Longs:
    """Give the likeliest legal labels (rows, pieces) of scores (rows, pieces, labels): Viterbi
    1967."""
    rows, size, _ = scores.shape
    reached = scores[:, 0] + _first(labels)
    moves = _moves(labels)
    back = np.zeros(scores.shape, np.int8)
    for nth in range(1, size):
        ways = reached[:, :, None] + moves
        back[:, nth] = ways.argmax(1)
        reached = ways.max(1) + scores[:, nth]
    found = np.zeros((rows, size), np.int64)
    found[:, -1] = reached.argmax(1)
    every = np.arange(rows)
    for nth in range(size - 1, 0, -1):
        found[:, nth - 1] = back[every, nth, found[:, nth]]
    return found


def stretches(row: Longs, labels: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """Give first piece, end and role of each labelled stretch of a row."""
    open_ = np.flatnonzero(row)
    at = 0
    while at < len(open_):
        low = int(open_[at])
        at += 1
        while at < len(open_) and open_[at] == open_[at - 1] + 1:
            if labels[row[open_[at]]][0] != "I":
                break
            at += 1
        yield low, int(open_[at - 1]) + 1, labels[row[low]][2:]
