"""`sayso read`: read files without a project and print the records."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.output import (
    json_option,
    line,
    progress_bar,
    shortened,
    shown,
    wants_json,
    weights_option,
)

if TYPE_CHECKING:
    from sayso.model import Record, Statement


@click.command("read")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--reader", "readers", multiple=True, metavar="NAME", help="Use only this reader; repeatable."
)
@click.option(
    "--trained/--rules", default=True, help="By the trained reader too, or by rules alone."
)
@weights_option
@click.option("--language-model", is_flag=True, help="By the language model of `sayso model` too.")
@click.option(
    "--positions", is_flag=True, help="Also what the author takes a position on unmarked."
)
@json_option
def command(
    paths: tuple[Path, ...],
    readers: tuple[str, ...],
    trained: bool,
    weights: str | None,
    language_model: bool,
    positions: bool,
    as_json: bool,
) -> None:
    """Read files or folders without a project, and print who says what.

    Prints JSON lines when piped or with --json: one record a line, in document order, then what
    the checks found. Failures go to stderr and become "failure" records; the rest is read.
    """
    import sayso

    if weights and (not trained or (readers and "statements" not in readers)):
        raise click.UsageError("--weights needs the trained reader, which is left out here.")
    chosen: tuple[str, ...] | None = readers or None
    if chosen is None and (language_model or positions or not trained):
        from sayso.project_reading import rules, with_

        chosen = with_() if trained else rules()
        chosen += ("language-model",) if language_model else ()
        chosen += ("positions",) if positions else ()
    with progress_bar() as progress:
        records = sayso.read(list(paths), readers=chosen, progress=progress, weights=weights)
        read, failed = (_lines if wants_json(as_json) else _words)(records)
    if not read:
        if not failed:
            click.echo("sayso: There is nothing to read here: no file of a known kind.", err=True)
        sys.exit(1)


def _lines(records: Iterable[Record]) -> tuple[int, int]:
    """Print every record as a JSON line; give the numbers of documents and failures."""
    from sayso.exports.jsonl import objects

    read = failed = 0
    for one in objects(records):
        line(one)
        read += one["type"] == "document"
        if one["type"] == "failure":
            failed += 1
            click.echo(f"sayso: {shown(one['message'])}", err=True)
    return read, failed


def _words(records: Iterable[Record]) -> tuple[int, int]:
    """Print what a person wants to see first: statements, then findings."""
    from sayso.model import Document, Failure, Finding, Statement

    read = failed = found = 0
    for record in records:
        if isinstance(record, Document):
            read += 1
            click.secho(f"\n{shown(record.title or record.key)}", bold=True)
        elif isinstance(record, Statement):
            click.echo(_said(record))
        elif isinstance(record, Finding):
            if not found:
                click.secho("\nFindings", bold=True)
            found += 1
            click.echo(f"  {record.severity:8} {shown(record.message)}")
        elif isinstance(record, Failure):
            failed += 1
            click.echo(f"sayso: {shown(record.message)}", err=True)
    return read, failed


def _said(statement: Statement) -> str:
    speaker = " and ".join(shortened(one.exact, 40) for one in statement.speakers) or "(unnamed)"
    words = shortened(" … ".join(one.exact for one in statement.content), 90)
    notes = "".join(f" [{shown(one.label)}]" for one in statement.notes)
    return f"  {statement.kind:8} {speaker}: {words}{notes}"
