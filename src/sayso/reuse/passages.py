"""Find passages that stand in several documents: texts in; pairs, passages, clusters out."""

from __future__ import annotations

import itertools
import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.errors import UsageError
from sayso.reuse import bits as information
from sayso.reuse.clusters import clustered
from sayso.reuse.columns import numbers, words
from sayso.reuse.extension import BAND, I64_2, chained, runs, snapped
from sayso.reuse.letters import I64, U16, U32, fold_table, joined_table, lettered, utf8
from sayso.reuse.seeds import keyed, paired, paired_count, places_of, ring, seeds, unkeyed

if TYPE_CHECKING:
    import pyarrow as pa

LOG = logging.getLogger("sayso.reuse")


@dataclass(frozen=True, slots=True)
class Settings:
    """How closely to look; letters throughout.

    `k` is the length of a seed, 0 to choose it by the size of the corpus; of `w` seeds one is kept.
    Seeds in more than `cap` places are linked to the `links` earliest and to the one before.
    `exact` equal letters make an anchor; `drop1` and `drop` end the extension; `run` is the least
    score of a run, `gap` the most letters between runs of one passage, `least` the matched letters
    of a passage, `least_bits` its information. Passages of less than `sure_bits` must be alike in
    `cover` of the letters of the longer side, so that two formulas far apart make no passage.
    """

    k: int = 0
    w: int = 7
    cap: int = 64
    links: int = 3
    exact: int = 15
    drop1: int = 6
    drop: int = 24
    run: int = 18
    gap: int = 300
    least: int = 28
    least_bits: float = 80.0
    sure_bits: float = 120.0
    cover: float = 0.7
    early_modern: bool = False


PRESETS: Mapping[str, Settings] = {
    "fast": Settings(k=20, w=10, exact=20),
    "default": Settings(),
    "sensitive": Settings(k=11, w=5, exact=13, drop=32, run=17),
    "pairwise": Settings(
        k=7, w=1, cap=1 << 30, exact=7, run=12, least=24, least_bits=0.0, cover=0.0
    ),
}
# Bytes of text up to which a seed length serves (two letters more for ten times the text).
_SEED_LENGTHS = ((5_000_000, 12), (50_000_000, 13), (500_000_000, 15), (5_000_000_000, 17))


@dataclass(frozen=True)
class Reuse:
    """What was found, as Arrow tables; offsets are code points of the texts as given.

    `pairs`: pair, doc_a, begin_a, end_a, doc_b, begin_b, end_b, matches (letters), edits, identity,
    bits, parts, cluster. Document a is the earlier one where dates say so.
    `passages`: passage, cluster, doc, begin, end, date, first, tied, identity_to_first, parent.
    `clusters`: cluster, passages, documents, series, first_doc, first_date, last_date, undated,
    label. "First" is the first in this corpus, never more.
    """

    pairs: pa.Table
    passages: pa.Table
    clusters: pa.Table

    def text(self, documents: Mapping[str, str], row: int) -> tuple[str, str]:
        """Give the words of a pair's two passages."""
        one = self.pairs.slice(row, 1).to_pylist()[0]
        return (
            documents[one["doc_a"]][one["begin_a"] : one["end_a"]],
            documents[one["doc_b"]][one["begin_b"] : one["end_b"]],
        )


def find(
    documents: Any,
    preset: str = "default",
    *,
    settings: Settings | None = None,
    skip_same: str | None = "series",
    threads: int = 2,
    progress: Callable[[str, int, int], None] | None = None,
) -> Reuse:
    """Find the passages that several documents share, whoever repeats them.

    Args:
        documents: An Arrow table, a polars or pandas frame, or rows with `id` and `text`, and
            where known `date` (ISO 8601, any precision) and `series`.
        preset: "fast", "default", "sensitive" or "pairwise" (every run of seven letters).
        settings: Instead of a preset.
        skip_same: Column whose equal values are not compared (parts of one book); None for none.
        threads: Threads of the extension.
        progress: Called with stage, done and total.

    Raises:
        UsageError: A column is missing, an id stands twice, or the preset does not exist.

    >>> found = find([{"id": "a", "text": "x"}, {"id": "b", "text": "y"}])
    >>> found.pairs.num_rows
    0
    """
    if settings is None:
        if preset not in PRESETS:
            raise UsageError(f"There is no preset {preset!r}; there are {', '.join(PRESETS)}.")
        settings = PRESETS[preset]
    return _found(corpus_of(documents, skip_same), settings, threads, progress)


def corpus_of(documents: Any, skip_same: str | None) -> _Corpus:
    """Give documents in the order of their dates, ready for the search; see `find`.

    Raises:
        UsageError: A column is missing, or an id stands twice.
    """
    return _Corpus.of(*columns_of(documents, skip_same))


@dataclass(frozen=True)
class _Corpus:
    """Documents in the order of their dates, undated ones last."""

    ids: list[str]
    dates: list[str | None]
    data: Any
    offsets: I64
    series: I64

    @classmethod
    def of(
        cls, ids: list[str], texts: list[str], dates: list[str | None], series: list[str | None]
    ) -> _Corpus:
        order = sorted(range(len(ids)), key=lambda n: (dates[n] is None, dates[n] or "", n))
        data, offsets = utf8([texts[n] for n in order])
        numbers: dict[str, int] = {}
        of_series = np.arange(len(ids), dtype=np.int64) + len(ids)
        for place, n in enumerate(order):
            name = series[n]
            if name is not None:
                of_series[place] = numbers.setdefault(name, len(numbers))
        return cls([ids[n] for n in order], [dates[n] for n in order], data, offsets, of_series)


def _found(
    corpus: _Corpus,
    settings: Settings,
    threads: int,
    progress: Callable[[str, int, int], None] | None,
) -> Reuse:
    tell = progress or (lambda stage, done, total: None)
    started = time.perf_counter()
    tell("letters", 0, 4)
    fold = joined_table() if settings.early_modern else fold_table()
    letters, places, starts = lettered(corpus.data, corpus.offsets, fold)
    tell("pairs", 1, 4)
    k = settings.k or seed_length(int(corpus.offsets[-1]))
    rows = _rows(letters, starts, corpus.series, settings, k, threads=threads)
    tell("scores", 2, 4)
    spans = in_code_points(rows, places, starts)
    weights = information.bits(rows, letters, starts)
    tell("clusters", 3, 4)
    found = tables_of(corpus, rows, spans, weights, settings)
    tell("clusters", 4, 4)
    LOG.info("%d pairs in %.1f s", len(rows), time.perf_counter() - started)
    return found


def kept(
    rows: I64_2, letters: U16, places: U32, starts: I64, settings: Settings, order: I64,
    ids: list[str], dates: list[str | None], series: I64,
) -> Reuse:  # fmt: skip
    """Score passages of documents in any order, keep those that say enough, and group them.

    Args:
        rows: Passages of `joined_runs`, in letters.
        order: The documents by date; in the result the earlier one of a pair is document a.
        ids: Of the documents as the rows number them; dates and series likewise.
    """
    spans = in_code_points(rows, places, starts)
    weights = information.bits(rows, letters, starts)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    rows[:, 0], rows[:, 1] = rank[rows[:, 0]], rank[rows[:, 1]]
    turned = rows[:, 0] > rows[:, 1]
    rows[turned] = rows[turned][:, [1, 0, 4, 5, 2, 3, 6, 7, 8]]
    spans[turned] = spans[turned][:, [2, 3, 0, 1]]
    by_place = np.lexsort((spans[:, 2], spans[:, 0], rows[:, 1], rows[:, 0]))
    listed = order.tolist()
    corpus = _Corpus(
        [ids[n] for n in listed], [dates[n] for n in listed], b"", np.zeros(1, np.int64),
        series[order],
    )  # fmt: skip
    return tables_of(corpus, rows[by_place], spans[by_place], weights[by_place], settings)


def tables_of(
    corpus: _Corpus, rows: I64_2, spans: I64_2, weights: Any, settings: Settings
) -> Reuse:
    """Keep the passages that say enough and are alike enough, and make the tables of them.

    Args:
        corpus: The documents.
        rows: Passages in letters; see `extension.chained`.
        spans: The same in code points; see `extension.snapped`.
        weights: Their bits.
        settings: How many bits and how much likeness are enough.
    """
    identity = rows[:, 6] / np.maximum(1, rows[:, 6] + rows[:, 7])
    longer = np.maximum(rows[:, 3] - rows[:, 2], rows[:, 5] - rows[:, 4])
    alike = rows[:, 6] >= settings.cover * longer
    keep = (weights >= settings.least_bits) & (alike | (weights >= settings.sure_bits))
    return _tables(corpus, rows[keep], spans[keep], weights[keep], identity[keep])


def seed_length(size: int) -> int:
    """Give the letters of a seed that suit a corpus of so many bytes."""
    for most, k in _SEED_LENGTHS:
        if size <= most:
            return k
    return 19


def _rows(
    letters: U16, starts: I64, series: I64, settings: Settings, k: int, *, threads: int
) -> I64_2:
    """Give the passages of all pairs of documents, in letters."""
    count = len(starts) - 1
    shift = max(10, len(letters).bit_length())
    room = len(letters) if settings.w < 4 else len(letters) // 2
    packed = np.empty(room + 64 + count, np.uint64)
    made = seeds(letters, starts, 0, count, k, settings.w, shift, ring(), packed)
    pos_a, pos_b = anchors_of(packed[:made], shift, settings, starts, series, 0)
    del packed
    return joined_runs(pos_a, pos_b, letters, starts, settings, k, threads)


def anchors_of(
    packed: Any, shift: int, settings: Settings, starts: I64, series: I64, since: int
) -> tuple[I64, I64]:
    """Give where equal seeds stand in two documents, the later of them `since` or after it.

    Args:
        packed: Seeds of `sayso.reuse.seeds.seeds`; sorted in place.
        shift: Bits of a position in them.
    """
    packed.sort()
    cap, links, largest = settings.cap, settings.links, np.empty(1, np.int64)
    total = paired_count(packed, len(packed), shift, cap, links, largest)
    pos_a, pos_b = np.empty(total, np.int64), np.empty(total, np.int64)
    places, docs = np.empty(largest[0], np.int64), np.empty(largest[0], np.int64)
    number = paired(
        packed, len(packed), shift, cap, links, starts, series, since, places_of(starts), places,
        docs, pos_a, pos_b,
    )  # fmt: skip
    return pos_a[:number], pos_b[:number]


def joined_runs(
    pos_a: I64, pos_b: I64, letters: U16, starts: I64, settings: Settings, k: int, threads: int
) -> I64_2:
    """Extend anchors and join what belongs together: passages, in letters."""
    pos_a, pos_b, doc_a, doc_b = ordered(pos_a, pos_b, starts)
    hits = extended(pos_a, pos_b, doc_a, doc_b, letters, starts, settings, k, threads)
    return joined(hits, settings)


def joined(hits: I64_2, settings: Settings) -> I64_2:
    """Join runs of `extension.runs`, in any order, to passages, in letters."""
    hits = hits[np.lexsort((hits[:, 2], hits[:, 1], hits[:, 0]))]
    out, used = np.empty((len(hits), 9), np.int64), np.zeros(len(hits), np.uint8)
    return out[: chained(hits, len(hits), settings.gap, settings.least, used, out)].copy()


def in_code_points(rows: I64_2, places: U32, starts: I64) -> I64_2:
    """Give the start and end of passages in either document, in code points."""
    spans = np.empty((len(rows), 4), np.int64)
    snapped(rows, len(rows), places, starts, spans)
    return spans


def ordered(pos_a: I64, pos_b: I64, starts: I64) -> tuple[I64, I64, I64, I64]:
    """Sort anchors by documents, then places; in one packed number where its bits suffice.

    The arrays given are used for the result.
    """
    doc_bits = len(starts).bit_length()
    place_bits = int(np.diff(starts).max(initial=0)).bit_length()
    if 2 * (doc_bits + place_bits) > 63:
        doc_a = np.searchsorted(starts, pos_a, side="right") - 1
        doc_b = np.searchsorted(starts, pos_b, side="right") - 1
        order = np.lexsort((pos_b, pos_a, doc_b, doc_a))
        return pos_a[order], pos_b[order], doc_a[order], doc_b[order]
    keys = np.empty(len(pos_a), np.uint64)
    keyed(pos_a, pos_b, len(keys), starts, places_of(starts), doc_bits, place_bits, keys)
    keys.sort()
    doc_a, doc_b = np.empty(len(keys), np.int64), np.empty(len(keys), np.int64)
    unkeyed(keys, len(keys), starts, doc_bits, place_bits, pos_a, pos_b, doc_a, doc_b)
    return pos_a, pos_b, doc_a, doc_b


def extended(
    pos_a: I64, pos_b: I64, doc_a: I64, doc_b: I64, letters: U16, starts: I64,
    settings: Settings, k: int, threads: int,
) -> I64_2:  # fmt: skip
    """Extend anchors, sorted by `ordered`; each thread takes whole pairs of documents."""
    count = len(pos_a)
    cuts = [0]
    for part in range(1, threads):
        cut = max(cuts[-1], count * part // threads)
        while 0 < cut < count and doc_a[cut] == doc_a[cut - 1] and doc_b[cut] == doc_b[cut - 1]:
            cut += 1
        cuts.append(min(cut, count))
    cuts.append(count)

    def part_of(bounds: tuple[int, int]) -> I64_2:
        low, high = bounds
        reach, matched = np.empty((2, 2 * BAND + 2), np.int64)
        # What is not written takes no memory; as many runs as anchors are never too few.
        out = np.empty((high - low, 8), np.int64)
        made = runs(
            pos_a, pos_b, doc_a, doc_b, low, high, letters, starts, k, max(k, settings.exact),
            settings.drop1, settings.drop, settings.run, BAND, reach, matched,
            np.empty(192, np.int64), out,
        )  # fmt: skip
        return out[:made].copy()

    bounds = list(itertools.pairwise(cuts))
    if len(bounds) == 1:
        return part_of(bounds[0])
    with ThreadPoolExecutor(threads) as pool:
        return np.concatenate(list(pool.map(part_of, bounds)))


def _tables(corpus: _Corpus, rows: I64_2, spans: I64_2, weights: Any, identity: Any) -> Reuse:
    import pyarrow as pa

    ids = corpus.ids
    groups = clustered(rows, spans, identity, corpus.ids, corpus.dates, corpus.series)
    pairs = pa.table(
        {
            "pair": numbers(np.arange(len(rows))),
            "doc_a": words([ids[n] for n in rows[:, 0].tolist()]),
            "begin_a": numbers(spans[:, 0]),
            "end_a": numbers(spans[:, 1]),
            "doc_b": words([ids[n] for n in rows[:, 1].tolist()]),
            "begin_b": numbers(spans[:, 2]),
            "end_b": numbers(spans[:, 3]),
            "matches": numbers(rows[:, 6]),
            "edits": numbers(rows[:, 7]),
            "identity": numbers(identity),
            "bits": numbers(weights),
            "parts": numbers(rows[:, 8]),
            "cluster": numbers(groups.of_pair),
        }
    )
    return Reuse(pairs, groups.passages, groups.clusters)


def columns_of(
    documents: Any, skip_same: str | None
) -> tuple[list[str], list[str], list[str | None], list[str | None]]:
    """Take ids, texts, dates and series out of whatever holds them; see `find`.

    Raises:
        UsageError: A column is missing, or an id stands twice.
    """
    rows = _listed(documents)
    for name in ("id", "text"):
        if name not in rows:
            raise UsageError(f"The documents have no column {name!r}; it is needed.")
    ids = [str(one) for one in rows["id"]]
    if len(set(ids)) != len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise UsageError(f"The id {twice!r} stands twice among the documents; make ids unique.")
    count = len(ids)
    texts = ["" if one is None else str(one) for one in rows["text"]]
    dates = [None if one in (None, "") else str(one) for one in rows.get("date", [None] * count)]
    named = rows.get(skip_same, [None] * count) if skip_same else [None] * count
    series = [None if one in (None, "") else str(one) for one in named]
    return ids, texts, dates, series


def _listed(documents: Any) -> dict[str, list[Any]]:
    if hasattr(documents, "to_pydict"):
        columns: dict[str, list[Any]] = documents.to_pydict()
        return columns
    if hasattr(documents, "to_dict") and hasattr(documents, "columns"):
        try:
            return {str(k): list(v) for k, v in documents.to_dict(as_series=False).items()}
        except TypeError:
            return {str(k): list(v) for k, v in documents.to_dict("list").items()}
    listed: Sequence[Mapping[str, Any]] = list(_iterated(documents))
    names = {name for row in listed for name in row} or {"id", "text"}
    return {name: [row.get(name) for row in listed] for name in names}


def _iterated(documents: Iterable[Mapping[str, Any]]) -> Iterable[Mapping[str, Any]]:
    return documents


def with_changes(preset: str, **changes: Any) -> Settings:
    """Give a preset with some settings changed.

    >>> with_changes("default", gap=600).gap
    600
    """
    return replace(PRESETS[preset], **changes)
