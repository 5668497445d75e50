"""Arrow columns out of numbers and words, straight from memory.

`pyarrow.array` loads pandas, where it is installed, to see whether it was given some; that takes
longer than a search.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pyarrow as pa


def numbers(values: Any, *, there: Any = None) -> pa.Array:
    """Give a column of whole numbers, of fractions, or of yes and no, by the numpy type.

    Args:
        values: A numpy array of int64, float64 or bool.
        there: Yes for each value that counts, where not all do; the others become null.
    """
    import pyarrow as pa

    kinds = {"int64": pa.int64(), "float64": pa.float64(), "bool": pa.bool_()}
    kind = kinds[str(values.dtype)]
    held = _bits(values) if values.dtype == bool else np.ascontiguousarray(values)
    known = None if there is None else pa.py_buffer(_bits(there))
    return pa.Array.from_buffers(kind, len(values), [known, pa.py_buffer(held)])


def words(values: Sequence[str | None]) -> pa.Array:
    """Give a column of words; None becomes null, a lone surrogate U+FFFD."""
    import pyarrow as pa

    parts = [b"" if one is None else one.encode("utf-8", "replace") for one in values]
    ends = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=ends[1:])
    small = ends[-1] < 1 << 31
    offsets = pa.py_buffer(ends.astype(np.int32) if small else ends)
    known = None
    if None in values:
        known = pa.py_buffer(_bits(np.array([one is not None for one in values], bool)))
    return pa.Array.from_buffers(
        pa.string() if small else pa.large_string(), len(parts),
        [known, offsets, pa.py_buffer(b"".join(parts))],
    )  # fmt: skip


def _bits(values: Any) -> Any:
    return np.packbits(values, bitorder="little")
