"""The body and notes of a DOCX file to parts, and the raw text that their offsets count in.

The raw text is the words of the file in their order, a line for each paragraph, notes after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.model import BlockRole
from sayso.sources.docx_package import WORD
from sayso.sources.docx_styles import Style, value
from sayso.sources.parts import Part, Run
from sayso.sources.signs import Signs

if TYPE_CHECKING:
    from lxml.etree import _Element

INDENT = 400
"""Twentieths of a point that a paragraph is set in on both sides to be taken for a quotation."""
_COMPAT = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEFT_OUT = frozenset(
    f"{WORD}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "sectPr")
)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_OFF = ("0", "false", "off", "none")


@dataclass(slots=True)
class _Style:
    emphasis: bool = False
    superscript: bool = False


@dataclass(slots=True)
class Builder:
    """Collects raw text and parts; `titles` are the parts in the style of a title."""

    styles: Mapping[str, Style]
    raw: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    titles: list[Part] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    _size: int = 0
    _boxes: list[_Element] = field(default_factory=list)
    _custom: str = ""
    _counts: Counter[str] = field(default_factory=Counter)

    def body(self, element: _Element, *, depth: int = 0) -> None:
        """Add the paragraphs and tables of a body, a cell or a note, in order."""
        for child in _flat(element):
            if child.tag == f"{WORD}p":
                self._paragraph(child)
            elif child.tag == f"{WORD}tbl" and depth < 20:
                self._table(child, depth)

    def notes(self, root: _Element | None, kind: str) -> None:
        """Add the notes that the text refers to, in the order of their labels."""
        if root is None:
            return
        bodies = {
            one.get(f"{WORD}id", ""): one
            for one in root.iterfind(f"{WORD}{kind}")
            if one.get(f"{WORD}type") not in _SEPARATORS
        }
        for key, label in list(self.labels.items()):
            kind_of, _, id_ = key.partition(" ")
            if kind_of != kind or id_ not in bodies:
                continue
            first = len(self.parts)
            self.body(bodies[id_])
            for part in self.parts[first:]:
                part.role, part.level, part.note, part.label = "note", 0, key, label

    def text(self) -> str:
        """Give the raw text."""
        return "".join(self.raw)

    # blocks

    def _table(self, table: _Element, depth: int) -> None:
        for row in table.iter(f"{WORD}tr"):
            if next(row.iterancestors(f"{WORD}tbl")) is not table:
                continue
            part = Part("table")
            for cell in row.iterfind(f"{WORD}tc"):
                if part.runs:
                    self._add(part, "\t", _Style())
                self._cell(part, cell, depth)
            self._close(part)

    def _cell(self, part: Part, cell: _Element, depth: int) -> None:
        first = True
        for child in _flat(cell):
            if child.tag == f"{WORD}tbl" and depth < 20:
                self._table(child, depth + 1)
            elif child.tag == f"{WORD}p":
                if not first:
                    self._add(part, " ", _Style())
                self._inline(part, child)
                first = False

    def _paragraph(self, element: _Element) -> None:
        style = self._style_of(element)
        part = Part(style.role or "paragraph", level=style.level)
        self._inline(part, element)
        self._close(part)
        if style.title and part.runs:
            self.titles.append(part)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.body(box, depth=1)

    def _style_of(self, element: _Element) -> Style:
        properties = element.find(f"{WORD}pPr")
        if properties is None:
            return Style()
        known = self.styles.get(value(properties, "pStyle"), Style())
        if known.role:
            return known
        outline = value(properties, "outlineLvl")
        if outline in tuple("012345678"):
            return Style("heading", int(outline) + 1)
        if properties.find(f"{WORD}numPr") is not None:
            return Style("list_item")
        role: BlockRole | None = "blockquote" if _set_in(properties) else None
        return Style(role)

    def _close(self, part: Part) -> None:
        self.parts.append(part)
        self.raw.append("\n")
        self._size += 1

    # inline

    def _inline(self, part: Part, element: _Element) -> None:
        for child in element:
            if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
                continue
            if child.tag == f"{WORD}r":
                self._run(part, child)
            elif child.tag == f"{_COMPAT}AlternateContent":
                self._inline(part, _choice(child))
            else:
                self._inline(part, child)

    def _run(self, part: Part, run: _Element) -> None:
        style = _Style()
        properties = run.find(f"{WORD}rPr")
        if properties is not None:
            if _on(properties, "vanish"):
                return
            style.emphasis = any(_on(properties, name) for name in ("i", "b", "u"))
            style.superscript = value(properties, "vertAlign") == "superscript"
        for child in run:
            self._in_run(part, child, style)

    def _in_run(self, part: Part, child: _Element, style: _Style) -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        name = tag.removeprefix(WORD)
        if name == "t":
            self._add(part, child.text or "", style)
        elif name in _SIGNS and tag.startswith(WORD):
            self._add(part, _SIGNS[name], style)
        elif name in ("footnoteReference", "endnoteReference"):
            self._reference(part, child, name.removesuffix("Reference"))
        elif name not in ("del", "instrText", "delText", "rPr"):
            boxes = list(child.iter(f"{WORD}txbxContent"))
            # The same box often stands twice, the second time for older programs.
            self._boxes += boxes[:1]

    def _reference(self, part: Part, element: _Element, kind: str) -> None:
        key = f"{kind} {element.get(f'{WORD}id', '')}"
        if element.get(f"{WORD}customMarkFollows") not in (None, *_OFF):
            self._custom = key
            return
        if key not in self.labels:
            self._counts[kind] += 1
            count = self._counts[kind]
            # Word counts endnotes in Roman figures, which are read apart from footnotes so.
            roman = kind == "endnote" and self._counts["footnote"] > 0
            self.labels[key] = _roman(count) if roman else str(count)
        at = self._size
        label = self.labels[key]
        part.runs.append(Run(at, at, label, "insert", superscript=True, marker=key))

    def _add(self, part: Part, text: str, style: _Style) -> None:
        if not text:
            return
        marker = None
        if self._custom and text.strip():
            marker, self._custom = self._custom, ""
            self.labels.setdefault(marker, text.strip()[:10])
        start = self._size
        self.raw.append(text)
        self._size += len(text)
        superscript = style.superscript or marker is not None
        for run in Signs(text).runs(0, len(text)):
            part.runs.append(
                Run(
                    start + run.start, start + run.end, run.text, run.kind,
                    emphasis=style.emphasis, superscript=superscript, marker=marker,
                )
            )  # fmt: skip


def _flat(element: _Element) -> Iterator[_Element]:
    """Give the paragraphs and tables of an element, also those wrapped in content controls."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _LEFT_OUT:
            continue
        if child.tag in (f"{WORD}p", f"{WORD}tbl"):
            yield child
        elif child.tag == f"{_COMPAT}AlternateContent":
            yield from _flat(_choice(child))
        elif child.tag not in (f"{WORD}tcPr", f"{WORD}tblPr"):
            yield from _flat(child)


def _choice(element: _Element) -> _Element:
    """Give the first of the forms that a file offers for one thing."""
    return next((child for child in element if isinstance(child.tag, str)), element)


def _set_in(properties: _Element) -> bool:
    indent = properties.find(f"{WORD}ind")
    if indent is None:
        return False
    sides = []
    for names in (("left", "start"), ("right", "end")):
        written = indent.get(f"{WORD}{names[0]}") or indent.get(f"{WORD}{names[1]}") or ""
        sides.append(int(written) if written.isdecimal() and len(written) < 8 else 0)
    return min(sides) >= INDENT


def _on(properties: _Element, name: str) -> bool:
    child = properties.find(f"{WORD}{name}")
    return child is not None and child.get(f"{WORD}val", "1") not in _OFF


def _roman(number: int) -> str:
    found = ""
    for size, sign in ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"),
                       (5, "v"), (4, "iv"), (1, "i")):  # fmt: skip
        found += sign * (number // size)
        number %= size
    return found
