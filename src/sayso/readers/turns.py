"""Find turns: interviews, debates and court reports whose paragraphs begin with who speaks.

"MR. FOX: …", "Anton Vesely: …", "Q. …" and "A. …". A label alone is none, since lists, minutes and
glossaries have them too: a text has turns where labels come back and take turns.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Document, Record, Statement, statement_id
from sayso.readers.who import Who
from sayso.text import span

_NAME = r"[^\W\d_a-z][\w'’.-]*"
_LABEL = re.compile(
    rf"\s*[*_]{{0,2}}(?P<label>Q|A|{_NAME}(?:\s(?:{_NAME}|of|the|de|van|von)){{0,4}})"
    r"(?P<note>\s?[(\[][^()\[\]\n]{1,40}[)\]])?[*_]{0,2}"
    r"(?:\s?:[*_]{0,2}\s+|\.\s(?=(?<=[QA]\.\s)))(?=\S)"
)
_NO_LABEL = re.compile(
    r"(?:Notes?|Sources?|Chapter|Present|Apologies|Item|Motion|Resolved|Agenda|Date|Place|Time|From|"
    r"To|Subject|Re|Sir|Gentlemen|Ladies|Friends|Fact|Myth|Warning|Example|Title|Author|Editor|"
    r"Published|Price|Contents?|Figure|Table|Appendix|Address|Tel|Email|Website|PS|NB)\Z",
    re.IGNORECASE,
)
_LEAST = 3
_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its label [start, end) and its words [begin, stop)."""

    start: int
    end: int
    begin: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class TurnReader:
    """Read what is said in labelled turns as direct statements."""

    name: str = "turns"
    version: str = "1"
    languages: tuple[str, ...] = ()
    after: tuple[str, ...] = ("notes", "names")

    def read(
        self, document: Document, *, reading: str, known: tuple[Record, ...]
    ) -> Iterator[Record]:
        """Yield a statement a turn, in document order, and the actors it makes."""
        found = turns(document)
        who = Who(document, known) if found else None
        for one in found:
            assert who is not None
            content = (span(document.text, one.begin, one.stop),)
            speakers = (span(document.text, one.start, one.end),)
            # "Q" and "A" are parts in a conversation, and no names.
            actors, made, _ = who.are(() if one.label in "QA" else speakers, one.begin)
            yield from made
            yield Statement(
                statement_id(document.id, content, "direct"), document.id, reading, "direct",
                content, speakers=speakers, actors=actors,
                holder=actors[0] if len(actors) == 1 else None, score=0.85,
                reason=f"“{one.label}” before it says whose turn it is.",
            )  # fmt: skip


READER = TurnReader()


def turns(document: Document) -> list[Turn]:
    """Give the turns of a document; none where its labels do not come back."""
    paragraphs = document.paragraphs
    if document.blocks:
        spoken = ("paragraph", "blockquote", "list_item")
        paragraphs = tuple((one.start, one.end) for one in document.blocks if one.role in spoken)
    found = [
        (nth, turn) for nth, it in enumerate(paragraphs) if (turn := _turn(document.text, *it))
    ]
    counts = Counter(turn.label for _, turn in found)
    if len(found) < _LEAST or len(counts) < 2 or max(counts.values()) < 2:
        return []
    covered = found[-1][0] - found[0][0] + 1
    again = sum(count for count in counts.values() if count > 1)
    if len(found) < _SHARE * covered or again < _SHARE * len(found):
        return []
    return [turn for _, turn in found]


def _turn(text: str, start: int, end: int) -> Turn | None:
    match = _LABEL.match(text, start, end)
    if match is None or _NO_LABEL.match(match["label"]):
        return None
    stop = end
    while stop > match.end() and text[stop - 1].isspace():
        stop -= 1
    if stop - match.end() < 2:
        return None
    return Turn(*match.span("label"), match.end(), stop, match["label"])
