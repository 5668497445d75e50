"""`sayso open`, `demo`, `serve`: the workbench in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.output import progress_bar, project_option, shown

_port = click.option(
    "--port", default=0, type=click.IntRange(0, 65535), help="Port on this machine; 0 picks one."
)
_browser = click.option(
    "--browser/--no-browser", default=None, help="Open the browser (where there is a display)."
)


def start(
    project: Path | None, *, port: int = 0, browser: bool | None = None, page: str = ""
) -> None:
    """Serve the workbench until it is stopped; on a page of a project, or on the home page."""
    from sayso.web import serve

    serve(project, port=port, open_browser=browser, page=page)


@click.command("open")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@_port
@_browser
def open_(path: Path, port: int, browser: bool | None) -> None:
    """Open a folder or a project: read what is new, then the workbench."""
    _read_new(path)
    start(path, port=port, browser=browser, page="corpus")


@click.command("demo")
@click.option(
    "--folder", type=click.Path(path_type=Path), metavar="FOLDER",
    help="Where to put the sample dossier; your data folder if not given.",
)  # fmt: skip
@_port
@_browser
def demo(folder: Path | None, port: int, browser: bool | None) -> None:
    """Open the sample dossier that comes with sayso: one controversy, planted faults."""
    from sayso.project import sample

    chosen = sample(folder)
    _read_new(chosen)
    start(chosen, port=port, browser=browser, page="findings")


@click.command("serve")
@project_option
@_port
def serve_(project: str, port: int) -> None:
    """Serve the workbench of a project on this machine, without opening a browser."""
    start(Path(project), port=port, browser=False, page="corpus")


def _read_new(path: Path) -> None:
    import sayso

    with sayso.open(path) as opened:
        for warning in opened.warnings:
            click.echo(f"sayso: {shown(warning)}", err=True)
        with progress_bar() as progress:
            added = opened.add(progress=progress)
        for failure in opened.failures():
            click.echo(f"sayso: {shown(failure.message)}", err=True)
        click.echo(
            f"{added.documents + added.unchanged} documents; {added.documents} new, "
            f"{added.statements} statements, {added.findings} findings.",
            err=True,
        )
