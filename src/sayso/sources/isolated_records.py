"""Rebuild documents and failures from plain JSON, and refuse what does not hold together."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from sayso.errors import AnchorError
from sayso.model import Document, Failure, document_id, failure_id
from sayso.plugins import Given
from sayso.text import Edits


def rebuilt(plain: Mapping[str, Any], given: Given) -> Document | Failure:
    """Rebuild one record of a file from `model.plain`'s output.

    Raises:
        ValueError: It is no record of this file, or its offsets do not lie in its text.
    """
    kind = plain.get("type")
    if kind == Document.type:
        document: Document = _record(Document, plain)
        _check(document, given)
        return document
    if kind == Failure.type:
        failure: Failure = _record(Failure, plain)
        wanted = failure_id(failure.source, failure.stage, failure.message)
        if failure.source != given.source or failure.id != wanted:
            raise ValueError("a failure of another file")
        return failure
    raise ValueError(f"unexpected record {str(kind)[:40]!r}")


def _check(document: Document, given: Given) -> None:
    if document.source != given.source or not document.key.startswith(given.key):
        raise ValueError("a document of another file")
    if document.id != document_id(document.key, document.text):
        raise ValueError("a document whose id is not that of its text")
    text, raw = len(document.text), len(document.raw)
    try:
        Edits(document.pieces, text_size=text, raw_size=raw)
    except AnchorError as error:
        raise ValueError(str(error)) from error
    for piece in document.pieces:
        if piece.kind == "copy":
            same = document.raw[piece.raw_start : piece.raw_end]
            if document.text[piece.start : piece.end] != same:
                raise ValueError("a copied piece that is no copy")
    spans = [*document.paragraphs, *document.superscripts, *document.emphasis]
    spans += [(one.start, one.end) for one in document.blocks]
    for note in document.notes:
        spans += [(note.start, note.end), *note.markers]
    _within(spans, text)
    _within([(one.raw_start, one.raw_end) for one in document.lines], raw)
    _within([(one.raw_start, one.raw_end) for one in document.raw_pages], raw)


def _within(spans: list[tuple[int, int]], size: int) -> None:
    if any(not 0 <= start <= end <= size for start, end in spans):
        raise ValueError("a span outside its text")


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    """Name, type and whether a value is required, for each field of a record."""
    hints = get_type_hints(kind)
    return tuple(
        (one.name, hints[one.name], one.default is MISSING and one.default_factory is MISSING)
        for one in fields(kind)
    )


def _record(kind: Any, plain: Any) -> Any:
    if not isinstance(plain, Mapping):
        raise ValueError(f"no {kind.__name__}")  # noqa: TRY004  (one error for damaged answers)
    values = {}
    for name, hint, required in _hints(kind):
        key = name.rstrip("_")
        if key in plain:
            values[name] = _value(hint, plain[key])
        elif required:
            raise ValueError(f"{kind.__name__} without {key}")
    return kind(**values)


def _value(hint: Any, plain: Any) -> Any:
    if hint is int or hint is str or hint is bool:
        if type(plain) is not hint:
            raise ValueError(f"{str(plain)[:40]!r} where {hint.__name__} belongs")
        return plain
    if hint is float:
        if type(plain) not in (int, float):
            raise ValueError(f"{str(plain)[:40]!r} where a number belongs")
        return float(plain)
    origin = get_origin(hint)
    if origin is tuple:
        return _tuple(get_args(hint), plain)
    if origin in (Union, types.UnionType):
        return None if plain is None else _value(get_args(hint)[0], plain)
    if origin is Literal:
        if plain not in get_args(hint):
            raise ValueError(f"unexpected {str(plain)[:40]!r}")
        return plain
    if is_dataclass(hint):
        return _record(hint, plain)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(plain, dict):
            raise ValueError("no mapping")
        return plain
    raise ValueError(f"no rule for {hint}")


def _tuple(parts: tuple[Any, ...], plain: Any) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise ValueError("no list")  # noqa: TRY004
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_value(parts[0], one) for one in plain)
    if len(parts) != len(plain):
        raise ValueError(f"{len(plain)} values where {len(parts)} belong")
    return tuple(_value(hint, one) for hint, one in zip(parts, plain, strict=True))
