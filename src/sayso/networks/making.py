"""The network: its nodes and ties, and how it is made of statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import sparse

from sayso.errors import MissingExtraError, UsageError
from sayso.networks.counting import Counting, Floats, Matrix, count
from sayso.networks.selection import Selection, select
from sayso.networks.settings import Settings, network_of
from sayso.networks.statements import Statements
from sayso.networks.ties import one_mode, two_mode


@dataclass(frozen=True, eq=False)
class Network:
    """Rows tied to columns; in a one-mode network the columns are the rows again.

    `values` are the ties, sparse where most are 0. `start`, `middle` and `stop` are the period in
    seconds since 1970 UTC, `statements` how many of them it was made of. `attributes` give, by
    variable and value, the attributes of the nodes.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    values: Matrix
    settings: Settings
    start: int
    stop: int
    middle: int
    statements: int
    attributes: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    @property
    def one_mode(self) -> bool:
        """Whether rows and columns are the same nodes, and ties have no direction."""
        return self.settings.mode == "one"

    def matrix(self) -> Floats:
        """Give the ties as a full matrix, rows down and columns across."""
        if sparse.issparse(self.values):
            return np.asarray(self.values.toarray(), dtype=np.float64)
        return np.asarray(self.values, dtype=np.float64)

    def nodes(self) -> Iterator[dict[str, Any]]:
        """Give one row for each node: its name, its variable, its attributes, its ties."""
        degrees = abs(self.values)
        across = np.asarray(degrees.sum(axis=1)).ravel()
        yield from self._described(self.settings.rows, self.rows, across)
        if not self.one_mode:
            down = np.asarray(degrees.sum(axis=0)).ravel()
            yield from self._described(self.settings.columns, self.columns, down)

    def _described(
        self, variable: str, labels: tuple[str, ...], strength: Floats
    ) -> Iterator[dict[str, Any]]:
        known = self.attributes.get(variable, {})
        for label, sum_ in zip(labels, strength, strict=True):
            own = {"name": label, "variable": variable, "strength": float(sum_)}
            yield own | {key: value for key, value in known.get(label, {}).items()
                         if key not in own}  # fmt: skip

    def edges(self) -> Iterator[tuple[str, str, float]]:
        """Give every tie that is not 0: row, column, weight.

        A pair of a one-mode network is given once.
        """
        values = sparse.coo_array(self.values)
        for at, to, weight in zip(values.row, values.col, values.data, strict=True):
            if weight != 0 and not (self.one_mode and at >= to):
                yield self.rows[at], self.columns[to], float(weight)

    def to_networkx(self) -> Any:
        """Give the network as a networkx graph; nodes of a two-mode one carry `bipartite`."""
        import networkx

        graph = networkx.Graph()
        for node in self.nodes():
            two = (
                {} if self.one_mode else {"bipartite": int(node["variable"] != self.settings.rows)}
            )
            graph.add_node(_key(self, node["variable"], node["name"]), **node, **two)
        for row, column, weight in self.edges():
            ends = _key(self, self.settings.rows, row), _key(self, self.settings.columns, column)
            if self.one_mode:
                ends = row, column
            graph.add_edge(*ends, weight=weight, sign="+" if weight > 0 else "-")
        return graph

    def to_igraph(self) -> Any:
        """Give the network as an igraph graph.

        Raises:
            MissingExtraError: igraph is not installed.
        """
        try:
            import igraph
        except ImportError as error:
            raise MissingExtraError(
                "igraph is not installed; `pip install 'sayso[igraph]'` brings it."
            ) from error
        return igraph.Graph.from_networkx(self.to_networkx())

    def to_polars(self) -> tuple[Any, Any]:
        """Give the nodes and the edges as two polars tables."""
        import polars

        edges = list(self.edges())
        return (
            polars.DataFrame(list(self.nodes()), infer_schema_length=None),
            polars.DataFrame(
                edges, orient="row",
                schema={"row": polars.String, "column": polars.String, "weight": polars.Float64},
            ),
        )  # fmt: skip


def _key(network: Network, variable: str, name: str) -> str:
    """Give the id of a node: its name, told apart where a row and a column share it."""
    if network.one_mode or variable == network.settings.rows:
        return name
    return f"{name} ({variable})" if name in set(network.rows) else name


def network(statements: Statements, settings: Settings | None = None, **options: Any) -> Network:
    """Make one network of the statements.

    Args:
        statements: the table, see `statements.from_columns`.
        settings: what it is to be; or give its parts as options by name, see `Settings`.

    Raises:
        UsageError: The options contradict each other, or name a variable that does not exist.
    """
    chosen = network_of(settings if settings is not None else Settings(**options))
    selection = select(statements, chosen)
    counting = count(selection)
    first, last = selection.period
    return made(counting, counting.cube(), selection, (first, (first + last) // 2, last))


def made(
    counting: Counting, cube: Matrix, selection: Selection, period: tuple[int, int, int]
) -> Network:
    """Make the network of a cube: the last step, the same for periods, windows and kernels."""
    settings = selection.settings
    tie = one_mode if settings.mode == "one" else two_mode
    across = counting.row_labels if settings.mode == "one" else counting.column_labels
    return Network(
        counting.row_labels, across, tie(cube, counting.scale, settings), settings,
        period[0], period[2], period[1], len(counting.places), selection.statements.attributes,
    )  # fmt: skip


def event_list(
    statements: Statements, settings: Settings | None = None, **options: Any
) -> Selection:
    """Select the statements for a list of events, in order of time.

    Raises:
        UsageError: What is asked for belongs to a network.
    """
    chosen = settings or Settings(**{"mode": "events", **options})
    if chosen.mode != "events":
        raise UsageError(f"A list of events has no mode {chosen.mode!r}; leave it out.")
    if chosen.isolates:
        raise UsageError("A list of events has no nodes, so no isolates; leave them out.")
    return select(statements, chosen)
