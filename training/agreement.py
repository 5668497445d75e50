"""How far two annotators of the same texts agree: the human line of every figure.

    python training/agreement.py

Content counts as found where the letters and digits of two annotations overlap by half (Dice); a triple is
found content whose speakers overlap, or who both name none. Pairing is one to one, the likest first.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import data
import passages
from excerpts import HERE, words_of


def letters(text: str, spans: list[list[int]]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if text[at].isalnum())


def dice(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def compared(text: str, one: list[dict], other: list[dict]) -> Counter[str]:
    ours = [(letters(text, s["content"]), letters(text, s["speakers"]), s) for s in one]
    theirs = [(letters(text, s["content"]), letters(text, s["speakers"]), s) for s in other]
    pairs = sorted(
        ((dice(a[0], b[0]), i, j) for i, a in enumerate(ours) for j, b in enumerate(theirs)),
        reverse=True,
    )
    used_a: set[int] = set()
    used_b: set[int] = set()
    found: Counter[str] = Counter(one=len(ours), other=len(theirs))
    for alike, i, j in pairs:
        if alike < 0.5 or i in used_a or j in used_b:
            continue
        used_a.add(i)
        used_b.add(j)
        found["found"] += 1
        found["exact"] += ours[i][0] == theirs[j][0]
        same = bool(ours[i][1] & theirs[j][1]) or not (ours[i][1] or theirs[j][1])
        found["triple"] += same
        found["kind"] += ours[i][2]["kind"] == theirs[j][2]["kind"]
        found["negated"] += ours[i][2]["negated"] == theirs[j][2]["negated"]
    return found


def main() -> None:
    for kind in ("excerpts", "passages"):
        by_name = defaultdict(list)
        for path in sorted((HERE / "annotations" / kind).glob("*.json"), key=data.rank):
            if ".revised." in path.name or ".blind." in path.name:
                continue
            made = json.loads(path.read_text(encoding="utf-8"))
            by_name[made.get("excerpt") or made["name"]].append(made)
        total: Counter[str] = Counter()
        texts = 0
        for name, made in by_name.items():
            if len(made) < 2:
                continue
            texts += 1
            text = words_of(made[0]) if kind == "excerpts" else passages.text_of(name)
            total += compared(text, made[0]["statements"], made[1]["statements"])
        if not texts:
            continue
        both = total["one"] + total["other"]
        print(
            f"{kind}: {texts} texts twice, {total['one']} and {total['other']} statements; F1 found "
            f"{2 * total['found'] / both:.3f}, exact {2 * total['exact'] / both:.3f}, triple "
            f"{2 * total['triple'] / both:.3f}; of the found: kind {total['kind'] / total['found']:.3f}, "
            f"negated {total['negated'] / total['found']:.3f}"
        )


if __name__ == "__main__":
    main()
