"""What the checks report, and what people make of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sayso.errors import NotFoundError, UsageError
from sayso.model import Act, Finding
from sayso.store import acts, packing
from sayso.store.store import Store

FindingState = Literal["open", "confirmed", "dismissed"]
STATES: tuple[FindingState, ...] = ("open", "confirmed", "dismissed")
# The field of the log that holds it; findings keep their id, so that a dismissal holds.
FIELD = "finding"
_WEIGHT = "CASE severity WHEN 'problem' THEN 0 WHEN 'doubt' THEN 1 ELSE 2 END"


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A finding with what was decided about it; `coder`, `when`, `why` are empty while open."""

    finding: Finding
    state: FindingState = "open"
    why: str = ""
    coder: str = ""
    when: str = ""


def replace_findings(store: Store, checks: Sequence[str], findings: Iterable[Finding]) -> None:
    """Keep the findings of some checks in the place of those they had."""
    unique = {one.id: one for one in findings}
    for check in checks:
        store.run('DELETE FROM finding WHERE "check" = ?', (check,))
    store.run_many(
        'INSERT OR REPLACE INTO finding (id, "check", severity, data) VALUES (?, ?, ?, ?)',
        [(one.id, one.check, one.severity, packing.data(one)) for one in unique.values()],
    )
    pairs = {(one.id, part.document) for one in unique.values() for part in one.evidence}
    store.run_many(
        "INSERT OR IGNORE INTO evidence (finding, document) VALUES (?, ?)", sorted(pairs)
    )


def found(
    store: Store, *, state: str | Sequence[str] = (), check: str | None = None,
    document: str | None = None,
) -> list[FoundRow]:  # fmt: skip
    """Give findings, the gravest first, by check and place.

    Raises:
        UsageError: A state does not exist.
    """
    states = (state,) if isinstance(state, str) else tuple(state)
    for one in states:
        known(one)
    where, values = ["1"], list[Any]()
    if check is not None:
        where.append('"check" = ?')
        values.append(check)
    if document is not None:
        where.append("id IN (SELECT finding FROM evidence WHERE document = ?)")
        values.append(document)
    rows = store.all(
        f'SELECT data FROM finding WHERE {" AND ".join(where)} ORDER BY {_WEIGHT}, "check", rowid',
        values,
    )
    findings: list[Finding] = [packing.record_of("finding", row[0]) for row in rows]
    decided = acts.values_of(store, [one.id for one in findings])
    answered = [_row(one, decided.get(one.id, {}).get(FIELD)) for one in findings]
    return [one for one in answered if not states or one.state in states]


def _row(finding: Finding, decided: tuple[Any, Act] | None) -> FoundRow:
    if decided is None or decided[0] not in ("confirmed", "dismissed"):
        return FoundRow(finding)
    return FoundRow(finding, decided[0], decided[1].why, decided[1].coder, decided[1].when)


def known(state: str) -> FindingState:
    """Give a state of findings by its name.

    Raises:
        UsageError: There is none of that name.
    """
    for one in STATES:
        if one == state:
            return one
    raise UsageError(f"There is no state {state!r} of findings; there are {', '.join(STATES)}.")


def require(store: Store, ids: Sequence[str]) -> None:
    """Make sure that all findings are there.

    Raises:
        NotFoundError: One is not.
    """
    for id_ in ids:
        if store.maybe("SELECT 1 FROM finding WHERE id = ?", (id_,)) is None:
            raise NotFoundError(f"There is no finding {id_!r}. Did the checks run again since?")


def counts(store: Store) -> dict[str, int]:
    """Count the findings that are not dismissed, by document."""
    rows = store.all(
        "SELECT evidence.document, count(*) FROM evidence"
        " LEFT JOIN state ON state.target = evidence.finding AND state.field = ?"
        " WHERE state.value IS NULL OR state.value <> '\"dismissed\"'"
        " GROUP BY evidence.document",
        (FIELD,),
    )
    return dict(rows)
