"""Pages of a PDF that are pictures: found, drawn, and recognised."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from sayso.errors import SaysoError
from sayso.plugins import Given
from sayso.sources import ocr
from sayso.sources.pdf_glyphs import Sheet
from sayso.sources.pdf_text import PrintedPage

FEWEST = 8
"""A page with fewer characters, and a picture, is a scan."""
DRAWN = 200
"""A page without text and with so many drawn shapes has letters drawn as shapes."""
LARGEST = 40_000_000
"""Dots of a page as drawn for recognition."""

_LOOKED_AT = 2_000  # objects of a page
_IMAGE, _PATH, _FORM = 3, 2, 5  # kinds of objects, by the engine's numbers


def is_scan(page: Any, found: Sheet) -> bool:
    """Say whether a page shows text that its text layer lacks, or has as nonsense only."""
    signs = [one.sign for one in found.glyphs if not one.sign.isspace()]
    signs += [one.sign for one in found.aside if not one.sign.isspace()]
    known = sum(sign.isprintable() and sign != "\ufffd" for sign in signs)
    if len(signs) >= FEWEST:
        return known < 0.5 * len(signs)
    kinds = [one.type for one in islice(page.get_objects(max_depth=2), _LOOKED_AT)]
    return _IMAGE in kinds or kinds.count(_PATH) >= DRAWN


class Scans:
    """Recognise the scanned pages of one file, all in one language."""

    def __init__(self, given: Given) -> None:
        self.named = ocr.wanted(given)
        self.language = ""
        self.pages: list[ocr.Recognised] = []
        self.failures: dict[int, SaysoError] = {}

    def page(self, nth: int, page: Any) -> PrintedPage | None:
        """Recognise a page (counted from 0); None, and a failure kept, where that fails."""
        width, height = page.get_size()
        try:
            picture, dots = _drawn(page, width, height)
            found, self.language = ocr.recognised_well(
                picture, self.language or self.named, dots=dots
            )
        except SaysoError as error:
            self.failures[nth] = error
            return None
        if not found[0].lines and not self.pages and self.named is None:
            # An empty page says nothing of the language of the others.
            self.language = ""
        self.pages += found
        return PrintedPage(width, height, found[0].lines)

    def failed(self) -> str:
        """Say in one line which pages could not be recognised, and why."""
        error = next(iter(self.failures.values()))
        return (
            f"{_named(sorted(self.failures))} {'is' if len(self.failures) == 1 else 'are'} a "
            f"scan without text: {error}"
        )


def _drawn(page: Any, width: float, height: float) -> tuple[bytes, float]:
    """Draw a page as a grey picture (PGM); give it with its dots per inch."""
    dots = float(ocr.DOTS)
    size = width * height * (dots / 72) ** 2
    if size > LARGEST:
        dots *= (LARGEST / size) ** 0.5
    bitmap = page.render(scale=dots / 72, grayscale=True, may_draw_forms=False)
    try:
        rows = bytes(bitmap.buffer)
        columns, stride = bitmap.width, bitmap.stride
        if stride != columns:
            starts = range(0, stride * bitmap.height, stride)
            rows = b"".join(rows[start : start + columns] for start in starts)
        return b"P5\n%d %d\n255\n" % (columns, bitmap.height) + rows, dots
    finally:
        bitmap.close()


def _named(pages: Sequence[int]) -> str:
    """Name pages from 1, runs of them together."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    words = [str(a + 1) if a == b else f"{a + 1}-{b + 1}" for a, b in runs[:8]]
    return f"page{'s' * (len(pages) > 1)} {', '.join(words)}{' and others' * (len(runs) > 8)}"
