"""`sayso add`, `check`, `search`, `jobs`, `report`: work on a project."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from sayso.cli.output import (
    json_option,
    line,
    progress_bar,
    project_option,
    shortened,
    shown,
    wants_json,
    weights_option,
)
from sayso.model import plain


@click.command("add")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@project_option
@click.option("--dry-run", is_flag=True, help="Only say what would be read, and how long it takes.")
@click.option("--workers", type=click.IntRange(1, 64), help="Processes to read with.")
@click.option(
    "--trained/--rules", default=None,
    help="Read again what the trained reader has not read, or read by rules alone.",
)  # fmt: skip
@weights_option
@click.option("--language-model", is_flag=True, help="By the language model of `sayso model` too.")
@click.option(
    "--positions", is_flag=True, help="Also what the author takes a position on unmarked."
)
@json_option
def add(
    paths: tuple[Path, ...],
    project: str,
    dry_run: bool,
    workers: int | None,
    trained: bool | None,
    weights: str | None,
    language_model: bool,
    positions: bool,
    as_json: bool,
) -> None:
    """Read files or folders into a project; what is in it already stays as it is.

    Without PATHS the project's own folder is read for what is new or changed.
    """
    import sayso

    if weights and trained is False:
        raise click.UsageError("--weights needs the trained reader, which is left out here.")
    chosen = list(paths) or None
    with sayso.open(project) as opened:
        if dry_run:
            plan = opened.plan(chosen)
            for entry in plan.entries:
                if wants_json(as_json):
                    line(plain(asdict(entry)))
                else:
                    click.echo(f"{entry.state:12} {shown(entry.key)}  {shown(entry.message)}")
            click.echo(f"{len(plan.entries)} files, about {plan.seconds:.0f} s.", err=True)
            return
        with progress_bar() as progress:
            added = opened.add(
                chosen,
                progress=progress,
                workers=workers,
                trained=trained,
                language_model=language_model,
                positions=positions,
                weights=weights,
            )
        if wants_json(as_json):
            line(plain(asdict(added)))
        else:
            click.echo(
                f"{added.documents} documents read, {added.unchanged} unchanged, "
                f"{added.versions} new versions, {added.failures} failed; "
                f"{added.statements} statements, {added.findings} findings."
            )
        for failure in opened.failures():
            click.echo(f"sayso: {shown(failure.message)}", err=True)
        if added.failures and not added.documents and not added.unchanged:
            sys.exit(1)


@click.command("check")
@click.argument("names", nargs=-1, metavar="[CHECK]...")
@project_option
@json_option
def check(names: tuple[str, ...], project: str, as_json: bool) -> None:
    """Run the checks over a project, all or the named ones, and print the findings."""
    import sayso
    from sayso.exports.jsonl import objects

    with sayso.open(project, create=False) as opened, progress_bar() as progress:
        opened.check(list(names) or None, progress=progress)
        wanted = set(names)
        rows = [row for row in opened.findings() if not wanted or row.finding.check in wanted]
        if wants_json(as_json):
            states = {row.finding.id: row.state for row in rows}
            known = [opened.document(one.id) for one in opened.documents()]
            for one in objects([row.finding for row in rows], documents=known):
                line(one | {"state": states[one["id"]]})
            return
        for row in rows:
            click.echo(
                f"{row.finding.severity:8} {row.state:10} {row.finding.check:12} "
                f"{shown(row.finding.message)}"
            )
        click.echo(f"{len(rows)} findings.", err=True)


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@project_option
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Most hits.")
@json_option
def search(words: tuple[str, ...], project: str, limit: int, as_json: bool) -> None:
    """Find words in a project's texts, each in its context.

    Upper and lower case and accents do not matter; "two words" in quotation marks are a phrase,
    a star ends a beginning of a word (liber*).
    """
    import sayso

    with sayso.open(project, create=False) as opened:
        hits = opened.search(" ".join(words), limit=limit)
        titles = {row.id: row.title or row.key for row in opened.documents()}
        for hit in hits.hits:
            if wants_json(as_json):
                line({"type": "hit", **plain(asdict(hit))})
                continue
            before, after = shortened(hit.before[-40:], 40), shortened(hit.after[:40], 40)
            found = click.style(shown(hit.span.exact), bold=True)
            click.echo(f"{before:>40} {found} {after}   {shown(titles[hit.document])}")
        click.echo(f"{hits.total} hits.", err=True)


@click.command("jobs")
@project_option
@click.option("--cancel", metavar="ID", help="Cancel this job; what it finished stays.")
@json_option
def jobs(project: str, cancel: str | None, as_json: bool) -> None:
    """List a project's long pieces of work and how far they are."""
    import sayso

    with sayso.open(project, create=False) as opened:
        if cancel:
            opened.cancel(cancel)
        for job in opened.jobs():
            if wants_json(as_json):
                line({"type": "job", **plain(asdict(job))})
            else:
                click.echo(
                    f"{job.id[:8]} {job.kind:8} {job.state:10} {job.done}/{job.total} "
                    f"{shown(job.message)}"
                )


@click.command("report")
@project_option
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="FILE.html or FILE.docx.",
)
def report(project: str, output: Path) -> None:
    """Write a dossier of statements, evidence and findings that another person can check."""
    import sayso

    with sayso.open(project, create=False) as opened:
        opened.report(output)
    click.echo(f"Wrote {output}.", err=True)
