"""Documents as block files of letters, which workers read: so that no text is ever sent about."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from sayso.reuse.letters import I64, U8, U16, U32, lettered

_INDEX = "index.npz"


@dataclass(frozen=True)
class Index:
    """Where documents lie: `bounds` are the first documents of the blocks and the number of all.

    `starts` are the first letters of the documents among the letters of all, and their number;
    `series` the number of each document's series; `shift` the bits of a letter's place.
    """

    bounds: I64
    starts: I64
    series: I64
    shift: int

    @property
    def blocks(self) -> int:
        """The number of blocks."""
        return len(self.bounds) - 1

    def first_letter(self, block: int) -> int:
        """Give the place of a block's first letter among all."""
        return int(self.starts[self.bounds[block]])

    def block_of(self, places: I64) -> I64:
        """Give the block that each letter lies in."""
        firsts = self.starts[self.bounds[:-1]]
        return np.asarray(np.searchsorted(firsts, places, side="right") - 1, np.int64)


def write(
    folder: Path, data: U8, offsets: I64, series: I64, fold: U16, *, size: int
) -> tuple[Index, U16]:
    """Write the letters of documents in blocks of about `size` bytes; give the index and letters.

    Args:
        folder: Empty, and seen by every worker under the same path.
        data: The bytes of all documents, `offsets` where each begins.
        series: By document.
        fold: See `letters.lettered`.
        size: Bytes of text of a block; a longer document is a block by itself.
    """
    bounds = _bounds(offsets, size)
    every, counts = [], [np.zeros(1, np.int64)]
    for nth, (low, high) in enumerate(itertools.pairwise(bounds)):
        first, last = int(offsets[low]), int(offsets[high])
        letters, places, starts = lettered(data[first:last], offsets[low : high + 1] - first, fold)
        np.save(folder / f"letters-{nth:05}.npy", letters)
        np.save(folder / f"places-{nth:05}.npy", places)
        every.append(letters)
        counts.append(np.diff(starts))
    starts = np.cumsum(np.concatenate(counts))
    whole = np.concatenate(every) if every else np.empty(0, np.uint16)
    shift = max(10, len(whole).bit_length())
    np.savez(folder / _INDEX, bounds=bounds, starts=starts, series=series, shift=shift)
    return Index(bounds, starts, series, shift), whole


def _bounds(offsets: I64, size: int) -> I64:
    count = len(offsets) - 1
    bounds = [0]
    for document in range(1, count):
        if offsets[document + 1] - offsets[bounds[-1]] > size:
            bounds.append(document)
    return np.array([*bounds, count] if count else [0], np.int64)


@lru_cache(maxsize=2)
def index(folder: str) -> Index:
    """Read the index of a folder of blocks."""
    with np.load(Path(folder) / _INDEX) as kept:
        return Index(kept["bounds"], kept["starts"], kept["series"], int(kept["shift"]))


@lru_cache(maxsize=4)
def letters(folder: str, block: int) -> U16:
    """Read the letters of a block."""
    kept: U16 = np.load(Path(folder) / f"letters-{block:05}.npy")
    return kept


@lru_cache(maxsize=4)
def places(folder: str, block: int) -> U32:
    """Read the code points of a block's letters; see `letters.normalise`."""
    kept: U32 = np.load(Path(folder) / f"places-{block:05}.npy")
    return kept
