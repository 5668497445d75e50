"""The reader of the author's own statements: I contend that …, this essay argues that …

Modest: only what the author marks as a position in the first person, or as that of the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Document, Record, Statement, statement_id
from sayso.readers.authors import author as author_of
from sayso.readers.clauses import content
from sayso.readers.grounds import Outside, Stretch
from sayso.text import span

_VERBS = (
    "argue|contend|maintain|hold|believe|think|submit|suggest|claim|assert|insist|affirm|conclude|"
    "propose|deny|doubt|concede|admit|acknowledge|recognise|recognize|agree|hope|fear|suspect|say|"
    "repeat|declare|warn|predict|trust|consider|know|feel|confess|expect|stress|emphasise|emphasize"
)
_ADVERBS = r"(?:\w+ly|also|therefore|still|once|again|further|only|here|then|too|thus|rather|now)"
_MODALS = r"would|should|might|may|can|could|must|will|shall|cannot"
_OWN = re.compile(
    rf"""
    \b(?P<who>I|[Ww]e)\s+
      (?P<group>(?:(?:{_MODALS}|do|have|had|not|{_ADVERBS})\s+){{0,3}}
         (?:{_VERBS}|(?<=have\s)(?:argued|said|shown|suggested|maintained|claimed|insisted)))
      (?:\s*,[^,.;“”"]{{2,50}},)?\s+that\b
    | \b(?P<view>[Ii]n\s+(?P<mine>my|our)\s+(?:\w+\s+)?(?:view|opinion|judgement|judgment))\b,?
    | \b(?P<seems>(?:[Ii]t\s+)(?:seems|appears)\s+to\s+(?P<me>me|us))\s+that\b
    | \b(?P<thesis>(?P<my>[Mm]y|[Oo]ur)\s+(?:main\s+|central\s+|own\s+)?
         (?:argument|thesis|claim|contention|view|position|conclusion|belief|conviction)\s+is)\s+that\b
    | \b(?P<text>[Tt]his\s+(?:article|chapter|essay|paper|book|pamphlet|study|report|thesis))\s+
      (?P<does>(?:{_ADVERBS}\s+)?(?:argues|contends|maintains|shows|suggests|claims|holds))\s+that\b
    """,
    re.VERBOSE,
)
_CONDITION = re.compile(r"\b(?:[Ii]f|[Ww]hen|[Uu]nless|[Ww]hether|[Ll]est|[Ss]uppose)\s+\Z")
_NEGATED = re.compile(r"\b(?:not|cannot|never)\b")
_MODAL = re.compile(r"\b(?:would|should|might|may|could|must)\b")


class Own:
    """Read the author's own positions where the text marks them as such."""

    name = "own"
    version = "1"
    languages: tuple[str, ...] = ("en",)
    after = ("notes", "names", "quotations", "turns")

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield the statements, in document order; the author's actor first, if there is one."""
        outside = Outside(document, known, document.text)
        author = author_of(document)
        actors: tuple[str, ...] = (author.id,) if author else ()
        first = True
        for stretch, matches in outside.sentences_with(_OWN):
            if stretch.parent is not None:
                continue
            if _CONDITION.search(document.text, stretch.start, matches[0].start()):
                continue
            statement = _statement(document, reading, stretch, matches[0], actors)
            if statement is None or statement.cue is None:
                continue
            cue = (statement.cue.start, statement.cue.end)
            where = statement.content[0]
            if outside.is_quotation(where.start, where.end, cue):
                continue
            if first and author:
                yield author
            first = False
            yield statement


def _statement(
    document: Document,
    reading: str,
    stretch: Stretch,
    one: re.Match[str],
    actors: tuple[str, ...],
) -> Statement | None:
    text = document.text
    where = content(text, one.end(), stretch.end)
    if where is None and one["view"]:
        where = content(text, stretch.start, one.start())
    if where is None:
        return None
    speaker, cue = _parts(one)
    said = one[cue]
    spans = (span(text, *where),)
    return Statement(
        statement_id(document.id, spans, "own"), document.id, reading, "own", spans,
        cue=span(text, one.start(cue), one.end(cue)),
        speakers=(span(text, one.start(speaker), one.end(speaker)),),
        actors=actors, holder=actors[0] if actors else None,
        negated=bool(_NEGATED.search(said)), modal=bool(_MODAL.search(said)),
        notes=stretch.notes(*where), score=0.8 if one["who"] else 0.75,
        reason=f"“{' '.join(one.group().split())}” marks it as the author's own position.",
    )  # fmt: skip


def _parts(one: re.Match[str]) -> tuple[str, str]:
    """Give the names of the groups that hold speaker and cue."""
    for speaker, cue in (("who", "group"), ("mine", "view"), ("me", "seems"), ("my", "thesis")):
        if one[speaker]:
            return speaker, cue
    return "text", "does"


READER = Own()
