"""The register of actors: who speaks and is named in a project, and which of them are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sayso.errors import NotFoundError, UsageError
from sayso.model import (
    Actor,
    ActorKind,
    Event,
    Json,
    Mention,
    Record,
    Relation,
    Statement,
    actor_id,
    digest,
)
from sayso.parties import party
from sayso.persons import person
from sayso.project_counted import counted, said_by
from sayso.project_tables import Who, renamed
from sayso.sameness import Candidate, Judged, Party, candidates, grouped
from sayso.sameness.judgements import refused
from sayso.store import acts, documents, packing, statements
from sayso.store.acts import Change
from sayso.store.store import Store

T = TypeVar("T")
_AROUND = 90
_SPREAD = 3
"""Documents that are looked at for each place that is asked for."""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor with all that was judged to be the same, and where it stands.

    `members` are the ids of the actors it is made of; `statements` counts what it says,
    `mentions` how often it is named; `first` and `last` are the dates of the documents.
    """

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    members: tuple[str, ...]
    statements: int
    mentions: int
    documents: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that may be one, for a person to judge."""

    one: ActorRow
    two: ActorRow
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided about two actors; `when` is ISO 8601 in UTC."""

    one: str
    two: str
    names: tuple[str, str]
    same: bool
    coder: str
    when: str
    why: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that names an actor: the words, and some before and behind them."""

    document: str
    start: int
    end: int
    before: str
    exact: str
    after: str


@dataclass(frozen=True, slots=True)
class Tie:
    """What a text ties an actor to: "founded", "chairman of", "succeeded".

    `does` says that the actor is the subject ("X founded it"), else the other is ("founded by").
    `when` is EDTF; `exact` are the words that say so.
    """

    predicate: str
    does: bool
    other: str
    name: str
    when: str | None
    document: str
    start: int
    end: int
    exact: str


# judgements


def judgements(store: Store) -> list[Judgement]:
    """Give the judgements that count, the earliest first."""
    rows = store.all("SELECT target FROM state WHERE field = 'same'")
    found = []
    for values in acts.values_of(store, [row[0] for row in rows]).values():
        same, act = values["same"]
        if same is None:
            continue
        one, two = (str(values[side][0]) for side in ("one", "two"))
        left, right = (str(values[f"{side} name"][0]) for side in ("one", "two"))
        found.append(Judgement(one, two, (left, right), bool(same), act.coder, act.when, act.why))
    return sorted(found, key=lambda it: (it.when, it.one, it.two))


def judged_apart(store: Store) -> set[frozenset[str]]:
    """Give the pairs of actors that were judged to be two, as ids of what stands for each."""
    apart = [it for it in judgements(store) if not it.same]
    if not apart:
        return set()
    head = Register(store).head
    return {frozenset((head(it.one), head(it.two))) for it in apart}


def judge(
    store: Store, coder: str, pairs: Sequence[tuple[str, str]], same: bool | None, why: str
) -> str:
    """Keep a judgement on pairs of actors; see `Project.judge`."""
    register = Register(store)
    judged = [Judged(it.one, it.two, it.same, it.when) for it in judgements(store)]
    changes = []
    for pair in pairs:
        one, two = sorted(register.member(each) for each in pair)
        if one == two:
            raise UsageError("An actor is itself: name two different ones.")
        if same is not None:
            new = Judged(one, two, same, "~")
            conflict = refused(judged, new)
            if conflict:
                raise UsageError(_said(register, conflict.one, conflict.two, same=same))
            judged = [it for it in judged if (it.one, it.two) != (one, two)] + [new]
        target = digest("pair", one, two)
        before = acts.values_of(store, [target]).get(target, {}).get("same")
        after: Json = {
            "one": one, "two": two, "same": same,
            "one name": register.written(one), "two name": register.written(two),
        }  # fmt: skip
        changes.append(Change("same", target, {"same": before[0] if before else None}, after, why))
    if not changes:
        raise UsageError("There is nothing to judge: no pair was named.")
    return acts.append(store, coder, changes)


def _said(register: Register, one: str, two: str, *, same: bool) -> str:
    names = f"{register.written(one)!r} and {register.written(two)!r}"
    if same:
        return f"{names} were judged to be two; that would make them one. Take that back first."
    return f"Other judgements make {names} one. Take those back first."


def rename(store: Store, coder: str, id_: str, name: str) -> str:
    """Give an actor the name it is shown by; see `Project.rename_actor`."""
    whole = packing.clean(" ".join(name.split()))
    if not whole:
        raise UsageError("An actor needs a name.")
    register = Register(store)
    head = register.head(register.member(id_))
    before: Json = {"shown as": register.name(head)}
    return acts.append(store, coder, [Change("rename", head, before, {"shown as": whole})])


# the register


class Register:
    """All actors of a project: those that readers found, and speakers whom only their words name.

    What was judged to be one has one head: the actor with the fullest name.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of = counted(store)
        self._judged = judgements(store)
        self._names = {
            it_id: name
            for it in self._judged
            for it_id, name in zip((it.one, it.two), it.names, strict=True)
        }
        self._heads = grouped(
            [Judged(it.one, it.two, it.same, it.when) for it in self._judged], self._best
        )
        self._members: dict[str, list[str]] = defaultdict(list)
        for it_id, head in self._heads.items():
            self._members[head].append(it_id)
        self._shown = _shown(store)

    def _best(self, ids: Iterable[str]) -> str:
        return max(ids, key=self._weight)

    def _weight(self, id_: str) -> tuple[bool, int, int, str]:
        one = self._of.get(id_)
        if one is None:
            return False, 0, 0, id_
        named = person(one.name) if one.kind == "person" else None
        full = sum(len(it) > 1 for it in named.given) if named else 0
        return one.kind != "unnamed", full, one.written, id_

    def member(self, id_or_name: str) -> str:
        """Give the id of an actor named by its id, or by a name that only one bears.

        Raises:
            NotFoundError: There is none, or several bear the name.
        """
        if id_or_name in self._of or id_or_name in self._names:
            return id_or_name
        wanted = packing.folded(id_or_name)
        written = {it: (self._shown.get(it, one.name), one.name) for it, one in self._of.items()}
        exact = {it for it, both in written.items() if wanted in map(packing.folded, both)}
        if len(exact) == 1:
            return exact.pop()
        some = exact or {
            it for it, one in self._of.items() if wanted in map(packing.folded, one.names)
        }
        heads = {self.head(it) for it in some}
        if len(heads) == 1:
            return heads.pop()
        if not heads:
            raise NotFoundError(f"There is no actor {id_or_name!r} in this project.")
        ids = ", ".join(sorted(heads))
        raise NotFoundError(f"{len(heads)} actors are named {id_or_name!r}; name one by id: {ids}.")

    def head(self, id_: str) -> str:
        """Give the id that stands for an actor and all that were judged the same."""
        return self._heads.get(id_, id_)

    def written(self, id_: str) -> str:
        """Give the name of an actor as it was read."""
        one = self._of.get(id_)
        return one.name if one else self._names.get(id_, id_)

    def name(self, id_: str) -> str:
        """Give the name an actor is shown by."""
        head = self.head(id_)
        given = (self._shown.get(it) for it in (head, *self._members.get(head, ())))
        return next(filter(None, given), None) or self.written(head)

    def rows(self) -> list[ActorRow]:
        """Give the actors, those that say most first."""
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in self._of:
            groups[self.head(id_)].append(id_)
        dates, keys = self._dates_and_keys()
        found = [self._row(head, self.name(head), ids, dates, keys) for head, ids in groups.items()]
        return sorted(found, key=lambda it: (-it.statements, -it.mentions, it.name.casefold()))

    def apart(self, ids: Iterable[str]) -> list[ActorRow]:
        """Give actors as they were read, before any judgement, those that say most first."""
        dates, keys = self._dates_and_keys()
        found = [
            self._row(it, self._of[it].name, [it], dates, keys) for it in ids if it in self._of
        ]
        return sorted(found, key=lambda it: (-it.statements, -it.mentions, it.name.casefold()))

    def _dates_and_keys(self) -> tuple[dict[str, str | None], dict[str, str]]:
        rows = self._store.all("SELECT id, date, key FROM document WHERE current")
        return {row[0]: row[1] for row in rows}, {row[0]: row[2] for row in rows}

    def _row(
        self, head: str, shown: str, ids: list[str], dates: Mapping[str, str | None],
        keys: Mapping[str, str],
    ) -> ActorRow:  # fmt: skip
        members = [self._of[it] for it in ids]
        names = dict.fromkeys(name for one in members for name in one.names)
        where = sorted({it for one in members for it in one.documents}, key=lambda it: keys[it])
        known = sorted(date for it in where if (date := dates.get(it)))
        first = self._of.get(head) or members[0]
        return ActorRow(
            head, shown, (shown, *(it for it in names if it != shown)), first.kind,
            tuple(sorted(ids)), sum(it.statements for it in members),
            sum(it.mentions for it in members), tuple(where),
            known[0] if known else None, known[-1] if known else None,
        )  # fmt: skip

    def names(self) -> dict[str, str]:
        """Give the name that each actor is shown by, for those that judgements or names changed."""
        ids = {*self._heads, *self._heads.values(), *self._shown}
        return {id_: self.name(id_) for id_ in ids}

    def pairs(self, *, least: float, limit: int | None) -> list[Pair]:
        """Give what may be one and is not judged yet, the likeliest first."""
        rows = {it.id: it for it in self.rows()}
        parties = [
            Party(it.id, it.name, it.names, it.kind, frozenset(it.documents),
                  it.statements + it.mentions)
            for it in rows.values()
        ]  # fmt: skip
        apart = {
            frozenset((self.head(it.one), self.head(it.two))) for it in self._judged if not it.same
        }
        found: list[Candidate] = [
            it for it in candidates(parties, least=least) if {it.one, it.two} not in apart
        ]
        weight = {it.id: it.statements * 3 + it.mentions for it in rows.values()}
        found.sort(key=lambda it: (-it.score, -min(weight[it.one], weight[it.two]), it.one))
        return [Pair(rows[it.one], rows[it.two], it.score, it.reason) for it in found[:limit]]


def _shown(store: Store) -> dict[str, str]:
    """Give the names that people gave actors."""
    rows = store.all("SELECT target, value FROM state WHERE field = 'shown as'")
    return {target: str(packing.loads(value)) for target, value in rows}


def one(store: Store, id_or_name: str) -> ActorRow:
    """Give one actor; see `Project.actor`."""
    register = Register(store)
    head = register.head(register.member(id_or_name))
    return next(it for it in register.rows() if it.id == head)


def ties(store: Store, row: ActorRow) -> list[Tie]:
    """Give what the texts tie an actor to; see `Project.ties`."""
    register = Register(store)
    ids = set(row.members)
    found = []
    for it in documents.records(store, "relation"):
        if not isinstance(it, Relation) or not ids & {it.subject, it.object}:
            continue
        does = it.subject in ids
        other = register.head(it.object if does else it.subject)
        place = (it.document, it.span.start, it.span.end, it.span.exact)
        found.append(Tie(it.predicate, does, other, register.name(other), it.when, *place))
    return sorted(found, key=lambda it: (it.when or "~", it.predicate, it.name.casefold()))


def members(store: Store, one: ActorRow) -> list[ActorRow]:
    """Give what an actor is made of; see `Project.members`."""
    return Register(store).apart(one.members)


def places(store: Store, row: ActorRow, *, limit: int) -> list[Place]:
    """Give places that name an actor, spread over its documents; see `Project.places`."""
    spans = {
        document: found
        for document in _spread(row.documents, _SPREAD * limit)
        if (found := _spans(store, document, row))
    }
    chosen: list[tuple[str, int, int]] = []
    for nth in range(max(map(len, spans.values()), default=0)):
        layer = [(key, *found[nth]) for key, found in spans.items() if nth < len(found)]
        chosen += _spread(layer, limit - len(chosen))
    order = {document: nth for nth, document in enumerate(spans)}
    made = []
    for document, start, end in sorted(chosen, key=lambda it: (order[it[0]], it[1])):
        text = documents.get(store, document).text
        made.append(
            Place(
                document, start, end, text[max(0, start - _AROUND) : start], text[start:end],
                text[end : end + _AROUND],
            )
        )  # fmt: skip
    return made


def statements_of(store: Store, id_or_name: str) -> list[str]:
    """Give the ids of all statements of an actor and of what was judged the same, of every status.

    Raises:
        NotFoundError: There is no such actor, or several bear the name.
    """
    register = Register(store)
    head = register.head(register.member(id_or_name))
    by = said_by(store)
    return [one for id_, ids in by.items() if register.head(id_) == head for one in ids]


def chosen(store: Store, filters: Mapping[str, Any]) -> statements.Filter:
    """Make a filter of what a caller asks for, `actor` included; see `Project.statements`.

    Raises:
        NotFoundError: There is no such actor, or several bear the name.
    """
    given = dict(filters)
    actor = given.pop("actor", None)
    if actor is not None:
        given["among"] = statements_of(store, actor)
    return statements.chosen(**given)


def said(store: Store, row: ActorRow, *, limit: int | None) -> list[Statement]:
    """Give the statements of an actor; see `Project.said`."""
    who = Who(store)
    members = set(row.members)
    found: list[Statement] = []
    for document in row.documents:
        wanted = statements.chosen(document=document, status=("proposed", "accepted"))
        for one in statements.found(store, wanted):
            id_, name = who.of(one)
            if name is not None and id_ in members:
                found.append(one)
        if limit is not None and len(found) >= limit:
            return found[:limit]
    return found


def _spread(found: Sequence[T], most: int) -> list[T]:
    """Give at most so many, evenly over the whole, the first among them."""
    if len(found) <= most:
        return list(found)
    return [found[nth * len(found) // most] for nth in range(most)]


def _spans(store: Store, document: str, row: ActorRow) -> list[tuple[int, int]]:
    """Give where a document names an actor: by name first, then by a pronoun before its words."""
    members = frozenset(row.members)
    found = {
        (it.span.start, it.span.end): 0
        for it in documents.records(store, "mention", document)
        if isinstance(it, Mention) and it.actor in members
    }
    names = tuple(map(packing.folded, row.names))
    wanted = statements.chosen(document=document, status=("proposed", "accepted"))
    for said in statements.found(store, wanted):
        by = {said.holder, *said.actors}
        for words in said.speakers:
            whole = " ".join(words.exact.split())
            if by & members or actor_id(party(whole) or whole, "unnamed") in members:
                named = any(name in packing.folded(whole) for name in names)
                found.setdefault((words.start, words.end), 1 if named else 2)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda it: (found[it], it)):
        # A speaker's words often hold a mention: one place is shown once.
        if not any(start < other[1] and other[0] < end for other in kept):
            kept.append((start, end))
    return kept


# what judgements do to records


def united(store: Store, records: Iterable[Record]) -> list[Record]:
    """Give records with one actor for all that were judged the same."""
    if not renamed(store):
        return list(records)
    register = Register(store)
    names = register.names()
    return list(_united(records, register, names))


def _united(
    records: Iterable[Record], register: Register, names: Mapping[str, str]
) -> Iterable[Record]:
    known: dict[str, Actor] = {}
    rest: list[Record] = []
    for it in records:
        if isinstance(it, Actor):
            head = register.head(it.id)
            before = known.get(head)
            written = (*(before.names if before else ()), *it.names)
            kind = before.kind if before and it.id != head else it.kind
            name = names.get(head, it.name)
            known[head] = Actor(head, name, tuple(dict.fromkeys(written)), kind)
        else:
            rest.append(_pointed(it, register))
    yield from known.values()
    yield from rest


def _pointed(it: Record, register: Register) -> Any:
    """Give a record that names heads in the place of actors."""
    if isinstance(it, Statement):
        heads = tuple(dict.fromkeys(register.head(each) for each in it.actors))
        holder = register.head(it.holder) if it.holder else None
        return replace(it, actors=heads, holder=holder) if heads or holder else it
    if isinstance(it, Mention) and it.actor:
        return replace(it, actor=register.head(it.actor))
    if isinstance(it, Event) and it.participants:
        return replace(it, participants=tuple(map(register.head, it.participants)))
    if isinstance(it, Relation):
        return replace(it, subject=register.head(it.subject), object=register.head(it.object))
    return it
