"""Texts as letters: what is left of a text once spacing, marks, case and hyphens are gone."""

from __future__ import annotations

import itertools
import unicodedata
from functools import cache

import numpy as np
import numpy.typing as npt

from sayso.reuse.compiled import compiled

U16 = npt.NDArray[np.uint16]
U32 = npt.NDArray[np.uint32]
I64 = npt.NDArray[np.int64]
U8 = npt.NDArray[np.uint8]

# The bit of a position that says: a word begins here.
WORD = np.uint32(1 << 31)


_IDEOGRAPHS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))


@cache
def fold_table() -> U16:
    """Give the letter code of each code point of the basic plane; 0 for what is no letter or digit.

    Case, accents, ligatures' tails and long s vanish, and u/v, i/j stay apart. One code point gives
    one letter in any script, so that Chinese or Arabic is read as well as Latin.
    """
    table = np.zeros(65536, np.uint16)
    # Ideographs stand for themselves, Hangul syllables for their first sound: most of the plane,
    # and slow to ask for one by one.
    for low, high in _IDEOGRAPHS:
        table[low:high] = np.arange(low, high)
    table[0xAC00:0xD7A4] = 0x1100 + np.arange(0xD7A4 - 0xAC00) // 588
    for code in itertools.chain(range(0x3400), range(0xA000, 0xAC00), range(0xD7B0, 65536)):
        if not chr(code).isalnum():
            continue
        plain = unicodedata.normalize("NFKD", chr(code)).casefold()
        first = next((sign for sign in plain if sign.isalnum()), None)
        if first is not None and ord(first) < 65536:
            table[code] = ord(first)
    table[0x17F] = ord("s")
    return table


@cache
def joined_table() -> U16:
    """Give the table that also takes v for u and j and y for i, for texts before about 1700."""
    table = fold_table().copy()
    for old, new in (("v", "u"), ("j", "i"), ("y", "i")):
        table[table == ord(old)] = ord(new)
    return table


@compiled
def normalise(
    data: U8, offsets: I64, first: int, last: int, fold: U16, letters: U16, places: U32,
    starts: I64, base: int,
) -> int:  # fmt: skip
    """Write the letters of the documents `first` to `last` (excluded), and where each stands.

    Args:
        data: UTF-8 bytes of all texts.
        offsets: Where each text begins in `data`.
        fold: Letter code of each code point of the basic plane.
        letters: Filled with letter codes.
        places: Filled with code-point offsets within the document; `WORD` marks a word's start.
        starts: Filled with the first letter of each document.
        base: Where to begin in `letters`.

    Returns: The end of what was written.
    """
    n = base
    for d in range(first, last):
        starts[d] = n
        i = offsets[d]
        end = offsets[d + 1]
        at = 0
        inside = False
        broken = False
        while i < end:
            c = data[i]
            if c < 0x80:
                code = np.uint32(c)
                i += 1
            elif c < 0xE0:
                code = (np.uint32(c & 0x1F) << 6) | np.uint32(data[i + 1] & 0x3F)
                i += 2
            elif c < 0xF0:
                code = (
                    (np.uint32(c & 0xF) << 12)
                    | (np.uint32(data[i + 1] & 0x3F) << 6)
                    | np.uint32(data[i + 2] & 0x3F)
                )
                i += 3
            else:
                code = (
                    (np.uint32(c & 0x7) << 18)
                    | (np.uint32(data[i + 1] & 0x3F) << 12)
                    | (np.uint32(data[i + 2] & 0x3F) << 6)
                    | np.uint32(data[i + 3] & 0x3F)
                )
                i += 4
            # Astral code points that may be letters (rare ideographs, old scripts) get a code by
            # hashing; symbols and emoji of the 1F000 block are none.
            if code < 65536:
                letter = fold[code]
            elif code >= 0x1F000 and code < 0x20000:
                letter = np.uint16(0)
            else:
                letter = np.uint16(((code * 40503) >> 4) & 0x7FFF | 0x8000)
            if letter:
                letters[n] = letter
                places[n] = np.uint32(at)
                if not inside and not broken:
                    places[n] |= np.uint32(0x80000000)
                n += 1
                inside = True
                broken = False
            elif code == 0x2D or code == 0xAD or code == 0x2010 or code == 0x27 or code == 0x2019:
                # A hyphen or apostrophe inside a word does not end it.
                broken = inside
                inside = False
            elif code == 0x0A or code == 0x0D or code == 0x20:
                broken = broken and code != 0x20
                inside = False
            elif code < 0x300 or code > 0x36F:
                inside = False
                broken = False
            at += 1
    return n


def utf8(texts: list[str]) -> tuple[U8, I64]:
    """Give the bytes of texts end to end, and where each begins; lone surrogates become U+FFFD."""
    parts = [text.encode("utf-8", "replace") for text in texts]
    offsets = np.zeros(len(parts) + 1, np.int64)
    np.cumsum([len(part) for part in parts], out=offsets[1:])
    return np.frombuffer(b"".join(parts), np.uint8), offsets


def lettered(data: U8, offsets: I64, fold: U16) -> tuple[U16, U32, I64]:
    """Give letters, places and starts of all documents; see `normalise`."""
    count = len(offsets) - 1
    size = int(offsets[-1])
    letters = np.empty(size + 1, np.uint16)
    places = np.empty(size + 1, np.uint32)
    starts = np.zeros(count + 1, np.int64)
    ends = normalise(data, offsets, 0, count, fold, letters, places, starts, 0)
    starts[count] = ends
    return letters[:ends], places[:ends], starts
