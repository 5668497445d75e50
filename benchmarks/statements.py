"""Measure the rule readers of statements on annotated news, essays and the rest.

    python benchmarks/statements.py ../shared/data/quotations/polnear-dev.jsonl.xz [--show 20]

`found` is a content overlap (Dice over letters and digits) of at least one half; `speaker` the
share of found statements whose speaker overlaps the annotated one, or where both name none;
`triple` is found with the right speaker. `attested` counts besides those that
lie within annotated words which another one was paired with (one annotated statement may hold
several quotations). Statements that share a cue count as one. Intervals come
from a bootstrap over documents.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sayso.model import Record, Statement
from sayso.readers import indirect, quotations
from sayso.text import unchanged

MARKS = "“”\"„«»‘’'"
Spans = list[tuple[int, int]]


@dataclass
class Told:
    """A statement as annotated or read: content, speakers, type, and the places it covers."""

    content: Spans
    speakers: Spans
    kind: str
    places: frozenset[int] = field(default=frozenset())


def places(text: str, spans: Spans) -> frozenset[int]:
    """Give the places of letters and digits in some spans."""
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def annotated(path: Path) -> Iterator[tuple[str, list[Told]]]:
    """Give text and annotated statements of each document."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            told = [
                Told([(a, b) for a, b in one["content"]], [(a, b) for a, b in one["source"]],
                     one["type"], places(row["text"], one["content"]))
                for one in row["quotes"]
            ]  # fmt: skip
            yield row["text"], told


def read(text: str) -> list[Told]:
    """Read the statements of a text with the rule readers, merged where they share a cue."""
    start, paragraphs = 0, []
    for line in text.splitlines(keepends=True):
        if line.strip():
            paragraphs.append((start, start + len(line.rstrip())))
        start += len(line)
    document = unchanged("d", "s", "k", text)
    document = type(document)(
        document.id, document.source, document.key, text, text, document.pieces, "plain",
        paragraphs=tuple(paragraphs),
    )  # fmt: skip
    known: list[Record] = []
    for reader in (quotations.READER, indirect.READER):
        known += list(reader.read(document, reading="r", known=tuple(known)))
    by_cue: dict[object, Told] = {}
    for nth, one in enumerate(known):
        if not isinstance(one, Statement) or one.parent:
            continue
        key = (one.cue.start, one.cue.end) if one.cue else nth
        told = by_cue.setdefault(key, Told([], [], one.kind))
        told.content += [(two.start, two.end) for two in one.content]
        told.speakers = told.speakers or [(two.start, two.end) for two in one.speakers]
        if one.kind != "indirect":
            told.kind = one.kind
    for one in by_cue.values():
        one.places = places(text, one.content)
    return list(by_cue.values())


def paired(gold: list[Told], ours: list[Told]) -> list[tuple[int, int]]:
    """Pair annotated and read statements one to one, the best overlap first."""
    scored = []
    for nth, one in enumerate(gold):
        for other, two in enumerate(ours):
            shared = len(one.places & two.places)
            dice = 2 * shared / (len(one.places) + len(two.places)) if shared else 0.0
            # A fragment in marks lies inside the whole of what is reported.
            inside = two.kind == "mixed" and shared and shared >= 0.9 * len(two.places)
            if dice >= 0.5 or inside:
                scored.append((dice, nth, other))
    taken_gold: set[int] = set()
    taken_ours: set[int] = set()
    found = []
    for _, nth, other in sorted(scored, reverse=True):
        if nth not in taken_gold and other not in taken_ours:
            taken_gold.add(nth)
            taken_ours.add(other)
            found.append((nth, other))
    return found


def same_speaker(one: Told, two: Told) -> bool:
    """Say whether the speakers overlap, or neither names one."""
    if not one.speakers or not two.speakers:
        return not one.speakers and not two.speakers
    return any(a < d and c < b for a, b in one.speakers for c, d in two.speakers)


Counts = dict[str, int]


def count(
    gold: list[Told], ours: list[Told], kinds: frozenset[str], mine: frozenset[str]
) -> Counts:
    """Count found and wrong statements of some kinds; others are neither missed nor wrong."""
    pairs = paired(gold, ours)
    told = frozenset().union(*(one.places for one in gold))
    used = {other for _, other in pairs}
    pairs_of = [(n, o) for n, o in pairs if gold[n].kind in kinds or ours[o].kind in mine]
    right = [(n, o) for n, o in pairs_of if ours[o].kind in mine]
    return {
        "gold": sum(one.kind in kinds for one in gold),
        "recalled": sum(gold[n].kind in kinds for n, _ in pairs),
        "ours": sum(one.kind in mine for one in ours),
        "right": len(right),
        "attested": len(right)
        + sum(
            len(one.places & told) >= 0.8 * len(one.places)
            for nth, one in enumerate(ours)
            if one.kind in mine and nth not in used
        ),
        "speaker": sum(same_speaker(gold[n], ours[o]) for n, o in right),
        "wrong": sum(one.kind in mine for nth, one in enumerate(ours) if nth not in used),
    }


def share(part: int, whole: int) -> float:
    """Give a percentage; 0 of nothing is 0."""
    return 100 * part / whole if whole else 0.0


def summed(counts: Iterable[Counts]) -> Counts:
    """Add counts up."""
    total: Counts = {}
    for one in counts:
        for key, value in one.items():
            total[key] = total.get(key, 0) + value
    return total


def interval(counts: list[Counts], part: str, whole: str) -> str:
    """Give the middle 95 of 100 bootstrap shares, documents drawn with replacement."""
    draw = random.Random(1)
    shares = []
    for _ in range(300):
        one = summed(draw.choices(counts, k=len(counts)))
        shares.append(share(one.get(part, 0), one.get(whole, 0)))
    shares.sort()
    return f"{shares[7]:.1f}-{shares[-8]:.1f}"


def main() -> None:
    """Print the measures of one file."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many misses and errors")
    parser.add_argument("--kind", default="direct", help="the kind of misses to print")
    parser.add_argument("--limit", type=int, default=None, help="read so many documents")
    given = parser.parse_args()
    documents = list(annotated(given.path))[: given.limit]
    started = time.process_time()
    read_ = [read(text) for text, _ in documents]
    seconds = time.process_time() - started
    size = sum(len(text) for text, _ in documents)
    print(f"{len(documents)} documents, {size} characters, {size / seconds:,.0f} characters/s")
    groups = {
        "direct": (frozenset(("direct",)), frozenset(("direct",))),
        "direct and mixed": (frozenset(("direct", "mixed")), frozenset(("direct", "mixed"))),
        "indirect": (frozenset(("indirect",)), frozenset(("indirect",))),
        "all": (frozenset(("direct", "mixed", "indirect")),) * 2,
    }
    for name, (kinds, mine) in groups.items():
        counts = [
            count(gold, ours, kinds, mine) for (_, gold), ours in zip(documents, read_, strict=True)
        ]
        all_ = summed(counts)
        print(
            f"{name:17} precision {share(all_['right'], all_['ours']):5.1f} "
            f"({interval(counts, 'right', 'ours')}), attested {share(all_['attested'], all_['ours']):.1f}  recall {share(all_['recalled'], all_['gold']):5.1f} "
            f"({interval(counts, 'recalled', 'gold')})  speaker {share(all_['speaker'], all_['right']):5.1f} "
            f"of {all_['right']}  [annotated {all_['gold']}, read {all_['ours']}]"
        )
    if given.show:
        show(documents, read_, given.show, given.kind)


def show(
    documents: list[tuple[str, list[Told]]], read_: list[list[Told]], most: int, kind: str
) -> None:
    """Print misses and errors."""
    shown = 0
    for (text, gold), ours in zip(documents, read_, strict=True):
        pairs = paired(gold, ours)
        lines = []
        for nth, one in enumerate(gold):
            if one.kind == kind and nth not in {n for n, _ in pairs}:
                lines.append(("MISSED", one))
        for nth, one in enumerate(ours):
            if one.kind == kind and nth not in {o for _, o in pairs}:
                lines.append(("INVENTED", one))
        for n, o in pairs:
            if ours[o].kind == kind and not same_speaker(gold[n], ours[o]):
                lines.append((f"SPEAKER {[text[a:b] for a, b in gold[n].speakers]}", ours[o]))
        for what, one in lines:
            start, end = one.content[0][0], one.content[-1][1]
            around = text[max(0, start - 120) : start] + "[[" + text[start : start + 60] + " … "
            around += text[max(start + 60, end - 40) : end] + "]]" + text[end : end + 100]
            print(
                f"\n{what} {[text[a:b] for a, b in one.speakers]}\n   {around}".replace("\n\n", "⏎")
            )
            shown += 1
            if shown >= most:
                return


if __name__ == "__main__":
    main()
