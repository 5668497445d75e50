"""Planted paraphrases: how many are proposed, how many proposals are right, at what cost.

    python benchmarks/paraphrases.py [FOLDER of S0.tar.xz] [--show 40]

`paraphrases/passages.jsonl` holds 64 passages written for this purpose, each told a second time close
to the first (the same nouns and verbs in another order), a third time in other words altogether, with
another statement on the same subject, and with its words turned to say something else. They are put
between the sentences of 300 pieces of novels, with commonplaces in several wordings. A proposal is
right when its sides cover half of two tellings of one passage and lie by half in them; every other
is counted as wrong. The thresholds were chosen on the odd passages, the even ones are reported.
Passages that are found word for word are no paraphrases and are counted apart.

The essays of the ratification debate are the second place: what is proposed between them is printed
for a reader to judge (`--show`).
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import tarfile
import time
from pathlib import Path

from sayso.reuse import Likeness, find, paraphrases
from sayso.sentences import split

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
HALF = 0.5
TELLINGS = ("told", "close", "retold")
Place = tuple[str, int, int]


def read(name: str) -> list:
    lines = (HERE / "paraphrases" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def novels(archive: Path) -> list[tuple[str, str]]:
    """Give pieces of novels that hold no planted copies, at most four of each, with their series."""
    kept: dict[str, list[str]] = {}
    with tarfile.open(archive) as opened:
        names = sorted(one.name for one in opened if one.name.endswith((".json", ".jsonl")))
        lines = {name: opened.extractfile(name).read().decode().splitlines() for name in names}
    planted = {json.loads(one)["id"] for n in names if "truth" in n for one in lines[n]}
    for name in names:
        for line in lines[name] if "truth" not in name else ():
            row = json.loads(line)
            if row["id"] not in planted:
                kept.setdefault(row["series"], []).append(row["text"])
    return [(series, text) for series in sorted(kept) for text in kept[series][:4]]


def planted(
    carriers: list[tuple[str, str]], names: tuple[str, ...], seed: int
) -> tuple[list[dict], dict[tuple[int, str], Place]]:
    """Put every passage into as many pieces of different novels; give the texts and the places."""
    chance = random.Random(seed)
    cut = [[" ".join(text[a:b].split()) for a, b in split(text)] for _, text in carriers]
    into: dict[int, list[tuple[int, str, tuple[int, str]]]] = {}

    def put(number: int, texts: list[tuple[str, str]]) -> None:
        series = chance.sample(sorted({one for one, _ in carriers}), len(texts))
        for (name, text), chosen in zip(texts, series, strict=True):
            at = chance.choice([n for n, one in enumerate(carriers) if one[0] == chosen])
            place = chance.randrange(len(cut[at]) + 1)
            into.setdefault(at, []).append((place, text, (number, name)))

    for number, row in enumerate(read("passages.jsonl")):
        put(number, [(name, row[name]) for name in names])
    for number, pair in enumerate(read("commonplaces.jsonl")):
        put(-1 - number, [("common", chance.choice(pair)) for _ in range(4)])
    rows, places = [], {}
    for at, sentences in enumerate(cut):
        text = ""
        for nth in range(len(sentences) + 1):
            for place, words, key in into.get(at, ()):
                if place == nth:
                    places[key] = (str(at), len(text), len(text) + len(words))
                    text += words + " "
            text += sentences[nth] + " " if nth < len(sentences) else ""
        rows.append({"id": str(at), "text": text, "series": carriers[at][0]})
    return rows, places


def covers(one: Place, other: Place) -> bool:
    both = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and both >= HALF * max(one[2] - one[1], other[2] - other[1])


def told_by(row: dict, places: dict[tuple[int, str], Place]) -> tuple[int, frozenset[str]] | None:
    """Give the passage that both sides of a row tell, and in which tellings."""
    sides = [(row[f"doc_{s}"], row[f"begin_{s}"], row[f"end_{s}"]) for s in "ab"]
    met = [{key for key, place in places.items() if covers(place, side)} for side in sides]
    for number, name in met[0]:
        for other, second in met[1]:
            if number == other >= 0 and name != second:
                return number, frozenset((name, second))
    return None


def spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def measured(archive: Path) -> None:
    carriers = novels(archive)
    rows, places = planted(carriers, (*TELLINGS, "near"), 1788)
    found = find(rows)
    before, started = spent(), time.perf_counter()
    listed = paraphrases(rows, found=found, likeness=Likeness(least=0.16)).to_pylist()
    size = sum(len(row["text"]) for row in rows)
    print(f"{len(rows)} pieces, {size / 1e6:.1f} MB: {spent() - before:.1f} CPU-s,"
          f" {time.perf_counter() - started:.1f} s, beside finding what is repeated")  # fmt: skip
    literal = {told_by(row, places) for row in found.pairs.to_pylist()} - {None}
    right = {nth: told_by(row, places) for nth, row in enumerate(listed)}
    print("passages least  proposed wrong  precision  close: recall  retold: recall  word for word")
    for half, name in ((1, "odd"), (0, "even")):
        for least in (0.2, 0.24, 0.27, 0.3, 0.33, 0.36):
            kept = [nth for nth, row in enumerate(listed) if row["score"] >= least]
            got = {right[nth] for nth in kept if right[nth] and is_of(right[nth], half)}
            wrong = sum(right[nth] is None for nth in kept)
            shares = []
            for kind in ("close", "retold"):
                pairs = {(n, frozenset(("told", kind))) for n in range(64) if n % 2 == half}
                open_ = pairs - literal
                shares.append(
                    f"{len(got & open_):3}/{len(open_):2} {len(got & open_) / len(open_):.2f}"
                )
            precision = len(got) / max(1, len(got) + wrong / 2)
            exact = sum(is_of(one, half) for one in literal if one)
            print(f"{name:8} {least:5} {len(kept):8} {wrong:5} {precision:9.2f} {shares[0]:>15}"
                  f" {shares[1]:>15} {exact:13}")  # fmt: skip
    turned, at = planted(carriers, ("told", "turned"), 1789)
    both = find(turned)
    got = [told_by(row, at) for row in paraphrases(turned, found=both).to_pylist()]
    same = [told_by(row, at) for row in both.pairs.to_pylist()]
    print(f"turned to say something else, of 64: {len(set(got) - {None})} proposed as paraphrases, "
          f"{len(set(same) - {None})} found as repeated with changes")  # fmt: skip


def is_of(told: tuple[int, frozenset[str]], half: int) -> bool:
    return told[0] % 2 == half and told[1] <= set(TELLINGS)


def shown(folder: Path, count: int) -> None:
    rows = [
        {"id": path.stem, "text": path.read_text(encoding="utf-8")}
        for path in sorted(folder.glob("*.txt"))
    ]
    texts = {row["id"]: row["text"] for row in rows}
    listed = paraphrases(rows).to_pylist()
    print(f"\n{len(rows)} essays: {len(listed)} proposals")
    for row in listed[:count]:
        print(f"\n{row['score']:.2f} {row['doc_a']} – {row['doc_b']}")
        for side in "ab":
            print(
                "   ",
                " ".join(
                    texts[row[f"doc_{side}"]][row[f"begin_{side}"] : row[f"end_{side}"]].split()
                ),
            )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=SHARED / "data" / "reuse")
    arguments.add_argument("--show", type=int, default=0)
    chosen = arguments.parse_args()
    measured(chosen.folder / "S0.tar.xz")
    shown(SHARED / "corpora" / "ratification" / "texts", chosen.show)


if __name__ == "__main__":
    main()
