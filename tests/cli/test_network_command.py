"""`sayso network` on a project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import sayso
from sayso.cli.network import command
from sayso.errors import UsageError

TEXTS = {
    "a.txt": "Mrs. Pryce said: “The quay must stay in the hands of the town.” She left.\n",
    "b.txt": "Mr. Lund said: “The quay must be sold before the winter to pay the debt.” He stayed.\n",
    "c.txt": "Mr. Orme said: “The town should keep its quay and its pride, whatever comes.” So.\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with three statements, two for and one against keeping the quay."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    texts = tmp_path / "texts"
    texts.mkdir()
    lines = ["file,author,date"]
    for name, text in TEXTS.items():
        (texts / name).write_text(text, encoding="utf-8")
        lines.append(f"{name},Author of {name[0]},19{len(lines)}1-02-03")
    (texts / "metadata.csv").write_text("\n".join(lines) + "\n")
    with sayso.open(texts, coder="Ann") as project:
        project.add(workers=1)
    return texts


def code(folder: Path) -> None:
    with sayso.open(folder, coder="Ann") as project:
        quay = project.add_concept("Keep the quay")
        for one in project.statements(kind="direct"):
            against = "sold" in one.content[0].exact
            project.code(one.id, concept=quay.id, agreement="against" if against else "for")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments])


def ties(result: Result) -> dict[frozenset[str], float]:
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]
    return {frozenset((row["row"], row["column"])): row["weight"] for row in rows}


def test_who_stands_with_whom(folder: Path) -> None:
    code(folder)
    found = ties(run("-p", folder, "--aggregation", "subtract"))
    names = {name.split()[-1] for pair in found for name in pair}

    assert names == {"Pryce", "Lund", "Orme"}
    assert sorted(found.values()) == [-1.0, -1.0, 1.0]
    with_each_other = next(pair for pair, weight in found.items() if weight > 0)
    assert {name.split()[-1] for name in with_each_other} == {"Pryce", "Orme"}


def test_who_quotes_whom_needs_no_coding(folder: Path) -> None:
    found = ties(run("-p", folder, "--mode", "quotes"))

    assert len(found) == 3
    assert any("Author of a" in pair and any("Pryce" in name for name in pair) for pair in found)


def test_without_coding_it_says_what_is_missing(folder: Path) -> None:
    result = run("-p", folder)

    assert isinstance(result.exception, UsageError)
    assert "concept" in str(result.exception)


def test_a_period_leaves_others_out(folder: Path) -> None:
    code(folder)
    found = ties(run("-p", folder, "--aggregation", "subtract", "--until", "1930"))

    assert list(found.values()) == [-1.0]


@pytest.mark.parametrize("ending", ["svg", "png", "pdf", "gexf", "graphml", "net", "dl", "csv"])
def test_every_kind_of_file_is_written(folder: Path, tmp_path: Path, ending: str) -> None:
    code(folder)
    result = run("-p", folder, "--aggregation", "subtract", "-o", tmp_path / f"net.{ending}")

    assert result.exit_code == 0, result.output
    assert any(path.stat().st_size > 50 for path in tmp_path.glob(f"net*.{ending}"))


def test_events_are_listed_and_windows_follow_one_another(folder: Path, tmp_path: Path) -> None:
    code(folder)
    listed = run("-p", folder, "--mode", "events", "-o", tmp_path / "events.csv")
    assert listed.exit_code == 0, listed.output
    assert len((tmp_path / "events.csv").read_text("utf-8-sig").splitlines()) == 4
    series = run("-p", folder, "--aggregation", "subtract", "--window", "years", "--size", 15)
    assert series.exit_code == 0, series.output
    named = ("--window", "years", "--size", 15, "-o", tmp_path / "time.gexf")
    written = run("-p", folder, "--aggregation", "subtract", *named)
    assert written.exit_code == 0, written.output
    assert 'mode="dynamic"' in (tmp_path / "time.gexf").read_text("utf-8")


@pytest.mark.parametrize(
    "wrong",
    [
        ["--normalization", "prominence"],
        ["--mode", "two", "--aggregation", "congruence"],
        ["--rows", "colour"],
    ],
)
def test_wrong_combinations_are_refused_with_the_mend(folder: Path, wrong: list[str]) -> None:
    code(folder)
    result = run("-p", folder, *wrong)

    assert isinstance(result.exception, UsageError)
    assert " may be " in str(result.exception) or "there are" in str(result.exception)


def test_values_of_any_variable_are_left_out_or_kept() -> None:
    """A `.dna` file's own variables are filters too; what is no filter is refused."""
    file = Path(__file__).parents[1] / "fixtures" / "networks" / "camps.dna"
    kept = run(file, "--keep", "organization=CampA 0", "--keep", "organization=CampA 1", "--json")
    left = run(file, "--exclude", "agreement=0", "--aggregation", "conflict", "--json")
    wrong = run(file, "--exclude", "concept")

    assert set(ties(kept)) == {frozenset({"CampA 0", "CampA 1"})}
    assert ties(left) == {}
    assert "write it like concept=tariff" in wrong.output
