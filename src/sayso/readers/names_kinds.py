"""Say what a capitalised run names, by its own words and those beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from sayso.readers.names_lexicon import PERSON_ACTS, ROLE_BEFORE, listed, places
from sayso.readers.names_runs import Run, is_initials

NameKind = Literal["person", "organisation", "place", "event"]

_LIFE_SPAN = re.compile(
    r",?\s[(\[](?:c\.\s?)?\d{3,4}\s?[-–—]\s?(?:c\.\s?)?\d{4}[)\]]|,?\s\((?:b\.|born)\s"
)
DID = re.compile(
    r"\s(?:has\s|had\s|once\s|also\s)?[a-z]{3,}ed\b|\s(?:led|wrote|became|won|began)\b"
)
_SHORT = re.compile(r",?\s[(\[](?P<short>[A-Z][A-Za-z.&-]{1,9})[)\]]")
_OF = re.compile(r"\s(?:of|for)(?:\sthe)?\s")
AMBIGUOUS_HEADS = frozenset(
    "Church Guild House Bank Board Order Office Staff Press Trust Center Centre Group Front Fund "
    "Court Hall Command Soviet Chamber Mission Guard Corps".split()
)
_ROMAN = re.compile(r"[IVX]+\Z")
_SUFFIXES = ("ism", "isms", "ist", "ists", "ian", "ians", "ish", "ese", "ite", "ites")
_NOBLE = frozenset(
    "Duke Duchess Earl Marquis Viscount Count Countess Baron Lord Archbishop Bishop".split()
)
_EVENTS_OF = frozenset("Battle Treaty Siege Massacre Pact War Reformation".split())
_LANDMARKS = frozenset(
    "Avenue Bay Falls Harbor Harbour Island Islands Mountains Ocean River Sea Square Strait Street "
    "Streets".split()
)
FIRMS = frozenset("Co Company Sons Son Bros Brothers Inc Ltd Partners Associates Daughters".split())
_STATES = frozenset("U.S. U.N. U.K. U.S.A. U.S.S.R. U.S.G. D.C. B.C. A.D. E.U.".split())
_PLACES_OF = frozenset("Gulf Bay Cape Isle Strait Province City Lake".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A run that names something: offsets, the name as one, its kind, and why."""

    start: int
    end: int
    name: str
    kind: NameKind
    score: float
    reason: str


def kind_of(text: str, run: Run, following: Run | None) -> Name | None:
    """Say what a run names; None where its words do not tell.

    Args:
        text: The text.
        run: The run.
        following: The next run, which "of" may join to this one.
    """
    for judge in _JUDGES:
        found = judge(text, run, following)
        if found:
            return found
    return None


def joined_by_of(text: str, run: Run, following: Run | None) -> bool:
    """Say whether "of" or "of the" joins a run to the next one."""
    if following is None or following.start - run.end > 10:
        return False
    return bool(_OF.fullmatch(text[run.end : following.start]))


def _name(text: str, start: int, end: int, kind: NameKind, score: float, reason: str) -> Name:
    return Name(start, end, " ".join(text[start:end].split()), kind, score, reason)


def _place(text: str, run: Run, following: Run | None) -> Name | None:
    known = places()
    if run.name in known:
        return _name(text, run.start, run.end, "place", 0.9, "A known place.")
    return None


def _event(text: str, run: Run, following: Run | None) -> Name | None:
    words = run.words
    heads = listed("event_words")
    reason = "Its last word is that of an event."
    of = following is not None and joined_by_of(text, run, following)
    if words[-1] in _EVENTS_OF and of and following and len(words) <= 2:
        return _name(text, run.start, following.end, "event", 0.8, reason)
    if len(words) < 2 or _from_head(words, heads) is None:
        return None
    if words[-1] in heads or _ROMAN.match(words[-1]):
        return _name(text, run.start, run.end, "event", 0.8, reason)
    return None


def _from_head(words: tuple[str, ...], heads: frozenset[str]) -> int | None:
    """Give the place of the last word, or part after a hyphen, that is one of the heads."""
    for nth in range(len(words) - 1, -1, -1):
        first, _, rest = words[nth].partition("-")
        if first in heads and (not rest or rest.isupper() or rest in places()):
            return nth
    return None


def _firm(text: str, run: Run, following: Run | None) -> Name | None:
    if "&" not in run.words or run.words[-1].rstrip(".") not in FIRMS:
        return None
    return _name(text, run.start, run.end, "organisation", 0.75, "“&” joins the names of a firm.")


def _landmark(text: str, run: Run, following: Run | None) -> Name | None:
    if len(run.words) < 2 or run.words[-1] not in _LANDMARKS:
        return None
    return _name(text, run.start, run.end, "place", 0.75, "Its last word is a kind of place.")


def _organisation(text: str, run: Run, following: Run | None) -> Name | None:
    heads = listed("organisations")
    known = listed("known_organisations")
    words = run.words
    if len(words) == 1 and words[0] in known:
        return _name(text, run.start, run.end, "organisation", 0.85, "A known organisation.")
    at = _from_head(words, heads)
    if at is None:
        return _labelled_party(text, run)
    reason = f"“{words[at].split('-')[0]}” names an organisation."
    of = following is not None and joined_by_of(text, run, following)
    if at == len(words) - 1 and of and following and following.words[0] not in listed("titles"):
        return _name(text, run.start, following.end, "organisation", 0.85, reason)
    shouted = any(one.isupper() and one.title() in listed("no_names") for one in words)
    if len(words) == 1 or shouted or _is_bare(words, heads):
        return None
    if len(words) == 2 and words[0] in listed("given_names") and words[1] in AMBIGUOUS_HEADS:
        return None
    first = 0
    while words[first] in listed("offices") and first < at:
        first += 1
    if first == at and at == len(words) - 1:
        first = 0
    last = at
    while last + 1 < len(words) and words[last + 1].rstrip(".") not in listed("titles"):
        if words[last + 1] in listed("given_names") and last + 2 < len(words):
            break
        last += 1
    if first == 0 and last == 0:
        return None
    return _name(text, run.starts[first], run.ends[last], "organisation", 0.85, reason)


def _labelled_party(text: str, run: Run) -> Name | None:
    """Judge "Labour party": a party whose head has no capital."""
    match = re.compile(r"\s(?:party|government)\b").match(text, run.end)
    if not match or len(run.words) > 2 or run.words[0] in listed("offices"):
        return None
    if run.initial and run.words[0] in listed("no_names"):
        return None
    if match.group().strip() == "government" or run.words[-1] in listed("titles"):
        return None
    reason = "“party” names an organisation."
    return _name(text, run.start, match.end(), "organisation", 0.75, reason)


def _is_bare(words: tuple[str, ...], heads: frozenset[str]) -> bool:
    """Say whether a run has only heads and offices, so that it names no one in particular."""
    general = heads | listed("offices") | frozenset(("United", "National", "General"))
    return all(one in general for one in words)


def _titled(text: str, run: Run, following: Run | None) -> Name | None:
    titles = listed("titles")
    count = 0
    while count < len(run.words) and run.words[count].rstrip(".") in titles:
        count += 1
    if not count:
        return None
    title = run.words[count - 1]
    if count == len(run.words):
        if title in _NOBLE and joined_by_of(text, run, following) and following:
            return _name(text, run.start, following.end, "person", 0.8, f"“{title}” is a title.")
        return None
    rest = run.without_first(count)
    if title in ("St.", "St", "Saint") and rest.words[0] not in listed("given_names"):
        return None
    general = listed("offices") | listed("no_names") | listed("organisations")
    if all(one in general or one.title() in listed("no_names") for one in rest.words):
        return None
    if rest.name in places() and title not in ("Mr.", "Mrs.", "Mr", "Mrs", "Dr.", "Dr"):
        return None
    reason = f"The title “{title}” stands before it."
    return _name(text, rest.start, rest.end, "person", 0.92, reason)


def _place_by_word(text: str, run: Run, following: Run | None) -> Name | None:
    words, heads = run.words, listed("place_words")
    reason = "Its words name a kind of place."
    if len(words) == 1:
        if words[0] in _PLACES_OF and following and joined_by_of(text, run, following):
            return _name(text, run.start, following.end, "place", 0.75, reason)
        return None
    if words[-1] in heads and words[0] not in listed("given_names"):
        return _name(text, run.start, run.end, "place", 0.75, reason)
    if words[0] in ("Lake", "Mount", "Fort", "Cape", "Port") and len(words) <= 3:
        return _name(text, run.start, run.end, "place", 0.75, reason)
    return None


def _person(text: str, run: Run, following: Run | None) -> Name | None:
    words = run.words
    if any(one in _STATES for one in words) or words[-1] == "Image":
        return None
    if not 2 <= len(words) <= 5 or not all(_may_name(one) for one in words[1:]):
        return None
    capitals = [one.isupper() and len(one) > 3 and not is_initials(one) for one in words]
    if any(capitals) and not all(one.isupper() for one in words):
        return None
    if words[0].title() in listed("given_names") and not _all_capitals(text, run):
        return _name(text, run.start, run.end, "person", 0.88, f"“{words[0]}” is a given name.")
    middle = len(words) == 3 and is_initials(words[1]) and len(words[0]) > 2
    if (is_initials(words[0]) or middle) and not words[-1].endswith("."):
        return _name(text, run.start, run.end, "person", 0.85, "Initials and a surname.")
    return None


def _all_capitals(text: str, run: Run) -> bool:
    return text[run.start : run.end].isupper()


def _may_name(word: str) -> bool:
    """Say whether a word may be part of a person's name."""
    last = word.rpartition("-")[2].title()
    return last not in listed("event_words") and (
        word not in listed("no_names")
        and word not in listed("offices")
        and word not in listed("organisations")
        and word not in listed("event_words")
        and (word not in places() or word in ("Washington", "Jordan", "Chad", "Georgia", "London"))
        and not word.lower().endswith(_SUFFIXES[:4])
    )


def _by_context(text: str, run: Run, following: Run | None) -> Name | None:
    """Judge by what stands beside: the years of a life, a role, what only people do."""
    words = run.words
    if len(words) > 4 or (_all_capitals(text, run) and len(words) > 1):
        return None
    alone = len(words) == 1 and run.initial
    if not alone and _LIFE_SPAN.match(text, run.end) and all(_may_name(one) for one in words):
        return _name(text, run.start, run.end, "person", 0.9, "The years of a life follow.")
    short = _SHORT.match(text, run.end)
    the = text[max(0, run.start - 4) : run.start].lower() == "the "
    if short and the and len(words) > 1 and abbreviates(short["short"], run.name):
        reason = f"The abbreviation “{short['short']}” follows."
        return _name(text, run.start, run.end, "organisation", 0.8, reason)
    if len(words) < 2 or not all(_may_name(one) for one in words) or run.initial:
        return None
    if len(words) <= 3 and ROLE_BEFORE.search(text, max(0, run.start - 16), run.start):
        return _name(text, run.start, run.end, "person", 0.85, "A role stands before it.")
    if len(words) <= 3 and PERSON_ACTS.match(text, run.end):
        return _name(text, run.start, run.end, "person", 0.7, "It does what people do.")
    if len(words) <= 3 and DID.match(text, run.end) and text[run.start - 4 : run.start] != "the ":
        return _name(text, run.start, run.end, "person", 0.6, "It acts, as people do.")
    return None


_JUDGES = (
    _place, _event, _firm, _landmark, _organisation, _titled, _place_by_word, _person, _by_context,
)  # fmt: skip


def abbreviates(short: str, name: str) -> bool:
    """Say whether an abbreviation is made of the first letters of a name's words.

    >>> abbreviates("SSNA", "Stalin Society of North America"), abbreviates("UN", "Ulan Bator")
    (True, False)
    """
    letters = short.replace(".", "").replace("&", "").upper()
    words = [part for word in name.replace("’", "'").split() for part in word.split("-") if part]
    capitals = [one[0] for one in words if one[0].isupper()]
    every = [one[0].upper() for one in words]
    return len(letters) >= 2 and letters in ("".join(capitals).upper(), "".join(every))


def may_be_surname(word: str) -> bool:
    """Say whether a single word may name a person at all."""
    return (
        len(word) > 2
        and not word.isupper()
        and word.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and word not in listed("no_names")
        and word not in listed("titles")
        and word not in listed("offices")
        and word not in listed("organisations")
        and word not in listed("known_organisations")
        and word not in places()
        and not word.lower().endswith(_SUFFIXES)
    )
