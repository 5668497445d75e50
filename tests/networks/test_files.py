"""Networks as files: other programs' readers get back what was written."""

from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import networkx
import numpy as np
import pytest
from tests.networks.test_making import positions

from sayso import networks
from sayso.errors import UsageError
from sayso.networks.files import write

WILD = '<b>&"x"\u202eevil\x07'


@pytest.fixture
def one():
    made = networks.network(positions(a="+x", b="-x", c="+x"), aggregation="subtract")
    return replace(made, attributes={"actor": {"a": {"Color": "#FF0000", "Type": WILD}}})


@pytest.fixture
def wild():
    statements = networks.from_columns(
        {"actor": [WILD, "=1+1"], "concept": ["x; y", "x; y"], "agreement": [True, False]}
    )
    return networks.network(statements, mode="two", aggregation="subtract")


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_another_reader_finds_nodes_ties_and_attributes(ending, one, tmp_path):
    """Signed ties stand beside positive weights, which layouts need."""
    (path,) = write(one, tmp_path / f"net.{ending}")
    read = networkx.read_gexf if ending == "gexf" else networkx.read_graphml
    if ending == "gexf":  # that reader knows the format up to version 1.2
        text = path.read_text(encoding="utf-8").replace("gexf.net/1.3", "www.gexf.net/1.2draft")
        path.write_text(text.replace('version="1.3"', 'version="1.2"'), encoding="utf-8")
    graph = read(path)
    labels = {node: data["label"] for node, data in graph.nodes(data=True)}

    assert {"a", "b", "c"} == set(labels.values())
    assert {("a", "b", -1.0, 1.0), ("a", "c", 1.0, 1.0), ("b", "c", -1.0, 1.0)} == {
        (labels[at], labels[to], data["tie"], data["weight"])
        for at, to, data in graph.edges(data=True)
    }


@pytest.mark.parametrize("ending", ["gexf", "graphml"])
def test_names_from_documents_are_no_markup(ending, wild, tmp_path):
    """Markup is text, and steering signs are written out."""
    (path,) = write(wild, tmp_path / f"net.{ending}")
    text = path.read_text(encoding="utf-8")
    ET.fromstring(text)

    assert "<b>" not in text
    assert "\\u202eevil\\u0007" in text


def test_no_cell_begins_a_formula(wild, tmp_path):
    """Spreadsheets would run it."""
    nodes, edges = write(wild, tmp_path / "net.csv")
    cells = [cell for path in (nodes, edges)
             for row in csv.reader(path.open(encoding="utf-8", newline=""))
             for cell in row if not re.fullmatch(r"[-+]?[\d.]+", cell)]  # fmt: skip

    assert "'=1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]


def test_a_matrix_and_a_dl_file_hold_every_cell(one, tmp_path):
    """Rows, columns and numbers come back."""
    (sheet,) = write(one, tmp_path / "net.csv", format="matrix")
    (dl,) = write(one, tmp_path / "net.dl")
    rows = list(csv.reader(sheet.open(encoding="utf-8", newline="")))
    data = dl.read_text(encoding="utf-8").split("data:\n")[-1].split()

    assert rows[0] == ["", "a", "b", "c"]
    np.testing.assert_array_equal(one.matrix(), [[float(x) for x in row[1:]] for row in rows[1:]])
    np.testing.assert_array_equal(one.matrix().ravel(), [float(x) for x in data])


def test_pajek_reads_the_network(one, wild, tmp_path):
    """Two-mode files say how many nodes are rows."""
    (path,) = write(one, tmp_path / "one.net")
    (two,) = write(wild, tmp_path / "two.net")
    graph = networkx.read_pajek(path)

    assert {"a", "b", "c"} == set(graph.nodes)
    assert two.read_text(encoding="utf-8").startswith("*Vertices 3 2\n")


def test_an_unknown_ending_is_refused(one, tmp_path):
    """The message lists formats and endings."""
    with pytest.raises(UsageError, match=r"no network format '\.xyz'; there are gexf"):
        write(one, tmp_path / "net.xyz")
    assert list(tmp_path.iterdir()) == []
