"""The order of review is learned from decisions, and decisions become training data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sayso
from sayso.errors import FormatError

TEXT = "\n\n".join(
    f"{name} argued that the harbour had been sold in {year}. {name} believed that the toll was "
    f"unlawful before {year}."
    for name, year in zip(
        "Pell Pryce Hale Marsh Orde Quill Reed Stow Tull Vane".split(),
        range(1871, 1881),
        strict=True,
    )
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    made = tmp_path / "texts"
    made.mkdir()
    (made / "a.txt").write_text(TEXT, encoding="utf-8")
    return made


def by_cue(project: sayso.Project, cue: str) -> list[str]:
    return [one.id for one in project.statements() if one.cue and cue in one.cue.exact]


def test_without_decisions_the_scores_of_the_readers_stand(folder: Path) -> None:
    with sayso.open(folder, coder="Ann") as project:
        project.add(workers=1)
        learned = project.learned()

        assert learned.agreement is None
        assert learned.chances == {one.id: one.score for one in project.statements()}


def test_what_is_decided_reorders_the_rest_and_changes_nothing_else(folder: Path) -> None:
    with sayso.open(folder, coder="Ann") as project:
        project.add(workers=1)
        before = {one.id: one.score for one in project.statements()}
        argued, believed = by_cue(project, "argued"), by_cue(project, "believed")
        project.decide(argued[:6], "accepted")
        project.decide(believed[:6], "rejected")
        learned = project.learned()
        surest = [one.id for one in project.statements(order="likely")]

        assert (learned.decided, learned.accepted) == (12, 6)
        assert learned.agreement is not None
        assert learned.agreement > 0.8
        assert min(learned.chances[one] for one in argued[6:]) > max(
            learned.chances[one] for one in believed[6:]
        )
        assert set(surest[: len(argued[6:])]) == set(argued[6:])
        assert before == {one.id: one.score for one in project.statements()}
        project.undo()
        assert project.learned().agreement is None


def test_accepted_statements_are_written_as_training_data(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "decided.training.jsonl"
    with sayso.open(folder, coder="Ann") as project:
        project.add(workers=1)
        with pytest.raises(FormatError, match="accepted"):
            project.export(target)
        project.decide(by_cue(project, "argued"), "accepted")
        told = project.export(target)
        accepted = project.statements(status="accepted")
    (row,) = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]

    assert len(row["statements"]) == len(accepted) == 10
    assert not row["complete"]
    assert "not decided" in told[0]
    for one, two in zip(row["statements"], accepted, strict=True):
        assert [row["text"][start:end] for start, end in one["content"]] == [
            part.exact for part in two.content
        ]
    with sayso.open(folder) as project, pytest.raises(FormatError, match="already"):
        project.export(target)
