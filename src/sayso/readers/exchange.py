"""Give quotations that stand alone in an exchange of two to whose turn it is.

“Is he married?” said Pell. / “Oh! Single, my dear,” said Odell. / “How so?”: where each paragraph
is a turn and two speak in turn, the third is said by who said the first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.model import Statement

_PARAGRAPH = re.compile(r"\n\s*\n\s*")
# What may stand before the words of a turn in its paragraph.
_OPENING = re.compile(r"[\s\"“”„‘’'«»‹›—–_*-]*\Z")
_MARKS = 5
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_PRONOUNS = frozenset("he she they i we you it his her their my our your who one".split())
_SCORE = 0.5
_HERE = "in the same paragraph stands what {} says"
_IN_TURN = "in this exchange it is the turn of {}"


@dataclass(slots=True)
class _Turn:
    """A paragraph, or some, with what is said in it; `voice` says it, where that is known."""

    first: int
    last: int
    said: list[Statement]
    voice: Statement | None


def exchanged(text: str, told: Sequence[Statement]) -> Iterator[Statement]:
    """Yield quotations without speakers with those whose turn it is.

    It is said by who spoke two turns before, else by who speaks two turns behind, if the turn
    between is not theirs, too; who is addressed by name in a quotation does not say it.

    Args:
        text: The text of the document.
        told: Quotations with and without speakers, none twice.
    """
    for run in _runs(text, told):
        _alternate(run)
        _alternate(run[::-1])
        for turn in run:
            if turn.said[0].speakers or turn.voice is None:
                continue
            here = turn.voice in turn.said
            yield from _given(turn, turn.voice, _HERE if here else _IN_TURN)


def _given(turn: _Turn, voice: Statement, why: str) -> Iterator[Statement]:
    who = " and ".join(" ".join(one.exact.split()) for one in voice.speakers)
    for one in turn.said:
        if not one.speakers:
            yield replace(
                one, speakers=voice.speakers, actors=voice.actors, holder=voice.holder,
                score=_SCORE, reason=f"Nobody is named for it; {why.format(f'“{who}”')}.",
            )  # fmt: skip


def _alternate(run: Sequence[_Turn]) -> None:
    """Let a turn be that of who spoke two turns before, where another spoke between."""
    for two, one, turn in zip(run, run[1:], run[2:], strict=False):
        voice = two.voice
        if turn.voice or voice is None or (one.voice and not _differ(voice, one.voice)):
            continue
        if not any(_addressed(voice, said) for said in turn.said):
            turn.voice = voice


def _differ(one: Statement, two: Statement) -> bool:
    """Say whether two quotations are, as far as is known, not said by the same."""
    if one.actors and two.actors:
        return not set(one.actors) & set(two.actors)
    words = [{" ".join(span.exact.lower().split()) for span in it.speakers} for it in (one, two)]
    return not words[0] & words[1] or words[0] <= _PRONOUNS


def _addressed(voice: Statement, said: Statement) -> bool:
    names = {name for span in voice.speakers for name in _NAME.findall(span.exact)}
    return any(name in span.exact for span in said.content for name in names)


def _runs(text: str, told: Sequence[Statement]) -> Iterator[list[_Turn]]:
    """Yield turns that follow one another without a paragraph between that is none."""
    starts = [0, *(one.end() for one in _PARAGRAPH.finditer(text))]
    turns: list[_Turn] = []
    reach = 0
    for one in sorted(told, key=lambda one: (one.content[0].start, -one.content[-1].end)):
        at, end = one.content[0].start, one.content[-1].end
        nth = bisect_right(starts, at) - 1
        last = turns[-1] if turns else None
        if one.content[0].end <= reach:  # within another
            continue
        reach = max(reach, end)
        if last and last.last >= nth:
            last.said.append(one)
            last.last = max(last.last, bisect_right(starts, end - 1) - 1)
            last.voice = last.voice or (one if one.speakers else None)
        elif at - starts[nth] <= _MARKS and _OPENING.match(text[starts[nth] : at]):
            voice = one if one.speakers else None
            turns.append(_Turn(nth, bisect_right(starts, end - 1) - 1, [one], voice))
    run = turns[:1]
    for before, turn in pairwise(turns):
        if turn.first != before.last + 1:
            yield run
            run = []
        run.append(turn)
    if run:
        yield run
