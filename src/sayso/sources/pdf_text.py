"""Pages of printed lines to a document: text, pieces, notes, and the place of every line."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import Document, Line, Page, PieceKind
from sayso.plugins import Given
from sayso.sources.hyphens import Vocabulary
from sayso.sources.parts import Described, Part, Run, Written, document, write
from sayso.sources.pdf_endnotes import endnotes
from sayso.sources.pdf_flow import Laid, measured
from sayso.sources.pdf_furniture import Furniture, furniture
from sayso.sources.pdf_glyphs import Box, shown
from sayso.sources.pdf_lines import PrintedLine
from sayso.sources.pdf_notes import FootNote, footnotes
from sayso.sources.pdf_paragraphs import Paragraph, paragraphs
from sayso.sources.signs import Signs

LINE_END, PAGE_END = "\n", "\f"

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page: size in points, lines in reading order, text of other directions, printed label.

    `turn` counts the quarter turns clockwise of its text as shown; the lines lie as if it were 0.
    """

    width: float
    height: float
    lines: Sequence[PrintedLine]
    aside: Sequence[PrintedLine] = ()
    label: str | None = None
    turn: int = 0


def made(
    given: Given, pages: Sequence[PrintedPage], *, extraction: str, described: Described
) -> Document:
    """Make a document of pages."""
    return _Making(given, pages).document(extraction, described)


class _Making:
    def __init__(self, given: Given, pages: Sequence[PrintedPage]) -> None:
        self.given = given
        self.pages = pages
        self.furniture = furniture([one.lines for one in pages])
        if len(self.furniture.kinds) == sum(len(one.lines) for one in pages):
            # Pages that are all the same, and short: nothing would be left of them.
            self.furniture = Furniture({}, {})
        self.raw, self.laid, self.aside, self.spans = _raw(pages)
        self.signs = Signs(self.raw)

    def document(self, extraction: str, described: Described) -> Document:
        kinds = self.furniture.kinds
        dropped: list[Part] = [_dropped(one, "furniture") for one in self.aside]
        body: list[Laid] = []
        nth_on_page = 0
        for nth, one in enumerate(self.laid):
            first = nth == 0 or self.laid[nth - 1].page != one.page
            nth_on_page = 0 if first else nth_on_page + 1
            kind = kinds.get((one.page, nth_on_page))
            if kind is None:
                body.append(one)
            else:
                dropped.append(_dropped(one, kind))
        measures = measured(body)
        notes, rest = footnotes(body, measures)
        found = paragraphs(rest, measures)
        words = _Writing(self.raw, self.signs, _whole_words(body))
        parts = list(_placed(found, notes, words))
        written = write(self.raw, [*parts, *dropped])
        if described.title is None:
            described = replace(described, title=_title(written))
        return document(
            self.given,
            self.raw,
            written,
            extraction=extraction,
            described=described,
            pages=self._pages(),
            lines=self._lines(),
        )

    def _pages(self) -> list[Page]:
        return [
            Page(
                nth + 1, start, end, one.label or self.furniture.labels.get(nth), one.width,
                one.height,
            )
            for nth, (one, (start, end)) in enumerate(zip(self.pages, self.spans, strict=True))
        ]  # fmt: skip

    def _lines(self) -> list[Line]:
        found: list[Line] = []
        boxes = [(one, self._box(one)) for one in self.laid]
        boxes += [(one, one.line.box) for one in self.aside]
        for one, box in sorted(boxes, key=lambda pair: pair[0].start):
            page = one.page + 1
            number = found[-1].number + 1 if found and found[-1].page == page else 1
            left, top, right, bottom = (round(edge, 1) for edge in box)
            found.append(Line(page, number, one.start, one.end, (left, top, right, bottom)))
        return found

    def _box(self, one: Laid) -> Box:
        page = self.pages[one.page]
        return shown(one.line.box, page.turn, page.width, page.height)


def _raw(
    pages: Sequence[PrintedPage],
) -> tuple[str, list[Laid], list[Laid], list[tuple[int, int]]]:
    """Write the raw text; give its lines, those of other directions, and the pages' spans."""
    parts: list[str] = []
    laid: list[Laid] = []
    aside: list[Laid] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for page, one in enumerate(pages):
        begin = at
        texts = []
        for kind, lines in ((laid, one.lines), (aside, one.aside)):
            for line in lines:
                kind.append(Laid(page, line, at, at + len(line.text)))
                texts.append(line.text)
                at += len(line.text) + 1
        at = max(begin, at - 1)
        parts.append(LINE_END.join(texts))
        last = page == len(pages) - 1
        at += not last
        spans.append((begin, at))
    return PAGE_END.join(parts), laid, aside, spans


def _title(written: Written) -> str | None:
    """Give the largest heading where it stands at the very beginning."""
    for one in written.blocks[:3]:
        words = " ".join(written.text[one.start : one.end].split())
        if one.role == "heading" and one.level == 1 and 4 < len(words) < 200:
            return words
    return None


def _whole_words(lines: Sequence[Laid]) -> str:
    """Give the words of lines without the halves of those that are broken between two lines."""
    found = []
    broken = False
    for one in lines:
        words = one.line.text.split(" ")
        start, broken = int(broken), one.line.text.endswith(("-", "\xad"))
        found += words[start : -1 if broken else None]
    return " ".join(found)


def _dropped(one: Laid, kind: PieceKind) -> Part:
    return Part("paragraph", [Run(one.start, one.end, "", kind)])


def _placed(
    found: Sequence[Paragraph], notes: Sequence[FootNote], words: _Writing
) -> Iterator[Part]:
    """Give the paragraphs, and after each the notes at the foot of its last page."""
    waiting = list(enumerate(notes))[::-1]
    ends = endnotes(found)
    for nth, paragraph in enumerate(found):
        end = ends.get(nth)
        if end is None:
            yield Part(paragraph.role, list(words.runs(paragraph.lines)), paragraph.level)
        else:
            note = FootNote(end.label, end.head, paragraph.lines)
            yield _note(len(notes) + end.nth, note, words, "markup")
        following = found[nth + 1].lines[0].start if nth + 1 < len(found) else len(words.raw)
        while waiting and waiting[-1][1].lines[0].start < following:
            yield _note(*waiting.pop(), words, "moved_note")
    while waiting:
        yield _note(*waiting.pop(), words, "moved_note")


def _note(nth: int, note: FootNote, words: _Writing, kind: PieceKind) -> Part:
    start = note.lines[0].start
    label = [Run(start, start + note.head, "", kind)] if note.head else []
    return Part(
        "note",
        [*label, *words.runs(note.lines, skip=note.head)],
        note=str(nth),
        label=note.label,
    )


class _Writing:
    """Runs of the text of lines: hyphens joined, ligatures spelt out, how words are set."""

    def __init__(self, raw: str, signs: Signs, words: str) -> None:
        self.raw = raw
        self.signs = signs
        self.vocabulary = Vocabulary(words)

    def runs(self, lines: Sequence[Laid], *, skip: int = 0) -> Iterator[Run]:
        """Give the runs of lines that follow each other; the first `skip` code points left out."""
        for nth, one in enumerate(lines):
            start = one.start + (0 if nth else skip)
            if nth + 1 == len(lines):
                yield from self._set(one, start, one.end)
                return
            yield from self._joined(one, start, lines[nth + 1])

    def _joined(self, one: Laid, start: int, following: Laid) -> Iterator[Run]:
        """Give the runs of a line and of its end, which the next line follows."""
        end, after = one.end, one.end + 1
        joint = self.vocabulary.joint(one.line.text, following.line.text)
        if joint is None:
            yield from self._set(one, start, end)
            unspaced = _WIDE.match(one.line.text[-1:]) and _WIDE.match(following.line.text)
            yield Run(end, after, "" if unspaced else " ", "join")
        elif joint.keep:
            yield from self._set(one, start, end)
            yield Run(end, after, "", "join", joint.certain)
        else:
            yield from self._set(one, start, end - 1)
            yield Run(end - 1, after, "", "join_hyphen", joint.certain)

    def _set(self, one: Laid, start: int, end: int) -> Iterator[Run]:
        """Give the runs of a stretch of one line, cut where the setting of the words changes."""
        line = one.line
        raised = _shifted(line.raised, one.start)
        italic = _shifted(line.italic, one.start)
        cuts = {start, end}
        for span in (*raised, *italic):
            cuts.update(at for at in span if start < at < end)
        places = sorted(cuts)
        for begin, stop in itertools.pairwise(places):
            superscript = _inside(raised, begin)
            emphasis = not superscript and _inside(italic, begin)
            for run in self.signs.runs(begin, stop):
                yield Run(
                    run.start, run.end, run.text, run.kind, run.certain, emphasis, superscript
                )


def _shifted(spans: Iterable[tuple[int, int]], start: int) -> list[tuple[int, int]]:
    return [(a + start, b + start) for a, b in spans]


def _inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    nth = bisect_right(spans, at, key=lambda one: one[0]) - 1
    return nth >= 0 and at < spans[nth][1]
