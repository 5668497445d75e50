"""Where `training/unsure.py` looks for places to annotate."""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))

import excerpts
import unsure

from sayso import sentences
from sayso.readers import statements_model

WORDS = (
    "The toll was lowered in June. He is given to an idea that the mill would burn. "
    "It rained for a week, and the river stood high above the lower road. "
    "They were minded of old to leave the fields as they lay. Nobody came. "
    "Pell said that the clerk had lost the book. The carts went by the upper road all that summer. "
) * 4


def test_the_places_are_whole_sentences_apart_from_each_other() -> None:
    model = statements_model.model(statements_model.FOLDER)
    assert model is not None
    found = unsure.least_sure(model, WORDS)
    every = sentences.split(WORDS)

    assert 1 <= len(found) <= unsure.EACH
    assert {start for start, _ in found} <= {start for start, _ in every}
    assert {end for _, end in found} <= {end for _, end in every}
    assert all(end - start <= unsure.LONGEST for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))


def test_what_is_surely_no_report_is_never_chosen() -> None:
    model = statements_model.model(statements_model.FOLDER)
    assert model is not None

    assert (
        unsure.least_sure(model, "The river stood high. The carts went by the upper road. " * 9)
        == []
    )


def test_a_place_that_was_chosen_is_an_excerpt_of_the_training_part() -> None:
    rows = json.loads(excerpts.UNSURE.read_text(encoding="utf-8"))
    train = {name for name, (_, part) in excerpts.SOURCES.items() if part == "train"}
    held = set(excerpts.SOURCES) - train

    assert len({one["excerpt"] for one in rows}) == len(rows)
    assert {one["part"] for one in rows} == {"train"}
    assert not {one["source"] for one in rows} & (held | set(excerpts.shelf.HELD_OUT))
