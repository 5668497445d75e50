"""Networks as files that Gephi, visone, Pajek, UCINET and spreadsheets open.

Names come from documents, which may hold anything: markup is escaped, signs that steer a screen
or reverse the writing are written out, and no cell begins a formula.
"""

from __future__ import annotations

import csv
import io
import math
import os
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from sayso.errors import UsageError
from sayso.networks.making import Network
from sayso.networks.times import written

_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
                       "\ud800-\udfff\ufffe\uffff]")  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_OWN = ("name", "variable", "strength")


def shown(text: str) -> str:
    r"""Write out control signs and signs that reverse the writing, so that they are seen.

    >>> shown("a\u202eb\n")
    'a\\u202eb\\u000a'
    """
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def write(network: Network, path: str | Path, *, format: str | None = None) -> tuple[Path, ...]:
    """Write a network to a file, or to two where nodes and edges are apart.

    Args:
        network: what is written; its attributes go with the nodes.
        path: the file. Its ending tells the format: .gexf (Gephi), .graphml (Gephi, visone,
            yEd), .net (Pajek), .dl (UCINET), .csv.
        format: "gexf", "graphml", "pajek", "dl", "csv" (two files, NAME-nodes.csv and
            NAME-edges.csv) or "matrix" (one spreadsheet), where the ending does not tell.

    Returns:
        The files that were written.

    Raises:
        UsageError: The format is not known.
    """
    path = Path(path)
    chosen = format or _SUFFIXES.get(path.suffix.lower(), path.suffix)
    if chosen not in _WRITERS:
        raise UsageError(
            f"There is no network format {chosen!r}; there are {', '.join(_WRITERS)}, "
            f"and the endings {', '.join(_SUFFIXES)}."
        )
    return tuple(put(place, content) for place, content in _WRITERS[chosen](network, path))


def put(path: Path, content: str) -> Path:
    """Write the whole file or none of it."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        unfinished.write_text(content, encoding="utf-8", newline="")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path


Written = Iterable[tuple[Path, str]]


def _nodes(network: Network) -> list[tuple[str, dict[str, Any]]]:
    """Give each node with its id: n0, n1 and so on, rows first."""
    return [(f"n{at}", node) for at, node in enumerate(network.nodes())]


def _ties(network: Network) -> list[tuple[int, int, float]]:
    """Give each tie by the numbers of its two nodes."""
    rows = {name: at for at, name in enumerate(network.rows)}
    shift = 0 if network.one_mode else len(network.rows)
    columns = {name: at + shift for at, name in enumerate(network.columns)}
    return [(rows[row], columns[column], weight) for row, column, weight in network.edges()]


def _fields(nodes: list[tuple[str, dict[str, Any]]]) -> list[str]:
    found = dict.fromkeys(key for _, node in nodes for key in node if key not in _OWN)
    return ["variable", "strength", *found]


def _kind(field: str) -> str:
    return "double" if field in {"strength", "tie"} else "string"


def _value(value: Any) -> str:
    return number(value) if isinstance(value, float) else str(value)


def attribute(value: Any) -> str:
    """Give a value as an attribute of XML, in quotation marks."""
    return quoteattr(shown(str(value)))


def _gexf(network: Network, path: Path) -> Written:
    nodes = _nodes(network)
    fields = _fields(nodes)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
        f"<meta><creator>sayso</creator><description>{_described(network)}</description></meta>",
        '<graph defaultedgetype="undirected" mode="static">',
        '<attributes class="node">',
        *(f'<attribute id="{at}" title={attribute(field)} type="{_kind(field)}"/>'
          for at, field in enumerate(fields)),
        "</attributes>",
        '<attributes class="edge"><attribute id="0" title="sign" type="string"/>'
        '<attribute id="1" title="tie" type="double"/></attributes>',
        "<nodes>",
        *(_gexf_node(name, node, fields) for name, node in nodes),
        "</nodes>", "<edges>",
        *(_gexf_edge(at, tie) for at, tie in enumerate(_ties(network))),
        "</edges>", "</graph>", "</gexf>", "",
    ]  # fmt: skip
    yield path, "\n".join(lines)


def _described(network: Network) -> str:
    settings = network.settings
    return escape(shown(
        f"{settings.rows} by {settings.columns}, {settings.aggregation}, {settings.normalization}, "
        f"{network.statements} statements, {written(network.start)} to {written(network.stop)}"
    ))  # fmt: skip


def _gexf_node(name: str, node: Mapping[str, Any], fields: list[str]) -> str:
    values = "".join(
        f'<attvalue for="{at}" value={attribute(_value(node[field]))}/>'
        for at, field in enumerate(fields)
        if node.get(field) not in (None, "")
    )
    return (f"<node id=\"{name}\" label={attribute(node['name'])}><attvalues>{values}</attvalues>"
            f"{colour(node)}</node>")  # fmt: skip


def colour(node: Mapping[str, Any]) -> str:
    """Give the colour of a node as GEXF has it; nothing where it has none."""
    colour = str(node.get("Color", ""))
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
        return ""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _gexf_edge(at: int, tie: tuple[int, int, float]) -> str:
    one, other, weight = tie
    # Gephi lays out with positive weights only; the signed tie stands beside.
    return (
        f'<edge id="{at}" source="n{one}" target="n{other}" weight="{number(abs(weight))}">'
        "<attvalues>"
        f'<attvalue for="0" value="{sign(weight)}"/><attvalue for="1" value="{number(weight)}"/>'
        "</attvalues></edge>"
    )


def number(value: float) -> str:
    """Give a number as XML writes it."""
    if math.isfinite(value):
        return repr(value)
    return "NaN" if math.isnan(value) else "INF" if value > 0 else "-INF"


def sign(weight: float) -> str:
    """Give the sign of a tie."""
    return "+" if weight > 0 else "-"


def _graphml(network: Network, path: Path) -> Written:
    nodes = _nodes(network)
    fields = ["name", *_fields(nodes)]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(f'<key id="d{at}" for="node" attr.name={attribute(_named(field))} '
          f'attr.type="{_kind(field)}"/>' for at, field in enumerate(fields)),
        '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>',
        '<key id="sign" for="edge" attr.name="sign" attr.type="string"/>',
        '<key id="tie" for="edge" attr.name="tie" attr.type="double"/>',
        '<graph id="G" edgedefault="undirected">',
        *(_graphml_node(name, node, fields) for name, node in nodes),
        *(f'<edge id="e{at}" source="n{one}" target="n{other}">'
          f'<data key="weight">{number(abs(weight))}</data><data key="sign">{sign(weight)}</data>'
          f'<data key="tie">{number(weight)}</data></edge>'
          for at, (one, other, weight) in enumerate(_ties(network))),
        "</graph>", "</graphml>", "",
    ]  # fmt: skip
    yield path, "\n".join(lines)


def _named(field: str) -> str:
    return "label" if field == "name" else field


def _graphml_node(name: str, node: Mapping[str, Any], fields: list[str]) -> str:
    data = "".join(
        f'<data key="d{at}">{escape(shown(_value(node[field])))}</data>'
        for at, field in enumerate(fields)
        if node.get(field) not in (None, "")
    )
    return f'<node id="{name}">{data}</node>'


def _quoted(text: str) -> str:
    return '"' + shown(text).replace('"', "'") + '"'


def _pajek(network: Network, path: Path) -> Written:
    nodes = _nodes(network)
    two = "" if network.one_mode else f" {len(network.rows)}"
    lines = [
        f"*Vertices {len(nodes)}{two}",
        *(f"{at} {_quoted(node['name'])}" for at, (_, node) in enumerate(nodes, 1)),
        "*Edges",
        *(f"{one + 1} {other + 1} {weight!r}" for one, other, weight in _ties(network)),
        "",
    ]
    yield path, "\r\n".join(lines)


def _dl(network: Network, path: Path) -> Written:
    size = (f"n = {len(network.rows)}" if network.one_mode
            else f"nr = {len(network.rows)}, nc = {len(network.columns)}")  # fmt: skip
    lines = [f"dl {size}, format = fullmatrix", "row labels:", *map(_quoted, network.rows),
             "column labels:", *map(_quoted, network.columns), "data:"]  # fmt: skip
    lines += [" ".join(f"{cell!r}" for cell in row) for row in network.matrix().tolist()]
    yield path, "\r\n".join([*lines, ""])


def cell(value: Any) -> Any:
    """Give a value as a cell that begins no formula."""
    if not isinstance(value, str):
        return value
    text = shown(value)
    return "'" + text if text.startswith(_FORMULA) else text


def sheet(rows: Iterable[Iterable[Any]]) -> str:
    """Give rows as CSV."""
    page = io.StringIO()
    csv.writer(page).writerows([cell(value) for value in row] for row in rows)
    return page.getvalue()


def _csv(network: Network, path: Path) -> Written:
    nodes = [node for _, node in _nodes(network)]
    fields = ["name", *_fields(_nodes(network))]
    base = path.with_suffix("") if path.suffix.lower() == ".csv" else path
    yield (
        base.with_name(f"{base.name}-nodes.csv"),
        sheet([fields, *([node.get(field, "") for field in fields] for node in nodes)]),
    )
    edges = (
        (row, column, weight, "positive" if weight > 0 else "negative")
        for row, column, weight in network.edges()
    )
    yield (
        base.with_name(f"{base.name}-edges.csv"),
        sheet([("source", "target", "weight", "sign"), *edges]),
    )


def _matrix(network: Network, path: Path) -> Written:
    body = zip(network.rows, network.matrix().tolist(), strict=True)
    yield path, sheet([("", *network.columns), *((row, *cells) for row, cells in body)])


_WRITERS: Mapping[str, Callable[[Network, Path], Written]] = {
    "gexf": _gexf, "graphml": _graphml, "pajek": _pajek, "dl": _dl, "csv": _csv,
    "matrix": _matrix,
}  # fmt: skip
_SUFFIXES: Mapping[str, str] = {
    ".gexf": "gexf", ".graphml": "graphml", ".net": "pajek", ".dl": "dl", ".csv": "csv",
}  # fmt: skip
