"""From the cube of counts to ties: what two actors share, what an actor says of a concept.

Notation: a[i, j, k] is the number of statements of row i on column j at level k, n[i] the sum of
a[i]; d[k, l] is the distance of two levels, 0 to 1.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from scipy import sparse

from sayso.errors import UsageError
from sayso.networks.counting import Floats, Levels, Matrix
from sayso.networks.settings import Aggregation, Normalization, Settings

_EXACT = 52  # levels that a sum of powers of two holds exactly
_PEER_BITS = 31


def two_mode(cube: Matrix, levels: Levels, settings: Settings) -> Matrix:
    """Give the tie of every row to every column.

    "ignore" counts statements, "subtract" adds them with their sign or number, "combine" names
    the set of levels that occur: level k of K adds 2 ** (K - 1 - k).

    Raises:
        UsageError: "combine" on a qualifier of more levels than can be told apart.
    """
    deep = max(len(levels.labels), 1)
    if settings.aggregation == "combine":
        weights = _powers(deep, dna=settings.dna)
        made = _levels_summed(_present(cube), weights)
        if settings.dna:
            made = _wrapped(made)
        counted = _present(made)
    else:
        weights = levels.signs() if settings.aggregation == "subtract" else np.ones(deep)
        made = _levels_summed(cube, weights)
        counted = made if settings.aggregation == "ignore" else _levels_summed(cube, np.ones(deep))
    return _shared_out(made, counted, settings.normalization)


def _powers(deep: int, *, dna: bool) -> Floats:
    if deep > _EXACT and not dna:
        raise UsageError(
            f"'combine' tells up to {_EXACT} levels apart; the qualifier has {deep}. "
            "Choose the aggregation 'ignore', or a qualifier with fewer values."
        )
    powers = np.exp2(np.arange(deep - 1, -1, -1, dtype=np.float64))
    return np.minimum(powers, 2.0**_PEER_BITS - 1) if dna else powers


def _wrapped(made: Matrix) -> Matrix:
    """Let sums overflow as the peer's do: in whole numbers of 32 bits."""
    half = 2.0**_PEER_BITS
    values = made.data if sparse.issparse(made) else made
    values[...] = (values + half) % (2 * half) - half
    return made


def _present(cube: Matrix) -> Matrix:
    if not sparse.issparse(cube):
        return (cube > 0).astype(np.float64)
    made = cube.copy()
    made.data = (made.data > 0).astype(np.float64)
    return made


def _levels_summed(cube: Matrix, weights: Floats) -> Matrix:
    """Sum over the levels, each with its weight."""
    height, width = cube.shape
    across = width // len(weights) if len(weights) else 0
    if not sparse.issparse(cube):
        return np.asarray(cube.reshape(height, across, len(weights)) @ weights)
    mix = sparse.kron(sparse.eye_array(across), weights[:, None], format="csr")
    return sparse.csr_array(cube @ mix)


def _shared_out(made: Matrix, counted: Matrix, normalization: Normalization) -> Matrix:
    if normalization == "none":
        return made
    axis = 1 if normalization == "activity" else 0
    sums = np.asarray(counted.sum(axis=axis), dtype=np.float64).ravel()
    shares = np.divide(1.0, sums, out=np.zeros_like(sums), where=sums != 0)
    if sparse.issparse(made):
        scale = sparse.diags_array(shares)
        return sparse.csr_array(scale @ made if axis else made @ scale)
    return made * (shares[:, None] if axis else shares[None, :])


def one_mode(cube: Matrix, levels: Levels, settings: Settings) -> Matrix:
    """Give the tie of every row to every other through the columns they share; 0 with itself."""
    made = raw_ties(cube, levels, settings.aggregation, dna=settings.dna)
    made = normalized(made, cube, levels, settings)
    return _without_diagonal(made)


def raw_ties(cube: Matrix, levels: Levels, aggregation: Aggregation, *, dna: bool) -> Matrix:
    """Sum over the statements of two rows on one column, pair by pair.

    Each pair counts 1 ("ignore"), 1 - d ("congruence"), d ("conflict") or 1 - 2d ("subtract").
    With levels that are words the peer's conflict counts statements of one side at levels the
    other does not use at all, also on columns of which the other says nothing.
    """
    if dna and aggregation in {"conflict", "subtract"} and _is_words(levels):
        conflict = _absent(cube)
        if aggregation == "conflict":
            return conflict
        return np.asarray(_dense(cube @ cube.T)) - conflict
    return _product(cube, _weights(levels, aggregation, dna=dna))


def _weights(levels: Levels, aggregation: Aggregation, *, dna: bool) -> Floats | None:
    deep = max(len(levels.labels), 1)
    if aggregation == "ignore":
        return np.ones((deep, deep))
    if aggregation == "congruence" and _is_words(levels):
        return None  # only like with like: the product needs no weights
    apart = levels.distances(dna=dna)
    if aggregation == "congruence":
        return None if np.array_equal(apart, 1 - np.eye(deep)) else 1 - apart
    return apart if aggregation == "conflict" else 1 - 2 * apart


def _is_words(levels: Levels) -> bool:
    return levels.kind not in {"boolean", "integer"}


def _product(cube: Matrix, weights: Floats | None) -> Matrix:
    """Give the sum over columns j and levels k, l of a[i, j, k] w[k, l] a[m, j, l]."""
    if weights is None:
        return cube @ cube.T
    deep = len(weights)
    if np.all(weights == 1):
        summed = _levels_summed(cube, np.ones(deep))
        return summed @ summed.T
    height, width = cube.shape
    if sparse.issparse(cube):
        mix = sparse.kron(sparse.eye_array(width // deep), weights, format="csr")
        return sparse.csr_array((cube @ mix) @ cube.T)
    mixed = (cube.reshape(-1, deep) @ weights).reshape(height, width)
    return np.asarray(mixed @ cube.T)


def _absent(cube: Matrix) -> Floats:
    """Count the statements of either of two rows in cells where the other has none."""
    said = np.asarray(cube.sum(axis=1), dtype=np.float64).ravel()
    there = _present(cube)
    shared = _dense(cube @ there.T)
    return np.asarray(said[:, None] + said[None, :] - shared - shared.T)


def normalized(made: Matrix, cube: Matrix, levels: Levels, settings: Settings) -> Matrix:
    """Divide each tie by what its two ends say; 0 where that is nothing."""
    if settings.normalization == "none":
        return made
    rows, columns, values = _cells(made)
    divisors = _divisors(cube, levels, settings, rows, columns)
    shares = np.divide(values, divisors, out=np.zeros_like(values), where=divisors != 0)
    if not sparse.issparse(made):
        return shares.reshape(made.shape)
    return sparse.csr_array((shares, (rows, columns)), shape=made.shape)


def _cells(made: Matrix) -> tuple[Any, Any, Floats]:
    if sparse.issparse(made):
        listed = made.tocoo()
        return listed.row, listed.col, listed.data.astype(np.float64)
    height, width = made.shape
    # Broadcasting shapes: no index is built for a full matrix.
    return np.arange(height)[:, None], np.arange(width)[None, :], np.asarray(made)


def _divisors(cube: Matrix, levels: Levels, settings: Settings, rows: Any, columns: Any) -> Floats:
    said = np.asarray(cube.sum(axis=1), dtype=np.float64).ravel()
    if settings.normalization == "average":
        return np.asarray((said[rows] + said[columns]) / 2)
    if settings.normalization == "jaccard":
        there = _present(cube)
        overlap = cube @ there.T
        both = cube @ cube.T - overlap - overlap.T
        return np.asarray(said[rows] + said[columns] + _picked(both, rows, columns))
    if settings.dna:
        return np.asarray(said[rows] * said[columns])
    lengths = np.sqrt(_own(cube, levels, settings.aggregation))
    return np.asarray(lengths[rows] * lengths[columns])


def _own(cube: Matrix, levels: Levels, aggregation: Aggregation) -> Floats:
    """Give the tie of each row with itself; conflict is held against congruence."""
    kind: Aggregation = "congruence" if aggregation == "conflict" else aggregation
    weights = _weights(levels, kind, dna=False)
    if weights is None:
        weights = np.eye(max(len(levels.labels), 1))
    height, width = cube.shape
    deep = len(weights)
    if sparse.issparse(cube):
        mix = sparse.kron(sparse.eye_array(width // deep), weights, format="csr")
        return np.asarray((cube @ mix).multiply(cube).sum(axis=1), dtype=np.float64).ravel()
    mixed = (cube.reshape(-1, deep) @ weights).reshape(height, width)
    return np.asarray(np.maximum((mixed * cube).sum(axis=1), 0))


def _picked(made: Matrix, rows: Any, columns: Any) -> Floats:
    if not sparse.issparse(made):
        return np.asarray(made)
    if not len(rows):  # of no places scipy gives a sparse array
        return np.zeros(0)
    return np.asarray(sparse.csr_array(made)[rows, columns], dtype=np.float64).ravel()


def _without_diagonal(made: Matrix) -> Matrix:
    if not sparse.issparse(made):
        np.fill_diagonal(made, 0)
        return made
    listed = made.tocoo()
    off = (listed.row != listed.col) & (listed.data != 0)
    return sparse.csr_array((listed.data[off], (listed.row[off], listed.col[off])), made.shape)


def _dense(made: Matrix) -> Floats:
    return np.asarray(made.toarray() if sparse.issparse(made) else made, dtype=np.float64)
