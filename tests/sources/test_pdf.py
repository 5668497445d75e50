"""PDF files: reading order, what is no text, notes, paragraphs, and files that cannot be read."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from sayso.errors import MissingExtraError, SourceError
from sayso.model import Document
from sayso.plugins import Given
from sayso.sources import isolated, ocr, pdf, pdf_glyphs
from sayso.sources.pdf import SOURCE
from sayso.text import Edits, Places

WIDTH, HEIGHT = 420, 600
Draw = Callable[[Canvas], None]


def drawn(*pages: Draw, **options: object) -> bytes:
    """Give a PDF whose pages the functions draw."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), **options)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def put(
    canvas: Canvas, x: float, down: float, text: str, *, size: float = 10, font: str = "Times-Roman"
) -> float:
    """Write at so many points from the left and the top; give where the words end."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - down, text)
    return x + canvas.stringWidth(text, font, size)


def column(
    canvas: Canvas, lines: Sequence[str], *, x: float = 50, down: float = 60, size: float = 10
) -> float:
    """Write lines one below the other; a line that begins with two spaces is indented."""
    for line in lines:
        indent = 15 if line.startswith("  ") else 0
        put(canvas, x + indent, down, line.strip(), size=size)
        down += 1.2 * size
    return down


def given(data: bytes, key: str = "a/speech.pdf") -> Given:
    return Given(key, data, "source", "application/pdf")


def read(data: bytes) -> Document:
    (document,) = SOURCE.read(given(data))
    assert isinstance(document, Document)
    return document


def parts(document: Document) -> list[tuple[str, str]]:
    return [(one.role, document.text[one.start : one.end]) for one in document.blocks]


def dropped(document: Document, kind: str) -> list[str]:
    return [
        document.raw[one.raw_start : one.raw_end]
        for one in document.pieces
        if one.kind == kind and one.start == one.end
    ]


LEFT = [
    "  The delegates met in the old",
    "customs house on the harbour and",
    "talked until the lamps were lit.",
    "Nobody had asked the town about",
    "it, and nobody thought of asking.",
    "  On the second day the chairman",
    "read a letter from the governor,",
    "which he then put into his coat.",
    "It was not seen again that year,",
    "nor was it missed by many people.",
]
RIGHT = [
    "  The printer of the minutes says",
    "that he left room for the letter.",
    "His widow says that he never did,",
    "and that the page was always full.",
    "Both are quoted in the histories.",
    "  A third account, found in 1911,",
    "names a clerk who carried papers",
    "between the house and the harbour",
    "and who could not read one word.",
    "He is the only one who saw it all.",
]
TWO_COLUMNS = [
    "The delegates met in the old customs house on the harbour and talked until the lamps were "
    "lit. Nobody had asked the town about it, and nobody thought of asking.",
    "On the second day the chairman read a letter from the governor, which he then put into his "
    "coat. It was not seen again that year, nor was it missed by many people.",
    "The printer of the minutes says that he left room for the letter. His widow says that he "
    "never did, and that the page was always full. Both are quoted in the histories.",
    "A third account, found in 1911, names a clerk who carried papers between the house and the "
    "harbour and who could not read one word. He is the only one who saw it all.",
]


def test_the_heading_at_the_very_beginning_is_the_title() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 50, 40, "The Letter That Nobody Read", size=18)
        column(canvas, LEFT, down=70)

    assert read(drawn(page)).title == "The Letter That Nobody Read"
    assert read(drawn(lambda canvas: column(canvas, LEFT) and None)).title is None


def test_columns_written_row_by_row_are_read_one_after_the_other() -> None:
    def page(canvas: Canvas) -> None:
        for nth, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            column(canvas, [left], x=50, down=60 + 12 * nth)
            column(canvas, [right], x=225, down=60 + 12 * nth)

    document = read(drawn(page))

    assert [("paragraph", one) for one in TWO_COLUMNS] == parts(document)


def test_a_title_across_the_columns_stands_before_both() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 90, 40, "The Letter That Nobody Read", size=18)
        column(canvas, RIGHT, x=225, down=70)
        column(canvas, LEFT, x=50, down=70)

    assert parts(read(drawn(page)))[:1] == [("heading", "The Letter That Nobody Read")]
    assert [one for _, one in parts(read(drawn(page)))[1:]] == TWO_COLUMNS


def _rotated(lines: list[str], by: int) -> list[str]:
    return [*lines[by:], *lines[:by]]


def book(pages: int) -> bytes:
    """Give a book with running heads left and right, page numbers from v, and bodies that differ."""

    def page(nth: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            if nth:
                head = "The Harbour Question" if nth % 2 else "Minutes and Memories"
                put(canvas, 150, 35, head, size=8)
            put(canvas, 205, 570, ["v", "vi", "vii", "viii", "ix", "x"][nth], size=8)
            words = ["One", "Two", "Three", "Four", "Five", "Six"][nth]
            column(canvas, [f"  Day {words} began as a day begins.", *_rotated(LEFT, nth)], down=70)

        return draw

    return drawn(*(page(nth) for nth in range(pages)))


def test_running_heads_and_page_numbers_are_no_text_but_stay_in_the_pieces() -> None:
    document = read(book(6))

    heads = ["The Harbour Question", "Minutes and Memories"] * 2 + ["The Harbour Question"]
    assert "Question" not in document.text
    assert sorted(heads) == sorted(dropped(document, "furniture"))
    assert dropped(document, "page_number") == ["v", "vi", "vii", "viii", "ix", "x"]
    assert [one.label for one in document.raw_pages] == ["v", "vi", "vii", "viii", "ix", "x"]


def test_a_short_paper_has_running_heads_too() -> None:
    document = read(drawn(*[lambda canvas: _headed(canvas, "The Harbour Question")] * 2))

    assert "Question" not in document.text


def _headed(canvas: Canvas, head: str) -> None:
    put(canvas, 150, 30, head, size=8)
    column(canvas, LEFT, down=70)


def test_notes_of_one_form_at_the_same_place_are_no_running_feet() -> None:
    def page(nth: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            down = column(canvas, LEFT, down=60)
            put(canvas, put(canvas, 50, down, "So he said."), down - 4, str(nth), size=6)
            put(canvas, 50, 560, f"{nth} Ibid., p. {nth * 7 % 20}.", size=8)

        return draw

    document = read(drawn(*(page(nth) for nth in range(1, 6))))

    assert [one.label for one in document.notes] == ["1", "2", "3", "4", "5"]


def noted(canvas: Canvas) -> None:
    column(canvas, ["  The letter was “lost in the"], down=60)
    end = put(canvas, 50, 72, "move”")
    end = put(canvas, end, 68, "1", size=6)
    put(canvas, end, 72, ", or so it was said for")
    end = put(canvas, 50, 84, "thirty years.")
    put(canvas, end, 80, "2", size=6)
    column(canvas, ["  Nobody looked for it in all", "that time, as far as is known."], down=96)
    put(canvas, 50, 540, "1", size=5)
    put(canvas, 54, 543, "Minutes of the Harbour Board, 3 May", size=8)
    put(canvas, 50, 553, "1871, p. 12.", size=8)
    put(canvas, 50, 563, "2", size=5)
    put(canvas, 54, 566, "So the clerk, who adds that it was", size=8)


def test_footnotes_stand_after_the_paragraph_at_whose_foot_they_are() -> None:
    document = read(drawn(noted))

    assert parts(document) == [
        ("paragraph", "The letter was “lost in the move”1, or so it was said for thirty years.2"),
        ("paragraph", "Nobody looked for it in all that time, as far as is known."),
        ("note", "Minutes of the Harbour Board, 3 May 1871, p. 12."),
        ("note", "So the clerk, who adds that it was"),
    ]
    assert [document.text[a:b] for a, b in document.superscripts] == ["1", "2"]
    assert [(one.label, document.text[one.start : one.end][:7]) for one in document.notes] == [
        ("1", "Minutes"),
        ("2", "So the "),
    ]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    def page(canvas: Canvas) -> None:
        column(canvas, LEFT, down=60)
        put(canvas, 50, 560, "Tuesday, and that it rained.", size=8)

    document = read(drawn(noted, page))

    note = document.notes[1]
    words = "So the clerk, who adds that it was Tuesday, and that it rained."
    assert document.text[note.start : note.end] == words


def test_small_type_within_the_text_is_no_footnote() -> None:
    def page(canvas: Canvas) -> None:
        down = column(canvas, LEFT, down=60)
        down = column(
            canvas, ["1 This is quoted in small", "type, with its number."], down=down + 9, size=8
        )
        column(canvas, RIGHT, down=down + 9)

    assert read(drawn(page)).notes == ()


def test_notes_in_both_columns_belong_to_one_row_of_numbers() -> None:
    def page(canvas: Canvas) -> None:
        for x, lines, label in ((50, LEFT, "1"), (225, RIGHT, "2")):
            down = column(canvas, lines, x=x, down=60)
            put(canvas, put(canvas, x, down, "It is so."), down - 4, label, size=6)
            put(canvas, x, 560, f"{label} Minutes, p. {label}0.", size=8)

    document = read(drawn(page))

    assert [document.text[n.start : n.end] for n in document.notes] == [
        "Minutes, p. 10.",
        "Minutes, p. 20.",
    ]


def test_endnotes_below_their_heading_are_notes() -> None:
    def page(canvas: Canvas) -> None:
        down = column(canvas, LEFT)
        put(canvas, 50, down + 14, "Notes", size=13)
        lines = [
            "1. Minutes of the Harbour Board, 3",
            "May 1871, page 12, and page 14.",
            "2. So says the clerk.",
            "3. Abel, The Harbour and Its People,",
            "second edition, page 99.",
        ]
        down = column(canvas, lines, down=down + 34)
        put(canvas, 50, down + 14, "Index", size=13)
        column(canvas, ["1. This is no note."], down=down + 34)

    document = read(drawn(page))

    assert [(one.label, document.text[one.start : one.end]) for one in document.notes] == [
        ("1", "Minutes of the Harbour Board, 3 May 1871, page 12, and page 14."),
        ("2", "So says the clerk."),
        ("3", "Abel, The Harbour and Its People, second edition, page 99."),
    ]


def test_a_line_of_alternating_superscripts_is_read_like_any_other() -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(10, 300)
        for _ in range(8000):
            text.setFont("Times-Roman", 2)
            text.setRise(0)
            text.textOut("a")
            text.setFont("Times-Roman", 1)
            text.setRise(1)
            text.textOut("1")
        canvas.drawText(text)

    document = read(drawn(page))

    assert len(document.superscripts) == 8000


def test_words_broken_at_the_end_of_a_line_are_joined() -> None:
    """The document's own words say whether a hyphen stays; where they do not, it is doubtful."""
    lines = [
        "  The harbour was re-built by har-",
        "bour workers of the town, who re-",
        "built what a storm had taken from",
        "them, with a most peculiar contri-",
        "vance that nobody has seen again.",
    ]

    document = read(drawn(lambda canvas: column(canvas, lines) and None))

    assert "by harbour workers" in document.text
    assert "who re-built what" in document.text
    joints = [one for one in document.pieces if one.kind == "join_hyphen"]
    assert [one.certain for one in joints] == [True, False]


def test_paragraphs_go_on_over_the_page_unless_the_next_is_indented() -> None:
    def first(canvas: Canvas) -> None:
        column(canvas, [*LEFT, "  And so the matter rested until"])

    def second(canvas: Canvas) -> None:
        column(canvas, ["somebody found the coat in a box.", *RIGHT])

    document = read(drawn(first, second))

    assert "And so the matter rested until somebody found the coat in a box." in [
        one for _, one in parts(document)
    ]


def test_paragraphs_may_be_parted_by_white_or_a_short_line() -> None:
    def page(canvas: Canvas) -> None:
        down = column(
            canvas, ["The harbour was rebuilt by the men", "and women of the town itself."]
        )
        down = column(
            canvas,
            [
                "The governor paid for the bricks, as",
                "he was bound to.",
                "He has never been thanked for them",
                "in any history of the harbour.",
            ],
            down=down + 8,
        )

    assert [one for _, one in parts(read(drawn(page)))] == [
        "The harbour was rebuilt by the men and women of the town itself.",
        "The governor paid for the bricks, as he was bound to.",
        "He has never been thanked for them in any history of the harbour.",
    ]


def test_quotations_that_are_set_in_headings_and_lists_are_told_apart() -> None:
    def page(canvas: Canvas) -> None:
        put(canvas, 50, 50, "1. The coat", size=15)
        down = column(canvas, LEFT, down=80)
        quoted = ["I have seen the letter with my own", "eyes, and it was blank."]
        down = column(canvas, quoted, x=74, down=down + 6, size=9)
        down = column(canvas, RIGHT, down=down + 6)
        column(
            canvas, ["• It was found in a box.", "• It was empty.", "• It was blue."], down=down + 6
        )

    found = parts(read(drawn(page)))

    assert found[0] == ("heading", "1. The coat")
    assert ("blockquote", "I have seen the letter with my own eyes, and it was blank.") in found
    assert [one for role, one in found if role == "list_item"] == [
        "• It was found in a box.",
        "• It was empty.",
        "• It was blue.",
    ]
    assert len(found) == 9


def test_entries_that_hang_are_one_paragraph_each() -> None:
    entries = [
        ["Abel, A., The Harbour and Its", "  People. Second edition, 1911."],
        [
            "Bragg, B., A Clerk's Memoirs of",
            "  the Harbour Board, in two parts,",
            "  with maps and plates. 1888.",
        ],
        ["Crewe, C., Coats of the Governors", "  of the Coast. 1902."],
    ]
    lines = [line for entry in entries for line in entry]

    found = parts(read(drawn(lambda canvas: column(canvas, lines) and None)))

    assert len(found) == 3
    assert found[2][1] == "Crewe, C., Coats of the Governors of the Coast. 1902."


def test_italic_words_are_emphasis() -> None:
    def page(canvas: Canvas) -> None:
        end = put(canvas, 50, 60, "She wrote ")
        end = put(canvas, end, 60, "The Blue Coat", font="Times-Italic")
        put(canvas, end, 60, " in 1911.")

    document = read(drawn(page))

    assert [document.text[a:b] for a, b in document.emphasis] == ["The Blue Coat"]


def dejavu(canvas: Canvas, size: float = 10) -> None:
    import matplotlib

    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("DejaVu", str(path)))
    canvas.setFont("DejaVu", size)


def test_ligatures_are_spelt_out_and_known_as_such() -> None:
    def page(canvas: Canvas) -> None:
        dejavu(canvas)
        canvas.drawString(50, 500, "The ﬁnal oﬃce, naïve café")

    document = read(drawn(page))

    assert document.text == "The final office, naïve café"
    assert all(one.end - one.start > 1 for one in document.pieces if one.kind == "ligature")


def test_hebrew_is_read_from_the_right() -> None:
    def page(canvas: Canvas) -> None:
        dejavu(canvas)
        canvas.drawString(50, 500, "שלום לכולם"[::-1])

    assert read(drawn(page)).text == "שלום לכולם"


def test_letters_set_wide_stay_one_word() -> None:
    def page(canvas: Canvas) -> None:
        text = canvas.beginText(50, 500)
        text.setFont("Times-Roman", 10)
        text.setCharSpace(2.5)
        text.textLine("Peace and no war")
        canvas.drawText(text)

    assert read(drawn(page)).text == "Peace and no war"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_read_upright(turn: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        if turn != 180:  # the page is then made WIDTH high
            canvas.translate(0, WIDTH - HEIGHT)
        column(canvas, LEFT)

    document = read(drawn(page))

    assert [one for _, one in parts(document)] == TWO_COLUMNS[:2]
    (shown,) = document.raw_pages
    assert {shown.width, shown.height} == {WIDTH, HEIGHT}
    for line in document.lines:
        assert line.box is not None
        left, top, right, bottom = line.box
        assert 0 <= left < right <= shown.width
        assert 0 <= top < bottom <= shown.height


def test_a_stamp_along_the_margin_is_no_text() -> None:
    def page(canvas: Canvas) -> None:
        column(canvas, LEFT)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(100, -20, "downloaded on Tuesday")

    document = read(drawn(page))

    assert "Tuesday" not in document.text
    assert "Tuesday" in document.raw


def test_every_word_is_found_on_its_page_and_line() -> None:
    document = read(book(6))
    Edits(document.pieces, text_size=len(document.text), raw_size=len(document.raw))
    at = document.text.index("Day Five began")

    origin = Places(document).origin(at, at + 8)

    assert origin.page == 5
    assert document.raw[origin.start : origin.end] == "Day Five"
    (line,) = [one for one in document.lines if (one.page, one.number) == (5, origin.line)]
    assert document.raw[line.raw_start : line.raw_end].startswith("Day Five began")
    assert line.box is not None
    assert line.box[0] == pytest.approx(65, abs=1)
    assert line.box[1] < 70 < line.box[3]
    assert [one.raw_start for one in document.raw_pages][1:] == [
        one.raw_end for one in document.raw_pages
    ][:-1]


def test_properties_are_taken_but_not_those_that_programs_put_there() -> None:
    def named(title: str) -> Draw:
        def page(canvas: Canvas) -> None:
            canvas.setTitle(title)
            canvas.setAuthor("A. Clerk")
            column(canvas, LEFT)

        return page

    good, bad = read(drawn(named("The Blue Coat"))), read(drawn(named("Microsoft Word - x.doc")))

    assert (good.title, good.author, bad.title) == ("The Blue Coat", "A. Clerk", None)
    assert good.date is None
    assert str(good.metadata["created"])[:2] == "20"


def test_a_protected_file_says_so() -> None:
    data = drawn(lambda canvas: _headed(canvas, "x"), encrypt=StandardEncryption("secret"))

    with pytest.raises(SourceError, match=r"speech.pdf: it is protected by a password. Open it"):
        read(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "the file is empty"),
        (b"\0" * 5000, "the file is empty"),
        (b"%PDF-1.7\n", "it is no whole PDF file"),
        (b"%PDF-1.4\n" + b"1 0 obj<<" * 9000, "it is no whole PDF file"),
        (b"not a PDF at all", "it is no whole PDF file"),
    ],
)
def test_files_that_are_no_pdf_are_refused_in_one_line(data: bytes, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(data)

    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_truncated_files_give_what_they_have_or_one_line() -> None:
    whole = book(6)
    lines = []
    for share in (0.2, 0.5, 0.8, 0.95):
        try:
            found = isolated.read("pdf", given(whole[: int(share * len(whole))]))
        except SourceError as error:
            lines.append(str(error))
        else:
            lines += [one.key for one in found if isinstance(one, Document)]

    assert len(lines) == 4
    assert all(one.startswith("a/speech.pdf") and "\n" not in one for one in lines)


def test_pages_without_anything_on_them_are_one_line() -> None:
    with pytest.raises(SourceError, match="it shows no text on any page"):
        read(drawn(lambda canvas: None, lambda canvas: None))


def test_a_page_of_more_signs_than_any_page_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_glyphs, "MOST", 100)

    with pytest.raises(SourceError, match=r"page 1 has 3\d\d characters, which no real page has"):
        read(drawn(lambda canvas: column(canvas, LEFT) and None))


@pytest.mark.parametrize("sign", ["(", "-", ".", "1", " a", "“", "i", "*"])
def test_pages_of_one_sign_take_no_longer_than_others(sign: str) -> None:
    """Eighty thousand of one sign on one page, on one line and on many, are read like any text."""

    def page(canvas: Canvas) -> None:
        put(canvas, 10, 50, sign * (30_000 // len(sign)), size=1)
        for nth in range(500):
            put(canvas, 10, 60 + nth, sign * (100 // len(sign)), size=1)

    document = read(drawn(page))

    assert document.raw.count(sign.strip()) == 80_000 // len(sign)


def scan(text: bool = False) -> bytes:
    from PIL import Image

    picture = Image.new("L", (210, 300), 255)

    def page(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)

    return drawn(*([lambda canvas: column(canvas, LEFT) and None] if text else []), page)


def test_a_scan_without_tesseract_names_the_install_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda name: "/x" if name == "apt-get" else None)

    with pytest.raises(MissingExtraError) as caught:
        read(scan())

    assert str(caught.value) == (
        "a/speech.pdf: page 1 is a scan without text: pictures of pages need Tesseract, which is "
        "not on this machine. Install it with: sudo apt-get install tesseract-ocr"
    )


def test_the_rest_of_a_file_is_read_where_a_page_is_a_scan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr.shutil, "which", lambda name: None)

    document, failure = SOURCE.read(given(scan(text=True)))

    assert isinstance(document, Document)
    assert document.text.startswith("The delegates met")
    assert "page 2 is a scan without text" in str(getattr(failure, "message", ""))


def test_the_child_process_reads_the_same() -> None:
    data = book(4)

    assert isolated.read("pdf", given(data)) == list(SOURCE.read(given(data)))


def test_more_pages_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "PAGES", 3)

    with pytest.raises(SourceError, match=r"it has 4 pages, and at most 3 are read\. Split it"):
        read(book(4))
