"""Names are found where the text gives reason to, and their written forms become one actor."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.model import Actor, Mention, Record, Work, actor_id
from sayso.readers.names import READER
from sayso.text import unchanged


def read(text: str, *, italics: tuple[str, ...] = ()) -> list[Record]:
    places = tuple((text.index(one), text.index(one) + len(one)) for one in italics)
    document = replace(unchanged("d", "s", "k", text), emphasis=places)
    return list(READER.read(document, reading="r", known=()))


def named(text: str, kind: str) -> list[str]:
    return [one.span.exact for one in read(text) if isinstance(one, Mention) and one.kind == kind]


def actors(text: str) -> dict[str, tuple[str, ...]]:
    return {one.name: one.names for one in read(text) if isinstance(one, Actor)}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The prize went to Professor Ulla Brekke of the college.", "person", ["Ulla Brekke"]),
        ("He met Martha Odell and J. R. Vane there.", "person", ["Martha Odell", "J. R. Vane"]),
        ("It was Mr. Quill who spoke.", "person", ["Quill"]),
        ("A book by Zeno Harrowgate (1911-1983) says so.", "person", ["Zeno Harrowgate"]),
        ("So the historian Orla Dunmore put it.", "person", ["Orla Dunmore"]),
        ("The Lantern Society of West Harbour was founded.", "organisation",
         ["Lantern Society of West Harbour"]),
        ("The Dockers’ Party of Norway and the Lantern Society-UK met.", "organisation",
         ["Dockers’ Party of Norway", "Lantern Society-UK"]),
        ("A paper of Eastmoor State University.", "organisation", ["Eastmoor State University"]),
        ("This is Labour party policy.", "organisation", ["Labour party"]),
        ("They wrote to the DLKP about it.", "organisation", ["DLKP"]),
        ("The GDP in HTML, and DNS.", "organisation", []),
        ("So Brekke & Vane (1990), and Odell & Co too.", "organisation", ["Odell & Co"]),
        ("The U.S. Senate met in the U.S. and the UK.", "place", ["U.S.", "UK"]),
        ("In London, in France and in the Soviet Union.", "place",
         ["London", "France", "Soviet Union"]),
        ("Down Almond Street to the Hudson River.", "place", ["Almond Street", "Hudson River"]),
        ("Apologetic “Lanternists” and anti-lanternists differ.", "group",
         ["Lanternists", "anti-lanternists"]),
        ("He left it to our fiercest critics to say.", "group", ["our fiercest critics"]),
        ("It lists what tourists and artists need; it consists of much.", "group", []),
        ("After the French Revolution came the Battle of Jena.", "event",
         ["French Revolution", "Battle of Jena"]),
        ("See https://example.org/a_(b), or www.example.net.", "url",
         ["https://example.org/a_(b)", "www.example.net"]),
    ],
)  # fmt: skip
def test_what_a_text_names(text: str, kind: str, words: list[str]) -> None:
    """Titles, given names, roles, years of life, head words and lists tell what is named."""
    assert named(text, kind) == words


@pytest.mark.parametrize(
    "text",
    [
        "However, this is so. Perhaps not. Essentially, Nothing came of it.",
        "THE STANDING ARMIES are AN EVIL. LET US SEE.",
        "On Monday the President met the Prime Minister. In March they parted.",
        "The Congress and the Party met. A General spoke.",
        "",
    ],
)
def test_capitals_that_name_nobody(text: str) -> None:
    """Words that open sentences, shouting, days and offices are no names."""
    assert read(text) == []


def test_a_surname_after_the_full_name_is_the_same_person() -> None:
    """Full name, title with surname and bare surname are one actor with its written forms."""
    text = "Martha Odell wrote. Mrs. Odell was right. So Odell thought; Odell’s book sold."

    assert actors(text) == {"Martha Odell": ("Martha Odell", "Odell")}
    assert named(text, "person") == ["Martha Odell", "Odell", "Odell", "Odell"]


def test_a_nickname_in_marks_is_part_of_a_name() -> None:
    text = 'Then Ernesto “Che” Guevara rose. Guevara, and William "Big Bill" Haywood with him.'

    assert actors(text) == {
        "Ernesto “Che” Guevara": ("Ernesto “Che” Guevara", "Guevara"),
        'William "Big Bill" Haywood': ('William "Big Bill" Haywood',),
    }
    # A title between two names is none.
    assert not any("“" in one for one in actors("Ann read “Emma” Odell had found."))


def test_two_bearers_of_a_surname_are_kept_apart() -> None:
    """A bare surname that two persons bear is given to neither."""
    text = "Martha Odell and Karl Odell wrote. Later Odell argued it again."

    assert actors(text)["Martha Odell"] == ("Martha Odell",)
    assert actors(text)["Karl Odell"] == ("Karl Odell",)


def test_inverted_and_misspelt_names_stay_two_actors() -> None:
    """What may be one person in two forms is left for a person to judge."""
    text = "Professor Karl Odell spoke; Professor Odell Karl replied. Karl Odells left."

    assert {"Karl Odell", "Odell Karl", "Karl Odells"} <= set(actors(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Lantern Society of North America (LSNA) met. The LSNA gave a prize.",
        "The Lantern Society of North America met. The first LSNA award was given.",
    ],
)
def test_an_abbreviation_is_its_organisation(text: str) -> None:
    """First letters in brackets, or used alone later, name the organisation they abbreviate."""
    full = "Lantern Society of North America"

    assert actors(text) == {full: ("LSNA", full)}


def test_a_given_name_alone_is_a_person_of_its_own() -> None:
    """A given name without a surname is not taken for the person who bears it elsewhere."""
    text = "Martha Odell wrote to her friend. Later they told Martha of it, and Karl too."

    assert actors(text)["Martha Odell"] == ("Martha Odell",)
    assert {"Martha", "Karl"} <= set(actors(text))


def test_a_surname_alone_needs_a_reason() -> None:
    """A single capitalised word is a person only by what people do or own."""
    assert named("The harbour law of Brekke. It was cold.", "person") == []
    assert named("In 1956 Brekke argued for it. The fall of Brekke came late.", "person") == [
        "Brekke",
        "Brekke",
    ]


def test_actors_have_the_id_of_name_and_kind() -> None:
    """Two documents that name one person by one name share the actor's id."""
    (actor,) = [one for one in read("He met Martha Odell.") if isinstance(one, Actor)]
    (mention,) = [one for one in read("So did Martha Odell.") if isinstance(one, Mention)]

    assert actor.id == mention.actor == actor_id("Martha Odell", "person")


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("A study, Another View of the Lantern (1996), was read.", "Another View of the Lantern",
         "1996"),
        ("and Odell Lied by Professor Ulla Brekke (2013) denies it.", "Odell Lied", "2013"),
        ("See Ulla Brekke, The Harbour Law (1958), and others.", "The Harbour Law", "1958"),
        ("In Ulla Brekke’s Harbour Laws (1958) it stands.", "Harbour Laws", "1958"),
        ("His “The Lantern and the Sea” (1911) sold.", "The Lantern and the Sea", "1911"),
        ("A pamphlet entitled “The Lantern” sold.", "The Lantern", None),
        ("She edits a journal, Left Progressive Review.", "Left Progressive Review", None),
    ],
)  # fmt: skip
def test_works_and_their_years(text: str, title: str, date: str | None) -> None:
    """Titles with a year, quoted titles announced as such, and periodicals are works."""
    (mention,) = [one for one in read(text) if isinstance(one, Mention) and one.kind == "work"]

    assert (mention.span.exact, mention.date) == (title, date)


def test_a_work_with_its_author() -> None:
    """The author of "Title by Author (year)" stands in the work, without the title."""
    (work,) = [
        one
        for one in read("Odell Lied by Professor Ulla Brekke (2013) is new.")
        if isinstance(one, Work)
    ]

    assert dict(work.fields) == {
        "title": "Odell Lied",
        "type": "book",
        "issued": {"date-parts": [[2013]]},
        "author": [{"literal": "Ulla Brekke"}],
    }


def test_two_years_of_one_work_are_two_mentions_of_it() -> None:
    """One title with two years is one work, so that the years can be held against each other."""
    text = "The Lantern and Sea (1996) was first; The Lantern and Sea (1994) was reprinted."
    found = [one for one in read(text) if isinstance(one, Mention) and one.kind == "work"]

    assert len({one.work for one in found}) == 1
    assert [one.date for one in found] == ["1996", "1994"]


def test_titles_in_italics() -> None:
    """A title that the file sets in italics is a work."""
    found = read("She wrote The Lantern Keepers at home.", italics=("The Lantern Keepers",))
    works = [one for one in found if isinstance(one, Mention) and one.kind == "work"]

    assert [one.span.exact for one in works] == ["The Lantern Keepers"]


@pytest.mark.parametrize(
    "sign", ["A ", "Ab ", "“A", "(1996) ", "Mr. ", "Party of ", "ists ", "our critics ", "http://"]
)
def test_repeated_signs_are_read_to_the_end(sign: str) -> None:
    """A text of nothing but beginnings of names is read without trouble."""
    found = read(sign * (60_000 // len(sign)))

    assert all(one.span.exact for one in found if isinstance(one, Mention))


def test_the_names_of_the_chapter(shared: Path) -> None:
    """The chapter's two pairs of name variants, its societies and its works are found."""
    text = (shared / "corpora/still-defending/chapter-5.txt").read_text(encoding="utf-8")
    found = read(re.sub(r"\s*\n\s*", " ", text))
    names = {one.name for one in found if isinstance(one, Actor)}
    works = {
        one.span.exact: one.date
        for one in found
        if isinstance(one, Mention) and one.kind == "work" and one.date
    }

    assert {"Ludo Martens", "Ludo Marten", "Grover Furr", "Furr Grover"} <= names
    assert "Stalin Society of North America" in names
    assert works == {"Another View of Stalin": "1996", "Khrushchev Lied": "2013"}
