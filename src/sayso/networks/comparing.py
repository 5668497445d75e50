"""How far networks of the same nodes lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from scipy.spatial.distance import pdist, squareform

from sayso.errors import UsageError
from sayso.networks.counting import Floats
from sayso.networks.making import Network

Method = Literal["absdiff", "spectral"]


def distances(
    networks: Sequence[Network], *, method: Method = "absdiff", to_one: bool = False
) -> Floats:
    """Give the distance of every two networks.

    Args:
        networks: windows of one series, made with `isolates`, so that all have the same nodes.
        method: "absdiff" sums the absolute differences of the ties; "spectral" those of the
            sorted spectra, see `spectrum`.
        to_one: divide the ties of each network by their sum first.

    Raises:
        UsageError: The networks have different nodes, or the method is not known.
    """
    if method not in {"absdiff", "spectral"}:
        raise UsageError(f"The method is {method!r}; it may be absdiff or spectral.")
    if not networks:
        return np.zeros((0, 0))
    first = networks[0]
    if any((one.rows, one.columns) != (first.rows, first.columns) for one in networks):
        raise UsageError("The windows have different nodes; make them with isolates=True.")
    described = [_described(one, method, to_one=to_one) for one in networks]
    return np.asarray(squareform(pdist(np.array(described), "cityblock")))


def _described(network: Network, method: Method, *, to_one: bool) -> Floats:
    matrix = network.matrix()
    if to_one:
        sum_ = matrix.sum()
        matrix = matrix / sum_ if sum_ else matrix
    return matrix.ravel() if method == "absdiff" else spectrum(matrix, dna=network.settings.dna)


def spectrum(matrix: Floats, *, dna: bool = False) -> Floats:
    """Give the sorted eigenvalues of the Laplacian as shares of their sum; negative ties are 0.

    The Laplacian is the diagonal matrix of degrees minus the ties. The peer means to take the
    same, but takes the degrees alone. Stacked matrices give stacked spectra.
    """
    ties = np.maximum(matrix, 0)
    degrees = ties.sum(axis=-1)
    if dna:
        values = np.sort(degrees, axis=-1)
    else:
        size = ties.shape[-1]
        laplacian = -ties
        laplacian[..., np.arange(size), np.arange(size)] += degrees
        values = np.linalg.eigvalsh(laplacian)
    sums = values.sum(axis=-1, keepdims=True)
    return np.asarray(np.divide(values, sums, out=np.zeros_like(values), where=sums != 0))
