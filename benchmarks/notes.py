"""Measure how note markers are found once they are flattened to plain digits.

Usage: python benchmarks/notes.py

The books carry their markers as links; here each link becomes the bare number glued to the word
before it, as a dump of a PDF would have it, and the notes are not given.
"""

from __future__ import annotations

import html
import re
import time
from collections.abc import Iterator
from pathlib import Path

from sayso.readers.notes import READER
from sayso.text import unchanged

BOOKS = Path(__file__).resolve().parents[2] / "shared/corpora/books"
_HEAD = re.compile(r"<head.*?</head>", re.DOTALL)
_LINK = re.compile(r"<a [^>]*noteref[^>]*>(\d+)</a>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def chapters(book: Path) -> Iterator[tuple[str, set[tuple[int, str]]]]:
    """Give the text of each chapter with flattened markers, and where they stand."""
    for path in sorted(book.glob("*.xhtml")):
        if path.stem == "endnotes":
            continue
        source = _HEAD.sub("", path.read_text(encoding="utf-8"))
        plain = html.unescape(_TAG.sub("", _LINK.sub("\x01\\1\x02", source)))
        text, markers = "", set()
        for nth, part in enumerate(re.split("\x01(\\d+)\x02", plain)):
            if nth % 2:
                markers.add((len(text), part))
            text += part
        yield text, markers


def found(text: str) -> set[tuple[int, str]]:
    """Give the markers that the reader finds."""
    document = unchanged("d", "s", "k", text)
    notes = READER.read(document, reading="r", known=())
    return {(one.marker.start, one.label) for one in notes if one.marker}


def main() -> None:
    """Print precision and recall of each book, and false markers where there are none."""
    size = free = false = 0
    began = time.process_time()
    for book in sorted(one for one in BOOKS.iterdir() if one.is_dir()):
        right = wrong = missed = 0
        for text, markers in chapters(book):
            size += len(text)
            got = found(text)
            if markers:
                right += len(got & markers)
                wrong += len(got - markers)
                missed += len(markers - got)
            else:
                free += len(text)
                false += len(got)
        if right + missed:
            print(
                f"{book.name}: {right + missed} markers, precision {right / (right + wrong):.3f}, "
                f"recall {right / (right + missed):.3f}"
            )
    print(f"chapters without notes: {false} false markers in {free:,} characters")
    print(f"{size / (time.process_time() - began):,.0f} characters a second, files included")


if __name__ == "__main__":
    main()
