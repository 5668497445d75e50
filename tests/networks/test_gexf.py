"""GEXF and GraphML as Gephi and visone ask for them: declared, typed, whole, in time."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from sayso import networks
from sayso.errors import UsageError

GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
ML = "{http://graphml.graphdrawing.org/xmlns}"
MAY_HOLD = {
    "gexf": {"meta", "graph"}, "meta": {"creator", "description"},
    "graph": {"attributes", "nodes", "edges"}, "attributes": {"attribute"}, "attribute": set(),
    "nodes": {"node"}, "edges": {"edge"}, "node": {"attvalues", "spells", "viz:color"},
    "edge": {"attvalues", "spells"}, "attvalues": {"attvalue"}, "attvalue": set(),
    "spells": {"spell"}, "spell": set(), "creator": set(), "description": set(), "viz:color": set(),
}  # fmt: skip
"""What an element of the schema 1.3 may hold, as far as it is used."""
MUST_HAVE = {
    "attributes": {"class"}, "attribute": {"id", "title", "type"}, "node": {"id"},
    "edge": {"id", "source", "target"}, "attvalue": {"for", "value"}, "viz:color": {"r", "g", "b"},
}  # fmt: skip
MAY_HAVE = {
    "gexf": {"version"},
    "graph": {"defaultedgetype", "mode", "timeformat", "timerepresentation"},
    "attributes": {"class", "mode"}, "attribute": {"id", "title", "type"}, "node": {"id", "label"},
    "edge": {"id", "source", "target", "weight"}, "attvalue": {"for", "value", "start", "end"},
    "spell": {"start", "end"}, "viz:color": {"r", "g", "b"},
}  # fmt: skip
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
NUMBER = re.compile(r"-?(\d+(\.\d+)?([eE][-+]?\d+)?|INF)|NaN")


def short(tag):
    return tag.replace(VIZ, "viz:").replace(GEXF, "")


def faults(path):
    """Give what in a file breaks a rule of GEXF 1.3, in words."""
    root = ET.parse(path).getroot()
    if short(root.tag) != "gexf" or root.get("version") != "1.3":
        yield "the root is no gexf 1.3"
    for element in root.iter():
        name = short(element.tag)
        for child in element:
            if short(child.tag) not in MAY_HOLD[name]:
                yield f"{short(child.tag)} stands in {name}"
        missing = MUST_HAVE.get(name, set()) - set(element.attrib)
        extra = set(element.attrib) - MAY_HAVE.get(name, set())
        if missing or extra:
            yield f"{name} lacks {missing} or has {extra}"
        for end in ("start", "end"):
            if end in element.attrib and not MOMENT.fullmatch(element.get(end)):
                yield f"{name} has {end}={element.get(end)}"
        if "start" in element.attrib and not element.get("start") < element.get("end"):
            yield f"{name} ends before it starts"
    graph = root.find(f"{GEXF}graph")
    declared = {
        group.get("class"): {one.get("id"): one.get("type") for one in group}
        for group in graph.findall(f"{GEXF}attributes")
    }
    for group in graph.findall(f"{GEXF}attributes"):
        if len({one.get("id") for one in group}) < len(group):
            yield "an attribute is declared twice"
    ids = [node.get("id") for node in graph.iter(f"{GEXF}node")]
    edges = list(graph.iter(f"{GEXF}edge"))
    if len(set(ids)) < len(ids) or len({one.get("id") for one in edges}) < len(edges):
        yield "an id stands twice"
    yield from _values(graph, declared)
    known = set(ids)
    for edge in edges:
        if not {edge.get("source"), edge.get("target")} <= known:
            yield f"edge {edge.get('id')} leads nowhere"
        if edge.get("weight") is not None and not NUMBER.fullmatch(edge.get("weight")):
            yield f"edge {edge.get('id')} has the weight {edge.get('weight')}"
    if graph.get("mode") == "dynamic":
        yield from _times(graph, edges)
    elif graph.findall(f".//{GEXF}spell"):
        yield "a static graph has spells"


def _values(graph, declared):
    for kind in ("node", "edge"):
        for element in graph.iter(f"{GEXF}{kind}"):
            for value in element.iter(f"{GEXF}attvalue"):
                type_ = declared.get(kind, {}).get(value.get("for"))
                if type_ is None:
                    yield f"{kind} has an attribute {value.get('for')} that is not declared"
                if type_ == "double" and not NUMBER.fullmatch(value.get("value")):
                    yield f"{value.get('value')} is no double"


def _times(graph, edges):
    if (graph.get("timeformat"), graph.get("timerepresentation")) != ("dateTime", "interval"):
        yield "the times of a dynamic graph are not declared"
    there = {node.get("id"): _spells(node) for node in graph.iter(f"{GEXF}node")}
    for edge in edges:
        for start, end in _spells(edge):
            for at in (edge.get("source"), edge.get("target")):
                if not any(first <= start and end <= last for first, last in there[at]):
                    yield f"edge {edge.get('id')} is there while {at} is not"


def _spells(element):
    return [(one.get("start"), one.get("end")) for one in element.iter(f"{GEXF}spell")]


@pytest.mark.parametrize(
    "options",
    [
        {"aggregation": "subtract", "normalization": "average"},
        {"mode": "two", "aggregation": "subtract"},
        {"mode": "two", "aggregation": "combine"},
        {"isolates": True, "aggregation": "congruence"},
    ],
)
def test_a_network_keeps_the_rules_of_gexf(synth, tmp_path, options):
    """Attributes are declared and typed, edges lead somewhere, weights are numbers."""
    made = networks.network(synth, rows="organization", **options)
    (path,) = networks.write(made, tmp_path / "net.gexf")

    assert list(faults(path)) == []
    weights = [float(one.get("weight")) for one in ET.parse(path).iter(f"{GEXF}edge")]
    assert min(weights) > 0
    assert len(weights) == len(list(made.edges()))


def test_numbers_that_are_none_are_written_as_xml_writes_them(tmp_path):
    """The peer divides 0 by 0."""
    statements = networks.from_columns(
        {"actor": ["a", "b"], "concept": ["x", "x"], "agreement": [2, 2]}
    )
    made = networks.network(statements, aggregation="conflict", compat="dna")
    (path,) = networks.write(made, tmp_path / "net.gexf")
    (other,) = networks.write(made, tmp_path / "net.graphml")

    assert list(faults(path)) == []
    assert ">NaN</data>" in other.read_text("utf-8")


@pytest.mark.parametrize("mode", ["one", "two"])
@pytest.mark.parametrize("unit", ["months", "events"])
def test_windows_are_one_file_with_spells(synth, tmp_path, mode, unit):
    """Each tie has a weight for each window it is in, and is there for as long as its ends are."""
    made = networks.windows(
        synth, unit=unit, size=7, mode=mode, rows="organization", aggregation="subtract"
    )[:40]
    path = networks.write_series(made, tmp_path / "net.gexf")
    edges = list(ET.parse(path).iter(f"{GEXF}edge"))
    told = sum(
        one.get("for") == "tie" for edge in edges for one in edge.iter(f"{GEXF}attvalue")
    )  # fmt: skip

    assert list(faults(path)) == []
    assert told == sum(len(list(one.edges())) for one in made)


def test_a_tie_that_comes_and_goes_has_two_spells(tmp_path):
    """Spells that follow on one another are one; a gap is a gap."""
    statements = networks.from_columns(
        {
            "actor": ["a", "b"] * 3, "concept": ["x"] * 6,
            "date": ["2000", "2000", "2001", "2001", "2003", "2003"],
        }
    )  # fmt: skip
    made = networks.windows(statements, unit="years", size=1, qualifier=None)
    path = networks.write_series(made, tmp_path / "net.gexf")
    (edge,) = ET.parse(path).iter(f"{GEXF}edge")

    assert _spells(edge) == [
        ("2000-01-01T00:00:00", "2002-01-01T00:00:00"),
        ("2003-01-01T00:00:00", "2004-01-01T00:00:00"),
    ]
    with pytest.raises(UsageError, match=r"written as \.gexf"):
        networks.write_series(made, tmp_path / "net.graphml")
    with pytest.raises(UsageError, match="no window"):
        networks.write_series([], tmp_path / "net.gexf")


def test_graphml_declares_what_it_says(synth, tmp_path):
    """Every key is declared once for nodes or edges with a type, and every value fits it."""
    made = networks.network(synth, mode="two", rows="organization", aggregation="subtract")
    (path,) = networks.write(made, tmp_path / "net.graphml")
    root = ET.parse(path).getroot()
    keys = {one.get("id"): one for one in root.findall(f"{ML}key")}
    nodes = [one.get("id") for one in root.iter(f"{ML}node")]

    assert len(keys) == len(root.findall(f"{ML}key"))
    assert {one.get("attr.type") for one in keys.values()} <= {"string", "double"}
    assert {"weight", "sign", "tie"} <= {
        one.get("attr.name") for one in keys.values() if one.get("for") == "edge"
    }
    for kind in ("node", "edge"):
        for element in root.iter(f"{ML}{kind}"):
            for data in element:
                key = keys[data.get("key")]
                assert key.get("for") == kind
                if key.get("attr.type") == "double":
                    assert NUMBER.fullmatch(data.text)
    assert len(set(nodes)) == len(nodes) == len(made.rows) + len(made.columns)
    for edge in root.iter(f"{ML}edge"):
        assert {edge.get("source"), edge.get("target")} <= set(nodes)
