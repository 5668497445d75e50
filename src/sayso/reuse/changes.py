"""The differences between a quotation and its source, classed by what they do to the meaning."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

from sayso.reuse.words import Words

Kind = Literal[
    "typographic", "spelling", "substitution", "insertion", "bracketed_insertion",
    "marked_ellipsis", "silent_omission", "transposition",
]  # fmt: skip

_ELLIPSIS = re.compile(r"\.\s?\.\s?\.|…|\*\s?\*\s?\*|\[\s*[.…]+\s*\]|\(\s*(?:\.{3}|…)\s*\)")
_BRACKETED = re.compile(r"\[[^\]\n]{0,200}\]")
_SENTENCE_END = re.compile(r"[.?!]+[\"”’»)\]]*\s+(?=[\"“‘«(\[]*[^\W\d_a-z])")
_OPENS = re.compile(r"[.?!:“\"‘«(\[]\s*$")
_ABBREVIATED = re.compile(r"\b(?:Mrs?|Ms|Dr|St|Prof|Rev|Gen|Col|Capt|Hon|M|[A-Z])\.\s*$")
_ENDS = re.compile(r"[.?!…][\"'”’»)\]\d]*\s*$")

# Classes of words that carry meaning; folded forms as in `words.folded`.
_NEGATION = frozenset(
    "not no never none nothing nobody nowhere neither nor without hardly scarcely barely cannot "
    "cant dont doesnt didnt isnt arent wasnt werent wont wouldnt shouldnt couldnt hasnt havent "
    "hadnt mustnt neednt t ne pas jamais nicht kein keine keinen nie".split()
)
_QUANTIFIER = frozenset(
    "all some many few most every each any several much little always often sometimes seldom "
    "rarely usually generally mostly only merely almost nearly partly wholly entirely both either "
    "half majority minority countless numerous more less least fewer".split()
)
_MODALITY = frozenset(
    "may might must can could should would will shall ought perhaps possibly probably maybe "
    "certainly surely undoubtedly allegedly apparently reportedly supposedly seemingly likely "
    "unlikely seems seem appears appear believe believes think thinks suppose".split()
)
_CONDITION = frozenset(
    "if unless except although though but however provided whereas until only despite "
    "notwithstanding otherwise yet insofar lest once when".split()
)
_NUMBER = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions first second third "
    "fourth fifth sixth seventh eighth ninth tenth twice thrice dozen".split()
)
# Spelling conventions and letters that scanning confuses; each side may stand for the other.
_ALIKE = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("yse", "yze"), ("re", "er"), ("ll", "l"),
    ("ence", "ense"), ("ae", "e"), ("oe", "e"), ("que", "ck"), ("shew", "show"), ("rn", "m"),
    ("cl", "d"), ("vv", "w"), ("u", "v"), ("i", "j"), ("0", "o"), ("1", "l"), ("f", "s"),
    ("publick", "public"), ("gue", "g"), ("mme", "m"), ("ck", "c"), ("y", "i"), ("th", "d"),
    ("k", "c"), ("ea", "e"), ("nn", "n"), ("ss", "s"), ("tt", "t"), ("pp", "p"), ("rr", "r"),
)  # fmt: skip
# Cuts of up to this many words are read for a dropped condition or hedge, wherever they lie.
_SHORT_CUT = 12
# A sentence that goes on with a condition names it among its next words.
_OPENING = 2
_STOP = re.compile(r"[.!?][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: quotation code points, source code points, the words of both, and flags.

    `verdict` is what this difference alone would make of the quotation.
    """

    kind: Kind
    quote_start: int
    quote_end: int
    source_start: int
    source_end: int
    quoted: str
    there: str
    flags: tuple[str, ...]
    verdict: Literal[
        "typographic", "abridged(marked)", "abridged(silent)", "altered", "altered(meaning-bearing)"
    ]


def changes(
    said: Words, there: Words, blocks: Sequence[tuple[int, int, int]], *, shift: int = 0
) -> tuple[Change, ...]:
    """Class every difference between the words kept, and at both ends of the quotation.

    Args:
        said: The words of the quotation.
        there: The words of the source.
        blocks: The runs kept: word of the quotation, word of the source, length in words.
        shift: Code points that were taken off the quotation's beginning.
    """
    found: list[Change] = []
    first_a, first_b, _ = blocks[0]
    if first_a:
        found += _gap(said, there, (0, first_a), _lead(first_a, first_b), edge=True)
    for (a, b, n), (a1, b1, _) in itertools.pairwise(blocks):
        found += _gap(said, there, (a + n, a1), (b + n, b1))
    a, b, n = blocks[-1]
    if a + n < len(said):
        rest = len(said) - a - n
        found += _gap(
            said, there, (a + n, len(said)), (b + n, min(len(there), b + n + rest)), edge=True
        )
    elif blocks[0][0] == 0:
        found += _early_end(said, there, blocks[0][1], b + n)
    return tuple(_shifted(one, shift) for one in _without_moves(found))


def _early_end(said: Words, there: Words, first: int, last: int) -> list[Change]:
    """Report a full stop where the source's sentence goes on with a condition or a "but".

    Only for what is quoted as a whole sentence: a piece of one ends where its writer likes.
    """
    stop = said.text[said.ends[-1] :].strip()
    if not _STOP.match(stop) or not _starts_sentence(said, 0) or not _starts_sentence(there, first):
        return []
    end = last
    while end < len(there) and not _ENDS.search(
        there.text[there.ends[end - 1] : there.starts[end]]
    ):
        end += 1
    if not _CONDITION & set(there.forms[last : min(end, last + _OPENING)]):
        return []
    place, cut = (len(said), len(said)), (last, end)
    return [
        _made("silent_omission", said, there, place, cut, ("condition",), _altered(("condition",)))
    ]


def _starts_sentence(text: Words, word: int) -> bool:
    if not text.text[text.starts[word]].isupper():
        return False
    return word == 0 or bool(_ENDS.search(text.text[text.ends[word - 1] : text.starts[word]]))


def marked_cuts(said: Words) -> frozenset[int]:
    """Give the words of the quotation before which an ellipsis or brackets stand."""
    if not (_ELLIPSIS.search(said.text) or "[" in said.text):
        return frozenset()
    return frozenset(
        at
        for at in range(1, len(said))
        if _ELLIPSIS.search(_between(said, at, at)) or "[" in _between(said, at, at)
    )


def _lead(first_a: int, first_b: int) -> tuple[int, int]:
    """Pair words before the first run with as many words of the source."""
    return max(0, first_b - first_a), first_b


def _gap(
    said: Words, there: Words, ours: tuple[int, int], theirs: tuple[int, int], *, edge: bool = False
) -> list[Change]:
    """Class what stands between two runs on both sides."""
    a0, a1 = ours
    b0, b1 = theirs
    if a0 == a1 and b0 == b1:
        return []
    if "".join(said.forms[a0:a1]) == "".join(there.forms[b0:b1]):
        return [_made("typographic", said, there, ours, theirs, (), "typographic")]
    if a0 == a1:
        return [_omission(said, there, ours, theirs)]
    around = _between(said, a0, a1)
    if _BRACKETED.search(around) and _covered(around, said.written(a0, a1)):
        return [_made("bracketed_insertion", said, there, ours, theirs, (), "abridged(marked)")]
    if b0 == b1 or (edge and not _pairs_up(said, there, ours, theirs)):
        empty = (b0, b0) if a0 else (b1, b1)
        flags = _flags(said, there, ours, empty)
        return [_made("insertion", said, there, ours, empty, flags, _altered(flags))]
    if a1 - a0 == b1 - b0 and a1 - a0 <= 4:
        return [
            _word(said, there, a, b) for a, b in zip(range(a0, a1), range(b0, b1), strict=True)
            if said.forms[a] != there.forms[b]
        ]  # fmt: skip
    marked = bool(_ELLIPSIS.search(around))
    if marked and b1 - b0 > a1 - a0:
        return [
            _omission(said, there, (a0, a0), theirs),
            _made("insertion", said, there, ours, (b1, b1), (), "altered"),
        ]
    flags = _flags(said, there, ours, theirs)
    return [_made("substitution", said, there, ours, theirs, flags, _altered(flags))]


def _pairs_up(said: Words, there: Words, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Say whether words at an edge look like those of the source: then they replace them."""
    if ours[1] - ours[0] != theirs[1] - theirs[0]:
        return False
    return ours[1] - ours[0] <= 2


def _word(said: Words, there: Words, a: int, b: int) -> Change:
    """Class one word against one word."""
    mine, theirs = said.forms[a], there.forms[b]
    flags = _flags(said, there, (a, a + 1), (b, b + 1))
    if not flags and _alike(mine, theirs):
        return _made("spelling", said, there, (a, a + 1), (b, b + 1), (), "typographic")
    return _made("substitution", said, there, (a, a + 1), (b, b + 1), flags, _altered(flags))


def _alike(mine: str, theirs: str) -> bool:
    """Say whether two words differ by a spelling convention or one confusion of scanning."""
    if abs(len(mine) - len(theirs)) > 3 or min(len(mine), len(theirs)) < 3:
        return False
    if Levenshtein.distance(mine, theirs, score_cutoff=3) > 3:
        return False
    for one, other in _ALIKE:
        if one in mine and mine.replace(one, other) == theirs.replace(one, other):
            return True
        if one in theirs and theirs.replace(one, other) == mine.replace(one, other):
            return True
    return False


def _omission(said: Words, there: Words, ours: tuple[int, int], theirs: tuple[int, int]) -> Change:
    """Class words of the source that the quotation leaves out."""
    a0, _ = ours
    b0, b1 = theirs
    cut = there.forms[b0:b1]
    joined = _joined(there, b0, b1)
    marked = bool(_ELLIPSIS.search(_between(said, a0, a0)))
    flags = set()
    if len(cut) <= _SHORT_CUT or not _whole_sentences(there, b0, b1):
        bearing = (("negation", _NEGATION), ("condition", _CONDITION), ("modality", _MODALITY),
                   ("quantifier", _QUANTIFIER))  # fmt: skip
        flags = {name for name, listed in bearing if listed.intersection(cut)}
        if _shortened_negation(there, b0, b1):
            flags.add("negation")
        if len(cut) <= 2 and any(one in _NUMBER or one.isdigit() for one in cut):
            flags.add("number")
    if joined:
        flags.add("joined")
    listed_flags = tuple(sorted(flags))
    if marked:
        return _made("marked_ellipsis", said, there, ours, theirs, listed_flags, "abridged(marked)")
    verdict: Literal["abridged(silent)", "altered(meaning-bearing)"] = (
        "altered(meaning-bearing)" if flags else "abridged(silent)"
    )
    return _made("silent_omission", said, there, ours, theirs, listed_flags, verdict)


def _shortened_negation(there: Words, first: int, last: int) -> bool:
    return bool(re.search(r"n['’]t\b", there.written(first, last)))


def _joined(there: Words, b0: int, b1: int) -> bool:
    """Say whether a cut runs over a sentence's end without taking whole sentences."""
    if b0 == 0 or b0 >= b1 or b1 >= len(there):
        return False
    around = there.text[there.ends[b0 - 1] : there.starts[b1]]
    return bool(_SENTENCE_END.search(around)) and not _whole_sentences(there, b0, b1)


def _whole_sentences(there: Words, b0: int, b1: int) -> bool:
    """Say whether the words cut begin and end where sentences do."""
    starts = b0 == 0 or bool(_ENDS.search(there.text[there.ends[b0 - 1] : there.starts[b0]]))
    ends = b1 >= len(there) or bool(_ENDS.search(there.text[there.ends[b1 - 1] : there.starts[b1]]))
    return starts and ends


def _between(said: Words, a0: int, a1: int) -> str:
    """Give the quotation's text from the word before a gap to the word after it."""
    low = said.ends[a0 - 1] if a0 else 0
    high = said.starts[a1] if a1 < len(said) else len(said.text)
    return said.text[low:high]


def _covered(around: str, quoted: str) -> bool:
    """Say whether all the words of a gap stand in brackets."""
    outside = _BRACKETED.sub(" ", around)
    return not any(sign.isalnum() for sign in outside) and any(sign.isalnum() for sign in quoted)


def _flags(
    said: Words, there: Words, ours: tuple[int, int], theirs: tuple[int, int]
) -> tuple[str, ...]:
    """Name what carries meaning among words that differ."""
    mine, others = set(said.forms[slice(*ours)]), set(there.forms[slice(*theirs)])
    differing = mine ^ others
    flags = {
        name
        for name, listed in (
            ("negation", _NEGATION), ("quantifier", _QUANTIFIER), ("modality", _MODALITY),
            ("condition", _CONDITION), ("number", _NUMBER),
        )
        if listed & differing
    }  # fmt: skip
    if any(any(sign.isdigit() for sign in one) for one in differing):
        flags.add("number")
    if _opposed(mine, others):
        flags.add("negation")
    if _named(said, *ours) or _named(there, *theirs):
        flags.add("name")
    return tuple(sorted(flags))


def _opposed(mine: Set[str], theirs: Set[str]) -> bool:
    """Say whether one word is the other under a negating prefix (just, unjust)."""
    return any(
        prefix + one == other or prefix + other == one
        for prefix in ("un", "in", "im", "dis", "non", "ir", "il", "anti", "counter")
        for one in mine
        for other in theirs
    )


def _named(one: Words, first: int, last: int) -> bool:
    """Say whether a changed word is written as a name: a capital that opens no sentence."""
    for at in range(first, last):
        start = one.starts[at]
        lead = one.text[max(0, start - 8) : start]
        opens = start == 0 or bool(_OPENS.search(lead) and not _ABBREVIATED.search(lead))
        if one.text[start].isupper() and not opens and len(one.forms[at]) > 1:
            return True
    return False


def _altered(flags: tuple[str, ...]) -> Literal["altered", "altered(meaning-bearing)"]:
    return "altered(meaning-bearing)" if flags else "altered"


def _made(
    kind: Kind,
    said: Words,
    there: Words,
    ours: tuple[int, int],
    theirs: tuple[int, int],
    flags: tuple[str, ...],
    verdict: Literal[
        "typographic", "abridged(marked)", "abridged(silent)", "altered", "altered(meaning-bearing)"
    ],
) -> Change:
    quote_start, quote_end = _reach(said, *ours)
    source_start, source_end = _reach(there, *theirs)
    return Change(
        kind, quote_start, quote_end, source_start, source_end,
        said.text[quote_start:quote_end], there.text[source_start:source_end], flags, verdict,
    )  # fmt: skip


def _reach(one: Words, first: int, last: int) -> tuple[int, int]:
    """Give the code points of words; an empty place lies after the word before it."""
    if first < last:
        return one.starts[first], one.ends[last - 1]
    place = one.ends[first - 1] if first else 0
    return place, place


def _without_moves(found: list[Change]) -> list[Change]:
    """Turn an insertion and an omission of the same words into one transposition."""
    moved: list[Change] = []
    taken: set[int] = set()
    for nth, one in enumerate(found):
        if nth in taken:
            continue
        for other in range(nth + 1, min(nth + 3, len(found))):
            two = found[other]
            pair = {one.kind, two.kind}
            words_same = (one.quoted or one.there).casefold() == (
                two.quoted or two.there
            ).casefold()
            if pair == {"insertion", "silent_omission"} and words_same and other not in taken:
                taken.add(other)
                moved.append(
                    Change(
                        "transposition", min(one.quote_start, two.quote_start),
                        max(one.quote_end, two.quote_end),
                        min(one.source_start, two.source_start),
                        max(one.source_end, two.source_end),
                        one.quoted or two.quoted, one.there or two.there, (), "altered",
                    )
                )  # fmt: skip
                break
        else:
            moved.append(one)
    return moved


def _shifted(one: Change, shift: int) -> Change:
    if not shift:
        return one
    return Change(
        one.kind, one.quote_start + shift, one.quote_end + shift, one.source_start,
        one.source_end, one.quoted, one.there, one.flags, one.verdict,
    )  # fmt: skip
