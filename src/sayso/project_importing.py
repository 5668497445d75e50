"""Files of other programs into a project, and a project out to them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import project_sheets, project_variables
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
    digest,
    source_id,
)
from sayso.project_actors import judgements, united
from sayso.project_documents import records as everything
from sayso.project_tables import table
from sayso.store import acts, documents, packing
from sayso.store.acts import CARRIER, Change
from sayso.store.store import Store

if TYPE_CHECKING:
    from sayso.formats.dna import DnaFile

MEDIA_TYPE = "application/vnd.dna"
SHEETS = (".csv", ".tsv", ".xlsx", ".parquet")
_TAKEN = "taken"
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
        raise UsageError(
            f"{path.name} has no statement type {statement_type!r}, but {known}." if known
            else f"{path.name} has no statement types, so no statements to take over."
        )  # fmt: skip
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
        _keep_variables(store, file, path.name, statement_type)
        _stash(store, source.id, file, path.name, statement_type)
    statements = sum(isinstance(one, Statement) for one in made)
    doubts = tuple(f"{one.table} {one.row}: {one.message}" for one in file.doubts)
    return Imported(count, statements, len(concepts), len(failures), doubts)


def import_sheet(store: Store, path: Path, columns: Mapping[str, str]) -> Imported:
    """Take over the rows of a spreadsheet in one transaction; see `Project.import_file`."""
    sheet = project_sheets.read(path, columns)
    made = list(project_sheets.records(store, sheet))
    concepts = [one for one in made if isinstance(one, Concept)]
    with store.write():
        documents.add_source(store, sheet.source, {})
        count = _keep(store, made)
        _keep_concepts(store, list({one.id: one for one in concepts}.values()))
    statements = sum(isinstance(one, Statement) for one in made)
    return Imported(count, statements, len({one.id for one in concepts}), 0, ())


def _keep(store: Store, made: Iterable[Record]) -> int:
    """Store documents with their coders' readings; actors go with each statement that has them."""
    whole: dict[str, Document] = {}
    readings: dict[str, dict[str, tuple[Reading, list[Record]]]] = {}
    actors: dict[str, Actor] = {}
    for one in made:
        if isinstance(one, Document):
            whole[one.id] = one
            readings.setdefault(one.id, {})
        elif isinstance(one, Reading):
            readings[one.document].setdefault(one.id, (one, []))
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


def _keep_variables(store: Store, file: DnaFile, key: str, statement_type: str) -> None:
    """Keep the values of all variables of the type, and the attributes of their values."""
    from sayso.formats import dna_renewing

    numbers = dna_renewing.numbers(file, key)
    wanted: dict[str, dict[str, project_variables.Value]] = {id_: {} for id_ in numbers}
    attributes = {}
    for name, (variable, data_type) in file.variables(file.statement_types[statement_type]).items():
        if data_type == "short text":
            attributes[name] = {k: v for k, v in file.attributes(variable).items() if k}
        if name in project_variables.OWN:
            continue
        values = file.values(variable, data_type)
        for id_, number in numbers.items():
            value = values.get(number)
            if value is not None:
                wanted[id_][name] = value == 1 if data_type == "boolean" else value
    of_type = {row[0] for row in store.all("SELECT id FROM statement")}
    wanted = {id_: given for id_, given in wanted.items() if id_ in of_type and given}
    changes = project_variables.valued(store, wanted, "Imported.")
    changes += project_variables.described(store, attributes, "Imported.")
    if changes:
        acts.append(store, CARRIER, changes)


def _stash(store: Store, source: str, file: DnaFile, key: str, statement_type: str) -> None:
    """Keep the file's own tables, so that what sayso has no words for comes out again."""
    held: dict[str, Any] = {name: list(rows) for name, rows in file.tables.items()}
    content = zlib.compress(json.dumps({**held, _TAKEN: [key, statement_type]}).encode())
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
            for made in judgements(store):
                row = {"type": "judgement", "id": digest("pair", made.one, made.two)}
                file.write(jsonl.line({**row, **asdict(made)}) + "\n")
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
    """Write a `.dna` file: the imported one brought up to date, or a new one of the records."""
    from sayso.formats import dna, dna_from_records, dna_renewing, dna_writing

    rows = store.all(
        "SELECT content, acts, documents FROM imported WHERE kind = 'dna' ORDER BY rowid"
    )
    told = []
    if rows:
        held = json.loads(zlib.decompress(rows[0][0]))
        key, statement_type = held.pop(_TAKEN, (None, None))
        tables = {name: tuple(tuple(row) for row in found) for name, found in held.items()}
        if len(rows) == 1 and tuple(rows[0][1:]) == _state(store):
            dna_writing.write(dna.DnaFile(tables), path, password=password or "")
            return []
        if len(rows) > 1:
            told.append(
                f"{len(rows)} .dna files were imported: the tables are those of the first, with "
                "the statements of the others; their other variables and attributes are left out."
            )
    whole: list[Record] = [*documents.current(store), *everything(store, None, None)]
    whole += everything(store, "concept", None)
    whole = united(store, whole)
    if rows and key:
        taken = dna_renewing.Taken(key, statement_type, _as_stored(project_variables.values(store)))
        made = dna_renewing.renewed(dna.DnaFile(tables), whole, taken)
    else:
        made = dna_from_records.dna_file(whole)
    dna_writing.write(made, path, password=password or "")
    return told + [f"{one.table} {one.row}: {one.message}" for one in made.doubts]


def _as_stored(
    values: Mapping[str, Mapping[str, project_variables.Value]],
) -> dict[str, dict[str, str | int | None]]:
    """Give yes and no as 1 and 0."""
    return {
        id_: {name: int(value) if isinstance(value, bool) else value for name, value in of.items()}
        for id_, of in values.items()
    }
