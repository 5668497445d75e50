"""`sayso actors`: who speaks and is named in a project, and which of them are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from sayso.cli.output import json_option, line, project_option, shortened, shown, wants_json
from sayso.model import plain

if TYPE_CHECKING:
    from sayso.project import ActorRow, Pair


@click.command("actors")
@project_option
@click.option("--candidates", "asks", is_flag=True,
              help="List pairs that may be one, not judged yet, the likeliest first.")  # fmt: skip
@click.option("--judgements", "judged", is_flag=True, help="List what was judged so far.")
@click.option("--same", nargs=2, multiple=True, metavar="ONE TWO",
              help="Judge two actors to be one; by name or id, repeatable.")  # fmt: skip
@click.option("--different", nargs=2, multiple=True, metavar="ONE TWO",
              help="Judge two actors to be two; repeatable.")  # fmt: skip
@click.option("--open", "opened_again", nargs=2, multiple=True, metavar="ONE TWO",
              help="Take a judgement back; repeatable.")  # fmt: skip
@click.option("--rename", nargs=2, multiple=True, metavar="ACTOR NAME",
              help="Give an actor the name it is shown by; repeatable.")  # fmt: skip
@click.option("--coder", metavar="NAME", help="Who judges; the name kept before if not given.")
@click.option("--why", default="", help="The reason, kept with the judgement.")
@click.option("--least", default=0.0, show_default=True, type=click.FloatRange(0, 1),
              help="Candidates: the least score.")  # fmt: skip
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1), help="Most rows.")
@json_option
def command(
    project: str, asks: bool, judged: bool, same: tuple[tuple[str, str], ...],
    different: tuple[tuple[str, str], ...], opened_again: tuple[tuple[str, str], ...],
    rename: tuple[tuple[str, str], ...], coder: str | None, why: str, least: float, limit: int,
    as_json: bool,
) -> None:  # fmt: skip
    """List who speaks and who is named, and say which of them are one.

    Nothing is put together unless a person says so. What was judged to be one counts as one in
    tables, networks and checks; the statements stay as they are, and every judgement can be
    taken back (--open ONE TWO).
    """
    import sayso

    deciding = same or different or opened_again or rename
    with sayso.open(project, coder=coder, create=False, read_only=not deciding) as opened:
        for pairs, verdict in ((same, True), (different, False), (opened_again, None)):
            if pairs:
                opened.judge(list(pairs), verdict, why=why)
        for actor, name in rename:
            opened.rename_actor(actor, name)
        as_lines = wants_json(as_json)
        if asks:
            _candidates(opened.candidates(least=least, limit=limit), as_lines)
        elif judged:
            for one in opened.judgements()[:limit]:
                if as_lines:
                    line({"type": "judgement", **plain(asdict(one))})
                else:
                    sign = "=" if one.same else "≠"
                    names = f"{shown(one.names[0])} {sign} {shown(one.names[1])}"
                    click.echo(f"{names}   {shown(one.coder)}, {one.when[:10]} {shown(one.why)}")
        elif not deciding:
            _actors(opened.actors(), limit, as_lines)


def _actors(rows: Sequence[ActorRow], limit: int, as_lines: bool) -> None:
    for one in rows[:limit]:
        if as_lines:
            line({"type": "actor", **plain(asdict(one))})
            continue
        others = ", ".join(shown(name) for name in one.names[1:4])
        years = "–".join(dict.fromkeys(date[:4] for date in (one.first, one.last) if date))
        click.echo(
            f"{one.statements:5} {one.mentions:5} {len(one.documents):4} {one.kind:12} {years:9} "
            f"{shortened(one.name, 50)}{f' ({shortened(others, 60)})' if others else ''}"
        )
    click.echo(f"{len(rows)} actors; statements, mentions, documents, kind, years, name.", err=True)


def _candidates(pairs: Sequence[Pair], as_lines: bool) -> None:
    for one in pairs:
        if as_lines:
            made = {"one": plain(asdict(one.one)), "two": plain(asdict(one.two))}
            line({"type": "candidate", **made, "score": one.score, "reason": one.reason})
            continue
        names = f"{shortened(one.one.name, 40)} = {shortened(one.two.name, 40)}?"
        click.echo(f"{one.score:.2f} {names:70} {shown(one.reason)}")
    click.echo(f"{len(pairs)} pairs. Judge with --same ONE TWO or --different ONE TWO.", err=True)
