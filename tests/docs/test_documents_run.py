"""Every code block of the README and the docs runs as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("**/*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
# Commands that serve until stopped: waited for until they print their address.
SERVES = re.compile(r"^(sayso( demo| open| serve|$)|python3 start\.py( demo)?$)")
# The set-up commands of a fresh machine; the gate itself is their test.
SETS_UP = re.compile(r"^(python3 start\.py (test|gate|setup)|git clone|cd )")


def blocks(page: Path) -> list[tuple[str, str]]:
    return BLOCK.findall(page.read_text(encoding="utf-8"))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample dossier, and an empty configuration."""
    import sayso

    package = Path(sayso.__file__).parent
    shutil.copytree(package / "sample" / "dossier", tmp_path / "dossier")
    fixtures = ROOT / "tests" / "fixtures"
    for extra in fixtures.glob("networks/*.dna"):
        shutil.copy(extra, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("MPLBACKEND", "Agg")
    monkeypatch.setenv("BROWSER", "true")
    return tmp_path


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p)], ids=lambda p: p.name)
def test_every_code_block_runs(page: Path, place: Path) -> None:
    """Python blocks share one namespace a page; shell lines run one by one."""
    names: dict[str, object] = {"__name__": "docs"}
    for language, code in blocks(page):
        if language == "python":
            exec(compile(code, str(page), "exec"), names)
        elif language in ("sh", "console", "bash"):
            for line in code.splitlines():
                run_line(line.removeprefix("$ ").strip(), place)


def run_line(line: str, place: Path) -> None:
    if not line or line.startswith("#") or SETS_UP.match(line):
        return
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    if SERVES.match(line):
        assert served(line, place, environment), f"{line!r} printed no address"
        return
    done = subprocess.run(
        line, shell=True, cwd=place, env=environment, capture_output=True, text=True, timeout=120
    )

    assert done.returncode == 0, f"{line!r} ended with {done.returncode}:\n{done.stderr}"


def served(line: str, place: Path, environment: dict[str, str]) -> bool:
    command = re.sub(r"^python3 start\.py( demo)?", "sayso demo", line)
    if command == "sayso demo":
        command += f" --folder {place / 'demo'}"
    process = subprocess.Popen(
        command.split(), cwd=place, env=environment, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    timer = threading.Timer(90, process.kill)
    timer.start()
    try:
        assert process.stdout is not None
        return any("http://127.0.0.1" in printed for printed in process.stdout)
    finally:
        timer.cancel()
        process.terminate()
        process.wait(20)
