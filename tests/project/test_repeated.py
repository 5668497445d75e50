"""Statements that documents repeat, and on which source."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.model import Finding

CLAIM = (
    "The gate was opened at four in the morning by the keeper, and the board had been warned of it "
    "twice before the water came."
)
ERROR = CLAIM.replace("at four", "at five")
LETTER, BOOK, PAPER = "letter.txt", "book.txt", "paper.txt"


def found(
    folder: Path, texts: dict[str, str], dates: tuple[str, ...] = ("1924", "1931", "1958")
) -> list[Finding]:
    folder.mkdir()
    rows = ["file,title,author,date"]
    titles = ("The Keeper’s Letter", "A Valley Drowned", "The Morning Paper")
    authors = ("Tobias Lund", "Ann Pryce", "Mark Ferrow")
    for (name, text), title, author, date in zip(
        texts.items(), titles, authors, dates, strict=False
    ):
        (folder / name).write_text(text, encoding="utf-8")
        rows.append(f"{name},{title},{author},{date}")
    (folder / "metadata.csv").write_text("\n".join(rows), encoding="utf-8")
    return [
        one for one in sayso.read(folder) if isinstance(one, Finding) and one.check == "repeated"
    ]


def test_a_statement_repeated_without_a_source_is_told_with_all_its_places(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path / "t",
        {
            LETTER: f"I write in haste. {CLAIM} Come soon.",
            BOOK: f"It was night. {CLAIM} So it ended.",
        },
    )

    assert finding.severity == "hint"
    assert "first in this corpus in The Keeper’s Letter (1924)" in finding.message
    assert "A Valley Drowned (1931) repeats it and names no source" in finding.message
    assert [one.span.exact for one in finding.evidence] == [CLAIM, CLAIM]


def test_an_error_that_two_share_shows_who_has_it_from_whom(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path / "t",
        {LETTER: CLAIM, BOOK: f"It was night. {ERROR}", PAPER: f"We recall: {ERROR}"},
    )

    assert finding.severity == "doubt"
    assert (
        "The Morning Paper is likely to have it from A Valley Drowned: both have “five” where the oldest has “four”"
        in finding.message
    )


@pytest.mark.parametrize(
    "text",
    [
        f"Tobias Lund wrote: “{CLAIM}” So it ended.",
        f"In The Keeper’s Letter it is put so. {CLAIM} So it ended.",
        f"As Lund has it, much was known. {CLAIM} So it ended.",
        f"It was night. {CLAIM}[1] So it ended.\n\n[1] Letter of the keeper, 1924.\n",
    ],
)  # fmt: skip
def test_whoever_names_where_he_has_it_is_let_alone(tmp_path: Path, text: str) -> None:
    assert found(tmp_path / "t", {LETTER: CLAIM, BOOK: text}) == []


def test_an_author_may_repeat_himself(tmp_path: Path) -> None:
    folder = tmp_path / "t"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(f"Of {name}. {CLAIM}")
    (folder / "metadata.csv").write_text(
        "file,author,date\na.txt,Ann Pryce,1931\nb.txt,Ann Pryce,1932\n"
    )

    assert [one for one in sayso.read(folder) if getattr(one, "check", "") == "repeated"] == []


def test_where_dates_are_equal_nobody_is_called_the_first(tmp_path: Path) -> None:
    (finding,) = found(
        tmp_path / "t", {LETTER: CLAIM, BOOK: f"It was night. {CLAIM}"}, dates=("1931", "1931")
    )

    assert finding.severity == "hint"
    assert "the dates do not say who has it from whom" in finding.message
    assert "first in this corpus" not in finding.message
