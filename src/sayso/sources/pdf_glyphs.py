"""The characters of a PDF page as the engine places them.

Distances are points; x grows to the right and y downwards from the top left of the page as it is
shown. Characters that the engine invents (spaces, line ends) are left out: `pdf_lines` sees gaps.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

MOST = 100_000
"""Characters of one page; a page with more is taken for damage."""
OBLIQUE = 4
"""The turn of text that runs neither along nor across the page, such as a watermark."""
Box: TypeAlias = tuple[float, float, float, float]

_HYPHENS = (0x02, 0xFFFE)  # what the engine makes of a hyphen at a line's end
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18
_BOLD_WEIGHT = 600
_NAME_SIZE = 200


@dataclass(slots=True)
class Glyph:
    """A character: origin on the baseline, edges, size of its type, and how it is set."""

    sign: str
    x: float
    right: float
    base: float
    size: float
    top: float
    bottom: float
    italic: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size, the glyphs of most of its text, and those of any other direction.

    `turn` counts quarter turns clockwise of most of the text; `glyphs` lie as if it were 0, and
    `shown` gives their boxes back; `aside` lie as shown. Both come in the order of the file.
    """

    width: float
    height: float
    turn: int
    glyphs: list[Glyph]
    aside: list[Glyph]


class TooManyError(ValueError):
    """The page has more characters than any real page."""


def shown(box: Box, turn: int, width: float, height: float) -> Box:
    """Give the box of turned text on its page of that size, as it is shown."""
    size = (height, width) if turn % 2 else (width, height)
    return _turned(box, -turn, *size) if turn else box


def sheet(page: Any) -> Sheet:
    """Read the characters of a page of the engine.

    Raises:
        TooManyError: It has more than `MOST`.
    """
    textpage = page.get_textpage()
    try:
        return _Reading(page, textpage).sheet()
    finally:
        textpage.close()


@dataclass(frozen=True, slots=True)
class _Type:
    """What the characters of one text object share."""

    size: float
    turn: int
    italic: bool
    bold: bool


class _Reading:
    def __init__(self, page: Any, textpage: Any) -> None:
        import pypdfium2.raw as engine

        self.engine = engine
        self.raw = textpage.raw
        self.count = max(0, textpage.count_chars())
        if self.count > MOST:
            raise TooManyError(f"{self.count} characters")
        self.left, self.bottom, self.right, self.top = page.get_bbox()
        self.rotation = page.get_rotation() // 90 % 4
        self.types: dict[int, _Type] = {}
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.box, self.matrix = engine.FS_RECTF(), engine.FS_MATRIX()

    def sheet(self) -> Sheet:
        width, height = self.right - self.left, self.top - self.bottom
        if self.rotation % 2:
            width, height = height, width
        by_turn: list[list[Glyph]] = [[], [], [], [], []]
        lead = ""
        for at in range(self.count):
            sign, lead = self._sign(at, lead)
            type_ = self._type(at) if sign else None
            if type_ is not None:
                glyph = self._glyph(at, sign, type_, width, height)
                if glyph is not None:
                    by_turn[type_.turn].append(glyph)
        most = max(range(4), key=lambda turn: (len(by_turn[turn]), -turn))
        aside = [
            _back(one, turn, width, height)
            for turn in range(5)
            if turn != most
            for one in by_turn[turn]
        ]
        return Sheet(width, height, most, by_turn[most], aside)

    def _sign(self, at: int, lead: str) -> tuple[str, str]:
        """Give the character, or the first half of a pair that the next one ends."""
        code = self.engine.FPDFText_GetUnicode(self.raw, at)
        if code in _HYPHENS:
            return "-", ""
        if code < 0x20 or 0x7F <= code < 0xA0 or code > 0x10FFFF:
            return "", ""
        if self.engine.FPDFText_IsGenerated(self.raw, at) == 1:
            return "", ""
        if 0xD800 <= code < 0xDC00:
            return "", chr(code)
        if 0xDC00 <= code < 0xE000:
            if not lead:
                return "\ufffd", ""
            return chr(0x10000 + ((ord(lead) - 0xD800) << 10) + code - 0xDC00), ""
        return chr(code), ""

    def _type(self, at: int) -> _Type | None:
        found = self.engine.FPDFText_GetTextObject(self.raw, at)
        place = ctypes.addressof(found.contents) if found else -1 - at
        if place not in self.types:
            matrix = self.matrix
            if not self.engine.FPDFText_GetMatrix(self.raw, at, matrix):
                matrix.a, matrix.b, matrix.c, matrix.d = 1.0, 0.0, 0.0, 1.0
            # The engine's size is the nominal one; without the scale, superscripts are missed.
            scale = math.hypot(matrix.c, matrix.d)
            size = self.engine.FPDFText_GetFontSize(self.raw, at) * scale
            italic, bold = self._style(found)
            italic = italic or (abs(matrix.c) > 0.15 * scale and abs(matrix.b) < 0.01 * scale)
            turn = _quarter(matrix.a, matrix.b)
            turn = turn if turn == OBLIQUE else (turn + self.rotation) % 4
            self.types[place] = _Type(size, turn, italic, bold)
        type_ = self.types[place]
        return type_ if 0.5 < type_.size < 2000 else None

    def _style(self, found: Any) -> tuple[bool, bool]:
        """Say whether the font of a text object is italic, and whether it is bold."""
        font = self.engine.FPDFTextObj_GetFont(found) if found else None
        if not font:
            return False, False
        place = ctypes.addressof(font.contents)
        if place not in self.fonts:
            flags = max(0, self.engine.FPDFFont_GetFlags(font))
            name = ctypes.create_string_buffer(_NAME_SIZE)
            self.engine.FPDFFont_GetBaseFontName(font, name, _NAME_SIZE)
            words = name.value.decode("latin-1").casefold()
            italic = bool(flags & _ITALIC_FLAG) or "italic" in words or "oblique" in words
            bold = bool(flags & _FORCE_BOLD_FLAG) or "bold" in words or "black" in words
            bold = bold or self.engine.FPDFFont_GetWeight(font) >= _BOLD_WEIGHT
            self.fonts[place] = italic, bold
        return self.fonts[place]

    def _glyph(self, at: int, sign: str, type_: _Type, width: float, height: float) -> Glyph | None:
        self.engine.FPDFText_GetCharOrigin(self.raw, at, self.x, self.y)
        self.engine.FPDFText_GetLooseCharBox(self.raw, at, self.box)
        x, base = self.x.value, self.y.value
        numbers = (x, base, self.box.left, self.box.top, self.box.right, self.box.bottom)
        if not all(map(math.isfinite, numbers)) or max(map(abs, numbers)) > 1e6:
            return None
        origin_x, base = self._shown(x, base)
        left, top = self._shown(self.box.left, self.box.top)
        right, bottom = self._shown(self.box.right, self.box.bottom)
        turn = type_.turn % OBLIQUE
        if turn or self.rotation:
            origin_x, base = _turned((origin_x, base, origin_x, base), turn, width, height)[:2]
            box = _turned((left, top, right, bottom), turn, width, height)
            left, top, right, bottom = box
        size = type_.size
        # Broken fonts declare boxes of any height; the size of the type is what a reader sees.
        return Glyph(
            sign,
            origin_x,
            min(max(right, origin_x), origin_x + 2 * size),
            base,
            size,
            min(max(top, base - 1.2 * size), base),
            max(min(bottom, base + 0.5 * size), base),
            type_.italic,
            type_.bold,
        )

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """Give the place on the page as shown, from its top left."""
        if self.rotation == 1:
            return y - self.bottom, x - self.left
        if self.rotation == 2:
            return self.right - x, y - self.bottom
        if self.rotation == 3:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def _quarter(a: float, b: float) -> int:
    """Give the quarter turns clockwise of text whose first axis is (a, b), y upwards."""
    if abs(b) < 0.2 * abs(a):
        return 0 if a > 0 else 2
    if abs(a) < 0.2 * abs(b):
        return 1 if b < 0 else 3
    return OBLIQUE


def _back(glyph: Glyph, turn: int, width: float, height: float) -> Glyph:
    """Put a glyph that was turned level back to where it is shown."""
    if turn in (0, OBLIQUE):
        return glyph
    box = shown((glyph.x, glyph.top, glyph.right, glyph.bottom), turn, width, height)
    return replace(glyph, x=box[0], top=box[1], right=box[2], bottom=box[3], base=box[3])


def _turned(box: Box, turn: int, width: float, height: float) -> Box:
    """Turn a box back by quarter turns clockwise of a page of that size, so that text is level."""
    left, top, right, bottom = box
    turn %= 4
    if turn == 1:
        left, top, right, bottom = top, width - right, bottom, width - left
    elif turn == 2:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif turn == 3:
        left, top, right, bottom = height - bottom, left, height - top, right
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)
