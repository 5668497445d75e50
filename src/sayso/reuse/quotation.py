"""A quotation against its source: what was kept, cut and changed, and whether it matters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sayso.reuse.changes import Change, changes, marked_cuts
from sayso.reuse.words import Words, words
from sayso.sentences import split as sentences

Verdict = Literal[
    "exact",
    "typographic",
    "abridged(marked)",
    "abridged(silent)",
    "altered",
    "altered(meaning-bearing)",
    "absent",
]

# Quotation marks and white space around a quotation are no part of its words.
_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』〝〞` \t\r\n"
# A place in the source counts as the quotation's when at least half of its words stand there.
_PRESENT = 0.5
# Letters a run of words must hold to be worth a jump of more than a few words in the source.
_JUMP = 8
_NEAR = 3
# Pairs of equal words above which only the longest runs are looked at.
_MANY = 1200
# Runs that are chained at most, and letters of a single word that is worth it where there are more.
_CHAINED = 120
_TELLING = 5
# A word this frequent in the source does not say where a quotation stands.
_RARE = 50


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """How a quotation stands to its source.

    `start` and `end` are code points of the source, None where the words are absent. `kept` is the
    share of the quotation's letters that stand in the source. `changes` lists every difference;
    `flags` what carries meaning in them (negation, number, name, quantifier, modality, condition,
    joined). `before` and `after` are up to two sentences of the source on each side.
    """

    verdict: Verdict
    start: int | None
    end: int | None
    kept: float
    changes: tuple[Change, ...]
    flags: tuple[str, ...]
    before: str
    after: str

    @property
    def found(self) -> bool:
        """Say whether the words stand in the source at all."""
        return self.verdict != "absent"


def prepare(source: str) -> Words:
    """Split a source once, to check many quotations against it."""
    return words(source)


def check_quote(quote: str, source: str | Words) -> QuoteCheck:
    """Compare a quotation with the source it is said to come from.

    The verdict is the gravest that applies: `exact` (letter for letter), `typographic` (marks,
    case, spelling conventions, hyphens), `abridged(marked)` (cuts shown by an ellipsis, words added
    in brackets), `abridged(silent)`, `altered`, `altered(meaning-bearing)` (negation, number, name,
    quantifier, modality, a sentence joined across a cut, a cut condition or hedge), `absent`.
    It says what differs, not whether the writer meant to.

    Args:
        quote: The quotation, with or without its marks.
        source: The source's text, or `prepare(text)`.

    >>> check_quote("We shall … return.", "We shall, God willing, return.").verdict
    'abridged(marked)'
    >>> check_quote("We shall return.", "We shall not return.").verdict
    'altered(meaning-bearing)'
    """
    there = source if isinstance(source, Words) else words(source)
    bare = quote.strip(_MARKS)
    at = there.text.find(bare) if bare else -1
    if at >= 0 and _whole_words(there.text, at, at + len(bare)):
        return _checked("exact", there, at, at + len(bare), 1.0, ())
    said = words(bare)
    blocks = _blocks(said, there)
    kept = _share(said, blocks)
    if kept < _PRESENT:
        return QuoteCheck("absent", None, None, kept, (), (), "", "")
    found = changes(said, there, blocks, shift=quote.find(bare))
    start = there.starts[blocks[0][1]]
    end = _with_stops(said, there, blocks[-1])
    if not found and _flat(bare) == _flat(there.text[start:end]):
        return _checked("exact", there, start, end, kept, found)
    return _checked(_verdict(found), there, start, end, kept, found)


def _flat(text: str) -> str:
    """Give a text with single blanks: how a line is broken belongs to the page, not the words."""
    return " ".join(text.split())


def _with_stops(said: Words, there: Words, last: tuple[int, int, int]) -> int:
    """Give the end of the words in the source, with the stops that the quotation has, too."""
    a, b, n = last
    end = there.ends[b + n - 1]
    if a + n == len(said):
        for sign in said.text[said.ends[-1] :]:
            if end >= len(there.text) or there.text[end] != sign:
                break
            end += 1
    return end


def whose(quote: str, sources: Mapping[str, str | Words]) -> list[tuple[str, QuoteCheck]]:
    """Check a quotation against several sources; those that have the words, best first.

    Sources in which less than half of the words stand are left out.
    """
    checks = [(name, check_quote(quote, source)) for name, source in sources.items()]
    present = [(name, check) for name, check in checks if check.found]
    return sorted(present, key=lambda one: (_GRAVITY[one[1].verdict], -one[1].kept, one[0]))


_GRAVITY: Mapping[Verdict, int] = {
    "exact": 0,
    "typographic": 1,
    "abridged(marked)": 2,
    "abridged(silent)": 3,
    "altered": 4,
    "altered(meaning-bearing)": 5,
    "absent": 6,
}


def _verdict(found: Sequence[Change]) -> Verdict:
    verdicts = [one.verdict for one in found]
    return max(verdicts, key=_GRAVITY.__getitem__, default="typographic")


def _checked(
    verdict: Verdict, there: Words, start: int, end: int, kept: float, found: tuple[Change, ...]
) -> QuoteCheck:
    flags = tuple(sorted({flag for one in found for flag in one.flags}))
    before, after = _context(there.text, start, end)
    return QuoteCheck(verdict, start, end, kept, found, flags, before, after)


def _whole_words(text: str, start: int, end: int) -> bool:
    """Say whether neither end cuts a word in two."""
    left = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    right = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return left and right


def _blocks(said: Words, there: Words) -> list[tuple[int, int, int]]:
    """Give the runs of words kept, as (word of the quotation, word of the source, length)."""
    if not said or not there:
        return []
    low, high = _window(said, there)
    return _chain(said, _runs(said, there, low, high))


def _runs(said: Words, there: Words, low: int, high: int) -> list[tuple[int, int, int]]:
    """Give the runs of equal words of a quotation and a stretch of the source.

    All of them, so that the chain may choose among two places of one phrase; where they are too
    many, the longest that follow one another.
    """
    places: dict[str, list[int]] = {}
    for b in range(low, high):
        places.setdefault(there.forms[b], []).append(b)
    pairs = sum(len(places.get(form, ())) for form in said.forms)
    if pairs > _MANY:
        matcher = SequenceMatcher(None, said.forms, there.forms[low:high], autojunk=False)
        blocks = matcher.get_matching_blocks()
        return [(one.a, one.b + low, one.size) for one in blocks if one.size]
    runs = []
    for a, form in enumerate(said.forms):
        for b in places.get(form, ()):
            if a and b > low and said.forms[a - 1] == there.forms[b - 1]:
                continue
            n = 1
            while a + n < len(said) and b + n < high and said.forms[a + n] == there.forms[b + n]:
                n += 1
            runs.append((a, b, n))
    if len(runs) > _CHAINED:
        runs = [(a, b, n) for a, b, n in runs if n > 1 or len(said.forms[a]) >= _TELLING]
    longest = sorted(runs, key=lambda one: -one[2])[:_CHAINED]
    return sorted(longest)


def _window(said: Words, there: Words) -> tuple[int, int]:
    """Give the stretch of the source, in words, that holds most pairs of the quotation's words."""
    size = len(said)
    reach = 3 * size + 60
    if len(there) <= 4 * reach:
        return 0, len(there)
    hits = sorted(_shared_places(said, there))
    best, best_spread, found = 0, 0, (0, 0)
    low = 0
    inside: Counter[int] = Counter()
    for place, at in hits:
        inside[at] += 1
        while hits[low][0] < place - reach:
            left = hits[low][1]
            inside[left] -= 1
            if not inside[left]:
                del inside[left]
            low += 1
        spread = place - hits[low][0]
        # The tightest among equals, so that a stray pair does not draw the stretch away.
        if (len(inside), -spread) > (best, -best_spread):
            best, best_spread, found = len(inside), spread, (hits[low][0], place)
    margin = size + 30
    return max(0, found[0] - margin), min(len(there), found[1] + margin) if hits else 0


def _shared_places(said: Words, there: Words) -> list[tuple[int, int]]:
    """Give where the quotation's pairs of words stand in the source; single rare words if none."""
    hits: list[tuple[int, int]] = []
    for at in range(len(said) - 1):
        pair = (said.forms[at], said.forms[at + 1])
        hits += [(place, at) for place in there.places.get(pair, ())]
    if hits:
        return hits
    for at, form in enumerate(said.forms):
        places = there.singles.get(form, [])
        if len(places) <= _RARE:
            hits += [(place, at) for place in places]
    return hits


def _chain(said: Words, runs: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Keep the runs that are worth their jumps, by letters; drops stray common words far away.

    Runs that overlap are trimmed to follow one another.
    """
    marked = marked_cuts(said)
    letters = [0]
    for form in said.forms:
        letters.append(letters[-1] + len(form))
    score: list[float] = []
    back: list[int] = []
    for nth, (a, b, n) in enumerate(runs):
        best, link = float(letters[a + n] - letters[a]), -1
        for other in range(nth):
            a0, b0, n0 = runs[other]
            over = max(0, a0 + n0 - a, b0 + n0 - b)
            if over >= n or a0 >= a or b0 >= b:
                continue
            gap = abs((b - b0 - n0) - (a - a0 - n0))
            cost = min(_JUMP, gap / 16)
            if gap > _NEAR and not any(cut in marked for cut in range(a0 + n0, a + over + 1)):
                cost += _JUMP
            gain = score[other] - cost + letters[a + n] - letters[a + over]
            if gain > best:
                best, link = gain, other
        score.append(best)
        back.append(link)
    if not runs:
        return []
    at = max(range(len(runs)), key=score.__getitem__)
    chosen: list[tuple[int, int, int]] = []
    while at >= 0:
        chosen.append(runs[at])
        at = back[at]
    chosen.reverse()
    trimmed = chosen[:1]
    for a, b, n in chosen[1:]:
        a0, b0, n0 = trimmed[-1]
        over = max(0, a0 + n0 - a, b0 + n0 - b)
        trimmed.append((a + over, b + over, n - over))
    return trimmed


def _share(said: Words, blocks: Sequence[tuple[int, int, int]]) -> float:
    letters = sum(len(form) for form in said.forms)
    kept = sum(len(form) for a, _, n in blocks for form in said.forms[a : a + n])
    return kept / letters if letters else 0.0


_CONTEXT = 1200


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    """Give up to two sentences before and after a stretch, at most 1,200 code points each."""
    low, high = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
    before = sentences(text[low:start])[-2:]
    after = sentences(text[end:high])[:2]
    first = text[low + before[0][0] : start] if before else ""
    last = text[end : end + after[-1][1]] if after else ""
    return re.sub(r"\s+", " ", first).strip(), re.sub(r"\s+", " ", last).strip()
