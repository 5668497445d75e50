"""Pictures of pages: PNG, JPEG, TIFF and others, through text recognition."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import MissingExtraError, SourceError
from sayso.model import Document, Failure
from sayso.plugins import Given
from sayso.sources import ocr
from sayso.sources.parts import Described
from sayso.sources.pdf_text import PrintedPage, made

_STARTS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")


class Image:
    """Read a picture of one page, or a TIFF of several."""

    name = "image"
    version = "1"
    suffixes = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
    isolated = True

    def accepts(self, name: str, head: bytes) -> bool:
        """Say whether the first bytes are those of a picture."""
        return head.startswith(_STARTS)

    def read(self, given: Given) -> Iterator[Document | Failure]:
        """Recognise the text of a picture.

        Raises:
            SourceError: It is damaged, or has no text.
            MissingExtraError: Tesseract is not on this machine.
        """
        if not given.data:
            raise SourceError(f"{given.key}: the file is empty. Get it again from its source.")
        try:
            pages, language = ocr.recognised_well(given.data, ocr.wanted(given))
        except MissingExtraError as error:
            raise MissingExtraError(f"{given.key}: {error}") from error
        except SourceError as error:
            raise SourceError(f"{given.key}: {error}. Save it anew as PNG.") from error
        if not any(one.lines for one in pages):
            raise SourceError(
                f"{given.key}: no text was recognised on it. Is it a picture of a page, upright "
                "and sharp? Scan it again at 300 dots per inch."
            )
        yield made(
            given,
            [PrintedPage(one.width, one.height, one.lines) for one in pages],
            extraction=f"image {SOURCE.version}, {ocr.version()} ({language})",
            described=Described(metadata={"ocr": ocr.about(pages, language)}),
        )


SOURCE = Image()
