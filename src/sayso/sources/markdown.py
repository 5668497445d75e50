"""Markdown files: their words without the marks, footnotes linked, front matter read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import SourceError
from sayso.model import Document, Failure
from sayso.plugins import Given
from sayso.sources.decoding import decode
from sayso.sources.frontmatter import front_matter
from sayso.sources.markdown_blocks import Block, blocks
from sayso.sources.markdown_inline import Content, Labels, runs
from sayso.sources.parts import Part, Run, document, text_of, write
from sayso.sources.plain import with_decoding
from sayso.sources.signs import Signs

_HIDDEN = re.compile(r"<!--|<(script|style)\b", re.IGNORECASE)
_ENDS = {
    "": re.compile("-->"),
    "script": re.compile(r"</script[^>]{0,20}>", re.IGNORECASE),
    "style": re.compile(r"</style[^>]{0,20}>", re.IGNORECASE),
}


class Markdown:
    """Read Markdown, as CommonMark with footnotes, tables and front matter."""

    name = "markdown"
    version = "1"
    suffixes = (".md", ".markdown", ".mdown", ".qmd", ".rmd")
    isolated = False

    def accepts(self, name: str, head: bytes) -> bool:
        """Say whether the file is named as Markdown; its bytes do not tell it from text."""
        return name.lower().endswith(self.suffixes)

    def read(self, given: Given) -> Iterator[Document | Failure]:
        """Read the file into one document.

        Raises:
            SourceError: It is no text, or holds none.
        """
        asked = given.settings.get("encoding")
        decoded = decode(given.data, given.key, encoding=str(asked) if asked else None)
        raw = decoded.text
        described, start = front_matter(raw)
        parts = _parts(raw, start)
        written = write(raw, parts)
        if not written.text:
            raise SourceError(f"{given.key} holds no text beside its marks and front matter.")
        if described.title is None:
            described = replace(described, title=_title(raw, parts))
        yield document(
            given,
            raw,
            written,
            extraction=f"{self.name} {self.version}",
            described=with_decoding(described, decoded),
        )


def _parts(raw: str, start: int) -> list[Part]:
    """Give the parts of a file: its blocks, then its notes in the order of their markers."""
    hidden = list(_hidden(raw, start))
    signs = Signs(raw, hidden)
    shown = _blanked(raw, hidden)
    found = list(blocks(shown, start))
    labels = Labels({one.note for one in found if one.note is not None})
    body = [_part(shown, one, signs, labels) for one in found if one.note is None]
    notes: dict[str, list[Part]] = {}
    for one in found:
        if one.note is not None:
            notes.setdefault(one.note, []).append(_part(shown, one, signs, labels))
    for name in notes:
        labels.label(name)
    for name, label in labels.found.items():
        for part in notes[name]:
            part.role, part.level, part.note, part.label = "note", 0, name, label
    return body + [part for name in labels.found for part in notes[name]]


def _hidden(raw: str, start: int) -> Iterator[tuple[int, int]]:
    """Give comments and scripts; one that never ends hides nothing."""
    endless: set[str] = set()
    while found := _HIDDEN.search(raw, start):
        name = (found[1] or "").lower()
        start = found.end()
        end = None if name in endless else _ENDS[name].search(raw, found.end())
        if end is None:
            endless.add(name)
        else:
            yield found.start(), end.end()
            start = end.end()


def _blanked(raw: str, hidden: list[tuple[int, int]]) -> str:
    parts = []
    at = 0
    for start, end in hidden:
        parts += [raw[at:start], re.sub(r"[^\n]", " ", raw[start:end])]
        at = end
    return "".join([*parts, raw[at:]])


def _part(shown: str, block: Block, signs: Signs, labels: Labels) -> Part:
    part = Part(block.role, level=block.level)
    if block.role == "table":
        for nth, line in enumerate(block.lines):
            if nth:
                part.runs.append(Run(block.lines[nth - 1][1], line[0], "\t", "markup"))
            part.runs += runs(Content(shown, [line]), signs, labels)
    elif block.code:
        for nth, line in enumerate(block.lines):
            if nth:
                part.runs.append(Run(block.lines[nth - 1][1], line[0], "\n", "join"))
            part.runs += signs.runs(*line)
    else:
        part.runs = runs(Content(shown, block.lines), signs, labels)
    return part


def _title(raw: str, parts: list[Part]) -> str | None:
    """Give the first heading of the first level, where there is only one."""
    headings = [one for one in parts if one.role == "heading" and one.level == 1]
    if len(headings) != 1:
        return None
    return " ".join(text_of(raw, headings[0]).split()) or None


SOURCE = Markdown()
