"""Take the names of persons apart: titles, given names and initials, surname, suffix, gender.

Own rules for names in Latin script, since the libraries for it are under licences that bind what
is built on them, or made for American records.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Gender = Literal["m", "f"]

_MEN = frozenset(
    "mr messrs sir lord baron count duke earl marquis viscount prince king emperor "
    "tsar czar kaiser sultan shah pope cardinal archbishop father brother fr m herr "
    "monsieur senor signor congressman chairman king's abbot chieftain alderman esq "
    "esquire".split()
)
_WOMEN = frozenset(
    "mrs ms miss mme mlle dame lady baroness countess duchess marchioness viscountess "
    "princess queen empress tsarina mother sister madame mademoiselle frau fräulein "
    "signora senora congresswoman chairwoman abbess".split()
)
_TITLES = (
    _MEN
    | _WOMEN
    | frozenset(
        "dr prof professor st saint rev revd reverend hon honourable honorable right rt "
        "very rabbi imam sheikh president premier chancellor minister senator sen "
        "representative rep governor gov mayor judge justice secretary ambassador comrade "
        "general gen colonel col major maj captain capt lieutenant lt sergeant sgt "
        "corporal private marshal admiral commander commodore deputy vice acting former "
        "late bishop dean canon citizen doctor the".split()
    )
)
_SUFFIXES = frozenset(
    "jr junior sr senior esq ii iii iv v mp mep msp phd ma ba md kc qc obe cbe mbe".split()
)
_KINSHIP = frozenset("jr junior sr senior ii iii iv v".split())
_PARTICLES = frozenset(
    "de da di du del della der den des van von zu la le los las el al bin ibn ben ap "
    "ter ten dos das y".split()
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\Z|[A-Z]{2,3}\Z")
_REIGN = re.compile(r"[IVXL]+\Z")
_SPACES = re.compile(r"[\s\N{NO-BREAK SPACE}]+")


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart, folded to small letters without accents.

    `given` holds given names and initials (one letter each) in order; `surname` has its particles.
    `kin` is what tells namesakes of one family apart ("jr", "iii").
    """

    titles: tuple[str, ...]
    given: tuple[str, ...]
    surname: str
    kin: str
    gender: Gender | None


@cache
def person(name: str) -> Person:
    """Take a name apart.

    >>> person("Prof. Vane, Ann R.")
    Person(titles=('prof',), given=('ann', 'r'), surname='vane', kin='', gender='f')
    """
    whole = _SPACES.sub(" ", _POSSESSIVE.sub("", name.strip()))
    titles, rest = _after_titles(whole.split(" "))
    words = [one for word in rest if (one := word.strip('()[]“”"‘’'))]
    kin = ""
    while len(words) > 1 and (last := folded(words[-1]).rstrip(".").replace(".", "")) in _SUFFIXES:
        kin = last if last in _KINSHIP else kin
        words.pop()
        words[-1] = words[-1].rstrip(",")
    if len(words) > 1 and _REIGN.match(words[-1]):
        kin = words.pop().casefold()
    words = _the_right_way_round(words)
    words = [part for word in words for part in _parts(word)]
    more, words = _after_titles(words)
    at = _surname_at(words)
    given = tuple(folded(one).rstrip(".") for one in words[:at])
    surname = " ".join(folded(one).strip(".,") for one in words[at:])
    kin = {"junior": "jr", "senior": "sr"}.get(kin, kin)
    heads = (*titles, *more)
    # A name of one word may be a given name.
    return Person(heads, given, surname, kin, _gender(heads, given or (surname,)))


def folded(word: str) -> str:
    """Give a word in small letters without accents, its apostrophes of one kind.

    >>> folded("Müller-O’Brien")
    "muller-o'brien"
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def gender(name: str) -> Gender | None:
    """Say whether a name is a man's or a woman's, by title or given name; None where it is open."""
    return person(name).gender


def looks_like_a_person(name: str) -> bool:
    """Say whether a name may be a person's: two to five capitalised words, or a title and a name.

    >>> looks_like_a_person("Ann Vane"), looks_like_a_person("Commission of Inquiry")
    (True, False)
    """
    words = [one for one in name.split() if one[:1].isalpha()]
    capital = all(one[0].isupper() or folded(one) in _PARTICLES for one in words)
    known = person(name)
    if not capital or not 1 < len(words) <= 6 or folded(words[0]) == "the":
        return False
    return bool(known.titles or known.gender or len(words) <= 3)


def is_title(word: str) -> bool:
    """Say whether a word is a title that stands before names."""
    return folded(word).rstrip(".") in _TITLES


def short_of(one: str, two: str) -> bool:
    """Say whether two folded given names may be forms of one, as bill and william."""
    return bool(_formal().get(one, frozenset()) & _formal().get(two, frozenset()))


def _after_titles(words: list[str]) -> tuple[tuple[str, ...], list[str]]:
    titles = []
    while len(words) > 1 and is_title(words[0]):
        titles.append(folded(words[0]).rstrip("."))
        words = words[1:]
    return tuple(one for one in titles if one != "the"), words


def _the_right_way_round(words: list[str]) -> list[str]:
    """Put "Vane, Ann" into its common order."""
    for nth, word in enumerate(words[:-1]):
        if word.endswith(","):
            return [*words[nth + 1 :], *words[:nth], word.rstrip(",")]
    return [word.rstrip(",") for word in words]


def _parts(word: str) -> list[str]:
    """Part initials that are written together: "J.R." and "JR"."""
    if _INITIALS.match(word) and folded(word) not in _PARTICLES:
        return [one for one in word if one.isalpha()]
    return [word]


def _surname_at(words: list[str]) -> int:
    at = max(0, len(words) - 1)
    while at > 1 and folded(words[at - 1]) in _PARTICLES:
        at -= 1
    if at == 1 and folded(words[0]) in _PARTICLES:
        at = 0
    return at


def _gender(titles: tuple[str, ...], given: tuple[str, ...]) -> Gender | None:
    for one in titles:
        if one in _MEN:
            return "m"
        if one in _WOMEN:
            return "f"
    for one in given:
        if len(one) > 1:
            found = sorted(_genders().get(one, ()))
            return found[0] if len(found) == 1 else None
    return None


@cache
def _listed() -> tuple[tuple[str, tuple[str, ...]], ...]:
    text = files("sayso").joinpath("persons_names.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((row[0], tuple(folded(one) for one in row[1:])) for row in rows)


@cache
def _genders() -> dict[str, set[Gender]]:
    found: dict[str, set[Gender]] = defaultdict(set)
    for sign, forms in _listed():
        for one in forms:
            found[one] |= {"m"} if sign == "m" else {"f"} if sign == "f" else {"m", "f"}
    return dict(found)


@cache
def _formal() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for _, forms in _listed():
        for one in forms:
            found[one].add(forms[0])
    return {one: frozenset(heads) for one, heads in found.items()}
