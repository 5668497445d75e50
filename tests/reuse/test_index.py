"""An index on disk gives what one run over all would, whatever happened on the way."""

from __future__ import annotations

import errno
import json
import random
from pathlib import Path

import pytest

from sayso.errors import FormatError, StoreError, UsageError
from sayso.reuse import Index, find

SYLLABLES = "ba ce di fo gu la me ni ro su ta ve wi xo yu zam pel tor gan lith".split()


def words(rng: random.Random, count: int) -> str:
    made = ("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))) for _ in range(count))
    return " ".join(made).capitalize() + ". "


@pytest.fixture
def rows() -> list[dict]:
    """Ninety documents; one claim stands in eighty of them, others in a few."""
    rng = random.Random(7)
    everywhere, others = words(rng, 20), [words(rng, 20) for _ in range(12)]
    made = []
    for n in range(90):
        text = words(rng, 60) + (everywhere if n < 80 else "") + rng.choice(others) + words(rng, 30)
        date = None if n % 9 == 0 else f"19{rng.randint(10, 40)}"
        made.append({"id": f"d{n}", "text": "😀 " + text, "date": date, "series": None})
    return made


def tables(found) -> list[list[dict]]:
    return [one.to_pylist() for one in (found.pairs, found.passages, found.clusters)]


def test_documents_added_in_parts_give_what_one_run_gives(rows, tmp_path: Path) -> None:
    """All three tables are equal, also where a claim stands in more places than are paired."""
    whole, parts = Index.create(tmp_path / "whole"), Index.create(tmp_path / "parts")
    whole.add(rows)
    for low in range(0, 90, 30):
        Index.open(tmp_path / "parts").add(rows[low : low + 30])
    parts = Index.open(tmp_path / "parts")

    assert tables(parts.found()) == tables(whole.found())
    assert parts["d40"] == rows[40]["text"]


def test_the_index_finds_what_a_run_in_memory_finds(rows, tmp_path: Path) -> None:
    """With the documents given by date the tables are the same."""
    rows.sort(key=lambda one: (one["date"] is None, one["date"] or ""))
    index = Index.create(tmp_path / "index", size=1000)
    index.add(rows)

    assert tables(index.found()) == tables(find(rows))


def test_a_document_known_already_is_passed_over(rows, tmp_path: Path) -> None:
    """The same text adds nothing; another text under the same id is refused by name."""
    index = Index.create(tmp_path / "index")
    index.add(rows[:5])
    again = index.add([*rows[:6], rows[0] | {"text": "Other words."}, rows[5]])

    assert (again.new, again.known) == (1, 6)
    assert again.refused == ("The id 'd0' stands for another text in the index already.",)


def test_a_killed_run_leaves_what_was_there_and_the_next_goes_on(
    rows, tmp_path: Path, monkeypatch
) -> None:
    """Half-written files count only as far as the last commit."""
    index = Index.create(tmp_path / "index")
    index.add(rows[:40])

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Index, "_commit", killed)
        with pytest.raises(KeyboardInterrupt):
            index.add(rows[40:60])
    opened = Index.open(tmp_path / "index")
    assert len(opened) == 40
    done = opened.add(rows)

    whole = Index.create(tmp_path / "whole")
    whole.add(rows)
    assert (done.new, done.known) == (50, 40)
    assert tables(opened.found()) == tables(whole.found())


def test_a_full_disk_is_said_and_harms_nothing(rows, tmp_path: Path, monkeypatch) -> None:
    """The message counts what the index still holds; later the rest can be added."""
    index = Index.create(tmp_path / "index")
    index.add(rows[:10])
    write = Index._append

    def full(self, name, written, sizes):
        if name == "rows":
            raise OSError(errno.ENOSPC, "No space left on device")
        write(self, name, written, sizes)

    with monkeypatch.context() as patched:
        patched.setattr(Index, "_append", full)
        with pytest.raises(StoreError, match=r"No space left.*holds 10 documents"):
            index.add(rows)
    index.add(rows)

    assert len(Index.open(tmp_path / "index")) == 90


def test_another_version_a_damaged_index_and_another_folder_are_refused(
    rows, tmp_path: Path
) -> None:
    """Each message says what is wrong and to make a new one."""
    folder = tmp_path / "index"
    Index.create(folder).add(rows[:3])
    manifest = json.loads((folder / "index.json").read_text())

    with pytest.raises(UsageError, match="something else"):
        Index.create(folder)
    (folder / "index.json").write_text(json.dumps(manifest | {"version": 9}))
    with pytest.raises(FormatError, match="version 9"):
        Index.open(folder)
    (folder / "index.json").write_text(json.dumps(manifest))
    (folder / "letters").write_bytes(b"x")
    with pytest.raises(FormatError, match="letters has 1 bytes"):
        Index.open(folder)
    (folder / "index.json").write_text("{")
    with pytest.raises(FormatError, match="no reuse index"):
        Index.open(folder)


def test_small_blocks_change_nothing(rows, tmp_path: Path, monkeypatch) -> None:
    """What is compared at once does not matter to what is found."""
    whole, small = Index.create(tmp_path / "whole"), Index.create(tmp_path / "small")
    whole.add(rows)
    monkeypatch.setattr("sayso.reuse.index._BLOCK", 5000)
    small.add(rows)

    assert tables(small.found()) == tables(whole.found())
