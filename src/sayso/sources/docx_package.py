"""The parts of a DOCX file, opened with limits: sizes, no entities, nothing fetched."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from sayso.errors import SourceError

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 200 << 20
"""Bytes that the parts read may have in all, unpacked."""
RATIO = 300
"""How many times its packed size a part of more than a few MB may have."""
_SMALL = 8 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """The XML parts of one DOCX file.

    Raises:
        SourceError: It is no DOCX file, damaged, protected, or unpacks to more than the limits.
    """

    def __init__(self, data: bytes, key: str) -> None:
        self.key = key
        if data.startswith(_OLE):
            raise SourceError(
                f"{key} is protected by a password, or in the old Word format; open it in a word "
                "processor and save it as DOCX without a password."
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise SourceError(
                f"{key} is no whole DOCX file: damaged, or cut off in a download. Get it again."
            ) from error
        self._left = LARGEST
        self._names = set(self._zip.namelist())

    def part(self, name: str) -> _Element | None:
        """Give the root of a part; None where there is none of that name."""
        if name not in self._names:
            return None
        data = self._read(name)
        if b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
            raise SourceError(
                f"{self.key}: {name} declares a document type, as no word processor does; it "
                "could draw in other files and is not read."
            )
        return self._root(name, data)

    def _root(self, name: str, data: bytes) -> _Element:
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        try:
            return etree.fromstring(data.replace(_STRICT, _USUAL), parser)
        except etree.XMLSyntaxError as error:
            raise SourceError(
                f"{self.key}: {name} is damaged ({str(error)[:100]}). Open the file in a word "
                "processor and save it anew."
            ) from error

    def _read(self, name: str) -> bytes:
        known = self._zip.getinfo(name)
        if known.flag_bits & 1:
            raise SourceError(f"{self.key} is protected by a password; save it without one.")
        try:
            with self._zip.open(name) as file:
                data = file.read(self._left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise SourceError(f"{self.key}: {name} is damaged. Get the file again.") from error
        swollen = len(data) > _SMALL and len(data) > RATIO * max(1, known.compress_size)
        if len(data) > self._left or swollen:
            raise SourceError(
                f"{self.key}: {name} unpacks to {len(data) >> 20} MB or more, from "
                f"{known.compress_size >> 10} KB; this looks like an archive made to fill the "
                "memory and is not read."
            )
        self._left -= len(data)
        return data
