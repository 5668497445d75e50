"""Notes at the foot of the pages of a plain text whose pages end with form feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.sources.lines import PrintedLine
from sayso.sources.note_lists import MARKER, RAISED

_LABEL = re.compile(r"[\[(]?(?P<label>\d{1,3}|[¹²³⁰⁴-⁹]{1,3})[\])]?[.:]?[ \t\xa0]+(?=\S)")


@dataclass(frozen=True, slots=True)
class FootNote:
    """A note at the foot of a page: its label, its lines by place, the length of its label."""

    label: str
    lines: tuple[int, ...]
    lead: int


def foot_notes(lines: Sequence[PrintedLine], kept: Sequence[int]) -> list[FootNote]:
    """Find notes below the text of each page, whose labels count on and have markers above.

    Args:
        lines: All lines.
        kept: The places of those that are no running heads or page numbers.
    """
    found: list[FootNote] = []
    if not lines or lines[-1].page < 2:
        return found
    last = 0
    for page in _pages(lines, kept):
        notes = _on_page(lines, page, last)
        found += notes
        last = int(notes[-1].label) if notes else last
    return found


def _pages(lines: Sequence[PrintedLine], kept: Sequence[int]) -> Iterator[list[int]]:
    page: list[int] = []
    for nth in kept:
        if page and lines[nth].page != lines[page[0]].page:
            yield page
            page = []
        page.append(nth)
    if page:
        yield page


def _on_page(lines: Sequence[PrintedLine], page: Sequence[int], last: int) -> list[FootNote]:
    """Give the notes of a page: from the first line whose label is due and marked above it."""
    marked: set[str] = set()
    for at, nth in enumerate(page):
        number = _number(lines[nth].text)
        if at and number in (last + 1, 1) and str(number) in marked:
            return _cut(lines, page[at:])
        marked |= {_plain(one.group()) for one in MARKER.finditer(lines[nth].text)}
    return []


def _cut(lines: Sequence[PrintedLine], places: Sequence[int]) -> list[FootNote]:
    starts = [0]
    number = _number(lines[places[0]].text) or 0
    for at, nth in enumerate(places):
        if at and _number(lines[nth].text) == number + 1:
            starts.append(at)
            number += 1
    return [
        _note(lines, places[one:two])
        for one, two in zip(starts, [*starts[1:], len(places)], strict=True)
    ]


def _note(lines: Sequence[PrintedLine], places: Sequence[int]) -> FootNote:
    label = _LABEL.match(lines[places[0]].text)
    assert label is not None
    return FootNote(_plain(label["label"]), tuple(places), label.end())


def _number(text: str) -> int | None:
    label = _LABEL.match(text)
    return int(_plain(label["label"])) if label else None


def _plain(sign: str) -> str:
    return sign.strip("[]() ").translate(RAISED)
