"""Statements as a table."""

from __future__ import annotations

from pathlib import Path

import polars
import pytest
from tests.project.conftest import place

import sayso
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


def test_words_within_a_quotation_are_quoted_by_its_speaker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The author quotes the outer speaker once; the inner words are the outer speaker's to quote."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "nested"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "Mrs. Pryce wrote: “I was at the quay when Mr. Lund said: ‘The town has been sold to the "
        "highest bidder,’ and I believed him.” She left the town.\n",
        encoding="utf-8",
    )
    (folder / "metadata.csv").write_text("file,author,date\na.txt,Ada Holt,1931\n")
    with sayso.open(folder, coder="Ann") as project:
        project.add(workers=1)
        made = project.network(quotes=True)
        ties = set(made.edges())
        nested = [one for one in project.statements() if one.parent]

    assert nested
    assert ties == {("Ada Holt", "Pryce", 1.0), ("Pryce", "Lund", 1.0)}
