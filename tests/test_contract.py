"""The contract everything stands on: ids, hooks, start-up."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import errors, model
from sayso.model import Span, digest, plain, statement_id
from sayso.plugins import GROUPS, hook, hooks, registered

TEXTS = st.lists(st.text(max_size=8), min_size=1, max_size=4)


@given(TEXTS, TEXTS)
def test_ids_are_hashes_of_lists_and_not_of_joined_text(one: list[str], other: list[str]) -> None:
    """Two different lists of parts never share an id, however their parts join."""
    assert (digest(*one) == digest(*other)) == (one == other)


def test_a_statement_keeps_its_id_under_a_better_reader() -> None:
    """Reader, version, score and coding are no part of a statement's id."""
    content = [Span(0, 5, "peace")]

    first = statement_id("d", content, "direct")

    assert first == statement_id("d", [Span(0, 5, "peace")], "direct")
    assert first != statement_id("d", content, "mixed")
    assert first != statement_id("d", content, "direct", row="a.dna:7")


def test_a_span_that_does_not_fit_its_words_is_refused() -> None:
    """A span's length is the length of its words."""
    with pytest.raises(ValueError, match="does not fit"):
        Span(0, 3, "peace")


def test_every_record_turns_into_plain_values_with_its_type_first() -> None:
    """The JSON of a record begins with its type and holds lists, not tuples."""
    written = plain(model.Concept("c", "peace"))

    assert next(iter(written)) == "type"
    assert written == {
        "type": "concept", "id": "c", "name": "peace", "definition": "", "parent": None,
    }  # fmt: skip


@pytest.mark.parametrize("group", GROUPS)
def test_every_hook_of_sayso_can_be_loaded(group: str) -> None:
    """What pyproject.toml declares exists."""
    for name, one in hooks(group).items():
        assert one.load() is not None, name


def test_a_taken_hook_name_is_refused() -> None:
    """Two distributions may not bring a hook of one name."""
    mine = EntryPoint("pdf", "sayso.errors:SaysoError", "sayso.sources")
    yours = EntryPoint("pdf", "sayso.errors:StoreError", "sayso.sources")

    with pytest.raises(errors.PluginError, match="has already"):
        registered("sources", [mine, yours])


def test_an_unknown_hook_is_named_with_those_there_are() -> None:
    """The message lists what there is."""
    with pytest.raises(errors.PluginError, match="quotations"):
        hook("readers", "quotation")


def test_help_loads_no_data_library() -> None:
    """`sayso --help` imports neither numpy nor polars nor the web server."""
    code = (
        "import sys\n"
        "from sayso.cli import sayso\n"
        "try: sayso(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'polars', 'pyarrow', 'fastapi', 'lxml', 'matplotlib', 'scipy', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.endswith("[]\n"), done.stdout
