"""Which dates the check of dates finds to disagree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.checks.dates import CHECK
from sayso.checks.years import bounds
from sayso.model import Actor, Mention, Reference, StatementDates, actor_id
from sayso.text import anchor

from .making import document, event, named, run, said, work

IDA = Actor(actor_id("Ida Holm", "person"), "Ida Holm", ("Ida Holm",), "person")


def test_a_work_with_two_years_is_found_across_documents():
    """Each year is shown where it stands first, with the title."""
    one = document("Read The Weight of Water (1962) and The Weight of Water (1962).")
    two = document("See “The Weight of Water” (1964).", "b.txt")
    records = [
        work(one, "The Weight of Water", "1962"),
        work(one, "The Weight of Water", "1962", occurrence=1),
        work(two, "The Weight of Water", "1964"),
    ]
    (found,) = run(CHECK, [one, two], records)

    assert found.severity == "doubt"
    exact = [part.span.exact for part in found.evidence]
    assert exact == ["The Weight of Water (1962)", "The Weight of Water” (1964)"]


def test_a_reference_has_a_year_too():
    """A note's reference is held against a mention."""
    one = document("Weight of Water (1962).\n\nHolm, The Weight of Water, 1964.")
    words = anchor(one.text, "Holm, The Weight of Water, 1964.")
    fields = {"title": "The Weight of Water", "issued": {"date-parts": [[1964]]}}
    reference = Reference("r1", one.id, "r", words, fields)
    (found,) = run(CHECK, one, [work(one, "Weight of Water", "1962"), reference])

    assert "1962" in found.message
    assert "1964" in found.message


@pytest.mark.parametrize("title", ["The Velden Messenger", "Annual Report", "Poems"])
def test_newspapers_and_bare_titles_may_have_many_years(title):
    """What appears again and again has many dates."""
    doc = document(f"{title} (1962), {title} (1964)")
    records = [work(doc, title, "1962"), work(doc, title, "1964", occurrence=1)]

    assert run(CHECK, doc, records) == []


@pytest.mark.parametrize(("first", "second"), [("1962", "1962"), ("1962", "1964~"), ("1962", None)])
def test_uncertain_or_equal_years_do_not_disagree(first, second):
    """A year that is said to be uncertain is held against nothing."""
    doc = document("The Weight of Water, The Weight of Water")
    records = [
        work(doc, "The Weight of Water", first),
        work(doc, "The Weight of Water", second, occurrence=1),
    ]

    assert run(CHECK, doc, records) == []


def test_a_death_with_two_dates():
    """Two documents date one death differently; a less exact date agrees with both."""
    one, two = document("Ida Holm died on 3 May 1924."), document("Ida Holm died in 1926.", "b.txt")
    three = document("Ida Holm died in 1924.", "c.txt")
    records = [
        *named(one, "Ida Holm"),
        event(one, "Ida Holm died on 3 May 1924", "DEATH", "1924-05-03", "Ida Holm"),
        event(two, "Ida Holm died in 1926", "DEATH", "1926", "Ida Holm"),
        event(three, "Ida Holm died in 1924", "DEATH", "1924", "Ida Holm"),
    ]
    (found,) = run(CHECK, [one, two, three], records)

    assert (
        "Dates of death differ for Ida Holm: 1924-05-03 (a.txt, line 1) and 1926" in found.message
    )
    assert len(found.evidence) == 2


def test_an_act_after_death_is_a_problem():
    """A letter signed three years after its writer's death is shown beside the death."""
    one = document("Ida Holm (1861–1924) was an engineer.")
    two = document("In 1927 Ida Holm signed the report.", "b.txt")
    death = event(one, "Ida Holm (1861–1924)", "DEATH", "1924", "Ida Holm")
    birth = event(one, "(1861–1924)", "BIRTH", "1861", "Ida Holm")
    act = event(two, "In 1927 Ida Holm signed the report", "SIGN", "1927", "Ida Holm")
    (found,) = run(CHECK, [one, two], [IDA, birth, death, act])

    assert found.severity == "problem"
    assert (
        "is said to have acted in 1927, after the death in 1924: “In 1927 Ida Holm signed"
        in found.message
    )
    assert [part.document for part in found.evidence] == ["id of b.txt", "id of a.txt"]


def test_books_appear_after_death():
    """A publication, an award or a burial needs no living person."""
    doc = document("Ida Holm (1861–1924). Her letters were published in 1930.")
    death = event(doc, "Ida Holm (1861–1924)", "DEATH", "1924", "Ida Holm")
    later = event(doc, "published in 1930", "PUBLICATION", "1930", "Ida Holm")

    assert run(CHECK, doc, [IDA, death, later]) == []


def test_what_is_said_after_death():
    """A dated statement of a person is an act."""
    doc = document("Ida Holm died in 1924. “It holds,” said Ida Holm in 1925.")
    death = event(doc, "Ida Holm died in 1924", "DEATH", "1924", "Ida Holm")
    spoken = replace(said(doc, "It holds,"), actors=(IDA.id,), dates=StatementDates(said="1925"))
    (found,) = run(CHECK, doc, [IDA, death, spoken])

    assert "after the death" in found.message


def test_dates_counted_from_others_are_left_out():
    """A death dated "two years later" is held against nothing."""
    doc = document("Ida Holm died in 1924. Ida Holm died two years later.")
    later = anchor(doc.text, "two years later")
    mention = Mention("m", doc.id, "r", later, "date", date="1926", basis="relative")
    records = [
        IDA, mention, event(doc, "Ida Holm died in 1924", "DEATH", "1924", "Ida Holm"),
        event(doc, "Ida Holm died two years later", "DEATH", "1926", "Ida Holm"),
    ]  # fmt: skip

    assert run(CHECK, doc, records) == []


@pytest.mark.parametrize("edtf", ["", "192?", "1924~", "1924-13", "1924-02-30", "../1924", "XXXX"])
def test_what_names_no_year_has_no_bounds(edtf):
    """Uncertain, open and impossible dates are never compared."""
    assert bounds(edtf) is None


def test_a_decade_has_its_first_and_last_day():
    """The 1920s reach from 1920 to 1929, an interval from the first to the second."""
    assert (bounds("192X").first[0], bounds("192X").last[0]) == (1920, 1929)
    assert (bounds("1924/1926-05").first, bounds("1924/1926-05").last) == (
        (1924, 1, 1),
        (1926, 5, 31),
    )
