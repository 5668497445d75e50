"""Which concepts carry the structure of a one-mode network, and which are redundant."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.errors import UsageError
from sayso.networks.comparing import spectrum
from sayso.networks.counting import Counting, Floats, count
from sayso.networks.selection import select
from sayso.networks.settings import Settings
from sayso.networks.statements import Statements
from sayso.networks.ties import normalized, raw_ties

Chosen = NDArray[np.bool_]
_BATCH = 20_000_000  # cells of matrices held at once
_FEW = 4_000  # sets that are tried one by one instead of searched


@dataclass(frozen=True)
class Step:
    """One concept removed: what its absence costs, and what the removed ones alone would."""

    concept: str
    backbone_loss: float
    redundant_loss: float
    statements: int


@dataclass(frozen=True)
class Backbone:
    """A set of concepts that keeps the structure, and the rest; losses belong to these sets.

    `exact` says whether all sets were tried.
    """

    backbone: tuple[str, ...]
    redundant: tuple[str, ...]
    backbone_loss: float
    redundant_loss: float
    exact: bool


@dataclass(frozen=True, eq=False)
class Parts:
    """The network in parts, one for each concept; those of a set add up to its network."""

    counting: Counting
    settings: Settings
    cube: Floats
    sums: Floats
    full: Floats = field(repr=False)

    def network(self, chosen: Chosen) -> Floats:
        """Give the ties through the chosen concepts, between all rows."""
        cube = np.where(chosen[None, :, None], self.cube, 0.0)
        flat = cube.reshape(len(cube), -1)
        levels, aggregation = self.counting.scale, self.settings.aggregation
        made = np.asarray(raw_ties(flat, levels, aggregation, dna=self.settings.dna))
        made = np.asarray(normalized(made, flat, levels, self.settings))
        np.fill_diagonal(made, 0)
        return made

    def losses(self, sets: Iterable[Chosen]) -> Floats:
        """Give for each set how far its spectrum lies from that of the whole network."""
        found: list[float] = []
        batch: list[Floats] = []
        room = max(1, _BATCH // max(len(self.cube) ** 2, 1))
        for chosen in sets:
            batch.append(self.network(chosen))
            if len(batch) == room:
                found += self._apart(batch)
                batch = []
        return np.array(found + (self._apart(batch) if batch else []))

    def _apart(self, matrices: list[Floats]) -> list[float]:
        spectra = spectrum(np.array(matrices), dna=self.settings.dna)
        apart: list[float] = np.abs(spectra - self.full).sum(axis=-1).tolist()
        return apart

    def statements(self, chosen: Chosen) -> int:
        """Count the statements on the chosen concepts."""
        return int(self.sums[chosen].sum())


def parts(statements: Statements, settings: Settings) -> Parts:
    """Take the one-mode network of the statements apart by concept.

    Raises:
        UsageError: The network is not one-mode.
    """
    if settings.mode != "one":
        raise UsageError("A backbone belongs to a one-mode network; choose mode 'one'.")
    counting = count(select(statements, settings))
    cube = counting.cube()
    full = np.asarray(cube if isinstance(cube, np.ndarray) else cube.toarray())
    stacked = full.reshape(counting.shape)
    whole = Parts(counting, settings, stacked, stacked.sum(axis=(0, 2)), np.zeros(0))
    everything = np.ones(counting.shape[1], np.bool_)
    spectrum_ = spectrum(whole.network(everything), dna=settings.dna)
    return Parts(counting, settings, stacked, whole.sums, spectrum_)


def nested_backbone(
    statements: Statements, *, settings: Settings | None = None, **options: Any
) -> tuple[Step, ...]:
    """Remove the concepts one by one, always the one whose absence changes the network least.

    Each step is told as it stands after the removal. The loss is the sum of absolute differences
    of the sorted Laplacian spectra, each divided by its sum.

    Raises:
        UsageError: The options contradict each other, or the network is not one-mode.
    """
    whole = parts(statements, settings if settings is not None else _one(options))
    kept = np.ones(whole.counting.shape[1], np.bool_)
    steps: list[Step] = []
    while kept.any():
        candidates = np.flatnonzero(kept)
        losses = whole.losses(_without(kept, int(at)) for at in candidates)
        least = candidates[losses == losses.min()]
        if not whole.settings.dna:
            least = least[-1:]
        for at in least[::-1]:
            kept = _without(kept, at)
            steps.append(_step(whole, kept, int(at), float(losses.min())))
    return tuple(steps)


def _one(options: dict[str, Any]) -> Settings:
    return Settings(**{"mode": "one", **options})


def _without(kept: Chosen, at: int) -> Chosen:
    less = kept.copy()
    less[at] = False
    return less


def _step(whole: Parts, kept: Chosen, at: int, loss: float) -> Step:
    redundant = float(whole.losses([~kept])[0])
    concept = whole.counting.column_labels[at]
    return Step(concept, loss, redundant, whole.statements(kept))


def evaluate_backbone(
    statements: Statements,
    concepts: Iterable[str],
    *,
    penalty: float = 0.0,
    settings: Settings | None = None,
    **options: Any,
) -> tuple[float, float]:
    """Give the loss of a set of concepts, and that of all others, each lessened by the penalty.

    The penalty p multiplies a loss by exp(-p * share of concepts left out).

    Raises:
        UsageError: A concept is not there.
    """
    whole = parts(statements, settings if settings is not None else _one(options))
    chosen = _chosen(whole, concepts)
    first, second = whole.losses([chosen, ~chosen]).tolist()
    return first * _lessened(chosen, penalty), second * _lessened(~chosen, penalty)


def _chosen(whole: Parts, concepts: Iterable[str]) -> Chosen:
    labels = whole.counting.column_labels
    places = {label: at for at, label in enumerate(labels)}
    chosen = np.zeros(len(labels), np.bool_)
    for concept in concepts:
        if concept not in places:
            raise UsageError(f"There is no {whole.settings.columns} {concept!r} in this network.")
        chosen[places[concept]] = True
    return chosen


def _lessened(chosen: Chosen, penalty: float) -> float:
    return math.exp(-penalty * float((~chosen).mean())) if chosen.size else 1.0


def find_backbone(
    statements: Statements,
    *,
    size: int | None = None,
    penalty: float = 3.5,
    iterations: int = 5_000,
    seed: int = 0,
    settings: Settings | None = None,
    **options: Any,
) -> Backbone:
    """Search the set of concepts that keeps the structure of the network best.

    Args:
        statements: the table, see `statements.from_columns`.
        size: how many concepts; else the penalty decides.
        penalty: how much smaller sets are preferred where no size is given, see
            `evaluate_backbone`.
        iterations: steps of the search. Where there are few sets, all are tried instead.
        seed: the same seed gives the same answer.
        settings: what the network is to be; or give its parts as options.

    Raises:
        UsageError: The size does not lie between 1 and the number of concepts less one.
    """
    whole = parts(statements, settings if settings is not None else _one(options))
    count_ = whole.counting.shape[1]
    if count_ < 2 or (size is not None and not 1 <= size < count_):
        raise UsageError(
            f"There are {count_} concepts; the backbone may have 1 to {max(count_ - 1, 1)} of them."
        )

    def cost(chosen: Chosen) -> float:
        own = float(whole.losses([chosen])[0])
        return own if size is not None else own * _lessened(chosen, penalty)

    possible = math.comb(count_, size) if size is not None else 2**count_ - 2
    exact = possible <= _FEW
    best = _tried(count_, size, cost) if exact else _searched(count_, size, cost, iterations, seed)
    first, second = whole.losses([best, ~best]).tolist()
    labels = whole.counting.column_labels
    return Backbone(
        tuple(label for label, inside in zip(labels, best, strict=True) if inside),
        tuple(label for label, inside in zip(labels, best, strict=True) if not inside),
        first, second, exact,
    )  # fmt: skip


def _tried(count_: int, size: int | None, cost: Callable[[Chosen], float]) -> Chosen:
    sizes = range(1, count_) if size is None else (size,)
    sets = (_mask(count_, one) for many in sizes for one in combinations(range(count_), many))
    return min(sets, key=cost)


def _mask(count_: int, places: Iterable[int]) -> Chosen:
    chosen = np.zeros(count_, np.bool_)
    chosen[list(places)] = True
    return chosen


def _searched(
    count_: int, size: int | None, cost: Callable[[Chosen], float], iterations: int, seed: int
) -> Chosen:
    """Anneal: worse sets are taken now and then, more rarely as the search goes on."""
    rng = np.random.default_rng(seed)
    now = _mask(count_, rng.choice(count_, size or max(1, count_ // 2), replace=False))
    known: dict[bytes, float] = {}
    now_cost = known[now.tobytes()] = cost(now)
    best, best_cost = now, now_cost
    scale = max(now_cost, 1e-12)
    for step in range(iterations):
        new = _moved(now, rng, fixed=size is not None)
        key = new.tobytes()
        if key not in known:
            known[key] = cost(new)
        warmth = 0.2 * scale * (1 - step / iterations) ** 2 + 1e-12
        if rng.random() < math.exp(min(0.0, (now_cost - known[key]) / warmth)):
            now, now_cost = new, known[key]
        if known[key] < best_cost:
            best, best_cost = new, known[key]
    return best


def _moved(chosen: Chosen, rng: np.random.Generator, *, fixed: bool) -> Chosen:
    inside, outside = np.flatnonzero(chosen), np.flatnonzero(~chosen)
    moves = ["swap"]
    if not fixed and len(outside) > 1:
        moves.append("add")
    if not fixed and len(inside) > 1:
        moves.append("remove")
    move = moves[int(rng.integers(len(moves)))]
    new = chosen.copy()
    if move != "add":
        new[rng.choice(inside)] = False
    if move != "remove":
        new[rng.choice(outside)] = True
    return new
