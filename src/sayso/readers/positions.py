"""Find sentences in which the author takes a position without saying "I think": on demand only.

Each is a demand ("the statue must stay"), a prediction, an evaluation, a comparison or a claim of
cause, in the author's own words: what is reported, quoted, asked or supposed is left out. The text
does not mark such sentences as positions, so that many are commonplace; they are proposed with a
low score, and only where this reader is asked for by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Document, Record, Span, Statement, statement_id
from sayso.readers.authors import author as author_of
from sayso.readers.grounds import Outside, Stretch
from sayso.readers.settling import Places, alike, shared
from sayso.text import span

_GOOD = (
    "good|better|best|great|greater|greatest|right|just|fair|wise|brilliant|admirable|heroic|true|"
    "correct|necessary|essential|vital|important|valuable|excellent|outstanding|remarkable|noble|"
    "honourable|honorable|successful|indispensable|magnificent|unrivalled|unparalleled|legitimate"
)
_BAD = (
    "bad|worse|worst|wrong|unjust|unfair|foolish|absurd|disastrous|disgraceful|shameful|criminal|"
    "false|untrue|misleading|dangerous|useless|worthless|ridiculous|scandalous|monstrous|cruel|"
    "inadequate|unacceptable|intolerable|inexcusable|outrageous|hypocritical|cowardly|corrupt|"
    "catastrophic|ruinous|harmful|pernicious|impracticable|untenable|groundless|unfounded"
)
_NOUN = (
    "success|failure|triumph|disaster|catastrophe|mistake|blunder|error|crime|disgrace|scandal|"
    "outrage|lie|myth|slander|fraud|betrayal|achievement|masterpiece|victory|tragedy|nonsense|"
    "injustice|absurdity|hypocrisy|insult|duty|hero|tyrant|genius|traitor|villain|menace|blessing"
)
_ADVERB = (
    r"(?:(?:\w+ly|so|very|most|quite|more|far|no|not|never|indeed|still|also|at\sonce)\s){0,3}"
)
_BE = r"(?:is|are|was|were|remains?|remained|proved|seems|has\sbeen|have\sbeen|had\sbeen)"
_POSITION = re.compile(
    rf"""
    (?P<demand>
        \b(?:must|ought\sto)\s(?!have\b|be\sadmitted|be\ssupposed|be\sconfessed)(?:not\s|be\s)?\w+
      | \bshould\s(?:not\s|never\s|at\sonce\s)?(?:be|take|give|stop|act|stand|vote|learn|remember|
          resign|return|refuse|support|oppose|pay|make|go|come|begin|end|remain|stay|read)\b
      | \b(?:[Ll]et\sus|[Ii]t\sis\s(?:high\s)?time\s(?:to|that|for)|[Ii]t\sis\s(?:our|the)\sduty)\b
    )
  | (?P<prediction>
        \b(?:will|shall)\s(?:(?:soon|never|not|always|surely|certainly|inevitably|one\sday|again|only)
          \s){{0,2}}(?:be(?!\s(?:my|found|seen|observed|remembered|recollected|said))|become|come|bring|lead|lose|win|fail|fall|rise|remain|end|destroy|ruin|
          remember|judge|prove|show|find|have|take|make|see|pay|suffer|prevail|triumph)\b
      | \b(?:is|are)\s(?:bound|certain|sure|doomed|destined)\sto\b
      | \b[Ss]ooner\sor\slater\b
    )
  | (?P<evaluation>
        \b{_BE}\s(?:an?\s|the\s)?{_ADVERB}(?:{_GOOD}|{_BAD})\b(?!\sthan)
      | \b{_BE}\s(?:an?\s|the\s|one\sof\sthe\s)(?:\w+\s){{0,3}}(?:{_NOUN})\b
      | \bthe\s(?:greatest|worst|best|finest|noblest|gravest|most\s\w+)\s[^.;]{{2,60}}\b
          (?:ever|of\sall|anywhere|in\shistory|of\s(?:our|the|his|her)\s(?:age|time|century|day))\b
      | \bno\s(?:greater|better|worse|finer|nobler)\s\w+
    )
  | (?P<comparison>
        \b(?:more|less|better|worse|greater|larger|fewer|higher|stronger|weaker|wiser|braver|richer|
          poorer)\s(?:\w+\s){{0,4}}than\s(?!(?:\d|one|two|three|a\s(?:hundred|dozen|year|few)|once|
          ever|usual|that\b|half))
    )
  | (?P<cause>
        \b(?:was|were|is|are)\s(?:\w+ly\s)?(?:caused|brought\sabout|produced)\sby\b
      | \b(?:was|were|is|are)\sthe\s(?:result|cause|consequence|fruit)\sof\b
      | \b(?:led|gave\srise|owed)\sto\b | \b[Tt]hanks\sto\b | \b[Tt]hat\sis\swhy\b
      | \b[Tt]he\s(?:real\s|true\s|only\s|chief\s)?(?:reason|cause)\s[^.;]{{0,60}}\b(?:is|was)\b
      | \b(?:resulted\sin|is\sto\sblame\sfor|are\sto\sblame\sfor)\b
    )
    """,
    re.VERBOSE,
)
_NO_POSITION = re.compile(
    r"\?[”\"’']?\s*\Z|\A\W*(?:[Ii]f|[Ss]uppose|[Ww]hether|[Uu]nless|[Ll]est)\b"
    r"|\b(?:[Ii]f|[Ww]hether|[Uu]nless)\s[^,;.]{0,80}\Z"
)
_SELF = re.compile(r"\b(?:I|[Yy]ou)\s(?:\w+\s)?\Z")
_NAMES = {
    "demand": "a demand or a claim of necessity", "prediction": "a prediction",
    "evaluation": "an evaluation", "comparison": "a comparison", "cause": "a claim of cause",
}  # fmt: skip
_NEGATED = re.compile(r"\b(?:not|never|no|cannot)\b|n[’']t\b")
_SCORE = 0.45
_LEAST = 4
"""Words that a position has at least."""


@dataclass(frozen=True, slots=True)
class Positions:
    """Read the author's positions that nothing marks as such; only where asked for by name."""

    name: str = "positions"
    version: str = "1"
    languages: tuple[str, ...] = ("en",)
    after: tuple[str, ...] = ("notes", "names", "quotations", "indirect", "own", "statements")
    optional: bool = True

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield one statement a sentence, in document order; the author first, if there is one."""
        text = document.text
        told = [one for one in known if isinstance(one, Statement)]
        places = Places([(one.content, one) for one in told])
        cues = Places([((one.cue,), one) for one in told if one.cue])
        author = author_of(document)
        actors: tuple[str, ...] = (author.id,) if author else ()
        first = True
        for stretch, matches in Outside(document, known, text).sentences_with(_POSITION):
            one = next((it for it in matches if _takes(text, stretch, it)), None)
            if one is None or stretch.parent is not None:
                continue
            where = span(text, *_trimmed(text, stretch.start, stretch.end))
            if len(where.exact.split()) < _LEAST or _reported(where, one, places, cues):
                continue
            if first and author:
                yield author
            first = False
            what = one.lastgroup or ""
            words = " ".join(one.group().split())
            yield Statement(
                statement_id(document.id, (where,), "own"), document.id, reading, "own", (where,),
                actors=actors, holder=actors[0] if actors else None,
                negated=bool(_NEGATED.search(words)), notes=stretch.notes(where.start, where.end),
                score=_SCORE,
                reason=f"“{words}” makes it {_NAMES[what]} in the author's own words.",
            )  # fmt: skip


READER = Positions()


def _takes(text: str, stretch: Stretch, one: re.Match[str]) -> bool:
    """Say whether the words are part of a plain sentence: not asked, supposed, or about "I"."""
    sentence = text[stretch.start : stretch.end]
    before = text[stretch.start : one.start()]
    if _NO_POSITION.search(sentence) or _NO_POSITION.search(before):
        return False
    return not _SELF.search(before)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".!;:"):
        end -= 1
    return start, end


def _reported(where: Span, one: re.Match[str], places: Places, cues: Places) -> bool:
    """Say whether the sentence, or the words that take the position, report somebody."""
    place = Span(one.start(), one.end(), one.group())
    for spans, _ in places.near((where,)):
        if alike((where,), spans) > 0.5 or shared((place,), spans):
            return True
    return any(shared((place,), spans) for spans, _ in cues.near((where,)))
