"""Options of `sayso network` that do not go together: the reason, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import click


def refuse_contradictions(asked: Mapping[str, Any]) -> None:
    """Refuse options of which one would be passed over, with the reason and the mend.

    Raises:
        click.UsageError: Two of them make no sense together.
    """
    for wrong, message in _CONTRADICTIONS:
        if wrong(asked):
            raise click.UsageError(message)


def _is(name: str, *values: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda asked: asked[name] in values


def _all(*conditions: Callable[[Mapping[str, Any]], bool]) -> Callable[[Mapping[str, Any]], bool]:
    return lambda asked: all(one(asked) for one in conditions)


def _given(name: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda asked: bool(asked[name])


def _without(name: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda asked: not asked[name]


def _ends_in(*endings: str) -> Callable[[Mapping[str, Any]], bool]:
    return lambda asked: (
        asked["output"] is not None and asked["output"].suffix.lower() in endings
    )  # fmt: skip


def _backwards(asked: Mapping[str, Any]) -> bool:
    from sayso.networks.times import seconds

    try:
        return bool(
            asked["since"] and asked["until"]
            and seconds(asked["since"]) >= seconds(asked["until"])
        )  # fmt: skip
    except ValueError:
        return False  # said later, with the date that is none


_UNCODED = _is("mode", "quotes", "reuse")
_EVENTS = _is("mode", "events")
_CONTRADICTIONS: tuple[tuple[Callable[[Mapping[str, Any]], bool], str], ...] = (
    (_all(_UNCODED, _given("dna")),
     "--mode quotes and reuse count the quotations and shared passages of a project, which a .dna "
     "file does not hold; choose --mode one or two, or a project with -p."),
    (lambda asked: _UNCODED(asked) and asked["aggregation"] != "ignore",
     "--mode quotes and reuse count no positions, so no --aggregation; leave it out."),
    (_all(_UNCODED, _given("qualifier")),
     "--mode quotes and reuse count no positions, so no --qualifier; leave it out."),
    (_all(_UNCODED, _given("compat")),
     "Discourse Network Analyzer knows no --mode quotes or reuse; leave out --compat."),
    (_all(_is("mode", "reuse"), _given("status")),
     "--mode reuse counts shared passages, which have no --status; leave it out."),
    (_all(_given("dna"), _given("status")),
     "The statements of a .dna file have no --status; leave it out, or import the file into a "
     "project (sayso import)."),
    (_all(_given("project"), _given("statement_type")),
     "--type belongs to a .dna file; name it when it is imported (sayso import --type)."),
    (_all(_given("size"), _without("window")),
     "--size is the length of a window; add --window, for example --window months."),
    (_all(_EVENTS, _given("window")),
     "--mode events lists statements in order of time, so no --window; choose --mode one or two."),
    (_all(_EVENTS, _given("isolates")),
     "--mode events lists statements, so there are no nodes to keep; leave out --isolates."),
    (lambda asked: _EVENTS(asked) and asked["aggregation"] == "ignore" and bool(asked["qualifier"])
     and asked["qualifier"] != "none" and asked["duplicates"] != "include",
     "Under --aggregation ignore two statements with different values of the --qualifier are "
     "duplicates; choose --aggregation subtract, or --qualifier none."),
    (lambda asked: bool(asked["qualifier"]) and asked["qualifier"] != "none"
     and asked["aggregation"] == "ignore" and asked["normalization"] != "jaccard"
     and not _EVENTS(asked),
     "--aggregation ignore passes over the --qualifier; choose another --aggregation, or leave "
     "the qualifier out."),
    (_all(_EVENTS, _given("output"), lambda asked: not _ends_in(".csv")(asked)),
     "A list of events is written as .csv; choose such a name for -o."),
    (_all(_given("output"), _given("as_json")),
     "-o writes a file and --json prints; choose one of the two."),
    (_backwards, "--until names the first date that counts no more, and must lie after --since."),
)  # fmt: skip
"""Options that do not go together, and what to do instead."""
