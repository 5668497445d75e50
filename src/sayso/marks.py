"""Pair the quotation marks of a text, in any style, and name the misused ones.

A single closing mark and an apostrophe are one sign; a straight mark opens and closes alike; old
prints repeat the mark on every line, and every continued paragraph opens it again. The reader of
quotations and the check of marks both rest on this module. Time grows with the text's length only.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Style = Literal["double", "single", "guillemet", "single guillemet", "corner", "white corner"]
FaultKind = Literal[
    "opening mark where a closing one belongs",
    "closing mark where an opening one belongs",
    "never closed",
    "never opened",
    "same marks nested",
]

CARRY = 6000
"""Code points over which an opening mark may wait for its closing one across paragraphs."""
DEPTH = 12
"""Quotations within quotations beyond this depth are taken for damage."""

_SIGNS: dict[Style, tuple[str, ...]] = {
    "double": ("“", "”", "„", "‟", '"', "＂", "〝", "〞", "〟", "``", "''", ",,"),
    "single": ("‘", "’", "‚", "‛", "'", "`"),
    "guillemet": ("«", "»"),
    "single guillemet": ("‹", "›"),
    "corner": ("「", "」"),
    "white corner": ("『", "』"),
}
_STYLES: dict[str, Style] = {sign: style for style, signs in _SIGNS.items() for sign in signs}

_RUN = r"([“”„«»‹›‘’‚'`\"])\1{3,}"
_MARK = re.compile(
    rf"{_RUN}|"
    r"``|''|,,(?=[^\W\d_])|[“”„‟«»‹›‚‛「」『』〝〞〟＂\"]|(?<![^\W_])['’‘`]|['’‘`](?![^\W_])"
)
_ELISION = re.compile(
    r"\d\d(?!\d)|(?:t(?:isn?|wasn?|weren?|will|wouldn?|ween)|em|til|till|cause|bout|n|neath|gainst|pon"
    r"|midst|round|scuse|fraid|s|prentices?|pothecar(?:y|ies)|twixt|nuff|coz|cos|ud)\b",
    re.IGNORECASE,
)
_AFTER_CLOSING = re.compile(r"\s|$|[.,;:!?)\]…—–]")
_MARKER_AFTER = re.compile(r"\d{1,3}(?=\s*$|\s*\n|\s+[^\W\d_a-z]|\s*[.,;:)])")
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
OPENERS = "“„‟\"«»‘‚'`「『〝"
_BEFORE_OPENING = "([{—–-/“‘„‚«‹»›「『\"'`¿¡"


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark with its closing one; offsets are code points.

    `open_at` and `close_at` are the first code points of the two marks, `end` is after the closing
    one; the quoted words with their marks are `text[open_at:end]`. Where `closed` is False the
    closing mark is missing and `close_at == end` is where the quotation is taken to end. `sign` is
    the opening mark as it stands, `level` counts the pairs around this one, `reopened` holds the
    marks repeated at the start of lines or paragraphs inside it.
    """

    open_at: int
    close_at: int
    end: int
    sign: str
    style: Style
    level: int = 0
    closed: bool = True
    reopened: tuple[int, ...] = ()

    @property
    def inner(self) -> tuple[int, int]:
        """The offsets of the words between the two marks."""
        return self.open_at + len(self.sign), self.close_at


@dataclass(frozen=True, slots=True)
class Fault:
    """A misused mark: where it stands, what is wrong with it, and the same in a sentence."""

    at: int
    kind: FaultKind
    message: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The pairs of a text in the order of their opening marks, and its misused marks."""

    pairs: tuple[Pair, ...]
    faults: tuple[Fault, ...]


def read(
    text: str, *, paragraphs: Iterable[tuple[int, int]] = (), line_starts: Iterable[int] = ()
) -> Marks:
    """Pair all quotation marks.

    Args:
        text: The text.
        paragraphs: Its paragraphs; blank lines part paragraphs besides.
        line_starts: Offsets where a printed line began that has since been joined to the one
            before; a mark repeated there belongs to the quotation that is open already.

    >>> [text[p.open_at : p.end] for text in ["the workers’ ‘left’ wing"] for p in read(text).pairs]
    ['‘left’']
    """
    return _Pairing(text, paragraphs, line_starts).run()


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its closing one."""

    at: int
    sign: str
    style: Style
    carried: bool = False
    seen: int = 0
    reopened: list[int] = field(default_factory=list)
    nested: list[int] = field(default_factory=list)


class _Pairing:
    """One pass over the marks of a text with a stack of those that are open."""

    def __init__(
        self, text: str, paragraphs: Iterable[tuple[int, int]], line_starts: Iterable[int]
    ) -> None:
        self.text = text
        # Four and more of one sign in a row are a rule or damage, no marks.
        self.marks = [
            (one.start(), one.group()) for one in _MARK.finditer(text) if not one.group(1)
        ]
        self.breaks = _breaks(text, paragraphs) if self.marks else []
        self.starts_lines = _running(text, line_starts) if self.marks else set()
        self.stack: list[_Open] = []
        self.pairs: list[Pair] = []
        self.faults: list[Fault] = []
        self.next_double, self.next_single_close = self._ahead()
        self.outward = _outward(text, self.marks)

    def run(self) -> Marks:
        """Go through marks and paragraph breaks in order."""
        nth_break = 0
        for nth, (at, sign) in enumerate(self.marks):
            while nth_break < len(self.breaks) and self.breaks[nth_break][1] <= at:
                self._break(nth, *self.breaks[nth_break])
                nth_break += 1
            self._mark(nth, at, sign)
        while nth_break < len(self.breaks) and self.stack:
            self._break(len(self.marks), *self.breaks[nth_break])
            nth_break += 1
        while self.stack:
            self._give_up(self.stack.pop(), len(self.text))
        return Marks(_levelled(self.pairs), tuple(sorted(self.faults, key=lambda one: one.at)))

    # what stands around a mark

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at else "\n"

    def _after(self, at: int) -> str:
        return self.text[at] if at < len(self.text) else "\n"

    def _opens_by_place(self, at: int, sign: str) -> bool:
        before, after = self._before(at), self._after(at + len(sign))
        return (before.isspace() or before in _BEFORE_OPENING) and not (
            after.isspace() or after in ".,;:!?)]…"
        )

    def _closes_by_place(self, at: int, sign: str) -> bool:
        end = at + len(sign)
        if _AFTER_CLOSING.match(self.text, end):
            return True
        return bool(_MARKER_AFTER.match(self.text, end)) and (
            self._before(at).isspace() or self._before(at) in ".,;!?"
        )

    def _ahead(self) -> tuple[list[int], list[int]]:
        """For each mark: the index of the next double one, and of the next single that can close.

        One more entry at the end stands for the end of the text.
        """
        size = len(self.marks)
        double, single = [size] * (size + 1), [size] * (size + 1)
        for nth in range(size - 1, -1, -1):
            double[nth], single[nth] = double[nth + 1], single[nth + 1]
            at, sign = self.marks[nth]
            if _STYLES[sign] == "double":
                double[nth] = nth
            elif sign in "'’" and not self._before(at).isspace():
                single[nth] = nth
        return double, single

    def _paragraph_end(self, at: int) -> int:
        nth = bisect_right(self.breaks, (at, len(self.text)))
        return self.breaks[nth][0] if nth < len(self.breaks) else len(self.text)

    # one mark

    def _mark(self, nth: int, at: int, sign: str) -> None:
        style = _STYLES[sign]
        top = next((one for one in reversed(self.stack) if one.style == style), None)
        if top and sign == top.sign and self._is_reopened(top, at):
            top.reopened.append(at)
            top.carried = False
            top.seen = self._paragraph_end(at)
            return
        if style == "single":
            self._single(nth, at, sign, top)
        elif style in ("guillemet", "single guillemet"):
            opens = (sign in "»›") == self.outward
            self._open(at, sign, style) if opens else self._close(at, sign, top)
        elif style != "double":
            self._open(at, sign, style) if sign in "「『" else self._close(at, sign, top)
        else:
            self._double(at, sign, top)

    def _is_reopened(self, top: _Open, at: int) -> bool:
        if at in self.starts_lines:
            return True
        place = bisect_right(self.breaks, (at, len(self.text))) - 1
        begins = place >= 0 and not self.text[self.breaks[place][1] : at].strip(OPENERS)
        return top.carried and begins and at > top.at

    def _double(self, at: int, sign: str, top: _Open | None) -> None:
        if sign in ("„", "‟", "``", ",,", "〝"):
            self._open(at, sign, "double")
        elif sign == "“":
            if top and top.sign in ("„", ",,"):
                self._close(at, sign, top)
            elif top and self._closes_by_place(at, sign):
                self._fault(at, "opening mark where a closing one belongs")
                self._close(at, sign, top)
            else:
                self._open(at, sign, "double")
        elif sign in ('"', "＂"):
            self._straight(at, sign, top)
        elif top:
            self._close(at, sign, top)
        elif sign == "”" and self._opens_by_place(at, sign):
            if "“" in self.text:
                self._fault(at, "closing mark where an opening one belongs")
            self._open(at, sign, "double")
        else:
            self._close(at, sign, None)

    def _straight(self, at: int, sign: str, top: _Open | None) -> None:
        before, after = self._before(at), self._after(at + 1)
        if top:
            if self._opens_by_place(at, sign) and before.isspace():
                self._open(at, sign, "double")
            else:
                self._close(at, sign, top)
        elif not after.isspace() and not (before.isalnum() and after in ".,;:!?)"):
            if not before.isdigit():
                self._open(at, sign, "double")
        elif not before.isspace() and not before.isdigit():
            self._close(at, sign, None)

    def _single(self, nth: int, at: int, sign: str, top: _Open | None) -> None:
        if self.text.startswith(("n'", "n’"), at + 1):  # rock 'n' roll
            return
        elided = bool(_ELISION.match(self.text, at + 1))
        if sign in "‚‛‘" and top and top.sign == "‚" and sign == "‘":
            self._close(at, sign, top)
        elif sign in "‘‛‚":
            if (
                not (elided and not self._closes_soon(nth, at))
                and not self._after(at + 1).isspace()
            ):
                self._open(at, sign, "single")
        elif sign in "'`" and self._opens_by_place(at, sign):
            if sign == "'" and elided and not self._closes_soon(nth, at):
                return
            if self._closes_soon(nth, at):
                self._open(at, sign, "single")
        elif (
            top
            and sign != "`"
            and not self._before(at).isspace()
            and not self._is_possessive(nth, at)
        ):
            self._close(at, sign, top)

    def _closes_soon(self, nth: int, at: int) -> bool:
        """Say whether a sign that can close a single quotation follows in the same paragraph."""
        ahead = self.next_single_close[nth + 1]
        if ahead >= len(self.marks):
            return False
        close_at = self.marks[ahead][0]
        near = close_at < self._paragraph_end(at) and close_at - at < CARRY
        # An elided word ('em, '20s) and a possessive after it are no pair.
        return near and not (self.text[close_at - 1] in "sS" and _ELISION.match(self.text, at + 1))

    def _is_possessive(self, nth: int, at: int) -> bool:
        """Say whether a mark after s is a plural's apostrophe: another one can close later."""
        if self.text[at - 1] not in "sS" or not re.match(r" [a-z]", self.text[at + 1 : at + 3]):
            return False
        ahead = self.next_single_close[nth + 1]
        if ahead >= len(self.marks):
            return False
        later = self.marks[ahead][0]
        if later >= self._paragraph_end(at) or later - at > CARRY // 10:
            return False
        between = [sign for _, sign in self.marks[nth + 1 : ahead][:DEPTH]]
        return not any(sign in "‘‛'`" or _STYLES[sign] == "double" for sign in between)

    # the stack

    def _open(self, at: int, sign: str, style: Style) -> None:
        top = next((one for one in reversed(self.stack) if one.style == style), None)
        if top and top.carried and style == "double":
            while self.stack and self.stack[-1] is not top:
                self._give_up(self.stack.pop(), at)
            self._give_up(self.stack.pop(), top.seen)
        if len(self.stack) >= DEPTH:
            self._give_up(self.stack.pop(0), at)
        self.stack.append(_Open(at, sign, style, seen=self._paragraph_end(at)))

    def _close(self, at: int, sign: str, top: _Open | None) -> None:
        if top is None:
            if _STYLES[sign] != "single":
                self._fault(at, "never opened")
            return
        while self.stack[-1] is not top:
            self._give_up(self.stack.pop(), at)
        self.stack.pop()
        around = next((one for one in reversed(self.stack) if one.style == top.style), None)
        if around and around.sign == top.sign:
            around.nested.append(top.at)
        for inner in top.nested:
            self._fault(inner, "same marks nested")
        reopened = tuple(top.reopened)
        end = at + len(sign)
        self.pairs.append(Pair(top.at, at, end, top.sign, top.style, 0, True, reopened))

    def _break(self, nth: int, start: int, end: int) -> None:
        """End a paragraph: carry what the next one continues, give up the rest."""
        kept: list[_Open] = []
        for one in self.stack:
            if self._continues(one, nth, end):
                one.carried = True
                kept.append(one)
            else:
                self._give_up(one, start)
        self.stack = kept

    def _continues(self, one: _Open, nth: int, end: int) -> bool:
        if self.text.startswith(one.sign, end):
            return True
        if one.sign in "\"“„‘'«" and self.text[end : end + 1] in ("“", "‘") and one.reopened:
            return True
        ahead = self.next_double[min(nth, len(self.marks))]
        if one.style != "double" or ahead >= len(self.marks):
            return False
        at, sign = self.marks[ahead]
        if at - one.at > CARRY:
            return False
        if sign in ('"', "＂"):
            return one.sign == sign and self._closes_by_place(at, sign)
        if sign == "“":
            return one.sign == "„" or self._closes_by_place(at, sign)
        return sign in ("”", "''", "〞", "〟")

    def _give_up(self, one: _Open, end: int) -> None:
        """Record a mark that is never closed; a lone straight or curly single is an apostrophe."""
        if one.style == "single" and one.sign != "‘":
            return
        self._fault(one.at, "never closed")
        if one.style == "single":
            return
        end = min(end, max(one.seen, one.at + len(one.sign)))
        end = min([end, *one.nested])
        while end > one.at + len(one.sign) and self.text[end - 1].isspace():
            end -= 1
        reopened = tuple(at for at in one.reopened if at < end)
        self.pairs.append(Pair(one.at, end, end, one.sign, one.style, 0, False, reopened))

    def _fault(self, at: int, kind: FaultKind) -> None:
        start = max(0, at - 25)
        words = " ".join(self.text[start : at + 25].split())
        self.faults.append(Fault(at, kind, _MESSAGES[kind].format(words=words)))


_MESSAGES: dict[FaultKind, str] = {
    "opening mark where a closing one belongs": (
        "An opening mark stands where a closing one belongs: … {words} …"
    ),
    "closing mark where an opening one belongs": (
        "A closing mark stands where an opening one belongs: … {words} …"
    ),
    "never closed": "A quotation is opened here and never closed: … {words} …",
    "never opened": "A quotation is closed here that was never opened: … {words} …",
    "same marks nested": (
        "A quotation inside a quotation has the same marks as the one around it: … {words} …"
    ),
}


def _breaks(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the gaps between paragraphs: (end of one, start of the next).

    A gap before a small letter is none: the sentence goes on, whatever the layout says.
    """
    found = {one.start(): one.end() for one in _BLANK.finditer(text)}
    bounds = sorted(paragraphs)
    for (_, end), (start, _) in itertools.pairwise(bounds):
        found.setdefault(min(end, start), start)
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found.items()):
        while end < len(text) and text[end].isspace():
            end += 1
        if merged and start < merged[-1][1]:
            continue
        if end < len(text) and not text[end].islower():
            merged.append((start, end))
    return merged


def _running(text: str, line_starts: Iterable[int]) -> set[int]:
    """Give the marks that begin a line whose neighbour begins with the same mark."""
    starts = {one.end() for one in re.finditer(r"(?m)^[ \t]*", text)}
    lines = sorted(one for one in starts.union(line_starts) if one < len(text))
    signs = [text[one] if text[one] in OPENERS else "" for one in lines]
    return {
        at
        for nth, at in enumerate(lines)
        if signs[nth]
        and (
            (nth > 0 and signs[nth - 1] == signs[nth])
            or (nth + 1 < len(lines) and signs[nth + 1] == signs[nth])
        )
    }


def _outward(text: str, marks: Sequence[tuple[int, str]]) -> bool:
    """Say whether the text sets »so« rather than «so»: by more marks that touch the word after."""
    balance = 0
    for at, sign in marks:
        if sign in "«»‹›" and (at == 0 or not text[at - 1].isalnum()):
            after = text[at + 1 : at + 2]
            if after.isalnum():
                balance += 1 if sign in "»›" else -1
    return balance > 0


def _levelled(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Sort the pairs and count those around each."""
    ends: list[int] = []
    found = []
    for one in sorted(pairs, key=lambda pair: (pair.open_at, -pair.end)):
        while ends and ends[-1] <= one.open_at:
            ends.pop()
        level = len(ends)
        found.append(
            one if not level else Pair(
                one.open_at, one.close_at, one.end, one.sign, one.style, level, one.closed,
                one.reopened,
            )
        )  # fmt: skip
        ends.append(one.end)
    return tuple(found)


def at_or_after(pairs: Sequence[Pair], offset: int) -> int:
    """Give the index of the first pair that opens at or after an offset."""
    return bisect_left(pairs, offset, key=lambda one: one.open_at)
