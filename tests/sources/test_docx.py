"""DOCX: words, styles and notes; archives and XML that are made to do harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from sayso.errors import SourceError
from sayso.model import Document
from sayso.plugins import Given
from sayso.sources import docx_package
from sayso.sources.docx import SOURCE

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Q2"><w:name w:val="Mine"/><w:basedOn w:val="Q"/>'
    "</w:style>"
)
CORE = (
    '<c:coreProperties xmlns:c="c" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:t="http://purl.org/dc/terms/"><dc:title>On peace</dc:title><dc:creator>A. Rau'
    "</dc:creator><t:created>2001-02-03T04:05:06Z</t:created></c:coreProperties>"
)
NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    '<w:footnote w:id="7"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Rau, '
    "</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>Title</w:t></w:r></w:p></w:footnote>"
)


def run(text: str, properties: str = "") -> str:
    head = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{head}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inner: str, style: str = "") -> str:
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{head}{inner}</w:p>"


def package(body: str, head: str = "", **parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "word/document.xml", f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, inner in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inner}</w:{name}>")
    return made.getvalue()


def read(data: bytes) -> Document:
    (found,) = SOURCE.read(Given("a.docx", data, "s", ""))
    assert isinstance(found, Document)
    return found


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(one.role, document.text[one.start : one.end]) for one in document.blocks]


def test_styles_give_roles():
    body = (
        paragraph(run("Peace"), "H1")
        + paragraph(run("He spoke."))
        + paragraph(run("Words."), "Q2")
        + "<w:p><w:pPr><w:numPr/></w:pPr>" + run("an item") + "</w:p>"
        + '<w:p><w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>' + run("Set in.") + "</w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('b'))}</w:tc></w:tr></w:tbl>"
    )  # fmt: skip

    document = read(package(body, styles=STYLES))

    assert blocks(document) == [
        ("heading", "Peace"),
        ("paragraph", "He spoke."),
        ("blockquote", "Words."),
        ("list_item", "an item"),
        ("blockquote", "Set in."),
        ("table", "a\tb"),
    ]
    assert document.title == "Peace"


def test_footnotes_are_linked_and_numbered():
    reference = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    body = paragraph(run("He said “no peace”") + reference + run(" and left."))

    document = read(package(body, footnotes=NOTES))

    assert document.text == "He said “no peace”1 and left.\n\nRau, Title"
    (note,) = document.notes
    assert (note.label, document.text[note.start : note.end]) == ("1", "Rau, Title")
    assert [document.text[start:end] for start, end in note.markers] == ["1"]
    assert [document.text[start:end] for start, end in document.emphasis] == ["Title"]


def test_a_mark_of_the_authors_own_is_the_marker():
    reference = '<w:r><w:footnoteReference w:id="7" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'

    document = read(package(paragraph(run("So it was.") + reference), footnotes=NOTES))

    assert document.text == "So it was.*\n\nRau, Title"
    assert [(one.label, one.markers) for one in document.notes] == [("*", ((10, 11),))]


def test_raised_digits_are_recorded():
    body = paragraph(run("So it was.") + run("4", '<w:vertAlign w:val="superscript"/>'))

    assert read(package(body)).superscripts == ((10, 11),)


def test_deleted_and_hidden_words_are_left_out():
    body = paragraph(
        run("kept")
        + "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del>"
        + f"<w:ins>{run(' added')}</w:ins>"
        + run("hidden", "<w:vanish/>")
        + "<w:r><w:instrText>HYPERLINK</w:instrText></w:r>"
        + f"<w:hyperlink>{run(' link')}</w:hyperlink>"
    )

    assert read(package(body)).text == "kept added link"


def test_properties_describe_and_their_date_is_a_hint():
    data = io.BytesIO(package(paragraph(run("Text."))))
    with zipfile.ZipFile(data, "a") as file:
        file.writestr("docProps/core.xml", CORE)

    document = read(data.getvalue())

    assert (document.title, document.author, document.date) == ("On peace", "A. Rau", None)
    assert document.metadata == {"file_created": "2001-02-03T04:05:06Z"}


def test_an_external_entity_is_refused(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    head = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    body = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"

    with pytest.raises(SourceError, match="declares a document type"):
        read(package(body, head))


def test_a_document_type_in_another_encoding_is_refused_too():
    head = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w:document [<!ENTITY x "y">]>'
    xml = f"{head}<w:document {W}><w:body><w:p/></w:body></w:document>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("word/document.xml", xml.encode("utf-16"))

    with pytest.raises(SourceError, match="declares a document type"):
        read(data.getvalue())


def test_an_archive_made_to_fill_the_memory_is_refused():
    body = paragraph(run(" " * (16 << 20)))

    with pytest.raises(SourceError, match="fill the memory"):
        read(package(body))


def test_more_than_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(docx_package, "LARGEST", 1000)

    with pytest.raises(SourceError, match="is not read"):
        read(package(paragraph(run("words " * 500))))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 and no more", "no whole DOCX file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "password"),
        (package("<w:p>")[:150], "no whole DOCX file"),
        (package("<w:p>"), "is damaged"),
        (package("<w:p/>"), "holds no text"),
    ],
)
def test_damaged_files_are_refused_in_one_line(data, why):
    with pytest.raises(SourceError, match=why) as caught:
        read(data)

    assert "\n" not in str(caught.value)


def test_an_archive_without_a_document_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(SourceError, match="no Word document"):
        read(data.getvalue())
