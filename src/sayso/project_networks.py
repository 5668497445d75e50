"""Networks of a project's statements: who stands with whom, and who quotes whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.project_tables import table
from sayso.project_variables import attributes
from sayso.store.store import Store

if TYPE_CHECKING:
    from sayso.networks import Network, Statements

QUOTER = "quoted_by"
"""The variable of who quotes: the author, or within a quotation its speaker."""
QUOTES: Mapping[str, Any] = {
    "mode": "two", "rows": QUOTER, "columns": "actor", "qualifier": None, "aggregation": "ignore",
}  # fmt: skip
"""The settings of the network of who quotes whom, which needs no coding."""


@dataclass(frozen=True)
class Counted:
    """The statements a network is made of, and how many there are of which kind.

    `undated` are left out where a period or windows are asked for, and count otherwise.
    """

    statements: Statements
    total: int
    accepted: int
    undated: int


def counted(
    store: Store, *, status: str | Sequence[str] = (), coded: bool = True, dated: bool = False
) -> Counted:
    """Give the statements of a project as networks take them.

    Args:
        store: The project.
        status: Only statements of these statuses; all but rejected and replaced if empty.
        coded: Only statements that have a concept.
        dated: Leave out what has no date, as a period asks for.

    Raises:
        UsageError: There is none; the message says why, and the mend.
    """
    from sayso import networks
    from sayso.networks.times import NO_DATE, seconds

    columns = table(store, status=status, coded=coded)
    if not columns["id"]:
        raise UsageError(_missing(store, coded=coded))
    times = [_seconds(one, seconds, NO_DATE) for one in columns["date"]]
    known = [one for one in times if one != NO_DATE]
    earliest = min(known, default=0)
    columns["date"] = [one if one != NO_DATE else None if dated else earliest for one in times]
    accepted = columns["status"].count("accepted")
    # The names that Discourse Network Analyzer has for them.
    columns |= {f"document.{name}": columns[f"document.{of}"] for name, of in _ALIASES.items()}
    made = networks.from_columns(
        columns, kinds={"agreement": "boolean", **dict.fromkeys(_TEXTS, "text")},
        attributes=_attributes(store),
    )  # fmt: skip
    return Counted(made, len(times), accepted, len(times) - len(known))


_ALIASES = {"source": "published_in", "type": "kind"}
_TEXTS = (
    "actor", "quoted_by", "concept", "kind", "status", "document.title", "document.author",
    "document.kind", "document.published_in", "document.section", "document.source",
    "document.type",
)  # fmt: skip


def _attributes(store: Store) -> dict[str, dict[str, dict[str, str]]]:
    """Give the attributes of values; an actor has those of organisation and person."""
    found = attributes(store)
    found["actor"] = {**found.get("person", {}), **found.get("organization", {})}
    return found


def _seconds(value: Any, seconds: Any, nothing: int) -> int:
    try:
        return int(seconds(value))
    except ValueError:
        return nothing


def needs_concept(quotes: bool, options: Mapping[str, Any]) -> bool:
    """Say whether statements without a concept have no place in the network."""
    ends = {options.get("rows", "actor"), options.get("columns", "concept")}
    return not quotes and "concept" in ends


def network(
    store: Store, *, status: str | Sequence[str] = (), quotes: bool = False, **options: Any
) -> Network:
    """Make a network of a project's statements; see `Project.network`."""
    dated = options.get("start") is not None or options.get("stop") is not None
    found = counted(store, status=status, coded=needs_concept(quotes, options), dated=dated)
    return of(found, quotes=quotes, **options)


def of(found: Counted, *, quotes: bool = False, **options: Any) -> Network:
    """Make a network of statements that are counted already, for one span of time after another.

    Args:
        found: As `counted` gives them, `dated` where `options` have a start or a stop.
        quotes: Who quotes whom.
        options: As in `sayso.networks.Settings`.
    """
    from sayso import networks

    return networks.network(found.statements, **({**QUOTES, **options} if quotes else options))


def behind(
    store: Store, row: str, other: str, *, status: str | Sequence[str] = (), quotes: bool = False,
    **options: Any,
) -> list[str]:  # fmt: skip
    """Give the ids of the statements behind a tie; see `Project.behind`."""
    from sayso import networks

    dated = options.get("start") is not None or options.get("stop") is not None
    found = counted(store, status=status, coded=needs_concept(quotes, options), dated=dated)
    chosen = {**QUOTES, **options} if quotes else options
    return [one.statement for one in networks.behind(found.statements, row, other, **chosen)]


def shares(
    store: Store, variable: str, *, unit: str = "years", status: str | Sequence[str] = (),
    **options: Any,
) -> list[dict[str, Any]]:  # fmt: skip
    """Give positions over time; see `Project.positions`."""
    from sayso import networks

    found = counted(store, status=status, dated=True)
    if found.undated == found.total:
        raise UsageError(
            "None of the statements with a concept has a date. Give the documents dates "
            "(metadata.csv, column date)."
        )
    unit_: Any = unit
    return list(networks.shares(found.statements, variable, unit=unit_, **options))


def _missing(store: Store, *, coded: bool) -> str:
    """Say what a network lacks, and the mend."""
    total = int(store.one("SELECT count(*) FROM statement WHERE NOT hidden")[0])
    if not total:
        return "There are no statements yet. Add texts first."
    if not coded:
        return "None of the statements has a status that counts."
    return (
        f"None of the {total} statements has a concept yet. Give some one (page Read, key c), or "
        "ask for who quotes whom, which needs none."
    )
