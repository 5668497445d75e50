"""Run passim on a planted corpus: the same documents, passim's own defaults, all of its process tree.

passim (github.com/dasmiq/passim, MIT) needs Java, pyspark, intervaltree and graphframes: the Python
package, and a jar that its start script asks a registry for (or `--graphframes JAR`).
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "io.graphframes:graphframes-spark4_2.13:0.9.3"  # as passim's start script names it


def missing(checkout: Path | None, python: str) -> str:
    """Say in a line why passim cannot be run; nothing where it can."""
    if shutil.which("java") is None:
        return "passim was not run: it needs Java."
    if checkout is None and find_spec("passim") is None:
        return "passim was not run: it is not installed (--passim PATH names a checkout)."
    if checkout is not None and not (checkout / "passim" / "seriatim.py").is_file():
        return f"passim was not run: {checkout} is no checkout of it."
    probe = [python, "-c", "import pyspark, graphframes, intervaltree"]
    if subprocess.run(probe, capture_output=True).returncode:
        return f"passim was not run: {python} lacks pyspark, graphframes-py or intervaltree."
    return ""


def run(
    corpus: Path, into: Path, *, checkout: Path | None, python: str, jar: Path | None
) -> tuple[list[tuple], dict[str, float | str]]:
    """Give the pairs that passim's default run finds, and its cost; see `reuse.cost`.

    The pairs are those it aligned (`extents`), documents of one series left out, as its command
    does. Where clustering fails, what was aligned still counts, and `ran` says so.
    """
    out = into / "passim"
    home = subprocess.run(
        [python, "-c", "import pyspark; print(pyspark.__path__[0])"],
        capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip
    path = os.pathsep.join(filter(None, [str(checkout or ""), os.environ.get("PYTHONPATH", "")]))
    environment = os.environ | {
        "SPARK_HOME": home, "PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python,
        "PYTHONPATH": path,
    }  # fmt: skip
    start = into / "start-passim.py"
    start.write_text("import sys, passim\nsys.exit(passim.main(sys.argv[1:]))\n")
    graphs = ["--jars", str(jar)] if jar else ["--packages", PACKAGE]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [f"{home}/bin/spark-submit", "--master", "local[2]", "--driver-memory", "6G", *graphs,
         str(start), "--all-pairs", "--fields", "xxhash64(series) as gid",
         "--filterpairs", "gid < gid2", str(corpus / "docs"), str(out)],
        env=environment, capture_output=True, text=True,
    )  # fmt: skip
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    whole = (out / "out.json" / "_SUCCESS").exists()
    if not whole:
        print((done.stderr or done.stdout)[-2000:], file=sys.stderr)
    return pairs(out) if whole else [], {
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "wall": ended - started,
        "ran": "alignment and clustering" if whole else "it failed",
    }


def pairs(out: Path) -> list[tuple]:
    """Read the aligned pairs of a finished run, with the documents' ids from its clusters."""
    import pyarrow.parquet as parquet

    ids = {}
    for part in sorted((out / "out.json").glob("part-*")):
        for line in part.open(encoding="utf-8"):
            one = json.loads(line)
            ids[one["uid"]] = one["id"]
    names = ["uid", "begin", "end", "uid2", "begin2", "end2"]
    table = parquet.read_table(out / "tmp" / "extents.parquet", columns=names).to_pydict()
    rows = list(zip(*(table[name] for name in names), strict=True))
    known = [(ids[a], x, y, ids[b], u, v) for a, x, y, b, u, v in rows if a in ids and b in ids]
    if len(known) < len(rows):
        print(f"{len(rows) - len(known)} pairs of passim in no cluster were left out.")
    return known
