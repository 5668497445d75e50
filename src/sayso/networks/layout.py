"""Where the nodes of a network stand on the page, and where their names fit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.networks.counting import Floats
from sayso.networks.making import Network

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def places(network: Network, *, seed: int = 0) -> Floats:
    """Put the nodes on a plane: friends near, strangers and opponents apart.

    Rows come first, then the columns of a two-mode network. Coordinates lie between -1 and 1.
    """
    import networkx

    if network.one_mode:
        ties = np.maximum(network.matrix(), 0)
    else:
        across = np.abs(network.matrix())
        height, width = across.shape
        ties = np.block([[np.zeros((height, height)), across],
                         [across.T, np.zeros((width, width))]])  # fmt: skip
    count = len(ties)
    if count == 0:
        return np.zeros((0, 2))
    graph = networkx.from_numpy_array(np.sqrt(ties))
    found = networkx.spring_layout(graph, seed=seed, iterations=200, k=2.2 / np.sqrt(count))
    placed = np.array([found[at] for at in range(count)])
    return _spread(_untouching(placed, 1.1 / np.sqrt(count)))


def _spread(placed: Floats) -> Floats:
    low, high = placed.min(axis=0), placed.max(axis=0)
    span = np.where(high - low > 1e-9, high - low, 1.0)
    return np.asarray((placed - (low + high) / 2) / span * 2)


def _untouching(placed: Floats, least: float) -> Floats:
    """Push nodes apart that lie nearer than `least`, a little at a time."""
    placed = _spread(placed)
    for _ in range(60):
        apart = placed[:, None, :] - placed[None, :, :]
        far = np.sqrt((apart**2).sum(axis=-1)) + 1e-9
        np.fill_diagonal(far, np.inf)
        push = np.maximum(least - far, 0) / far
        if not push.any():
            break
        placed = placed + 0.25 * (apart * push[:, :, None]).sum(axis=1)
    return placed


def label_boxes(
    centres: Floats, sizes: Sequence[tuple[float, float]], radii: Sequence[float]
) -> list[Box]:
    """Give each name a place around its node where it covers as little as possible.

    Args:
        centres: of the nodes, in points.
        sizes: width and height of each name, in points.
        radii: of the nodes, in points.
    """
    nodes = [(x - r, y - r, x + r, y + r) for (x, y), r in zip(centres, radii, strict=True)]
    taken = np.array(nodes) if nodes else np.zeros((0, 4))
    found: list[Box] = []
    for at, ((x, y), (width, height)) in enumerate(zip(centres, sizes, strict=True)):
        options = _around(x, y, width, height, radii[at] + 1.5)
        others = np.delete(taken, at, axis=0) if at < len(nodes) else taken
        costs = [_covered(box, others) + 0.02 * nth for nth, box in enumerate(options)]
        best = options[int(np.argmin(costs))]
        found.append(best)
        taken = np.vstack([taken, best])
    return found


def _around(x: float, y: float, width: float, height: float, gap: float) -> list[Box]:
    """Give boxes above, below, right, left, at the corners, and the same further out."""
    found: list[Box] = []
    for far in (gap, gap + height, gap + 2.2 * height):
        for across, up in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            left = x - width / 2 + across * (width / 2 + (far if not up else far * 0.7))
            bottom = y - height / 2 + up * (height / 2 + far)
            found.append((left, bottom, left + width, bottom + height))
    return found


def _covered(box: Box, others: Floats) -> float:
    left = np.maximum(box[0], others[:, 0])
    bottom = np.maximum(box[1], others[:, 1])
    right = np.minimum(box[2], others[:, 2])
    top = np.minimum(box[3], others[:, 3])
    return float((np.maximum(right - left, 0) * np.maximum(top - bottom, 0)).sum())
