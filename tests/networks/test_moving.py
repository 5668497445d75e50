"""Windows, kernels, distances, backbones, camps and bars by default."""

from __future__ import annotations

import numpy as np
import pytest
from tests.networks.test_making import DAY, positions, table

from sayso import networks
from sayso.errors import UsageError


def monthly():
    rows = [
        (actor, concept, (day // 30 + at) % 2 == 0, day, day)
        for day in range(0, 300, 10) for at, actor in enumerate("abcd") for concept in "xyz"
    ]  # fmt: skip
    return table(rows)


def test_windows_step_by_one_unit_and_lie_within_the_period():
    """Both ends belong to a window."""
    made = networks.windows(monthly(), unit="days", size=21, mode="two", isolates=True)

    assert len(made) == 290 - 20 + 1
    assert (made[0].start, made[0].stop, made[0].statements) == (0, 20 * DAY, 36)


def test_event_windows_hold_as_many_statements_as_asked():
    """Without drawing lots, so that two runs agree."""
    statements = monthly()
    made = networks.windows(statements, unit="events", size=50, mode="two")

    assert {50} == {one.statements for one in made}
    assert len(statements) - 49 == len(made)
    with pytest.raises(UsageError, match="drawn at random"):
        networks.windows(statements, unit="events", size=50, mode="two", compat="dna")


def test_too_many_windows_are_refused():
    """The message says which unit to choose."""
    with pytest.raises(UsageError, match="over 1,000,000 windows; choose a longer unit"):
        networks.windows(monthly(), unit="seconds", size=5, mode="two")


@pytest.mark.parametrize("kernel", ["uniform", "triangular", "epanechnikov", "gaussian"])
def test_kernels_are_symmetric_in_time(kernel):
    """A debate read backwards gives the same networks in reverse; the peer's triangle does not."""
    rows = [("a", "x", True, 0, 0), ("b", "x", True, 1, 7), ("a", "x", True, 2, 18),
            ("b", "x", False, 3, 20)]  # fmt: skip
    back = [(*row[:4], 20 - row[4]) for row in rows]
    options = {"unit": "days", "size": 10, "kernel": kernel, "aggregation": "congruence"}
    forth, backwards = (
        [one.matrix()[0, 1] for one in networks.kernels(table(given), isolates=True, **options)]
        for given in (rows, back)
    )

    np.testing.assert_allclose(forth, backwards[::-1], atol=1e-12)
    assert max(forth) > 0


def test_a_kernel_leaves_no_tie_of_an_actor_with_itself():
    """The peer keeps the diagonal."""
    options = {"unit": "days", "size": 40, "kernel": "gaussian", "aggregation": "congruence"}
    ours = networks.kernels(monthly(), **options)[0].matrix()
    theirs = networks.kernels(monthly(), compat="dna", **options)[0].matrix()

    assert (bool(np.diag(ours).any()), bool(np.diag(theirs).any())) == (False, True)


def test_whole_statements_cannot_be_weighed():
    """What a kernel cannot say is refused with what can."""
    with pytest.raises(UsageError, match="choose 'subtract' or 'average'"):
        networks.kernels(monthly(), unit="days", size=9, kernel="uniform", normalization="jaccard")


def test_distances_need_the_same_nodes():
    """Windows of different nodes are refused with how to make them alike."""
    windows = networks.windows(monthly(), unit="days", size=31, isolates=True,
                               aggregation="congruence")  # fmt: skip
    apart = networks.distances(windows, method="spectral")

    np.testing.assert_allclose(apart, apart.T)
    assert apart.max() > 0
    strange = (windows[0], networks.network(positions(a="+x", b="+x")))
    with pytest.raises(UsageError, match="isolates=True"):
        networks.distances(strange)


def test_the_spectrum_is_that_of_the_laplacian():
    """A triangle has 0, 3, 3: as shares 0, a half, a half."""
    from sayso.networks.comparing import spectrum

    triangle = np.ones((3, 3)) - np.eye(3)
    np.testing.assert_allclose(spectrum(triangle), [0, 0.5, 0.5], atol=1e-12)
    np.testing.assert_allclose(spectrum(triangle, dna=True), [1 / 3] * 3)


def test_a_concept_that_changes_nothing_goes_first(synth):
    """Losses grow as the backbone shrinks; every concept is named once."""
    options = {"rows": "organization", "aggregation": "congruence"}
    steps = networks.nested_backbone(synth, **options)

    assert len({step.concept for step in steps}) == 14
    assert pytest.approx((steps[-1].backbone_loss, steps[-1].redundant_loss)) == (1.0, 0.0)
    assert [step.statements for step in steps] == sorted(
        (step.statements for step in steps), reverse=True
    )


def test_a_found_backbone_belongs_to_its_losses(synth):
    """The peer reports the losses of another set; here evaluating the set gives the same."""
    options = {"rows": "organization", "aggregation": "congruence"}
    found = networks.find_backbone(synth, size=4, **options)
    again = networks.find_backbone(synth, size=4, seed=0, **options)

    assert found == again
    assert found.exact
    assert (found.backbone_loss, found.redundant_loss) == pytest.approx(
        networks.evaluate_backbone(synth, found.backbone, **options)
    )


def test_a_searched_backbone_comes_near_the_best(synth):
    """Annealing on a space small enough to try all of it."""
    from sayso.networks import backbone

    options = {"rows": "organization", "aggregation": "congruence"}
    best = networks.find_backbone(synth, size=4, **options)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backbone, "_FEW", 0)
        found = networks.find_backbone(synth, size=4, iterations=1_500, seed=3, **options)

    assert not found.exact
    assert best.backbone_loss <= found.backbone_loss <= 1.1 * best.backbone_loss


def test_two_opposed_camps_are_found(camps):
    """The peer answers mixed groups for two camps in complete opposition."""
    found = networks.polarization(camps, rows="organization")

    assert pytest.approx(found.score) == 1.0
    assert {("CampA", 0), ("CampB", 1)} == {
        (actor[:5], camp) for actor, camp in zip(found.actors, found.camps, strict=True)
    } or {("CampA", 1), ("CampB", 0)} == {
        (actor[:5], camp) for actor, camp in zip(found.actors, found.camps, strict=True)
    }


@pytest.mark.parametrize("groups", [2, 3])
def test_planted_camps_are_recovered_through_noise(groups):
    """Camps of unequal size, each for its own concepts, each voice wrong one time in ten."""
    rng = np.random.default_rng(7)
    planted = np.repeat(np.arange(groups), [12, 7, 5][:groups])
    rows = [
        (f"{camp}-{at}", f"c{one}", bool((one % groups == camp) ^ (rng.random() < 0.1)), 0, 0)
        for at, camp in enumerate(planted) for one in range(18)
    ]  # fmt: skip
    found = networks.polarization(table(rows), groups=groups)
    pairs = {(actor.split("-")[0], camp)
             for actor, camp in zip(found.actors, found.camps, strict=True)}  # fmt: skip

    assert groups == len(pairs)


def test_a_debate_without_opposition_is_less_polarized_than_one_with(camps):
    """The score separates the two."""
    rng = np.random.default_rng(1)
    rows = [(f"a{at}", f"c{concept}", bool(rng.random() < 0.5), 0, 0)
            for at in range(10) for concept in range(6)]  # fmt: skip
    mixed = networks.polarization(table(rows))

    assert mixed.score < networks.polarization(camps, rows="organization").score - 0.2


def test_more_camps_than_actors_are_refused():
    """The message says how many there may be."""
    with pytest.raises(UsageError, match="2 actors cannot form 3 camps; choose 2 to 2"):
        networks.polarization(positions(a="+x", b="-x"), groups=3)


def test_bars_count_by_position():
    """Against first, then for."""
    found = networks.bars(positions(a="+x -x +y", b="-y"), "concept")

    assert (found.values, found.levels) == (("x", "y"), (0, 1))
    assert found.counts.tolist() == [[1, 1], [1, 1]]


def test_shares_follow_time():
    """One row for each concept and year in which it was spoken of."""
    statements = networks.from_columns(
        {
            "actor": ["a", "b", "a", "a"], "concept": ["x", "x", "x", "y"],
            "agreement": [True, False, True, True],
            "date": ["1920-01-01", "1920-06-01", "1922-03-01", "1922-03-02"],
        }
    )  # fmt: skip
    found = list(networks.shares(statements, "concept", unit="years"))

    assert [
        (one["concept"], one["start"], one["share"]) for one in found
    ] == [("x", "1920-01-01T00:00", 0.5), ("x", "1922-01-01T00:00", 1.0),
            ("y", "1922-01-01T00:00", 1.0)]  # fmt: skip


def test_polarization_is_followed_through_time():
    """Two camps that dissolve: the peer would compare one network with itself."""
    rng = np.random.default_rng(2)
    rows = []
    for day in range(0, 400, 2):
        for actor in "abcdef":
            camp = actor in "abc"
            side = camp if day < 200 else bool(rng.random() < 0.5)
            rows.append((actor, "wxyz"[day // 2 % 4], side, day, day))
    found = networks.polarization_over_time(table(rows), unit="days", size=61)
    early = [one.score for when, one in found if when < "1970-05-01"]
    late = [one.score for when, one in found if when > "1970-09-01"]

    assert min(early) > 0.99
    assert max(late) < 0.9


def test_a_statement_without_date_belongs_to_no_stretch_of_time():
    """It counts in the whole, and in no window, kernel or year."""
    statements = networks.from_columns(
        {
            "actor": ["a", "b", "a", "b"], "concept": ["x"] * 4, "agreement": [True] * 4,
            "date": [None, "1920-01-01", "1920-01-05", "1920-01-09"],
        }
    )  # fmt: skip
    options = {"mode": "two", "aggregation": "subtract"}
    events = networks.windows(statements, unit="events", size=3, **options)
    smooth = networks.kernels(statements, unit="days", size=4, kernel="gaussian", **options)
    years = list(networks.shares(statements, "concept", unit="years"))

    assert networks.network(statements, **options).statements == 4
    assert [one.statements for one in events] == [3]
    assert {3} == {one.statements for one in smooth}
    assert [row["for"] for row in years] == [3]


def test_windows_need_dates():
    """Without any the message says what is missing."""
    undated = networks.from_columns({"actor": ["a"], "concept": ["x"], "agreement": [True]})

    with pytest.raises(UsageError, match="None of the statements has a date"):
        networks.windows(undated, unit="days", size=3, mode="two")
    with pytest.raises(UsageError, match="give the documents dates"):
        networks.kernels(undated, unit="days", size=3, kernel="uniform", mode="two")
