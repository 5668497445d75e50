"""Run every gate but the tests of the checkout: style, types, imports, pages, built wheel."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


def run(title, *command, cwd=ROOT, env=None):
    """Run one gate, say how long it took, and stop at the first that fails."""
    started = time.monotonic()
    print(f"== {title}", flush=True)
    status = subprocess.call([str(one) for one in command], cwd=cwd, env=env)
    print(
        f"== {title}: {'ok' if status == 0 else 'FAILED'} ({time.monotonic() - started:.0f} s)",
        flush=True,
    )
    if status:
        sys.exit(1)


def npm():
    """Give npm, or None where neither the system nor the environment has one."""
    return shutil.which("npm")


def main():
    """Run the gates in order, the quick ones first."""
    run("style", BIN / "ruff", "check", ".")
    run("format", BIN / "ruff", "format", "--check", ".")
    run("imports", BIN / "lint-imports")
    run("types", BIN / "mypy")
    if npm():
        web = ROOT / "web"
        if not (web / "node_modules").exists():
            run("page libraries", npm(), "ci", "--no-audit", "--no-fund", cwd=web)
        run("page types", npm(), "run", "--silent", "check", cwd=web)
        run("page tests", npm(), "test", "--silent", cwd=web)
    wheel()


def wheel():
    """Build the wheel, install it alone in a fresh environment, and run the tests on it."""
    with tempfile.TemporaryDirectory(prefix="sayso-gate-") as folder:
        home = Path(folder)
        run("wheel", sys.executable, "-m", "build", "--wheel", "--outdir", home, ROOT)
        built = next(home.glob("*.whl"))
        names = subprocess.run(
            [sys.executable, "-m", "zipfile", "-l", str(built)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        if "sayso/web/pages/index.html" not in names:
            sys.exit("== wheel: FAILED: it carries no pages")
        run("wheel environment", sys.executable, "-m", "venv", home / "venv")
        python = home / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
        sys.path.insert(0, str(ROOT))
        from start import grouped

        pinned = ["--constraint", ROOT / "constraints.txt"]
        install = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            *pinned,
        ]
        run("wheel install", *install, built, *grouped(["test"]))
        run(
            "wheel tests",
            python,
            "-m",
            "pytest",
            "-q",
            "-n",
            "2",
            "tests",
            "--ignore",
            "tests/web/test_browser.py",
        )


if __name__ == "__main__":
    main()
