"""Where a quotation stands: the words before and after it in its sentence, and its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso import marks, sentences
from sayso.marks import Pair
from sayso.model import Document
from sayso.readers.tokens import Token, tokens

_LEFT = 400
_RIGHT = 260
_INNER = 500
_ENDED = re.compile(r"[.!?…][”’\"'»)\]\s\d]*\Z")
_MARKER_TEXT = re.compile(r"[\s.,;:]*(?:\[?\d{1,3}\]?|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,2})?[\s.,;]*\Z")
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(slots=True, eq=False)
class Setting:
    """A pair of marks with what stands around it.

    `left` and `right` are the words of its sentence before and after it, without those of other
    quotations. `stretches` are the spans of the quoted words; marks repeated inside part them.
    `before` is the sentence before where the quotation stands alone, `follows` says that another
    quotation ends right before this one, `alone` that its sentence holds nothing else. `inner` is
    the beginning of what is quoted, `words` its words, `last` the last quotation inside it so
    far, `in_note` whether it stands in a note or a list of references.
    """

    pair: Pair
    start: int
    end: int
    left: list[Token]
    right: list[Token]
    before: list[Token]
    sentence: int
    paragraph: int
    follows: bool
    alone: bool
    crossed: bool
    inner: str
    last_sign: str
    words: list[str]
    in_note: bool
    outer: Setting | None = None
    last: Setting | None = None

    @property
    def first_sign(self) -> str:
        """The first letter or digit inside the marks."""
        found = re.search(r"\w", self.inner[:60])
        return found.group() if found else ""


class Ground:
    """A document's pairs of marks and sentences, and the settings made from them."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.paragraphs = document.paragraphs
        if document.blocks:
            self.paragraphs = tuple((one.start, one.end) for one in document.blocks)
        joined = [
            one.end
            for one in document.pieces
            if one.kind in ("join", "space", "join_hyphen")
            and self.text[one.end : one.end + 1] in marks_that_open
        ]
        self.pairs = marks.read(self.text, paragraphs=self.paragraphs, line_starts=joined).pairs
        self.paragraphs = tuple(_parted(self.text, self.paragraphs))
        self._window: tuple[int, int, list[Token]] = (0, 0, [])
        self._notes = sorted(
            (one.start, one.end) for one in document.blocks if one.role in ("note", "reference")
        )
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences of the document."""
        return sentences.split(self.text, self.paragraphs)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def sentence_at(self, offset: int) -> int:
        """Give the index of the sentence that an offset lies in or comes after."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Give the index of the paragraph that an offset lies in or comes after."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def _tokens(self, start: int, end: int) -> list[Token]:
        """Cut a window into words; what the window before shares with it is not cut again.

        A window ends at a mark or at the end of a sentence, and so never inside a word.
        """
        low, high, found = self._window
        if not (low <= start <= high <= end):
            found = tokens(self.text, start, end)
        else:
            kept = found[bisect_left(found, start, key=lambda one: one.start) :]
            found = kept + tokens(self.text, max(start, high), end)
        self._window = (start, end, found)
        return found[:]

    def _in_note(self, offset: int) -> bool:
        nth = bisect_right(self._notes, (offset, len(self.text))) - 1
        return nth >= 0 and offset < self._notes[nth][1]

    def settings(self) -> Iterator[Setting]:
        """Give the setting of each pair, in the order of the opening marks."""
        around: list[Setting] = []
        last: Setting | None = None
        for nth, pair in enumerate(self.pairs):
            while around and around[-1].pair.end <= pair.open_at:
                around.pop()
            outer = around[-1] if around else None
            one = self._setting(nth, pair, outer, outer.last if outer else last)
            if outer:
                outer.last = one
            else:
                last = one
            around.append(one)
            yield one

    def _setting(
        self, nth: int, pair: Pair, outer: Setting | None, previous: Setting | None
    ) -> Setting:
        start, end = pair.inner
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        left, left_start = self._left(pair, outer, previous)
        crossed = False
        before: list[Token] = []
        place = self.sentence_at(pair.open_at)
        if not left and left_start > 0 and not self._is_run_into(previous, left_start):
            low = outer.start if outer else 0
            earlier = self._sentence_before(left_start, low)
            if earlier is not None:
                lead = self._tokens(max(earlier[0], earlier[1] - _LEFT), earlier[1])
                if _ENDED.search(self.text[max(earlier[0], earlier[1] - 12) : earlier[1]]):
                    before = lead
                else:
                    left, crossed = lead, True
        follows = previous is not None and bool(
            _MARKER_TEXT.match(self.text[previous.pair.end : pair.open_at][:40])
        ) and pair.open_at - previous.pair.end < 40  # fmt: skip
        right = self._right(nth, pair, outer)
        alone = (not left or crossed) and not any(
            one.word and not one.text.isdigit() for one in right
        )
        return Setting(
            pair, start, end, left, right, before, place, self.paragraph_at(pair.open_at),
            follows, alone, crossed, self.text[start : min(end, start + _INNER)],
            self.text[max(start, end - 1) : end],
            _WORD.findall(self.text, start, min(end, start + _INNER)),
            self._in_note(pair.open_at), outer,
        )  # fmt: skip

    def _is_run_into(self, previous: Setting | None, offset: int) -> bool:
        """Say whether the sentence before begins inside the quotation before, or is all of it."""
        if previous is None:
            return False
        place = bisect_left(self._starts, offset) - 1
        start = self.sentences[place][0] if place >= 0 else 0
        return previous.pair.open_at <= start < previous.pair.end

    def _sentence_before(self, offset: int, low: int) -> tuple[int, int] | None:
        place = bisect_left(self._starts, offset) - 1
        if place < 0 or self.sentences[place][0] < low or self.sentences[place][1] > offset:
            return None
        return self.sentences[place]

    def _left(
        self, pair: Pair, outer: Setting | None, previous: Setting | None
    ) -> tuple[list[Token], int]:
        """Give the words from the start of the sentence, leaving out the quotation before."""
        start = self.sentences[self.sentence_at(pair.open_at)][0] if self.text else 0
        start = max(start, outer.start if outer else 0, pair.open_at - _LEFT)
        if previous is None or previous.pair.end <= start or previous.pair.open_at >= pair.open_at:
            return self._tokens(start, pair.open_at), start
        lead: list[Token] = []
        if previous.sentence == self.sentence_at(previous.pair.end - 1) or not previous.crossed:
            lead = previous.left if not previous.crossed else []
        rest = self._tokens(previous.pair.end, pair.open_at)
        return [*lead[-60:], *rest], start

    def _right(self, nth: int, pair: Pair, outer: Setting | None) -> list[Token]:
        """Give the words up to the end of the sentence or the next quotation."""
        limit = min(len(self.text), pair.end + _RIGHT, outer.end if outer else len(self.text))
        after = nth + 1
        while after < len(self.pairs) and self.pairs[after].open_at < pair.end:
            after += 1
        if after < len(self.pairs):
            limit = min(limit, self.pairs[after].open_at)
        place = self.sentence_at(max(pair.end - 1, 0))
        end = self.sentences[place][1]
        asked = self.text[max(pair.close_at - 1, 0) : pair.close_at] in "?!—–-…"
        dash = self.text[pair.end : pair.end + 3].strip()[:1] in tuple("—–-")
        if end <= pair.end + 4 and (asked or dash) and place + 1 < len(self.sentences):
            following = self.sentences[place + 1]
            if self.paragraph_at(following[0]) == self.paragraph_at(pair.end - 1):
                end = max(end, following[1])
        limit = min(limit, max(end, pair.end))
        return tokens(self.text, pair.end, limit)


def _parted(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut paragraphs at blank lines."""
    for start, end in sorted(paragraphs):
        begin = start
        for blank in _BLANK.finditer(text, start, end):
            if blank.start() > begin:
                yield begin, blank.start()
            begin = blank.end()
        if end > begin:
            yield begin, end


marks_that_open = tuple("“„‟\"«»‘‚'`「『〝")


def cut_at(text: str, pair: Pair) -> Sequence[tuple[int, int]]:
    """Give the stretches of quoted words, parted where the mark is repeated on a new line."""
    start, end = pair.inner
    bounds = [start]
    for at in pair.reopened:
        bounds += [at, at + len(pair.sign)]
    bounds.append(end)
    found = []
    for low, high in zip(bounds[::2], bounds[1::2], strict=True):
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if high > low:
            found.append((low, high))
    return found
