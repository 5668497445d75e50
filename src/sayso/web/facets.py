"""Facets: how many statements each value of each filter would leave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.model import Statement
from sayso.web import shapes

NONE = ""  # the value of a facet that a statement has no value for
MOST = 200  # values listed of one facet


def facets(
    statements: Iterable[Statement], chosen: Mapping[str, Sequence[str] | str | None]
) -> dict[str, list[dict[str, Any]]]:
    """Count statements by each value of each facet, the most frequent first.

    A facet counts what passes the choices in all *other* facets, so that its own other values
    can still be seen and chosen.
    """
    wanted = {
        name: {value} if isinstance(value, str) else set(value)
        for name, value in chosen.items()
        if value is not None and value not in ((), [])
    }
    counters: dict[str, Counter[str]] = {
        name: Counter()
        for name in ("status", "kind", "agreement", "concept", "speaker", "document")
    }
    for one in statements:
        values = _values(one)
        failing = [name for name, allowed in wanted.items() if values[name] not in allowed]
        if len(failing) > 1:
            continue
        for name in failing or counters:
            counters[name][values[name]] += 1
    return {
        name: [
            {"value": value, "count": count}
            for value, count in sorted(counter.items(), key=lambda item: (-item[1], item[0]))[:MOST]
        ]
        for name, counter in counters.items()
    }


def _values(one: Statement) -> dict[str, str]:
    return {
        "status": one.status,
        "kind": one.kind,
        "agreement": one.agreement or NONE,
        "concept": one.concept or NONE,
        "speaker": shapes.speaker(one),
        "document": one.document,
    }
