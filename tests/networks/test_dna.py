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
