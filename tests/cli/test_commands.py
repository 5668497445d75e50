"""The commands, as a user types them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = """The Lost Harbour

Mrs. Pryce wrote: “The council was warned twice by the engineer.” Nobody answered her.

“The engineer knew,” said the mayor, and he left the room with a laugh.
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "harbour.txt").write_text(TEXT, encoding="utf-8")
    return folder


def sayso(*arguments: object, folder: Path, status: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "sayso", *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120,
        env={**os.environ, "SAYSO_CONFIG": str(folder / "config"), "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    return done


def objects(done: subprocess.CompletedProcess[str]) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_reading_prints_records_in_the_order_of_the_design(texts: Path) -> None:
    records = objects(sayso("read", "texts", "--json", folder=texts.parent))
    types = [one["type"] for one in records]
    document = next(one for one in records if one["type"] == "document")

    assert types[:2] == ["source", "document"]
    assert all("id" in one for one in records)
    for one in records:
        if one["type"] == "statement":
            for span in one["content"]:
                assert document["text"][span["start"] : span["end"]] == span["exact"]
                assert set(span["origin"]) == {"page", "line", "start", "end"}
    said = [one["content"][0]["exact"] for one in records if one["type"] == "statement"]
    assert "The council was warned twice by the engineer." in said


def test_a_project_from_the_command_line(texts: Path) -> None:
    place = texts.parent
    plan = objects(sayso("add", "-p", "texts", "--dry-run", "--json", folder=place))
    assert [(one["key"], one["state"]) for one in plan] == [("harbour.txt", "new")]
    added = objects(sayso("add", "-p", "texts", "--json", folder=place))
    assert added[0]["documents"] == 1
    assert objects(sayso("add", "-p", "texts", "--json", folder=place))[0]["unchanged"] == 1
    for finding in objects(sayso("check", "-p", "texts", "--json", folder=place)):
        assert finding["state"] == "open"
    hits = objects(sayso("search", "warned", "twice", "-p", "texts", "--json", folder=place))
    assert {one["span"]["exact"] for one in hits} == {"warned", "twice"}
    jobs = objects(sayso("jobs", "-p", "texts", "--json", folder=place))
    assert {one["state"] for one in jobs} == {"done"}


@pytest.mark.parametrize("ending", ["html", "docx"])
def test_a_report_is_written(texts: Path, ending: str) -> None:
    place = texts.parent
    sayso("add", "-p", "texts", folder=place)
    sayso("report", "-p", "texts", "-o", f"report.{ending}", folder=place)

    assert (place / f"report.{ending}").stat().st_size > 1000


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["read", "nothing.txt"], 1, "no file or folder"),
        (["search", "word", "-p", "nowhere"], 1, "no folder"),
        (["check", "-p", "texts"], 1, "no project"),
        (["read"], 2, "Missing argument"),
        (["dance"], 2, "No such command"),
        (["read", "texts", "--reader", "tarot"], 1, "tarot"),
    ],
)
def test_failures_are_one_line_and_a_status(
    texts: Path, arguments: list[str], status: int, said: str
) -> None:
    done = sayso(*arguments, folder=texts.parent, status=status)

    assert said in done.stderr


def test_help_names_every_command_and_loads_no_data_library(texts: Path) -> None:
    done = sayso("--help", folder=texts)
    for name in ("demo", "open", "read", "add", "check", "search", "jobs", "report", "serve"):
        assert f"\n  {name} " in done.stdout
    code = (
        "import sys\nfrom sayso.cli import main\n"
        "try:\n main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'numpy', 'polars', 'pyarrow', 'fastapi', 'lxml', 'sqlite3', 'llvmlite', 'scipy'}\n"
        "print('HEAVY', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_output_into_a_closed_pipe_ends_quietly(texts: Path) -> None:
    (texts / "long.txt").write_text(TEXT * 400, encoding="utf-8")
    reading = subprocess.Popen(
        [sys.executable, "-m", "sayso", "read", str(texts)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert reading.stdout is not None
    assert reading.stderr is not None
    reading.stdout.readline()
    reading.stdout.close()
    said = reading.stderr.read()
    reading.stderr.close()

    assert reading.wait(60) in (0, 1, -13)
    assert "Traceback" not in said


def test_a_text_cannot_drive_the_terminal(texts: Path) -> None:
    hostile = "Mr. Lund wrote: “We \x1b[31mshall\u202e never \x07 give in to them.” He left.\n"
    (texts / "hostile.txt").write_text(hostile, encoding="utf-8")
    done = sayso("read", "texts", folder=texts.parent)

    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout
