"""Quotations held against the documents of a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.model import Finding

REPORT = """The harbour of Ostmere was not lost by the engineers who built it. The council, which was
warned twice, did nothing until the spring. Nobody in the town was ever asked what it thought.
"""


def found(folder: Path, other: str) -> list[Finding]:
    folder.mkdir()
    (folder / "report.txt").write_text(REPORT)
    (folder / "other.txt").write_text(other)
    (folder / "metadata.csv").write_text(
        "file,title,author\nreport.txt,The Harbour Report,Tobias Lund\nother.txt,Reply,Ann Pryce\n"
    )
    return [
        one for one in sayso.read(folder)
        if isinstance(one, Finding) and one.check == "quotations"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "quotation",
    [
        "The harbour of Ostmere was not lost by the engineers who built it.",
        "the council, which was warned twice, did nothing … Nobody in the town was ever asked",
        "did nothing",
    ],
)
def test_a_faithful_quotation_is_let_alone(tmp_path: Path, quotation: str) -> None:
    assert found(tmp_path / "t", f"Mr. Lund wrote: “{quotation}” So it was.\n") == []


def test_a_dropped_negation_is_a_problem_where_the_speaker_is_the_author(tmp_path: Path) -> None:
    words = "The harbour of Ostmere was lost by the engineers who built it."
    (finding,) = found(tmp_path / "t", f"Tobias Lund wrote: “{words}” So it was.\n")

    assert finding.severity == "problem"
    assert "a negation" in finding.message
    assert [part.span.exact for part in finding.evidence] == [
        words, REPORT[: REPORT.index(" The council")].replace("\n", " "),
    ]  # fmt: skip


def test_a_silent_cut_is_told_where_the_title_is_named(tmp_path: Path) -> None:
    words = "The council did nothing until the spring. Nobody in the town was ever asked"
    (finding,) = found(tmp_path / "t", f"In the Harbour Report we read: “{words}” So it was.\n")

    assert "which was warned twice" in finding.message


def test_words_of_another_are_told(tmp_path: Path) -> None:
    words = "Nobody in the town was ever asked what it thought."
    folder = tmp_path / "t"
    folder.mkdir()
    (folder / "third.txt").write_text(f"Mrs. Pryce said: “{words}” That is all.\n")
    (finding,) = found_in(folder)

    assert "given to" in finding.message
    assert "Tobias Lund" in finding.message


def found_in(folder: Path) -> list[Finding]:
    (folder / "report.txt").write_text(REPORT)
    (folder / "other.txt").write_text("I am Ann Pryce and I say that the quay was sold by night.\n")
    (folder / "metadata.csv").write_text(
        "file,title,author\nreport.txt,The Harbour Report,Tobias Lund\nother.txt,Reply,Ann Pryce\n"
    )
    return [
        one for one in sayso.read(folder)
        if isinstance(one, Finding) and one.check == "quotations"
    ]  # fmt: skip


def test_words_that_are_not_in_the_document_named(tmp_path: Path) -> None:
    words = "All engineers are to be paid twice before the winter comes"
    (finding,) = found(tmp_path / "t", f"In the Harbour Report we read: “{words}.” So it was.\n")

    assert "not in that document" in finding.message
