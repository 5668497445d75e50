"""Sentences as vectors, so near one another as what they say: the mean of their word pieces' own.

The vectors are made by `training/vectors.py`; what they are good for stands in the model card
beside them. They know nothing of the order of words, nor of "not": a person reads what is near.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayso.wordpiece import WordPiece

FOLDER = Path(__file__).resolve().parent / "model"
F32 = npt.NDArray[np.float32]
I64 = npt.NDArray[np.int64]
# A piece weighs SMOOTH / (SMOOTH + its share of all pieces): Arora, Liang and Ma 2017.
_SMOOTH = 1e-3
# Pieces that a corpus is thought to be taken from.
_PRIOR = 5000


class Vectors:
    """The vectors of the vocabulary's pieces, and how frequent each piece is."""

    def __init__(self, pieces: WordPiece, vectors: Any, scales: F32, shares: F32) -> None:
        self._pieces = pieces
        self._vectors, self._scales, self._shares = vectors, scales, shares

    def pieces(self, sentence: str) -> I64:
        """Give the pieces of a sentence that are words or parts of words."""
        found = self._pieces.encode(sentence)
        ids = zip(found.ids, found.starts, found.ends, strict=True)
        return np.array([one for one, a, b in ids if sentence[a:b].isalnum()], np.int64)

    def shares(self, counts: I64) -> F32:
        """Give how frequent each piece is in a corpus with so many of each.

        What everybody in it speaks of tells little. A small corpus is taken for a part of a larger
        one in which the frequencies are the general ones.
        """
        made: F32 = (counts + _PRIOR * self._shares) / (counts.sum() + _PRIOR)
        return made

    def summed(self, pieces: I64, shares: F32 | None = None) -> F32:
        """Give the weighted sum of the pieces' vectors; sums of sentences add up."""
        if not len(pieces):
            return np.zeros(self._vectors.shape[1], np.float32)
        frequent = (self._shares if shares is None else shares)[pieces]
        weights = self._scales[pieces] * (_SMOOTH / (_SMOOTH + frequent))
        made: F32 = weights @ self._vectors[pieces].astype(np.float32)
        return made

    @property
    def vocabulary(self) -> int:
        """Give the number of pieces."""
        return len(self._shares)


@cache
def vectors() -> Vectors:
    """Load the vectors that come with the package, once."""
    lines = (FOLDER / "vocabulary.txt").read_text(encoding="utf-8").splitlines()
    with np.load(FOLDER / "vectors.npz") as kept:
        return Vectors(WordPiece(lines), kept["vectors"], kept["scales"], kept["shares"])


def unit(rows: F32) -> F32:
    """Give rows of length one; a row of nothing stays so."""
    made: F32 = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return made


def similar(one: Sequence[str], other: Sequence[str]) -> F32:
    """Give how near each of one is to each of the others, -1 to 1.

    >>> near, far = similar(["They closed the mines."], ["The pits were shut.", "He likes tea."])[0]
    >>> bool(near > far)
    True
    """
    known = vectors()
    sides = [
        unit(np.stack([known.summed(known.pieces(text)) for text in texts]))
        for texts in (one, other)
    ]
    made: F32 = sides[0] @ sides[1].T
    return made
