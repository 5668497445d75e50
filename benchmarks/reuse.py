"""Planted text reuse: how much of it is found, how much of what is found is right, at what cost.

    python benchmarks/reuse.py [FOLDER of S, M, S0, M0 .tar.xz] [--corpus M0 --corpus S]
    python benchmarks/reuse.py --scale [5 20 70 280]
    python benchmarks/reuse.py --pairwise
    python benchmarks/reuse.py --start
    python benchmarks/reuse.py --corpus M0 --passim CHECKOUT [--passim-python PYTHON] [--graphframes JAR]

A pair of planted passages counts as found when half of either side is covered by pairs of the same
two documents. A find counts as right when a quarter of it lies in planted passages, or when the
letters of its two sides are alike by three quarters (real repetition between the novels). Cost is
that of a fresh process: CPU seconds with all threads, and peak memory; imports are included. The
least of `--times` runs counts, since others use the machine too. passim is run where it is given
or installed, on the same corpus and scored the same way.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import peer_passim

SHARED = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "reuse"
COVERED = 0.5
PLANTED = 0.25
ALIKE = 0.75


def unpacked(name: str, archives: Path, into: Path) -> Path:
    with tarfile.open(archives / f"{name}.tar.xz") as archive:
        archive.extractall(into, filter="data")
    return into / name


def least(corpus: Path, preset: str, out: Path, times: int) -> dict[str, float]:
    """Give the cost of the cheapest of several runs."""
    return min((cost(corpus, preset, out) for _ in range(times)), key=lambda one: one["cpu"])


def cost(
    corpus: Path, preset: str, out: Path, environment: dict[str, str] | None = None
) -> dict[str, float]:
    """Run the search in a process of its own; give CPU seconds, wall seconds, peak GB."""
    started = time.perf_counter()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = (
        "import sys, json, pathlib, resource, time\n"
        "from sayso import reuse\n"
        "import pyarrow.parquet as parquet\n"
        "rows = [json.loads(l) for p in sorted(pathlib.Path(sys.argv[1]).glob('*.json'))"
        " for l in p.open(encoding='utf-8')]\n"
        "found = reuse.find(rows, sys.argv[2])\n"
        "parquet.write_table(found.pairs, sys.argv[3])\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(corpus / "docs"), preset, str(out)],
        check=True, capture_output=True, text=True, env=os.environ | (environment or {}),
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "wall": time.perf_counter() - started,
        "gb": int(done.stdout.split()[-1]) / 1e6,
    }


def read(corpus: Path) -> tuple[dict[str, str], dict[str, str], list[dict]]:
    texts, series = {}, {}
    for path in sorted((corpus / "docs").glob("*.json")):
        for line in path.open(encoding="utf-8"):
            one = json.loads(line)
            texts[one["id"]], series[one["id"]] = one["text"], one["series"]
    truth = [json.loads(line) for line in (corpus / "truth.jsonl").open(encoding="utf-8")]
    return texts, series, truth


def covered(spans: list[tuple[int, int]], low: int, high: int) -> float:
    total, at = 0, low
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, high)
        if end > start:
            total += end - start
            at = end
    return total / (high - low)


def scored(pairs: list[tuple], corpus: Path) -> dict[str, float]:
    texts, series, truth = read(corpus)
    by_documents = defaultdict(list)
    for nth, (a, x, y, b, u, v) in enumerate(pairs):
        key, span = ((a, b), (x, y, u, v)) if a <= b else ((b, a), (u, v, x, y))
        by_documents[key].append((*span, nth))
    clusters = defaultdict(list)
    for member in truth:
        clusters[member["cluster"]].append(member)
    planted = [0.0] * len(pairs)
    found = defaultdict(lambda: [0, 0])
    repeated: dict[object, set[int]] = defaultdict(set)
    members = 0
    for cluster, group in clusters.items():
        if not (any(m["src"] for m in group) and any(not m["src"] for m in group)):
            continue
        viral = group[0]["role"] == "viral"
        members += len(group) if viral else 0
        for i, one in enumerate(group):
            for j in range(i + 1, len(group)):
                a, b = sorted((one, group[j]), key=lambda m: m["id"])
                if series[a["id"]] == series[b["id"]]:
                    continue
                hits = [
                    hit
                    for hit in by_documents.get((a["id"], b["id"]), ())
                    if min(hit[1], a["end"]) > max(hit[0], a["begin"])
                    and min(hit[3], b["end"]) > max(hit[2], b["begin"])
                ]
                for x, y, u, v, nth in hits:
                    inside = min(y, a["end"]) - max(x, a["begin"])
                    inside += min(v, b["end"]) - max(u, b["begin"])
                    planted[nth] = max(planted[nth], min(1.0, inside / (y - x + v - u)))
                share = min(
                    covered([(h[0], h[1]) for h in hits], a["begin"], a["end"]),
                    covered([(h[2], h[3]) for h in hits], b["begin"], b["end"]),
                )
                if viral and share >= COVERED:
                    repeated[cluster] |= {i, j}
                elif not viral and (a["src"] or b["src"]):
                    count = found[a["level"]]
                    count[0] += 1
                    count[1] += share >= COVERED
    right = sum(planted[n] >= PLANTED or alike(pair, texts) for n, pair in enumerate(pairs))
    sizes = [(y - x) + (v - u) for _, x, y, _, u, v in pairs]
    of_planted = [(p, s) for p, s in zip(planted, sizes, strict=True) if p >= PLANTED]
    total = sum(n for n, _ in found.values())
    return {
        "pairs": len(pairs),
        "recall": sum(hit for _, hit in found.values()) / max(1, total),
        "precision": right / max(1, len(pairs)),
        "characters": sum(p * s for p, s in of_planted) / max(1, sum(s for _, s in of_planted)),
        "repeated": sum(map(len, repeated.values())) / members if members else float("nan"),
        "levels": {level: hit / n for level, (n, hit) in sorted(found.items())},
    }


def alike(pair: tuple, texts: dict[str, str]) -> bool:
    from rapidfuzz.distance import Indel

    a, x, y, b, u, v = pair
    one = "".join(c.lower() for c in texts[a][x:y] if c.isalnum())
    other = "".join(c.lower() for c in texts[b][u:v] if c.isalnum())
    return min(len(one), len(other)) >= 25 and Indel.normalized_similarity(one, other) >= ALIKE


def pairs_of(path: Path) -> list[tuple]:
    import pyarrow.parquet as parquet

    names = ["doc_a", "begin_a", "end_a", "doc_b", "begin_b", "end_b"]
    table = parquet.read_table(path, columns=names).to_pydict()
    return list(zip(*(table[name] for name in names), strict=True))


def pairwise(corpus: Path) -> None:
    """Hold planted copies against their sources, and unrelated documents against each other."""
    from sayso.reuse import compare

    texts, series, truth = read(corpus)
    clusters = defaultdict(list)
    for member in truth:
        clusters[member["cluster"]].append(member)
    chance = random.Random(1788)
    planted = [
        (source, copy)
        for group in clusters.values()
        for source in group
        for copy in group
        if source["src"] and not copy["src"] and series[source["id"]] != series[copy["id"]]
    ]
    chosen = chance.sample(planted, 200)
    together = {frozenset((a["id"], b["id"])) for g in clusters.values() for a in g for b in g}
    others: list[tuple[str, str]] = []
    while len(others) < 100:
        a, b = chance.sample(sorted(texts), 2)
        if series[a] != series[b] and frozenset((a, b)) not in together:
            others.append((a, b))
    compare(texts[others[0][0]], texts[others[0][1]])
    started = time.process_time()
    found = 0
    for source, copy in chosen:
        hits = compare(texts[source["id"]], texts[copy["id"]])
        found += (
            min(
                covered([(h[0], h[1]) for h in hits], source["begin"], source["end"]),
                covered([(h[2], h[3]) for h in hits], copy["begin"], copy["end"]),
            )
            >= COVERED
        )
    wrong = sum(bool(compare(texts[a], texts[b])) for a, b in others)
    spent = (time.process_time() - started) / (len(chosen) + len(others))
    print(f"pair by pair: {found} of {len(chosen)} copies found, {wrong} of {len(others)} unrelated "
          f"pairs with a find, {1000 * spent:.2f} CPU-ms a pair")  # fmt: skip


def scale(corpus: Path, into: Path, sizes: list[int]) -> None:
    """Show how cost grows with the text, in memory and with an index on disk.

    The corpus is repeated to about so many MB, the letters of each copy exchanged by a key of its
    own, so that the copies share nothing with one another and the work grows with the text alone.
    """
    texts, series, _ = read(corpus)
    one = sum(map(len, texts.values())) / 1e6
    print("      MB  in memory: CPU-s  MB/CPU-s  peak GB   index on disk: CPU-s  MB/CPU-s  peak GB"
          "  of which own")  # fmt: skip
    for wanted in sizes:
        folder = into / f"scale-{wanted}"
        size = grown(texts, series, folder, max(1, round(wanted / one)))
        out = into / "scale.parquet"
        memory = cost(folder, "default", out)
        index = indexed(folder, into / f"index-{wanted}")
        print(
            f"{size:8.0f} {memory['cpu']:17.1f} {size / memory['cpu']:9.1f} {memory['gb']:8.2f}"
            f" {index['cpu']:22.1f} {size / index['cpu']:9.1f} {index['gb']:8.2f} {index['own']:13.2f}",
            flush=True,
        )
        shutil.rmtree(folder)
        shutil.rmtree(into / f"index-{wanted}")


def grown(texts: dict[str, str], series: dict[str, str], folder: Path, times: int) -> float:
    """Write the texts so many times, each time in other letters; give the size in MB."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    (folder / "docs").mkdir(parents=True)
    size = 0
    with (folder / "docs" / "part-00.json").open("w", encoding="utf-8") as file:
        for copy in range(times):
            key = "".join(random.Random(copy).sample(alphabet, len(alphabet)))
            table = str.maketrans(alphabet + alphabet.upper(), key + key.upper())
            for id_, text in texts.items():
                row = {
                    "id": f"{copy}-{id_}",
                    "text": text.translate(table),
                    "series": f"{copy}-{series[id_]}",
                }
                size += len(row["text"])
                file.write(json.dumps(row) + "\n")
    return size / 1e6


def indexed(corpus: Path, folder: Path) -> dict[str, float]:
    """Add a corpus to an index in a process of its own, and list what was found.

    `gb` counts the files that are mapped, which the system drops when memory is short; `own` does not.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    code = (
        "import sys, json, pathlib, resource, threading, time\n"
        "from sayso import reuse\n"
        "peak = [0]\n"
        "def watch():\n"
        "    while True:\n"
        "        for line in open('/proc/self/status'):\n"
        "            if line.startswith('RssAnon'): peak[0] = max(peak[0], int(line.split()[1]))\n"
        "        time.sleep(0.1)  # a look at its memory ten times a second\n"
        "threading.Thread(target=watch, daemon=True).start()\n"
        "paths = sorted(pathlib.Path(sys.argv[1]).glob('*.json'))\n"
        "rows = (json.loads(l) for p in paths for l in p.open(encoding='utf-8'))\n"
        "index = reuse.Index.create(pathlib.Path(sys.argv[2]), size=sum(p.stat().st_size for p in paths))\n"
        "index.add(rows)\n"
        "index.found()\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, peak[0])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(corpus / "docs"), str(folder)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    most, own = map(int, done.stdout.split())
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu": spent, "gb": most / 1e6, "own": own / 1e6}


def measured(corpus: Path, into: Path, chosen: argparse.Namespace) -> None:
    """Print what each preset, and passim where it can be run, finds in a corpus, and the cost."""
    ours = {}
    for preset in chosen.preset or ["fast", "default", "sensitive"]:
        out = into / "pairs.parquet"
        ours[preset] = least(corpus, preset, out, chosen.times)
        line(corpus.name, preset, scored(pairs_of(out), corpus), ours[preset])
    lacking = peer_passim.missing(chosen.passim, chosen.passim_python)
    if lacking:
        print(lacking)
        return
    pairs, spent = peer_passim.run(
        corpus, into, checkout=chosen.passim, python=chosen.passim_python, jar=chosen.graphframes
    )
    line(corpus.name, "passim", scored(pairs, corpus), spent | {"gb": float("nan")})
    ratios = ", ".join(f"{spent['cpu'] / one['cpu']:.0f} of {name}" for name, one in ours.items())
    print(f"passim ran {spent['ran']} with its defaults; its CPU seconds by ours: {ratios}")
    shutil.rmtree(into / "passim", ignore_errors=True)


def line(corpus: str, name: str, got: dict, spent: dict) -> None:
    print(
        f"{corpus:6} {name:10} {got['pairs']:7} {got['recall']:7.4f}"
        f" {got['precision']:8.4f} {got['characters']:6.4f} {got['repeated']:9.4f}"
        f" {spent['cpu']:6.2f} {spent['wall']:5.2f} {spent['gb']:5.2f}",
        flush=True,
    )


def start(corpus: Path, into: Path) -> None:
    """Show what the first run on a fresh machine costs above the second."""
    fresh = {"XDG_CACHE_HOME": str(into / "fresh")}
    runs = [cost(corpus, "default", into / "start.parquet", fresh)["cpu"] for _ in range(2)]
    print(f"with an empty cache: {runs[0]:.2f} CPU-s, then {runs[1]:.2f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, default=SHARED)
    arguments.add_argument("--corpus", action="append")
    arguments.add_argument("--preset", action="append")
    arguments.add_argument("--pairwise", action="store_true")
    arguments.add_argument("--times", type=int, default=3)
    arguments.add_argument("--start", action="store_true", help="the first run on a fresh machine")
    arguments.add_argument("--passim", type=Path, metavar="CHECKOUT")
    arguments.add_argument("--passim-python", default=sys.executable, metavar="PYTHON")
    arguments.add_argument("--graphframes", type=Path, metavar="JAR")
    arguments.add_argument("--scale", type=int, nargs="*", metavar="MB")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as place:
        into = Path(place)
        first = unpacked("S0", chosen.folder, into)
        cost(first, "default", into / "warm.parquet")
        apart = chosen.scale is not None or chosen.pairwise or chosen.start
        planted = chosen.corpus or ([] if apart else ["S", "M0", "M"])
        if planted:
            print("corpus search       pairs  recall  precis.  chars  repeated  CPU-s  wall   GB")
        for name in planted:
            measured(unpacked(name, chosen.folder, into), into, chosen)
        if chosen.start:
            start(first, into)
        if chosen.pairwise:
            pairwise(unpacked("M0", chosen.folder, into))
        if chosen.scale is not None:
            scale(unpacked("S0", chosen.folder, into), into, chosen.scale or [5, 20, 70, 280])


if __name__ == "__main__":
    main()
