"""`sayso import` and `sayso export`: projects from and to other programs."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sayso.cli.output import json_option, line, project_option, shown, wants_json
from sayso.model import plain

_STATUSES = ("proposed", "accepted", "corrected", "rejected")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@project_option
@click.option("--type", "statement_type", default="DNA Statement", show_default=True,
              help="Statement type of the .dna file.")  # fmt: skip
@click.option("--map", "mapped", multiple=True, metavar="COLUMN=NAME",
              help="Of a spreadsheet: which column is actor, actor_kind, concept, agreement, date, "
              "words, title or author; repeatable.")  # fmt: skip
@json_option
def import_(
    file: Path, project: str, statement_type: str, mapped: tuple[str, ...], as_json: bool
) -> None:
    """Take statements over into a project: of a .dna file, or of a spreadsheet.

    A row of a spreadsheet whose words stand once in the project's texts is anchored there; any
    other is kept as a short document of its own.

    Places are counted anew and held against the texts; what is doubtful is named, and nothing is
    half imported. Importing twice adds nothing. Passwords are not read.
    """
    import sayso

    columns = dict(one.rpartition("=")[::2] for one in mapped)
    if "" in columns:
        raise click.UsageError("--map takes COLUMN=NAME, for example --map Organisation=actor.")
    with sayso.open(project) as opened:
        done = opened.import_file(file, statement_type=statement_type, columns=columns)
    if wants_json(as_json):
        line({"type": "imported", **plain(asdict(done))})
    for doubt in done.doubts:
        click.echo(f"sayso: {shown(doubt)}", err=True)
    click.echo(
        f"{done.documents} documents, {done.statements} statements, {done.concepts} concepts; "
        f"{done.failures} statements have no place, {len(done.doubts)} doubts.",
        err=True,
    )


@click.command("export")
@project_option
@click.option("-o", "--output", required=True, metavar="FILE",
              type=click.Path(path_type=Path, dir_okay=False),
              help="FILE.dna, FILE.csv, FILE.parquet, or FILE.jsonl (all records).")  # fmt: skip
@click.option("--status", multiple=True, type=click.Choice(_STATUSES),
              help="For tables: only statements of this status; repeatable.")  # fmt: skip
@click.option("--password", help="For .dna: the password of its coders; asked for if not given.")
def export(project: str, output: Path, status: tuple[str, ...], password: str | None) -> None:
    """Write a project's statements for Discourse Network Analyzer, a spreadsheet or a program."""
    import sayso

    if output.suffix.lower() == ".dna" and password is None:
        password = click.prompt("Password for the coders of the file", hide_input=True, err=True)
    with sayso.open(project, create=False, read_only=False) as opened:
        doubts = opened.export(output, status=status, password=password)
    for doubt in doubts:
        click.echo(f"sayso: {shown(doubt)}", err=True)
    click.echo(f"Wrote {output}.", err=True)
