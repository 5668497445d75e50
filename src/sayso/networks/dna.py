"""The functions and argument names of rDNA, on `.dna` files, with the peer's own numbers.

Each reproduces Discourse Network Analyzer 3, its defects included; docs/networks.md lists them.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from sayso.errors import UsageError
from sayso.networks import making
from sayso.networks.backbone import evaluate_backbone as evaluate
from sayso.networks.backbone import nested_backbone
from sayso.networks.camps import find_camps, peer_quality
from sayso.networks.comparing import distances
from sayso.networks.dna_statements import load as load
from sayso.networks.dna_statements import of_file as of_file
from sayso.networks.making import Network
from sayso.networks.settings import Aggregation, Duplicates, Mode, Normalization, Settings
from sayso.networks.sliding import windows
from sayso.networks.smoothing import kernels
from sayso.networks.statements import DOCUMENT, Statements
from sayso.networks.tallies import bars
from sayso.networks.times import seconds, written

_LOG = logging.getLogger("sayso.networks")
_MODES: Mapping[str, Mode] = {"onemode": "one", "twomode": "two", "eventlist": "events"}
_UNITS: Mapping[str, Duplicates] = {
    "include": "include", "document": "document", "week": "week", "month": "month",
    "year": "year", "acrossrange": "period", "across range": "period",
}  # fmt: skip
_FITTING: Mapping[Mode, tuple[tuple[Aggregation, ...], tuple[Normalization, ...]]] = {
    "one": (
        ("ignore", "congruence", "conflict", "subtract"),
        ("none", "average", "jaccard", "cosine"),
    ),
    "two": (("ignore", "subtract", "combine"), ("none", "activity", "prominence")),
    "events": (("ignore", "subtract"), ("none",)),
}
_FILTERS = ("Authors", "Sources", "Sections", "Types")
_DEFAULTS: Mapping[str, Any] = {
    "networkType": "twomode", "statementType": "DNA Statement", "variable1": "organization",
    "variable1Document": False, "variable2": "concept", "variable2Document": False,
    "qualifier": "agreement", "qualifierDocument": False, "qualifierAggregation": "ignore",
    "normalization": "no", "isolates": False, "duplicates": "include",
    "start.date": "01.01.1900", "stop.date": "31.12.2099", "start.time": "00:00:00",
    "stop.time": "23:59:59", "timeWindow": "no", "windowSize": 100, "kernel": "no",
    "normalizeToOne": False, "indentTime": True, "excludeVariables": (), "excludeValues": (),
    **{f"exclude{field}": () for field in _FILTERS}, "invertValues": False,
    **{f"invert{field}": False for field in _FILTERS},
    "kind": None, "name": None,
}  # fmt: skip


def network(path: str | Path | Statements, **options: Any) -> list[dict[str, Any]]:
    """Give the networks that `dna_network` gives, by its argument names.

    Returns:
        One mapping for each window, or one in all: "rows", "columns", "matrix", "start", "stop",
        "datetime" (the middle) and "num_statements".

    Raises:
        UsageError: An argument is not known, or names a variable that does not exist.
    """
    return [_answered(one) for one in networks(path, **options)]


def networks(path: str | Path | Statements, **options: Any) -> tuple[Network, ...]:
    """Give the same as `network`, as networks."""
    chosen = _completed(options)
    statements = _statements(path, chosen)
    settings = _settings(statements, chosen)
    unit, kernel = str(chosen["timeWindow"]), str(chosen["kernel"])
    if unit == "no":
        return (making.network(statements, settings),)
    if kernel == "no":
        return windows(statements, unit=_as_unit(unit), size=int(chosen["windowSize"]),
                       settings=settings)  # fmt: skip
    settings = _under_kernel(settings)
    return kernels(
        statements, unit=_as_unit(unit), size=int(chosen["windowSize"]), kernel=_as_kernel(kernel),
        indent=bool(chosen["indentTime"]), to_one=bool(chosen["normalizeToOne"]),
        settings=settings,
    )  # fmt: skip


def _under_kernel(settings: Settings) -> Settings:
    """Put in place of what a kernel cannot weigh what the peer silently puts there."""
    odd = settings.normalization not in {"none", "average"} and settings.mode == "one"
    return replace(
        settings,
        aggregation="subtract" if settings.aggregation == "combine" else settings.aggregation,
        normalization="average" if odd else settings.normalization,
    )


def event_list(path: str | Path | Statements, **options: Any) -> list[Any]:
    """Give the ids of the statements that an event list of the peer holds, in its order."""
    chosen = _completed({**options, "networkType": "eventlist"})
    statements = _statements(path, chosen)
    selection = making.event_list(statements, _settings(statements, chosen))
    return [statements.ids[at] for at in selection.kept]


def _as_unit(unit: str) -> Any:
    return unit


def _as_kernel(kernel: str) -> Any:
    return kernel


def _statements(path: str | Path | Statements, chosen: Mapping[str, Any]) -> Statements:
    return path if isinstance(path, Statements) else load(path, chosen["statementType"])


def _completed(
    options: Mapping[str, Any], extra: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    known = {**_DEFAULTS, **(extra or {})}
    if options.get("kind") in {"timewindow", "distance"}:
        known["isolates"] = True
    strange = [name for name in options if name not in known]
    if strange:
        raise UsageError(f"dna_network has no argument {strange[0]!r}; it has {', '.join(known)}.")
    return known | dict(options)


def _settings(statements: Statements, chosen: Mapping[str, Any]) -> Settings:
    mode = _one_of(_MODES, chosen["networkType"], "networkType")
    aggregation = str(chosen["qualifierAggregation"])
    normalization = "none" if chosen["normalization"] == "no" else str(chosen["normalization"])
    aggregations, normalizations = _FITTING[mode]
    return Settings(
        mode=mode,
        rows=_variable(chosen, "variable1"),
        columns=_variable(chosen, "variable2"),
        qualifier=None if chosen["qualifier"] is None else _variable(chosen, "qualifier"),
        aggregation=_fitting(aggregation, aggregations, "ignore"),
        normalization=_fitting(normalization, normalizations, "none"),
        duplicates=_one_of(_UNITS, chosen["duplicates"], "duplicates"),
        isolates=bool(chosen["isolates"]),
        **_filters(chosen),
        start=_bound(chosen, "start", "01.01.1900"),
        stop=_bound(chosen, "stop", "31.12.2099"),
        compat="dna",
    )


def _one_of(known: Mapping[str, Any], value: str, what: str) -> Any:
    if value not in known:
        raise UsageError(f"{what} is {value!r}; it may be {', '.join(known)}.")
    return known[value]


def _fitting(value: str, known: Sequence[str], otherwise: str) -> Any:
    """Give the value, or what the peer silently puts in its place."""
    if value in known:
        return value
    _LOG.warning("%s does not fit this kind of network; %s is taken, as DNA does.", value,
                 otherwise)  # fmt: skip
    return otherwise


def _variable(chosen: Mapping[str, Any], which: str) -> str:
    return (DOCUMENT if chosen[f"{which}Document"] else "") + str(chosen[which])


def _filters(chosen: Mapping[str, Any]) -> dict[str, Any]:
    statement = _excluded(chosen["excludeVariables"], chosen["excludeValues"])
    found: dict[str, dict[str, tuple[str, ...]]] = {"exclude": {}, "keep": {}}
    found["keep" if chosen["invertValues"] else "exclude"].update(statement)
    for field in _FILTERS:
        values = tuple(_listed(chosen[f"exclude{field}"]))
        if values:
            name = DOCUMENT + field.removesuffix("s").lower()
            found["keep" if chosen[f"invert{field}"] else "exclude"][name] = values
    return found


def _excluded(names: Any, values: Any) -> dict[str, tuple[str, ...]]:
    """Give the listed values by variable: rDNA's own mapping, or its two lists side by side."""
    if isinstance(values, Mapping):
        return {str(name): tuple(_listed(listed)) for name, listed in values.items()}
    found: dict[str, tuple[str, ...]] = {}
    if len(_listed(names)) != len(_listed(values)):
        raise UsageError("excludeVariables and excludeValues must be of one length.")
    for name, value in zip(_listed(names), _listed(values), strict=True):
        found[name] = (*found.get(name, ()), value)
    return found


def _listed(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _bound(chosen: Mapping[str, Any], which: str, unset: str) -> int | None:
    if chosen[f"{which}.date"] == unset:
        return None
    try:
        day, month, year = str(chosen[f"{which}.date"]).split(".")
        return seconds(f"{year}-{month}-{day}T{chosen[f'{which}.time']}")
    except ValueError as error:
        raise UsageError(f"{which}.date is {chosen[f'{which}.date']!r}; write it like 31.12.2010 "
                         "and the time like 23:59:59.") from error  # fmt: skip


def _answered(one: Network) -> dict[str, Any]:
    return {
        "rows": list(one.rows),
        "columns": list(one.columns),
        "matrix": one.matrix(),
        "start": written(one.start),
        "stop": written(one.stop),
        "datetime": written(one.middle),
        "num_statements": one.statements,
    }


def barplot(path: str | Path | Statements, **options: Any) -> dict[str, Any]:
    """Give the counts of statements by value and level, as `dna_barplot` does.

    Without a qualifier there is one level, 1.
    """
    chosen = _completed({"qualifier": None, **options, "networkType": "eventlist"})
    statements = _statements(path, chosen)
    found = bars(statements, _variable(chosen, "variable1"), settings=_settings(statements, chosen))
    return {
        "variable": found.variable,
        "values": list(found.values),
        "counts": found.counts.astype(np.int64).tolist(),
        "intValues": list(found.levels),
        "colors": list(found.colours),
    }


def distance(path: str | Path | Statements, **options: Any) -> Any:
    """Give the distances of windows as phase transitions use them ("absdiff" or "spectral")."""
    extra = {"distanceMethod": "absdiff", "matrices": False}
    options = {"kind": "distance", "indentTime": False, **options}
    own = {name: options.pop(name, value) for name, value in extra.items()}
    made = networks(path, **{**options, "networkType": "onemode"})
    to_one = bool(options.get("normalizeToOne", False))
    return distances(made, method=own["distanceMethod"], to_one=to_one)


def backbone(path: str | Path | Statements, **options: Any) -> dict[str, Any]:
    """Give the steps of `dna_backbone` with method "nested"."""
    options = dict(options)
    if options.pop("method", "nested") != "nested":
        raise UsageError(
            "The peer's other searches have no seed, so nothing can be reproduced; "
            "use sayso.networks.find_backbone."
        )
    statements, settings = _for_backbone(path, options)
    steps = nested_backbone(statements, settings=settings)
    return {
        "method": "nested",
        "iteration": list(range(1, len(steps) + 1)),
        "entities": [step.concept for step in steps],
        "backboneLoss": [step.backbone_loss for step in steps],
        "redundantLoss": [step.redundant_loss for step in steps],
        "numStatements": [step.statements for step in steps],
    }


def evaluate_backbone(path: str | Path | Statements, **options: Any) -> list[float]:
    """Give the two losses of `dna_evaluateBackboneSolution`; the penalty p loses its fraction."""
    options = dict(options)
    concepts, penalty = options.pop("backboneEntities"), int(options.pop("p", 0))
    statements, settings = _for_backbone(path, options)
    return list(evaluate(statements, concepts, penalty=penalty, settings=settings))


def _for_backbone(
    path: str | Path | Statements, options: Mapping[str, Any]
) -> tuple[Statements, Settings]:
    chosen = _completed({"duplicates": "document", **options, "networkType": "onemode"})
    statements = _statements(path, chosen)
    return statements, _settings(statements, chosen)


def polarization(
    path: str | Path | Statements, *, memberships: Sequence[Sequence[int]] | None = None,
    **options: Any,
) -> dict[str, Any]:  # fmt: skip
    """Give the series of `dna_polarization`: networks, memberships and their quality.

    The peer's memberships are random, so they are taken as given, one list a window; without them
    sayso's own camps stand in their place. As the peer does, windows take the same network of
    congruence minus conflict for both, since it forgets to say which.

    Args:
        path: the file, or its statements.
        memberships: a group for each name, for each window.
        options: the arguments of `dna_polarization`; those that steer its search do nothing.
    """
    asked = {**_SEARCH, "indentTime": False, **options}
    own = {name: asked.pop(name) for name in _SEARCH}
    fixed = {"networkType": "onemode", "normalization": "average", "isolates": True}
    windowed = asked.get("timeWindow", "no") != "no"
    both = ("subtract", "subtract") if windowed else ("congruence", "conflict")
    agreed, fought = (
        networks(path, **{**asked, **fixed, "qualifierAggregation": one}) for one in both
    )
    series = []
    for at, (one, other) in enumerate(zip(agreed, fought, strict=True)):
        congruence, conflict = (_off_diagonal(network) for network in (one, other))
        camps = (
            list(memberships[at]) if memberships is not None
            else find_camps(congruence, conflict, groups=own["numClusters"]).tolist()
        )  # fmt: skip
        series.append({
            "start": written(one.start), "middle": written(one.middle), "stop": written(one.stop),
            "names": list(one.rows), "memberships": camps, "congruence": congruence,
            "conflict": conflict,
            "final_max_q": peer_quality(congruence, conflict, camps,
                                        normalize=own["normalizeScores"]),
        })  # fmt: skip
    return {"series": series}


_SEARCH: Mapping[str, Any] = {
    "algorithm": "greedy", "normalizeScores": False, "numClusters": 2, "randomSeed": 0,
    "numParents": 50, "numIterations": 1000, "elitePercentage": 0.1, "mutationPercentage": 0.1,
}  # fmt: skip


def _off_diagonal(network: Network) -> Any:
    matrix = network.matrix()
    np.fill_diagonal(matrix, 0)
    return matrix


def polarization_quality(
    congruence: Any, conflict: Any, memberships: Sequence[int], *, normalize: bool = False
) -> float:
    """Give the peer's quality of given memberships; the peer looks for the largest."""
    return peer_quality(
        np.asarray(congruence, dtype=np.float64), np.asarray(conflict, dtype=np.float64),
        memberships, normalize=normalize,
    )  # fmt: skip
