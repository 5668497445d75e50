"""The blocks of a Markdown file, line by line: headings, lists, quotations, tables, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.model import BlockRole

_LINE = re.compile(r"[^\n]*\n?")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+\Z")
_UNDER = re.compile(r" {0,3}(=+|-+)\Z")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+(?=\S)|\Z)")
_NOTE = re.compile(r" {0,3}\[\^([^\s\[\]]{1,60})\]:[ \t]*")
_LINK = re.compile(
    r" {0,3}\[[^\[\]^][^\[\]]{0,200}\]:[ \t]*\S+(?:[ \t]+[\"'(][^\"')]{0,500}[\"')])?\Z"
)
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ROW = re.compile(r" {0,3}\|.*\|\Z")
_ROW_RULE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*\|?\Z")
_CELLS = re.compile(r"(?<!\\)\|")
_INDENTED = re.compile(r"(?: {2,}|\t)")


@dataclass(slots=True)
class Block:
    """A block: its role, the raw spans of its lines, the name of its note; `code` is verbatim."""

    role: BlockRole
    lines: list[tuple[int, int]] = field(default_factory=list)
    level: int = 0
    note: str | None = None
    code: bool = False


def blocks(shown: str, start: int = 0) -> Iterator[Block]:
    """Give the blocks of a file from an offset on, its comments blanked out beforehand."""
    yield from _Blocks(shown).found(start)


class _Blocks:
    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.open: Block | None = None
        self.done: list[Block] = []
        self.fence = ""
        self.depth = 0
        self.note: str | None = None
        self.item = False

    def found(self, start: int) -> Iterator[Block]:
        at = start
        while at < len(self.shown):
            line = _LINE.match(self.shown, at)
            if line is None or line.end() == at:
                break
            self._line(at, line.end())
            at = line.end()
            yield from self.done
            self.done.clear()
        self._close()
        yield from self.done

    def _close(self) -> None:
        if self.open is not None and self.open.lines:
            self.done.append(self.open)
        self.open = None

    def _line(self, start: int, end: int) -> None:
        text = self.shown[start:end].rstrip("\r\n")
        end = start + len(text)
        if self.fence:
            self._in_fence(start, text)
            return
        quote = _QUOTE.match(text)
        depth = quote.group().count(">") if quote else 0
        if quote:
            start, text = start + quote.end(), text[quote.end() :]
        if not text.strip():
            self._close()
            return
        if depth != self.depth and not (self.open and depth == 0 and self._goes_on(text)):
            self._close()
            self.note, self.item = None, False
            self.depth = depth
        self._content(start, text)

    def _goes_on(self, text: str) -> bool:
        """Say whether a line without a sign may go on with the paragraph before it."""
        starts = (_HEADING, _ITEM, _NOTE, _FENCE, _RULE)
        return not any(one.match(text) for one in starts)

    def _content(self, start: int, text: str) -> None:
        for form in (
            self._fenced, self._heading, self._underlined, self._rule, self._note, self._list_item,
            self._row, self._definition,
        ):  # fmt: skip
            if form(start, text):
                return
        self._paragraph(start, text)

    def _in_fence(self, start: int, text: str) -> None:
        if text.strip() and not text.strip().strip(self.fence[0]) and self.fence in text:
            self.fence = ""
            self._close()
        elif self.open is not None:
            self.open.lines.append((start, start + len(text)))

    def _fenced(self, start: int, text: str) -> bool:
        fence = _FENCE.match(text)
        if fence is None:
            return False
        self._close()
        self.fence = fence[1]
        self.open = Block("paragraph", code=True, note=self.note)
        return True

    def _heading(self, start: int, text: str) -> bool:
        heading = _HEADING.match(text)
        if heading is None:
            return False
        self._close()
        self.note, self.item = None, False
        shut = _CLOSING_HASHES.search(text[-100:])
        end = len(text) - (len(shut.group()) if shut else 0)
        if heading.end() < end:
            span = (start + heading.end(), start + end)
            self.done.append(Block("heading", [span], level=len(heading[1])))
        return True

    def _underlined(self, start: int, text: str) -> bool:
        under = _UNDER.match(text.rstrip())
        if under is None or self.open is None or self.open.role != "paragraph" or self.open.code:
            return False
        if self.open.note is not None or len(self.open.lines) > 3:
            return False
        self.open.role, self.open.level = "heading", 1 if under[1][0] == "=" else 2
        self._close()
        return True

    def _rule(self, start: int, text: str) -> bool:
        if len(text) > 200 or _RULE.match(text) is None:
            return False
        self._close()
        self.note, self.item = None, False
        return True

    def _note(self, start: int, text: str) -> bool:
        note = _NOTE.match(text)
        if note is None:
            return False
        self._close()
        self.note, self.item = note[1], False
        span = (start + note.end(), start + len(text))
        self.open = Block("note", [span] if span[0] < span[1] else [], note=note[1])
        return True

    def _list_item(self, start: int, text: str) -> bool:
        item = _ITEM.match(text)
        if item is None or (self.open and self.open.note and not _INDENTED.match(text)):
            return False
        if self.open and not self.item and not re.match(r"[ \t]*(?:[-*+]|1[.)])", text):
            # A year or number that happens to begin a line of a paragraph.
            return False
        self._close()
        inside_note = self.note is not None and _INDENTED.match(text)
        self.note = self.note if inside_note else None
        self.item = True
        self.open = Block("list_item", [(start + item.end(), start + len(text))], note=self.note)
        return True

    def _row(self, start: int, text: str) -> bool:
        if _ROW.match(text) is None:
            return bool(len(text) < 500 and "|" in text and _ROW_RULE.match(text))
        self._close()
        if len(text) < 500 and _ROW_RULE.match(text):
            return True
        self.done.append(Block("table", _cells(start, text)))
        return True

    def _definition(self, start: int, text: str) -> bool:
        return self.open is None and len(text) < 3000 and _LINK.match(text) is not None

    def _paragraph(self, start: int, text: str) -> None:
        lead = len(text) - len(text.lstrip())
        if self.open is None:
            indented = _INDENTED.match(text)
            self.note = self.note if indented else None
            self.item = self.item and bool(indented)
            role: BlockRole = "blockquote" if self.depth else "paragraph"
            role = "list_item" if self.item else role
            self.open = Block("note" if self.note else role, note=self.note)
        self.open.lines.append((start + lead, start + len(text)))


def _cells(start: int, text: str) -> list[tuple[int, int]]:
    bars = [one.start() for one in _CELLS.finditer(text)]
    found = []
    for one, two in pairwise(bars):
        inner = text[one + 1 : two]
        if inner.strip():
            lead = len(inner) - len(inner.lstrip())
            begin = start + one + 1 + lead
            found.append((begin, begin + len(inner.strip())))
    return found
