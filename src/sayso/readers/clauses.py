"""Where the reported words end when no marks close them."""

from __future__ import annotations

import re

_CUT = re.compile(
    r";|\s[—–]\s(?=(?:and|but)\b)|,\s+(?:but|although|though|whereas|adding|saying|according\sto)\b"
    r"|,\s+and\s+(?=(?:he|she|they|it)\s+(?:\w+\s+)?(?:said|says|added|argued|claimed|told|wrote)\b)"
)
_TAIL = re.compile(
    r"(?:[”’\"'»)\]]{0,3}(?:\[\d{1,3}\]|(?<!\d)\d{1,3}|[¹²³⁰⁴-⁹]{1,3}|[*†‡§]{1,2})?)\Z"
)
_STOPS = ".!?…:,"


def content(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Give the reported clause that begins at `start` in a sentence that ends at `end`.

    The sentence's last stop, a note marker behind it and what a semicolon or "but" adds stay out.
    None where fewer than three words are left.
    """
    while start < end and (text[start].isspace() or text[start] in ",:"):
        start += 1
    cut = _CUT.search(text, start, end)
    if cut:
        end = cut.start()
    end = _without_tail(text, start, end)
    if len(text[start:end].split(None, 3)) < 3:
        return None
    return start, end


def _without_tail(text: str, start: int, end: int) -> int:
    """Leave out white space, a note marker and the last stop."""
    while end > start and text[end - 1].isspace():
        end -= 1
    tail = _TAIL.search(text, max(start, end - 6), end)
    if tail and tail.group() and tail.start() > start and text[tail.start() - 1] in ".!?":
        end = tail.start()
    while end > start and (text[end - 1] in _STOPS or text[end - 1].isspace()):
        end -= 1
    return end
