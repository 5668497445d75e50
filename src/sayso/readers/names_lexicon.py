"""The word lists by which names are told apart; data files, loaded on first use."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files


@cache
def lines(name: str) -> tuple[str, ...]:
    """Give the lines of a list without its comments."""
    path = files("sayso.readers") / "lexicons_names" / f"{name}.txt"
    found = path.read_text("utf-8").splitlines()
    return tuple(one for one in found if one and not one.startswith("#"))


@cache
def listed(name: str) -> frozenset[str]:
    """Give the words of a list.

    >>> "Society" in listed("organisations")
    True
    """
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def function_words() -> frozenset[str]:
    """Give capitalised words that open sentences but belong to no name after them."""
    return frozenset(lines("no_names")[0].split()) - _IN_NAMES


@cache
def places() -> frozenset[str]:
    """Give the known places; a line of several capitalised words of two or three is one name."""
    found: set[str] = set()
    for line in lines("places"):
        words = line.split()
        if len(words) > 6:
            found.update(words)
        else:
            found.add(line)
    return frozenset(found)


_IN_NAMES = frozenset(
    "New Great Little Old First Second Third Last Late Young Best True Long Same May Will Mine "
    "Another Once All Two One Three".split()
)

NOT_GROUPS = frozenset(
    """antagonists anthropologists archaeologists artists assists bassists bicyclists biologists
    botanists cellists chemists columnists consists copyists cyclists dentists desists
    diarists dramatists economists enlists essayists exists fists florists geologists
    guitarists hoists humorists insists journalists jurists linguists lists lobbyists
    lyricists machinists mists motorists naturalists novelists organists persists
    pharmacists physicists pianists protagonists psychiatrists psychologists publicists
    resists satirists schists scientists sociologists soloists specialists strategists
    subsists systematists theorists therapists tourists twists typists violinists waists
    wrists zoologists""".split()
)
"""Plurals in -ists that name a trade, or are no nouns."""

PERSON_ACTS = re.compile(
    r"\s(?:once\s|also\s|never\s|later\s|then\s|had\s|has\s)?(?:said|says|wrote|writes|written|argued|"
    r"argues|claimed|claims|believed|believes|thought|thinks|knew|insisted|insists|replied|replies|"
    r"answered|asked|asks|told|tells|admitted|admits|denied|denies|declared|declares|complained|"
    r"explained|explains|remarked|observed|observes|noted|notes|warned|suggested|suggests|concluded|"
    r"concludes|died|dies|married|resigned|retired|attacked|lied|spoke|speaks|felt|feared|hoped|"
    r"wanted|loved|hated|himself|herself|was\sborn|was\sexecuted|was\sarrested|was\smurdered|"
    r"was\sassassinated|was\sappointed|was\selected)\b|,\swho\b|\sand\shis\b|\sand\sher\b"
)
"""What follows the name of a person, and hardly any other name."""

ROLE_BEFORE = re.compile(
    r"\b(?:historian|professor|author|writer|leader|chairman|chairwoman|philosopher|journalist|"
    r"economist|poet|critic|scholar|activist|politician|general|minister|president|comrade|"
    r"novelist|lawyer|sociologist|secretary|editor|dictator|biographer|pamphleteer|senator|"
    r"delegate|deputy|spokesman|spokeswoman|the\slate)\s\Z",
    re.IGNORECASE,
)
"""What stands before the name of a person."""
