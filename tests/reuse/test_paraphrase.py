"""Reworded passages are proposed, apart from repeated ones; what everybody says is not."""

from __future__ import annotations

import pytest

from sayso.errors import UsageError
from sayso.reuse import find, paraphrases
from sayso.reuse.vectors import similar

TOLD = (
    "The ministry closed the northern mines in the spring of 1931, although its own surveyors had "
    "reported that the seams would last another forty years."
)
RETOLD = (
    "In the spring of 1931 the mines of the north were shut by the ministry, against the report of "
    "its surveyors, who gave the seams another forty years."
)
AROUND = (
    "The weather was fine that week. Our landlady sold her goat to a man from the next valley, who "
    "had lost his own to wolves. We mended the roof before the rain came.",
    "Sailors prefer rope of hemp. A lamp stood in the window of the inn, and moths flew round it "
    "until morning. Nobody could say how old the bell was.",
)
LAST = "The choir sang badly and was paid well."


def rows(*texts: str, series: str | None = None) -> list[dict[str, str | None]]:
    return [{"id": f"d{n}", "text": text, "series": series} for n, text in enumerate(texts)]


def test_a_reworded_passage_is_proposed_with_its_place_on_both_sides() -> None:
    texts = [f"{AROUND[0]} {TOLD} {AROUND[1]}", f"😀 {LAST} {RETOLD} It snowed."]

    (one,) = paraphrases(rows(*texts)).to_pylist()

    assert one["kind"] == "paraphrase"
    assert texts[0][one["begin_a"] : one["end_a"]] == TOLD
    assert texts[1][one["begin_b"] : one["end_b"]] == RETOLD
    assert one["similarity"] - one["common"] >= 0.3


def test_what_is_repeated_word_for_word_is_no_paraphrase() -> None:
    """A passage is found by one of the two searches, never by both."""
    texts = [f"{AROUND[0]} {TOLD}", f"{TOLD} {AROUND[1]}", f"{LAST} {RETOLD}"]
    documents = rows(*texts)
    found = find(documents)
    proposed = paraphrases(documents, found=found).to_pylist()

    assert [(one["doc_a"], one["doc_b"]) for one in found.pairs.to_pylist()] == [("d0", "d1")]
    assert {(one["doc_a"], one["doc_b"]) for one in proposed} == {("d0", "d2"), ("d1", "d2")}


def test_what_everybody_says_is_not_proposed() -> None:
    """A sentence near to many others is common; so is one of few words."""
    wordings = (
        "Only the future can tell which of the two parties was right.",
        "Time alone will show which of the parties had been right.",
        "Which of the two parties is in the right the future will tell.",
        "It will be shown by time alone which party was in the right.",
    )
    texts = [f"{wordings[n % 4]} {AROUND[n % 2]}" for n in range(16)]

    spans = {
        documents[one["begin_a"] : one["end_a"]]
        for one in paraphrases(rows(*texts)).to_pylist()
        for documents in [texts[int(one["doc_a"][1:])]]
    }

    assert not spans & set(wordings)


def test_a_sentence_may_be_split_on_the_way() -> None:
    joined = (
        "When the bridge was given up before noon, the general claimed that no order to hold it had "
        "ever reached him, although the adjutant remembered reading it aloud."
    )
    split = (
        "Before noon the bridge had been given up. The general claimed never to have been reached by "
        "an order to hold it. Yet the adjutant remembered that he had read it to him aloud."
    )
    texts = [f"{AROUND[0]} {joined} {AROUND[1]}", f"{LAST} {split} It snowed."]

    (one,) = paraphrases(rows(*texts)).to_pylist()

    assert texts[0][one["begin_a"] : one["end_a"]] == joined
    assert split.startswith(texts[1][one["begin_b"] : one["end_b"]][:30])


def test_parts_of_one_series_are_not_compared_and_the_earlier_text_comes_first() -> None:
    documents = rows(TOLD, RETOLD, series="one book")
    dated = [
        {"id": "later", "text": TOLD, "date": "1994"},
        {"id": "earlier", "text": RETOLD, "date": "1931"},
    ]

    assert paraphrases(documents).num_rows == 0
    assert paraphrases(documents, skip_same=None).num_rows == 1
    assert paraphrases(dated).column("doc_a").to_pylist() == ["earlier"]


@pytest.mark.parametrize("texts", [(), ("",), ("", " \n"), ("One", "word"), ("😀", "سلام", "你好")])
def test_texts_without_sentences_give_nothing(texts: tuple[str, ...]) -> None:
    assert paraphrases(rows(*texts)).num_rows == 0


def test_documents_without_text_are_refused() -> None:
    with pytest.raises(UsageError, match="no column 'text'"):
        paraphrases([{"id": "a"}])


def test_sentences_are_near_by_what_they_speak_of() -> None:
    near, far = similar(
        ["The ministry closed the mines."],
        ["The pits were shut by the government.", "She plays the violin on Sundays."],
    )[0]

    assert near > far + 0.2
