"""Options of `sayso network` that make no sense together are refused, and none is passed over."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import sayso
from sayso import networks
from sayso.cli.network import command
from sayso.errors import UsageError
from sayso.networks import dna

CAMPS = Path(__file__).parents[1] / "fixtures" / "networks" / "camps.dna"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the statements of the camps."""
    monkeypatch.setenv("SAYSO_CONFIG", str(tmp_path / "config"))
    folder = tmp_path / "project"
    folder.mkdir()
    with sayso.open(folder, coder="Ann") as opened:
        opened.import_file(CAMPS)
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command, [str(one) for one in arguments])


def said(result: Result) -> str:
    """Give the refusal, whichever way it came."""
    return f"{result.output} {result.exception}"


REFUSED: tuple[tuple[str, str, str, str], ...] = (
    # where, options, the reason, the mend
    ("dna", "--mode quotes", "a .dna file does not hold", "choose --mode one or two"),
    ("dna", "--mode reuse", "a .dna file does not hold", "or a project with -p"),
    ("dna", "--status accepted", "have no --status", "import the file"),
    ("-p", "--type Annotation", "belongs to a .dna file", "sayso import --type"),
    ("-p", "--mode quotes --aggregation subtract", "count no positions", "leave it out"),
    ("-p", "--mode reuse --aggregation subtract", "count no positions", "leave it out"),
    ("-p", "--mode quotes --qualifier agreement", "count no positions", "leave it out"),
    ("-p", "--mode quotes --compat dna", "knows no --mode quotes", "leave out --compat"),
    ("-p", "--mode reuse --status accepted", "no --status", "leave it out"),
    ("-p", "--mode quotes --normalization average", "does not fit", "it may be"),
    ("both", "--size 3", "is the length of a window", "add --window"),
    ("both", "--mode events --window months", "lists statements", "choose --mode one or two"),
    ("both", "--mode events --isolates", "no nodes to keep", "leave out --isolates"),
    ("both", "--mode events --normalization average", "does not fit", "it may be none"),
    ("both", "--mode events -o x.gexf", "written as .csv", "choose such a name"),
    ("both", "--mode events -o x.svg", "written as .csv", "choose such a name"),
    ("both", "--mode events --qualifier agreement --duplicates document", "are duplicates",
     "choose --aggregation subtract"),
    ("both", "--qualifier agreement", "passes over the --qualifier", "choose another"),
    ("both", "--mode two --qualifier agreement", "passes over", "leave the qualifier out"),
    ("both", "--aggregation subtract --qualifier none", "needs a qualifier", "name one"),
    ("both", "--mode two --aggregation combine --qualifier none", "needs a qualifier", "name one"),
    ("both", "--mode two --aggregation congruence", "does not fit", "it may be ignore"),
    ("both", "--mode two --aggregation conflict", "does not fit", "it may be ignore"),
    ("both", "--mode one --aggregation combine", "does not fit", "it may be ignore"),
    ("both", "--mode two --normalization average", "does not fit", "it may be none"),
    ("both", "--mode two --normalization jaccard", "does not fit", "it may be none"),
    ("both", "--mode two --normalization cosine", "does not fit", "it may be none"),
    ("both", "--mode one --normalization activity", "does not fit", "it may be none"),
    ("both", "--mode one --normalization prominence", "does not fit", "it may be none"),
    ("both", "--rows concept --columns concept", "are both", "choose two different"),
    ("both", "--since 2020-02 --until 2020-01", "counts no more", "must lie after --since"),
    ("both", "--since 2020 --until 2020", "counts no more", "must lie after --since"),
    ("both", "--keep concept=a --exclude concept=a", "nothing counts", "leave out one"),
    ("both", "--json -o x.csv", "--json prints", "choose one"),
    ("both", "--window events --size 3 --compat dna", "drawn at random", "leave out compat"),
    ("both", "--rows colour", "no variable 'colour'", "there are"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("where", "options", "reason", "mend"), REFUSED, ids=[f"{one[0]} {one[1]}" for one in REFUSED]
)
def test_what_makes_no_sense_together_is_refused_with_the_mend(
    project: Path, where: str, options: str, reason: str, mend: str
) -> None:
    """On a file and on a project alike; nothing is printed and nothing written."""
    for given in {"dna": [[CAMPS]], "-p": [["-p", project]]}.get(where, [[CAMPS], ["-p", project]]):
        result = run(*given, *options.split())

        assert result.exit_code != 0
        assert reason in " ".join(said(result).split())
        assert mend in " ".join(said(result).split())
        assert result.stdout.strip() in ("", "[]")


def test_a_filter_that_meets_nothing_is_told() -> None:
    """A value that no statement has is more often a slip than a wish."""
    result = run(CAMPS, "--exclude", "concept=tarif", "--json")

    assert result.exit_code == 0
    assert "No statement has concept = tarif (--exclude)." in result.stderr


def test_no_choice_is_changed_silently(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every mode with every aggregation, normalization and qualifier: as asked, or refused."""
    taken: list[dict[str, Any]] = []
    real = networks.network
    monkeypatch.setattr(
        networks, "network", lambda table, **asked: taken.append(asked) or real(table, **asked)
    )
    refused = 0
    for mode, aggregation, normalization, qualifier in product(
        ("one", "two"), ("ignore", "congruence", "conflict", "subtract", "combine"),
        ("none", "average", "jaccard", "cosine", "activity", "prominence"),
        (None, "agreement", "none"),
    ):  # fmt: skip
        asked = ["--mode", mode, "--aggregation", aggregation, "--normalization", normalization]
        named = ["--qualifier", qualifier] if qualifier else []
        taken.clear()
        result = run(CAMPS, *asked, *named, "--json")
        if result.exit_code:
            refused += 1
            assert not taken
            continue
        [got] = taken
        assert (mode, aggregation, normalization) == (
            got["mode"], got["aggregation"], got["normalization"],
        )  # fmt: skip
        if aggregation != "ignore":
            assert got.get("qualifier", "agreement") == "agreement" != qualifier or qualifier

    assert 0 < refused < 180


STATEMENTS = {"rows": "organization"}
TWIN: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("network", {"mode": "events"}, "event_list"),
    ("windows", {"mode": "events", "unit": "days", "size": 3}, "event_list"),
    ("kernels", {"mode": "events", "unit": "days", "size": 3, "kernel": "uniform"}, "event_list"),
    ("kernels", {"mode": "two", "aggregation": "combine", "unit": "days", "size": 3,
                 "kernel": "uniform"}, "choose 'subtract'"),
    ("kernels", {"normalization": "jaccard", "unit": "days", "size": 3, "kernel": "uniform"},
     "choose 'subtract' or 'average'"),
    ("kernels", {"normalization": "jaccard", "unit": "days", "size": 3, "kernel": "uniform",
                 "compat": "dna"}, "choose 'subtract' or 'average'"),
    ("kernels", {"normalization": "cosine", "unit": "days", "size": 3, "kernel": "uniform",
                 "compat": "dna"}, "choose 'average'"),
    ("kernels", {"unit": "days", "size": 3, "kernel": "square"}, "it may be uniform"),
    ("windows", {"unit": "days", "size": 0}, "it must be 1 or more"),
    ("windows", {"unit": "decades", "size": 1}, "it may be seconds"),
    ("windows", {"unit": "events", "size": 3, "compat": "dna"}, "leave out compat"),
    ("clusters", {"mode": "two"}, "leave out mode='two'"),
    ("clusters", {"aggregation": "conflict"}, "leave out aggregation='conflict'"),
    ("clusters", {"normalization": "cosine"}, "leave out normalization='cosine'"),
    ("dendrogram", {"aggregation": "conflict"}, "leave out aggregation='conflict'"),
    ("scale", {"mode": "two"}, "leave out mode='two'"),
    ("scale", {"normalization": "average"}, "leave out normalization='average'"),
    ("scale", {"dimensions": 3}, "1 or 2 dimensions"),
    ("scale", {"qualifier": None}, "name a qualifier"),
    ("polarization", {"aggregation": "conflict"}, "leave out aggregation='conflict'"),
    ("polarization", {"mode": "two"}, "does not fit"),
    ("polarization", {"qualifier": None}, "name a qualifier"),
    ("find_backbone", {"mode": "two"}, "choose mode 'one'"),
    ("nested_backbone", {"mode": "two"}, "choose mode 'one'"),
    ("event_list", {"mode": "one"}, "leave it out"),
    ("event_list", {"isolates": True}, "leave them out"),
    ("event_list", {"normalization": "average"}, "it may be none"),
    ("network", {"keep": {"concept": ("a",)}, "exclude": {"concept": ("a", "b")}}, "leave out one"),
    ("network", {"start": 10, "stop": 5}, "swap start and stop"),
    ("network", {"compat": "rdna"}, "may be 'dna' or None"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("function", "options", "mend"), TWIN, ids=[f"{one[0]} {one[1]}" for one in TWIN]
)
def test_the_twin_refuses_the_same(function: str, options: dict[str, Any], mend: str) -> None:
    """What a function would pass over or replace, it refuses."""
    with pytest.raises(UsageError) as caught:
        getattr(networks, function)(dna.load(CAMPS), **STATEMENTS, **options)

    assert mend in str(caught.value)


def test_a_project_refuses_what_passages_do_not_have(project: Path) -> None:
    """Shared passages have no status, and quote nobody."""
    with sayso.open(project) as opened:
        for options in ({"status": "accepted"}, {"quotes": True}):
            with pytest.raises(UsageError, match="leave out status and quotes"):
                opened.network(mode="reuse", **options)
