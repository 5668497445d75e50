"""Decide which single capitalised words name people: surnames of full names, or by what they do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.readers.names_kinds import DID, Name, may_be_surname
from sayso.readers.names_lexicon import PERSON_ACTS, listed
from sayso.readers.names_runs import Run

_POSSESSIVE = re.compile(r"['’]s?\s")
_UNDER = re.compile(r"\b(?:by|under|like|against|with|as|of|to|and)\s\Z")
_ARTICLE = re.compile(
    r"\b(?:the|a|an|this|that|in|at|from|into|near|across|through)\s\Z", re.IGNORECASE
)
_NEED = 2.0


def surnames(names: Iterable[Name]) -> dict[str, str]:
    """Give the full name behind each surname that only one person of the document bears."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for one in names:
        words = one.name.split()
        if one.kind == "person" and len(words) > 1:
            bearers[words[-1]].add(one.name)
    return {last: full.pop() for last, full in bearers.items() if len(full) == 1}


def people(text: str, singles: Sequence[Run], lower: frozenset[str]) -> dict[str, float]:
    """Give the single words that name people, with a score.

    A word counts by what follows it ("argued", "himself"), by possessives, and by how often it
    stands inside a sentence; articles and "in" before it, or the same word in small letters, count
    against it.

    Args:
        text: The text.
        singles: Its runs of one word.
        lower: The words that the text has in small letters.
    """
    weight: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    acts: Counter[str] = Counter()
    against: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for run in singles:
        word = run.words[0]
        if not may_be_surname(word):
            continue
        inside[word] += not run.initial
        total[word] += 1
        acted = bool(PERSON_ACTS.match(text, run.end))
        owned = bool(_POSSESSIVE.match(text, run.end))
        before = text[max(0, run.start - 9) : run.start]
        acts[word] += acted
        given = not run.initial and word in listed("given_names")
        did = not acted and bool(DID.match(text, run.end))
        weight[word] += 4 * acted + 2 * owned + 2 * did + bool(_UNDER.search(before)) + 4 * given
        acts[word] += given
        against[word] += bool(_ARTICLE.search(before))
    found = {}
    for word, evidence in weight.items():
        often_placed = against[word] > 1 and against[word] * 8 > total[word]
        score = evidence / 2 - 2 * against[word] - 3 * (word.lower() in lower) - 9 * often_placed
        if score >= _NEED and inside[word] and (acts[word] or inside[word] > 1):
            found[word] = 0.75 if score >= 2 * _NEED else 0.6
    return found
