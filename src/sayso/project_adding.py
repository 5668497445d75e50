"""Files into a project: what is new or changed is read, stored one document at a time, checked."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import SaysoError
from sayso.jobs import Progress
from sayso.model import Failure, Json, Source, plain
from sayso.project_files import Found, sha256, unreadable, walk
from sayso.project_metadata import Described, described_files
from sayso.project_pool import mapped
from sayso.project_reading import FilePacked, Task, loaded, lost, read_packed
from sayso.project_rows import FileState, Plan, PlanEntry
from sayso.readers.settling import TRAINED
from sayso.readers.weights import named
from sayso.store import documents, packing, versions
from sayso.store.store import Store

Step = Callable[[Progress], None]
# Bytes a second and core, measured by benchmarks/project.py; scans are guessed at.
_SPEED = {"text": 250_000.0, "pdf": 150_000.0, "image": 60_000.0}
# Below this, starting a process costs more than it saves.
_WORTH_A_PROCESS = 1.0


@dataclass(frozen=True, slots=True)
class Considered:
    """A file and what is to be done with it; `before` is the source it had in the project."""

    found: Found
    state: FileState
    message: str = ""
    given: Mapping[str, Json] | None = None
    sha256: str = ""


@dataclass(slots=True)
class Tally:
    """What adding did so far."""

    documents: int = 0
    unchanged: int = 0
    versions: int = 0
    failures: int = 0
    statements: int = 0


def considered(
    store: Store, paths: Sequence[Path], root: Path, columns: Mapping[str, str | None] | None
) -> tuple[list[Considered], list[Failure]]:
    """Look at files, read none: which are new, changed, unchanged, or left alone, and failures."""
    files: list[Found] = []
    failures: list[Failure] = []
    for one in walk(paths, root):
        if isinstance(one, Failure):
            failures.append(one)
        else:
            files.append(one)
    described, unmatched = described_files(
        [one for one in files if not one.why_not], paths, columns
    )
    failures += unmatched
    known = _Known(store)
    return [known.consider(one, described) for one in files], failures


class _Known:
    """What a project has read already."""

    def __init__(self, store: Store) -> None:
        self._sources: dict[str, tuple[Source, str]] = {
            source.path: (source, given) for source, given in documents.sources(store)
        }
        self._failed = {path for path, _ in documents.failures(store)}
        self._paths: dict[str, str] = {
            source.sha256: path for path, (source, _) in self._sources.items()
        }

    def consider(self, found: Found, described: Described) -> Considered:
        from sayso.project_sources import left_alone, wants_ocr

        why_not = found.why_not or left_alone(found)
        if why_not:
            return Considered(found, "ignored", why_not)
        try:
            hashed = sha256(found.path, found.key)
        except SaysoError as error:
            return Considered(found, "unreadable", str(error))
        given = described.of(found)
        state, message = self._state(found, hashed, given)
        self._paths.setdefault(hashed, packing.clean(found.key))
        if state in ("new", "changed") and (need := wants_ocr(found)):
            state, message = "needs_ocr", need
        return Considered(found, state, message, given, hashed)

    def _state(self, found: Found, hashed: str, given: Mapping[str, Json]) -> tuple[FileState, str]:
        key = packing.clean(found.key)
        before = self._sources.get(key)
        if before is None:
            twin = self._paths.get(hashed)
            if twin is not None and twin != key:
                return "duplicate", f"The same bytes as {twin}; both are kept."
            return "new", ""
        source, kept = before
        if source.sha256 != hashed:
            return "changed", "The file has changed; it becomes a new version."
        if key in self._failed:
            return "changed", "It could not be read whole before; it is tried again."
        if packing.loads(kept) != plain(given):
            return "changed", "What the spreadsheet says of it has changed."
        return "unchanged", ""


def with_missing(
    store: Store, chosen: Sequence[Considered], names: Sequence[str]
) -> list[Considered]:
    """Read files again whose documents lack a reading by one of some readers."""
    lacking = {
        path
        for name in names
        for (path,) in store.all(
            "SELECT source.path FROM source JOIN document ON document.source = source.id"
            " WHERE source.current AND document.current AND document.id NOT IN"
            " (SELECT document FROM reading WHERE reader = ?)",
            (name,),
        )
    }
    why = f"It is read again, by the reader {' and '.join(names)} too."
    return _again(chosen, lacking, why)


def with_other_weights(store: Store, chosen: Sequence[Considered], name: str) -> list[Considered]:
    """Read files again whose documents the trained reader read last by other weights, or not."""
    weights = named(name)
    lacking = {
        path
        for (path,) in store.all(
            "SELECT source.path FROM source JOIN document ON document.source = source.id"
            " WHERE source.current AND document.current AND document.id NOT IN"
            " (SELECT document FROM reading WHERE reader = ? AND settings = ? AND rowid ="
            " (SELECT max(rowid) FROM reading AS later WHERE later.document = reading.document"
            " AND later.reader = reading.reader))",
            (TRAINED, packing.dumps(plain(weights.settings))),
        )
    }
    why = f"It is read again, by the weights {weights.name}."
    return _again(chosen, lacking, why)


def _again(chosen: Sequence[Considered], lacking: Container[str], why: str) -> list[Considered]:
    return [
        replace(one, state="changed", message=why)
        if one.state == "unchanged" and packing.clean(one.found.key) in lacking
        else one
        for one in chosen
    ]


def planned(chosen: Sequence[Considered], failures: Sequence[Failure], workers: int | None) -> Plan:
    """Say what adding these files would do, and how long it would take."""
    from sayso.project_sources import kind_and_language

    entries = []
    for one in chosen:
        media_type, pages, language = kind_and_language(one.found, one.state)
        entries.append(
            PlanEntry(
                str(one.found.path), one.found.key, media_type, one.found.bytes, pages, language,
                one.state, one.message,
            )
        )  # fmt: skip
    entries += [
        PlanEntry(failure.source, failure.source, "", 0, None, None, "unreadable",
                      failure.message)
        for failure in failures
    ]  # fmt: skip
    waiting = [one for one in chosen if is_read(one)]
    processes = processes_for(waiting, workers)
    return Plan(tuple(entries), sum(map(seconds_for, waiting)) / max(1, processes))


def is_read(one: Considered) -> bool:
    """Say whether adding would read the file."""
    return one.state in ("new", "changed", "duplicate", "needs_ocr")


def seconds_for(one: Considered) -> float:
    """Estimate how long a core reads a file, in seconds."""
    suffix = one.found.path.suffix.lower()
    kind = "pdf" if suffix == ".pdf" else "image" if one.state == "needs_ocr" else "text"
    return one.found.bytes / _SPEED[kind] + 0.005


def processes_for(waiting: Sequence[Considered], workers: int | None) -> int:
    """Say how many processes shall read: none besides this one where they cost more than they save.

    A number that the caller gives is kept to, as far as there are files.
    """
    if workers is not None:
        return min(workers, len(waiting))
    if len(waiting) < 2 or sum(map(seconds_for, waiting)) < _WORTH_A_PROCESS:
        return 1
    return min(os.cpu_count() or 1, len(waiting))


def read_into(
    store: Store,
    chosen: Sequence[Considered],
    failures: Sequence[Failure],
    *,
    step: Step,
    workers: int | None,
    readers: tuple[str, ...] | None = None,
    weights: str | None = None,
) -> Tally:
    """Read what is new or changed and store it, a transaction for each file.

    `failures` are what `considered` could not even look at; they are kept too. `weights` are the
    name of those that the trained reader reads by.
    """
    tally = Tally(unchanged=sum(one.state == "unchanged" for one in chosen))
    waiting = [one for one in chosen if is_read(one)]
    tally.failures += _keep_unreadable(store, chosen) + _keep_failures(store, failures)
    tasks = [
        Task(one.found.path, one.found.key, one.found.bytes, one.given or {}, readers, weights)
        for one in waiting
    ]
    step(Progress("reading", 0, len(tasks)))
    results = mapped(read_packed, tasks, workers=processes_for(waiting, workers), lost=lost)
    try:
        for nth, result in enumerate(results, 1):
            keep(store, result, tally)
            step(Progress("reading", nth, len(tasks), result.task.key))
    finally:
        results.close()
    return tally


def _keep_unreadable(store: Store, chosen: Sequence[Considered]) -> int:
    """Keep what cannot even be opened, so that the table of the corpus can show it; count it."""
    closed = [one for one in chosen if one.state == "unreadable"]
    for one in closed:
        with store.write():
            failure = unreadable(one.found.key, one.message)
            documents.replace_failures(store, one.found.key, [failure])
    return len(closed)


def _keep_failures(store: Store, failures: Sequence[Failure]) -> int:
    """Keep failures of folders and spreadsheets by their path; count the paths."""
    by_path: dict[str, list[Failure]] = {}
    for one in failures:
        by_path.setdefault(one.source, []).append(one)
    with store.write():
        # A spreadsheet that was mended says nothing any more.
        store.run("DELETE FROM failure WHERE stage = 'metadata'")
        for path, found in by_path.items():
            documents.replace_failures(store, path, found)
    return len(by_path)


def keep(store: Store, read: FilePacked, tally: Tally) -> None:
    """Store one file: its source, documents, failures, and what moves to a new version."""
    with store.write():
        if read.source is not None:
            documents.add_source(store, read.source, read.task.given)
        documents.replace_failures(store, read.task.key, read.failures)
        for packed in read.documents:
            replaced = documents.add(store, packed, anew=True)
            tally.documents += 1
            tally.statements += sum(len(one.statements) for one in packed.readings)
            if replaced is not None:
                tally.versions += 1
                versions.carry(store, replaced, packed.document.id)
    tally.failures += bool(read.failures)


def keep_hook_failures(store: Store) -> int:
    """Keep which readers cannot be loaded; give their number."""
    failures = loaded(None)[1]
    with store.write():
        documents.replace_failures(store, "", failures)
    return len(failures)
