#!/usr/bin/env python3
"""Set up sayso in this checkout and run it: standard library only.

    python3 start.py            the workbench with the sample dossier
    python3 start.py test       the tests
    python3 start.py gate       every gate: tests, style, types, imports, pages, docs, wheel
    python3 start.py setup      set-up alone
    python3 start.py ANY...     any command of sayso, for example: python3 start.py read essay.pdf

All of it lives in `.venv` beside this file; remove that folder to start afresh.
"""

import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
OLDEST, NEWEST = (3, 11), (3, 14)
INPUTS = (
    "pyproject.toml",
    "constraints.txt",
    "hatch_build.py",
    os.path.join("web", "package-lock.json"),
)
EXTRAS = {"run": [], "test": ["--group", "test"], "gate": ["--group", "test", "--group", "gate"]}


def main(arguments):
    """Do what the arguments ask for and give the exit status."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:3]))
        return fail(f"sayso needs Python 3.11 to 3.14; this is {found} ({sys.executable}).")
    task = arguments[0] if arguments else "demo"
    need = {"test": "test", "gate": "gate"}.get(task, "run")
    problem = set_up(need)
    if problem:
        return fail(problem)
    if task == "setup":
        return 0
    if task == "test":
        return call("-m", "pytest", *(arguments[1:] or ["-q", "-n", "2"]))
    if task == "gate":
        return call(os.path.join(HERE, ".ci", "gate.py"), *arguments[1:])
    return call("-m", "sayso", *(arguments or ["demo"]))


def fail(message):
    """Say in one line what is wrong."""
    print(message, file=sys.stderr)
    return 1


def inside(name):
    """Give the path of a program of the virtual environment."""
    folder, suffix = ("Scripts", ".exe") if os.name == "nt" else ("bin", "")
    return os.path.join(VENV, folder, name + suffix)


def call(*arguments):
    """Run the environment's Python in this folder and give its exit status."""
    try:
        return subprocess.call([inside("python"), *arguments], cwd=os.getcwd())
    except KeyboardInterrupt:
        return 130


def stamp(need):
    """Give what the environment depends on, so that set-up runs again only when that changed."""
    seen = hashlib.sha256(f"{sys.version_info[:2]} {HERE} {need}".encode())
    for name in INPUTS:
        path = os.path.join(HERE, name)
        if os.path.exists(path):
            with open(path, "rb") as file:
                seen.update(file.read())
    return seen.hexdigest()


def set_up(need):
    """Make the environment where it is missing or out of date; give the problem, or None."""
    mark = os.path.join(VENV, f"sayso-{need}")
    wanted = stamp(need)
    if os.path.exists(mark) and os.path.exists(inside("python")):
        with open(mark) as file:
            if file.read() == wanted:
                return None
    print(
        "Setting up sayso in .venv (once; needs a package index, about two minutes) ...",
        file=sys.stderr,
    )
    pip = environment()
    if pip is None:
        return (
            "Python's venv and pip are missing here. Install them (Debian, Ubuntu: "
            "apt install python3-venv) and run this again."
        )
    groups = EXTRAS[need]
    install = [*pip, "install", "--quiet", "--disable-pip-version-check"]
    pinned = ["--constraint", os.path.join(HERE, "constraints.txt")]
    if groups:
        names = grouped(groups[1::2])
        if subprocess.call([*install, *pinned, *names]):
            return "The test libraries could not be installed; the lines above say why."
    if subprocess.call([*install, *pinned, "--editable", HERE], env=build_environment()):
        return "sayso could not be installed; the lines above say why."
    if not os.path.exists(os.path.join(HERE, "src", "sayso", "web", "pages", "index.html")):
        print(
            "The pages of the workbench could not be built (is a package index in reach?). The "
            "commands work; build the pages later with: .venv/bin/python hatch_build.py",
            file=sys.stderr,
        )
    with open(mark, "w") as file:
        file.write(wanted)
    return None


def build_environment():
    """Pin what the build itself installs, too."""
    return {**os.environ, "PIP_CONSTRAINT": os.path.join(HERE, "constraints.txt")}


def environment():
    """Make `.venv` and give the command that runs pip on it; None where neither can be had.

    A system's Python may lack ensurepip (Debian without python3-venv): then a pip outside, a uv
    or a virtualenv does as well.
    """
    python = inside("python")
    if os.path.exists(python) and works([python, "-m", "pip", "--version"]):
        return [python, "-m", "pip"]
    shutil.rmtree(VENV, ignore_errors=True)
    if works([sys.executable, "-m", "venv", VENV]):
        return [python, "-m", "pip"]
    shutil.rmtree(VENV, ignore_errors=True)
    if works([sys.executable, "-m", "virtualenv", VENV]):
        return [python, "-m", "pip"]
    if works([sys.executable, "-m", "venv", "--without-pip", VENV]):
        outside = [sys.executable, "-m", "pip", "--python", python]
        if works([*outside, "--version"]):
            return outside
        if shutil.which("uv"):
            return ["uv", "pip", "--python", python]
    return None


def works(command):
    """Say whether a command ends well; its output is dropped."""
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except OSError:
        return False
    return done.returncode == 0


def grouped(names):
    """Give the requirements of dependency groups of pyproject.toml (older pips know no groups)."""
    import tomllib

    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        groups = tomllib.load(file)["dependency-groups"]
    return [one for name in names for one in groups[name]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
