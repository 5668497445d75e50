"""Word documents (DOCX) with their footnotes and endnotes linked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.errors import SourceError
from sayso.model import Document, Failure, Json
from sayso.plugins import Given
from sayso.sources.docx_package import WORD, Package
from sayso.sources.docx_parts import Builder
from sayso.sources.docx_styles import styles
from sayso.sources.frontmatter import language_code
from sayso.sources.parts import Described, Part, document, text_of, write

if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"


class WordDocument:
    """Read DOCX files, in a child process: an archive may be made to fill the memory."""

    name = "docx"
    version = "1"
    suffixes = (".docx", ".docm")
    isolated = True

    def accepts(self, name: str, head: bytes) -> bool:
        """Say whether the file is named as DOCX, or is an archive that holds one."""
        if name.lower().endswith(self.suffixes):
            return True
        return head.startswith(b"PK\x03\x04") and b"word/" in head

    def read(self, given: Given) -> Iterator[Document | Failure]:
        """Read the file into one document.

        Raises:
            SourceError: It is damaged, protected, made to do harm, or has no text.
        """
        package = Package(given.data, given.key)
        root = package.part("word/document.xml")
        body = root.find(f"{WORD}body") if root is not None else None
        if body is None:
            raise SourceError(f"{given.key} holds no Word document; is it another kind of file?")
        builder = Builder(styles(package.part("word/styles.xml")))
        builder.body(body)
        builder.notes(package.part("word/footnotes.xml"), "footnote")
        builder.notes(package.part("word/endnotes.xml"), "endnote")
        raw = builder.text()
        written = write(raw, builder.parts)
        if not written.text:
            raise SourceError(f"{given.key} holds no text.")
        title = _title(raw, builder.titles or builder.parts)
        described = _described(package.part("docProps/core.xml"), title)
        yield document(
            given,
            raw,
            written,
            extraction=f"{self.name} {self.version}",
            described=described,
        )


def _title(raw: str, parts: Sequence[Part]) -> str | None:
    """Give the one heading of the first level."""
    headings = [one for one in parts if one.role == "heading" and one.level == 1]
    if not headings or (len(headings) > 1 and headings != list(parts)):
        return None
    return " ".join(text_of(raw, headings[0]).split()) or None


def _described(core: _Element | None, title: str | None) -> Described:
    """Take title and author from the properties; their dates are hints and no more."""
    if core is None:
        return Described(title=title)
    told = {
        name: " ".join((core.findtext(path) or "").split())[:500]
        for name, path in (
            ("title", f"{_DC}title"),
            ("author", f"{_DC}creator"),
            ("language", f"{_DC}language"),
            ("created", f"{_TERMS}created"),
            ("modified", f"{_TERMS}modified"),
        )
    }
    hints: dict[str, Json] = {
        f"file_{name}": told[name] for name in ("created", "modified") if told[name]
    }
    return Described(
        title=told["title"] or title,
        author=told["author"] or None,
        language=language_code(told["language"]) if told["language"] else None,
        metadata=hints,
    )


SOURCE = WordDocument()
