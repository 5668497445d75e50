"""Find works named in running text: titles with their year, titles after "entitled", periodicals.

A title with two years beside it in one document is one work mentioned twice; the check of dates
sees the disagreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import digest
from sayso.readers.names_lexicon import listed
from sayso.readers.names_runs import UPPER

_YEAR = re.compile(
    r"\s?[(\[](?:[^()\[\]\d]{0,40},\s)?(?:first\spublished\s|published\s|publ\.\s|written\s)?"
    r"(?P<year>1[4-9]\d\d|20\d\d)[)\]]"
)
_YEAR_COMMA = re.compile(r",\s(?P<year>1[4-9]\d\d|20\d\d)\b(?!\s?[-–])")
_QUOTED = re.compile(r"[“\"‘«](?P<title>[^“”\"«»\n]{3,120}?)[,.]?(?:[”\"»]|’(?!\w))")
_CUE = re.compile(
    r"(?<![\w-])(?:entitled|titled|headed|called|pamphlet|book|books|essay|article|study|treatise|novel|poem|"
    r"biography|memoir|memoirs|autobiography|lecture|play|dissertation|thesis|tract|vide|see|in\shis|"
    r"in\sher)[,:]?\s\Z",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "a an and as at but by de del der des die du el en et for from il in into la le les of on or "
    "per pour sur that the their to und upon von with without not is are was were be his her its "
    "our".split()
)
_THE = re.compile(r"\b[Tt]he\s[*_]?\Z")
_STARRED = re.compile(
    r"(?<![\w*_])(?P<sign>[*_])(?P<words>[^\W\d_][^*_\n]{1,90}?)(?P=sign)(?![\w*_])"
)
_TITLE_WORD = re.compile(r"[^\W_][\w’'-]*")
_BY = re.compile(r"\sby\s(?P<author>[^(),.;:\n]{3,60}?)\s[(\[](?P<year>1[4-9]\d\d|20\d\d)[)\]]")
_BEFORE_YEAR = re.compile(
    rf"(?:[{UPPER}][\w’'-]*|\d+)(?:,?\s(?:(?:a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with|"
    rf"de|la|le|du|der|die|und|et)\s){{0,3}}(?:[{UPPER}][\w’'-]*|\d+)|:\s[{UPPER}][\w’'-]*)*\Z"
)
_AUTHOR_BEFORE = re.compile(
    rf"(?P<author>[{UPPER}][^\s,]*(?:\s[{UPPER}][^\s,]*){{1,4}}?)(?P<join>,\s(?:and\s)?|['’]s\s)"
    rf"(?=[{UPPER}\d])"
)
_LOOK_BACK = 120


@dataclass(frozen=True, slots=True)
class Named:
    """A work where it is named: the span of its title, its year and author where they stand by."""

    start: int
    end: int
    title: str
    year: int | None
    author: tuple[int, int] | None
    score: float
    reason: str
    serial: bool = False


def work_id(title: str) -> str:
    """Give the id of a work: its title without case, so that two years are one work's two years."""
    return digest("work", " ".join(title.split()).casefold())


def works(text: str, emphasis: Sequence[tuple[int, int]] = ()) -> list[Named]:
    """Give the works named in a text, in order, without overlap."""
    found: list[Named] = []
    ends = -1
    # A plain text keeps the signs of its emphasis: *Title*, _Title_.
    emphasis = emphasis or [one.span("words") for one in _STARRED.finditer(text)]
    every = [*_with_year(text), *_quoted(text), *_emphasised(text, emphasis), *_periodicals(text)]
    for one in sorted(every, key=lambda it: (it.start, -it.score, -it.end)):
        if one.start >= ends:
            found.append(one)
            ends = one.end
    return found


def _with_year(text: str) -> Iterator[Named]:
    """Yield capitalised titles before a year in brackets, with or without "by" and an author."""
    for match in re.finditer(r"[(\[](?=1[4-9]\d\d[)\]]|20\d\d[)\]])", text):
        at = match.start()
        end = at
        while end and text[end - 1].isspace():
            end -= 1
        behind = max(0, at - _LOOK_BACK)
        by = text.rfind(" by ", behind, at)
        author = None
        if by >= 0 and (named := _BY.match(text, by)) and named.end("author") == end:
            author = named.span("author")
            end = by
        title = _title_before(text, max(0, end - _LOOK_BACK), end)
        if title is None:
            continue
        year = int(text[at + 1 : at + 5])
        written = None if author else _AUTHOR_BEFORE.match(text, title, end)
        if written and _is_author(written["author"].split()):
            # "directed by Ann Vane, and The Lantern (1962)": another work of somebody else.
            author = written.span("author") if "and" not in written["join"] else None
            title = written.end()
        reason = "A title with its year in brackets."
        yield Named(title, end, text[title:end], year, author, 0.85, reason)


def _title_before(text: str, behind: int, end: int) -> int | None:
    """Give where the capitalised title that ends at an offset begins."""
    found = _BEFORE_YEAR.search(text, behind, end)
    if not found:
        return None
    start = found.start()
    if start and text[start - 1].isalnum():
        return None
    words = _TITLE_WORD.findall(text[start:end])
    while words and words[0] in ("In", "And", "But", "See", "As", "While", "When", "His", "Her"):
        start += len(words.pop(0))
        while start < end and text[start].isspace():
            start += 1
    strong = [one for one in words if one.lower() not in _SMALL]
    return start if len(words) >= 2 and strong and not _is_person(words) else None


def _is_person(words: Sequence[str]) -> bool:
    """Say whether words before a year look like an author or event: "Karl Marx (1867)"."""
    if words[0] in listed("titles") or words[0] in listed("event_words"):
        return True
    short = len(words) <= 3 and not any(one.lower() in _SMALL for one in words)
    return short and (words[0] in listed("given_names") or words[-1] in listed("organisations"))


def _is_author(words: Sequence[str]) -> bool:
    """Say whether the words before a title name who wrote it: "Ann Vane, The Lantern"."""
    return words[0] in listed("given_names") or words[-1] in listed("organisations")


def _quoted(text: str) -> Iterator[Named]:
    """Yield quoted titles that a year follows, or that are announced as titles."""
    for match in _QUOTED.finditer(text):
        title = match["title"].strip()
        if not is_title(title):
            continue
        year = _YEAR.match(text, match.end()) or _YEAR_COMMA.match(text, match.end())
        cued = _CUE.search(text, max(0, match.start() - 16), match.start())
        if not (cued or (year and len(title.split()) > 1)):
            continue
        reason = "A quoted title with its year." if year else "A quotation announced as a title."
        start = match.start("title")
        yield Named(
            start,
            start + len(title),
            title,
            int(year["year"]) if year else None,
            None,
            0.85,
            reason,
        )


def _emphasised(text: str, emphasis: Sequence[tuple[int, int]]) -> Iterator[Named]:
    """Yield titles that the file sets in italics."""
    for start, end in emphasis:
        title = text[start:end].strip(" \n\t.,;:")
        alone = len(title.split()) < 2 and not _THE.search(text, max(0, start - 6), start)
        if alone or len(title) > 150 or not is_title(title):
            continue
        at = text.find(title, start, end)
        year = _YEAR.match(text, end)
        yield Named(
            at, at + len(title), title, int(year["year"]) if year else None, None,
            0.9 if year else 0.65, "A title set in italics.",
        )  # fmt: skip


def is_title(words: str) -> bool:
    """Say whether words are set as a title: all but the small ones with capitals.

    >>> is_title("The Rise of Arts and Sciences"), is_title("The rise of the arts")
    (True, False)
    """
    found = _TITLE_WORD.findall(words)
    strong = [one for one in found if one.lower() not in _SMALL]
    if not found or not strong or len(found) > 20:
        return False
    return found[0][0].isupper() and all(one[0].isupper() or one[0].isdigit() for one in strong)


_PERIODICAL: list[re.Pattern[str]] = []


def _periodicals(text: str) -> Iterator[Named]:
    """Yield newspapers and journals: "Left Progressive Review", "the Daily Worker"."""
    if not _PERIODICAL:
        heads = "|".join(sorted(listed("periodicals")))
        _PERIODICAL.append(
            re.compile(rf"(?<=[ \n“\"(])(?:[{UPPER}][\w’'-]*\s){{1,4}}(?:{heads})\b(?!\s[{UPPER}])")
        )
    for match in _PERIODICAL[0].finditer(text):
        words = match.group().split()
        start = match.start()
        while words and words[0] in listed("no_names") and words[0] not in _PAPER_WORDS:
            start += len(words.pop(0))
            while text[start].isspace():
                start += 1
        if len(words) < 2 or words[0] in listed("given_names") or words[0] in listed("titles"):
            continue
        yield Named(
            start, match.end(), text[start : match.end()], None, None, 0.75,
            "The name of a newspaper or journal.", True,
        )  # fmt: skip


_PAPER_WORDS = frozenset("New American British English Indian Irish Sunday Monday".split())
