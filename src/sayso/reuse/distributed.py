"""The search for shared passages as steps over Arrow batches: for threads, and for Apache Spark.

The same kernels as `passages.find`, in the same order; what goes from step to step are whole
numbers, seeds and anchors, never texts.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.engines import Engine, Step
from sayso.errors import UsageError
from sayso.reuse import bits as information
from sayso.reuse import blocks
from sayso.reuse.extension import I64_2
from sayso.reuse.letters import I64, U16, U32, fold_table, joined_table
from sayso.reuse.passages import (
    PRESETS,
    Reuse,
    Settings,
    anchors_of,
    corpus_of,
    extended,
    in_code_points,
    joined,
    ordered,
    seed_length,
    tables_of,
)
from sayso.reuse.seeds import ring, seeds

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK = 8_000_000
"""Bytes of text of a block at most; small corpora are cut into `_FEWEST` blocks."""
_FEWEST = 4
_ROWS = 500_000
_SEEDS = ("hash", "place")
_ANCHORS = ("block_a", "block_b", "place_a", "place_b")
_PASSAGES = (
    "doc_a", "doc_b", "first_a", "last_a", "first_b", "last_b", "matches", "edits", "parts",
    "begin_a", "end_a", "begin_b", "end_b",
)  # fmt: skip


@dataclass(frozen=True)
class _Search:
    """What a step needs to know besides its rows."""

    folder: str
    settings: Settings
    k: int


def find_on(
    engine: Engine,
    documents: Any,
    preset: str = "default",
    *,
    settings: Settings | None = None,
    skip_same: str | None = "series",
    folder: Path | None = None,
    parts: int = 8,
    progress: Callable[[str, int, int], None] | None = None,
) -> Reuse:
    """Find shared passages on an engine; the pairs are those of `find`.

    Args:
        engine: `sayso.engines.local.Local` or `sayso.engines.spark.Spark`.
        documents: As in `find`, and so are `preset`, `settings`, `skip_same` and `progress`.
        folder: Where blocks of letters are written for the workers; on a cluster of several
            machines a folder that all of them see. A temporary one of this machine if not given.
        parts: Into how many parts the work of each step is cut.

    Raises:
        UsageError: As `find`.
        EngineError: The engine cannot do it.
    """
    if settings is None:
        if preset not in PRESETS:
            raise UsageError(f"There is no preset {preset!r}; there are {', '.join(PRESETS)}.")
        settings = PRESETS[preset]
    tell = progress or (lambda stage, done, total: None)
    corpus = corpus_of(documents, skip_same)
    tell("letters", 0, 3)
    with tempfile.TemporaryDirectory(prefix="sayso-blocks-", dir=folder) as place:
        size = min(BLOCK, int(corpus.offsets[-1]) // _FEWEST + 1)
        fold = joined_table() if settings.early_modern else fold_table()
        index, letters = blocks.write(
            Path(place), corpus.data, corpus.offsets, corpus.series, fold, size=size
        )
        search = _Search(place, settings, settings.k or seed_length(int(corpus.offsets[-1])))
        tell("pairs", 1, 3)
        found = engine.run(_blocks(index), _steps(search, parts))
    tell("scores", 2, 3)
    rows, spans = _sorted(found)
    weights = information.bits(rows, letters, index.starts)
    made = tables_of(corpus, rows, spans, weights, settings)
    tell("scores", 3, 3)
    return made


def _blocks(index: blocks.Index) -> pa.Table:
    import pyarrow as pa

    return pa.table({"block": pa.array(np.arange(index.blocks), pa.int64())})


def _steps(search: _Search, parts: int) -> list[Step]:
    return [
        Step(partial(seeded, search), _schema(_SEEDS), parts),
        Step(partial(anchored, search), _schema(_ANCHORS), parts, by=("hash",)),
        Step(partial(grown, search), _schema(_PASSAGES), parts, by=("block_a", "block_b")),
    ]


def _schema(names: tuple[str, ...]) -> pa.Schema:
    import pyarrow as pa

    return pa.schema([(name, pa.int64()) for name in names])


def seeded(search: _Search, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Give the seeds of blocks: the hash of each, and its place among the letters of all."""
    index = blocks.index(search.folder)
    for batch in batches:
        for block in batch.column("block").to_pylist():
            letters = blocks.letters(search.folder, block)
            starts = _starts(index, block)
            w = search.settings.w
            room = (len(letters) if w < 4 else len(letters) // 2) + 64 + len(starts)
            packed = np.empty(room, np.uint64)
            made = seeds(
                letters, starts, 0, len(starts) - 1, search.k, w, index.shift, ring(), packed
            )
            shift = np.uint64(index.shift)
            hashes = (packed[:made] >> shift).astype(np.int64)
            low = (np.uint64(1) << shift) - np.uint64(1)
            places = (packed[:made] & low).astype(np.int64) + index.first_letter(block)
            yield from _batches(_SEEDS, hashes, places)


def anchored(search: _Search, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Give where seeds of one hash stand in two documents; a part has all places of its hashes."""
    index = blocks.index(search.folder)
    hashes, places = _columns(batches, _SEEDS)
    packed = (hashes.astype(np.uint64) << np.uint64(index.shift)) | places.astype(np.uint64)
    pos_a, pos_b = anchors_of(packed, index.shift, search.settings, index.starts, index.series, 0)
    yield from _batches(_ANCHORS, index.block_of(pos_a), index.block_of(pos_b), pos_a, pos_b)


def grown(search: _Search, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Give the passages of pairs of blocks; a part has all anchors of its pairs."""
    block_a, block_b, pos_a, pos_b = _columns(batches, _ANCHORS)
    order = np.lexsort((block_b, block_a))
    cuts = np.flatnonzero(np.diff(block_a[order]) | np.diff(block_b[order])) + 1
    for which in np.split(order, cuts) if len(order) else []:
        pair = int(block_a[which[0]]), int(block_b[which[0]])
        yield from _batches(_PASSAGES, *_pair(search, pair, pos_a[which], pos_b[which]).T)


def _pair(search: _Search, pair: tuple[int, int], pos_a: I64, pos_b: I64) -> I64_2:
    """Give the passages of two blocks: letters of all, and code points of the documents."""
    letters, places, starts, moved = _both(search.folder, pair)
    settings = search.settings
    local_a, local_b, doc_a, doc_b = ordered(pos_a - moved[0][0], pos_b - moved[1][0], starts)
    hits = extended(local_a, local_b, doc_a, doc_b, letters, starts, settings, search.k, threads=1)
    rows = joined(hits, settings)
    spans = in_code_points(rows, places, starts)
    for side in (0, 1):
        rows[:, side] += moved[side][1]
        rows[:, 2 + 2 * side : 4 + 2 * side] += moved[side][0]
    return np.concatenate([rows, spans], axis=1)


_Moved = tuple[tuple[int, int], tuple[int, int]]


def _both(folder: str, pair: tuple[int, int]) -> tuple[U16, U32, I64, _Moved]:
    """Give letters, places and starts of one block, or of two end to end; and what was moved.

    For either block: how many letters, and how many documents, to add to come back to all.
    """
    index = blocks.index(folder)
    a, b = pair
    letters, places, starts = blocks.letters(folder, a), blocks.places(folder, a), _starts(index, a)
    first = index.first_letter(a), int(index.bounds[a])
    if a == b:
        return letters, places, starts, (first, first)
    size, count = len(letters), len(starts) - 1
    second = index.first_letter(b) - size, int(index.bounds[b]) - count
    return (
        np.concatenate([letters, blocks.letters(folder, b)]),
        np.concatenate([places, blocks.places(folder, b)]),
        np.concatenate([starts, _starts(index, b)[1:] + size]),
        (first, second),
    )


def _starts(index: blocks.Index, block: int) -> I64:
    low, high = int(index.bounds[block]), int(index.bounds[block + 1])
    starts: I64 = index.starts[low : high + 1] - index.starts[low]
    return starts


def _columns(batches: Iterator[pa.RecordBatch], names: tuple[str, ...]) -> list[I64]:
    parts: list[list[I64]] = [[np.empty(0, np.int64)] for _ in names]
    for batch in batches:
        for name, column in zip(names, parts, strict=True):
            column.append(batch.column(name).to_numpy())
    return [np.concatenate(column) for column in parts]


def _batches(names: tuple[str, ...], *columns: I64) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    for at in range(0, len(columns[0]), _ROWS):
        arrays = [pa.array(np.ascontiguousarray(one[at : at + _ROWS])) for one in columns]
        yield pa.RecordBatch.from_arrays(arrays, names=list(names))


def _sorted(found: pa.Table) -> tuple[I64_2, I64_2]:
    """Give rows and spans in the order of documents and places, as `find` has them."""
    columns = [found[name].to_numpy() for name in _PASSAGES]
    whole = np.stack(columns, axis=1).astype(np.int64)
    whole = whole[np.lexsort((whole[:, 4], whole[:, 2], whole[:, 1], whole[:, 0]))]
    return np.ascontiguousarray(whole[:, :9]), np.ascontiguousarray(whole[:, 9:])
