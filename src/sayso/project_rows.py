"""What a project answers with: plain rows, for pages, commands and notebooks alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from sayso.model import Statement

FileState = Literal[
    "new", "unchanged", "changed", "duplicate", "unreadable", "needs_ocr", "ignored"
]
Health = Literal["ok", "warning", "failed", "waiting"]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """What would become of one file; `pages` and `language` where they are known beforehand."""

    path: str
    key: str
    media_type: str
    bytes: int
    pages: int | None
    language: str | None
    state: FileState
    message: str = ""


@dataclass(frozen=True)
class Plan:
    """What adding would do; `seconds` is an estimate for this machine."""

    entries: tuple[PlanEntry, ...]
    seconds: float

    @cached_property
    def counts(self) -> dict[str, int]:
        """Count the files by state."""
        return dict(Counter(one.state for one in self.entries))


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did, in documents, files that failed, statements proposed, findings."""

    documents: int
    unchanged: int
    versions: int
    failures: int
    statements: int
    findings: int


@dataclass(frozen=True, slots=True)
class ColumnGuess:
    """A spreadsheet beside the texts: its header, first rows, and what its columns seem to be.

    `mapping` gives the document's field for each column, "file" for the one that names the file,
    None for one that joins the metadata as it is.
    """

    path: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping[str, str | None] = field(hash=False)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in the table of the corpus: what it is, how much was found, how it fares.

    `health` says for each step ("read", "notes", "statements", "checks") whether it went well.
    """

    id: str
    key: str
    title: str | None
    author: str | None
    date: str | None
    kind: str | None
    language: str | None
    media_type: str
    bytes: int
    characters: int
    pages: int
    statements: int
    proposed: int
    accepted: int
    corrected: int
    rejected: int
    findings: int
    failures: int
    health: Mapping[str, Health] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Matching:
    """What a decision in bulk would reach, shown before it is taken.

    `precision` is (accepted, decided): of the statements of the same readers and kinds that a
    person has decided on, how many were accepted; None where none was.
    """

    count: int
    samples: tuple[Statement, ...]
    precision: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Memo:
    """A note of a coder on a record; `when` is ISO 8601 in UTC."""

    text: str
    coder: str
    when: str
