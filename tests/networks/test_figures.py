"""Figures: what is drawn, what is refused, and what a name may not do."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import numpy as np
import pytest
from tests.networks.test_making import positions

from sayso import networks
from sayso.errors import UsageError
from sayso.networks import figures
from sayso.networks.layout import label_boxes, places

OPTIONS = {"rows": "organization"}


def test_a_network_is_drawn_with_names_and_both_signs(synth, tmp_path):
    """Every node is named; conflict is dashed as well as coloured."""
    made = networks.network(synth, aggregation="subtract", normalization="average", **OPTIONS)
    path = figures.draw_network(made, tmp_path / "net.svg", groups={"Org 004": 1}, title="Debate")
    text = path.read_text(encoding="utf-8")

    ET.fromstring(text)
    assert all(f">{name}<" in text for name in ("Org 004", "Éco-Verein Zürich", "Debate"))
    assert "stroke-dasharray" in text
    assert ">more conflict<" in text


def test_the_same_seed_draws_the_same_figure(camps, tmp_path):
    """Byte for byte: no date, no random id."""
    made = networks.network(camps, aggregation="subtract", **OPTIONS)
    first = figures.draw_network(made, tmp_path / "one.svg").read_bytes()

    assert first == figures.draw_network(made, tmp_path / "two.svg").read_bytes()


def test_names_are_no_formulas_and_no_markup(tmp_path):
    """A name with signs of a formula is drawn as it stands."""
    made = networks.network(positions(**{r"$\frac{1}$": "+x", "<b>": "+x"}), aggregation="subtract")
    text = figures.draw_network(made, tmp_path / "net.svg").read_text(encoding="utf-8")

    ET.fromstring(text)
    assert r"$\frac{1}$" in text
    assert "&lt;b&gt;" in text


@pytest.mark.parametrize("ending", ["pdf", "png", "svg"])
def test_all_kinds_of_figure_are_drawn(ending, synth, tmp_path):
    """Bars, trees, phases, polarization and two-mode networks."""
    two = networks.network(synth, mode="two", aggregation="subtract", **OPTIONS)
    windows = networks.windows(
        synth, unit="months", size=12, isolates=True, aggregation="congruence", **OPTIONS
    )
    made = [
        figures.draw_network(two, tmp_path / f"two.{ending}", threshold=2),
        figures.draw_bars(networks.bars(synth, "concept"), tmp_path / f"bars.{ending}"),
        figures.draw_bars(
            networks.bars(synth, "concept", qualifier="intensity"), tmp_path / f"levels.{ending}"
        ),
        figures.draw_dendrogram(
            *networks.dendrogram(synth, **OPTIONS), tmp_path / f"tree.{ending}"
        ),
        figures.draw_phases(networks.phases(windows), tmp_path / f"phases.{ending}"),
        figures.draw_polarization(
            ["2009-01-01", "2010-01-01"],
            [networks.polarization(synth, seed=seed, **OPTIONS) for seed in (0, 1)],
            tmp_path / f"camps.{ending}",
        ),
    ]

    assert all(path.stat().st_size > 1_000 for path in made)


def test_nothing_to_draw_is_said(tmp_path):
    """Not an empty page."""
    empty = networks.network(positions(a="+x"), exclude={"actor": ("a",)})

    with pytest.raises(UsageError, match="no nodes to draw"):
        figures.draw_network(empty, tmp_path / "net.svg")
    with pytest.raises(UsageError, match=r"A figure ends in \.svg, \.pdf, \.png, not '\.jpg'"):
        figures.draw_network(networks.network(positions(a="+x", b="+x")), tmp_path / "net.jpg")


def test_the_names_of_a_hundred_nodes_hardly_cover_each_other():
    """Names of common length on a page of common size."""
    rng = np.random.default_rng(5)
    rows = " ".join(f"{'+' if rng.random() < 0.5 else '-'}c{at}" for at in range(8))
    made = networks.network(positions(**{f"Organisation {at}": rows for at in range(100)}))
    centres = places(made) * np.array([270, 290])
    boxes = np.array(label_boxes(centres, [(55.0, 7.5)] * 100, [4.0] * 100))
    width = np.minimum.outer(boxes[:, 2], boxes[:, 2]) - np.maximum.outer(boxes[:, 0], boxes[:, 0])
    height = np.minimum.outer(boxes[:, 3], boxes[:, 3]) - np.maximum.outer(boxes[:, 1], boxes[:, 1])
    covered = np.maximum(width, 0) * np.maximum(height, 0)
    np.fill_diagonal(covered, 0)

    assert covered.sum() / 2 < 0.1 * 100 * 55 * 7.5


@pytest.mark.parametrize("dimensions", [1, 2])
def test_positions_are_drawn_with_every_name(dimensions, camps, tmp_path):
    """On a line or on a map."""
    found = networks.scale(camps, dimensions=dimensions, draws=100, **OPTIONS)
    text = figures.draw_scale(found, tmp_path / "scale.svg").read_text(encoding="utf-8")

    assert all(f">{one.actor}<" in text for one in found.positions)


def test_what_no_page_holds_is_refused_with_the_way_out(tmp_path):
    """Too many nodes, or too many ties."""
    many = networks.network(positions(**{f"a{at}": "+x" for at in range(400)}))
    more = networks.network(positions(**{f"a{at}": "+x" for at in range(1_001)}), mode="two")

    with pytest.raises(UsageError, match=r"79,800 ties are too many.*threshold of 1 on"):
        figures.draw_network(many, tmp_path / "net.svg")
    with pytest.raises(UsageError, match="1,002 nodes cannot be told apart"):
        figures.draw_network(more, tmp_path / "net.svg")


def debate(actors: int, *, concepts: int = 25) -> networks.Statements:
    """Make a debate of so many actors, a fifth of them with long names."""
    chance = np.random.default_rng(actors)
    names = [
        f"Association of Harbour Producers and Traders no. {nth}" if nth % 5 == 0 else f"Org {nth}"
        for nth in range(actors)
    ]
    who = np.concatenate([np.arange(actors), chance.integers(0, actors, actors * 9)])
    what = chance.integers(0, concepts, len(who))
    camp = chance.random((2, concepts)) < 0.5
    return networks.from_columns(
        {
            "actor": [names[one] for one in who],
            "concept": [f"There should be no limit whatsoever on {one}" for one in what],
            "agreement": [
                "for" if camp[a % 2, c] else "against" for a, c in zip(who, what, strict=True)
            ],
            "date": [f"{2000 + nth % 9}-{1 + nth % 12:02}" for nth in range(len(who))],
        },
        kinds={"agreement": "boolean"},
    )


@pytest.fixture
def drawn(monkeypatch):
    """The figures instead of their files."""
    kept = []
    monkeypatch.setattr(figures, "_saved", lambda figure, _path: kept.append(figure))
    return kept


def pictured(statements, actors):
    """Draw a debate in every way there is."""
    two = networks.network(statements, mode="two", aggregation="subtract")
    one = networks.network(statements, aggregation="subtract", normalization="average")
    groups = {name: nth % 3 for nth, name in enumerate(one.rows)}
    figures.draw_network(one, "x", groups=groups, title="Who stands with whom")
    figures.draw_network(two, "x", groups=groups)
    figures.draw_bars(networks.bars(statements, "actor"), "x", title="How often")
    figures.draw_dendrogram(*networks.dendrogram(statements), "x")
    figures.draw_scale(networks.scale(statements, draws=40), "x")
    figures.draw_scale(networks.scale(statements, draws=40, dimensions=2), "x")


def written(figure):
    """Give every text that a figure shows."""
    for legend in figure.legends:
        yield from legend.get_texts()
    for axes in figure.axes:
        yield from axes.texts
        yield from (axes.title, axes._left_title)
        if axes.axison:
            yield from (axes.xaxis.label, axes.yaxis.label)
            for axis in (axes.xaxis, axes.yaxis):
                low, high = sorted(axis.get_view_interval())
                yield from (tick.label1 for tick in axis.get_major_ticks()
                            if low <= tick.get_loc() <= high)  # fmt: skip


@pytest.mark.parametrize("actors", [20, 60, 100])
def test_no_name_leaves_the_page(drawn, actors):
    """Every text of every figure lies within it, with long names and up to 100 nodes."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    pictured(debate(actors), actors)
    outside = []
    for nth, figure in enumerate(drawn):
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        width, height = figure.bbox.width, figure.bbox.height
        for text in filter(lambda one: one.get_text(), written(figure)):
            box = text.get_window_extent(canvas.get_renderer())
            if box.x0 < -1 or box.y0 < -1 or box.x1 > width + 1 or box.y1 > height + 1:
                outside.append((nth, text.get_text()))

    assert outside == []


@pytest.mark.parametrize("actors", [20, 60, 100])
def test_names_do_not_stand_on_one_another(drawn, actors):
    """Of up to 100 names of a network fewer than one in twenty touches another."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    made = networks.network(debate(actors), aggregation="subtract", normalization="average")
    figures.draw_network(made, "x")
    canvas = FigureCanvasAgg(drawn[0])
    canvas.draw()
    boxes = [text.get_window_extent(canvas.get_renderer()) for text in drawn[0].axes[0].texts]
    touching = sum(
        one.overlaps(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :]
    )  # fmt: skip

    assert len(boxes) == actors
    assert touching <= actors / 20


def test_best_groups_leave_out_what_would_take_minutes():
    """With more ties than `SLOW` says, edge betweenness is not tried, and groups are found."""
    found = networks.clusters(debate(40))

    assert found.method != "edge betweenness"
    assert set(found.groups) == {0, 1}


def test_long_names_are_broken_where_words_end():
    long = "Association of Harbour Producers and Traders no. 35"

    assert figures._in_lines("Org 4") == "Org 4"
    assert figures._in_lines(long).replace("\n", " ") == long
    assert figures._in_lines(long).count("\n") == 1
    assert figures._in_lines(long * 4).endswith("…")
    assert figures._in_lines("a" * 300).count("\n") == 1
