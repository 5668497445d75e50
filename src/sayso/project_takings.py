"""Who takes from whom: shared passages as ties from each later text to its likely source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.reuse.lineage import Shared, Wording, lineage
from sayso.store.store import Store

if TYPE_CHECKING:
    from sayso.networks import Network, Statements

TAKES: Mapping[str, Any] = {
    "mode": "two", "rows": "actor", "columns": "source", "qualifier": None, "aggregation": "ignore",
}  # fmt: skip
"""The settings of the network of who takes from whom: a tie is as strong as passages are many."""
NOTHING = (
    "No passage stands in two documents of which one is dated before the other. Give the "
    "documents dates (metadata.csv, column date), or look at the page Passages."
)


@dataclass(frozen=True, slots=True)
class Taking:
    """A passage that one text is likely to have from an earlier one of the corpus.

    `taker` and `source` are the authors, or the titles where no author is known. Spans are code
    points. `shared` are changes that both have against the oldest wording: with one the way is
    likely, without it merely the earliest that is possible.
    """

    id: str
    taker: str
    source: str
    document: str
    start: int
    end: int
    from_document: str
    from_start: int
    from_end: int
    date: str | None
    text: str
    shared: tuple[Shared, ...]


def takings(
    clusters: Iterable[Mapping[str, Any]], people: Mapping[str, tuple[str, str]]
) -> list[Taking]:
    """Give every taking of the clusters that `Project.passages` gives.

    Args:
        clusters: With their members by date.
        people: By document, its author ("" where unknown) and title.
    """
    made = []
    for cluster in clusters:
        members: Sequence[Mapping[str, Any]] = cluster["members"]
        wordings = [Wording(one["doc"], one["text"], one["date"]) for one in members]
        for one, descent in zip(members, lineage(wordings), strict=True):
            if descent.source is None:
                continue
            earlier = members[descent.source]
            taker, source = _name(people, one["doc"]), _name(people, earlier["doc"])
            if taker != source:
                id_ = f"{one['doc']}:{one['begin']}-{one['end']}"
                made.append(
                    Taking(
                        id_, taker, source, one["doc"], one["begin"], one["end"], earlier["doc"],
                        earlier["begin"], earlier["end"], one["date"], one["text"], descent.shared,
                    )
                )  # fmt: skip
    return made


def people(store: Store) -> dict[str, tuple[str, str]]:
    """Give author and title of each current document."""
    rows = store.all(
        "SELECT id, coalesce(author, signed, ''), coalesce(title, key) FROM document WHERE current"
    )
    return {id_: (author, title) for id_, author, title in rows}


def _name(people: Mapping[str, tuple[str, str]], document: str) -> str:
    author, title = people.get(document, ("", document))
    return author or title


def statements(found: Sequence[Taking]) -> Statements:
    """Give the takings as the table that `sayso.networks` makes networks of.

    Raises:
        UsageError: There is none.
    """
    from sayso import networks

    if not found:
        raise UsageError(NOTHING)
    columns: dict[str, Sequence[Any]] = {
        "id": [one.id for one in found],
        "document": [one.document for one in found],
        "date": [_moment(one.date) for one in found],
        "actor": [one.taker for one in found],
        "source": [one.source for one in found],
        "shared": [len(one.shared) for one in found],
    }
    return networks.from_columns(columns, kinds={"actor": "text", "source": "text"})


def _moment(date: str | None) -> int:
    """Give when a date begins; a season, or a date that is none, counts from its year."""
    from sayso.networks.times import seconds

    try:
        return seconds(date)
    except ValueError:
        return seconds((date or "")[:4])


def network(found: Sequence[Taking], **options: Any) -> Network:
    """Make the network of who takes from whom.

    Raises:
        UsageError: There is no taking, or the options contradict each other.
    """
    from sayso import networks

    return networks.network(statements(found), **{**TAKES, **options})


def behind(found: Sequence[Taking], row: str, other: str, **options: Any) -> list[Taking]:
    """Give the takings behind a tie, in order of time."""
    from sayso import networks

    by_id = {one.id: one for one in found}
    listed = networks.behind(statements(found), row, other, **{**TAKES, **options})
    return [by_id[one.statement] for one in listed]
