"""Statements as a table."""

from __future__ import annotations

import polars
from tests.project.conftest import place

from sayso.project import Project


def test_the_table_says_whose_statement_it_is(project: Project) -> None:
    document, start, end = place(project, "Nobody answered her.")
    _, first, last = place(project, "Mrs. Pryce")
    _, at, until = place(project, "he left the room")
    blame = project.add_concept("Blame")
    named = project.create(document, [(start, end)], kind="own", speakers=[(first, last)])
    spoken = project.create(document, [(at, until)], kind="indirect", speakers=[(first, last)])
    unknown = project.create(document, [(at + 3, until)], kind="indirect", speakers=[(at, at + 2)])
    project.code(spoken.id, concept=blame.id, agreement="against")
    frame = polars.DataFrame(project.table(status="accepted"))
    rows = {row["id"]: row for row in frame.to_dicts()}

    assert rows[spoken.id]["actor"] == "Mrs. Pryce"
    assert (rows[spoken.id]["concept"], rows[spoken.id]["agreement"]) == ("Blame", "against")
    assert rows[named.id]["actor"] is None, "an own statement is its author's, who is not known"
    assert rows[unknown.id]["actor"] is None, "a pronoun is no name"
    assert rows[spoken.id]["document.title"]
    assert list(project.table(coded=True)["id"]) == [spoken.id]
    project.decide(spoken.id, "rejected")
    assert spoken.id not in project.table()["id"]
