"""Passages that stand in several documents of a folder, a project, or a table of texts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso.errors import NotFoundError
from sayso.jobs import Progress, Report
from sayso.model import Document, Failure
from sayso.project_documents import read
from sayso.store import documents
from sayso.store.store import Store

if TYPE_CHECKING:
    import pyarrow as pa

    from sayso.reuse.index import Index
    from sayso.reuse.passages import Reuse


# Code points from which on a passage weighs no more: a reprinted book is no better known for it.
_LONG = 600


@dataclass(frozen=True)
class Texts:
    """What reuse is looked for in: the rows of the documents, and what could not be read.

    `titles` are for people; `texts` the words that offsets refer to, by id.
    """

    rows: list[dict[str, Any]]
    failures: list[Failure]
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[str, str]:
        """Give the texts by id."""
        return {row["id"]: row["text"] for row in self.rows}

    @property
    def count(self) -> int:
        """Give the number of documents."""
        return len(self.texts)


@dataclass(frozen=True)
class Kept(Texts):
    """The texts of an index, read from it where they are needed."""

    index: Index | None = None

    @property
    def texts(self) -> Mapping[str, str]:
        """Give the texts by id."""
        return self.index or {}


def gathered(paths: Sequence[Path], progress: Report | None = None) -> Texts:
    """Collect texts from folders and files: of any kind that is read, JSON lines, Parquet.

    Raises:
        NotFoundError: Nothing there can be read.
    """
    rows: list[dict[str, Any]] = []
    failures: list[Failure] = []
    titles: dict[str, str] = {}
    for one in _streamed(paths, titles, progress):
        if isinstance(one, Failure):
            failures.append(one)
        else:
            rows.append(one)
    if not rows:
        named = ", ".join(str(one) for one in paths)
        raise NotFoundError(f"There is no text to read in {named}.")
    return Texts(_unique(rows), failures, titles)


def _streamed(
    paths: Sequence[Path], titles: dict[str, str], progress: Report | None
) -> Iterator[dict[str, Any] | Failure]:
    """Give texts as they are read, and what could not be; `titles` is filled on the way."""
    from sayso.reuse import inputs

    files = [one for path in paths for one in (sorted(path.iterdir()) if path.is_dir() else [path])]
    tables = [one for one in files if one.is_file() and one.suffix.lower() in inputs.SUFFIXES]
    others = [one for one in paths if one not in tables]
    for path in tables:
        yield from inputs.rows(path)
    for record in read(others, readers=(), progress=progress, checks=False) if others else ():
        if isinstance(record, Failure):
            yield record
        elif isinstance(record, Document):
            titles[record.key] = record.title or record.key
            yield _row(record, record.key)


def indexed(
    paths: Sequence[Path], folder: Path, preset: str, *, within_series: bool = False,
    tell: Callable[[str], None], progress: Report | None = None,
) -> tuple[Texts, Reuse]:  # fmt: skip
    """Add texts to the index in a folder, made if missing; give its texts and what it finds.

    Args:
        paths: As for `gathered`; they are read one by one and need not fit into memory.
        tell: Called with a line for each text that is left out.

    Raises:
        FormatError: The index is of another version, or damaged.
        StoreError: It cannot be written; what was there before stays.
        NotFoundError: Nothing could be read, and the index is empty.
    """
    from sayso.reuse.index import Index

    if (folder / "index.json").exists():
        index = Index.open(folder)
        index.check_settings(preset, within_series=within_series)
    else:
        size = sum(one.stat().st_size for path in paths for one in _files(path))
        index = Index.create(folder, preset, size=size, within_series=within_series)

    def texts() -> Iterator[dict[str, Any]]:
        for one in _streamed(paths, {}, progress):
            if isinstance(one, Failure):
                tell(one.message)
            else:
                yield one

    def told(stage: str, done: int, total: int) -> None:
        if progress:
            progress(Progress(stage, done, total))

    added = index.add(texts(), progress=told)
    for message in added.refused:
        tell(f"{message} It was left out.")
    if not len(index):
        named = ", ".join(str(one) for one in paths)
        raise NotFoundError(f"There is no text to read in {named}.")
    return Kept([], [], index=index), index.found()


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    else:
        yield from (one for one in path.rglob("*") if one.is_file())


def of_project(store: Store) -> Texts:
    """Give the current documents of a project, by their ids."""
    rows, titles = [], {}
    for one in documents.current(store):
        rows.append(_row(one, one.id))
        titles[one.id] = one.title or one.key
    return Texts(rows, [], titles)


def _row(one: Document, id_: str) -> dict[str, Any]:
    series = one.metadata.get("series")
    return {
        "id": id_,
        "text": one.text,
        "date": one.date if one.date and one.date[:1].isdigit() else None,
        "series": str(series) if series else None,
    }


def _unique(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell equal ids of different tables apart by a number."""
    seen: dict[str, int] = {}
    for row in rows:
        count = seen[row["id"]] = seen.get(row["id"], 0) + 1
        if count > 1:
            row["id"] = f"{row['id']} ({count})"
    return rows


def find(
    texts: Texts, preset: str, *, within_series: bool = False, progress: Report | None = None
) -> Reuse:
    """Find the passages that several of the texts share; see `sayso.reuse.find`."""
    from sayso import reuse

    def told(stage: str, done: int, total: int) -> None:
        if progress:
            progress(Progress(stage, done, total))

    return reuse.find(
        texts.rows, preset, skip_same=None if within_series else "series", progress=told
    )


def find_on_spark(
    texts: Texts, preset: str, *, master: str, folder: Path | None = None,
    within_series: bool = False, progress: Report | None = None,
) -> Reuse:  # fmt: skip
    """Find shared passages on Apache Spark; see `sayso.reuse.find_on`.

    Raises:
        MissingExtraError: pyspark or Java is missing.
        EngineError: The master is none, cannot be reached, or gives up.
    """
    from sayso import reuse
    from sayso.engines.spark import Spark

    def told(stage: str, done: int, total: int) -> None:
        if progress:
            progress(Progress(stage, done, total))

    skipped = None if within_series else "series"
    engine = Spark(master)
    return reuse.find_on(
        engine, texts.rows, preset, skip_same=skipped, folder=folder, progress=told
    )


def paraphrases(
    texts: Texts, found: Reuse, *, within_series: bool = False, progress: Report | None = None
) -> pa.Table:
    """Propose passages reworded from one text to another, with their words, the nearest first.

    Each row is one of `sayso.reuse.paraphrases` with `text`, `title` and `date` of either side.

    Args:
        texts: The texts, held in memory.
        found: What is repeated word for word, which is left out.
        within_series: Compare texts of one series too.
        progress: Called with how far it is.
    """
    import pyarrow as pa

    from sayso import reuse

    def told(stage: str, done: int, total: int) -> None:
        if progress:
            progress(Progress(stage, done, total))

    skipped = None if within_series else "series"
    table = reuse.paraphrases(texts.rows, found=found, skip_same=skipped, progress=told)
    words = texts.texts
    dates = {row["id"]: row["date"] for row in texts.rows}
    for side in "ab":
        names = (f"doc_{side}", f"begin_{side}", f"end_{side}")
        places = list(zip(*(table.column(name).to_pylist() for name in names), strict=True))
        said = [words[doc][begin:end] for doc, begin, end in places]
        titles = [texts.titles.get(doc, doc) for doc, _, _ in places]
        for name, values in (
            ("text", said), ("title", titles), ("date", [dates[doc] for doc, _, _ in places]),
        ):  # fmt: skip
            table = table.append_column(f"{name}_{side}", pa.array(values, pa.string()))
    return table


class Passages:
    """The shared passages of a project, looked for once for its documents as they stand."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._key: tuple[Any, ...] | None = None
        self._held: tuple[Texts, Reuse] | None = None
        self._reworded: list[dict[str, Any]] | None = None

    def clusters(
        self, store: Store, preset: str, *, within_series: bool, document: str | None,
        limit: int | None, progress: Report | None,
    ) -> list[dict[str, Any]]:  # fmt: skip
        """Give the clusters; see `Project.passages`."""
        with self._lock:
            texts, found = self._looked_for(store, preset, within_series, progress)
            return list(clusters(texts, found, limit=limit, document=document))

    def paraphrases(
        self, store: Store, *, within_series: bool, progress: Report | None
    ) -> list[dict[str, Any]]:
        """Give the proposals; see `Project.paraphrases`."""
        with self._lock:
            texts, found = self._looked_for(store, "default", within_series, progress)
            if self._reworded is None:
                table = paraphrases(texts, found, within_series=within_series, progress=progress)
                self._reworded = table.to_pylist()
            return self._reworded

    def _looked_for(
        self, store: Store, preset: str, within_series: bool, progress: Report | None
    ) -> tuple[Texts, Reuse]:
        ids = store.all("SELECT id, date FROM document WHERE current ORDER BY id")
        key = (preset, within_series, tuple(ids))
        if self._held is None or self._key != key:
            texts = of_project(store)
            found = find(texts, preset, within_series=within_series, progress=progress)
            self._held, self._key, self._reworded = (texts, found), key, None
        return self._held


def clusters(
    texts: Texts, found: Reuse, *, limit: int | None = None, document: str | None = None
) -> Iterator[dict[str, Any]]:
    """Give the clusters for people, what is repeated most first, each passage with its words.

    With `document`, only those that have a passage in it.

    Passages come by date; each later one has the differences from the one it is most alike to:
    (kind, verdict, words there, words here), as `sayso.reuse.check_quote` classes them.
    """
    by_cluster: dict[int, list[dict[str, Any]]] = {}
    for row in found.passages.to_pylist():
        by_cluster.setdefault(row["cluster"], []).append(row)
    words = texts.texts
    placed = {row["passage"]: row for rows in by_cluster.values() for row in rows}
    listed = sorted(
        found.clusters.to_pylist(),
        key=lambda one: (-_weight(one, by_cluster[one["cluster"]]), one["cluster"]),
    )
    if document is not None:
        inside = {row["cluster"] for row in placed.values() if row["doc"] == document}
        listed = [one for one in listed if one["cluster"] in inside]
    for cluster in listed[:limit]:
        members = []
        for row in by_cluster[cluster["cluster"]]:
            text = words[row["doc"]][row["begin"] : row["end"]]
            earlier = placed.get(row["parent"])
            members.append(
                row
                | {
                    "text": text,
                    "title": texts.titles.get(row["doc"], row["doc"]),
                    "changes": _changes(text, words, earlier) if earlier else [],
                }
            )
        yield cluster | {"members": members}


def _weight(cluster: Mapping[str, Any], members: Sequence[Mapping[str, Any]]) -> int:
    """Weigh a cluster by its further documents times its length: what most is repeated of."""
    longest = max(row["end"] - row["begin"] for row in members)
    return int((cluster["documents"] - 1) * min(longest, _LONG))


def _changes(text: str, words: Mapping[str, str], earlier: dict[str, Any]) -> list[list[Any]]:
    from sayso import reuse

    before = words[earlier["doc"]][earlier["begin"] : earlier["end"]]
    check = reuse.check_quote(text, before)
    return [
        [one.quote_start, one.quote_end, one.kind, one.verdict, one.there, one.quoted]
        for one in check.changes
        if one.verdict != "typographic"
    ]
