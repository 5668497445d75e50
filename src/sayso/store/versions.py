"""What people decided about a document, carried to a new version of it.

Words that stand still, seen through the raw text, take their decisions with them; each move is an
act that says so. Words that do not, or stand in several places now, go to a tray, with the places
they may belong, for a person to settle. Nothing moves silently and nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import AnchorError
from sayso.model import Document, Json, Reading, Span, Statement, plain, reading_id, statement_id
from sayso.store import acts, documents, packing
from sayso.store.acts import CARRIER, Change
from sayso.store.store import Store
from sayso.text import Edits

# Code points on either side that tell one of several equal wordings from the others.
_CONTEXT = 48
_MOST_CANDIDATES = 20
CARRIED = "carried"
_DECIDED = ("status", "concept", "agreement")


@dataclass(frozen=True, slots=True)
class TrayRow:
    """A statement whose words did not stand still, and where in the new version they may belong."""

    statement: Statement
    document: str
    candidates: tuple[Span, ...]


class Mover:
    """Finds where words of an old version stand in a new one."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        self._same = _common(old.raw, new.raw)
        self._rest = _common(old.raw[::-1], new.raw[::-1]) if self._same < len(old.raw) else 0
        self._from = Edits(old.pieces, text_size=len(old.text), raw_size=len(old.raw))
        self._to = Edits(new.pieces, text_size=len(new.text), raw_size=len(new.raw))

    def place(self, span: Span) -> Span | None:
        """Give the place of a span in the new version; None where it is not certain."""
        return self._through_raw(span) or self._by_context(span)

    def candidates(self, span: Span) -> Iterator[Span]:
        """Give the places where the same words stand in the new version, twenty at most."""
        for nth, at in enumerate(_all(self._new.text, span.exact)):
            if nth == _MOST_CANDIDATES:
                return
            yield Span(at, at + len(span.exact), span.exact)

    def _through_raw(self, span: Span) -> Span | None:
        start, end = self._from.to_raw(span.start, span.end)
        if end > self._same:
            shift = len(self._new.raw) - len(self._old.raw)
            if start < len(self._old.raw) - self._rest or start + shift < 0:
                return None
            start, end = start + shift, end + shift
        there = self._to.to_text(start, end)
        if there is None:
            return None
        exact = self._new.text[slice(*there)]
        return Span(*there, exact) if exact == span.exact else None

    def _by_context(self, span: Span) -> Span | None:
        """Take the one place where the words stand within the same surroundings as before."""
        old = self._old.text
        before = old[max(0, span.start - _CONTEXT) : span.start]
        after = old[span.end : span.end + _CONTEXT]
        whole = before + span.exact + after
        places = list(_all(self._new.text, whole, most=2))
        if len(places) != 1 or len(list(_all(old, whole, most=2))) != 1:
            return None
        start = places[0] + len(before)
        return Span(start, start + len(span.exact), span.exact)


def _common(one: str, other: str) -> int:
    """Give how many code points two texts share at their beginning."""
    low, high = 0, min(len(one), len(other))
    # Comparing slices runs in C; halving asks for a few of them only.
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _all(text: str, wanted: str, *, most: int = _MOST_CANDIDATES + 1) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0 and most > 0:
        yield at
        most -= 1
        at = text.find(wanted, at + 1)


def carry(store: Store, old_id: str, new_id: str) -> None:
    """Carry what was decided about statements of one version to another, or put it in the tray."""
    decided = _decided(store, old_id)
    if not decided:
        return
    old, new = documents.get(store, old_id), documents.get(store, new_id)
    try:
        mover = Mover(old, new)
    except AnchorError:
        # A damaged text has no way to its raw one: a person looks at every place.
        for statement, _ in decided:
            _to_tray(store, statement, new_id, ())
        return
    moved: dict[str, str] = {}
    changes: list[Change] = []
    for statement, values in decided:
        change = _carried(store, statement, values, mover, new_id, moved)
        if change is None:
            _to_tray(store, statement, new_id, tuple(mover.candidates(statement.content[0])))
        elif change.target:
            moved[statement.id] = change.target
            changes.append(change)
    if changes:
        acts.append(store, CARRIER, changes)


def _decided(store: Store, document: str) -> list[tuple[Statement, dict[str, Json]]]:
    """Give the statements that people made or decided on, proposals first, with their state."""
    rows = store.all(
        "SELECT id, data FROM statement WHERE document = ? AND NOT hidden AND (proposed IS NULL"
        " OR id IN (SELECT target FROM state)) ORDER BY proposed IS NULL, start",
        (document,),
    )
    states = acts.values_of(store, [row[0] for row in rows])
    return [
        (
            packing.record_of("statement", data),
            {name: value for name, (value, _) in states.get(id_, {}).items()},
        )
        for id_, data in rows
    ]


def _carried(
    store: Store, statement: Statement, values: dict[str, Json], mover: Mover, document: str,
    moved: dict[str, str],
) -> Change | None:  # fmt: skip
    """Make the act that carries a statement; None where its words did not stand still.

    A change without a target stands for a rejected proposal that no reader makes any more.
    """
    content = [mover.place(one) for one in statement.content]
    places = [one for one in content if one is not None]
    if len(places) < len(content):
        return None
    kept = {name: values[name] for name in _DECIDED if name in values}
    target = statement_id(document, places, statement.kind)
    before: Json = {"statement": statement.id, "document": statement.document}
    why = "The words stand still in the new version of the document."
    proposed = store.maybe("SELECT id FROM statement WHERE id = ?", (target,))
    made = "statement" in values
    if proposed and not made:
        return Change("carry", target, before, {**kept, CARRIED: statement.id}, why)
    if not made and values.get("status") in ("rejected", "corrected"):
        return Change("carry", "", before, None, why)
    whole = _moved_whole(statement, tuple(places), mover, document, moved)
    if whole is None:
        return None
    if proposed or made:
        row = packing.dumps([statement.id, [[one.start, one.end] for one in whole.speakers]])
        whole = replace(whole, id=statement_id(document, places, statement.kind, row=row))
    reading = _reading(values, document)
    whole = replace(whole, reading=reading.id)
    after: dict[str, Any] = {"statement": plain(whole), "reading": plain(reading), **kept}
    return Change("carry", whole.id, before, {**after, CARRIED: statement.id}, why)


def _reading(values: dict[str, Json], document: str) -> Reading:
    """Give the reading of the person who made the statement, over the new version."""
    made = values.get("reading")
    settings = made.get("settings") if isinstance(made, dict) else None
    kept = settings if isinstance(settings, dict) else {"coder": CARRIER}
    return Reading(reading_id(document, "human", "1", kept), document, "human", "1", kept)


def _moved_whole(
    statement: Statement, content: tuple[Span, ...], mover: Mover, document: str,
    moved: dict[str, str],
) -> Statement | None:  # fmt: skip
    """Move all spans of a statement; None where one of them did not stand still."""
    cue = mover.place(statement.cue) if statement.cue else None
    reference = mover.place(statement.reference) if statement.reference else None
    found = [mover.place(one) for one in statement.speakers]
    speakers = tuple(one for one in found if one is not None)
    lost = (statement.cue and cue is None) or (statement.reference and reference is None)
    if len(speakers) < len(found) or lost:
        return None
    corrects = moved.get(statement.corrects, statement.corrects) if statement.corrects else None
    return replace(
        statement, id=statement_id(document, content, statement.kind), document=document,
        content=content, cue=cue, speakers=speakers, reference=reference, corrects=corrects,
        parent=moved.get(statement.parent) if statement.parent else None, notes=(),
    )  # fmt: skip


def _to_tray(
    store: Store, statement: Statement, document: str, candidates: tuple[Span, ...]
) -> None:
    store.run(
        "INSERT OR REPLACE INTO tray (statement, document, candidates) VALUES (?, ?, ?)",
        (statement.id, document, packing.dumps(plain(candidates))),
    )


def tray(store: Store, document: str | None = None) -> list[TrayRow]:
    """Give what waits for a place in current documents, or in one."""
    where, values = ("", []) if document is None else (" AND tray.document = ?", [document])
    rows = store.all(
        "SELECT statement.data, tray.document, candidates FROM tray"
        " JOIN statement ON statement.id = tray.statement"
        f" JOIN document ON document.id = tray.document WHERE document.current{where}"
        " ORDER BY document.key, statement.start",
        values,
    )
    return [
        TrayRow(
            packing.record_of("statement", data),
            id_,
            tuple(packing.record_of("span", packing.dumps(one)) for one in packing.loads(places)),
        )
        for data, id_, places in rows
    ]


def settle(store: Store, statement: str, document: str) -> None:
    """Take a statement off the tray: a person has placed it, or let it go."""
    with store.write():
        store.run("DELETE FROM tray WHERE statement = ? AND document = ?", (statement, document))
