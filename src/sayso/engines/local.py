"""Steps in threads of this process: for functions that release the interpreter's lock."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sayso.engines import Step

if TYPE_CHECKING:
    import pyarrow as pa

_MIX = 0x9E3779B97F4A7C15
"""Spreads whole numbers that follow one another over the parts."""


@dataclass(frozen=True)
class Local:
    """This machine."""

    threads: int = 2

    def run(self, table: pa.Table, steps: Sequence[Step]) -> pa.Table:
        """Run the steps one after the other; see `Engine.run`."""
        with ThreadPoolExecutor(self.threads) as pool:
            for step in steps:
                made = list(
                    pool.map(lambda part, step=step: _done(part, step), _parts(table, step))
                )
                table = _joined(made, step.schema)
        return table


def _done(part: pa.Table, step: Step) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_batches(list(step.work(iter(part.to_batches()))), step.schema)


def _joined(made: Sequence[pa.Table], schema: pa.Schema) -> pa.Table:
    import pyarrow as pa

    return pa.concat_tables(made) if made else schema.empty_table()


def _parts(table: pa.Table, step: Step) -> list[pa.Table]:
    """Cut a table; rows with equal whole numbers in the columns `by` stay together."""
    if not step.by:
        size = max(1, -(-table.num_rows // step.parts))
        return [table.slice(at, size) for at in range(0, table.num_rows, size)]
    key = np.zeros(table.num_rows, np.uint64)
    for name in step.by:
        values = table[name].to_numpy().astype(np.uint64)
        key = (key ^ values) * np.uint64(_MIX)
    part = (key >> np.uint64(32)) % np.uint64(step.parts)
    order = np.argsort(part, kind="stable")
    cuts = np.searchsorted(part[order], np.arange(step.parts + 1))
    moved = table.take(order)
    return [
        moved.slice(cuts[nth], cuts[nth + 1] - cuts[nth])
        for nth in range(step.parts)
        if cuts[nth + 1] > cuts[nth]
    ]
