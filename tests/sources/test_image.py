"""Pictures of pages and scans, recognised by Tesseract where it is on the machine."""

from __future__ import annotations

import io
import shutil
from collections.abc import Sequence

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sayso.errors import MissingExtraError, SourceError
from sayso.model import Document
from sayso.plugins import Given
from sayso.sources import isolated, ocr
from sayso.sources.image import SOURCE
from sayso.sources.pdf import SOURCE as PDF
from sayso.text import Edits, Places

tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not on this machine"
)
WORDS = [
    "The delegates met in the old customs house on the har-",
    "bour and talked until the lamps were lit. Nobody had asked",
    "the town about it, and nobody thought of asking.",
]


def picture(lines: Sequence[str], *, pages: int = 1, kind: str = "png") -> bytes:
    """Draw lines of Times as a picture of 200 dots per inch, page after page."""
    import pypdfium2

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 300))
    for _ in range(pages):
        for nth, line in enumerate(lines):
            canvas.setFont("Times-Roman", 12)
            canvas.drawString(50, 250 - 15 * nth, line)
        canvas.showPage()
    canvas.save()
    drawn = [one.render(scale=200 / 72).to_pil() for one in pypdfium2.PdfDocument(out.getvalue())]
    file = io.BytesIO()
    more = {"save_all": True, "append_images": drawn[1:]} if kind == "tiff" else {}
    drawn[0].save(file, kind, **more)
    return file.getvalue()


def given(data: bytes, key: str = "scan.png", **settings: str) -> Given:
    return Given(key, data, "source", "image/png", settings=settings)


@tesseract
@pytest.mark.parametrize("kind", ["png", "jpeg", "tiff"])
def test_a_picture_of_a_page_is_read(kind: str) -> None:
    (document,) = SOURCE.read(given(picture(WORDS, kind=kind)))

    assert isinstance(document, Document)
    assert document.text == (
        "The delegates met in the old customs house on the harbour and talked until the lamps "
        "were lit. Nobody had asked the town about it, and nobody thought of asking."
    )
    Edits(document.pieces, text_size=len(document.text), raw_size=len(document.raw))


@tesseract
def test_recognised_words_are_found_on_their_line_with_how_sure_they_are() -> None:
    (document,) = SOURCE.read(given(picture(WORDS)))
    assert isinstance(document, Document)
    at = document.text.index("Nobody")

    assert Places(document).origin(at, at + 6).line == 2
    box = document.lines[1].box
    assert box is not None
    assert box[0] == pytest.approx(50 * 595.4 / 420, abs=2)
    about = document.metadata["ocr"]
    assert isinstance(about, dict)
    assert about["language"] == "eng"
    assert isinstance(about["confidence"], float)
    assert 50 < about["confidence"] <= 100
    assert "tesseract" in document.extraction


@tesseract
def test_a_tiff_of_two_pages_is_one_document() -> None:
    (document,) = SOURCE.read(given(picture(WORDS, pages=2, kind="tiff")))

    assert isinstance(document, Document)
    assert len(document.raw_pages) == 2
    assert document.text.count("delegates") == 2


@tesseract
def test_scanned_pages_of_a_pdf_are_read_with_those_that_have_text() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 300))
    canvas.drawString(50, 200, "A page with its text.")
    canvas.showPage()
    canvas.drawImage(ImageReader(io.BytesIO(picture(WORDS))), 0, 0, 420, 300)
    canvas.showPage()
    canvas.save()

    (document,) = isolated.read("pdf", given(out.getvalue(), "half.pdf"))

    assert isinstance(document, Document)
    assert document.text.startswith("A page with its text.")
    assert "talked until the lamps were lit" in document.text
    assert [one.number for one in document.raw_pages] == [1, 2]
    assert "tesseract" in document.extraction


@tesseract
@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 500, "Tesseract cannot read the picture"),
    ],
)
def test_damaged_pictures_are_one_line(data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(SOURCE.read(given(data)))

    assert str(caught.value).startswith("scan.png: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


@tesseract
def test_a_picture_without_words_says_so() -> None:
    with pytest.raises(SourceError, match="no text was recognised on it"):
        list(SOURCE.read(given(picture([]))))


@tesseract
def test_a_language_that_is_not_installed_falls_back_to_one_that_is() -> None:
    (document,) = SOURCE.read(given(picture(WORDS), ocr_language="xx"))

    assert isinstance(document, Document)
    assert document.metadata["ocr"]["language"] in ocr.languages()  # type: ignore[call-overload,index]


@pytest.mark.parametrize(
    ("has", "command"),
    [
        ("apt-get", "sudo apt-get install tesseract-ocr"),
        ("dnf", "sudo dnf install tesseract"),
        ("brew", "brew install tesseract tesseract-lang"),
        ("winget", "winget install UB-Mannheim.TesseractOCR"),
    ],
)
def test_without_tesseract_the_install_command_is_named(
    monkeypatch: pytest.MonkeyPatch, has: str, command: str
) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda name: "/x" if name == has else None)

    with pytest.raises(MissingExtraError) as caught:
        list(SOURCE.read(given(b"\x89PNG\r\n\x1a\n")))

    assert str(caught.value).startswith("scan.png: ")
    assert str(caught.value).endswith(f"Install it with: {command}")


def test_a_picture_is_known_by_its_first_bytes() -> None:
    assert SOURCE.accepts("x", b"\x89PNG\r\n\x1a\n")
    assert not SOURCE.accepts("x.png", b"%PDF-1.7")
    assert PDF.accepts("x", b"\n%PDF-1.7")
