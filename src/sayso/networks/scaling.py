"""Where actors stand on one or two dimensions, estimated from what they are for and against.

A response model: an actor is for a concept when a hidden value, its position times the concept's
weight less the concept's threshold plus noise, lies above 0; on a scale of several levels, between
two cut points shared by all concepts. It is estimated by Gibbs sampling (Albert and Chib 1993; the
cut points after Cowles 1996).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from sayso.errors import UsageError
from sayso.networks.counting import Floats, count
from sayso.networks.selection import select
from sayso.networks.settings import Settings, plain, qualified
from sayso.networks.statements import Codes, Statements

_CHAINS = 2
_WIDE = 0.25  # precision of the priors of weights and thresholds, so a spread of 2
_MOST_LEVELS = 10


@dataclass(frozen=True)
class Position:
    """Where an actor stands on each dimension: the mean, and where it lies with 95 per cent.

    `concepts` is how many concepts the estimate rests on.
    """

    actor: str
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    concepts: int


@dataclass(frozen=True)
class Weight:
    """How strongly a concept parts the actors on each dimension, and with which sign."""

    concept: str
    mean: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True)
class Scale:
    """Positions of actors and weights of concepts.

    Positions have mean 0 and spread 1 over all actors; which end is which means nothing.
    `rhat` compares the chains for the worst estimated position: near 1 they agree; above 1.1 more
    draws are needed.
    """

    positions: tuple[Position, ...]
    weights: tuple[Weight, ...]
    rhat: float


def scale(
    statements: Statements,
    *,
    dimensions: int = 1,
    threshold: float = 0.0,
    draws: int = 2_000,
    seed: int = 0,
    settings: Settings | None = None,
    **options: Any,
) -> Scale:
    """Estimate the positions of the actors.

    An actor who is both for and against a concept counts as neither. On a scale of several levels
    the mean level counts, rounded.

    Args:
        statements: the table, see `statements.from_columns`.
        dimensions: 1 or 2.
        threshold: share from 0 to 0.5; whoever is for a concept in more than 1 - threshold of
            the statements counts as for, in less than threshold as against.
        draws: of each of two chains, after as many to warm up.
        seed: the same seed gives the same answer.
        settings: rows, columns, qualifier and filters; or give them as options.

    Raises:
        UsageError: The qualifier has no order, or there is too little to estimate from.
    """
    chosen = qualified("scale", plain("scale", settings, options))
    if dimensions not in {1, 2}:
        raise UsageError(f"There may be 1 or 2 dimensions, not {dimensions}.")
    actors, concepts, answers, levels = _answers(statements, chosen, threshold)
    if len(actors) < 3 or len(concepts) < 2:
        raise UsageError(
            f"{len(actors)} actors and {len(concepts)} concepts on which they differ are too few "
            "to place anybody; 3 actors and 2 concepts are the least."
        )
    chains = [
        _sampled(answers, levels, dimensions, draws, np.random.default_rng([seed, chain]))
        for chain in range(_CHAINS)
    ]
    return _summed(actors, concepts, answers, chains)


def _answers(
    statements: Statements, settings: Settings, threshold: float
) -> tuple[tuple[str, ...], tuple[str, ...], Codes, int]:
    """Give actors, concepts, the level of each answer (-1 where there is none), and how many."""
    counting = count(select(statements, replace(settings, aggregation="subtract")))
    if counting.scale.kind not in {"boolean", "integer"}:
        raise UsageError(
            f"The values of {settings.qualifier!r} have no order; name a qualifier of yes and no, "
            "or of whole numbers."
        )
    cube = counting.cube()
    full = np.asarray(cube if isinstance(cube, np.ndarray) else cube.toarray())
    stacked = full.reshape(counting.shape)
    levels = counting.shape[2]
    if levels > _MOST_LEVELS:
        raise UsageError(f"{settings.qualifier!r} has {levels} levels; up to {_MOST_LEVELS} do.")
    answers = _levels(stacked, threshold)
    spread = [len(np.unique(column[column >= 0])) > 1 for column in answers.T]
    answers = answers[:, spread]
    speaks = np.asarray((answers >= 0).any(axis=1))
    return (
        tuple(one for one, here in zip(counting.row_labels, speaks, strict=True) if here),
        tuple(one for one, here in zip(counting.column_labels, spread, strict=True) if here),
        answers[speaks], levels,
    )  # fmt: skip


def _levels(stacked: Floats, threshold: float) -> Codes:
    sums = stacked.sum(axis=2)
    ranks = stacked @ np.arange(stacked.shape[2], dtype=np.float64)
    mean = np.divide(ranks, sums, out=np.full_like(sums, -1.0), where=sums > 0)
    if stacked.shape[2] != 2:
        return np.where(sums > 0, np.floor(mean + 0.5), -1).astype(np.int64)
    for_, against = mean >= 1 - threshold, (mean <= threshold) & (sums > 0)
    return np.where(for_ & (sums > 0), 1, np.where(against, 0, -1)).astype(np.int64)


@dataclass(eq=False)
class _Draws:
    """What a chain keeps: positions and weights of every draw."""

    positions: Floats
    weights: Floats


def _sampled(
    answers: Codes, levels: int, dimensions: int, draws: int, rng: np.random.Generator
) -> _Draws:
    height, width = answers.shape
    given = answers >= 0
    anchor = _start(answers, levels, dimensions)
    positions = anchor + 0.1 * rng.standard_normal(anchor.shape)
    slopes = rng.standard_normal((width, dimensions)) * 0.1
    bases = np.zeros(width)
    cuts = np.concatenate([[-np.inf], np.arange(levels - 1.0), [np.inf]])
    kept = _Draws(np.empty((draws, height, dimensions)), np.empty((draws, width, dimensions)))
    for step in range(2 * draws):
        centre = positions @ slopes.T - bases
        cuts = _new_cuts(cuts, answers[given], centre[given], rng)
        hidden = _hidden(answers, given, centre, cuts, rng)
        slopes, bases = _new_items(hidden, given, positions, rng)
        positions = _new_positions(hidden + bases, given, slopes, rng)
        if step >= draws:
            at = step - draws
            kept.positions[at], kept.weights[at] = _aligned(positions, slopes, anchor)
    return kept


def _start(answers: Codes, levels: int, dimensions: int) -> Floats:
    """Give positions from the leading directions of the answers, which all draws turn to."""
    given = answers >= 0
    values = np.where(given, answers / max(levels - 1, 1), 0.0)
    means = values.sum(axis=0) / np.maximum(given.sum(axis=0), 1)
    left, sizes, _ = np.linalg.svd(np.where(given, values - means, 0.0), full_matrices=False)
    found = left[:, :dimensions] * sizes[:dimensions]
    return np.asarray((found - found.mean(axis=0)) / np.maximum(found.std(axis=0), 1e-9))


def _hidden(
    answers: Codes, given: NDArray[np.bool_], centre: Floats, cuts: Floats,
    rng: np.random.Generator,
) -> Floats:  # fmt: skip
    """Draw the hidden value of each answer between its two cut points."""
    low = ndtr(cuts[answers[given]] - centre[given])
    high = ndtr(cuts[answers[given] + 1] - centre[given])
    drawn = low + (high - low) * rng.random(len(low))
    hidden = np.zeros(answers.shape)
    hidden[given] = centre[given] + ndtri(np.clip(drawn, 1e-12, 1 - 1e-12))
    return hidden


def _new_items(
    hidden: Floats, given: NDArray[np.bool_], positions: Floats, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Draw weights and thresholds of all concepts: one small regression each."""
    design = np.hstack([positions, -np.ones((len(positions), 1))])
    products = np.einsum("ip,iq->ipq", design, design)
    precision = np.einsum("ij,ipq->jpq", given.astype(np.float64), products)
    precision += _WIDE * np.eye(design.shape[1])
    drawn = _normal(precision, np.where(given, hidden, 0.0).T @ design, rng)
    return drawn[:, :-1], drawn[:, -1]


def _new_positions(
    hidden: Floats, given: NDArray[np.bool_], slopes: Floats, rng: np.random.Generator
) -> Floats:
    products = np.einsum("jp,jq->jpq", slopes, slopes)
    precision = np.einsum("ij,jpq->ipq", given.astype(np.float64), products)
    precision += np.eye(slopes.shape[1])
    return _normal(precision, np.where(given, hidden, 0.0) @ slopes, rng)


def _normal(precision: Floats, right: Floats, rng: np.random.Generator) -> Floats:
    """Draw from normal distributions given by their precisions and precision times mean."""
    roots = np.linalg.cholesky(precision)
    means = np.linalg.solve(precision, right[:, :, None])[:, :, 0]
    noise = rng.standard_normal(right.shape)
    away = np.linalg.solve(np.swapaxes(roots, 1, 2), noise[:, :, None])[:, :, 0]
    return np.asarray(means + away)


def _new_cuts(cuts: Floats, answers: Codes, centre: Floats, rng: np.random.Generator) -> Floats:
    """Move the cut points but the first, by a step that is taken or not (Metropolis)."""
    if len(cuts) <= 3:
        return cuts
    new = cuts.copy()
    gaps = np.diff(cuts[1:-1])
    step = np.exp(rng.normal(0, 1.2 / np.sqrt(len(answers) / len(gaps)), len(gaps)))
    new[2:-1] = new[1] + np.cumsum(gaps * step)
    gain = _fit(new, answers, centre) - _fit(cuts, answers, centre) + float(np.log(step).sum())
    return new if np.log(rng.random()) < gain else cuts


def _fit(cuts: Floats, answers: Codes, centre: Floats) -> float:
    share = ndtr(cuts[answers + 1] - centre) - ndtr(cuts[answers] - centre)
    return float(np.log(np.maximum(share, 1e-300)).sum())


def _aligned(positions: Floats, slopes: Floats, anchor: Floats) -> tuple[Floats, Floats]:
    """Bring a draw to mean 0 and spread 1, and turn it as near to the anchor as it goes."""
    spread = np.maximum(positions.std(axis=0), 1e-9)
    brought = (positions - positions.mean(axis=0)) / spread
    left, _, right = np.linalg.svd(brought.T @ anchor)
    turn = left @ right
    return brought @ turn, (slopes * spread) @ turn


def _summed(
    actors: tuple[str, ...], concepts: tuple[str, ...], answers: Codes, chains: list[_Draws]
) -> Scale:
    positions = np.concatenate([one.positions for one in chains])
    weights = np.concatenate([one.weights for one in chains])
    spoken = (answers >= 0).sum(axis=1)
    return Scale(
        tuple(
            Position(actor, *_estimate(positions[:, at]), int(spoken[at]))
            for at, actor in enumerate(actors)
        ),
        tuple(Weight(one, *_estimate(weights[:, at])) for at, one in enumerate(concepts)),
        _rhat([one.positions for one in chains]),
    )


Numbers = tuple[float, ...]


def _estimate(draws: Floats) -> tuple[Numbers, Numbers, Numbers]:
    low, high = np.quantile(draws, [0.025, 0.975], axis=0)
    return tuple(draws.mean(axis=0).tolist()), tuple(low.tolist()), tuple(high.tolist())


def _rhat(chains: list[Floats]) -> float:
    """Compare halves of the chains (Gelman and Rubin 1992, split): the largest ratio."""
    halves = np.array([half for one in chains for half in np.array_split(one, 2)])
    length = halves.shape[1]
    within = halves.var(axis=1, ddof=1).mean(axis=0)
    between = length * halves.mean(axis=1).var(axis=0, ddof=1)
    ratio = (within * (length - 1) / length + between / length) / np.maximum(within, 1e-12)
    return float(np.sqrt(ratio.max()))
