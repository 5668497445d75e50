"""Make the files of the sample dossier from their texts in `training/sample/`.

    python training/sample_dossier.py

The PDFs need reportlab; everything written is the same, byte for byte, on every run. In a text,
`# ` is the title, `name: value` before the first paragraph describes it, `## ` is a heading,
`> ` a block quotation, `^[...]` a footnote, `^[]` a marker whose footnote is missing, `^[~...]`
a footnote whose marker is.
"""

from __future__ import annotations

import csv
import io
import re
import textwrap
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

TEXTS = Path(__file__).parent / "sample"
DOSSIER = Path(__file__).parents[1] / "src" / "sayso" / "sample" / "dossier"
NOTE = re.compile(r"\^\[([^\]]*)\]")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

METADATA = [
    ("01-letter-to-the-board.txt", "Letter to the Waterworks Board", "Edmund Varrow",
     "1922-10-09", "", "letter"),
    ("02-commission-report.pdf", "Report of the Commission on the Corvane Failure",
     "Commission of Inquiry", "1924-06-30", "", "report"),
    ("03-the-night-of-the-water.html", "The Night of the Water", "Our Own Correspondent",
     "1923-11-16", "The Marrowby Messenger", "newspaper article"),
    ("04-founding-address.docx", "Address at the Founding of the Varrow Society",
     "Beatrice Lane", "1931-05-12", "", "speech"),
    ("05-man-who-held-the-river.pdf", "The Man Who Held the River: Chapter Seven",
     "Ludwig Marsden", "1958", "", "book"),
    ("06-two-hundred-and-fourteen.md", "Two Hundred and Fourteen: Preface", "Ruth Ansell",
     "1961", "", "book"),
    ("07-pull-him-down.txt", "Pull Him Down!", "Lenn Valley Remembrance League", "1987", "",
     "pamphlet"),
    ("08-answers-to-common-questions.html", "Answers to Common Questions", "Varrow Society",
     "2003-05-12", "", "web page"),
    ("09-two-stones-on-the-quay.pdf", "Two Stones on the Quay", "Ines Calloway", "2004-03",
     "Valley Studies", "article"),
    ("10-council-debate.md", "Debate on the Statue", "Clerk to the Council", "2004-05-18", "",
     "minutes"),
    ("11-port-ellery-bulletin.docx", "Bulletin of the Port Ellery Branch, No. 42",
     "Port Ellery Branch of the Varrow Society", "2006-09", "", "bulletin"),
    ("12-letters-to-the-editor.txt", "Letter to the Editor", "Hannah Voss", "2007-01-20",
     "The Marrowby Messenger", "letter"),
]  # fmt: skip


@dataclass
class Text:
    """A text: its title, what describes it, and its paragraphs with their role."""

    title: str = ""
    about: dict[str, str] = field(default_factory=dict)
    parts: list[tuple[str, str]] = field(default_factory=list)


def parse(source: str) -> Text:
    """Read a text in the markup described above."""
    text = Text()
    head, _, body = source.partition("\n## ") if "\n## " in source else ("", "", "")
    if not head:
        lines = source.split("\n")
        size = next(nth for nth, one in enumerate(lines) if nth and not re.match(r"\w+: ", one))
        head, body = "\n".join(lines[:size]), "\n".join(lines[size:])
    else:
        body = "## " + body
    for one in head.splitlines():
        if one.startswith("# "):
            text.title = one[2:]
        elif ": " in one:
            name, _, value = one.partition(": ")
            text.about[name] = value
    for block in body.strip().split("\n"):
        role = {"#": "heading", ">": "quote"}.get(block[:1], "paragraph")
        if block.strip():
            text.parts.append((role, block.lstrip("#> ").strip()))
    return text


# plain text


def typed(source: str) -> str:
    """Wrap paragraphs as a typist does, with a blank line between them."""
    return (
        "\n\n".join(
            "\n".join(textwrap.wrap(one, 72)) if len(one) > 72 else one
            for one in source.strip().split("\n\n")
        )
        + "\n"
    )


def dumped(source: str) -> str:
    """Wrap lines as a dump of a PDF does: each line apart, a blank at its end, pages numbered."""
    lines: list[str] = []
    for block in source.strip().split("\n"):
        lines += [one + " " for one in textwrap.wrap(block, 84)]
    return "\n\n".join(lines) + "\n"


# DOCX


def docx(text: Text) -> bytes:
    """Make a Word document with real footnotes."""
    notes: list[str] = []
    body = [_paragraph(escape_runs(text.title, notes), "Title")]
    for role, words in text.parts:
        style = {"heading": "Heading1", "quote": "Quote"}.get(role, "Normal")
        body.append(_paragraph(escape_runs(words, notes), style))
    footnotes = "".join(
        f'<w:footnote w:id="{nth}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(one)}</w:t></w:r></w:p></w:footnote>'
        for nth, one in enumerate(notes, 1)
    )
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:r><w:{sign}/></w:r></w:p></w:footnote>'
        for kind, id_, sign in (
            ("separator", -1, "separator"),
            ("continuationSeparator", 0, "continuationSeparator"),
        )
    )
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return _zipped({
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": _core(text),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/document.xml": _XML
        + f"<w:document {W}><w:body>{''.join(body)}{page}</w:body></w:document>",
        "word/footnotes.xml": _XML
        + f"<w:footnotes {W}>{separators}{footnotes}</w:footnotes>",
        "word/styles.xml": _XML + f"<w:styles {W}>{_STYLES}</w:styles>",
    })  # fmt: skip


def _paragraph(runs: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>'


def escape_runs(words: str, notes: list[str]) -> str:
    """Turn words with `^[...]` into runs, and gather the notes."""
    runs = []
    for nth, part in enumerate(NOTE.split(words)):
        if nth % 2:
            notes.append(part)
            runs.append(
                '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(notes)}"/></w:r>'
            )
        elif part:
            runs.append(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>')
    return "".join(runs)


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT_TYPES = (
    _XML + f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_PART}.document.main+xml"/>'
    f'<Override PartName="/word/footnotes.xml" ContentType="{_PART}.footnotes+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_PART}.styles+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATIONS = (
    _XML + f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    _XML + f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>'
)
_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{id_}"{default}><w:name w:val="{name}"/>'
    f"{level}</w:style>"
    for id_, name, default, level in (
        ("Normal", "Normal", ' w:default="1"', ""),
        ("Title", "Title", "", ""),
        ("Heading1", "heading 1", "", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Quote", "Quote", "", '<w:pPr><w:ind w:left="720" w:right="720"/></w:pPr>'),
        ("FootnoteText", "footnote text", "", ""),
    )
)


def _core(text: Text) -> str:
    return (
        _XML + f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(text.title)}</dc:title>"
        f"<dc:creator>{escape(text.about['author'])}</dc:creator></cp:coreProperties>"
    )


def _zipped(parts: dict[str, str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content.encode())
    return held.getvalue()


# PDF


def pdf(text: Text) -> bytes:
    """Set a text on small pages with running heads, page numbers and footnotes."""
    from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    width, height = A5
    margin, top, bottom = 54, height - 62, 54
    inner = width - 2 * margin
    base = ParagraphStyle("p", fontName="Times-Roman", fontSize=10.5, leading=13.6,
                          alignment=TA_JUSTIFY, firstLineIndent=14)  # fmt: skip
    styles = {
        "paragraph": base,
        "title": ParagraphStyle("t", base, fontName="Times-Bold", fontSize=15, leading=19,
                                alignment=TA_CENTER, firstLineIndent=0, spaceAfter=8),
        "heading": ParagraphStyle("h", base, fontName="Times-Italic", fontSize=12, leading=15,
                                  alignment=TA_CENTER, firstLineIndent=0),
        "note": ParagraphStyle("n", base, fontSize=8, leading=10, firstLineIndent=0),
    }  # fmt: skip
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A5, invariant=1)
    canvas.setTitle(text.title)
    canvas.setAuthor(text.about["author"])
    count, page, at = 0, 1, top
    waiting: list[Paragraph] = []

    def note_height(notes: list[Paragraph]) -> float:
        return sum(one.wrap(inner, height)[1] for one in notes) + (10 if notes else 0)

    def finish() -> None:
        if page > 1:
            canvas.setFont("Times-Italic", 9)
            canvas.drawCentredString(width / 2, height - 40, text.about["head"])
        canvas.setFont("Times-Roman", 9)
        canvas.drawCentredString(width / 2, 32, str(page))
        low = bottom + note_height(waiting)
        if waiting:
            canvas.line(margin, low - 4, margin + 70, low - 4)
            low -= 10
        for one in waiting:
            low -= one.wrap(inner, height)[1]
            one.drawOn(canvas, margin, low)
        canvas.showPage()

    for role, words in [("title", text.title), *text.parts]:
        marked, notes = "", []
        for nth, part in enumerate(NOTE.split(words)):
            if nth % 2:
                count += 1
                if not part.startswith("~"):
                    marked += f"<super size=7>{count}</super>"
                if not part:
                    continue
                notes.append(Paragraph(f"<super size=6>{count}</super> {escape(part.lstrip('~'))}",
                                       styles["note"]))  # fmt: skip
            else:
                marked += escape(part)
        block = Paragraph(marked, styles.get(role, base))
        size = block.wrap(inner, height)[1] + (0 if role == "paragraph" else 12)
        if at - size < bottom + note_height([*waiting, *notes]):
            finish()
            page, at, waiting = page + 1, top, []
        at -= size
        block.drawOn(canvas, margin, at + (0 if role == "paragraph" else 8))
        waiting += notes
    finish()
    canvas.save()
    return held.getvalue()


def metadata() -> str:
    """Give metadata.csv."""
    held = io.StringIO()
    rows = csv.writer(held, lineterminator="\n")
    rows.writerow(["file", "title", "author", "date", "published in", "kind", "language"])
    rows.writerows([*row, "en"] for row in METADATA)
    return held.getvalue()


def main() -> None:
    """Write the dossier."""
    make = {".pdf": lambda one: pdf(parse(one)), ".docx": lambda one: docx(parse(one))}
    plain = {"07": dumped, "12": lambda one: one}
    for name, *_ in METADATA:
        source = TEXTS / f"{Path(name).stem}.txt"
        if not source.exists():  # pages and Markdown are kept as they are
            continue
        words = source.read_text(encoding="utf-8")
        suffix = Path(name).suffix
        data = make[suffix](words) if suffix in make else plain.get(name[:2], typed)(words).encode()
        (DOSSIER / name).write_bytes(data)
    (DOSSIER / "metadata.csv").write_text(metadata(), encoding="utf-8")


if __name__ == "__main__":
    main()
