"""HTML source to tags and text with their places in it: tolerant, linear, resolving nothing.

Libraries that repair HTML lose the place of each character in the file, which anchors need.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

ATTRIBUTES = 200
"""Attributes kept of one tag."""
_NAME = re.compile(r"[A-Za-z][^\s/>]*")
_ATTRIBUTE = re.compile(
    r"""[\s/]*(?P<name>[^\s=>/][^\s=>/]*)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'"""
    r"""|(?P<bare>[^\s>]*)))?"""
)
_CLOSE = re.compile(r"[\s/]*>")
_SKIPPED = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed")
}


@dataclass(frozen=True, slots=True)
class Token:
    """A tag or a stretch of text; `name` is empty for text, `closing` and `empty` are for tags.

    `literal` text holds no character references.
    """

    start: int
    end: int
    name: str = ""
    closing: bool = False
    empty: bool = False
    literal: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


def tokens(raw: str) -> Iterator[Token]:
    """Give the tags and texts of a source in order; comments and declarations are left out."""
    at = text = 0
    last_close = raw.rfind(">")
    while (at := raw.find("<", at)) >= 0:
        if at > last_close and not raw.startswith("<!--", at):
            break
        end, token = _markup(raw, at)
        if end < 0:
            at += 1
            if end == _NEVER:
                break
            continue
        if text < at:
            yield Token(text, at)
        if token is not None:
            yield token
        at = text = end
        if token and not token.closing and not token.empty and token.name in _SKIPPED:
            close = _SKIPPED[token.name].search(raw, at)
            end = close.start() if close else len(raw)
            if at < end:
                yield Token(at, end)
            at = text = end
    if text < len(raw):
        yield Token(text, len(raw))


_NO_MARKUP, _NEVER = -1, -2


def _markup(raw: str, at: int) -> tuple[int, Token | None]:
    """Give where the markup at `<` ends, and its token if it is a tag."""
    if raw.startswith("<!--", at):
        return _after(raw, "-->", at + 4), None
    if raw.startswith("<![CDATA[", at):
        end = _after(raw, "]]>", at + 9)
        inner = end - 3 if raw.startswith("]]>", end - 3) else end
        return end, Token(at + 9, max(at + 9, inner), literal=True)
    if raw.startswith(("<!", "<?"), at):
        return _after(raw, ">", at + 2), None
    closing = raw.startswith("/", at + 1)
    name = _NAME.match(raw, at + 1 + closing)
    if not name:
        return _NO_MARKUP, None
    low = name.group().lower()
    if closing:
        end = _after(raw, ">", name.end())
        return end, Token(at, end, low, closing=True)
    return _opened(raw, at, low, name.end())


def _opened(raw: str, at: int, name: str, end: int) -> tuple[int, Token | None]:
    attributes: dict[str, str] = {}
    while not (close := _CLOSE.match(raw, end)):
        found = _ATTRIBUTE.match(raw, end)
        if not found or found.end() == end:
            # The source ends inside a tag, and so do all that begin later.
            return _NEVER, None
        end = found.end()
        if len(attributes) < ATTRIBUTES:
            value = found["double"] or found["single"] or found["bare"] or ""
            attributes.setdefault(found["name"].lower(), html.unescape(value))
    empty = "/" in close.group() or raw[close.start() - 1] == "/"
    return close.end(), Token(at, close.end(), name, empty=empty, attributes=attributes)


def _after(raw: str, sign: str, start: int) -> int:
    found = raw.find(sign, start)
    return found + len(sign) if found >= 0 else len(raw)
