"""Windows as one file with spells of time: Gephi's timeline plays them.

A window stands for the time from its middle to the middle of the next, so that spells do not
overlap where windows do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from sayso.errors import UsageError
from sayso.networks.files import attribute, colour, number, put, sign
from sayso.networks.making import Network
from sayso.networks.times import moment

Node: TypeAlias = tuple[str, str]
"""The variable and the name of a node: a row and a column may share a name."""
Spell: TypeAlias = tuple[int, int]


def write_series(windows: Sequence[Network], path: str | Path) -> Path:
    """Write the networks of windows as one dynamic GEXF file.

    Nodes and ties have a spell for each stretch of windows in which they are there; the weight of
    a tie, its signed value and its sign are told for each window.

    Args:
        windows: as `windows` or `kernels` give them, in order of time.
        path: the file; it ends in .gexf.

    Raises:
        UsageError: There is no window, or the ending is another.
    """
    path = Path(path)
    if path.suffix.lower() != ".gexf":
        raise UsageError(
            f"Spells of time are written as .gexf, not {path.suffix!r}; other formats know none."
        )
    if not windows:
        raise UsageError("There is no window to write; widen the period, or shorten the windows.")
    return put(path, "\n".join(_lines(windows)))


def _spells(windows: Sequence[Network]) -> list[Spell]:
    middles = [one.middle for one in windows]
    last = middles[-1] - middles[-2] if len(middles) > 1 else windows[0].stop - windows[0].start
    ends = [*middles[1:], middles[-1] + max(last, 1)]
    # Windows of single events may have one middle; each is given a second at least.
    return [(start, max(stop, start + 1)) for start, stop in zip(middles, ends, strict=True)]


def _lines(windows: Sequence[Network]) -> Iterator[str]:
    spells = _spells(windows)
    nodes = _nodes(windows)
    numbers = {node: at for at, node in enumerate(nodes)}
    fields = sorted({field for one in nodes.values() for field in one[1]})
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'
        "<meta><creator>sayso</creator></meta>"
    )
    yield (
        '<graph defaultedgetype="undirected" mode="dynamic" timeformat="dateTime"'
        ' timerepresentation="interval">'
    )
    yield (
        '<attributes class="node" mode="static"><attribute id="0" title="variable" type="string"/>'
    )
    for at, field in enumerate(fields, 1):
        yield f'<attribute id="{at}" title={attribute(field)} type="string"/>'
    yield (
        '</attributes><attributes class="edge" mode="dynamic">'
        '<attribute id="weight" title="weight" type="double"/>'
        '<attribute id="tie" title="tie" type="double"/>'
        '<attribute id="sign" title="sign" type="string"/></attributes><nodes>'
    )
    for (variable, name), (there, known) in nodes.items():
        values = "".join(
            f'<attvalue for="{at}" value={attribute(known[field])}/>'
            for at, field in enumerate(fields, 1)
            if known.get(field)
        )
        yield (
            f'<node id="n{numbers[variable, name]}" label={attribute(name)}><attvalues>'
            f'<attvalue for="0" value={attribute(variable)}/>{values}</attvalues>'
            f"{_told([spells[at] for at in there])}{colour(known)}</node>"
        )
    yield "</nodes><edges>"
    for nth, ((one, other), found) in enumerate(_ties(windows).items()):
        values = "".join(
            f'<attvalue for="{key}" value="{value}" {_between(spells[at])}/>'
            for at, weight in found
            for key, value in (
                ("weight", number(abs(weight))), ("tie", number(weight)), ("sign", sign(weight)),
            )
        )  # fmt: skip
        yield (
            f'<edge id="{nth}" source="n{numbers[one]}" target="n{numbers[other]}">'
            f"<attvalues>{values}</attvalues>{_told([spells[at] for at, _ in found])}</edge>"
        )
    yield "</edges></graph></gexf>\n"


def _nodes(windows: Sequence[Network]) -> dict[Node, tuple[list[int], dict[str, str]]]:
    """Give every node with the windows it is in, and its attributes."""
    found: dict[Node, tuple[list[int], dict[str, str]]] = {}
    for at, window in enumerate(windows):
        for node in window.nodes():
            key = str(node["variable"]), str(node["name"])
            own = {name: str(value) for name, value in node.items()
                   if name not in {"name", "variable", "strength"}}  # fmt: skip
            found.setdefault(key, ([], own))[0].append(at)
    return found


def _ties(windows: Sequence[Network]) -> dict[tuple[Node, Node], list[tuple[int, float]]]:
    """Give every tie with the windows it is in, and its weight in each."""
    found: dict[tuple[Node, Node], list[tuple[int, float]]] = defaultdict(list)
    for at, window in enumerate(windows):
        rows = window.settings.rows
        columns = rows if window.one_mode else window.settings.columns
        for row, column, weight in window.edges():
            found[(rows, row), (columns, column)].append((at, weight))
    return found


def _told(spells: Sequence[Spell]) -> str:
    """Write spells, those that follow on one another as one."""
    merged: list[Spell] = []
    for start, stop in spells:
        if merged and merged[-1][1] >= start:
            merged[-1] = merged[-1][0], max(stop, merged[-1][1])
        else:
            merged.append((start, stop))
    return "<spells>" + "".join(f"<spell {_between(one)}/>" for one in merged) + "</spells>"


def _between(spell: Spell) -> str:
    start, stop = (moment(one).replace(tzinfo=None).isoformat(timespec="seconds") for one in spell)
    return f'start="{start}" end="{stop}"'
