"""One file through its source reader and all readers: the same with a project and without."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import PluginError, SaysoError, UsageError
from sayso.model import (
    Document,
    Failure,
    Json,
    Reading,
    Record,
    Source,
    failure_id,
    reading_id,
    source_id,
)
from sayso.plugins import Given, hook, hooks
from sayso.project_files import read_bytes, unreadable
from sayso.readers.settling import TRAINED, settled
from sayso.readers.weights import Weights, named
from sayso.readers.weights import reader as reader_by
from sayso.store.packing import PackedDocument, extent, pack

_log = logging.getLogger("sayso.project")
# The fields of a document that a spreadsheet may fill.
FIELDS = ("title", "author", "signed", "date", "published_in", "kind", "url", "language")


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read, what a spreadsheet says of it, and by which readers (None: all).

    `weights` are the name of those that the trained reader reads by; None: the shipped ones.
    """

    path: Path
    key: str
    bytes: int = 0
    given: Mapping[str, Json] = field(default_factory=dict, hash=False)
    readers: tuple[str, ...] | None = None
    weights: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """A document with its readings and the records of each, in document order."""

    document: Document
    readings: tuple[tuple[Reading, tuple[Record, ...]], ...]

    def records(self) -> Iterator[Record]:
        """Give the document, its readings, then all records once, in document order."""
        yield self.document
        yield from (reading for reading, _ in self.readings)
        once = {(one.type, one.id): one for _, found in reversed(self.readings) for one in found}
        yield from sorted(once.values(), key=place)


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of a file: its source, its documents, and what failed."""

    task: Task
    source: Source | None
    documents: tuple[DocumentRead, ...] = ()
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True, slots=True)
class FilePacked:
    """A file that was read, its documents as rows for the store."""

    task: Task
    source: Source | None
    documents: tuple[PackedDocument, ...]
    failures: tuple[Failure, ...]


def place(record: Record) -> tuple[int, int]:
    """Give what records are sorted by: where they begin, the longer first; actors come first."""
    start, end = extent(record) or (-1, -1)
    return start, -end


def read_packed(task: Task) -> FilePacked:
    """Read a file and turn its documents into rows."""
    read = read_file(task)
    documents = []
    failures = list(read.failures)
    for one in read.documents:
        try:
            documents.append(pack(one.document, one.readings))
        except Exception as error:
            failures.append(_unforeseen(one.document.source, "store", task.key, error))
    return FilePacked(task, read.source, tuple(documents), tuple(failures))


def lost(task: Task, reason: str) -> FilePacked:
    """Give what becomes of a file whose process died."""
    message = (
        f"Reading {task.key} ended the process that read it ({reason}). The other files were "
        "read; is this one damaged, or larger than the memory?"
    )
    return FilePacked(task, None, (), (unreadable(task.key, message),))


def read_file(task: Task) -> FileRead:
    """Read one file; whatever goes wrong becomes a failure record."""
    from sayso.sources import media_type

    try:
        data = read_bytes(task.path, task.key)
    except SaysoError as error:
        return FileRead(task, None, failures=(unreadable(task.key, str(error)),))
    source = _source(task, data, media_type(task.key, data[:4096]))
    documents, failures = [], []
    for one in _documents(task, source, data):
        if isinstance(one, Failure):
            failures.append(one)
            continue
        whole = described(one, task.given)
        readings, failed = read_document(whole, readers=task.readers, weights=task.weights)
        documents.append(readings)
        failures += failed
    return FileRead(task, source, tuple(documents), tuple(failures))


def _source(task: Task, data: bytes, media_type: str) -> Source:
    import hashlib

    sha256 = hashlib.sha256(data).hexdigest()
    return Source(source_id(task.key, sha256), task.key, media_type, len(data), sha256)


def _documents(task: Task, source: Source, data: bytes) -> Iterator[Document | Failure]:
    from sayso.sources import read_source

    given = Given(task.key, data, source.id, source.media_type, task.given)
    try:
        yield from read_source(given)
    except SaysoError as error:
        message = str(error)
        yield Failure(failure_id(source.id, "sources", message), source.id, "sources", message)
    except Exception as error:
        yield _unforeseen(source.id, "sources", task.key, error)


def _unforeseen(source: str, stage: str, key: str, error: Exception) -> Failure:
    _log.exception("%s of %s failed", stage, key, exc_info=error)
    message = (
        f"{key}: {stage} failed in a way that sayso did not foresee "
        f"({type(error).__name__}: {error}). The rest was read; please report this."
    )
    return Failure(failure_id(source, stage, message), source, stage, message)


def described(document: Document, given: Mapping[str, Json]) -> Document:
    """Put what a spreadsheet says of a document over what its file says.

    Known fields go to their columns; the rest, and nothing else, joins the metadata.
    """
    if not given:
        return document
    names = {one.name for one in fields(document)} & set(FIELDS)
    known: dict[str, Any] = {
        name: str(value)
        for name, value in given.items()
        if name in names and value not in ("", None)
    }
    rest = {name: value for name, value in given.items() if name not in names}
    return replace(document, metadata={**document.metadata, **rest}, **known)


def read_document(
    document: Document, *, readers: Sequence[str] | None = None, weights: str | None = None
) -> tuple[DocumentRead, list[Failure]]:
    """Run the readers over a document, each with what those before it found.

    A reader that raises becomes a failure; the others go on. `weights` are the name of those that
    the trained reader reads by.
    """
    readings: list[tuple[Reading, tuple[Record, ...]]] = []
    failures: list[Failure] = []
    known: tuple[Record, ...] = ()
    for name, reader in loaded(None if readers is None else tuple(readers), weights)[0]:
        if reader.languages and document.language and document.language not in reader.languages:
            continue
        read_with = dict(getattr(reader, "read_with", {}))
        id_ = reading_id(document.id, name, reader.version, read_with)
        try:
            made = tuple(reader.read(document, reading=id_, known=known))
        except Exception as error:
            failures.append(_unforeseen(document.source, f"readers.{name}", document.key, error))
            continue
        failures += [one for one in made if isinstance(one, Failure)]
        found = tuple(one for one in made if not isinstance(one, Failure))
        known += found
        readings.append((Reading(id_, document.id, name, reader.version, read_with), found))
    rows = settled([(one.reader, found) for one, found in readings])
    whole = tuple((one, found) for (one, _), (_, found) in zip(readings, rows, strict=True))
    return DocumentRead(document, whole), failures


def loaded(
    names: tuple[str, ...] | None, weights: str | None = None
) -> tuple[tuple[tuple[str, Any], ...], tuple[Failure, ...]]:
    """Load readers, each after those it needs; those that cannot be loaded become failures.

    Without names these are all but the optional ones. `weights` are the name of those that the
    trained reader reads by.

    Raises:
        PluginError: A name was asked for that no reader has, or readers wait for one another.
        UsageError: There are no weights of this name, or they were changed.
    """
    found, failures = _loaded(names)
    if weights is None:
        return found, failures
    own = _reader_by(named(weights))
    return tuple((name, own if name == TRAINED else one) for name, one in found), failures


@cache
def _reader_by(weights: Weights) -> Any:
    return reader_by(weights.name)


@cache
def _loaded(
    names: tuple[str, ...] | None,
) -> tuple[tuple[tuple[str, Any], ...], tuple[Failure, ...]]:
    found: dict[str, Any] = {}
    failures = []
    for name in hooks("readers") if names is None else names:
        try:
            reader = hook("readers", name)
            if names is not None or not getattr(reader, "optional", False):
                found[name] = reader
        except PluginError as error:
            if names is not None:
                raise
            stage = f"readers.{name}"
            failures.append(Failure(failure_id("", stage, str(error)), "", stage, str(error)))
    order = _ordered({name: tuple(reader.after) for name, reader in found.items()})
    return tuple((name, found[name]) for name in order), tuple(failures)


def check_weights(name: str | None, trained: bool | None) -> None:
    """Check that the trained reader can read by the weights of a name.

    Raises:
        UsageError: There are none, they were changed, or rules shall read alone.
    """
    if name is None:
        return
    if trained is False:
        raise UsageError(f"Rules alone read by no weights: leave out {name!r}, or the rules.")
    loaded(None, name)


def trained() -> tuple[str, ...]:
    """Give the names of the trained readers, which can be left out."""
    return _marked("trained")


def rules() -> tuple[str, ...]:
    """Give the names of all readers that go by rules."""
    left_out = {*_marked("trained"), *_marked("optional")}
    return tuple(name for name in hooks("readers") if name not in left_out)


def with_(*names: str) -> tuple[str, ...]:
    """Give the names of all readers that read without being asked for, and these."""
    left_out = set(_marked("optional")) - set(names)
    return tuple(name for name in hooks("readers") if name not in left_out)


def _marked(attribute: str) -> tuple[str, ...]:
    found = []
    for name in hooks("readers"):
        try:
            if getattr(hook("readers", name), attribute, False):
                found.append(name)
        except PluginError:
            continue
    return tuple(found)


def _ordered(after: Mapping[str, Iterable[str]]) -> list[str]:
    """Sort names so that each comes after those it needs; names that are not there do not count.

    >>> _ordered({"own": ["notes"], "notes": ["gone"]})
    ['notes', 'own']
    """
    from graphlib import CycleError, TopologicalSorter

    graph = {name: [one for one in needed if one in after] for name, needed in after.items()}
    try:
        return list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        names = ", ".join(sorted(set(error.args[1])))
        raise PluginError(f"The readers {names} each wait for the other; remove one.") from error
