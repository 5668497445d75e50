"""Encodings: found out, declared, asked for; what is no text is refused."""

from __future__ import annotations

import pytest

from sayso.errors import SourceError
from sayso.sources.decoding import decode

WORDS = (
    "Die Gründer der Vereinigung erklärten öffentlich: „Wir müssen fortfahren“ – und schwiegen. "
)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_are_found_out(encoding):
    assert decode((WORDS * 3).encode(encoding), "a.txt").text == WORDS * 3


def test_a_cyrillic_page_is_found_out():
    words = "Общество было основано в городе весной того же года, и никто не пришёл. " * 6

    decoded = decode(words.encode("cp1251"), "a.txt")

    assert (words, False) == (decoded.text, decoded.certain)


def test_one_damaged_byte_does_not_change_the_encoding():
    data = (WORDS * 20).encode()
    at = data.index(b" und")

    decoded = decode(data[:at] + b"\xff" + data[at:], "a.txt")

    assert (decoded.encoding, decoded.damaged) == ("utf-8", 1)
    assert "\ufffd und" in decoded.text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 and so on", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (bytes(range(256)) * 8, "binary"),
        (b"some words\0 and more words that follow", "binary"),
        (b"\x01\x02\x03\x04\x05\x06 words" * 30, "binary"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data, what):
    with pytest.raises(SourceError, match=what) as caught:
        decode(data, "a.txt")

    assert "\n" not in str(caught.value)


def test_an_encoding_that_was_asked_for_is_kept():
    assert decode(b"\xe9", "a.txt", encoding="latin-1").text == "é"
    with pytest.raises(SourceError, match="byte 0 does not fit"):
        decode(b"\xe9", "a.txt", encoding="utf-8")
    with pytest.raises(SourceError, match="no encoding 'esperanto'"):
        decode(b"x", "a.txt", encoding="esperanto")
