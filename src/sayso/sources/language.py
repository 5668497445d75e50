"""The language of a text, where it can be told with confidence."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

SAMPLE = 4_000
"""Code points looked at, from each of three places of a long text."""
SURE = 0.9
"""The least confidence with which a language is named."""
FEWEST = 20
"""The fewest letters that a language is told from."""
_NO_WORDS = re.compile(r"\S*(?:://|www\.|@)\S*|[\W\d_]+")


def language_of(text: str) -> str | None:
    """Give the ISO 639-1 code of a text's language; None where that would be a guess."""
    if len(text) > 3 * SAMPLE:
        middle = len(text) // 2
        text = " ".join((text[:SAMPLE], text[middle : middle + SAMPLE], text[-SAMPLE:]))
    words = _NO_WORDS.sub(" ", text).strip()
    if len(words) < FEWEST:
        return None
    # The model counts small and capital letters apart; capitals alone look like no language.
    if words.isupper():
        words = words.lower()
    language, confidence = _model().classify(words)
    return str(language) if confidence >= SURE else None


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
