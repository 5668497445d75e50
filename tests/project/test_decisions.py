"""What people decide: kept with who and when, undone as one, across restarts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.project.conftest import place

import sayso
from sayso.errors import AnchorError, NotFoundError, UsageError
from sayso.project import Project


def some(project: Project) -> list[str]:
    """Make two statements; give their ids."""
    made = []
    for words in ("The council was warned twice.", "Nobody answered her."):
        document, start, end = place(project, words)
        made.append(project.create(document, [(start, end)], kind="own").id)
    return made


def test_a_decision_needs_a_name(folder: Path) -> None:
    with sayso.open(folder) as opened:
        opened.add(workers=1)
        document, start, end = place(opened, "Nobody answered her.")
        with pytest.raises(UsageError, match="who decides"):
            opened.create(document, [(start, end)], kind="own")
        opened.sign(" Ann  Lee ")
        opened.create(document, [(start, end)], kind="own")

        assert opened.history()[0].coder == "Ann Lee"
    with sayso.open(folder) as again:
        assert again.coder == "Ann Lee"


def test_many_decisions_at_once_are_one_undo(project: Project) -> None:
    ids = some(project)
    project.decide(ids, "rejected", why="off the point")
    assert project.count_statements(status="rejected", kind="own") == 2

    assert len(project.undo()) == 2
    assert project.count_statements(status="rejected", kind="own") == 0
    assert len(project.redo()) == 2
    assert project.count_statements(status="rejected", kind="own") == 2
    assert project.verify() == []


def test_undo_is_per_coder_and_survives_a_restart(folder: Path) -> None:
    with sayso.open(folder, coder="Ann") as ann:
        ann.add(workers=1)
        first, second = some(ann)
        ann.decide(first, "rejected")
    with sayso.open(folder, coder="Bo") as bo:
        bo.decide(second, "rejected")
    with sayso.open(folder, coder="Ann") as ann:
        ann.undo()

        assert ann.statement(first).status == "accepted"
        assert ann.statement(second).status == "rejected"


def test_a_new_decision_ends_what_can_be_done_again(project: Project) -> None:
    first, second = some(project)
    project.decide(first, "rejected")
    project.undo()
    project.decide(second, "rejected")

    assert project.redo() == []


def test_a_statement_that_a_person_made_goes_and_comes_back(project: Project) -> None:
    (one, _) = some(project)
    project.undo()
    project.undo()
    with pytest.raises(NotFoundError):
        project.statement(one)
    project.redo()

    assert project.statement(one).status == "accepted"
    assert project.verify() == []


def test_a_correction_takes_the_place_of_the_statement(project: Project) -> None:
    (one, _) = some(project)
    _document, start, end = place(project, "was warned twice")
    _, first, last = place(project, "Mrs. Pryce")
    made = project.correct(one, content=[(start, end)], speakers=[(first, last)], why="too long")

    assert made.corrects == one
    assert made.content[0].exact == "was warned twice"
    assert made.speakers[0].exact == "Mrs. Pryce"
    assert project.statement(one).status == "corrected"
    project.undo()
    assert project.statement(one).status == "accepted"


def test_the_authority_of_a_statement_can_be_named(project: Project) -> None:
    (one, _) = some(project)
    _, first, last = place(project, "Mrs. Pryce")
    made = project.correct(one, reference=(first, last))

    assert made.reference is not None
    assert made.reference.exact == "Mrs. Pryce"
    assert project.correct(made.id, reference=None).reference is None
    assert project.verify() == []


def test_a_correction_of_the_speaker_alone_has_its_own_id(project: Project) -> None:
    (one, _) = some(project)
    _, first, last = place(project, "Mrs. Pryce")
    made = project.correct(one, speakers=[(first, last)])

    assert made.id != one
    assert project.verify() == []


@pytest.mark.parametrize("spans", [[(5, 2)], [(0, 10**9)], [(0, 8), (4, 12)]])
def test_spans_outside_the_text_are_refused(project: Project, spans: list[tuple[int, int]]) -> None:
    document = project.documents()[0].id
    with pytest.raises(AnchorError):
        project.create(document, spans)


def test_the_same_words_are_one_statement(project: Project) -> None:
    some(project)
    document, start, end = place(project, "Nobody answered her.")
    with pytest.raises(UsageError, match="already"):
        project.create(document, [(start, end)], kind="own")


def test_concepts_are_coded_renamed_merged_and_removed(project: Project) -> None:
    first, second = some(project)
    blame = project.add_concept("Blame of the council", definition="Who is at fault.")
    warning = project.add_concept("Warnings", parent=blame.id)
    project.code([first, second], concept=warning.id, agreement="for")
    project.change_concept(warning.id, name="Warnings given")

    assert project.count_statements(concept=warning.id, agreement="for") == 2
    project.merge_concepts(warning.id, blame.id)
    assert [one.name for one in project.concepts()] == ["Blame of the council"]
    assert project.statement(first).concept == blame.id
    project.undo()
    assert project.statement(first).concept == warning.id
    project.remove_concept(blame.id)
    assert [(one.name, one.parent) for one in project.concepts()] == [("Warnings given", None)]
    assert project.verify() == []


def test_concepts_have_names_of_their_own_and_no_circles(project: Project) -> None:
    one = project.add_concept("Éclat")
    with pytest.raises(UsageError, match="already"):
        project.add_concept("eclat")
    below = project.add_concept("Below", parent=one.id)
    with pytest.raises(UsageError, match="below itself"):
        project.change_concept(one.id, parent=below.id)
    project.remove_concept(below.id)

    assert project.add_concept("Below").id != below.id


def test_bulk_decisions_are_announced(project: Project) -> None:
    some(project)
    match = project.matching(kind="own")

    assert match.count == 2
    assert len(match.samples) == 2
    assert set(project.matching_ids(kind="own")) == {one.id for one in match.samples}


def test_notes_of_coders_stay_with_a_record(project: Project) -> None:
    (one, _) = some(project)
    project.memo(one, "Ask the archive.")
    project.memo(one, "Asked.")

    assert [memo.text for memo in project.memos(one)] == ["Ask the archive.", "Asked."]
    with pytest.raises(NotFoundError):
        project.memo("nothing", "text")


def test_dismissed_findings_stay_dismissed(folder: Path) -> None:
    (folder / "odd.txt").write_text(
        "He wrote: “It was lost“ and went.\n\n“Never closed.\n", "utf-8"
    )
    with sayso.open(folder, coder="Ann") as opened:
        opened.add(workers=1)
        rows = opened.findings()
        assert rows, "a misused mark is found"
        opened.judge_findings(rows[0].finding.id, "dismissed", why="the printer's habit")
        opened.check()

        kept = {row.finding.id: row for row in opened.findings()}[rows[0].finding.id]
        assert (kept.state, kept.why, kept.coder) == ("dismissed", "the printer's habit", "Ann")
        opened.undo()
        assert opened.findings(state="dismissed") == []


def test_unknown_words_are_refused(project: Project) -> None:
    (one, _) = some(project)
    for wrong in (
        lambda: project.decide(one, "maybe"),
        lambda: project.decide(one, "corrected"),
        lambda: project.code(one),
        lambda: project.correct(one),
        lambda: project.correct(one, colour="red"),
        lambda: project.statements(status="maybe"),
        lambda: project.records("thing"),
        lambda: project.start("dance"),
    ):
        with pytest.raises(UsageError):
            wrong()
