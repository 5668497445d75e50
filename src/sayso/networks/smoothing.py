"""Networks smoothed over time: every statement counts by how near it lies to the moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Literal

import numpy as np

from sayso.errors import UsageError
from sayso.networks.counting import Counting, Floats, Levels, Matrix, count
from sayso.networks.making import Network
from sayso.networks.selection import Selection, select
from sayso.networks.settings import Settings, network_of
from sayso.networks.sliding import Period, check, check_dated, middles
from sayso.networks.statements import Codes, Statements
from sayso.networks.ties import one_mode, raw_ties, two_mode
from sayso.networks.times import LENGTHS, UNITS, Unit, moment, shifted

Kernel = Literal["uniform", "triangular", "epanechnikov", "gaussian"]

_SHAPES: Mapping[str, Callable[[Floats], Floats]] = {
    "uniform": lambda x: np.where(np.abs(x) <= 1, 0.5, 0.0),
    "triangular": lambda x: np.where(np.abs(x) <= 1, 1 - np.abs(x), 0.0),
    "epanechnikov": lambda x: np.where(np.abs(x) <= 1, 0.75 * (1 - x * x), 0.0),
    "gaussian": lambda x: np.exp(-x * x / 2) / np.sqrt(2 * np.pi),
}


def kernels(
    statements: Statements,
    *,
    unit: Unit,
    size: int,
    kernel: Kernel,
    indent: bool = False,
    to_one: bool = False,
    settings: Settings | None = None,
    **options: Any,
) -> tuple[Network, ...]:
    """Make a smoothed network for every step of one unit.

    Args:
        statements: the table, see `statements.from_columns`.
        unit: "minutes" to "years".
        size: the width in units, made even; a statement half a width away has left the window
            (with "gaussian": lies one standard deviation away).
        kernel: "uniform", "triangular", "epanechnikov" or "gaussian".
        indent: let the first window begin, and the last end, with the period; else the first and
            last moments stand in the middle of theirs.
        to_one: divide every network by the sum of its ties.
        settings: what the networks are to be; or give its parts as options.

    Raises:
        UsageError: The unit, kernel, aggregation or normalization does not fit.
    """
    chosen = network_of(settings if settings is not None else Settings(**options))
    check(unit, size, UNITS)
    if kernel not in _SHAPES:
        raise UsageError(f"The kernel is {kernel!r}; it may be {', '.join(_SHAPES)}.")
    chosen = _fitting(chosen)
    check_dated(statements)
    selection = select(statements, chosen)
    counting = count(selection).dated()
    if (chosen.dna and unit == "seconds") or not counting.times.size:
        return ()
    if chosen.dna:
        counting = _as_the_peer_levels(counting)
    half = (size + 1) // 2
    return tuple(
        _smoothed(counting, selection, period, weights, to_one=to_one)
        for period, weights in _weighed(counting, selection, unit, half, kernel, indent=indent)
    )


def _fitting(settings: Settings) -> Settings:
    if settings.dna and settings.normalization == "cosine":
        raise UsageError(
            "Discourse Network Analyzer has no cosine with a kernel; choose 'average', or leave "
            "out compat='dna'."
        )
    if settings.aggregation == "combine" or settings.normalization == "jaccard":
        raise UsageError(
            "'combine' and 'jaccard' count whole statements, which a kernel weighs; "
            "choose 'subtract' or 'average', or windows without a kernel."
        )
    return settings


def _weighed(
    counting: Counting, selection: Selection, unit: Unit, half: int, kernel: Kernel, *, indent: bool
) -> Any:
    """Yield each window with the weight of every statement."""
    times = counting.times
    begin = max(selection.period[0], int(times[0]))
    end = min(selection.period[1], int(times[-1]))
    first = shifted(begin, half, unit) if indent else begin
    last = shifted(end, -half, unit) if indent else end
    dates = _dates(times) if selection.settings.dna else None
    for middle in middles((first, last), unit):
        start = max(shifted(middle, -half, unit), begin)
        stop = min(shifted(middle, half, unit), end)
        if dates is not None:
            away = _peer_steps(times, dates, middle, unit) / half
            weights = _peer_shape(kernel, away)
        else:
            away = _away(times, middle, unit, half)
            weights = _SHAPES[kernel](away)
        if kernel == "gaussian":
            start, stop = begin, end
        else:
            weights = np.where((times >= start) & (times <= stop), weights, 0.0)
        yield (start, middle, stop), weights


def _away(times: Codes, middle: int, unit: Unit, half: int) -> Floats:
    """Give how far each statement lies from the middle, in half widths, below 0 before it."""
    before = middle - shifted(middle, -half, unit)
    after = shifted(middle, half, unit) - middle
    apart = (times - middle).astype(np.float64)
    return np.where(apart < 0, apart / before, apart / after)


def _dates(times: Codes) -> tuple[Codes, Codes, Codes]:
    """Give days since 1970, months since the year 0, and day of the month."""
    stamps = times.astype("datetime64[s]")
    days = stamps.astype("datetime64[D]")
    months = stamps.astype("datetime64[M]")
    number = (days - months.astype("datetime64[D]")).astype(np.int64) + 1
    return days.astype(np.int64), months.astype(np.int64) + 1970 * 12, number


def _peer_steps(times: Codes, dates: tuple[Codes, Codes, Codes], middle: int, unit: Unit) -> Floats:
    """Give the whole units from each statement to the middle, towards zero."""
    days, months, numbers = dates
    if unit not in {"weeks", "months", "years"}:
        return np.trunc((middle - times) / LENGTHS[unit])
    here = moment(middle)
    if unit == "weeks":
        return np.trunc((middle // 86400 - days) / 7)
    apart = here.year * 12 + here.month - 1 - months
    apart = apart - ((apart > 0) & (here.day < numbers)) + ((apart < 0) & (here.day > numbers))
    return np.trunc(apart / (12 if unit == "years" else 1))


def _peer_shape(kernel: Kernel, away: Floats) -> Floats:
    if kernel == "triangular":  # before the middle it rises: its sign was lost
        return np.where(np.abs(away) <= 1, np.abs(1 - away), 0.0)
    return _SHAPES[kernel](away)


def _as_the_peer_levels(counting: Counting) -> Counting:
    """Put numbers in the order of their digits as text; the peer then takes their places."""
    levels = counting.scale
    if levels.kind != "integer":
        return counting
    order = sorted(range(len(levels.labels)), key=lambda at: str(levels.labels[at]))
    places = np.empty(len(order), np.int64)
    places[order] = np.arange(len(order))
    scale = Levels("integer", tuple(range(len(order))))
    return replace(counting, scale=scale, levels=places[counting.levels])


def _smoothed(
    counting: Counting, selection: Selection, period: Period, weights: Floats, *, to_one: bool
) -> Network:
    settings = selection.settings
    used = np.flatnonzero(weights)
    tie = _one_mode if settings.mode == "one" else _two_mode
    values = tie(counting, settings, used, weights[used])
    if to_one:
        sum_ = float(values.sum())
        values = values / sum_ if sum_ else values
    across = counting.row_labels if settings.mode == "one" else counting.column_labels
    return Network(
        counting.row_labels, across, values, settings, period[0], period[2], period[1],
        len(used), selection.statements.attributes,
    )  # fmt: skip


def _two_mode(counting: Counting, settings: Settings, used: Codes, weights: Floats) -> Matrix:
    plain = replace(settings, normalization="none") if settings.dna else settings
    return two_mode(counting.cube(used, weights), counting.scale, plain)


def _one_mode(counting: Counting, settings: Settings, used: Codes, weights: Floats) -> Matrix:
    """Tie rows by the statements of two, each pair with the root of both weights."""
    roots = counting.cube(used, np.sqrt(weights))
    if settings.dna:
        return _peer_one_mode(counting, settings, roots)
    if settings.normalization != "average":
        return one_mode(roots, counting.scale, settings)
    bare = one_mode(roots, counting.scale, replace(settings, normalization="none"))
    said = np.bincount(counting.rows[used], weights, minlength=len(counting.row_labels))
    return _averaged(bare, said.astype(np.float64))


def _averaged(made: Matrix, said: Floats) -> Matrix:
    if isinstance(made, np.ndarray):
        halves = (said[:, None] + said[None, :]) / 2
        return np.divide(made, halves, out=np.zeros_like(made), where=halves != 0)
    listed = made.tocoo()
    listed.data = listed.data / ((said[listed.row] + said[listed.col]) / 2)
    return listed.tocsr()


def _peer_one_mode(counting: Counting, settings: Settings, roots: Matrix) -> Floats:
    aggregation = settings.aggregation
    words = counting.scale.kind not in {"boolean", "integer"}
    if words and aggregation == "conflict":
        size = len(counting.row_labels)
        return np.zeros((size, size))
    kind = "ignore" if words else aggregation
    made = raw_ties(roots, counting.scale, kind, dna=True)
    full = np.asarray(made if isinstance(made, np.ndarray) else made.toarray())
    return full * _peer_average(counting) if settings.normalization == "average" else full


def _peer_average(counting: Counting) -> Floats:
    """Give the sum over all cells of 2 / (count of the one + count of the other)."""
    cube = counting.cube()
    full = np.asarray(cube if isinstance(cube, np.ndarray) else cube.toarray())
    found = np.zeros((len(full), len(full)))
    for at, row in enumerate(full):
        both = row[None, :] + full
        found[at] = np.divide(2.0, both, out=np.zeros_like(both), where=both != 0).sum(axis=1)
    return found
