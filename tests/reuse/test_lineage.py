"""Who has a passage from whom."""

from __future__ import annotations

import pytest

from sayso.reuse.lineage import Shared, Wording, earlier, lineage

OLDEST = (
    "The gate was opened at four in the morning by the keeper, and the board had been warned of it "
    "twice before the water came over the wall."
)
ERROR = OLDEST.replace("four in the morning", "five in the morning")
TWO = ERROR.replace("warned of it twice", "warned of it thrice")


def test_a_copy_of_a_copy_is_told_by_the_error_it_shares() -> None:
    """C has the error of B, and is given to B; B, the first with it, is given to A."""
    made = lineage(
        [Wording("a", OLDEST, "1924"), Wording("b", ERROR, "1931"), Wording("c", ERROR, "1958")]
    )

    assert [one.source for one in made] == [None, 0, 1]
    assert made[2].shared == (Shared("four", "five"),)
    assert made[1].shared == ()


def test_a_chain_of_growing_errors_is_followed_step_by_step() -> None:
    """Each has the errors of the one before and one of its own."""
    texts = [OLDEST, ERROR, TWO, TWO.replace("wall", "dam")]
    made = lineage([Wording(f"{n}", text, f"19{n}0") for n, text in enumerate(texts)])

    assert [one.source for one in made] == [None, 0, 1, 2]
    assert [len(one.shared) for one in made] == [0, 0, 1, 2]


def test_two_copies_with_errors_of_their_own_both_come_from_the_oldest() -> None:
    other = OLDEST.replace("the keeper", "a boy")
    made = lineage(
        [Wording("a", OLDEST, "1924"), Wording("b", ERROR, "1931"), Wording("c", other, "1958")]
    )

    assert [one.source for one in made] == [None, 0, 0]
    assert made[2].shared == ()


def test_equal_wordings_leave_open_which_was_used() -> None:
    """The oldest is proposed, the other named as equally near."""
    made = lineage(
        [Wording("a", OLDEST, "1924"), Wording("b", OLDEST, "1931"), Wording("c", OLDEST, "1958")]
    )

    assert (made[2].source, made[2].others) == (0, (1,))


def test_a_longer_copy_comes_from_the_text_that_has_all_of_it() -> None:
    """B breaks off, so C, which goes on, is not from B alone."""
    short = OLDEST[: OLDEST.index(", and the board")]
    made = lineage(
        [Wording("a", OLDEST, "1924"), Wording("b", short, "1931"), Wording("c", OLDEST, "1958")]
    )

    assert made[2].source == 0
    assert made[1].source == 0


@pytest.mark.parametrize("date", [None, "1924", "1924-05", "192X", "1920/1930"])
def test_no_source_is_proposed_where_dates_do_not_say_who_was_first(date: str | None) -> None:
    made = lineage([Wording("a", OLDEST, "1924"), Wording("b", ERROR, date)])

    assert made[1].source is None


def test_a_document_is_not_its_own_source() -> None:
    made = lineage([Wording("a", OLDEST, "1924"), Wording("a", OLDEST, "1925")])

    assert made[1].source is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("1931", "1932", True), ("1931-05-02", "1931-05-03", True), ("1931-05", "1931-05-03", False),
     ("1932", "1931", False), ("1931~", "1932", True), ("19XX", "2001", False), ("", "1931", False)],
)  # fmt: skip
def test_dates_are_ordered_as_far_as_they_are_known(one: str, other: str, expected: bool) -> None:
    assert earlier(one, other) is expected
