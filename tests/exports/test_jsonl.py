"""What `sayso read --json` prints."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

from sayso.exports.jsonl import lines, objects
from sayso.model import (
    Evidence,
    Failure,
    Finding,
    NoteLink,
    Page,
    Piece,
    Span,
    Statement,
    finding_id,
)
from sayso.text import span, unchanged

TEXT = "The mayor said: “The dam holds.”\n\nNobody asked again."
DOCUMENT = unchanged("d1", "s1", "a.txt", TEXT)
SAID = Statement(
    "st1", "d1", "r1", "direct", (span(TEXT, 17, 31),), cue=span(TEXT, 10, 14),
    speakers=(span(TEXT, 0, 9),), notes=(NoteLink("1", None),), score=0.123456, reason="marks",
)  # fmt: skip


def test_type_and_id_come_first():
    """Every line begins with the record's type and id."""
    for one in lines([DOCUMENT, SAID]):
        assert list(json.loads(one))[:2] == ["type", "id"]


def test_a_span_says_where_it_stands_in_the_source():
    """A span carries its words, its offsets, and page, line and offsets of its source."""
    row = next(iter(objects([SAID], documents=[DOCUMENT])))

    origin = {"page": None, "line": 1, "start": 17, "end": 31}
    expected = {"start": 17, "end": 31, "exact": "The dam holds.", "origin": origin}
    assert [expected] == row["content"]
    assert row["notes"] == [{"label": "1", "note": None}]
    assert row["dates"] == {"said": None, "published": None, "about": None}


def test_the_document_may_come_as_a_record_before():
    """Records that follow their document need no other."""
    rows = list(objects([DOCUMENT, SAID]))

    assert rows[1]["cue"]["origin"]["line"] == 1
    assert rows[0]["text"] == TEXT
    assert "raw" not in rows[0]


def test_evidence_is_placed_in_its_own_document():
    """The evidence of a finding names its document and stands in it."""
    other = unchanged("d2", "s2", "b.txt", "one\ntwo")
    evidence = (Evidence("d2", Span(4, 7, "two")), Evidence("gone", Span(0, 1, "x")))
    finding = Finding(finding_id("c", evidence), "c", "hint", "m", "r", evidence)

    row = next(iter(objects([finding], documents=[DOCUMENT, other])))

    assert row["evidence"][0]["span"]["origin"]["line"] == 2
    assert row["evidence"][1]["span"]["origin"] is None


def test_pages_are_spans_of_the_text():
    """Pages are given by their place in the text, also where the raw text had more."""
    raw = "first\f2\fthird"
    pieces = (
        Piece(0, 5, 0, 5, "copy"),
        Piece(5, 6, 5, 8, "space"),
        Piece(6, 11, 8, 13, "copy"),
    )
    pages = (Page(1, 0, 6), Page(2, 6, 8, label="ii"), Page(3, 8, 13))
    document = replace(
        DOCUMENT, text="first third", raw=raw, pieces=pieces, raw_pages=pages, paragraphs=((0, 11),)
    )

    row = next(iter(objects([document])))

    assert [(one["start"], one["end"]) for one in row["pages"]] == [(0, 6), (5, 6), (6, 11)]
    assert [one["label"] for one in row["pages"]] == [None, "ii", None]


def test_nothing_invisible_is_printed():
    """Control, bidi and invisible signs leave as escapes and come back as they were."""
    hostile = "a\x1b[31m\x85\u202eb\u2066\u200b\ufeff\u2028\ud800\U000e0041\xad\x00c\u061c"
    (line,) = lines([Failure("f", "s", "sources", hostile)])

    unseen = ("Cc", "Cf", "Cs", "Zl", "Zp")
    assert [one for one in line if unicodedata.category(one) in unseen] == []
    assert hostile == json.loads(line)["message"]


def test_every_unseen_sign_is_escaped():
    """No format, control or separator character of Unicode passes unescaped."""
    unseen = "".join(
        chr(code) for code in range(0x110000)
        if unicodedata.category(chr(code)) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    )  # fmt: skip
    (line,) = lines([Failure("f", "s", "sources", unseen)])

    assert line.isprintable()
