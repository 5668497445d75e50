"""The place in a book or a law that stands right before its words: John 5:24, Article 14."""

from __future__ import annotations

import re

_REACH = 100
_PARTS = "amendment article book canon chapter clause commandment paragraph psalm resolution rule"
_MORE = "section title verse"
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve \\w+teen(?!th) \\w+ty"
_NTHS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last next"
)
_ANY_NTH = "|".join(
    [*_NTHS.split(), r"\w+teenth", r"\w+tieth", r"\w+ty-\w+", r"\d{1,3}(?:st|nd|rd|th)"]
)
_ANY_NUMBER = "|".join(
    [r"\d{1,4}(?:st|nd|rd|th)?", "[IVXLC]+", *(f"{one}(?:-\\w+)?" for one in _NUMBERS.split())]
)
_NUMBER = rf"(?:{_ANY_NUMBER})\b(?:\(\w{{1,3}}\))?"
_ANY_PART = "|".join(f"[{one[0].upper()}{one[0]}]{one[1:]}" for one in f"{_PARTS} {_MORE}".split())
_PART = f"(?:{_ANY_PART})"
_OF = (
    rf"(?: of (?:(?:the|this) )?{_PART} {_NUMBER})?"
    r"(?: of (?:(?:the|this|that|our|their|its) )?[\w’'-]+(?: [A-Z][\w’'-]+){0,4})?"
)
_BOOK = r"(?:(?:[1-3]|I{1,3}|First|Second|Third) )?[A-Z][a-z]+\.?(?: of [A-Z][a-z]+)?"
_VERSE = r"(?:\d{1,3}[:.]\d{1,3}|[ivxlc]+\. ?\d{1,3})(?:[-–]\d{1,3})?(?:, ?\d{1,3})*(?!\d)"
_WAYS = (
    f"{_BOOK} {_VERSE}",
    rf"(?:{_PART}|Art\.|Sec\.|§) {_NUMBER}(?:, {_PART} {_NUMBER})?{_OF}",
    f"(?:[Tt]he )?(?:{_ANY_NTH}) {_PART}{_OF}",
)
_BOOK_AND_VERSE = re.compile(_WAYS[0])
_WHOLE = re.compile("|".join(_WAYS))
_PLACE = re.compile(rf"(?<![\w.])(?P<place>{'|'.join(_WAYS)})\)?\s*[,:.;]?\s*[—–-]?\s*\Z")


def before(text: str, at: int) -> tuple[int, int] | None:
    """Give the place [start, end) that a book or law is cited by right before an offset.

    >>> text = "It is so: John 5:24: “Verily.”"
    >>> text[slice(*before(text, text.index("“")))]
    'John 5:24'
    """
    found = _PLACE.search(text, max(0, at - _REACH), at)
    if found is None:
        return None
    return found.span("place")


def is_place(words: str) -> bool:
    """Say whether words are a place in a book or a law and nothing else.

    >>> is_place("1 John 4:10"), is_place("John")
    (True, False)
    """
    return _WHOLE.fullmatch(words) is not None


def tells_book(words: str) -> bool:
    """Say whether a place names the book or law that it stands in: not "Article 14" alone."""
    return " of " in words or _BOOK_AND_VERSE.fullmatch(words) is not None
