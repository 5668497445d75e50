"""`sayso reuse`: passages that stand in several documents."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli.output import json_option, line, progress_bar, shortened, shown, wants_json

_PRESETS = ("fast", "default", "sensitive", "pairwise")


@click.command("reuse")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--preset", type=click.Choice(_PRESETS), default="default", show_default=True,
              help="How closely to look; pairwise is for a handful of texts.")  # fmt: skip
@click.option("--within-series", is_flag=True,
              help="Compare texts of one series too, such as parts of one book.")  # fmt: skip
@click.option("--paraphrase", is_flag=True,
              help="Propose reworded passages too, apart from those (English).")  # fmt: skip
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1),
              help="Most passages shown on the page or the terminal; tables hold all.")  # fmt: skip
@click.option("--engine", type=click.Choice(["local", "spark"]), default="local",
              show_default=True, help="Where to look: on this machine, or on Apache Spark "
              "(pip install 'sayso[spark]').")  # fmt: skip
@click.option("--master", metavar="MASTER", help="Spark's master: local[2], spark://HOST:7077. "
              "[default: local[2]]")  # fmt: skip
@click.option("--blocks", metavar="FOLDER", type=click.Path(path_type=Path, exists=True,
              file_okay=False), help="Where Spark's workers read the letters: a folder that all "
              "machines see. [default: a temporary one]")  # fmt: skip
@click.option(
    "--index", "kept", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
    help="Keep an index there and add PATHS to it: only what is new is compared, and texts need "
    "not fit into memory.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
    help="FILE.parquet, FILE.jsonl or FILE.html (a page to read).",
)  # fmt: skip
@json_option
def command(
    paths: tuple[Path, ...], preset: str, within_series: bool, limit: int, output: Path | None,
    as_json: bool, engine: str, master: str | None, blocks: Path | None,
    kept: Path | None, paraphrase: bool,
) -> None:  # fmt: skip
    """Find the passages that several documents share: who repeats whom, and who said it first.

    PATHS are folders, files of any kind that sayso reads, or tables (.jsonl, .parquet) with the
    columns id and text, and date and series where known. Without -o the passages are printed, as
    JSON lines when piped.
    """
    if engine == "local" and (master or blocks):
        raise click.UsageError("--master and --blocks belong to --engine spark.")
    if engine == "spark" and kept:
        raise click.UsageError("--index belongs to --engine local.")
    if paraphrase and kept:
        raise click.UsageError("--paraphrase needs the texts in memory; leave out --index.")
    from sayso import project_reuse
    from sayso.exports import passages

    def tell(message: str) -> None:
        click.echo(f"sayso: {shown(message)}", err=True)

    with progress_bar() as progress:
        texts = project_reuse.Texts([], []) if kept else project_reuse.gathered(paths, progress)
        for failure in texts.failures:
            tell(failure.message)
        if kept:
            texts, found = project_reuse.indexed(
                paths, kept, preset, within_series=within_series, tell=tell, progress=progress
            )
        elif engine == "spark":
            found = project_reuse.find_on_spark(
                texts, preset, master=master or "local[2]", folder=blocks,
                within_series=within_series, progress=progress,
            )  # fmt: skip
        else:
            found = project_reuse.find(
                texts, preset, within_series=within_series, progress=progress
            )
        if paraphrase:
            reworded = project_reuse.paraphrases(
                texts, found, within_series=within_series, progress=progress
            )
    tables = {"pairs": found.pairs, "passages": found.passages, "clusters": found.clusters}
    if paraphrase:
        tables["paraphrases"] = reworded
    told = f"{texts.count} documents, {found.clusters.num_rows} shared passages"
    if paraphrase:
        told += f", {reworded.num_rows} reworded ones proposed"
    if output is not None:
        clusters = project_reuse.clusters(texts, found, limit=limit)
        written = passages.write(output, tables, clusters, documents=texts.count, limit=limit)
        click.echo(f"{told}. Wrote {', '.join(map(str, written))}.", err=True)
    elif wants_json(as_json):
        for one in passages.lines(tables):
            line(one)
    else:
        for cluster in project_reuse.clusters(texts, found, limit=limit):
            first = cluster["members"][0]
            click.secho(f"\n{cluster['documents']} documents: ", bold=True, nl=False)
            click.echo(shortened(first["text"], 160))
            for member in cluster["members"]:
                date = member["date"] or "undated"
                click.echo(f"  {date:12} {shortened(member['title'], 60)} {member['begin']}")
        for row in reworded.slice(0, limit).to_pylist() if paraphrase else ():
            click.secho(f"\nreworded, {row['score']:.2f}:", bold=True)
            for side in "ab":
                date = row[f"date_{side}"] or "undated"
                title = shortened(row[f"title_{side}"], 60)
                click.echo(f"  {date:12} {title}: {shortened(row[f'text_{side}'], 200)}")
        click.echo(f"{told}.", err=True)
