"""Anchors to passages: extend each on both sides, then join those that follow one another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayso.reuse.compiled import compiled
from sayso.reuse.letters import I64, U8, U16, U32

I64_2 = npt.NDArray[np.int64]

BAND = 600
"""Most edits of an extension, plus one."""


@compiled
def extended(
    letters: U16, a: int, a_end: int, b: int, b_end: int, step: int, drop: int,
    band: int, reach: I64, matched: I64,
) -> tuple[int, int, int, int]:  # fmt: skip
    """Walk from two places as far as the score does not fall `drop` under its best.

    Greedy alignment by furthest reaching diagonals (Zhang, Schwartz, Wagner and Miller 2000).

    Args:
        a: First letter of one side, `a_end` the bound it never reaches; likewise b.
        step: 1 to walk forward, -1 backward.
        drop: Score the walk may lose; a match is worth 1, an edit costs 2.
        band: Most edits, plus one.
        reach: Scratch of 2 * band + 2 numbers; matched likewise.

    Returns: Letters walked on either side, edits and matches up to the best score.
    """
    len_a = (a_end - a) * step
    len_b = (b_end - b) * step
    i = 0
    least = min(len_a, len_b)
    while i < least and letters[a + i * step] == letters[b + i * step]:
        i += 1
    best = i
    best_a = i
    best_b = i
    best_edits = 0
    best_matches = i
    if i == least:
        return best_a, best_b, best_edits, best_matches
    mid = band
    reach[mid] = i
    matched[mid] = i
    low = 0
    high = 0
    for edits in range(1, band):
        # Beyond the diagonals that live nothing is reached.
        reach[mid + low - 1] = -9
        reach[mid + high + 1] = -9
        reach[mid + high + 2] = -9
        live_low = high + 2
        live_high = low - 2
        left = -9
        left_matched = 0
        here = -9
        here_matched = 0
        for diagonal in range(low - 1, high + 2):
            right = reach[mid + diagonal + 1]
            right_matched = matched[mid + diagonal + 1]
            at = here + 1
            found = here_matched
            if left + 1 > at:
                at = left + 1
                found = left_matched
            if right > at:
                at = right
                found = right_matched
            left = here
            left_matched = here_matched
            here = right
            here_matched = right_matched
            other = at - diagonal
            if at < 0 or at > len_a or other > len_b or other < 0:
                reach[mid + diagonal] = -9
                continue
            while (
                at < len_a and other < len_b and letters[a + at * step] == letters[b + other * step]
            ):
                at += 1
                other += 1
                found += 1
            score = found - 2 * edits
            if score < best - drop:
                reach[mid + diagonal] = -9
                continue
            reach[mid + diagonal] = at
            matched[mid + diagonal] = found
            live_low = min(live_low, diagonal)
            live_high = max(live_high, diagonal)
            if score > best:
                best = score
                best_a = at
                best_b = other
                best_edits = edits
                best_matches = found
        if live_low > live_high:
            break
        low = live_low
        high = live_high
        if mid + low < 3 or mid + high > 2 * band - 2:
            break
    return best_a, best_b, best_edits, best_matches


@compiled
def runs(
    pos_a: I64, pos_b: I64, doc_a: I64, doc_b: I64, first: int, last: int, letters: U16,
    starts: I64, k: int, exact: int, drop1: int, drop: int, least: int, band: int, reach: I64,
    matched: I64, seen: I64, out: I64,
) -> int:  # fmt: skip
    """Extend the anchors `first` to `last`, sorted by documents and places, to runs of likeness.

    Args:
        exact: Equal letters an anchor needs, or another anchor near on its diagonal.
        drop1: Drop of the first, cheap look, at which chance phrases die.
        drop: Drop of the full extension.
        least: Score a run needs.
        band: As in `extended`, and so are `reach` and `matched`.
        seen: Scratch of 192 numbers.
        out: Filled with rows, one an anchor at most: documents, start and end in the letters of
            either, matches, edits.

    Returns: The number of rows.
    """
    t = 0
    touched = 0
    i = first
    while i < last:
        j = i + 1
        while j < last and doc_a[j] == doc_a[i] and doc_b[j] == doc_b[i]:
            j += 1
        start_a = starts[doc_a[i]]
        end_a = starts[doc_a[i] + 1]
        start_b = starts[doc_b[i]]
        end_b = starts[doc_b[i] + 1]
        covered = 0
        # The letters of a later pair, asked for now, are in the processor's cache when it comes.
        touched += letters[pos_b[min(i + 12, last - 1)]]
        for x in range(i, j):
            a = pos_a[x]
            b = pos_b[x]
            skip = False
            for y in range(min(covered, 64)):
                if seen[y] <= a < seen[64 + y] and abs((a - b) - seen[128 + y]) <= 40:
                    skip = True
                    break
            if skip:
                continue
            same = 0
            while same < k and letters[a + same] == letters[b + same]:
                same += 1
            if same < k:
                # Two runs of one hash that are not equal.
                continue
            p = a + k
            q = b + k
            while p < end_a and q < end_b and same < exact and letters[p] == letters[q]:
                p += 1
                q += 1
                same += 1
            p = a - 1
            q = b - 1
            while p >= start_a and q >= start_b and same < exact and letters[p] == letters[q]:
                p -= 1
                q -= 1
                same += 1
            if same < exact:
                near = (
                    x > i and a - pos_a[x - 1] < 80
                    and abs((a - b) - (pos_a[x - 1] - pos_b[x - 1])) <= 8
                ) or (
                    x + 1 < j and pos_a[x + 1] - a < 80
                    and abs((a - b) - (pos_a[x + 1] - pos_b[x + 1])) <= 8
                )  # fmt: skip
                if not near:
                    continue
            ra, rb, re, rm = extended(letters, a, end_a, b, end_b, 1, drop1, band, reach, matched)
            la, lb, le, lm = extended(
                letters, a - 1, start_a - 1, b - 1, start_b - 1, -1, drop1, band, reach, matched
            )
            if rm + lm - 2 * (re + le) < least:
                continue
            ra, rb, re, rm = extended(letters, a, end_a, b, end_b, 1, drop, band, reach, matched)
            la, lb, le, lm = extended(
                letters, a - 1, start_a - 1, b - 1, start_b - 1, -1, drop, band, reach, matched
            )
            slot = covered & 63
            seen[slot] = a - la
            seen[64 + slot] = max(a + ra, a + k)
            seen[128 + slot] = (a + ra) - (b + rb)
            covered += 1
            if rm + lm - 2 * (re + le) >= least:
                out[8 * t] = doc_a[x]
                out[8 * t + 1] = doc_b[x]
                out[8 * t + 2] = a - la
                out[8 * t + 3] = a + ra
                out[8 * t + 4] = b - lb
                out[8 * t + 5] = b + rb
                out[8 * t + 6] = rm + lm
                out[8 * t + 7] = re + le
                t += 1
        i = j
    seen[191] = touched  # or the compiler would leave the asking out
    return t


@compiled
def chained(rows: I64, count: int, gap: int, least: int, used: U8, out: I64) -> int:
    """Join runs of one pair of documents that follow one another on both sides.

    Args:
        rows: Sorted by documents and start in the first, `count` of them.
        gap: Letters that may lie between two runs on either side.
        least: Matched letters a passage needs.
        used: Scratch of `count` zeros.
        out: As `rows`, and the number of runs joined.

    Returns: The number of passages.
    """
    t = 0
    i = 0
    while i < count:
        j = i + 1
        while j < count and rows[8 * j] == rows[8 * i] and rows[8 * j + 1] == rows[8 * i + 1]:
            j += 1
        for x in range(i, j):
            if used[x]:
                continue
            a0 = rows[8 * x + 2]
            a1 = rows[8 * x + 3]
            b0 = rows[8 * x + 4]
            b1 = rows[8 * x + 5]
            matches = rows[8 * x + 6]
            edits = rows[8 * x + 7]
            parts = 1
            for y in range(x + 1, j):
                if rows[8 * y + 2] > a1 + gap:
                    break
                if used[y]:
                    continue
                if (
                    rows[8 * y + 2] >= a1 - 30 and b1 - 30 <= rows[8 * y + 4] <= b1 + gap
                    and rows[8 * y + 3] > a1 and rows[8 * y + 5] > b1
                ):  # fmt: skip
                    over = max(0, a1 - rows[8 * y + 2], b1 - rows[8 * y + 4])
                    a1 = rows[8 * y + 3]
                    b1 = rows[8 * y + 5]
                    matches += max(0, rows[8 * y + 6] - over)
                    edits += rows[8 * y + 7]
                    parts += 1
                    used[y] = 1
                elif (
                    rows[8 * y + 2] >= a0 and rows[8 * y + 3] <= a1
                    and rows[8 * y + 4] >= b0 and rows[8 * y + 5] <= b1
                ):  # fmt: skip
                    used[y] = 1
            if matches >= least:
                out[9 * t] = rows[8 * x]
                out[9 * t + 1] = rows[8 * x + 1]
                out[9 * t + 2] = a0
                out[9 * t + 3] = a1
                out[9 * t + 4] = b0
                out[9 * t + 5] = b1
                out[9 * t + 6] = matches
                out[9 * t + 7] = edits
                out[9 * t + 8] = parts
                t += 1
        i = j
    return t


@compiled
def snapped(rows: I64, count: int, places: U32, starts: I64, out: I64) -> None:
    """Turn letters into code points, moved to word edges: (start, end) in either document.

    A start inside a word moves to the nearer edge of that word; so does an end.
    """
    word = np.uint32(0x80000000)
    low_bits = np.uint32(0x7FFFFFFF)
    for n in range(count):
        for side in range(2):
            doc = rows[9 * n + side]
            first = starts[doc]
            end = starts[doc + 1]
            a = rows[9 * n + 2 + 2 * side]
            b = rows[9 * n + 3 + 2 * side]
            back = 0
            while a - back > first and back < 12 and not places[a - back] & word:
                back += 1
            ahead = 0
            while a + ahead < b - 1 and ahead < 12 and not places[a + ahead] & word:
                ahead += 1
            a = a - back if back <= ahead else a + ahead
            over = 0
            while b + over < end and over < 12 and not places[b + over] & word:
                over += 1
            under = 0
            while (
                b - under > a + 1
                and under < 12
                and b - under < end
                and not places[b - under] & word
            ):
                under += 1
            if b < end:
                b = b + over if over <= under else b - under
            out[4 * n + 2 * side] = np.int64(places[a] & low_bits)
            out[4 * n + 2 * side + 1] = np.int64(places[b - 1] & low_bits) + 1
