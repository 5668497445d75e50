"""The build of the pages: skipped where it is fresh, and never a reason for an install to fail."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "hatch_build.py"


@pytest.fixture
def hatch_build(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    for name in ("SAYSO_SKIP_PAGES", "SAYSO_REQUIRE_PAGES"):
        monkeypatch.delenv(name, raising=False)
    if not SCRIPT.is_file():
        pytest.skip("the build script is not part of an installed package")
    spec = importlib.util.spec_from_file_location("hatch_build", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with sources of pages, and none built."""
    (tmp_path / "web" / "src").mkdir(parents=True)
    (tmp_path / "web" / "package.json").write_text("{}")
    (tmp_path / "web" / "src" / "main.ts").write_text("1")
    return tmp_path


@contextmanager
def npm() -> Iterator[list[str]]:
    yield ["npm"]


def bundler(made: list[str]) -> object:
    """Stand in for npm and the bundler: write a page, and note that it was called."""

    def run(command: list[str], problem: str, folder: Path | None = None) -> None:
        made.append(command[1])
        if "--outDir" in command:
            out = Path(command[command.index("--outDir") + 1])
            out.mkdir()
            (out / "index.html").write_text("page")

    return run


def test_pages_are_built_once_and_again_when_a_source_changes(
    hatch_build: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second build does nothing; a changed source, whatever its time, brings a new one."""
    calls: list[str] = []
    monkeypatch.setattr(hatch_build, "node", npm)
    monkeypatch.setattr(hatch_build, "run", bundler(calls))

    counts = []
    for text in ("1", "1", "2"):
        (checkout / "web" / "src" / "main.ts").write_text(text)
        assert hatch_build.build(checkout) == 0
        counts.append(calls.count("exec"))

    assert counts == [1, 1, 2]
    assert (checkout / hatch_build.PAGES / "index.html").read_text() == "page"


def test_a_failed_build_is_told_in_a_line_and_keeps_the_old_pages(
    hatch_build: ModuleType,
    checkout: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a registry in reach the package is built all the same, with a line that says why."""
    pages = checkout / hatch_build.PAGES
    pages.mkdir(parents=True)
    (pages / "index.html").write_text("old")

    def fails(command: list[str], problem: str, folder: Path | None = None) -> None:
        raise hatch_build.PagesError(f"{problem} (no network).")

    monkeypatch.setattr(hatch_build, "node", npm)
    monkeypatch.setattr(hatch_build, "run", fails)
    status = hatch_build.build(checkout)
    told = capsys.readouterr().err

    assert status == 1
    assert told.count("\n") == 1
    assert "no network" in told
    assert "python hatch_build.py" in told
    assert (pages / "index.html").read_text() == "old"


def test_only_where_pages_are_required_does_the_build_fail(
    hatch_build: ModuleType, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hook of an install goes on without pages; that of a release stops."""
    monkeypatch.setattr(hatch_build, "build", lambda root: 1)
    hook = hatch_build.CustomBuildHook.__new__(hatch_build.CustomBuildHook)
    if hasattr(type(hook), "root"):  # hatchling's own class derives it from its arguments
        monkeypatch.setattr(type(hook), "root", str(checkout))
    else:
        hook.root = str(checkout)
    hook.initialize("1", {})
    monkeypatch.setenv("SAYSO_REQUIRE_PAGES", "1")

    with pytest.raises(RuntimeError, match="required"):
        hook.initialize("1", {})


def test_a_step_that_fails_gives_its_reason(hatch_build: ModuleType) -> None:
    """The line of the program's output that names the error is what a person reads."""
    with pytest.raises(hatch_build.PagesError, match=r"it failed \(an error here\)"):
        hatch_build.run(["sh", "-c", "echo first; echo an error here; exit 3"], "it failed")


def test_an_old_or_missing_node_is_not_used(hatch_build: ModuleType, tmp_path: Path) -> None:
    """Only a Node that the bundler runs on counts."""
    old = tmp_path / "node"
    old.write_text("#!/bin/sh\necho v18.20.1\n")
    old.chmod(0o755)
    new = tmp_path / "new"
    new.write_text("#!/bin/sh\necho v20.19.0\n")
    new.chmod(0o755)

    assert [hatch_build.recent(one) for one in (None, str(old), str(new))] == [False, False, True]
