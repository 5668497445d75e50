"""Plain text in any encoding: lines to paragraphs, words to whole words, notes to their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import SourceError
from sayso.model import Document, Failure, Json
from sayso.plugins import Given
from sayso.sources.decoding import Decoded, decode
from sayso.sources.frontmatter import front_matter
from sayso.sources.lines import pages
from sayso.sources.parts import Described, document, write
from sayso.sources.plain_blocks import described, parts


class PlainText:
    """Read plain text; `settings["encoding"]` overrides what is found out."""

    name = "plain"
    version = "1"
    suffixes = (".txt", ".text", ".asc")
    isolated = False

    def accepts(self, name: str, head: bytes) -> bool:
        """Say whether the file is named as text; without a name, whether it holds no zero byte."""
        return name.lower().endswith(self.suffixes) or (not name and b"\0" not in head)

    def read(self, given: Given) -> Iterator[Document | Failure]:
        """Read the file into one document.

        Raises:
            SourceError: It is no text, or holds nothing but white space.
        """
        decoded = decode(given.data, given.key, encoding=_encoding(given))
        raw = decoded.text
        found, start = front_matter(raw)
        blocks = parts(raw, start)
        written = write(raw, blocks)
        if not written.text:
            raise SourceError(f"{given.key} holds nothing but white space; there is no text.")
        found = described(found, written)
        yield document(
            given,
            raw,
            written,
            extraction=f"{self.name} {self.version}",
            described=with_decoding(found, decoded),
            pages=pages(raw),
        )


def _encoding(given: Given) -> str | None:
    encoding = given.settings.get("encoding")
    return str(encoding) if encoding else None


def with_decoding(found: Described, decoded: Decoded) -> Described:
    """Add to the metadata how a file was decoded, where that is worth knowing."""
    told: dict[str, Json] = {}
    if decoded.encoding != "utf-8" or not decoded.certain:
        told["encoding"] = decoded.encoding
        told["encoding_certain"] = decoded.certain
    if decoded.damaged:
        told["damaged_characters"] = decoded.damaged
    return replace(found, metadata={**found.metadata, **told}) if told else found


SOURCE = PlainText()
