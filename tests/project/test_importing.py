"""Files of Discourse Network Analyzer into a project and out again."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import polars
import pytest

import sayso
from sayso.errors import FormatError, UsageError
from sayso.formats import dna
from sayso.project import Project

FILES = sorted((Path(__file__).parents[1] / "fixtures" / "networks").glob("*.dna"))


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a project."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "imported"
    folder.mkdir()
    return folder


def tables(path: Path) -> dict[str, tuple]:
    """Give the rows of every table; passwords are never read."""
    return dict(dna.read(path).tables)


@pytest.mark.parametrize("file", FILES, ids=lambda one: one.stem)
def test_what_goes_in_comes_out(empty: Path, tmp_path: Path, file: Path) -> None:
    with sayso.open(empty, coder="Ann") as project:
        done = project.import_file(file)
        again = project.import_file(file)
        count = project.count_statements()

        assert done.statements + done.failures >= count > 0
        assert again.documents == done.documents
        assert project.count_statements(status="accepted") == count
        assert project.verify() == []
        project.export(tmp_path / "out.dna", password="secret")
    assert tables(tmp_path / "out.dna") == tables(file)


def test_a_project_that_went_on_is_written_from_its_records(empty: Path, tmp_path: Path) -> None:
    with sayso.open(empty, coder="Ann") as project:
        project.import_file(FILES[0])
        one = project.statements(limit=1)[0]
        concept = project.add_concept("A concept of our own")
        project.code(one.id, concept=concept.id, agreement="against")
        project.export(tmp_path / "out.dna", password="secret")
    made = dna.read(tmp_path / "out.dna")

    assert "A concept of our own" in {row["Value"] for row in made.rows("ENTITIES")}


def test_the_network_of_an_import_is_that_of_the_file(empty: Path) -> None:
    from sayso import networks

    statements = networks.dna.load(FILES[0])
    options = {"aggregation": "congruence", "duplicates": "document"}
    theirs = networks.network(statements, rows="organization", **options)
    with sayso.open(empty, coder="Ann") as project:
        project.import_file(FILES[0])
        ours = project.network(**options)

    assert {(a, b): w for a, b, w in ours.edges()} == {(a, b): w for a, b, w in theirs.edges()}


def test_tables_and_records_are_written(empty: Path, tmp_path: Path) -> None:
    with sayso.open(empty, coder="Ann") as project:
        project.import_file(FILES[0])
        count = project.count_statements()
        project.export(tmp_path / "out.csv")
        project.export(tmp_path / "out.parquet")
        project.export(tmp_path / "out.jsonl")
        with pytest.raises(UsageError, match="end the file"):
            project.export(tmp_path / "out.txt")
        with pytest.raises(FormatError, match="password"):
            project.export(tmp_path / "out.dna")

    assert polars.read_parquet(tmp_path / "out.parquet").height == count
    assert len(polars.read_csv(tmp_path / "out.csv")) == count
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert sum(json.loads(line)["type"] == "statement" for line in lines) == count


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0" + b"x" * 200, b"PK\3\4"])
def test_what_is_no_dna_file_changes_nothing(empty: Path, tmp_path: Path, data: bytes) -> None:
    broken = tmp_path / "broken.dna"
    broken.write_bytes(data)
    with sayso.open(empty, coder="Ann") as project:
        with pytest.raises(FormatError):
            project.import_file(broken)
        with pytest.raises(UsageError, match="no statement type"):
            project.import_file(FILES[0], statement_type="Nothing")

        assert_empty(project)


def assert_empty(project: Project) -> None:
    assert project.documents() == []
    assert project.concepts() == []
    assert project.count_statements() == 0


def test_every_variable_of_the_scheme_is_a_column_and_a_network_of_its_own(empty: Path) -> None:
    """Whole numbers, words, persons: as rows, as columns, as qualifier, in filters."""
    from sayso import networks

    theirs = networks.dna.load(SYNTH)
    asked = {"rows": "person", "columns": "organization", "qualifier": "intensity",
             "aggregation": "congruence", "exclude": {"tone": ("neutral",)}}  # fmt: skip
    with sayso.open(empty, coder="Ann") as project:
        project.import_file(SYNTH)
        ours = project.network(**asked)
        by_section = project.network(mode="two", rows="document.section", qualifier=None)
        columns = project.table()

    assert sorted(ours.edges()) == sorted(networks.network(theirs, **asked).edges())
    assert {"person", "organization", "intensity", "score", "tone", "note"} <= set(columns)
    assert set(by_section.rows) == set(theirs.columns["document.section"].labels)


def test_attributes_and_colours_go_with_the_nodes(empty: Path, tmp_path: Path) -> None:
    """What the file says of an organisation is in the network's nodes and files."""
    file = with_attributes(tmp_path)
    with sayso.open(empty, coder="Ann") as project:
        project.import_file(file)
        nodes = {node["name"]: node for node in project.network().nodes()}

    assert (nodes["CampA 0"]["Type"], nodes["CampA 0"]["Color"]) == ("union", "#FF0000")


def test_after_a_change_all_else_is_written_as_it_was(empty: Path, tmp_path: Path) -> None:
    """A recoded, a corrected and a rejected statement; other rows, variables, colours stay."""
    file = with_attributes(tmp_path)
    with sayso.open(empty, coder="Ann") as project:
        project.import_file(file)
        first, second, third, *_ = project.statements()
        new = project.add_concept("A concept of our own")
        project.code(first.id, concept=new.id, agreement="against")
        end = second.content[0].end
        project.correct(second.id, content=[(second.content[0].start, end - 1)])
        project.decide(third.id, "rejected")
        project.export(tmp_path / "out.dna", password="secret")
    old, made = dna.read(file), dna.read(tmp_path / "out.dna")

    assert len(made.tables["STATEMENTS"]) == len(old.tables["STATEMENTS"]) - 1
    for table in ("SETTINGS", "CODERS", "DOCUMENTS", "STATEMENTTYPES", "VARIABLES", "REGEXES",
                  "ATTRIBUTEVARIABLES", "ATTRIBUTEVALUES"):  # fmt: skip
        assert made.tables[table] == old.tables[table]
    assert made.tables["ENTITIES"][:-1] == old.tables["ENTITIES"]
    assert made.tables["ENTITIES"][-1][2] == "A concept of our own"
    changed = set(made.tables["STATEMENTS"]) - set(old.tables["STATEMENTS"])
    assert [row[4] for row in changed] == [end - 1]
    assert made.doubts == ()


def test_other_variables_are_coded_undone_and_written_again(empty: Path, tmp_path: Path) -> None:
    """A whole number and a word change; a variable that is not there is refused."""
    with sayso.open(empty, coder="Ann") as project:
        project.import_file(SYNTH)
        one = project.statements(limit=1)[0]
        with pytest.raises(UsageError, match="no variable 'mood'; there are intensity"):
            project.code(one.id, variables={"mood": "x"})
        with pytest.raises(UsageError, match="'intensity' has values of kind int, not 'x'"):
            project.code(one.id, variables={"intensity": "x"})
        project.code(one.id, variables={"intensity": 7, "tone": "ironic"})
        project.export(tmp_path / "out.dna", password="secret")
        assert 7 in project.table()["intensity"]
        project.undo()
        assert 7 not in project.table()["intensity"]
        assert project.verify() == []
    made, old = dna.read(tmp_path / "out.dna"), dna.read(SYNTH)

    assert "ironic" in {row["Value"] for row in made.rows("ENTITIES")}
    assert len(set(made.tables["DATAINTEGER"]) - set(old.tables["DATAINTEGER"])) == 1
    assert len(set(made.tables["DATASHORTTEXT"]) - set(old.tables["DATASHORTTEXT"])) == 1
    assert made.tables["DATALONGTEXT"] == old.tables["DATALONGTEXT"]


SYNTH = next(one for one in FILES if one.stem == "synth-a")


def with_attributes(folder: Path) -> Path:
    """Give the camps with an attribute and a colour."""
    path = folder / "attributed.dna"
    shutil.copy(next(one for one in FILES if one.stem == "camps"), path)
    path.chmod(0o600)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 2, 'Type')")
        connection.execute("INSERT INTO ATTRIBUTEVALUES VALUES (1, 2, 1, 'union')")
        connection.execute("UPDATE ENTITIES SET Red = 255 WHERE ID = 2")
    return path
