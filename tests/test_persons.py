"""Names of persons taken apart."""

from __future__ import annotations

import pytest

from sayso.persons import gender, looks_like_a_person, person, short_of


@pytest.mark.parametrize(
    ("name", "given", "surname", "kin"),
    [
        ("Ann Vane", ("ann",), "vane", ""),
        ("Vane, Ann R.", ("ann", "r"), "vane", ""),
        ("Prof. Dr. A. R. Vane", ("a", "r"), "vane", ""),
        ("J.R. Smith Jr.", ("j", "r"), "smith", "jr"),
        ("JR Smith", ("j", "r"), "smith", ""),
        ("Karl van der Berg", ("karl",), "van der berg", ""),
        ("de Valera", (), "de valera", ""),
        ("Mr Fox’s", (), "fox", ""),
        ("Louis XIV", (), "louis", "xiv"),
        ("Dr. A. Vane MP", ("a",), "vane", ""),
        ("André Müller", ("andre",), "muller", ""),
    ],
)
def test_a_name_comes_apart(name: str, given: tuple[str, ...], surname: str, kin: str) -> None:
    made = person(name)

    assert (made.given, made.surname, made.kin) == (given, surname, kin)


def test_titles_and_given_names_tell_men_from_women_and_nothing_else_does() -> None:
    assert [gender(one) for one in ("Mrs Fox", "Sir A. Vane", "Ann Vane", "William Vane")] == [
        "f", "m", "f", "m",
    ]  # fmt: skip
    assert [gender(one) for one in ("A. Vane", "Dr Vane", "Vane", "Leslie Vane", "Zuzka Vane")] == [
        None
    ] * 5
    assert short_of("bill", "william")
    assert not short_of("bill", "james")


@pytest.mark.parametrize(
    "name", ["", "  ", ".", "’s", "Mr", "J.", "…", "\N{CJK UNIFIED IDEOGRAPH-4E2D}"]
)
def test_odd_names_do_not_stop_it(name: str) -> None:
    assert person(name).kin == ""
    assert not looks_like_a_person(name)
