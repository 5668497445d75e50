"""Workbenches to test: a shelf of projects in a temporary folder, and a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso.project as project
from sayso.web.app import PAGES
from sayso.web.desk import Shelf

from . import chromium, making
from .chromium import needed


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of whoever runs the tests out of them."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setenv("SAYSO_DATA", str(tmp_path / "data"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf whose sample is one letter, and whose new dossiers stay in the temporary folder."""
    return Shelf(
        open=project.open,
        recent=project.recent,
        sample=lambda: tmp_path / "letters",
        home=tmp_path,
        made=tmp_path / "made",
    )


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """The folder of a project with three letters."""
    return making.fill(tmp_path / "letters", making.letters(3)).parent


@pytest.fixture(scope="module")
def chromium_(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Browser]:
    command = chromium.program()
    if command is None:
        needed("there is no Chromium on this machine (Debian, Ubuntu: apt install chromium)")
    if not (PAGES / "index.html").is_file():
        needed("the pages are not built (python hatch_build.py)")
    assert command is not None
    browser = chromium.Browser(command, tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium_: chromium.Browser) -> Iterator[chromium.Browser]:
    """A browser that, at the end of the test, has nothing to complain of."""
    chromium_.complaints.clear()
    chromium_.look(1440, 900)
    yield chromium_
    chromium_.goto("about:blank")
    assert chromium_.complaints == []
