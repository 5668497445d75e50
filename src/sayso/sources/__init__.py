"""Bytes to documents with their structure, one module per kind of file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import PurePath
from typing import Any

from sayso.errors import PluginError, SourceError
from sayso.model import Document, Failure
from sayso.plugins import Given, hook, hooks
from sayso.sources.language import language_of

__all__ = ["language_of", "media_type", "read_source"]

HEAD = 4096
"""Bytes at the start of a file that tell its kind."""
_LAST = "plain"
_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_BY_SUFFIX = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".docx": f"{_OFFICE}wordprocessingml.document",
    ".xlsx": f"{_OFFICE}spreadsheetml.sheet",
    ".pptx": f"{_OFFICE}presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".epub": "application/epub+zip",
    ".csv": "text/csv",
    ".json": "application/json",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
}


def media_type(name: str, head: bytes) -> str:
    """Give the media type of a file by its first bytes, then by its name.

    >>> media_type("essay.txt", b"%PDF-1.7")
    'application/pdf'
    """
    for signature, type_ in _SIGNATURES:
        # Two letters alone may begin any text.
        if head.startswith(signature) and (signature != b"BM" or b"\0" in head[:32]):
            return type_
    by_name = _BY_SUFFIX.get(PurePath(name).suffix.lower())
    if head.startswith(b"PK\x03\x04"):
        zipped = by_name and by_name.startswith("application/")
        return by_name if by_name and zipped else _kind_of_zip(head)
    if by_name:
        return by_name
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:14].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    return "application/octet-stream" if b"\0" in head[:HEAD] else "text/plain"


def _kind_of_zip(head: bytes) -> str:
    if b"word/" in head:
        return _BY_SUFFIX[".docx"]
    return _BY_SUFFIX[".epub"] if b"application/epub+zip" in head else "application/zip"


def read_source(given: Given) -> Iterator[Document | Failure]:
    """Read a file by the reader for its kind, in a child process where that reader asks for one.

    Raises:
        SourceError: Nothing of it can be read; the message says why and what to do.
    """
    if not given.data.strip():
        raise SourceError(f"{given.key} is empty; there is nothing to read.")
    name, reader = _reader(given)
    if reader.isolated:
        from sayso.sources.isolated import read

        yield from read(name, given)
    else:
        yield from reader.read(given)


def _reader(given: Given) -> tuple[str, Any]:
    """Choose by what the file shows itself to be, then by its name, plain text last."""
    suffix = PurePath(given.key).suffix.lower()
    readers, refused = _readers()
    for name, reader in readers.items():
        if name != _LAST and reader.accepts("", given.data[:HEAD]):
            return name, reader
    for name, reader in readers.items():
        if suffix in reader.suffixes:
            return name, reader
    if refused:
        # The reader of this very kind may be the one that cannot be loaded.
        raise SourceError(f"{given.key} cannot be read: {refused[0]}")
    if _LAST not in readers:
        raise SourceError(f"{given.key}: no reader of plain text is installed; reinstall sayso.")
    return _LAST, readers[_LAST]


@cache
def _readers() -> tuple[dict[str, Any], list[PluginError]]:
    """Load the source readers; those that cannot be loaded are told apart."""
    found: dict[str, Any] = {}
    refused = []
    for name in hooks("sources"):
        try:
            found[name] = hook("sources", name)
        except PluginError as error:
            refused.append(error)
    return found, refused
