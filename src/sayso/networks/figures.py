"""Figures of networks and their measures, for print: SVG, PDF or PNG.

Colours are those of Okabe and Ito, told apart with any colour vision; what is for or against
is told by the line as well. Names are drawn as plain text, never read as formulas.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import wrap
from typing import Any

import numpy as np

from sayso.errors import UsageError
from sayso.networks.camps import Polarization
from sayso.networks.counting import Floats
from sayso.networks.files import shown
from sayso.networks.layout import label_boxes, places
from sayso.networks.making import Network
from sayso.networks.phasing import Phases
from sayso.networks.scaling import Scale
from sayso.networks.tallies import Bars

BLUE, ORANGE, GREEN, YELLOW, SKY, RED, PINK, GREY = (
    "#0072B2", "#E69F00", "#009E73", "#F0E442", "#56B4E9", "#D55E00", "#CC79A7", "#666666",
)  # fmt: skip
CAMPS = (BLUE, RED, GREEN, PINK, ORANGE, SKY, YELLOW, GREY)
_KINDS = (".svg", ".pdf", ".png")
_LONG = 38  # signs of a name before it is cut
_LINE = 20  # signs of a name before it is broken into two lines
_LONGEST = 56  # signs of a name in two lines before it is cut
_MOST_NODES = 1_000
_MOST_TIES = 50_000
_DENSE = 400  # ties drawn in full strength


def draw_network(
    network: Network,
    path: str | Path,
    *,
    groups: Mapping[str, int] | None = None,
    threshold: float = 0.0,
    title: str = "",
    seed: int = 0,
) -> Path:
    """Draw a network: full blue lines for agreement, dashed red ones for conflict.

    Args:
        network: what is drawn.
        path: ends in .svg, .pdf or .png.
        groups: a number for each row that is to be coloured.
        threshold: ties weaker than this are left out.
        title: above the figure.
        seed: of the layout; the same seed gives the same figure.

    Raises:
        UsageError: The ending is not known, or there is nothing to draw.
    """
    names = [*network.rows, *(() if network.one_mode else network.columns)]
    if not names:
        raise UsageError("The network has no nodes to draw; widen the filters or the period.")
    if len(names) > _MOST_NODES:
        raise UsageError(
            f"{len(names):,} nodes cannot be told apart on a page; leave out the rare "
            "(row_minimum, column_minimum), or write .gexf and open it in Gephi."
        )
    ties = _ties(network, threshold)
    if len(ties) > _MOST_TIES:
        raise UsageError(
            f"{len(ties):,} ties are too many for a page; draw those from a threshold of "
            f"{_strong(ties):.3g} on."
        )
    side = 6.0 + 0.35 * np.sqrt(len(names))
    placed = places(network, seed=seed)
    wide, high = np.abs(placed).max(axis=0)
    figure, axes = _page(side, side * float(np.clip(high / max(wide, 1e-9), 0.65, 1.0)), title)
    axes.set_axis_off()
    points = _points(axes, figure, placed / (wide or 1.0, high or 1.0))
    _draw_ties(axes, points, ties)
    radii = _radii(network)
    _draw_nodes(axes, network, points, radii, groups or {})
    _draw_names(axes, names, points, radii)
    _legend(axes, network, {weight > 0 for _, _, weight in ties}, groups or {})
    return _saved(figure, path)


def _page(width: float, height: float, title: str) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    if title:
        axes.set_title(_plain(title), fontsize=11, loc="left")
    return figure, axes


def _plain(text: str, most: int = _LONG) -> str:
    """Write out what cannot be seen in a name, and shorten it."""
    text = shown(text)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _listed(names: Sequence[str], *, each: float, title: str) -> tuple[Any, Any, list[str]]:
    """Give a page with a line of so many inches for each name, and the names as they are drawn."""
    texts = [_plain(name, _LONGEST) for name in names]
    longest = max((len(text) for text in texts), default=0)
    figure, axes = _page(4.8 + 0.06 * longest, 1.3 + each * len(names), title)
    return figure, axes, texts


def _legend_below(axes: Any) -> None:
    handles, labels = axes.get_legend_handles_labels()
    axes.figure.legend(handles, labels, loc="outside lower center", frameon=False, fontsize=8,
                       ncols=min(len(labels), 6))  # fmt: skip


def _points(axes: Any, figure: Any, placed: Floats) -> Floats:
    """Turn places into points of the page, leaving a margin for names."""
    width, height = (72 * float(inches) for inches in figure.get_size_inches())
    room = np.array([width / 2 - 64, height / 2 - 48])
    axes.set_xlim(-width / 2, width / 2)
    axes.set_ylim(-height / 2, height / 2)
    return np.asarray(placed * room)


def _ties(network: Network, threshold: float) -> list[tuple[int, int, float]]:
    rows = {name: at for at, name in enumerate(network.rows)}
    shift = 0 if network.one_mode else len(network.rows)
    columns = {name: at + shift for at, name in enumerate(network.columns)}
    return [
        (rows[row], columns[column], weight)
        for row, column, weight in network.edges()
        if abs(weight) >= threshold
    ]


def _strong(ties: list[tuple[int, int, float]]) -> float:
    """Give the weight from which on as many ties are left as a page bears."""
    return sorted((abs(weight) for _, _, weight in ties), reverse=True)[_MOST_TIES // 10]


def _draw_ties(axes: Any, points: Floats, ties: list[tuple[int, int, float]]) -> None:
    from matplotlib.collections import LineCollection

    strongest = max((abs(weight) for _, _, weight in ties), default=1.0)
    faint = min(1.0, np.sqrt(_DENSE / max(len(ties), 1)))
    for sign, colour, style in ((1, BLUE, "solid"), (-1, RED, (0, (4, 2.5)))):
        drawn = [(at, to, abs(weight)) for at, to, weight in ties if weight * sign > 0]
        if not drawn:
            continue
        strength = np.array([weight / strongest for _, _, weight in drawn])
        axes.add_collection(LineCollection(
            [(points[at], points[to]) for at, to, _ in drawn], colors=colour, linestyles=[style],
            linewidths=0.4 + 2.4 * strength, alpha=0.15 + 0.5 * faint * strength, zorder=1,
        ))  # fmt: skip


def _radii(network: Network) -> list[float]:
    strength = np.array([node["strength"] for node in network.nodes()])
    largest = float(strength.max(initial=0.0)) or 1.0
    return [float(size) for size in 3.0 + 4.0 * np.sqrt(strength / largest)]


def _draw_nodes(
    axes: Any, network: Network, points: Floats, radii: Sequence[float], groups: Mapping[str, int]
) -> None:
    rows = len(network.rows)
    colours = [CAMPS[groups[name] % len(CAMPS)] if name in groups else SKY for name in network.rows]
    marks = ((slice(0, rows), "o", colours), (slice(rows, None), "s", ORANGE))
    for part, mark, colour in marks:
        if len(points[part]):
            axes.scatter(
                points[part][:, 0], points[part][:, 1], s=[(2 * size) ** 2 for size in radii[part]],
                marker=mark, c=colour, edgecolors="white", linewidths=0.8, zorder=2,
            )  # fmt: skip


def _draw_names(axes: Any, names: Sequence[str], points: Floats, radii: Sequence[float]) -> None:
    size = 8.5 if len(names) <= 40 else 6.5
    texts = [_in_lines(name) for name in names]
    boxes = label_boxes(points, [_extent(text, size) for text in texts], radii)
    for text, (left, bottom, right, top) in zip(texts, boxes, strict=True):
        axes.text(
            (left + right) / 2, (bottom + top) / 2, text, fontsize=size, ha="center", va="center",
            zorder=3, linespacing=1.0,
            bbox={"facecolor": "white", "alpha": 0.75, "edgecolor": "none", "pad": 0.6},
        )  # fmt: skip


def _in_lines(name: str) -> str:
    """Break a long name into two lines of like length; what is longer still is cut."""
    text = shown(name)
    if len(text) <= _LINE:
        return text
    for width in range(max(len(text) // 2, 1), _LONGEST // 2 + 2):
        lines = wrap(text, width)
        if len(lines) <= 2:
            return "\n".join(lines)
    lines = wrap(text, _LONGEST // 2, max_lines=2, placeholder=" …")
    return "\n".join(lines)


def _extent(text: str, size: float) -> tuple[float, float]:
    """Give the width and height of a text in points, as it is drawn."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    lines = text.split("\n")
    font = FontProperties(size=size)
    widths = [text_to_path.get_text_width_height_descent(line, font, ismath=False)[0]
              for line in lines]  # fmt: skip
    wide = float(max(widths))
    return wide + 3, 1.2 * size * len(lines) + 1


def _legend(axes: Any, network: Network, signs: set[bool], groups: Mapping[str, int]) -> None:
    from matplotlib.lines import Line2D

    marks = []
    if signs == {True, False}:
        positive, negative = ("agreement", "conflict") if network.one_mode else ("for", "against")
        marks = [Line2D([], [], color=BLUE, label=f"more {positive}"),
                 Line2D([], [], color=RED, linestyle=(0, (4, 2.5)),
                        label=f"more {negative}")]  # fmt: skip
    known = sorted({groups[name] for name in network.rows if name in groups})
    marks += [
        Line2D([], [], color=CAMPS[group % len(CAMPS)], marker="o", linestyle="none",
               label=f"group {group + 1}")
        for group in known[: len(CAMPS)]
    ]  # fmt: skip
    if not network.one_mode:
        marks += [Line2D([], [], color=ORANGE, marker="s", linestyle="none",
                         label=_plain(network.settings.columns))]  # fmt: skip
    if marks:
        axes.figure.legend(handles=marks, loc="outside lower center", frameon=False, fontsize=8,
                           ncols=min(len(marks), 6))  # fmt: skip


def draw_bars(bars: Bars, path: str | Path, *, title: str = "") -> Path:
    """Draw how often each value is spoken of: for to the right, against to the left.

    Raises:
        UsageError: The ending is not known, or there is nothing to draw.
    """
    if not bars.values:
        raise UsageError("There are no statements to draw; widen the filters or the period.")
    order = np.argsort(bars.counts.sum(axis=1), kind="stable")
    figure, axes, names = _listed([bars.values[at] for at in order], each=0.24, title=title)
    rows = np.arange(len(order))
    counts = bars.counts[order]
    if bars.levels == (0, 1):
        axes.barh(rows, counts[:, 1], color=BLUE, label="for")
        axes.barh(rows, -counts[:, 0], color=RED, hatch="///", edgecolor="white", label="against")
        axes.axvline(0, color="black", linewidth=0.8)
        axes.xaxis.set_major_formatter(lambda value, _: f"{abs(value):g}")
        _legend_below(axes)
    else:
        _stacked(axes, rows, counts, bars)
    axes.set_yticks(rows, names, fontsize=8)
    axes.set_ylim(-0.6, len(order) - 0.4)
    axes.set_xlabel("statements")
    axes.spines[["top", "right", "left"]].set_visible(False)
    return _saved(figure, path)


def _stacked(axes: Any, rows: Any, counts: Floats, bars: Bars) -> None:
    from matplotlib import colormaps

    shades = colormaps["cividis"](np.linspace(0.05, 0.95, max(len(bars.levels), 2)))
    left = np.zeros(len(rows))
    for at, level in enumerate(bars.levels):
        label = None if len(bars.levels) == 1 else _plain(str(level))
        axes.barh(rows, counts[:, at], left=left, color=shades[at], edgecolor="white", label=label)
        left = left + counts[:, at]
    if len(bars.levels) > 1:
        _legend_below(axes)


def draw_dendrogram(
    actors: Sequence[str], joins: Floats, path: str | Path, *, title: str = ""
) -> Path:
    """Draw the tree of `dendrogram`: the later two actors join, the less they say the same.

    Raises:
        UsageError: The ending is not known.
    """
    from scipy.cluster.hierarchy import dendrogram

    figure, axes, names = _listed(actors, each=0.22, title=title)
    dendrogram(joins, labels=names, orientation="left", ax=axes,
               color_threshold=0, above_threshold_color=GREY)  # fmt: skip
    axes.tick_params(axis="y", labelsize=8)
    axes.set_xlabel("distance at which groups join")
    axes.spines[["top", "right", "left"]].set_visible(False)
    return _saved(figure, path)


def draw_phases(phases: Phases, path: str | Path, *, title: str = "") -> Path:
    """Draw the states over time, and how far every two moments lie apart (dark: near).

    Raises:
        UsageError: The ending is not known.
    """
    from matplotlib.figure import Figure

    figure = Figure(figsize=(6, 7), layout="constrained")
    above, below = figure.subplots(2, 1, height_ratios=[1, 4])
    if title:
        above.set_title(_plain(title), fontsize=11, loc="left")
    moments = np.array(phases.middles, dtype="datetime64[s]")
    states = np.array(phases.states)
    for state in range(int(states.max()) + 1):
        here = states == state
        above.scatter(moments[here], states[here] + 1, s=14, marker="os^Dv*"[state % 6],
                      color=CAMPS[state % len(CAMPS)])  # fmt: skip
    above.step(moments, states + 1, where="mid", color=GREY, linewidth=0.7, zorder=0)
    above.set_yticks(range(1, int(states.max()) + 2))
    above.set_ylabel("state")
    above.tick_params(labelsize=8)
    edges = moments.astype(np.float64) / 86_400  # matplotlib counts days since 1970
    shade = below.imshow(phases.distances, cmap="cividis", vmin=0, vmax=1, origin="lower",
                         extent=(edges[0], edges[-1], edges[0], edges[-1]))  # fmt: skip
    below.xaxis_date()
    below.yaxis_date()
    below.tick_params(labelsize=8)
    for axis in (above.xaxis, below.xaxis, below.yaxis):
        _dated(axis)
    figure.colorbar(shade, ax=below, label="distance, as a share of the largest", shrink=0.7)
    return _saved(figure, path)


def _dated(axis: Any) -> None:
    """Write few dates, so that no two touch."""
    from matplotlib import dates as dates_

    dates: Any = dates_

    locator = dates.AutoDateLocator(minticks=3, maxticks=7)
    axis.set_major_locator(locator)
    axis.set_major_formatter(dates.ConciseDateFormatter(locator))
    axis.get_offset_text().set_fontsize(8)


def draw_polarization(
    moments: Sequence[str], found: Sequence[Polarization], path: str | Path, *, title: str = ""
) -> Path:
    """Draw the polarization score over time: 1 for camps, 0 for none.

    Raises:
        UsageError: The ending is not known.
    """
    figure, axes = _page(7, 3, title)
    axes.plot(np.array(moments, dtype="datetime64[s]"), [one.score for one in found], color=BLUE,
              marker="o", markersize=3, linewidth=1.2)  # fmt: skip
    axes.set_ylim(min(0.0, *(one.score for one in found)) - 0.02, 1.02)
    axes.set_ylabel("polarization")
    _dated(axes.xaxis)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=8)
    return _saved(figure, path)


def draw_scale(scale: Scale, path: str | Path, *, title: str = "") -> Path:
    """Draw positions: on one dimension with their 95 per cent intervals, on two as a map.

    Raises:
        UsageError: The ending is not known.
    """
    order = sorted(scale.positions, key=lambda one: one.mean[0])
    if len(order[0].mean) == 2:
        return _saved(_map(scale, title), path)
    figure, axes, names = _listed([one.actor for one in order], each=0.22, title=title)
    rows = np.arange(len(order))
    axes.hlines(rows, [one.low[0] for one in order], [one.high[0] for one in order], color=GREY)
    axes.scatter([one.mean[0] for one in order], rows, color=BLUE, s=18, zorder=2)
    axes.set_yticks(rows, names, fontsize=8)
    axes.set_ylim(-0.6, len(order) - 0.4)
    axes.set_xlabel("position, with its 95 % interval\nwhich end is which means nothing")
    axes.spines[["top", "right", "left"]].set_visible(False)
    return _saved(figure, path)


def _map(scale: Scale, title: str) -> Any:
    side = 5.5 + 0.4 * np.sqrt(len(scale.positions))
    figure, axes = _page(side, side, title)
    means = np.array([one.mean for one in scale.positions])
    axes.set_axis_off()
    reach = float(np.abs(means).max(initial=1.0))
    points = _points(axes, figure, means / reach)
    axes.scatter(points[:, 0], points[:, 1], color=BLUE, s=24, zorder=2)
    _draw_names(axes, [one.actor for one in scale.positions], points, [3.0] * len(points))
    return figure


def _saved(figure: Any, path: str | Path) -> Path:
    from matplotlib import rc_context
    from matplotlib.text import Text

    path = Path(path)
    if path.suffix.lower() not in _KINDS:
        raise UsageError(f"A figure ends in {', '.join(_KINDS)}, not {path.suffix!r}.")
    for text in figure.findobj(Text):
        text.set_parse_math(False)  # "$" in a name begins no formula
    # Text stays text in SVG and PDF; nothing of the day or the machine goes into the file.
    rules: dict[Any, Any] = {"svg.fonttype": "none", "pdf.fonttype": 42, "svg.hashsalt": "sayso"}
    blank = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}.get(path.suffix.lower())
    with rc_context(rules):
        figure.savefig(path, dpi=200, metadata=blank)
    return path
