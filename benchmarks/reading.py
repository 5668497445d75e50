"""Measure what the rules, the trained reader, and both together find of who says what.

    python benchmarks/reading.py [excerpts] [passages] [books] [polnear] [gum] [--model FOLDER]

`found` pairs statements one to one by their contents (Dice over letters and digits of at least one
half); `exact` are the same letters; `triple` is found with a speaker that overlaps, or none in both.
Statements that share a cue count as one; nested ones count, except in PolNeAR, which has none. The
excerpts and passages are those held out; nothing was chosen by them. Where two annotators did the
same text, the second is measured against the first, and rules and model by the second's gold too.
`gum` are the texts of GUM's development part: by its own gold, which names only statements that are
clauses of their own, so that recall alone is told, and by ours. `books` are three books of training/shelf.py: a commission's report on contested history, Frazer, Hobbes.
Intervals hold 95 of 100 bootstraps by text.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training"))

import data
import excerpts

from sayso.model import Document, Mention, Quoted, Record, Statement
from sayso.readers import indirect, names, notes, own, quotations, turns
from sayso.readers.settling import settled
from sayso.readers.statements import Statements
from sayso.readers.statements_model import FOLDER, Model, model
from sayso.text import unchanged

KINDS = ("direct", "mixed", "indirect", "own")
Spans = list[tuple[int, int]]


@dataclass
class Told:
    """A statement as annotated or read, with the places of its letters and digits."""

    content: Spans
    speakers: Spans
    cue: tuple[int, int] | None
    kind: str
    places: frozenset[int] = field(default=frozenset())
    voices: frozenset[int] = field(default=frozenset())
    score: float = 1.0
    notes: tuple[str, ...] = ()


@dataclass
class Text:
    """A text with one or more annotators' gold."""

    name: str
    words: str
    gold: list[list[Told]]
    quoted: list[tuple[int, int, str]] = field(default_factory=list)


def letters(text: str, spans: Spans) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def merged(text: str, told: list[Told]) -> list[Told]:
    """Put statements that share a cue together, and give each its letters."""
    by_cue: dict[object, Told] = {}
    for nth, one in enumerate(told):
        key = one.cue or nth
        if key in by_cue:
            by_cue[key].content += one.content
            by_cue[key].speakers = by_cue[key].speakers or one.speakers
            by_cue[key].notes += tuple(it for it in one.notes if it not in by_cue[key].notes)
        else:
            by_cue[key] = replace(one, content=list(one.content))
    for one in by_cue.values():
        one.places, one.voices = letters(text, one.content), letters(text, one.speakers)
    return [one for one in by_cue.values() if one.places]


def spans(rows: list[list[int]]) -> Spans:
    return [(start, end) for start, end in rows]


def annotated(folder: str, part: str, chosen: Callable[[str], bool] = lambda _: True) -> list[Text]:
    found: dict[str, Text] = {}
    for one in data.annotations(folder, part):
        if not chosen(one.name):
            continue
        name = one.name.split(".")[0]
        text = found.setdefault(name, Text(name, one.words, [], one.quoted))
        text.gold.append(gold_of(one))
    return list(found.values())


def gold_of(one: data.Text) -> list[Told]:
    """Give the gold of an annotated text."""
    told = [
        Told(spans(each.content), spans(each.speakers),
             (each.cue[0], each.cue[1]) if each.cue else None, each.kind, notes=each.notes)
        for each in one.told
    ]  # fmt: skip
    return merged(one.words, told)


def polnear() -> Iterator[Text]:
    with lzma.open(data.OPEN_DATA / "polnear-dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            told = [
                Told(spans(one["content"]), spans(one["source"]),
                     tuple(one["cue"][0]) if one["cue"] else None, one["type"])
                for one in row["quotes"]
            ]  # fmt: skip
            yield Text(row["id"], row["text"], [merged(row["text"], told)])


def gum() -> Iterator[Text]:
    """Give the held-out texts of GUM with its own attributions."""
    for row, _ in data.gum_rows():
        if row["id"] in excerpts.GUM_DEVELOPMENT:
            told = [
                Told(spans(one["content"]), spans(one["source"]),
                     tuple(one["cue"][0]) if one["cue"] else None, one["type"])
                for one in row["quotes"] if one["source"]
            ]  # fmt: skip
            yield Text(row["id"], row["text"], [merged(row["text"], told)])


def recalled(reader: Statements) -> None:
    """Print what share of GUM's attributions is found, by genre."""
    texts = list(gum())
    by_genre: dict[str, list[dict[str, int]]] = {}
    for one in texts:
        ours = merged(one.words, told_by(together(one.words, by_rules(one.words), reader)))
        by_genre.setdefault(one.name.split("_")[1], []).append(count(one.gold[0], ours))
    print(f"\nGUM, development part: {len(texts)} texts")
    for genre, counts in [
        *by_genre.items(),
        ("all", [one for some in by_genre.values() for one in some]),
    ]:
        sums = total(counts)
        if sums["gold"]:
            found, triple = (sums[what] / sums["gold"] for what in ("found", "triple"))
            print(
                f"{genre:12} of {sums['gold']:3} contents {found:.2f} found, {triple:.2f} with the right speaker"
            )


def document(text: str) -> Document:
    start, paragraphs = 0, []
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append((start, start + len(line.rstrip())))
        start += len(line)
    return replace(unchanged("d", "s", "k", text), paragraphs=tuple(paragraphs))


def by_rules(text: str) -> list[Record]:
    known: list[Record] = []
    every = (notes, names, turns, quotations, indirect, own)
    for reader in (one.READER for one in every):
        known += list(reader.read(document(text), reading="r", known=tuple(known)))
    return known


def together(text: str, known: list[Record], reader: Statements) -> list[Record]:
    """Give what rules and trained reader find, put together as `sayso read` does."""
    more = tuple(reader.read(document(text), reading="r", known=tuple(known)))
    rows = settled([("turns", tuple(known)), (reader.name, more)])
    return [one for _, found in rows for one in found]


def told_by(records: list[Record]) -> list[Told]:
    return [
        Told([(two.start, two.end) for two in one.content],
             [(two.start, two.end) for two in one.speakers],
             (one.cue.start, one.cue.end) if one.cue else None, one.kind, score=one.score,
             notes=tuple(note.label for note in one.notes))
        for one in records
        if isinstance(one, Statement)
    ]  # fmt: skip


def by_model(encoder: Model, text: str) -> list[Told]:
    """Give what the encoder alone tells, quotations too."""
    read = encoder.read(text)
    found = []
    for one in read.told:
        score = encoder.chance(one.score)
        marked = sum(read.marked(two.start, two.end) for two in one.content) / len(one.content)
        kind = "direct" if marked > 0.9 else "mixed" if marked > 0.05 else "indirect"
        if score >= encoder.least:
            found.append(
                Told([(two.start, two.end) for two in one.content],
                     [(two.start, two.end) for two in one.speakers],
                     (one.cue.start, one.cue.end), kind, score=score)
            )  # fmt: skip
    return found


def paired(gold: list[Told], ours: list[Told]) -> list[tuple[int, int]]:
    scored = []
    for nth, one in enumerate(gold):
        for other, two in enumerate(ours):
            shared = len(one.places & two.places)
            if shared and 2 * shared >= 0.5 * (len(one.places) + len(two.places)):
                scored.append((2 * shared / (len(one.places) + len(two.places)), nth, other))
    once: set[tuple[str, int]] = set()
    found = []
    for _, nth, other in sorted(scored, key=lambda row: (-row[0], *row[1:])):
        if ("gold", nth) not in once and ("ours", other) not in once:
            once |= {("gold", nth), ("ours", other)}
            found.append((nth, other))
    return found


def right_speaker(one: Told, two: Told) -> bool:
    return bool(one.voices & two.voices) or not (one.voices or two.voices)


def count(gold: list[Told], ours: list[Told]) -> dict[str, int]:
    pairs = paired(gold, ours)
    triples = [(n, o) for n, o in pairs if right_speaker(gold[n], ours[o])]
    made = {
        "gold": len(gold),
        "ours": len(ours),
        "found": len(pairs),
        "exact": sum(gold[n].places == ours[o].places for n, o in pairs),
        "triple": len(triples),
    }
    for kind in KINDS:
        made[f"gold {kind}"] = sum(one.kind == kind for one in gold)
        made[f"found {kind}"] = sum(gold[n].kind == kind for n, _ in pairs)
        made[f"triple {kind}"] = sum(gold[n].kind == kind for n, _ in triples)
    return made


def total(counts: list[dict[str, int]]) -> dict[str, int]:
    return {key: sum(one[key] for one in counts) for key in counts[0]}


def scores(sums: dict[str, int], what: str) -> tuple[float, float, float]:
    """Give precision, recall and F1 in per cent."""
    right, ours, gold = sums[what], sums["ours"], sums["gold"]
    both = 200 * right / (ours + gold) if ours + gold else 0.0
    return 100 * right / max(1, ours), 100 * right / max(1, gold), both


def interval(counts: list[dict[str, int]], what: str) -> tuple[float, float]:
    rng = random.Random(1)
    drawn = sorted(scores(total(rng.choices(counts, k=len(counts))), what)[2] for _ in range(500))
    return drawn[12], drawn[487]


def show(name: str, counts: list[dict[str, int]]) -> None:
    sums = total(counts)
    line = f"{name:16} gold {sums['gold']:5} read {sums['ours']:5}"
    for what in ("found", "triple"):
        low, high = interval(counts, what)
        precise, recalled, both = scores(sums, what)
        line += f" | {what} {precise:.1f}/{recalled:.1f}/{both:.1f} ({low:.0f}-{high:.0f})"
    line += f" | exact {scores(sums, 'exact')[2]:.1f} | recall (triple)"
    for kind in KINDS:
        if sums[f"gold {kind}"]:
            share = [
                100 * sums[f"{what} {kind}"] / sums[f"gold {kind}"] for what in ("found", "triple")
            ]
            line += f" {kind} {share[0]:.0f} ({share[1]:.0f})"
    print(line, flush=True)


def marked(told: list[Told]) -> list[Told]:
    return [one for one in told if one.kind in ("direct", "mixed")]


def bare(label: str) -> str:
    """Give a label without brackets, its digits on the line."""
    return unicodedata.normalize("NFKC", label).strip("[]() ")


def evidence(gold: list[Told], ours: list[Told]) -> Counter[str]:
    """Count statements with a note: pairs of a statement and the label of a note that backs it."""
    backed = {other: set(map(bare, gold[nth].notes)) for nth, other in paired(gold, ours)}
    right = sum(
        bare(label) in backed.get(nth, ()) for nth, one in enumerate(ours) for label in one.notes
    )
    made = {
        "gold": sum(len(one.notes) for one in gold),
        "ours": sum(len(one.notes) for one in ours),
    }
    return Counter({**made, "right": right})


def no_statements(text: Text, records: list[Record]) -> Counter[str]:
    """Count titles and scare quotes: those of ours that are a gold one of the same kind.

    `apart` are all words in marks that we take for no statement, whatever they are; `apart right` those
    that are no words of a quotation in the gold.
    """
    made: Counter[str] = Counter()
    said = [part for one in text.gold[0] if one.kind in ("direct", "mixed") for part in one.content]
    for one in records:
        if isinstance(one, Quoted):
            here = one.span
            named = any(a < here.end and here.start < b for a, b, _ in text.quoted)
            quoted = any(a <= here.start and here.end <= b for a, b in said)
            made += Counter({"apart": 1, "apart right": int(named or not quoted)})
    for kind in ("title", "scare"):
        gold = [one[:2] for one in text.quoted if one[2] == kind]
        ours = [
            (one.span.start, one.span.end)
            for one in records
            if isinstance(one, Quoted) and one.kind == kind
        ]
        if kind == "title":  # without marks a title is a mention of a work
            works = [
                (one.span.start, one.span.end)
                for one in records
                if isinstance(one, Mention) and one.kind == "work"
            ]
            ours += [one for one in works if not any(a < one[1] and one[0] < b for a, b in ours)]
        hits = {two for two in ours for one in gold if one[0] < two[1] and two[0] < one[1]}
        seen = {one for one in gold for two in ours if one[0] < two[1] and two[0] < one[1]}
        made += Counter({f"{kind} ours": len(ours), f"{kind} right": len(hits),
                         f"{kind} gold": len(gold), f"{kind} seen": len(seen)})  # fmt: skip
    return made


def measure(title: str, texts: list[Text], reader: Statements, encoder: Model | None) -> None:
    size = sum(len(one.words) for one in texts)
    print(f"\n{title}: {len(texts)} texts, {size / 1000:.0f} thousand signs")
    rules, alone, both, quotations_, second = [], [], [], [], []
    notes_: Counter[str] = Counter()
    others: Counter[str] = Counter()
    spent = 0.0
    for one in texts:
        known = by_rules(one.words)
        flat = title.startswith("PolNeAR")
        kept = [two for two in known if not (flat and isinstance(two, Statement) and two.parent)]
        rules.append(count(one.gold[0], merged(one.words, told_by(kept))))
        if encoder is None:
            continue
        begun = time.monotonic()
        alone.append(count(one.gold[0], merged(one.words, by_model(encoder, one.words))))
        spent += time.monotonic() - begun
        kept = together(one.words, known, reader)
        kept = [two for two in kept if not (flat and isinstance(two, Statement) and two.parent)]
        ours = merged(one.words, told_by(kept))
        both.append(count(one.gold[0], ours))
        second += [count(one.gold[1], ours)] if len(one.gold) > 1 else []
        quotations_.append(count(marked(one.gold[0]), marked(ours)))
        notes_ += evidence(one.gold[0], ours)
        others += no_statements(one, kept)
    show("rules", rules)
    if alone:
        show("model", alone)
        show("rules and model", both)
        if second:
            show("by the second's", second)
        show("direct and mixed", quotations_)
        if notes_["gold"]:
            f1 = 200 * notes_["right"] / (notes_["gold"] + notes_["ours"])
            print(f"statements and their notes: F1 {f1:.1f} ({notes_['gold']} in the gold)")
        for kind in ("title", "scare"):
            if others[f"{kind} gold"]:
                precise = others[f"{kind} right"] / max(1, others[f"{kind} ours"])
                recalled = others[f"{kind} seen"] / others[f"{kind} gold"]
                print(f"{kind}: precision {precise:.2f} of {others[f'{kind} ours']}, "
                      f"recall {recalled:.2f} of {others[f'{kind} gold']}")  # fmt: skip
        if others["apart"]:
            right = others["apart right"] / others["apart"]
            print(
                f"words in marks that are no statement: precision {right:.2f} of {others['apart']}"
            )
        print(f"the model read {size / 1000 / spent:.0f} thousand signs a second")
    twice = [one for one in texts if len(one.gold) > 1]
    if twice:
        show("second person", [count(one.gold[0], one.gold[1]) for one in twice])


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument(
        "sets", nargs="*", default=["excerpts", "passages", "books", "polnear", "gum"]
    )
    asked.add_argument("--model", type=Path, default=FOLDER)
    asked.add_argument("--aside", action="store_true", help="the training texts put aside instead")
    given = asked.parse_args()
    reader, encoder = Statements(given.model), model(given.model)
    for name in given.sets:
        if name == "gum":
            recalled(reader)
            texts = annotated("excerpts", "held out", lambda name: name.startswith("h"))
            measure("GUM, development part, by our convention", texts, reader, encoder)
        elif name == "books":
            texts = annotated("excerpts", "held out", lambda name: name.startswith("k"))
            if texts:
                measure("Other books, held out", texts, reader, encoder)
            else:
                print("\nOther books, held out: they are not there (training/shelf.py)")
        elif name == "polnear":
            measure("PolNeAR, development part", list(polnear()), reader, encoder)
        elif given.aside:
            texts = annotated(name, "train", data.kept_aside)
            measure(f"Our {name}, put aside", texts, reader, encoder)
        else:
            texts = annotated(name, "held out", lambda name: name.startswith(("e", "p")))
            measure(f"Our {name}, held out", texts, reader, encoder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
