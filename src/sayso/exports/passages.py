"""Passages that stand in several documents, as Parquet, JSON lines, or a page to read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

ENDINGS = (".parquet", ".jsonl", ".html")


def lines(tables: Mapping[str, pa.Table]) -> Iterator[dict[str, Any]]:
    """Give every row of the tables as an object, its type first: cluster, passage, pair."""
    for name in ("clusters", "passages", "pairs"):
        for row in tables[name].to_pylist():
            yield {"type": name[:-1], **row}


def write(
    path: Path, tables: Mapping[str, pa.Table], clusters: Iterable[Mapping[str, Any]], *,
    documents: int,
) -> list[Path]:  # fmt: skip
    """Write what was found; give the files written.

    Parquet holds one table a file, so NAME.parquet has the pairs and NAME.passages.parquet and
    NAME.clusters.parquet lie beside it.

    Args:
        path: Where to; its ending says as what.
        tables: `pairs`, `passages`, `clusters`, as `sayso.reuse.find` gives them.
        clusters: The clusters with their passages' words, for the page.
        documents: How many documents were compared, for the page.

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
    path.write_text(page(clusters, documents=documents), encoding="utf-8")
    return [path]


def _parquet(path: Path, tables: Mapping[str, pa.Table]) -> list[Path]:
    import pyarrow.parquet as parquet

    written = []
    for name in ("pairs", "passages", "clusters"):
        target = path if name == "pairs" else path.with_suffix(f".{name}.parquet")
        parquet.write_table(tables[name], target, compression="zstd")
        written.append(target)
    return written


def page(clusters: Iterable[Mapping[str, Any]], *, documents: int) -> str:
    """Make a page of the clusters: self-contained, without scripts, every word escaped."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("sayso.exports", "templates"), autoescape=True,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    listed = [dict(one, members=[marked(m) for m in one["members"]]) for one in clusters]
    rendered: str = environment.get_template("passages.html").render(
        clusters=listed, documents=documents, dated=_span(listed)
    )
    return rendered


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


def marked(member: Mapping[str, Any]) -> dict[str, Any]:
    """Add the stretches of a passage, each with the class of the change it is, or none.

    `parts` are (words here, class, words there); the class is "meaning", "word", "cut" or empty.
    """
    parts: list[tuple[str, str, str]] = []
    at = 0
    text = member["text"]
    for start, end, _, verdict, there, _ in sorted(member["changes"]):
        if start < at:
            continue
        parts.append((text[at:start], "", ""))
        parts.append((text[start:end], _class(verdict), there))
        at = end
    parts.append((text[at:], "", ""))
    return {
        **member,
        "parts": [one for one in parts if one[0] or one[2]],
        "year": year(member["date"]),
    }


def _class(verdict: str) -> str:
    return {"altered(meaning-bearing)": "meaning", "altered": "word"}.get(verdict, "cut")
