"""Lists of notes at the end of a plain text, told from other numbered lists by their markers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from string import ascii_uppercase

from sayso.sources.parts import Part, Run, text_of

HEADINGS = frozenset(
    """notes note footnotes endnotes references anmerkungen fussnoten fußnoten endnoten notas
    note_s""".split()
) | {"end notes", "foot notes", "notes and references", "notes de bas de page"}
_DECLARED = re.compile(
    r"\[(?:Footnote|Note|Endnote) (?P<word>\w{1,4}|[*†‡§]{1,3}): ?|\[\^(?P<caret>[\w-]{1,30})\]: ?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\[(?P<square>\d{1,4}|[*†‡§]{1,3})\]|\((?P<round>\d{1,4})\)|\^(?P<caret>\d{1,4})"
    r"|(?P<raised>[¹²³⁰⁴-⁹]{1,4})|(?P<series>[A-Z]\d{1,3})[.):]|(?P<stop>\d{1,4})[.):]|(?P<sign>[*†‡§]{1,3})|(?P<bare>\d{1,3}))"
    r"(?P<space>[ \t\u2002-\u200a\xa0]*)(?=\S)"
)
# What may mark a note in the text: a number glued to a word or a stop, or in brackets.
MARKER = re.compile(
    r"(?<=[^\W\d_])\d{1,3}(?![\w.,]\w)|(?<=[.,;:!?”’\"'»)\]])\s?\d{1,3}(?!\w)"
    r"|[\[(][A-Z]?\d{1,3}[\])]|[¹²³⁰⁴-⁹]{1,4}|(?<=\S)[*†‡§]{1,3}"
)
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
"""Raised digits to plain ones."""
CLOSING = 60
"""Code points that a line after the last note may have, as at the end of a book."""
CONTINUED = 4
"""Paragraphs without a label that a note may go on for."""


@dataclass(frozen=True, slots=True)
class _Labelled:
    nth: int
    label: str
    series: str
    number: int | None
    start: int


def with_notes(raw: str, parts: list[Part]) -> list[Part]:
    """Give the parts with those that are notes marked so, each body without its label."""
    texts = [text_of(raw, one) for one in parts]
    if any(_DECLARED.match(text) for text in texts):
        _mark_declared(raw, parts, texts)
    for first, last, headed in _sections(parts, texts):
        labelled = _list(raw, parts, texts, first, last, headed=headed)
        if not labelled or not (headed or _marked(texts[: labelled[0].nth], labelled)):
            continue
        _mark(parts, labelled, last)
        _without_heading(parts, texts, labelled[0].nth)
    return [one for one in parts if one.note is None] + [one for one in parts if one.note]


def _mark_declared(raw: str, parts: Sequence[Part], texts: Sequence[str]) -> None:
    """Make notes of paragraphs that say they are: [Footnote 1: and its words.], [^1]: its words."""
    key, label, left, bracketed = "", "", 0, False
    for nth, text in enumerate(texts):
        declared = _DECLARED.match(text)
        if declared and parts[nth].runs[0].text is None:
            bracketed = declared["word"] is not None
            key, label = f"declared {nth}", declared["word"] or declared["caret"]
            left = CONTINUED + 1 if bracketed else 1
        if not left or not text:
            continue
        part = parts[nth]
        part.role, part.level, part.note, part.label = "note", 0, key, label
        first = part.runs[0]
        if declared and declared.end() <= first.end - first.start:
            cut = first.start + declared.end()
            part.runs[:1] = [replace(first, end=cut), replace(first, start=cut)]
            part.lead = 1
        left = 0 if text.endswith("]") else left - 1
        last = part.runs[-1]
        if bracketed and text.endswith("]") and last.text is None and raw[last.end - 1] == "]":
            part.runs[-1:] = [
                replace(last, end=last.end - 1),
                Run(last.end - 1, last.end, "", "markup"),
            ]


def _without_heading(parts: Sequence[Part], texts: Sequence[str], first: int) -> None:
    """Take a signature before the notes for no heading of them."""
    nth = next((one for one in reversed(range(first)) if texts[one]), None)
    if nth is not None and parts[nth].role == "heading" and not names_notes(texts[nth]):
        parts[nth].role, parts[nth].level = "paragraph", 0


def names_notes(text: str) -> bool:
    """Say whether a paragraph is the heading of a list of notes."""
    return len(text) < 40 and text.strip(" :.[]*#_").lower() in HEADINGS


def _sections(parts: Sequence[Part], texts: Sequence[str]) -> list[tuple[int, int, bool]]:
    """Give where notes may stand: after each heading that says so, else at the end."""
    headed = [nth for nth, text in enumerate(texts) if names_notes(text)]
    found = []
    for nth, limit in pairwise([*headed, len(parts)]):
        end = nth + 1
        while end < limit and parts[end].role != "heading":
            end += 1
        found.append((nth + 1, end, True))
    if found or any(one.note is not None for one in parts):
        return found
    return [(_tail(texts), len(parts), False)]


def _tail(texts: Sequence[str]) -> int:
    """Give where the labelled paragraphs at the end begin, some unlabelled ones between them."""
    first = len(texts)
    unlabelled = 0
    for nth in reversed(range(len(texts))):
        if not texts[nth]:
            continue
        if _LABEL.match(texts[nth]):
            first, unlabelled = nth, 0
        else:
            unlabelled += 1
            closing = first == len(texts) and len(texts[nth]) > CLOSING
            if unlabelled > 2 or closing:
                break
    return first


def _list(
    raw: str,
    parts: Sequence[Part],
    texts: Sequence[str],
    first: int,
    last: int,
    *,
    headed: bool,
) -> list[_Labelled]:
    """Give the notes of a section: labels that count up by one, or begin again."""
    found: list[_Labelled] = []
    for nth in range(first, last):
        if not texts[nth] or parts[nth].note is not None:
            continue
        one = _labelled(raw, parts[nth], texts[nth], nth)
        if one is not None and (_follows(found, one) or (headed and not found)):
            found.append(one)
        elif one is not None and one.number == 1 and found and found[0].number != 1:
            found = [one]
    return found


def _labelled(raw: str, part: Part, text: str, nth: int) -> _Labelled | None:
    label = _LABEL.match(text)
    if label is None or not part.runs or part.runs[0].text is not None:
        return None
    run = part.runs[0]
    if label.end() > run.end - run.start or raw[run.start : run.start + label.end()] != label[0]:
        return None
    if label["bare"] and not label["space"]:
        return None
    sign = next(found for name, found in label.groupdict().items() if found and name != "space")
    sign = sign.translate(RAISED)
    digits = sign.lstrip(ascii_uppercase)
    number = int(digits) if digits.isdigit() else None
    return _Labelled(nth, sign, sign[:1] if digits != sign else "", number, label.end())


def _follows(found: Sequence[_Labelled], one: _Labelled) -> bool:
    if not found or found[-1].series != one.series:
        return one.number is None or one.number <= 1
    before = found[-1].number
    if one.number is None or before is None:
        return one.number is None and before is None
    return one.number in (before + 1, before + 2) or (one.number == 1 and before > 1)


def _marked(body: Sequence[str], labelled: Sequence[_Labelled]) -> bool:
    """Say whether the text has markers for at least half of the labels, in order."""
    found = {
        one.group().strip("[]() ").translate(RAISED)
        for text in body
        for one in MARKER.finditer(text)
    }
    known = sum(one.label in found for one in labelled)
    return known > 0 and 2 * known >= len(labelled)


def _mark(parts: list[Part], labelled: Sequence[_Labelled], last: int) -> None:
    """Make notes of the labelled parts, and of those that go on with one."""
    ends = [one.nth for one in labelled[1:]] + [last]
    for one, end in zip(labelled, ends, strict=True):
        final = one is labelled[-1]
        for nth in range(one.nth, end):
            if nth > one.nth and (final or nth - one.nth > CONTINUED):
                break
            part = parts[nth]
            if not any(run.text is None for run in part.runs):
                continue
            part.role, part.note, part.label = "note", f"{one.nth}", one.label
            part.level = 0
        first = parts[one.nth].runs[0]
        head = Run(first.start, first.start + one.start)
        rest = Run(first.start + one.start, first.end)
        parts[one.nth].runs[:1] = [head, rest]
        parts[one.nth].lead = 1
