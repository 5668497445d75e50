"""What was read: the table of documents, their records, and reading without a project."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sayso import project_checking
from sayso.errors import UsageError
from sayso.jobs import Progress, Report
from sayso.model import RECORDS, Document, Failure, Record
from sayso.plugins import Corpus, hook
from sayso.project_files import Found, unreadable, walk
from sayso.project_metadata import described_files
from sayso.project_pool import mapped
from sayso.project_reading import FileRead, Task, check_weights, loaded, read_file
from sayso.project_rows import DocumentRow, Health
from sayso.project_sources import left_alone
from sayso.store import documents, findings, statements
from sayso.store.store import Store

# Below this many bytes in all, starting a second process costs more than it saves.
_WORTH_A_PROCESS = 400_000
_KEPT_ELSEWHERE = ("source", "document", "reading", "statement", "finding", "failure", "concept")


def rows(store: Store) -> list[DocumentRow]:
    """Give the current documents with what was found in each and how each step fared."""
    counted: dict[str, dict[str, int]] = defaultdict(dict)
    for document, status, count in store.all(
        "SELECT document, status, count(*) FROM statement WHERE NOT hidden"
        " GROUP BY document, status"
    ):
        counted[document][status] = count
    found = findings.counts(store)
    failed = _failed(store)
    notes = _with_open_findings(store, "notes")
    checked = project_checking.ran(store)
    rows_ = store.all(
        "SELECT document.id, key, title, author, date, kind, language, media_type, bytes,"
        " characters, pages, path FROM document JOIN source ON source.id = document.source"
        " WHERE document.current ORDER BY key, document.id"
    )
    return [_row(row, counted, found, failed, noted=notes, checked=checked) for row in rows_]


def _row(
    row: Sequence[Any],
    counted: Mapping[str, Mapping[str, int]],
    found: Mapping[str, int],
    failed: Mapping[str, list[str]],
    *,
    noted: set[str],
    checked: bool,
) -> DocumentRow:
    id_, key, title, author, date, kind, language, media_type, size, characters, pages, path = row
    statuses = counted.get(id_, {})
    stages = failed.get(path, [])
    return DocumentRow(
        id_, key, title, author, date, kind, language, media_type, size, characters, pages,
        statements=sum(statuses.values()),
        proposed=statuses.get("proposed", 0),
        accepted=statuses.get("accepted", 0),
        corrected=statuses.get("corrected", 0),
        rejected=statuses.get("rejected", 0),
        findings=found.get(id_, 0),
        failures=len(stages),
        health=_health(stages, noted=id_ in noted, checked=checked),
    )  # fmt: skip


def _failed(store: Store) -> Mapping[str, list[str]]:
    stages: dict[str, list[str]] = defaultdict(list)
    for path, failure in documents.failures(store):
        stages[path].append(failure.stage)
    return stages


def _with_open_findings(store: Store, check: str) -> set[str]:
    open_ = findings.found(store, state=("open", "confirmed"), check=check)
    return {part.document for row in open_ for part in row.finding.evidence}


def _health(stages: Sequence[str], *, noted: bool, checked: bool) -> dict[str, Health]:
    readers = [one.removeprefix("readers.") for one in stages if one.startswith("readers.")]
    others = [one for one in readers if one != "notes"]
    return {
        "read": "warning" if any(one in ("sources", "store") for one in stages) else "ok",
        "notes": "failed" if "notes" in readers else "warning" if noted else "ok",
        "statements": "failed" if others else "ok",
        "checks": "ok" if checked else "waiting",
    }


def records(store: Store, type_: str | None, document: str | None) -> list[Record]:
    """Give the records of the current documents, or of one, of all types or of one.

    Without a type: readings, then what they found, statements included, by document and place.

    Raises:
        UsageError: There are no records of this type.
    """
    if type_ is not None and type_ not in RECORDS:
        raise UsageError(f"There are no records {type_!r}; there are {', '.join(RECORDS)}.")
    if type_ is None:
        placed = documents.records(store, None, document)
        said = statements.found(store, statements.chosen(document=document))
        return [*documents.readings(store, document), *placed, *said]
    if type_ in _KEPT_ELSEWHERE:
        return _elsewhere(store, type_, document)
    return documents.records(store, type_, document)


def _elsewhere(store: Store, type_: str, document: str | None) -> list[Record]:
    if type_ == "statement":
        return [*statements.found(store, statements.chosen(document=document))]
    if type_ == "reading":
        return [*documents.readings(store, document)]
    if type_ == "document":
        chosen = documents.current(store) if document is None else [documents.get(store, document)]
        return [*chosen]
    if type_ == "finding":
        return [row.finding for row in findings.found(store, document=document)]
    if type_ == "source":
        of = None if document is None else documents.get(store, document).source
        return [one for one, _ in documents.sources(store) if of in (None, one.id)]
    if type_ == "failure":
        return [one for _, one in documents.failures(store)]
    from sayso.project_decisions import concepts

    return [*concepts(store)]


def read(
    paths: Sequence[str | Path] | str | Path,
    *,
    readers: Sequence[str] | None = None,
    progress: Report | None = None,
    checks: bool = True,
    workers: int | None = None,
    weights: str | None = None,
) -> Iterator[Record]:
    """Read files or folders without a project.

    Yields each source, its documents with their readings and records in document order, what
    failed, and at the end what the checks found.

    Args:
        paths: Files and folders; keys are relative to the working directory.
        readers: Names of the readers to use; all if not given.
        progress: Called with how far it is.
        checks: Whether the checks run at the end.
        workers: How many processes read; as many as pay off if not given.
        weights: The name of those that the trained reader reads by; the shipped if not given.

    Raises:
        PluginError: There is no reader of a name.
        UsageError: There are no weights of a name.
    """
    one = [paths] if isinstance(paths, (str, Path)) else list(paths)
    chosen = None if readers is None else tuple(readers)
    for name in chosen or ():
        hook("readers", name)
    check_weights(weights, None)
    return _read(
        [Path(path) for path in one], chosen, progress,
        checks=checks, workers=workers, weights=weights,
    )  # fmt: skip


def _read(
    paths: Sequence[Path], readers: tuple[str, ...] | None, progress: Report | None, *,
    checks: bool, workers: int | None, weights: str | None,
) -> Iterator[Record]:  # fmt: skip
    files: list[Found] = []
    for one in walk(paths, Path.cwd()):
        if isinstance(one, Failure):
            yield one
        elif not one.why_not and not left_alone(one):
            files.append(one)
    described, failures = described_files(files, paths, None)
    yield from failures
    yield from loaded(readers)[1]
    tasks = [
        Task(one.path, one.key, one.bytes, described.of(one), readers, weights) for one in files
    ]
    whole: list[Document] = []
    kept: list[Record] = []
    results = mapped(read_file, tasks, workers=_workers(files, workers), lost=_lost)
    for nth, result in enumerate(results, 1):
        if result.source is not None:
            yield result.source
        for document in result.documents:
            placed = list(document.records())
            yield from placed
            whole.append(document.document)
            kept += placed[1 + len(document.readings) :]
        yield from result.failures
        if progress:
            progress(Progress("reading", nth, len(tasks), result.task.key))
    if checks and whole:
        yield from project_checking.run(Corpus(tuple(whole), tuple(kept)))


def _workers(files: Sequence[Found], asked: int | None) -> int:
    if asked is not None:
        return min(asked, len(files))
    if len(files) < 2 or sum(one.bytes for one in files) < _WORTH_A_PROCESS:
        return 1
    return min(os.cpu_count() or 1, len(files))


def _lost(task: Task, reason: str) -> FileRead:
    message = (
        f"Reading {task.key} ended the process that read it ({reason}). The other files were "
        "read; is this one damaged, or larger than the memory?"
    )
    return FileRead(task, None, (), (unreadable(task.key, message),))
