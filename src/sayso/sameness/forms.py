"""What names of organisations and groups have in common once spelling is left aside."""

from __future__ import annotations

import re
from functools import cache

from sayso.persons import folded

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SMALL = frozenset(
    "the a an of for and in on to at de la le les des du der die das und et y".split()
)
_LEGAL = frozenset(
    "ltd limited inc incorporated plc llc co corp corporation gmbh ag sa pty".split()
)
# Whose they are depends on who speaks, so that such a group of one text is none of another.
_OWNED = frozenset(
    "our my your his her its their such these those this that other some many most".split()
)


@cache
def words(name: str) -> tuple[str, ...]:
    """Give the words of a name, folded, without possessive endings.

    >>> words("The Workers’ Party of Brandt-Hausen")
    ('the', 'workers', 'party', 'of', 'brandt', 'hausen')
    """
    found = _WORD.findall(folded(name).replace("&", " and "))
    return tuple(one.removesuffix("'s") for one in found)


@cache
def plain(name: str) -> str:
    """Give a name without articles, small words, legal forms, hyphens and plural endings.

    >>> plain("the Anti-Corn-Law League Ltd.") == plain("Anti Corn Law League")
    True
    """
    kept = [one for one in words(name) if one not in _SMALL and one not in _LEGAL]
    return " ".join(kept)


@cache
def solid(name: str) -> str:
    """Give a name as one run of letters, so that hyphens and spaces make no difference."""
    return plain(name).replace(" ", "")


@cache
def singular(name: str) -> str:
    """Give the solid form without the ending of a plural."""
    return re.sub(r"(?:e?s)\Z", "", solid(name))


@cache
def initials(name: str) -> frozenset[str]:
    """Give what a name may be abbreviated to: first letters, with and without small words."""
    whole = words(name)
    every = "".join(one[0] for one in whole)
    large = "".join(one[0] for one in whole if one not in _SMALL)
    bare = every.removeprefix("t") if whole and whole[0] == "the" else every
    return frozenset(one for one in (every, large, bare) if len(one) > 1)


@cache
def letters(name: str) -> str:
    """Give the letters of an abbreviation, folded: "C.P.G.B." is "cpgb"; empty for other names."""
    squeezed = re.sub(r"[\s.&'’-]", "", name)
    return folded(squeezed) if squeezed.isupper() and 2 <= len(squeezed) <= 8 else ""


def owned(name: str) -> bool:
    """Say whether a name has a sense only in its own text: "our critics", "some of them"."""
    first = words(name)[:1]
    return not first or first[0] in _OWNED
