"""Statements of a project: found by what they say and where they stand, as they are now."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from sayso.errors import NotFoundError, UsageError
from sayso.model import STATUSES, Statement, StatementKind, Status
from sayso.store import packing
from sayso.store.acts import chunks
from sayso.store.store import Row, Store

Order = Literal["document", "score"]
_KINDS: tuple[StatementKind, ...] = ("direct", "mixed", "indirect", "own")
_COLUMNS = "statement.data, statement.status, statement.concept, statement.agreement"
_FROM = (
    " FROM statement JOIN document ON document.id = statement.document"
    " WHERE document.current AND NOT statement.hidden"
)
_JOINED = _FROM.replace(" WHERE", " JOIN reading ON reading.id = statement.reading WHERE")
_ORDERS: Mapping[str, str] = {
    "document": "document.key, statement.start, statement.stop DESC, statement.id",
    # The least certain first: what a person looks at pays most there.
    "score": "statement.score, document.key, statement.start, statement.id",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which statements are meant; empty fields let all pass.

    `speaker` and `text` are looked for without case and accents: `speaker` in the words that name
    who says it (an empty string: nobody is named), `text` in content, speaker and cue. `concept`
    is an id (an empty string: none is set). `among` are the ids of statements that may pass.
    """

    document: str | None = None
    status: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    speaker: str | None = None
    concept: str | None = None
    agreement: str | None = None
    text: str | None = None
    reader: str | None = None
    among: tuple[str, ...] | None = None


def chosen(
    *,
    document: str | None = None,
    status: str | Sequence[str] = (),
    kind: str | Sequence[str] = (),
    speaker: str | None = None,
    concept: str | None = None,
    agreement: str | None = None,
    text: str | None = None,
    reader: str | None = None,
    among: Sequence[str] | None = None,
) -> Filter:
    """Make a filter of what a caller asks for.

    Raises:
        UsageError: A status or kind does not exist; the message lists those there are.
    """
    return Filter(
        document, _known(status, STATUSES, "status"), _known(kind, _KINDS, "kind"), speaker,
        concept, agreement, text, reader, None if among is None else tuple(among),
    )  # fmt: skip


def _known(given: str | Sequence[str], known: Sequence[str], what: str) -> tuple[str, ...]:
    values = (given,) if isinstance(given, str) else tuple(given)
    for value in values:
        if value not in known:
            raise UsageError(f"There is no {what} {value!r}; there are {', '.join(known)}.")
    return values


def found(
    store: Store, wanted: Filter, *, order: Order = "document", offset: int = 0,
    limit: int | None = None,
) -> list[Statement]:  # fmt: skip
    """Give the statements that pass a filter, with status, concept and agreement as they are now.

    Raises:
        UsageError: The order does not exist.
    """
    if order not in _ORDERS:
        raise UsageError(f"There is no order {order!r}; there are {', '.join(_ORDERS)}.")
    where, values = _where(wanted)
    rows = store.all(
        f"SELECT {_COLUMNS}{_FROM}{where} ORDER BY {_ORDERS[order]} LIMIT ? OFFSET ?",
        [*values, -1 if limit is None else max(0, limit), max(0, offset)],
    )
    return [_present(row) for row in rows]


def ids(store: Store, wanted: Filter) -> list[str]:
    """Give the ids of the statements that pass a filter, in the order of their documents."""
    where, values = _where(wanted)
    rows = store.all(
        f"SELECT statement.id{_FROM}{where} ORDER BY {_ORDERS['document']}",
        values,
    )
    return [row[0] for row in rows]


def counts(store: Store, wanted: Filter) -> dict[Status, int]:
    """Count the statements that pass a filter, by status."""
    where, values = _where(wanted)
    rows = store.all(
        f"SELECT statement.status, count(*){_FROM}{where} GROUP BY statement.status",
        values,
    )
    counted: dict[Status, int] = dict.fromkeys(STATUSES, 0)
    counted.update(rows)
    return counted


def precision(store: Store, wanted: Filter) -> tuple[int, int] | None:
    """Give (accepted, decided) of statements of the same readers and kinds as those that pass.

    What people made themselves does not count; None where nobody has decided on any yet.
    """
    where, values = _where(wanted)
    like = f"SELECT DISTINCT reading.reader, statement.kind{_JOINED}{where}"
    row = store.one(
        "SELECT sum(status = 'accepted'), count(*) FROM statement"
        " JOIN reading ON reading.id = statement.reading WHERE NOT hidden AND proposed IS NOT NULL"
        f" AND status <> 'proposed' AND (reading.reader, statement.kind) IN ({like})",
        values,
    )
    return (row[0], row[1]) if row[1] else None


def get(store: Store, id_: str) -> Statement:
    """Give a statement, also one of an earlier version of its document.

    Raises:
        NotFoundError: There is none of this id, or a person took it back.
    """
    row = store.maybe(f"SELECT {_COLUMNS} FROM statement WHERE id = ? AND NOT hidden", (id_,))
    if row is None:
        raise NotFoundError(f"There is no statement {id_!r} in this project.")
    return _present(row)


def several(store: Store, wanted: Sequence[str]) -> list[Statement]:
    """Give statements by id, in the order asked for.

    Raises:
        NotFoundError: One of them is not there.
    """
    known: dict[str, Statement] = {}
    for some in chunks(wanted):
        marks = ", ".join("?" * len(some))
        rows = store.all(
            f"SELECT {_COLUMNS} FROM statement WHERE id IN ({marks}) AND NOT hidden",
            list(some),
        )
        known |= {one.id: one for one in map(_present, rows)}
    missing = [one for one in wanted if one not in known]
    if missing:
        raise NotFoundError(f"There is no statement {missing[0]!r} in this project.")
    return [known[one] for one in wanted]


def _present(row: Row) -> Statement:
    data, status, concept, agreement = row
    statement: Statement = packing.record_of("statement", data)
    return replace(statement, status=status, concept=concept, agreement=agreement)


def _where(wanted: Filter) -> tuple[str, list[Any]]:
    clauses: list[tuple[str, list[Any]]] = []
    if wanted.document is not None:
        clauses.append(("statement.document = ?", [wanted.document]))
    for column, values in (("status", wanted.status), ("kind", wanted.kind)):
        if values:
            marks = ", ".join("?" * len(values))
            clauses.append((f"statement.{column} IN ({marks})", list(values)))
    if wanted.concept is not None:
        clauses.append(("coalesce(statement.concept, '') = ?", [wanted.concept]))
    if wanted.agreement is not None:
        clauses.append(("coalesce(statement.agreement, '') = ?", [wanted.agreement]))
    if wanted.speaker is not None:
        clauses.append(_speaker(wanted.speaker))
    if wanted.text:
        clauses.append(("instr(statement.folded, ?) > 0", [packing.folded(wanted.text)]))
    if wanted.reader is not None:
        readings = "SELECT id FROM reading WHERE reader = ?"
        clauses.append((f"statement.reading IN ({readings})", [wanted.reader]))
    if wanted.among is not None:
        clauses.append(
            ("statement.id IN (SELECT value FROM json_each(?))", [json.dumps(wanted.among)])
        )
    where = "".join(f" AND {clause}" for clause, _ in clauses)
    return where, [value for _, values in clauses for value in values]


def _speaker(name: str) -> tuple[str, list[Any]]:
    if not name:
        return "statement.speaker = ''", []
    return "instr(statement.speaker_folded, ?) > 0", [packing.folded(name)]
