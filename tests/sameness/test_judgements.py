"""What judgements make of actors."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from sayso.sameness import Judged, grouped
from sayso.sameness.judgements import refused


def test_what_is_judged_the_same_has_one_head() -> None:
    heads = grouped([Judged("b", "c", True), Judged("a", "b", True), Judged("x", "y", True)])

    assert heads == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}
    assert grouped([Judged("a", "b", True)], max) == {"a": "b", "b": "b"}
    assert grouped([Judged("a", "b", False)]) == {}


def test_what_was_judged_two_is_never_put_together_through_a_third() -> None:
    before = [Judged("a", "b", True, "1"), Judged("a", "c", False, "2")]
    new = Judged("b", "c", True, "3")
    conflict = refused(before, new)

    assert conflict is not None
    assert {conflict.one, conflict.two} == {"a", "c"}
    assert grouped([*before, new]) == {"a": "a", "b": "a"}
    assert refused(before, Judged("b", "d", True, "3")) is None


def test_what_other_judgements_make_one_cannot_be_judged_two() -> None:
    before = [Judged("a", "b", True, "1"), Judged("b", "c", True, "2")]

    assert refused(before, Judged("a", "c", False, "3")) is not None
    assert refused(before, Judged("a", "b", False, "3")) is None, "a judgement may be changed"


names = st.sampled_from("abcdef")
judged = st.lists(
    st.tuples(names, names, st.booleans()).filter(lambda it: it[0] != it[1]), max_size=12
)


@given(judged)
def test_heads_never_join_what_was_judged_two(rows: list[tuple[str, str, bool]]) -> None:
    latest = {frozenset(row[:2]): (*row, str(nth)) for nth, row in enumerate(rows)}
    some = [Judged(*row) for row in latest.values()]
    heads = grouped(some)

    assert all(heads.get(head, head) == head for head in heads.values())
    for it in some:
        if not it.same:
            assert heads.get(it.one, it.one) != heads.get(it.two, it.two)


def test_the_order_in_which_judgements_are_read_does_not_matter() -> None:
    some = [
        Judged("a", "b", True, "1"), Judged("b", "c", True, "2"), Judged("a", "c", False, "3"),
    ]  # fmt: skip

    assert len({tuple(sorted(grouped(it).items())) for it in permutations(some)}) == 1
