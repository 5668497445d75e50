"""Measure the checks: planted faults found, findings invented, slips in names found again.

Usage: python benchmarks/findings.py [SHARED]    SHARED holds corpora/ and data/.

The sample lists what was planted in it. Slips are planted in names of real texts: a letter left out
or doubled, two exchanged, first and last name turned; the last mention of a name is changed, the text
is read anew, and the check has to show that mention. All else it reports is printed, to be judged.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

import sayso
from sayso.checks.names import CHECK as NAMES
from sayso.model import Actor, Document, Finding, Mention
from sayso.plugins import Corpus
from sayso.project_reading import read_document
from sayso.text import unchanged

SHARED = Path(__file__).resolve().parents[2] / "shared"
A_DOCUMENT = 4


def sample() -> None:
    """Print how many planted faults are found, and how many findings are none of them."""
    folder = Path(str(files("sayso.sample")))
    faults = json.loads((folder / "faults.json").read_text(encoding="utf-8"))["faults"]
    planted = [one for one in faults if one["check"]]
    found = [one for one in sayso.read([folder / "dossier"]) if isinstance(one, Finding)]
    hit = {
        nth
        for nth, fault in enumerate(planted)
        for one in found
        if one.check == fault["check"] and fault["message"] in one.message
    }
    invented = [
        one.message for one in found
        if not any(one.check == f["check"] and f["message"] in one.message for f in planted)
    ]  # fmt: skip
    print(f"sample: {len(hit)} of {len(planted)} planted faults found, {len(invented)} invented")
    for message in invented:
        print(f"    {message}")


def counts(name: str, path: Path) -> None:
    """Print the findings of each check in a corpus."""
    if not path.exists():
        print(f"{name}: {path} is absent")
        return
    records = list(sayso.read([path]))
    size = sum(len(one.text) for one in records if isinstance(one, Document))
    found = Counter(one.check for one in records if isinstance(one, Finding))
    told = ", ".join(f"{check} {count}" for check, count in sorted(found.items())) or "none"
    print(f"{name}: {size:,} characters; {told}")


def slipped(name: str, how: str, chance: random.Random) -> str | None:
    """Plant a slip in a name of two words; None where it cannot hold one."""
    first, last = name.split()
    if how == "turned":
        return f"{last} {first}"
    at = chance.randrange(2, len(last) - 1)
    if how == "left out":
        return f"{first} {last[:at]}{last[at + 1 :]}"
    if how == "doubled":
        return f"{first} {last[:at]}{last[at]}{last[at:]}"
    swapped = f"{first} {last[:at]}{last[at + 1]}{last[at]}{last[at + 2 :]}"
    return swapped if swapped != name else None


def people(text: str) -> list[str]:
    """Give the persons' names of two words that stand in a text at least twice."""
    read, _ = read_document(unchanged("d", "s", "k", text), readers=("notes", "names"))
    records = list(read.records())
    kinds = {one.id: one.kind for one in records if isinstance(one, Actor)}
    found = Counter(
        one.span.exact
        for one in records
        if isinstance(one, Mention) and kinds.get(one.actor or "") == "person"
    )
    return [
        one for one, count in found.items()
        if count > 1 and len(one.split()) == 2 and one.replace(" ", "").isalpha()
        and len(one.split()[1]) > 5
    ]  # fmt: skip


def names(path: Path) -> None:
    """Print how many slips planted in the names of a corpus are shown."""
    if not path.exists():
        return
    chance = random.Random(1)
    planted: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    texts = [one.text for one in sayso.read([path]) if isinstance(one, Document)]
    for text in texts:
        chosen = people(text)
        for name in chance.sample(chosen, min(A_DOCUMENT, len(chosen))):
            for how in ("left out", "doubled", "exchanged", "turned"):
                other = slipped(name, how, chance)
                if other is None or other in text:
                    continue
                at = text.rindex(name)
                changed = f"{text[:at]}{other}{text[at + len(name) :]}"
                document = unchanged("d", "s", "k", changed)
                read, _ = read_document(document, readers=("notes", "names"))
                found = NAMES.run(Corpus((document,), tuple(read.records())))
                planted[how] += 1
                shown[how] += any(
                    part.span.start <= at + len(other) and at <= part.span.end
                    for one in found for part in one.evidence
                )  # fmt: skip
    for how, count in planted.items():
        print(f"{path.name}, names, {how}: {shown[how]} of {count} planted slips shown")


def main() -> None:
    """Print all measures."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    sample()
    counts("chapter", shared / "corpora/still-defending/chapter-5.txt")
    counts("ratification", shared / "corpora/ratification")
    for book in ("henry-george", "washington", "darwin", "strauss", "bede"):
        counts(book, shared / "corpora/books" / book)
    for book in ("henry-george", "washington", "strauss"):
        names(shared / "corpora/books" / book)


if __name__ == "__main__":
    main()
