"""Who stands behind the words that name a speaker."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Actor, Span, Statement
from sayso.readers import names
from sayso.readers.quotations import READER
from sayso.readers.who import Who
from sayso.text import unchanged


def holders(text: str, *, author: str | None = "Ada Crane") -> dict[str, str | None]:
    document = replace(unchanged("d", "s", "k", text), author=author, language="en")
    known = tuple(names.READER.read(document, reading="r", known=()))
    found = list(READER.read(document, reading="r", known=known))
    called = {one.id: one.name for one in (*known, *found) if isinstance(one, Actor)}
    return {
        one.content[0].exact: called[one.holder] if one.holder else None
        for one in found
        if isinstance(one, Statement)
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge will not stand,” I wrote at the time.",
         {"The bridge will not stand,": "Ada Crane"}),
        ("“The bridge will not stand,” he wrote at the time.",
         {"The bridge will not stand,": None}),
        ("Martha Odell wrote: “When they asked me, I said, ‘The wall is safe and sound.’ "
         "Nobody came.”",
         {"When they asked me, I said, ‘The wall is safe and sound.’ Nobody came.": "Martha Odell",
          "The wall is safe and sound.": "Martha Odell"}),
        ("Martha Odell wrote: “Then Karl Vane said, ‘The wall is safe and sound.’ Nobody came.”",
         {"Then Karl Vane said, ‘The wall is safe and sound.’ Nobody came.": "Martha Odell",
          "The wall is safe and sound.": "Karl Vane"}),
    ],
)  # fmt: skip
def test_who_says_i(text: str, expected: dict[str, str | None]) -> None:
    """ "I" is the author, and inside a quotation its speaker; what A quotes from B is B's."""
    assert holders(text) == expected


def test_a_place_in_a_book_is_not_the_person_it_is_called_after() -> None:
    text = (
        "We read in John 5:24: “The wall is safe and sound, and will be.” Article 14: “No toll shall "
        "be taken here.” The third article of the treaty: “The harbour is free to all.”"
    )

    assert holders(text) == {
        "The wall is safe and sound, and will be.": "John 5:24",
        "No toll shall be taken here.": None,
        "The harbour is free to all.": "The third article of the treaty",
    }


def test_i_is_nobody_where_the_author_is_not_known() -> None:
    """Without an author nothing is guessed."""
    text = "“The bridge will not stand,” I wrote at the time."

    assert holders(text, author=None) == {"The bridge will not stand,": None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Martha Odell, who said: “The wall is safe and sound.”", "Martha Odell"),
        ("We met Martha Odell,[3] who said: “The wall is safe and sound.”", "Martha Odell"),
        ("We met Martha Odell, the mayor, who said: “The wall is safe and sound.”", "Martha Odell"),
        ("We met Martha Odell, who left early and who said: “The wall is safe and sound.”", "Martha Odell"),
        ("Here came the critics who said: “The wall is safe and sound.”", "the critics"),
        ("There are wise men who say: “The wall is safe and sound.”", "wise men"),
        ("They read the head of the Harbour Company, who said: “The wall is safe.”", None),
        ("Who said: “The wall is safe and sound”?", None),
    ],
)  # fmt: skip
def test_a_relative_pronoun_stands_for_the_phrase_before_it(
    text: str, expected: str | None
) -> None:
    document = replace(unchanged("d", "s", "k", text), author="Ada Crane", language="en")
    known = tuple(names.READER.read(document, reading="r", known=()))
    at = text.lower().rindex("who")
    actors, made, _ = Who(document, known).are([Span(at, at + 3, text[at : at + 3])], at)
    called = {one.id: one.name for one in (*known, *made) if isinstance(one, Actor)}

    assert [called[one] for one in actors] == ([expected] if expected else [])
