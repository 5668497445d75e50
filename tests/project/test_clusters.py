"""Shared passages in an order, filtered, and side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import sayso
from sayso.project_clusters import Shown, Wanted, aligned, alike, beside

WALL = (
    "the harbour of Ostmere was not lost by the engineers who built it; it was sold, quay by quay, "
    "by the men who were paid to keep it, while the town looked on and said nothing of it"
)
TOLL = "no ship that enters in distress shall be asked for the toll of the second gate"


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A long passage in two texts, a short one in three, of which the second cites a charter."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "texts"
    folder.mkdir()
    texts = {
        "a": f"We say that {WALL}. It rains.",
        "b": f"Others told us how {WALL.replace('was not lost', 'was lost')}. It snows.",
        "c": f"Let it be known that {TOLL}. So it was.",
        "d": f"The second article declares, that {TOLL}. So it is.",
        "e": f"I for one believe that {TOLL}. So be it.",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    rows = [f"{name}.txt,Text {name},{1900 + nth}" for nth, name in enumerate(texts)]
    (folder / "metadata.csv").write_text("\n".join(["file,title,date", *rows]))
    with sayso.open(folder) as project:
        project.add(workers=1)
    return folder


def said(shown: Shown) -> list[str]:
    """Say which passages are shown: the wall's or the toll's."""
    return ["wall" if "quay by" in one["members"][0]["text"] else "toll" for one in shown.clusters]


def test_passages_are_sorted_by_what_is_asked(dossier: Path) -> None:
    with sayso.open(dossier) as project:
        by = {
            sort: said(project.passages_shown(Wanted(sort))) for sort in ("size", "spread", "date")
        }

        assert by["size"][0] == "wall"
        assert by["spread"][0] == "toll"
        assert by["date"][0] == "wall"
        assert all(len(one) == 2 for one in by.values())


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(documents=3), ["toll"]),
        (Wanted(containing="quay  BY quay"), ["wall"]),
        (Wanted(containing="nowhere said"), []),
        (Wanted(origin="taken"), ["wall"]),
        (Wanted(origin="common"), ["toll"]),
        (Wanted(document="nothing"), []),
    ],
)
def test_passages_are_filtered(dossier: Path, wanted: Wanted, found: list[str]) -> None:
    with sayso.open(dossier) as project:
        shown = project.passages_shown(wanted)

        assert said(shown) == found
        assert shown.total == len(found)


def test_a_place_of_a_document_leads_to_its_passages_only(dossier: Path) -> None:
    """The words before the passage lead nowhere; the passage itself leads to its other place."""
    with sayso.open(dossier) as project:
        document = next(one.id for one in project.documents() if one.key == "a.txt")
        inside = project.passages_shown(Wanted(document=document, start=40, end=44))
        before = project.passages_shown(Wanted(document=document, start=0, end=2))

        assert (inside.total, before.total) == (1, 0)
        (cluster,) = inside.clusters
        assert [one["title"] for one in cluster["members"]] == ["Text a", "Text b"]


def test_some_are_given_of_how_many_and_from_when_to_when(dossier: Path) -> None:
    with sayso.open(dossier) as project:
        shown = project.passages_shown(offset=1, limit=1)

        assert (shown.total, len(shown.clusters)) == (2, 1)
        assert (shown.first_date, shown.last_date) == ("1900", "1904")


def test_a_search_in_the_background_comes_to_an_end(dossier: Path) -> None:
    with sayso.open(dossier) as project:
        first = project.look_for_passages()
        while not project.look_for_passages().ready:
            pass

        assert not first.ready
        assert first.progress is not None
        assert project.passages_shown().total == 2
        assert not project.look_for_passages(preset="sensitive").ready


def test_later_places_stand_beside_an_earlier_one(dossier: Path) -> None:
    with sayso.open(dossier) as project:
        (cluster,) = project.passages_shown(Wanted(containing="quay by quay")).clusters
        first, second = cluster["members"]

        assert (first["against"], second["against"]) == (None, 0)
        assert [part for part in second["parts"] if part[1]] == [("", "meaning", " not")]
        assert 0.9 < second["alike"] < 1
        assert beside([first])[0]["parts"] == [(first["text"], "", "")]


# Not timed: a busy machine makes no example false.
_UNTIMED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
_PIECES = st.lists(
    st.sampled_from([*WALL.split(), "—", "“It", "never", "42", "\n\n", "é́", "🧱", "…"])
)


@_UNTIMED
@given(_PIECES, _PIECES)
def test_what_is_aligned_is_all_there_on_both_sides(ours: list[str], theirs: list[str]) -> None:
    """Put together, the parts are the two passages, letter for letter."""
    here, there = " ".join(ours), " ".join(theirs)
    parts = aligned(here, there)

    assert "".join(part[0] for part in parts) == here
    assert "".join(part[2] for part in parts) == there
    assert 0 <= alike(parts) <= 1


def test_other_text_between_two_shared_runs_is_no_change_of_words() -> None:
    rain = "It rained on the quay for all of that long year and more."
    snow = "There was snow in every street, up to the doors, and nobody came."
    parts = aligned(f"{TOLL}. {rain} {WALL}", f"{TOLL}. {snow} {WALL}")

    assert [kind for _, kind, _ in parts] == ["", "edge", ""]
