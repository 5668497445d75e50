"""What the tests of networks share: the fixtures' statements, and the peer's answers."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sayso.networks import dna

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "networks"


@pytest.fixture(scope="session")
def synth():
    return dna.load(FIXTURES / "synth-a.dna")


@pytest.fixture(scope="session")
def camps():
    return dna.load(FIXTURES / "camps.dna")


@pytest.fixture
def reference(shared: Path):
    """The lines of a group that the peer could answer."""

    def lines(group: str) -> Iterator[dict[str, Any]]:
        with gzip.open(shared / "reference" / "networks" / f"{group}.jsonl.gz", "rt") as file:
            for line in file:
                answer = json.loads(line)
                if not failed(answer):
                    yield answer

    return lines


def failed(answer: dict[str, Any]) -> bool:
    """Whether the peer itself broke off; the reference lists these as no targets."""
    log = " ".join(map(str, answer["log"]))
    return "exception" in answer or "Error while exporting" in log or "Failed to retrieve" in log


def numbers(matrix: list[list[Any]], rows: int, columns: int) -> np.ndarray:
    return np.array([[float(cell) for cell in row] for row in matrix]).reshape(rows, columns)
