"""Files of other programs into a project, and a project out to them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError
from sayso.model import (
    Actor,
    Concept,
    Document,
    Failure,
    Json,
    Reading,
    Record,
    Source,
    Statement,
    source_id,
)
from sayso.project_documents import records as everything
from sayso.project_tables import table
from sayso.store import acts, documents, packing
from sayso.store.acts import CARRIER, Change
from sayso.store.store import Store

if TYPE_CHECKING:
    from sayso.formats.dna import DnaFile

MEDIA_TYPE = "application/vnd.dna"
ENDINGS = (".dna", ".csv", ".parquet", ".jsonl")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: how many of each, and what was doubtful, in words."""

    documents: int
    statements: int
    concepts: int
    failures: int
    doubts: tuple[str, ...]


def import_dna(store: Store, path: Path, *, statement_type: str) -> Imported:
    """Take over a `.dna` file in one transaction; see `Project.import_file`."""
    from sayso.formats import dna, dna_records

    file = dna.read(path)
    if statement_type not in file.statement_types:
        known = ", ".join(file.statement_types)
        raise UsageError(f"{path.name} has no statement type {statement_type!r}, but {known}.")
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(source_id(path.name, sha256), path.name, MEDIA_TYPE, len(data), sha256)
    made = list(
        dna_records.records(file, source=source.id, key=path.name, statement_type=statement_type)
    )
    failures = [one for one in made if isinstance(one, Failure)]
    concepts = [one for one in made if isinstance(one, Concept)]
    with store.write():
        documents.add_source(store, source, {})
        count = _keep(store, made)
        _keep_concepts(store, concepts)
        documents.replace_failures(store, source.path, failures)
        _stash(store, source.id, file)
    statements = sum(isinstance(one, Statement) for one in made)
    doubts = tuple(f"{one.table} {one.row}: {one.message}" for one in file.doubts)
    return Imported(count, statements, len(concepts), len(failures), doubts)


def _keep(store: Store, made: Iterable[Record]) -> int:
    """Store documents with their coders' readings; actors go with each statement that has them."""
    whole: dict[str, Document] = {}
    readings: dict[str, dict[str, tuple[Reading, list[Record]]]] = {}
    actors: dict[str, Actor] = {}
    for one in made:
        if isinstance(one, Document):
            whole[one.id] = one
            readings[one.id] = {}
        elif isinstance(one, Reading):
            readings[one.document][one.id] = (one, [])
        elif isinstance(one, Actor):
            actors[one.id] = one
        elif isinstance(one, Statement):
            found = readings[one.document][one.reading][1]
            found += [actors[id_] for id_ in one.actors if id_ in actors]
            found.append(one)
    for id_, document in whole.items():
        documents.add(store, packing.pack(document, readings[id_].values()))
    return len(whole)


def _keep_concepts(store: Store, concepts: Iterable[Concept]) -> None:
    known = {row[0] for row in store.all("SELECT id FROM concept")}
    changes = []
    for one in concepts:
        if one.id not in known:
            after: Json = {
                "name": one.name, "definition": one.definition, "parent": one.parent,
                "removed": False,
            }  # fmt: skip
            changes.append(Change("concept", one.id, None, after, "Imported."))
    if changes:
        acts.append(store, CARRIER, changes)


def _stash(store: Store, source: str, file: DnaFile) -> None:
    """Keep the file's own tables, so that what sayso has no words for comes out again."""
    content = zlib.compress(
        json.dumps({name: list(rows) for name, rows in file.tables.items()}).encode()
    )
    store.run(
        "INSERT INTO imported (source, kind, content, acts, documents) VALUES (?, 'dna', ?, ?, ?)"
        " ON CONFLICT (source) DO UPDATE SET content = excluded.content",
        (source, content, *_state(store)),
    )


def _state(store: Store) -> tuple[int, int]:
    """Say how much was decided and how many documents there are: what changes after an import."""
    decided = store.one("SELECT count(*) FROM act WHERE coder <> ?", (CARRIER,))[0]
    return decided, store.one("SELECT count(*) FROM document")[0]


def export(store: Store, path: Path, *, password: str | None, status: tuple[str, ...]) -> list[str]:
    """Write a project's statements; see `Project.export`."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{path.name}: end the file's name in {', '.join(ENDINGS)}.")
    if ending == ".dna":
        return _export_dna(store, path, password)
    if ending == ".jsonl":
        from sayso.exports import jsonl

        whole = list(documents.current(store))
        with path.open("w", encoding="utf-8") as file:
            for line in jsonl.lines([*whole, *everything(store, None, None)], whole):
                file.write(f"{line}\n")
        return []
    from sayso import networks

    networks.write_statements(networks.from_columns(_sheet(store, status)), path)
    return []


def _sheet(store: Store, status: tuple[str, ...]) -> Mapping[str, list[Any]]:
    columns = table(store, status=status)
    words = {}
    for id_, data in store.all("SELECT id, data FROM statement WHERE NOT hidden"):
        one: Statement = packing.record_of("statement", data)
        words[id_] = " … ".join(part.exact for part in one.content)
    dates = [one if one and one[:4].isdigit() else None for one in columns["date"]]
    return {**columns, "date": dates, "words": [words.get(id_, "") for id_ in columns["id"]]}


def _export_dna(store: Store, path: Path, password: str | None) -> list[str]:
    """Write a `.dna` file: as it came in where nothing was changed since, else from the records."""
    from sayso.formats import dna, dna_from_records, dna_writing

    rows = store.all("SELECT content, acts, documents FROM imported WHERE kind = 'dna'")
    if len(rows) == 1 and tuple(rows[0][1:]) == _state(store):
        held = json.loads(zlib.decompress(rows[0][0]))
        tables = {name: tuple(tuple(row) for row in found) for name, found in held.items()}
        dna_writing.write(dna.DnaFile(tables), path, password=password or "")
        return []
    whole: list[Record] = [*documents.current(store), *everything(store, None, None)]
    whole += everything(store, "concept", None)
    made = dna_from_records.dna_file(whole)
    dna_writing.write(made, path, password=password or "")
    return [f"{one.table} {one.row}: {one.message}" for one in made.doubts]
