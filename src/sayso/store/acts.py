"""The append-only log of what people decided, and the state that follows from it.

An act sets fields of a target (`after`). The state of a target is what its acts set, in the order
of their time; the acts of an undone batch do not count. `derive` works that out again for the
targets it is given, so that doing, undoing, merging and verifying share one rule.
"""

from __future__ import annotations

import secrets
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.errors import UsageError
from sayso.model import Act, Json
from sayso.store import documents, packing
from sayso.store.clock import now
from sayso.store.store import Store

_ACT = "id, batch, coder, at, kind, target, before, after, why"
# Acts about acts: they change which batches count, not a target.
_ABOUT_ACTS = ("undo", "redo")
# sayso itself, where it carries decisions to a new version of a document; nobody's undo.
CARRIER = "sayso"


@dataclass(frozen=True, slots=True)
class Change:
    """One act before it is written: what is done to which target, from what to what."""

    kind: str
    target: str
    before: Json
    after: Json
    why: str = ""


def append(store: Store, coder: str, changes: Sequence[Change]) -> str:
    """Write changes as one batch, which is undone as one; give its id.

    What the coder had undone can no longer be done again.
    """
    batch = secrets.token_hex(16)
    with store.write():
        at = _moment(store)
        store.run(
            "UPDATE batch SET state = 'dropped' WHERE coder = ? AND state = 'undone'", (coder,)
        )
        store.run(
            "INSERT INTO batch (id, coder, at, state) VALUES (?, ?, ?, 'done')", (batch, coder, at)
        )
        _write(store, batch, coder, at, changes)
        derive(store, [one.target for one in changes])
    return batch


def _write(store: Store, batch: str, coder: str, at: str, changes: Sequence[Change]) -> None:
    store.run_many(
        f"INSERT INTO act ({_ACT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                secrets.token_hex(16), batch, coder, at, one.kind, one.target,
                packing.dumps(one.before), packing.dumps(one.after), packing.clean(one.why),
            )
            for one in changes
        ],
    )  # fmt: skip


def _moment(store: Store) -> str:
    """Give the time, later than that of every act so far, also if the clock was set back."""
    last = store.one("SELECT max(at) FROM act")[0]
    moment = now()
    return moment if last is None or moment > last else _next(last)


def _next(at: str) -> str:
    from datetime import datetime, timedelta

    later = datetime.fromisoformat(at.replace("Z", "+00:00")) + timedelta(microseconds=1)
    return later.isoformat(timespec="microseconds").replace("+00:00", "Z")


def undo(store: Store, coder: str) -> list[Act]:
    """Take back the coder's last batch; give its acts, none where there is nothing left."""
    return _turn(store, coder, "undo", "done", "undone", "DESC")


def redo(store: Store, coder: str) -> list[Act]:
    """Do the batch again that the coder undid last; give its acts."""
    return _turn(store, coder, "redo", "undone", "done", "ASC")


def _turn(store: Store, coder: str, kind: str, old: str, new: str, order: str) -> list[Act]:
    # A coder's undone batches are always later than the done ones, so the earliest of them is
    # the one undone last.
    with store.write():
        row = store.maybe(
            "SELECT id FROM batch WHERE coder = ? AND state = ?"
            f" ORDER BY at {order}, id {order} LIMIT 1",
            (coder, old),
        )
        if row is None:
            return []
        turned = of_batch(store, row[0])
        change = Change(kind, row[0], old, new)
        _write(store, secrets.token_hex(16), coder, _moment(store), [change])
        store.run("UPDATE batch SET state = ? WHERE id = ?", (new, row[0]))
        derive(store, [one.target for one in turned])
    return turned


def of_batch(store: Store, batch: str) -> list[Act]:
    """Give the acts of one batch."""
    return _acts(store, "WHERE batch = ? ORDER BY at, id", [batch])


def history(store: Store, *, offset: int, limit: int) -> list[Act]:
    """Give the acts, the latest first."""
    return _acts(store, "ORDER BY at DESC, id DESC LIMIT ? OFFSET ?", [limit, offset])


def everything(store: Store) -> list[Act]:
    """Give all acts, the earliest first."""
    return _acts(store, "ORDER BY at, id", [])


def of_target(store: Store, target: str, kind: str) -> list[Act]:
    """Give the acts of one kind on a target that count, the earliest first."""
    return _acts(
        store,
        "WHERE target = ? AND kind = ? AND batch IN (SELECT id FROM batch WHERE state = 'done')"
        " ORDER BY at, id",
        [target, kind],
    )


def _acts(store: Store, rest: str, values: Sequence[Any]) -> list[Act]:
    rows = store.all(f"SELECT {_ACT} FROM act {rest}", values)
    return [_act(row) for row in rows]


def _act(row: Sequence[Any]) -> Act:
    id_, batch, coder, at, kind, target, before, after, why = row
    return Act(
        id_, batch, coder, at, kind, target, packing.loads(before), packing.loads(after), why
    )


def batches(acts: Iterable[Act]) -> dict[str, tuple[str, str, str]]:
    """Work out coder, time and state of every batch from all acts, in the order of their time."""
    found: dict[str, tuple[str, str, str]] = {}
    undone: dict[str, set[str]] = defaultdict(set)
    for act in acts:
        if act.kind in _ABOUT_ACTS:
            if act.target in found:
                coder, at, _ = found[act.target]
                found[act.target] = (coder, at, "undone" if act.kind == "undo" else "done")
                (undone[coder].add if act.kind == "undo" else undone[coder].discard)(act.target)
        elif act.batch not in found:
            for id_ in undone.pop(act.coder, ()):
                found[id_] = (*found[id_][:2], "dropped")
            found[act.batch] = (act.coder, act.when, "done")
    return found


def state(acts: Iterable[Act]) -> dict[tuple[str, str], tuple[Json, str]]:
    """Work out what acts that count set: (target, field) -> value and the act that set it last."""
    found: dict[tuple[str, str], tuple[Json, str]] = {}
    for act in acts:
        if act.kind not in _ABOUT_ACTS and isinstance(act.after, dict):
            for name, value in act.after.items():
                found[act.target, name] = (value, act.id)
    return found


_STATE_ONLY = ("variable.", "attribute.")


def derive(store: Store, targets: Iterable[str]) -> None:
    """Work out the state of targets again, and the columns of statements and concepts with it."""
    for target in dict.fromkeys(targets):
        acts = _acts(
            store,
            "WHERE target = ? AND batch IN (SELECT id FROM batch WHERE state = 'done')"
            " ORDER BY at, id",
            [target],
        )
        found = state(acts)
        before = {name for (name,) in
                  store.all("SELECT field FROM state WHERE target = ?", (target,))}  # fmt: skip
        if before:
            store.run("DELETE FROM state WHERE target = ?", (target,))
        store.run_many(
            "INSERT INTO state (target, field, value, act) VALUES (?, ?, ?, ?)",
            [
                (target, name, packing.dumps(value), act)
                for (_, name), (value, act) in found.items()
            ],
        )
        values = {name: value for (_, name), (value, _) in found.items()}
        # Variables of an imported scheme stand in the state alone: thousands come with an import.
        changed = [name for name in before | values.keys() if not name.startswith(_STATE_ONLY)]
        if changed or not values:
            _apply_to_statement(store, target, values)
            _apply_to_concept(store, target, values)


def _apply_to_statement(store: Store, target: str, values: dict[str, Json]) -> None:
    row = store.maybe("SELECT proposed, data FROM statement WHERE id = ?", (target,))
    made = values.get("statement")
    if row is None and made is None:
        return
    if row is None:
        _insert_made(store, made, values.get("reading"))
        proposed, data = None, packing.dumps(_without_type(made))
    else:
        proposed, data = row
    hidden = proposed is None and made is None
    if made is not None:
        data = packing.dumps(_without_type(made))
    elif proposed is not None:
        data = proposed
    base = packing.record_of("statement", data)
    columns = packing.statement_columns(base)
    store.run(
        "UPDATE statement SET kind = ?, start = ?, stop = ?, score = ?, speaker = ?,"
        " speaker_folded = ?, folded = ?, status = ?, concept = ?, agreement = ?, hidden = ?,"
        " data = ? WHERE id = ?",
        (
            *columns[3:10],
            values.get("status", base.status),
            values.get("concept", base.concept),
            values.get("agreement", base.agreement),
            int(hidden),
            data,
            target,
        ),
    )


def _without_type(made: Json) -> Json:
    return {k: v for k, v in made.items() if k != "type"} if isinstance(made, dict) else made


def _insert_made(store: Store, made: Json, reading: Json) -> None:
    """Keep the row of a statement that a person made; `proposed` stays empty for it."""
    made_by = packing.record_of("reading", packing.dumps(_without_type(reading)))
    documents.add_reading_row(store, made_by)
    statement = packing.record_of("statement", packing.dumps(_without_type(made)))
    store.run(
        "INSERT INTO statement (id, document, reading, kind, start, stop, score, speaker,"
        " speaker_folded, folded, status, concept, agreement, data, proposed, hidden)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0)",
        packing.statement_row(statement),
    )


def _apply_to_concept(store: Store, target: str, values: dict[str, Json]) -> None:
    # Ids of concepts, statements and findings are hashes of different lists and never meet.
    store.run("DELETE FROM concept WHERE id = ?", (target,))
    if "name" in values and not values.get("removed"):
        store.run(
            "INSERT INTO concept (id, name, definition, parent) VALUES (?, ?, ?, ?)",
            (target, values["name"], values.get("definition") or "", values.get("parent")),
        )


def signed(coder: str | None) -> str:
    """Give the coder's name, which every act carries.

    Raises:
        UsageError: Nobody has signed yet.
    """
    if not coder:
        raise UsageError(
            "Say who decides before the first decision: project.sign('your name'), "
            "or open the project with coder='your name'."
        )
    return coder


def chunks(ids: Sequence[str], size: int = 500) -> Iterator[Sequence[str]]:
    """Cut ids into runs that fit one query."""
    for at in range(0, len(ids), size):
        yield ids[at : at + size]


def values_of(store: Store, targets: Sequence[str]) -> dict[str, dict[str, tuple[Json, Act]]]:
    """Give the state of targets: field -> value and the act that set it."""
    found: dict[str, dict[str, tuple[Json, Act]]] = defaultdict(dict)
    for some in chunks(list(targets)):
        marks = ", ".join("?" * len(some))
        names = ", ".join(f"act.{name}" for name in _ACT.split(", "))
        rows = store.all(
            f"SELECT state.target, field, value, {names} FROM state"
            f" JOIN act ON act.id = state.act WHERE state.target IN ({marks})",
            list(some),
        )
        for target, name, value, *row in rows:
            found[target][name] = (packing.loads(value), _act(row))
    return found
