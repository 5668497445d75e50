"""Find web addresses, without the punctuation of the sentence around them."""

from __future__ import annotations

import re

_URL = re.compile(
    r"(?:https?://|ftp://|\bwww\.)[^\s<>\"“”„«»‘’{}|\\^`]+|\bdoi:\s?10\.\d{4,9}/[^\s<>\"“”]+"
)
_TRAILING = ".,;:!?'*…"
_BRACKETS = {")": "(", "]": "["}


def places_of_urls(text: str) -> list[tuple[int, int]]:
    """Give (start, end) of each address, in text order.

    >>> text = "(see https://example.org/a_(b)), or www.example.org."
    >>> [text[start:end] for start, end in places_of_urls(text)]
    ['https://example.org/a_(b)', 'www.example.org']
    """
    if "://" not in text and "www." not in text and "doi:" not in text:
        return []
    found = []
    for match in _URL.finditer(text):
        end = _trimmed(text, match.start(), match.end())
        if end - match.start() > len("https://"):
            found.append((match.start(), end))
    return found


def _trimmed(text: str, start: int, end: int) -> int:
    """Take off trailing punctuation, and brackets that were not opened inside the address."""
    counts = {sign: text.count(sign, start, end) for sign in "()[]"}
    while end > start:
        last = text[end - 1]
        if last in _BRACKETS and counts[last] > counts[_BRACKETS[last]]:
            counts[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def address(written: str) -> str:
    """Give the address as a browser takes it.

    >>> address("www.example.org"), address("doi: 10.1000/182")
    ('http://www.example.org', 'https://doi.org/10.1000/182')
    """
    if written.startswith("doi:"):
        return "https://doi.org/" + written[4:].strip()
    return "http://" + written if written.startswith("www.") else written
