"""Two texts against each other: every run of a few letters, in a fraction of a millisecond."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np

from sayso.reuse.compiled import address, compiled
from sayso.reuse.extension import BAND, runs
from sayso.reuse.letters import I64, U16, fold_table, joined_table, normalise
from sayso.reuse.passages import PRESETS, Settings, in_code_points, joined
from sayso.reuse.seeds import U64


@compiled
def meetings(
    letters: U16, middle: int, end: int, k: int, most: int, mask: int, heads: I64, after: I64,
    hashes: U64, room: int, pos_a: I64, pos_b: I64,
) -> int:  # fmt: skip
    """Write where the runs of k letters of the first text stand in the second, in order.

    Args:
        letters: Those of the first text up to `middle`, then those of the second up to `end`.
        k: Letters of a run.
        most: Places of the second text that a run is held against, the earliest.
        mask: Length of `heads`, a power of two, less one.
        heads: Scratch.
        after: Scratch of `end` numbers; hashes likewise.
        room: How many can be written; more are counted.
        pos_a: Filled with places in the first text.
        pos_b: Filled with places in the second.

    Returns: The number of meetings.
    """
    base = np.uint64(0x100000001B3)
    top = np.uint64(1)
    for _ in range(k - 1):
        top *= base
    for n in range(mask + 1):
        heads[n] = -1
    for text in range(2):
        first = 0 if text == 0 else middle
        last = middle if text == 0 else end
        if last - first < k:
            return 0
        rolling = np.uint64(0)
        for i in range(first, first + k - 1):
            rolling = rolling * base + np.uint64(letters[i])
        for i in range(first, last - k + 1):
            rolling = rolling * base + np.uint64(letters[i + k - 1])
            hashes[i] = rolling
            rolling -= np.uint64(letters[i]) * top
    # From the end, so that each list runs from the earliest place to the latest.
    for back in range(end - k + 1 - middle):
        i = end - k - back
        slot = np.int64((hashes[i] * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)) & mask
        after[i] = heads[slot]
        heads[slot] = i
    t = 0
    for i in range(middle - k + 1):
        slot = np.int64((hashes[i] * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)) & mask
        j = heads[slot]
        left = most
        while j >= 0 and left > 0:
            if hashes[j] == hashes[i]:
                if t < room:
                    pos_a[t] = i
                    pos_b[t] = j
                t += 1
                left -= 1
            j = after[j]
    return t


# Without it a page of dots held against another would meet it at every place.
_MOST = 256


class _Scratch(threading.local):
    """Arrays that one comparison after another works in, each thread its own, by their addresses.

    To make arrays, and to ask where they lie, takes longer than to compare two articles.
    """

    def __init__(self) -> None:
        self.size = self.room = 0
        self.extension = [np.empty(2 * BAND + 2, np.int64) for _ in range(2)]
        self.seen = np.empty(192, np.int64)
        self.starts = np.zeros(3, np.int64)
        self.offsets = np.zeros(3, np.int64)
        self.fixed: Any = [address(one) for one in (*self.extension, self.seen)]
        self.grow(1 << 14, 1 << 14)

    def grow(self, size: int, room: int) -> None:
        """Make room for `size` bytes of text and `room` meetings."""
        if size > self.size:
            self.size = size
            self.mask = (1 << min(22, size.bit_length())) - 1
            self.letters, self.places = np.empty(size, np.uint16), np.empty(size, np.uint32)
            self.heads = np.empty(self.mask + 1, np.int64)
            self.after, self.hashes = np.empty(size, np.int64), np.empty(size, np.uint64)
            arrays: tuple[Any, ...] = (self.heads, self.after, self.hashes)
            self.tables: list[Any] = [address(one) for one in arrays]
        if room > self.room:
            self.room = room
            self.pos_a, self.pos_b = np.empty(room, np.int64), np.empty(room, np.int64)
            self.first, self.second = np.zeros(room, np.int64), np.ones(room, np.int64)
            self.runs = np.empty((room, 8), np.int64)
            arrays = (self.pos_a, self.pos_b, self.first, self.second)
            self.anchors: Any = [address(one) for one in arrays]


_SCRATCH = _Scratch()


def compare(one: str, other: str, *, settings: Settings | None = None) -> list[tuple[int, ...]]:
    """Give the passages two texts share: (begin, end, begin, end, matches, edits) for each.

    Fast enough to hold one text against thousands: a fraction of a millisecond for articles.
    Every run of `settings.k` letters is looked at; what thins them out (`w`, `cap`) is not heeded.

    >>> a = "He said that the harbour would be closed by the council before winter."
    >>> b = "Note: the harbour would be closed by the council, we read."
    >>> [(a[x:y], b[u:v]) for x, y, u, v, _, _ in compare(a, b)][0][0]
    'the harbour would be closed by the council'
    """
    chosen = settings or PRESETS["pairwise"]
    k = chosen.k or 7
    held, (first, second) = _SCRATCH, (text.encode("utf-8", "replace") for text in (one, other))
    size = len(first) + len(second)
    held.grow(size + 1, 0)
    data = np.frombuffer(first + second, np.uint8)
    held.offsets[1:] = len(first), size
    fold = joined_table() if chosen.early_modern else fold_table()
    end = normalise(data, held.offsets, 0, 2, fold, held.letters, held.places, held.starts, 0)
    held.starts[2] = end
    middle = int(held.starts[1])
    count = _met(held, middle, end, k)
    pos_a, pos_b, doc_a, doc_b = held.anchors
    reach, matched, seen = held.fixed
    made = runs(
        pos_a, pos_b, doc_a, doc_b, 0, count, held.letters, held.starts, k, max(k, chosen.exact),
        chosen.drop1, chosen.drop, chosen.run, BAND, reach, matched, seen, held.runs,
    )  # fmt: skip
    if not made:
        return []
    rows = joined(held.runs[:made], chosen)
    spans = in_code_points(rows, held.places, held.starts)
    return [
        (*map(int, span), int(row[6]), int(row[7])) for span, row in zip(spans, rows, strict=True)
    ]


def _met(held: _Scratch, middle: int, end: int, k: int) -> int:
    """Fill the anchors with where the texts meet; give how many there are."""
    mask = min(held.mask, (1 << max(8, (end - middle).bit_length())) - 1)
    while True:
        heads, after, hashes = held.tables
        pos_a, pos_b, _, _ = held.anchors
        count = meetings(
            held.letters, middle, end, k, _MOST, mask, heads, after, hashes, held.room, pos_a, pos_b
        )
        if count <= held.room:
            return int(count)
        held.grow(0, int(count))
