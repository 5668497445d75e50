"""Records as JSON lines: one object a line, `type` first, spans with their place in the source."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from sayso.exports.unseen import UNSEEN, escaped
from sayso.model import Document, Evidence, Finding, Record, Span
from sayso.text import Places

Row = dict[str, Any]

_UNSEEN = re.compile(f"[{UNSEEN}]")
_DOCUMENT = (
    "source", "key", "text", "title", "author", "signed", "date", "published_in", "kind", "url",
    "language", "metadata", "extraction", "supersedes", "paragraphs",
)  # fmt: skip


def lines(records: Iterable[Record], documents: Iterable[Document] = ()) -> Iterator[str]:
    r"""Give each record as one line of JSON, without the line's end.

    Control, bidi and other invisible characters are escaped as \uXXXX, which any JSON reader turns
    back; nothing in a text can drive the terminal it is printed on.

    Args:
        records: The records, in the order wanted.
        documents: The documents they are anchored in, where these are not among the records.

    >>> from sayso.model import Failure
    >>> list(lines([Failure("f1", "s1", "sources", "no \u202etext")]))
    ['{"type":"failure","id":"f1","source":"s1","stage":"sources","message":"no \\u202etext"}']
    """
    for one in objects(records, documents=documents):
        yield line(one)


def line(row: Mapping[str, Any]) -> str:
    """Give a row as one line of JSON, without the line's end, invisible characters escaped."""
    text = json.dumps(row, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSEEN.sub(lambda one: escaped(one.group()), text)


def objects(records: Iterable[Record], *, documents: Iterable[Document] = ()) -> Iterator[Row]:
    """Give each record as a plain row: `type`, `id`, then its columns.

    A span becomes `{"start", "end", "exact", "origin": {"page", "line", "start", "end"}}`; its
    origin is None where the document is neither among `documents` nor among the records before.
    """
    places = {one.id: Places(one) for one in documents}
    for record in records:
        if isinstance(record, Document):
            if record.id not in places:
                places[record.id] = Places(record)
            yield _document(record, places[record.id])
        elif isinstance(record, Finding):
            yield _row(record, None) | {"evidence": _evidence(record, places)}
        else:
            yield _row(record, places.get(getattr(record, "document", None) or ""))


def _document(document: Document, places: Places) -> Row:
    head: Row = {"type": "document", "id": document.id}
    rest = {name: _value(getattr(document, name), None) for name in _DOCUMENT}
    return head | rest | {"pages": _pages(document, places)}


def _pages(document: Document, places: Places) -> list[Row]:
    """Give the pages by their span of the text; a page without text stands at the one before."""
    found: list[Row] = []
    at = 0
    for page in document.raw_pages:
        start, end = places.edits.to_text(page.raw_start, page.raw_end) or (at, at)
        at = end
        found.append({"number": page.number, "label": page.label, "start": start, "end": end})
    return found


def _evidence(finding: Finding, places: Mapping[str, Places]) -> list[Row]:
    return [
        {"document": one.document, "span": _span(one.span, places.get(one.document))}
        for one in finding.evidence
    ]


def _row(record: Record, places: Places | None) -> Row:
    return {"type": record.type} | {
        one.name.rstrip("_"): _value(getattr(record, one.name), places) for one in fields(record)
    }


def _value(value: Any, places: Places | None) -> Any:
    """Turn a part of a record into plain JSON values."""
    if value is None or isinstance(value, (str, int, bool)):
        return value
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Span):
        return _span(value, places)
    if isinstance(value, (list, tuple)):
        return [_value(part, places) for part in value]
    if isinstance(value, Mapping):
        return {str(key): _value(part, places) for key, part in value.items()}
    if isinstance(value, Evidence) or is_dataclass(value):
        return {one.name: _value(getattr(value, one.name), places) for one in fields(value)}
    return str(value)


def _span(span: Span, places: Places | None) -> Row:
    row: Row = {"start": span.start, "end": span.end, "exact": span.exact, "origin": None}
    if places is not None:
        origin = places.origin(span.start, span.end)
        row["origin"] = {
            "page": origin.page, "line": origin.line, "start": origin.start, "end": origin.end,
        }  # fmt: skip
    return row
