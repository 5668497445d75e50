"""Excerpts to annotate, and what annotators write turned into offsets.

    python training/excerpts.py list
    python training/excerpts.py show e001
    python training/excerpts.py keep FILE.json ...

The texts are not part of this repository: an excerpt is a file of the corpora beside the checkout, a
start and an end, and the hash of its words. An annotator writes exact strings; `keep` turns them into
offsets (code points of the excerpt, from 0, end excluded), fails on anything that does not stand there,
and writes `annotations/excerpts/NAME.ANNOTATOR.json` with offsets only.

What an annotator writes, a JSON object a file::

    {"excerpt": "e001", "annotator": "a", "statements": [
      {"id": 1, "kind": "indirect", "speakers": ["Mr. X"], "cue": "denied",
       "content": ["that the harbour ... was lost"], "parent": null,
       "negated": false, "modal": false, "notes": ["3"]}],
     "quoted": [{"kind": "title", "text": "Rights of Man"}]}

A string is looked for as it stands; white space of any kind matches white space. "first words ... last
words" stands for all from the one to the next place of the other. Content is looked for from the start
of the content before it, or of its parent; cue and speakers are taken nearest to the content. "words@@2"
means the second place in the whole excerpt.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPORA = HERE.parents[1] / "shared" / "corpora"
KEPT = HERE / "annotations" / "excerpts"
WORDS = 750
# Source -> (excerpts, part). A third is held out by source: nothing of it is ever trained or tuned on.
SOURCES = {
    "federalist": (34, "train"),
    "strauss": (12, "train"),
    "henry-george": (12, "train"),
    "washington": (10, "train"),
    "brutus": (10, "held out"),
    "jay": (6, "held out"),
    "darwin": (8, "held out"),
    "bede": (8, "held out"),
}
# Added later to the training part, each round drawn (with its seed) from what those before it left.
MORE = {
    1789: {"federalist": 24, "strauss": 14, "henry-george": 14, "washington": 8},
    1790: {"federalist": 15, "strauss": 18, "henry-george": 15, "washington": 12},
}
KINDS = ("direct", "mixed", "indirect", "own")
QUOTED = ("title", "scare", "term", "hypothetical")


class _Paragraphs(HTMLParser):
    """Collects the paragraphs of a chapter; the markup of a number of notes stays as [n]."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._depth = 0
        self._note = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h2", "h3", "h4", "li"):
            self._depth += 1
            self.found.append("")
        self._note = tag == "a" and ("epub:type", "noteref") in attributes

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "h2", "h3", "h4", "li"):
            self._depth = max(0, self._depth - 1)
        self._note = False

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.found[-1] += f"[{data.strip()}]" if self._note else data


def text_of(path: Path) -> str:
    """Give the words of a file, paragraphs apart by a blank line, by rules that never change."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".xhtml":
        reader = _Paragraphs()
        reader.feed(raw)
        parts = reader.found
    else:
        parts = re.split(r"\n\s*\n", raw)
    return "\n\n".join(flat for part in parts if (flat := " ".join(part.split())))


def files() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {name: [] for name in SOURCES}
    with (CORPORA / "ratification" / "metadata.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            path = CORPORA / "ratification" / row["file"]
            if row["series"] == "Brutus":
                found["brutus"].append(path)
            elif row["attributed_author"] == "John Jay":
                found["jay"].append(path)
            else:
                found["federalist"].append(path)
    for book in ("strauss", "henry-george", "washington", "darwin", "bede"):
        for path in sorted((CORPORA / "books" / book).glob("*.xhtml")):
            if re.match(r"chapter|preface|introduction", path.name):
                found[book].append(path)
    return found


def pieces(text: str) -> list[tuple[int, int]]:
    """Cut a text at paragraphs into stretches of about 750 words."""
    bounds, start = [], 0
    ends = [one.start() for one in re.finditer(r"\n\n", text)] + [len(text)]
    for end in ends:
        words = len(text[start:end].split())
        if words >= WORDS * 0.8:
            if words <= WORDS * 1.6:
                bounds.append((start, end))
            start = end + 2
    return bounds


def chosen() -> dict[str, dict]:
    """Choose the excerpts, the same ones at any time."""
    rng = random.Random(1788)
    found = {}
    for source, paths in files().items():
        wanted, part = SOURCES[source]
        places = []
        for path in paths:
            text = text_of(path)
            places += [(path, start, end) for start, end in pieces(text)]
        rng.shuffle(places)
        once: list[tuple[Path, int, int]] = []
        for place in places:
            if len(once) < wanted and sum(one[0] == place[0] for one in once) < 2:
                once.append(place)
        for place in sorted(once):
            add(found, source, part, place)
    for seed, wanted in MORE.items():
        found |= more(found, seed, wanted)
    return found


def add(found: dict[str, dict], source: str, part: str, place: tuple[Path, int, int]) -> None:
    path, start, end = place
    name = f"e{len(found) + 1:03}"
    found[name] = {
        "excerpt": name,
        "source": source,
        "part": part,
        "file": path.relative_to(CORPORA).as_posix(),
        "start": start,
        "end": end,
    }


def more(before: dict[str, dict], seed: int, wanted: dict[str, int]) -> dict[str, dict]:
    """Choose further excerpts for training, none of them a stretch chosen before."""
    rng = random.Random(seed)
    taken = {(one["file"], one["start"]) for one in before.values()}
    every = dict(before)
    for source, paths in files().items():
        places = [
            (path, start, end)
            for path in paths
            for start, end in pieces(text_of(path))
            if (path.relative_to(CORPORA).as_posix(), start) not in taken
        ]
        rng.shuffle(places)
        for place in places[: wanted.get(source, 0)]:
            add(every, source, "train", place)
    return {name: one for name, one in every.items() if name not in before}


def words_of(entry: dict) -> str:
    return text_of(CORPORA / entry["file"])[entry["start"] : entry["end"]]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class NotThereError(ValueError):
    """A string does not stand in the excerpt."""


def places(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    head, _, tail = wanted.partition(" ... ")
    pattern = r"\s+".join(map(re.escape, head.split()))
    for one in re.finditer(pattern, text):
        if not tail:
            yield one.start(), one.end()
            continue
        last = re.compile(r"\s+".join(map(re.escape, tail.split()))).search(text, one.end())
        if last:
            yield one.start(), last.end()


def whole(text: str, start: int, end: int) -> bool:
    """Say whether a place neither begins nor ends inside a word."""
    left = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    right = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return left and right


def place(text: str, wanted: str, *, after: int = 0, near: int | None = None) -> list[int]:
    words, _, nth = wanted.partition("@@")
    found = list(places(text, words))
    if not nth:
        # "he" is no place inside "the"; a numbered place is counted among all, as it was written.
        found = [one for one in found if whole(text, *one)] or found
    if nth:
        if len(found) < int(nth):
            raise NotThereError(f"{words!r} stands {len(found)} times, place {nth} was asked for")
        return list(found[int(nth) - 1])
    if near is not None and found:
        return list(min(found, key=lambda one: abs((one[0] + one[1]) // 2 - near)))
    for start, end in found:
        if start >= after:
            return [start, end]
    if found:
        return list(found[0])
    raise NotThereError(f"{words!r} does not stand there")


def anchored(text: str, written: dict) -> dict:
    """Turn strings into offsets.

    Raises:
        NotThereError: A string does not stand in the text; the message names the statement.
    """
    made: list[dict] = []
    numbers: dict[object, int] = {}
    at = 0
    for one in written["statements"]:
        try:
            parent = numbers.get(one.get("parent"))
            if one.get("parent") is not None and parent is None:
                raise NotThereError(f"its parent {one['parent']!r} does not come before it")
            if one["kind"] not in KINDS:
                raise NotThereError(f"its kind {one['kind']!r} is none of {', '.join(KINDS)}")
            start = made[parent]["content"][0][0] if parent is not None else at
            content = []
            for part in one["content"]:
                span = place(text, part, after=start)
                content.append(span)
                start = span[1]
            first = content[0][0]
            cue = place(text, one["cue"], near=first) if one.get("cue") else None
            near = sum(cue) // 2 if cue else first
            speakers = [place(text, part, near=near) for part in one.get("speakers", [])]
        except NotThereError as error:
            raise NotThereError(f"statement {one.get('id')}: {error}") from None
        numbers[one.get("id")] = len(made)
        if parent is None:
            at = first
        made.append(
            {
                "kind": one["kind"],
                "content": content,
                "cue": cue,
                "speakers": speakers,
                "parent": parent,
                "negated": bool(one.get("negated")),
                "modal": bool(one.get("modal")),
                "notes": [str(note) for note in one.get("notes", [])],
            }
        )
    quoted = []
    for one in written.get("quoted", []):
        if one["kind"] not in QUOTED:
            raise NotThereError(f"quoted {one['text']!r}: no kind {one['kind']!r}")
        quoted.append({"kind": one["kind"], "span": place(text, one["text"])})
    return {"statements": made, "quoted": quoted}


def keep(path: Path, entries: dict[str, dict]) -> None:
    written = json.loads(path.read_text(encoding="utf-8"))
    entry = entries[written["excerpt"]]
    text = words_of(entry)
    made = {**entry, "sha256": sha256(text), "annotator": written["annotator"]}
    made |= anchored(text, written)
    KEPT.mkdir(parents=True, exist_ok=True)
    target = KEPT / f"{written['excerpt']}.{written['annotator']}.json"
    target.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(made['statements'])} statements, {len(made['quoted'])} quoted")
    for one in made["statements"]:
        parts = " | ".join(text[start:end] for start, end in one["content"])
        who = ", ".join(text[start:end] for start, end in one["speakers"]) or "-"
        cue = text[slice(*one["cue"])] if one["cue"] else "-"
        shown = parts if len(parts) < 120 else f"{parts[:60]} … {parts[-50:]}"
        print(f"  {one['kind']:8} {who} [{cue}] {shown}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("task", choices=("list", "show", "keep"))
    asked.add_argument("names", nargs="*")
    given = asked.parse_args()
    entries = chosen()
    if given.task == "list":
        for entry in entries.values():
            done = ",".join(
                one.suffixes[0][1:] for one in sorted(KEPT.glob(f"{entry['excerpt']}.*"))
            )
            words = len(words_of(entry).split())
            print(f"{entry['excerpt']} {entry['part']:9} {words:5} words {done:4} {entry['file']}")
        return 0
    failed = 0
    for name in given.names:
        if given.task == "show":
            print(f"== {name} ({entries[name]['file']})\n{words_of(entries[name])}\n")
            continue
        try:
            keep(Path(name), entries)
        except (NotThereError, KeyError, ValueError) as error:
            failed += 1
            print(f"{name}: {error}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
