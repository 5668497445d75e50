"""Cut text into word pieces with their code points, as the encoder's vocabulary asks for.

The same pieces as BERT's uncased cutter: small letters, no accents, each sign by itself, words cut
greedily from the left into pieces of the vocabulary. Every piece keeps its place in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_SPACE = "\t\n\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CHUNK = re.compile(f"[^{_SPACE}]+")
_PLAIN = re.compile(r"[A-Za-z0-9]+|[!-/:-@\[-`{-~]")
_LONGEST = 100
_CACHE = 50_000
_IDEOGRAPHS = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F), (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ids of pieces and the code points [start, end) that each was made from."""

    ids: list[int]
    starts: list[int]
    ends: list[int]


class WordPiece:
    """Cuts text by a vocabulary, one piece a line; "##" begins a piece inside a word."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {word: nth for nth, word in enumerate(vocabulary)}
        self.unknown = self._ids["[UNK]"]
        self.first = self._ids["[CLS]"]
        self.last = self._ids["[SEP]"]
        self._kept: dict[str, tuple[tuple[int, int, int], ...]] = {}

    def encode(self, text: str) -> Pieces:
        """Give the pieces of a text, in order, without the signs for begin and end."""
        made = Pieces([], [], [])
        for chunk in _CHUNK.finditer(text):
            words = chunk.group()
            if words.isascii() and words.isprintable():
                for word in _PLAIN.finditer(words):
                    at = chunk.start() + word.start()
                    self._add(made, word.group().lower(), range(at, at + len(word.group())))
            else:
                for letters, places in _words(words, chunk.start()):
                    self._add(made, letters, places)
        return made

    def _add(self, made: Pieces, word: str, places: range | list[int]) -> None:
        for number, start, end in self._cut(word):
            made.ids.append(number)
            made.starts.append(places[start])
            made.ends.append(places[end - 1] + 1)

    def _cut(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Give (id, start, end) for the pieces of a word."""
        found = self._kept.get(word)
        if found is None:
            found = self._greedy(word) or ((self.unknown, 0, len(word)),)
            if len(self._kept) < _CACHE and len(word) < _LONGEST:
                self._kept[word] = found
        return found

    def _greedy(self, word: str) -> tuple[tuple[int, int, int], ...]:
        if len(word) > _LONGEST:
            return ()
        found = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._ids.get(f"##{word[start:end]}" if start else word[:end])
                if number is not None:
                    found.append((number, start, end))
                    start = end
                    break
            else:
                return ()
        return tuple(found)


def _words(chunk: str, at: int) -> Iterable[tuple[str, list[int]]]:
    """Give the words and signs of a stretch without spaces: small letters, and their places."""
    letters: list[str] = []
    places: list[int] = []
    for nth, one in enumerate(chunk, at):
        if one in "\x00\ufffd" or unicodedata.category(one).startswith("C"):
            continue
        alone = _ideograph(ord(one))
        if alone and letters:
            yield "".join(letters), places
            letters, places = [], []
        for small in _plain(one):
            if alone or _is_sign(small):
                if letters:
                    yield "".join(letters), places
                    letters, places = [], []
                yield small, [nth]
            else:
                letters.append(small)
                places.append(nth)
    if letters:
        yield "".join(letters), places


def _plain(one: str) -> str:
    """Give a code point without accents, in small letters."""
    bare = "".join(
        part for part in unicodedata.normalize("NFD", one) if unicodedata.category(part) != "Mn"
    )
    return "".join(part.lower() for part in bare)


def _is_sign(one: str) -> bool:
    if one.isascii():
        return not one.isalnum() and one.isprintable()
    return unicodedata.category(one).startswith("P")


def _ideograph(code: int) -> bool:
    return code >= 0x3400 and any(low <= code <= high for low, high in _IDEOGRAPHS)
