"""What the trained reader learns from: openly licensed gold and our own annotations.

    python training/data.py TARGET.npz [SILVER.jsonl]

The annotations beside this script whose part is "train", GUM's names in those of its texts (without its genres
under non-commercial licences), and the training and validation parts of RiQuA. PolNeAR states no licence and is
never used here. Held-out annotations are never read. Every sixth excerpt and some passages of the training part
are put aside for choosing the score below which nothing is reported. What silver.py wrote becomes a part of its
own, which train.py reads only where it is asked for. The part "named" has names alone: CrossNER's sentences on
politics (MIT; its training and development parts) and LitBank's entities (CC BY 4.0).

A text becomes rows of pieces with the label of each as a cue, as a name and as part of words in quotation
marks, and a table `told`: text, number of the statement, part (0 cue, 1 speaker, 2 content; 3 the beginning of
a quotation without a cue, instead of one), first piece, end. Statements may lie within statements.
"""

from __future__ import annotations

import json
import lzma
import random
import re
import sys
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import excerpts

from sayso.readers.statements_input import IN, MARKS, NAMES, OPENING, features, readable
from sayso.wordpiece import WordPiece

HERE = Path(__file__).resolve().parent
OPEN_DATA = HERE.parents[1] / "shared" / "data" / "quotations"
VOCABULARY = HERE.parent / "src" / "sayso" / "readers" / "model" / "vocabulary.txt"
BEGIN, INSIDE = 1, 2
CUE, SPEAKER, CONTENT, OPENS = range(4)
NO_LICENCE = ("whow", "fiction")
IGNORED = -100
# Whose reading of a held-out text is the gold: v2 and w2 read by the convention as it stands, apart.
READERS = (".v2.", ".w2.", ".blind.")
# RiQuA leaves out thoughts and beliefs, so that most of its sentences without gold teach nothing.
KEPT_WITHOUT_GOLD = 0.35
PAIRS = ('""', "‘’", "«»", "„“", "“”", "''", "»«")
MISREAD = dict(zip("ehlnotcsiuaHBI,", "cb1uol(fjnoN81.", strict=True))
KINDS = {
    "person": "person",
    "organization": "organisation",
    "place": "place",
    "event": "event",
    "time": "date",
}
POLITICS = {
    "person": "person",
    "politician": "person",
    "organisation": "organisation",
    "politicalparty": "organisation",
    "location": "place",
    "country": "place",
    "event": "event",
    "election": "event",
}
NOVELS = {"PER": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place"}
# Names of these kinds may be works, and are learnt neither as names nor as none.
UNSURE = ("object", "abstract")
Spans = list[list[int]]


@dataclass
class Told:
    """Content, cue and speakers of one gold statement, as code points."""

    content: Spans
    cue: list[int] | None
    speakers: Spans
    kind: str = ""
    parent: int | None = None
    notes: tuple[str, ...] = ()


@dataclass
class Text:
    """A text and its gold; `doubtful` are stretches that are not learnt from.

    `names` are places and kinds of names, `plain` the stretches where no others stand.
    """

    name: str
    words: str
    told: list[Told]
    doubtful: Spans = field(default_factory=list)
    own: bool = False
    names: list[tuple[int, int, str]] = field(default_factory=list)
    plain: Spans = field(default_factory=list)
    quoted: list[tuple[int, int, str]] = field(default_factory=list)


@cache
def gum_trees() -> dict[str, str]:
    """Give the tree of each GUM text by its name."""
    with tarfile.open(OPEN_DATA / "gum-without-test.tar.xz") as packed:
        return {
            Path(one.name).stem: packed.extractfile(one).read().decode()
            for one in packed
            if one.name.endswith(".conllu")
        }


def gum_rows() -> Iterator[tuple[dict, str]]:
    """Give the row and the tree of each GUM text whose licence allows training."""
    trees = gum_trees()
    with lzma.open(OPEN_DATA / "gum-train-dev.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            if one["id"].split("_")[1] not in NO_LICENCE:
                yield one, trees[one["id"]]


def doubtful(words: str, told: list[Told], rng: random.Random) -> Spans:
    """Give most sentences that hold no gold."""
    spans = [span for quote in told for span in _all(quote)]
    return [
        [start, end]
        for start, end in _sentences(words)
        if not any(low < end and high > start for low, high in spans)
        and rng.random() > KEPT_WITHOUT_GOLD
    ]


def entities(words: str, tree: str) -> tuple[list[tuple[int, int, str]], Spans]:
    """Give the proper names of a GUM text, and what is left of it for certain."""
    rows = [row.split("\t") for row in tree.splitlines() if row and row[0].isdigit()]
    rows = [row for row in rows if row[0].isdigit()]
    at, places, open_, found = 0, [], {}, []
    for nth, row in enumerate(rows):
        start = words.index(row[1], at)
        at = start + len(row[1])
        places.append((start, at))
        marks = next((one[7:] for one in row[9].split("|") if one.startswith("Entity=")), "")
        for sign, body, end in re.findall(r"(\(?)([^()]+)(\)?)", marks):
            key = body.split("-")[0]
            if sign:
                open_.setdefault(key, []).append((nth, body))
            if end and open_.get(key):
                begun, said = open_[key].pop()
                found.append((begun, nth, said.split("-")[1]))
    names, unsure = [], []
    for first, last, kind in sorted(found, key=lambda one: (one[0], -one[1])):
        tags = [rows[nth][3] for nth in range(first, last + 1)]
        proper = "PROPN" in tags or (kind == "time" and "NUM" in tags)
        if not proper:
            continue
        # The name itself: from the first proper noun to the last, without clauses behind it.
        wanted = ("PROPN", "NUM") if kind == "time" else ("PROPN",)
        inner = [nth for nth in range(first, last + 1) if rows[nth][3] in wanted]
        low, high = inner[0], inner[0]
        while high + 1 <= last and (
            rows[high + 1][3] in (*wanted, "ADP", "DET", "PUNCT") and any(n > high for n in inner)
        ):
            high += 1
        while rows[high][3] not in wanted:
            high -= 1
        span = (places[low][0], places[high][1])
        if kind in UNSURE:
            unsure.append(span)
        elif kind in KINDS and not any(a < span[1] and b > span[0] for a, b, _ in names):
            names.append((*span, KINDS[kind]))
    plain, at = [], 0
    for start, end in sorted(unsure):
        if start > at:
            plain.append([at, start])
        at = max(at, end)
    return names, [*plain, [at, len(words)]]


def riqua() -> Iterator[Text]:
    rng = random.Random(2)
    for part in ("train", "valid"):
        with (OPEN_DATA / "riqua" / f"{part}.txt").open(encoding="utf-8") as lines:
            for nth, line in enumerate(lines):
                one = json.loads(line)
                words, places = _joined(one["tokens"])
                told = _linked(one["labels"], places)
                yield Text(f"riqua-{part}-{nth}", words, told, doubtful(words, told, rng))


def rank(path: Path) -> tuple[str, list[bool], str]:
    """Give the place of a file of annotations among others: by its text, then by who read it."""
    return path.name.split(".")[0], [one not in path.name for one in READERS], path.name


def annotations(folder: str, part: str) -> Iterator[Text]:
    """Give our annotated texts of one part; of a text annotated twice each annotator's gold.

    Of a training text that was revised by CONVENTIONS.md only that, and first of a held-out one what was
    annotated by it (`READERS`). What lies in books that are absent is left out.
    """
    every = sorted((HERE / "annotations" / folder).glob("*.json"), key=rank)
    revised = {path.name.split(".")[0] for path in every if ".revised." in path.name}
    for path in every:
        if path.name.split(".")[0] in revised and ".revised." not in path.name:
            continue
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
            if not excerpts.there(one):
                continue
            words = excerpts.words_of(one)
        if excerpts.sha256(words) != one["sha256"]:
            raise ValueError(f"{path.name} was annotated on other words")
        told = [
            Told(
                each["content"], each["cue"], each["speakers"], each["kind"], each["parent"],
                tuple(each["notes"]),
            )
            for each in one["statements"]
        ]  # fmt: skip
        quoted = [(*each["span"], each["kind"]) for each in one["quoted"]]
        titles = [(start, end, "work") for start, end, kind in quoted if kind == "title"]
        plain = [[start, end] for start, end, kind in quoted if kind != "title"]
        if one.get("file") == excerpts.GUM:
            names, plain = entities(words, gum_trees()[one["source"]])
            titles = [
                one for one in titles if not any(a < one[1] and one[0] < b for a, b, _ in names)
            ]
            titles += names
        yield Text(path.stem, words, told, own=True, names=titles, plain=plain, quoted=quoted)


def decided(paths: Iterable[Path] | None = None) -> Iterator[Text]:
    """Give the texts that people decided on in sayso: files, or annotations/*.training.jsonl.

    Where not every proposal was decided on, sentences without a statement teach nothing.
    """
    chosen = (HERE / "annotations").glob("*.training.jsonl") if paths is None else paths
    for path in sorted(chosen):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            told = [
                Told(each["content"], each["cue"], each["speakers"], each["kind"], each["parent"])
                for each in one["statements"]
            ]
            made = Text(one["name"], one["text"], told, own=True)
            if not one["complete"]:
                spans = [span for each in told for span in _all(each)]
                made.doubtful = [
                    [start, end]
                    for start, end in _sentences(one["text"])
                    if not any(low < end and high > start for low, high in spans)
                ]
            yield made


def silver(path: Path) -> Iterator[Text]:
    """Give what a teacher labelled, without the stretches that are annotated by hand."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            told = [Told(each["content"], each["cue"], each["source"]) for each in one["quotes"]]
            yield Text(one["id"], one["text"], told, doubtful=one["taken"])


def crossner() -> Iterator[Text]:
    """Give the training and development sentences on politics, forty a text, with names alone."""
    with tarfile.open(OPEN_DATA / "crossner-politics.tar.xz") as packed:
        for part in ("train", "dev"):
            name = next(one for one in packed.getnames() if one.endswith(f"politics/{part}.txt"))
            lines = packed.extractfile(name).read().decode().split("\n\n")
            for nth in range(0, len(lines), 40):
                rows = [
                    [*line.split("\t"), ""][:2]
                    for sentence in lines[nth : nth + 40]
                    for line in sentence.splitlines()
                ]
                words, places = _joined([word for word, _ in rows])
                names = _tagged([tag for _, tag in rows], places, POLITICS)
                yield _named(f"crossner-{part}-{nth}", words, names)


def litbank() -> Iterator[Text]:
    """Give the proper names of every third of LitBank's novels."""
    with tarfile.open(OPEN_DATA / "litbank-entities.tar.xz") as packed:
        for name in sorted(one for one in packed.getnames() if one.endswith(".ann"))[::3]:
            rows = packed.extractfile(name).read().decode().splitlines()
            words = packed.extractfile(name.replace(".ann", ".txt")).read().decode()
            names = []
            for row in rows:
                sort, start, *_, end = row.split("\t")[1].split()
                if row.startswith("T") and sort.startswith("PROP_"):
                    names.append((int(start), int(end), NOVELS.get(sort[5:], "")))
            yield _named(Path(name).stem, words, names)


def _tagged(
    tags: list[str], places: list[tuple[int, int]], kinds: dict[str, str]
) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for tag, (start, end) in zip(tags, places, strict=True):
        side, _, kind = tag.partition("-")
        if side == "I" and found:
            found[-1] = (found[-1][0], end, found[-1][2])
        elif side == "B":
            found.append((start, end, kinds.get(kind, "")))
    return found


def _named(name: str, words: str, names: list[tuple[int, int, str]]) -> Text:
    """Give a text that teaches names alone; names of no kind of ours teach nothing."""
    made = Text(name, words, [], [[0, len(words)]])
    at = 0
    for start, end, kind in sorted(names):
        if not kind and start >= at:
            made.plain.append([at, start])
            at = end
    made.plain.append([at, len(words)])
    made.names = [one for one in names if one[2]]
    return made


def kept_aside(name: str) -> bool:
    """Say whether a text of ours is left out of training, to choose the least score by it.

    Stretches that were chosen because they are hard (u) say little of what is usual.
    """
    if name.startswith("u"):
        return False
    number = int("".join(one for one in name.split(".")[0] if one.isdigit()))
    return number % 6 == 0 if name.startswith("e") else number % 12 == 1


def ours(aside: bool) -> Iterator[Text]:
    for folder in ("excerpts", "passages"):
        for text in annotations(folder, "train"):
            if kept_aside(text.name) == aside:
                yield text
    if not aside:
        yield from decided()


def rows(text: Text, starts: list[int]) -> tuple[np.ndarray, np.ndarray, list[tuple[int, ...]]]:
    """Give the label of every piece as a cue and as a name, and the parts of each statement."""
    cues = np.zeros(len(starts), np.int16)
    names = np.full(len(starts), IGNORED, np.int16)
    told = []

    def pieces(span: list[int] | tuple[int, ...]) -> tuple[int, int]:
        low, high = np.searchsorted(starts, span[:2])
        return int(low), int(high)

    def spoken(nth: int, one: Told) -> list[tuple[int, ...]]:
        parts = ((SPEAKER, one.speakers), (CONTENT, one.content))
        return [(nth, role, *pieces(span)) for role, spans in parts for span in spans]

    for span in text.doubtful:
        cues[slice(*pieces(span))] = IGNORED
    for span in text.plain:
        names[slice(*pieces(span))] = 0
    for start, end, kind in text.names:
        low, high = pieces((start, end))
        names[low:high] = NAMES.index(f"I-{kind}")
        names[low : low + 1] = NAMES.index(f"B-{kind}")
    for nth, one in enumerate(text.told):
        if one.cue is None:
            if text.own and one.kind in ("direct", "mixed"):
                low, high = pieces(one.content[0])
                if high > low:
                    told.append((nth, OPENS, low, min(high, low + OPENING)))
                    told += spoken(nth, one)
            continue
        low, high = pieces(one.cue)
        if low == high:
            continue
        if (cues[low:high] == IGNORED).any():
            continue
        cues[low:high] = INSIDE
        cues[low] = BEGIN
        told.append((nth, CUE, low, high))
        told += spoken(nth, one)
    return cues, names, told


def marked(text: Text, starts: list[int], quoted: np.ndarray) -> np.ndarray:
    """Give what each piece in quotation marks is as a number of MARKS; of what is not annotated, nothing."""
    made = np.full(len(starts), IGNORED, np.int16)
    spans = [
        (start, end, "statement")
        for one in text.told
        if one.kind in ("direct", "mixed", "")
        for start, end in one.content
    ]
    for start, end, kind in [*spans, *text.quoted]:
        low, high = np.searchsorted(starts, (start, end))
        made[low:high] = MARKS.index(kind) if kind in MARKS else IGNORED
    made[quoted != IN] = IGNORED
    return made


def varied(texts: Iterator[Text]) -> Iterator[Text]:
    """Give texts with other quotation marks and here and there a letter badly read, places unchanged."""
    rng = random.Random(3)
    for text in texts:
        changed = text.words.translate(str.maketrans("“”", rng.choice(PAIRS)))
        if rng.random() < 0.4:
            changed = "".join(
                MISREAD.get(one, one) if rng.random() < 0.03 else one for one in changed
            )
        yield replace(text, words=changed)


def arrays(texts: Iterator[Text]) -> list[dict[str, np.ndarray]]:
    """Give pieces, features and labels of each text."""
    pieces = WordPiece(VOCABULARY.read_text(encoding="utf-8").splitlines())
    made = []
    for text in texts:
        found = pieces.encode(readable(text.words))
        if len(found.ids) < 8:
            continue
        case, quoted, begins = features(text.words, found.starts, found.ends)
        cues, names, told = rows(text, found.starts)
        made.append(
            {
                "ids": np.array(found.ids, np.int32),
                "case": case,
                "quoted": quoted,
                "begins": begins,
                "cues": cues,
                "names": names,
                "marks": marked(text, found.starts, quoted),
                "told": np.array(told, np.int32).reshape(-1, 4),
            }
        )
    return made


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


def absent() -> int:
    """Count the annotated excerpts of books that are absent."""
    every = (HERE / "annotations" / "excerpts").glob("*.json")
    return sum(not excerpts.there(json.loads(one.read_text(encoding="utf-8"))) for one in every)


def main() -> int:
    if left := absent():
        print(
            f"{left} excerpts are left out: their books are not there (training/shelf.py)",
            file=sys.stderr,
        )
    parts = {
        "riqua": arrays(riqua()),
        "ours": arrays(ours(aside=False)),
        "varied": arrays(varied(ours(aside=False))),
    }
    parts["named"] = arrays(chain(crossner(), litbank()))
    if sys.argv[2:]:
        parts["silver"] = arrays(silver(Path(sys.argv[2])))
    write(parts, Path(sys.argv[1]))
    return 0


def write(parts: dict[str, list[dict[str, np.ndarray]]], target: Path) -> None:
    """Write the arrays of each part for train.py, and say how many there are."""
    packed = {}
    for name, made in parts.items():
        for key in ("ids", "case", "quoted", "begins", "cues", "names", "marks", "told"):
            packed[f"{name}.{key}"] = np.concatenate([one[key] for one in made])
        packed[f"{name}.sizes"] = np.array([len(one["ids"]) for one in made])
        packed[f"{name}.parts"] = np.array([len(one["told"]) for one in made])
        known = np.bincount(packed[f"{name}.names"].clip(0), minlength=len(NAMES))
        print(
            f"{name}: {len(made)} texts, {packed[f'{name}.sizes'].sum()} pieces, "
            f"{(packed[f'{name}.cues'] == BEGIN).sum()} cues, names {known[1::2]}"
        )
    np.savez_compressed(target, **packed)


if __name__ == "__main__":
    sys.exit(main())
