"""Choose the score below which the trained reader says nothing, on texts kept out of training.

    python training/calibrate.py FOLDER

FOLDER holds statements.onnx and vocabulary.txt; settings.json is written there. The texts are the sixth of
our training annotations that training leaves aside (`data.kept_aside`); what is held out is never read.
Scores become the share of proposals with such a score that were found in the gold (isotonic regression);
the least score is the lowest at which three of four proposals above it were found.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from sklearn.isotonic import IsotonicRegression

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import data
import reading

from sayso.model import Statement
from sayso.readers.statements import Statements
from sayso.readers.statements_model import model

WANTED = 0.75
STEPS = 9


def scored(folder: Path) -> list[tuple[float, bool]]:
    """Give score and rightness of each statement that the reader adds to those of the rules."""
    found = []
    reader = Statements(folder)
    for kind in ("excerpts", "passages"):
        for text in reading.annotated(kind, "train", data.kept_aside):
            known = reading.by_rules(text.words)
            more = reader.read(reading.document(text.words), reading="r", known=tuple(known))
            told = reading.merged(
                text.words, reading.told_by([one for one in more if isinstance(one, Statement)])
            )
            right = {ours for _, ours in reading.paired(text.gold[0], told)}
            found += [(one.score, nth in right) for nth, one in enumerate(told)]
    return sorted(found)


def main() -> None:
    folder = Path(sys.argv[1])
    settings = folder / "settings.json"
    settings.write_text('{"least": 0.0, "steps": []}\n')
    pairs = scored(folder)
    raw = np.array([one for one, _ in pairs])
    right = np.array([float(one) for _, one in pairs])
    fitted = IsotonicRegression(y_min=0.05, y_max=0.95, out_of_bounds="clip").fit(raw, right)
    places = np.quantile(raw, np.linspace(0, 1, STEPS))
    steps = [[round(float(one), 4), round(float(fitted.predict([one])[0]), 4)] for one in places]
    above = [right[nth:].mean() for nth in range(len(raw))]
    first = next((nth for nth, share in enumerate(above) if share >= WANTED), len(raw) - 1)
    least = float(np.interp(raw[first], *zip(*steps, strict=True)))
    made = {"least": round(least, 4), "steps": steps}
    settings.write_text(json.dumps(made) + "\n")
    model.cache_clear()
    print(f"{len(pairs)} proposals, {right.mean():.2f} right; from score {raw[first]:.3f} on "
          f"{above[first]:.2f} of {len(raw) - first}")  # fmt: skip
    print(json.dumps(made))


if __name__ == "__main__":
    main()
