"""Find runs of capitalised words, the raw material of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from sayso.readers.names_lexicon import function_words, listed, places

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŇŐŒŔŘŚŞŠŤŪŮŰŹŻŽ"
_LETTER = r"[^\W\d_]"
_WORD = (
    rf"(?:(?:Mrs?|Ms|Dr|Drs|Prof|St|Gen|Sen|Rep|Gov|Col|Capt|Lt|Sgt|Rev|Messrs|Hon|Maj|Adm|Jr|Sr)\."
    rf"|[{UPPER}]\.(?:\s?[{UPPER}]\.){{0,3}}"
    rf"|[{UPPER}]{_LETTER}*(?:[’'-](?!s\b){_LETTER}+)*(?:(?<=s)[’'](?=\s[{UPPER}]))?)"
)
_GAP = r"(?:[ \u00a0]|\s(?:de|del|della|der|den|von|van|du|di|da|la|le|bin|ibn|al|zu|&)\s)"
_RUN = re.compile(rf"(?<![^\W_]){_WORD}(?:{_GAP}{_WORD})*")
_PART = re.compile(rf"{_WORD}|{_LETTER}+|&")
_INITIALS = re.compile(rf"(?:[{UPPER}]\.\s?)+\Z")
_LONGEST = 12
# Of a name with a nickname in it: the word before the marks, what stands in them, the word behind.
_LAST_WORD = re.compile(rf"(?<![^\W_])({_WORD})[ \u00a0]\Z")
_NICKNAME = re.compile(rf"{_WORD}(?: {_WORD})?")
_NEXT_WORD = re.compile(rf"[ \u00a0][{UPPER}]{_LETTER}")


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words side by side: offsets of each, and whether they open a sentence."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    initial: bool

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.starts[0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.ends[-1]

    @property
    def name(self) -> str:
        """The words with one blank between them."""
        return " ".join(self.words)

    def without_first(self, count: int) -> Run:
        """Give the run after its first `count` words."""
        return Run(self.words[count:], self.starts[count:], self.ends[count:], False)

    def only_first(self, count: int) -> Run:
        """Give the first `count` words of the run."""
        return Run(self.words[:count], self.starts[:count], self.ends[:count], self.initial)


def runs(text: str) -> list[Run]:
    """Give the runs of a text in order, without the words that only open a sentence.

    >>> [one.name for one in runs("In the end The Stalin Society of London met Ludo Martens.")]
    ['Stalin Society', 'London', 'Ludo Martens']
    """
    found: list[Run] = []
    for match in _RUN.finditer(text):
        found += _pieces(text, match)
    return _with_nicknames(text, found)


def nickname(text: str, start: int, end: int) -> bool:
    """Say whether words in marks [start, end) are a nickname within a name.

    >>> nickname("Ernesto “Che” Guevara", 8, 13)
    True
    >>> nickname("The “Che” Guevara", 4, 9)
    False
    """
    before = _LAST_WORD.search(text, max(0, start - 40), start)
    return bool(
        before
        and before[1] in listed("given_names")
        and _NICKNAME.fullmatch(text, start + 1, end - 1)
        and _NEXT_WORD.match(text, end)
    )


def _with_nicknames(text: str, found: list[Run]) -> list[Run]:
    """Put Ernesto, “Che” and Guevara together."""
    made: list[Run] = []
    for one in found:
        first, nick = made[-2:] if len(made) > 1 else (None, None)
        if (
            first and nick
            and first.end + 2 == nick.start and nick.end + 2 == one.start
            and nickname(text, nick.start - 1, nick.end + 1)
        ):  # fmt: skip
            middle = text[nick.start - 1 : nick.end + 1]
            made[-2:] = [
                Run(
                    (*first.words, middle, *one.words),
                    (*first.starts, nick.start - 1, *one.starts),
                    (*first.ends, nick.end + 1, *one.ends),
                    first.initial,
                )
            ]
        else:
            made.append(one)
    return made


def _pieces(text: str, match: re.Match[str]) -> list[Run]:
    """Cut a run at the words that belong to no name, and at the ends of sentences inside it."""
    start = match.start()
    if match.end() - start < 2:
        return []
    whole = match.group()
    if whole.isalpha():
        if whole in function_words():
            return []
        return [Run((whole,), (start,), (match.end(),), opens_sentence(text, start))]
    parts = islice(_PART.finditer(whole), _LONGEST)
    found: list[Run] = []
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    initial = opens_sentence(text, start)
    for nth, part in enumerate(parts):
        word = part.group()
        # "plan B. The next": a capital after a stop opens a sentence; "J. Smith" does not.
        if word in function_words() and (not words or not nth or words[-1].endswith(".")):
            if words:
                found.append(Run(tuple(words), tuple(starts), tuple(ends), initial))
            words, starts, ends, initial = [], [], [], False
            continue
        words.append(word)
        starts.append(start + part.start())
        ends.append(start + part.end())
    if words:
        found.append(Run(tuple(words), tuple(starts), tuple(ends), initial))
    return [kept for one in found if (kept := _without_loose_end(one))]


def _without_loose_end(run: Run) -> Run | None:
    """Drop particles at the edges, and the "A." that only ends a sentence."""
    count = len(run.words)
    while count and run.words[count - 1][0].islower():
        count -= 1
    first = 0
    while first < count and run.words[first][0].islower():
        first += 1
    alone = count - first == 1 and run.words[first] not in places()
    if first >= count or (alone and _INITIALS.match(run.words[first])):
        return None
    kept = run.only_first(count)
    return kept.without_first(first) if first else kept


def is_initials(word: str) -> bool:
    """Say whether a word is initials: "J." or "F. D."."""
    return bool(_INITIALS.match(word))


def opens_sentence(text: str, start: int) -> bool:
    """Say whether a word at an offset is the first of a sentence or of a quotation."""
    at = start - 1
    while at >= 0 and start - at < 12:
        sign = text[at]
        if sign == "\n" and at and text[at - 1] == "\n":
            return True
        if sign in ".!?:;…•*":
            return True
        if sign in "“\"‘'«(":
            return True
        if not sign.isspace():
            return False
        at -= 1
    return at < 0
