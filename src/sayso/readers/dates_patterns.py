"""Find the words that date something, without yet asking which year a bare "in May" means.

The text is swept once for digits and months and once for words such as "year" or "winter"; each of
these is then looked at with a few signs before and after it. English.
"""

from __future__ import annotations

import re

from sayso.readers.dates_expression import Expression, widened
from sayso.readers.dates_months import read_month
from sayso.readers.dates_numbers import read_number
from sayso.readers.dates_words import read_word

_SWEEP = re.compile(
    r"\d+|\b(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_SWEEP_WORDS = re.compile(
    r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter|centur(?:y|ies)|"
    r"Centur(?:y|ies)|days?|weeks?|months?|years?|decades?|night|morning|evening|afternoon)\b"
)


def expressions(text: str) -> list[Expression]:
    """Give all expressions that date something, in text order, without overlap."""
    found: list[Expression] = []
    end = 0
    for match in _SWEEP.finditer(text):
        start = match.start()
        if start < end:
            continue
        here = read_number(text, start) if text[start].isdigit() else read_month(text, start)
        for one in here:
            found.append(widened(text, one, end))
            end = found[-1].end
    words = [one for match in _SWEEP_WORDS.finditer(text) for one in read_word(text, match)]
    return _merged(found, words)


def _merged(found: list[Expression], words: list[Expression]) -> list[Expression]:
    """Weave the two sweeps together; where they overlap the longer expression stays."""
    merged: list[Expression] = []
    for one in sorted([*found, *words], key=lambda it: (it.start, -it.end)):
        if merged and one.start < merged[-1].end:
            if one.end - one.start > merged[-1].end - merged[-1].start:
                merged[-1] = one
            continue
        merged.append(one)
    return merged
