"""Words broken at the end of a line: whether the hyphen belongs to the word."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BROKEN = re.compile(r"(?:[^\W\d_]+['’-])*[^\W\d_]{1,40}[-‐\xad¬]\Z")
_GOES_ON = re.compile(r"[^\W\d_]{1,40}")
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Joint:
    """What becomes of a line-end hyphen: whether it stays, and whether that is certain."""

    keep: bool
    certain: bool


class Vocabulary:
    """The words of a text, by which its own line-end hyphens are judged."""

    def __init__(self, text: str) -> None:
        self._words = Counter(one.group().lower() for one in _WORD.finditer(text))

    def joint(self, line: str, following: str) -> Joint | None:
        """Judge the hyphen at the end of a line; None where no word is broken there.

        >>> Vocabulary("a line of words, wordless").joint("word-", "less")
        Joint(keep=False, certain=True)
        """
        broken = _BROKEN.search(line[-_LONGEST:])
        rest = _GOES_ON.match(following)
        if not broken or not rest:
            return None
        first, sign = broken.group()[:-1], broken.group()[-1]
        second = rest.group()
        if sign in "\xad¬":
            return Joint(keep=False, certain=True)
        if second[0].isupper():
            return Joint(keep=True, certain=True)
        joined = self._words[(first + second).lower()]
        hyphened = self._words[f"{first}-{second}".lower()]
        if joined or hyphened:
            return Joint(keep=hyphened > joined, certain=True)
        # The broken halves are counted as words themselves: whole words stand elsewhere too.
        whole = min(self._words[first.lower()], self._words[second.lower()]) > 1
        return Joint(keep=whole and len(first) > 1 and "-" not in first, certain=False)
