"""Networks of windows that move through time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import numpy as np
from scipy import sparse

from sayso.errors import UsageError
from sayso.networks.counting import Counting, Matrix, count
from sayso.networks.making import Network, made
from sayso.networks.selection import Selection, select
from sayso.networks.settings import Settings, network_of
from sayso.networks.statements import DOCUMENT, Statements
from sayso.networks.times import NO_DATE, UNITS, Unit, shifted

MOST = 1_000_000  # windows of one series

Period = tuple[int, int, int]
"""Start, middle and stop, in seconds since 1970 UTC; both ends belong to it."""


def windows(
    statements: Statements,
    *,
    unit: Unit | Literal["events"],
    size: int,
    settings: Settings | None = None,
    **options: Any,
) -> tuple[Network, ...]:
    """Make the network of every window; its middle moves by one unit.

    Args:
        statements: the table, see `statements.from_columns`.
        unit: "seconds" to "years", or "events" for windows of `size` successive statements.
        size: length of a window in units. The window reaches (size - 1) / 2 units, rounded up,
            to either side of its middle, so that 2 and 3 are the same; 1 is a single moment.
        settings: what the networks are to be; or give its parts as options.

    Only windows that lie within the period are made; empty ones are kept. With `isolates` all
    windows have the same nodes.

    Raises:
        UsageError: The size or unit does not fit, or there would be over a million windows.
    """
    chosen = network_of(settings if settings is not None else Settings(**options))
    check(unit, size, (*UNITS, "events"))
    check_dated(statements)
    selection = select(statements, chosen)
    counting = count(selection).dated()
    if unit == "events":
        slices = _successive(counting, size, dna=chosen.dna)
    else:
        slices = _placed(counting, periods(selection.period, unit, size))
    return tuple(_each(counting, selection, slices))


def check(unit: str, size: int, known: tuple[str, ...]) -> None:
    """Refuse a unit that is not known, or a size below 1.

    Raises:
        UsageError: Either is so.
    """
    if unit not in known:
        raise UsageError(f"The unit of a window is {unit!r}; it may be {', '.join(known)}.")
    if size < 1:
        raise UsageError(f"The size of a window is {size}; it must be 1 or more {unit}.")


def check_dated(statements: Statements) -> None:
    """Refuse statements none of which has a date.

    Raises:
        UsageError: It is so.
    """
    if len(statements) and int(statements.times[-1]) == NO_DATE:
        raise UsageError(
            "None of the statements has a date, so there are no windows; give the documents dates."
        )


def periods(within: tuple[int, int], unit: Unit, size: int) -> list[Period]:
    """Give the windows that lie within a period.

    Raises:
        UsageError: There would be over a million.
    """
    reach = size // 2
    return [
        (shifted(middle, -reach, unit), middle, shifted(middle, reach, unit))
        for middle in middles(within, unit)
        if shifted(middle, -reach, unit) >= within[0] and shifted(middle, reach, unit) <= within[1]
    ]


def middles(within: tuple[int, int], unit: Unit) -> list[int]:
    """Step through a period unit by unit; a month's last day stays once a step fell on it.

    Raises:
        UsageError: There would be over a million steps.
    """
    found = []
    at = within[0]
    while at <= within[1]:
        found.append(at)
        if len(found) > MOST:
            raise UsageError(
                f"There would be over {MOST:,} windows; choose a longer unit than {unit}, "
                "or a shorter period."
            )
        at = shifted(at, 1, unit)
    return found


def _placed(counting: Counting, found: list[Period]) -> list[tuple[int, int, Period]]:
    """Give the statements of each window: they are in order of time."""
    starts = np.searchsorted(counting.times, [one[0] for one in found], side="left").tolist()
    stops = np.searchsorted(counting.times, [one[2] for one in found], side="right").tolist()
    return list(zip(starts, stops, found, strict=True))


def _successive(counting: Counting, size: int, *, dna: bool) -> list[tuple[int, int, Period]]:
    if dna:
        raise UsageError(
            "Event windows of Discourse Network Analyzer are drawn at random, so that no two runs "
            "agree; leave out compat='dna'."
        )
    times = counting.times.tolist()
    return [
        (at, at + size, (times[at], times[at + size // 2], times[at + size - 1]))
        for at in range(len(times) - size + 1)
    ]


def _each(
    counting: Counting, selection: Selection, slices: list[tuple[int, int, Period]]
) -> list[Network]:
    networks: list[Network] = []
    last: tuple[int, int] | None = None
    for start, stop, period in slices:
        if (start, stop) == last:
            first, middle, end = period
            networks.append(replace(networks[-1], start=first, middle=middle, stop=end))
            continue
        last = (start, stop)
        networks.append(_one(counting, selection, slice(start, stop), period))
    return networks


def _one(counting: Counting, selection: Selection, which: slice, period: Period) -> Network:
    part = counting.part(which)
    if selection.settings.dna and _of_document(selection):
        part = part.own_levels()
    network = made(part, part.cube(), selection, period)
    return network if selection.settings.isolates else _present_only(network, part)


def _of_document(selection: Selection) -> bool:
    """Say whether the qualifier belongs to the document: the peer numbers its levels by window."""
    name = selection.settings.qualifier
    return name is not None and selection.statements.resolve(name).startswith(DOCUMENT)


def _present_only(network: Network, part: Counting) -> Network:
    """Leave only the nodes that have statements in the window."""
    rows = np.unique(part.rows)
    columns = rows if network.one_mode else np.unique(part.columns)
    labels = part.row_labels if network.one_mode else part.column_labels
    return replace(
        network,
        rows=tuple(part.row_labels[at] for at in rows),
        columns=tuple(labels[at] for at in columns),
        values=_cut(network.values, rows, columns),
    )


def _cut(values: Matrix, rows: Any, columns: Any) -> Matrix:
    if sparse.issparse(values):
        return values[rows][:, columns]
    return values[np.ix_(rows, columns)]
