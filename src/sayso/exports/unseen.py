"""Characters that nobody sees, made visible: no text drives a terminal, a page or a spreadsheet."""

from __future__ import annotations

import re

UNSEEN = (
    "\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What a terminal or an editor would obey or hide rather than show, for a regular expression."""

_VISIBLE = re.compile(f"[\x00-\x08\x0b-\x1f{UNSEEN}\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t")


def visible(text: str) -> str:
    r"""Write unseen characters as escapes, so that a reader sees that they are there.

    >>> visible("a\x1b[31mb\u202ec")
    'a\\u001b[31mb\\u202ec'
    """
    return _VISIBLE.sub(lambda one: escaped(one.group()), text.replace("\r\n", "\n"))


def cell(text: str) -> str:
    """Write a text for a table: visible, and no formula where the table becomes a spreadsheet.

    >>> cell("=SUM(A1)"), cell("plain")
    ("'=SUM(A1)", 'plain')
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip(" \n").startswith(_FORMULA) else shown


def escaped(sign: str) -> str:
    r"""Write one character as \uXXXX, one beyond U+FFFF as two of them, as JSON does."""
    code = ord(sign)
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
