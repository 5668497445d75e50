"""Files of Discourse Network Analyzer: what is read, what is refused, what is doubted."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from sayso.errors import FormatError
from sayso.formats import dna, dna_writing
from sayso.formats.dna_schema import TABLES, create

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "networks"
SYNTH = FIXTURES / "synth-a.dna"
CAMPS = FIXTURES / "camps.dna"


@pytest.fixture
def changed(tmp_path: Path):
    """A copy of the camps, changed by SQL."""

    def change(*statements: str) -> Path:
        path = tmp_path / "changed.dna"
        shutil.copy(CAMPS, path)
        path.chmod(0o600)
        with sqlite3.connect(path) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()
        return path

    return change


def test_all_tables_are_read_and_the_file_stays_as_it_was():
    """Reading takes every row and changes no byte."""
    before = hashlib.sha256(SYNTH.read_bytes()).hexdigest()
    file = dna.read(SYNTH)

    assert {
        table: len(file.tables[table])
        for table in ("DOCUMENTS", "STATEMENTS", "DATASHORTTEXT", "ENTITIES")
    } == {"DOCUMENTS": 60, "STATEMENTS": 600, "DATASHORTTEXT": 2400, "ENTITIES": 85}
    assert before == hashlib.sha256(SYNTH.read_bytes()).hexdigest()
    assert [SYNTH.name] == [one.name for one in FIXTURES.glob("synth-a*")]


def test_passwords_are_not_kept():
    """No hash of a coder's password leaves the file."""
    assert [row["Password"] for row in dna.read(CAMPS).rows("CODERS")] == [""]


@pytest.mark.parametrize("name", ["synth-a.dna", "camps.dna"])
def test_a_round_trip_keeps_every_row(name: str, tmp_path: Path):
    """What is written and read again is equal, table by table."""
    file = dna.read(FIXTURES / name)
    dna_writing.write(file, tmp_path / "again.dna", password="sample")
    again = dna.read(tmp_path / "again.dna")

    assert file.tables == again.tables
    assert again.doubts == ()
    assert [one.name for one in tmp_path.iterdir()] == ["again.dna"]


def test_the_password_is_hashed_as_the_peer_hashes_it(tmp_path: Path):
    """The peer's own hash of a known password is recognised, and a written one is of its kind."""
    with sqlite3.connect(f"{CAMPS.as_uri()}?mode=ro&immutable=1", uri=True) as connection:
        (stored,) = connection.execute("SELECT Password FROM CODERS").fetchone()
    connection.close()

    assert dna_writing.matches("sample", stored)
    assert not dna_writing.matches("simple", stored)
    assert len(stored) == len(dna_writing.hashed("other"))


def test_a_file_is_never_written_over(tmp_path: Path):
    """An existing file stays, and the message names it."""
    (tmp_path / "kept.dna").write_text("mine")

    with pytest.raises(FormatError, match=r"kept\.dna exists already"):
        dna_writing.write(dna.read(CAMPS), tmp_path / "kept.dna", password="x")
    assert (tmp_path / "kept.dna").read_text() == "mine"


def test_places_are_counted_in_utf16_units(changed):
    """A statement behind an emoji is found where the editor put it, and named as doubtful."""
    path = changed(
        "UPDATE DOCUMENTS SET Text = 'ab\U0001f600 we agree' WHERE ID = 1",
        "UPDATE STATEMENTS SET Start = 5, Stop = 13 WHERE ID = 1",
    )
    file = dna.read(path)
    place = next(one for one in file.anchors() if one.statement == 1)

    assert (place.exact, place.start, place.sure) == ("we agree", 4, False)
    assert any(doubt.row == 1 and "UTF-16" in doubt.message for doubt in file.doubts)


def test_a_place_past_the_end_is_doubted_and_kept(changed):
    """A statement outside its text stays in the tables and is named."""
    file = dna.read(changed("UPDATE STATEMENTS SET Stop = 999999 WHERE ID = 2"))

    assert len(file.tables["STATEMENTS"]) == 32
    assert [(doubt.row, doubt.message) for doubt in file.doubts] == [
        (2, "Its place lies outside its document.")
    ]


def test_colours_and_attributes_belong_to_their_value(changed):
    """Attributes are given by value and column; a value without one has it empty."""
    file = dna.read(
        changed(
            "INSERT INTO ATTRIBUTEVARIABLES VALUES (1, 2, 'Type')",
            "INSERT INTO ATTRIBUTEVALUES VALUES (1, 2, 1, 'union')",
            "UPDATE ENTITIES SET Red = 255 WHERE ID = 2",
        )
    )
    found = file.attributes(2)

    assert found["CampA 0"] == {"Color": "#FF0000", "Type": "union"}
    assert found["CampA 1"] == {"Color": "#000000", "Type": ""}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 a profile", "is no SQLite database"),
        (b"SQLite format 3\x00" + b"\x00" * 200, "damaged"),
    ],
)
def test_what_is_no_database_is_refused_in_one_line(content, message, tmp_path: Path):
    """The message says what the file is, and what to choose."""
    path = tmp_path / "bad.dna"
    path.write_bytes(content)

    with pytest.raises(FormatError, match=message) as caught:
        dna.read(path)
    assert "\n" not in str(caught.value)


def test_a_truncated_file_is_refused(tmp_path: Path):
    """Half a file gives a message, not half the statements."""
    path = tmp_path / "half.dna"
    whole = SYNTH.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(FormatError, match="damaged"):
        dna.read(path)


def test_a_file_of_version_two_is_refused_with_the_way_out(changed):
    """The older schema is named, with how to convert it."""
    with pytest.raises(FormatError, match=r"version 2\.0.*Import it into DNA 3"):
        dna.read(changed("UPDATE SETTINGS SET Value = '2.0 beta' WHERE Property = 'version'"))


def test_a_missing_table_is_named(changed):
    """Without statements nothing can be had; without attributes the rest can."""
    file = dna.read(changed("DROP TABLE ATTRIBUTEVALUES"))

    assert [doubt.table for doubt in file.doubts] == ["ATTRIBUTEVALUES"]
    with pytest.raises(FormatError, match="no table STATEMENTS"):
        dna.read(changed("DROP TABLE STATEMENTS"))


def test_a_view_in_place_of_a_table_is_not_run(changed):
    """Only plain tables are read, so that no code of the file's runs."""
    file = dna.read(
        changed(
            "DROP TABLE REGEXES",
            "CREATE VIEW REGEXES AS SELECT randomblob(1) AS Label, 1 AS Red, 1 AS Green, 1 AS Blue",
        )
    )

    assert file.tables["REGEXES"] == ()


def test_values_of_the_wrong_type_are_doubted(changed):
    """A word where a number belongs is read as the number it spells, or as nothing."""
    file = dna.read(changed("UPDATE DOCUMENTS SET Date = 'soon' WHERE ID = 1"))

    assert next(file.rows("DOCUMENTS"))["Date"] == 0
    assert [(doubt.table, doubt.row) for doubt in file.doubts] == [("DOCUMENTS", 1)]


def test_a_value_without_its_entity_is_read_as_empty(changed):
    """A dangling value is named, and the statement stays."""
    file = dna.read(changed("UPDATE DATASHORTTEXT SET Entity = 999 WHERE ID = 2"))

    assert file.values(2, "short text")[1] == ""
    assert [doubt.message for doubt in file.doubts] == [
        "Its value does not exist; it is read as empty."
    ]


def test_many_doubts_of_one_kind_are_counted(changed):
    """A broken column gives a handful of lines and a count."""
    file = dna.read(changed("UPDATE STATEMENTS SET Stop = 999999"))

    assert len(file.doubts) == 21
    assert file.doubts[-1].message.endswith("So do 12 more rows.")


def test_every_table_can_be_created():
    """The written schema is valid and complete."""
    connection = sqlite3.connect(":memory:")
    for table in TABLES:
        connection.execute(create(table))
    (count,) = connection.execute(
        "SELECT count(*) FROM sqlite_master WHERE type='table'"
    ).fetchone()
    connection.close()

    assert len(TABLES) == count


def test_a_variable_of_unknown_type_is_named_and_read_as_empty(changed):
    """A later version may bring types that nobody here knows."""
    from sayso.networks import dna as networks_dna

    path = changed("UPDATE VARIABLES SET DataType = 'colour' WHERE Variable = 'tone'")
    table = networks_dna.load(path)

    assert any("'colour' is not known" in doubt.message for doubt in dna.read(path).doubts)
    assert {""} == set(table.column("tone").text())


@pytest.mark.parametrize("number", [-(2**63), -1, 2**63 - 1])
def test_numbers_out_of_all_bounds_do_no_harm(number, changed):
    """Places and dates may be anything."""
    path = changed(
        f"UPDATE STATEMENTS SET Start = {number} WHERE ID = 1",
        f"UPDATE DOCUMENTS SET Date = {number} WHERE ID = 2",
    )

    assert any(doubt.row == 1 for doubt in dna.read(path).doubts)
    assert len(list(dna.read(path).anchors())) == 32
