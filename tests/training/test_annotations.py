"""Annotations stand where they say they stand."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

import data
import excerpts
import passages
import shelf
import verify

PASSAGES = sorted((verify.HERE / "annotations" / "passages").glob("*.json"))
EXCERPTS = sorted((verify.HERE / "annotations" / "excerpts").glob("*.json"))


def held(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_every_span_of_a_passage_stands_in_its_text() -> None:
    faults = {
        path.name: found
        for path in PASSAGES
        if (found := list(verify.wrong(held(path), passages.text_of(held(path)["name"]))))
    }
    assert len(PASSAGES) >= 100
    assert faults == {}


def test_every_span_of_an_excerpt_stands_in_its_text(shared: Path) -> None:
    there = [path for path in EXCERPTS if excerpts.there(held(path))]
    faults = {
        path.name: found
        for path in there
        if (found := list(verify.wrong(held(path), excerpts.words_of(held(path)))))
    }
    assert len(there) >= 100
    assert faults == {}


def test_excerpts_are_those_that_are_chosen_at_any_time(shared: Path) -> None:
    entries = excerpts.chosen()

    for path in EXCERPTS:
        made = held(path)
        if excerpts.there(made):
            chosen = entries[made["excerpt"]]
            assert {key: made[key] for key in chosen} == chosen


def test_excerpts_of_books_that_are_absent_are_left_out(
    shared: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(shelf, "FOLDER", tmp_path)

    names = {text.name[0] for text in data.annotations("excerpts", "train")}

    assert names == {"e", "g", "l", "u"}
    books = [path for path in EXCERPTS if held(path)["file"].startswith(excerpts.SHELF)]
    assert {path.name[0] for path in books} == {"b", "k", "u"}
    assert data.absent() == len(books)
    assert not any(name[0] in "bk" for name in excerpts.chosen())


def test_no_words_of_the_corpora_are_kept() -> None:
    for path in EXCERPTS:
        assert "text" not in held(path)


def test_what_is_held_out_is_held_out_by_source() -> None:
    parts: dict[str, set[str]] = {}
    for path in EXCERPTS:
        made = held(path)
        parts.setdefault(made["source"], set()).add(made["part"])
    assert all(len(found) == 1 for found in parts.values())
    assert {source for source, found in parts.items() if found == {"held out"}} >= {
        "brutus",
        "bede",
    }


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("he", "he"),
        ("They ... said", "They all said"),
        ("said@@2", "said"),
    ],
)
def test_strings_become_places(wanted: str, found: str) -> None:
    text = "They all said that he\nsaid it."
    start, end = excerpts.place(text, wanted)

    assert text[start:end] == found
    assert excerpts.whole(text, start, end)


def test_what_does_not_stand_there_is_named() -> None:
    written = {"statements": [{"id": 4, "kind": "own", "content": ["no such words"]}]}
    with pytest.raises(excerpts.NotThereError, match=r"statement 4.*no such words"):
        excerpts.anchored("Quite other words.", written)


@pytest.mark.parametrize(
    ("text", "cue", "speaker", "kept"),
    [
        ("We met Cato, who replied that it was so.", "replied", "Cato", "who"),
        ("Kings, who rule by fraud; who boldly teach that", "teach", "Kings", "who"),
        ("Cato, who, when asked by a man, replied that", "replied", "Cato", "who"),
        ("The law that forbids it", "forbids", "The law", "that"),
        ("Pell said that Orr denied it", "denied", "Pell", "Pell"),
        ("The plan, the essence of which is to ask", "is to ask", "The plan", "The plan"),
        ("Orr left. Those who think so", "think", "Orr", "Orr"),
    ],
)
def test_a_relative_pronoun_speaks_as_it_stands(
    text: str, cue: str, speaker: str, kept: str
) -> None:
    where = [list(re.search(rf"\b{one}\b", text).span()) for one in (cue, speaker)]
    found = excerpts.relative(text, where[0], [where[1]])

    assert [text[slice(*one)] for one in found] == [kept]
