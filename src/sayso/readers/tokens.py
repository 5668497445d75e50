"""Cut a stretch of text into words and signs, with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|St|Rev|Hon|Messrs|Jr|Sr)\.(?!\w)"
    r"|(?:[A-Z]\.)+(?=[\s,’'])|[A-Z]\.(?=[A-Z])"
    r"|[^\W_]+(?:[’'&‑-][^\W_]+)*(?:[’'](?=\s))?"
    r"|\.\.+|--|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign: its code points, its text, and the same in small letters."""

    start: int
    end: int
    text: str
    low: str
    word: bool

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def possessive(self) -> bool:
        """Whether it ends like a genitive: Mill’s, the workers’."""
        return self.low.endswith(("'s", "s'")) and len(self.low) > 2


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Give the words and signs between two offsets, in order.

    >>> [one.text for one in tokens("Mr. J. Doe didn’t reply.", 0, 24)]
    ['Mr.', 'J.', 'Doe', 'didn’t', 'reply', '.']
    """
    found = []
    for one in _TOKEN.finditer(text, start, end):
        word = one.group()
        low = word.lower().replace("’", "'")
        found.append(Token(one.start(), one.end(), word, low, word[0].isalnum()))
    return found
