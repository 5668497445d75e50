"""Words of a text with their offsets, in a form that sees through typography."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache

# A run of letters and digits; combining marks belong to the letter before them. A hyphen at a line
# end, or a soft hyphen, does not part a word.
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|\u00ad|[-\u2010]\s*\n\s*(?=[^\W\d_]))*")
_BROKEN = re.compile(r"[-\u2010]\s*\n\s*|\u00ad")
_LIGATURES = str.maketrans({"ſ": "s", "æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l"})


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Give a word without case, accents, ligatures, long s and line-end hyphens.

    >>> folded("Eﬀe&#67;t"[:3]), folded("poſſe-\\nſſion"), folded("Émile")
    ('effe', 'possession', 'emile')
    """
    if word.isascii():
        return _BROKEN.sub("", word).lower() if "-" in word else word.lower()
    plain = unicodedata.normalize("NFKD", _BROKEN.sub("", word)).casefold().translate(_LIGATURES)
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


@dataclass(frozen=True)
class Words:
    """The words of a text: folded forms, and where each starts and ends in code points."""

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def places(self) -> dict[tuple[str, str], list[int]]:
        """Where each pair of neighbouring words stands."""
        found: dict[tuple[str, str], list[int]] = {}
        forms = self.forms
        for at in range(len(forms) - 1):
            found.setdefault((forms[at], forms[at + 1]), []).append(at)
        return found

    @cached_property
    def singles(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for at, form in enumerate(self.forms):
            found.setdefault(form, []).append(at)
        return found

    def written(self, first: int, last: int) -> str:
        """Give the text of the words `first` to `last`, the last excluded; "" for none."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def words(text: str) -> Words:
    """Split a text into words.

    >>> words("No peace, no-\\nwhere.").forms
    ('no', 'peace', 'nowhere')
    """
    hits = list(_WORD.finditer(text))
    return Words(
        text,
        tuple(folded(hit.group()) for hit in hits),
        tuple(hit.start() for hit in hits),
        tuple(hit.end() for hit in hits),
    )
