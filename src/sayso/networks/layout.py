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
    placed = _eased(_lying(placed)) if count > 2 else placed
    return _spread(_untouching(placed, 1.3 / np.sqrt(count)))


_STRETCH = 1.7
"""How far the narrow way of a layout is drawn out to fill the page; more would tear camps apart."""


def _spread(placed: Floats) -> Floats:
    """Fit the nodes between -1 and 1 around the middle."""
    low, high = placed.min(axis=0), placed.max(axis=0)
    span = np.where(high - low > 1e-9, high - low, 1.0)
    return np.asarray((placed - (low + high) / 2) / np.maximum(span, span.max() / _STRETCH) * 2)


def _lying(placed: Floats) -> Floats:
    """Turn the nodes so that they reach farthest from side to side: pages are wider than names."""
    centred = placed - placed.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    axes = axes * np.where(axes.sum(axis=1, keepdims=True) < 0, -1, 1)  # the sign is arbitrary
    return np.asarray(centred @ axes.T)


def _eased(placed: Floats) -> Floats:
    """Give the crowded middle more room, and those far out less, keeping who is left of whom.

    A few nodes with one tie drift far away; halfway between its place and its rank, each axis is
    filled evenly enough to read.
    """
    spread = _spread(placed)
    ranks = np.argsort(np.argsort(np.round(spread, 6), axis=0, kind="stable"), axis=0)
    even = (2 * ranks / max(len(placed) - 1, 1) - 1) * spread.max(axis=0)
    return np.asarray((spread + even) / 2)


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
    reach = np.asarray(radii, dtype=np.float64)[:, None]
    nodes = np.hstack([centres - reach, centres + reach]).reshape(-1, 4)
    if not len(nodes):
        return []
    low, high = nodes.min(axis=0)[:2], nodes.max(axis=0)[2:]
    options = [
        np.array(_around(x, y, width, height, radius + 1.5))
        for (x, y), (width, height), radius in zip(centres, sizes, radii, strict=True)
    ]
    found = np.array([each[0] for each in options]).reshape(-1, 4)
    placed = np.zeros(len(options), dtype=bool)
    # The first sweep sees the names placed before, the others see all: few names move in the last.
    for _ in range(_SWEEPS):
        before = found.copy()
        for at in np.argsort([-width for width, _ in sizes], kind="stable"):
            placed[at] = False
            others = np.vstack([np.delete(nodes, at, axis=0), found[placed]])
            each = options[at]
            costs = _covered(each, others) + 0.02 * np.arange(len(each))
            costs = costs + 4 * _outside(each, low - _MARGIN, high + _MARGIN)
            found[at] = each[int(np.argmin(costs))]
            placed[at] = True
        if np.array_equal(before, found):
            break
    return [tuple(box) for box in found.tolist()]


_SWEEPS = 6
_MARGIN = 40.0
"""Points that names may reach beyond the outermost nodes."""


def _around(x: float, y: float, width: float, height: float, gap: float) -> list[Box]:
    """Give boxes above, below, right, left, at the corners, and the same further out."""
    found: list[Box] = []
    for far in (gap, gap + height, gap + 2.2 * height):
        for across, up in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)):
            left = x - width / 2 + across * (width / 2 + (far if not up else far * 0.7))
            bottom = y - height / 2 + up * (height / 2 + far)
            found.append((left, bottom, left + width, bottom + height))
    return found


def _covered(boxes: Floats, others: Floats) -> Floats:
    """Give how much of each box others cover, in square points."""
    left = np.maximum(boxes[:, None, 0], others[None, :, 0])
    bottom = np.maximum(boxes[:, None, 1], others[None, :, 1])
    right = np.minimum(boxes[:, None, 2], others[None, :, 2])
    top = np.minimum(boxes[:, None, 3], others[None, :, 3])
    return np.asarray((np.maximum(right - left, 0) * np.maximum(top - bottom, 0)).sum(axis=1))


def _outside(boxes: Floats, low: Floats, high: Floats) -> Floats:
    """Give how far each box reaches out of the page, as an area."""
    beyond = np.maximum(low - boxes[:, :2], 0) + np.maximum(boxes[:, 2:] - high, 0)
    return np.asarray((beyond * (boxes[:, 2:] - boxes[:, :2])[:, ::-1]).sum(axis=1))
