"""Scales: planted positions come back, with honest intervals."""

from __future__ import annotations

import numpy as np
import pytest
from tests.networks.test_making import positions

from sayso import networks
from sayso.errors import UsageError


def planted(seed: int, *, dimensions: int = 1, cuts: tuple[float, ...] = (0.0,)):
    """Sixty actors on ninety concepts, seven in ten of which they speak of."""
    rng = np.random.default_rng(seed)
    places = rng.standard_normal((60, dimensions))
    weights = rng.standard_normal((90, dimensions)) * 1.2
    hidden = places @ weights.T - rng.standard_normal(90) * 0.6 + rng.standard_normal((60, 90))
    levels = np.searchsorted(cuts, hidden)
    actors, concepts = np.nonzero(rng.random((60, 90)) < 0.7)
    answers = levels[actors, concepts].tolist()
    table = networks.from_columns(
        {
            "actor": [f"{at:03}" for at in actors], "concept": [f"c{at:03}" for at in concepts],
            "agreement": [bool(one) for one in answers] if len(cuts) == 1 else answers,
        }
    )  # fmt: skip
    return (places - places.mean(axis=0)) / places.std(axis=0), table


def turned(places, found):
    left, _, right = np.linalg.svd(places.T @ found)
    return places @ left @ right


@pytest.mark.parametrize(
    ("dimensions", "cuts", "least"),
    [(1, (0.0,), 0.95), (1, (-1.0, -0.2, 0.3, 1.0), 0.95), (2, (0.0,), 0.93)],
)
def test_planted_positions_are_recovered(dimensions, cuts, least):
    """The correlation is high, and nineteen in twenty intervals hold the planted position."""
    places, table = planted(1, dimensions=dimensions, cuts=cuts)
    found = networks.scale(table, dimensions=dimensions, draws=700, seed=2)
    means, low, high = (
        np.array([getattr(one, name) for one in found.positions])
        for name in ("mean", "low", "high")
    )
    true = turned(places, means)
    right = [np.corrcoef(true[:, at], means[:, at])[0, 1] for at in range(dimensions)]

    assert min(right) >= least
    assert 0.88 <= ((low <= true) & (true <= high)).mean() <= 1.0


def test_who_says_little_is_placed_with_little_certainty():
    """The interval of an actor with one statement is wider than that of one with many."""
    _, table = planted(3)
    keep = {"actor": tuple(f"{at:03}" for at in range(60))}
    rows = [(actor, concept) for actor, concept in zip(
        table.column("actor").text(), table.column("concept").text(), strict=True)]  # fmt: skip
    first = next(concept for actor, concept in rows if actor == "000")
    few = [at for at, (actor, concept) in enumerate(rows) if actor != "000" or concept == first]
    less = networks.from_columns(
        {
            "actor": [rows[at][0] for at in few], "concept": [rows[at][1] for at in few],
            "agreement": [bool(table.column("agreement").codes[at]) for at in few],
        }
    )  # fmt: skip
    found = networks.scale(less, draws=300, keep=keep).positions
    width = {one.actor: one.high[0] - one.low[0] for one in found}

    assert width["000"] > 2 * np.median(list(width.values()))


def test_the_same_seed_places_alike(camps):
    """And two opposed camps stand at two ends."""
    options = {"rows": "organization", "draws": 200}
    found = networks.scale(camps, **options)
    signs = {(one.actor[:5], one.mean[0] > 0) for one in found.positions}

    assert found == networks.scale(camps, **options)
    assert len(signs) == 2


def test_whoever_is_for_and_against_is_neither():
    """Such an answer says nothing; with a threshold the larger share decides."""
    from sayso.networks.scaling import _levels

    counts = np.array([[[1.0, 1.0], [0.0, 3.0], [3.0, 0.0], [0.0, 0.0], [1.0, 9.0]]])

    assert _levels(counts, 0.0).tolist() == [[-1, 1, 0, -1, -1]]
    assert _levels(counts, 0.2).tolist() == [[-1, 1, 0, -1, 1]]


def test_too_little_to_place_anybody_is_said():
    """Unanimous concepts part nobody."""
    with pytest.raises(UsageError, match="too few to place anybody"):
        networks.scale(positions(a="+x", b="+x", c="+x"))
    with pytest.raises(UsageError, match="1 or 2 dimensions, not 3"):
        networks.scale(positions(a="+x", b="-x"), dimensions=3)
