"""The file: damaged, foreign, newer, older, busy, full, merged."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from tests.project.conftest import place

import sayso
from sayso.errors import (
    ProjectBusyError,
    ProjectDamagedError,
    ProjectTooNewError,
    StoreError,
)
from sayso.project import Project
from sayso.store import connection, schema


def test_a_newer_project_is_left_alone(folder: Path) -> None:
    with sayso.open(folder) as opened:
        path = opened.path
    database = sqlite3.connect(path)
    database.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    database.close()
    with pytest.raises(ProjectTooNewError):
        sayso.open(folder)


def test_an_older_project_is_upgraded_after_a_copy(folder: Path) -> None:
    path = folder / "sayso.db"
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("BEGIN")
    schema.apply(database, until=1)
    database.execute("COMMIT")
    database.close()
    with sayso.open(folder) as opened:
        opened.add(workers=1)

        assert opened.verify() == []
    assert len(list((folder / ".sayso-snapshots").glob("*before-version*.db"))) == 1


@pytest.mark.parametrize(
    "hostile",
    [
        "CREATE TRIGGER evil AFTER INSERT ON document BEGIN DELETE FROM source; END",
        "CREATE VIEW evil AS SELECT load_extension('x')",
        "CREATE TABLE extra (a)",
        "DROP TRIGGER act_stays",
    ],
)
def test_a_project_that_holds_what_sayso_never_writes_is_refused(
    folder: Path, hostile: str
) -> None:
    with sayso.open(folder) as opened:
        path = opened.path
    database = sqlite3.connect(path)
    database.execute(hostile)
    database.commit()
    database.close()
    with pytest.raises(ProjectDamagedError):
        sayso.open(folder)


@pytest.mark.parametrize(
    "data", [b"no database at all" * 99, b"SQLite format 3\0" + b"\xff" * 4096]
)
def test_a_file_that_is_no_project_is_refused(folder: Path, data: bytes) -> None:
    (folder / "sayso.db").write_bytes(data)
    with pytest.raises(StoreError):
        sayso.open(folder)


def test_a_damaged_record_is_said_in_one_line(project: Project) -> None:
    document = project.documents()[0].id
    path = project.path
    project.close()
    database = sqlite3.connect(path)
    database.execute("UPDATE body SET structure = '{' WHERE document = ?", (document,))
    database.commit()
    database.close()
    with sayso.open(path) as opened:
        with pytest.raises(ProjectDamagedError, match="snapshot"):
            opened.document(document)
        assert opened.verify()


def test_verify_sees_a_text_that_was_changed_behind_its_back(project: Project) -> None:
    path = project.path
    project.close()
    database = sqlite3.connect(path)
    database.execute("UPDATE body SET text = replace(text, 'Ostmere', 'Westmer')")
    database.commit()
    database.close()
    with sayso.open(path) as opened:
        assert any("not the one that was read" in line for line in opened.verify())


def test_acts_cannot_be_changed(project: Project) -> None:
    document, start, end = place(project, "Nobody answered her.")
    project.create(document, [(start, end)], kind="own")
    path = project.path
    project.close()
    database = sqlite3.connect(path)
    for attack in ("UPDATE act SET coder = 'Eve'", "DELETE FROM act"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            database.execute(attack)
    database.close()


_HOLD = """
import sys, time, sayso
project = sayso.open(sys.argv[1], coder="Bo")
project._store.announce()
with project._store.write():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_second_writer_is_told_who_holds_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, start, end = place(project, "Nobody answered her.")
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.3)
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(project.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with sayso.open(project.path, read_only=True) as reading:
            assert len(reading.documents()) == 2
        project._store.database.execute("PRAGMA busy_timeout = 300")
        with pytest.raises(ProjectBusyError, match="Bo"):
            project.create(document, [(start, end)], kind="own")
    finally:
        holder.communicate("", timeout=20)
    project.create(document, [(start, end)], kind="own")


def _fill(project: Project, document: str) -> None:
    for nth in range(200):
        project.memo(document, f"{nth} " * 2000)


def test_a_full_disk_leaves_nothing_half_written(project: Project) -> None:
    document, start, end = place(project, "Nobody answered her.")
    pages = project._store.one("PRAGMA page_count")[0]
    project._store.one(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError, match="full"):
        _fill(project, document)
    project._store.one("PRAGMA max_page_count = 1000000")
    project.create(document, [(start, end)], kind="own")

    assert project.verify() == []


def test_reading_only_writes_nothing(project: Project) -> None:
    path = project.path
    project.close()
    before = path.read_bytes()
    with sayso.open(path, coder="Ann", read_only=True) as opened:
        document, start, end = place(opened, "Nobody answered her.")
        with pytest.raises(StoreError, match="reading only"):
            opened.create(document, [(start, end)], kind="own")

    assert path.read_bytes() == before


def test_snapshots_rotate(project: Project) -> None:
    kept = [project.snapshot() for _ in range(7)]

    assert [path.exists() for path in kept] == [False, False, True, True, True, True, True]


def test_two_copies_of_a_project_merge_and_merge_again(folder: Path, tmp_path: Path) -> None:
    with sayso.open(folder, coder="Ann") as ann:
        ann.add(workers=1)
    other = tmp_path / "copy"
    shutil.copytree(folder, other)
    (other / "third.txt").write_text("A third text, known to one copy only.\n")
    with sayso.open(folder, coder="Ann") as ann, sayso.open(other, coder="Bo") as bo:
        bo.add(workers=1)
        document, start, end = place(ann, "Nobody answered her.")
        mine = ann.create(document, [(start, end)], kind="own").id
        document, start, end = place(bo, "The council was warned twice.")
        concept = bo.add_concept("Warnings")
        theirs = bo.create(document, [(start, end)], kind="own").id
        bo.code(theirs, concept=concept.id)
        bo.decide(theirs, "rejected")
        bo.undo()

        assert ann.merge(other) > 0
        assert ann.merge(other) == 0
        assert bo.merge(folder) > 0
        for project in (ann, bo):
            assert project.statement(mine).status == "accepted"
            assert project.statement(theirs).concept == concept.id
            assert len(project.documents()) == 3
            assert project.verify() == []


def test_search_finds_words_without_accents_and_phrases(folder: Path) -> None:
    (folder / "café.txt").write_text("Le café de l’Élysée était fermé.\n", encoding="utf-8")
    with sayso.open(folder) as opened:
        opened.add(workers=1)

        assert opened.search("elysee").total == 1
        assert opened.search('"warned twice"').total == 1
        assert opened.search('"twice warned"').total == 0
        assert opened.search("ostm*").total == 2
        assert opened.search('AND OR "*" NEAR(').total == 0
        for hit in opened.search("Ostmere").hits:
            text = opened.document(hit.document).text
            assert text[hit.span.start : hit.span.end] == hit.span.exact == "Ostmere"


def test_metadata_csv_describes_the_texts(folder: Path) -> None:
    (folder / "metadata.csv").write_text(
        "File name,Title,Writer,Date,Box\n"
        "harbour.txt,The Lost Harbour,M. Pryce,1932~,7\nnone.txt,Gone,,,\n",
        encoding="utf-8",
    )
    with sayso.open(folder) as opened:
        guess = opened.columns()
        assert guess is not None
        assert guess.mapping == {
            "File name": "file", "Title": "title", "Writer": "author", "Date": "date", "Box": None,
        }  # fmt: skip
        opened.add(workers=1)
        row = next(one for one in opened.documents() if one.key == "harbour.txt")
        document = opened.document(row.id)

        assert (document.title, document.author, document.date) == (
            "The Lost Harbour", "M. Pryce", "1932~",
        )  # fmt: skip
        assert document.metadata["Box"] == "7"
        assert any("none.txt" in failure.message for failure in opened.failures())
        opened.add(columns={"File name": "file", "Title": "published_in"}, workers=1)
        row = next(one for one in opened.documents() if one.key == "harbour.txt")
        assert opened.document(row.id).published_in == "The Lost Harbour"
