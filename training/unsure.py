"""Short stretches of the training books where the trained reader is least sure what reports, to annotate.

    python training/unsure.py SEED STRETCHES          # writes them behind annotations/unsure.json

Of each book's stretches that nobody has annotated some are drawn, and in each the two places of a few sentences
where most words are neither surely a cue nor surely none (Lewis and Gale 1994: uncertainty sampling). What is
drawn is kept as a list (name, source, file, start, end), so that `excerpts.py` knows it: the reader will change.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import excerpts
import shelf

from sayso import sentences
from sayso.readers import statements_model
from sayso.readers.statements_input import features, readable

EACH, AROUND, LONGEST = 2, 2, 1000
Entry = dict[str, str | int]


def sources() -> Iterator[tuple[str, Path]]:
    """Give the files that may be trained on, with the name of their book."""
    for name, paths in excerpts.files().items():
        if excerpts.SOURCES[name][1] == "train":
            yield from ((name, path) for path in paths)
    for name in shelf.BOOKS:
        yield from ((name, path) for path in shelf.chapters(name))


def free(chosen: dict[str, Entry]) -> dict[str, list[tuple[str, Path, int, int]]]:
    """Give each book's stretches that nobody has annotated."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for one in chosen.values():
        taken.setdefault(str(one["file"]), []).append((int(one["start"]), int(one["end"])))
    found: dict[str, list[tuple[str, Path, int, int]]] = {}
    for name, path in sources():
        inside = path.is_relative_to(shelf.FOLDER)
        file = (
            f"{excerpts.SHELF}{path.relative_to(shelf.FOLDER).as_posix()}"
            if inside
            else excerpts.from_corpora(path)
        )
        for start, end in excerpts.pieces(excerpts.text_of(path)):
            if all(end <= low or start >= high for low, high in taken.get(file, ())):
                found.setdefault(name, []).append((file, path, start, end))
    return found


def doubts(model: statements_model.Model, words: str) -> list[tuple[int, float]]:
    """Give where each piece begins and how unsure the reader is whether it reports: from 0 to .25."""
    found = model._pieces.encode(readable(words))
    seen = features(words, found.starts, found.ends)
    made = np.concatenate(
        [np.exp(one["cues"]) for one, _ in model._scores(np.array(found.ids, np.int64), seen)]
    )
    sure = made[:, 1:].sum(axis=1)
    return list(zip(found.starts, (sure * (1 - sure)).tolist(), strict=True))


def least_sure(model: statements_model.Model, words: str) -> list[tuple[int, int]]:
    """Give the stretches of a few sentences where the reader is least sure."""
    every = sentences.split(words)
    doubt = doubts(model, words)
    weights = [sum(one for low, one in doubt if start <= low < end) for start, end in every]
    chosen: list[tuple[int, int]] = []
    for nth in sorted(range(len(every)), key=lambda one: -weights[one]):
        low, high = max(0, nth - AROUND), min(len(every) - 1, nth + AROUND)
        while every[high][1] - every[low][0] > LONGEST and high > low:
            low, high = (low + 1, high) if nth - low > high - nth else (low, high - 1)
        start, end = every[low][0], every[high][1]
        apart = all(end <= one or start >= two for one, two in chosen)
        if weights[nth] > 0.2 and 150 < end - start <= LONGEST and apart:
            chosen.append((start, end))
        if len(chosen) == EACH:
            break
    return sorted(chosen)


def main() -> int:
    seed, wanted = int(sys.argv[1]), int(sys.argv[2])
    model = statements_model.model(statements_model.FOLDER)
    rows: list[Entry] = json.loads(excerpts.UNSURE.read_text()) if excerpts.UNSURE.exists() else []
    rng = random.Random(seed)
    turns = []
    for name, places in free(excerpts.chosen()).items():
        rng.shuffle(places)
        turns += [(nth, name, place) for nth, place in enumerate(places)]
    # From each book in turn.
    for _, name, (file, path, start, end) in sorted(turns, key=lambda one: one[0])[:wanted]:
        for low, high in least_sure(model, excerpts.text_of(path)[start:end]):
            number = f"u{len(rows) + 1:04}"
            rows.append({"excerpt": number, "source": name, "part": "train", "file": file})
            rows[-1] |= {"start": start + low, "end": start + high}
    excerpts.UNSURE.write_text(json.dumps(rows, indent=0) + "\n", encoding="utf-8")
    print(f"{len(rows)} places")
    return 0


if __name__ == "__main__":
    sys.exit(main())
