"""What commands print: JSON lines for programs, plain words for people."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.project import Progress

project_option = click.option(
    "-p",
    "--project",
    "project",
    required=True,
    metavar="PROJECT",
    type=click.Path(),
    help="A project file, or the folder it belongs to.",
)
weights_option = click.option(
    "--weights",
    metavar="NAME",
    help="By these weights of the trained reader (see `sayso weights`), also what others read.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON lines (always so when piped)."
)


def wants_json(as_json: bool) -> bool:
    """Say whether to print JSON lines: asked for, or the output is no terminal."""
    return as_json or not sys.stdout.isatty()


def line(value: Any) -> None:
    r"""Print one JSON object on a line; invisible and turning characters as \uXXXX."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if not written.isprintable():
        written = "".join(one if one.isprintable() else json.dumps(one)[1:-1] for one in written)
    sys.stdout.write(written + "\n")


def shown(text: str) -> str:
    r"""Make control, bidi and other invisible characters visible: no text drives a terminal.

    >>> shown("a\x1b[31mb\u202ec")
    'a\\x1b[31mb\\u202ec'
    """
    if text.isprintable():
        return text
    return "".join(_visible(sign) for sign in text)


def _visible(sign: str) -> str:
    if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
        return sign
    code = ord(sign)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )


def shortened(text: str, size: int) -> str:
    """Give at most `size` code points of a text on one line.

    >>> shortened("one  two three", 8)
    'one two…'
    """
    flat = shown(" ".join(text.split()))
    return flat if len(flat) <= size else flat[: size - 1].rstrip() + "…"


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None] | None]:
    """Draw progress on stderr, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
    )  # fmt: skip
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def draw(progress: Progress) -> None:
            if progress.stage not in tasks:
                tasks[progress.stage] = bar.add_task(progress.stage, total=progress.total)
            bar.update(
                tasks[progress.stage],
                completed=progress.done,
                total=progress.total,
                description=shortened(f"{progress.stage} {progress.message}", 50),
            )

        yield draw
