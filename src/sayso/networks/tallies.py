"""Count the statements of each value, by level of the qualifier: bars, and shares in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sayso.errors import UsageError
from sayso.networks.counting import Counting, Floats, count
from sayso.networks.selection import select
from sayso.networks.settings import Aggregation, Settings
from sayso.networks.sliding import check, middles
from sayso.networks.statements import Label, Statements
from sayso.networks.times import UNITS, Unit, written


@dataclass(frozen=True, eq=False)
class Bars:
    """How many statements each value has at each level.

    `counts` has values down and levels across; `levels` is (1,) where there is no qualifier.
    """

    variable: str
    values: tuple[str, ...]
    levels: tuple[Label, ...]
    counts: Floats
    colours: tuple[str, ...]


def bars(
    statements: Statements,
    variable: str,
    *,
    settings: Settings | None = None,
    **options: Any,
) -> Bars:
    """Count the statements of each value of a variable, after filters and duplicates.

    Duplicates are statements of the same value and position in one unit, see `Settings`.

    Raises:
        UsageError: The options contradict each other, or name a variable that does not exist.
    """
    chosen = settings if settings is not None else Settings(mode="events", **options)
    counting = _counted(statements, variable, chosen)
    cube = counting.cube()
    full = np.asarray(cube if isinstance(cube, np.ndarray) else cube.toarray())
    known = statements.attributes.get(variable, {})
    colours = tuple(known.get(one, {}).get("Color", "#000000") for one in counting.row_labels)
    levels = counting.scale.labels if chosen.qualifier is not None else (1,)
    return Bars(variable, counting.row_labels, levels, full, colours)


def _counted(statements: Statements, variable: str, settings: Settings) -> Counting:
    """Count with the variable as rows and one column for all."""
    aggregation: Aggregation = "ignore" if settings.qualifier is None else "subtract"
    chosen = replace(
        settings, mode="events", rows=variable, columns=variable, aggregation=aggregation,
        normalization="none", isolates=False,
    )  # fmt: skip
    selection = select(statements, chosen)
    filled = statements.column(variable).codes[selection.kept] >= 0
    counting = count(replace(selection, kept=selection.kept[filled]))
    return replace(
        counting, columns=np.zeros_like(counting.columns),
        column_labels=("",) if counting.row_labels else (),
    )  # fmt: skip


def shares(
    statements: Statements,
    variable: str,
    *,
    unit: Unit | None = None,
    settings: Settings | None = None,
    **options: Any,
) -> Iterator[dict[str, Any]]:
    """Give for each value, and each step of time, how many statements are for and against.

    Each row has the value, the step's start (None without a unit), "for", "against", and "share":
    that of the statements for, from 0 to 1.

    Raises:
        UsageError: The qualifier is no boolean, or an option does not fit.
    """
    chosen = settings if settings is not None else Settings(mode="events", **options)
    counting = _counted(statements, variable, chosen)
    if counting.scale.kind != "boolean":
        raise UsageError(
            f"The qualifier {chosen.qualifier!r} does not say for or against; name one that does."
        )
    counting = counting if unit is None else counting.dated()
    starts, steps = _steps(counting, unit)
    size = len(counting.row_labels)
    flat = (steps * size + counting.rows) * 2 + counting.levels
    sums = np.bincount(flat, minlength=max(len(starts), 1) * size * 2).reshape(-1, size, 2)
    for step, start in enumerate(starts):
        for at, value in enumerate(counting.row_labels):
            against, for_ = (int(part) for part in sums[step, at])
            if against + for_:
                yield {
                    variable: value, "start": start, "for": for_, "against": against,
                    "share": for_ / (for_ + against),
                }  # fmt: skip


def _steps(counting: Counting, unit: Unit | None) -> tuple[list[str | None], Any]:
    if unit is None or not counting.times.size:
        return [None], np.zeros(len(counting.times), np.int64)
    check(unit, 1, UNITS)
    moments = middles((int(counting.times[0]), int(counting.times[-1])), unit)
    steps = np.searchsorted(moments, counting.times, side="right") - 1
    return [written(at) for at in moments], steps
