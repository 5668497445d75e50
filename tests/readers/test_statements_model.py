"""The trained reader: what it adds to the rules, and that it runs only where it is asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import sayso
from sayso.model import Record, Statement
from sayso.project_reading import every, optional, read_document
from sayso.readers.statements import Statements
from sayso.readers.statements_model import FOLDER
from sayso.text import unchanged

TEXT = (
    "The members of the league were convinced from the first that the harbour had been sold. "
    "Many in the town expected the council to resign before the winter. Mrs. Pryce never denied "
    "having warned the engineer, and it has often been objected that her letter came too late."
)


def read(text: str, *, readers: tuple[str, ...] | None = None) -> list[Record]:
    from dataclasses import replace

    document = replace(unchanged("d", "s", "text.txt", text), language="en")
    found, failures = read_document(document, readers=readers)
    assert failures == []
    return [one for _, records in found.readings for one in records]


def trained(text: str) -> list[Statement]:
    return [
        one
        for one in read(text, readers=every())
        if isinstance(one, Statement) and one.reason.startswith("A trained reader")
    ]


def test_it_adds_reported_speech_that_the_rules_miss() -> None:
    found = trained(TEXT)

    assert any("the harbour had been sold" in one.content[0].exact for one in found)
    for one in found:
        for span in (*one.content, *one.speakers, *((one.cue,) if one.cue else ())):
            assert TEXT[span.start : span.end] == span.exact
        assert 0 < one.score < 1
        assert one.reason.endswith(".")


def test_it_repeats_nothing_that_the_rules_read() -> None:
    text = "Mrs. Pryce argued that the council had been warned twice before the winter. So it was."
    everything = [one for one in read(text, readers=every()) if isinstance(one, Statement)]
    places = [(one.content[0].start, one.content[0].end) for one in everything]

    assert len(places) == len(set(places)) == 1
    assert trained(text) == []


def test_it_runs_only_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")

    assert optional() == ("statements",)
    with sayso.open(folder, coder="Ann") as project:
        project.add(workers=1)
        before = {one.id for one in project.statements()}
        assert project.count_statements(reader="statements") == 0
        again = project.add(workers=1, trained=True)
        assert (again.documents, again.versions) == (1, 0)
        assert project.count_statements(reader="statements") > 0
        assert before <= {one.id for one in project.statements()}
        assert project.add(workers=1, trained=True).unchanged == 1
        assert project.verify() == []


def test_without_its_weights_it_reads_nothing_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.copy(FOLDER / "vocabulary.txt", tmp_path)
    reader = Statements(tmp_path)

    assert list(reader.read(unchanged("d", "s", "k", TEXT), reading="r", known=())) == []
    assert "statements.onnx" in caplog.text


@pytest.mark.parametrize("text", ["", " \n", "“" * 3000, "said that " * 2000, "\U0001f600" * 500])
def test_odd_texts_do_no_harm(text: str) -> None:
    list(Statements().read(unchanged("d", "s", "k", text), reading="r", known=()))
