"""What `training/adapt.py` learns from, and what it puts aside."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

import adapt
import data


def made(count: int) -> list[data.Text]:
    return [
        data.Text(str(nth), f"Text {nth}: he said that it was lost.", []) for nth in range(count)
    ]


@pytest.mark.parametrize(("count", "aside"), [(2, 1), (3, 1), (4, 1), (5, 2), (12, 3), (13, 4)])
def test_every_fourth_document_is_put_aside_whatever_their_order(count: int, aside: int) -> None:
    texts = made(count)
    learned, held = adapt.apart(texts)
    again, held_again = adapt.apart(texts[::-1])

    assert len(held) == aside
    assert {one.name for one in learned} | {one.name for one in held} == {one.name for one in texts}
    assert not {one.name for one in learned} & {one.name for one in held}
    assert [one.name for one in held_again] == [one.name for one in held]
    assert [one.name for one in again] == [one.name for one in learned]


def test_one_document_is_too_few() -> None:
    with pytest.raises(SystemExit, match="two at least"):
        adapt.apart(made(1))


def test_what_people_decided_is_read_from_the_files_given(tmp_path: Path) -> None:
    words = "Mr. Pell said that it was lost. It rained."
    said = {
        "content": [[14, 30]], "cue": [9, 13], "speakers": [[0, 8]], "kind": "indirect",
        "parent": None,
    }  # fmt: skip
    row = {"name": "pell", "text": words, "statements": [said], "complete": False}
    path = tmp_path / "mine.training.jsonl"
    path.write_text(json.dumps(row) + "\n", "utf-8")

    (text,) = data.decided([path])
    (told,) = adapt.reading.gold_of(text)

    assert (text.name, text.words) == ("pell", words)
    assert [words[start:end] for start, end in text.doubtful] == [" It rained."]
    assert [words[start:end] for start, end in told.content] == ["that it was lost"]
    assert [words[start:end] for start, end in told.speakers] == ["Mr. Pell"]


def test_texts_of_ours_are_drawn_by_a_seed_up_to_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "ours", lambda aside: iter([] if aside else made(400)))
    one, same, other = (adapt.replayed(900, seed) for seed in (1, 1, 2))
    sizes = [len(text.words) for text in one]

    assert [text.name for text in one] == [text.name for text in same]
    assert [text.name for text in one] != [text.name for text in other]
    assert sum(sizes) >= 900 > sum(sizes[:-1])
    assert adapt.replayed(0, 1) == []
