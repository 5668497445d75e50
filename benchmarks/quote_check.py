"""Plant changes in quotations from real books and count what `check_quote` sees.

    python benchmarks/quote_check.py [QUOTATIONS]

Prints, per kind of change, how many were noticed (any verdict worse than typographic) and how many
got the expected verdict; how many unchanged quotations were flagged; milliseconds of CPU a check.
Texts: the folder shared/corpora beside the checkout.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from pathlib import Path

from sayso.reuse.quotation import check_quote, prepare

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
MEANING = "altered(meaning-bearing)"
NAMES = ["Hobart", "Lindqvist", "Marchetti", "Osborne"]


def texts() -> list[str]:
    essays = [p.read_text("utf-8") for p in sorted((CORPORA / "ratification" / "texts").glob("*"))]
    books = []
    for path in sorted((CORPORA / "books").glob("**/*.xhtml")):
        plain = re.sub(r"<[^>]+>", "", path.read_text("utf-8", "replace"))
        books.append(re.sub(r"&#?\w+;", " ", plain))
    return [text for text in essays + books if len(text) > 5000]


def passage(text: str, rng: random.Random) -> str | None:
    start = rng.randrange(len(text))
    sentences = re.findall(r"[A-Z][^.?!]{60,400}[.?!]", text[start : start + 3000])
    return " ".join(sentences[:1]) if sentences else None


def swap(quote: str, pattern: str, new: str) -> str | None:
    hit = re.search(pattern, quote[1:])
    return None if hit is None else quote[: hit.start() + 1] + new + quote[hit.end() + 1 :]


def drop(quote: str, rng: random.Random, mark: str) -> str | None:
    words = quote.split(" ")
    if len(words) < 16:
        return None
    size = rng.randint(3, 7)
    at = rng.randint(4, len(words) - size - 4)
    return " ".join([*words[:at], *([mark] if mark else []), *words[at + size :]])


def replaced(quote: str, rng: random.Random) -> str | None:
    words = quote.split(" ")
    places = [
        n for n, w in enumerate(words) if 2 < n < len(words) - 2 and re.fullmatch(r"[a-z]{5,}", w)
    ]
    if not places:
        return None
    words[rng.choice(places)] = rng.choice(["harbour", "curtain", "splendid", "window", "gather"])
    return " ".join(words)


PLANTS = {
    "negation dropped": (lambda q, r: swap(q, r"\bnot ", ""), {MEANING}),
    "negation added": (lambda q, r: swap(q, r"\b(is|are|was|were|has|had|have) ", "was not "), {MEANING}),
    "number": (lambda q, r: swap(q, r"\b(two|three|four|five|ten|twelve|\d{2,4})\b", "seven"), {MEANING}),
    "quantifier": (lambda q, r: swap(q, r"\b(some|many|most|few|several)\b", "all"), {MEANING}),
    "modality": (lambda q, r: swap(q, r"\b(may|might|could|can)\b", "must"), {MEANING}),
    "name": (lambda q, r: swap(q, r"\b(?<=[a-z] )[A-Z][a-z]{4,}\b", r.choice(NAMES)), {MEANING}),
    "condition cut": (lambda q, r: swap(q, r", (if|unless|except|although)\b[^,.;]*,", ""), {MEANING}),
    "word": (replaced, {"altered", MEANING}),
    "silent cut": (lambda q, r: drop(q, r, ""), {"abridged(silent)", MEANING}),
    "marked cut": (lambda q, r: drop(q, r, r.choice(["...", "…", "[...]", ". . ."])), {"abridged(marked)"}),
}  # fmt: skip
HARMLESS = {
    "unchanged": lambda q, r: q,
    "curly marks": lambda q, r: "“" + q.replace("'", "’").replace('"', "‘") + "”",
    "line ends": lambda q, r: q.replace(" ", "\n", 3),
    "hyphen at line end": lambda q, r: re.sub(r"\b([a-z]{4})([a-z]{3,})", "\\1-\n\\2", q, count=1),
    "first letter": lambda q, r: q[0].lower() + q[1:],
    "long s": lambda q, r: re.sub(r"s(?=[a-z])", "ſ", q),
    "dashes": lambda q, r: q.replace("—", " - ").replace(",", " ,"),
}


def main() -> None:
    rng = random.Random(20)
    sources = [(text, prepare(text)) for text in texts()]
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    noticed, right, planted = Counter(), Counter(), Counter()
    flagged, harmless = Counter(), Counter()
    started, checks = time.process_time(), 0
    for _ in range(wanted):
        text, source = rng.choice(sources)
        quote = passage(text, rng)
        if not quote:
            continue
        for name, (plant, expected) in PLANTS.items():
            changed = plant(quote, rng)
            if changed is None or changed == quote or changed in text:
                continue
            verdict = check_quote(changed, source).verdict
            checks += 1
            planted[name] += 1
            noticed[name] += verdict not in ("exact", "typographic")
            right[name] += verdict in expected
        for name, change in HARMLESS.items():
            verdict = check_quote(change(quote, rng), source).verdict
            checks += 1
            harmless[name] += 1
            flagged[name] += verdict not in ("exact", "typographic")
    spent = time.process_time() - started
    print(f"{'planted':22}{'n':>6}{'noticed':>9}{'verdict':>9}")
    for name in PLANTS:
        n = max(1, planted[name])
        print(f"{name:22}{planted[name]:6}{noticed[name] / n:9.3f}{right[name] / n:9.3f}")
    total = sum(planted.values())
    print(
        f"{'all':22}{total:6}{sum(noticed.values()) / total:9.3f}{sum(right.values()) / total:9.3f}"
    )
    print(f"\n{'harmless':22}{'n':>6}{'flagged':>9}")
    for name in HARMLESS:
        print(f"{name:22}{harmless[name]:6}{flagged[name] / harmless[name]:9.4f}")
    print(f"\n{1000 * spent / checks:.2f} ms of CPU a check over {checks} checks")


if __name__ == "__main__":
    main()
