"""Documents as JSON lines or Parquet, for reuse without a project: a bad line costs itself only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import FormatError
from sayso.model import Failure, failure_id

COLUMNS = ("id", "text", "date", "series")
SUFFIXES = (".jsonl", ".ndjson", ".json", ".parquet")


def rows(path: Path) -> Iterator[dict[str, Any] | Failure]:
    """Give the documents of a file as rows with `id`, `text`, `date`, `series`.

    A line that is broken, lacks its text, or gives an id again becomes a failure.

    Raises:
        FormatError: The file cannot be opened, or is no such table.
    """
    found = _parquet(path) if path.suffix.lower() == ".parquet" else _lines(path)
    seen: set[str] = set()
    for place, one in found:
        if isinstance(one, str):
            yield _failure(path, place, one)
            continue
        problem = _problem(one, seen)
        if problem:
            yield _failure(path, place, problem)
            continue
        id_ = str(one["id"])
        seen.add(id_)
        yield {
            "id": id_,
            "text": one["text"],
            "date": _string(one.get("date")),
            "series": _string(one.get("series")),
        }


def _problem(one: dict[str, Any], seen: set[str]) -> str:
    if one.get("id") in (None, ""):
        return "it has no id"
    if not isinstance(one.get("text"), str):
        return "it has no text"
    if str(one["id"]) in seen:
        return f"the id {str(one['id'])!r} stands twice; the first one is kept"
    return ""


def _string(value: Any) -> str | None:
    return None if value in (None, "") else str(value)


def _failure(path: Path, place: int, problem: str) -> Failure:
    message = f"{path.name}, line {place}: {problem}. It was left out."
    return Failure(failure_id(path.name, "reuse", message), path.name, "reuse", message)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any] | str]]:
    try:
        file = path.open("rb")
    except OSError as error:
        raise FormatError(f"{path} cannot be read ({error.strerror}).") from error
    with file:
        for nth, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                one = json.loads(line.decode("utf-8-sig"))
            except UnicodeDecodeError:
                yield nth, "it is no UTF-8"
                continue
            except (ValueError, RecursionError):
                yield nth, "it is no JSON"
                continue
            yield nth, one if isinstance(one, dict) else "it is no object with id and text"


def _parquet(path: Path) -> Iterator[tuple[int, dict[str, Any] | str]]:
    import pyarrow as pa
    import pyarrow.parquet as parquet

    try:
        with parquet.ParquetFile(path) as file:
            names = [one for one in COLUMNS if one in file.schema_arrow.names]
            nth = 0
            for batch in file.iter_batches(batch_size=4096, columns=names):
                for one in batch.to_pylist():
                    nth += 1
                    yield nth, one
    except (OSError, pa.ArrowInvalid) as error:
        reason = str(error).splitlines()[0]
        raise FormatError(f"{path} is no Parquet table that can be read ({reason}).") from error
