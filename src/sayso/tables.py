"""The columns of each record, once, for every store, export and network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from sayso.model import RECORDS, Record, plain

COLUMNS: Mapping[str, tuple[str, ...]] = {
    type_: tuple(one.name.rstrip("_") for one in fields(record))
    for type_, record in RECORDS.items()
}


def rows(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """Turn records into plain rows, `type` first, then the columns of their type in order."""
    for record in records:
        yield plain(record)
