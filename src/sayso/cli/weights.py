"""`sayso weights`: which weights the trained reader may read by."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from sayso.cli.output import json_option, line, shown, wants_json


@click.command("weights")
@click.option("--keep", metavar="NAME", help="Keep those in FOLDER under this name.")
@click.option("--forget", metavar="NAME", help="Remove kept ones; what they read stays.")
@click.option("--language", "languages", multiple=True, metavar="CODE",
              help="With --keep: what they read; repeatable. English if not given.")  # fmt: skip
@click.option("--about", default="", metavar="WORDS", help="With --keep: what they learned from.")
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@json_option
def command(
    keep: str | None, forget: str | None, languages: tuple[str, ...], about: str,
    folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """List the weights of the trained reader, or keep your own under a name.

    Your own come from training/adapt.py, which learns from what you decided (`sayso export -p P -o
    NAME.training.jsonl`). Then read by them: `sayso read PATH --weights NAME`, `sayso add -p P
    --weights NAME`. Keep only what you trust: a model can be made to mislead.
    """
    from sayso.readers import weights

    if keep and forget:
        raise click.UsageError("Give --keep or --forget, not both.")
    if bool(keep) != bool(folder):
        raise click.UsageError("Give --keep NAME and FOLDER together.")
    if (languages or about) and not keep:
        raise click.UsageError("--language and --about go with --keep.")
    if keep and folder:
        weights.keep(keep, folder, languages=languages or ("en",), about=about)
    if forget:
        weights.forget(forget)
    for one in weights.every():
        if wants_json(as_json):
            line(asdict(one) | {"folder": str(one.folder)})
        else:
            what = " ".join(["any language" if not one.languages else ", ".join(one.languages),
                             one.kept]).strip()  # fmt: skip
            click.echo(f"{one.name:20} {what:20} {shown(one.about)}")
