"""The kind of a document's author."""

from dataclasses import replace

import pytest

from sayso.model import Statement, actor_id
from sayso.readers import names, own, positions
from sayso.readers.authors import actor_of, author, kind_of_author
from sayso.readers.who import Who
from sayso.text import span, unchanged

PERSONS = """
Ann Vane|Dr. Ann Vane|Vane, Ann|J. R. Pell|A. B.|JFK|Wang Li|Ludwig van Beethoven|John Adams Jr.
Martin Luther King, Jr.|Queen Victoria|Marquis of Chastellux|The Duke of Wellington|Emily Post
Ann Church|Tom House|Mary Court|Simon Star|John Press|T. Bank|Prof. Guild|Church|Lloyd George
PUBLIUS|Publius|Brutus|BRUTUS|Cato|CENTINEL|Philadelphiensis|Aristocrotis|Landholder
A Freeholder|A Citizen of America|An Impartial Examiner|The Impartial Examiner|A Federalist
The Federal Farmer|An Old Whig|One of the People|A Member of the Convention|A Friend to Order
Clerk to the Council|Our Own Correspondent|Secretary of the Committee|Chairman, Lantern Party
Party Secretary|Attorney General|The Editor|William Williams|Ann Vane, Lantern Party
"""
ORGANISATIONS = """
The Lantern Party|Lantern Party|Commission of Inquiry|COMMISSION OF INQUIRY|Editorial Board
editorial board|Editorial Team|Committee of Safety|Varrow Society|Lenn Valley Remembrance League
Port Ellery Branch of the Varrow Society|Society for the Study of Truth|University of Leeds
Communist Party USA|CPGB-ML|BBC|Francis & Co.|Lantern Press|United Nations|Council of State
Her Majesty's Government|Congress of the United States|Office of the President|National Archives
Ministry of War and Marine|Amnesty International|The Times|The New York Times|The Guardian
The Observer|Manchester Guardian|Daily Worker|Pennsylvania Gazette|Pennsylvania Packet
Independent Gazetteer|The Port Ellery Messenger|The Ellery Courier
"""
GROUPS = """
Inhabitants of Dorchester|Several Citizens|The Federalists|The Editors|Ann Vane and Bo Pell
Hamilton, Madison and Jay|Stalinists|Members of the Council|A group of citizens
Friends of the River
"""


def _listed(some):
    return [one for line in some.split("\n") for one in line.split("|") if one]


@pytest.mark.parametrize("name", _listed(PERSONS))
def test_names_titles_initials_and_pen_names_are_persons(name):
    """Nothing in such a name says that more than one person wrote."""
    assert kind_of_author(name) == "person"


@pytest.mark.parametrize("name", _listed(ORGANISATIONS))
def test_committees_parties_boards_and_newspapers_are_organisations(name):
    """The head of the name says what it is."""
    assert kind_of_author(name) == "organisation"


@pytest.mark.parametrize("name", _listed(GROUPS))
def test_several_without_an_institution_are_a_group(name):
    """Joined names and plurals stand for many."""
    assert kind_of_author(name) == "group"


def test_a_document_without_author_and_signature_has_no_actor():
    assert actor_of("  ") is None


TEXT = "The Lantern Party met on the quay. I contend that the bridge must be built. It failed us."


def _document(**given):
    return replace(unchanged("d", "s", "k", TEXT), **given)


def test_an_organisation_is_one_actor_as_author_and_where_a_text_names_it():
    """The article before the name makes no second actor."""
    document = _document(author="The  Lantern Party")
    named = [
        one for one in names.READER.read(document, reading="r", known=()) if one.type == "actor"
    ]
    found = [*own.READER.read(document, reading="r", known=())]

    assert named[0].id == author(document).id == actor_id("Lantern Party", "organisation")
    assert found[0] == author(document)
    assert [one.holder for one in found if isinstance(one, Statement)] == [author(document).id]


def test_all_readers_give_the_author_the_same_id():
    """What marks a position, what takes one unmarked, and "I" agree on who it is."""
    document = _document(signed="Editorial Board")
    at = TEXT.index("I contend")
    by_position = [*positions.READER.read(document, reading="r", known=())]
    by_pronoun, records, _ = Who(document, ()).are([span(TEXT, at, at + 1)], at)

    assert by_position[0] == records[0] == author(document)
    assert by_pronoun == (author(document).id,)
    assert records[0].kind == "organisation"
