"""Records as rows, and rows as records again, each checked as it comes back.

What a file holds is not trusted: a value that fits no record raises `ProjectDamagedError`.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, Union, cast

from sayso.errors import ProjectDamagedError
from sayso.model import (
    RECORDS,
    Document,
    Evidence,
    Json,
    Note,
    Reading,
    Record,
    Source,
    Span,
    Statement,
    plain,
)

# Kept whole in `document` and `body`; the rest of a document's fields are its structure.
COLUMNS = (
    "id", "source", "key", "title", "author", "signed", "date", "published_in", "kind", "url",
    "language", "extraction", "supersedes",
)  # fmt: skip
STRUCTURE = (
    "pieces", "paragraphs", "blocks", "superscripts", "emphasis", "notes", "raw_pages", "lines",
)  # fmt: skip


def dumps(value: Any) -> str:
    """Write JSON compactly, in ASCII, so that any string survives any database."""
    return _WRITER.encode(value)


_WRITER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def loads(text: str) -> Any:
    """Read JSON that this module wrote.

    Raises:
        ProjectDamagedError: It is none.
    """
    with _sound("JSON"):
        return json.loads(text)


@dataclass(frozen=True, slots=True)
class PackedReading:
    """One reading with its records, ready to be stored: rows of `record` and `statement`."""

    reading: Reading
    records: tuple[tuple[str, str, int, int, str], ...]
    statements: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True)
class PackedDocument:
    """A document with its readings, ready to be stored; `paragraphs` are start, stop, words."""

    document: Document
    metadata: str
    structure: str
    paragraphs: tuple[tuple[int, int, str], ...]
    readings: tuple[PackedReading, ...]


def pack(
    document: Document, readings: Iterable[tuple[Reading, Iterable[Record]]]
) -> PackedDocument:
    """Turn a document and the records of its readings into rows.

    The packed document carries its own structure as text only, so that it travels cheaply
    between processes. A record that an earlier reading has given already is left out.
    """
    seen: set[tuple[str, str]] = set()
    packed = []
    for reading, records in readings:
        new = [one for one in records if (one.type, one.id) not in seen]
        seen.update((one.type, one.id) for one in new)
        packed.append(
            PackedReading(
                reading,
                tuple(_row(one) for one in new if not isinstance(one, Statement)),
                tuple(statement_row(one) for one in new if isinstance(one, Statement)),
            )
        )
    return PackedDocument(
        _without_structure(document),
        dumps(plain(document.metadata)),
        _structure(document),
        tuple(_searchable(document)),
        tuple(packed),
    )


def _without_structure(document: Document) -> Document:
    changed: dict[str, Any] = dict.fromkeys(STRUCTURE, ())
    kept = {one.name: getattr(document, one.name) for one in fields(document)}
    return Document(**(kept | changed))


def _row(record: Record) -> tuple[str, str, int, int, str]:
    start, stop = extent(record) or (-1, -1)
    return record.id, record.type, start, stop, data(record)


def data(record: Any) -> str:
    """Write a record's fields as JSON, without its type."""
    written = plain(record)
    written.pop("type", None)
    return dumps(written)


def statement_row(statement: Statement) -> tuple[Any, ...]:
    """Give the columns of `statement` for one: what pages filter and sort by, then the whole."""
    return (*statement_columns(statement), data(statement))


def statement_columns(statement: Statement) -> tuple[Any, ...]:
    """Give what pages filter and sort by."""
    start, stop = extent(statement) or (-1, -1)
    speaker = " and ".join(one.exact for one in statement.speakers)
    words = " ".join(one.exact for one in statement.content)
    cue = statement.cue.exact if statement.cue else ""
    return (
        statement.id, statement.document, statement.reading, statement.kind, start, stop,
        statement.score, clean(speaker), folded(speaker), folded(f"{words} {speaker} {cue}"),
        statement.status, statement.concept, statement.agreement,
    )  # fmt: skip


def extent(record: Record) -> tuple[int, int] | None:
    """Give first and last code point of a record in its text; None where it has no place.

    A statement counts from its first to its last content, a note by its marker, else its body.
    """
    if isinstance(record, Statement):
        return record.content[0].start, record.content[-1].end
    span = record.marker or record.body if isinstance(record, Note) else _span(record)
    return (span.start, span.end) if span else None


def _span(record: Record) -> Span | None:
    found = getattr(record, "span", None)
    return found if isinstance(found, Span) else None


def folded(text: str) -> str:
    """Give a text without case and accents, as `search` compares it.

    >>> folded("Élysée")
    'elysee'
    """
    import unicodedata

    if text.isascii():
        return clean(text.lower())
    apart = unicodedata.normalize("NFD", text.casefold())
    return clean("".join(one for one in apart if not unicodedata.combining(one)))


def clean(text: str) -> str:
    """Replace what SQLite's text cannot hold or cuts short at: half pairs and NUL."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def _structure(document: Document) -> str:
    kinds = sorted({one.kind for one in document.pieces})
    nth = {kind: at for at, kind in enumerate(kinds)}
    pieces = [
        [one.end - one.start, one.raw_start, one.raw_end, nth[one.kind], int(one.certain)]
        for one in document.pieces
    ]
    lines = [
        [one.page, one.number, one.raw_start, one.raw_end, *_rounded(one.box)]
        for one in document.lines
    ]
    rest = {name: plain(getattr(document, name)) for name in STRUCTURE[1:-1]}
    return dumps({"kinds": kinds, "pieces": pieces, "lines": lines, **rest})


def _rounded(box: tuple[float, float, float, float] | None) -> list[float]:
    # A hundredth of a point is a 7,000th of an inch.
    return [round(side, 2) for side in box] if box else []


_LONGEST_PARAGRAPH = 20_000
# `words` marks hits with these two signs, which Unicode keeps for uses inside programs.
OPEN, SHUT = "\ufdd0", "\ufdd1"
_MARKS = {ord(OPEN): "\ufffd", ord(SHUT): "\ufffd"}


def _searchable(document: Document) -> Iterator[tuple[int, int, str]]:
    """Cut the text into the stretches that search looks at: paragraphs, very long ones apart."""
    text = document.text
    for start, stop in document.paragraphs or ((0, len(text)),):
        while stop - start > _LONGEST_PARAGRAPH:
            blank = text.rfind(" ", start + 1, start + _LONGEST_PARAGRAPH)
            cut = blank if blank > start else start + _LONGEST_PARAGRAPH
            yield start, cut, searched(text[start:cut])
            start = cut
        if start < stop:
            yield start, stop, searched(text[start:stop])


def searched(text: str) -> str:
    """Give a stretch as the search index holds it: as long as the text, without its two marks."""
    return clean(text.translate(_MARKS))


def document_of(row: Mapping[str, Any], text: str, raw: str, structure: str) -> Document:
    """Rebuild a document from its columns, texts and structure.

    Raises:
        ProjectDamagedError: They do not make one.
    """
    with _sound(f"document {row['key']}"):
        held = json.loads(structure)
        values = {name: row[name] for name in COLUMNS}
        parts: dict[str, Any] = {
            name: _built(_hints(Document)[name], held[name]) for name in STRUCTURE[1:-1]
        }
        parts["pieces"] = _pieces(held["pieces"], held["kinds"])
        parts["lines"] = _lines(held["lines"])
        metadata = cast("dict[str, Json]", json.loads(row["metadata"]))
        return Document(text=text, raw=raw, metadata=metadata, **values, **parts)


def _pieces(rows: list[list[int]], kinds: list[Any]) -> tuple[Any, ...]:
    from sayso.model import Piece

    pieces = []
    at = 0
    for size, raw_start, raw_end, kind, certain in rows:
        pieces.append(Piece(at, at + size, raw_start, raw_end, kinds[kind], bool(certain)))
        at += size
    return tuple(pieces)


def _lines(rows: list[list[Any]]) -> tuple[Any, ...]:
    from sayso.model import Line

    return tuple(
        Line(page, number, start, end, cast("Any", tuple(box)) if box else None)
        for page, number, start, end, *box in rows
    )


def record_of(type_: str, written: str) -> Any:
    """Rebuild a record from its JSON.

    Raises:
        ProjectDamagedError: It does not make one.
    """
    with _sound(type_):
        return built(type_, json.loads(written))


def built(type_: str, values: Any) -> Any:
    """Build a record from plain values, the reverse of `model.plain`.

    Raises:
        TypeError, ValueError, KeyError: The values do not fit.
    """
    return _built(Span if type_ == "span" else RECORDS[type_], values)


@contextmanager
def _sound(what: str) -> Iterator[None]:
    try:
        yield
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ProjectDamagedError(
            f"A {what} in the project cannot be understood ({error!r}). "
            "Take the project from a snapshot (.sayso-snapshots beside it) or another copy."
        ) from error


@cache
def _hints(record: type) -> dict[str, Any]:
    return typing.get_type_hints(record)


def _built(wanted: Any, value: Any) -> Any:
    return _builder(wanted)(value)


@cache
def _builder(wanted: Any) -> Callable[[Any], Any]:
    """Choose how to build a value of a field's type, once per type."""
    origin = typing.get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _optional(typing.get_args(wanted))
    if origin is tuple:
        return _tuple(typing.get_args(wanted))
    if wanted is Span:
        return _built_span
    if isinstance(wanted, type) and wanted in _PARTS:
        return _record(wanted)
    return _as_it_is(wanted, origin)


def _built_span(value: Any) -> Span:
    return Span(value["start"], value["end"], value["exact"])


def _optional(options: tuple[Any, ...]) -> Callable[[Any], Any]:
    chosen = [one for one in options if one is not type(None)]
    if len(chosen) != 1:
        return lambda value: value
    build = _builder(chosen[0])
    return lambda value: None if value is None else build(value)


def _tuple(options: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(options) == 2 and options[1] is Ellipsis:
        build = _builder(options[0])
        return lambda value: tuple([build(one) for one in value])
    each = [_builder(one) for one in options]
    return lambda value: tuple([build(one) for build, one in zip(each, value, strict=True)])


def _record(wanted: type) -> Callable[[Any], Any]:
    parts = [
        (one.name, one.name.rstrip("_"), _builder(_hints(wanted)[one.name]),
         one.default is MISSING and one.default_factory is MISSING)
        for one in fields(wanted)
    ]  # fmt: skip

    def build(value: Any) -> Any:
        # A field that an earlier version did not have keeps its default.
        given = {
            name: make(value[key]) for name, key, make, needed in parts if needed or key in value
        }
        return wanted(**given)

    return build


def _as_it_is(wanted: Any, origin: Any) -> Callable[[Any], Any]:
    kinds: tuple[type, ...] = (object,)
    if origin is typing.Literal:
        allowed = frozenset(typing.get_args(wanted))
        return lambda value: _member(value, allowed)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        kinds = (dict,)
    elif wanted is float:
        kinds = (float, int)
    elif isinstance(wanted, type):
        kinds = (wanted,)

    def check(value: Any) -> Any:
        if not isinstance(value, kinds):
            raise TypeError(f"{value!r} is no {wanted}")
        return value

    return check


def _member(value: Any, allowed: frozenset[Any]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(sorted(allowed))}")
    return value


def _part_types() -> frozenset[type]:
    from sayso.model import Block, Line, NoteBody, NoteLink, Page, Piece, StatementDates

    parts = (Block, Line, NoteBody, NoteLink, Page, Piece, StatementDates, Evidence, Source)
    return frozenset({*parts, *RECORDS.values()})


_PARTS = _part_types()
