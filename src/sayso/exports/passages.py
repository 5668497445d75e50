"""Passages that stand in several documents, as Parquet, JSON lines, or a page to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from sayso.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".parquet", ".jsonl", ".html")


def lines(tables: Mapping[str, pa.Table]) -> Iterator[dict[str, Any]]:
    """Give every row of the tables as an object, its type first: cluster, passage, pair, ..."""
    for name in ("clusters", "passages", "pairs", "paraphrases"):
        for row in tables[name].to_pylist() if name in tables else ():
            yield {"type": name[:-1], **row}


def write(
    path: Path, tables: Mapping[str, pa.Table], clusters: Iterable[Mapping[str, Any]], *,
    documents: int, limit: int = 100,
) -> list[Path]:  # fmt: skip
    """Write what was found; give the files written.

    Parquet holds one table a file, so NAME.parquet has the pairs and NAME.passages.parquet and
    NAME.clusters.parquet lie beside it, and NAME.paraphrases.parquet where those were asked for.

    Args:
        path: Where to; its ending says as what.
        tables: `pairs`, `passages`, `clusters`, as `sayso.reuse.find` gives them, and where asked
            for `paraphrases` with their words.
        clusters: The clusters with their passages' words, for the page.
        documents: How many documents were compared, for the page.
        limit: Most paraphrases on the page.

    Raises:
        UsageError: The ending is none of those that are written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{path.name}: end the file's name in {', '.join(ENDINGS)}.")
    if ending == ".parquet":
        return _parquet(path, tables)
    if ending == ".jsonl":
        with path.open("w", encoding="utf-8") as file:
            for one in lines(tables):
                file.write(json.dumps(one, ensure_ascii=True) + "\n")
        return [path]
    reworded = tables.get("paraphrases")
    listed = None if reworded is None else reworded.slice(0, limit).to_pylist()
    path.write_text(page(clusters, documents=documents, reworded=listed), encoding="utf-8")
    return [path]


def _parquet(path: Path, tables: Mapping[str, pa.Table]) -> list[Path]:
    import pyarrow.parquet as parquet

    written = []
    for name in ("pairs", "passages", "clusters", "paraphrases"):
        if name in tables:
            target = path if name == "pairs" else path.with_suffix(f".{name}.parquet")
            parquet.write_table(tables[name], target, compression="zstd")
            written.append(target)
    return written


def page(
    clusters: Iterable[Mapping[str, Any]], *, documents: int,
    reworded: Sequence[Mapping[str, Any]] | None = None,
) -> str:  # fmt: skip
    """Make a page of the clusters: self-contained, without scripts, every word escaped.

    `reworded` are the paraphrases, in a section of their own; None where they were not asked for.
    """
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("sayso.exports", "templates"), autoescape=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    listed = [
        dict(one, members=[dict(m, year=year(m["date"])) for m in one["members"]])
        for one in clusters
    ]
    dated = _span(listed)
    reach = _REACH if any(one["undated"] for one in listed) else _WHOLE
    for one, places in zip(listed, _places(listed), strict=True):
        one["order"] = places
        one["marks"] = _marks(one["members"], dated, reach=reach) if dated else []
        one["rows"] = 1 + max((mark.row for mark in one["marks"]), default=0)
    rendered: str = environment.get_template("passages.html").render(
        clusters=listed,
        documents=documents,
        reworded=reworded,
        reach=reach,
        dated=_ends(dated) if dated else None,
    )
    return rendered


def _places(clusters: Sequence[Mapping[str, Any]]) -> list[dict[str, int]]:
    """Give each cluster its place by every order the page can be read in."""
    orders: dict[str, list[tuple[Any, ...]]] = {
        "most": [(nth,) for nth in range(len(clusters))],
        "spread": [(-one["documents"], -one["passages"], n) for n, one in enumerate(clusters)],
        "size": [(-_longest(one), n) for n, one in enumerate(clusters)],
        "date": [
            (one["first_date"] is None, one["first_date"] or "", n)
            for n, one in enumerate(clusters)
        ],
    }
    made: list[dict[str, int]] = [{} for _ in clusters]
    for name, keys in orders.items():
        for place, nth in enumerate(sorted(range(len(keys)), key=lambda n: keys[n])):
            made[nth][name] = place
    return made


def _longest(cluster: Mapping[str, Any]) -> int:
    return max(int(one["end"]) - int(one["begin"]) for one in cluster["members"])


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of a passage on the line of time: its kind, where (per cent), in which row."""

    kind: Literal["first", "tied", "later", "undated"]
    place: float
    row: int
    name: str


_REACH, _WHOLE, _UNDATED = 84.0, 99.0, 90.0
_APART = 2.2
_ROWS = 4


def _marks(
    members: Sequence[Mapping[str, Any]], dated: tuple[float, float], *, reach: float
) -> list[Mark]:
    """Give a mark for each place of a passage; those that would cover one another get rows.

    Undated places stand beside the line. Dates take `reach` per cent of it.
    """
    ends: list[float] = []
    made = []
    for one in sorted(members, key=lambda one: (one["year"] is None, one["year"] or 0.0)):
        place = _UNDATED
        if one["year"] is not None:
            share = (one["year"] - dated[0]) / (dated[1] - dated[0])
            place = round(1 + (reach - 1) * share, 2)
        row = next((row for row, end in enumerate(ends) if place - end >= _APART), len(ends))
        if row == len(ends) and row >= _ROWS:
            row = ends.index(min(ends))
        ends[row:] = [place, *ends[row + 1 :]]
        name = f"{one['title']}, {one['date'] or 'undated'}"
        made.append(Mark(_kind(one), place, row, name))
    # What is first lies on top of what follows it closely.
    return sorted(made, key=lambda mark: mark.kind in ("first", "tied"))


def _kind(one: Mapping[str, Any]) -> Literal["first", "tied", "later", "undated"]:
    if one["first"]:
        return "tied" if one["tied"] else "first"
    return "undated" if one["year"] is None else "later"


_MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()
_SHORT = 6


def _ends(dated: tuple[float, float]) -> tuple[str, str]:
    """Say the ends of the line: as years, or as months where it is short.

    >>> _ends((1787.8333, 1788.5)), _ends((1922, 2007.1))
    (('Nov 1787', 'July 1788'), ('1922', '2007'))
    """
    if dated[1] - dated[0] > _SHORT:
        return str(int(dated[0])), str(int(dated[1]))
    first, last = (
        f"{_MONTHS[min(11, int((one - int(one)) * 12 + 0.001))]} {int(one)}" for one in dated
    )
    return first, last


def _span(clusters: list[dict[str, Any]]) -> tuple[float, float] | None:
    """Give the first and last date among the passages, in years."""
    years = [y for one in clusters for m in one["members"] if (y := year(m["date"])) is not None]
    return (min(years), max(years)) if years and min(years) < max(years) else None


def year(date: str | None) -> float | None:
    """Give a date as a year with its fraction; None where there is none.

    >>> year("1788-07-01")
    1788.5
    """
    parts = (date or "").split("-")
    try:
        whole = [int(one[:4]) for one in parts[:3]]
    except ValueError:
        return None
    month = whole[1] if len(whole) > 1 else 7
    return whole[0] + (month - 1) / 12 + ((whole[2] - 1) / 365 if len(whole) > 2 else 0)
