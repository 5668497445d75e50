"""What people decide: each call is one batch of acts, undone as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, Final, get_args

from sayso import project_variables
from sayso.errors import AnchorError, NotFoundError, UsageError
from sayso.model import (
    Agreement,
    Concept,
    Json,
    Reading,
    Span,
    Statement,
    StatementKind,
    concept_id,
    digest,
    plain,
    reading_id,
    statement_id,
)
from sayso.project_rows import Matching, Memo
from sayso.store import acts, documents, findings, packing, statements, versions
from sayso.store.acts import Change
from sayso.store.statements import Filter
from sayso.store.store import Store
from sayso.text import span

KEEP: Final = "keep"
_DECIDABLE = ("proposed", "accepted", "rejected")
_KINDS = get_args(StatementKind)
_AGREEMENTS = get_args(Agreement)
_CHANGEABLE = ("content", "speakers", "cue", "reference", "kind", "negated", "modal")
_FINDING_ACTS = {"confirmed": "confirm", "dismissed": "dismiss", "open": "reopen"}
_SAMPLES = 5


# Concepts


def concepts(store: Store) -> list[Concept]:
    """Give the concepts by name."""
    rows = store.all("SELECT id, name, definition, parent FROM concept")
    return sorted((Concept(*row) for row in rows), key=lambda one: packing.folded(one.name))


def concept(store: Store, id_: str) -> Concept:
    """Give one concept.

    Raises:
        NotFoundError: There is none of this id.
    """
    row = store.maybe("SELECT id, name, definition, parent FROM concept WHERE id = ?", (id_,))
    if row is None:
        raise NotFoundError(f"There is no concept {id_!r}. Was it removed?")
    return Concept(*row)


def add_concept(
    store: Store, coder: str, name: str, definition: str, parent: str | None
) -> Concept:
    """Add a concept; see `Project.add_concept`."""
    whole = _free_name(store, name, None)
    if parent is not None:
        concept(store, parent)
    with store.write():
        id_ = _free_id(store, whole)
        made = Concept(id_, whole, packing.clean(definition.strip()), parent)
        after: Json = {**_fields(made), "removed": False}
        acts.append(store, coder, [Change("concept", id_, None, after)])
    return made


def _free_name(store: Store, name: str, but: str | None) -> str:
    whole = packing.clean(" ".join(name.split()))
    if not whole:
        raise UsageError("A concept needs a name.")
    for one in concepts(store):
        if one.id != but and packing.folded(one.name) == packing.folded(whole):
            raise UsageError(f"There is a concept {one.name!r} already. Choose another name.")
    return whole


def _free_id(store: Store, name: str) -> str:
    """Give an id that no concept has or had: what was removed can still come back by undo."""
    id_, nth = concept_id(name), 1
    while store.maybe("SELECT 1 FROM act WHERE target = ?", (id_,)):
        nth += 1
        id_ = digest("concept", name, nth)
    return id_


def _fields(one: Concept) -> dict[str, Json]:
    return {"name": one.name, "definition": one.definition, "parent": one.parent}


def change_concept(store: Store, coder: str, id_: str, fields: Mapping[str, Any]) -> Concept:
    """Change a concept; see `Project.change_concept`."""
    for name in fields:
        if name not in ("name", "definition", "parent"):
            raise UsageError(f"A concept has name, definition and parent, and no {name!r}.")
    before = concept(store, id_)
    given = dict(fields)
    if "name" in given:
        given["name"] = _free_name(store, given["name"], id_)
    if "definition" in given:
        given["definition"] = packing.clean((given["definition"] or "").strip())
    if given.get("parent") is not None:
        _no_circle(store, id_, given["parent"])
    changed = replace(before, **given)
    if changed != before:
        old, new = _fields(before), _fields(changed)
        names = [name for name in new if new[name] != old[name]]
        change = Change(
            "concept", id_, {name: old[name] for name in names}, {name: new[name] for name in names}
        )
        acts.append(store, coder, [change])
    return changed


def _no_circle(store: Store, id_: str, parent: str) -> None:
    at: str | None = parent
    while at is not None:
        if at == id_:
            raise UsageError("A concept cannot lie below itself. Choose another parent.")
        at = concept(store, at).parent


def remove_concept(store: Store, coder: str, id_: str) -> str:
    """Remove a concept; see `Project.remove_concept`."""
    one = concept(store, id_)
    changes = [Change("concept", id_, _fields(one), {"removed": True})]
    changes += _moved_children(store, one, one.parent)
    changes += _recoded(store, id_, None)
    return acts.append(store, coder, changes)


def merge_concepts(store: Store, coder: str, id_: str, into: str) -> str:
    """Give one concept's statements and the concepts below it to another; see `Project`."""
    one, other = concept(store, id_), concept(store, into)
    if one.id == other.id:
        raise UsageError("A concept cannot be merged with itself. Choose another.")
    at: str | None = other.parent
    while at is not None:
        if at == one.id:
            raise UsageError(
                f"{other.name!r} lies below {one.name!r}. Merge the other way round, or move it."
            )
        at = concept(store, at).parent
    changes = [Change("concept", id_, _fields(one), {"removed": True, "merged into": into})]
    changes += _moved_children(store, one, into)
    changes += _recoded(store, id_, into)
    return acts.append(store, coder, changes)


def _moved_children(store: Store, one: Concept, parent: str | None) -> list[Change]:
    return [
        Change("concept", child.id, {"parent": one.id}, {"parent": parent})
        for child in concepts(store)
        if child.parent == one.id
    ]


def _recoded(store: Store, id_: str, to: str | None) -> list[Change]:
    """Recode all statements of a concept, those of earlier versions too."""
    rows = store.all("SELECT id FROM statement WHERE concept = ? ORDER BY id", (id_,))
    return [Change("coding", row[0], {"concept": id_}, {"concept": to}) for row in rows]


# Statements


def decide(store: Store, coder: str, ids: Sequence[str], status: str, why: str) -> str:
    """Set the status of statements; see `Project.decide`."""
    if status not in _DECIDABLE:
        hint = " Use correct() to put another in its place." if status == "corrected" else ""
        raise UsageError(f"There is no decision {status!r}; {', '.join(_DECIDABLE)} are.{hint}")
    before = statements.several(store, ids)
    return _appended(
        store, coder,
        [
            Change("status", one.id, {"status": one.status}, {"status": status}, why)
            for one in before
        ],
    )  # fmt: skip


def _appended(store: Store, coder: str, changes: Sequence[Change]) -> str:
    if not changes:
        raise UsageError("There is nothing to decide on: no statement was named.")
    return acts.append(store, coder, changes)


def code(
    store: Store, coder: str, ids: Sequence[str], concept_: str | None, agreement: str | None,
    why: str, variables: Mapping[str, project_variables.Value],
) -> str:  # fmt: skip
    """Set concept, agreement and other variables of statements; see `Project.code`."""
    given: dict[str, str | None] = {}
    if concept_ != KEEP:
        given["concept"] = concept(store, concept_).id if concept_ is not None else None
    if agreement != KEEP:
        if agreement is not None and agreement not in _AGREEMENTS:
            raise UsageError(f"There is no agreement {agreement!r}: {', '.join(_AGREEMENTS)}.")
        given["agreement"] = agreement
    if not given and not variables:
        raise UsageError("Say which concept or agreement the statements get.")
    after: Json = {**given}
    found = statements.several(store, ids)
    changes = [
        Change("coding", one.id, {name: getattr(one, name) for name in given}, after, why)
        for one in (found if given else ())
    ]
    if variables:
        changes += project_variables.coded(store, [one.id for one in found], variables, why)
    if found and not changes:
        raise UsageError("Nothing would change: the statements have these values already.")
    return _appended(store, coder, changes)


def correct(store: Store, coder: str, id_: str, changes: Mapping[str, Any], why: str) -> Statement:
    """Put a corrected statement in the place of one; see `Project.correct`."""
    for name in changes:
        if name not in _CHANGEABLE:
            raise UsageError(f"{', '.join(_CHANGEABLE)} can be corrected, and no {name!r}.")
    before = statements.get(store, id_)
    text = documents.get(store, before.document).text
    made = replace(before, **_anchored(text, changes))
    if made == before:
        raise UsageError("Nothing would change; accept the statement if it is right.")
    reading = _reading(before.document, coder)
    made = replace(
        made, id=_id(store, made, of=id_), reading=reading.id, status="accepted", corrects=id_,
        score=1.0, reason=why or f"Corrected by {coder}.",
    )  # fmt: skip
    old = Change("status", id_, {"status": before.status}, {"status": "corrected"}, why)
    after: Json = {"statement": plain(made), "reading": plain(reading), "status": "accepted"}
    acts.append(store, coder, [old, Change("correct", made.id, {"statement": id_}, after, why)])
    return statements.get(store, made.id)


def _id(store: Store, made: Statement, *, of: str) -> str:
    """Give the id of a corrected statement: its own even where the content stays the same."""
    plain_id = statement_id(made.document, made.content, made.kind)
    if store.maybe("SELECT 1 FROM statement WHERE id = ?", (plain_id,)) is None:
        return plain_id
    places = [[one.start, one.end] for one in made.speakers]
    cue = [made.cue.start, made.cue.end] if made.cue else None
    authority = [made.reference.start, made.reference.end] if made.reference else None
    row = packing.dumps([of, places, cue, authority, made.negated, made.modal])
    return statement_id(made.document, made.content, made.kind, row=row)


def _anchored(text: str, changes: Mapping[str, Any]) -> dict[str, Any]:
    """Turn places into spans; everything else stays as it is given."""
    made = dict(changes)
    if "content" in made:
        made["content"] = _spans(text, made["content"])
        if not made["content"]:
            raise UsageError("A statement needs content: the words that are said.")
    if "speakers" in made:
        made["speakers"] = _spans(text, made["speakers"])
    for name in ("cue", "reference"):
        if made.get(name) is not None:
            made[name] = _spans(text, [made[name]])[0]
    if "kind" in made and made["kind"] not in _KINDS:
        raise UsageError(f"There is no kind {made['kind']!r}; there are {', '.join(_KINDS)}.")
    return made


def _spans(text: str, places: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    found = sorted(span(text, int(start), int(end)) for start, end in places)
    for one, other in pairwise(found):
        if one.overlaps(other):
            raise AnchorError(f"{one.start}-{one.end} and {other.start}-{other.end} overlap.")
    if any(not one.exact.strip() for one in found):
        raise AnchorError("A span holds no words. Select some.")
    return tuple(found)


def _reading(document: str, coder: str) -> Reading:
    settings: dict[str, Json] = {"coder": coder}
    return Reading(reading_id(document, "human", "1", settings), document, "human", "1", settings)


def create(
    store: Store, coder: str, document: str, content: Sequence[tuple[int, int]], *, kind: str,
    cue: tuple[int, int] | None, speakers: Sequence[tuple[int, int]], why: str,
) -> Statement:  # fmt: skip
    """Record a statement that a person found; see `Project.create`."""
    text = documents.get(store, document).text
    given = _anchored(
        text, {"content": content, "cue": cue, "speakers": speakers, "kind": kind}
    )  # fmt: skip
    reading = _reading(document, coder)
    id_ = statement_id(document, given["content"], kind)
    there = store.maybe("SELECT status FROM statement WHERE id = ? AND NOT hidden", (id_,))
    if there:
        raise UsageError(
            f"The same words are a {kind} statement already ({there[0]}). "
            "Accept or correct that one."
        )
    made = Statement(
        id_, document, reading.id, status="accepted", reason=why or f"Found by {coder}.", **given
    )
    after: Json = {"statement": plain(made), "reading": plain(reading), "status": "accepted"}
    acts.append(store, coder, [Change("create", id_, None, after, why)])
    return statements.get(store, id_)


def matching(store: Store, wanted: Filter) -> Matching:
    """Say what a decision in bulk would reach; see `Project.matching`."""
    ids = statements.ids(store, wanted)
    step = max(1, len(ids) // _SAMPLES)
    samples = statements.several(store, ids[::step][:_SAMPLES])
    return Matching(len(ids), tuple(samples), statements.precision(store, wanted))


# Notes on records, and findings


def memo(store: Store, coder: str, id_: str, text: str) -> str:
    """Put a note on a record; see `Project.memo`."""
    whole = packing.clean(text.strip())
    if not whole:
        raise UsageError("A note needs words.")
    _there(store, id_)
    return acts.append(store, coder, [Change("memo", id_, None, {"memo": whole})])


def _there(store: Store, id_: str) -> None:
    for table in ("statement", "document", "finding", "concept", "record"):
        if store.maybe(f"SELECT 1 FROM {table} WHERE id = ?", (id_,)):
            return
    raise NotFoundError(f"There is no record {id_!r} in this project.")


def memos(store: Store, id_: str) -> list[Memo]:
    """Give the notes on a record and on the records it was carried from, the earliest first."""
    found: list[Memo] = []
    seen: set[str] = set()
    at: str | None = id_
    while at is not None and at not in seen:
        seen.add(at)
        found = [
            Memo(str(act.after.get("memo", "")), act.coder, act.when)
            for act in acts.of_target(store, at, "memo")
            if isinstance(act.after, dict)
        ] + found
        carried = acts.values_of(store, [at]).get(at, {}).get(versions.CARRIED)
        at = str(carried[0]) if carried else None
    return found


def judge(store: Store, coder: str, ids: Sequence[str], state: str, why: str) -> str:
    """Confirm, dismiss or reopen findings; see `Project.judge_findings`."""
    wanted = findings.known(state)
    findings.require(store, ids)
    decided = acts.values_of(store, list(ids))
    changes = []
    for id_ in ids:
        before = decided.get(id_, {}).get(findings.FIELD)
        old: Json = {findings.FIELD: before[0] if before else "open"}
        changes.append(Change(_FINDING_ACTS[wanted], id_, old, {findings.FIELD: wanted}, why))
    return _appended(store, coder, changes)
