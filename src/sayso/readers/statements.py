"""The trained reader of statements: who says what, with cue, speaker and content, and names.

A small encoder finds the cues and, for each, who speaks and what is said. It gives all that it
sees;
`settling` puts it together with what the rules are sure of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from sayso import text as texts
from sayso.model import (
    Actor,
    ActorKind,
    Document,
    Json,
    Mention,
    MentionKind,
    NoteLink,
    Quoted,
    QuotedKind,
    Record,
    Span,
    Statement,
    StatementKind,
    actor_id,
    anchored_id,
    statement_id,
)  # fmt: skip
from sayso.readers import cues
from sayso.readers.authors import author as author_of
from sayso.readers.continued import continued
from sayso.readers.exchange import exchanged
from sayso.readers.lexicons import words
from sayso.readers.markers import Markers
from sayso.readers.quotations_judged import CERTAIN
from sayso.readers.settling import SAME, Places, alike, place, said_by_nobody, shared
from sayso.readers.statements_decode import Part, Told
from sayso.readers.statements_model import FOLDER, Labelled, Model, model
from sayso.readers.tokens import tokens
from sayso.readers.verbs import forms
from sayso.readers.who import Who

_AUTHOR = frozenset(("i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"))
_ARTICLES = frozenset(("the", "a", "an", "and", "of"))
_SKIPPED = frozenset(("heading", "table", "reference"))
_DIRECT, _MIXED = 0.9, 0.05
_EDGE = " \t\n.,;:"
_OPENING = "“„«‘\"'"
_MARGIN = f"{_EDGE}“„«‘”»’\"'"
_CLOSING = "”“»’\"'"
_BEGINS, _ENDS = ("“", "„", "«"), ("”", "“", "»")
_SHORTEST = 1
_FARTHEST = 1500
_REPEATED = 0.85
_JOINED = re.compile(
    r"(?:[,;]|\b(?:and|but|or|nor|then|yet)\b)\s*(?:\w+ly\s|also\s|then\s|even\s)?\Z"
)
_NOT_FINITE = re.compile(
    r"\A(?:to|\w+ing|in|by|with|from|of|on|at|for|the|a|an|his|her|their|its|my|our|your)\b|\A\W"
    r"|\b(?:be|is|are|was|were|been|being)\b",
    re.IGNORECASE,
)
# "It follows that" is the author's way of going on, and nobody's statement.
_IDLE = re.compile(
    r"(?:will |would |may |must |then |hence )?(?:appears?|follows?|happens?|"
    r"is (?:true|evident|clear|plain|certain|obvious|probable|likely|possible|manifest|well))\Z"
)
_IT = re.compile(r"\b[Ii]t\s\Z")
_TO_ME = re.compile(r"\s(?:then\s)?to\s(?:me|us)\b")
# The subject of a passive is addressed or talked about, and does not speak: "we have been told
# that".
_PASSIVE = re.compile(
    r"(?:\b(?:am|is|are|was|were|be|been|being)|['’](?:m|re))\s+"
    r"(?:(?:\w+ly|also|not|never|often|now|still|even|always|well|so|too|more|most)\s+)*"
    r"(\w+ed|said|told|held|known|shown|seen|taken|given|written|thought|taught|found|understood|"
    r"heard|forbidden|spoken|laid|bidden)\b",
    re.IGNORECASE,
)
# Of these it thinks or wants: "I am convinced that".
_STATES = frozenset(
    "accustomed agreed alarmed amazed ashamed astonished authorized committed compelled concerned "
    "contented convinced delighted determined disappointed disgusted disinclined disposed divided "
    "embarrassed empowered entitled excited frightened inclined interested minded moved obliged "
    "opposed persuaded pleased prepared puzzled reconciled relieved resigned resolved satisfied "
    "scared surprised tempted terrified tired united worried".split()
)
# Chances: from which on words in marks change their kind; up to which a quotation without a cue is
# taken for none; from which on words are rather said.
_CHANGED, _SAID, _HALF = 0.6, 0.3, 0.5
# From which chance on words in marks that the rules take for none that are said are a quotation.
_SPOKEN = 0.9
_FEW = 12
# The encoder is surer than it may be: of its judgements on texts put aside nine of ten were right.
_SUREST = 0.9
_KINDS = {"title": "a title", "scare": "words held at a distance", "term": "a term"}
_IS_IT = re.compile(r"\b(?:is|was|be|been|being)\s+it\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:his|her|their|my|our|your|whose)\b", re.IGNORECASE)
_LET = re.compile(r"\b[Ll]et (us|me)(?: (?:now|then|further|only|rather|also|next))*(?: |\Z)")
_LET_FAR = 24
_TOGETHER = re.compile(r"[\s,;(&]*(?:(?:and|or|nor|with|as well as)\b)?[\s,;]*(?:the\b)?\s*")
# The scores of a quotation whose speaker is named elsewhere lie between these.
_VOICED = (0.4, 0.6)
# Between a cue and words that are said without marks: code points at the most.
_LEAD = 60
_FIRST = re.compile(r"[^\W\d_]+")
# Words that begin a sentence, and no name.
_BEGIN = frozenset(
    """a all am an and are art as at be because been before behold both but by can come could cursed
    did do does dost doth each else even every fear few for from get give go had hast hath have he
    her here his how if in is it its lest let lo look may me might more most must my nay neither
    never nevertheless no none nor not nothing now o of oh on once one only or our out over pray put
    rise say see shall shalt she should since so some stand stay still suffer suppose such take tell
    than the thee their them then there these they thine this those thou though through thus thy to
    until unto upon verily was we were what whatever whatsoever when whence where wherefore whether
    which while who whoever whom whose whosoever why will wilt with without woe would ye yea yes yet
    you your""".split()
)
_ACCORDING = re.compile(r"[Aa]ccording|[Aa]s ")
# What the mean chance of one speaker must be above that of another, not joined to it.
_CLEARLY = 0.2
_SMALL = frozenset("the a an as of in and or but for by with on at than from".split())
_LOOSE = _SMALL | {"so", "thus", "therefore", "hence", "yet", "now", "that"}
# A cue behind what is said ends its sentence soon: "That it leaked was the opinion of Pell.3"
_CUE_TAIL = 80
_STOPS_SHORT = re.compile(r"[.!?;]")
_BLANK = re.compile(r"\n\s*\n")
_TITLE = re.compile(r"\b(?:Mrs?|Ms|Messrs|Dr|Prof|Rev|Hon|Gen|Col|Capt|Lt|St)\.?\Z")
_BEHIND_TITLE = re.compile(r"\.?(?:[ \n][^\W\d_a-z][\w’'-]+){1,3}")
# Behind one of these, words go on: a content that ends so was cut off.
_CUT_OFF = frozenset(
    """the a an of to for from with by in and or but than as at on into upon through between under
    against without their its our your my his her no every each such very which whose whom nor
    although because while unless until whether if when""".split()
)
_LAST = re.compile(r"[\w’'-]+\Z")
_GOES_ON = re.compile(r"[ \u2060]+[\w“‘\"(]")
_HALT = re.compile(r"[,.;:?!”\")\]—–\n]|[’'](?!\w)")
_CUT_WORDS = 25
_STOPS = re.compile(r"[.!?][”\"’']?\s+[“\"‘']?[^\W\d_a-z]|\n")


@dataclass(frozen=True, slots=True)
class _Ground:
    """What every statement of a reading is made with."""

    document: Document
    reading: str
    labelled: Labelled
    who: Who
    markers: Markers
    quotations: Places
    quoted: Places


class Statements:
    """Read statements and names as a trained encoder sees them."""

    name = "statements"
    version = "11"
    languages: tuple[str, ...] = ("en",)
    after = ("notes", "names", "quotations", "indirect", "own", "turns")
    trained = True

    def __init__(
        self,
        folder: Path = FOLDER,
        *,
        languages: tuple[str, ...] = ("en",),
        read_with: Mapping[str, Json] | None = None,
    ) -> None:
        self._folder = folder
        self.languages = languages
        self.read_with = read_with or {}

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield the statements, in document order, with the actors they need, then names."""
        encoder = model(self._folder)
        if encoder is None:
            return
        said = [one for one in known if isinstance(one, Statement)]
        labelled = encoder.read(document.text, _quotations(known))
        quotations = Places([(one.content, one) for one in said if one.kind in ("direct", "mixed")])
        quoted = Places([((one.span,), one) for one in known if isinstance(one, Quoted)])
        named = list(_names(document, reading, encoder, labelled, known))
        who, markers = Who(document, (*known, *named)), Markers(known)
        ground = _Ground(document, reading, labelled, who, markers, quotations, quoted)
        skipped = [(one.start, one.end) for one in document.blocks if one.role in _SKIPPED]
        cued = Places(
            [((one.cue,), one) for one in said if one.cue and one.kind in ("direct", "mixed")]
        )
        once: set[str] = set()
        found: list[Statement] = []
        for told in _shared(document.text, _distinct(labelled.told)):
            score = encoder.chance(told.score)
            if score < encoder.least or _within(skipped, told.cue.start):
                continue
            if _says_nothing(document.text, told):
                continue
            told = _bidden(document.text, _unaddressed(document.text, told))
            told = _owned(document.text, told)
            told = _near(document.text, _surer(document.text, told), cued)
            for one in _records(ground, told, score):
                if one.id not in once:
                    once.add(one.id)
                    found += [one] if isinstance(one, Statement) else []
                    yield one
        marks = list(_marks(ground, known, Places([(one.content, one) for one in found])))
        judged = {place(one) for one in marks if isinstance(one, Quoted)}
        spoken = [one for one in marks if isinstance(one, Statement)]
        bare = [
            one for one in (*said, *spoken)
            if one.kind in ("direct", "mixed") and said_by_nobody(one)
            and place(one) not in judged
            and not any(alike(one.content, two.content) >= SAME for two in found)
        ]  # fmt: skip
        for each in _voiced(ground, bare, (*said, *found)):
            found += [each] if isinstance(each, Statement) else []
            yield each
        bare = _left(bare, found)
        marked = (one for one in (*said, *found) if one.kind in ("direct", "mixed"))
        voiced = [one for one in marked if one.speakers]
        turns = list(exchanged(document.text, [*voiced, *bare]))
        yield from (replace(one, reading=reading) for one in turns)
        found += turns
        bare = _left(bare, found)
        made = list(continued(document.text, (*known, *named), found, bare))
        given = {one.id for one in (*found, *made)}
        yield from (one for one in marks if one.id not in given)
        yield from (replace(one, reading=reading) for one in made)
        yield from named


def _left(bare: Sequence[Statement], given: Sequence[Statement]) -> list[Statement]:
    """Give those quotations to which no speaker was given yet."""
    ids = {one.id for one in given}
    return [one for one in bare if one.id not in ids]


def _quotations(known: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Give where words in marks stand for which it may have to be asked who says them."""
    for one in known:
        if (isinstance(one, Quoted) and one.kind == "scare") or (
            isinstance(one, Statement) and one.kind in ("direct", "mixed") and said_by_nobody(one)
        ):
            yield place(one)


def _voiced(
    ground: _Ground, bare: Sequence[Statement], told: Sequence[Statement]
) -> Iterator[Record]:
    """Yield the quotations of which the text around tells who says them, and actors they need."""
    text = ground.document.text
    turns = sorted(
        (one.content[-1].end, [span.start for span in one.speakers])
        for one in told
        if one.kind in ("direct", "mixed") and one.speakers
    )
    for one in bare:
        start = one.content[0].start
        nth = bisect_left(turns, (start, []))
        before = turns[nth - 1][1] if nth and _apart(text, turns[nth - 1][0], start) else []
        rows = [
            (part.score, speaker)
            for part in ground.labelled.spoken.get(place(one), ())
            if part.start not in before  # whose turn it was in the paragraph before
            and _may_say(ground, speaker := _named(text, part.start, part.end, start), one)
        ]
        if not rows:
            continue
        chance, speaker = max(rows, key=lambda row: row[0])
        actors, records, _ = ground.who.are((speaker,), one.content[0].start)
        low, high = _VOICED
        score = round(min(max(chance, low), high), 3)
        who = " ".join(speaker.exact.split())
        yield from records
        yield replace(
            one, reading=ground.reading, speakers=(speaker,), actors=actors,
            holder=actors[0] if len(actors) == 1 else None, score=score,
            reason=f"No cue stands beside it; a trained reader takes “{who}” for who says it.",
        )  # fmt: skip


def _may_say(ground: _Ground, speaker: Span, one: Statement) -> bool:
    """Say whether words may name who says a quotation.

    Nobody whom another quotation, or itself, names, and nobody named in a paragraph behind.
    """
    text, low = ground.document.text, speaker.exact.lower()
    if not low or low in _ARTICLES:
        return False
    end = one.content[-1].end
    if speaker.start >= end:
        return not _apart(text, end, speaker.start)
    return not any(
        any(span.covers(speaker) for span in spans)
        and (
            not any(span.covers(one.content[0]) for span in spans)
            or alike(spans, one.content) >= SAME
        )
        for spans, _ in ground.quotations.near((speaker,))
    )


def _distinct(told: Sequence[Told]) -> list[Told]:
    """Leave one of those that tell the same words by cues of their own: the surest."""
    kept: dict[int, list[Told]] = {}
    for one in sorted(told, key=lambda told: -told.score):
        here = one.cue.start // _FARTHEST
        near = (two for block in (here - 1, here, here + 1) for two in kept.get(block, ()))
        if not any(_same(one, two) for two in near):
            kept.setdefault(here, []).append(one)
    return sorted((one for some in kept.values() for one in some), key=lambda told: told.cue.start)


def _same(one: Told, two: Told) -> bool:
    shared = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in two.content
    )
    sizes = [sum(part.end - part.start for part in told.content) for told in (one, two)]
    if 2 * shared < _REPEATED * sum(sizes):
        return False
    return not any(
        part.start <= cue.start < part.end
        for told, cue in ((one, two.cue), (two, one.cue))
        for part in told.content
    )


def _says_nothing(text: str, told: Told) -> bool:
    """Say whether a cue reports nobody ("it follows that"), or its content is small words only."""
    said = " ".join(text[told.cue.start : told.cue.end].split()).lower()
    if _IDLE.match(said) and _IT.search(text, max(0, told.cue.start - 4), told.cue.start):
        return not _TO_ME.match(text, told.cue.end)
    found = [one for part in told.content for one in text[part.start : part.end].lower().split()]
    return all(one.strip(_EDGE) in _SMALL for one in found)


def _unaddressed(text: str, told: Told) -> Told:
    """Take away the subject of a passive cue that says whom something was told, or of whom.

    So too the empty "it" of "it has been thought that" and "why is it suggested that".
    """
    if _IS_IT.search(text, max(0, told.cue.start - 24), told.cue.start):
        left = [one for one in told.speakers if text[one.start : one.end].lower() != "it"]
        return told if len(left) == len(told.speakers) else replace(told, speakers=left)
    cue = _PASSIVE.search(text[told.cue.start : told.cue.end])
    if cue is None or cue[1].lower() in _STATES:
        return told
    left = [one for one in told.speakers if one.end > told.cue.start]
    return told if len(left) == len(told.speakers) else replace(told, speakers=left)


def _surer(text: str, told: Told) -> Told:
    """Leave the surest of speakers that stand apart, where it is clearly surer than the next.

    Those joined by "and", commas or the like speak together.
    """
    if len(told.speakers) < 2:
        return told
    row = sorted(told.speakers, key=lambda one: one.start)
    if all(_TOGETHER.fullmatch(text, one.end, two.start) for one, two in pairwise(row)):
        return told
    first, second, *_ = sorted(row, key=lambda one: -one.score)
    return replace(told, speakers=[first]) if first.score - second.score > _CLEARLY else told


def _bidden(text: str, told: Told) -> Told:
    """Give "let us suppose" its "us" where nobody else speaks."""
    if told.speakers:
        return told
    found = _LET.search(text, max(0, told.cue.start - _LET_FAR), told.cue.end)
    if found is None or found.end() < told.cue.start:
        return told
    return replace(told, speakers=[Part("SRC", found.start(1), found.end(1), told.cue.score)])


def _owned(text: str, told: Told) -> Told:
    """Let whose opinion it is speak where nobody else does: "right in their opinion that"."""
    found = None if told.speakers else _WHOSE.search(text, told.cue.start, told.cue.end)
    if found is None:
        return told
    return replace(told, speakers=[Part("SRC", found.start(), found.end(), told.cue.score)])


def _near(text: str, told: Told, cued: Places) -> Told:
    """Leave out words of other paragraphs where a quotation beside the cue has it.

    “Yes,” said Pell. / “Then go.”: what stands in the next paragraph is said by another.
    """
    cue = texts.trimmed(text, told.cue.start, told.cue.end)
    own = [
        one for _, one in cued.near((cue,))
        if isinstance(one, Statement) and not _apart(text, cue.start, one.content[0].start)
    ]  # fmt: skip
    if not own:
        return told
    kept = [
        part
        for part in told.content
        if not _apart(text, cue.start, part.start)
        or any(shared([texts.trimmed(text, part.start, part.end)], one.content) for one in own)
    ]
    return told if len(kept) == len(told.content) else replace(told, content=kept)


def _named(text: str, start: int, end: int, at: int) -> Span:
    """Give a speaker without white space, and with the name behind a title: not "Mr" alone.

    Of words in two paragraphs, a heading and a name, it is those nearer to `at`.
    """
    if blanks := list(_BLANK.finditer(text, start, end)):
        start, end = (start, blanks[0].start()) if at <= start else (blanks[-1].end(), end)
    if _TITLE.search(text, max(start - 1, 0), end):
        name = _BEHIND_TITLE.match(text, end)
        end = name.end() if name else end
    return texts.trimmed(text, start, end)


def _apart(text: str, one: int, two: int) -> bool:
    """Say whether a blank line stands between two offsets."""
    return _BLANK.search(text, min(one, two), max(one, two)) is not None


def _shared(text: str, told: Sequence[Told]) -> Iterator[Told]:
    """Give a cue that is joined to one before it, and has no speaker, the speaker of that one.

    "He complained of damp and thought the singing poor": who thought it is who complained.
    """
    before: list[Told] = []
    for one in told:
        if not one.speakers and _JOINED.search(text, max(0, one.cue.start - 24), one.cue.start):
            words_ = text[one.cue.start : one.cue.end]
            first = next(
                (two for two in reversed(before) if not _holds(two, one.cue) and two.speakers), None
            )
            if (
                first is not None
                and not _NOT_FINITE.search(words_)
                and not _STOPS.search(text, first.cue.end, one.cue.start)
            ):
                one = replace(one, speakers=first.speakers)
        before = [*before[-6:], one]
        yield one


def _holds(told: Told, cue: Part) -> bool:
    return any(part.start <= cue.start < part.end for part in told.content)


def _within(stretches: Sequence[tuple[int, int]], at: int) -> bool:
    nth = bisect_right(stretches, (at, at + 10**9)) - 1
    return nth >= 0 and stretches[nth][1] > at


def _records(ground: _Ground, told: Told, score: float) -> Iterator[Record]:
    document, text = ground.document, ground.document.text
    content = _content(text, told)
    if not content:
        return
    speakers = tuple(
        _named(text, start, end, told.cue.start)
        for start, end in _joined(text, told.speakers)
        if text[start:end].lower() not in _ARTICLES
    )
    cue = texts.trimmed(text, told.cue.start, told.cue.end)
    kind = _kind(ground, content, cue, speakers)
    actors: tuple[str, ...]
    if kind == "own":
        actors, records, unsure = _author(document)
    else:
        actors, records, unsure = ground.who.are(speakers, content[0].start)
    yield from records
    negated, modal = _flags(text, cue, speakers)
    yield Statement(
        statement_id(document.id, content, kind), document.id, ground.reading, kind, content,
        cue=cue, speakers=speakers, actors=actors,
        holder=actors[0] if len(actors) == 1 else None,
        negated=negated, modal=modal,
        notes=_notes(ground, content, cue, speakers),
        score=round(min(score, 0.7) if unsure else score, 3), reason=_reason(cue, speakers),
    )  # fmt: skip


def _notes(
    ground: _Ground, content: Sequence[Span], cue: Span, speakers: Sequence[Span]
) -> tuple[NoteLink, ...]:
    """Give the notes that back a statement, else those at the end of a cue behind its content."""
    text = ground.document.text
    found = ground.markers.backing(text, content, cue, speakers)
    if found or cue.start < content[-1].end:
        return found
    stop = _STOPS_SHORT.search(text, cue.end, cue.end + _CUE_TAIL)
    return ground.markers.after(text, stop.start(), limit=stop.start() + 6) if stop else ()


def _author(document: Document) -> tuple[tuple[str, ...], tuple[Record, ...], bool]:
    actor = author_of(document)
    return ((actor.id,), (actor,), False) if actor else ((), (), False)


def _content(text: str, told: Told) -> tuple[Span, ...]:
    """Give the contents without white space and stops at their edges, marks in pairs."""
    found: list[Span] = []
    for start, end in _joined(text, told.content):
        start, end = _edges(text, start, end)
        end = _whole(text, start, end, told.cue)
        if found and start < found[-1].end:
            start, end = found[-1].start, max(end, found.pop().end)
        if end > start and abs(start - told.cue.start) < _FARTHEST:
            found.append(texts.trimmed(text, start, end))
    if len(found) > 1:  # a lone "so" or "and" beside the content is none of it
        found = [one for one in found if not _LOOSE.issuperset(one.exact.lower().split())] or found
    size = sum(len(one.exact.split()) for one in found)
    return tuple(found) if size >= _SHORTEST else ()


def _joined(text: str, parts: Sequence[Part]) -> list[tuple[int, int]]:
    """Give the places of parts, those as one that only white space parts."""
    found: list[tuple[int, int]] = []
    for one in sorted(parts, key=lambda part: part.start):
        if found and not text[found[-1][1] : one.start].strip():
            found[-1] = (found[-1][0], one.end)
        else:
            found.append((one.start, one.end))
    return found


def _whole(text: str, start: int, end: int, cue: Part) -> int:
    """Give where a content ends that breaks off at a small word: at the next sign, if it is near.

    "To answer his book, A Study in" goes on. Of 66 such on texts put aside 30 were nearer the gold
    so, 14 farther, the rest are in no gold.
    """
    last = _LAST.search(text, max(start, end - 20), end)
    if not last or last[0].lower() not in _CUT_OFF or not _GOES_ON.match(text, end):
        return end
    halt = _HALT.search(text, end + 1)
    stop = halt.start() if halt else len(text)
    near = len(text[end:stop].split()) <= _CUT_WORDS and not end <= cue.start < stop
    return stop if near else end


def _edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Drop stops and spaces at the edges, and take in the mark that a stretch has lost."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before and before in _OPENING and text[end - 1 : end] in _CLOSING and start:
        start -= 1
    elif behind and behind in _CLOSING and text[start : start + 1] in _OPENING:
        end += 1
    # A mark whose other half lies elsewhere belongs to the words around.
    if text[end - 1 : end] in _ENDS and not any(one in text[start:end] for one in _BEGINS):
        end -= 1
    elif text[start : start + 1] in _BEGINS and not any(one in text[start:end] for one in _ENDS):
        start += 1
    return start, end


def _kind(
    ground: _Ground, content: Sequence[Span], cue: Span, speakers: Sequence[Span]
) -> StatementKind:
    """Give the kind by the share of the content that stands in marks and is said.

    A quotation that holds the cue too is one in which this is reported, and does not count.
    """
    size = sum(len(one.exact.strip(_MARGIN)) for one in content)
    marked = 0
    within = False
    for spans, _ in ground.quotations.near(content):
        if any(one.start <= cue.start < one.end for one in spans):
            within = True
        else:
            marked += shared(content, spans)
    for spans, one in ground.quoted.near(content):
        if _rather_said(ground, one):
            marked += shared(content, spans)
    if marked > _DIRECT * size:
        return "direct"
    if marked > _MIXED * size:
        return "mixed"
    if not within and any(one.exact.lower() in _AUTHOR for one in speakers):
        return "own"
    as_said = not marked and _as_said(ground.document.text, cue, content[0])
    return "direct" if as_said else "indirect"


def _as_said(text: str, cue: Span, content: Span) -> bool:
    """Say whether words follow without marks as they were said: "He says: When a man …".

    A colon or a dash and a capital; behind a comma a word that is no name ("He asks them, Whom do
    men …").
    """
    between = text[cue.end : content.start]
    first = _FIRST.match(content.exact)
    if cue.start > content.start or len(between) > _LEAD:
        return False
    if not first or not first[0][0].isupper() or first[0] == "I":
        return False
    sign = between.rstrip(" \n\u2060")[-1:]
    if sign == ",":
        return first[0].lower() in _BEGIN and not _ACCORDING.match(cue.exact)
    return sign in (":", "—", "–")


def _rather_said(ground: _Ground, one: Record) -> bool:
    """Say whether words in marks, taken for none that are said, rather are within a report."""
    if not isinstance(one, Quoted):
        return False
    chances = ground.labelled.kinds(one.span.start, one.span.end)
    return chances.get("statement", 0.0) > _HALF if chances else one.kind == "scare"


def _flags(text: str, cue: Span, speakers: Sequence[Span]) -> tuple[bool, bool]:
    """Say whether the cue is negated ("has never said"), and whether it is modal or not yet so."""
    found = tokens(text, cue.start, cue.end)
    lows = [one.low for one in found]
    negated = any(one in words("negations") or one.endswith("n't") for one in lows)
    modal = any(one in words("modals") for one in lows) or lows[:1] == ["to"]
    for nth, one in enumerate(found):
        if one.low in forms():
            read = cues.verb_at(found, nth)
            if read is not None:
                negated, modal = negated or read.negated, modal or bool(read.modal)
    first = [one.exact.split()[0].lower() for one in speakers if one.exact.split()]
    return negated or any(one in ("nobody", "none", "no") for one in first), modal


def _reason(cue: Span, speakers: Sequence[Span]) -> str:
    said = " ".join(cue.exact.split())
    if not speakers:
        return f"A trained reader takes “{said}” for the cue and finds no speaker."
    named = " and ".join(" ".join(one.exact.split()) for one in speakers)
    return f"A trained reader takes “{said}” for the cue and “{named}” for the speaker."


def _marks(ground: _Ground, known: Sequence[Record], told: Places) -> Iterator[Quoted | Statement]:
    """Yield what the encoder takes the words in marks for that the rules judged without a cue.

    A few words that it surely takes for said are a quotation of nobody named. The score of a
    title, a term, a scare quote is the chance that the words are no statement. `settling` puts
    it in place of the record of the rules.
    """
    for one in known:
        before: QuotedKind | None = None
        if isinstance(one, Quoted) and one.kind != "hypothetical" and one.score < CERTAIN:
            where, before = one.span, one.kind
        elif (
            isinstance(one, Statement) and _few(one) and (said_by_nobody(one) or _alone(one, told))
        ):
            where = one.content[0]
        else:
            continue
        around = ground.quotations.near((where,))
        if any(
            one.start < where.start and where.end < one.end for spans, _ in around for one in spans
        ):
            continue  # the words around are said, and the encoder takes these for said too
        chances = ground.labelled.kinds(where.start, where.end)
        if not chances:
            continue
        said = chances.pop("statement")
        if before == "scare" and said > _SPOKEN and not any(told.near((where,))):
            yield _spoken(ground, where, said)
            continue
        kinds: tuple[QuotedKind, ...] = ("title", "scare", "term")
        best = max(kinds, key=lambda kind: chances[kind])
        if isinstance(one, Statement) and said > (_HALF if one.cue else _SAID):
            continue
        kind = best if before is None or chances[best] > _CHANGED else before
        yield Quoted(
            anchored_id("quoted", one.document, (where,), kind), one.document, ground.reading,
            where, kind, round(min(1 - said, _SUREST), 3), _judgement(kind, said),
        )  # fmt: skip


def _spoken(ground: _Ground, where: Span, said: float) -> Statement:
    """Give the quotation that words in marks are, though no cue announces it."""
    document = ground.document.id
    return Statement(
        statement_id(document, (where,), "direct"), document, ground.reading, "direct", (where,),
        score=round(min(said, _SUREST) * _HALF, 3),
        reason="A trained reader takes the words in marks for said; nobody is named who says them.",
    )  # fmt: skip


def _judgement(kind: QuotedKind, said: float) -> str:
    if said < _HALF:
        return f"A trained reader takes it for {_KINDS[kind]}."
    return f"It may be {_KINDS[kind]}; a trained reader takes it for words that somebody said."


def _alone(one: Statement, told: Places) -> bool:
    """Say whether only the rules find who says words in marks.

    "The thing called “taking thought”": of 21 such words that the encoder took for unsaid, in texts
    put aside, one was a statement.
    """
    return one.cue is not None and not any(told.near(one.content))


def _few(one: Statement) -> bool:
    """Say whether a statement is a few words in marks, within no other."""
    return (
        one.kind in ("direct", "mixed")
        and one.parent is None
        and len(one.content) == 1
        and len(one.content[0].exact.split()) <= _FEW
    )


def _names(
    document: Document, reading: str, encoder: Model, labelled: Labelled, known: Sequence[Record]
) -> Iterator[Record]:
    """Yield names where no mention stands yet: persons, organisations, places, events."""
    text = document.text
    taken = sorted((one.span.start, one.span.end) for one in known if isinstance(one, Mention))
    starts = [one[0] for one in taken]
    longest = max((end - start for start, end in taken), default=0)
    for part in labelled.names:
        if part.score < encoder.names or part.role in ("date", "work"):
            continue
        where = texts.trimmed(text, part.start, part.end)
        near = taken[bisect_left(starts, where.start - longest) : bisect_left(starts, where.end)]
        if any(end > where.start for _, end in near) or not where.exact[:1].isupper():
            continue
        yield from _name(document.id, reading, where, part)


def _name(document: str, reading: str, where: Span, part: Part) -> Iterator[Record]:
    name = " ".join(where.exact.split())
    kind: MentionKind = part.role  # type: ignore[assignment]
    actor = None
    if part.role in ("person", "organisation"):
        who: ActorKind = "person" if part.role == "person" else "organisation"
        actor = actor_id(name, who)
        yield Actor(actor, name, (name,), who)
    yield Mention(
        anchored_id("mention", document, [where], kind), document, reading, where, kind,
        actor=actor, place=name if kind == "place" else None,
        event=name if kind == "event" else None, score=round(part.score, 3),
        reason="A trained reader takes it for a name of this kind.",
    )  # fmt: skip


READER = Statements()
