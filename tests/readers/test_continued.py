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
        one.content[-1].exact: (names.get(one.holder or ""), one.score)
        for one in records
        if isinstance(one, Statement) and one.kind in ("direct", "mixed")
    }


def test_a_report_goes_on_in_marks() -> None:
    found = speakers(SAID + "It had been “sold to strangers in the dead of night”.")

    # The trained reader takes both sentences for one report; no word in the marks is left out.
    assert list(found) == ["It had been “sold to strangers in the dead of night"]
    assert [holder for holder, _ in found.values()] == ["Vane"]


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
