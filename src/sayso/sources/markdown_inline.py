"""The marks inside a Markdown paragraph: emphasis, links, code, notes, references to characters."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.sources.parts import Run
from sayso.sources.signs import Signs

_TOKEN = re.compile(
    r"\\[!-/:-@\[-`{-~]"  # an escaped sign
    r"|`+"
    r"|!?\[|\]"
    r"|\*+|_+"
    r"|<(?:https?://|mailto:)[^\s<>]{1,2000}>"
    r"|</?[A-Za-z][^<>\n]{0,1000}>"
    r"|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
    r"|(?:[ ]{2,}|\\)\n|\n"
)
_TARGET = re.compile(
    r"\([ \t]*(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)"
    r"(?:\s{1,5}(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ \t]*\)|\[[^\[\]]{0,200}\]"
)
_NOTE = re.compile(r"\^([^\s\[\]]{1,60})\Z")


@dataclass(slots=True)
class Labels:
    """The labels of the notes of a document: digits as written, other names counted."""

    defined: set[str]
    found: dict[str, str] = field(default_factory=dict)

    def label(self, name: str) -> str | None:
        """Give the label of a note; None where no note has the name, and it is no number."""
        if name not in self.defined:
            return name if name.isdecimal() else None
        if name not in self.found:
            self.found[name] = name if name.isdecimal() else str(len(self.found) + 1)
        return self.found[name]


@dataclass(frozen=True, slots=True)
class _Edit:
    """What becomes of a stretch of the content: `text` in its place, or a change of style."""

    start: int
    end: int
    text: str = ""
    marker: str | None = None
    superscript: bool = False
    style: str = ""


class Content:
    """The lines of one block, without what stands before them, as one string with raw places."""

    def __init__(self, shown: str, lines: Sequence[tuple[int, int]]) -> None:
        self.lines = lines
        self.text = "\n".join(shown[start:end] for start, end in lines)
        self._starts: list[int] = []
        at = 0
        for start, end in lines:
            self._starts.append(at)
            at += end - start + 1

    def raw_of(self, at: int) -> int:
        """Give the raw place of an offset; that of a line's end for its break."""
        nth = max(0, bisect_right(self._starts, at) - 1)
        return self.lines[nth][0] + at - self._starts[nth]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Give the raw span of a stretch of the content."""
        nth = bisect_right(self._starts, end) - 1
        if nth > 0 and end == self._starts[nth] and start < end:
            return self.raw_of(start), self.lines[nth][0]
        return self.raw_of(start), self.raw_of(end)


def runs(content: Content, signs: Signs, labels: Labels) -> list[Run]:
    """Give the runs of a block: its words without the marks around them."""
    edits = sorted(_Scanner(content.text, labels).edits(), key=lambda one: (one.start, one.end))
    found: list[Run] = []
    at = 0
    emphasis, superscript = 0, False
    for edit in [*edits, _Edit(len(content.text), len(content.text))]:
        if edit.start < at:
            continue
        if at < edit.start:
            start, end = content.raw_span(at, edit.start)
            found += [
                replace(one, emphasis=emphasis > 0, superscript=superscript)
                for one in signs.runs(start, end)
            ]
        emphasis += {"open": 1, "close": -1}.get(edit.style, 0)
        superscript = {"sup": True, "/sup": False}.get(edit.style, superscript)
        if edit.start < edit.end:
            start, end = content.raw_span(edit.start, edit.end)
            raised = edit.superscript or (superscript and bool(edit.text))
            kind = "join" if edit.text.isspace() else "markup"
            found.append(
                Run(start, end, edit.text, kind, superscript=raised, marker=edit.marker)  # type: ignore[arg-type]
            )
        at = edit.end
    return found


class _Scanner:
    def __init__(self, text: str, labels: Labels) -> None:
        self.text = text
        self.labels = labels
        self.ticks: dict[int, list[int]] = {}
        for one in re.finditer(r"`+", text):
            self.ticks.setdefault(len(one.group()), []).append(one.start())
        self.brackets: list[tuple[int, bool]] = []
        self.openers: dict[str, list[list[int]]] = {"*": [], "_": []}
        self.found: list[_Edit] = []

    def edits(self) -> Iterator[_Edit]:
        at = 0
        while token := _TOKEN.search(self.text, at):
            at = self._token(token)
        yield from self.found

    def _token(self, token: re.Match[str]) -> int:
        exact, start, end = token.group(), token.start(), token.end()
        if exact[0] == "`":
            return self._code(start, end)
        if exact in ("[", "!["):
            self.brackets.append((start, exact == "!["))
        elif exact == "]":
            return self._bracket(start)
        elif exact[0] in "*_":
            self._delimiters(start, end)
        elif exact.endswith("\n"):
            self.found.append(_Edit(start, end, "\n" if len(exact) > 1 else " "))
        elif exact[0] == "\\":
            self.found.append(_Edit(start, start + 1))
        elif exact[0] == "&":
            self.found.append(_Edit(start, end, html.unescape(exact)))
        elif exact[0] == "<":
            self._tag(exact, start, end)
        return end

    def _code(self, start: int, end: int) -> int:
        places = self.ticks.get(end - start, [])
        nth = bisect_right(places, start)
        if nth == len(places):
            return end
        close = places[nth]
        self.found.append(_Edit(start, end))
        self.found += [
            _Edit(end + one.start(), end + one.end(), " ")
            for one in re.finditer("\n", self.text[end:close])
        ]
        self.found.append(_Edit(close, close + end - start))
        return close + end - start

    def _tag(self, exact: str, start: int, end: int) -> None:
        if "://" in exact[:10] or exact.startswith("<mailto:"):
            self.found += [_Edit(start, start + 1), _Edit(end - 1, end)]
            return
        name = exact[1:-1].split(maxsplit=1)[0].rstrip("/").lower() if exact[1:-1].strip() else ""
        text = "\n" if name == "br" else ""
        self.found.append(_Edit(start, end, text, style=name if name in ("sup", "/sup") else ""))

    def _bracket(self, close: int) -> int:
        """Close a bracket: a note, a link, an image, or a bracket and no more."""
        if not self.brackets:
            return close + 1
        start, image = self.brackets.pop()
        inside = self.text[start + 1 : min(close, start + 64)]
        note = _NOTE.match(inside)
        if note and close - start < 64 and not image:
            self._note(start, close + 1, note[1])
            return close + 1
        target = _TARGET.match(self.text, close + 1)
        if target is None:
            return close + 1
        if image:
            self.found.append(_Edit(start, target.end()))
        else:
            self.found += [_Edit(start, start + 1), _Edit(close, target.end())]
        return target.end()

    def _note(self, start: int, end: int, name: str) -> None:
        label = self.labels.label(name)
        if label is not None:
            marker = name if name in self.labels.defined else None
            self.found.append(_Edit(start, end, label, marker, superscript=True))

    def _delimiters(self, start: int, end: int) -> None:
        """Match emphasis marks with the last ones open; those without a partner stay."""
        sign = self.text[start]
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        inner = sign == "_" and before.isalnum() and after.isalnum()
        closes = not before.isspace() and not inner and (sign == "*" or not after.isalnum())
        opens = not after.isspace() and not inner and (sign == "*" or not before.isalnum())
        stack = self.openers[sign]
        while closes and stack and start < end:
            first, last = stack[-1]
            size = min(last - first, end - start, 2)
            self.found.append(_Edit(last - size, last, style="open"))
            self.found.append(_Edit(start, start + size, style="close"))
            stack[-1][1] -= size
            start += size
            if stack[-1][0] == stack[-1][1]:
                stack.pop()
        if opens and start < end:
            stack.append([start, end])
