"""Files into a project: once, again, changed, broken, cut short."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import sayso
from sayso.errors import JobError, NotFoundError
from sayso.jobs import Progress
from sayso.model import Failure
from sayso.project import Project


def test_adding_twice_adds_nothing(project: Project) -> None:
    before = {row.id for row in project.documents()}
    again = project.add()

    assert (again.documents, again.unchanged, again.versions) == (0, 2, 0)
    assert {row.id for row in project.documents()} == before
    assert project.verify() == []


def test_a_dry_run_names_every_file_and_reads_none(folder: Path) -> None:
    (folder / "picture.xyz").write_bytes(b"\0\1\2")
    (folder / "twin.txt").write_bytes((folder / "quay.txt").read_bytes())
    with sayso.open(folder) as opened:
        plan = opened.plan()

        assert {entry.key: entry.state for entry in plan.entries} == {
            "harbour.txt": "new",
            "picture.xyz": "ignored",
            "quay.txt": "new",
            "twin.txt": "duplicate",
        }
        assert plan.seconds > 0
        assert opened.documents() == []


def test_two_files_of_the_same_words_are_two_documents(folder: Path) -> None:
    (folder / "twin.txt").write_bytes((folder / "quay.txt").read_bytes())
    with sayso.open(folder) as opened:
        opened.add(workers=1)

        assert len({row.id for row in opened.documents()}) == 3


def test_a_changed_file_is_a_new_version_and_takes_decisions_along(
    project: Project, folder: Path
) -> None:
    from tests.project.conftest import place

    document, start, end = place(project, "The council was warned twice.")
    made = project.create(document, [(start, end)], kind="indirect")
    path = folder / "harbour.txt"
    path.write_text("A new first line stands here.\n\n" + path.read_text("utf-8"), "utf-8")
    added = project.add(workers=1)

    assert added.versions == 1
    new = project.statements(status="accepted", kind="indirect")
    assert [one.content[0].exact for one in new] == [made.content[0].exact]
    assert new[0].document != document
    assert project.document(new[0].document).supersedes == document
    assert project.verify() == []


def test_words_that_are_gone_wait_in_the_tray(project: Project, folder: Path) -> None:
    from tests.project.conftest import place

    document, start, end = place(project, "The council was warned twice.")
    made = project.create(document, [(start, end)], kind="indirect")
    path = folder / "harbour.txt"
    path.write_text(path.read_text("utf-8").replace("warned twice", "never told"), "utf-8")
    project.add(workers=1)

    assert [row.statement.id for row in project.tray()] == [made.id]


def test_what_cannot_be_read_is_named_and_stops_nothing(folder: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 and then nothing of the kind")
    (folder / "broken.docx").write_bytes(b"PK\3\4 no archive")
    with sayso.open(folder) as opened:
        added = opened.add(workers=2)

        assert added.documents == 2
        failed = {failure.message for failure in opened.failures() if failure.stage == "sources"}
        assert len(failed) == 2
        assert all("broken." in message for message in failed)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_a_folder_that_may_not_be_read_is_named(folder: Path) -> None:
    shut = folder / "shut"
    shut.mkdir()
    shut.chmod(0)
    try:
        with sayso.open(folder) as opened:
            assert opened.add(workers=1).documents == 2
            assert any("shut" in failure.message for failure in opened.failures())
    finally:
        shut.chmod(0o700)


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Not yours.")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    with sayso.open(folder) as opened:
        states = {entry.key: entry.state for entry in opened.plan().entries}
        opened.add(workers=1)

        assert states["link.txt"] == "ignored"
        assert all("Not yours" not in opened.document(row.id).text for row in opened.documents())


def test_odd_file_names_are_read(folder: Path) -> None:
    names = ["a b'\"<i>.txt", "=1+1.txt", "naïve 語.txt", "line\nbreak.txt", "per%cent.txt"]
    for name in names:
        (folder / name).write_text("Some words stand here.", encoding="utf-8")
    with sayso.open(folder) as opened:
        opened.add(workers=1)

        assert set(names) <= {row.key for row in opened.documents()}


def test_there_is_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="no folder"):
        sayso.open(tmp_path / "nowhere")


def test_a_cancelled_addition_goes_on_where_it_stopped(folder: Path) -> None:
    for nth in range(8):
        (folder / f"more-{nth}.txt").write_text(f"Text number {nth} stands here.\n")

    def stop(progress: Progress) -> None:
        if progress.stage == "reading" and progress.done == 3:
            raise JobError("Enough.")

    with sayso.open(folder) as opened:
        with pytest.raises(JobError):
            opened.add(progress=stop, workers=1)
        kept = len(opened.documents())
        rest = opened.add(workers=1)

        assert 0 < kept < 10
        assert rest.unchanged == kept
        assert kept + rest.documents == 10


def test_background_work_can_be_watched_and_cancelled(folder: Path) -> None:
    with sayso.open(folder) as opened:
        job = opened.start("add", workers=1)
        assert opened.wait_for_jobs(60)

        assert {row.id: row.state for row in opened.jobs()}[job] == "done"
        assert len(opened.documents()) == 2


_ADD = """
import sys, sayso
with sayso.open(sys.argv[1], coder="Ann") as project:
    def said(progress):
        if progress.stage == "reading":
            print("kept", progress.done, flush=True)
    project.add(progress=said, workers=1)
"""


def test_killing_the_process_loses_nothing_acknowledged(folder: Path) -> None:
    for nth in range(40):
        (folder / f"more-{nth:02}.txt").write_text(f"Text number {nth} stands here.\n" * 20)
    seen = 0
    for wait in (0.0, 0.02, 0.05, 0.1):
        process = subprocess.Popen(
            [sys.executable, "-c", _ADD, str(folder)], stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        for line in process.stdout:
            kept = int(line.split()[1])
            if kept >= 3:
                time.sleep(wait)
                break
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
        process.wait()
        for line in rest.splitlines():
            if line.startswith("kept ") and line.count(" ") == 1 and line.split()[1].isdigit():
                kept = int(line.split()[1])
        with sayso.open(folder, read_only=True) as opened:
            there = len(opened.documents())
            assert there >= min(42, kept)
            assert there >= seen
            assert opened.verify() == []
            seen = there
    with sayso.open(folder, coder="Ann") as opened:
        opened.add(workers=1)
        assert len(opened.documents()) == 42
        assert all(row.state in ("done", "waiting") for row in opened.jobs())


def test_reading_without_a_project_ends_with_findings(folder: Path) -> None:
    types = [one.type for one in sayso.read(folder)]

    assert types[0] == "source"
    assert types.count("document") == 2
    assert types.index("document") < types.index("reading")
    assert not (folder / "sayso.db").exists()


def test_reading_what_is_not_there_is_a_failure(folder: Path) -> None:
    records = list(sayso.read([folder / "nothing.txt"]))

    assert [type(one) for one in records] == [Failure]
