"""HTML pages: text with its place in the source, notes, furniture, what the head says."""

from __future__ import annotations

import pytest

from sayso.errors import SourceError
from sayso.model import Document
from sayso.plugins import Given
from sayso.sources.html import SOURCE

PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>On peace | The Site</title>
<meta name="author" content="A. Rau"><meta property="article:published_time" content="1921-03-04">
<link rel="canonical" href="https://example.org/peace">
<style>p { color: red }</style><script>document.write("<p>never</p>")</script></head>
<body onload="alert(1)"><nav><a href="/">Home</a></nav>
<main><h1>On <em>peace</em></h1>
<p>He said &ldquo;no   peace&rdquo;<sup><a id="r1" href="#n1">1</a></sup>
and left.<p>Nobody spoke<a href="#n2" role="doc-noteref">2</a>.
<blockquote><p>Words of another.</p></blockquote>
<ul><li>one<li>two</ul>
<table><tr><td>a<td>b</tr></table>
<p class="poem">The night is long,<br>
the road is dark.</p>
<ol class="footnotes"><li id="n1">Rau, <i>Title</i>. <a href="#r1">↩</a></li>
<li id="n2"><p>Lind.</p><p>And more.</p></li></ol></main>
<footer>All rights reserved</footer></body></html>
"""


def read(text: str | bytes, **settings: str) -> Document:
    data = text.encode() if isinstance(text, str) else text
    (found,) = SOURCE.read(Given("page.html", data, "s", "text/html", settings=settings))
    assert isinstance(found, Document)
    return found


@pytest.fixture
def page() -> Document:
    return read(PAGE)


def test_blocks_and_their_roles(page):
    assert [(one.role, page.text[one.start : one.end]) for one in page.blocks] == [
        ("heading", "On peace"),
        ("paragraph", "He said “no peace”1 and left."),
        ("paragraph", "Nobody spoke2."),
        ("blockquote", "Words of another."),
        ("list_item", "one"),
        ("list_item", "two"),
        ("table", "a\tb"),
        ("verse", "The night is long,\nthe road is dark."),
        ("note", "Rau, Title."),
        ("note", "Lind."),
        ("note", "And more."),
    ]


def test_notes_are_linked_to_their_markers(page):
    found = [
        (one.label, page.text[one.start : one.end], [page.text[a - 1 : b] for a, b in one.markers])
        for one in page.notes
    ]

    assert found == [("1", "Rau, Title.", ["”1"]), ("2", "Lind.\n\nAnd more.", ["e2"])]
    assert [page.text[start:end] for start, end in page.superscripts] == ["1", "2"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>She wrote, <q>no peace</q>, twice.", "She wrote, “no peace”, twice."),
        ("<p><q>He said <q>never</q> and left</q>.", "“He said ‘never’ and left”."),
        ("<p>A <q>“sale”</q> it was.", "A “sale” it was."),
        ("<p><q>a <em>b</q> c</em> d", "“a b” c d"),
        ("<p><q>open<p>closed</q>.", "“open\n\nclosed."),
        ("<nav><q>home</q></nav><p>Words.", "Words."),
    ],
)
def test_quotation_elements_have_marks_as_browsers_show_them(source: str, text: str) -> None:
    found = read(source)

    assert found.text == text
    for one in found.pieces:
        if one.kind == "copy":
            assert found.raw[one.raw_start : one.raw_end] == found.text[one.start : one.end]


def test_the_head_describes_the_page(page):
    assert (
        page.title, page.author, page.date, page.url, page.language,
    ) == ("On peace", "A. Rau", "1921-03-04", "https://example.org/peace", "en")  # fmt: skip


def test_copied_text_points_into_the_source(page):
    for piece in page.pieces:
        if piece.kind == "copy":
            made = page.text[piece.start : piece.end]
            assert page.raw[piece.raw_start : piece.raw_end] == made
    assert page.raw == PAGE


def test_navigation_and_footer_are_furniture(page):
    dropped = [
        page.raw[one.raw_start : one.raw_end] for one in page.pieces if one.kind == "furniture"
    ]

    assert dropped == ["Home", "All rights reserved"]


def test_emphasis_is_kept_as_spans(page):
    assert [page.text[start:end] for start, end in page.emphasis] == ["peace", "Title"]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a<script>b</script>c", "ac"),
        ("<p>a<style>b</style >c", "ac"),
        ("<p>a<!-- b --!> c --> d", "a d"),
        ("<p>a<template><p>b</template></p><p>c", "a\n\nc"),
        ("<p hidden>a</p><p>b", "b"),
        ("<p style='display: none'>a</p><p>b", "b"),
        ("<p onclick='x>y'>a <b title=\"<i>\">b</b>", "a b"),
        ("<svg><text>a</text></svg><p>b &lt;script&gt;", "b <script>"),
        ("<p>1 < 2 & 3 &nosuch; 4", "1 < 2 & 3 &nosuch; 4"),
        ("<p>&#8220;a&#x201d; &amp;lt;", "“a” &lt;"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("<p><b>a<p>b</b></p>c", "a\n\nb\n\nc"),
        ("<p>a<![CDATA[<b>]]>c", "a<b>c"),
    ],
)
def test_hostile_and_careless_markup(source, text):
    assert text == read(f"<html><body>{source}").text


def test_entities_are_not_expanded():
    """A chain of entities that would fill the memory stays as it is written."""
    declared = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'

    assert "&b;" in read(f"<html>{declared}<body><p>so: &b; no more").text


def test_a_link_to_a_section_makes_no_note():
    document = read(
        '<html><p>See <a href="#s2">2</a>.<h2 id="s1">One</h2><p>Text.'
        '<section id="s2"><h2>Two</h2><p>More text.</section>'
    )

    assert document.notes == ()


def test_a_marker_whose_note_is_in_another_file_is_raised():
    document = read(
        '<html xmlns:epub="x"><p>So it was.<a href="notes.xhtml#n4" epub:type="noteref">4</a></p>'
    )

    assert [document.text[start:end] for start, end in document.superscripts] == ["4"]
    assert document.notes == ()


def test_endnotes_in_a_file_of_their_own(shared):
    path = shared / "corpora/books/henry-george/endnotes.xhtml"
    (document,) = SOURCE.read(Given("e.xhtml", path.read_bytes(), "s", "text/html"))
    assert isinstance(document, Document)

    labels = [one.label for one in document.notes]
    assert [str(nth) for nth in range(1, len(labels) + 1)] == labels
    assert len(labels) > 50


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "utf-16"])
def test_the_declared_encoding_is_used(encoding):
    source = f'<html><head><meta charset="{encoding}"></head><p>Общество основано.</p>'

    assert read(source.encode(encoding)).text == "Общество основано."


def test_a_wrongly_declared_encoding_is_found_out():
    assert read('<meta charset="ascii"><p>Rückkehr</p>').text == "Rückkehr"


def test_a_page_without_text_says_so():
    with pytest.raises(SourceError, match="shows no text"):
        read("<html><body><script>render()</script></body></html>")
