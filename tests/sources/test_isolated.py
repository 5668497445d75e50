"""A file is read in a child process; whatever happens to the child costs that file only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import PluginError, SourceError
from sayso.model import Document, Failure, document_id, failure_id, plain
from sayso.plugins import Given
from sayso.sources import isolated
from sayso.sources.isolated_child import progress
from sayso.sources.isolated_records import rebuilt
from sayso.text import unchanged

HOOK = """
import ctypes, os, sys, time
from dataclasses import replace
from sayso.errors import SourceError
from sayso.model import document_id
from sayso.sources.isolated_child import progress
from sayso.text import unchanged

class Odd:
    name, version, suffixes, isolated = "odd", "1", (".odd",), True
    def accepts(self, name, head): return True
    def read(self, given):
        text = given.data.decode()
        document = unchanged(document_id(given.key, text), given.source, given.key, text)
        what = given.settings.get("what")
        if what == "second": yield document
        if what in ("crash", "second"): os.abort()
        if what == "fault": ctypes.string_at(0)
        if what == "sleep": time.sleep(60)
        if what == "memory": bytearray(1 << 40)
        if what == "refuse": raise SourceError("this.odd: no")
        if what == "bug": {}["missing"]
        if what == "print": print("noise", flush=True); os.write(1, b"more noise")
        if what == "lie": document = replace(document, text=text + "!")
        if what == "slow":
            for _ in range(4): time.sleep(0.4); progress()
        yield document

SOURCE = Odd()
"""


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A source reader that fails as it is told to, installed beside sayso's own."""
    (tmp_path / "oddreader.py").write_text(HOOK)
    about = tmp_path / "oddreader-1.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: oddreader\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[sayso.sources]\nodd = oddreader:SOURCE\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    isolated.stop()
    yield
    isolated.stop()


def given(what: str, text: str = "Peace, no peace.") -> Given:
    return Given("a/this.odd", text.encode(), "s", "text/plain", settings={"what": what})


def texts(what: str, text: str = "Peace, no peace.", **limits: float) -> list[str]:
    found = isolated.read("odd", given(what, text), **limits)
    return [one.text for one in found if isinstance(one, Document)]


def test_a_document_comes_back_as_it_was_read(odd: None) -> None:
    text = "Wort 😀 \u202eund\n\udc80Gegenwort"
    expected = unchanged(document_id("a/this.odd", "x"), "s", "a/this.odd", "x")

    assert isolated.read("odd", given("", "x")) == [expected]
    assert texts("", text.replace("\udc80", "")) == [text.replace("\udc80", "")]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("crash", "crashed on it (SIGABRT)"),
        ("fault", "crashed on it (SIGSEGV)"),
        ("memory", "it needs more than 2 GiB of memory"),
        ("refuse", "this.odd: no"),
        ("bug", "failed in a way that sayso did not foresee (KeyError"),
        ("lie", "answered with damaged records"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="signals and limits as Linux has them")
def test_each_way_to_fail_is_one_line_and_the_next_file_is_read(
    odd: None, what: str, words: str
) -> None:
    with pytest.raises(SourceError) as caught:
        texts(what)

    assert words in str(caught.value)
    assert "\n" not in str(caught.value)
    assert texts("") == ["Peace, no peace."]


def test_no_progress_for_too_long_is_given_up(odd: None) -> None:
    with pytest.raises(SourceError, match="showed no progress for 1 seconds"):
        texts("sleep", seconds=1)

    assert texts("") == ["Peace, no peace."]


def test_progress_gives_more_time(odd: None) -> None:
    """A child that takes longer than the limit in all, but shows progress, is not given up."""
    texts("")  # the start of the child is not what is tried here

    assert texts("slow", seconds=1) == ["Peace, no peace."]


def test_what_was_read_before_a_crash_is_kept(odd: None) -> None:
    document, failure = isolated.read("odd", given("second"))

    assert isinstance(document, Document)
    assert isinstance(failure, Failure)
    assert "crashed" in failure.message


def test_what_an_engine_prints_does_not_reach_the_answer(odd: None) -> None:
    assert texts("print") == ["Peace, no peace."]


def test_a_reader_that_does_not_exist_is_named() -> None:
    with pytest.raises(PluginError, match="no sources hook 'nothing'"):
        isolated.read("nothing", given(""))


def test_a_child_is_used_again(odd: None) -> None:
    texts("")
    (first,) = isolated._idle
    texts("")

    assert isolated._idle == [first]


def test_it_works_inside_a_process_of_a_pool(odd: None, tmp_path: Path) -> None:
    """Processes of a pool may have no children by `multiprocessing`; these are not of that kind."""
    script = (
        "import multiprocessing, sys\n"
        "from sayso.plugins import Given\n"
        "from sayso.sources import isolated\n"
        "def work(text):\n"
        "    given = Given('a.odd', text, 's', 'text/plain')\n"
        "    return isolated.read('odd', given)[0].text\n"
        "if __name__ == '__main__':\n"
        "    with multiprocessing.get_context('spawn').Pool(2) as pool:\n"
        "        print(pool.map(work, [b'one', b'two']))\n"
    )
    (tmp_path / "pooled.py").write_text(script)
    done = subprocess.run(
        [sys.executable, tmp_path / "pooled.py"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)},
        capture_output=True,
        text=True,
        timeout=100,
    )

    assert done.stdout.strip() == "['one', 'two']", done.stderr


def test_progress_outside_a_child_does_nothing() -> None:
    progress()


DOCUMENT = unchanged(document_id("k", "text"), "s", "k", "text")
PLACE = Given("k", b"", "s", "text/plain")


@pytest.mark.parametrize(
    "change",
    [
        {"source": "other"},
        {"key": "other"},
        {"text": "texts"},
        {"id": "0" * 32},
        {"type": "statement"},
        {"pieces": []},
        {"pieces": [{"start": 0, "end": 4, "raw_start": 0, "raw_end": 4, "kind": "odd"}]},
        {"pieces": "copy"},
        {"raw": "texx"},
        {"paragraphs": [[0, 5]]},
        {"paragraphs": [[3, 2]]},
        {"paragraphs": [[0, 1, 2]]},
        {"paragraphs": [[0, True]]},
        {"superscripts": [[-1, 2]]},
        {"title": 3},
        {"metadata": []},
        {"lines": [{"page": 1, "number": 1, "raw_start": 0, "raw_end": 9, "box": None}]},
        {"notes": [{"label": "1", "start": 0, "end": 9, "markers": []}]},
    ],
)
def test_damaged_records_are_refused(change: dict[str, object]) -> None:
    whole = json.loads(json.dumps(plain(DOCUMENT)))

    assert rebuilt(whole, PLACE) == DOCUMENT
    with pytest.raises(ValueError, match=r"\w"):
        rebuilt(whole | change, PLACE)


def test_failures_are_rebuilt_and_checked() -> None:
    failure = Failure(failure_id("s", "sources", "why"), "s", "sources", "why")

    assert rebuilt(plain(failure), PLACE) == failure
    with pytest.raises(ValueError, match="another file"):
        rebuilt(plain(failure) | {"message": "else"}, PLACE)
