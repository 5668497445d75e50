"""Hold every annotation against its text: hashes, places inside words, parents, empty spans.

    python training/verify.py

Excerpts need the corpora beside the checkout, and the books of shelf.py; passages carry their texts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import passages
from excerpts import HERE, sha256, there, whole, words_of


def spans(made: dict) -> Iterator[tuple[str, list[int]]]:
    for nth, one in enumerate(made["statements"]):
        for name in ("content", "speakers"):
            for span in one[name]:
                yield f"statement {nth} {name}", span
        if one["cue"]:
            yield f"statement {nth} cue", one["cue"]
    for nth, one in enumerate(made["quoted"]):
        yield f"quoted {nth}", one["span"]


def wrong(made: dict, text: str) -> Iterator[str]:
    if sha256(text) != made["sha256"]:
        yield "the text is another one than was annotated"
        return
    for name, (start, end) in spans(made):
        if not 0 <= start < end <= len(text):
            yield f"{name}: {start}-{end} lies outside the text"
        elif (
            "content" not in name and not whole(text, start, end) and not text[start - 1].isdigit()
        ):
            # Badly scanned words run into one another, so that content may begin inside one; numbers of pages
            # are glued to words ("*870We").
            yield f"{name}: {text[start:end]!r} at {start} begins or ends inside a word"
    for nth, one in enumerate(made["statements"]):
        if one["parent"] is not None and not 0 <= one["parent"] < nth:
            yield f"statement {nth}: its parent does not come before it"
        if not one["content"]:
            yield f"statement {nth}: no content"


def main() -> int:
    faults = files = statements = absent = 0
    for path in sorted((HERE / "annotations").glob("*/*.json")):
        made = json.loads(path.read_text(encoding="utf-8"))
        in_excerpt = path.parent.name == "excerpts"
        if in_excerpt and not there(made):
            absent += 1
            continue
        text = words_of(made) if in_excerpt else passages.text_of(made["name"])
        files += 1
        statements += len(made["statements"])
        for fault in wrong(made, text):
            faults += 1
            print(f"{path.name}: {fault}")
    print(
        f"{files} files, {statements} statements, {faults} faults; {absent} in books that are absent",
        file=sys.stderr,
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
