"""Agreement of the networks with the peer's answers, and their speed on made statements.

    python benchmarks/networks.py agreement [FOLDER]   every option set of the reference
    python benchmarks/networks.py speed                tables of seconds by size

FOLDER holds the reference (`*.jsonl.gz` and `databases/`); ../shared/reference/networks if absent.
"""

from __future__ import annotations

import gzip
import json
import resource
import sys
import time
from collections import Counter
from pathlib import Path

import numpy as np

from sayso.networks import dna
from sayso.networks.making import network
from sayso.networks.sliding import windows
from sayso.networks.smoothing import kernels
from sayso.networks.statements import from_columns

HERE = Path(__file__).resolve().parents[1]
CLOSE = 1e-9
SIZES = (  # statements, organisations, concepts, documents
    (2_000, 60, 20, 200),
    (10_000, 150, 40, 800),
    (50_000, 300, 80, 3_000),
    (1_000_000, 2_000, 500, 100_000),
)


def agreement(folder: Path) -> int:
    """Print, by group, how many option sets agree, differ, or could not be answered."""
    print(f"{'group':28}{'agree':>7}{'differ':>8}{'peer failed':>13}{'largest difference':>20}")
    total: Counter[str] = Counter()
    for path in sorted(folder.glob("*.jsonl.gz")):
        count, largest = Counter(), 0.0
        database, _, group = path.name.removesuffix(".jsonl.gz").rpartition("-")
        for line in gzip.decompress(path.read_bytes()).decode().splitlines():
            answer = json.loads(line)
            if failed(answer):
                count["failed"] += 1
                continue
            apart = difference(folder / "databases" / f"{database}.dna", group, answer)
            largest = max(largest, apart)
            count["agree" if apart <= CLOSE else "differ"] += 1
        total += count
        print(
            f"{database}-{group:{27 - len(database)}}{count['agree']:7}{count['differ']:8}"
            f"{count['failed']:13}{largest:20.1e}"
        )
    print(f"{'all':28}{total['agree']:7}{total['differ']:8}{total['failed']:13}")
    return int(total["differ"] > 0)


def failed(answer: dict) -> bool:
    log = " ".join(map(str, answer["log"]))
    return "exception" in answer or "Error while exporting" in log or "Failed to retrieve" in log


def difference(database: Path, group: str, answer: dict) -> float:
    """Give the largest difference of a number, infinite where a label or a shape differs."""
    options = answer["options"]
    if group == "eventlist":
        return 0.0 if dna.event_list(database, **options) == answer["statement_ids"] else np.inf
    if group == "barplot":
        return bars_difference(dna.barplot(database, **options), answer["result"])
    if group == "distance":
        return apart(dna.distance(database, **options), answer["distance"])
    if group == "backbone":
        return backbone_difference(database, options, answer["result"])
    if group == "polarization" and "result" in answer:
        return polarization_difference(database, options, answer["result"])
    got, want = dna.network(database, **options), answer["results"]
    if len(got) != len(want):
        return np.inf
    worst = 0.0
    for ours, theirs in zip(got, want, strict=True):
        same = all(ours[key] == theirs[key] for key in ("rows", "start", "stop", "datetime"))
        if not same or ours["columns"] != theirs["cols"]:
            return np.inf
        worst = max(worst, apart(ours["matrix"], theirs["matrix"]))
    return worst


def apart(ours, theirs) -> float:
    expected = np.array([[float(cell) for cell in row] for row in theirs])
    if expected.size != np.asarray(ours).size:
        return np.inf
    gaps = np.abs(np.asarray(ours).ravel() - expected.ravel())
    gaps[np.isnan(expected.ravel()) & np.isnan(np.asarray(ours).ravel())] = 0
    return float(gaps.max(initial=0.0))


def bars_difference(ours: dict, theirs: dict) -> float:
    if any(ours[key] != theirs[key] for key in ("values", "intValues")):
        return np.inf
    return apart(ours["counts"], theirs["counts"])


def backbone_difference(database: Path, options: dict, theirs) -> float:
    if options["kind"] == "evalbackbone":
        return apart([dna.evaluate_backbone(database, **options)], [theirs])
    ours = dna.backbone(database, **options)
    if any(ours[key] != theirs[key] for key in ("entities", "numStatements")):
        return np.inf
    return max(apart([ours[key]], [theirs[key]]) for key in ("backboneLoss", "redundantLoss"))


def polarization_difference(database: Path, options: dict, theirs: dict) -> float:
    given = [one["memberships"] for one in theirs["series"]]
    ours = dna.polarization(database, memberships=given, **options)["series"]
    if [one["names"] for one in ours] != [one["names"] for one in theirs["series"]]:
        return np.inf
    return max(
        abs(mine["final_max_q"] - one["final_max_q"])
        for mine, one in zip(ours, theirs["series"], strict=True)
    )


def made(count: int, organisations: int, concepts: int, documents: int, seed: int = 1):
    """Make statements whose organisations and concepts are as unevenly frequent as real ones."""
    rng = np.random.default_rng(seed)

    def uneven(prefix: str, size: int) -> list[str]:
        weights = 1 / np.arange(1, size + 1) ** 0.7
        return [f"{prefix} {at}" for at in rng.choice(size, count, p=weights / weights.sum())]

    document = rng.integers(documents, size=count)
    days = rng.integers(2_500, size=documents)[document]
    return {
        "document": document.tolist(),
        "date": (days * 86_400).tolist(),
        "organization": uneven("Organisation", organisations),
        "concept": uneven("Concept", concepts),
        "agreement": (rng.random(count) < 0.6).tolist(),
    }


def timed(what) -> float:
    start = time.perf_counter()
    what()
    return time.perf_counter() - start


def speed() -> int:
    """Print the seconds of each kind of network at each size."""
    print(
        f"{'statements':>11}{'table':>8}{'two-mode':>10}{'one-mode':>10}{'duplicates':>12}"
        f"{'windows':>9}{'nested':>8}{'kernels':>9}{'GiB':>6}"
    )
    both = {"rows": "organization", "columns": "concept", "aggregation": "subtract"}
    one = {**both, "mode": "one", "normalization": "average"}
    warm = from_columns(made(100, 5, 5, 10), kinds={"agreement": "boolean"})
    network(warm, **one)
    for size in SIZES:
        columns = made(*size)
        start = time.perf_counter()
        table = from_columns(columns, kinds={"agreement": "boolean"})
        took = [time.perf_counter() - start]
        took.append(timed(lambda: network(table, mode="two", **both)))  # noqa: B023 (called at once)
        took.append(timed(lambda: network(table, **one)))  # noqa: B023 (called at once)
        took.append(timed(lambda: network(table, duplicates="document", **one)))  # noqa: B023 (called at once)
        small = size[0] <= 2_000
        if small:
            took.append(timed(lambda: windows(table, unit="days", size=100, isolates=True, **one)))  # noqa: B023 (called at once)
            took.append(timed(lambda: nested(table, one)))  # noqa: B023 (called at once)
            took.append(timed(lambda: smoothed(table, one)))  # noqa: B023 (called at once)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        cells = "".join(
            f"{seconds:{width}.3f}"
            for seconds, width in zip(took, (8, 10, 10, 12, 9, 8, 9), strict=False)
        )
        print(f"{size[0]:11,}{cells}{'' if small else ' ' * 26}{peak:6.2f}")
    return 0


def nested(table, options) -> None:
    from sayso.networks.backbone import nested_backbone

    nested_backbone(table, **options)


def smoothed(table, options) -> None:
    kernels(table, unit="months", size=6, kernel="gaussian", **options)


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) > 1 else "agreement"
    place = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE.parent / "shared/reference/networks"
    sys.exit(speed() if wanted == "speed" else agreement(place))
