"""Shared passages as people read them: in an order, filtered, each place beside an earlier one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Literal

from sayso.project_takings import Origin
from sayso.reuse.words import words

if TYPE_CHECKING:
    from sayso.reuse.passages import Reuse

Sort = Literal["most", "spread", "size", "date"]
Kind = Literal["", "meaning", "word", "cut", "edge"]
Part = tuple[str, Kind, str]
"""Words here, what they are to the words there, words there.

"" is the same, but for marks and spelling; "edge" is what the two do not share: beyond the ends, or
between two runs that they do.
"""
Row = dict[str, Any]

# Letters from which on a passage weighs no more: a reprinted book is no better known for it.
_LONG = 600
# Letters of the shortest run that is shown as the same where most of the words differ.
_RUN = 10
# Words on both sides from which on a difference is other text between two runs, and no change.
_BETWEEN = 10
_CLASSES: Mapping[str, Kind] = {
    "typographic": "", "altered(meaning-bearing)": "meaning", "altered": "word",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which shared passages to show, and in what order.

    `sort`: "most" by how many further documents repeat how much, "spread" by documents, "size" by
    shared letters, "date" by the first date. `document` with `start` and `end` (code points): only
    what stands there. `containing`: words that a place has, without case. `documents`: at least so
    many. `origin`: "taken" where one place is likely to come from another of the corpus, "common"
    where a common source is likely.
    """

    sort: Sort = "most"
    document: str | None = None
    start: int | None = None
    end: int | None = None
    containing: str = ""
    documents: int = 0
    origin: Literal["", "taken", "common"] = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """Some of the passages that were wanted; `total` and the dates are those of all of them."""

    total: int
    clusters: list[Row]
    first_date: str | None = None
    last_date: str | None = None


def listed(found: Reuse, texts: Mapping[str, str], titles: Mapping[str, str]) -> list[Row]:
    """Give every cluster with its members by date, what is repeated most first.

    A cluster is a row of `sayso.reuse.Reuse.clusters` with `members`, rows of its `passages` with
    `text` and `title`, and `shared`: the letters that two of the places have in common, at most.
    """
    members: dict[int, list[Row]] = {}
    for row in found.passages.to_pylist():
        text = texts[row["doc"]][row["begin"] : row["end"]]
        row |= {"text": text, "title": titles.get(row["doc"], row["doc"])}
        members.setdefault(row["cluster"], []).append(row)
    shared: dict[int, int] = {}
    pairs = found.pairs
    for cluster, letters in zip(
        pairs.column("cluster").to_pylist(), pairs.column("matches").to_pylist(), strict=True
    ):
        shared[cluster] = max(letters, shared.get(cluster, 0))
    rows = [
        one | {"members": members[one["cluster"]], "shared": shared.get(one["cluster"], 0)}
        for one in found.clusters.to_pylist()
    ]
    return ordered(rows, "most")


def ordered(rows: Sequence[Row], sort: Sort) -> list[Row]:
    """Sort clusters; undated ones come last by date."""
    return sorted(rows, key=_ORDERS[sort])


def _weight(one: Row) -> int:
    """Weigh a cluster by its further documents times what is shared: what most is repeated of."""
    return int((one["documents"] - 1) * min(one["shared"], _LONG))


_ORDERS: Mapping[Sort, Callable[[Row], tuple[Any, ...]]] = {
    "most": lambda one: (-_weight(one), one["cluster"]),
    "spread": lambda one: (-one["documents"], -one["passages"], -one["shared"], one["cluster"]),
    "size": lambda one: (-one["shared"], one["cluster"]),
    "date": lambda one: (one["first_date"] is None, one["first_date"] or "", one["cluster"]),
}


def chosen(rows: Sequence[Row], wanted: Wanted, origins: Mapping[int, list[Origin]]) -> list[Row]:
    """Give the clusters that are wanted, in the wanted order.

    Args:
        rows: As `listed` gives them.
        wanted: Which, and how sorted.
        origins: By cluster, where each of its places is likely to have its words.
    """
    kept = [one for one in rows if _is_wanted(one, wanted, origins.get(one["cluster"], []))]
    return ordered(kept, wanted.sort)


def _is_wanted(one: Row, wanted: Wanted, origins: Sequence[Origin]) -> bool:
    if one["documents"] < wanted.documents:
        return False
    if wanted.document is not None and not any(_stands(m, wanted) for m in one["members"]):
        return False
    said = " ".join(wanted.containing.casefold().split())
    if said and not any(said in " ".join(m["text"].casefold().split()) for m in one["members"]):
        return False
    if wanted.origin == "taken":
        return any(origin.source is not None for origin in origins)
    if wanted.origin == "common":
        return any(origin.common or origin.outside for origin in origins)
    return True


def _stands(member: Row, wanted: Wanted) -> bool:
    if member["doc"] != wanted.document:
        return False
    start = 0 if wanted.start is None else wanted.start
    end = start + 1 if wanted.end is None else max(wanted.end, start + 1)
    return wanted.start is None or (member["begin"] < end and start < member["end"])


def beside(members: Sequence[Row]) -> list[Row]:
    """Put each later place beside the earlier one it is most alike to.

    Each gets `against`, the number of that place among them (None for the first), `parts` of the
    two, and `alike`: the share of their letters that are the same, 0 to 1, None for the first.
    """
    at = {one["passage"]: nth for nth, one in enumerate(members)}
    made = []
    for nth, one in enumerate(members):
        against = at.get(one["parent"], 0) if nth else None
        if against is None or against == nth:
            made.append(one | {"against": None, "parts": [(one["text"], "", "")], "alike": None})
        else:
            parts = aligned(one["text"], members[against]["text"])
            made.append(one | {"against": against, "parts": parts, "alike": alike(parts)})
    return made


def alike(parts: Sequence[Part]) -> float:
    """Give the share of letters that are the same in two aligned passages, 0 to 1.

    What only one of them has beyond the ends does not count.
    """
    same = sum(len(here) + len(there) for here, kind, there in parts if not kind)
    whole = sum(
        len(here) + len(there) for here, kind, there in parts if kind != "edge" or (here and there)
    )
    return same / whole if whole else 0.0


def aligned(here: str, there: str) -> list[Part]:
    """Align a passage with an earlier one and class what differs as `sayso.reuse.check_quote` does.

    The words of all parts, put together, are the two passages again.

    >>> aligned("The wall was not sold.", "The wall was sold.")
    [('The wall was', '', 'The wall was'), (' not', 'meaning', ''), (' sold.', '', ' sold.')]
    """
    from sayso import reuse

    check = reuse.check_quote(here, there)
    if check.start is None or check.end is None:
        return _scattered(here, there)
    steps = sorted(check.changes, key=lambda one: (one.quote_start, one.source_start))
    a, b = 0, min([check.start, *(one.source_start for one in steps[:1])])
    parts: list[Part] = [("", "edge", there[:b])]
    for one in steps:
        if one.quote_start < a or one.source_start < b:
            continue
        start = _blank(here, one.quote_start, one.quote_end, a)
        source = _blank(there, one.source_start, one.source_end, b)
        parts.append((here[a:start], "", there[b:source]))
        ours, theirs = here[start : one.quote_end], there[source : one.source_end]
        between = min(len(ours.split()), len(theirs.split())) >= _BETWEEN
        parts.append((ours, "edge" if between else _CLASSES.get(one.verdict, "cut"), theirs))
        a, b = one.quote_end, one.source_end
    end = max(b, check.end)
    parts += [(here[a:], "", there[b:end]), ("", "edge", there[end:])]
    return _joined([one for one in parts if one[0] or one[2]])


def _joined(parts: list[Part]) -> list[Part]:
    """Join differing parts over the few words between them that chance has in common.

    What only one side has at either end is where its passage ends, and no cut.
    """
    for end in (0, -1):
        if parts and parts[end][1] and not (parts[end][0] and parts[end][2]):
            parts[end] = (parts[end][0], "edge", parts[end][2])
    made: list[Part] = []
    for part in parts:
        last = made[-1] if made else None
        if last and part[1] and last[1] and (_is_between(last) or _is_between(part)):
            made[-1] = _merged(last, part)
        elif (
            last
            and part[1]
            and not last[1]
            and len(last[0].strip()) < _RUN
            and len(made) > 1
            and made[-2][1]
            and (_is_between(made[-2]) or _is_between(part))
        ):
            made[-2:] = [_merged(made[-2], last, part)]
        else:
            made.append(part)
    return made


def _is_between(part: Part) -> bool:
    """Say whether a part is other text between two runs that are shared."""
    return part[1] == "edge" and bool(part[0]) and bool(part[2])


def _merged(*parts: Part) -> Part:
    return "".join(one[0] for one in parts), "edge", "".join(one[2] for one in parts)


def _blank(text: str, start: int, end: int, least: int) -> int:
    """Let words that one text lacks begin with the blank before them."""
    return start - 1 if end > start > least and text[start - 1].isspace() else start


def _scattered(here: str, there: str) -> list[Part]:
    """Align two passages that share less than half of their words: by the longer common runs."""
    ours, theirs = words(here), words(there)
    matcher = SequenceMatcher(None, ours.forms, theirs.forms, autojunk=False)
    parts: list[Part] = []
    a = b = 0
    for block in matcher.get_matching_blocks():
        if sum(map(len, ours.forms[block.a : block.a + block.size])) < _RUN:
            continue
        ends = block.a + block.size - 1, block.b + block.size - 1
        start, source = ours.starts[block.a], theirs.starts[block.b]
        parts.append((here[a:start], _differing(here[a:start], there[b:source]), there[b:source]))
        a_end, b_end = ours.ends[ends[0]], theirs.ends[ends[1]]
        parts.append((here[start:a_end], "", there[source:b_end]))
        a, b = a_end, b_end
    parts.append((here[a:], _differing(here[a:], there[b:]), there[b:]))
    return _joined([one for one in parts if one[0] or one[2]])


def _differing(here: str, there: str) -> Kind:
    if min(len(here.split()), len(there.split())) >= _BETWEEN:
        return "edge"
    both = [any(sign.isalnum() for sign in one) for one in (here, there)]
    return "word" if all(both) else "cut" if any(both) else ""
