"""Variables of an imported scheme: what statements are coded with beside concept and agreement.

A value is kept as an act sets it, in the field "variable.NAME" of its statement; the attributes
and the colour of a value in the fields "attribute.NAME" of a target of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.errors import UsageError
from sayso.model import Json, digest
from sayso.store import packing
from sayso.store.acts import Change
from sayso.store.store import Store

Value = str | int | bool | None
FIELD = "variable."
_ATTRIBUTE = "attribute."
_OWNER = "of variable"
_VALUE = "of value"
OWN = frozenset({"concept", "agreement"})
"""Variables that every statement has in its own fields."""


def values(store: Store) -> dict[str, dict[str, Value]]:
    """Give the values of each statement's variables, by statement and name."""
    found: dict[str, dict[str, Value]] = defaultdict(dict)
    for target, name, value in store.all(
        "SELECT target, field, value FROM state WHERE field GLOB 'variable.*'"
    ):
        found[target][name.removeprefix(FIELD)] = packing.loads(value)
    return found


def attributes(store: Store) -> dict[str, dict[str, dict[str, str]]]:
    """Give the attributes of values: by variable, value and name of the attribute."""
    kept: dict[str, dict[str, Any]] = defaultdict(dict)
    for target, name, value in store.all(
        "SELECT target, field, value FROM state WHERE field GLOB 'attribute.*'"
        " OR field IN (?, ?)", (_OWNER, _VALUE),
    ):  # fmt: skip
        kept[target][name] = packing.loads(value)
    found: dict[str, dict[str, dict[str, str]]] = defaultdict(dict)
    for one in kept.values():
        found[str(one.get(_OWNER))][str(one.get(_VALUE))] = {
            name.removeprefix(_ATTRIBUTE): str(value)
            for name, value in one.items()
            if name.startswith(_ATTRIBUTE)
        }
    return found


def valued(
    store: Store, wanted: Mapping[str, Mapping[str, Value]], why: str
) -> list[Change]:  # fmt: skip
    """Give the changes that set values of variables; what is so already is left out."""
    before = values(store)
    changes = []
    for statement, given in wanted.items():
        old = before.get(statement, {})
        new = {name: value for name, value in given.items()
               if name not in old or old[name] != value}  # fmt: skip
        if new:
            was: dict[str, Json] = {FIELD + name: old.get(name) for name in new}
            after: dict[str, Json] = {FIELD + name: value for name, value in new.items()}
            changes.append(Change("coding", statement, was, after, why))
    return changes


def described(
    store: Store, wanted: Mapping[str, Mapping[str, Mapping[str, str]]], why: str
) -> list[Change]:
    """Give the changes that set attributes of values; what is so already is left out."""
    before = attributes(store)
    changes = []
    for variable, known in wanted.items():
        for value, given in known.items():
            if dict(given) == before.get(variable, {}).get(value):
                continue
            after: dict[str, Json] = {_OWNER: variable, _VALUE: value}
            after |= {_ATTRIBUTE + name: text for name, text in given.items()}
            target = digest("value", variable, value)
            changes.append(Change("attributes", target, None, after, why))
    return changes


def coded(store: Store, ids: Sequence[str], given: Mapping[str, Value], why: str) -> list[Change]:
    """Give the changes of a person's coding.

    Raises:
        UsageError: No imported scheme has such a variable, or the value is of another kind.
    """
    known: dict[str, set[type]] = defaultdict(set)
    for of in values(store).values():
        for name, value in of.items():
            if value is not None:
                known[name].add(type(value))
    for name, value in given.items():
        if name not in known:
            there = ", ".join(sorted(known)) or "none: import a file that brings some"
            raise UsageError(f"There is no variable {name!r}; there are {there}.")
        if value is not None and type(value) not in known[name]:
            kinds = " or ".join(sorted(one.__name__ for one in known[name]))
            raise UsageError(f"{name!r} has values of kind {kinds}, not {value!r}.")
    return valued(store, dict.fromkeys(ids, given), why)


def columns(
    store: Store, statements: Iterable[tuple[str, str | None]], taken: Iterable[str]
) -> dict[str, list[Value]]:
    """Give a column for every variable, a value for each of the statements.

    A statement that a person corrected has the values of the one it replaces where it has none of
    its own. A variable whose name is taken is called "variable.NAME".
    """
    known = values(store)
    if not known:
        return {}
    rows = [known.get(id_) or known.get(before or "", {}) for id_, before in statements]
    names = sorted({name for row in known.values() for name in row} - OWN)
    busy = set(taken)
    return {
        FIELD + name if name in busy else name: [row.get(name) for row in rows] for name in names
    }
