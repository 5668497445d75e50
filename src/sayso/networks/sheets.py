"""Tables of statements as files: CSV, Parquet and spreadsheets, in and out."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sayso.errors import MissingExtraError, UsageError
from sayso.networks.files import put, sheet
from sayso.networks.statements import Kind, Statements, from_columns
from sayso.networks.times import NO_DATE, written

_MOST = 5_000_000  # rows of one file
_UNPACKED = 1_000_000_000  # bytes of a spreadsheet


def read_statements(
    path: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    kinds: Mapping[str, Kind] | None = None,
) -> Statements:
    """Read a table of statements from a .csv, .tsv, .parquet or .xlsx file.

    Args:
        path: the file; its first row names the columns. A CSV may part them by "," ";" or tab.
        columns: the file's names by sayso's: {"actor": "Organization", "date": "Published"}.
            Where it is given, only these are read.
        kinds: "text", "boolean" or "integer" of variables; "agreement" is a boolean where its
            values are like for and against.

    Raises:
        UsageError: A column is not there, or a value does not fit; the row of the file is named.
        MissingExtraError: A spreadsheet needs a library that is not installed.
    """
    path = Path(path)
    table_ = read_table(path)
    found = table_.columns
    chosen = dict(columns) if columns else {name: name for name in found}
    for name, given in chosen.items():
        if given not in found:
            raise UsageError(
                f"{path.name} has no column {given!r} for {name!r}; it has {', '.join(found)}."
            )
    table = {name: found[given] for name, given in chosen.items()}
    known = dict(kinds or {})
    if "agreement" in table and "agreement" not in known and _is_yes_or_no(table["agreement"]):
        known["agreement"] = "boolean"
    try:
        return from_columns(table, kinds=known)
    except UsageError as error:
        raise UsageError(f"{path.name}, {_numbered(str(error), table_.rows)}") from error


def _numbered(message: str, rows: Sequence[int]) -> str:
    """Give a message about a row of the table with the number the row has in the file."""
    found = re.match(r"Row (\d+)", message)
    return f"row {rows[int(found[1]) - 1]}{message[found.end() :]}" if found else message


@dataclass(frozen=True)
class Table:
    """The columns of a file by name, and the number that each row has in it.

    Rows are counted from 1, the names in the first row included, as a spreadsheet counts them;
    rows without any value are left out and counted. A Parquet file has no row of names.
    """

    columns: Mapping[str, list[Any]]
    rows: Sequence[int]


def read_table(path: Path) -> Table:
    """Read the columns of a table by the names in its first row.

    Raises:
        UsageError: The ending is not known, or the file cannot be read.
    """
    if path.suffix.lower() not in _READERS:
        raise UsageError(f"Tables of statements end in {', '.join(_READERS)}, not {path.suffix!r}.")
    return _READERS[path.suffix.lower()](path)


def write_statements(statements: Statements, path: str | Path) -> Path:
    """Write a table of statements as .csv or .parquet, one row each, in order of time.

    Raises:
        UsageError: The ending is not known.
    """
    path = Path(path)
    names = ["id", "document", "date", *statements.columns]
    dates = [None if at == NO_DATE else written(int(at)) for at in statements.times]
    texts = [_values(statements, name) for name in statements.columns]
    columns = [list(statements.ids), statements.documents.tolist(), dates, *texts]
    if path.suffix.lower() == ".csv":
        return put(path, sheet([names, *zip(*columns, strict=True)]))
    if path.suffix.lower() != ".parquet":
        raise UsageError(f"Statements are written to .csv or .parquet, not {path.suffix!r}.")
    import polars

    polars.DataFrame(dict(zip(names, columns, strict=True)), strict=False).write_parquet(path)
    return path


def _values(statements: Statements, name: str) -> list[Any]:
    column = statements.columns[name]
    if column.kind == "boolean":
        return [(None, "against", "for")[code + 1] for code in column.codes.tolist()]
    labels = [*column.labels, None]
    return [labels[code] for code in column.codes.tolist()]


def _is_yes_or_no(values: list[Any]) -> bool:
    words = {"" if value is None else str(value).casefold() for value in values}
    return words <= {"for", "against", "neither", "yes", "no", "true", "false", "1", "0", ""}


def _columns(rows: Iterator[tuple[int, Any]], name: str) -> Table:
    """Give the columns of numbered rows, the first of which holds their names."""
    _, first = next(rows, (1, []))
    heads = ["" if head is None else str(head).strip() for head in first]
    named = [head for head in heads if head]
    if len(set(named)) < len(named):
        twice = next(head for head in named if named.count(head) > 1)
        raise UsageError(f"{name} has two columns named {twice!r}; rename one.")
    found: list[list[Any]] = [[] for _ in heads]
    numbers = []
    for number, given in rows:
        row = list(given)
        if not any(value not in (None, "") for value in row):
            continue
        while len(row) > len(heads) and row[-1] in (None, ""):
            row.pop()
        if len(row) != len(heads):
            raise UsageError(f"{name}, row {number}: {len(row)} cells, not {len(heads)}.")
        numbers.append(number)
        if number > _MOST:
            raise UsageError(f"{name} has over {_MOST:,} rows; split it, or use Parquet.")
        for column, value in zip(found, row, strict=True):
            column.append(value)
    # A sheet may reach farther than what stands in it; what stands under no name is called so.
    kept = {
        head or f"column {at}": column
        for at, (head, column) in enumerate(zip(heads, found, strict=True), 1)
        if head or any(value not in (None, "") for value in column)
    }
    return Table(kept, numbers)


def _csv(path: Path) -> Table:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            head = file.readline()
            file.seek(0)
            sign = max(",;\t", key=head.count)
            return _columns(_lines(csv.reader(file, delimiter=sign)), path.name)
    except UnicodeDecodeError as error:
        raise UsageError(f"{path.name} is not UTF-8; save it as “CSV UTF-8” and read it again."
                         ) from error  # fmt: skip
    except (OSError, csv.Error) as error:
        raise UsageError(f"{path.name} cannot be read: {error}.") from error


def _lines(reader: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Number the rows of a CSV file, empty lines and all."""
    yield from enumerate(reader, 1)


def _parquet(path: Path) -> Table:
    import polars

    try:
        frame = polars.read_parquet(path)
    except (OSError, polars.exceptions.PolarsError) as error:
        raise UsageError(f"{path.name} cannot be read: {error}.") from error
    columns = {name: [_dated(one) for one in frame[name].to_list()] for name in frame.columns}
    return Table(columns, range(1, frame.height + 1))


def _xlsx(path: Path) -> Table:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingExtraError(
            "Spreadsheets need openpyxl: `pip install openpyxl`, or save the sheet as CSV."
        ) from error
    _check_size(path)
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except Exception as error:  # the library raises whatever its parsers do
        raise UsageError(f"{path.name} is no spreadsheet that can be read: {error}.") from error
    rows = book.worksheets[0].iter_rows(values_only=True)
    try:
        numbered = enumerate(([_dated(value) for value in row] for row in rows), 1)
        return _columns(numbered, path.name)
    finally:
        book.close()


def _check_size(path: Path) -> None:
    """Refuse a spreadsheet that unpacks to more than a machine bears."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except (OSError, zipfile.BadZipFile) as error:
        raise UsageError(f"{path.name} is no spreadsheet that can be read: {error}.") from error
    if size > _UNPACKED:
        raise UsageError(f"{path.name} unpacks to {size:,} bytes; save the sheet as CSV.")


def _dated(value: Any) -> Any:
    """Give a date as it is written in EDTF, without the midnight that a cell for days has."""
    if isinstance(value, datetime):
        moment = value.isoformat(timespec="seconds")
        return moment.removesuffix("T00:00:00")
    if isinstance(value, date):
        return value.isoformat()
    # A year in a cell for numbers comes as 1931.0.
    return int(value) if isinstance(value, float) and value.is_integer() else value


_READERS: Mapping[str, Callable[[Path], Table]] = {
    ".csv": _csv, ".tsv": _csv, ".parquet": _parquet, ".xlsx": _xlsx,
}  # fmt: skip
