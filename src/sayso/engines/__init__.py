"""Run given functions over Arrow batches, on one machine or on Apache Spark; know no stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import pyarrow as pa

    Work = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


@dataclass(frozen=True)
class Step:
    """One function over the parts of a table.

    `work` gets the batches of one part and gives others, of the columns of `schema`; it must give
    the same for the same rows, since a part whose worker dies is done again. All rows with equal
    values of `by` (whole numbers) come into one part; without `by` parts are cut anywhere. The
    order of rows within a part is not promised.
    """

    work: Work
    schema: pa.Schema
    parts: int
    by: tuple[str, ...] = ()


class Engine(Protocol):
    """Where steps run."""

    def run(self, table: pa.Table, steps: Sequence[Step]) -> pa.Table:
        """Run the steps one after the other and give the rows of the last, in any order."""
