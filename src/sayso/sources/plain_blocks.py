"""The blocks of a plain text: paragraphs, headings, items, verse and notes, each with its runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.model import BlockRole, PieceKind
from sayso.sources.foot_notes import FootNote, foot_notes
from sayso.sources.hyphens import Vocabulary
from sayso.sources.lines import PrintedLine, furniture, printed
from sayso.sources.note_lists import names_notes, with_notes
from sayso.sources.parts import Described, Part, Run, Written, text_of
from sayso.sources.signs import Signs
from sayso.sources.wrapping import Wrapping, is_item, is_ornament, starts, wrapping

HEADING = 90
"""Code points that a heading has at most."""
_STOPS = (".", ",", ";", ":", "”", '"', "-", "…", "’", "»")
_ADDRESS = re.compile(r"https?://|www\.|@")
_LETTER = re.compile(r"[^\W\d_]")
_LAST_WORD = re.compile(r"[A-Z][A-Z .'’-]{2,38}\Z")
_NUMBERED = re.compile(r"(?:[\[(]\w{1,5}[\])]|\d{1,2}\.)\s+(?=\S)")
_CHAPTER = re.compile(
    r"(?:chapter|part|book|section|letter|essay|lecture|canto|act|appendix|kapitel|chapitre)"
    r"\s+(?:[ivxlc]{1,7}|\d{1,3}|[a-z])[.:]?\Z",
    re.IGNORECASE,
)
_LETTER_END = re.compile(
    r"(?:(?:and )?(?:i remain|i am|we remain|yours|your|sincerely|faithfully|respectfully)\b"
    r"|signed)[^.!?]{0,80}[,:]\Z",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?<=[.,;:”\"’»?!])(?:\[\^?\w{1,8}\])+\Z")
_WIDE_SCRIPT = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


def parts(raw: str, start: int = 0) -> list[Part]:
    """Give the parts of a plain text from an offset on, its notes last."""
    lines = printed(raw, start)
    if not lines:
        return []
    dropped = furniture(lines)
    if len(dropped) == len(lines):
        dropped = {}
    kept = [nth for nth in range(len(lines)) if nth not in dropped]
    below = foot_notes(lines, kept)
    moved = {nth for note in below for nth in note.lines}
    kept = [nth for nth in kept if nth not in moved]
    body = [lines[nth] for nth in kept]
    how = wrapping(body)
    setter = _Setter(raw, lines, dropped, kept, how, Signs(raw), Vocabulary(raw))
    found: list[Part] = []
    done = 0
    for group in _groups(starts(body, how)):
        found += setter.dropped_from(done, kept[group.start])
        found.append(setter.part(group))
        done = kept[group.stop - 1] + 1
    found += setter.dropped_from(done, len(lines))
    found = with_notes(raw, _with_headings(raw, found))
    return found + [_foot_note(setter, note) for note in below]


def _foot_note(setter: _Setter, note: FootNote) -> Part:
    """Make the part of a note at the foot of a page, its label first."""
    part = replace(setter, kept=note.lines).part(range(len(note.lines)))
    label = f"foot {note.lines[0]}"
    first = part.runs[0]
    cut = min(first.start + note.lead, first.end)
    runs = [replace(first, end=cut), replace(first, start=cut), *part.runs[1:]]
    return Part("note", runs, note=label, label=note.label, lead=1)


def _with_headings(raw: str, found: list[Part]) -> list[Part]:
    """Make headings of short paragraphs without a stop that others follow."""
    texts = [text_of(raw, one) for one in found]
    following = ""
    for nth in reversed(range(len(found))):
        if not texts[nth]:
            continue
        if following and found[nth].role in ("paragraph", "list_item"):
            numbered = _NUMBERED.match(texts[nth])
            if _is_heading(texts[nth]) and (found[nth].role == "paragraph" or numbered):
                alone = names_notes(texts[nth]) or not (
                    following[0].islower() or is_item(following)
                )
                found[nth].role = "heading" if alone else found[nth].role
                found[nth].level = 1 if found[nth].role == "heading" else 0
        following = texts[nth]
    return found


def _is_heading(text: str) -> bool:
    """Say whether words look like a heading: few, begun with a capital, without a stop."""
    if _CHAPTER.match(text) or (len(text) < 60 and text.isupper() and text[-1] in ".:"):
        return len(text) > 3
    bare = _MARKED.sub("", text)
    if len(text) > HEADING or bare.endswith(_STOPS) or "\n" in text or _ADDRESS.search(text):
        return False
    letters = _LETTER.findall(_NUMBERED.sub("", text, count=1))
    return len(letters) > 1 and (letters[0].isupper() or not letters[0].islower())


def described(known: Described, written: Written) -> Described:
    """Add a title from the first heading and a signature from the last line, if nothing has."""
    title, signed = known.title, known.signed
    if title is None:
        title = _title(written)
    return replace(known, title=title, signed=signed or _signature(written))


def _signature(written: Written) -> str | None:
    """Give the name that a text ends with: in capitals, or below the close of a letter."""
    body = [one for one in written.blocks if one.role != "note"]
    if len(body) < 2:
        return None
    last = written.text[body[-1].start : body[-1].end]
    if _LAST_WORD.match(last):
        return last.rstrip(".")
    ends = (written.text[one.start : one.end] for one in body[-3:])
    lines = [line for text in ends if len(text) < 200 for line in text.splitlines()]
    for line, name in pairwise(lines):
        if _LETTER_END.match(line) and len(name) < 60 and name[0].isupper():
            return name.rstrip(".,")
    return None


def _title(written: Written) -> str | None:
    """Give the heading that a text begins with; a chapter's number alone is none."""
    for one in written.blocks[:2]:
        text = " ".join(written.text[one.start : one.end].split())
        if one.role != "heading":
            return None
        if not _CHAPTER.match(text):
            return _NUMBERED.sub("", text, count=1)
    return None


def _groups(begins: Sequence[bool]) -> list[range]:
    places = [nth for nth, one in enumerate(begins) if one]
    return [range(one, two) for one, two in zip(places, [*places[1:], len(begins)], strict=True)]


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets groups of lines as parts, over a raw text with its dropped lines."""

    raw: str
    lines: Sequence[PrintedLine]
    dropped: Mapping[int, PieceKind]
    kept: Sequence[int]
    how: Wrapping
    signs: Signs
    words: Vocabulary

    def part(self, group: range) -> Part:
        """Make one part of a group of lines; a row of ornaments is dropped."""
        first = self.lines[self.kept[group.start]]
        if is_ornament(first.text):
            return Part("paragraph", [Run(first.start, first.end, "", "furniture")])
        role = self._role(group)
        runs: list[Run] = []
        for nth in group:
            line = self.lines[self.kept[nth]]
            runs += self.signs.runs(line.start, line.end)
            if nth + 1 in group:
                runs += self._between(runs, nth, verse=role == "verse")
        return Part(role, runs)

    def dropped_from(self, first: int, last: int) -> list[Part]:
        """Make parts that drop the running heads among some lines, by place in all lines."""
        places = (nth for nth in range(first, last) if nth in self.dropped)
        return [Part("paragraph", [self._drop(nth)]) for nth in places]

    def _drop(self, nth: int) -> Run:
        return Run(self.lines[nth].start, self.lines[nth].end, "", self.dropped[nth])

    def _role(self, group: range) -> BlockRole:
        lines = [self.lines[self.kept[nth]] for nth in group]
        if is_item(lines[0].text):
            return "list_item"
        if self._is_verse(lines):
            return "verse"
        if self.how.layout == "blank lines" and all(
            one.indent >= self.how.indent + 2 for one in lines
        ):
            return "blockquote"
        return "paragraph"

    def _is_verse(self, lines: Sequence[PrintedLine]) -> bool:
        """Say whether lines are kept: short ones that each begin with a capital."""
        if len(lines) < 2:
            return False
        if self.how.layout == "lines":
            return True
        capitals = sum(not one.text[0].islower() for one in lines)
        short = sum(len(one.text) < 0.75 * self.how.widths[0] for one in lines)
        blank = self.how.layout == "blank lines"
        return blank and len(lines) > 2 and capitals >= 0.9 * len(lines) and short == len(lines)

    def _between(self, runs: list[Run], nth: int, *, verse: bool) -> Iterator[Run]:
        """Give the runs between a line and the next one; a removed hyphen ends the last run."""
        one, two = self.kept[nth], self.kept[nth + 1]
        line, following = self.lines[one], self.lines[two]
        start = line.end
        joint = None if verse else self.words.joint(line.text, following.text)
        # Lines between the two are dropped here, or have been moved to the notes.
        heads = [self._drop(place) for place in range(one + 1, two) if place in self.dropped]
        end = self.lines[one + 1].start
        if joint is None:
            yield Run(start, end, self._space(line, following, verse=verse), "join")
        elif joint.keep or not _ends_in_copy(runs, start):
            yield Run(start, end, "", "join_hyphen", joint.certain)
        else:
            runs[-1] = replace(runs[-1], end=start - 1)
            yield Run(start - 1, end, "", "join_hyphen", joint.certain)
        yield from heads

    def _space(self, line: PrintedLine, following: PrintedLine, *, verse: bool) -> str:
        if verse:
            return "\n"
        wide = _WIDE_SCRIPT.match(line.text[-1]) and _WIDE_SCRIPT.match(following.text[0])
        return "" if wide else " "


def _ends_in_copy(runs: Sequence[Run], end: int) -> bool:
    """Say whether the hyphen itself is still copied; a soft hyphen is gone already."""
    return bool(runs) and runs[-1].text is None and runs[-1].end == end
