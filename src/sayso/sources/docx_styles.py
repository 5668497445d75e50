"""The styles of a DOCX file: which of them make headings, quotations, lists, verse."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.model import BlockRole
from sayso.sources.docx_package import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop) ?([1-9])\Z")
_ROLES: tuple[tuple[str, BlockRole], ...] = (
    ("quot", "blockquote"),
    ("block text", "blockquote"),
    ("zitat", "blockquote"),
    ("citation", "blockquote"),
    ("epigraph", "epigraph"),
    ("motto", "epigraph"),
    ("verse", "verse"),
    ("poem", "verse"),
    ("caption", "caption"),
    ("beschriftung", "caption"),
    ("bibliography", "reference"),
    ("list ", "list_item"),
)
BASES = 10
"""Styles that one may be based on, one on the other."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph of a style is; `title` marks the title of the document."""

    role: BlockRole | None = None
    level: int = 0
    title: bool = False


def styles(root: _Element | None) -> Mapping[str, Style]:
    """Give the styles of a file by their id, as far as they mean something for the text."""
    if root is None:
        return {}
    elements = {
        one.get(f"{WORD}styleId", ""): one
        for one in root.iterfind(f"{WORD}style")
        if one.get(f"{WORD}type") == "paragraph"
    }
    return {id_: _style(id_, elements) for id_ in elements}


def _style(id_: str, elements: Mapping[str, _Element]) -> Style:
    """Judge a style by its name, else by the one it is based on."""
    for _ in range(BASES):
        element = elements.get(id_)
        if element is None:
            break
        found = named(value(element, "name")) or _outlined(element)
        if found:
            return found
        id_ = value(element, "basedOn")
    return Style()


def named(name: str) -> Style | None:
    """Judge a style by its name alone; None where the name says nothing."""
    low = name.lower()
    heading = _HEADING.match(low)
    if heading:
        return Style("heading", int(heading[1]))
    if low in ("title", "titel", "titre", "título"):
        return Style("heading", 1, title=True)
    if low in ("subtitle", "untertitel"):
        return Style("heading", 2)
    return next((Style(role) for part, role in _ROLES if part in low), None)


def _outlined(element: _Element) -> Style | None:
    level = element.find(f"{WORD}pPr/{WORD}outlineLvl")
    written = level.get(f"{WORD}val", "") if level is not None else ""
    return Style("heading", int(written) + 1) if written in tuple("012345678") else None


def value(element: _Element, name: str) -> str:
    """Give the value of a child element; empty where there is none."""
    child = element.find(f"{WORD}{name}")
    return child.get(f"{WORD}val", "") if child is not None else ""
