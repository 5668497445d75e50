"""Who takes from whom: shared passages as ties from each later text to its likely source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import Indel

from sayso.errors import UsageError
from sayso.project_cited import Known
from sayso.project_whose import Given, Whose, is_named, third
from sayso.reuse.lineage import Descent, Shared, Wording, earlier, lineage
from sayso.store.store import Store

if TYPE_CHECKING:
    from sayso.networks import Network, Statements

_SPELLING = 0.8
"""Likeness of letters, 0 to 1, from which on two words are one in two spellings."""
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


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one place of a shared passage is likely to have its words.

    `source` is the earlier place, by its number among the members; None where none is proposed.
    `outside` is what the texts call a source that the corpus does not have. `common` says why an
    earlier place with the same words is not proposed: both may have them from a third text.
    """

    source: int | None = None
    outside: str = ""
    common: str = ""
    shared: tuple[Shared, ...] = ()


def origins(
    clusters: Sequence[Mapping[str, Any]],
    people: Mapping[str, tuple[str, str]],
    whose: Whose | None = None,
) -> list[list[Origin]]:
    """Say of each place of each shared passage where it is likely to have its words.

    An earlier place is proposed where the text names its author, or where both have a change
    against the oldest. Otherwise it is proposed only where the words seem to be its own: they are
    not where it quotes them, where either names a document that has them ("the sixth article
    declares"), where a text of the corpus gives them as the words of such a document, or where both
    only cite the same work.

    Args:
        clusters: As `Project.passages` gives them, with their members by date.
        people: By document, its author ("" where unknown) and title.
        whose: What the texts quote; without it, no text does.
    """
    descents = [lineage(_wordings(one["members"])) for one in clusters]
    known = Known(_of_documents(clusters, descents, whose) if whose else ())
    return [
        _origins(one["members"], descent, people, whose, known)
        for one, descent in zip(clusters, descents, strict=True)
    ]


def _wordings(members: Sequence[Mapping[str, Any]]) -> list[Wording]:
    return [Wording(one["doc"], one["text"], one["date"]) for one in members]


def _of_documents(
    clusters: Sequence[Mapping[str, Any]], descents: Sequence[Sequence[Descent]], whose: Whose
) -> Iterator[str]:
    """Give what texts give as the words of a document, in every wording that the clusters have."""
    yield from whose.of_documents
    for cluster, descent in zip(clusters, descents, strict=True):
        alike = {at for at, one in enumerate(descent) if one.source is not None}
        alike |= {one.source for one in descent if one.source is not None}
        members = [cluster["members"][at] for at in sorted(alike)]
        if any(whose.cited(one["doc"], one["begin"]) for one in members):
            yield from (one["text"] for one in members)


def _origins(
    members: Sequence[Mapping[str, Any]], descents: Sequence[Descent],
    people: Mapping[str, tuple[str, str]], whose: Whose | None, known: Known,
) -> list[Origin]:  # fmt: skip
    wordings = _wordings(members)
    given = _given(members, whose)
    named = {at: _from_named(at, wordings, given[at], people) for at in given}
    quoting = [at for at in given if named[at] is None]
    outside = third([given[at] for at in quoting]) if len(quoting) > 1 else ""
    made: list[Origin] = []
    for at, descent in enumerate(descents):
        source = named.get(at)
        only_quotes = source is None and at in quoting and not descent.shared
        if source is not None:
            shared = descent.shared if source == descent.source else ()
            made.append(Origin(source, shared=shared))
        elif only_quotes and outside and (descent.source is None or descent.source in given):
            made.append(Origin(outside=outside))
        elif descent.source is None or any(map(_telling, descent.shared)):
            made.append(Origin(descent.source, shared=descent.shared))
        else:
            common = made[descent.source].common
            common = common or _common(at, descent.source, members, given, whose, known)
            made.append(
                Origin(common=common) if common else Origin(descent.source, shared=descent.shared)
            )
    return made


def _telling(change: Shared) -> bool:
    """Say whether a change is more than a spelling, which a third text may have as well."""
    return Indel.normalized_similarity(change.oldest, change.both) < _SPELLING


def _common(
    at: int, source: int, members: Sequence[Mapping[str, Any]], given: Mapping[int, Given],
    whose: Whose | None, known: Known,
) -> str:  # fmt: skip
    """Say why two places may have their words from a third text, "" where nothing says so."""
    if whose is None:
        return ""
    pair = (members[at], members[source])
    if all(whose.is_reference(one["doc"], one["begin"], one["end"]) for one in pair):
        return "both cite the same work"
    for one in pair:
        cited = whose.cited(one["doc"], one["begin"])
        if cited:
            return f"“{cited}” is named for the words in {one['title']}"
    if source in given:
        return f"{members[source]['title']} quotes the words too"
    if known.has(members[at]["text"]):
        return "the words are quoted elsewhere as those of a document"
    return ""


def takings(
    clusters: Sequence[Mapping[str, Any]],
    people: Mapping[str, tuple[str, str]],
    origins_: Sequence[Sequence[Origin]],
) -> list[Taking]:
    """Give every taking of the clusters that `Project.passages` gives.

    Where texts quote a source that the corpus does not have, each is tied to what most call it.

    Args:
        clusters: With their members by date.
        people: By document, its author ("" where unknown) and title.
        origins_: Of each cluster, what `origins` says of its members.
    """
    made = []
    for cluster, found in zip(clusters, origins_, strict=True):
        members: Sequence[Mapping[str, Any]] = cluster["members"]
        for one, origin in zip(members, found, strict=True):
            if origin.source is not None:
                other = members[origin.source]
                made.append(_taking(one, other, _name(people, other["doc"]), origin.shared, people))
            elif origin.outside:
                made.append(_taking(one, None, origin.outside, (), people))
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
