"""Adapt the trained reader to a period, a genre or a language by annotations of one's own.

    sayso export -p PROJECT -o mine.training.jsonl
    python training/adapt.py NAME mine.training.jsonl
    sayso read FOLDER --weights NAME

One command, seeded, within an hour on two cores (`--minutes`). It goes on from the shipped weights with your
texts, each also once with other quotation marks and misread letters, and as many of ours, so that what is known
is not forgotten (`--replay`). Every fourth of your documents is put aside, never learned from, and read by the
shipped weights, by the new ones and by the mean of both; the best by triples is kept under NAME (`sayso weights`).
Where the shipped ones are best, nothing is kept. As the choice is made on the same documents, the figures of
what is kept are a little too good.

Needs torch, safetensors, onnx and onnxruntime, which the package itself does not depend on:
`pip install --group training` in the checkout.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "benchmarks"))

import data
import reading

from sayso.readers import weights
from sayso.readers.statements import Statements
from sayso.readers.statements_model import FOLDER

# Each text is seen so often, and again as often with other marks.
PASSES = 3
PIECES_A_STEP = 3400
LEAST_STEPS = 60
# From so many statements put aside on, what scores mean is learned from them too.
ENOUGH = 400
# With fewer the choice between weights is little better than chance.
FEW = 100


def apart(texts: Sequence[data.Text]) -> tuple[list[data.Text], list[data.Text]]:
    """Give the texts to learn from and those put aside: every fourth, in an order that only their words tell.

    Raises:
        SystemExit: There are fewer than two.
    """
    if len(texts) < 2:
        raise SystemExit(
            "adapt: one document is there; two at least are needed, so that one can be put aside. "
            "Accept and correct statements in more documents, and export again."
        )
    ordered = sorted(texts, key=lambda one: hashlib.sha256(one.words.encode()).hexdigest())
    aside = ordered[:: max(2, min(4, len(ordered)))]
    held = {id(one) for one in aside}
    return [one for one in ordered if id(one) not in held], aside


def replayed(size: float, seed: int) -> list[data.Text]:
    """Give texts of ours of about so many code points together, drawn by a seed."""
    every = list(data.ours(aside=False))
    random.Random(seed).shuffle(every)
    drawn, left = [], size
    for one in every:
        if left <= 0:
            break
        drawn.append(one)
        left -= len(one.words)
    return drawn


def scored(folder: Path, texts: Sequence[reading.Text]) -> dict[str, int]:
    """Give what rules and these weights find together in texts, counted as benchmarks/reading.py counts."""
    reader = Statements(folder)
    counts = []
    for one in texts:
        records = reading.together(one.words, reading.by_rules(one.words), reader)
        told = reading.merged(one.words, reading.told_by(records))
        counts.append(reading.count(one.gold[0], told))
    return reading.total(counts)


def trained(
    learned: Sequence[data.Text], given: argparse.Namespace, place: Path
) -> dict[str, Path]:
    """Train, and give the folders of the new weights and of their mean with the shipped ones."""
    import train

    size = sum(len(one.words) for one in learned)
    parts = {
        "ours": data.arrays(iter(learned)),
        "varied": data.arrays(data.varied(iter(learned))),
        "replay": data.arrays(iter(replayed(given.replay * 2 * size, given.seed))),
    }
    packed = place / "data.npz"
    data.write(parts, packed)
    pieces = sum(len(one["ids"]) for one in chain(*parts.values()))
    steps = max(LEAST_STEPS, PASSES * pieces // PIECES_A_STEP)
    base = str(FOLDER / "statements.onnx")
    asked = [
        "train", str(packed), str(place), "--base", base, "--parts", ",".join(parts),
        "--oversample", "1", "--steps", str(steps), "--minutes", str(given.minutes),
        "--rate", "1e-4", "--heads", "4e-4", "--drop", "0.05", "--hidden", "0.04",
        "--seed", str(given.seed), *(["--half"] if given.half else []),
    ]  # fmt: skip
    print(f"{steps} steps of some {PIECES_A_STEP} pieces, {given.minutes:g} minutes at the most")
    train.train(train.arguments(asked))
    last, mean = place / "last.pt", place / "mean.pt"
    train.mean(mean, [last, FOLDER / "statements.onnx"])
    made = {}
    for name, file in (("adapted", last), ("mean of both", mean)):
        folder = place / name.split()[0]
        folder.mkdir()
        for kept in ("vocabulary.txt", "settings.json"):
            shutil.copyfile(FOLDER / kept, folder / kept)
        train.export(file, folder / "statements.onnx")
        made[name] = folder
    return made


def main() -> int:
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("name", help="what the weights are kept under")
    asked.add_argument("files", type=Path, nargs="+", metavar="FILE.training.jsonl")
    asked.add_argument("--minutes", type=float, default=60, help="of training at the most")
    asked.add_argument("--replay", type=float, default=1, help="how much of ours beside yours")
    asked.add_argument("--language", action="append", help="what they read; English if not given")
    asked.add_argument("--seed", type=int, default=1788)
    asked.add_argument("--half", action="store_true", help="bfloat16, where the processor has it")
    given = asked.parse_args()
    learned, aside = apart(list(data.decided(given.files)))
    texts = [reading.Text(one.name, one.words, [reading.gold_of(one)]) for one in aside]
    held = sum(len(one.gold[0]) for one in texts)
    print(
        f"{len(learned)} documents with {sum(len(one.told) for one in learned)} statements to learn from, "
        f"{len(aside)} with {held} put aside",
        flush=True,
    )
    with tempfile.TemporaryDirectory() as place:
        folders = {"shipped": FOLDER, **trained(learned, given, Path(place))}
        triples, rows = {}, {}
        print(f"\nput aside, F1 in per cent{'found':>21} {'triple':>7}")
        for name, folder in folders.items():
            sums = scored(folder, texts)
            rows[name] = [reading.scores(sums, what)[2] for what in ("found", "triple")]
            triples[name] = round(rows[name][1], 1)
            print(f"{name:38} {rows[name][0]:7.1f} {rows[name][1]:7.1f}", flush=True)
        if held < FEW:
            print(
                f"\n{held} statements put aside are few: the choice is little better than chance."
            )
        best = max(folders, key=lambda name: triples[name])
        if best == "shipped":
            print("\nThe shipped weights read these documents best; nothing was kept.")
            return 1
        if held >= ENOUGH:
            from calibrate import calibrate

            calibrate(folders[best], texts)
        about = (
            f"{best}; learned from {len(learned)} documents; {len(aside)} put aside ({held} statements): found "
            f"{rows['shipped'][0]:.1f} -> {rows[best][0]:.1f}, triple {rows['shipped'][1]:.1f} -> {rows[best][1]:.1f}"
        )
        kept = weights.keep(
            given.name, folders[best], languages=given.language or ["en"], about=about
        )
    print(
        json.dumps({"name": kept.name, "folder": str(kept.folder), "about": kept.about}, indent=1)
    )
    print(f"\nRead by them: sayso read FOLDER --weights {kept.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
