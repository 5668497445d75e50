"""What can be said of a file before it is read: whether it can be, its kind, pages, language."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from functools import cache
from typing import Any

from sayso.errors import PluginError, SaysoError
from sayso.plugins import hook, hooks
from sayso.project_files import Found
from sayso.project_rows import FileState

_HEAD = 65_536
_IMAGES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp")


@cache
def _suffixes() -> Mapping[str, Any]:
    """Give the source reader of each file name ending; a reader that cannot be loaded has none."""
    known: dict[str, Any] = {}
    for name in hooks("sources"):
        try:
            reader = hook("sources", name)
        except PluginError:
            continue
        for suffix in reader.suffixes:
            known.setdefault(suffix, reader)
    return known


def left_alone(found: Found) -> str:
    """Say why a file in a folder is no text to read; empty for one that is.

    A file that the caller named is always read, whatever its name.
    """
    if found.asked or found.path.suffix.lower() in _suffixes():
        return ""
    if not found.path.suffix and _head(found) and b"\0" not in _head(found):
        return ""
    return f"Files of the kind {found.path.suffix or 'without an ending'} are not read."


def _head(found: Found) -> bytes:
    try:
        with found.path.open("rb") as file:
            return file.read(_HEAD)
    except OSError:
        return b""


def wants_ocr(found: Found) -> str:
    """Say that a picture needs character recognition, and what is missing for it, if anything."""
    if found.path.suffix.lower() not in _IMAGES:
        return ""
    if shutil.which("tesseract"):
        return "A picture: its characters are recognised by Tesseract."
    return "A picture: install Tesseract, so that its characters can be recognised."


def kind_and_language(found: Found, state: FileState) -> tuple[str, int | None, str | None]:
    """Give the media type of a file, its number of pages and language where they show early."""
    from sayso.sources import media_type

    if state == "unreadable":
        return "", None, None
    head = _head(found)
    type_ = media_type(found.path.name, head)
    if state == "ignored":
        return type_, None, None
    pages = _pages(found) if type_ == "application/pdf" else None
    language = _language(head) if type_.startswith("text/") else None
    return type_, pages, language


def _pages(found: Found) -> int | None:
    """Count the page objects that a PDF names openly; None where it names none.

    Opening a PDF belongs in a child process; for an estimate its plain bytes are enough.
    """
    try:
        data = found.path.read_bytes() if found.bytes < 200 << 20 else b""
    except (OSError, SaysoError):
        return None
    count = data.count(b"/Type /Page") + data.count(b"/Type/Page")
    count -= data.count(b"/Type /Pages") + data.count(b"/Type/Pages")
    return count if count > 0 else None


def _language(head: bytes) -> str | None:
    from sayso.sources import language_of

    return language_of(head.decode("utf-8", "ignore"))
