"""Phases of a debate: stretches of time in which its network stays alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.errors import UsageError
from sayso.networks.comparing import Method, distances
from sayso.networks.counting import Floats
from sayso.networks.grouping import medoids, modularity
from sayso.networks.making import Network
from sayso.networks.statements import Codes
from sayso.networks.times import written


@dataclass(frozen=True, eq=False)
class Phases:
    """The state of the debate at the middle of every window, and how the windows lie apart.

    `states` number the states by their first appearance; the same state may come back.
    `distances` are shares of the largest; `places` put the windows on a plane so that near ones
    stand near. `modularity` says how separate the states are.
    """

    middles: tuple[str, ...]
    states: tuple[int, ...]
    modularity: float
    distances: Floats
    places: Floats

    def changes(self) -> list[tuple[str, int, int]]:
        """Give the moments at which the state changes: middle of the window, before, after."""
        steps = zip(self.middles[1:], self.states, self.states[1:], strict=False)
        return [(middle, before, after) for middle, before, after in steps if before != after]


def phases(
    networks: Sequence[Network], *, method: Method = "absdiff", states: int = 0, most: int = 6
) -> Phases:
    """Find the phases of a series of windows.

    Args:
        networks: windows of one series, made with `isolates`.
        method: how networks are compared, see `distances`; each is divided by its sum first.
        states: how many states; 0 tries 2 to `most` and takes the most separate.
        most: the largest number that is tried.

    Raises:
        UsageError: There are fewer than three windows, or they have different nodes.
    """
    if len(networks) < max(3, states):
        raise UsageError(
            f"There are {len(networks)} windows; phases need {max(3, states)} or more. "
            "Choose a shorter window or unit."
        )
    apart = distances(networks, method=method, to_one=True)
    largest = float(apart.max(initial=0.0))
    shares = apart / largest if largest else apart
    sizes = [states] if states else list(range(2, min(most, len(networks) - 1) + 1))
    tried = [_by_appearance(medoids(shares, size)) for size in sizes]
    alike = _alike(shares)
    best = max(tried, key=lambda found: modularity(alike, found))
    return Phases(
        tuple(written(one.middle) for one in networks), tuple(best.tolist()),
        modularity(alike, best), shares, _places(shares),
    )  # fmt: skip


def _alike(shares: Floats) -> Floats:
    alike = 1 - shares
    np.fill_diagonal(alike, 0)
    return np.asarray(alike)


def _by_appearance(labels: Codes) -> Codes:
    names: dict[int, int] = {}
    return np.array([names.setdefault(int(one), len(names)) for one in labels], dtype=np.int64)


def _places(apart: Floats) -> Floats:
    """Place the windows on a plane by classical scaling (Torgerson 1952)."""
    squares = apart**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1)[:, None] + squares.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    return np.asarray(vectors[:, :-3:-1] * np.sqrt(np.maximum(values[:-3:-1], 0)))
