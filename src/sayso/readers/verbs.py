"""The verbs of saying and thinking in all their forms, by class."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from sayso.readers.lexicons import load

Class = Literal[
    "say", "argue", "deny", "admit", "warn", "think", "show", "see", "call", "order", "utter"
]
Form = Literal["base", "present", "past", "participle", "ing"]

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a reporting verb: its base, its class, and the forms it can be."""

    base: str
    class_: Class
    forms: frozenset[Form]


@cache
def forms() -> dict[str, Verb]:
    """Give every form of every verb in small letters; the first class that has a base keeps it.

    >>> forms()["denied"].class_, sorted(forms()["said"].forms)
    ('deny', ['participle', 'past'])
    """
    lists = load("verbs")
    irregular, doubling = lists["irregular"], frozenset(lists["doubling"])
    found: dict[str, tuple[str, Class, set[Form]]] = {}
    for class_, bases in lists["classes"].items():
        for base in bases:
            present, past, participle, ing = irregular.get(base) or _regular(base, base in doubling)
            for form, word in (
                ("base", base), ("present", present), ("past", past),
                ("participle", participle), ("ing", ing),
            ):  # fmt: skip
                entry = found.setdefault(word, (base, class_, set()))
                if entry[0] == base:
                    entry[2].add(form)  # type: ignore[arg-type]
    return {word: Verb(base, class_, frozenset(of)) for word, (base, class_, of) in found.items()}


def _regular(base: str, doubles: bool) -> tuple[str, str, str, str]:
    """Give third person, past, participle and -ing form of a regular verb."""
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        return base + "s", base + "d", base + "d", base[:-1] + "ing"
    stem = base + base[-1] if doubles else base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, stem + "ed", stem + "ed", stem + "ing"
