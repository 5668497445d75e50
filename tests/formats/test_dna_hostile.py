"""Files of Discourse Network Analyzer that are broken, or made to harm: one line, and no harm."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

import sayso
from sayso.errors import FormatError, SaysoError
from sayso.formats import dna

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "networks"
CAMPS = FIXTURES / "camps.dna"


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))


def changed(path: Path, *statements: str) -> Path:
    """Give a copy of the camps, changed by SQL."""
    shutil.copy(CAMPS, path)
    path.chmod(0o600)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def without_keys(table: str) -> tuple[str, ...]:
    """Give the statements that make a table anew without its constraints."""
    return (
        f"CREATE TABLE plain AS SELECT * FROM {table}", f"DROP TABLE {table}",
        f"ALTER TABLE plain RENAME TO {table}",
    )  # fmt: skip


def imported(path: Path, folder: Path) -> tuple[int, int, tuple[str, ...]]:
    """Take a file into a new project; give documents, statements, doubts."""
    folder.mkdir(exist_ok=True)
    with sayso.open(folder, coder="Ann") as project:
        project.import_file(path)
        return len(project.documents()), project.count_statements(), tuple(
            one.message for one in dna.read(path).doubts
        )  # fmt: skip


HARMLESS = {
    "trigger": (
        "CREATE TRIGGER t AFTER INSERT ON DOCUMENTS BEGIN DELETE FROM STATEMENTS; END",
        "CREATE TRIGGER u INSTEAD OF DELETE ON v BEGIN DELETE FROM STATEMENTS; END",
    ),
    "cycle of foreign keys": (
        "CREATE TABLE a(id INTEGER PRIMARY KEY, b REFERENCES b(id))",
        "CREATE TABLE b(id INTEGER PRIMARY KEY, a REFERENCES a(id))",
    ),
    "entities that are their own parents": (
        "UPDATE ENTITIES SET ChildOf = ID",
    ),
    "entities that are one another's parents": (
        "UPDATE ENTITIES SET ChildOf = (SELECT max(ID) FROM ENTITIES) + 1 - ID",
    ),
    "colours out of range": ("UPDATE ENTITIES SET Red = 99999, Green = -5, Blue = 'blue'",),
    "a huge index": ("CREATE INDEX i ON DOCUMENTS(Text, Title, Author)",),
    "a generated column": (
        "ALTER TABLE REGEXES ADD COLUMN more TEXT AS (hex(zeroblob(200000000))) VIRTUAL",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", HARMLESS)
def test_what_stands_beside_the_tables_is_not_run(what: str, tmp_path: Path) -> None:
    """Triggers, keys, indexes and generated columns change nothing that is read, nor the file."""
    statements = HARMLESS[what]
    if what == "trigger":
        statements = ("CREATE VIEW v AS SELECT 1", *statements)
    path = changed(tmp_path / "file.dna", *statements)
    before = path.read_bytes()
    documents, count, _ = imported(path, tmp_path / "project")

    assert (documents, count) == (20, 32)
    assert path.read_bytes() == before
    assert sorted(one.name for one in tmp_path.glob("file.dna*")) == ["file.dna"]


@pytest.mark.parametrize("table", ["STATEMENTS", "DOCUMENTS", "SETTINGS", "ENTITIES"])
def test_a_view_in_place_of_a_table_is_not_read(table: str, tmp_path: Path) -> None:
    """A view may compute for ever; a table that is one is missing."""
    path = changed(
        tmp_path / "file.dna", f"ALTER TABLE {table} RENAME TO kept",
        f"CREATE VIEW {table} AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
        "SELECT x AS ID FROM n",
    )  # fmt: skip
    if table in {"SETTINGS", "ENTITIES"}:
        assert any(doubt.table == table for doubt in dna.read(path).doubts)
        return
    with pytest.raises(FormatError, match=f"no table {table}"):
        dna.read(path)


def test_a_gigantic_value_is_refused_before_it_is_held(tmp_path: Path) -> None:
    """More than 256 MB in one value are no text of a document; the file says so, nothing else."""
    path = changed(tmp_path / "file.dna", *without_keys("REGEXES"),
                   "INSERT INTO REGEXES (Label) VALUES (zeroblob(300000000))")  # fmt: skip

    with pytest.raises(FormatError, match="more than 256 MB"):
        dna.read(path)


def test_a_file_that_says_more_than_it_holds_is_refused(tmp_path: Path) -> None:
    """One page named a thousand times over would be read as a thousand pages."""
    path = changed(
        tmp_path / "file.dna", "PRAGMA page_size", *without_keys("DATALONGTEXT"),
        "INSERT INTO DATALONGTEXT SELECT 1, 1, 1, hex(zeroblob(300)) FROM"
        " (WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 4000)"
        " SELECT x FROM n)",
    )  # fmt: skip
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        root = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'DATALONGTEXT'"
        ).fetchone()[0]
    data = bytearray(path.read_bytes())
    assert len(dna.read(path).tables["DATALONGTEXT"]) == 4032

    # Let every child of the root, an interior page, be the first one.
    head = (root - 1) * size
    assert data[head] == 5
    cells = int.from_bytes(data[head + 3 : head + 5], "big")
    places = [
        int.from_bytes(data[head + 12 + 2 * nth : head + 14 + 2 * nth], "big")
        for nth in range(cells)
    ]
    first = data[head + places[0] : head + places[0] + 4]
    for place in places:
        data[head + place : head + place + 4] = first
    # And let it have as many as its page bears.
    many = (min(places) - 12) // 2
    data[head + 3 : head + 5] = many.to_bytes(2, "big")
    for nth in range(many):
        data[head + 12 + 2 * nth : head + 14 + 2 * nth] = places[0].to_bytes(2, "big")
    path.write_bytes(data)

    with pytest.raises(FormatError, match=r"forged or damaged|is damaged"):
        dna.read(path)


@pytest.mark.parametrize("table", ["DOCUMENTS", "STATEMENTS", "ENTITIES", "VARIABLES"])
def test_an_id_that_stands_twice_is_named(table: str, tmp_path: Path) -> None:
    """What counts is said, and the import still works."""
    path = changed(
        tmp_path / "file.dna", "PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = ON",
        *without_keys(table), f"INSERT INTO {table} SELECT * FROM {table} WHERE ID = 1",
    )  # fmt: skip
    documents, count, doubts = imported(path, tmp_path / "project")

    assert "Several rows have this id; the last one counts." in doubts
    assert (documents, count) == (20, 32)


def test_zero_bytes_and_odd_signs_come_through(tmp_path: Path) -> None:
    """A text with a zero byte keeps all that stands after it."""
    path = changed(
        tmp_path / "file.dna",
        "UPDATE DOCUMENTS SET Title = 'a' || char(0) || 'b' || char(8238) || 'c' WHERE ID = 1",
        "UPDATE ENTITIES SET Value = 'x' || char(0) || 'y' WHERE ID = 3",
    )  # fmt: skip
    titles = [row["Title"] for row in dna.read(path).rows("DOCUMENTS")]
    documents, count, _ = imported(path, tmp_path / "project")

    assert "a\0b\u202ec" in titles
    assert (documents, count) == (20, 32)


def test_bytes_that_are_no_text_are_doubted(tmp_path: Path) -> None:
    """Text in another encoding is shown with signs of replacement, and named."""
    path = changed(tmp_path / "file.dna",
                   "UPDATE DOCUMENTS SET Author = CAST(x'4dfc6c6c6572' AS TEXT) WHERE ID = 2")  # fmt: skip
    _, _, doubts = imported(path, tmp_path / "project")

    assert "Author of DOCUMENTS is no valid UTF-8." in doubts


def test_a_database_in_utf16_is_read(tmp_path: Path) -> None:
    """SQLite keeps texts in two encodings; both give the same."""
    path = tmp_path / "wide.dna"
    with closing(sqlite3.connect(path, isolation_level=None)) as wide:
        wide.execute("PRAGMA encoding = 'UTF-16'")
        wide.execute("ATTACH ? AS narrow", (str(tmp_path / "narrow.dna"),))
    with closing(sqlite3.connect(CAMPS)) as narrow, closing(sqlite3.connect(path)) as wide:
        wide.executescript("PRAGMA encoding = 'UTF-16';\n" + "\n".join(narrow.iterdump()))

    assert dna.read(path).tables == dna.read(CAMPS).tables


def test_the_log_of_a_database_is_no_database(tmp_path: Path) -> None:
    """Who chose the file beside is told which to choose."""
    live = tmp_path / "live.dna"
    shutil.copy(CAMPS, live)
    live.chmod(0o600)
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("UPDATE DOCUMENTS SET Author = 'changed'")
        log = tmp_path / "live.dna-wal"
        fragment = tmp_path / "fragment.dna"
        fragment.write_bytes(log.read_bytes()[:4096])

        with pytest.raises(FormatError, match=r"is the log \(-wal\) of a database"):
            dna.read(fragment)
        beside = dna.read(live).doubts

    assert "live.dna-wal lies beside the file" in beside[0].message


def test_statements_past_the_end_are_counted_and_the_rest_is_taken(tmp_path: Path) -> None:
    path = changed(tmp_path / "file.dna",
                   "UPDATE STATEMENTS SET Start = 100000, Stop = 100010 WHERE ID IN (1, 2)")  # fmt: skip
    folder = tmp_path / "project"
    folder.mkdir()
    with sayso.open(folder, coder="Ann") as project:
        done = project.import_file(path)

        assert (done.statements, done.failures) == (30, 2)
        assert sum("outside its document" in doubt for doubt in done.doubts) == 2


def test_a_file_without_statement_types_says_so(tmp_path: Path) -> None:
    path = changed(tmp_path / "file.dna", "PRAGMA foreign_keys = OFF", "DELETE FROM STATEMENTTYPES")
    with pytest.raises(SaysoError, match="has no statement types"):
        imported(path, tmp_path / "project")


def test_damage_anywhere_gives_one_line_or_an_import(tmp_path: Path) -> None:
    """Bytes are changed at random; whatever comes, a project is left whole or empty."""
    chance = random.Random(4)
    whole = CAMPS.read_bytes()
    folder = tmp_path / "project"
    folder.mkdir()
    told: list[str] = []
    for nth in range(60):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 3, 20])):
            data[chance.randrange(100, len(data))] = chance.choice([0, 255, chance.randrange(256)])
        path = tmp_path / f"{nth}.dna"
        path.write_bytes(data[: chance.choice([len(data)] * 5 + [chance.randrange(len(data))])])
        try:
            file = dna.read(path)
        except FormatError as error:
            told.append(str(error))
            continue
        if nth % 6 == 0:
            with sayso.open(folder, coder="Ann") as project:
                before = project.count_statements(), len(project.documents())
                try:
                    done = project.import_file(path)
                except SaysoError as error:
                    told.append(str(error))
                    assert before == (project.count_statements(), len(project.documents()))
                else:
                    assert done.documents <= len(file.tables["DOCUMENTS"])

    assert told
    assert not any("\n" in one for one in told)
