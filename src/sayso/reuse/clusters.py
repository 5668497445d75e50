"""Pairs to clusters: one passage and all the places where it stands, the first one named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from sayso.reuse.columns import numbers, words
from sayso.reuse.compiled import compiled
from sayso.reuse.extension import I64_2
from sayso.reuse.letters import I64

if TYPE_CHECKING:
    import pyarrow as pa

# Two spans of one document are one passage when each covers this share of the other.
_SAME = 0.8


@dataclass(frozen=True)
class Clusters:
    """The cluster of each pair, and the tables of passages and clusters."""

    of_pair: I64
    passages: pa.Table
    clusters: pa.Table


@compiled
def _merged(
    doc: I64, begin: I64, end: I64, order: I64, count: int, share: float, parent: I64
) -> None:
    """Unite spans of one document that cover each other; `order` sorts by document and begin."""
    for nth in range(count):
        i = order[nth]
        for other in range(nth + 1, count):
            j = order[other]
            if doc[j] != doc[i] or begin[j] >= end[i]:
                break
            both = min(end[i], end[j]) - begin[j]
            if both >= share * (end[i] - begin[i]) and both >= share * (end[j] - begin[j]):
                x = i
                while parent[x] != x:
                    parent[x] = parent[parent[x]]
                    x = parent[x]
                y = j
                while parent[y] != y:
                    parent[y] = parent[parent[y]]
                    y = parent[y]
                parent[max(x, y)] = min(x, y)
    for i in range(count):
        x = i
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        parent[i] = x


@compiled
def _starred(indptr: I64, indices: I64, by_degree: I64, count: int, cluster: I64) -> int:
    """Give every passage the cluster of the best linked passage it is itself linked to.

    Unlike connected components this does not chain: all members of a cluster share a passage with
    its centre, not merely with one another's neighbours.
    """
    made = 0
    for nth in range(count):
        centre = by_degree[nth]
        if cluster[centre] >= 0:
            continue
        cluster[centre] = made
        for at in range(indptr[centre], indptr[centre + 1]):
            if cluster[indices[at]] < 0:
                cluster[indices[at]] = made
        made += 1
    return made


def clustered(
    rows: I64_2,
    spans: I64_2,
    identity: Any,
    ids: list[str],
    dates: list[str | None],
    series: I64,
) -> Clusters:
    """Group the spans of all pairs into passages, and passages into clusters."""
    count = len(rows)
    doc = np.concatenate([rows[:, 0], rows[:, 1]])
    begin = np.concatenate([spans[:, 0], spans[:, 2]])
    end = np.concatenate([spans[:, 1], spans[:, 3]])
    parent = np.arange(2 * count)
    _merged(doc, begin, end, np.lexsort((begin, doc)), 2 * count, _SAME, parent)
    heads, node = np.unique(parent, return_inverse=True)
    low = np.full(len(heads), np.iinfo(np.int64).max)
    high = np.zeros(len(heads), np.int64)
    np.minimum.at(low, node, begin)
    np.maximum.at(high, node, end)
    node_a, node_b = node[:count], node[count:]
    cluster = _clusters(node_a, node_b, len(heads))
    of_pair = np.where(cluster[node_a] == cluster[node_b], cluster[node_a], cluster[node_b])
    passages, order = _passages(
        cluster, doc[heads], low, high, node_a, node_b, identity, ids, dates
    )
    return Clusters(of_pair, passages, _listed(cluster, doc[heads], order, ids, dates, series))


def _clusters(node_a: I64, node_b: I64, count: int) -> I64:
    cluster = np.full(count, -1, np.int64)
    if not count:
        return cluster
    ends = np.unique(
        np.concatenate([node_a * count + node_b, node_b * count + node_a]).astype(np.int64)
    )
    indices = ends % count
    indptr = np.searchsorted(ends, np.arange(count + 1) * count)
    degree = np.diff(indptr)
    # The best linked first; among equals the earliest, since documents are sorted by date.
    by_degree = np.lexsort((np.arange(count), -degree))
    _starred(indptr.astype(np.int64), indices, by_degree.astype(np.int64), count, cluster)
    return cluster


def _passages(
    cluster: I64, doc: I64, low: I64, high: I64, node_a: I64, node_b: I64, identity: Any,
    ids: list[str], dates: list[str | None],
) -> tuple[pa.Table, I64]:  # fmt: skip
    """Make the table of passages by cluster and date; the most alike earlier one is its parent."""
    import pyarrow as pa

    order = np.lexsort((low, doc, cluster))
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    parent: dict[int, tuple[float, int]] = {}
    for a, b, share in zip(node_a.tolist(), node_b.tolist(), identity.tolist(), strict=True):
        if cluster[a] == cluster[b] and (-share, a) < parent.get(b, (0.0, 0)):
            parent[b] = (-share, a)
    firsts: dict[int, int] = {}
    for node in order.tolist():
        firsts.setdefault(int(cluster[node]), node)
    first = np.array([firsts[int(cluster[n])] == n for n in order.tolist()], bool)
    dated = [dates[d] for d in doc[order].tolist()]
    lead = [dates[int(doc[firsts[int(cluster[n])]])] for n in order.tolist()]
    tied = [
        one is None or lead_date is None or (not is_first and one == lead_date)
        for one, lead_date, is_first in zip(dated, lead, first.tolist(), strict=True)
    ]
    has_parent = np.array([n in parent for n in order.tolist()], bool)
    parents = [parent.get(n, (0.0, 0)) for n in order.tolist()]
    table = pa.table(
        {
            "passage": numbers(np.arange(len(order))),
            "cluster": numbers(cluster[order]),
            "doc": words([ids[n] for n in doc[order].tolist()]),
            "begin": numbers(low[order]),
            "end": numbers(high[order]),
            "date": words(dated),
            "first": numbers(first),
            "tied": numbers(np.array(tied, bool)),
            "parent": numbers(np.array([place[n] for _, n in parents], np.int64), there=has_parent),
            "identity_to_parent": numbers(
                np.array([-share for share, _ in parents], np.float64), there=has_parent
            ),
        }
    )
    return table, order


def _listed(
    cluster: I64, doc: I64, order: I64, ids: list[str], dates: list[str | None], series: I64
) -> pa.Table:
    """Make the table of clusters, in the order of their numbers."""
    import pyarrow as pa

    columns: dict[str, list[Any]] = {
        name: []
        for name in (
            "cluster", "passages", "documents", "series", "first_doc", "first_date", "last_date",
            "undated",
        )
    }  # fmt: skip
    sorted_clusters = cluster[order]
    cuts = np.flatnonzero(np.diff(sorted_clusters)) + 1 if len(order) else np.array([], np.int64)
    for members in np.split(order, cuts) if len(order) else []:
        docs = doc[members]
        known = [one for one in (dates[d] for d in docs.tolist()) if one is not None]
        columns["cluster"].append(int(cluster[members[0]]))
        columns["passages"].append(len(members))
        columns["documents"].append(len(np.unique(docs)))
        columns["series"].append(len(np.unique(series[docs])))
        columns["first_doc"].append(ids[int(docs[0])])
        columns["first_date"].append(min(known, default=None))
        columns["last_date"].append(max(known, default=None))
        columns["undated"].append(len(docs) - len(known))
    named = ("first_doc", "first_date", "last_date")
    return pa.table(
        {
            name: words(values) if name in named else numbers(np.array(values, np.int64))
            for name, values in columns.items()
        }
    )
