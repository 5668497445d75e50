"""Find words in the texts of a project, each in its context.

The index is SQLite's FTS5 over paragraphs, without case and accents. What a person types is never
handed on as a query language: it is cut into words, phrases and beginnings of words first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Span
from sayso.store.packing import OPEN, SHUT
from sayso.store.store import Row, Store

_TERM = re.compile(r'"([^"]*)("?)|([^\s"]+)')
_CONTEXT = 80


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words stand, with up to 80 code points before and after."""

    document: str
    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Hits:
    """How many places there are, and those asked for."""

    total: int
    hits: tuple[Hit, ...]


def query(words: str) -> str | None:
    """Turn typed words into a query of the index; None where nothing can be looked for.

    >>> query('peace "no war" liber* --')
    '"peace" AND "no war" AND "liber" *'
    """
    terms = []
    for phrase, _, word in _TERM.findall(words):
        beginning = word.endswith("*")
        term = " ".join(re.findall(r"[^\W_]+", phrase or word))
        if term:
            terms.append(f'"{term}"{" *" if beginning else ""}')
    return " AND ".join(terms) or None


def search(
    store: Store, words: str, *, document: str | None = None, offset: int = 0, limit: int = 50
) -> Hits:
    """Find words in the current documents: all of them in one paragraph, each place a hit."""
    asked = query(words)
    if asked is None:
        return Hits(0, ())
    where, values = ("", []) if document is None else (" AND document.id = ?", [document])
    # Marks are counted inside SQLite, so that only the paragraphs shown are fetched.
    rows = store.all(
        "SELECT paragraph.id, length(marked) - length(replace(marked, ?, '')) FROM ("
        " SELECT rowid AS place, highlight(found, 0, ?, '') AS marked FROM found"
        " WHERE found MATCH ?) JOIN paragraph ON paragraph.id = place"
        " JOIN document ON document.id = paragraph.document"
        f" WHERE document.current{where} ORDER BY document.key, paragraph.start",
        [OPEN, OPEN, asked, *values],
    )
    total = sum(row[1] for row in rows)
    return Hits(total, tuple(_page(store, asked, rows, max(0, offset), max(0, limit))))


def _page(store: Store, asked: str, rows: list[Row], offset: int, limit: int) -> Iterator[Hit]:
    passed = 0
    for paragraph, count in rows:
        if passed >= offset + limit:
            return
        if passed + count > offset:
            hits = list(_hits(store, asked, paragraph))
            yield from hits[max(0, offset - passed) : offset + limit - passed]
        passed += count


def _hits(store: Store, asked: str, paragraph: int) -> Iterator[Hit]:
    document, start, marked, text = store.one(
        "SELECT paragraph.document, start, highlight(found, 0, ?, ?), body.text FROM found"
        " JOIN paragraph ON paragraph.id = found.rowid"
        " JOIN body ON body.document = paragraph.document"
        " WHERE found MATCH ? AND found.rowid = ?",
        (OPEN, SHUT, asked, paragraph),
    )
    at = start
    opened: int | None = None
    for part in re.split(f"({OPEN}|{SHUT})", marked):
        if part == OPEN:
            opened = at
        elif part == SHUT and opened is not None:
            yield Hit(
                document,
                Span(opened, at, text[opened:at]),
                text[max(0, opened - _CONTEXT) : opened],
                text[at : min(len(text), at + _CONTEXT)],
            )
            opened = None
        elif part not in (OPEN, SHUT):
            at += len(part)
