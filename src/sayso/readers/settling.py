"""Put what the rules and the trained reader found together: one statement for each thing said.

The rules own quotation marks: what is a quotation, where it begins and ends. The trained reader
owns what stands without marks, says who speaks where the rules found nobody or another, and judges
again what the rules take for a title, a term, a scare quote or words that nobody said. Where the
two disagree the score says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from sayso.model import Quoted, Record, Span, Statement, statement_id
from sayso.readers.quotations_judged import SIGNED, only_reads

TRAINED = "statements"
TURNS = "turns"
# Contents are the same from one half on (Dice, code points), quoted words from seven tenths.
SAME, _QUOTED = 0.5, 0.7
# Words in marks are all that is said where they are so much of what is told, else part of a report.
_ALL = 0.9
# Contents behind one cue are one where they share so much of the shorter.
_SHARED = 0.3
# The marks of quoted words may lie outside the content.
_MARKS = 2
# A speaker that the rules only guessed gives way to one that is read.
_GUESS = 0.65
_BOTH, _APART = 0.95, 0.5
_STOPS = re.compile(r"[,.;:!?…—–-]*")
# Scare quotes from this score on are announced as such ("so-called").
_SURE = 0.8
# Titles and terms below this score may be words that somebody said.
_SAID = 0.5

Readings = Sequence[tuple[str, tuple[Record, ...]]]


def settled(readings: Readings) -> list[tuple[str, tuple[Record, ...]]]:
    """Give readings (reader's name, records) in which nothing is said twice.

    Nothing changes where the trained reader took no part.
    """
    trained = [one for name, found in readings if name == TRAINED for one in found]
    told = [one for one in trained if isinstance(one, Statement)]
    judged = {place(one): one for one in trained if isinstance(one, Quoted)}
    if not told and not judged:
        turns = any(found for name, found in readings if name == TURNS)
        return _nested(readings) if turns else list(readings)
    rules = [one for name, found in readings if name != TRAINED for one in found]
    ruled = [one for one in rules if isinstance(one, Statement)]
    marks = [one for one in rules if isinstance(one, Quoted)]
    quoted = [judged.get(place(one), one) for one in marks]
    places = Places([((one.span,), one) for one in quoted])
    kept, gone = _settle(ruled, told, places)
    gone |= _reported(told, gone, places)
    gone |= _judged(judged, marks, [one for one in ruled if id(one) not in kept])
    rows = [
        (name, tuple(kept.get(id(one), one) for one in found if id(one) not in gone))
        for name, found in readings
    ]
    return _nested(rows)


def _judged(
    judged: dict[tuple[int, int], Quoted], marks: Sequence[Quoted], ruled: Sequence[Statement]
) -> set[int]:
    """Give what goes, by identity, where a trained reader judged words in marks.

    Its record stands for that of the rules, whether title, scare quote or bare quotation; where
    the rules have no such record left, its own goes.
    """
    here: list[Quoted | Statement] = [*marks, *(one for one in ruled if len(one.content) == 1)]
    replaced = [one for one in here if place(one) in judged]
    left = {place(one) for one in replaced}
    alone = [one for where, one in judged.items() if where not in left]
    return {id(one) for one in (*replaced, *alone)}


def place(one: Quoted | Statement) -> tuple[int, int]:
    """Give where words in marks begin and end, whatever they were taken for."""
    where = one.span if isinstance(one, Quoted) else one.content[0]
    return where.start, where.end


class Places:
    """Records by the places of their words, asked for by stretch."""

    def __init__(self, rows: Iterable[tuple[Sequence[Span], Record]]) -> None:
        self._rows = sorted(
            ((one.start, one.end, nth, spans, record) for nth, (spans, record) in enumerate(rows)
             for one in spans),
            key=lambda row: row[:3],
        )  # fmt: skip
        self._starts = [row[0] for row in self._rows]
        self._longest = max((row[1] - row[0] for row in self._rows), default=0)

    def near(self, spans: Sequence[Span]) -> Iterator[tuple[Sequence[Span], Record]]:
        """Give each record that shares a code point with the spans, once."""
        once = set()
        for one in spans:
            low = bisect_left(self._starts, one.start - self._longest)
            high = bisect_right(self._starts, one.end)
            for start, end, nth, whole, record in self._rows[low:high]:
                if end > one.start and start < one.end and nth not in once:
                    once.add(nth)
                    yield whole, record


def alike(ones: Sequence[Span], twos: Sequence[Span]) -> float:
    """Give the Dice coefficient of two contents by code points, 0 to 1."""
    size = sum(one.end - one.start for one in (*ones, *twos))
    return 2 * shared(ones, twos) / size if size else 0.0


def shared(ones: Sequence[Span], twos: Sequence[Span]) -> int:
    """Give how many code points two contents share; the parts of each lie apart."""
    return sum(size for _, _, size in _overlaps(ones, twos))


def _overlaps(ones: Sequence[Span], twos: Sequence[Span]) -> Iterator[tuple[Span, Span, int]]:
    """Give the parts of two contents that share code points, and how many.

    Time grows with the number of parts alone.
    """
    if len(ones) > 1:
        ones = sorted(ones, key=_place)
    if len(twos) > 1:
        twos = sorted(twos, key=_place)
    nth = at = 0
    while nth < len(ones) and at < len(twos):
        one, two = ones[nth], twos[at]
        size = min(one.end, two.end) - max(one.start, two.start)
        if size > 0:
            yield one, two, size
        if one.end <= two.end:
            nth += 1
        else:
            at += 1


def _place(one: Span) -> tuple[int, int]:
    return one.start, one.end


def _settle(
    ruled: Sequence[Statement], told: Sequence[Statement], quoted: Places
) -> tuple[dict[int, Statement], set[int]]:
    """Give what replaces a record, and which records go, both by identity."""
    kept: dict[int, Statement] = {}
    gone: set[int] = set()
    by_rules = Places([(one.content, one) for one in ruled])
    gone |= _apart(told, by_rules)
    for one in told:
        if any(
            alike(one.content, spans) >= _QUOTED and not _doubtful(two)
            for spans, two in quoted.near(one.content)
        ):
            gone.add(id(one))
            continue
        rivals = [
            two
            for _, two in by_rules.near(one.content)
            if isinstance(two, Statement) and id(two) not in gone and _same(one, two)
        ]
        if not rivals:
            continue
        marked = [two for two in rivals if _keeps(two, one)]
        if marked:
            best = max(marked, key=lambda two: alike(one.content, two.content))
            more = _further(one, best, quoted, by_rules)
            more = {it: parts for it, parts in more.items() if it not in kept and it not in gone}
            whole = _longer(kept.get(id(best), best), more.values())
            kept[id(best)] = _completed(whole, one)
            gone |= {id(one), *more}
            continue
        gone.update(id(two) for two in rivals)
        one, before = _to_the_marks(one, rivals), one
        notes = next((two.notes for two in rivals if two.notes), ())
        named = one if one.speakers else next((two for two in rivals if _names(two, one)), one)
        kept[id(before)] = replace(
            one, notes=one.notes or notes, score=max(one.score, *(two.score for two in rivals)),
            speakers=named.speakers, actors=named.actors, holder=named.holder,
            reason=f"{one.reason} The rules find it too{_also(one, named)}.",
        )  # fmt: skip
    return kept, gone


def _further(
    told: Statement, best: Statement, quoted: Places, ruled: Places
) -> dict[int, tuple[Span, ...]]:
    """Give the words in marks that go on with a quotation, by their record's identity.

    They are parts of what is told that the quotation lacks. In “They promised,” he kept saying,
    “they promised us Tuesday.” the rules, which do not know the cue, take the first words for a
    scare quote, or for a quotation of its own by nobody.
    """
    found: dict[int, tuple[Span, ...]] = {}
    known = {_place(part) for part, _, _ in _overlaps(told.content, best.content)}
    for part in told.content:
        if _place(part) in known:
            continue
        for spans, two in (*quoted.near((part,)), *ruled.near((part,))):
            if alike((part,), spans) < _QUOTED:
                continue
            if isinstance(two, Quoted) and _doubtful(two):
                found[id(two)] = (_with_sign(two.span, part),)
            elif isinstance(two, Statement) and two.kind == "direct" and said_by_nobody(two):
                found[id(two)] = two.content
    return found


def said_by_nobody(one: Statement) -> bool:
    """Say whether nobody is named who says words in marks."""
    return one.cue is None and not one.speakers


def _with_sign(words: Span, part: Span) -> Span:
    """Give words in marks with the comma or stop that a record of a scare quote leaves out."""
    if not part.covers(words):
        return words
    sign = _STOPS.match(part.exact, words.end - part.start)
    more = sign[0] if sign else ""
    return Span(words.start, words.end + len(more), words.exact + more)


def _longer(one: Statement, more: Iterable[tuple[Span, ...]]) -> Statement:
    """Give a quotation with the further parts that belong to it, in the order of the text."""
    added = {part for spans in more for part in spans}
    if not added or added <= set(one.content):
        return one
    content = tuple(sorted(added | set(one.content), key=_place))
    return replace(one, id=statement_id(one.document, content, one.kind), content=content)


def _names(two: Statement, one: Statement) -> bool:
    """Say whether rules name at the same cue who says what the trained reader has nobody for.

    In "a fair guess that" a part of the cue is nobody.
    """
    if not two.speakers or (one.cue and shared(two.speakers, (one.cue,))):
        return False
    return not one.cue or not two.cue or bool(shared((two.cue,), (one.cue,)))


def _apart(told: Sequence[Statement], ruled: Places) -> set[int]:
    """Give quotations, by identity, whose parts are two statements with a cue for each.

    In When he told them “no,” the crowd chanted, “Fight!” the rules take the first words for a
    beginning that goes on behind the cue.
    """
    seen: dict[int, set[tuple[Span, frozenset[tuple[int, int]]]]] = {}
    for one in told:
        for spans, two in ruled.near(one.content):
            if len(spans) < 2 or one.cue is None:
                continue
            covered = Counter[tuple[int, int]]()
            for part, _, size in _overlaps(spans, one.content):
                covered[_place(part)] += size
            parts = frozenset(
                (start, end) for (start, end), size in covered.items()
                if size >= _QUOTED * (end - start)
            )  # fmt: skip
            if parts and covered.total() >= _QUOTED * sum(it.end - it.start for it in one.content):
                seen.setdefault(id(two), set()).add((one.cue, parts))
    return {
        which
        for which, rows in seen.items()
        if any(
            one != two and not parts & others
            for (one, parts), (two, others) in combinations(rows, 2)
        )
    }


def _also(one: Statement, named: Statement) -> str:
    if one is named or not named.speakers:
        return ""
    who = " and ".join(" ".join(it.exact.split()) for it in named.speakers)
    return f", and “{who}” who says it"


def _doubtful(one: Record) -> bool:
    """Say whether words in marks may well be said: unsure scare quotes, what a trained reader
    holds for said, and words that might be said or were not, whose statement is marked so."""
    if not isinstance(one, Quoted):
        return False
    if one.kind == "hypothetical":
        return True
    return one.score < (_SURE if one.kind == "scare" else _SAID)


def _reported(told: Sequence[Statement], gone: set[int], quoted: Places) -> set[int]:
    """Give the words in marks, taken for scare quotes, that are part of what somebody says.

    The rules take a few words in marks for scare quotes where they find nobody who says them.
    """
    return {
        id(two)
        for one in told
        if id(one) not in gone
        for spans, two in quoted.near(one.content)
        if _doubtful(two)
        and shared(spans, one.content) >= sum(it.end - it.start for it in spans) - _MARKS
    }


def _same(one: Statement, two: Statement) -> bool:
    """Say whether a told and a ruled statement are one: like contents, or one cue and its words."""
    if one.cue and any(
        whole.start <= one.cue.start and one.cue.end <= whole.end for whole in two.content
    ):
        return False
    if alike(one.content, two.content) >= SAME:
        return True
    if not one.cue or not two.cue or not shared((one.cue,), (two.cue,)):
        return False
    sizes = [sum(part.end - part.start for part in it.content) for it in (one, two)]
    return shared(one.content, two.content) >= _SHARED * min(sizes)


def _keeps(two: Statement, one: Statement) -> bool:
    """Say whether the words in marks are what is said, and not part of a longer report: of
    “they slept in bouts of twenty minutes, ‘like sentries’” all is."""
    if one.kind == "mixed" and two.kind == "direct":
        return alike(one.content, two.content) >= _ALL
    return two.kind == "direct" or (two.kind == "mixed" and one.kind == "direct")


def _to_the_marks(one: Statement, rivals: Sequence[Statement]) -> Statement:
    """Give a report whose parts do not break off within the words in marks that they reach into."""
    longer = {
        _place(part): Span(
            part.start, words.end, part.exact + words.exact[part.end - words.start :]
        )
        for two in rivals
        if two.kind in ("direct", "mixed")
        for part, words, _ in _overlaps(one.content, two.content)
        if part.start < words.start < part.end < words.end
    }
    content = [longer.get(_place(part), part) for part in one.content]
    if tuple(content) == one.content:
        return one
    return replace(one, id=statement_id(one.document, content, one.kind), content=tuple(content))


def _completed(rule: Statement, told: Statement) -> Statement:
    """Give a quotation found by rules the cue and the speakers that the trained reader sees."""
    rule = replace(rule, notes=rule.notes or told.notes)
    guessed = rule.score <= _GUESS or not rule.cue
    agree = bool(shared(rule.speakers, told.speakers))
    if rule.speakers and told.speakers and rule.score >= SIGNED and not agree:
        # A label, a signature or a cited place speaks.
        if _reader(told):
            return replace(rule, cue=rule.cue or told.cue)
        if rule.cue is None:
            return rule
    if rule.speakers and told.speakers and agree:
        return replace(rule, cue=rule.cue or told.cue, score=max(rule.score, _BOTH))
    if told.speakers:
        # Where both name somebody, the trained reader is right three times as often.
        apart = bool(rule.speakers) and not guessed
        score = min(rule.score, _APART) if apart else max(rule.score, min(told.score, 0.8))
        also = " The two disagree." if apart else ""
        return replace(
            rule, cue=told.cue, speakers=told.speakers, actors=told.actors, holder=told.holder,
            negated=told.negated, modal=told.modal, score=score,
            reason=f"{rule.reason} {told.reason}{also}",
        )  # fmt: skip
    if rule.cue is None and told.cue is not None:
        return replace(rule, cue=told.cue, reason=f"{rule.reason} {told.reason}")
    return rule


def _reader(told: Statement) -> bool:
    """Say whether the speakers of a statement are those who read it: "we read in Article 5"."""
    cue = told.cue.exact if told.cue else ""
    return all(only_reads(one.exact, cue) for one in told.speakers)


def _nested(rows: Readings) -> list[tuple[str, tuple[Record, ...]]]:
    """Give each statement within another its parent, and drop parents that are gone."""
    every = [one for _, found in rows for one in found if isinstance(one, Statement)]
    there = {one.id for one in every}
    places = Places([(one.content, one) for one in every])
    return [
        (
            name,
            tuple(
                replace(one, parent=_parent(one, places, there))
                if isinstance(one, Statement)
                else one
                for one in found
            ),
        )
        for name, found in rows
    ]


def _parent(one: Statement, places: Places, there: set[str]) -> str | None:
    if one.parent in there:
        return one.parent
    anchor = (one.cue, *one.content) if one.cue else one.content
    size = sum(part.end - part.start for part in one.content)
    around = []
    for spans, two in places.near(one.content):
        if not isinstance(two, Statement) or two.id == one.id:
            continue
        larger = sum(part.end - part.start for part in spans)
        inside = all(
            any(whole.start <= part.start and part.end <= whole.end for whole in spans)
            for part in anchor
        )
        if inside and larger > size:
            around.append((larger, two.id))
    return min(around)[1] if around else None
