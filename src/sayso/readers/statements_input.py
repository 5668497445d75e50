"""What the trained reader sees besides the words: letter case, quotation marks, beginnings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.int8]

# What a piece is as part of a cue, of a statement whose cue is known, and of a name.
CUES = ("O", "B-CUE", "I-CUE")
PARTS = ("O", "B-SRC", "I-SRC", "B-CNT", "I-CNT")
KINDS = ("person", "organisation", "place", "event", "date", "work")
NAMES = ("O", *(f"{side}-{kind}" for kind in KINDS for side in "BI"))
# What words in quotation marks are.
MARKS = ("statement", "title", "scare", "term")
# How far from its cue a part may stand, in pieces, and the steps in which the distance is known.
REACH = 80
# How far is looked where what is said goes on at the edge of the reach.
FAR = 200
# A quotation without a cue is asked for its speaker at its first pieces: how many they are, and how
# many pieces before and behind them are looked at.
OPENING, BEFORE, BEHIND = 8, 160, 60
_STEPS = (1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 22, 30, 40, 55)
DISTANCES = 2 * len(_STEPS) + 3
LOWER, TITLE, UPPER, MIXED, SIGN, INSIDE = range(6)
OUT, IN, OPENS, CLOSES = range(4)
NOTHING, PARAGRAPH, SENTENCE = range(3)

# Letters that the vocabulary lacks, for those that it has: one for one, so that places stay.
_SAME = str.maketrans({"ſ": "s", "ꝛ": "r", "ꜱ": "s"})
_OPEN = frozenset("“„«‘")
_CLOSE = frozenset("”»’")
_ENDS = frozenset(".!?")


def readable(text: str) -> str:
    """Give a text of the same length in letters that the vocabulary has: a long s becomes an s.

    >>> readable("the ſame Houſe")
    'the same House'
    """
    return text.translate(_SAME)


def features(text: str, starts: Sequence[int], ends: Sequence[int]) -> tuple[Bytes, Bytes, Bytes]:
    """Give case, quotation and beginning of every piece, as small numbers named above."""
    size = len(starts)
    case, quoted, begins = (np.zeros(size, np.int8) for _ in range(3))
    before, end = "", 0
    within = ""
    for nth in range(size):
        start = starts[nth]
        word = text[start : ends[nth]]
        gap = text[end:start]
        joined = not gap and nth > 0
        case[nth] = _case(word, joined and before[-1:].isalnum())
        if nth == 0 or "\n" in gap:
            begins[nth], within = PARAGRAPH, ""
        elif before in _ENDS:
            begins[nth] = SENTENCE
        quoted[nth], within = _quoted(text, word, start, within)
        before, end = word, ends[nth]
    return case, quoted, begins


def distances(places: NDArray[np.int64], start: int, end: int) -> NDArray[np.int64]:
    """Give the step of the distance of each place from a cue [start, end): 0 to DISTANCES - 1."""
    before = np.searchsorted(_STEPS, start - places, side="right")
    behind = np.searchsorted(_STEPS, places - end + 1, side="right")
    middle = len(_STEPS) + 1
    return np.where(
        places < start, middle - before, np.where(places >= end, middle + behind, middle)
    )


def _case(word: str, joined: bool) -> int:
    if joined and word[:1].isalnum():
        return INSIDE
    if not any(one.isalpha() for one in word):
        return SIGN
    if word.islower():
        return LOWER
    if word.isupper() and len(word) > 1:
        return UPPER
    return TITLE if word[0].isupper() else MIXED


def _quoted(text: str, word: str, start: int, within: str) -> tuple[int, str]:
    """Give the place of a piece by quotation marks, and the mark it leaves open."""
    if word == '"':
        return (CLOSES, "") if within == '"' else (OPENS, within or '"')
    if word in _OPEN and not (word == "‘" and within):
        return OPENS, within or word
    if word in _CLOSE:
        if word != "’":
            return CLOSES, ""
        if within == "‘" and not text[start + 1 : start + 2].isalnum():
            return CLOSES, ""
    return (IN if within else OUT), within
