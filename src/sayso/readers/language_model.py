"""The reader that asks a language model, where the user has switched one on.

Nothing it says is taken on trust: a statement is kept only if every word of it stands in the
passage, at
places that fit each other; what does not is dropped and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from sayso import text as texts
from sayso.model import (
    Document,
    Failure,
    Record,
    Span,
    Statement,
    StatementKind,
    failure_id,
    statement_id,
)
from sayso.readers.language_model_asking import AnswerError, Asking
from sayso.readers.language_model_settings import chosen
from sayso.readers.markers import Markers
from sayso.readers.settling import SAME, Places, alike
from sayso.readers.who import Who

_PASSAGE = 3000
_FAR = 600
_GIVES_UP = 3
_MARKS = "“”„«»\"‘’'"
_SCORE = 0.6


class LanguageModel:
    """Read statements as a language model sees them; runs only where it is asked for by name."""

    name = "language-model"
    version = "1"
    languages: tuple[str, ...] = ()
    after = ("notes", "names", "quotations", "indirect", "own", "statements")
    optional = True

    def __init__(self, kept: Path | None = None) -> None:
        self._kept = kept

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield the statements that stand word for word in the text, then what went wrong."""
        model = chosen()
        if model is None:
            yield _failure(
                document,
                "No language model is switched on. `sayso model --address ADDRESS --name NAME` "
                "says what would be sent and asks for your consent.",
            )
            return
        asking = Asking(model, self._kept)
        who, markers = Who(document, known), Markers(known)
        before = Places([(one.content, one) for one in known if isinstance(one, Statement)])
        given = dropped = failed = in_a_row = 0
        reason = ""
        once: set[str] = set()
        for start, end in passages(document.text):
            if in_a_row == _GIVES_UP:
                failed += 1
                continue
            try:
                rows = asking.ask(document.text[start:end])
                in_a_row = 0
            except AnswerError as error:
                failed, in_a_row, reason = failed + 1, in_a_row + 1, str(error)
                continue
            at = start
            for row in rows:
                given += 1
                found = anchored(document.text, row, start, end, at)
                if found is None:
                    dropped += 1
                    continue
                at = found[0][0].start
                if any(alike(found[0], spans) >= SAME for spans, _ in before.near(found[0])):
                    continue
                for one in _records(document, reading, row, found, who, markers, model.model):
                    if one.id not in once:
                        once.add(one.id)
                        yield one
        yield from _told(document, given, dropped, failed, reason)


Anchored = tuple[tuple[Span, ...], Span | None, Span | None]


def passages(text: str) -> Iterator[tuple[int, int]]:
    """Cut a text at paragraphs, or where it must be at spaces, into passages (code points).

    >>> list(passages("one\\n\\ntwo"))
    [(0, 8)]
    """
    start = 0
    while start < len(text):
        end = min(len(text), start + _PASSAGE)
        if end < len(text):
            cut = max(text.rfind("\n", start + 1, end), text.rfind(". ", start + 1, end))
            end = cut + 1 if cut > start + _PASSAGE // 3 else end
        if text[start:end].strip():
            yield start, end
        start = end


def anchored(text: str, row: dict[str, Any], start: int, end: int, at: int) -> Anchored | None:
    """Give places of content, cue and speaker; None where any of its words does not stand there."""
    content = []
    after = at
    for part in row["content"]:
        places = _places(text, part, start, end)
        place = next((one for one in places if one[0] >= after), places[0] if places else None)
        if place is None:
            return None
        content.append(texts.trimmed(text, *place))
        after = place[1]
    if not content:
        return None
    content.sort(key=lambda one: one.start)
    if any(one.end > two.start for one, two in pairwise(content)):
        return None
    cue = _near(text, row["cue"], start, end, content[0].start)
    speaker = _near(text, row["speaker"], start, end, cue.start if cue else content[0].start)
    if (row["cue"].strip() and cue is None) or (row["speaker"].strip() and speaker is None):
        return None
    return tuple(content), cue, speaker


def _places(text: str, wanted: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give where words stand; white space of any kind stands for any other."""
    words = wanted.split()
    if not words or len(wanted) > _PASSAGE * 2:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return [
        one.span()
        for one in pattern.finditer(text, start, end)
        if _whole(text, one.start(), one.end())
    ]


def _whole(text: str, start: int, end: int) -> bool:
    """Say whether a place begins and ends at the edge of a word."""
    left = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return left and (end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum()))


def _near(text: str, wanted: str, start: int, end: int, at: int) -> Span | None:
    places = _places(text, wanted, start, end)
    if not places:
        return None
    best = min(places, key=lambda one: abs(one[0] - at))
    return texts.trimmed(text, *best) if abs(best[0] - at) < _FAR * 3 else None


def _records(
    document: Document,
    reading: str,
    row: dict[str, Any],
    found: Anchored,
    who: Who,
    markers: Markers,
    model: str,
) -> Iterator[Record]:
    content, cue, speaker = found
    kind = _kind(content, own=row["own"])
    speakers = (speaker,) if speaker else ()
    actors, records, unsure = who.are(speakers, content[0].start)
    yield from records
    yield Statement(
        statement_id(document.id, content, kind), document.id, reading, kind, content,
        cue=cue, speakers=speakers, actors=actors,
        holder=actors[0] if len(actors) == 1 else None, negated=row["negated"],
        modal=row["modal"], notes=markers.backing(document.text, content, cue, speakers),
        score=0.5 if unsure else _SCORE, reason=f"The language model {model} reports it.",
    )  # fmt: skip


def _kind(content: tuple[Span, ...], *, own: bool) -> StatementKind:
    words = " ".join(one.exact for one in content)
    if all(one.exact[0] in _MARKS and one.exact[-1] in _MARKS for one in content):
        return "direct"
    if own:
        return "own"
    return "mixed" if any(one in words for one in '“„«"') else "indirect"


def _told(
    document: Document, given: int, dropped: int, failed: int, reason: str
) -> Iterator[Failure]:
    if failed:
        yield _failure(
            document,
            f"{document.key}: {failed} passages were not read by the language model. {reason} "
            "Read again to go on: what was answered is kept.",
        )
    if dropped:
        yield _failure(
            document,
            f"{document.key}: {dropped} of {given} statements that the language model gave do not "
            "stand in the text word for word, and were left out.",
        )


def _failure(document: Document, message: str) -> Failure:
    stage = "readers.language-model"
    return Failure(failure_id(document.source, stage, message), document.source, stage, message)


READER = LanguageModel()
