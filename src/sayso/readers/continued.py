"""Give words in marks for which nobody is named to who is reported right before them.

"Mr. Vane said that the harbour was lost. It had been “sold to strangers”.": reports go on so.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import Mention, Record, Statement
from sayso.readers.settling import Places

_SENTENCE = re.compile(r"[.!?][”\"’')\]]*(?:\[\^?\w+\])*\s")
_PEOPLE = ("person", "organisation", "group")
_SENTENCES = 1
"""Ends of sentences that may lie between."""
_FAR = 400
_FEWEST = 3
_SCORE = 0.5


def continued(
    text: str, known: Sequence[Record], told: Sequence[Statement], bare: Sequence[Statement]
) -> Iterator[Statement]:
    """Yield the statements of `bare` for which it is told right before them who speaks.

    Right before: in the same paragraph, the sentence before at the most, nobody else named between.

    Args:
        text: The text of the document.
        known: Mentions, and the statements that rules found.
        told: Statements that a trained reader found.
        bare: Statements in marks without a cue and without speakers.
    """
    said = [one for one in known if isinstance(one, Statement)]
    around = Places([(one.content, one) for one in (*said, *told)])
    before = sorted(
        (one for one in (*said, *told) if one.cue and one.speakers and one.kind != "own"
         and not _inside(around, one.cue.start, one)),
        key=_end,
    )  # fmt: skip
    ends = [_end(one) for one in before]
    people = sorted(
        (one.span.start, one.actor)
        for one in known
        if isinstance(one, Mention) and one.actor and one.kind in _PEOPLE
    )
    starts = [at for at, _ in people]
    for one in sorted(bare, key=lambda one: one.content[0].start):
        start = one.content[0].start
        if len(one.content[0].exact.split()) < _FEWEST or _inside(around, start, one):
            continue
        nth = bisect_right(ends, start)
        last = before[nth - 1] if nth else None
        if last is None or start - _end(last) > _FAR:
            continue
        between = text[_end(last) : start]
        named = people[bisect_right(starts, _end(last)) : bisect_right(starts, start)]
        if "\n\n" in text[min(span.start for span in last.speakers) : start]:
            continue
        if len(_SENTENCE.findall(between)) > _SENTENCES:
            continue
        if any(actor not in last.actors for _, actor in named):
            continue
        who = " and ".join(" ".join(it.exact.split()) for it in last.speakers)
        made = replace(
            one, speakers=last.speakers, actors=last.actors, holder=last.holder, score=_SCORE,
            reason=f"Nobody is named for it; right before stands what “{who}” says.",
        )  # fmt: skip
        nth = bisect_right(ends, _end(made))
        ends.insert(nth, _end(made))
        before.insert(nth, made)
        yield made


def _end(one: Statement) -> int:
    ends = [span.end for span in one.content]
    return max([*ends, one.cue.end] if one.cue else ends)


def _inside(around: Places, at: int, one: Statement) -> bool:
    """Say whether a place lies within what another statement says."""
    spans = [span for span in (one.cue, *one.content) if span and span.start <= at <= span.end]
    return any(
        isinstance(two, Statement) and two.id != one.id
        and any(span.start <= at < span.end for span in whole)
        for whole, two in around.near(spans)
    )  # fmt: skip
