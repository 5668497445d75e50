"""What stands before a text about it: `key: value` lines between two rules, or known headers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sayso.model import Json
from sayso.sources.parts import Described

MOST = 20_000
"""Code points that such a head may have."""
_RULE = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:[ \t]*(.*)\Z")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)\Z")
_HEADERS = re.compile(
    r"(?:(?:title|author|by|date|published|publication|url|source|language)[ \t]*:"
    r"[^\r\n]{0,400}(?:\r?\n|\Z)){2,12}(?=\s|\Z)",
    re.IGNORECASE,
)
_FIELDS = {
    "title": "title",
    "author": "author", "authors": "author", "by": "author", "creator": "author",
    "signed": "signed",
    "date": "date", "published": "date", "year": "date",
    "published_in": "published_in", "journal": "published_in", "publication": "published_in",
    "venue": "published_in", "newspaper": "published_in", "container-title": "published_in",
    "kind": "kind", "type": "kind", "genre": "kind",
    "url": "url", "link": "url", "canonical": "url", "source_url": "url",
    "language": "language", "lang": "language",
}  # fmt: skip


def front_matter(raw: str) -> tuple[Described, int]:
    """Give what the head of a file says of it, and where the text begins; 0 without a head.

    >>> front_matter("---\\ntitle: On peace\\n---\\nText")[0].title
    'On peace'
    """
    opened = _RULE.match(raw)
    if opened:
        closed = _CLOSE.search(raw, opened.end(), MOST)
        if closed and (found := _pairs(raw[opened.end() : closed.start()])):
            return described(found), closed.end()
        return Described(), 0
    headed = _HEADERS.match(raw, 0, MOST)
    if headed:
        return described(_pairs(headed.group())), headed.end()
    return Described(), 0


def described(found: Mapping[str, Json]) -> Described:
    """Sort keys into the fields of a document; what has no field becomes metadata."""
    fields: dict[str, Any] = {}
    rest: dict[str, Json] = {}
    for key, value in found.items():
        name = _FIELDS.get(key.lower().replace(" ", "_"))
        if name and name not in fields and value not in ("", None, []):
            parts = value if isinstance(value, list) else [value]
            fields[name] = "; ".join(str(part) for part in parts)
        else:
            rest[key] = value
    if "language" in fields:
        fields["language"] = language_code(fields["language"])
    return Described(metadata=rest, **fields)


def language_code(written: str) -> str | None:
    """Give the two-letter code that a language tag begins with; None for anything else.

    >>> language_code("en-GB")
    'en'
    """
    first = re.split(r"[-_]", written.strip().lower(), maxsplit=1)[0]
    return first if len(first) == 2 and first.isascii() and first.isalpha() else None


def _pairs(head: str) -> dict[str, Json]:
    found: dict[str, Json] = {}
    key = ""
    for line in head.splitlines():
        line = line.rstrip()
        item = _ITEM.match(line)
        pair = None if item else _PAIR.match(line)
        if item and key:
            value = _unquoted(item[1])
            held = found[key]
            found[key] = [*held, value] if isinstance(held, list) else [value]
        elif pair:
            key = pair[1]
            found[key] = _value(pair[2])
        elif line[:1].isspace() and key and isinstance(found[key], str):
            found[key] = f"{found[key]} {line.strip()}".strip()
    return found


def _value(written: str) -> Json:
    if written.startswith("[") and written.endswith("]"):
        return [_unquoted(part.strip()) for part in written[1:-1].split(",") if part.strip()]
    return "" if written in (">", "|", ">-", "|-") else _unquoted(written)


def _unquoted(written: str) -> str:
    if len(written) > 1 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1]
    return written
