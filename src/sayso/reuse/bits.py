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
def _repeated(rows: I64_2, out: U8) -> None:
    for n in range(len(rows)):
        for i in range(rows[n, 4], min(rows[n, 5], len(out))):
            out[i] = 1


@compiled
def _counted(letters: U16, repeated: U8, four: I64, three: I64) -> None:
    mask = np.int64(len(four) - 1)
    for i in range(3, len(repeated)):
        if repeated[i]:
            continue
        context = (
            np.int64(letters[i - 3]) * 92821 + np.int64(letters[i - 2]) * 3571
            + np.int64(letters[i - 1]) * 131
        )  # fmt: skip
        three[context & mask] += 1
        four[(context * 31 + np.int64(letters[i])) & mask] += 1


@compiled
def _weighed(rows: I64_2, letters: U16, four: I64, three: I64, out: F64) -> None:
    mask = np.int64(len(four) - 1)
    for n in range(len(rows)):
        total = 0.0
        for i in range(rows[n, 2] + 3, rows[n, 3]):
            context = (
                np.int64(letters[i - 3]) * 92821 + np.int64(letters[i - 2]) * 3571
                + np.int64(letters[i - 1]) * 131
            )  # fmt: skip
            said = four[(context * 31 + np.int64(letters[i])) & mask] + 0.5
            seen = three[context & mask] + 16.0
            total -= np.log2(min(1.0, said / seen))
        size = max(1, rows[n, 3] - rows[n, 2])
        out[n] = total * min(1.0, rows[n, 6] / size)


def bits(rows: I64_2, letters: U16, starts: I64) -> F64:
    """Give the information of each passage's matched letters under a model of this corpus.

    The model foretells a letter from the three before it, counted on the first two million letters:
    a formula everyone writes says little, a rare sentence much. Letters that repeat an earlier
    document are not counted: else the most repeated claim of all would foretell itself.
    """
    four, three = np.zeros(_SLOTS, np.int64), np.zeros(_SLOTS, np.int64)
    repeated = np.zeros(min(len(letters), _SAMPLE), np.uint8)
    _repeated(rows, repeated)
    _counted(letters, repeated, four, three)
    out = np.zeros(len(rows), np.float64)
    _weighed(rows, letters, four, three, out)
    return out
