"""Say who the author of a document is: a person, an organisation or a group."""

from __future__ import annotations

import re
from functools import cache

from sayso.model import Actor, ActorKind, Document, actor_id
from sayso.persons import folded, is_title, looks_like_a_person
from sayso.readers.names_kinds import AMBIGUOUS_HEADS, FIRMS
from sayso.readers.names_lexicon import NOT_GROUPS, listed, places

_WORD = re.compile(r"[^\W_](?:[^\s,;]*[^\W_])?\.?|&")
_HEAD_ENDS = re.compile(r"\s(?:of|for|on|to|in|at|from|against|upon|and|&|y|de|des|du|der)\s|[,;(]")
_JOINED = re.compile(r"\s*[;&]\s*|\s*,?\sand\s|,\s")
_BOTH = re.compile(r"[;&]|\sand\s")
_ARTICLE = re.compile(r"(?:the)\s", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:several|some|many|certain|various|a\sfew|a\snumber\sof|a\sgroup\sof)\s", re.IGNORECASE
)
_HONORIFICS = frozenset(
    "mr mrs ms miss mme mlle dr prof professor sir dame lord lady rev revd reverend sen senator "
    "rep hon col colonel capt captain lt lieutenant sgt gen gov bishop rabbi comrade maj "
    "monsieur madame herr frau signor councillor".split()
)
_MORE = frozenset(
    "archive archives bench campaign consulate desk embassy forum government guild initiative "
    "jury ministry nations newsroom observatory project republic synod team tribunal trustees "
    "workshop".split()
)
"""Heads of the names of organisations among authors, besides those that any text shows."""
_MANY = frozenset(
    "burgesses citizens clergymen councillors correspondents delegates deputies directors editors "
    "electors farmers freeholders friends governors heirs inhabitants labourers "
    "ladies members men merchants ministers mothers neighbours officers people planters "
    "proprietors ratepayers readers relatives residents scholars signatories sons soldiers "
    "students subscribers survivors teachers tenants townspeople undersigned veterans villagers "
    "voters women workers workmen writers".split()
)
_BEARERS = frozenset(
    "Examiner Guardian Independent Inquirer Intelligencer Monitor Observer Record Register "
    "Spectator Standard Worker Post Star Herald Mail Sun News Packet".split()
)
"""Ends of the names of newspapers that end pen names and surnames too: "An Impartial Examiner"."""
_NEWSPAPERS = frozenset("Gazetteer Messenger Newsletter Newspaper".split())
_DAYS = frozenset("daily weekly morning evening sunday monthly quarterly saturday".split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,3}\Z")


def author(document: Document) -> Actor | None:
    """Give the author of a document, or who signs it; None where neither is known."""
    return actor_of(document.author or document.signed or "")


@cache
def actor_of(name: str) -> Actor | None:
    """Give the actor that the name of an author stands for; None for an empty name.

    An organisation has no article before its name, as none is read where a text names one, so
    that both are one actor; a newspaper of one word keeps it.

    >>> [actor_of(it).name for it in ("The Lantern Party", "The Times")]
    ['Lantern Party', 'The Times']
    """
    whole = " ".join(name.split())
    if not whole:
        return None
    kind = kind_of_author(whole)
    plain = _ARTICLE.sub("", whole, count=1) if kind == "organisation" else whole
    shown = plain if " " in plain else whole
    return Actor(actor_id(shown, kind), shown, tuple(dict.fromkeys((shown, whole))), kind)


def kind_of_author(name: str) -> ActorKind:
    """Say what kind of actor the name of an author or a signature names.

    A person where no word tells otherwise: pen names are persons, as are offices.

    >>> [kind_of_author(it) for it in ("Publius", "Commission of Inquiry", "Inhabitants of Ely")]
    ['person', 'organisation', 'group']
    """
    if _SEVERAL.match(name):
        return "group"
    if _ONE.match(name):
        return "person"
    bare = _ARTICLE.sub("", name, count=1)
    article = bare != name
    ends = _HEAD_ENDS.search(bare)
    head = _WORD.findall(bare[: ends.start()] if ends else bare)
    if not head:
        return "person"
    if _is_organisation(bare, head, article=article):
        return "organisation"
    return "group" if _is_group(bare, head, article=article) else "person"


def _is_organisation(name: str, head: list[str], *, article: bool) -> bool:
    words = [folded(one).rstrip(".") for one in head]
    every = [one.rstrip(".") for one in _WORD.findall(name)]
    if len(head) == 1 and (head[0] in listed("known_organisations") or _is_short(name)):
        return True
    if every[-1].title() in FIRMS and len(every) > 1:
        return len(every) > 2 or every[-1].title() not in ("Son", "Sons", "Daughters", "Brothers")
    if words[0] in _HONORIFICS:
        return False
    if _is_newspaper(words, article=article):
        return True
    if words[-1] in _roles() | _MANY:
        return False
    heads = _heads() & set(words)
    if not heads:
        return False
    if len(words) == 1:
        # "Church" alone, without "the" and "of", is a surname.
        return article or len(every) > 1 or words[0].title() not in AMBIGUOUS_HEADS
    return not _is_surname(words)


def _is_surname(words: list[str]) -> bool:
    """Say whether the last of some words may be the surname behind given names."""
    given = len(words) > 1 and all(
        one.title() in listed("given_names") or _INITIALS.match(one) for one in words[:-1]
    )
    return given and words[-1].title() in AMBIGUOUS_HEADS | _BEARERS


def _is_newspaper(words: list[str], *, article: bool) -> bool:
    last = words[-1].title()
    if last not in listed("periodicals") | _NEWSPAPERS or _is_surname(words):
        return False
    if last not in _BEARERS:
        return article or len(words) > 1 or last in ("Times", "Gazette")
    before = words[:-1]
    if not before:
        return article
    where = " ".join(one.title() for one in before)
    return bool(_DAYS & set(before)) or where in places() or last in ("News", "Herald", "Packet")


def _is_short(name: str) -> bool:
    """Say whether a name is an abbreviation such as CPGB-ML, which no initials of a person are."""
    letters = name.replace("-", "")
    return (
        letters.isalpha() and letters.isupper() and 4 <= len(letters) <= 8
        and not set(name.split("-")[0]) & set("AEIOUY") and not set(letters) <= set("IVXLCDM")
    )  # fmt: skip


def _is_group(name: str, head: list[str], *, article: bool) -> bool:
    last = folded(head[-1])
    if last in _MANY and (len(head) == 1 or article or head[0] not in listed("given_names")):
        return True
    if last.endswith("ists") and last not in NOT_GROUPS and len(last) > 6:
        return True
    if article and last.endswith("s") and not last.endswith(("us", "ss", "is")) and len(head) == 1:
        return True
    parts = [one for one in _JOINED.split(name) if one]
    return bool(_BOTH.search(name)) and len(parts) > 1 and all(map(_may_be_one, parts))


def _may_be_one(name: str) -> bool:
    """Say whether a part of a name joined by "and" is a name of its own."""
    words = name.split()
    return looks_like_a_person(name) or (
        len(words) == 1 and name[:1].isupper() and not is_title(name) and name != "Jr."
    )


@cache
def _heads() -> frozenset[str]:
    return frozenset(folded(one) for one in listed("organisations")) | _MORE


@cache
def _roles() -> frozenset[str]:
    """Give the words for one who holds an office: "Party Secretary" is a person."""
    offices = frozenset(folded(one) for one in listed("offices")) - {"executive"}
    return offices | frozenset(
        "correspondent delegate reporter writer columnist critic counsel man woman worker "
        "friend citizen".split()
    )
