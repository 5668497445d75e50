"""Tags and text of a page to parts: blocks with roles, emphasis, links that mark notes."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sayso.model import BlockRole, PieceKind
from sayso.sources.html_rules import (
    BLOCKS,
    CLOSED,
    EMPHASIS,
    ENDING,
    HEADINGS,
    VOID,
    dropped,
    is_note,
    is_note_list,
    role,
    words,
)
from sayso.sources.html_tokens import Token, tokens
from sayso.sources.parts import Part, Run
from sayso.sources.signs import Signs

DEPTH = 400
"""Elements within one another that are told apart."""
_SPECIAL = re.compile(
    r"[ \t\r\n\f]{2,}|[\t\r\n\f]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?"
)
_CLOSES_ITSELF = {
    "li": ("li", {"ul", "ol", "menu"}),
    "dt": ("dt dd", {"dl"}),
    "dd": ("dt dd", {"dl"}),
    "tr": ("tr td th", {"table"}),
    "td": ("td th", {"tr", "table"}),
    "th": ("td th", {"tr", "table"}),
}
_PAIRS = (("“", "”"), ("‘", "’"))
_MARKS = "“”„«»‘’\"'"
_LABEL = re.compile(r"[\[(]?(?:\d{1,4}|[a-z]|[*†‡§]{1,3}|[ivxl]{1,6})[\])]?\Z")


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the page, the part it stands in, and what it shows."""

    target: str
    ids: tuple[str, ...]
    part: int
    first_run: int
    last_run: int
    shown: str
    declared: bool


@dataclass(slots=True)
class Place:
    """The parts that an element with an id covers: from the first to before the last."""

    first: int
    last: int
    note: bool
    listed: int = 0


@dataclass(slots=True)
class Page:
    """What a page is made of: parts, which of them are main content, links and places of ids."""

    parts: list[Part] = field(default_factory=list)
    main: list[bool] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Frame:
    name: str
    drop: PieceKind | None = None
    role: BlockRole | None = None
    level: int = 0
    emphasis: bool = False
    superscript: bool = False
    pre: bool = False
    main: bool = False
    article: bool = False
    notes: bool = False
    id: str = ""
    note: bool = False
    first: int = 0
    link: str = ""
    link_part: int = 0
    link_run: int = 0
    declared: bool = False
    sign: str = ""


def parsed(raw: str) -> Page:
    """Take a page apart."""
    return _Parser(raw).page()


class _Parser:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.signs = Signs(raw)
        self.found = Page()
        self.stack: list[_Frame] = [_Frame("")]
        self.open: Counter[str] = Counter()
        self.part: Part | None = None
        self.main = False
        self.items = 0

    def page(self) -> Page:
        for token in tokens(self.raw):
            if not token.name:
                self._text(token)
            elif token.closing:
                self._close_quotation(token)
                self._end(token.name)
            else:
                self._start(token)
        while len(self.stack) > 1:
            self._pop()
        self._flush()
        return self.found

    # elements

    def _start(self, token: Token) -> None:
        name = token.name
        if self.stack[-1].name in CLOSED and name != self.stack[-1].name:
            return
        if name in BLOCKS:
            self._close_before(name)
            if not (name in ("td", "th") and self.part):
                self._flush()
        if name == "br":
            self._line_break(token)
        elif name in ("td", "th") and self.part and self.part.runs:
            self._add(Run(token.start, token.end, "\t", "markup"))
        if name in VOID or (token.empty and name not in BLOCKS):
            self._note_place(token.attributes)
        elif len(self.stack) < DEPTH:
            frame = self._frame(name, token.attributes)
            if name == "q" and not frame.drop:
                frame = replace(frame, sign=self._quotation(token))
            self.stack.append(frame)
            self.open[name] += 1

    def _quotation(self, token: Token) -> str:
        """Open a quotation as browsers do, with a mark that stands nowhere in the source; give
        the mark that closes it, nothing where the words bring their own."""
        if self.raw[token.end : token.end + 1] in _MARKS:
            return ""
        opening, closing = _PAIRS[sum(bool(one.sign) for one in self.stack) % 2]
        self._styled(Run(token.start, token.end, opening, "markup"), self.stack[-1])
        return closing

    def _frame(self, name: str, attributes: Mapping[str, str]) -> _Frame:
        top = self.stack[-1]
        in_article = top.article or top.main
        drop = top.drop or dropped(name, attributes, in_article=in_article)
        notes = top.notes or is_note_list(attributes)
        declares = is_note(attributes) or (notes and name == "li" and bool(attributes.get("id")))
        level = HEADINGS.get(name, top.level)
        link, declared = self._link(name, attributes)
        return _Frame(
            name,
            drop=drop,
            role=role(name, attributes) or top.role,
            level=level,
            emphasis=top.emphasis or name in EMPHASIS,
            superscript=top.superscript or name == "sup" or declared,
            pre=top.pre or name == "pre",
            main=top.main or name in ("main", "article") or attributes.get("role") == "main",
            article=top.article or name in ("article", "section", "blockquote"),
            notes=notes,
            id=attributes.get("id") or (attributes.get("name", "") if name == "a" else ""),
            note=declares,
            first=self._here(),
            link=link,
            link_part=self._here(),
            link_run=self._runs(),
            declared=declared,
        )

    def _link(self, name: str, attributes: Mapping[str, str]) -> tuple[str, bool]:
        """Give the fragment that a link points to, and whether it declares itself a marker."""
        if name != "a":
            return "", False
        declared = bool(words(attributes) & {"noteref", "doc-noteref", "footnote-ref"})
        _, sign, fragment = attributes.get("href", "").partition("#")
        return (fragment if sign else ""), declared

    def _here(self) -> int:
        return len(self.found.parts)

    def _runs(self) -> int:
        return len(self.part.runs) if self.part else 0

    def _note_place(self, attributes: Mapping[str, str]) -> None:
        id_ = attributes.get("id") or attributes.get("name")
        if id_:
            self.found.places.setdefault(id_, Place(self._here(), self._here() + 1, False))

    def _close_before(self, name: str) -> None:
        for left_open in ("head", "p"):
            if self.open[left_open]:
                self._end(left_open)
        names, until = _CLOSES_ITSELF.get(name, ("", frozenset()))
        closing = names.split()
        if any(self.open[one] for one in closing):
            while len(self.stack) > 1 and self.stack[-1].name not in until:
                done = self.stack[-1].name in closing and name in ("li", "dt", "dd", "tr")
                if self.stack[-1].name not in closing and self.stack[-1].name in BLOCKS:
                    break
                self._pop()
                if done:
                    break

    def _end(self, name: str) -> None:
        inside = self.stack[-1].name
        if not self.open[name] or (inside in CLOSED and name != inside and name not in ENDING):
            return
        if name not in BLOCKS and self.stack[-1].name in BLOCKS:
            # An inline element that was left open around a block ends with that block.
            return
        while self._pop() != name:
            pass

    def _close_quotation(self, token: Token) -> None:
        """Close a quotation where its element ends; one that a block ends stays open."""
        inside = self.stack[-1]
        if token.name == "q" and self.open["q"] and inside.name not in BLOCKS | CLOSED:
            sign = next(one.sign for one in reversed(self.stack) if one.name == "q")
            if sign:
                self._styled(Run(token.start, token.end, sign, "markup"), inside)

    def _pop(self) -> str:
        frame = self.stack.pop()
        self.open[frame.name] -= 1
        if frame.link and frame.name == "a":
            self._close_link(frame)
        if frame.name in BLOCKS and frame.name not in ("td", "th"):
            self._flush()
        if frame.id:
            self._close_place(frame)
        return frame.name

    def _close_place(self, frame: _Frame) -> None:
        inline = frame.name not in BLOCKS
        last = self._here() + 1 if inline else self._here()
        listed = 0
        if frame.note:
            self.items += 1
            listed = self.items
        place = Place(frame.first, max(last, frame.first), frame.note, listed)
        self.found.places.setdefault(frame.id, place)

    def _close_link(self, frame: _Frame) -> None:
        if self.part is None or frame.link_part != self._here() or frame.drop:
            return
        runs = self.part.runs[frame.link_run :]
        texts = (self.raw[one.start : one.end] if one.text is None else one.text for one in runs)
        shown = "".join(texts).strip()
        if not shown or len(shown) > 12:
            return
        ids = tuple(one.id for one in [*self.stack[-3:], frame] if one.id)
        marks = frame.declared or (_LABEL.match(shown) is not None)
        self.found.links.append(
            Link(frame.link, ids, self._here(), frame.link_run, len(self.part.runs), shown, marks)
        )

    # text

    def _text(self, token: Token) -> None:
        frame = self.stack[-1]
        if frame.drop == "furniture":
            self._dropped(token)
        if frame.drop:
            return
        if frame.pre:
            self._words(token.start, token.end, frame)
            return
        at = token.start
        if self.raw[at] == " " and not self.raw[at + 1 : at + 2].isspace():
            at += 1
            self._space(token.start, at, frame)
        for one in _SPECIAL.finditer(self.raw, at, token.end):
            if one.group()[0] == "&":
                if token.literal:
                    continue
                meant = html.unescape(one.group())
                if meant == one.group():
                    continue
                self._words(at, one.start(), frame)
                self._styled(Run(one.start(), one.end(), meant, "markup"), frame)
            else:
                self._words(at, one.start(), frame)
                self._space(one.start(), one.end(), frame)
            at = one.end()
        self._words(at, token.end, frame)

    def _dropped(self, token: Token) -> None:
        if not self.raw[token.start : token.end].isspace():
            self._flush()
            run = Run(token.start, token.end, "", "furniture")
            self.found.parts.append(Part("paragraph", [run]))
            self.found.main.append(False)

    def _space(self, start: int, end: int, frame: _Frame) -> None:
        if self.part is None or not self.part.runs or self._ends_blank(self.part.runs[-1]):
            return
        if end - start == 1 and self.raw[start] == " ":
            self._styled(Run(start, end), frame)
        else:
            self._styled(Run(start, end, " ", "space"), frame)

    def _ends_blank(self, run: Run) -> bool:
        last = self.raw[run.end - 1] if run.text is None else run.text[-1:]
        return last.isspace() and last != "\xa0"

    def _words(self, start: int, end: int, frame: _Frame) -> None:
        for run in self.signs.runs(start, end):
            self._styled(run, frame)

    def _styled(self, run: Run, frame: _Frame) -> None:
        if frame.emphasis or frame.superscript:
            run = replace(run, emphasis=frame.emphasis, superscript=frame.superscript)
        self._add(run)

    def _add(self, run: Run) -> None:
        frame = self.stack[-1]
        if self.part is None:
            role_ = frame.role or "paragraph"
            self.part = Part(role_, level=frame.level if role_ == "heading" else 0)
            self.main = frame.main or frame.notes
        last = self.part.runs[-1] if self.part.runs else None
        if last and last.text is None and run.text is None and _joins(last, run):
            self.part.runs[-1] = replace(last, end=run.end)
        else:
            self.part.runs.append(run)

    def _line_break(self, token: Token) -> None:
        if self.stack[-1].drop or not self.part or not self.part.runs:
            return
        last = self.part.runs[-1]
        if last.text == "\n" and last.kind == "markup":
            self._flush()
        else:
            self._add(Run(token.start, token.end, "\n", "markup"))

    def _flush(self) -> None:
        if self.part is not None and self.part.runs:
            self.found.parts.append(self.part)
            self.found.main.append(self.main)
        self.part = None


def _joins(last: Run, run: Run) -> bool:
    same = last.emphasis == run.emphasis and last.superscript == run.superscript
    return same and last.end == run.start
