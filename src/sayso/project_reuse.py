"""Passages that stand in several documents of a folder, a project, or a table of texts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import project_checking, project_clusters, project_takings
from sayso.errors import NotFoundError
from sayso.jobs import Progress, Report
from sayso.model import Document, Failure
from sayso.project_clusters import Row, Shown, Wanted, beside
from sayso.project_documents import read
from sayso.project_takings import Origin
from sayso.project_whose import Whose
from sayso.store import documents
from sayso.store.store import Store

if TYPE_CHECKING:
    import pyarrow as pa

    from sayso.reuse.index import Index
    from sayso.reuse.passages import Reuse


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
        self._rewording = threading.Lock()
        self._key: Key | None = None
        self._held: tuple[Texts, Reuse, list[Row]] | None = None
        self._reworded: tuple[Key, list[Row]] | None = None
        self._origins: tuple[object, dict[int, list[Origin]]] | None = None

    def is_ready(self, store: Store, preset: str, *, within_series: bool, reworded: bool) -> bool:
        """Say whether an answer is at hand without a search."""
        key = _key(store, preset, within_series)
        if reworded:
            return self._reworded is not None and self._reworded[0] == key
        return self._held is not None and self._key == key

    def rows(
        self, store: Store, preset: str, *, within_series: bool, progress: Report | None
    ) -> tuple[Texts, list[Row]]:
        """Give the texts and all clusters, without what changed; see `project_clusters.listed`."""
        with self._lock:
            texts, _, rows = self._looked_for(store, preset, within_series, progress)
            return texts, rows

    def shown(
        self, store: Store, preset: str, wanted: Wanted, *, within_series: bool,
        offset: int, limit: int | None,
    ) -> Shown:  # fmt: skip
        """Give the clusters that are wanted; see `Project.passages_shown`."""
        _, rows = self.rows(store, preset, within_series=within_series, progress=None)
        found = self.origins(store, preset, within_series=within_series)
        kept = project_clusters.chosen(rows, wanted, found)
        end = None if limit is None else offset + limit
        clusters = [
            one | {"members": _with_origins(beside(one["members"]), found[one["cluster"]])}
            for one in kept[offset:end]
        ]
        dates = [one[name] for one in kept for name in ("first_date", "last_date") if one[name]]
        first, last = min(dates, default=None), max(dates, default=None)
        return Shown(len(kept), clusters, first, last)

    def origins(self, store: Store, preset: str, *, within_series: bool) -> dict[int, list[Origin]]:
        """Say by cluster where each of its places is likely to have its words."""
        _, rows = self.rows(store, preset, within_series=within_series, progress=None)
        read = store.one("SELECT (SELECT count(*) FROM act), (SELECT count(*) FROM record)")
        key = (_key(store, preset, within_series), tuple(read))
        if self._origins is None or self._origins[0] != key:
            whole = project_checking.corpus(store)
            whose = Whose(whole.records, {one.id: one.text for one in whole.documents})
            found = project_takings.origins(rows, project_takings.people(store), whose)
            numbers = [one["cluster"] for one in rows]
            self._origins = (key, dict(zip(numbers, found, strict=True)))
        return self._origins[1]

    def paraphrases(
        self, store: Store, *, within_series: bool, progress: Report | None
    ) -> list[Row]:
        """Give the proposals; see `Project.paraphrases`."""
        with self._lock:
            texts, found, _ = self._looked_for(store, "default", within_series, progress)
            key = self._key
        # Meanwhile the lock is free: who only wants what is repeated does not wait.
        with self._rewording:
            if self._reworded is None or self._reworded[0] != key:
                table = paraphrases(texts, found, within_series=within_series, progress=progress)
                assert key is not None
                self._reworded = (key, table.to_pylist())
            return self._reworded[1]

    def _looked_for(
        self, store: Store, preset: str, within_series: bool, progress: Report | None
    ) -> tuple[Texts, Reuse, list[Row]]:
        key = _key(store, preset, within_series)
        if self._held is None or self._key != key:
            texts = of_project(store)
            found = find(texts, preset, within_series=within_series, progress=progress)
            rows = project_clusters.listed(found, texts.texts, texts.titles)
            self._held, self._key = (texts, found, rows), key
        return self._held


Key = tuple[str, bool, tuple[Any, ...]]


def _key(store: Store, preset: str, within_series: bool) -> Key:
    ids = store.all("SELECT id, date, title FROM document WHERE current ORDER BY id")
    return preset, within_series, tuple(ids)


def _with_origins(members: Sequence[Row], origins: Sequence[Origin]) -> list[Row]:
    return [one | {"origin": origin} for one, origin in zip(members, origins, strict=True)]


def clusters(
    texts: Texts, found: Reuse, *, limit: int | None = None, document: str | None = None
) -> Iterator[Row]:
    """Give the clusters for people, what is repeated most first, each place beside an earlier one.

    With `document`, only those that have a passage in it. See `project_clusters.beside`.
    """
    rows = project_clusters.listed(found, texts.texts, texts.titles)
    yield from of_rows(rows, limit=limit, document=document)


def of_rows(
    rows: Sequence[Row], *, limit: int | None = None, document: str | None = None
) -> Iterator[Row]:
    """Give rows of `project_clusters.listed` with each place beside an earlier one."""
    for one in project_clusters.chosen(rows, Wanted(document=document), {})[:limit]:
        yield one | {"members": beside(one["members"])}
