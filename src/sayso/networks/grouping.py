"""The ways to group actors: each takes what is known of them, and a number of groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import pdist, squareform

from sayso.errors import MissingExtraError
from sayso.networks.counting import Floats
from sayso.networks.statements import Codes


@dataclass(frozen=True, eq=False)
class Data:
    """What groups are made from.

    `profiles` has actors down, and for each concept what is said for and what against across;
    `ties` are congruence minus conflict, averaged, negative ones 0.
    """

    actors: tuple[str, ...]
    profiles: Floats
    ties: Floats
    seed: int


def modularity(ties: Floats, groups: Codes) -> float:
    """Give the weighted modularity (Newman 2004): ties within groups less those by chance.

    >>> pairs = np.array([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0.0]])
    >>> round(modularity(pairs, np.array([0, 0, 1, 1])), 3)
    0.5
    """
    total = float(ties.sum())
    if total <= 0:
        return 0.0
    degrees = ties.sum(axis=1) / total
    same = groups[:, None] == groups[None, :]
    return float((ties[same] / total).sum() - np.outer(degrees, degrees)[same].sum())


def jaccard(profiles: Floats) -> Floats:
    """Give the Jaccard distance of every two rows: 0 the same, 1 nothing in common."""
    return np.nan_to_num(np.asarray(pdist(profiles > 0, "jaccard"), dtype=np.float64))


def tree(profiles: Floats, how: str) -> Floats:
    """Give the tree of joins of scipy's `linkage`: by "single", "average", "complete", "ward"."""
    return np.asarray(linkage(jaccard(profiles), how))


def _hierarchy(how: str) -> Callable[[Data, int], Codes]:
    return lambda data, size: fcluster(tree(data.profiles, how), size, "maxclust").astype(np.int64)


def _k_means(data: Data, size: int) -> Codes:
    return _around_means(data.profiles, size, data.seed)


def _around_means(rows: Floats, size: int, seed: int) -> Codes:
    """Group rows by k-means, in no more groups than there are different rows."""
    from sklearn.cluster import KMeans

    # Rounded so that rows that differ by rounding alone are one: KMeans warns of them else.
    rows = np.round(rows, 9)
    size = min(size, len(np.unique(rows, axis=0)))
    found = KMeans(size, n_init=10, random_state=seed).fit_predict(rows)
    return np.asarray(found, dtype=np.int64)


def _pam(data: Data, size: int) -> Codes:
    return medoids(squareform(jaccard(data.profiles)), size)


def medoids(apart: Floats, size: int) -> Codes:
    """Group around medoids (Kaufman and Rousseeuw 1990): build greedily, swap while it helps."""
    chosen = [int(apart.sum(axis=1).argmin())]
    while len(chosen) < size:
        nearest = apart[:, chosen].min(axis=1)
        gains = np.maximum(nearest[:, None] - apart, 0).sum(axis=0)
        gains[chosen] = -1
        chosen.append(int(gains.argmax()))
    best = float(apart[:, chosen].min(axis=1).sum())
    for _ in range(100):
        place, new, cost = _best_swap(apart, chosen)
        if cost >= best - 1e-12:
            break
        chosen[place], best = new, cost
    return np.asarray(apart[:, chosen].argmin(axis=1), dtype=np.int64)


def _best_swap(apart: Floats, chosen: list[int]) -> tuple[int, int, float]:
    best = (0, chosen[0], np.inf)
    for place in range(len(chosen)):
        rest = chosen[:place] + chosen[place + 1 :]
        nearest = apart[:, rest].min(axis=1) if rest else np.full(len(apart), np.inf)
        costs = np.minimum(nearest[:, None], apart).sum(axis=0)
        new = int(costs.argmin())
        if costs[new] < best[2]:
            best = (place, new, float(costs[new]))
    return best


def _equivalence(data: Data, size: int) -> Codes:
    """Group actors whose ties to all others are alike."""
    joins = linkage(pdist(data.ties, "euclidean"), "complete")
    return np.asarray(fcluster(joins, size, "maxclust"), dtype=np.int64)


def _concor(data: Data, size: int) -> Codes:
    """Group by repeated correlation of the ties that actors have to each other."""
    return _halved(data.ties, size)


def _concor_two(data: Data, size: int) -> Codes:
    """Group by repeated correlation of what actors say: the two-mode network's rows."""
    return _halved(data.profiles.T, size)


def _halved(columns: Floats, size: int) -> Codes:
    """Split in two by repeated correlation (Breiger, Boorman and Arabie 1975), largest first.

    `columns` has one column for each actor.
    """
    groups = np.zeros(columns.shape[1], np.int64)
    splits = set()
    while int(groups.max()) + 1 < size:
        open_ = [one for one in range(int(groups.max()) + 1) if one not in splits]
        if not open_:
            break
        largest = max(open_, key=lambda one: int((groups == one).sum()))
        inside = np.flatnonzero(groups == largest)
        other = _signs(columns[:, inside])
        if not 0 < other.sum() < len(inside):
            splits.add(largest)
            continue
        groups[inside[other]] = int(groups.max()) + 1
    return groups


def _signs(columns: Floats) -> Any:
    if columns.shape[1] < 2:
        return np.zeros(columns.shape[1], np.bool_)
    made_: Any = columns
    for _ in range(50):
        with np.errstate(invalid="ignore", divide="ignore"):
            made_ = np.nan_to_num(np.corrcoef(made_, rowvar=False))
        if np.all(np.abs(made_) > 1 - 1e-9):
            break
    return made_[0] < 0


def _graph(data: Data) -> Any:
    import networkx

    return networkx.from_numpy_array(data.ties)


def _labelled(sets: Any, size: int) -> Codes:
    labels = np.zeros(size, np.int64)
    for at, members in enumerate(sets):
        labels[list(members)] = at
    return labels


def _louvain(data: Data, _size: int) -> Codes:
    import networkx

    found = networkx.community.louvain_communities(_graph(data), seed=data.seed)
    return _labelled(found, len(data.actors))


def _fast_greedy(data: Data, _size: int) -> Codes:
    import networkx

    if not data.ties.any():
        return np.arange(len(data.actors), dtype=np.int64)
    found = networkx.community.greedy_modularity_communities(_graph(data), weight="weight")
    return _labelled(found, len(data.actors))


def _label_propagation(data: Data, _size: int) -> Codes:
    import networkx

    found = networkx.community.asyn_lpa_communities(_graph(data), "weight", seed=data.seed)
    return _labelled(found, len(data.actors))


def _edge_betweenness(data: Data, size: int) -> Codes:
    """Cut the ties that most shortest paths cross, until there are enough groups."""
    import networkx

    def crossed(graph: Any) -> Any:
        values = networkx.edge_betweenness_centrality(graph, weight="length")
        return max(sorted(values), key=values.get)

    graph = _graph(data)
    for _, _, tie in graph.edges(data=True):
        tie["length"] = 1 / tie["weight"]
    parts = list(networkx.connected_components(graph))
    steps = networkx.community.girvan_newman(graph, most_valuable_edge=crossed)
    for found in steps if len(parts) < size else ():
        parts = list(found)
        if len(parts) >= size:
            break
    return _labelled(parts, len(data.actors))


def _leading_eigenvector(data: Data, size: int) -> Codes:
    """Group by the leading eigenvectors of the modularity matrix (Newman 2006)."""
    total = max(float(data.ties.sum()), 1e-300)
    degrees = data.ties.sum(axis=1)
    _, vectors = np.linalg.eigh(data.ties - np.outer(degrees, degrees) / total)
    leading = vectors[:, -max(size - 1, 1) :]
    return _around_means(leading, size, data.seed)


def _walktrap(data: Data, size: int) -> Codes:
    """Join actors from which short random walks lead to the same others (Pons, Latapy 2006)."""
    degrees = data.ties.sum(axis=1)
    steps = np.linalg.matrix_power(data.ties / np.where(degrees > 0, degrees, 1)[:, None], 4)
    near = steps / np.sqrt(np.where(degrees > 0, degrees, 1))[None, :]
    return np.asarray(fcluster(linkage(pdist(near), "ward"), size, "maxclust"), dtype=np.int64)


def _of_igraph(method: str) -> Callable[[Data, int], Codes]:
    """Group by a method that igraph has (GPL, so an extra of its own)."""

    def grouped(data: Data, size: int) -> Codes:
        try:
            import igraph
        except ImportError as error:
            raise MissingExtraError(
                f"{method!r} needs igraph; `pip install 'sayso[igraph]'` brings it."
            ) from error
        import random

        graph = igraph.Graph.Weighted_Adjacency(data.ties.tolist(), mode="undirected", loops=False)
        labels = np.zeros(len(data.actors), np.int64)
        igraph.set_random_number_generator(random.Random(data.seed))  # noqa: S311 - no secret
        # Spinglass knows connected graphs only; each part is grouped for itself.
        for at, part in enumerate(graph.connected_components()):
            inside = graph.induced_subgraph(part)
            found = _IGRAPH[method](inside, size) if len(part) > 1 else [0]
            labels[part] = at * len(data.actors) + np.array(found)
        return labels

    return grouped


_IGRAPH: Mapping[str, Callable[[Any, int], Any]] = {
    "infomap": lambda graph, _: graph.community_infomap(edge_weights="weight").membership,
    "spinglass": lambda graph, size: (
        graph.community_spinglass(weights="weight", spins=max(size, 2)).membership
    ),
}

METHODS: Mapping[str, Callable[[Data, int], Codes]] = {
    "single": _hierarchy("single"), "average": _hierarchy("average"),
    "complete": _hierarchy("complete"), "ward": _hierarchy("ward"), "k-means": _k_means,
    "pam": _pam, "equivalence": _equivalence, "concor": _concor,
    "concor two-mode": _concor_two, "louvain": _louvain,
    "fast greedy": _fast_greedy, "label propagation": _label_propagation,
    "edge betweenness": _edge_betweenness, "leading eigenvector": _leading_eigenvector,
    "walktrap": _walktrap, "infomap": _of_igraph("infomap"),
    "spinglass": _of_igraph("spinglass"),
}  # fmt: skip
"""The ways to group, by name."""

OWN_NUMBER = {"louvain", "fast greedy", "label propagation", "infomap"}
"""Those that find the number of groups themselves."""
SLOW: Mapping[str, int] = {"edge betweenness": 500}
"""Those that "best" leaves out where there are more ties than this; their cost grows so fast."""
EXTRA = frozenset(_IGRAPH)
"""Those that need a library of their own; "best" does without."""
