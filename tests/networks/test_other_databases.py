"""Databases of other shapes: every network equals the one that is counted by hand."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.networks.by_hand import Asked
from tests.networks.by_hand_over_time import kernels, nested, quality
from tests.networks.databases import SHAPES, make

from sayso import networks
from sayso.networks import dna
from sayso.networks.times import written

KINDS = {
    "onemode": (
        ("ignore", "congruence", "conflict", "subtract"), ("no", "average", "jaccard", "cosine")
    ),
    "twomode": (("ignore", "subtract", "combine"), ("no", "activity", "prominence")),
}  # fmt: skip
DUPLICATES = ("include", "document", "week", "month", "year", "acrossrange")


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory):
    """Make the database of a shape once."""
    folder = tmp_path_factory.mktemp("databases")

    def made(name: str) -> Path:
        path = folder / f"{name}.dna"
        return path if path.exists() else make(path, SHAPES[name], seed=len(name))

    return made


CASES = [
    ("plain", "DNA Statement", "organization", "concept", "agreement"),
    ("plain", "DNA Statement", "person", "organization", "concept"),
    ("renamed", "Cláim", "claimant", "frame: level 2", "posição"),
    ("renamed", "Cláim", "frame: level 2", "claimant", "strength"),
    ("renamed", "Cláim", "claimant", "frame: level 2", "tone"),
    ("several types", "DNA Statement", "organization", "concept", "agreement"),
    ("several types", "Copy", "organization", "concept", "agreement"),
    ("numbers", "DNA Statement", "organization", "concept", "agreement"),
    ("numbers", "DNA Statement", "organization", "concept", "always"),
    ("numbers", "DNA Statement", "organization", "concept", "certain"),
    ("missing values", "DNA Statement", "organization", "concept", "agreement"),
    ("missing values", "DNA Statement", "organization", "concept", "person"),
    ("empty", "DNA Statement", "organization", "concept", "agreement"),
    ("no statements", "DNA Statement", "organization", "concept", "agreement"),
    ("one document", "DNA Statement", "organization", "concept", "agreement"),
    ("one statement", "DNA Statement", "organization", "concept", "agreement"),
    ("without dates", "DNA Statement", "organization", "concept", "agreement"),
    ("strange names", "DNA Statement", "id", "date", "start"),
    ("strange names", "DNA Statement", "date", "id", "document"),
    ("strange names", "DNA Statement", "id", "date", "status"),
    ("years apart", "DNA Statement", "organization", "concept", "agreement"),
]  # fmt: skip


def combinations() -> list[tuple[str, str, str, str]]:
    """Give every kind of network with what may be asked of it; the peer fails on the others."""
    return [
        (kind, aggregation, normalization, duplicates)
        for kind, (aggregations, normalizations) in KINDS.items()
        for aggregation, normalization, duplicates in product(
            aggregations, normalizations, DUPLICATES
        )
        if (aggregation, normalization) != ("combine", "prominence")
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}, {case[2]}, {case[4]}")
def test_every_combination_equals_the_count_by_hand(case: tuple[str, ...], database):
    """Labels and cells, for all aggregations, normalizations, duplicates, with isolates or not."""
    name, type_, rows, columns, qualifier = case
    path = database(name)
    for nth, (kind, aggregation, normalization, duplicates) in enumerate(combinations()):
        isolates = nth % 2 == 0
        by_hand = Asked(
            path, type_, kind[:3], rows, columns, qualifier, aggregation, normalization,
            duplicates, isolates,
        )  # fmt: skip
        [ours] = dna.network(
            path, statementType=type_, networkType=kind, variable1=rows, variable2=columns,
            qualifier=qualifier, qualifierAggregation=aggregation, normalization=normalization,
            duplicates=duplicates, isolates=isolates,
        )  # fmt: skip
        agree(by_hand.answer(), ours, f"{kind} {aggregation} {normalization} {duplicates}")


def agree(expected: tuple[list[str], list[str], Any], ours: dict[str, Any], what: str) -> None:
    rows, columns, cells = expected
    assert (rows, columns) == (ours["rows"], ours["columns"]), what
    wanted = np.array(cells, dtype=float).reshape(len(rows), len(columns))
    np.testing.assert_allclose(
        ours["matrix"], wanted, rtol=0, atol=1e-9, equal_nan=True, err_msg=what
    )


RIGHT = {
    "one": (
        ("ignore", "congruence", "conflict", "subtract"), ("none", "average", "jaccard", "cosine")
    ),
    "two": (("ignore", "subtract", "combine"), ("none", "activity", "prominence")),
}  # fmt: skip
PEERS = {"none": "no", "period": "acrossrange"}


@pytest.mark.parametrize("case", CASES[::2], ids=lambda case: f"{case[0]}, {case[2]}, {case[4]}")
def test_the_right_measures_equal_the_count_by_hand(case: tuple[str, ...], database):
    """The same without the peer's defects: cosine, one level, words, numbers, months and weeks."""
    name, type_, rows, columns, qualifier = case
    statements = dna.load(database(name), type_)
    units = ("include", "document", "day", "week", "month", "year", "period")
    every = [
        (mode, aggregation, normalization, duplicates)
        for mode, (aggregations, normalizations) in RIGHT.items()
        for aggregation, normalization, duplicates in product(aggregations, normalizations, units)
    ]
    for nth, (mode, aggregation, normalization, duplicates) in enumerate(every):
        isolates = nth % 2 == 1
        by_hand = Asked(
            database(name), type_, mode, rows, columns, qualifier, aggregation,
            PEERS.get(normalization, normalization), PEERS.get(duplicates, duplicates), isolates,
            right=True,
        )  # fmt: skip
        ours = networks.network(
            statements, mode=mode, rows=rows, columns=columns, qualifier=qualifier,
            aggregation=aggregation, normalization=normalization, duplicates=duplicates,
            isolates=isolates,
        )  # fmt: skip
        shown = {"rows": list(ours.rows), "columns": list(ours.columns), "matrix": ours.matrix()}
        agree(by_hand.answer(), shown, f"{mode} {aggregation} {normalization} {duplicates}")


DATED = [case for case in CASES if case[0] not in {"empty", "no statements"}]
SHORT = [case for case in DATED if case[0] not in {"without dates", "years apart"}][::2]
FEW = [case for case in SHORT if case[0] in {"plain", "one document", "one statement"}]
"""Backbones are dear by hand."""


@pytest.mark.parametrize("case", SHORT, ids=lambda case: f"{case[0]}, {case[2]}, {case[4]}")
def test_windows_equal_the_count_by_hand(case: tuple[str, ...], database):
    """Every window, its labels and its cells, one-mode and two-mode, with isolates or not."""
    name, type_, rows, columns, qualifier = case
    unit, size = (("months", 5), ("weeks", 80), ("years", 1))[SHORT.index(case) % 3]
    for nth, (mode, aggregation, normalization) in enumerate(
        [("one", "congruence", "average"), ("two", "combine", "activity"),
         ("one", "subtract", "jaccard"), ("two", "subtract", "no")]
    ):  # fmt: skip
        isolates = nth % 2 == 0
        by_hand = Asked(
            database(name), type_, mode, rows, columns, qualifier, aggregation, normalization,
            "document", isolates,
        )  # fmt: skip
        ours = dna.network(
            database(name), statementType=type_, networkType=f"{mode}mode", variable1=rows,
            variable2=columns, qualifier=qualifier, qualifierAggregation=aggregation,
            normalization=normalization, duplicates="document", isolates=isolates,
            timeWindow=unit, windowSize=size,
        )  # fmt: skip
        expected = list(by_hand.windows(unit, size))
        assert [written(middle) for middle, _ in expected] == [one["datetime"] for one in ours]
        for (_, answer), one in zip(expected, ours, strict=True):
            agree(answer, one, f"{mode} {aggregation} {one['datetime']}")


@pytest.mark.parametrize("case", SHORT, ids=lambda case: f"{case[0]}, {case[2]}, {case[4]}")
def test_kernels_equal_the_count_by_hand(case: tuple[str, ...], database):
    """Every smoothed network, indented or not, divided by its sum or not."""
    name, type_, rows, columns, qualifier = case
    kernel = ("uniform", "epanechnikov", "triangular", "gaussian")[SHORT.index(case) % 4]
    for nth, (mode, aggregation) in enumerate(
        product(("one", "two"), ("ignore", "subtract", "congruence", "conflict"))
    ):
        if mode == "two" and aggregation in {"congruence", "conflict"}:
            continue
        normalization = ("no", "average")[nth % 2]
        by_hand = Asked(
            database(name), type_, mode, rows, columns, qualifier, aggregation, normalization
        )
        ours = dna.network(
            database(name), statementType=type_, networkType=f"{mode}mode", variable1=rows,
            variable2=columns, qualifier=qualifier, qualifierAggregation=aggregation,
            normalization=normalization if mode == "one" else "no", timeWindow="months",
            windowSize=3 + nth, kernel=kernel, indentTime=bool(nth % 2),
            normalizeToOne=bool(nth // 2 % 2),
        )  # fmt: skip
        expected = list(kernels(by_hand, "months", 3 + nth, kernel, indent=bool(nth % 2),
                                to_one=bool(nth // 2 % 2)))  # fmt: skip
        assert [written(middle) for middle, _ in expected] == [one["datetime"] for one in ours]
        for (_, cells), one in zip(expected, ours, strict=True):
            agree((one["rows"], one["columns"], cells), one, f"{mode} {aggregation} {kernel}")


@pytest.mark.parametrize("case", SHORT, ids=lambda case: f"{case[0]}, {case[2]}, {case[4]}")
def test_filters_and_inversions_equal_the_count_by_hand(case: tuple[str, ...], database):
    """Values of any variable, and authors, sources, sections and types of documents."""
    name, type_, rows, columns, qualifier = case
    every = Asked(database(name), type_, "two", rows, columns, qualifier).everything
    listed = sorted({str(one[rows]) for one in every if one[rows]})[:2]
    levels = sorted({str(one[qualifier]) for one in every if one[qualifier] is not None})[:1]
    for invert, inverted in product((False, True), repeat=2):
        for exclude in ({}, {rows: listed}, {qualifier: levels}, {rows: listed, columns: ["x"]}):
            authors, sections = ["Ann", ""], ["News"]
            by_hand = Asked(
                database(name), type_, "two", rows, columns, qualifier, "subtract", "no",
                "include", True, exclude=tuple((k, tuple(v)) for k, v in exclude.items()),
                invert=invert,
                documents=((".author", authors, inverted), (".section", sections, False)),
            )  # fmt: skip
            [ours] = dna.network(
                database(name), statementType=type_, variable1=rows, variable2=columns,
                qualifier=qualifier, qualifierAggregation="subtract", isolates=True,
                excludeValues=exclude, invertValues=invert, excludeAuthors=authors,
                invertAuthors=inverted, excludeSections="News",
            )  # fmt: skip
            agree(by_hand.answer(), ours, f"{exclude} {invert} {inverted}")


@pytest.mark.parametrize("case", FEW, ids=lambda case: f"{case[0]}, {case[2]}, {case[4]}")
def test_backbones_and_camps_equal_the_count_by_hand(case: tuple[str, ...], database):
    """Every step of the nested backbone, and the quality of given camps."""
    name, type_, rows, columns, qualifier = case
    options = {"statementType": type_, "variable1": rows, "variable2": columns,
               "qualifier": qualifier}  # fmt: skip
    by_hand = Asked(database(name), type_, "one", rows, columns, qualifier, "congruence", "average",
                    "document")  # fmt: skip
    steps = dna.backbone(database(name), qualifierAggregation="congruence",
                         normalization="average", **options)  # fmt: skip
    expected = list(nested(by_hand))
    assert steps["numStatements"] == [one[3] for one in expected] or _tied(expected)
    if not _tied(expected):
        assert steps["entities"] == [one[0] for one in expected]
        for at, which in ((1, "backboneLoss"), (2, "redundantLoss")):
            np.testing.assert_allclose(steps[which], [one[at] for one in expected], atol=1e-9)

    both = [
        Asked(database(name), type_, "one", rows, columns, qualifier, one, "average", "include",
              True)
        for one in ("congruence", "conflict")
    ]  # fmt: skip
    (names, _, agreed), (_, _, fought) = (one.answer() for one in both)
    camps = [at % 2 for at in range(len(names))]
    [found] = dna.polarization(database(name), memberships=[camps], **options)["series"]
    assert found["names"] == names
    if len(names) > 3:
        wanted = quality(agreed, fought, camps, normalize=False)
        assert found["final_max_q"] == pytest.approx(wanted, abs=1e-9, nan_ok=True)


def _tied(steps: list[tuple[str, float, float, int]]) -> bool:
    """Whether two removals cost as good as the same, so that rounding decides."""
    costs = [one[1] for one in steps]
    return any(abs(a - b) < 1e-9 for a, b in pairwise(costs)) or any(np.isnan(costs))
