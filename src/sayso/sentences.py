"""Cut a text into sentences without moving a character.

Abbreviations and initials end no sentence; closing quotation marks and the note marker glued to
them belong to the sentence they close. Spans are code points of the text given.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

_TITLES = """mr mrs ms dr messrs mme mlle prof rev hon sen rep gov gen col capt lt maj sgt cpl adm
cmdr pres st sts fr bro sr jr esq ald cllr supt insp"""
_REFERENCES = """p pp vol vols no nos ch chap fig figs sec sect art arts ed eds trans tr transl fol
ff n nn op loc cit ibid cf vs viz v approx ca c fl b d r al seq par para pt bk cp app"""
_OTHERS = "e.g i.e eg ie etc inc ltd co corp bros dept univ assn ave blvd jan feb mar apr jun jul "
_OTHERS += (
    "aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m a.d b.c u.s"
)
_ABBREVIATIONS = frozenset(f"{_TITLES} {_REFERENCES} {_OTHERS}".split())
_MAY_END = frozenset(
    "etc inc ltd co corp bros al cit seq a.m p.m a.d b.c u.s esq jr sr ibid".split()
)
_OPENS_SENTENCE = frozenset(
    """the a an this that these those it he she they we i you but and however in on at as if when
    while there his her their its our my what why how who for yet so nor not after before since
    although though because meanwhile moreover nevertheless thus then here""".split()
)

_END = re.compile(
    r"""
    (?P<stop>[.!?…]+|[。！？])
    (?P<close>[”’"'»›)\]】」』]{0,4})
    (?P<marker>\[\d{1,3}\]|\d{1,3}(?!\d)|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,2})?
    (?:(?<=[。！？」』])|(?=\s)|\Z)
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[^\W\d_]|\.(?=[^\W\d_])|['’-](?=[^\W\d_]))*\Z")
_NEXT = re.compile(r"\s*(?P<lead>[“‘„«»\"'(\[—–*•-]*)\s?(?P<word>[^\W_]+)?")
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_LOOK_BACK = 24
_LOOK_AHEAD = 40


def split(text: str, paragraphs: Iterable[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Give the (start, end) of each sentence, in order, without the white space between them.

    Args:
        text: The text.
        paragraphs: Its paragraphs, each of which ends a sentence; so do blank lines.

    >>> text = "Mr. J. Pitt spoke. “Why?” he was asked. He left."
    >>> [text[start:end] for start, end in split(text)]
    ['Mr. J. Pitt spoke.', '“Why?” he was asked.', 'He left.']
    """
    found = []
    for start, end in _paragraphs(text, paragraphs):
        begin = start
        for cut in _cuts(text, start, end):
            if cut > begin:
                found.append((begin, cut))
            begin = cut
            while begin < end and text[begin].isspace():
                begin += 1
        while end > begin and text[end - 1].isspace():
            end -= 1
        if end > begin:
            found.append((begin, end))
    return found


def _paragraphs(text: str, paragraphs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Give stretches between paragraph ends and blank lines, begun at their first sign."""
    cuts = {0, len(text)}
    for start, end in paragraphs:
        cuts.update((start, end))
    for blank in _BLANK.finditer(text):
        cuts.update((blank.start(), blank.end()))
    ordered = sorted(one for one in cuts if 0 <= one <= len(text))
    for start, end in itertools.pairwise(ordered):
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            yield start, end


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    for stop in _END.finditer(text, start, end):
        if stop.end() >= end or _ends_here(text, stop, end):
            yield stop.end()


def _ends_here(text: str, stop: re.Match[str], limit: int) -> bool:
    """Judge a stop by the word before it and the word after it."""
    if stop["stop"][0] in "。！？":
        return True
    after = _NEXT.match(text, stop.end(), min(limit, stop.end() + _LOOK_AHEAD))
    word = after["word"] if after else None
    lead = after["lead"] if after else ""
    if word is None:
        return bool(lead)
    if word[0].islower():
        return False
    if stop["marker"] and stop["marker"][0].isdigit() and not stop["close"]:
        # "1.5 million" and "No. 7" are cut nowhere; a digit glued to a stop is a marker only
        # after a word and before a capital.
        before = text[max(stop.start("stop") - 1, 0)]
        return before.isalpha() and not word[0].isdigit()
    if stop["stop"] != "." or stop["close"]:
        return True
    return not _abbreviates(text, stop.start("stop"), word)


def _abbreviates(text: str, at: int, following: str) -> bool:
    """Say whether the full stop at `at` belongs to an abbreviation or an initial."""
    window = text[max(0, at - _LOOK_BACK) : at]
    found = _WORD_BEFORE.search(window)
    if not found:
        return False
    word = found.group()
    low = word.lower()
    if len(word) == 1 and word.isupper():
        before = window[: found.start()].split()
        named = (
            bool(before) and before[-1][:1].isupper() and before[-1] not in ("War", "Part", "Act")
        )
        return named or not before or following.lower() not in _OPENS_SENTENCE
    if low in _MAY_END or (len(word) > 2 and word[1] == "."):
        return following.lower() not in _OPENS_SENTENCE
    if low == "no":
        return following[0].isdigit()
    if low in ("art", "fig", "sat", "sun", "mar", "n", "d", "b", "c", "r", "v", "app", "par"):
        return following[0].isdigit() or len(word) == 1
    return low in _ABBREVIATIONS
