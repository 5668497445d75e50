"""Work out again whatever a project derives, and hold it against what it keeps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.errors import AnchorError, ProjectDamagedError, StoreError
from sayso.model import Document, Span, document_id, statement_id
from sayso.store import acts, documents, packing
from sayso.store.store import Store
from sayso.text import Edits

_MOST = 200


def verify(store: Store) -> list[str]:
    """Give what is wrong, a line each, two hundred at most; nothing where the project is sound."""
    found = []
    for line in _wrong(store):
        found.append(line)
        if len(found) == _MOST:
            return [*found, "There is more; take the project from a snapshot."]
    return found


def _wrong(store: Store) -> Iterator[str]:
    yield from _database(store)
    for id_, key in store.all("SELECT id, key FROM document ORDER BY key, id"):
        try:
            yield from _document(store, documents.get(store, id_))
        except ProjectDamagedError as error:
            yield f"{key}: {error}"
    yield from _acts(store)
    yield from _search_index(store)


def _database(store: Store) -> Iterator[str]:
    for (line,) in store.all("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The file is damaged: {line}"
    for table, row, parent, _ in store.all("PRAGMA foreign_key_check"):
        yield f"Row {row} of {table} names something of {parent} that is not there."


def _document(store: Store, document: Document) -> Iterator[str]:
    name = f"{document.key} ({document.id[:8]})"
    text = document.text
    if document_id(document.key, text) != document.id:
        yield f"{name}: its text is not the one that was read."
    try:
        Edits(document.pieces, text_size=len(text), raw_size=len(document.raw))
    except AnchorError as error:
        yield f"{name}: {error}"
    for start, stop, words in store.all(
        "SELECT start, stop, words FROM paragraph WHERE document = ?", (document.id,)
    ):
        if packing.searched(text[start:stop]) != words:
            yield f"{name}: the search index holds other words at {start}-{stop}."
    for type_, data in store.all(
        "SELECT type, data FROM record WHERE document = ?", (document.id,)
    ):
        yield from _anchors(name, type_, packing.record_of(type_, data), text)
    for (data,) in store.all("SELECT data FROM statement WHERE document = ?", (document.id,)):
        yield from _anchors(name, "statement", packing.record_of("statement", data), text)
    for data, proposed in store.all(
        "SELECT id, proposed FROM statement WHERE document = ? AND proposed IS NOT NULL",
        (document.id,),
    ):
        one = packing.record_of("statement", proposed)
        if data not in (one.id, statement_id(document.id, one.content, one.kind)):
            yield f"{name}: statement {data} does not have the id of its words."


def _anchors(name: str, type_: str, record: Any, text: str) -> Iterator[str]:
    for one in spans(record):
        if text[one.start : one.end] != one.exact:
            yield f"{name}: a {type_} is anchored to other words at {one.start}-{one.end}."


def spans(record: Any) -> Iterator[Span]:
    """Give all spans of a record, whatever its type."""
    for name in ("content", "speakers", "cue", "reference", "span", "marker", "body"):
        value = getattr(record, name, None)
        if isinstance(value, Span):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, Span))


def _acts(store: Store) -> Iterator[str]:
    everything = acts.everything(store)
    states = acts.batches(everything)
    kept = {id_: (coder, at, state) for id_, coder, at, state in store.all(
        "SELECT id, coder, at, state FROM batch"
    )}  # fmt: skip
    for id_ in sorted(states.keys() | kept.keys()):
        if states.get(id_) != kept.get(id_):
            yield f"Batch {id_} is kept as {kept.get(id_)}, its acts make it {states.get(id_)}."
    counting = [one for one in everything if states.get(one.batch, ("", "", ""))[2] == "done"]
    derived = {place: packing.dumps(value) for place, (value, _) in acts.state(counting).items()}
    held = {(row[0], row[1]): row[2] for row in store.all("SELECT target, field, value FROM state")}
    for place in sorted(derived.keys() | held.keys()):
        if derived.get(place) != held.get(place):
            yield f"{place[1]} of {place[0]} is kept otherwise than its acts say."
    for id_, status, concept, agreement, data in store.all(
        "SELECT id, status, concept, agreement, data FROM statement"
    ):
        base = packing.record_of("statement", data)
        for field, value in (("status", status), ("concept", concept), ("agreement", agreement)):
            said = derived.get((id_, field))
            wanted = getattr(base, field) if said is None else packing.loads(said)
            if value != wanted:
                yield f"{field} of statement {id_} is {value!r}, its acts make it {wanted!r}."


def _search_index(store: Store) -> Iterator[str]:
    if store.read_only:
        return
    try:
        with store.write():
            store.run("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        yield f"The search index is damaged: {error}"
