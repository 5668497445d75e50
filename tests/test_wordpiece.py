"""Pieces of words with their places, equal to those of the library the encoder comes with."""

from __future__ import annotations

import pytest

from sayso.readers.statements_model import FOLDER
from sayso.wordpiece import WordPiece

VOCABULARY = FOLDER / "vocabulary.txt"
TEXTS = [
    "The Guild’s ledger (of 1786) was “forged”, said Hale.",
    "naïve façade ÀÉÎ Straße Ωmega ΣΑΣ İstanbul ﬁn",
    "an unaffordable counter-revolutionarily minded ‘pamphleteer’ — she’d…",
    "tabs\tand\r\nlines\u00a0and\u2003spaces\u200bjoined soft\u00adhyphen",
    "漢字 and かな and 한글 and 🙂 signs €5 §3 ½ x²",
    "snake_case a@b.example <p>1,000.50</p> ~^`|\\ \x00\x07 end",
    "ſeems ſo in a book of old, e\u0301tude a\u030angstro\u0308m",
    "",
]


@pytest.fixture(scope="module")
def pieces() -> WordPiece:
    return WordPiece(VOCABULARY.read_text(encoding="utf-8").splitlines())


def test_words_signs_and_their_places(pieces: WordPiece) -> None:
    text = "Hale denied it."
    found = pieces.encode(text)
    shown = [text[one:two] for one, two in zip(found.starts, found.ends, strict=True)]
    assert shown[-3:] == ["denied", "it", "."]
    assert "".join(shown) == "Haledeniedit."


def test_places_stay_right_behind_accents_and_wide_signs(pieces: WordPiece) -> None:
    text = "🙂 Café: naïve"
    found = pieces.encode(text)
    shown = [text[one:two] for one, two in zip(found.starts, found.ends, strict=True)]
    assert shown == ["🙂", "Café", ":", "naïve"]


def test_a_word_without_end_is_one_unknown_piece(pieces: WordPiece) -> None:
    found = pieces.encode("a" * 1_000_000 + " end " + "é" * 1_000_000)
    assert found.ids[0] == found.ids[-1] == pieces.unknown
    assert (found.starts[0], found.ends[0]) == (0, 1_000_000)
    assert len(found.ids) == 3


@pytest.mark.parametrize("text", TEXTS)
def test_as_the_library_cuts(pieces: WordPiece, text: str) -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="needs tokenizers to compare with")
    library = tokenizers.BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)
    theirs = library.encode(text, add_special_tokens=False)
    ours = pieces.encode(text)
    assert ours.ids == theirs.ids
    if "\u0301" not in text:  # a separate accent is counted to its letter or not at all
        assert list(zip(ours.starts, ours.ends, strict=True)) == theirs.offsets
