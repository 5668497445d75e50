"""Statements of a spreadsheet into a project and out again."""

from __future__ import annotations

from pathlib import Path

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
