"""Laws that networks keep, whatever the statements: names, order, sums, products."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso import networks
from sayso.networks.times import shifted

DAY = 86_400
ROW = st.tuples(
    st.sampled_from("abcde"), st.sampled_from("wxyz"), st.sampled_from(["for", "against"]),
    st.integers(-2, 2), st.integers(0, 5), st.integers(0, 400),
)  # fmt: skip
ROWS = st.lists(ROW, min_size=1, max_size=40)
QUALIFIERS = st.sampled_from(["agreement", "strength", "tone", None])
DUPLICATES = st.sampled_from(["include", "document", "day", "week", "month", "year", "period"])
ONE = st.tuples(
    st.just("one"), st.sampled_from(["ignore", "congruence", "conflict", "subtract"]),
    st.sampled_from(["none", "average", "jaccard", "cosine"]),
)  # fmt: skip
TWO = st.tuples(
    st.just("two"), st.sampled_from(["ignore", "subtract", "combine"]),
    st.sampled_from(["none", "activity", "prominence"]),
)  # fmt: skip


def table(rows, *, actor=str, concept=str):
    """Make statements of actor, concept, agreement, strength, document and day."""
    listed = [list(one) for one in zip(*rows, strict=True)] if rows else [[]] * 6
    return networks.from_columns(
        {
            "actor": [actor(one) for one in listed[0]],
            "concept": [concept(one) for one in listed[1]],
            "agreement": listed[2],
            "strength": listed[3],
            "tone": ["" if one == 0 else f"tone {one}" for one in listed[3]],
            "document": listed[4],
            "date": [one * DAY for one in listed[5]],
        },
        kinds={"agreement": "boolean", "strength": "integer", "tone": "text"},
    )


def options(how, qualifier, duplicates="include"):
    mode, aggregation, normalization = how
    if qualifier is None:
        aggregation = "ignore"
    return {
        "mode": mode, "aggregation": aggregation, "normalization": normalization,
        "qualifier": qualifier, "duplicates": duplicates,
    }  # fmt: skip


def cells(network):
    """Give the ties by the names of their ends; of a one-mode network both ways."""
    found = {}
    for row, column, weight in network.edges():
        found[row, column] = weight
        if network.one_mode:
            found[column, row] = weight
    return found


def close(one, other):
    """Say whether two sets of ties are equal but for rounding."""
    keys = one.keys() | other.keys()
    return all(abs(one.get(key, 0) - other.get(key, 0)) < 1e-9 for key in keys)


@given(ROWS, st.one_of(ONE, TWO), QUALIFIERS, DUPLICATES, st.sampled_from([None, "dna"]),
       st.permutations("abcde"), st.permutations("wxyz"))  # fmt: skip
@settings(deadline=None, max_examples=150)
def test_names_are_only_names(rows, how, qualifier, duplicates, compat, actors, concepts):
    """Other names for actors and concepts give the same ties under these names."""
    actor = dict(zip("abcde", actors, strict=True)).__getitem__
    concept = dict(zip("wxyz", concepts, strict=True)).__getitem__
    chosen = options(how, qualifier, duplicates)
    if compat and (
        duplicates == "day" or how[1:] == ("combine", "prominence") or qualifier == "strength"
    ):
        compat = None  # the peer breaks off, or divides 0 by 0 where all levels are one
    before = cells(networks.network(table(rows), compat=compat, **chosen))
    after = cells(
        networks.network(table(rows, actor=actor, concept=concept), compat=compat, **chosen)
    )
    other = concept if how[0] == "two" else actor

    assert close({(actor(a), other(b)): weight for (a, b), weight in before.items()}, after)


@given(ROWS, st.one_of(ONE, TWO), QUALIFIERS, DUPLICATES, st.randoms())
@settings(deadline=None, max_examples=80)
def test_the_order_of_rows_does_not_matter(rows, how, qualifier, duplicates, random):
    """A table is a set of statements: shuffled, it gives the same network."""
    shuffled = list(rows)
    random.shuffle(shuffled)
    chosen = options(how, qualifier, duplicates)

    assert close(
        cells(networks.network(table(rows), **chosen)),
        cells(networks.network(table(shuffled), **chosen)),
    )


@given(ROWS, ONE, QUALIFIERS, DUPLICATES)
@settings(deadline=None, max_examples=80)
def test_one_mode_ties_go_both_ways(rows, how, qualifier, duplicates):
    """The matrix is its own transpose, nobody is tied to themselves, and no number is lost."""
    matrix = networks.network(table(rows), **options(how, qualifier, duplicates)).matrix()

    np.testing.assert_allclose(matrix, matrix.T, atol=1e-12)
    assert not np.diag(matrix).any()
    assert np.isfinite(matrix).all()


@given(ROWS, st.one_of(ONE, TWO), QUALIFIERS)
@example(
    [("a", "w", "for", level, 0, 0) for level in (0, 1)] + [("b", "w", "for", 2, 0, 0)],
    ("one", "conflict", "cosine"),
    "tone",
)
@settings(deadline=None, max_examples=80)
def test_bounded_ties_stay_within_their_bounds(rows, how, qualifier):
    """Shares by row or column lie within -1 and 1 where levels do; so do cosines of two levels.

    Who takes several of more than two levels is in conflict with another at each of them: then a
    cosine is at most the number of levels. Codes of what is combined are no amounts, and their
    shares have no bounds.
    """
    made = networks.network(table(rows), **options(how, qualifier)).matrix()

    levels = len({one[3] for one in rows}) if qualifier in {"tone", "strength"} else 2
    shared = how[2] in {"activity", "prominence"} and how[1] != "combine"
    if how[2] == "cosine":
        bound = levels if levels > 2 and how[1] != "ignore" else 1
        assert np.abs(made).max(initial=0) <= bound + 1e-9
    elif shared and qualifier != "strength":
        assert np.abs(made).max(initial=0) <= 1 + 1e-9
    if how[1] in {"ignore", "congruence", "conflict", "combine"} or qualifier is None:
        assert made.min(initial=0) >= 0


@given(ROWS, st.integers(2, 4), st.sampled_from(["agreement", "strength", "tone", None]))
@settings(deadline=None, max_examples=60)
def test_saying_all_of_it_again_scales_sums_and_leaves_shares(rows, times, qualifier):
    """Two-mode sums grow with the number, their shares and what is combined not at all."""
    once, often = table(rows), table(rows * times)

    for aggregation, normalization, power in (
        ("ignore", "none", 1), ("subtract", "none", 1), ("subtract", "activity", 0),
        ("ignore", "prominence", 0), ("combine", "none", 0),
    ):  # fmt: skip
        if qualifier is None and aggregation == "combine":
            continue
        chosen = options(("two", aggregation, normalization), qualifier)
        first, second = (networks.network(one, **chosen).matrix() for one in (once, often))
        np.testing.assert_allclose(first * times**power, second, atol=1e-9)


@given(ROWS, st.one_of(ONE, TWO), QUALIFIERS)
@settings(deadline=None, max_examples=60)
def test_duplicates_of_a_period_are_told_once(rows, how, qualifier):
    """Saying everything twice changes nothing where duplicates of the whole period count once."""
    chosen = options(how, qualifier, "period")

    assert close(
        cells(networks.network(table(rows), **chosen)),
        cells(networks.network(table(rows * 2), **chosen)),
    )


@given(ROWS, QUALIFIERS)
@settings(deadline=None, max_examples=60)
def test_subtract_is_congruence_less_conflict(rows, qualifier):
    """On yes and no, on numbers and on words; and both together are all that is shared."""
    if qualifier is None:
        return
    same, other, less = (
        networks.network(table(rows), **options(("one", one, "none"), qualifier))
        for one in ("congruence", "conflict", "subtract")
    )
    np.testing.assert_allclose(same.matrix() - other.matrix(), less.matrix(), atol=1e-9)

    for normalization in ("average", "jaccard"):
        same, other, less = (
            networks.network(table(rows), **options(("one", one, normalization), qualifier))
            for one in ("congruence", "conflict", "subtract")
        )
        np.testing.assert_allclose(same.matrix() - other.matrix(), less.matrix(), atol=1e-9)


@given(ROWS)
@settings(deadline=None, max_examples=60)
def test_one_mode_is_two_mode_times_its_transpose(rows):
    """So by definition where nothing or yes and no is counted: pairs over the shared concepts."""
    for aggregation, qualifier in (
        ("ignore", None), ("ignore", "agreement"), ("subtract", "agreement"),
    ):  # fmt: skip
        two = networks.network(table(rows), **options(("two", aggregation, "none"), qualifier))
        one = networks.network(table(rows), **options(("one", aggregation, "none"), qualifier))
        product = two.matrix() @ two.matrix().T
        np.fill_diagonal(product, 0)

        assert one.rows == two.rows
        np.testing.assert_allclose(one.matrix(), product, atol=1e-9)


@given(ROWS)
@settings(deadline=None, max_examples=60)
def test_the_network_of_concepts_is_that_of_actors_turned_round(rows):
    """Transposed, two-mode networks of actors by concept are those of concepts by actor."""
    chosen = options(("two", "subtract", "none"), "agreement")
    made = networks.network(table(rows), **chosen)
    turned = networks.network(table(rows), rows="concept", columns="actor", **chosen)

    np.testing.assert_allclose(made.matrix().T, turned.matrix())


@given(ROWS, st.lists(st.integers(0, 400), max_size=4, unique=True), QUALIFIERS)
@settings(deadline=None, max_examples=60)
def test_spans_that_part_time_add_up(rows, cuts, qualifier):
    """Two-mode sums of spans that leave no gap are those of the whole."""
    chosen = options(("two", "subtract", "none"), qualifier)
    total = {}
    for start, stop in pairwise([0, *sorted(cuts), 401]):
        part = networks.network(
            table(rows), start=start * DAY, stop=stop * DAY - 1, **chosen
        ) if start < stop else None  # fmt: skip
        for pair, weight in cells(part).items() if part else ():
            total[pair] = total.get(pair, 0) + weight

    assert close(cells(networks.network(table(rows), **chosen)), total)


@given(ROWS, st.one_of(ONE, TWO), st.sampled_from(["agreement", "tone", None]),
       st.sampled_from(["days", "weeks", "months"]))  # fmt: skip
@settings(deadline=None, max_examples=60)
def test_a_window_is_the_network_of_its_span(rows, how, qualifier, unit):
    """Each window equals the network asked for by its start and stop.

    But for combined words: those are numbered over the whole, so that they mean the same in all.
    """
    if how[1] == "combine" and qualifier == "tone":
        how = ("two", "subtract", "none")
    chosen = options(how, qualifier)
    made = networks.windows(table(rows), unit=unit, size=20 if unit == "days" else 4, **chosen)

    for one in made[:: max(1, len(made) // 5)]:
        alone = networks.network(table(rows), start=one.start, stop=one.stop, **chosen)
        assert close(cells(one), cells(alone))
        assert one.statements == alone.statements


@pytest.mark.parametrize(("compat", "codes"), [(None, [4.0, 2.0, 1.0]), ("dna", [1.0, 1.0, 1.0])])
def test_combined_words_mean_the_same_in_every_window(compat, codes):
    """The author of a document has one code throughout; the peer numbers each window's anew."""
    statements = networks.from_columns(
        {
            "actor": ["a"] * 3, "concept": ["x"] * 3, "document": [1, 2, 3],
            "date": [0, 10 * DAY, 20 * DAY], "document.author": ["Ann", "Ben", "Cid"],
        }
    )  # fmt: skip
    made = networks.windows(
        statements, unit="days", size=1, mode="two", qualifier="document.author",
        aggregation="combine", compat=compat,
    )  # fmt: skip

    assert codes == [cells(one)["a", "x"] for one in made if one.statements]


@given(ROWS, st.sampled_from(["years", "months", "weeks", "days"]))
@settings(deadline=None, max_examples=60)
def test_shares_over_time_add_up_to_the_bars(rows, unit):
    """Every statement for and against lies in one step."""
    total = {}
    for row in networks.shares(table(rows), "concept", unit=unit):
        for_, against = total.get(row["concept"], (0, 0))
        total[row["concept"]] = (for_ + row["for"], against + row["against"])
    bars = networks.bars(table(rows), "concept")

    assert total == {
        value: (one[1], one[0]) for value, one in zip(bars.values, bars.counts, strict=True)
    }


@given(ROWS, st.sampled_from(["uniform", "triangular", "epanechnikov", "gaussian"]),
       st.sampled_from(["congruence", "conflict", "subtract", "ignore"]))  # fmt: skip
@settings(deadline=None, max_examples=40)
def test_smoothed_networks_are_symmetric_and_turn_with_time(rows, kernel, aggregation):
    """Ties go both ways, and time told backwards gives the same networks backwards."""
    chosen = options(("one", aggregation, "none"), "agreement")
    ends = [("a", "w", "for", 1, 0, 0), ("a", "w", "for", 1, 0, 400)]
    back = [(*one[:5], 400 - one[5]) for one in rows]
    ahead_, back_ = (
        networks.kernels(
            table(one + ends), unit="days", size=80, kernel=kernel, isolates=True, **chosen
        )
        for one in (rows, back)
    )

    assert len(ahead_) == len(back_)
    for one, other in list(zip(ahead_, reversed(back_), strict=True))[::40]:
        np.testing.assert_allclose(one.matrix(), one.matrix().T, atol=1e-9)
        assert close(cells(one), cells(other))


@pytest.mark.parametrize(("start", "count", "unit"), [(0, 14, "months"), (0, 60, "weeks")])
def test_time_shifted_there_and_back_is_where_it_was(start, count, unit):
    assert shifted(shifted(start, count, unit), -count, unit) == start


@given(ROWS, st.sampled_from(["fast greedy", "walktrap", "ward", "concor", "pam"]))
@settings(deadline=None, max_examples=25)
def test_groups_do_not_hang_on_names(rows, method):
    """Actors named the other way round are grouped as well as before."""
    turned = dict(zip("abcde", "edcba", strict=True)).__getitem__
    if len({row[0] for row in rows}) < 3:
        return
    before = networks.clusters(table(rows), method=method, groups=2)
    after = networks.clusters(table(rows, actor=turned), method=method, groups=2)

    assert abs(before.modularity) <= 1
    assert sorted(before.actors) == sorted(map(turned, after.actors))
