"""Words that name a speaker, and the party they stand for."""

import pytest

from sayso.parties import party


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("A boy who", "A boy"),
        ("the gentlemen, who framed the articles", "the gentlemen"),
        ("The celebrated Montesquieu, speaking of them", "The celebrated Montesquieu"),
        ("the author of this paper,", "the author of this paper"),
        ("counsel for", "counsel"),
        ("the friends\nof", "the friends"),
        ("The keeper himself", "The keeper"),
        ("“the critics", "the critics"),
        ("to the Commission", "the Commission"),
        ("our critics", "our critics"),
        ("critics", "critics"),
        ("two members of the House", "two members of the House"),
        ("those who deny the flood", "those who deny the flood"),
        ("all those who have seen it", "all those who have seen it"),
        ("they that oppose the dam", "they that oppose the dam"),
        ("Mr. A.", "Mr. A."),
        ("J. R.", "J. R."),
        ("Q", "Q"),
        ("US", "US"),
        ("Ο Κήρυκας", "Ο Κήρυκας"),
    ],
)
def test_a_party_is_named_without_what_hangs_on_to_it(words, name):
    """Clauses, prepositions and stray marks at the edges are no part of a name."""
    assert party(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "The", "a", "those who", "those who argue", "those who argue that", "They who", "he who",
        "some of them", "the other", "WE", "no man", "nobody in the room", "1", "eleven", "1788.",
        "to", "“", "", "the thing", "those reasons", "proper", "of the", "the many",
        "exhibited by experience or delineated in the course of these papers",
    ],
)  # fmt: skip
def test_words_that_name_nobody_are_no_party(words):
    """Pronouns, articles, numbers and pieces of clauses stand for nobody in particular."""
    assert party(words) is None
