"""Measure which names and pronouns are taken for one actor, on texts whose actors are known.

    python benchmarks/actors.py [gum] [litbank]

GUM (without its genres under non-commercial licences) and LitBank name every person and what
refers to it. Of pronouns ("he", "she", and with GUM "they", "it") those are asked about that refer
to somebody whose name the names reader found: right is one that is given that actor. Of names, pairs
of mentions in one text that the reader puts together, or that become candidates; both are held
against the gold. Texts of even number chose the rules, the others are reported as the measure.
"""

from __future__ import annotations

import re
import sys
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

from data import OPEN_DATA, gum_rows

from sayso.model import Actor, Document, Mention
from sayso.readers.names import READER
from sayso.readers.who import Who
from sayso.sameness import Party, candidates
from sayso.text import span, unchanged

PRONOUNS = ("he", "she", "they", "it")
KINDS = {"person": "person", "organization": "organisation", "PER": "person", "ORG": "organisation"}
BANDS = (0.0, 0.4, 0.6, 0.75, 0.9, 1.01)


@dataclass
class Text:
    """A text and its mentions: start, end, entity, kind, whether it is a pronoun or a name."""

    name: str
    words: str
    mentions: list[tuple[int, int, str, str, str]] = field(default_factory=list)


def gum() -> Iterator[Text]:
    for one, tree in gum_rows():
        yield Text(one["id"], one["text"], entities(one["text"], tree))


def entities(words: str, tree: str) -> list[tuple[int, int, str, str, str]]:
    rows = [row.split("\t") for row in tree.splitlines() if row[:1].isdigit()]
    rows = [row for row in rows if row[0].isdigit()]
    at, places = 0, []
    open_: dict[str, list[tuple[int, str]]] = defaultdict(list)
    found = []
    for nth, row in enumerate(rows):
        start = words.index(row[1], at)
        at = start + len(row[1])
        places.append((start, at))
        marks = next((one[7:] for one in row[9].split("|") if one.startswith("Entity=")), "")
        for sign, body, end in re.findall(r"(\(?)([^()]+)(\)?)", marks):
            key = body.split("-")[0]
            if sign:
                open_[key].append((nth, body))
            if end and open_[key]:
                begun, said = open_[key].pop()
                kind = KINDS.get(said.split("-")[1], "")
                tags = {rows[it][3] for it in range(begun, nth + 1)}
                sort = "name" if "PROPN" in tags else "pronoun" if tags == {"PRON"} else ""
                found.append((places[begun][0], at, key, kind, sort))
    return found


def litbank() -> Iterator[Text]:
    with tarfile.open(OPEN_DATA / "litbank-coref.tar.xz") as packed:
        files = {one.name: packed.extractfile(one) for one in packed if one.isfile()}
        for name in sorted(files):
            if name.endswith(".ann"):
                rows = files[name].read().decode().splitlines()
                words = files[name.replace(".ann", ".txt")].read().decode()
                yield Text(Path(name).stem, words, list(brat(words, rows)))


def brat(words: str, rows: list[str]) -> Iterator[tuple[int, int, str, str, str]]:
    """Give the mentions of one file: each stands there with its sort, and again with its entity."""
    sorts: dict[tuple[int, int], str] = {}
    entity: dict[tuple[int, int], str] = {}
    for row in rows:
        cells = row.split("\t")
        if cells[0].startswith("T"):
            label, start, *_, end = cells[1].split()
            known = label.partition("_")[0] in ("PROP", "NOM", "PRON")
            (sorts if known else entity)[int(start), int(end)] = label
    for (start, end), label in sorts.items():
        what, _, kind = label.partition("_")
        sort = {"PROP": "name", "PRON": "pronoun"}.get(what, "")
        yield start, end, entity.get((start, end), f"{start}"), KINDS.get(kind, ""), sort


def read(text: Text) -> tuple[Document, list[Mention], list[Actor]]:
    made = unchanged(text.name, "", text.name, text.words)
    document = replace(made, paragraphs=tuple(paragraphs(made.text)), language="en")
    records = list(READER.read(document, reading="r", known=()))
    mentions = [one for one in records if isinstance(one, Mention) and one.actor]
    return document, mentions, [one for one in records if isinstance(one, Actor)]


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text):
        yield match.start(), match.end()


def gold_of(text: Text, mentions: list[Mention]) -> dict[str, str]:
    """Give the gold entity of each mention of ours that lies on a gold name."""
    names = [one for one in text.mentions if one[4] == "name"]
    found = {}
    for one in mentions:
        best = [
            (end - start, key)
            for start, end, key, _, _ in names
            if start <= one.span.start and one.span.end <= end + 2
        ]
        if best:
            found[one.id] = min(best)[1]
    return found


def pronouns(text: Text) -> Counter[tuple[str, str]]:
    """Count what becomes of pronouns: asked, given, right."""
    document, mentions, _ = read(text)
    gold = gold_of(text, mentions)
    actor_of = defaultdict(Counter)
    for one in mentions:
        if one.id in gold:
            actor_of[one.actor][gold[one.id]] += 1
    entity = {actor: counts.most_common(1)[0][0] for actor, counts in actor_of.items()}
    first = {}
    for one in sorted(mentions, key=lambda it: it.span.start):
        if one.id in gold:
            first.setdefault(gold[one.id], one.span.start)
    who = Who(document, mentions)
    counts: Counter[tuple[str, str]] = Counter()
    for start, end, key, _, sort in text.mentions:
        low = text.words[start:end].lower()
        if sort != "pronoun" or low not in PRONOUNS:
            continue
        known = first.get(key, 10**9) < start
        actors, _, _ = who.are([span(document.text, start, end)], start)
        counts[low, "asked"] += known
        if actors:
            counts[low, "given"] += 1
            counts[low, "right"] += entity.get(actors[0]) == key
    return counts


def names(text: Text) -> tuple[Counter[str], list[tuple[float, bool]]]:
    """Count pairs of actors: put together within the text, and candidates with their rightness."""
    _, mentions, actors = read(text)
    gold = gold_of(text, mentions)
    counts: Counter[str] = Counter()
    by_actor = defaultdict(list)
    for one in mentions:
        if one.id in gold:
            by_actor[one.actor].append((" ".join(one.span.exact.split()), gold[one.id]))
    for some in by_actor.values():
        for one, two in combinations(sorted(set(some)), 2):
            if one[0] != two[0]:
                counts["joined"] += 1
                counts["joined right"] += one[1] == two[1]
    entity = {
        actor: Counter(it[1] for it in some).most_common(1)[0][0]
        for actor, some in by_actor.items()
    }
    parties = [
        Party(one.id, one.name, one.names, one.kind, frozenset((text.name,)), len(by_actor[one.id]))
        for one in actors
        if one.id in entity
    ]
    found = candidates(parties)
    pairs = [(it.score, entity[it.one] == entity[it.two]) for it in found]
    proposed = {frozenset((it.one, it.two)) for it in found}
    for one, two in combinations(sorted(entity), 2):
        if entity[one] == entity[two]:
            counts["apart"] += 1
            counts["apart, candidate"] += frozenset((one, two)) in proposed
    return counts, pairs


def main() -> int:
    asked = sys.argv[1:] or ["gum", "litbank"]
    for source in asked:
        texts = list({"gum": gum, "litbank": litbank}[source]())
        for half, what in ((0, "chosen on"), (1, "measured on")):
            some = texts[half::2]
            total: Counter[tuple[str, str]] = Counter()
            counts: Counter[str] = Counter()
            pairs: list[tuple[float, bool]] = []
            for text in some:
                total += pronouns(text)
                more, found = names(text)
                counts += more
                pairs += found
            print(f"{source}, {what} ({len(some)} texts)")
            for low in PRONOUNS:
                asked_, given, right = (total[low, it] for it in ("asked", "given", "right"))
                if asked_:
                    print(
                        f"  {low:5} {asked_:5} with a name before, {given:5} given, "
                        f"{right / max(1, given):.3f} right, {right / asked_:.3f} of all"
                    )
            print(
                f"  forms joined within a text {counts['joined']}, right "
                f"{counts['joined right'] / max(1, counts['joined']):.3f}; left apart though one "
                f"{counts['apart']}, of these candidates {counts['apart, candidate']}"
            )
            for low_, high in pairwise(BANDS):
                band = [right for score, right in pairs if low_ <= score < high]
                if band:
                    print(
                        f"  candidates {low_:.2f}-{high:.2f}: {len(band)}, right {sum(band) / len(band):.2f}"
                    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
