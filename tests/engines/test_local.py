"""Steps over Arrow batches in threads."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from sayso.engines import Step
from sayso.engines.local import Local

NUMBERS = pa.schema([("key", pa.int64()), ("value", pa.int64())])


def doubled(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        values = [2 * one for one in batch.column("value").to_pylist()]
        yield pa.RecordBatch.from_arrays([batch.column("key"), pa.array(values)], schema=NUMBERS)


def summed(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Sum by key within a part; right only if a part has all rows of its keys."""
    sums: dict[int, int] = {}
    for batch in batches:
        for row in batch.to_pylist():
            sums[row["key"]] = sums.get(row["key"], 0) + row["value"]
    yield pa.RecordBatch.from_pydict({"key": list(sums), "value": list(sums.values())}, NUMBERS)


def test_rows_of_one_key_come_into_one_part_whatever_the_number_of_parts() -> None:
    table = pa.table({"key": [n % 7 - 3 for n in range(700)], "value": range(700)}, schema=NUMBERS)
    expected = {key: sum(2 * n for n in range(700) if n % 7 - 3 == key) for key in range(-3, 4)}
    for parts in (1, 3, 50):
        steps = [Step(doubled, NUMBERS, parts), Step(summed, NUMBERS, parts, by=("key",))]
        made = Local(2).run(table, steps)

        assert dict(zip(*made.to_pydict().values(), strict=True)) == expected
        assert made.num_rows == 7


def test_an_empty_table_gives_an_empty_one() -> None:
    steps = [Step(doubled, NUMBERS, 4), Step(summed, NUMBERS, 4, by=("key",))]

    assert Local().run(NUMBERS.empty_table(), steps).num_rows == 0
