"""Sentences that several texts share."""

from __future__ import annotations

from sayso.reuse.repeats import Repeat, repeats

ONE = "The harbour of Ostmere was lost by the engineers who built it in a single winter."
TWO = "Nobody in the whole town was ever asked what it thought of the matter at the time."
OTHER = "It rained for nine days and the road to the mill was closed to carts and horses alike."


def words(texts: dict[str, str], found: list[Repeat]) -> list[tuple[str, str]]:
    return [(one.document, texts[one.document][one.start : one.end]) for one in found]


def test_a_sentence_is_found_with_a_changed_word_and_inside_another() -> None:
    texts = {
        "a": f"{ONE} {OTHER}",
        "b": f"We read it so. {ONE.replace('single', 'cold')} We did.",
        "c": f"She told us that {ONE[0].lower()}{ONE[1:]}",
    }
    (found,) = repeats(texts)

    assert words(texts, found)[0] == ("a", ONE)
    assert [one.document for one in found] == ["a", "b", "c"]


def test_sentences_that_follow_one_another_everywhere_are_one() -> None:
    texts = {"a": f"{ONE} {TWO} {OTHER}", "b": f"They say. {ONE} {TWO} So be it."}
    (found,) = repeats(texts)

    assert words(texts, found) == [("a", f"{ONE} {TWO}"), ("b", f"{ONE} {TWO}")]


def test_sentences_apart_in_one_text_stay_two() -> None:
    texts = {"a": f"{ONE} {TWO}", "b": f"{TWO} {OTHER} {OTHER.upper()} {ONE}"}

    assert len(repeats(texts)) == 2


def test_short_formulas_and_repetition_within_one_text_count_for_nothing() -> None:
    assert (
        repeats(
            {
                "a": f"{ONE} {ONE}",
                "b": OTHER,
                "c": "I have the honour to be.",
                "d": "I have the honour to be.",
            }
        )
        == []
    )


def test_neighbours_do_not_chain() -> None:
    """B shares half with A and half with C; C, which shares nothing with A, makes no group with it."""
    a, c = ONE[:-1], TWO
    texts = {"a": f"{a}.", "b": f"{a}, and {c[0].lower()}{c[1:]}", "c": c}
    found = repeats(texts)

    assert all({"a", "c"} - {one.document for one in group} for group in found)
