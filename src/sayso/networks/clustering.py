"""Groups of actors: by what they say (profiles), or by who stands with whom (communities)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sayso.errors import UsageError
from sayso.networks.counting import Floats, count
from sayso.networks.grouping import EXTRA, METHODS, OWN_NUMBER, SLOW, Data, modularity, tree
from sayso.networks.making import made
from sayso.networks.selection import select
from sayso.networks.settings import Aggregation, Settings, plain, qualified
from sayso.networks.sliding import check, check_dated, periods
from sayso.networks.statements import Codes, Statements
from sayso.networks.times import UNITS, Unit, written

MOST = 2_000  # actors; all pairs are compared


@dataclass(frozen=True)
class Clustering:
    """Actors in groups, group 0 being the largest.

    `modularity` compares the ties within groups with those expected by chance, weights included;
    it says how separate the groups are, not that they are right.
    """

    method: str
    actors: tuple[str, ...]
    groups: tuple[int, ...]
    modularity: float


def clusters(
    statements: Statements,
    *,
    method: str = "best",
    groups: int = 0,
    most: int = 5,
    seed: int = 0,
    settings: Settings | None = None,
    **options: Any,
) -> Clustering:
    """Group the actors of a debate.

    Args:
        statements: the table, see `statements.from_columns`.
        method: one of `METHODS`, or "best" for the one with the highest modularity; it leaves
            out edge betweenness where there are more than 500 ties, which takes minutes.
        groups: how many; 0 tries 2 to `most`. Communities find their number themselves.
        most: the largest number that is tried.
        seed: the same seed gives the same groups.
        settings: rows, columns, qualifier and filters; or give them as options.

    Raises:
        UsageError: The method is not known, or there are fewer actors than groups.
    """
    chosen = plain("clusters", settings, options)
    if method != "best" and method not in METHODS:
        raise UsageError(f"There is no method {method!r}; there are best, {', '.join(METHODS)}.")
    data = _data(statements, chosen, seed)
    if not max(2, groups) <= len(data.actors) <= MOST:
        raise UsageError(
            f"{len(data.actors)} actors cannot be grouped; there must be {max(2, groups)} to "
            f"{MOST:,}. Leave out actors with few statements (row_minimum), or widen the filters."
        )
    ties = int(np.count_nonzero(np.triu(data.ties)))
    tried = [method] if method != "best" else [
        one for one in METHODS if one not in EXTRA and ties <= SLOW.get(one, ties)
    ]  # fmt: skip
    sizes = [groups] if groups else list(range(2, min(most, len(data.actors)) + 1))
    return max(_tried(data, tried, sizes), key=lambda one: one.modularity)


def clusters_over_time(
    statements: Statements,
    *,
    unit: Unit,
    size: int,
    settings: Settings | None = None,
    **asked: Any,
) -> Iterator[tuple[str, Clustering]]:
    """Group the actors of every window; windows with fewer than three actors are left out.

    Args:
        statements: the table, see `statements.from_columns`.
        unit: as in `windows`.
        size: as in `windows`.
        settings: as in `clusters`.
        asked: what `clusters` takes: method, groups, most, seed, and options.

    Yields:
        The middle of each window, and its groups.

    Raises:
        UsageError: As `clusters` and `windows` do.
    """
    how = {name: asked.pop(name) for name in ("method", "groups", "most", "seed") if name in asked}
    chosen = plain("clusters_over_time", settings, asked)
    check(unit, size, UNITS)
    check_dated(statements)
    least = max(3, how.get("groups", 0))
    for start, middle, stop in periods(select(statements, chosen).period, unit, size):
        one = replace(chosen, start=start, stop=stop)
        if len(_data(statements, one, 0).actors) >= least:
            yield written(middle), clusters(statements, settings=one, **how)


def _data(statements: Statements, settings: Settings, seed: int) -> Data:
    aggregation: Aggregation = "ignore" if settings.qualifier is None else "subtract"
    averaged = replace(settings, aggregation=aggregation, normalization="average")
    selection = select(statements, averaged)
    counting = count(selection)
    cube = counting.cube()
    full = np.asarray(cube if isinstance(cube, np.ndarray) else cube.toarray())
    ties = made(counting, cube, selection, (0, 0, 0)).matrix()
    return Data(counting.row_labels, (full > 0).astype(np.float64), np.maximum(ties, 0), seed)


def _tried(data: Data, methods: list[str], sizes: list[int]) -> Iterator[Clustering]:
    for name in methods:
        for size in sizes:
            found = _by_size(METHODS[name](data, size))
            yield Clustering(name, data.actors, tuple(found.tolist()), modularity(data.ties, found))
            if name in OWN_NUMBER:
                break


def _by_size(labels: Codes) -> Codes:
    _, labels = np.unique(labels, return_inverse=True)
    order = np.argsort(-np.bincount(labels), kind="stable")
    names = np.empty_like(order)
    names[order] = np.arange(len(order))
    return np.asarray(names[labels], dtype=np.int64)


def dendrogram(
    statements: Statements, how: str = "ward", **options: Any
) -> tuple[tuple[str, ...], Floats]:
    """Give the actors and the tree of their joins, for a figure."""
    data = _data(statements, plain("dendrogram", None, options), 0)
    return data.actors, tree(data.profiles, how)


def separating(
    statements: Statements,
    clustering: Clustering,
    *,
    settings: Settings | None = None,
    **options: Any,
) -> list[dict[str, Any]]:
    """Say what separates the two largest groups: the share of statements for each concept.

    Rows hold the concept, "first" and "second" (shares from 0 to 1, None where the group is
    silent), "statements" of both, "difference", and the same in words. They begin with the
    concept on which the groups differ most; those of which one says nothing stand at the end.

    Raises:
        UsageError: The qualifier does not say for or against.
    """
    chosen = qualified("separating", plain("separating", settings, options))
    counting = count(select(statements, replace(chosen, aggregation="subtract")))
    if counting.scale.kind != "boolean":
        raise UsageError(f"The qualifier {chosen.qualifier!r} does not say for or against.")
    known = dict(zip(clustering.actors, clustering.groups, strict=True))
    groups = np.array([known.get(actor, -1) for actor in counting.row_labels], dtype=np.int64)
    sums = np.zeros((2, *counting.shape[1:]))
    for group in (0, 1):
        inside = np.flatnonzero(groups[counting.rows] == group)
        np.add.at(sums[group], (counting.columns[inside], counting.levels[inside]), 1)
    rows = [
        _compared(concept, sums[:, at], chosen.columns)
        for at, concept in enumerate(counting.column_labels)
        if sums[:, at].any()
    ]
    return sorted(rows, key=lambda row: -1 if row["difference"] is None else abs(row["difference"]),
                  reverse=True)  # fmt: skip


def _compared(concept: str, sums: Floats, variable: str) -> dict[str, Any]:
    first, second = (float(one[1] / one.sum()) if one.any() else None for one in sums)
    apart = None if first is None or second is None else first - second
    return {
        variable: concept, "first": first, "second": second, "statements": int(sums.sum()),
        "difference": apart,
        "words": f"{concept}: {_in_words(sums[0])} in the first group, "
                 f"{_in_words(sums[1])} in the second.",
    }  # fmt: skip


def _in_words(sums: Floats) -> str:
    against, for_ = (int(one) for one in sums)
    if not against + for_:
        return "nothing said"
    return f"{for_} of {for_ + against} for"
