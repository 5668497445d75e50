"""Sources, documents, readings and their records in a project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import NotFoundError
from sayso.model import Actor, Document, Failure, Json, Reading, Record, Source, plain
from sayso.store import packing
from sayso.store.packing import PackedDocument, PackedReading
from sayso.store.store import Store

_DOCUMENT = ", ".join(packing.COLUMNS)
_INSERT_STATEMENT = (
    "INSERT INTO statement (id, document, reading, kind, start, stop, score, speaker,"
    " speaker_folded, folded, status, concept, agreement, data, proposed, hidden)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
)


def add_source(store: Store, source: Source, given: Mapping[str, Json]) -> None:
    """Keep a source, with what a spreadsheet says of it, as the current file at its path."""
    store.run("UPDATE source SET current = 0 WHERE path = ? AND id <> ?", (source.path, source.id))
    store.run(
        "INSERT INTO source (id, path, media_type, bytes, sha256, given, current)"
        " VALUES (?, ?, ?, ?, ?, ?, 1)"
        " ON CONFLICT (id) DO UPDATE SET given = excluded.given, current = 1",
        (
            source.id, packing.clean(source.path), source.media_type, source.bytes, source.sha256,
            packing.dumps(plain(given)),
        ),
    )  # fmt: skip


def sources(store: Store) -> list[tuple[Source, str]]:
    """Give the current sources, each with the JSON of what a spreadsheet said of it."""
    rows = store.all(
        "SELECT id, path, media_type, bytes, sha256, given FROM source WHERE current ORDER BY path"
    )
    return [(Source(*row[:5]), row[5]) for row in rows]


def add(store: Store, packed: PackedDocument, *, anew: bool = False) -> str | None:
    """Keep a document with its readings; give the id of the version it replaces, if any.

    A document that is there already gets its columns from the newer reading and keeps its
    records: nothing is stored twice. `anew`: it was read as a whole, and what the same readers
    found before and nobody decided about goes.
    """
    document = packed.document
    before = store.maybe(
        "SELECT id FROM document WHERE key = ? AND current AND id <> ?",
        (packing.clean(document.key), document.id),
    )
    replaced: str | None = before[0] if before else None
    known = store.maybe("SELECT supersedes FROM document WHERE id = ?", (document.id,))
    if replaced:
        store.run("UPDATE document SET current = 0 WHERE id = ?", (replaced,))
    if known is None:
        _insert(store, packed, supersedes=replaced)
    else:
        _update(store, packed)
        if anew:
            _take_away(store, packed)
    for reading in packed.readings:
        _add_reading(store, document.id, reading)
        if anew and known is not None:  # also one that was there already is the latest now
            store.run(
                "UPDATE reading SET rowid = (SELECT max(rowid) + 1 FROM reading) WHERE id = ?",
                (reading.reading.id,),
            )
    return replaced


def _take_away(store: Store, packed: PackedDocument) -> None:
    """Take away what the readers of this reading found before in the same document.

    What people decided about stays, with the statements that it lies in; so does what waits in the
    tray, and what other readers found. Actors stay: judgements may name them.
    """
    document = packed.document.id
    readers = [one.reading.reader for one in packed.readings]
    marks = ", ".join("?" * len(readers))
    before = (
        f"document = ? AND reading IN (SELECT id FROM reading WHERE document = ?"
        f" AND reader IN ({marks}))"
    )
    given = [document, document, *readers]
    rows = store.all(
        "SELECT id, data FROM statement WHERE document = ? AND (proposed IS NULL"
        " OR id IN (SELECT target FROM act) OR id IN (SELECT statement FROM tray))",
        (document,),
    )
    kept = {row[0] for row in rows}
    while rows:
        over = {packing.record_of("statement", data).parent for _, data in rows} - {None} - kept
        kept |= over
        rows = [
            row for one in over
            if (row := store.maybe("SELECT id, data FROM statement WHERE id = ?", (one,)))
        ]  # fmt: skip
    gone = [
        row for row in store.all(f"SELECT id FROM statement WHERE {before}", given)
        if row[0] not in kept
    ]  # fmt: skip
    store.run_many("DELETE FROM statement WHERE id = ?", gone)
    store.run(
        f"DELETE FROM record WHERE {before} AND type <> 'actor'"
        " AND id NOT IN (SELECT target FROM act)",
        given,
    )
    store.run(
        f"DELETE FROM reading WHERE document = ? AND reader IN ({marks})"
        " AND id NOT IN (SELECT reading FROM record WHERE document = ?)"
        " AND id NOT IN (SELECT reading FROM statement WHERE document = ?)",
        [document, *readers, document, document],
    )


def _columns(packed: PackedDocument, supersedes: str | None) -> list[Any]:
    document = replace(packed.document, supersedes=supersedes)
    values = [getattr(document, name) for name in packing.COLUMNS]
    return [packing.clean(one) if isinstance(one, str) else one for one in values]


def _insert(store: Store, packed: PackedDocument, *, supersedes: str | None) -> None:
    document = packed.document
    pages = len(packing.loads(packed.structure)["raw_pages"])
    marks = ", ".join("?" * (len(packing.COLUMNS) + 4))
    store.run(
        f"INSERT INTO document ({_DOCUMENT}, metadata, characters, pages, current)"
        f" VALUES ({marks})",
        [*_columns(packed, supersedes), packed.metadata, len(document.text), pages, 1],
    )
    raw = None if document.raw == document.text else document.raw
    store.run(
        "INSERT INTO body (document, text, raw, structure) VALUES (?, ?, ?, ?)",
        (document.id, document.text, raw, packed.structure),
    )
    for start, stop, words in packed.paragraphs:
        row = store.one(
            "INSERT INTO paragraph (document, start, stop, words) VALUES (?, ?, ?, ?) RETURNING id",
            (document.id, start, stop, words),
        )
        store.run("INSERT INTO found (rowid, words) VALUES (?, ?)", (row[0], words))


def _update(store: Store, packed: PackedDocument) -> None:
    kept = ("id", "key", "supersedes")
    names = [name for name in packing.COLUMNS if name not in kept]
    values = dict(zip(packing.COLUMNS, _columns(packed, None), strict=True))
    changes = ", ".join(f"{name} = ?" for name in names)
    store.run(
        f"UPDATE document SET {changes}, metadata = ?, current = 1 WHERE id = ?",
        [*(values[name] for name in names), packed.metadata, packed.document.id],
    )


def add_reading_row(store: Store, reading: Reading) -> None:
    """Keep a reading; nothing happens where it is there already."""
    store.run(
        "INSERT INTO reading (id, document, reader, version, settings) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO NOTHING",
        (
            reading.id, reading.document, reading.reader, reading.version,
            packing.dumps(plain(reading.settings)),
        ),
    )  # fmt: skip


def _add_reading(store: Store, document: str, packed: PackedReading) -> None:
    reading = packed.reading
    add_reading_row(store, reading)
    store.run_many(
        "INSERT INTO record (id, document, type, reading, start, stop, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document, type, id) DO NOTHING",
        [
            (id_, document, type_, reading.id, start, stop, data)
            for id_, type_, start, stop, data in packed.records
        ],
    )
    store.run_many(
        # A person may have made the very statement before a reader proposed it.
        f"{_INSERT_STATEMENT} ON CONFLICT (id) DO UPDATE SET proposed = excluded.proposed"
        " WHERE proposed IS NULL",
        [(*row, row[-1]) for row in packed.statements],
    )


def get(store: Store, id_: str) -> Document:
    """Give a document, whole.

    Raises:
        NotFoundError: There is none of this id.
        ProjectDamagedError: Its text and structure do not fit each other.
    """
    row = store.maybe(
        f"SELECT {_DOCUMENT}, metadata, text, raw, structure"
        " FROM document JOIN body ON body.document = document.id WHERE document.id = ?",
        (id_,),
    )
    if row is None:
        raise NotFoundError(f"There is no document {id_!r} in this project.")
    return _document(row)


def current(store: Store) -> Iterator[Document]:
    """Give the current version of every document, by key, one at a time."""
    for row in store.all("SELECT id FROM document WHERE current ORDER BY key, id"):
        yield get(store, row[0])


def _document(row: tuple[Any, ...]) -> Document:
    values = dict(zip([*packing.COLUMNS, "metadata"], row[:-3], strict=True))
    text, raw, structure = row[-3:]
    return packing.document_of(values, text, text if raw is None else raw, structure)


def readings(store: Store, document: str | None = None) -> list[Reading]:
    """Give the readings of the current documents, or of one document."""
    where, values = _of(document)
    rows = store.all(
        "SELECT reading.id, reading.document, reader, version, settings FROM reading"
        f" JOIN document ON document.id = reading.document WHERE {where}"
        " ORDER BY document.key, reading.rowid",
        values,
    )
    return [
        Reading(id_, of, reader, version, packing.loads(settings))
        for id_, of, reader, version, settings in rows
    ]


def records(store: Store, type_: str | None, document: str | None = None) -> list[Record]:
    """Give what readers found, statements left out, by document and place.

    Actors and works have no place and come once, with all the names that documents give them.
    """
    where, values = _of(document)
    if type_ is not None:
        where, values = f"{where} AND type = ?", [*values, type_]
    rows = store.all(
        "SELECT type, data FROM record JOIN document ON document.id = record.document"
        f" WHERE {where} ORDER BY document.key, start, stop DESC, record.rowid",
        values,
    )
    return list(_united(packing.record_of(type_, data) for type_, data in rows))


def _of(document: str | None) -> tuple[str, list[Any]]:
    return ("document.current", []) if document is None else ("document.id = ?", [document])


def _united(found: Iterable[Any]) -> Iterator[Record]:
    """Give each actor and work once; an actor has the written forms of all documents."""
    placed: list[Record] = []
    united: dict[str, Any] = {}
    for record in found:
        if record.type in ("actor", "work"):
            before = united.get(record.id)
            united[record.id] = record if before is None else _both(before, record)
        else:
            placed.append(record)
    yield from united.values()
    yield from placed


def _both(one: Any, other: Any) -> Any:
    if isinstance(one, Actor):
        return replace(one, names=tuple(dict.fromkeys([*one.names, *other.names])))
    return one


def replace_failures(store: Store, path: str, failures: Iterable[Failure]) -> None:
    """Keep the failures of one path in the place of those it had."""
    path = packing.clean(path)
    store.run("DELETE FROM failure WHERE path = ?", (path,))
    store.run_many(
        "INSERT OR IGNORE INTO failure (id, source, path, stage, message) VALUES (?, ?, ?, ?, ?)",
        [
            (one.id, packing.clean(one.source), path, one.stage, packing.clean(one.message))
            for one in failures
        ],
    )


def failures(store: Store) -> list[tuple[str, Failure]]:
    """Give the failures, each with the path it belongs to."""
    rows = store.all("SELECT path, id, source, stage, message FROM failure ORDER BY path, stage")
    return [(row[0], Failure(*row[1:])) for row in rows]
