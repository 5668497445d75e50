"""Steps of the calendar, and how many statements each has."""

from __future__ import annotations

import pytest

from sayso.errors import UsageError
from sayso.networks import from_columns
from sayso.networks.spans import bounds, timeline
from sayso.networks.times import seconds


@pytest.mark.parametrize(
    ("dates", "unit", "starts"),
    [
        (["1920", "1922", None], "years", ("1920", "1921", "1922")),
        (["1920-11-03", "1921-01-09"], "days", None),
        (["1920-11-03", "1921-02-09"], "months", ("1920-11", "1920-12", "1921-01", "1921-02")),
        (["1920-11", "1921-01"], "months", ("1920-11", "1920-12", "1921-01")),
        (["1920-11-03", "1926-01-01"], "years", tuple(map(str, range(1920, 1927)))),
        (["0044-03-15", "0046"], "months", None),
        (["9998", "9999-12-31"], "months", None),
        (["1920"], "years", ("1920",)),
        ([None, ""], "years", ()),
    ],
)
def test_the_unit_of_a_timeline_follows_the_span(
    dates: list[str | None], unit: str, starts: tuple[str, ...] | None
) -> None:
    """Days within three months, months within five years, else years; every step is there once."""
    found = timeline(from_columns({"date": dates}))

    assert found.unit == unit
    assert sum(found.counts) == sum(1 for one in dates if one)
    assert len(set(found.starts)) == len(found.starts) == len(found.counts)
    if starts is not None:
        assert found.starts == starts


def test_bounds_reach_to_the_last_second_of_their_step() -> None:
    assert bounds("1920", "1920") == (seconds("1920"), seconds("1921") - 1)
    assert bounds("1920-02", "1920-02") == (seconds("1920-02"), seconds("1920-03") - 1)
    assert bounds(None, "1920-02-29") == (None, seconds("1920-03-01") - 1)
    assert bounds(None, "9999")[1] == seconds("9999-12-31T23:59:59")
    assert bounds(None, "9999-12-31")[1] == seconds("9999-12-31T23:59:59")
    with pytest.raises(UsageError, match="1919 lies before 1920"):
        bounds("1920", "1919")
    with pytest.raises(UsageError, match="no date"):
        bounds("1920-13", None)
