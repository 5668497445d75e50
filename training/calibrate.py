"""Choose how readily the trained reader takes words for a cue, and what its scores mean.

    python training/calibrate.py FOLDER

FOLDER holds the trained weights and vocabulary.txt; settings.json is written there. The texts are those of
our training annotations that training leaves aside (`data.kept_aside`); what is held out is never read.
`lean` and the least raw score are those within a third of a point of the best mean F1 of found statements and
of triples, rules and model together, whose proposals are most often right: a person reviews them all. `speaking` and
`asking` are the best for triples. Scores become the share of proposals with such a score that were found in the gold
(a logistic curve, Platt 1999).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from itertools import product
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import data
import reading

from sayso.readers.statements import Statements
from sayso.readers.statements_model import Labelled, Model, model

LEANS = (-0.5, 0.0, 0.5)
LEASTS = (0.0, 0.2, 0.3, 0.4, 0.45)
SPEAKING = (0.0, 1.0, 2.0, 3.0)
# More than this would name somebody for every quotation.
ASKING = (0.0, 1.0, 2.0)
NEAR = 0.3
GRID = (0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98)


class Kept:
    """Remembers what an encoder says of a text, for each `lean`."""

    def __init__(self, encoder: Model) -> None:
        self._read = encoder.read
        self._kept: dict[tuple[float, float, float | None, str], Labelled] = {}
        self._encoder = encoder

    def __call__(self, text: str, quotations: Iterable[tuple[int, int]] = ()) -> Labelled:
        key = (self._encoder.lean, self._encoder.speaking, self._encoder.asking, text)
        if key not in self._kept:
            self._kept[key] = self._read(text, quotations)
        return self._kept[key]


def counted(texts: list[tuple[reading.Text, list]], reader: Statements) -> dict[str, int]:
    counts = []
    for one, known in texts:
        told = reading.told_by(reading.together(one.words, known, reader))
        counts.append(reading.count(one.gold[0], reading.merged(one.words, told)))
    return reading.total(counts)


def scored(texts: list[tuple[reading.Text, list]], encoder: Model) -> tuple[np.ndarray, np.ndarray]:
    """Give raw score and rightness of each statement that the model tells."""
    raw, right = [], []
    for one, _ in texts:
        told = reading.merged(one.words, reading.by_model(encoder, one.words))
        found = {ours for _, ours in reading.paired(one.gold[0], told)}
        raw += [two.score for two in told]
        right += [nth in found for nth in range(len(told))]
    return np.array(raw), np.array(right)


def calibrate(folder: Path, annotated: list[reading.Text]) -> None:
    """Choose the settings of the weights in a folder by annotated texts, and write settings.json."""
    settings = folder / "settings.json"
    settings.write_text('{"asking": 0.0}\n')
    encoder = model(folder)
    assert encoder is not None
    encoder.read = Kept(encoder)  # type: ignore[method-assign]
    reader = Statements(folder)
    texts = [(one, reading.by_rules(one.words)) for one in annotated]
    tried = []
    for encoder.lean, encoder.least in product(LEANS, LEASTS):
        sums = counted(texts, reader)
        right, _, found = reading.scores(sums, "found")
        triple = reading.scores(sums, "triple")[2]
        print(f"lean {encoder.lean} least {encoder.least}: found {found:.1f} triple {triple:.1f}, "
              f"{right:.1f} of what is proposed")  # fmt: skip
        tried.append(((found + triple) / 2, right, encoder.lean, encoder.least))
    # Some hundred texts cannot tell a third of a point from chance.
    best = max(tried)[0]
    near = [one for one in tried if one[0] >= best - NEAR]
    *_, encoder.lean, encoder.least = max(near, key=lambda one: one[1])
    for name, values in (("speaking", SPEAKING), ("asking", ASKING)):
        made = []
        for value in values:
            setattr(encoder, name, value)
            triple = reading.scores(counted(texts, reader), "triple")[2]
            print(f"{name} {value}: triple {triple:.1f}")
            made.append((round(triple, 1), -value))
        setattr(encoder, name, -max(made)[1])
    raw, right = scored(texts, encoder)
    curve = LogisticRegression(C=10).fit(raw[:, None], right)
    steps = [[at, round(float(curve.predict_proba([[at]])[0, 1]), 3)] for at in GRID]
    least = float(np.interp(encoder.least, *zip(*steps, strict=True))) if encoder.least else 0.0
    chosen = {"lean": encoder.lean, "least": round(least, 3), "names": 0.7,
              "speaking": encoder.speaking, "asking": encoder.asking, "steps": steps}  # fmt: skip
    settings.write_text(json.dumps(chosen) + "\n")
    print(f"{len(texts)} texts, {len(raw)} proposals, {right.mean():.2f} right")
    print(json.dumps(chosen))


def main() -> None:
    calibrate(
        Path(sys.argv[1]),
        [
            one
            for kind in ("excerpts", "passages")
            for one in reading.annotated(kind, "train", data.kept_aside)
        ],
    )


if __name__ == "__main__":
    main()
