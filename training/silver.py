"""Let a teacher label public-domain prose: silver for a student that is trained beside the gold.

    python training/silver.py TEACHER.onnx TARGET.jsonl

The teacher is a tagger with the labels of `LABELS`, trained on texts whose licence is not stated; neither it nor
what was trained on it directly is shipped. The prose is that of the training sources of excerpts.py, without
the stretches that are annotated by hand. What comes out is read by `data.py --silver`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import excerpts
from data import VOCABULARY

from sayso.readers import statements_decode as decoding
from sayso.readers.statements_input import SIGN, features, readable
from sayso.wordpiece import WordPiece

# Source and content say on which side their cue stands.
LABELS = (
    "O",
    *(f"{side}-SRC-{cue}" for cue in "LR" for side in "BI"),
    "B-CUE",
    "I-CUE",
    *(f"{side}-CNT-{cue}" for cue in "LR" for side in "BI"),
)
INPUTS = ("ids", "mask", "case", "quo", "bnd")
STRIDE, AROUND, FAR = 160, 47, 1500
Span = tuple[int, int]


def texts() -> Iterator[tuple[str, str, list[Span]]]:
    """Give name, words and hand-annotated stretches of each file of the training sources."""
    taken: dict[str, list[Span]] = {}
    for one in excerpts.chosen().values():
        taken.setdefault(one["file"], []).append((one["start"], one["end"]))
    for source, paths in excerpts.files().items():
        if excerpts.SOURCES[source][1] != "train":
            continue
        for path in paths:
            name = path.relative_to(excerpts.CORPORA).as_posix()
            yield name, excerpts.text_of(path), sorted(taken.get(name, []))


def labelled(
    session: onnxruntime.InferenceSession, pieces: WordPiece, words: str
) -> list[tuple[str, int, int]]:
    """Give what the teacher takes for a source, a cue, a content: its label and place."""
    found = pieces.encode(readable(words))
    ids = np.array(found.ids, np.int64)
    seen = features(words, found.starts, found.ends)
    scores = np.zeros((len(ids), len(LABELS)), np.float32)
    for low in range(0, len(ids), STRIDE):
        high = min(len(ids), low + STRIDE)
        start, end = max(0, low - AROUND), min(len(ids), high + AROUND)
        size = end - start
        row = {name: np.zeros((1, size + 2), np.int64) for name in INPUTS}
        row["mask"][:] = 1
        row["case"][:] = SIGN
        row["ids"][0] = [pieces.first, *ids[start:end], pieces.last]
        for name, column in zip(INPUTS[2:], seen, strict=True):
            row[name][0, 1:-1] = column[start:end]
        out = session.run(None, row)[0][0, 1:-1]
        scores[low:high] = out[low - start : high - start]
    scores = decoding.logarithms(scores)
    labels = decoding.best(scores, LABELS)
    return [
        (kind, found.starts[low], found.ends[high - 1])
        for low, high, kind in decoding.stretches(labels, LABELS)
    ]


def linked(found: list[tuple[str, int, int]]) -> list[dict]:
    """Give each source and content to the nearest cue on its side; a cue without content is none."""
    cues = [(start, end) for kind, start, end in found if kind == "CUE"]
    made: list[dict] = [{"cue": list(cue), "source": [], "content": []} for cue in cues]
    for kind, start, end in found:
        if kind == "CUE":
            continue
        role, side = kind.split("-")
        near = [
            (cue[0] - end if side == "R" else start - cue[1], nth) for nth, cue in enumerate(cues)
        ]
        gap, nth = min((one for one in near if one[0] >= -1), default=(FAR, -1))
        if gap < FAR:
            made[nth]["source" if role == "SRC" else "content"].append([start, end])
    return [one for one in made if one["content"]]


def main() -> int:
    teacher, target = sys.argv[1:]
    session = onnxruntime.InferenceSession(teacher, providers=["CPUExecutionProvider"])
    pieces = WordPiece(VOCABULARY.read_text(encoding="utf-8").splitlines())
    count = 0
    with Path(target).open("w", encoding="utf-8") as out:
        for name, words, taken in texts():
            told = linked(labelled(session, pieces, words))
            count += len(told)
            one = {"id": name, "text": words, "quotes": told, "taken": taken}
            print(json.dumps(one, ensure_ascii=False), file=out)
            print(f"{name}: {len(told)}", file=sys.stderr)
    print(f"{count} statements", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
