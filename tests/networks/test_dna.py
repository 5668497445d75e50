"""The peer's own numbers: every option set of the reference that the peer could answer."""

from __future__ import annotations

import numpy as np
import pytest
from tests.networks.conftest import FIXTURES, numbers

from sayso.errors import UsageError
from sayso.networks import dna

SYNTH = FIXTURES / "synth-a.dna"
CLOSE = 1e-9


@pytest.mark.parametrize(
    ("group", "answered"),
    [("twomode", 258), ("onemode", 513), ("variables", 86), ("filters", 84), ("timewindow", 48),
     ("kernel", 145)],
)  # fmt: skip
def test_networks_equal_those_of_the_peer(group: str, answered: int, reference):
    """Labels, period and every cell of every network are the peer's."""
    count = 0
    for line in reference(f"synth-a-{group}"):
        count += 1
        got, want = dna.network(SYNTH, **line["options"]), line["results"]
        name = line["options"]["name"]
        assert len(want) == len(got), name
        for ours, theirs in zip(got, want, strict=True):
            assert (theirs["rows"], theirs["cols"]) == (ours["rows"], ours["columns"]), name
            assert [theirs[key] for key in ("start", "stop", "datetime")] == [
                ours[key] for key in ("start", "stop", "datetime")
            ], name
            expected = numbers(theirs["matrix"], len(theirs["rows"]), len(theirs["cols"]))
            np.testing.assert_allclose(
                ours["matrix"], expected, rtol=0, atol=CLOSE, equal_nan=True, err_msg=name
            )

    assert answered == count


def test_event_lists_equal_those_of_the_peer(reference):
    """The same statements, in the same order."""
    for line in reference("synth-a-eventlist"):
        assert line["statement_ids"] == dna.event_list(SYNTH, **line["options"])


def test_an_argument_that_does_not_exist_is_refused():
    """The message lists the arguments there are."""
    with pytest.raises(UsageError, match=r"no argument 'aggregation'; it has networkType"):
        dna.network(SYNTH, aggregation="ignore")


def test_a_variable_that_does_not_exist_is_refused():
    """The peer would silently take another; the message lists those there are."""
    with pytest.raises(UsageError, match="no variable 'organisation'; there are agreement"):
        dna.network(SYNTH, variable1="organisation")


def test_bars_equal_those_of_the_peer(reference):
    """Values, levels and counts."""
    for line in reference("synth-a-barplot"):
        ours, theirs = dna.barplot(SYNTH, **line["options"]), line["result"]
        assert (theirs["values"], theirs["intValues"]) == (ours["values"], ours["intValues"])
        assert theirs["counts"] == ours["counts"]


def test_distances_equal_those_of_the_peer(reference):
    """Absolute differences, and what the peer calls spectral."""
    for line in reference("synth-a-distance"):
        ours = dna.distance(SYNTH, **line["options"])
        np.testing.assert_allclose(ours, line["distance"], rtol=0, atol=CLOSE)


def test_backbones_equal_those_of_the_peer(reference):
    """Every step of the nested ones, both losses of the given ones."""
    for line in reference("synth-a-backbone"):
        theirs = line["result"]
        if line["options"]["kind"] == "evalbackbone":
            ours = dna.evaluate_backbone(SYNTH, **line["options"])
            np.testing.assert_allclose(ours, theirs, rtol=0, atol=CLOSE)
            continue
        steps = dna.backbone(SYNTH, **line["options"])
        assert (theirs["entities"], theirs["numStatements"]) == (
            steps["entities"], steps["numStatements"],
        )  # fmt: skip
        for loss in ("backboneLoss", "redundantLoss"):
            np.testing.assert_allclose(steps[loss], theirs[loss], rtol=0, atol=CLOSE)


@pytest.mark.parametrize("database", ["synth-a", "camps"])
def test_the_quality_of_given_camps_is_that_of_the_peer(database: str, reference):
    """The peer's memberships are random; its networks, and its number for them, are not."""
    for line in reference(f"{database}-polarization"):
        if "result" not in line:
            continue
        theirs = line["result"]["series"]
        ours = dna.polarization(
            FIXTURES / f"{database}.dna",
            memberships=[one["memberships"] for one in theirs],
            **line["options"],
        )["series"]
        assert len(theirs) == len(ours)
        for mine, one in zip(ours, theirs, strict=True):
            assert one["names"] == mine["names"]
            assert one["final_max_q"] == pytest.approx(mine["final_max_q"], abs=CLOSE)
            for which in ("congruence", "conflict"):
                np.testing.assert_allclose(mine[which], one[which], rtol=0, atol=CLOSE)


def test_excluded_values_may_be_given_as_rdna_takes_them():
    """By variable, or as two lists side by side."""
    values = ["Org 005", "Org 006"]
    [one] = dna.network(SYNTH, excludeValues={"organization": values})
    [two] = dna.network(SYNTH, excludeVariables=["organization"] * 2, excludeValues=values)

    assert one["rows"] == two["rows"]
    assert "Org 005" not in one["rows"]
    with pytest.raises(UsageError, match="of one length"):
        dna.network(SYNTH, excludeVariables=["organization"], excludeValues=values)
