"""Which actors may be one, and which never."""

from __future__ import annotations

import pytest

from sayso.model import ActorKind
from sayso.sameness import Candidate, Party, candidates


def party(name: str, kind: ActorKind = "person", documents: str = "a", count: int = 1) -> Party:
    return Party(name, name, (name,), kind, frozenset(documents), count)


def score(one: Party, two: Party, *others: Party) -> float | None:
    """Give how likely two actors are one, None where they are no candidates."""
    found = [it for it in candidates([one, two, *others]) if {it.one, it.two} == {one.id, two.id}]
    assert len(found) <= 1
    return found[0].score if found else None


@pytest.mark.parametrize(
    ("one", "two", "least"),
    [
        ("Ann Vane", "Prof. Ann Vane", 0.9),
        ("Ann Vane", "Vane, Ann", 0.9),
        ("André Vane", "Andre Vane", 0.9),
        ("A. Vane", "Ann Vane", 0.75),
        ("Ann R. Vane", "Ann Vane", 0.7),
        ("Bill Fox", "William Fox", 0.7),
        ("Ines Caloway", "Ines Calloway", 0.8),
        ("Ludwig Marsden", "Marsden Ludwig", 0.7),
        ("Mr Fox", "Charles Fox", 0.6),
        ("Ernesto “Che” Guevara", "Che Guevara", 0.9),
        ("William “Big Bill” Haywood", "Big Bill Haywood", 0.9),
        ('Ernesto "Che" Guevara', "Ernesto Guevara", 0.7),
    ],
)
def test_written_forms_of_one_person_are_candidates(one: str, two: str, least: float) -> None:
    found = score(party(one), party(two))

    assert found is not None
    assert found >= least


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ann Vane", "Amos Vane"),
        ("Mr Vane", "Mrs Vane"),
        ("William Vane", "Mary Vane"),
        ("John Smith Jr.", "John Smith Sr."),
        ("Louis XIV", "Louis XVI"),
        ("A. Vane", "B. Vane"),
        ("Ann Vane", "Ann Fox"),
        ("Ernesto “Che” Guevara", "Ramiro Guevara"),
        ("Ernesto “Che” Guevara", "Che Marsden"),
    ],
)
def test_different_persons_are_no_candidates(one: str, two: str) -> None:
    assert score(party(one), party(two)) is None


def test_a_surname_that_several_bear_makes_a_weak_candidate() -> None:
    sure = score(party("Mr Fox"), party("Charles Fox"))
    weak = score(party("Mr Fox"), party("Charles Fox"), party("Henry Fox"))

    assert sure is not None
    assert weak is not None
    assert weak < 0.5 < sure


@pytest.mark.parametrize(
    ("one", "two", "least"),
    [
        ("Stalin Society", "the Stalin Society", 0.9),
        ("Anti-Corn-Law League", "Anti Corn Law League", 0.9),
        ("Fox & Sons Ltd.", "Fox and Sons", 0.9),
        ("Communist Party of Great Britain", "CPGB", 0.8),
        ("Communist Party of Great Britain", "C.P.G.B.", 0.8),
        ("Lantern Party", "Lanten Party", 0.6),
        ("Lantern Society", "Lantern Society of Brandt", 0.3),
    ],
)
def test_written_forms_of_one_organisation_are_candidates(one: str, two: str, least: float) -> None:
    found = score(party(one, "organisation"), party(two, "organisation"))

    assert found is not None
    assert found >= least


def test_the_society_is_the_only_one_that_the_text_names() -> None:
    short = party("the Society", "unnamed")
    whole = party("Lantern Society", "organisation")
    other = party("Harbour Society", "organisation")
    elsewhere = party("Harbour Society", "organisation", documents="b")

    assert score(short, whole) is not None
    assert score(short, whole, elsewhere) is not None
    assert score(short, whole, other) is None


def test_what_has_a_sense_only_in_its_own_text_is_never_put_together() -> None:
    ours = Party("1", "our critics", ("our critics",), "group", frozenset("a"))
    theirs = Party("2", "our critics", ("our critics",), "group", frozenset("b"))

    assert candidates([ours, theirs]) == []


def test_every_pair_comes_once_with_its_likeliest_reason() -> None:
    some = [party(one) for one in ("Ann Vane", "A. Vane", "Vane", "Anne Vane", "Vane, Ann")]
    found = candidates(some)

    assert len({frozenset((it.one, it.two)) for it in found}) == len(found)
    assert found == sorted(found, key=lambda it: -it.score)
    assert all(isinstance(it, Candidate) and it.reason.endswith(".") for it in found)
    assert candidates(some, least=0.9) == [it for it in found if it.score >= 0.9]


def test_a_thousand_bearers_of_one_name_do_not_make_a_million_pairs() -> None:
    some = [party(f"A{nth} Smith") for nth in range(1000)]

    assert len(candidates([*some, party("Smith", count=5)])) < 4000
