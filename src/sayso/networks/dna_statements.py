"""The statements of a `.dna` file as the table that networks are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso.errors import UsageError
from sayso.formats import dna as dna_file
from sayso.networks.statements import DOCUMENT, Kind, Known, Statements, arranged

_KINDS: Mapping[str, Kind] = {
    "short text": "text", "long text": "text", "boolean": "boolean", "integer": "integer",
}  # fmt: skip
_FIELDS = ("author", "source", "section", "type", "id", "title")


def load(path: str | Path, statement_type: str = "DNA Statement") -> Statements:
    """Read the statements of one type of a `.dna` file, with the variables of their documents.

    Raises:
        FormatError: The file is no `.dna` file, or damaged.
        UsageError: There is no such statement type.
    """
    path = Path(path)
    return _loaded(str(path.resolve()), path.stat().st_mtime_ns if path.exists() else 0,
                   statement_type)  # fmt: skip


@lru_cache(maxsize=8)
def _loaded(path: str, _changed: int, statement_type: str) -> Statements:
    return of_file(dna_file.read(path), statement_type)


def of_file(file: dna_file.DnaFile, statement_type: str = "DNA Statement") -> Statements:
    """Make the table of statements of one type from the tables of a `.dna` file.

    Raises:
        UsageError: There is no such statement type.
    """
    types = file.statement_types
    if statement_type not in types:
        raise UsageError(
            f"There is no statement type {statement_type!r}; there are {', '.join(types)}." if types
            else "The file has no statement types, so no statements."
        )  # fmt: skip
    documents = {row["ID"]: row for row in file.rows("DOCUMENTS")}
    rows = [
        row
        for row in file.rows("STATEMENTS")
        if row["StatementTypeId"] == types[statement_type] and row["DocumentId"] in documents
    ]
    known = Known(
        [row["ID"] for row in rows],
        [row["DocumentId"] for row in rows],
        [documents[row["DocumentId"]]["Date"] for row in rows],
        [row["Start"] for row in rows],
        [row["Stop"] for row in rows],
    )
    table: dict[str, Sequence[Any]] = {}
    variables = file.variables(types[statement_type])
    kinds: dict[str, Kind] = {}
    for name, (variable, data_type) in variables.items():
        values = file.values(variable, data_type)
        table[name] = [values.get(row["ID"]) for row in rows]
        kinds[name] = _KINDS.get(data_type, "text")
    for field in _FIELDS:
        source = "ID" if field == "id" else field.title()
        table[DOCUMENT + field] = [str(documents[row["DocumentId"]][source]) for row in rows]
    dates = [row["Date"] for row in documents.values()] or [0]
    attributes = {
        name: file.attributes(variable)
        for name, (variable, data_type) in variables.items()
        if data_type == "short text"
    }
    period = (min(dates), max(dates))
    return arranged(known, table, kinds=kinds, period=period, attributes=attributes)
