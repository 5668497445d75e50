"""Networks as they are by default: right where the peer is wrong, and lawful."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import networks
from sayso.errors import UsageError

DAY = 86_400
ROWS = st.lists(
    st.tuples(
        st.sampled_from("abcde"), st.sampled_from("wxyz"), st.booleans(), st.integers(0, 5),
        st.integers(0, 40),
    ),
    min_size=1, max_size=40,
)  # fmt: skip


def table(rows):
    actors, concepts, agreements, documents, days = zip(*rows, strict=True)
    return networks.from_columns(
        {
            "actor": actors, "concept": concepts, "agreement": agreements, "document": documents,
            "date": [day * DAY for day in days],
        }
    )  # fmt: skip


def positions(**said: str):
    """Actors and what they say: "+w -x" is one statement for w and one against x."""
    rows = [
        (actor, word[1:], word[0] == "+", 0, 0) for actor, words in said.items()
        for word in words.split()
    ]  # fmt: skip
    return table(rows)


@given(ROWS, st.sampled_from(["ignore", "congruence", "conflict", "subtract"]),
       st.sampled_from(["none", "average", "jaccard", "cosine"]))  # fmt: skip
@settings(deadline=None, max_examples=60)
def test_a_one_mode_network_is_symmetric_without_diagonal(rows, aggregation, normalization):
    """A tie has no direction, and nobody is tied to themselves."""
    made = networks.network(table(rows), aggregation=aggregation, normalization=normalization)
    matrix = made.matrix()

    np.testing.assert_allclose(matrix, matrix.T, atol=1e-12)
    assert not np.diag(matrix).any()


@given(ROWS, st.randoms())
@settings(deadline=None, max_examples=40)
def test_names_do_not_matter(rows, random):
    """Renaming actors permutes the network and changes no tie."""
    names = list("abcde")
    random.shuffle(names)
    new = dict(zip("abcde", names, strict=True))
    options = {"aggregation": "subtract", "normalization": "average"}
    before = networks.network(table(rows), **options)
    after = networks.network(table([(new[row[0]], *row[1:]) for row in rows]), **options)

    order = [after.rows.index(new[name]) for name in before.rows]
    np.testing.assert_allclose(before.matrix(), after.matrix()[np.ix_(order, order)], atol=1e-12)


@given(ROWS)
@settings(deadline=None, max_examples=40)
def test_subtract_is_congruence_minus_conflict_and_ignore_their_sum(rows):
    """The four aggregations hold together."""
    same, other, both, less = (
        networks.network(table(rows), aggregation=one).matrix()
        for one in ("congruence", "conflict", "ignore", "subtract")
    )

    np.testing.assert_allclose(same + other, both, atol=1e-9)
    np.testing.assert_allclose(same - other, less, atol=1e-9)


@given(ROWS, st.integers(2, 4))
@settings(deadline=None, max_examples=30)
def test_saying_everything_n_times_multiplies_ties(rows, times):
    """Counts grow with the square, averages with the number, cosines not at all."""
    once, often = table(rows), table(rows * times)

    for normalization, power in (("none", 2), ("average", 1), ("cosine", 0)):
        first = networks.network(once, aggregation="subtract", normalization=normalization)
        second = networks.network(often, aggregation="subtract", normalization=normalization)
        np.testing.assert_allclose(first.matrix() * times**power, second.matrix(), atol=1e-9)


@given(ROWS)
@settings(deadline=None, max_examples=30)
def test_windows_that_part_time_add_up_to_the_whole(rows):
    """Every statement lies in one of the parts; two-mode networks are sums."""
    statements = table(rows)
    options = {"mode": "two", "aggregation": "subtract"}
    whole = networks.network(statements, **options)
    edges = [-1, 10, 20, 30, 40]
    total = {}
    for start, stop in pairwise(edges):
        part = networks.network(
            statements, start=(start + 1) * DAY, stop=stop * DAY + DAY - 1, **options
        )
        for row, column, weight in part.edges():
            total[row, column] = total.get((row, column), 0) + weight

    assert {(row, column): weight for row, column, weight in whole.edges()} == {
        pair: weight for pair, weight in total.items() if weight
    }


@given(ROWS, st.sampled_from(["average", "cosine", "jaccard", "none"]))
@settings(deadline=None, max_examples=30)
def test_sparse_and_full_networks_are_equal(rows, normalization):
    """How a network is kept changes no number."""
    from sayso.networks import counting

    options = {"aggregation": "subtract", "normalization": normalization}
    full = networks.network(table(rows), **options).matrix()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(counting, "_SMALL", 0)
        patch.setattr(counting, "_LARGE", 0)
        sparse = networks.network(table(rows), **options)
        assert not isinstance(sparse.values, np.ndarray)
        np.testing.assert_allclose(full, sparse.matrix(), atol=1e-12)


@pytest.mark.parametrize("normalization", ["average", "cosine", "jaccard", "none"])
def test_a_sparse_network_without_ties_is_one(monkeypatch, normalization):
    """One actor, for and against: nothing ties it to itself."""
    from sayso.networks import counting

    monkeypatch.setattr(counting, "_SMALL", 0)
    monkeypatch.setattr(counting, "_LARGE", 0)
    rows = [("a", "y", False, 0, 0), ("a", "y", True, 0, 0)]
    made = networks.network(table(rows), aggregation="subtract", normalization=normalization)

    assert not made.matrix().any()
    assert list(made.edges()) == []


def test_the_cosine_of_equal_actors_is_one():
    """The peer divides by the product of totals, and gives 0.5."""
    statements = positions(a="+x -y", b="+x -y")
    options = {"aggregation": "subtract", "normalization": "cosine"}

    assert pytest.approx(networks.network(statements, **options).matrix()[0, 1]) == 1.0
    assert networks.network(statements, compat="dna", **options).matrix()[0, 1] == 0.5


def test_opposed_actors_have_a_cosine_of_minus_one():
    """Whoever contradicts every word stands at the other end."""
    statements = positions(a="+x -y +z", b="-x +y -z")
    made = networks.network(statements, aggregation="subtract", normalization="cosine")

    assert pytest.approx(made.matrix()[0, 1]) == -1.0


def test_a_scale_with_one_level_has_no_distances():
    """The peer divides 0 by 0."""
    statements = networks.from_columns(
        {"actor": ["a", "b"], "concept": ["x", "x"], "agreement": [2, 2]}
    )

    assert networks.network(statements, aggregation="conflict").matrix()[0, 1] == 0.0
    theirs = networks.network(statements, aggregation="conflict", compat="dna")
    assert np.isnan(theirs.matrix()[0, 1])


@pytest.mark.parametrize(
    ("duplicates", "dates", "ours", "theirs"),
    [
        ("month", ("2010-01-05", "2011-01-09"), 2, 1),
        ("month", ("2010-01-05", "2010-01-09"), 1, 1),
        ("week", ("2010-01-05", "2011-01-04"), 2, 1),
        ("week", ("2009-12-31", "2010-01-02"), 1, 1),
        ("year", ("2010-01-05", "2011-01-09"), 2, 2),
        ("day", ("2010-01-05T01:00", "2010-01-05T23:00"), 1, 1),
        ("period", ("2010-01-05", "2011-01-09"), 1, 1),
    ],
)
def test_months_and_weeks_belong_to_their_year(duplicates, dates, ours, theirs):
    """The peer pools January 2010 with January 2011."""
    statements = networks.from_columns(
        {"actor": ["a", "a"], "concept": ["x", "x"], "date": dates, "document": [1, 2]}
    )
    options = {"mode": "two", "qualifier": None, "duplicates": duplicates}

    assert ours == networks.network(statements, **options).statements
    assert theirs == networks.network(statements, compat="dna", **options).statements


def test_whole_numbers_of_any_size_can_be_duplicates():
    """The peer compares numbers above 127 by identity."""
    statements = networks.from_columns(
        {"actor": ["a", "a"], "concept": ["x", "x"], "agreement": [300, 300]}
    )
    options = {"mode": "two", "aggregation": "subtract", "duplicates": "document"}

    assert networks.network(statements, **options).statements == 1
    assert networks.network(statements, compat="dna", **options).statements == 2


def test_words_conflict_where_both_speak():
    """The peer counts silence as conflict where the qualifier is a word."""
    statements = networks.from_columns(
        {"actor": ["a", "b", "c"], "concept": ["x", "x", "y"], "tone": ["harsh", "mild", "mild"]}
    )
    options = {"qualifier": "tone", "aggregation": "conflict"}

    assert networks.network(statements, **options).matrix().tolist() == [
        [0, 1, 0],
        [1, 0, 0],
        [0, 0, 0],
    ]
    theirs = networks.network(statements, compat="dna", **options).matrix()
    assert theirs[0, 2] == 2.0


def test_combine_names_more_levels_than_the_peer_can():
    """32 bits hold 31 levels."""
    words = [f"t{at:02}" for at in range(40)]
    statements = networks.from_columns({"actor": ["a"] * 40, "concept": ["x"] * 40, "tone": words})
    options = {"mode": "two", "qualifier": "tone", "aggregation": "combine"}

    assert networks.network(statements, **options).matrix()[0, 0] == 2**40 - 1


def test_prominence_of_combined_levels_is_shared_among_who_speaks():
    """The peer reads the transposed cell and breaks off."""
    statements = positions(a="+x -x", b="+x")
    made = networks.network(
        statements, mode="two", aggregation="combine", normalization="prominence"
    )

    assert made.matrix().tolist() == [[1.5], [0.5]]


def test_neither_for_nor_against_counts_where_position_is_ignored():
    """A statement without position is left out only where the position is needed."""
    statements = networks.from_columns(
        {"actor": ["a", "b"], "concept": ["x", "x"], "agreement": ["neither", "for"]},
        kinds={"agreement": "boolean"},
    )

    assert networks.network(statements, mode="two").statements == 2
    assert networks.network(statements, mode="two", aggregation="subtract").statements == 1


def test_rare_actors_and_concepts_can_be_left_out():
    """Both are counted before either is left out, so that one does not drag the other along."""
    statements = positions(a="+x +x +y", b="+x +y", c="+z", d="+y")
    made = networks.network(statements, mode="two", row_minimum=2, column_minimum=3, isolates=True)

    assert (made.rows, made.columns) == (("a", "b"), ("x", "y"))


def test_only_statements_of_a_status_count():
    """Accepted and proposed statements are told apart."""
    statements = networks.from_columns(
        {"actor": ["a", "b"], "concept": ["x", "x"], "status": ["accepted", "proposed"]}
    )
    made = networks.network(statements, mode="two", qualifier=None, status=("accepted",))

    assert made.rows == ("a",)


def test_filters_leave_out_or_keep():
    """By variables of the statement and of the document."""
    statements = networks.from_columns(
        {
            "actor": ["a", "b", "c"], "concept": ["x", "x", "y"],
            "document.author": ["Ann", "Ben", "Ann"],
        }
    )  # fmt: skip
    options = {"mode": "two", "qualifier": None}

    kept = networks.network(statements, keep={"author": ("Ann",)}, **options)
    left = networks.network(statements, exclude={"concept": ("x",)}, **options)
    assert (kept.rows, left.rows) == (("a", "c"), ("c",))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"aggregation": "combine"}, "does not fit a network of mode 'one'; it may be ignore"),
        ({"mode": "two", "normalization": "cosine"}, "it may be none, activity, prominence"),
        ({"mode": "three"}, "mode is 'three'; it may be one, two, events"),
        ({"aggregation": "congruence", "qualifier": None}, "needs a qualifier"),
        ({"start": 5, "stop": 1}, "ends before it starts"),
        ({"rows": "concept"}, "choose two different variables"),
        ({"rows": "organisation"}, "no variable 'organisation'; there are actor"),
    ],
)
def test_wishes_that_contradict_are_refused(options, message):
    """The peer silently does something else."""
    with pytest.raises(UsageError, match=message):
        networks.network(positions(a="+x", b="+x"), **options)


def test_a_bad_cell_is_named_by_its_row():
    """Rows count from 1."""
    columns = {"actor": ["a", "b"], "concept": ["x", "y"]}

    with pytest.raises(UsageError, match="Row 2: 'soon' is no date"):
        networks.from_columns(columns | {"date": ["1920", "soon"]})
    with pytest.raises(UsageError, match="Row 1: 'maybe' is neither for nor against"):
        networks.from_columns(
            columns | {"agreement": ["maybe", "for"]}, kinds={"agreement": "boolean"}
        )
    with pytest.raises(UsageError, match="Column 'agreement' has 1 rows"):
        networks.from_columns(columns | {"agreement": [True]})


def test_a_network_becomes_a_graph_and_tables():
    """With signs, weights and attributes."""
    statements = positions(a="+x", b="-x", c="+x")
    made = networks.network(statements, aggregation="subtract")
    graph = made.to_networkx()
    nodes, edges = made.to_polars()

    assert {tuple(sorted((one, other))): sign for one, other, sign in graph.edges(data="sign")} == {
        ("a", "b"): "-",
        ("a", "c"): "+",
        ("b", "c"): "-",
    }
    assert (nodes.height, edges.height) == (3, 3)


def test_a_name_that_is_actor_and_concept_stays_two_nodes():
    """In a two-mode graph the two are told apart."""
    made = networks.network(positions(peace="+peace"), mode="two")

    assert sorted(made.to_networkx().nodes) == ["peace", "peace (concept)"]
