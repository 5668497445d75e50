"""Words in marks that go on from what somebody is reported to say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Actor, Statement
from sayso.project_reading import read_document
from sayso.text import unchanged

SAID = "Mr. Vane said that the harbour was lost. "


def speakers(text: str) -> dict[str, tuple[str | None, float]]:
    document = replace(unchanged("d", "s", "text.txt", text), language="en")
    found, failures = read_document(document)
    assert failures == []
    records = [one for _, some in found.readings for one in some]
    names = {one.id: one.name for one in records if isinstance(one, Actor)}
    return {
        " // ".join(part.exact for part in one.content): (names.get(one.holder or ""), one.score)
        for one in records
        if isinstance(one, Statement) and one.kind in ("direct", "mixed")
    }


def test_a_report_goes_on_in_marks() -> None:
    found = speakers(SAID + "The quays had been “sold to strangers in the dead of night”.")

    assert found == {"sold to strangers in the dead of night": ("Vane", 0.5)}


def test_what_the_trained_reader_takes_for_one_report_keeps_all_words_in_marks() -> None:
    found = speakers(SAID + "It had been “sold to strangers in the dead of night”.")

    assert found == {
        "that the harbour was lost // It had been “sold to strangers in the dead of night": (
            "Vane",
            0.88,
        ),
    }


@pytest.mark.parametrize(
    "between",
    [
        "Then Martha Odell rose. It had been ",
        "\n\nIt had been ",
        "The town was quiet. Nobody was about. It had been ",
    ],
)
def test_it_does_not_where_another_is_named_or_the_report_has_ended(between: str) -> None:
    found = speakers(SAID + between + "“sold to strangers in the dead of night”.")

    assert all(holder is None for holder, _ in found.values())
