"""Shared passages of a project."""

from __future__ import annotations

from pathlib import Path

import sayso

SHARED = (
    "the harbour of Ostmere was not lost by the engineers who built it; it was sold, quay by "
    "quay, by the men who were paid to keep it"
)


def test_passages_come_with_who_was_first_and_what_changed(folder: Path) -> None:
    (folder / "a.txt").write_text(f"We say that {SHARED}, and we say it again.\n")
    changed = SHARED.replace("was not lost", "was lost")
    (folder / "b.txt").write_text(f"Others told us how {changed}. So it goes.\n")
    (folder / "metadata.csv").write_text("file,date\na.txt,1932\nb.txt,1931\n")
    with sayso.open(folder) as project:
        project.add(workers=1)
        (cluster,) = project.passages()
        first, second = cluster["members"]

        assert (first["date"], first["first"], second["date"]) == ("1931", True, "1932")
        assert second["text"].startswith("the harbour")
        differing = [part for part in second["parts"] if part[1] == "meaning"]
        assert differing == [(" not", "meaning", "")]
        quay = next(row.id for row in project.documents() if row.key == "quay.txt")
        assert project.passages(document=quay) == []
        assert len(project.passages(document=first["doc"])) == 1
        (folder / "c.txt").write_text(f"And they: {SHARED}.\n")
        project.add(workers=1)
        assert project.passages()[0]["documents"] == 3


def test_reworded_passages_are_proposed_apart_from_shared_ones(folder: Path) -> None:
    (folder / "a.txt").write_text(
        "It rained. The ministry closed the northern mines in the spring of 1931, although its own "
        "surveyors had reported that the seams would last another forty years.\n"
    )
    (folder / "b.txt").write_text(
        "In the spring of 1931 the mines of the north were shut by the ministry, against the report "
        "of its surveyors, who gave the seams another forty years. It snowed.\n"
    )
    with sayso.open(folder) as project:
        project.add(workers=1)
        (one,) = (row for row in project.paraphrases() if "ministry" in row["text_a"])

        assert project.passages() == []
        assert {one["text_a"][:12], one["text_b"][:12]} == {"The ministry", "In the sprin"}
        text = project.document(one["doc_a"]).text
        assert text[one["begin_a"] : one["end_a"]] == one["text_a"]
