"""How much a shared passage says: the information of its letters, in bits."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from sayso.reuse.compiled import compiled
from sayso.reuse.extension import I64_2
from sayso.reuse.letters import I64, U8, U16

F64 = npt.NDArray[np.float64]
_SAMPLE = 2_000_000
_SLOTS = 1 << 18


@compiled
def _repeated(rows: I64, count: int, size: int, out: U8) -> None:
    for n in range(count):
        for i in range(rows[9 * n + 4], min(rows[9 * n + 5], size)):
            out[i] = 1


@compiled
def _counted(letters: U16, repeated: U8, size: int, mask: int, four: I64, three: I64) -> None:
    for i in range(3, size):
        if repeated[i]:
            continue
        context = (
            np.int64(letters[i - 3]) * 92821 + np.int64(letters[i - 2]) * 3571
            + np.int64(letters[i - 1]) * 131
        )  # fmt: skip
        three[context & mask] += 1
        four[(context * 31 + np.int64(letters[i])) & mask] += 1


@compiled
def _weighed(
    rows: I64, count: int, letters: U16, mask: int, four: F64, three: F64, out: F64
) -> None:
    """Write the bits of passages from the logarithms, to base 2, of what `_counted` counted."""
    for n in range(count):
        total = 0.0
        for i in range(rows[9 * n + 2] + 3, rows[9 * n + 3]):
            context = (
                np.int64(letters[i - 3]) * 92821 + np.int64(letters[i - 2]) * 3571
                + np.int64(letters[i - 1]) * 131
            )  # fmt: skip
            said = four[(context * 31 + np.int64(letters[i])) & mask]
            seen = three[context & mask]
            if said < seen:
                total += seen - said
        size = max(1, rows[9 * n + 3] - rows[9 * n + 2])
        out[n] = total * min(1.0, rows[9 * n + 6] / size)


def bits(rows: I64_2, letters: U16, starts: I64) -> F64:
    """Give the information of each passage's matched letters under a model of this corpus.

    The model foretells a letter from the three before it, counted on the first two million letters:
    a formula everyone writes says little, a rare sentence much. Letters that repeat an earlier
    document are not counted: else the most repeated claim of all would foretell itself.
    """
    four, three = np.zeros(_SLOTS, np.int64), np.zeros(_SLOTS, np.int64)
    size = min(len(letters), _SAMPLE)
    repeated = np.zeros(size, np.uint8)
    _repeated(rows, len(rows), size, repeated)
    _counted(letters, repeated, size, _SLOTS - 1, four, three)
    out = np.zeros(len(rows), np.float64)
    # Taken here and not there: machine code that calls nothing runs everywhere.
    said, seen = np.log2(four + 0.5), np.log2(three + 16.0)
    _weighed(rows, len(rows), letters, _SLOTS - 1, said, seen, out)
    return out
