"""What a project's readers found of each actor, before any judgement."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from sayso.model import Actor, ActorKind
from sayso.project_tables import Who, names_nobody
from sayso.store import packing, statements
from sayso.store.store import Store


@dataclass
class Counted:
    """One actor as it was read: its written forms, how often it stands where, what it says."""

    name: str
    kind: ActorKind
    names: dict[str, None]
    documents: Counter[str]
    statements: int = 0
    mentions: int = 0

    @property
    def written(self) -> int:
        """Say how often it stands in the documents, speaking or named."""
        return self.statements + self.mentions


_KEPT: WeakKeyDictionary[Store, tuple[tuple[Any, ...], dict[str, Counted]]] = WeakKeyDictionary()


def counted(store: Store) -> dict[str, Counted]:
    """Give the actors of a project by id, not to be changed.

    Counting walks through all statements, and a judgement changes none of them: what was counted
    is kept until documents, readings or decisions on statements change.
    """
    state = _state(store)
    kept = _KEPT.get(store)
    if kept is None or kept[0] != state:
        kept = _KEPT[store] = (state, _count(store))
    return kept[1]


_BY: WeakKeyDictionary[Store, tuple[tuple[Any, ...], dict[str, list[str]]]] = WeakKeyDictionary()


def said_by(store: Store) -> dict[str, list[str]]:
    """Give the ids of the statements of each actor, of every status, before any judgement.

    Kept as `counted` is.
    """
    state = _state(store)
    kept = _BY.get(store)
    if kept is None or kept[0] != state:
        found: dict[str, list[str]] = {}
        who = Who(store)
        for one in statements.found(store, statements.chosen()):
            id_, name = who.of(one)
            if id_ is not None and name is not None:
                found.setdefault(id_, []).append(one.id)
        kept = _BY[store] = (state, found)
    return kept[1]


def _state(store: Store) -> tuple[Any, ...]:
    """Give what changes with everything that is counted."""
    about_actors = "SELECT batch FROM act WHERE kind IN ('same', 'rename')"
    others = store.one(
        "SELECT count(*) FROM act WHERE kind NOT IN ('same', 'rename')"
        f" AND NOT (kind IN ('undo', 'redo') AND target IN ({about_actors}))"
    )
    records = store.one("SELECT count(*), max(rowid) FROM record")
    said = store.one("SELECT count(*), max(rowid) FROM statement")
    read = store.one("SELECT count(*), max(finished) FROM job")  # what is read again takes places
    texts = store.all("SELECT id, current, author, signed FROM document ORDER BY id")
    return *others, *records, *said, *read, hash(tuple(map(tuple, texts)))


def _count(store: Store) -> dict[str, Counted]:
    found: dict[str, Counted] = {}
    _actors(store, found)
    _mentions(store, found)
    _speakers(store, found)
    return found


def _actors(store: Store, found: dict[str, Counted]) -> None:
    for document, data in store.all(
        "SELECT record.document, data FROM record"
        " JOIN document ON document.id = record.document"
        " WHERE document.current AND type = 'actor' ORDER BY document.key, record.rowid"
    ):
        one: Actor = packing.record_of("actor", data)
        if one.kind == "unnamed" and names_nobody(one.name):
            continue
        known = found.setdefault(one.id, Counted(one.name, one.kind, {}, Counter()))
        known.names |= dict.fromkeys((one.name, *one.names))
        known.documents[document] += 0


def _mentions(store: Store, found: dict[str, Counted]) -> None:
    for document, id_, count in store.all(
        "SELECT record.document, json_extract(data, '$.actor'), count(*) FROM record"
        " JOIN document ON document.id = record.document"
        " WHERE document.current AND type = 'mention'"
        " AND json_extract(data, '$.actor') IS NOT NULL GROUP BY 1, 2"
    ):
        if id_ in found:
            found[id_].mentions += count
            found[id_].documents[document] += count


def _speakers(store: Store, found: dict[str, Counted]) -> None:
    """Count statements, and make an unnamed actor of speakers that no reader resolved."""
    who = Who(store)
    wanted = statements.chosen(status=("proposed", "accepted"))
    for one in statements.found(store, wanted):
        id_, name = who.of(one)
        if id_ is None or name is None:
            continue
        kind: ActorKind = who.author_kind(id_) or "unnamed"
        known = found.setdefault(id_, Counted(name, kind, {name: None}, Counter()))
        known.statements += 1
        known.documents[one.document] += 1
