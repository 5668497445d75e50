"""What a user waits for: reading a corpus, the readers' pace, opening a long document, starting.

    python benchmarks/foundation.py

Prints CPU and wall seconds on this machine; ratios matter more than the figures themselves. Parts
that need the corpora beside the checkout are left out, with a line, where these are not there.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[1].parent / "shared" / "corpora"
WORDS = 200_000
STATEMENTS = 5_000


def timed(command: list[str], **more: object) -> tuple[float, float, float]:
    """Give wall seconds, CPU seconds and peak GB of a command with its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **more)
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, after.ru_maxrss / 1e6


def starting() -> None:
    command = [sys.executable, "-m", "sayso", "--help"]
    walls = sorted(timed(command)[0] for _ in range(7))
    print(f"sayso --help              {walls[3]:6.2f} s wall (median of 7)")


def corpus() -> None:
    folder = CORPORA / "ratification"
    if not folder.is_dir():
        print("83 essays: left out, the corpus is not beside the checkout")
        return
    with tempfile.TemporaryDirectory() as place:
        env = {**os.environ, "SAYSO_CONFIG": place}
        command = [sys.executable, "-m", "sayso", "read", str(folder), "--json"]
        timed(command, env=env)
        wall, cpu, gb = timed(command, env=env)
    size = sum(path.stat().st_size for path in (folder / "texts").iterdir())
    print(
        f"83 essays, {size / 1e6:.1f} MB       {wall:6.2f} s wall {cpu:6.2f} CPU-s {gb:5.2f} GB a process"
        " (read, all readers, all checks)"
    )


def readers() -> None:
    from sayso.project_reading import Task, loaded, read_file

    folder = CORPORA / "ratification" / "texts"
    if not folder.is_dir():
        print("readers: left out, the corpus is not beside the checkout")
        return
    documents = []
    for path in sorted(folder.iterdir())[:40]:
        task = Task(path, path.name, path.stat().st_size, {}, ())
        documents += [one.document for one in read_file(task).documents]
    size = sum(len(one.text) for one in documents)
    spent: dict[str, float] = {}
    for document in documents:
        known: tuple = ()
        for name, reader in loaded(None)[0]:
            started = time.process_time()
            known += tuple(reader.read(document, reading="r", known=known))
            spent[name] = spent.get(name, 0.0) + time.process_time() - started
    for name, seconds in spent.items():
        print(f"reader {name:18} {size / seconds / 1000:8.0f} thousand characters a CPU second")
    print(f"all rule readers          {size / sum(spent.values()) / 1000:8.0f} thousand")


def long_document() -> None:
    """Open a document of 200,000 words with 5,000 statements, as the reading page asks for it."""
    import sayso
    from sayso.web.reading import reading

    each = WORDS // STATEMENTS
    sentence = "Mrs. Pryce said: “The council was warned for the {} time, and it did nothing.” "
    filler = "the harbour was built of stone and the quay of timber from the north".split()
    parts = []
    for nth in range(STATEMENTS):
        said = sentence.format(nth)
        fill = " ".join(filler[(nth + at) % len(filler)] for at in range(each - len(said.split())))
        parts.append(f"{said}{fill.capitalize()}.\n\n")
    with tempfile.TemporaryDirectory() as place:
        os.environ["SAYSO_CONFIG"] = place
        folder = Path(place) / "texts"
        folder.mkdir()
        (folder / "long.txt").write_text("".join(parts), encoding="utf-8")
        started = time.perf_counter()
        with sayso.open(folder, coder="Ann") as project:
            project.add(workers=1)
            added = time.perf_counter() - started
            (row,) = project.documents()
            started = time.perf_counter()
            answer = json.dumps(reading(project, row.id))
            opened = time.perf_counter() - started
            walls = []
            for one in project.statements(limit=40):
                started = time.perf_counter()
                project.decide(one.id, "accepted")
                walls.append(time.perf_counter() - started)
            decided = sorted(walls)[len(walls) // 2]
            started = time.perf_counter()
            project.search("council warned")
            searched = time.perf_counter() - started
    print(
        f"{WORDS:,} words, {row.statements:,} statements: added in {added:.1f} s, opened in "
        f"{opened:.2f} s ({len(answer) / 1e6:.1f} MB), a decision {decided * 1000:.0f} ms, "
        f"a search {searched * 1000:.0f} ms"
    )


if __name__ == "__main__":
    starting()
    corpus()
    readers()
    long_document()
