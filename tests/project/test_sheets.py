"""Statements of a spreadsheet into a project and out again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars
import pytest

import sayso
from sayso.errors import UsageError
from sayso.project import Project

SHEET = """Who,concept,agreement,date,words
Mrs. Pryce,warning,for,1931-05,The council was warned twice.
The mayor,warning,against,1931,Words that stand in no text
"""


def test_rows_are_anchored_or_kept_with_their_words(project: Project, tmp_path: Path) -> None:
    """Words that stand once in the texts are found there; others are a document of their own."""
    path = tmp_path / "coded.csv"
    path.write_text(SHEET, encoding="utf-8")
    done = project.import_file(path, columns={"Who": "actor"})
    again = project.import_file(path, columns={"Who": "actor"})
    mine = [one for one in project.statements() if one.concept]
    keys = {one.document: project.document(one.document).key for one in mine}

    assert (done.statements, again.statements, len(mine)) == (2, 2, 2)
    assert sorted(keys.values()) == ["coded.csv#3", "harbour.txt"]
    assert all(
        project.document(one.document).text[span.start : span.end] == span.exact
        for one in mine
        for span in one.content
    )
    assert project.network(aggregation="conflict").matrix().sum() == 2
    assert project.verify() == []


def test_what_is_written_is_read_again(project: Project, tmp_path: Path) -> None:
    """Actor, concept, agreement, date and words of an export are those of the import."""
    (tmp_path / "coded.csv").write_text(SHEET, encoding="utf-8")
    project.import_file(tmp_path / "coded.csv", columns={"Who": "actor"})
    project.export(tmp_path / "out.csv", status=("accepted",))
    (tmp_path / "other").mkdir()
    with sayso.open(tmp_path / "other", coder="Ann") as other:
        other.import_file(tmp_path / "out.csv")
        names = ("actor", "concept", "agreement", "status")
        rows = [sorted(zip(*(of.table(coded=True)[name] for name in names), strict=True))
                for of in (project, other)]  # fmt: skip

    assert rows[0] == rows[1]
    assert len(rows[0]) == 2


@pytest.mark.parametrize(
    ("change", "message"),
    [(("against", "maybe"), "row 3: 'maybe' is neither"), (("1931,", "soon,"), "row 3: 'soon'")],
)
def test_a_wrong_row_is_named_and_nothing_is_kept(
    project: Project, tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    path = tmp_path / "coded.csv"
    path.write_text(SHEET.replace(*change), encoding="utf-8")
    before = project.count_statements()
    with pytest.raises(UsageError, match=message):
        project.import_file(path, columns={"Who": "actor"})
    with pytest.raises(UsageError, match="no column 'Speaker'"):
        project.import_file(path, columns={"Speaker": "actor"})

    assert project.count_statements() == before
    assert project.concepts() == []


def test_blank_rows_are_counted_where_a_row_is_named(project: Project, tmp_path: Path) -> None:
    """The number in a message is the number the spreadsheet shows."""
    path = tmp_path / "gaps.csv"
    path.write_text("actor,concept,agreement\n\n,,\nThe mayor,harbour,maybe\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"gaps\.csv, row 4: 'maybe' is neither"):
        project.import_file(path)
    path.write_text("actor,concept,words\n\nA,x,Said here\n\n\nB,y,Said there\n", "utf-8")
    project.import_file(path)

    assert {"gaps.csv#3", "gaps.csv#6"} <= {one.key for one in project.documents()}


ROWS = (
    ("who", "kind of", "concept", "agreement", "date", "words", None),
    ("The mayor", "person", "harbour", "for", date(1931, 5, 2), "It was sold too early", None),
    (None, None, None, None, None, None, None),
    ("The union", "organisation", "harbour", "against", 1932, "It was sold too late", None),
    ("A voice", None, "harbour", "for", "1933-02", "It was never sold at all", None),
)


def written(path: Path) -> Path:
    """Write the rows in the kind of file that the name asks for."""
    if path.suffix == ".xlsx":
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.Workbook()
        for row in ROWS:
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".parquet":
        rows = [row for row in ROWS[1:] if any(row)]
        polars.DataFrame(
            {
                str(name): [None if row[at] is None else str(row[at]) for row in rows]
                for at, name in enumerate(ROWS[0])
                if name
            }
        ).write_parquet(path)
    else:
        sign = "\t" if path.suffix == ".tsv" else ";"
        lines = [sign.join("" if cell is None else str(cell) for cell in row) for row in ROWS]
        path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx", "parquet"])
def test_every_kind_of_table_goes_in(project: Project, tmp_path: Path, ending: str) -> None:
    """The same rows give the same statements, dates and actors of the kind a column names."""
    path = written(tmp_path / f"coded.{ending}")
    columns = {"who": "actor", "kind of": "actor_kind"}
    done = project.import_file(path, columns=columns)
    again = project.import_file(path, columns=columns)
    mine = [one for one in project.statements() if one.concept]
    kinds = {one.name: one.kind for one in project.records("actor") if one.name[:2] in ("Th", "A ")}

    assert (done.statements, again.statements, len(mine)) == (3, 3, 3)
    assert sorted(one.dates.said or "" for one in mine) == ["1931-05-02", "1932", "1933-02"]
    assert kinds == {"The mayor": "person", "The union": "organisation", "A voice": "unnamed"}
    assert project.network(aggregation="subtract").matrix().sum() == -2
    assert project.verify() == []


def test_a_kind_of_actor_that_is_none_is_named(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "kinds.csv"
    path.write_text("actor,actor_kind,concept\nThe cat,animal,fish\n", "utf-8")
    with pytest.raises(UsageError, match="row 2: 'animal' is no kind of actor"):
        project.import_file(path)


def test_words_are_found_in_the_text_that_a_title_names(project: Project, tmp_path: Path) -> None:
    """Words that stand in two texts are anchored where the title says; without one nowhere."""
    path = tmp_path / "twice.csv"
    line = "The same words stand in both of these short texts."
    (tmp_path / "coded.csv").write_text(f'words,concept,title\n"{line}",a,One\n"{line}",b,Two\n')
    project.import_file(tmp_path / "coded.csv")
    path.write_text(f'words,concept,title\n"{line}",c,Two\n"{line}",d,\n', "utf-8")
    project.import_file(path)
    titles = {
        one.concept: project.document(one.document).key
        for one in project.statements()
        if one.concept
    }

    assert sorted(titles.values()) == [
        "coded.csv#2", "coded.csv#3", "coded.csv#3", "twice.csv#3",
    ]  # fmt: skip
