"""Bytes to raw text: which encoding, and a plain refusal of what is no text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sayso.errors import SourceError

SAMPLE = 200_000
"""Bytes that an unknown encoding is guessed from."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ESCAPED = re.compile("[\udc80-\udcff]")
_HIGH = re.compile("[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Raw text without its byte order mark, and how it was decoded.

    `certain` is False where the encoding was guessed; `damaged` counts bytes that fit no
    character and stand as U+FFFD.
    """

    text: str
    encoding: str
    certain: bool = True
    damaged: int = 0


def decode(data: bytes, key: str, *, encoding: str | None = None) -> Decoded:
    """Turn bytes into text, in the encoding given, declared by a mark, or found out.

    Raises:
        SourceError: It is no text, or not in the encoding that was asked for.
    """
    decoded = _asked(data, key, encoding) if encoding else _found(data, key)
    controls = len(_CONTROL.findall(decoded.text[:SAMPLE]))
    if controls > 2 + len(decoded.text[:SAMPLE]) // 100:
        raise SourceError(_no_text(key, "binary data"))
    return decoded


def _asked(data: bytes, key: str, encoding: str) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark) and encoding.lower().replace("_", "-").startswith(name[:6]):
            data = data[len(mark) :]
            break
    try:
        return Decoded(data.decode(encoding), encoding)
    except LookupError as error:
        raise SourceError(f"{key}: there is no encoding {encoding!r}.") from error
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{key} is not in the encoding {encoding!r} that was asked for: "
            f"byte {error.start} does not fit. Leave the encoding to be found out."
        ) from error


def _found(data: bytes, key: str) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    for signature, what in _BINARY:
        if data.startswith(signature):
            raise SourceError(_no_text(key, what))
    if b"\0" in data:
        return _wide(data, key)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _nearly_utf8(data) or _guessed(data)


def _no_text(key: str, what: str) -> str:
    return f"{key} is {what}, not text; save it as text, or remove it from the folder."


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, damaged=text.count("\ufffd"))


def _wide(data: bytes, key: str) -> Decoded:
    """Read UTF-16 without a mark, which shows by zero bytes at every second place."""
    sample = data[:SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros > 0.3 * half and others < 0.02 * half:
            decoded = _lenient(data, name)
            return Decoded(decoded.text, name, certain=False, damaged=decoded.damaged)
    raise SourceError(_no_text(key, "binary data"))


def _nearly_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 in which a few bytes are damaged; None where it looks like something else."""
    text = data.decode("utf-8", "surrogateescape")
    damaged = len(_ESCAPED.findall(text))
    sound = len(_HIGH.findall(text)) - damaged
    if sound <= 10 * damaged:
        return None
    return Decoded(_ESCAPED.sub("\ufffd", text), "utf-8", certain=False, damaged=damaged)


def _guessed(data: bytes) -> Decoded:
    """Guess an encoding of one byte a character (or a Chinese, Japanese, Korean one)."""
    import chardet

    first = _NOT_ASCII.search(data)
    start = max(0, first.start() - SAMPLE // 4) if first else 0
    guess = chardet.detect(data[start : start + SAMPLE])
    name = guess["encoding"] or "cp1252"
    if (guess["confidence"] or 0) >= 0.5 and not name.lower().startswith(("utf", "ascii")):
        try:
            return Decoded(data.decode(name), name.lower(), certain=False)
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return Decoded(data.decode("cp1252"), "cp1252", certain=False)
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", certain=False)
