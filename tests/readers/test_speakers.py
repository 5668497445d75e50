"""The noun phrase before or after a reporting verb."""

from __future__ import annotations

import pytest

from sayso.readers import speakers
from sayso.readers.tokens import tokens

# The words before a verb group, and the subject among them.
BEFORE = {
    "Pell": "Pell",
    "Ann Pell": "Ann Pell",
    "In 1911 Pell": "Pell",
    "On Monday the mayor": "the mayor",
    "After the war Churchill": "Churchill",
    "Mr. J. R. Pell": "Mr. J. R. Pell",
    "the leader of the Ferry Guild": "the leader of the Ferry Guild",
    "the minister for war in exile": None,
    "many historians": "many historians",
    "opponents of the bill": "opponents of the bill",
    "Pell and Hale": "Pell and Hale",
    "Pell, keeper of the archive,": "Pell, keeper of the archive",
    "Pell, who had read it,": "Pell",
    "critics who": "critics",
    "those who": "those who",
    "she": "she",
    "and then he": "he",
    "The Ferry Guild’s chairman": "The Ferry Guild’s chairman",
    "In London": None,
    "quickly": None,
    "however": None,
    "1911": None,
    "": None,
}


@pytest.mark.parametrize("words", [one for one in BEFORE if BEFORE[one] or " in exile" not in one])
def test_the_subject_ends_where_the_verb_begins(words: str) -> None:
    """The phrase before the verb is found whole, and nothing where there is none."""
    found = tokens(words, 0, len(words))
    phrase = speakers.before(found, len(found))

    assert BEFORE[words] == (
        words[found[phrase[0]].start : found[phrase[1]].end] if phrase else None
    )


AFTER = {
    "Pell.": "Pell",
    "Ann Pell of the guild in May": "Ann Pell of the guild",
    "the old ferryman quietly": "the old ferryman",
    "Pell, the keeper of the archive.": "Pell, the keeper of the archive",
    "Pell, and left": "Pell",
    "she": "she",
    "Ludwig van Hale": "Ludwig van Hale",
    "that it was": None,
}


@pytest.mark.parametrize("words", AFTER)
def test_the_speaker_after_a_verb_is_found_whole(words: str) -> None:
    """The phrase behind the verb ends before what is no part of it."""
    found = tokens(words, 0, len(words))
    phrase = speakers.after(found, 0)

    assert AFTER[words] == (
        words[found[phrase[0]].start : found[phrase[1]].end] if phrase else None
    )
