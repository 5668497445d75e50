"""`sayso network`: discourse networks of a project, or of a `.dna` file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.network_contradictions import refuse_contradictions
from sayso.cli.output import json_option, line, progress_bar, shown, wants_json

if TYPE_CHECKING:
    from sayso.networks import Network, Statements

_FIGURES = (".svg", ".pdf", ".png")
_MODES = ("one", "two", "events", "quotes", "reuse")
_AGGREGATIONS = ("ignore", "congruence", "conflict", "subtract", "combine")
_NORMALIZATIONS = ("none", "average", "jaccard", "cosine", "activity", "prominence")
_DUPLICATES = ("include", "document", "day", "week", "month", "year", "period")
_SIZE = 100
_UNITS = ("events", "days", "weeks", "months", "years")
_STATUSES = ("proposed", "accepted", "corrected", "rejected")


@click.command("network")
@click.argument("dna", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("-p", "--project", metavar="PROJECT", help="A project file, or its folder.")
@click.option("--mode", type=click.Choice(_MODES), default="one", show_default=True,
              help="one: actors tied through concepts; two: actors and concepts; events: the "
              "statements; quotes: who quotes whom, within a quotation its speaker; reuse: who "
              "takes passages from whom (the last two need no coding).")  # fmt: skip
@click.option("--rows", help="Variable of the nodes. [default: actor]")
@click.option("--columns", help="Variable they are tied through. [default: concept]")
@click.option("--qualifier", help="Variable that says for or against; 'none' for none. "
              "[default: agreement]")  # fmt: skip
@click.option("--aggregation", type=click.Choice(_AGGREGATIONS), default="ignore",
              show_default=True, help="congruence counts like positions, conflict unlike ones, "
              "subtract the first minus the second.")  # fmt: skip
@click.option("--normalization", type=click.Choice(_NORMALIZATIONS), default="none",
              show_default=True, help="How ties are made comparable between the talkative and the "
              "silent.")  # fmt: skip
@click.option("--duplicates", type=click.Choice(_DUPLICATES), default="include", show_default=True,
              help="Count a repeated statement once within this.")  # fmt: skip
@click.option(
    "--status",
    multiple=True,
    type=click.Choice(_STATUSES),
    help="Only statements of this status; repeatable. [default: proposed, accepted]",
)
@click.option("--since", metavar="DATE", help="First date that counts: 1920, 1920-05, 1920-05-01.")
@click.option("--until", metavar="DATE", help="Date from which on nothing counts any more.")
@click.option("--window", type=click.Choice(_UNITS), help="A series of networks, one a window.")
@click.option("--size", type=click.IntRange(1),
              help="Length of a window in its unit.  [default: 100]")  # fmt: skip
@click.option("--exclude", multiple=True, metavar="VARIABLE=VALUE",
              help="Leave out statements with this value; repeatable.")  # fmt: skip
@click.option("--keep", multiple=True, metavar="VARIABLE=VALUE",
              help="Count only statements with this value; repeatable.")  # fmt: skip
@click.option("--isolates", is_flag=True, help="Keep nodes without ties.")
@click.option("--least", type=click.IntRange(1), default=1, show_default=True,
              help="Leave out nodes with fewer statements.")  # fmt: skip
@click.option(
    "--compat",
    type=click.Choice(["dna"]),
    help="The numbers of Discourse Network Analyzer, its defects included.",
)
@click.option("--type", "statement_type",
              help="Statement type of a .dna file.  [default: DNA Statement]")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="A figure (.svg .pdf .png) or a file for Gephi (.gexf), visone (.graphml), "
              "Pajek (.net), UCINET (.dl) or a spreadsheet (.csv).")  # fmt: skip
@json_option
def command(
    dna: Path | None, project: str | None, output: Path | None, as_json: bool, **asked: Any
) -> None:
    """Who stands with whom, for and against what: the network of a project or of a .dna file.

    Without -o the ties are printed, as JSON lines when piped. Options that contradict each other
    are refused; nothing is changed silently.
    """
    if (dna is None) == (project is None):
        raise click.UsageError("Name a project with -p, or a .dna file.")
    refuse_contradictions(
        {**asked, "dna": dna, "project": project, "output": output, "as_json": as_json}
    )
    options = _options(asked, of_dna=dna is not None)
    _check_settings(options)
    statements, told = _statements(dna, project, asked)
    click.echo(f"sayso: {told}", err=True)
    for told in _unmet(statements, asked):
        click.echo(f"sayso: {told}", err=True)
    if asked["mode"] == "events":
        _events(statements, options, output, as_json=as_json)
        return
    if asked["window"]:
        _series(statements, options, asked, output)
        return
    from sayso import networks

    made = networks.network(statements, **options)
    if output is None:
        _print([made], as_json=as_json)
    else:
        for path in _write(made, output):
            click.echo(f"Wrote {path}.", err=True)


def _check_settings(options: Mapping[str, Any]) -> None:
    """Refuse options that contradict each other before anything is read.

    Raises:
        UsageError: Two of them do.
    """
    from sayso.networks import Settings

    Settings(**options)


def _unmet(statements: Statements, asked: Mapping[str, Any]) -> Iterator[str]:
    """Say which values of the filters no statement has: a slip of the pen, more often than not."""
    for option in ("exclude", "keep"):
        for variable, values in _listed(asked[option], option).items():
            known = {*statements.column(variable).text()}
            for value in values:
                if value not in known:
                    yield f"No statement has {shown(variable)} = {shown(value)} (--{option})."


def _options(asked: dict[str, Any], *, of_dna: bool) -> dict[str, Any]:
    """Turn what was asked for into the settings of a network."""
    from sayso.networks.times import seconds
    from sayso.project_networks import QUOTES
    from sayso.project_takings import TAKES

    mode = asked["mode"]
    fixed = {"quotes": QUOTES, "reuse": TAKES}
    options: dict[str, Any] = dict(fixed[mode]) if mode in fixed else {"mode": mode}
    options |= {
        name: asked[name]
        for name in ("aggregation", "normalization", "duplicates", "isolates", "compat")
    }
    for name in ("rows", "columns", "qualifier"):
        if asked[name]:
            options[name] = None if asked[name] == "none" else asked[name]
    if of_dna:
        options.setdefault("rows", "organization")
    if asked["aggregation"] == "ignore" and not asked["qualifier"] and asked["mode"] != "events":
        options["qualifier"] = None
    options |= {name: _listed(asked[name], name) for name in ("exclude", "keep")}
    options |= {"row_minimum": asked["least"], "column_minimum": asked["least"]}
    try:
        options["start"] = seconds(asked["since"]) if asked["since"] else None
        options["stop"] = seconds(asked["until"]) - 1 if asked["until"] else None
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return options


def _listed(given: tuple[str, ...], option: str) -> dict[str, tuple[str, ...]]:
    """Give the values by variable."""
    found: dict[str, tuple[str, ...]] = {}
    for one in given:
        variable, sign, value = one.partition("=")
        if not sign or not variable:
            raise click.UsageError(f"--{option} is {one!r}; write it like concept=tariff.")
        found[variable] = (*found.get(variable, ()), value)
    return found


def _statements(
    dna: Path | None, project: str | None, asked: dict[str, Any]
) -> tuple[Statements, str]:
    """Give the statements, and a line that says how many of which kind they are."""
    if dna is not None:
        from sayso.networks import dna as peer

        statements = peer.load(dna, asked["statement_type"] or "DNA Statement")
        return statements, f"{len(statements)} statements of {shown(dna.name)}."
    import sayso
    from sayso.project_networks import needs_concept

    if asked["mode"] == "reuse":
        return _takings(str(project))
    ends = {name: asked[name] for name in ("rows", "columns") if asked[name]}
    coded = needs_concept(asked["mode"] == "quotes", ends)
    dated = bool(asked["since"] or asked["until"] or asked["window"])
    with sayso.open(str(project), create=False) as opened:
        found = opened.network_statements(status=asked["status"], coded=coded, dated=dated)
    undated = f", {found.undated} without a date" if found.undated else ""
    left_out = " and left out" if found.undated and dated else ""
    told = f"{found.total} statements, {found.accepted} of them accepted{undated}{left_out}."
    return found.statements, told


def _takings(project: str) -> tuple[Statements, str]:
    """Give the passages that texts take from earlier ones, and a line that counts them."""
    import sayso
    from sayso import project_takings

    with sayso.open(project, create=False) as opened, progress_bar() as progress:
        found = opened.takings(progress=progress)
    shared = sum(bool(one.shared) for one in found)
    told = (
        f"{len(found)} passages that stand in an earlier text of this corpus, {shared} of them "
        "with changes that both texts share."
    )
    return project_takings.statements(found), told


def _series(
    statements: Statements, options: dict[str, Any], asked: dict[str, Any], output: Path | None
) -> None:
    from sayso import networks

    made = networks.windows(
        statements, unit=asked["window"], size=asked["size"] or _SIZE, **options
    )
    click.echo(f"{len(made)} windows.", err=True)
    if output is None:
        _print(list(made), as_json=True)
        return
    if output.suffix.lower() == ".gexf":
        click.echo(f"Wrote {networks.write_series(made, output)}.", err=True)
        return
    for nth, one in enumerate(made, 1):
        for path in _write(one, output.with_stem(f"{output.stem}-{nth:04}")):
            click.echo(f"Wrote {path}.", err=True)


def _print(made: list[Network], *, as_json: bool) -> None:
    from sayso.networks.times import written

    for one in made:
        ties = sorted(one.edges(), key=lambda tie: (-abs(tie[2]), tie[:2]))
        if wants_json(as_json):
            period = {"start": written(one.start), "stop": written(one.stop)}
            for row, column, weight in ties:
                line({"type": "tie", "row": row, "column": column, "weight": weight, **period})
            continue
        for row, column, weight in ties:
            click.echo(f"{weight:10.4g}  {shown(row)}  –  {shown(column)}")
        click.echo(f"{len(one.rows)} nodes, {len(ties)} ties.", err=True)


def _write(made: Network, output: Path) -> tuple[Path, ...]:
    if output.suffix.lower() in _FIGURES:
        from sayso.networks.figures import draw_network

        return (draw_network(made, output),)
    from sayso import networks

    return networks.write(made, output)


def _events(
    statements: Statements, options: dict[str, Any], output: Path | None, *, as_json: bool
) -> None:
    """List the statements that count, in order of time."""
    from sayso import networks
    from sayso.networks.times import NO_DATE, written

    chosen = networks.event_list(statements, networks.Settings(**options))
    names = [options.get("rows", "actor"), options.get("columns", "concept")]
    names += [one] if (one := options.get("qualifier", "agreement")) else []
    words = {name: statements.column(name).text() for name in names}
    rows = [
        {
            "id": statements.ids[at],
            "date": None if statements.times[at] == NO_DATE else written(int(statements.times[at])),
            **{name: words[name][at] for name in names},
        }
        for at in chosen.kept
    ]
    if output is None:
        for row in rows:
            if wants_json(as_json):
                line({"type": "event", **row})
            else:
                click.echo("  ".join(shown(str(one or "-")) for one in row.values()))
        return
    sheet = io.StringIO()
    writer = csv.writer(sheet)
    writer.writerow(["id", "date", *names])
    writer.writerows([_cell(one) for one in row.values()] for row in rows)
    output.write_text(sheet.getvalue(), encoding="utf-8-sig", newline="")
    click.echo(f"Wrote {output}.", err=True)


def _cell(value: Any) -> str:
    """Write a cell so that no spreadsheet takes it for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
