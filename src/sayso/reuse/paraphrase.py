"""Passages that say in other words what another text says: proposals, apart from what is repeated.

Sentences are compared by their vectors. A sentence that is near to many others says what everybody
says; so what counts is how much nearer two are to each other than either is to the rest of the
corpus (Artetxe and Schwenk 2019). Sentences may be split or joined on the way, and passages whose
sentences follow one another in both texts support each other.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from sayso.reuse.vectors import F32, unit, vectors
from sayso.sentences import split

if TYPE_CHECKING:
    import pyarrow as pa

    from sayso.reuse.passages import Reuse

I64 = npt.NDArray[np.int64]
COLUMNS = (
    "kind", "doc_a", "begin_a", "end_a", "doc_b", "begin_b", "end_b", "score", "similarity",
    "common", "parts",
)  # fmt: skip
_NEIGHBOURS = 16
"""How many of the nearest sentences are looked at."""
_CLOSEST = 4
"""Of these so many may be the same thing told again; the others say how common the sentence is."""
_CANDIDATES = 3
_JOINED = 3
"""Most sentences of one text that stand for one or more of the other."""
_LENGTHS = 2.5
"""Most that one side may say, in bits, for each bit of the other."""
_JOINT = 0.03
"""What each further sentence of a side costs: longer stretches are alike by their subject alone."""
_APART = 2
"""Most sentences between two that belong to one passage."""
_WORDED = 0.85
"""From this likeness of their words on, two passages are repeated and not reworded."""
_ROWS = 1024


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near is near enough; see `benchmarks/paraphrases.py` for what the figures were chosen on.

    The score of two sentences is their likeness less what is common about them: how near their next
    neighbours in the corpus are. `least` is the score of a passage. Pairs of at least `weak` that
    follow it in both texts support it by `support` of what they are above `weak`. `bits` is the
    information either side must have, so that short and common sentences count for nothing.
    """

    least: float = 0.3
    weak: float = 0.15
    support: float = 0.5
    bits: float = 90.0


def paraphrases(
    documents: Any, *, found: Reuse | None = None, likeness: Likeness | None = None,
    skip_same: str | None = "series", progress: Callable[[str, int, int], None] | None = None,
) -> pa.Table:  # fmt: skip
    """Propose passages of two documents that say the same in other words.

    What `find` finds is left out: a passage is here or there. These are proposals of another kind
    and of another certainty; the vectors see what is spoken of, not whether it is denied. English
    only. The cost grows with the square of the sentences: ten thousand take some seconds, a hundred
    thousand some minutes.

    Args:
        documents: As in `find`.
        found: What `find` found in the same documents; it is looked for if not given.
        likeness: How near is near enough.
        skip_same: As in `find`.
        progress: Called with stage, done and total.

    Returns: A table by falling score; document a is the earlier one where dates say so. `kind` is
    "paraphrase"; begin and end are code points; `similarity` the cosine of the nearest part, -1 to
    1, `common` what both sides have with their other neighbours, `score` the difference and what
    following parts add; `parts` the number of parts.

    Raises:
        UsageError: A column is missing, or an id stands twice.

    >>> one = "The ministry closed the northern mines in spring 1931, although its surveyors had \\
    ... promised forty more years."
    >>> other = "Against the advice of its surveyors, who spoke of forty years, the mines of the \\
    ... north were closed by the ministry in spring 1931."
    >>> rows = [{"id": "a", "text": one}, {"id": "b", "text": other}]
    >>> paraphrases(rows).column("kind").to_pylist()
    ['paraphrase']
    """
    from sayso.reuse.passages import columns_of, find

    tell = progress or (lambda stage, done, total: None)
    ids, texts, dates, series = columns_of(documents, skip_same)
    if found is None:
        found = find(documents, skip_same=skip_same)
    order = sorted(range(len(ids)), key=lambda n: (dates[n] is None, dates[n] or "", n))
    numbers: dict[str, int] = {}
    of_series = np.array(
        [
            len(ids) + place if (name := series[n]) is None else numbers.setdefault(name, n)
            for place, n in enumerate(order)
        ],
        np.int64,
    )
    listed = [texts[n] for n in order]
    chosen = likeness or Likeness()
    every = _sentences(listed)
    parts = _parts(every, of_series, chosen, lambda at, of: tell("sentences", at, of))
    told = _Told([ids[n] for n in order], found)
    rows = [
        row
        for row in _passages(parts, every, chosen)
        if not told.has(row) and not _same_words(listed, row)
    ]
    rows.sort(key=lambda one: (-one.score, one.doc_a, one.begin_a))
    return _table(rows, [ids[n] for n in order])


@dataclass(frozen=True)
class _Sentences:
    """The sentences of all documents: document, start, end, summed vector, information."""

    doc: I64
    start: I64
    end: I64
    sums: F32
    bits: F32


def _sentences(texts: Sequence[str]) -> _Sentences:
    known = vectors()
    places: list[tuple[int, int, int]] = []
    pieces: list[I64] = []
    for doc, text in enumerate(texts):
        for start, end in split(text):
            places.append((doc, start, end))
            pieces.append(known.pieces(text[start:end]))
    every = np.concatenate(pieces) if pieces else np.empty(0, np.int64)
    shares = known.shares(np.bincount(every, minlength=known.vocabulary))
    information = -np.log2(shares)
    table = np.array(places, np.int64).reshape(-1, 3)
    sums = [known.summed(one, shares) for one in pieces] or [known.summed(every)]
    bits = np.array([information[np.unique(one)].sum() for one in pieces], np.float32)
    return _Sentences(table[:, 0], table[:, 1], table[:, 2], np.stack(sums)[: len(table)], bits)


@dataclass(frozen=True, slots=True)
class _Part:
    """Sentences [first, last) of one document that may say what those of another say."""

    first_a: int
    last_a: int
    first_b: int
    last_b: int
    similarity: float
    common: float
    score: float


def _nearest(units: F32, series: I64, tell: Callable[[int, int], None]) -> tuple[I64, F32]:
    """Give for each sentence the nearest ones of other series, the nearest first, and how near."""
    count = len(units)
    kept = min(_NEIGHBOURS, count)
    nearest = np.empty((count, kept), np.int64)
    likeness = np.empty((count, kept), np.float32)
    for low in range(0, count, _ROWS):
        high = min(count, low + _ROWS)
        near = units[low:high] @ units.T
        near[series[low:high, None] == series[None, :]] = -1
        best = np.argpartition(near, -kept, axis=1)[:, -kept:]
        values = np.take_along_axis(near, best, 1)
        order = np.argsort(-values, axis=1, kind="stable")
        nearest[low:high] = np.take_along_axis(best, order, 1)
        likeness[low:high] = np.take_along_axis(values, order, 1)
        tell(high, count)
    return nearest, likeness


def _parts(
    every: _Sentences, series: I64, chosen: Likeness, tell: Callable[[int, int], None]
) -> list[_Part]:
    """Give the pairs of one to three sentences that are nearer than their surroundings."""
    # Sentences that say little are no one's neighbours, but may be joined to others.
    telling = np.flatnonzero(every.bits >= chosen.bits / _JOINED)
    if not len(telling):
        return []
    units = unit(every.sums[telling])
    nearest, likeness = _nearest(units, series[every.doc[telling]], tell)
    common = np.zeros(len(every.doc), np.float32)
    # Of a handful of texts nothing can be said about what is common.
    others = np.maximum(likeness[:, _CLOSEST:], 0)
    if others.shape[1]:
        common[telling] = others.mean(1)
    one = np.repeat(np.arange(len(telling)), min(_CANDIDATES, nearest.shape[1]))
    other = nearest[:, :_CANDIDATES].ravel()
    apart = likeness[:, :_CANDIDATES].ravel() > chosen.weak
    pairs = np.unique(np.sort(np.stack([telling[one], telling[other]], 1)[apart], axis=1), axis=0)
    return _joined(pairs, every, common, chosen)


@dataclass(frozen=True)
class _Stretches:
    """For each pair the sentences around one of its two: whether they are there, and their sums."""

    there: npt.NDArray[np.bool_]
    first: I64
    last: I64
    units: F32
    bits: npt.NDArray[np.float64]
    common: npt.NDArray[np.float64]


def _stretches(at: I64, every: _Sentences, common: F32) -> list[_Stretches]:
    """Give the stretches of one to three sentences that hold the sentences `at`."""
    count = len(every.doc)
    sums = np.concatenate(
        [np.zeros((1, every.sums.shape[1])), np.cumsum(every.sums, 0, np.float64)]
    )
    bits = np.concatenate([[0.0], np.cumsum(every.bits, dtype=np.float64)])
    weighed = np.concatenate([[0.0], np.cumsum(common * every.bits, dtype=np.float64)])
    made = []
    for before in range(_JOINED):
        for behind in range(_JOINED - before):
            first, last = at - before, at + behind + 1
            there = (first >= 0) & (last <= count)
            low, high = np.clip(first, 0, count - 1), np.clip(last, 1, count)
            there &= (every.doc[low] == every.doc[at]) & (every.doc[high - 1] == every.doc[at])
            size = np.maximum(bits[high] - bits[low], 1e-9)
            units = unit((sums[high] - sums[low]).astype(np.float32))
            made.append(
                _Stretches(there, low, high, units, size, (weighed[high] - weighed[low]) / size)
            )
    return made


def _joined(pairs: I64, every: _Sentences, common: F32, chosen: Likeness) -> list[_Part]:
    """Choose for each pair of sentences the stretches around them that score best."""
    if not len(pairs):
        return []
    best = np.full(len(pairs), -1.0)
    kept = np.zeros((len(pairs), 6))
    sides = [_stretches(pairs[:, side], every, common) for side in range(2)]
    for a, b in itertools.product(*sides):
        near = np.einsum("nd,nd->n", a.units, b.units)
        usual = (a.common + b.common) / 2
        score = near - usual - _JOINT * (a.last - a.first + b.last - b.first - 2)
        least, most = np.minimum(a.bits, b.bits), np.maximum(a.bits, b.bits)
        fits = a.there & b.there & (least >= chosen.bits) & (most <= _LENGTHS * least)
        better = fits & (score > best)
        best[better] = score[better]
        rows = np.stack([a.first, a.last, b.first, b.last, near, usual], 1)
        kept[better] = rows[better]
    return [
        _Part(int(a), int(b), int(c), int(d), float(near), float(usual), float(score))
        for (a, b, c, d, near, usual), score in zip(kept, best, strict=True)
        if score >= chosen.weak
    ]


@dataclass(frozen=True, slots=True)
class _Row:
    """A passage: documents by number, code points, and how near."""

    doc_a: int
    begin_a: int
    end_a: int
    doc_b: int
    begin_b: int
    end_b: int
    score: float
    similarity: float
    common: float
    parts: int


def _passages(parts: Sequence[_Part], every: _Sentences, chosen: Likeness) -> Iterator[_Row]:
    """Join parts that follow one another in both documents, and keep what is near enough."""
    by_documents: dict[tuple[int, int], list[_Part]] = defaultdict(list)
    for one in parts:
        by_documents[int(every.doc[one.first_a]), int(every.doc[one.first_b])].append(one)
    for (doc_a, doc_b), near in by_documents.items():
        for chain in _chains(near):
            best = max(chain, key=lambda one: one.score)
            more = sum(one.score - chosen.weak for one in chain if one is not best)
            score = best.score + chosen.support * more
            if score >= chosen.least:
                yield _Row(
                    doc_a, int(every.start[chain[0].first_a]), int(every.end[chain[-1].last_a - 1]),
                    doc_b, int(every.start[min(one.first_b for one in chain)]),
                    int(every.end[max(one.last_b for one in chain) - 1]), score, best.similarity,
                    best.common, len(chain),
                )  # fmt: skip


def _chains(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Take the best parts that share no sentence, and put those together that follow in both."""
    taken: list[_Part] = []
    for one in sorted(parts, key=lambda one: (-one.score, one.first_a, one.first_b)):
        if all(
            (one.last_a <= other.first_a or one.first_a >= other.last_a)
            and (one.last_b <= other.first_b or one.first_b >= other.last_b)
            for other in taken
        ):
            taken.append(one)
    chain: list[_Part] = []
    for one in sorted(taken, key=lambda one: one.first_a):
        if chain and not (
            one.first_a - chain[-1].last_a <= _APART
            and 0 <= one.first_b - chain[-1].last_b <= _APART
        ):
            yield chain
            chain = []
        chain.append(one)
    if chain:
        yield chain


class _Told:
    """What is repeated word for word: a passage of it is no paraphrase."""

    def __init__(self, ids: Sequence[str], found: Reuse) -> None:
        number = {id_: nth for nth, id_ in enumerate(ids)}
        self._spans: dict[tuple[int, int], list[tuple[int, int, int, int]]] = defaultdict(list)
        names = ("doc_a", "begin_a", "end_a", "doc_b", "begin_b", "end_b")
        for a, x, y, b, u, v in zip(*(found.pairs[n].to_pylist() for n in names), strict=True):
            if number[a] < number[b]:
                self._spans[number[a], number[b]].append((x, y, u, v))
            else:
                self._spans[number[b], number[a]].append((u, v, x, y))

    def has(self, row: _Row) -> bool:
        """Say whether a repeated passage meets this one on both sides."""
        return any(
            x < row.end_a and y > row.begin_a and u < row.end_b and v > row.begin_b
            for x, y, u, v in self._spans.get((row.doc_a, row.doc_b), ())
        )


def _same_words(texts: Sequence[str], row: _Row) -> bool:
    """Say whether two passages, too short for `find`, have the same words in the same order."""
    from rapidfuzz.distance import Indel

    from sayso.reuse.words import words

    one = words(texts[row.doc_a][row.begin_a : row.end_a]).forms
    other = words(texts[row.doc_b][row.begin_b : row.end_b]).forms
    return Indel.normalized_similarity(one, other) >= _WORDED


def _table(rows: Sequence[_Row], ids: Sequence[str]) -> pa.Table:
    import pyarrow as pa

    columns: dict[str, list[Any]] = {
        "kind": ["paraphrase"] * len(rows),
        "doc_a": [ids[one.doc_a] for one in rows],
        "doc_b": [ids[one.doc_b] for one in rows],
    }
    for name in COLUMNS:
        if name not in columns:
            columns[name] = [getattr(one, name) for one in rows]
    kinds = {"kind": pa.string(), "doc_a": pa.string(), "doc_b": pa.string()}
    real = dict.fromkeys(("score", "similarity", "common"), pa.float64())
    return pa.table({n: pa.array(columns[n], (kinds | real).get(n, pa.int64())) for n in COLUMNS})
