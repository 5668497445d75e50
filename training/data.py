"""What the trained reader learns from: openly licensed gold and our own annotations.

    python training/data.py TARGET.npz

GUM (without its genres under non-commercial licences), the training and validation parts of RiQuA, and
the annotations beside this script whose part is "train". PolNeAR states no licence and is never used here.
Held-out annotations are never read. Every sixth annotated text of the training part is put aside for
choosing the score below which nothing is reported.
"""

from __future__ import annotations

import json
import lzma
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import excerpts

from sayso.readers.statements_input import LABELS, features
from sayso.wordpiece import WordPiece

HERE = Path(__file__).resolve().parent
OPEN_DATA = HERE.parents[1] / "shared" / "data" / "quotations"
VOCABULARY = HERE.parent / "src" / "sayso" / "readers" / "model" / "vocabulary.txt"
NUMBER = {label: nth for nth, label in enumerate(LABELS)}
NO_LICENCE = ("whow", "fiction")
IGNORED = -100
# GUM leaves out what is no clause of its own, so most of its sentences without gold teach nothing.
KEPT_WITHOUT_GOLD = 0.35
Spans = list[list[int]]


@dataclass
class Told:
    """Content, cue and speakers of one gold statement, as code points."""

    content: Spans
    cue: list[int] | None
    speakers: Spans
    kind: str = ""
    parent: int | None = None


@dataclass
class Text:
    """A text and its gold; `doubtful` are stretches that are not learnt from."""

    name: str
    words: str
    told: list[Told]
    doubtful: Spans = field(default_factory=list)
    own: bool = False


def gum() -> Iterator[Text]:
    rng = random.Random(1)
    with lzma.open(OPEN_DATA / "gum-train-dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            if one["id"].split("_")[1] in NO_LICENCE:
                continue
            told = [
                Told(quote["content"], quote["cue"][0] if quote["cue"] else None, quote["source"])
                for quote in one["quotes"]
                if quote["source"]
            ]
            spans = [span for quote in told for span in _all(quote)]
            doubtful = [
                [start, end]
                for start, end in _sentences(one["text"])
                if not any(low < end and high > start for low, high in spans)
                and rng.random() > KEPT_WITHOUT_GOLD
            ]
            yield Text(one["id"], one["text"], told, doubtful)


def riqua() -> Iterator[Text]:
    for part in ("train", "valid"):
        with (OPEN_DATA / "riqua" / f"{part}.txt").open(encoding="utf-8") as lines:
            for nth, line in enumerate(lines):
                one = json.loads(line)
                words, places = _joined(one["tokens"])
                yield Text(f"riqua-{part}-{nth}", words, _linked(one["labels"], places))


def annotations(folder: str, part: str) -> Iterator[Text]:
    """Give our annotated texts of one part; of a text annotated twice each annotator's gold."""
    for path in sorted((HERE / "annotations" / folder).glob("*.json")):
        one = json.loads(path.read_text(encoding="utf-8"))
        if folder == "passages":
            first = sorted(path.parent.glob(f"{one['name']}.*.json"))
            made = [json.loads(each.read_text(encoding="utf-8")) for each in first]
            origin = next(each for each in made if "text" in each)
            if origin["part"] != part:
                continue
            words = origin["text"]
        else:
            if one["part"] != part:
                continue
            words = excerpts.words_of(one)
        if excerpts.sha256(words) != one["sha256"]:
            raise ValueError(f"{path.name} was annotated on other words")
        told = [
            Told(each["content"], each["cue"], each["speakers"], each["kind"], each["parent"])
            for each in one["statements"]
        ]
        yield Text(path.stem, words, told, own=True)


def kept_aside(name: str) -> bool:
    """Say whether a text of ours is left out of training, to choose the least score by it."""
    return int("".join(one for one in name.split(".")[0] if one.isdigit())) % 6 == 0


def ours(aside: bool) -> Iterator[Text]:
    for folder in ("excerpts", "passages"):
        for text in annotations(folder, "train"):
            if kept_aside(text.name) == aside:
                yield text


def outer(told: list[Told]) -> list[Told]:
    """Leave the outermost statements that a flat row of labels can hold."""
    found = []
    for one in told:
        above = one.parent
        while above is not None and told[above].cue is None:
            above = told[above].parent
        if above is None and (one.cue is not None or one.kind in ("", "direct", "mixed")):
            found.append(one)
    return found


def labels(text: Text, starts: list[int]) -> np.ndarray:
    """Give the label of every piece."""
    at: dict[int, tuple[str, tuple[int, str, int]]] = {}
    for nth, one in enumerate(outer(text.told)):
        for side, (start, end) in enumerate(one.content):
            at |= dict.fromkeys(
                range(start, end), (_side("CNT", start, one.cue), (nth, "CNT", side))
            )
        if one.cue is None:
            continue
        for side, (start, end) in enumerate(one.speakers):
            at |= dict.fromkeys(
                range(start, end), (_side("SRC", start, one.cue), (nth, "SRC", side))
            )
        at |= dict.fromkeys(range(*one.cue), ("CUE", (nth, "CUE", 0)))
    made = np.zeros(len(starts), np.int16)
    before = None
    for nth, start in enumerate(starts):
        label, key = at.get(start, ("", None))
        if key is not None:
            made[nth] = NUMBER[f"{'I' if key == before else 'B'}-{label}"]
        before = key
    for start, end in text.doubtful:
        low, high = np.searchsorted(starts, [start, end])
        made[low:high] = IGNORED
    return made


def arrays(texts: Iterator[Text]) -> list[dict[str, np.ndarray]]:
    """Give pieces, features and labels of each text."""
    pieces = WordPiece(VOCABULARY.read_text(encoding="utf-8").splitlines())
    made = []
    for text in texts:
        found = pieces.encode(text.words)
        if len(found.ids) < 8:
            continue
        case, quoted, begins = features(text.words, found.starts, found.ends)
        made.append(
            {
                "ids": np.array(found.ids, np.int32),
                "case": case,
                "quoted": quoted,
                "begins": begins,
                "labels": labels(text, found.starts),
            }
        )
    return made


def _side(role: str, start: int, cue: list[int] | None) -> str:
    if cue is None:
        return f"{role}-N"
    return f"{role}-{'R' if cue[0] > start else 'L'}"


def _all(one: Told) -> Spans:
    return [*one.content, *one.speakers, *([one.cue] if one.cue else [])]


def _sentences(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for nth, sign in enumerate(words):
        if sign == "\n" or (sign in ".!?" and words[nth + 1 : nth + 2].isspace()):
            yield start, nth + 1
            start = nth + 1
    yield start, len(words)


def _joined(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Put words and signs together as they are printed, and give the place of each."""
    words, places, glued = "", [], True
    for token in tokens:
        shown = {"``": "“", "''": "”", "`": "‘", "-LRB-": "(", "-RRB-": ")"}.get(token, token)
        tight = shown[0] in ".,;:!?”)’'" or shown == "n't"
        if words and not glued and not tight:
            words += " "
        places.append((len(words), len(words) + len(shown)))
        words += shown
        glued = shown in "“‘("
    return words, places


def _linked(tags: list[str], places: list[tuple[int, int]]) -> list[Told]:
    """Give each content and speaker to the nearest cue; content far from any has none."""
    spans: dict[str, Spans] = {"cue": [], "source": [], "content": []}
    for tag, (start, end) in zip(tags, places, strict=True):
        side, _, role = tag.lower().partition("-")
        role = "source" if role in ("speaker", "entity") else role
        if role not in spans:
            continue
        if side == "i" and spans[role]:
            spans[role][-1][1] = end
        else:
            spans[role].append([start, end])
    told = [Told([], cue, []) for cue in spans["cue"]]
    loose = []
    for role in ("content", "source"):
        for span in spans[role]:
            near = min(told, key=lambda one, at=span: _gap(one.cue, at), default=None)
            if near is None or _gap(near.cue, span) > 120:
                if role == "content":
                    loose.append(Told([span], None, [], "direct"))
                continue
            (near.content if role == "content" else near.speakers).append(span)
    return [one for one in told if one.content] + loose


def _gap(cue: list[int] | None, span: list[int]) -> int:
    return max(cue[0] - span[1], span[0] - cue[1], 0) if cue else 10**9


def main() -> int:
    parts = {"gum": arrays(gum()), "riqua": arrays(riqua()), "ours": arrays(ours(aside=False))}
    packed = {}
    for name, made in parts.items():
        for key in ("ids", "case", "quoted", "begins", "labels"):
            packed[f"{name}.{key}"] = np.concatenate([one[key] for one in made])
        packed[f"{name}.sizes"] = np.array([len(one["ids"]) for one in made])
        counts = np.bincount(packed[f"{name}.labels"].clip(0), minlength=len(LABELS))
        print(f"{name}: {len(made)} texts, {packed[f'{name}.sizes'].sum()} pieces, {counts}")
    np.savez_compressed(sys.argv[1], **packed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
