"""Who takes from whom: shared passages as ties from each later text to its likely source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.project_whose import Given, Whose, is_named, third
from sayso.reuse.lineage import Shared, Wording, earlier, lineage
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
    likely, without it merely the earliest that is possible. Where several texts quote a third that
    the corpus does not have, `source` is what they call it and `from_document` is "".
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
    clusters: Iterable[Mapping[str, Any]],
    people: Mapping[str, tuple[str, str]],
    whose: Whose | None = None,
) -> list[Taking]:
    """Give every taking of the clusters that `Project.passages` gives.

    Two texts that quote a third are not tied to each other: each is tied to the text whose author
    it names, or else to what most of them call their source, unless they share a change.

    Args:
        clusters: With their members by date.
        people: By document, its author ("" where unknown) and title.
        whose: What the texts quote; without it, no text does.
    """
    made = []
    for cluster in clusters:
        members: Sequence[Mapping[str, Any]] = cluster["members"]
        wordings = [Wording(one["doc"], one["text"], one["date"]) for one in members]
        given = _given(members, whose)
        named = {at: _from_named(at, wordings, given[at], people) for at in given}
        quoting = [at for at in given if named[at] is None]
        outside = third([given[at] for at in quoting]) if len(quoting) > 1 else ""
        for at, (one, descent) in enumerate(zip(members, lineage(wordings), strict=True)):
            source = named.get(at)
            only_quotes = source is None and at in quoting and not descent.shared
            if only_quotes and (descent.source is None or descent.source in given):
                if outside:
                    made.append(_taking(one, None, outside, (), people))
                continue
            source = descent.source if source is None else source
            if source is None:
                continue
            shared = descent.shared if source == descent.source else ()
            earlier_one = members[source]
            made.append(
                _taking(one, earlier_one, _name(people, earlier_one["doc"]), shared, people)
            )
    return [one for one in made if one.taker != one.source]


def _given(members: Sequence[Mapping[str, Any]], whose: Whose | None) -> dict[int, Given]:
    """Give the places that are given as another's words."""
    if whose is None:
        return {}
    asked = ((at, whose.at(one["doc"], one["begin"], one["end"])) for at, one in enumerate(members))
    return {at: one for at, one in asked if one is not None}


def _from_named(
    at: int, wordings: Sequence[Wording], given: Given, people: Mapping[str, tuple[str, str]]
) -> int | None:
    """Give the earliest place whose author or title is named for the words; None where none is."""
    here = wordings[at]
    for other, one in enumerate(wordings[:at]):
        known = people.get(one.document, ("", ""))
        if one.document != here.document and is_named(given.names, *known):
            return other if earlier(one.date, here.date) else None
    return None


def _taking(
    one: Mapping[str, Any], other: Mapping[str, Any] | None, source: str,
    shared: tuple[Shared, ...], people: Mapping[str, tuple[str, str]],
) -> Taking:  # fmt: skip
    there: tuple[str, int, int] = ("", 0, 0)
    if other is not None:
        there = (other["doc"], other["begin"], other["end"])
    id_ = f"{one['doc']}:{one['begin']}-{one['end']}"
    return Taking(
        id_, _name(people, one["doc"]), source, one["doc"], one["begin"], one["end"], there[0],
        there[1], there[2], one["date"], one["text"], shared,
    )  # fmt: skip


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
