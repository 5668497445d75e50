"""From a tie, or a cell, back to the statements it is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.errors import UsageError
from sayso.networks.selection import select
from sayso.networks.settings import Settings
from sayso.networks.statements import Column, Statements


@dataclass(frozen=True)
class Behind:
    """A statement behind a tie: its id, who says it, on what, and its position ("" for none)."""

    statement: Any
    row: str
    column: str
    position: str


def behind(
    statements: Statements,
    row: str,
    other: str,
    *,
    settings: Settings | None = None,
    **options: Any,
) -> tuple[Behind, ...]:
    """Give the statements behind the tie of two nodes, in order of time.

    Of a two-mode network they are those of the row on the column; of a one-mode network those of
    both rows on every column of which both speak.

    Raises:
        UsageError: A node does not exist.
    """
    chosen = settings if settings is not None else Settings(**options)
    kept = select(statements, chosen).kept
    rows, columns = statements.column(chosen.rows), statements.column(chosen.columns)
    first = kept[rows.codes[kept] == _code(rows, row, chosen.rows)]
    if chosen.mode == "two":
        found = first[columns.codes[first] == _code(columns, other, chosen.columns)]
    else:
        second = kept[rows.codes[kept] == _code(rows, other, chosen.rows)]
        shared = np.intersect1d(columns.codes[first], columns.codes[second])
        both = np.sort(np.concatenate([first, second]))
        found = both[np.isin(columns.codes[both], shared)]
    qualifier = statements.column(chosen.qualifier) if chosen.qualifier else None
    return tuple(
        Behind(statements.ids[at], _label(rows, at), _label(columns, at), _label(qualifier, at))
        for at in found
    )


def _code(column: Column, label: str, name: str) -> int:
    for code, known in enumerate(column.labels):
        if str(known) == label:
            return code
    raise UsageError(f"There is no {name} {label!r} in this network.")


def _label(column: Column | None, at: int) -> str:
    if column is None or column.codes[at] < 0:
        return ""
    label = column.labels[column.codes[at]]
    return ("against", "for")[int(label)] if column.kind == "boolean" else str(label)
