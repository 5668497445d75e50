"""Give the name of a party that only the words of a text name: "those who deny the flood"."""

from __future__ import annotations

import re

_PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves he him his himself she her hers herself it its "
    "itself they them their theirs themselves thou thee thy thine ye you your yours yourself "
    "yourselves who whom whose which that this these those what whoever whatever someone somebody "
    "anyone anybody everyone everybody nobody something anything everything nothing one ones "
    "another other others some many most few several all both each any either neither none enough "
    "such same".split()
)
_ARTICLES = frozenset("a an the".split())
_NUMBERS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred "
    "hundreds thousand thousands dozen dozens million millions".split()
)
_SMALL = frozenset(
    "of in at for from to with by on against between among under over about into upon through "
    "without behind after before than as per via concerning regarding and but or nor so yet if "
    "though because when where while whether is are was were be been has have had did does do "
    "will would shall should can could may might must not also then there here".split()
)
_SELF = frozenset("himself herself itself themselves".split())
_NO_PRONOUN = frozenset(("US", "WHO", "IT"))
"""Pronouns in small letters, and something else in capitals."""
_NOBODY = re.compile(r"(?:no|not|nobody|none|who|which)\s", re.IGNORECASE)
_CLAUSE = re.compile(r",?\s(?:who|whom|whose|which|that)\b|,\s[a-z]+ing\b", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"[a-z]+ed\s(?:by|or|and|in|to|from)\s")
"""The end of a phrase whose head is missing: "delineated in the course of these papers"."""
_THINGS = frozenset(
    "attempt attempts best case cases contrary distribution end ends fact facts first last latter "
    "former matter number proper purpose purposes question questions reason reasons rest result "
    "thing things way ways whole".split()
)
"""Words that speak for nobody where they are all that is left of a phrase."""
_SPEAK = frozenset(
    "antiquity congress counsel gossip government history legend mankind men opposition "
    "parliament people posterity prosecution rumour scripture tradition women".split()
)
"""Single words in small letters, no plurals, that stand for who says something."""
_EDGE = " ,;:–—-…"
_SIGNS = ".,;:'’“”\"()[]"
_MARKS = {"“": "”", '"': '"', "‘": "’", "(": ")", "[": "]", "«": "»", "„": "“"}
_OF_A_CLAUSE = 2
"""Words behind "who" that tell one party from another: "those who argue" may be anybody."""


def party(words: str) -> str | None:
    """Give the name of who is named by words of a text, without what only hangs on to them.

    None where they name nobody: a pronoun, a number, an article alone. The case of letters stays.

    >>> party("A boy who"), party("the friends of"), party("The"), party("those who deny the flood")
    ('A boy', 'the friends', None, 'those who deny the flood')
    """
    whole = _bare(" ".join(words.split()))
    if _NOBODY.match(whole):
        return None
    head = _bare(_CLAUSE.split(whole, maxsplit=1)[0])
    if _names(head):
        return head
    clause = whole[len(head) :].split()[1:]
    if clause and clause[-1].casefold() != "that" and len(clause) >= _OF_A_CLAUSE:
        return whole if _opens_a_clause(head) and _names(" ".join(clause)) else None
    return None


def _opens_a_clause(head: str) -> bool:
    """Say whether words before "who" stand for people: "those", "all those", "some"."""
    last = head.split()[-1:]
    return bool(last) and last[0].casefold() in (
        "those", "they", "all", "some", "many", "most", "others", "few", "he", "she", "them"
    )  # fmt: skip


def _names(name: str) -> bool:
    """Say whether one word at least is more than a pronoun, an article, a number or the like."""
    if name in _NO_PRONOUN:
        return True
    if _BROKEN_OFF.match(name):
        return False
    closed = _PRONOUNS | _ARTICLES | _NUMBERS | _SMALL
    words = [word.strip(_SIGNS) for word in name.split()]
    left = [one for one in words if one.casefold() not in closed and any(map(str.isalpha, one))]
    if len(words) == 1 and name.islower():
        return bool(left) and (name in _SPEAK or (name.endswith("s") and name not in _THINGS))
    return bool(left) and not (len(left) == 1 and left[0] in _THINGS)


def _bare(name: str) -> str:
    """Take away marks without their mates, and small words at the edges that lead on."""
    before = None
    while name and name != before:
        before = name
        name = name.strip(_EDGE)
        for opening, closing in _MARKS.items():
            if name.startswith(opening) and closing not in name[1:]:
                name = name[1:]
            if name.endswith(closing) and opening not in name[:-1]:
                name = name[:-1]
        words = name.split()
        if len(words) > 1 and words[-1].casefold() in _SMALL | _SELF | _ARTICLES | {"who", "whom"}:
            name = " ".join(words[:-1])
        elif len(words) > 1 and words[0] in _SMALL:
            name = " ".join(words[1:])
    return name
