"""Find quotations set off without marks: block quotations, paragraphs after a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Document
from sayso.readers import cues, speakers
from sayso.readers.lexicons import words
from sayso.readers.quotations_judged import Verdict, placed
from sayso.readers.quotations_settings import Ground
from sayso.readers.tokens import Token, tokens

_COLON = re.compile(r":[ \t]*(?:[—–-]{1,2})?[ \t]*\n\s*\S")
_MARKS = "“„\"«»‘‚'`「『"
_NO_WORDS = re.compile(r"(?:\d+[.)]|[-*•–—]|\(?[a-z]\))\s")
_MARKER = re.compile(r"(?:\[?\d{1,3}\]?|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,2})\s*\Z")


_BEFORE = "A block quotation; the sentence before begins with who may have said it."
_ANNOUNCED = "It is set off, and the words before it announce it."


@dataclass(frozen=True, slots=True)
class Set:
    """A quotation set off from the text: its words, and what announces it."""

    start: int
    end: int
    verdict: Verdict


def set_apart(ground: Ground, document: Document) -> Iterator[Set]:
    """Give block quotations, then paragraphs that a colon with a cue announces."""
    taken = set()
    for one in document.blocks:
        if one.role == "blockquote" and document.text[one.start : one.end].strip():
            taken.add(one.start)
            if not _in_marks(document.text, one.start, one.end):
                yield _block(ground, one.start, one.end)
    for start, end in ground.paragraphs:
        if start not in taken:
            found = _announced(ground, document, start, end)
            if found:
                yield found


def _in_marks(text: str, start: int, end: int) -> bool:
    return text[start:end].strip()[:1] in tuple(_MARKS)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    marker = _MARKER.search(text, max(start, end - 8), end)
    if marker and marker.start() > start and text[marker.start() - 1] in ".!?”’\"'":
        end = marker.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _block(ground: Ground, start: int, end: int) -> Set:
    text = ground.text
    place = ground.sentence_at(max(start - 1, 0))
    verdict = Verdict("direct", 0.8, "It is set off as a block quotation.")
    if start > 0 and place >= 0:
        low, high = ground.sentences[place]
        if high <= start:
            found = tokens(text, max(low, high - 500), high)
            verdict = _announcement(found, 0.85) or verdict
            if verdict.cue is None and found:
                subject = speakers.opening(found)
                if subject:
                    verdict = placed("direct", 0.6, _BEFORE, None, found, speaker=subject)
    return Set(*_trimmed(text, start, end), verdict)


def _announced(ground: Ground, document: Document, start: int, end: int) -> Set | None:
    """Give the paragraph after "He wrote:", if it has no marks and is no list."""
    text = ground.text
    back = start
    while back > 0 and text[back - 1].isspace():
        back -= 1
    if back < 2 or text[back - 1] != ":" or text[start : start + 1] in _MARKS:
        return None
    if _NO_WORDS.match(text, start) or end - start < 20:
        return None
    place = ground.sentence_at(back - 1)
    low, _ = ground.sentences[place]
    found = tokens(text, max(low, back - 500), back)
    verdict = _announcement(found, 0.65)
    if verdict is None:
        return None
    return Set(*_trimmed(text, start, end), verdict)


def _announcement(found: Sequence[Token], score: float) -> Verdict | None:
    """Read the cue that ends a stretch: "X wrote in his diary:"."""
    for cue in cues.verbs(found):
        if len(found) - cue.last > 12 or cue.class_ in ("utter", "see", "show", "think"):
            break
        gap = found[cue.last + 1 :]
        if gap and gap[0].low in words("determiners") and cue.base not in ("tell", "write"):
            return None
        cue = cues.with_subject(found, cue)
        if cue.negated:
            return None
        return placed("direct", score, _ANNOUNCED, cue, found)
    noun = cues.noun_before(found, len(found))
    if noun and found and found[-1].text == ":":
        return placed("direct", score, _ANNOUNCED, noun, found)
    return None
