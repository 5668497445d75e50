"""Take over what another copy of a project holds: idempotent, and in either order the same."""

from __future__ import annotations

from sayso.store import acts, packing, versions
from sayso.store.store import Store

_ACT = "id, batch, coder, at, kind, target, before, after, why"


def merge(store: Store, other: Store) -> int:
    """Take over documents, records, statements and acts; give how many records and acts were new.

    Where both copies hold versions of a document, the later of one chain is the current one; of
    two that go apart it stays this project's, and decisions are carried over as to any version.
    """
    with store.write():
        new = _sources(store, other)
        _imported(store, other)
        added = _documents(store, other)
        new += len(added) + _readings(store, other) + _records(store, other)
        _statements(store, other)
        new += _acts(store, other)
        for old, current in _superseded(store, added):
            versions.carry(store, old, current)
    return new


def _sources(store: Store, other: Store) -> int:
    known = {row[0] for row in store.all("SELECT path FROM source WHERE current")}
    before = _count(store, "source")
    store.run_many(
        "INSERT INTO source (id, path, media_type, bytes, sha256, given, current)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        [
            (*row[:6], int(bool(row[6]) and row[1] not in known))
            for row in other.all(
                "SELECT id, path, media_type, bytes, sha256, given, current FROM source"
            )
        ],
    )
    return _count(store, "source") - before


def _imported(store: Store, other: Store) -> None:
    """Copy the tables of imported files; what was changed since is not known any more."""
    store.run_many(
        "INSERT INTO imported (source, kind, content, acts, documents) VALUES (?, ?, ?, -1, -1)"
        " ON CONFLICT (source) DO NOTHING",
        other.all("SELECT source, kind, content FROM imported ORDER BY rowid"),
    )


def _count(store: Store, table: str) -> int:
    return int(store.one(f"SELECT count(*) FROM {table}")[0])


def _documents(store: Store, other: Store) -> list[str]:
    """Copy the documents that are not here, older versions first; give their ids."""
    names = ", ".join([*packing.COLUMNS, "metadata", "characters", "pages", "current"])
    marks = ", ".join("?" * len(names.split(", ")))
    known = {row[0] for row in store.all("SELECT id FROM document")}
    here = {row[0] for row in store.all("SELECT key FROM document WHERE current")}
    added = []
    waiting = [
        row for row in other.all(f"SELECT {names} FROM document ORDER BY rowid")
        if row[0] not in known
    ]  # fmt: skip
    older = packing.COLUMNS.index("supersedes")
    key = packing.COLUMNS.index("key")
    while waiting:
        ready = [row for row in waiting if row[older] is None or row[older] in known]
        for row in ready or waiting[:1]:
            current = int(bool(row[-1]) and row[key] not in here)
            store.run(
                f"INSERT INTO document ({names}) VALUES ({marks})",
                [*row[:-1], current],
            )
            _body(store, other, row[0])
            known.add(row[0])
            added.append(row[0])
        waiting = [row for row in waiting if row[0] not in known]
    return added


def _body(store: Store, other: Store, document: str) -> None:
    store.run_many(
        "INSERT INTO body (document, text, raw, structure) VALUES (?, ?, ?, ?)",
        other.all(
            "SELECT document, text, raw, structure FROM body WHERE document = ?", (document,)
        ),
    )
    for start, stop, words in other.all(
        "SELECT start, stop, words FROM paragraph WHERE document = ? ORDER BY start", (document,)
    ):
        row = store.one(
            "INSERT INTO paragraph (document, start, stop, words) VALUES (?, ?, ?, ?) RETURNING id",
            (document, start, stop, words),
        )
        store.run("INSERT INTO found (rowid, words) VALUES (?, ?)", (row[0], words))


def _readings(store: Store, other: Store) -> int:
    before = _count(store, "reading")
    store.run_many(
        "INSERT INTO reading (id, document, reader, version, settings) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO NOTHING",
        other.all("SELECT id, document, reader, version, settings FROM reading ORDER BY rowid"),
    )
    return _count(store, "reading") - before


def _records(store: Store, other: Store) -> int:
    before = _count(store, "record")
    store.run_many(
        "INSERT INTO record (id, document, type, reading, start, stop, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document, type, id) DO NOTHING",
        other.all(
            "SELECT id, document, type, reading, start, stop, data FROM record ORDER BY rowid"
        ),
    )
    return _count(store, "record") - before


def _statements(store: Store, other: Store) -> None:
    """Copy what readers proposed; what people made comes with the acts."""
    rows = other.all("SELECT proposed FROM statement WHERE proposed IS NOT NULL ORDER BY rowid")
    store.run_many(
        "INSERT INTO statement (id, document, reading, kind, start, stop, score, speaker,"
        " speaker_folded, folded, status, concept, agreement, data, proposed, hidden)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
        " ON CONFLICT (id) DO UPDATE SET proposed = excluded.proposed WHERE proposed IS NULL",
        [
            (*packing.statement_row(packing.record_of("statement", proposed)), proposed)
            for (proposed,) in rows
        ],
    )


def _acts(store: Store, other: Store) -> int:
    """Copy the acts and work out all that follows from them."""
    before = _count(store, "act")
    store.run_many(
        f"INSERT INTO act ({_ACT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        other.all(f"SELECT {_ACT} FROM act ORDER BY at, id"),
    )
    new = _count(store, "act") - before
    everything = acts.everything(store)
    store.run("DELETE FROM batch")
    store.run_many(
        "INSERT INTO batch (id, coder, at, state) VALUES (?, ?, ?, ?)",
        [(id_, *values) for id_, values in acts.batches(everything).items()],
    )
    acts.derive(store, (one.target for one in everything))
    return new


def _superseded(store: Store, added: list[str]) -> list[tuple[str, str]]:
    """Settle which version of each document that came is current; give (older, current) pairs."""
    pairs = []
    for id_ in added:
        key, current = store.one("SELECT key, current FROM document WHERE id = ?", (id_,))
        if current:
            continue
        ours = store.maybe("SELECT id FROM document WHERE key = ? AND current", (key,))
        if ours is None:
            continue
        if ours[0] in _chain(store, id_):
            store.run("UPDATE document SET current = 0 WHERE id = ?", (ours[0],))
            store.run("UPDATE document SET current = 1 WHERE id = ?", (id_,))
            store.run(
                "UPDATE source SET current = (id = (SELECT source FROM document WHERE id = ?))"
                " WHERE path = (SELECT path FROM source JOIN document ON"
                " document.source = source.id WHERE document.id = ?)",
                (id_, id_),
            )
            pairs.append((ours[0], id_))
        elif id_ not in _chain(store, ours[0]):
            pairs.append((id_, ours[0]))
    return pairs


def _chain(store: Store, id_: str) -> set[str]:
    """Give the versions that a document replaces, one after the other."""
    found: set[str] = set()
    at: str | None = id_
    while at is not None and at not in found:
        found.add(at)
        row = store.maybe("SELECT supersedes FROM document WHERE id = ?", (at,))
        at = row[0] if row else None
    return found - {id_}
