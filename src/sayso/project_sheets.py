"""Statements of a spreadsheet into a project: each row a statement, in its document or alone."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.model import (
    Actor,
    ActorKind,
    Agreement,
    Concept,
    Document,
    Piece,
    Reading,
    Record,
    Source,
    Span,
    Statement,
    StatementDates,
    actor_id,
    concept_id,
    document_id,
    reading_id,
    source_id,
    statement_id,
)
from sayso.store import documents
from sayso.store.store import Store

VERSION = "1"
NAMES = ("actor", "actor_kind", "concept", "agreement", "date", "words", "title", "author")
"""What a column can be; "words" are those of the statement, the last two are the document's."""
_KINDS: Mapping[str, ActorKind] = {
    "": "unnamed", "unnamed": "unnamed", "person": "person", "organisation": "organisation",
    "organization": "organisation", "group": "group",
}  # fmt: skip
"""Kinds of actor; where none is told it stays open."""
_MEDIA = {
    ".csv": "text/csv", ".tsv": "text/tab-separated-values",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip
_ALSO = {
    "speaker": "actor", "holder": "actor", "content": "words", "text": "words",
    "document.title": "title", "document.author": "author",
}  # fmt: skip
_AGREEMENTS: Mapping[str, Agreement] = {
    "for": "for", "yes": "for", "true": "for", "1": "for", "against": "against", "no": "against",
    "false": "against", "0": "against", "neither": "neither",
}  # fmt: skip


@dataclass(frozen=True)
class Sheet:
    """The rows of a spreadsheet by the names above, each with its number in the file."""

    source: Source
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def read(path: Path, columns: Mapping[str, str]) -> Sheet:
    """Read a spreadsheet.

    Args:
        path: a .csv, .tsv, .xlsx or .parquet file; its first row names the columns.
        columns: the file's names -> those of `NAMES`; equal names need none.

    Raises:
        UsageError: A column is not there, or a row says what cannot be; the message names it.
    """
    from sayso.networks.sheets import read_table
    from sayso.networks.times import seconds

    table = read_table(path)
    found = table.columns
    mapped = {name: _ALSO.get(name, name) for name in found}
    for given, name in columns.items():
        if given not in found:
            raise UsageError(f"{path.name} has no column {given!r}; it has {', '.join(found)}.")
        if _ALSO.get(name, name) not in NAMES:
            raise UsageError(f"A column cannot be {name!r}; it may be {', '.join(NAMES)}.")
        mapped = {of: to for of, to in mapped.items() if to != _ALSO.get(name, name)}
        mapped[given] = _ALSO.get(name, name)
    taken = {to: found[of] for of, to in mapped.items() if to in NAMES}
    if not {"words", "concept"} & taken.keys():
        raise UsageError(
            f"{path.name} has neither words nor a concept; say which column is which: "
            "--map COLUMN=words, --map COLUMN=concept."
        )
    rows = []
    for at, number in enumerate(table.rows):
        row = {name: _text(values[at]) for name, values in taken.items()}
        where = f"{path.name}, row {number}"
        if row.get("agreement", "") and row["agreement"].casefold() not in _AGREEMENTS:
            raise UsageError(f"{where}: {row['agreement']!r} is neither for nor against.")
        if row.get("actor_kind", "").casefold() not in _KINDS:
            raise UsageError(
                f"{where}: {row['actor_kind']!r} is no kind of actor; it may be person, "
                "organisation, group, or empty."
            )
        try:
            seconds(row.get("date"))
        except ValueError as error:
            raise UsageError(f"{where}: {error}.") from error
        rows.append((number, row))
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    source = Source(
        source_id(path.name, sha256), path.name, _MEDIA[path.suffix.lower()], len(data), sha256
    )
    return Sheet(source, tuple(rows))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "for" if value else "against"
    text = "" if value is None else str(value).strip()
    # What was written so that no program takes it for a formula.
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text


def records(store: Store, sheet: Sheet) -> Iterator[Record]:
    """Give documents, readings, actors, concepts and statements of the rows.

    A row whose words stand exactly once in the texts of the project (in those of its title, where
    it has one) is anchored there; any other is kept with its words as a short document of its own.
    """
    texts = _Texts(list(documents.current(store)))
    for number, row in sheet.rows:
        words = row.get("words") or row.get("concept") or ""
        if not words:
            continue
        place = texts.place(words, row.get("title", ""))
        document, start = place or (_alone(sheet, number, words, row), 0)
        reading = Reading(
            reading_id(document.id, "spreadsheet", VERSION, {}), document.id, "spreadsheet", VERSION
        )
        yield document
        yield reading
        name, idea = row.get("actor", ""), row.get("concept", "")
        kind = _KINDS[row.get("actor_kind", "").casefold()]
        actor = Actor(actor_id(name, kind), name, (name,), kind)
        if name:
            yield actor
        if idea:
            yield Concept(concept_id(idea), idea)
        content = (Span(start, start + len(words), words),)
        yield Statement(
            id=statement_id(
                document.id, content, "indirect", row=f"{sheet.source.path}#{number}"
            ),
            document=document.id, reading=reading.id, kind="indirect", content=content,
            actors=(actor.id,) if name else (), holder=actor.id if name else None,
            concept=concept_id(idea) if idea else None,
            agreement=_AGREEMENTS.get(row.get("agreement", "").casefold()),
            dates=StatementDates(said=row.get("date") or None), status="accepted",
            reason=f"{sheet.source.path}, row {number}",
        )  # fmt: skip


class _Texts:
    """The texts of a project as one, so that words are looked for once and not in each."""

    def __init__(self, whole: list[Document]) -> None:
        self._whole = whole
        self._text = _BETWEEN.join(one.text for one in whole)
        lengths = [len(one.text) + len(_BETWEEN) for one in whole]
        self._starts = [0, *accumulate(lengths)][: len(whole)]
        self._named: dict[str, list[Document]] = defaultdict(list)
        for one in whole:
            for name in {one.title or one.key, one.key}:
                self._named[name].append(one)

    def place(self, words: str, title: str) -> tuple[Document, int] | None:
        """Give the document and the place where words stand, if that is one place only."""
        if title and title in self._named:
            named = self._named[title]
            found = [(one, one.text.find(words)) for one in named if words in one.text]
            return found[0] if len(found) == 1 and found[0][0].text.count(words) == 1 else None
        at = self._text.find(words)
        if at < 0 or self._text.find(words, at + 1) >= 0:
            return None
        nth = bisect_right(self._starts, at) - 1
        return self._whole[nth], at - self._starts[nth]


_BETWEEN = "\0\n\0"
"""Stands between two texts: no words of a row reach across it."""


def _alone(sheet: Sheet, number: int, words: str, row: Mapping[str, str]) -> Document:
    key = f"{sheet.source.path}#{number}"
    return Document(
        id=document_id(key, words), source=sheet.source.id, key=key, text=words, raw=words,
        pieces=(Piece(0, len(words), 0, len(words), "copy"),), extraction=f"spreadsheet {VERSION}",
        title=row.get("title") or None, author=row.get("author") or None,
        date=row.get("date") or None, paragraphs=((0, len(words)),),
    )  # fmt: skip
