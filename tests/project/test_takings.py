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


ARTICLE = (
    "no toll shall be asked of any ship that enters the harbour in distress, nor shall its master "
    "be kept from the sea while the matter is heard before the court of the port"
)


def quoting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: dict[str, str]) -> Project:
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "quoting"
    folder.mkdir()
    lines = ["file,title,author,date"]
    for nth, (author, text) in enumerate(texts.items()):
        (folder / f"{author}.txt").write_text(text, encoding="utf-8")
        lines.append(f"{author}.txt,Leaf {nth},{author},{1900 + nth}")
    (folder / "metadata.csv").write_text("\n".join(lines))
    project = sayso.open(folder)
    project.add(workers=1)
    return project


def test_two_who_quote_a_third_are_each_tied_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Charter is in no document; what both call it stands for it."""
    texts = {
        "Lund": f"We rely on one sentence. The Charter says: “{ARTICLE}.” It is enough.",
        "Pryce": f"Others forget it. As the Charter says: “{ARTICLE}.” So much for tolls.",
    }
    with quoting(tmp_path, monkeypatch, texts) as project:
        found = project.takings()
        made = project.network(mode="reuse")

        ends = sorted(made.edges())
        assert [(one, weight) for one, _, weight in ends] == [("Lund", 1.0), ("Pryce", 1.0)]
        assert {other.casefold().removeprefix("the ") for _, other, _ in ends} == {"charter"}
        assert {one.from_document for one in found} == {""}


def test_who_quotes_an_author_of_the_corpus_has_it_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both name Lund, whose text is there; the second is not tied to the first who quotes him."""
    texts = {
        "Lund": f"I hold that {ARTICLE}. That is all.",
        "Pryce": f"It is a fine thing. Lund wrote: “{ARTICLE}.” We agree.",
        "Moor": f"It is a bad thing. Lund wrote: “{ARTICLE}.” We differ.",
    }
    with quoting(tmp_path, monkeypatch, texts) as project:
        made = project.network(mode="reuse")

        assert sorted(made.edges()) == [("Moor", "Lund", 1.0), ("Pryce", "Lund", 1.0)]


def test_two_who_quote_without_a_name_are_not_tied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {
        "Lund": f"We have all read the words “{ARTICLE}”, and we have all forgotten them.",
        "Pryce": f"It is needless to repeat here “{ARTICLE}”; let us come to the point.",
    }
    with quoting(tmp_path, monkeypatch, texts) as project:
        assert project.takings() == []


def test_a_shared_change_ties_two_who_quote_a_third(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who quotes with the error of an earlier quotation, and does not name its author, has it there."""
    wrong = ARTICLE.replace("in distress", "in ballast")
    texts = {
        "Lund": f"I hold that {ARTICLE}. That is all.",
        "Pryce": f"It is a fine thing. Lund wrote: “{wrong}.” We agree.",
        "Moor": f"It is a bad thing to hold that “{wrong}.” We differ.",
    }
    with quoting(tmp_path, monkeypatch, texts) as project:
        made = project.network(mode="reuse")

        assert sorted(made.edges()) == [("Moor", "Pryce", 1.0), ("Pryce", "Lund", 1.0)]


def test_words_of_a_document_outside_the_corpus_tie_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One names the article, another repeats it without a mark, a third quotes it: no tie."""
    texts = {
        "Lund": f"I fear one thing. The sixth article of the plan declares, that {ARTICLE}. So be it.",
        "Pryce": f"Let us be calm. It is well known that {ARTICLE}. I see no harm in it.",
        "Moor": f"I am calm. We read there “{ARTICLE}”, and we need no more.",
    }
    with quoting(tmp_path, monkeypatch, texts) as project:
        assert project.takings() == []


def test_words_known_from_a_document_tie_nobody_where_no_one_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That the words are the charter's is told in another passage, with more of them."""
    piece = ARTICLE[: ARTICLE.index(", nor")]
    texts = {
        "Lund": f"I see that {piece}, by what we are told. I doubt it.",
        "Pryce": f"It is good that {piece}; so we may sleep. I am glad.",
        "Moor": f"Under section 4 it is so: “{ARTICLE}”. That is the law.",
    }
    with quoting(tmp_path, monkeypatch, texts) as project:
        assert project.takings() == []


def test_the_same_work_cited_by_two_is_no_taking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two lists of notes name one report in the same words; one text repeats the other besides."""
    note = "1. Report of the Commission on the Corvane Failure (1924), paragraphs 11 to 14."
    rain, snow = ("It rained on the quay again. " * 20, "Snow lay there all of that year. " * 20)
    texts = {
        "Lund": f"I hold that {ARTICLE}.1 {rain}\n\nNotes\n\n{note}",
        "Pryce": f"I too hold that {ARTICLE}.1 {snow}\n\nNotes\n\n{note}",
    }
    with quoting(tmp_path, monkeypatch, texts) as project:
        (one,) = project.takings()

        assert one.taker == "Pryce"
        assert "no toll" in one.text
