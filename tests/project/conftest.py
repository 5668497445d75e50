"""A folder of texts and its project."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.project import Project

HARBOUR = """The harbour of Ostmere was lost in 1931. Mrs. Pryce wrote: “The council was warned twice.”

Nobody answered her. “The engineer knew,” said the mayor, and he left the room.
"""
QUAY = "A second text about the quay of Ostmere. It says little.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two texts, and an empty configuration."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (texts / "quay.txt").write_text(QUAY, encoding="utf-8")
    return texts


@pytest.fixture
def project(folder: Path) -> Iterator[Project]:
    """The project of the folder, read, signed by Ann."""
    with sayso.open(folder, coder="Ann") as opened:
        opened.add(workers=1)
        yield opened


def place(project: Project, words: str, *, key: str = "harbour.txt") -> tuple[str, int, int]:
    """Give document, start and end of words."""
    document = next(
        project.document(row.id) for row in project.documents() if row.key.endswith(key)
    )
    start = document.text.index(words)
    return document.id, start, start + len(words)
