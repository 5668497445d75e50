"""The peer's kernels, backbones and quality of camps, written out plainly; see `by_hand`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import product
from math import exp, pi, sqrt
from typing import Any

from tests.networks.by_hand import Asked, later


def kernels(
    asked: Asked, unit: str, width: int, kernel: str, *, indent: bool, to_one: bool = False
) -> Iterator[tuple[int, Any]]:
    """Give the middle of each smoothed network, and its matrix."""
    if not asked.kept:
        return
    half = (width + width % 2) // 2
    first, last = asked.kept[0]["@"], asked.kept[-1]["@"]
    begin, end = (datetime.fromtimestamp(one, UTC) for one in (first, last))
    middle = later(begin, half, unit) if indent else begin
    stop = later(end, -half, unit) if indent else end
    while middle <= stop:
        weights = [_weight(one["@"], middle, half, unit, kernel, begin, end) for one in asked.kept]
        made = (_two if asked.mode == "two" else _one)(asked, weights)
        if to_one:
            sum_ = sum(map(sum, made))
            made = [[cell / sum_ if sum_ else cell for cell in row] for row in made]
        yield int(middle.timestamp()), made
        middle = later(middle, 1, unit)


def _weight(
    at: int, middle: datetime, half: int, unit: str, kernel: str, begin: datetime, end: datetime
) -> float:
    when = datetime.fromtimestamp(at, UTC)
    x = _steps(when, middle, unit) / half
    if kernel == "gaussian":
        return exp(-x * x / 2) / sqrt(2 * pi)
    low, high = max(later(middle, -half, unit), begin), min(later(middle, half, unit), end)
    if abs(x) > 1 or not low <= when <= high:
        return 0.0
    return {"uniform": 0.5, "epanechnikov": 0.75 * (1 - x * x), "triangular": abs(1 - x)}[kernel]


def _steps(when: datetime, middle: datetime, unit: str) -> int:
    """Give the whole units from a statement to the middle, towards zero."""
    lengths = {"minutes": 60, "hours": 3600, "days": 86400}
    if unit in lengths:
        return int((middle.timestamp() - when.timestamp()) / lengths[unit])
    one, other = when.date(), middle.date()
    if unit == "weeks":
        return int((other - one).days / 7)
    months = (other.year - one.year) * 12 + other.month - one.month
    if months > 0 and other.day < one.day:
        months -= 1
    if months < 0 and other.day > one.day:
        months += 1
    return int(months / 12) if unit == "years" else months


def _levels(asked: Asked) -> list[Any]:
    """Give the levels in the order the kernels take them: numbers by their digits as text."""
    levels = asked.levels(asked.kept)
    return sorted(levels, key=str) if asked.kinds.get(asked.qualifier) == "integer" else levels


def _cube(asked: Asked, weights: Sequence[float]) -> dict[Any, float]:
    found: dict[Any, float] = defaultdict(float)
    for one, weight in zip(asked.kept, weights, strict=True):
        value = one[asked.qualifier]
        found[one[asked.rows], one[asked.columns], None if value == "" else value] += weight
    return found


def _labels(asked: Asked) -> tuple[list[str], list[str]]:
    return asked.labels(asked.rows, asked.kept), asked.labels(asked.columns, asked.kept)


def _two(asked: Asked, weights: Sequence[float]) -> Any:
    cube, levels = _cube(asked, weights), _levels(asked)
    rows, columns = _labels(asked)

    def factor(at: int) -> float:
        if asked.aggregation != "subtract" or asked.words:
            return 1
        return 2 * at - 1 if asked.kinds[asked.qualifier] == "boolean" else at

    return [
        [sum(factor(at) * cube[i, j, k] for at, k in enumerate(levels)) for j in columns]
        for i in rows
    ]


def _one(asked: Asked, weights: Sequence[float]) -> Any:
    roots, levels = _cube(asked, [sqrt(one) for one in weights]), _levels(asked)
    whole = _cube(asked, [1.0] * len(weights))
    rows, columns = _labels(asked)

    def cell(i: str, m: str) -> float:
        sums = {"ignore": 0.0, "congruence": 0.0, "conflict": 0.0}
        for j, (at, k), (to, n) in product(columns, enumerate(levels), enumerate(levels)):
            apart = 0.0 if asked.words else _share(abs(at - to), len(levels) - 1)
            pair = roots[i, j, k] * roots[m, j, n]
            if not pair and len(levels) > 1:
                continue
            sums["ignore"] += pair
            sums["congruence"] += pair * (1 - apart)
            sums["conflict"] += pair * apart
        sums["subtract"] = sums["congruence"] - sums["conflict"]
        factor = 1.0
        if asked.normalization != "no":
            both = [whole[i, j, k] + whole[m, j, k] for j in columns for k in levels]
            factor = sum(2 / one for one in both if one)
        return sums[asked.aggregation] * factor

    return [[cell(i, m) for m in rows] for i in rows]


def _share(value: float, whole: float) -> float:
    return value / whole if whole else float("nan")


def losses(asked: Asked, chosen: Sequence[str]) -> float:
    """Give the loss of a set of concepts, by the sorted shares of the degrees."""
    rows = asked.labels(asked.rows, asked.kept)

    def spectrum(concepts: Sequence[str]) -> list[float]:
        inside = [one for one in asked.kept if one[asked.columns] in concepts]
        matrix = asked._one(asked.cube(inside), rows, concepts, asked.levels(asked.kept))
        degrees = sorted(sum(max(cell, 0.0) for cell in row) for row in matrix)
        sum_ = sum(degrees)
        return [one / sum_ if sum_ else 0.0 for one in degrees]

    whole = spectrum(asked.labels(asked.columns, asked.kept))
    return sum(abs(a - b) for a, b in zip(whole, spectrum(chosen), strict=True))


def nested(asked: Asked) -> Iterator[tuple[str, float, float, int]]:
    """Give the steps of a nested backbone: concept, both losses, statements left."""
    kept = asked.labels(asked.columns, asked.kept)
    removed: list[str] = []
    while kept:
        costs = {one: losses(asked, [other for other in kept if other != one]) for one in kept}
        least = min(costs.values())
        gone = [one for one in kept if costs[one] == least][::-1]
        for one in gone:
            kept = [other for other in kept if other != one]
            removed.append(one)
            left = sum(one[asked.columns] in kept for one in asked.kept)
            yield one, losses(asked, kept), losses(asked, removed), left


def quality(congruence: Any, conflict: Any, groups: Sequence[int], *, normalize: bool) -> float:
    """Give the peer's quality of camps."""
    size, sizes = len(groups), {group: list(groups).count(group) for group in groups}
    within = sum(one * (one - 1) for one in sizes.values())
    between = size * (size - 1) - within
    agreed = sum(abs(cell) for row in congruence for cell in row)
    fought = sum(abs(cell) for row in conflict for cell in row)
    total = 0.0
    for i, m in product(range(size), range(size)):
        one, other = sizes[groups[i]], sizes[groups[m]]
        if i == m:
            continue
        if groups[i] == groups[m]:
            wanted = one * (one - 1) / within * agreed / within
            total += abs(congruence[i][m] - wanted) + abs(conflict[i][m])
        else:
            wanted = one * other / between * fought / between
            total += abs(congruence[i][m]) + abs(conflict[i][m] - wanted)
    return total / (2 * (agreed + fought)) if normalize else total / 2
