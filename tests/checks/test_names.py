"""Which names the check of names takes for variants of one."""

from __future__ import annotations

import random

import pytest

from sayso.checks.names import CHECK

from .making import document, named, run


def hints(*names: str, kind: str = "person") -> list:
    """Run the check over a document that lists names."""
    doc = document("; ".join(names) + ".")
    return run(CHECK, doc, [one for name in names for one in named(doc, name, kind)])


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ("Anselm Verhoeven", "Anselm Verhoven", "one letter"),
        ("Anselm Verhoeven", "Anselm Verhoeve", "one letter"),
        ("Greta Lindqvist", "Lindqvist Greta", "another order"),
        ("Greta Lindqvist", "Professor Lindqvist Greta", "another order"),
        ("Ida Sørbye", "Ida Sorbye", "one letter"),
        ("José Álvarez", "Jose Alvarez", "an accent"),
        ("Oskar Wertheim", "Oskar Wetrheim", "exchanged"),
        ("Nikola Petrovic", "Nikkola Petrovic", "one letter"),
        ("Wertheimer", "Wertheimmer", "one letter"),
    ],
)
def test_a_slip_is_a_hint(first, second, how):
    """Two forms that differ by a slip are asked about once, each with its place."""
    (found,) = hints(first, second)

    assert found.severity == "hint"
    assert how in found.message
    assert [first, second] == [one.span.exact for one in found.evidence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("J. Hartmann", "G. Hartmann"),
        ("Louis XIV", "Louis XVI"),
        ("Paul Hartmann", "Paul Hartmann Jr"),
        ("Francis Hartmann", "Frances Hartmann"),
        ("Louis Hartmann", "Louise Hartmann"),
        ("Peter Hansen", "Peter Jansen"),
        ("Jan Olsen", "Jon Olsen"),
        ("Hamilton", "Hamiltons"),
        ("Professor Ada Lund", "Ada Lund"),
        ("Ada Lundgren", "Lundgren, Ada"),
        ("Ada Lundgren", "Ada Lundgren’s"),
        ("Stine Holm", "Stine Hopp"),
    ],
)
def test_other_names_are_left_apart(first, second):
    """Initials, numerals, kin, first names of others and mere inflections are no variants."""
    assert hints(first, second) == []


def test_organisations_are_compared_too():
    """One letter in a long word; a plural is no slip."""
    assert len(hints("Velden Heritage Union", "Velden Heritige Union", kind="organisation")) == 1
    assert hints("Velden Society", "Velden Societys", kind="organisation") == []


def test_a_person_and_an_organisation_are_never_one():
    """Names of two kinds are not compared."""
    doc = document("Anselm Verhoeven; Anselm Verhoven.")
    records = named(doc, "Anselm Verhoeven") + named(doc, "Anselm Verhoven", "organisation")

    assert run(CHECK, doc, records) == []


def test_variants_meet_across_documents():
    """Each form is shown in the document where it stands first."""
    one, two = document("Anselm Verhoeven spoke."), document("Anselm Verhoven left.", "b.txt")
    (found,) = run(
        CHECK, [one, two], named(one, "Anselm Verhoeven") + named(two, "Anselm Verhoven")
    )

    assert {"id of a.txt", "id of b.txt"} == {part.document for part in found.evidence}


def test_ten_thousand_names_are_compared():
    """Among many names only the planted pair is found."""
    letters = random.Random(7)
    made = sorted({"".join(letters.choices("bdfgklmnprstvz", k=9)).title() for _ in range(10_000)})
    doc = document("; ".join(f"Ida {one}" for one in made) + "; Ida Lindqvistson; Ida Lindqvitson")
    names = [f"Ida {one}" for one in made] + ["Ida Lindqvistson", "Ida Lindqvitson"]
    records = [record for name in names for record in named(doc, name)]
    found = run(CHECK, doc, records)

    assert any("Lindqvitson" in one.message for one in found)


def test_names_made_to_collide_are_cut_short():
    """Thousands of names that differ in one letter cannot make millions of pairs."""
    names = [f"Ida Lind{chr(0x4E00 + nth)}qvist" for nth in range(2_000)]
    assert len(hints(*names)) <= 190


@pytest.mark.parametrize(
    ("passage", "exact"),
    [
        ("The letters of Anselm Verhovven are lost.", "Anselm Verhovven"),
        ("Deputy Verhoeven Anselm agreed.", "Verhoeven Anselm"),
    ],
)
def test_a_slip_that_no_reader_takes_for_a_name_is_found(passage, exact):
    """Two capitalised words that are all but a person's name are shown with it."""
    doc = document(f"Anselm Verhoeven spoke. {passage}")
    (found,) = run(CHECK, doc, named(doc, "Anselm Verhoeven"))

    assert [one.span.exact for one in found.evidence] == ["Anselm Verhoeven", exact]


@pytest.mark.parametrize(
    "passage",
    ["The Anselm Verhoevens left.", "Anselm Verhoeven’s dam.", "Verhoeven. Anselm is a rare name.",
     "Verhoeven, Anselm. The Dam.", "anselm verhovven"],
)  # fmt: skip
def test_what_only_looks_like_a_slip_is_left_apart(passage):
    """Plurals, possessives, inverted entries of lists and words across a full stop."""
    doc = document(f"Anselm Verhoeven spoke. {passage}")

    assert run(CHECK, doc, named(doc, "Anselm Verhoeven")) == []
