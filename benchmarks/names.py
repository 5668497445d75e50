"""Measure the reader of names on the English documents of GUM: bio, news, speech, essay, and more.

Usage: python benchmarks/names.py

Every second document was used to improve the reader. A name found is right if an entity of its kind
overlaps it; an entity counts as a name if it holds a proper noun and little else.
"""

from __future__ import annotations

import re
import tarfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.model import Mention
from sayso.readers.names import READER
from sayso.text import unchanged

DATA = Path(__file__).resolve().parents[2] / "shared/data/quotations/gum-without-test.tar.xz"
KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_GENRES = re.compile(r"GUM_(?:bio|news|speech|essay|academic|court|letter|textbook|interview)_")
_ENTITY = re.compile(r"\([^()]*\)?|[^()]+\)")
_IN_NAMES = ("PROPN", "DET", "PUNCT", "ADP", "CCONJ", "NUM", "PART", "ADJ")

Token = tuple[int, int, str, str]
Entity = tuple[int, int, str]


def documents() -> Iterator[tuple[str, list[str]]]:
    """Give the name and the lines of each document."""
    with tarfile.open(DATA) as packed:
        for member in sorted(packed.getmembers(), key=lambda one: one.name):
            content = packed.extractfile(member) if _GENRES.search(member.name) else None
            if content:
                yield member.name, content.read().decode("utf-8").split("\n")


def parsed(lines: Iterable[str]) -> tuple[str, list[Token], list[Entity]]:
    """Give text, tokens and entities of a document."""
    text = ""
    tokens: list[Token] = []
    entities: list[Entity] = []
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    glued_until = 0
    for line in lines:
        if line.startswith("# newpar") and text:
            text = text.rstrip() + "\n\n"
        fields = line.split("\t")
        if len(fields) < 10:
            continue
        if "-" in fields[0]:
            glued_until = int(fields[0].split("-")[1])
            spaced = "SpaceAfter=No" not in fields[9]
            continue
        if not fields[0].isdigit():
            continue
        start = len(text)
        text += fields[1]
        tokens.append((start, len(text), fields[1], fields[3]))
        marked = re.search(r"Entity=([^|]*)", fields[9])
        for mark in _ENTITY.findall(marked[1]) if marked else ():
            entities += _closed(mark, start, len(text), opened)
        inside = int(fields[0]) < glued_until
        last = int(fields[0]) == glued_until
        if not inside and (spaced if last else "SpaceAfter=No" not in fields[9]):
            text += " "
        if last:
            glued_until = 0
    return text, tokens, entities


def _closed(
    mark: str, start: int, end: int, opened: dict[str, list[tuple[int, str]]]
) -> Iterator[Entity]:
    parts = mark.strip("()").split("-")
    if not mark.startswith("("):
        if opened[parts[0]]:
            begun, kind = opened[parts[0]].pop()
            yield begun, end, kind
    elif len(parts) > 1 and mark.endswith(")"):
        yield start, end, parts[1]
    elif len(parts) > 1:
        opened[parts[0]].append((start, parts[1]))


def is_name(entity: Entity, tokens: Iterable[Token]) -> bool:
    """Say whether an entity is a name rather than a description."""
    inner = [one for one in tokens if entity[0] <= one[0] < entity[1]]
    named = any(one[3] == "PROPN" for one in inner)
    return named and len(inner) <= 8 and all(one[3] in _IN_NAMES for one in inner)


def measure(docs: Iterable[tuple[str, list[str]]]) -> Counter[tuple[str, str]]:
    """Count names found and right, entities and those found."""
    count: Counter[tuple[str, str]] = Counter()
    for _, lines in docs:
        text, tokens, entities = parsed(lines)
        mine = [
            one
            for one in READER.read(unchanged("d", "s", "k", text), reading="r", known=())
            if isinstance(one, Mention) and one.kind in KINDS.values()
        ]
        for one in mine:
            count[one.kind, "found"] += 1
            count[one.kind, "right"] += any(
                KINDS.get(kind) == one.kind and start < one.span.end and one.span.start < end
                for start, end, kind in entities
            )
        for start, end, gold in entities:
            kind = KINDS.get(gold)
            if kind and is_name((start, end, gold), tokens):
                count[kind, "marked"] += 1
                count[kind, "met"] += any(
                    one.kind == kind and one.span.start < end and start < one.span.end
                    for one in mine
                )
    return count


def main() -> None:
    """Print precision and recall of both halves."""
    every = list(documents())
    for title, docs in (("improved on", every[::2]), ("not looked at", every[1::2])):
        count = measure(docs)
        print(f"{title}: {len(docs)} documents")
        for kind in KINDS.values():
            precision = count[kind, "right"] / max(1, count[kind, "found"])
            recall = count[kind, "met"] / max(1, count[kind, "marked"])
            print(
                f"  {kind:12} precision {precision:.3f} of {count[kind, 'found']:4}  "
                f"recall {recall:.3f} of {count[kind, 'marked']:4}"
            )


if __name__ == "__main__":
    main()
