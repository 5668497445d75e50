"""The hooks: where sources, readers, importers, checks, exporters and commands come in.

A hook is an entry point in one of the groups below; sayso's own come in by the same door (see
`[project.entry-points]` in pyproject.toml). Nothing is imported before it is asked for by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Protocol, runtime_checkable

from sayso.errors import PluginError
from sayso.model import Document, Failure, Finding, Json, Record

GROUPS = ("sources", "readers", "importers", "checks", "exporters", "commands")


@dataclass(frozen=True, slots=True)
class Given:
    """A file as a source reader gets it.

    `key` is the path relative to the project (or the container and row); `metadata` what a
    spreadsheet beside the files says of it, which wins over what the file says of itself.
    """

    key: str
    data: bytes
    source: str
    media_type: str
    metadata: Mapping[str, Json] = field(default_factory=dict, hash=False)
    settings: Mapping[str, Json] = field(default_factory=dict, hash=False)


@runtime_checkable
class SourceReader(Protocol):
    """Turn the bytes of one kind of file into documents with their structure.

    `suffixes` are lower case with the dot. `isolated` asks for a child process that may die.
    """

    name: str
    version: str
    suffixes: tuple[str, ...]
    isolated: bool

    def accepts(self, name: str, head: bytes) -> bool:
        """Say whether the file's name or first bytes are of this kind."""

    def read(self, given: Given) -> Iterator[Document | Failure]:
        """Read the file; raise `SourceError` where nothing of it can be read."""


@runtime_checkable
class Reader(Protocol):
    """Find statements, mentions and notes in a document.

    `languages` are ISO 639-1 codes, empty for any. `after` names readers whose records this one
    needs; they arrive in `known`. A reader whose attribute `trained` is true can be left out, so
    that rules read alone; one whose attribute `optional` is true reads only where it is asked for
    by name. Failure records that it yields are kept as failures of the document's source. An
    attribute `read_with` (JSON values by name) becomes the settings of its readings.
    """

    name: str
    version: str
    languages: tuple[str, ...]
    after: tuple[str, ...]

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield the records of one reading, in document order."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a check looks at: documents and the records of their readings, without rejected ones."""

    documents: tuple[Document, ...]
    records: tuple[Record, ...]


@runtime_checkable
class Check(Protocol):
    """Report what the evidence of a corpus shows, by one rule for every side."""

    name: str
    version: str
    rule: str

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield the findings, in document order."""


@dataclass(frozen=True, slots=True)
class Hook:
    """One registered hook: its name, who brings it, and how to load it."""

    group: str
    name: str
    distribution: str
    entry: EntryPoint

    def load(self) -> Any:
        """Import the hook.

        Raises:
            PluginError: It cannot be imported.
        """
        try:
            return self.entry.load()
        except Exception as error:
            raise PluginError(
                f"The {self.group} hook {self.name!r} of {self.distribution} cannot be loaded: "
                f"{error}. Reinstall or remove {self.distribution}."
            ) from error


@cache
def hooks(group: str) -> Mapping[str, Hook]:
    """Give all hooks of a group by name, sayso's own first.

    Raises:
        PluginError: Two distributions bring the same name, or the group does not exist.
    """
    if group not in GROUPS:
        raise PluginError(f"There is no hook group {group!r}; there are {', '.join(GROUPS)}.")
    return registered(group, entry_points(group=f"sayso.{group}"))


def registered(group: str, entries: Any) -> Mapping[str, Hook]:
    """Register entry points by name and refuse a name that is taken."""
    found: dict[str, Hook] = {}
    for entry in sorted(entries, key=lambda one: (_brought_by(one) != "sayso", one.name)):
        hook = Hook(group, entry.name, _brought_by(entry), entry)
        taken = found.get(hook.name)
        if taken and (taken.distribution, taken.entry.value) != (hook.distribution, entry.value):
            raise PluginError(
                f"{hook.distribution} brings a {group} hook named {hook.name!r}, which "
                f"{taken.distribution} has already. Remove one of the two, or rename it."
            )
        found[hook.name] = hook
    return found


def hook(group: str, name: str) -> Any:
    """Load one hook by name.

    Raises:
        PluginError: There is none of that name; the message lists those there are.
    """
    known = hooks(group)
    if name not in known:
        raise PluginError(f"There is no {group} hook {name!r}; there are {', '.join(known)}.")
    return known[name].load()


def _brought_by(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist is not None else "unknown"
