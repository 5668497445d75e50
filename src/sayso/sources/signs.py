"""Single signs that a text does not keep as its file has them, and what stands in their place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model import PieceKind
from sayso.sources.parts import Run

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# Signs that show nothing. Joiners that some scripts need, and marks of direction, are kept.
_HIDDEN = "\u200b\u2060\ufeff"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f"
_SINGLE = re.compile(f"[{''.join(_LIGATURES)}\xad{_HIDDEN}{_CONTROLS}]")
# UTF-8 read as Windows-1252: a lead byte and its followers, each seen as a sign of that code page.
_FOLLOW = "\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_MOJIBAKE = re.compile(f"[Â-ß][{_FOLLOW}]|[à-ï][{_FOLLOW}]{{2}}|[ð-ô][{_FOLLOW}]{{3}}")
_PLAUSIBLE = "«»‹›“”‘’„–—… \xa0"
"""Signs that may well follow an accented letter; they prove nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of raw text and what the text has in its place."""

    start: int
    end: int
    text: str
    kind: PieceKind


class Signs:
    """All such signs of a raw text, and stretches to be dropped, looked up by place."""

    def __init__(self, raw: str, dropped: Iterable[tuple[int, int]] = ()) -> None:
        found = [*_singles(raw), *mojibake(raw)]
        found += [Sign(start, end, "", "markup") for start, end in dropped]
        self._all = sorted(found, key=lambda one: one.start)
        self._starts = [one.start for one in self._all]

    def __len__(self) -> int:
        return len(self._all)

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """Give the runs of a stretch of raw text: copies, and signs between them."""
        nth = max(0, bisect_left(self._starts, start) - 1)
        while nth < len(self._all) and self._all[nth].start < end:
            sign = self._all[nth]
            nth += 1
            first, last = max(start, sign.start), min(end, sign.end)
            whole = (first, last) == (sign.start, sign.end)
            if first >= last or (sign.text and not whole):
                continue
            if start < first:
                yield Run(start, first)
            yield Run(first, last, sign.text, sign.kind)
            start = last
        if start < end:
            yield Run(start, end)

    def text(self, raw: str, start: int, end: int) -> str:
        """Give a stretch of raw text as it will stand in the text."""
        runs = self.runs(start, end)
        return "".join(raw[one.start : one.end] if one.text is None else one.text for one in runs)


def _singles(raw: str) -> Iterator[Sign]:
    for one in _SINGLE.finditer(raw):
        exact = one.group()
        kind: PieceKind = "markup"
        if exact in _LIGATURES:
            kind = "ligature"
        elif exact == "\xad":
            kind = "soft_hyphen"
        yield Sign(one.start(), one.end(), _LIGATURES.get(exact, ""), kind)


def mojibake(raw: str) -> Sequence[Sign]:
    """Find UTF-8 that was read as Windows-1252 once, with the signs it was meant to be.

    Two signs that may also be a letter before a quotation mark are taken for damage only where
    the text shows damage that can be nothing else.
    """
    if "Ã" not in raw and "â" not in raw and "Â" not in raw:
        return ()
    found = []
    proof = False
    for one in _MOJIBAKE.finditer(raw):
        meant = _meant(one.group())
        if meant is None:
            continue
        doubtful = one.group()[-1] in _PLAUSIBLE and len(one.group()) == 2
        proof = proof or (not doubtful and one.group()[0] in "ÂÃâÅÐÑ")
        found.append((one, meant))
    if not proof:
        return ()
    return [Sign(one.start(), one.end(), meant, "mojibake") for one, meant in found]


def _meant(exact: str) -> str | None:
    given = bytearray()
    for sign in exact:
        try:
            given += sign.encode("cp1252")
        except UnicodeEncodeError:
            if ord(sign) > 0xFF:
                return None
            given.append(ord(sign))
    try:
        meant = given.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return meant if meant.isprintable() or meant == "\xa0" else None
