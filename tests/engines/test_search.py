"""The search as steps over batches finds what the search in one go finds."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from sayso import reuse
from sayso.engines.local import Local
from sayso.errors import UsageError


def planted(documents: int, words: int, passages: int, seed: int = 3) -> list[dict[str, Any]]:
    """Give texts of made-up words into which passages of one another are copied, some with errors."""
    chance = random.Random(seed)
    letters = "abcdefghijklmnopqrstuvwxyz"
    known = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(3000)]
    texts = [chance.choices(known, k=words) for _ in range(documents)]
    for _ in range(passages):
        source, target = chance.sample(range(documents), 2)
        at, size = chance.randrange(words - 100), chance.randint(12, 90)
        part = [
            one if chance.random() > 0.06 else chance.choice(known)
            for one in texts[source][at : at + size]
        ]
        where = chance.randrange(words - 100)
        texts[target][where:where] = part
    return [
        {"id": f"d{n}", "text": " ".join(text), "date": f"19{n:02}", "series": f"s{n // 2}"}
        for n, text in enumerate(texts)
    ]


@pytest.mark.parametrize("parts", [1, 5])
def test_the_same_pairs_passages_and_clusters_are_found(parts: int, tmp_path: Path) -> None:
    rows = planted(20, 400, 60)
    whole = reuse.find(rows)
    made = reuse.find_on(Local(2), rows, parts=parts, folder=tmp_path)

    assert whole.pairs.num_rows > 30
    assert made.pairs.equals(whole.pairs)
    assert made.passages.equals(whole.passages)
    assert made.clusters.equals(whole.clusters)
    assert list(tmp_path.iterdir()) == []


def test_empty_and_single_documents_are_no_trouble() -> None:
    rows = [{"id": "a", "text": ""}, {"id": "b", "text": "one"}, {"id": "c", "text": ""}]

    assert reuse.find_on(Local(), rows).pairs.num_rows == 0
    assert reuse.find_on(Local(), [{"id": "a", "text": "x"}]).pairs.num_rows == 0
    assert reuse.find_on(Local(), []).pairs.num_rows == 0


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(UsageError, match="There is no preset 'close'"):
        reuse.find_on(Local(), [], "close")
