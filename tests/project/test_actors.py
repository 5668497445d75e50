"""The register of actors, and what judgements change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.errors import NotFoundError, UsageError
from sayso.project import Project

LETTER = """Ruth Caloway wrote: “The council was warned twice.” The Harbour Society agreed.

“Nobody answered,” said Ruth Caloway. The keeper insisted that the lamp was lit.
Nobody said that it was out, and he himself told her that it burned.
"""
REPLY = """Ruth Calloway replied: “The council slept.” Tobias Rook said that the Society lied.
"""


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "letter.txt").write_text(LETTER, encoding="utf-8")
    (texts / "reply.txt").write_text(REPLY, encoding="utf-8")
    with sayso.open(texts, coder="Ann") as opened:
        opened.add(workers=1, trained=False)
        yield opened


def test_the_register_counts_what_each_actor_says_and_where(pair: Project) -> None:
    rows = {one.name: one for one in pair.actors()}

    assert rows["Ruth Caloway"].statements == 2
    assert rows["Ruth Caloway"].mentions == 2
    assert len(rows["Ruth Caloway"].documents) == 1
    assert rows["The keeper"].kind == "unnamed"
    assert not {"Nobody", "nobody", "he", "himself", "he himself"} & set(rows)
    assert [one.exact for one in pair.places("Ruth Caloway")] == ["Ruth Caloway"] * 2


def test_nothing_is_one_before_somebody_says_so(pair: Project) -> None:
    found = {frozenset((one.one.name, one.two.name)) for one in pair.candidates()}
    names = set(pair.table()["actor"])

    assert frozenset(("Ruth Caloway", "Ruth Calloway")) in found
    assert {"Ruth Caloway", "Ruth Calloway"} <= names


def test_what_is_judged_the_same_counts_as_one_and_can_be_taken_back(pair: Project) -> None:
    before = pair.table()["actor"]
    pair.judge([("Ruth Caloway", "Ruth Calloway")], True, why="one letter")
    rows = {one.name: one for one in pair.actors()}
    names = set(pair.table()["actor"])
    one = rows["Ruth Caloway"]

    assert one.statements == 3
    assert len(one.members) == len(one.documents) == 2
    assert "Ruth Calloway" in one.names
    assert "Ruth Calloway" not in names
    assert pair.actor("Ruth Calloway") == one, "every member leads to the whole"
    assert not [it for it in pair.candidates() if "Ruth" in it.one.name]
    assert [(it.same, it.coder, it.why) for it in pair.judgements()] == [
        (True, "Ann", "one letter")
    ]
    assert pair.verify() == []
    pair.undo()
    assert pair.table()["actor"] == before
    pair.redo()
    pair.judge([("Ruth Caloway", "Ruth Calloway")], None)
    assert pair.table()["actor"] == before
    assert pair.judgements() == []


def test_checks_see_one_actor(pair: Project) -> None:
    assert [row for row in pair.check() if row.check == "names"]
    for same in (True, False):
        pair.judge([("Ruth Caloway", "Ruth Calloway")], same)
        assert not [row for row in pair.check() if row.check == "names"]
    pair.judge([("Ruth Caloway", "Ruth Calloway")], None)
    assert [row for row in pair.check() if row.check == "names"]


def test_what_is_judged_different_is_no_candidate_and_never_joined(pair: Project) -> None:
    pair.judge([("Ruth Caloway", "Ruth Calloway")], False)
    assert not [it for it in pair.candidates() if "Ruth" in it.one.name]
    pair.judge([("Ruth Caloway", "Tobias Rook")], True)
    with pytest.raises(UsageError, match="Ruth Calloway"):
        pair.judge([("Tobias Rook", "Ruth Calloway")], True)
    assert len(pair.judgements()) == 2, "nothing of a refused judgement is kept"


def test_an_actor_is_shown_by_the_name_it_is_given(pair: Project) -> None:
    pair.judge([("Harbour Society", "Tobias Rook")], True)
    pair.rename_actor("Tobias Rook", "The  Friends of the Harbour")

    assert "The Friends of the Harbour" in pair.table()["actor"]
    assert pair.actor("The Friends of the Harbour").statements >= 1
    pair.undo()
    assert "The Friends of the Harbour" not in pair.table()["actor"]


def test_wrong_judgements_are_refused_in_plain_words(pair: Project) -> None:
    with pytest.raises(NotFoundError, match="Nobody Here"):
        pair.judge([("Ruth Caloway", "Nobody Here")], True)
    with pytest.raises(UsageError, match="two different"):
        pair.judge([("Ruth Caloway", "Ruth Caloway")], True)
    with pytest.raises(UsageError, match="no pair"):
        pair.judge([], True)
    with pytest.raises(UsageError, match="needs a name"):
        pair.rename_actor("Ruth Caloway", "  ")


def test_judgements_of_two_copies_merge(pair: Project, tmp_path: Path) -> None:
    copy = pair.snapshot()
    with sayso.open(copy, coder="Ben") as other:
        other.judge([("Ruth Caloway", "Ruth Calloway")], True)
    assert pair.merge(copy) == 1
    assert pair.merge(copy) == 0
    assert [it.coder for it in pair.judgements()] == ["Ben"]
    assert pair.actor("Ruth Calloway").statements == 3


def test_exports_name_one_actor_and_keep_who_judged(pair: Project, tmp_path: Path) -> None:
    pair.judge([("Ruth Caloway", "Ruth Calloway")], True, why="one letter")
    pair.export(tmp_path / "all.jsonl")
    pair.export(tmp_path / "table.csv")
    rows = [json.loads(one) for one in (tmp_path / "all.jsonl").read_text().splitlines()]
    (judged,) = [one for one in rows if one["type"] == "judgement"]

    assert (judged["same"], judged["coder"], judged["why"]) == (True, "Ann", "one letter")
    assert {judged["one"], judged["two"]} <= {one["id"] for one in rows if one["type"] == "actor"}
    assert "Ruth Calloway," not in (tmp_path / "table.csv").read_text()


def test_an_actor_has_the_roles_that_the_texts_state(pair: Project) -> None:
    (pair.folder / "roles.txt").write_text(
        "Ruth Calloway, chairman of the Harbour Society, spoke. In 1931 Tobias Rook left the "
        "Harbour Society.\n",
        encoding="utf-8",
    )
    pair.add(workers=1, trained=False)
    pair.judge([("Ruth Caloway", "Ruth Calloway")], True)
    (tie,) = pair.ties("Ruth Caloway")

    assert (tie.predicate, tie.does, tie.name) == ("chairman of", True, "Harbour Society")
    assert tie.exact == "Ruth Calloway, chairman of the Harbour Society"
    assert [(it.name, it.predicate, it.does, it.when) for it in pair.ties("Harbour Society")] == [
        ("Tobias Rook", "left", False, "1931"),
        (pair.actor("Ruth Caloway").name, "chairman of", False, None),
    ]
