"""Measure the names of persons, organisations and places that rules, the trained reader and both find.

    python benchmarks/names.py [--model FOLDER]

CrossNER's politics (MIT; the test sentences) and UNER's English Web Treebank (CC BY-SA 4.0; development
part): neither was trained on. A name counts as found where it has the gold's letters, "the"
and possessive endings aside, and is of its kind; parties and politicians are organisations and persons,
elections and other kinds are left out on both sides.
"""

from __future__ import annotations

import argparse
import tarfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sayso.model import Mention, Record
from sayso.readers.names import READER
from sayso.readers.statements import Statements
from sayso.readers.statements_model import FOLDER
from sayso.text import unchanged

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "quotations"
KINDS = {
    "PER": "person", "ORG": "organisation", "LOC": "place", "person": "person",
    "politician": "person", "organisation": "organisation", "politicalparty": "organisation",
    "location": "place", "country": "place",
}  # fmt: skip
WANTED = ("person", "organisation", "place")
TIGHT = frozenset(".,;:!?)]}%’'\"")
Name = tuple[int, int, str]


def sentences(part: str) -> Iterator[tuple[str, set[Name]]]:
    """Give sentences as they are printed, with their gold names as (start, end, kind)."""
    archive, name = {
        "crossner": ("crossner-politics.tar.xz", ("test.txt",)),
        "uner": ("uner-ewt.tar.xz", ("-dev.iob2",)),
    }[part]
    with tarfile.open(DATA / archive) as packed:
        for one in packed:
            if one.name.endswith(name):
                rows: list[tuple[str, str]] = []
                for line in [*packed.extractfile(one).read().decode().splitlines(), ""]:
                    cells = line.split("\t")
                    if not line.strip() and rows:
                        yield printed(rows)
                        rows = []
                    elif line.strip() and not line.startswith("# "):
                        rows.append(
                            (cells[1], cells[2]) if part == "uner" else (cells[0], cells[1])
                        )


def printed(rows: list[tuple[str, str]]) -> tuple[str, set[Name]]:
    text, gold, kind, start = "", set(), "", 0
    for word, tag in [*rows, ("", "O")]:
        if kind and not tag.startswith("I-"):
            gold.add((start, len(text), kind))
            kind = ""
        glued = not text or word[:1] in TIGHT or word in ("n't", "'s", "’s") or text[-1] in "([“"
        text += ("" if glued else " ") + word
        if tag.startswith("B-"):
            kind, start = KINDS.get(tag[2:], "other"), len(text) - len(word)
    return text, gold


def bare(text: str, start: int, end: int, kind: str) -> Name:
    words = text[start:end]
    for ending in ("'s", "’s"):
        words = words.removesuffix(ending)
    end = start + len(words)
    if words.lower().startswith("the "):
        start += 4
    return start, end, kind


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--model", type=Path, default=FOLDER)
    trained = Statements(asked.parse_args().model)
    for part in ("crossner", "uner"):
        counts: dict[str, Counter[str]] = {}
        for nth, (text, gold) in enumerate(sentences(part)):
            document = replace(unchanged(f"{nth}", "", f"{nth}", text), language="en")
            rules: list[Record] = list(READER.read(document, reading="r", known=()))
            model = list(trained.read(document, reading="m", known=()))
            both = [*rules, *trained.read(document, reading="m", known=tuple(rules))]
            wanted = {bare(text, *one) for one in gold if one[2] in WANTED}
            left_out = [one for one in gold if one[2] not in WANTED]
            for who, found in (("rules", rules), ("trained", model), ("both", both)):
                names = {
                    bare(text, one.span.start, one.span.end, one.kind)
                    for one in found
                    if isinstance(one, Mention) and one.kind in WANTED
                }
                names = {
                    one
                    for one in names
                    if not any(a < one[1] and one[0] < b for a, b, _ in left_out)
                }
                for kind in WANTED:
                    count = counts.setdefault(f"{who} {kind}", Counter())
                    gold_, ours = (
                        {one for one in some if one[2] == kind} for some in (wanted, names)
                    )
                    count.update(gold=len(gold_), ours=len(ours), right=len(gold_ & ours))
        print(part)
        for name, count in counts.items():
            precision, recall = (count["right"] / max(1, count[it]) for it in ("ours", "gold"))
            both_ = 2 * count["right"] / max(1, count["ours"] + count["gold"])
            print(
                f"  {name:22} precision {precision:.2f} recall {recall:.2f} F1 {both_:.3f} of {count['gold']}"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
