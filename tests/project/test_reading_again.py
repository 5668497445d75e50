"""A document that is read again has what is proposed now, and all that people decided."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.model import Mention, Statement
from sayso.project import Project

TEXT = """The Harbour Question

Mrs. Pryce argued that the harbour had been sold before the winter. She had never believed the council.
The so-called “harbour plan” was dead. Mr. Vane complained that the board thought “nothing of the poor”.

“We were warned twice,” said Ann Vane. “Nobody listened.” The clerk denies that he was ever told so.

The elder fishermen have it from the abbot that nobody would ever build there again, and Canon Rowe dreads that the sea will take it.
"""
Told = tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...], float]


@pytest.fixture
def ruled(tmp_path: Path) -> Project:
    """A project that was read by rules alone."""
    (tmp_path / "harbour.txt").write_text(TEXT, "utf-8")
    with sayso.open(tmp_path, coder="Ann") as opened:
        opened.add(workers=1, trained=False)
        yield opened


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that was read once, by all readers."""
    folder = tmp_path_factory.mktemp("fresh")
    (folder / "harbour.txt").write_text(TEXT, "utf-8")
    with sayso.open(folder, coder="Ann") as opened:
        opened.add(workers=1)
        yield opened


def told(project: Project) -> set[Told]:
    return {
        (
            one.kind,
            tuple((span.start, span.end) for span in one.content),
            tuple((span.start, span.end) for span in one.speakers),
            one.score,
        )
        for one in project.statements()
    }


def counted(project: Project) -> set[tuple[str, int, int]]:
    return {(one.name, one.statements, one.mentions) for one in project.actors()}


def test_what_rules_found_alone_gives_way_to_what_all_readers_find(
    ruled: Project, fresh: Project
) -> None:
    before = told(ruled)
    assert counted(ruled) != counted(fresh)
    ruled.add(workers=1, trained=True)

    assert before - told(fresh)
    assert counted(ruled) == counted(fresh)
    assert told(ruled) == told(fresh)
    for type_ in ("mention", "quoted", "note"):
        assert {one.id for one in ruled.records(type_)} == {one.id for one in fresh.records(type_)}
    assert ruled.verify() == []


def test_what_a_person_decided_about_stays(ruled: Project, fresh: Project) -> None:
    gone = {one.id for one in ruled.statements()} - {one.id for one in fresh.statements()}
    kept = next(one for one in ruled.statements() if one.id in gone)
    ruled.decide([kept.id], "accepted")
    ruled.add(workers=1, trained=True)

    assert [one.id for one in ruled.statements(status="accepted")] == [kept.id]
    assert told(fresh) < told(ruled)
    ruled.undo()
    assert [one.status for one in ruled.statements() if one.id == kept.id] == ["proposed"]
    assert ruled.verify() == []


def test_what_a_decided_statement_lies_in_stays(ruled: Project) -> None:
    ruled.add(workers=1, trained=True)
    inner = next(one for one in ruled.statements() if one.parent)
    ruled.decide([inner.id], "accepted")
    ruled.add(workers=1, weights="shipped")
    ids = {one.id for one in ruled.statements()}

    assert {inner.id, inner.parent} <= ids


def test_what_a_person_made_stays(ruled: Project) -> None:
    document = ruled.documents()[0].id
    text = ruled.document(document).text
    start = text.index("The so-called")
    made = ruled.create(document, [(start, start + 12)], kind="indirect")
    ruled.add(workers=1, trained=True)

    assert made.id in {one.id for one in ruled.statements(status="accepted")}


def test_nothing_is_read_twice_for_nothing(ruled: Project) -> None:
    ruled.add(workers=1, trained=True)
    again = ruled.add(workers=1, trained=True)

    assert (again.documents, again.unchanged) == (0, 1)
    assert all(isinstance(one, Statement) for one in ruled.statements())
    assert all(isinstance(one, Mention) for one in ruled.records("mention"))
