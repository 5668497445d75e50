"""The written forms of names in a corpus: those that readers found, and those they passed by."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.checks.case import Case
from sayso.model import Actor, Document, Mention, Span
from sayso.text import span

KINDS = frozenset(("person", "organisation", "group"))
_LONGEST = 80
"""Code points beyond which a name is taken for a phrase."""
_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir lord lady dame rev reverend father mother brother sister
    captain capt colonel col general gen major lieutenant comrade president chairman chairwoman
    senator governor mayor judge justice hon the herr frau monsieur madame m mme mlle don dona saint
    st engineer minister secretary councillor alderman archdeacon bishop""".split()
)
_KIN = frozenset("jr jnr junior sr snr senior elder younger fils père aîné".split())
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN = re.compile(r"[^\W\d_a-z][\w’'-]*(?:[ \n][^\W\d_a-z][\w’'-]*)+")
_PAIR = re.compile(r"[^\s]+")


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of an actor's name: its words folded for comparing, and where it stands.

    `read` says whether a reader took it for a name; else it is a pair of words that is all but one.
    """

    words: tuple[str, ...]
    plain: tuple[str, ...]
    name: str
    kind: str
    actor: str
    document: str
    span: Span
    read: bool = True


def gathered(case: Case) -> list[Form]:
    """Give all forms in the order of the corpus, each once, where it stands first."""
    read = list(_read(case))
    rank = {one.id: nth for nth, one in enumerate(case.corpus.documents)}
    whole = [*read, *_unread(case, read)]
    return sorted(whole, key=lambda one: (rank.get(one.document, 0), one.span.start))


def _read(case: Case) -> Iterator[Form]:
    """Give each form of a name once, where it stands first."""
    kinds = {one.id: one.kind for one in case.of(Actor)}
    rank = {one.id: nth for nth, one in enumerate(case.corpus.documents)}
    mentions = [one for one in case.of(Mention) if one.actor and kinds.get(one.actor) in KINDS]
    mentions.sort(key=lambda one: (rank.get(one.document, 0), one.span.start))
    seen = set()
    for one in mentions:
        kind = kinds[one.actor or ""]
        name = " ".join(one.span.exact.split())
        folded = words(name)
        if not folded or len(name) > _LONGEST or (kind, folded) in seen or _KIN & set(folded):
            continue
        seen.add((kind, folded))
        plain = tuple(bare(word) for word in folded)
        yield Form(folded, plain, name, kind, one.actor or "", one.document, one.span)


def words(name: str) -> tuple[str, ...]:
    """Fold a name for comparing: no titles, no possessive, no case.

    >>> words("Professor Ada Lund’s")
    ('ada', 'lund')
    """
    found = [
        _possessed(one) for one in _WORD.findall(unicodedata.normalize("NFC", name).casefold())
    ]
    while len(found) > 1 and found[0] in _TITLES:
        found.pop(0)
    # "Lund, Ada" is how a list of works sets a name, and no slip.
    if "," in name and len(found) > 1:
        comma = len(_WORD.findall(name[: name.index(",")]))
        found = found[comma:] + found[:comma]
    return tuple(found)


def _possessed(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) and len(word) > 3 else word


def bare(word: str) -> str:
    """Give a word without its accents."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(one for one in parts if not unicodedata.combining(one))


def _unread(case: Case, read: Sequence[Form]) -> Iterator[Form]:
    """Give pairs of capitalised words that are all but the name of a person in the corpus.

    A misspelt name is often none to a reader of names; so the texts are looked through for pairs
    of words that share one word with a name, and most letters of the other.
    """
    people = [one for one in read if one.kind == "person" and len(one.plain) == 2]
    actors: dict[tuple[str, str], str] = {}
    for one in people:
        for key in _keys(one.plain):
            actors.setdefault(key, one.actor)
    if not actors:
        return
    seen = {one.plain for one in read}
    for document in case.corpus.documents:
        for place in _pairs_of_words(document):
            folded = words(place.exact)
            plain = tuple(bare(word) for word in folded)
            if len(plain) != 2 or plain in seen or len(place.exact) > _LONGEST:
                continue
            seen.add(plain)
            actor = next((actors[key] for key in _keys(plain) if key in actors), None)
            if actor:
                name = " ".join(place.exact.split())
                yield Form(folded, plain, name, "person", actor, document.id, place, False)


def _keys(plain: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give what a name of two words shares with its slips, and with itself turned."""
    first, last = plain
    yield min(plain), max(plain)
    yield from ((first, f"{cut}-") for cut in without_one_letter(last))
    yield from ((f"-{cut}", last) for cut in without_one_letter(first))


def without_one_letter(word: str) -> set[str]:
    """Give a word, and all that it becomes when one letter is left out.

    Words that differ by one letter left out, added, replaced or exchanged share one of these.

    >>> sorted(without_one_letter("abc"))
    ['ab', 'abc', 'ac', 'bc']
    """
    return {word, *(word[:nth] + word[nth + 1 :] for nth in range(len(word)))}


def _pairs_of_words(document: Document) -> Iterator[Span]:
    """Give each two capitalised words that follow each other with nothing but a space between."""
    for run in _RUN.finditer(document.text):
        at = [one.span() for one in _PAIR.finditer(document.text, run.start(), run.end())]
        for (start, _), (_, end) in itertools.pairwise(at):
            if end - start <= _LONGEST:
                yield span(document.text, start, end)
