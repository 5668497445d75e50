"""Text recognition of pictures of pages, by Tesseract where it is on the machine."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from statistics import mean, median

from sayso.errors import MissingExtraError, SourceError
from sayso.model import Json
from sayso.plugins import Given
from sayso.sources.isolated_child import progress
from sayso.sources.language import language_of
from sayso.sources.pdf_lines import PrintedLine

SECONDS = 110
"""How long one page may take."""
DOTS = 300
"""Dots per inch at which pages are drawn for recognition."""
PAPER = 8.27
"""Inches; how wide a picture is taken to be that does not say its resolution."""

LANGUAGE = "ocr_language"
"""The setting, and the column of a spreadsheet, that names the language to recognise."""

_PROGRAM = "tesseract"
_INSTALLERS = {
    "apt-get": "sudo apt-get install tesseract-ocr",
    "dnf": "sudo dnf install tesseract",
    "pacman": "sudo pacman -S tesseract tesseract-data-eng",
    "zypper": "sudo zypper install tesseract-ocr",
    "brew": "brew install tesseract tesseract-lang",
    "winget": "winget install UB-Mannheim.TesseractOCR",
}
_CODES = {
    "ar": "ara", "bg": "bul", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "fi": "fin", "fr": "fra", "he": "heb", "hu": "hun", "it": "ita", "ja": "jpn",
    "la": "lat", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus",
    "sl": "slv", "sr": "srp", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "chi_sim",
}  # fmt: skip
_TALL = re.compile(r"[^\W_a-z]|[bdfhklt]")
_DEEP = re.compile(r"[gjpqy,;()\[\]Q]")
_ASCENDER = 0.7  # of the size of the type


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page as recognised: size in points, lines, and how sure the engine is (0 to 100)."""

    width: float
    height: float
    lines: tuple[PrintedLine, ...]
    confidence: float | None

    @property
    def text(self) -> str:
        """Its words, line by line."""
        return "\n".join(one.text for one in self.lines)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word and its box in dots."""

    page: int
    block: int
    line: tuple[int, int]
    left: float
    top: float
    right: float
    bottom: float
    confidence: float
    text: str


def program() -> str:
    """Give the path of Tesseract.

    Raises:
        MissingExtraError: It is not on this machine; the message gives the install command.
    """
    found = shutil.which(_PROGRAM)
    if found is None:
        raise MissingExtraError(
            f"pictures of pages need Tesseract, which is not on this machine. {_install()}"
        )
    return found


def _install() -> str:
    command = next((one for name, one in _INSTALLERS.items() if shutil.which(name)), None)
    if command is None:
        command = _INSTALLERS["brew" if sys.platform == "darwin" else "apt-get"]
    return f"Install it with: {command}"


@cache
def version() -> str:
    """Give name and version of the engine, as in "tesseract 5.3.0"."""
    said = _run([program(), "--version"], b"", 20).decode("utf-8", "replace")
    return " ".join(said.split()[:2]) or _PROGRAM


@cache
def languages() -> tuple[str, ...]:
    """Give the languages that are installed, in Tesseract's codes."""
    said = _run([program(), "--list-langs"], b"", 20).decode("utf-8", "replace")
    return tuple(one for one in said.split("\n")[1:] if re.fullmatch(r"\w+", one) and one != "osd")


def chosen(named: str | None) -> str:
    """Choose the language to recognise: the one named (ISO 639-1 or Tesseract's), or English.

    Raises:
        MissingExtraError: No language is installed.
    """
    known = languages()
    for one in (_CODES.get(named or "", named), "eng"):
        if one in known:
            return one
    if not known:
        raise MissingExtraError("Tesseract has no language installed: add tesseract-ocr-eng.")
    return known[0]


def recognised(
    picture: bytes, *, language: str, dots: float | None = None, seconds: float = SECONDS
) -> list[Recognised]:
    """Recognise the pages of a picture (several, for a TIFF).

    Args:
        picture: A file that Tesseract reads: PNG, JPEG, TIFF, PNM and others.
        language: One of `languages()`.
        dots: Its dots per inch, where known.
        seconds: How long it may take.

    Raises:
        MissingExtraError: Tesseract is not there.
        SourceError: It cannot read the picture, or takes too long.
    """
    command = [program(), "stdin", "stdout", "-l", language, "--psm", "3"]
    if dots:
        command += ["--dpi", str(round(dots))]
    table = _run([*command, "tsv"], picture, seconds).decode("utf-8", "replace")
    return list(_pages(table, dots))


def wanted(given: Given) -> str | None:
    """Give the language that the user says the text is in, if any."""
    named = given.settings.get(LANGUAGE) or given.metadata.get(LANGUAGE)
    named = named or given.metadata.get("language")
    return str(named) if named else None


def recognised_well(
    picture: bytes, named: str | None, *, dots: float | None = None
) -> tuple[list[Recognised], str]:
    """Recognise a picture in the language named, or else in the one that its text shows."""
    language = chosen(named)
    pages = recognised(picture, language=language, dots=dots)
    if named is None:
        progress()
        seen = language_of("\n".join(one.text for one in pages))
        better = chosen(seen) if seen else language
        if better != language:
            language = better
            pages = recognised(picture, language=language, dots=dots)
    return pages, language


def about(pages: Sequence[Recognised], language: str) -> dict[str, Json]:
    """Say what recognised the pages, in which language, and how sure it is (0 to 100)."""
    sure = [one.confidence for one in pages if one.confidence is not None]
    return {
        "engine": version(),
        "language": language,
        "confidence": round(sum(sure) / len(sure), 1) if sure else 0.0,
    }


def _run(command: Sequence[str], given: bytes, seconds: float) -> bytes:
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            timeout=seconds,
            # Files are read side by side already; more threads only get in each other's way.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(f"recognising its text took more than {seconds:g} seconds") from error
    except OSError as error:
        raise SourceError(f"Tesseract could not be started ({error})") from error
    if done.returncode:
        raise SourceError(
            f"Tesseract cannot read the picture (exit code {done.returncode}); is it damaged?"
        )
    return done.stdout


def _pages(table: str, dots: float | None) -> Iterator[Recognised]:
    rows = list(csv.reader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE))
    sizes: dict[int, tuple[float, float]] = {}
    words: list[_Word] = []
    for row in rows[1:]:
        if len(row) < 12:
            continue
        level, page, block, paragraph, line = (int(one) for one in row[:5])
        left, top, width, height = (float(one) for one in row[6:10])
        if level == 1:
            sizes[page] = width, height
        elif level == 5 and row[11].strip():
            box = left, top, left + width, top + height
            place = (block * 10_000 + paragraph, line)
            words.append(_Word(page, block, place, *box, float(row[10]), row[11].strip()))
    for page, (width, height) in sizes.items():
        scale = 72 / (dots or max(72.0, width / PAPER))
        yield _page(
            [one for one in words if one.page == page], width * scale, height * scale, scale
        )


def _page(words: list[_Word], width: float, height: float, scale: float) -> Recognised:
    by_line = [list(found) for _, found in groupby(words, key=lambda one: one.line)]
    column, lines = 0, list[PrintedLine]()
    last: list[_Word] | None = None
    for found in by_line:
        if last is not None and not _below(last, found):
            column += 1
        lines.append(_line(found, column, scale))
        last = found
    sure = mean(one.confidence for one in words) if words else None
    return Recognised(width, height, tuple(_evened(lines)), sure)


def _below(last: Sequence[_Word], found: Sequence[_Word]) -> bool:
    """Say whether a line stands below another in one column, whatever blocks they are in."""
    if last[0].block == found[0].block:
        return True
    left, right = max(last[0].left, found[0].left), min(last[-1].right, found[-1].right)
    return found[0].top > last[0].top and right > left


def _line(words: Sequence[_Word], column: int, scale: float) -> PrintedLine:
    level = [one.bottom for one in words if not _DEEP.search(one.text)]
    base = median(level or [one.bottom for one in words])
    tall = [base - one.top for one in words if _TALL.search(one.text)]
    size = median(tall or [1.4 * (base - one.top) for one in words]) / _ASCENDER
    box = (
        min(one.left for one in words) * scale, min(one.top for one in words) * scale,
        max(one.right for one in words) * scale, max(one.bottom for one in words) * scale,
    )  # fmt: skip
    text = " ".join(one.text for one in words)
    return PrintedLine(text, box, base * scale, max(1.0, size * scale), column)


def _evened(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """Give lines whose type is about as large as most one size: the measure of dots is rough."""
    if not lines:
        return
    usual = _weighted((one.size, len(one.text)) for one in lines)
    small = [one for one in lines if 0.6 * usual < one.size < 0.86 * usual]
    smaller = _weighted((one.size, len(one.text)) for one in small) if small else 0.0
    for one in lines:
        size = one.size
        if 0.86 * usual <= size < 1.25 * usual or len(one.text) < 4:
            size = usual
        elif one in small:
            size = smaller
        yield PrintedLine(one.text, one.box, one.base, size, one.column)


def _weighted(values: Iterable[tuple[float, int]]) -> float:
    """Give the median of values with weights."""
    ordered = sorted(values)
    half, seen = sum(weight for _, weight in ordered) / 2, 0
    for value, weight in ordered:
        seen += weight
        if seen >= half:
            return value
    return ordered[-1][0]
