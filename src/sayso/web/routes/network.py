"""Networks of the statements: placed for the page, or as a file to take along."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from fastapi import APIRouter, Query
from fastapi.responses import Response

from sayso import project_networks
from sayso.errors import UsageError
from sayso.web import shapes
from sayso.web.routes.asking import Answer, On
from sayso.web.routes.statements import titles

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sayso.networks import Network
    from sayso.project import Project, Taking
    from sayso.web.desk import Desk

router = APIRouter()
When = Annotated[str | None, Query(pattern=r"^\d{4}(-\d\d){0,2}$")]
"""A year, month or day: 1931, 1931-05, 1931-05-09."""
View = Literal["quotes", "reuse", "actors", "concepts", "both"]
Counts = Literal["all", "accepted"]
MOST = 150
"""Nodes on the page at most, those with the strongest ties; a file holds all."""

_VIEWS: dict[str, dict[str, Any]] = {
    "quotes": {"quotes": True},
    "reuse": {"mode": "reuse"},
    "actors": {"mode": "one", "aggregation": "subtract", "normalization": "average"},
    "concepts": {
        "mode": "one", "rows": "concept", "columns": "actor", "aggregation": "subtract",
        "normalization": "average",
    },
    "both": {"mode": "two", "aggregation": "subtract"},
}  # fmt: skip
_TYPES = {
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "svg": "image/svg+xml",
}


@router.get("/network")
async def network(
    on: On,
    view: View = "quotes",
    count: Counts = "all",
    since: When = None,
    until: When = None,
) -> Answer:
    """Give nodes with their places and ties; "missing" says what a network lacks.

    Nodes and places are those of the whole corpus whatever the span, so that nothing moves;
    ties and strengths are those of the span.
    """

    def placed(project: Project) -> Answer:
        try:
            made = _made(on.desk, project, view, count, None, None)
            whole = _whole(on.desk, project, view, count)
            found = _counted(project, view, count)
        except UsageError as error:
            return {"missing": str(error), "nodes": [], "ties": []}
        left_out = len(_nodes(made)) - len(_nodes(whole))
        within = _within(on.desk, project, whole, view, count, since, until)
        return _placed(whole) | found | {"left_out": left_out, "missing": "", "within": within}

    return await on.ask(placed)


@router.get("/network/within")
async def within(
    on: On,
    view: View = "quotes",
    count: Counts = "all",
    since: When = None,
    until: When = None,
) -> Answer:
    """Give the ties and strengths of a span of time, by the nodes of the whole network."""

    def told(project: Project) -> Answer:
        whole = _whole(on.desk, project, view, count)
        return _within(on.desk, project, whole, view, count, since, until)

    return await on.ask(told)


@router.get("/network/behind")
async def behind(
    on: On,
    row: str,
    other: str,
    view: View = "quotes",
    count: Counts = "all",
    since: When = None,
    until: When = None,
) -> Answer:
    """Give the statements behind a tie, or the passages, in order of time."""

    def told(project: Project) -> Answer:
        options = _options(view, since, until)
        if view == "reuse":
            taken = project.takings_behind(row, other, **options)[:MOST]
            return {"takings": [_taking(one, titles(on.desk, project)) for one in taken]}
        found = project.behind(row, other, status=_status(count), **options)
        names = titles(on.desk, project)
        return {"statements": [shapes.statement_in_words(one, names) for one in found[:MOST]]}

    return await on.ask(told)


@router.get("/positions")
async def positions(
    on: On,
    of: Literal["concept", "actor"] = "concept",
    within: str = "",
    count: Counts = "all",
    unit: Literal["years", "months"] = "years",
) -> Answer:
    """Give statements for and against over time: of all actors by concept, or the reverse."""

    def told(project: Project) -> Answer:
        other = "actor" if of == "concept" else "concept"
        options: dict[str, Any] = {"keep": {other: (within,)}} if within else {}
        try:
            rows = project.positions(of, unit=unit, status=_status(count), **options)
            known = project.network_statements(status=_status(count)).statements
        except UsageError as error:
            return {"missing": str(error), "rows": [], "others": []}
        others = sorted({one for one in known.column(other).text() if one})
        shown = [
            {
                "name": row[of],
                "start": row["start"],
                "for": row["for"],
                "against": row["against"],
            }
            for row in rows
        ]
        return {"missing": "", "rows": shown, "others": others}

    return await on.ask(told)


@router.get("/network/file")
async def file(
    on: On,
    kind: Literal["gexf", "graphml", "svg"],
    view: View = "quotes",
    count: Counts = "all",
    since: When = None,
    until: When = None,
) -> Response:
    """Give the network as a file for Gephi or visone, or as a figure."""

    def written(project: Project) -> bytes:
        made = _made(on.desk, project, view, count, since, until)
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / f"network.{kind}"
            if kind == "svg":
                from sayso.networks.figures import draw_network

                draw_network(made, path)
            else:
                from sayso import networks

                networks.write(made, path)
            return path.read_bytes()

    data = await on.ask(written)
    named = {"Content-Disposition": f'attachment; filename="sayso-{view}.{kind}"'}
    return Response(data, media_type=_TYPES[kind], headers=named)


def _status(count: Counts) -> tuple[str, ...]:
    return ("accepted",) if count == "accepted" else ()


def _made(
    desk: Desk, project: Project, view: View, count: Counts, since: str | None, until: str | None
) -> Network:
    """Make the network of a span; the statements are taken from the project once for all spans."""
    options = _options(view, since, until)
    if view == "reuse":
        return project.network(**options)
    quotes = bool(options.pop("quotes", False))
    coded = project_networks.needs_concept(quotes, options)
    dated = "start" in options or "stop" in options
    found = desk.kept(
        f"network statements {count} {coded} {dated}",
        lambda: project.network_statements(status=_status(count), coded=coded, dated=dated),
    )
    return project_networks.of(found, quotes=quotes, **options)


def _whole(desk: Desk, project: Project, view: View, count: Counts) -> Network:
    """Give the strongest nodes of the whole time and their ties."""
    return desk.kept(
        f"network {view} {count}",
        lambda: _strongest(_made(desk, project, view, count, None, None)),
    )


def _options(view: View, since: str | None, until: str | None) -> dict[str, Any]:
    from sayso.networks.spans import bounds

    start, stop = bounds(since, until)
    options = dict(_VIEWS[view])
    if start is not None:
        options["start"] = start
    if stop is not None:
        options["stop"] = stop
    return options


def _counted(project: Project, view: View, count: Counts) -> dict[str, Any]:
    """Give how many statements, or passages, there are, and how many in each step of time."""
    from sayso.networks.spans import timeline

    if view == "reuse":
        from sayso import project_takings

        taken = project.takings()
        table = project_takings.statements(taken)
        told = {"total": len(taken), "accepted": 0, "undated": 0}
    else:
        coded = view != "quotes"
        found = project.network_statements(status=_status(count), coded=coded, dated=True)
        told = {"total": found.total, "accepted": found.accepted, "undated": found.undated}
        table = found.statements
    steps = timeline(table)
    return told | {"unit": steps.unit, "steps": list(zip(steps.starts, steps.counts, strict=True))}


def _taking(one: Taking, names: Mapping[str, str]) -> dict[str, Any]:
    """Give a passage with where it stands, where it is likely to come from, and why.

    A source that the corpus does not have is named, and leads to where it is quoted.
    """
    there = (one.from_document, one.from_start, one.from_end)
    title = names.get(one.from_document, "")
    if not one.from_document:
        there = (one.document, one.start, one.end)
        title = f"{one.source} (not in this corpus)"
    return {
        "id": one.id,
        "document": one.document,
        "title": names.get(one.document, ""),
        "start": one.start,
        "end": one.end,
        "from": {
            "document": there[0],
            "title": title,
            "start": there[1],
            "end": there[2],
        },
        "exact": one.text,
        "shared": [[change.oldest, change.both] for change in one.shared],
    }


def _placed(made: Network) -> dict[str, Any]:
    from sayso.networks.layout import places

    points = places(made)
    strengths = _strengths(made, _ties(made, made))
    rows = len(made.rows)
    nodes = [
        {
            "name": name,
            "kind": "row" if nth < rows else "column",
            "strength": strengths[nth],
            "x": round(float(points[nth][0]), 4),
            "y": round(float(points[nth][1]), 4),
        }
        for nth, name in enumerate(_nodes(made))
    ]
    return {"nodes": nodes, "one_mode": made.one_mode}


def _nodes(made: Network) -> tuple[str, ...]:
    return made.rows if made.one_mode else made.rows + made.columns


def _within(
    desk: Desk, project: Project, whole: Network, view: View, count: Counts,
    since: str | None, until: str | None,
) -> dict[str, Any]:  # fmt: skip
    """Give the ties of a span, and how strong each node of the whole is in it."""
    try:
        made = _made(desk, project, view, count, since, until) if since or until else whole
    except UsageError as error:
        return {"ties": [], "strengths": [0.0] * len(_nodes(whole)), "missing": str(error)}
    ties = _ties(whole, made)
    return {"ties": ties, "strengths": _strengths(whole, ties), "missing": ""}


Tie = tuple[int, int, float]


def _ties(whole: Network, made: Network) -> list[Tie]:
    """Give the ties of a network by the places of its nodes in the whole."""
    row_at = {name: nth for nth, name in enumerate(whole.rows)}
    column_at = {name: len(row_at) + nth for nth, name in enumerate(whole.columns)}
    column_at = row_at if whole.one_mode else column_at
    return [
        (row_at[one], column_at[other], weight)
        for one, other, weight in made.edges()
        if one in row_at and other in column_at
    ]


def _strengths(whole: Network, ties: Sequence[Tie]) -> list[float]:
    found = [0.0] * len(_nodes(whole))
    for one, other, weight in ties:
        found[one] += abs(weight)
        found[other] += abs(weight)
    return found


def _strongest(made: Network) -> Network:
    """Keep the nodes with the strongest ties, as many as a page can show."""
    from dataclasses import replace

    import numpy as np

    across = np.abs(made.matrix())
    keep = [np.sort(np.argsort(-across.sum(axis=1), kind="stable")[:MOST])]
    keep.append(
        keep[0] if made.one_mode else np.sort(np.argsort(-across.sum(axis=0), kind="stable")[:MOST])
    )
    if len(keep[0]) == len(made.rows) and len(keep[1]) == len(made.columns):
        return made
    return replace(
        made,
        rows=tuple(made.rows[nth] for nth in keep[0]),
        columns=tuple(made.columns[nth] for nth in keep[1]),
        values=made.matrix()[np.ix_(keep[0], keep[1])],
    )
