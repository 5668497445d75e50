"""Seeds: a sample of the runs of k letters of each document, the same sample wherever they stand.

Winnowing (Schleimer, Wilkerson and Aiken 2003): of every w runs that follow one another the one
with the smallest hash is kept, so that any w + k - 1 equal letters share at least one seed.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayso.reuse.compiled import compiled
from sayso.reuse.letters import I64, U8, U16

U64 = npt.NDArray[np.uint64]


def ring() -> U64:
    """Give the scratch that `seeds` needs."""
    return np.empty(64, np.uint64)


@compiled
def seeds(
    letters: U16, starts: I64, first: int, last: int, k: int, w: int, shift: int, ring: U64,
    out: U64,
) -> int:  # fmt: skip
    """Write the seeds of the documents `first` to `last` as (hash << shift) | letter position.

    Args:
        k: Letters of a run.
        w: Runs of which one is kept, at most 64.
        shift: Bits of a position.
        ring: Scratch of 64 numbers.
        out: Filled; a third of the letters, plus one a document, is room enough for w of 5 and up.

    Returns: The number written.
    """
    base = np.uint64(0x100000001B3)
    top = np.uint64(1)
    for _ in range(k - 1):
        top *= base
    low_bits = (np.uint64(1) << np.uint64(shift)) - np.uint64(1)
    m = 0
    for d in range(first, last):
        start = starts[d]
        end = starts[d + 1]
        if end - start < k:
            continue
        rolling = np.uint64(0)
        for i in range(start, start + k - 1):
            rolling = rolling * base + np.uint64(letters[i])
        best = np.uint64(0)
        best_at = -1
        kept = -1
        for i in range(start, end - k + 1):
            rolling = rolling * base + np.uint64(letters[i + k - 1])
            x = rolling
            x = (x ^ (x >> np.uint64(32))) * np.uint64(0x9E3779B97F4A7C15)
            x = (x ^ (x >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
            x = x ^ (x >> np.uint64(32))
            ring[(i - start) & 63] = x
            rolling -= np.uint64(letters[i]) * top
            if best_at < 0 or x <= best:
                best = x
                best_at = i
            elif best_at <= i - w:
                best = np.uint64(0xFFFFFFFFFFFFFFFF)
                for j in range(i - w + 1, i + 1):
                    y = ring[(j - start) & 63]
                    if y <= best:
                        best = y
                        best_at = j
            # Runs of one letter hash alike; without this a line of dots would seed at every place.
            if (i - start >= w - 1 or i == end - k) and best_at != kept:
                out[m] = ((best * np.uint64(0xD6E8FEB86659FD93)) & ~low_bits) | np.uint64(best_at)
                m += 1
                kept = best_at
    return m


@compiled
def met(old: U64, olds: int, new: U64, news: int, met_bits: U8, out: U64) -> int:
    """Write the old seeds whose hash may stand among the new, in order; none of those is missing.

    Both are of one part of the hashes, which share their highest six bits. Looking is cheaper than
    sorting: the old ones are many, and few are met.

    Args:
        old: Seeds with a shift of 32 bits, `olds` of them.
        new: Likewise, `news` of them.
        met_bits: Scratch of 1 << 20 zeros; given back so.
        out: Filled; as long as `old`.

    Returns: The number written.
    """
    shift = np.uint64(38)
    mask = np.uint64((1 << 20) - 1)
    for n in range(news):
        met_bits[(new[n] >> shift) & mask] = 1
    count = 0
    for n in range(olds):
        if met_bits[(old[n] >> shift) & mask]:
            out[count] = old[n]
            count += 1
    for n in range(news):
        met_bits[(new[n] >> shift) & mask] = 0
    return count


@compiled
def documents_by_place(starts: I64, count: int, coarse: I64) -> None:
    """Write the document of every 1,024th letter: a search for a letter's begins there.

    Args:
        starts: The first letter of each of `count` documents, and the number of all.
        coarse: Filled; one number for every 1,024th letter.
    """
    doc = 0
    for nth in range((starts[count] >> 10) + 1):
        while doc + 1 < count and starts[doc + 1] <= nth << 10:
            doc += 1
        coarse[nth] = doc


def places_of(starts: I64) -> I64:
    """Give what `documents_by_place` writes."""
    coarse = np.empty((int(starts[-1]) >> 10) + 1, np.int64)
    documents_by_place(starts, len(starts) - 1, coarse)
    return coarse


@compiled
def keyed(
    pos_a: I64, pos_b: I64, count: int, starts: I64, coarse: I64, doc_bits: int, place_bits: int,
    out: U64,
) -> None:  # fmt: skip
    """Write each of `count` anchors as one number: documents, then the places in them."""
    docs = np.uint64(doc_bits)
    places = np.uint64(place_bits)
    for n in range(count):
        a = coarse[pos_a[n] >> 10]
        while starts[a + 1] <= pos_a[n]:
            a += 1
        b = coarse[pos_b[n] >> 10]
        while starts[b + 1] <= pos_b[n]:
            b += 1
        key = (np.uint64(a) << docs) | np.uint64(b)
        key = (key << places) | np.uint64(pos_a[n] - starts[a])
        out[n] = (key << places) | np.uint64(pos_b[n] - starts[b])


@compiled
def unkeyed(
    keys: U64, count: int, starts: I64, doc_bits: int, place_bits: int, pos_a: I64, pos_b: I64,
    doc_a: I64, doc_b: I64,
) -> None:  # fmt: skip
    """Read the numbers of `keyed` into places among all letters, and documents."""
    docs = np.uint64(doc_bits)
    places = np.uint64(place_bits)
    of_place = (np.uint64(1) << places) - np.uint64(1)
    of_doc = (np.uint64(1) << docs) - np.uint64(1)
    for n in range(count):
        key = keys[n]
        b = np.int64(key & of_place)
        key >>= places
        a = np.int64(key & of_place)
        key >>= places
        doc_b[n] = np.int64(key & of_doc)
        doc_a[n] = np.int64(key >> docs)
        pos_a[n] = a + starts[doc_a[n]]
        pos_b[n] = b + starts[doc_b[n]]


@compiled
def paired_count(packed: U64, made: int, shift: int, cap: int, links: int, largest: I64) -> int:
    """Bound the anchors that `paired` writes from above; write the size of the largest group.

    Args:
        packed: As in `paired`, and so are `shift`, `cap` and `links`.
        made: Seeds in it.
        largest: Filled with one number.
    """
    most = 0
    total = 0
    i = 0
    bits = np.uint64(shift)
    while i < made:
        j = i + 1
        high = packed[i] >> bits
        while j < made and (packed[j] >> bits) == high:
            j += 1
        group = j - i
        if group > 1:
            dense = min(group, cap)
            total += dense * (dense - 1) // 2 + (group - dense) * (links + 1)
            most = max(most, group)
        i = j
    largest[0] = most
    return total


@compiled
def paired(
    packed: U64, made: int, shift: int, cap: int, links: int, starts: I64, series: I64,
    since: int, coarse: I64, places: I64, docs: I64, pos_a: I64, pos_b: I64,
) -> int:  # fmt: skip
    """Write where equal seeds stand in two documents, the earlier document first.

    From its place number `cap` on, a seed is linked to the `links` earliest places and to the one
    before only, so that what is repeated most is never dropped and cost stays linear. What a place
    is linked to depends on the places before it alone: adding documents changes no older link.

    Args:
        packed: Sorted seeds of `seeds`, `made` of them.
        series: Number of each document's series; two documents of one series are not compared.
        since: Only pairs whose later document is this or after it are written.
        coarse: Of `documents_by_place`.
        places: Scratch of as many numbers as the largest group has seeds; docs likewise.
        pos_a: Filled with letter positions in the earlier document.
        pos_b: Filled with letter positions in the later one.

    Returns: The number written.
    """
    t = 0
    i = 0
    bits = np.uint64(shift)
    low_bits = (np.uint64(1) << bits) - np.uint64(1)
    while i < made:
        j = i + 1
        high = packed[i] >> bits
        while j < made and (packed[j] >> bits) == high:
            j += 1
        group = j - i
        if group > 1:
            for x in range(group):
                places[x] = np.int64(packed[i + x] & low_bits)
                doc = coarse[places[x] >> 10]
                while starts[doc + 1] <= places[x]:
                    doc += 1
                docs[x] = doc
            for y in range(1, group):
                if docs[y] < since:
                    continue
                until = y if y < cap else links
                for x in range(until):
                    if docs[x] != docs[y] and series[docs[x]] != series[docs[y]]:
                        pos_a[t] = places[x]
                        pos_b[t] = places[y]
                        t += 1
                if y >= cap and y > links:
                    x = y - 1
                    if docs[x] != docs[y] and series[docs[x]] != series[docs[y]]:
                        pos_a[t] = places[x]
                        pos_b[t] = places[y]
                        t += 1
        i = j
    return t
