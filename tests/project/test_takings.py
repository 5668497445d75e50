"""Who takes from whom, as a network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import sayso
from sayso.cli.network import command
from sayso.errors import UsageError
from sayso.project import Project

CLAIM = (
    "the gate was opened at four in the morning by the keeper, and the board had been warned of it "
    "twice before the water came over the wall of the valley"
)
ERROR = CLAIM.replace("at four", "at five")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    """A letter, a book with an error, two papers that have it from there; one text undated."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "texts"
    folder.mkdir()
    texts = {
        "letter.txt": f"I write that {CLAIM}. Come soon.",
        "book.txt": f"That night, we are told, {ERROR}. So it ended.",
        "paper.txt": f"Our readers will recall that {ERROR}! It rains.",
        "leaf.txt": f"Somebody printed that {CLAIM}; nobody knows when.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "metadata.csv").write_text(
        "file,title,author,date\nletter.txt,A Letter,Lund,1924\nbook.txt,A Book,Pryce,1931\n"
        "paper.txt,A Paper,,1958\nleaf.txt,A Leaf,Anon,\n"
    )
    with sayso.open(folder) as opened:
        opened.add(workers=1)
        yield opened


def test_each_later_text_is_tied_to_the_nearest_earlier_one(project: Project) -> None:
    """The paper has the book's error, so it is tied to the book; the undated leaf is tied to none."""
    made = project.network(mode="reuse")

    assert sorted(made.edges()) == [("A Paper", "Pryce", 1.0), ("Pryce", "Lund", 1.0)]


def test_behind_a_tie_lie_passages_with_the_changes_that_both_have(project: Project) -> None:
    (one,) = project.takings_behind("A Paper", "Pryce")

    assert [(change.oldest, change.both) for change in one.shared] == [("four", "five")]
    assert project.document(one.document).text[one.start : one.end] == one.text
    assert project.document(one.from_document).title == "A Book"
    with pytest.raises(UsageError, match="no actor 'Nobody'"):
        project.takings_behind("Nobody", "Lund")


def test_a_period_bounds_the_network_by_the_later_text(project: Project) -> None:
    from sayso.networks.times import seconds

    made = project.network(mode="reuse", start=seconds("1950"))

    assert list(made.edges()) == [("A Paper", "Pryce", 1.0)]


def test_repeated_statements_say_who_has_them_and_from_whom(project: Project) -> None:
    (sayings,) = project.repeated()
    shown = [(one.document.title, one.descent.source) for one in sayings]

    assert shown == [("A Letter", None), ("A Book", 0), ("A Paper", 1), ("A Leaf", None)]


def test_the_command_prints_draws_and_refuses(project: Project, tmp_path: Path) -> None:
    run = CliRunner().invoke
    place = str(project.folder)
    printed = run(command, ["-p", place, "--mode", "reuse", "--json"])
    ties = [json.loads(one) for one in printed.stdout.splitlines()]

    assert [(one["row"], one["column"]) for one in ties] == [
        ("A Paper", "Pryce"),
        ("Pryce", "Lund"),
    ]
    assert "2 passages that stand in an earlier text of this corpus, 1 of them" in printed.stderr
    assert (
        run(command, ["-p", place, "--mode", "reuse", "-o", str(tmp_path / "w.gexf")]).exit_code
        == 0
    )
    assert (tmp_path / "w.gexf").stat().st_size > 0
    refused = run(command, ["-p", place, "--mode", "reuse", "--aggregation", "subtract"])
    assert refused.exit_code == 2
    assert "no positions" in refused.stderr


def test_without_dates_it_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "undated"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"We know that {CLAIM}.")
    with sayso.open(folder) as opened:
        opened.add(workers=1)
        with pytest.raises(UsageError, match="Give the documents dates"):
            opened.network(mode="reuse")
