"""The history as people took it: steps, each of one or many acts that are undone as one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sayso.errors import NotFoundError
from sayso.model import Act

if TYPE_CHECKING:
    from sayso.project import Project

AT_ONCE = 1_000  # acts fetched in one go
SHOWN = 4  # acts of a step that are told one by one
LEADING = ("correct", "concept")
FARTHEST = 40_000  # acts looked at for one answer


def steps(project: Project, *, offset: int, most: int) -> dict[str, Any]:
    """Give the steps from an act on, the latest first, and the act to go on from.

    `next` is None where there are no more.
    """
    messages = {row.finding.id: row.finding.message for row in project.findings()}
    found: list[dict[str, Any]] = []
    at = offset
    for _, acts in groupby(_acts(project, offset), key=lambda one: one.batch):
        if len(found) == most:
            return {"steps": found, "next": at}
        whole = list(acts)
        at += len(whole)
        found.append(_step(project, whole, messages))
    return {"steps": found, "next": None if at < offset + FARTHEST else at}


def _acts(project: Project, offset: int) -> Iterator[Act]:
    for start in range(offset, offset + FARTHEST, AT_ONCE):
        some = project.history(offset=start, limit=AT_ONCE)
        yield from some
        if len(some) < AT_ONCE:
            return


def _step(project: Project, acts: list[Act], messages: dict[str, str]) -> dict[str, Any]:
    # What names the step comes first: a correction before the status it gives to the old one.
    acts.sort(key=lambda one: LEADING.index(one.kind) if one.kind in LEADING else len(LEADING))
    first = acts[0]
    return {
        "batch": first.batch,
        "coder": first.coder,
        "when": first.when,
        "count": len(acts),
        "acts": [
            {
                "id": act.id,
                "kind": act.kind,
                "target": act.target,
                "before": _short(act.before),
                "after": _short(act.after),
                "why": act.why,
                **_about(project, act, messages),
            }
            for act in acts[:SHOWN]
        ],
    }


def _about(project: Project, act: Act, messages: dict[str, str]) -> dict[str, str]:
    """Give what the act is about in words, and where that can be read."""
    if act.target in messages:
        return {"words": messages[act.target], "page": "findings", "document": ""}
    if act.kind == "concept":
        return {"words": _concept(project, act), "page": "concepts", "document": ""}
    if act.kind in ("same", "rename"):
        return {"words": _actors(act), "page": "actors", "document": ""}
    try:
        one = project.statement(act.target)
    except NotFoundError:
        return {"words": "", "page": "", "document": ""}
    words = " […] ".join(span.exact for span in one.content)
    return {"words": words, "page": "read", "document": one.document}


def _concept(project: Project, act: Act) -> str:
    for value in (act.after, act.before):
        if isinstance(value, dict) and value.get("name"):
            return str(value["name"])
    return next((one.name for one in project.concepts() if one.id == act.target), "")


def _actors(act: Act) -> str:
    after = act.after if isinstance(act.after, dict) else {}
    if act.kind == "rename":
        return str(after.get("shown as") or "")
    return f"“{after.get('one name')}” and “{after.get('two name')}”"


def _short(value: Any) -> Any:
    """Leave out of a state what is a whole record: the page shows the words instead."""
    if isinstance(value, dict):
        return {name: part for name, part in value.items() if not isinstance(part, (dict, list))}
    return value if isinstance(value, (str, int, float, bool)) else None
