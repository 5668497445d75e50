"""PDF files with a text layer, page by page; pages without one are read by `ocr`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sayso.errors import SaysoError, SourceError
from sayso.model import Document, Failure, Json, failure_id
from sayso.plugins import Given
from sayso.sources import ocr
from sayso.sources.isolated_child import progress
from sayso.sources.parts import Described
from sayso.sources.pdf_glyphs import Sheet, TooManyError, sheet
from sayso.sources.pdf_lines import PrintedLine, printed
from sayso.sources.pdf_scans import Scans, is_scan
from sayso.sources.pdf_text import PrintedPage, made

PAGES = 5_000
"""The most pages of one file."""
_HEAD = 1024
_MENDS = {
    "password": "it is protected by a password. Open it with the password, save it without one, "
    "and add it again.",
    "format": "it is no whole PDF file: damaged, or cut off in a download. Get it again, or open "
    "it in a PDF program and save it anew.",
    "security": "it is encrypted in a way that cannot be read. Save it without protection.",
}
_JUNK = re.compile(
    r"(?:microsoft (?:word|powerpoint)\s*-|untitled|document\s?\d*\Z|.*\.(?:docx?|rtf|pdf|tex|dvi|"
    r"indd|qxd|odt|pages)\Z|\W*\Z|\(?anonymous\)?\Z|unspecified\Z|unknown\Z|user\Z|admin\w*\Z)",
    re.IGNORECASE,
)
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?")


class Pdf:
    """Read a PDF through the characters and places that its engine gives."""

    name = "pdf"
    version = "1"
    suffixes = (".pdf",)
    isolated = True

    def accepts(self, name: str, head: bytes) -> bool:
        """Say whether the first bytes, after any garbage, are those of a PDF."""
        return b"%PDF-" in head[:_HEAD]

    def read(self, given: Given) -> Iterator[Document | Failure]:
        """Read the file; pages that need and cannot have recognition become failures.

        Raises:
            SourceError: It is protected, damaged, empty, or larger than the limits.
        """
        file = _opened(given)
        try:
            yield from _Reading(given, file).read()
        finally:
            file.close()


SOURCE = Pdf()


def _opened(given: Given) -> Any:
    import pypdfium2 as engine

    if not given.data.strip(b"\0 \r\n\t"):
        raise SourceError(f"{given.key}: the file is empty. Get it again from where it came.")
    try:
        file = engine.PdfDocument(given.data)
        count = len(file)
    except engine.PdfiumError as error:
        words = str(error).casefold()
        mend = next((mend for word, mend in _MENDS.items() if word in words), _MENDS["format"])
        raise SourceError(f"{given.key}: {mend}") from error
    if not count:
        raise SourceError(f"{given.key}: it has no pages. Save it anew in a PDF program.")
    if count > PAGES:
        raise SourceError(
            f"{given.key}: it has {count} pages, and at most {PAGES} are read. Split it."
        )
    return file


class _Reading:
    def __init__(self, given: Given, file: Any) -> None:
        self.given = given
        self.file = file
        self.scans = Scans(given)

    def read(self) -> Iterator[Document | Failure]:
        pages = []
        for nth in range(len(self.file)):
            pages.append(self._page(nth))
            progress()
        if not any(one.lines for one in pages):
            raise self._nothing()
        extraction = f"pdf {SOURCE.version}"
        if self.scans.pages:
            extraction += f", {ocr.version()} ({self.scans.language})"
        yield made(self.given, pages, extraction=extraction, described=self._described())
        if self.scans.failures:
            message = f"{self.given.key}: {self.scans.failed()}"
            id_ = failure_id(self.given.source, "sources", message)
            yield Failure(id_, self.given.source, "sources", message)

    def _nothing(self) -> SaysoError:
        if not self.scans.failures:
            return SourceError(f"{self.given.key}: it shows no text on any page.")
        kind = type(next(iter(self.scans.failures.values())))
        return kind(f"{self.given.key}: {self.scans.failed()}")

    def _page(self, nth: int) -> PrintedPage:
        import pypdfium2 as engine

        try:
            page = self.file[nth]
        except engine.PdfiumError:
            # One damaged page; those around it may be whole.
            return PrintedPage(0.0, 0.0, ())
        try:
            found = sheet(page)
            scan = self.scans.page(nth, page) if is_scan(page, found) else None
        except TooManyError as error:
            raise SourceError(
                f"{self.given.key}: page {nth + 1} has {error}, which no real page has. "
                "Save it anew in a PDF program."
            ) from error
        finally:
            page.close()
        if scan is not None:
            return replace(scan, label=self._label(nth))
        lines, aside = _lines(found)
        label = self._label(nth)
        return PrintedPage(found.width, found.height, lines, aside, label, found.turn)

    def _label(self, nth: int) -> str | None:
        label: str = self.file.get_page_label(nth)
        return label.strip() or None

    def _described(self) -> Described:
        about = {key: value.strip() for key, value in self.file.get_metadata_dict().items()}
        title, author = about.get("Title", ""), about.get("Author", "")
        metadata: dict[str, Json] = {}
        created = _DATE.match(about.get("CreationDate", ""))
        if created:
            # A hint only: when the file was made says little of when its text was written.
            metadata["created"] = "-".join(part for part in created.groups() if part)
        for key in ("Subject", "Keywords"):
            if about.get(key) and not _JUNK.match(about[key]):
                metadata[key.lower()] = about[key]
        if self.scans.pages:
            metadata["ocr"] = ocr.about(self.scans.pages, self.scans.language)
        return Described(
            title=None if _JUNK.match(title) else title,
            author=None if _JUNK.match(author) else author,
            metadata=metadata,
        )


def _lines(found: Sheet) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Give the lines of a page, and its text of other directions as one line."""
    lines = printed(found.glyphs)
    signs = "".join(one.sign for one in found.aside).strip()
    if not signs:
        return lines, []
    box = (
        min(one.x for one in found.aside), min(one.top for one in found.aside),
        max(one.right for one in found.aside), max(one.bottom for one in found.aside),
    )  # fmt: skip
    return lines, [PrintedLine(signs, box, box[3], found.aside[0].size)]
