"""What the trained reader sees besides the words: letter case, quotation marks, beginnings."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.int8]

# Source and content by the side of their cue: it stands to the left, to the right, or nowhere.
LABELS = (
    "O", "B-SRC-L", "I-SRC-L", "B-SRC-R", "I-SRC-R", "B-CUE", "I-CUE",
    "B-CNT-L", "I-CNT-L", "B-CNT-R", "I-CNT-R", "B-CNT-N", "I-CNT-N",
)  # fmt: skip
LOWER, TITLE, UPPER, MIXED, SIGN, INSIDE = range(6)
OUT, IN, OPENS, CLOSES = range(4)
NOTHING, PARAGRAPH, SENTENCE = range(3)

_OPEN = frozenset("“„«‘")
_CLOSE = frozenset("”»’")
_ENDS = frozenset(".!?")


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
