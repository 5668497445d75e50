"""HTML pages: their text with its place in the source, their notes, what they say of themselves.

Scripts and styles are left out, nothing is fetched, and no reference is followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.errors import SourceError
from sayso.model import Document, Failure
from sayso.plugins import Given
from sayso.sources.decoding import Decoded, decode
from sayso.sources.html_head import head
from sayso.sources.html_notes import with_notes
from sayso.sources.html_parts import Page, parsed
from sayso.sources.parts import Described, Part, document, text_of, write
from sayso.sources.plain import with_decoding

_CHARSET = re.compile(rb"""(?:charset|encoding)\s{0,5}=\s{0,5}["']?([A-Za-z0-9_.:-]{2,40})""")
_DECLARED_WITHIN = 4096
LEAST_MAIN = 0.4
"""The share of the text that must be main content for the rest to be taken for furniture."""


class HtmlPage:
    """Read HTML and XHTML."""

    name = "html"
    version = "2"
    suffixes = (".html", ".htm", ".xhtml")
    isolated = False

    def accepts(self, name: str, head: bytes) -> bool:
        """Say whether the file is named as a page or begins like one."""
        if name.lower().endswith(self.suffixes):
            return True
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower()
        return start.startswith((b"<!doctype html", b"<html"))

    def read(self, given: Given) -> Iterator[Document | Failure]:
        """Read the page into one document.

        Raises:
            SourceError: It is no text, or the page shows none.
        """
        decoded = _decoded(given)
        raw = decoded.text
        page = parsed(raw)
        _drop_outside(raw, page)
        parts = with_notes(raw, page)
        written = write(raw, parts)
        if not written.text:
            raise SourceError(
                f"{given.key} shows no text; if a program in the page makes its text, save the "
                "page from the browser as it is shown."
            )
        described = _titled(head(raw), raw, parts)
        yield document(
            given,
            raw,
            written,
            extraction=f"{self.name} {self.version}",
            described=with_decoding(described, decoded),
        )


def _decoded(given: Given) -> Decoded:
    """Decode by the setting, a byte order mark, what the page declares, or what is found out."""
    asked = given.settings.get("encoding")
    if asked:
        return decode(given.data, given.key, encoding=str(asked))
    start = given.data[:_DECLARED_WITHIN]
    declared = _CHARSET.search(start)
    if declared and b"\0" not in start and not start.startswith(b"\xef\xbb\xbf"):
        name = declared[1].decode("ascii").lower()
        # Browsers read these two as the Windows page, which holds more signs.
        name = "cp1252" if name in ("iso-8859-1", "us-ascii", "latin1") else name
        try:
            given.data.decode(name)
            return decode(given.data, given.key, encoding=name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(given.data, given.key)


def _drop_outside(raw: str, page: Page) -> None:
    """Take what stands outside the main content for furniture, where a page marks most as main."""
    sizes = [len(text_of(raw, one)) for one in page.parts]
    inside = sum(size for size, main in zip(sizes, page.main, strict=True) if main)
    if inside < 200 or inside < LEAST_MAIN * sum(sizes):
        return
    targets = {
        nth
        for link in page.links
        if (place := page.places.get(link.target))
        for nth in range(place.first, min(place.last, place.first + 3))
    }
    for nth, (part, main) in enumerate(zip(page.parts, page.main, strict=True)):
        if not main and part.role != "heading" and nth not in targets:
            part.runs[:] = [replace(run, text="", kind="furniture") for run in part.runs]


def _titled(known: Described, raw: str, parts: Sequence[Part]) -> Described:
    """Add a title: the one heading of the first level, else what the head has as title."""
    headings = [one for one in parts if one.role == "heading" and one.level == 1]
    title = known.title
    if title is None and len(headings) == 1:
        title = " ".join(text_of(raw, headings[0]).split()) or None
    if title is None:
        told = known.metadata.get("page_title")
        title = str(told) if told else None
    return replace(known, title=title)


SOURCE = HtmlPage()
