"""Passages that texts give as the words of a document: "the sixth article declares that ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.reuse.words import words
from sayso.sentences import split

_BEFORE = 400
"""Code points before a passage that are looked at; its sentence begins within them as a rule."""
_RUN = 4
"""Words of the runs by which a passage is found again in what is given as a document's."""
_SHARE = 0.5
_PARTS = "article|section|clause|paragraph|amendment|chapter|verse|canto|schedule"
_PLACES = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|"
    r"\d+(?:st|nd|rd|th)|very|same|following|preceding"
)
_WHOLES = (
    r"bills?\ of\ rights|declarations?\ of\ [a-z]+|charter|statutes?|treat(?:y|ies)|covenant|"
    r"scriptures?|gospel|psalms?|creed|preamble|resolutions?|constitutions?"
)
_SAYS = (
    r"says?|said|states?|stated|declares?|declared|provides?|provided|reads?|ordains?|ordained|"
    r"enacts?|enacted|directs?|directed|stipulates?|stipulated|gives?\ power|authori[sz]es?"
)
# A newspaper's "article" and an author's "chapter" are told from a document's by their number.
_CITED = re.compile(
    rf"""
    \b(?:the|this|that|these)\ (?:[\w-]+\ ){{0,2}}?(?:{_PLACES})\ (?:{_PARTS})s?\b
    | \b(?:{_PARTS})s?\ (?:\d+|[ivxlc]+)\b
    | \b(?:the|this|that|these|a)\ clauses?\b
    | §\s?\d+
    | \b(?:the|this|that|these|their|our)\ (?:[\w-]+\ ){{0,3}}?(?:{_WHOLES})
      (?:\ (?:of|in)(?:\ [\w-]+){{1,4}}?)?,?(?:\ (?:it\ is|expressly|itself|which))*\ (?:{_SAYS})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def cited(text: str, start: int) -> str:
    """Give the words that name the document, or its part, that a passage is said to stand in.

    They stand before it, in the same sentence. "" where there are none. English.

    Args:
        text: The text that has the passage.
        start: Where the passage begins, in code points.

    >>> said = "The sixth article declares, that no toll shall be asked of any ship."
    >>> cited(said, said.index("no toll"))
    'The sixth article'
    """
    lead = " ".join(text[max(0, start - _BEFORE) : start].split())
    sentences = split(lead)
    if not sentences:
        return ""
    first, last = sentences[-1]
    sentence = lead[first:]
    # A sentence that has ended is not the one the passage stands in.
    if lead[first:last].rstrip("\"'”’»)").endswith((".", "!", "?")):
        return ""
    hits = list(_CITED.finditer(sentence))
    return hits[-1].group().strip() if hits else ""


class Known:
    """Words that texts give as a document's, to find them again where no document is named."""

    def __init__(self, passages: Iterable[str]) -> None:
        self._runs = {run for one in passages for run in _runs(one)}

    def has(self, passage: str) -> bool:
        """Say whether half of the runs of four words of a passage stand among them."""
        runs = _runs(passage)
        return bool(runs) and sum(run in self._runs for run in runs) >= _SHARE * len(runs)


def _runs(text: str) -> list[tuple[str, ...]]:
    forms = words(text).forms
    return [forms[at : at + _RUN] for at in range(len(forms) - _RUN + 1)]
