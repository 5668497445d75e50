"""The machine code that is shipped does what its sources say, on whatever computer it wakes."""

from __future__ import annotations

import random
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from sayso.reuse import compiled, find
from sayso.reuse.letters import fold_table, lettered, utf8
from sayso.reuse.seeds import places_of

CLAIM = "“The harbour was never lost by the engi-\nneers who built it”; it was sold, berth by berth, 埠頭."
WORDS = "harbour council berth engine winter quay report minister river old new fifth".split()


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for machine code that no run before has filled."""
    monkeypatch.setattr(compiled, "_folder", lambda: tmp_path / "kernels")
    return tmp_path / "kernels"


def runs(engine) -> bool:
    return engine.get_function_address("documents_by_place") != 0


def test_the_code_is_that_of_the_sources() -> None:
    """Who changes a kernel compiles it anew (training/kernels.py)."""
    for name in compiled.MODULES:
        import_module(name)

    first = compiled.CODE.read_text(encoding="utf-8").splitlines()[0]

    assert first == f"; {compiled.digest()}"


@pytest.mark.parametrize("preset", ["default", "pairwise"])
def test_the_machine_finds_what_the_sources_find(preset, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same texts, once by machine code and once by the same functions in Python."""
    chance = random.Random(1788)
    texts = [" ".join(chance.choices(WORDS, k=40)) for _ in range(4)]
    texts[0] += CLAIM
    texts[1] = CLAIM.replace("sold", "given away") + texts[1] + "😀 \U00020bb7"
    texts[2] += texts[0][30:160] + CLAIM
    rows = [{"id": str(n), "text": text} for n, text in enumerate(texts)]
    machine = find(rows, preset)

    def slowly(kernel, *arguments):
        flat = [one.reshape(-1) if isinstance(one, np.ndarray) else one for one in arguments]
        with np.errstate(over="ignore"):
            return kernel.function(*flat)

    monkeypatch.setattr(compiled.Kernel, "__call__", slowly)
    sources = find(rows, preset)

    assert machine.pairs.num_rows >= 3
    assert machine.pairs.drop_columns(["bits"]) == sources.pairs.drop_columns(["bits"])
    assert machine.passages == sources.passages
    np.testing.assert_allclose(machine.pairs["bits"], sources.pairs["bits"])


def test_machine_code_is_kept_and_taken_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run makes none."""
    assert runs(compiled._engine.__wrapped__())
    (file,) = kept.iterdir()
    before = file.read_bytes()
    monkeypatch.setattr(compiled, "_keep", lambda path, code: pytest.fail("made again"))

    assert runs(compiled._engine.__wrapped__())
    assert file.read_bytes() == before


def test_damaged_machine_code_is_made_anew(kept: Path) -> None:
    """What a full disk cut off is never run."""
    compiled._engine.__wrapped__()
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])

    assert runs(compiled._engine.__wrapped__())
    assert file.read_bytes() == whole


def test_a_cache_that_cannot_be_written_is_done_without(kept: Path) -> None:
    """A read-only home costs a fraction of a second a run and nothing else."""
    kept.write_text("a file where the folder should be")

    assert runs(compiled._engine.__wrapped__())


def test_arrays_of_other_numbers_are_refused() -> None:
    """Machine code would read them wrongly, or beyond their end."""
    with pytest.raises(TypeError, match="int64 in one piece"):
        places_of(np.array([0, 4], np.int32))
    with pytest.raises(TypeError, match="in one piece"):
        places_of(np.arange(8, dtype=np.int64)[::2])


def test_ideographs_and_syllables_have_the_letters_that_unicode_says() -> None:
    """Each stands for what its decomposition begins with, as any other letter does."""
    signs = "字㐀龦가힣한각"
    data, offsets = utf8([signs])

    letters, _, _ = lettered(data, offsets, fold_table())

    assert "".join(map(chr, letters)) == "字㐀龦가힣한각".translate(
        {ord("가"): "ᄀ", ord("힣"): "ᄒ", ord("한"): "ᄒ", ord("각"): "ᄀ"}
    )
