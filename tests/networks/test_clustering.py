"""Groups of actors and phases of time: what was planted is found."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from tests.networks.test_making import positions, table

from sayso import networks
from sayso.errors import MissingExtraError, UsageError
from sayso.networks.clustering import clusters, dendrogram, separating
from sayso.networks.grouping import EXTRA, METHODS, medoids, modularity
from sayso.networks.phasing import phases


@pytest.mark.parametrize("method", list(METHODS))
def test_every_method_finds_two_camps(method, camps):
    """Two camps of four in complete opposition."""
    if method in EXTRA:
        pytest.importorskip("igraph")
    found = clusters(camps, method=method, groups=2, rows="organization")

    assert [group ^ found.groups[0] for group in found.groups] == [0, 0, 0, 0, 1, 1, 1, 1]
    assert pytest.approx(found.modularity) == 0.5


def test_the_best_method_finds_the_number_of_groups():
    """Three camps, each for its own concepts."""
    rng = np.random.default_rng(3)
    rows = [
        (f"{camp}-{at}", f"c{one}", bool((one % 3 == camp) ^ (rng.random() < 0.05)), 0, 0)
        for camp in range(3) for at in range(6) for one in range(12)
    ]  # fmt: skip
    found = clusters(table(rows))

    assert len(set(found.groups)) == 3
    assert len({(actor[0], group)
                     for actor, group in zip(found.actors, found.groups, strict=True)}) == 3  # fmt: skip


def test_modularity_is_compared_with_the_weights_it_was_made_with(synth):
    """Each clustering reports the weighted modularity of its own groups; the best is the highest."""
    options = {"rows": "organization"}
    best = clusters(synth, **options)

    assert all(
        best.modularity >= clusters(synth, method=method, **options).modularity
        for method in ("ward", "louvain", "k-means", "walktrap")
    )


def test_the_same_seed_gives_the_same_groups(synth):
    """Whatever the method draws."""
    options = {"rows": "organization", "seed": 4}

    for method in ("louvain", "k-means", "label propagation"):
        assert clusters(synth, method=method, **options) == clusters(
            synth, method=method, **options
        )


def test_what_separates_two_groups_is_said_in_words(camps):
    """Shares of each group, and the concept on which they differ most."""
    options = {"rows": "organization"}
    found = clusters(camps, method="ward", groups=2, **options)
    first = separating(camps, found, **options)[0]

    assert abs(first["difference"]) == 1.0
    assert "4 of 4 for in the" in first["words"]
    assert "0 of 4 for in the" in first["words"]


def test_silence_is_not_taken_for_opposition():
    """A concept of which one group says nothing stands at the end."""
    statements = positions(a="+x +y +z", b="+x +y +z", c="-x", d="-x")
    found = clusters(statements, method="ward", groups=2)
    rows = separating(statements, found)

    assert [rows[0]["concept"], rows[1]["difference"], rows[2]["difference"]] == ["x", None, None]
    assert "nothing said" in rows[1]["words"]


def test_too_few_actors_are_refused_with_what_to_do():
    """Nothing can be grouped."""
    with pytest.raises(UsageError, match="1 actors cannot be grouped"):
        clusters(positions(a="+x"))
    with pytest.raises(UsageError, match="no method 'magic'; there are best, single"):
        clusters(positions(a="+x", b="+x"), method="magic")


def test_a_dendrogram_has_a_join_less_than_actors(camps):
    """In the order of the actors' names."""
    actors, joins = dendrogram(camps, rows="organization")

    assert (len(actors), joins.shape) == (8, (7, 4))


def test_medoids_part_what_lies_apart():
    """Two heaps on a line."""
    places = np.array([0.0, 1, 2, 10, 11, 12])
    found = medoids(np.abs(places[:, None] - places[None, :]), 2)

    assert 1 == len(set(found[:3])) == len(set(found[3:]))
    assert found[0] != found[3]


def test_one_group_of_all_has_no_modularity():
    """Nothing is separate."""
    ties = np.ones((4, 4)) - np.eye(4)

    assert pytest.approx(modularity(ties, np.zeros(4, np.int64))) == 0.0


def test_planted_phases_are_found():
    """Allies change on day 100 and come back on day 200."""
    rows = []
    for day in range(0, 300, 2):
        swapped = 100 <= day < 200
        for actor in "abcd":
            side = (actor in "ab") if not swapped else (actor in "ac")
            rows.append((actor, "wxyz"[day // 2 % 4], side, day, day))
    windows = networks.windows(
        table(rows), unit="days", size=21, isolates=True, aggregation="congruence"
    )
    found = phases(windows)
    days = [int((np.datetime64(when) - np.datetime64("1970-01-01")).astype("timedelta64[D]").astype(int))
            for when, _, _ in found.changes()]  # fmt: skip

    assert len(set(found.states)) == 2
    assert [pytest.approx(100, abs=6), pytest.approx(200, abs=6)] == days
    assert (len(windows), 2) == found.places.shape


def test_two_windows_have_no_phases():
    """The message says what to choose."""
    with pytest.raises(UsageError, match="phases need 3 or more"):
        phases([])


def test_a_method_that_needs_igraph_says_how_to_get_it(camps, monkeypatch):
    """It is not installed by default: its licence is stricter."""
    monkeypatch.setitem(sys.modules, "igraph", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'sayso\[igraph\]'"):
        clusters(camps, method="infomap", rows="organization")
    with pytest.raises(MissingExtraError, match="igraph is not installed"):
        networks.network(camps, rows="organization").to_igraph()


def test_a_network_becomes_an_igraph_graph(camps):
    """With names and weights."""
    pytest.importorskip("igraph")
    graph = networks.network(camps, rows="organization", aggregation="subtract").to_igraph()

    assert (graph.vcount(), graph.ecount()) == (8, 28)
    assert "CampA 0" in graph.vs["name"]


def test_groups_are_followed_through_time():
    """Allies change on day 100."""
    rows = [
        (actor, concept, (actor in "ab") if day < 100 else (actor in "ac"), day, day)
        for day in range(0, 200, 2) for actor in "abcd" for concept in "xy"
    ]  # fmt: skip
    found = list(
        networks.clusters_over_time(table(rows), unit="days", size=41, method="ward", groups=2)
    )
    first, last = found[0][1].groups, found[-1][1].groups

    assert (first[0], first[2]) == (first[1], first[3])
    assert (last[0], last[1]) == (last[2], last[3])
    assert found[0][0] == "1970-01-21T00:00"


def test_concor_of_what_is_said_tells_whom_ties_do_not():
    """Actors who speak alike of a shared concept, and are tied to nobody else, fall together."""
    statements = positions(a="+x +y -z", b="+x +y -z", c="-x -y +z", d="-x -y +z", e="+w -v")
    found = clusters(statements, method="concor two-mode", groups=2)
    of = dict(zip(found.actors, found.groups, strict=True))

    assert of["a"] == of["b"] != of["c"] == of["d"]


def test_camps_are_found_where_ties_are_few(synth):
    """Every method of igraph gives each actor one group, and the same for the same seed."""
    pytest.importorskip("igraph")
    for method in sorted(EXTRA):
        first, second = (
            clusters(synth, method=method, groups=3, rows="organization", seed=4) for _ in "ab"
        )
        assert first == second
        assert len(first.groups) == len(first.actors)
        assert -0.5 <= first.modularity <= 1
