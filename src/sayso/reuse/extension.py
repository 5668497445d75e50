"""Anchors to passages: extend each on both sides, then join those that follow one another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayso.reuse.compiled import compiled
from sayso.reuse.letters import I64, U16, U32

I64_2 = npt.NDArray[np.int64]


@compiled
def extended(
    letters: U16, a: int, a_end: int, b: int, b_end: int, step: int, drop: int,
    reach: I64, matched: I64,
) -> tuple[int, int, int, int]:  # fmt: skip
    """Walk from two places as far as the score does not fall `drop` under its best.

    Greedy alignment by furthest reaching diagonals (Zhang, Schwartz, Wagner and Miller 2000).

    Args:
        a: First letter of one side, `a_end` the bound it never reaches; likewise b.
        step: 1 to walk forward, -1 backward.
        drop: Score the walk may lose; a match is worth 1, an edit costs 2.
        reach: Scratch of 2 * band + 2 numbers; matched likewise.

    Returns: Letters walked on either side, edits and matches up to the best score.
    """
    len_a = (a_end - a) * step
    len_b = (b_end - b) * step
    band = len(reach) // 2 - 1
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
        new_low = low - 1
        new_high = high + 1
        live_low = new_high + 1
        live_high = new_low - 1
        left = -9
        left_matched = 0
        for diagonal in range(new_low, new_high + 1):
            here = -9
            here_matched = 0
            if low <= diagonal <= high:
                here = reach[mid + diagonal]
                here_matched = matched[mid + diagonal]
            right = -9
            right_matched = 0
            if low <= diagonal + 1 <= high:
                right = reach[mid + diagonal + 1]
                right_matched = matched[mid + diagonal + 1]
            at = -9
            found = 0
            if here >= 0:
                at = here + 1
                found = here_matched
            if left >= 0 and left + 1 > at:
                at = left + 1
                found = left_matched
            if right >= 0 and right > at:
                at = right
                found = right_matched
            left = here
            left_matched = here_matched
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
        if mid + low < 3 or mid + high > len(reach) - 4:
            break
    return best_a, best_b, best_edits, best_matches


@compiled
def runs(
    pos_a: I64, pos_b: I64, doc_a: I64, doc_b: I64, first: int, last: int, letters: U16,
    starts: I64, k: int, exact: int, drop1: int, drop: int, least: int, out: I64_2,
) -> int:  # fmt: skip
    """Extend the anchors `first` to `last`, sorted by documents and places, to runs of likeness.

    Args:
        exact: Equal letters an anchor needs, or another anchor near on its diagonal.
        drop1: Drop of the first, cheap look, at which chance phrases die.
        drop: Drop of the full extension.
        least: Score a run needs.
        out: Filled with rows: documents, start and end in the letters of either, matches, edits.

    Returns: The number of rows.
    """
    band = 600
    reach = np.empty(2 * band + 2, np.int64)
    matched = np.empty(2 * band + 2, np.int64)
    seen = 64
    seen_start = np.empty(64, np.int64)
    seen_end = np.empty(64, np.int64)
    seen_diagonal = np.empty(64, np.int64)
    t = 0
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
        for x in range(i, j):
            a = pos_a[x]
            b = pos_b[x]
            skip = False
            for y in range(min(covered, seen)):
                if seen_start[y] <= a < seen_end[y] and abs((a - b) - seen_diagonal[y]) <= 40:
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
            ra, rb, re, rm = extended(letters, a, end_a, b, end_b, 1, drop1, reach, matched)
            la, lb, le, lm = extended(
                letters, a - 1, start_a - 1, b - 1, start_b - 1, -1, drop1, reach, matched
            )
            if rm + lm - 2 * (re + le) < least:
                continue
            ra, rb, re, rm = extended(letters, a, end_a, b, end_b, 1, drop, reach, matched)
            la, lb, le, lm = extended(
                letters, a - 1, start_a - 1, b - 1, start_b - 1, -1, drop, reach, matched
            )
            slot = covered & 63
            seen_start[slot] = a - la
            seen_end[slot] = max(a + ra, a + k)
            seen_diagonal[slot] = (a + ra) - (b + rb)
            covered += 1
            if rm + lm - 2 * (re + le) >= least and t < len(out):
                out[t, 0] = doc_a[x]
                out[t, 1] = doc_b[x]
                out[t, 2] = a - la
                out[t, 3] = a + ra
                out[t, 4] = b - lb
                out[t, 5] = b + rb
                out[t, 6] = rm + lm
                out[t, 7] = re + le
                t += 1
        i = j
    return t


@compiled
def chained(rows: I64_2, gap: int, least: int, out: I64_2) -> int:
    """Join runs of one pair of documents that follow one another on both sides.

    Args:
        rows: Sorted by documents and start in the first.
        gap: Letters that may lie between two runs on either side.
        least: Matched letters a passage needs.
        out: As `rows`, and the number of runs joined.

    Returns: The number of passages.
    """
    t = 0
    i = 0
    used = np.zeros(len(rows), np.uint8)
    while i < len(rows):
        j = i + 1
        while j < len(rows) and rows[j, 0] == rows[i, 0] and rows[j, 1] == rows[i, 1]:
            j += 1
        for x in range(i, j):
            if used[x]:
                continue
            a0 = rows[x, 2]
            a1 = rows[x, 3]
            b0 = rows[x, 4]
            b1 = rows[x, 5]
            matches = rows[x, 6]
            edits = rows[x, 7]
            parts = 1
            for y in range(x + 1, j):
                if rows[y, 2] > a1 + gap:
                    break
                if used[y]:
                    continue
                if (
                    rows[y, 2] >= a1 - 30 and rows[y, 4] >= b1 - 30 and rows[y, 4] <= b1 + gap
                    and rows[y, 3] > a1 and rows[y, 5] > b1
                ):  # fmt: skip
                    over = max(0, a1 - rows[y, 2], b1 - rows[y, 4])
                    a1 = rows[y, 3]
                    b1 = rows[y, 5]
                    matches += max(0, rows[y, 6] - over)
                    edits += rows[y, 7]
                    parts += 1
                    used[y] = 1
                elif (
                    rows[y, 2] >= a0 and rows[y, 3] <= a1
                    and rows[y, 4] >= b0 and rows[y, 5] <= b1
                ):  # fmt: skip
                    used[y] = 1
            if matches >= least:
                out[t, 0] = rows[x, 0]
                out[t, 1] = rows[x, 1]
                out[t, 2] = a0
                out[t, 3] = a1
                out[t, 4] = b0
                out[t, 5] = b1
                out[t, 6] = matches
                out[t, 7] = edits
                out[t, 8] = parts
                t += 1
        i = j
    return t


@compiled
def snapped(rows: I64_2, letters: U16, places: U32, starts: I64, out: I64_2) -> None:
    """Turn letters into code points, moved to word edges: (start, end) in either document.

    A start inside a word moves to the nearer edge of that word; so does an end.
    """
    word = np.uint32(0x80000000)
    low_bits = np.uint32(0x7FFFFFFF)
    for n in range(len(rows)):
        for side in range(2):
            doc = rows[n, side]
            first = starts[doc]
            end = starts[doc + 1]
            a = rows[n, 2 + 2 * side]
            b = rows[n, 3 + 2 * side]
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
            out[n, 2 * side] = np.int64(places[a] & low_bits)
            out[n, 2 * side + 1] = np.int64(places[b - 1] & low_bits) + 1
