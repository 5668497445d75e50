"""Files of Discourse Network Analyzer into a project and out again."""

from __future__ import annotations

import json
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
