"""Tables of statements as files: what is written comes back; what does not fit is named."""

from __future__ import annotations

import pytest

from sayso import networks
from sayso.errors import UsageError
from sayso.networks.times import seconds

ROWS = "Org;Issue;Stance;Day\nLeague;tariff;yes;1920-05-01\nUnion;tariff;no;1921\n"
NAMES = {"actor": "Org", "concept": "Issue", "agreement": "Stance", "date": "Day"}


def test_columns_are_mapped_by_name(tmp_path):
    """A sheet of somebody else's becomes a network."""
    path = tmp_path / "coded.csv"
    path.write_text(ROWS, encoding="utf-8-sig")
    made = networks.network(networks.read_statements(path, columns=NAMES), aggregation="conflict")

    assert list(made.edges()) == [("League", "Union", 1.0)]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_what_is_written_is_read_again(ending, synth, tmp_path):
    """The same networks come of it."""
    path = networks.write_statements(synth, tmp_path / f"table.{ending}")
    again = networks.read_statements(path, kinds={"intensity": "integer", "score": "integer"})

    for qualifier in ("agreement", "intensity"):
        options = {"rows": "organization", "aggregation": "subtract", "qualifier": qualifier,
                   "duplicates": "document"}  # fmt: skip
        before, after = networks.network(synth, **options), networks.network(again, **options)
        assert before.rows == after.rows
        assert (before.matrix() == after.matrix()).all()


def test_a_spreadsheet_is_read(tmp_path):
    """With dates as the sheet keeps them."""
    openpyxl = pytest.importorskip("openpyxl")
    from datetime import datetime

    book = openpyxl.Workbook()
    book.active.append(["actor", "concept", "agreement", "date"])
    book.active.append(["League", "tariff", True, datetime(1920, 5, 1)])
    book.active.append(["Union", "tariff", False, datetime(1921, 5, 1)])
    book.save(tmp_path / "coded.xlsx")
    table = networks.read_statements(tmp_path / "coded.xlsx")

    assert [("against", "for")[at] for at in table.column("agreement").codes] == ["for", "against"]
    assert [seconds("1920-05-01"), seconds("1921-05-01")] == table.times.tolist()


@pytest.mark.parametrize(
    ("content", "columns", "message"),
    [
        (ROWS, {"actor": "Organisation"}, "has no column 'Organisation' for 'actor'; it has Org"),
        (ROWS + "Church;tariff;no;soon\n", NAMES, "bad.csv, row 4: 'soon' is no date"),
        (ROWS + "Church;tariff\n", NAMES, "row 4: 2 cells, not 4"),
        ("a,a\n1,2\n", None, "two columns named 'a'"),
    ],
)
def test_what_does_not_fit_is_named(content, columns, message, tmp_path):
    """By column or row, in one line."""
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(UsageError, match=message):
        networks.read_statements(path, columns=columns)


def test_files_of_other_kinds_are_refused(tmp_path):
    """And damaged ones in one line."""
    (tmp_path / "a.parquet").write_bytes(b"no")
    (tmp_path / "a.xlsx").write_bytes(b"no")
    (tmp_path / "a.csv").write_bytes(b"caf\xe9\n")

    with pytest.raises(UsageError, match="end in"):
        networks.read_statements(tmp_path / "a.doc")
    for name in ("a.parquet", "a.xlsx", "a.csv"):
        with pytest.raises(UsageError, match=name.replace(".", r"\.")):
            networks.read_statements(tmp_path / name)


def test_rows_are_numbered_as_the_spreadsheet_numbers_them(tmp_path):
    """Blank rows are left out and counted; cells beyond the names may be empty."""
    path = tmp_path / "gaps.csv"
    path.write_text("actor,concept,date,,\n\na,x,1920,,\n,,,,\nb,x,soon,,\n", "utf-8")
    with pytest.raises(UsageError, match=r"gaps\.csv, row 5: 'soon' is no date"):
        networks.read_statements(path)
    path.write_text("actor,concept,,\n\na,x,note,\n", "utf-8")

    assert networks.read_statements(path).column("column 3").text() == ["note"]
