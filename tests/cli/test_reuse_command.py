"""`sayso reuse` on a folder and on tables."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner

from sayso.cli.reuse import command

SHARED = (
    "the harbour of Ostmere was not lost by the engineers who built it; it was sold, quay by quay, "
    "by the men who were paid to keep it"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "first.txt").write_text(f"We say that {SHARED}, and we say it again.\n")
    changed = SHARED.replace("was not lost", "was lost")
    (folder / "second.txt").write_text(f"<b>Others</b> told us how {changed}. So it goes.\n")
    (folder / "metadata.csv").write_text("file,date\nfirst.txt,1931-05\nsecond.txt,1932\n")
    return folder


def test_the_passage_is_found_with_who_came_first(texts: Path) -> None:
    done = CliRunner().invoke(command, [str(texts), "--json"])
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    assert done.exit_code == 0
    (pair,) = (one for one in rows if one["type"] == "pair")
    passages = [one for one in rows if one["type"] == "passage"]
    assert [one["first"] for one in passages] == [True, False]
    assert passages[0]["doc"].endswith("first.txt")
    text = (texts / "first.txt").read_text()
    assert text[pair["begin_a"] : pair["end_a"]].startswith("the harbour")


def test_the_page_marks_what_carries_meaning_and_runs_no_markup(
    texts: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.html"
    done = CliRunner().invoke(command, [str(texts), "-o", str(out)])
    page = out.read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    assert "<del>not</del>" in page
    assert "<b>Others" not in page
    assert "<script" not in page


def test_parquet_holds_three_tables(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    done = CliRunner().invoke(command, [str(texts), "-o", str(out)])

    assert done.exit_code == 0, done.output
    assert parquet.read_table(out).num_rows == 1
    assert parquet.read_table(tmp_path / "out.passages.parquet").num_rows == 2
    assert parquet.read_table(tmp_path / "out.clusters.parquet").num_rows == 1


def test_a_wrong_ending_and_an_empty_folder_are_said_in_a_line(tmp_path: Path) -> None:
    from sayso.errors import NotFoundError, UsageError

    empty = tmp_path / "empty"
    empty.mkdir()
    nothing = CliRunner().invoke(command, [str(empty)])
    assert isinstance(nothing.exception, NotFoundError)
    (empty / "a.txt").write_text("Some words.")
    wrong = CliRunner().invoke(command, [str(empty), "-o", str(tmp_path / "out.xyz")])
    assert isinstance(wrong.exception, UsageError)


def test_options_of_spark_are_refused_without_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "x"}\n')
    refused = CliRunner().invoke(command, [str(tmp_path), "--master", "local[2]"])

    assert refused.exit_code == 2
    assert "belong to --engine spark" in refused.stderr


def test_an_index_grows_and_what_it_holds_is_not_compared_again(
    texts: Path, tmp_path: Path
) -> None:
    index, out = tmp_path / "index", tmp_path / "out.html"
    first = CliRunner().invoke(command, [str(texts / "first.txt"), "--index", str(index), "--json"])
    (tmp_path / "more.jsonl").write_text(
        json.dumps({"id": "later", "text": f"Again {SHARED}."}) + "\n{broken\n"
    )
    arguments = [str(tmp_path / "more.jsonl"), "--index", str(index), "-o", str(out)]
    second = CliRunner().invoke(command, arguments)
    again = CliRunner().invoke(command, arguments)
    other = CliRunner().invoke(command, [*arguments, "--preset", "fast"])

    assert (first.exit_code, second.exit_code, again.exit_code) == (0, 0, 0), second.output
    assert "more.jsonl, line 2: it is no JSON" in second.output
    assert "2 documents, 1 shared passages" in second.output
    assert "2 documents, 1 shared passages" in again.output
    assert "the harbour of Ostmere was not lost" in out.read_text(encoding="utf-8")
    assert "made with the preset 'default'" in str(other.exception)


@pytest.fixture
def reworded(texts: Path) -> Path:
    (texts / "first.txt").write_text(
        "It rained. The ministry closed the northern mines in the spring of 1931, although its own "
        "surveyors had reported that the seams would last another forty years. We went home.\n"
    )
    (texts / "second.txt").write_text(
        "He slept well. In the spring of 1931 the mines of the north were shut by the ministry, "
        "against the report of its surveyors, who gave the seams another forty years. It snowed.\n"
    )
    return texts


def test_reworded_passages_come_on_request_and_apart(reworded: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    plain = run(command, [str(reworded), "--json"])
    asked = run(command, [str(reworded), "--json", "--paraphrase"])
    rows = [json.loads(line) for line in asked.stdout.splitlines() if line.startswith("{")]
    out, page = tmp_path / "out.parquet", tmp_path / "out.html"
    written = run(command, [str(reworded), "--paraphrase", "-o", str(out)])
    drawn = run(command, [str(reworded), "--paraphrase", "-o", str(page)])

    assert plain.stdout == ""
    (one,) = rows
    assert (one["type"], one["kind"], one["date_a"]) == ("paraphrase", "paraphrase", "1931-05")
    assert one["text_b"].startswith("In the spring of 1931")
    assert (written.exit_code, drawn.exit_code) == (0, 0), written.output + drawn.output
    assert parquet.read_table(tmp_path / "out.paraphrases.parquet").num_rows == 1
    assert "Passages in other words" in page.read_text(encoding="utf-8")


def test_reworded_passages_need_the_texts_in_memory(texts: Path, tmp_path: Path) -> None:
    refused = CliRunner().invoke(
        command, [str(texts), "--paraphrase", "--index", str(tmp_path / "index")]
    )

    assert refused.exit_code == 2
    assert "leave out --index" in refused.stderr


def test_the_page_draws_when_each_passage_stands_where(texts: Path, tmp_path: Path) -> None:
    """The first is marked, undated ones stand beside the line, and the page can be sorted."""
    (texts / "third.txt").write_text(f"Somebody says that {SHARED}!\n")
    out = tmp_path / "out.html"
    done = CliRunner().invoke(command, [str(texts), "-o", str(out)])
    page = out.read_text(encoding="utf-8")

    assert done.exit_code == 0, done.output
    assert page.count('<i class="first" style="left: 1.0%; --row: 0"') == 1
    assert page.count('<i class="later" style="left: 84.0%; --row: 0"') == 1
    assert page.count('<i class="undated" style="left: 90.0%; --row: 0"') == 1
    assert "--spread: 0; --size: 0; --date: 0" in page
