"""Count statements by row, column and level of the qualifier: the cube all ties are made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from sayso.networks.selection import Selection
from sayso.networks.settings import Settings
from sayso.networks.statements import DOCUMENT, Codes, Kind, Label
from sayso.networks.times import NO_DATE

Floats: TypeAlias = "NDArray[np.float64]"
Matrix: TypeAlias = Any
"""A full numpy matrix, or a scipy sparse one where most is 0; scipy comes without types."""

_SMALL = 1_000_000  # cells that are cheaper full than sparse, whatever their fill
_LARGE = 60_000_000  # cells above which nothing is kept full
_FILL = 0.05  # share of cells above which a matrix is kept full


@dataclass(frozen=True)
class Levels:
    """The levels of the qualifier, in order, and how far apart two of them are.

    `kind` is None where there is no qualifier. Numbers are as far apart as their difference in
    shares of the whole range; a boolean's two levels are 1 apart; words are 1 apart from any
    other word.
    """

    kind: Kind | None
    labels: tuple[Label, ...]

    def distances(self, *, dna: bool) -> Floats:
        """Give the distance of every two levels, 0 to 1.

        Where there is one level the distance is 0; the peer divides 0 by 0. Where nothing is said
        there are no levels, and one stands for them.
        """
        if not self.labels:
            return np.zeros((1, 1))
        if self.kind not in {"boolean", "integer"}:
            return 1.0 - np.eye(len(self.labels))
        numbers = np.array(self.labels, dtype=np.float64)
        apart = np.abs(numbers[:, None] - numbers[None, :])
        span = float(apart.max(initial=0.0))
        if span == 0:
            return np.full_like(apart, np.nan) if dna else apart
        return apart / span

    def signs(self) -> Floats:
        """Give what a statement of each level adds to a sum of for minus against."""
        if self.kind == "boolean":
            return np.array([-1.0, 1.0])
        if self.kind == "integer":
            return np.array(self.labels or (0,), dtype=np.float64)
        return np.ones(max(len(self.labels), 1))


@dataclass(frozen=True)
class Counting:
    """The statements that count, with row, column and level numbered.

    `rows`, `columns` and `levels` give for every kept statement the place of its value in
    `row_labels`, `column_labels` and `scale.labels`.
    """

    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    scale: Levels
    rows: Codes
    columns: Codes
    levels: Codes
    times: Codes
    places: Codes

    @property
    def shape(self) -> tuple[int, int, int]:
        """How many rows, columns and levels there are."""
        return len(self.row_labels), len(self.column_labels), len(self.scale.labels)

    def part(self, which: slice | Codes) -> Counting:
        """Give some of the statements, with the same labels."""
        return replace(
            self, rows=self.rows[which], columns=self.columns[which], levels=self.levels[which],
            times=self.times[which], places=self.places[which],
        )  # fmt: skip

    def dated(self) -> Counting:
        """Give the statements that have a date: only these belong to a stretch of time."""
        undated = int(np.searchsorted(self.times, NO_DATE, side="right"))
        return self.part(slice(undated, None)) if undated else self

    def own_levels(self) -> Counting:
        """Give the same with only the levels that occur, numbered anew."""
        used, levels = np.unique(self.levels, return_inverse=True)
        labels = tuple(self.scale.labels[level] for level in used)
        return replace(self, scale=Levels(self.scale.kind, labels), levels=levels.astype(np.int64))

    def cube(self, which: slice | Codes | None = None, weights: Floats | None = None) -> Matrix:
        """Sum the statements, or their weights, by row (down) and by column and level (across).

        Column j and level k stand at j * K + k, K being the number of levels.
        """
        at = slice(None) if which is None else which
        height, across, deep = self.shape
        rows, cells = self.rows[at], self.columns[at] * deep + self.levels[at]
        width = across * deep
        values = np.ones(len(rows)) if weights is None else weights
        if height * width <= _SMALL or _is_full(len(rows), height * width):
            flat = np.bincount(rows * width + cells, values, minlength=height * width)
            # Of nothing, numpy counts in whole numbers.
            return flat.astype(np.float64, copy=False).reshape(height, width)
        made = sparse.csr_array((values, (rows, cells)), shape=(height, width))
        made.sum_duplicates()
        return made


def _is_full(count: int, cells: int) -> bool:
    return cells <= _LARGE and count >= _FILL * cells


def count(selection: Selection) -> Counting:
    """Number rows, columns and levels of the statements that count."""
    settings = selection.settings
    row_labels, rows = _labelled(selection, settings.rows)
    column_labels, columns = _labelled(selection, settings.columns)
    scale, levels = _levelled(selection)
    kept = (rows >= 0) & (columns >= 0) & (levels >= 0)
    places = selection.kept[kept]
    return Counting(
        row_labels, column_labels, scale, rows[kept], columns[kept], levels[kept],
        selection.statements.times[places], places,
    )  # fmt: skip


def _labelled(selection: Selection, name: str) -> tuple[tuple[str, ...], Codes]:
    """Give the labels that become nodes, and the place of each kept statement's value in them."""
    column = selection.column(name)
    here = _shown(selection, name)
    used = np.unique(column.codes[here])
    used = used[used >= 0]
    labels = tuple(str(column.labels[code]) for code in used)
    return labels, _renumbered(column.codes[selection.kept], used, len(column.labels))


def _shown(selection: Selection, name: str) -> Codes:
    settings = selection.settings
    if not settings.isolates:
        return selection.kept
    if _limit(settings, name) <= 1:
        return selection.original
    return selection.kept


def _limit(settings: Settings, name: str) -> int:
    return settings.row_minimum if name == settings.rows else settings.column_minimum


def _renumbered(codes: Codes, used: Codes, size: int) -> Codes:
    """Give the place of each code in `used`, -1 where it is not there; code -1 is "empty"."""
    places = np.full(size + 1, -1, dtype=np.int64)
    places[used] = np.arange(len(used))
    return places[codes]


def _levelled(selection: Selection) -> tuple[Levels, Codes]:
    """Give the levels of the qualifier: those of the whole period, not of the filtered rest."""
    name = selection.settings.qualifier
    kept = selection.kept
    if name is None:
        return Levels(None, ("",)), np.zeros(len(kept), np.int64)
    full = selection.statements.resolve(name)
    column = selection.column(full)
    codes = column.codes[kept]
    ignored = selection.settings.aggregation == "ignore"
    if column.kind == "boolean" and not (ignored and np.any(codes < 0)):
        return Levels("boolean", (0, 1)), codes
    where = kept if full.startswith(DOCUMENT) else selection.original
    used = np.unique(column.codes[where])
    if not ignored:
        used = used[used >= 0]
    labels = tuple("" if code < 0 else column.labels[code] for code in used)
    kind: Kind = "text" if "" in labels else column.kind  # "empty" is a level of its own
    return Levels(kind, labels), _renumbered(codes, used, len(column.labels))
