"""From records to a network, and from its ties back to the statements."""

from __future__ import annotations

import pytest
from tests.networks.test_making import positions

from sayso import networks
from sayso.errors import UsageError
from sayso.model import Actor, Concept, Document, Span, Statement, StatementDates

DOCUMENT = Document(
    id="d1", source="s1", key="a.txt", text="x" * 100, raw="x" * 100, pieces=(), extraction="plain 1",
    author="Ann", date="1920-05",
)  # fmt: skip


def statement(name: str, at: int, **fields):
    content = (Span(at, at + 1, "x"),)
    return Statement(id=name, document="d1", reading="r1", kind="direct", content=content, **fields)


def test_records_become_a_table():
    """Names for ids, the holder before the speaker, the date said before the document's."""
    records = [
        Actor("a1", "League", ("League",), "organisation"),
        Actor("a2", "Union", ("Union",), "organisation"),
        Concept("c1", "peace"),
        statement("s1", 0, actors=("a1", "a2"), concept="c1", agreement="for"),
        statement("s2", 2, actors=("a1",), holder="a2", concept="c1", agreement="against",
                  dates=StatementDates(said="1919"), status="accepted"),
        statement("s3", 4, speakers=(Span(5, 8, "xxx"),), concept="c1", agreement="neither"),
    ]  # fmt: skip
    table = networks.from_records(records, [DOCUMENT])

    assert table.ids == ("s2", "s1", "s1", "s3")
    assert table.column("actor").text() == ["Union", "League", "Union", "xxx"]
    assert table.column("document.author").text() == ["Ann"] * 4
    made = networks.network(table, mode="two", aggregation="subtract")
    assert {(row, column): weight for row, column, weight in made.edges()} == {
        ("League", "peace"): 1.0
    }
    accepted = networks.network(table, mode="two", status=("accepted",))
    assert accepted.rows == ("Union",)


def test_a_corrected_statement_counts_once():
    """The correction stands for what it corrects."""
    records = [
        statement("s1", 0, speakers=(Span(5, 6, "x"),), concept="c", agreement="for"),
        statement("s2", 0, speakers=(Span(5, 6, "x"),), concept="c", agreement="against",
                  corrects="s1"),
    ]  # fmt: skip

    assert networks.from_records(records, [DOCUMENT]).ids == ("s2",)


def test_no_records_make_an_empty_network():
    """An empty corpus is no error."""
    made = networks.network(networks.from_records([], []), mode="two")

    assert (made.rows, made.columns, made.statements) == ((), (), 0)
    assert list(made.edges()) == []


def test_every_tie_leads_back_to_its_statements():
    """In order, with position; only on concepts of which both speak."""
    table = positions(a="+x -y", b="-x +z")
    found = networks.behind(table, "a", "b", aggregation="conflict")

    assert [(one.statement, one.row, one.column, one.position) for one in found] == [
        (1, "a", "x", "for"),
        (3, "b", "x", "against"),
    ]
    cell = networks.behind(table, "a", "y", mode="two")
    assert [one.statement for one in cell] == [2]
    with pytest.raises(UsageError, match="no actor 'nobody'"):
        networks.behind(table, "a", "nobody")
