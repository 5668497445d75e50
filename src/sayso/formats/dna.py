"""Read a `.dna` file of Discourse Network Analyzer 3 into plain tables, without altering it.

A `.dna` file is an SQLite database. It is opened read-only, and trusted in nothing: only its
plain tables are read, value by value, each held against the type its column should have. What is
doubtful is kept, and named in `doubts`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from sayso.errors import AnchorError, FormatError
from sayso.formats.dna_schema import DATA_TABLES, NEEDED, TABLES, Kind, unset
from sayso.text import Units

Value = int | str | None
Row = tuple[Value, ...]
_HEAD = b"SQLite format 3\x00"
_WAL = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_MOST_CELL = 256 * 2**20
"""Bytes of one value at most; a text of that length is no document."""
_SLACK = 2**20
_SPELT_OUT = 20  # doubts of one kind told one by one; the rest are counted


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in the file that does not fit, which row it concerns, and what was done."""

    table: str
    row: Value
    message: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """The place of a statement in its document.

    `start` and `end` count code points, end excluded; both are None where the place lies outside
    the text. `exact` are the words there. `sure` is False where the editor's count (UTF-16 units)
    and a count of code points name different words, or where the place is impossible.
    """

    statement: int
    document: int
    start: int | None
    end: int | None
    exact: str
    sure: bool


@dataclass(frozen=True)
class DnaFile:
    """The content of a `.dna` file: its tables by name, and what is doubtful in them.

    A table is a tuple of rows in the column order of `formats.dna_schema.TABLES`. Passwords are
    left out when the file is read.
    """

    tables: Mapping[str, tuple[Row, ...]]
    doubts: tuple[Doubt, ...] = field(default=())

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Give the rows of a table as mappings from column to value."""
        columns = tuple(TABLES[table])
        for row in self.tables.get(table, ()):
            yield dict(zip(columns, row, strict=True))

    def columns(self, table: str) -> dict[str, list[Any]]:
        """Give the columns of a table as lists."""
        names = tuple(TABLES[table])
        rows = self.tables.get(table, ())
        if not rows:
            return {name: [] for name in names}
        return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))

    @cached_property
    def statement_types(self) -> dict[str, int]:
        """The statement types by their labels."""
        return {str(row["Label"]): row["ID"] for row in self.rows("STATEMENTTYPES")}

    def variables(self, statement_type: int) -> dict[str, tuple[int, str]]:
        """Give id and data type of each variable of a statement type, by name, in order."""
        return {
            str(row["Variable"]): (row["ID"], str(row["DataType"]))
            for row in self.rows("VARIABLES")
            if row["StatementTypeId"] == statement_type
        }

    def values(self, variable: int, data_type: str) -> dict[int, Value]:
        """Give the value of a variable for each statement id that has one."""
        if data_type not in DATA_TABLES:
            return {}
        table, column = DATA_TABLES[data_type]
        found = {
            row["StatementId"]: row[column]
            for row in self.rows(table)
            if row["VariableId"] == variable
        }
        if data_type != "short text":
            return found
        names = {row["ID"]: row["Value"] for row in self.rows("ENTITIES")}
        return {statement: names.get(entity, "") for statement, entity in found.items()}

    def attributes(self, variable: int) -> dict[str, dict[str, str]]:
        """Give the attributes of each value of a short-text variable; its colour as "Color"."""
        columns = {
            row["ID"]: str(row["AttributeVariable"])
            for row in self.rows("ATTRIBUTEVARIABLES")
            if row["VariableId"] == variable
        }
        entities = {
            row["ID"]: row for row in self.rows("ENTITIES") if row["VariableId"] == variable
        }
        found = {
            str(row["Value"]): {"Color": _colour(row), **dict.fromkeys(columns.values(), "")}
            for row in entities.values()
        }
        for row in self.rows("ATTRIBUTEVALUES"):
            entity = entities.get(row["EntityId"])
            column = columns.get(row["AttributeVariableId"])
            if entity is not None and column is not None:
                found[str(entity["Value"])][column] = str(row["AttributeValue"])
        return found

    def anchors(self) -> Iterator[Anchored]:
        """Give the place of every statement in code points; the file counts UTF-16 units."""
        texts = {row["ID"]: str(row["Text"]) for row in self.rows("DOCUMENTS")}
        units: dict[int, Units] = {}
        for row in self.rows("STATEMENTS"):
            document = row["DocumentId"]
            text = texts.get(document)
            if text is not None and document not in units:
                units[document] = Units(text)
            yield _anchored(row, text, units.get(document))


def read(path: str | Path) -> DnaFile:
    """Read a `.dna` file.

    Raises:
        FormatError: It is no `.dna` file of version 3, or damaged beyond use; the message says
            what is wrong and what to do.
    """
    path = Path(path)
    doubts = list(_beside(path))
    try:
        with closing(_opened(path)) as connection:
            known = _plain_tables(connection)
            _check_version(path, connection, known)
            room = _Room(path)
            tables = {
                table: tuple(_table(connection, table, known, doubts, room)) for table in TABLES
            }
    except sqlite3.DataError as error:  # "string or blob too big"
        raise FormatError(
            f"{path.name} holds a value of more than {_MOST_CELL // 2**20} MB, which is no text of "
            "a document; nothing was taken from it."
        ) from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        # SQLite quotes the file in its messages, whatever bytes stand there.
        said = "its tables have no legible names" if isinstance(error, UnicodeError) else " ".join(
            str(error).split())  # fmt: skip
        raise FormatError(
            f"{path.name} is damaged ({said[:120]}); nothing was taken from it. "
            "Restore a copy, or let `sqlite3 FILE .recover` save what it can."
        ) from error
    found = DnaFile(tables, tuple(doubts))
    return DnaFile(tables, _summed([*doubts, *_misfits(found)]))


class _Room:
    """What a file may say, counted in bytes: no more than it holds.

    Pages of a forged file can be named many times over, so that a few of them read as billions of
    rows; true ones store every row and text once. Texts in UTF-16 grow by half where they are
    read.
    """

    def __init__(self, path: Path) -> None:
        self._name = path.name
        self._left = 2 * path.stat().st_size + _SLACK

    def take(self, row: tuple[Any, ...]) -> None:
        """Count a row.

        Raises:
            FormatError: There are more rows and texts than the file has room for.
        """
        self._left -= 3 + sum(len(value) for value in row if isinstance(value, bytes))
        if self._left < 0:
            raise FormatError(
                f"{self._name} is forged or damaged: its tables say more than a file of this size "
                "holds. Nothing was taken from it."
            )


def _opened(path: Path) -> sqlite3.Connection:
    try:
        with path.open("rb") as file:
            head = file.read(len(_HEAD))
    except OSError as error:
        raise FormatError(f"{path} cannot be opened: {error.strerror or error}.") from error
    if head != _HEAD:
        what = "is empty" if not head else "is no SQLite database"
        if head[:4] in _WAL:
            raise FormatError(
                f"{path.name} is the log (-wal) of a database, not the database; choose the file "
                "of the same name without -wal, and close the program that has it open first."
            )
        raise FormatError(
            f"{path.name} {what}, so no .dna file. Choose the file that "
            "Discourse Network Analyzer saved (connection profiles, .dnc, hold no data)."
        )
    # "immutable" keeps SQLite from writing anything beside the file.
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_CELL)
    connection.text_factory = bytes
    return connection


def _beside(path: Path) -> Iterator[Doubt]:
    for suffix in ("-wal", "-journal"):
        other = path.with_name(path.name + suffix)
        if other.is_file() and other.stat().st_size:
            yield Doubt(
                "", None,
                f"{other.name} lies beside the file: another program has it open, or was cut off. "
                "Its last changes are missing here; close that program and read again.",
            )  # fmt: skip


def _plain_tables(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Give the columns of every plain table, both by upper-case name."""
    found: dict[str, dict[str, str]] = {}
    listed = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    for name, sql in listed.fetchall():
        table = _decoded(name)
        if table.upper() not in TABLES or _decoded(sql or b"").upper().startswith("CREATE VIRTUAL"):
            continue
        columns = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        found[table.upper()] = {
            _decoded(column).upper(): _decoded(column) for (column,) in columns.fetchall()
        }
    return found


def _check_version(
    path: Path, connection: sqlite3.Connection, known: Mapping[str, Mapping[str, str]]
) -> None:
    missing = [table for table in NEEDED if table not in known]
    if missing == list(NEEDED):
        raise FormatError(f"{path.name} is an SQLite database, but no .dna file: it has no tables "
                          f"named {', '.join(NEEDED)}.")  # fmt: skip
    if "SETTINGS" in known:
        settings = connection.execute("SELECT Property, Value FROM SETTINGS").fetchall()
        version = next((_decoded(value) for key, value in settings if _decoded(key) == "version"),
                       "3")  # fmt: skip
        if not version.startswith("3"):
            raise FormatError(
                f"{path.name} was written by version {version[:20]} of Discourse Network Analyzer; "
                "only version 3 is read. Import it into DNA 3, save, and open that file."
            )
    missing = [table for table in missing if table != "SETTINGS"]
    if missing:
        raise FormatError(
            f"{path.name} has no table {', '.join(missing)}; without it no statement can be had. "
            "Restore a whole copy of the file."
        )


def _table(
    connection: sqlite3.Connection,
    table: str,
    known: Mapping[str, Mapping[str, str]],
    doubts: list[Doubt],
    room: _Room,
) -> Iterator[Row]:
    """Read one table, column by column as it should be, whatever the file's own order."""
    if table not in known:
        doubts.append(Doubt(table, None, f"There is no table {table}; it is read as empty."))
        return
    columns = TABLES[table]
    have = known[table]
    doubts += [
        Doubt(table, None, f"{table} has no column {column}.")
        for column in columns
        if column.upper() not in have
    ]
    picked = [_quoted(have[one.upper()]) if one.upper() in have else "NULL" for one in columns]
    chosen = ", ".join(
        "''" if name == "Password" else sql for name, sql in zip(columns, picked, strict=True)
    )
    # Names come from the fixed schema, or from the file and quoted.
    for row in connection.execute(f"SELECT {chosen} FROM {_quoted(table)}"):  # noqa: S608 (fixed names)
        room.take(row)
        yield tuple(
            _typed(value, column, kind, table, row[0], doubts)
            for value, (column, kind) in zip(row, columns.items(), strict=True)
        )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _decoded(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _typed(value: Any, column: str, kind: Kind, table: str, row: Any, doubts: list[Doubt]) -> Value:
    if value is None:
        return unset(column, kind)
    if kind == "integer":
        if isinstance(value, int):
            return value
        doubts.append(Doubt(table, _key(row), f"{column} of {table} should be a whole number."))
        return _as_number(value, unset(column, kind))
    if not isinstance(value, bytes):
        return str(value)
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        doubts.append(Doubt(table, _key(row), f"{column} of {table} is no valid UTF-8."))
        return value.decode("utf-8", "replace")


def _key(value: Any) -> Value:
    return value if isinstance(value, int) or value is None else _decoded(value)


def _as_number(value: Any, otherwise: Value) -> Value:
    try:
        return int(float(_decoded(value)))
    except (ValueError, OverflowError):
        return otherwise


def _colour(row: Mapping[str, Any]) -> str:
    parts = [min(255, max(0, row[one] or 0)) for one in ("Red", "Green", "Blue")]
    return "#" + "".join(f"{part:02X}" for part in parts)


def _anchored(row: Mapping[str, Any], text: str | None, units: Units | None) -> Anchored:
    statement, document = row["ID"], row["DocumentId"]
    if text is None or units is None:
        return Anchored(statement, document, None, None, "", sure=False)
    try:
        start, end = units.from_utf16(row["Start"]), units.from_utf16(row["Stop"])
    except AnchorError:
        return Anchored(statement, document, None, None, "", sure=False)
    if start >= end:
        return Anchored(statement, document, None, None, "", sure=False)
    same = (start, end) == (row["Start"], row["Stop"])
    return Anchored(statement, document, start, end, text[start:end], sure=same)


def _misfits(file: DnaFile) -> Iterator[Doubt]:
    """Name the statements whose place or values do not hold together."""
    documents = {row["ID"] for row in file.rows("DOCUMENTS")}
    for place in file.anchors():
        if place.document not in documents:
            yield Doubt("STATEMENTS", place.statement, "Its document does not exist.")
        elif place.start is None:
            yield Doubt("STATEMENTS", place.statement, "Its place lies outside its document.")
        elif not place.sure:
            yield Doubt(
                "STATEMENTS", place.statement,
                "Signs outside the basic plane (emoji, rare characters) stand before it; its place "
                "was taken as counted in UTF-16 units.",
            )  # fmt: skip
    yield from _repeated(file)
    yield from _strays(file)


def _repeated(file: DnaFile) -> Iterator[Doubt]:
    """Name the ids that several rows of a table have."""
    for table, columns in TABLES.items():
        if "ID" not in columns:
            continue
        seen: set[Value] = set()
        for row in file.rows(table):
            if row["ID"] in seen:
                yield Doubt(table, row["ID"], "Several rows have this id; the last one counts.")
            seen.add(row["ID"])


def _strays(file: DnaFile) -> Iterator[Doubt]:
    statements = {row["ID"] for row in file.rows("STATEMENTS")}
    variables = {row["ID"]: row["DataType"] for row in file.rows("VARIABLES")}
    entities = {row["ID"] for row in file.rows("ENTITIES")}
    for variable, data_type in variables.items():
        if data_type not in DATA_TABLES:
            yield Doubt("VARIABLES", variable, f"Its data type {data_type!r} is not known.")
    for data_type, (table, column) in DATA_TABLES.items():
        for row in file.rows(table):
            if row["StatementId"] not in statements:
                yield Doubt(table, row["ID"], "It belongs to no statement.")
            if variables.get(row["VariableId"]) != data_type:
                yield Doubt(table, row["ID"], f"It belongs to no {data_type} variable.")
            if column == "Entity" and row["Entity"] not in entities:
                yield Doubt(table, row["ID"], "Its value does not exist; it is read as empty.")


def _summed(doubts: list[Doubt]) -> tuple[Doubt, ...]:
    """Keep the first doubts of each kind, and count the rest in one line."""
    kinds: dict[tuple[str, str], list[Doubt]] = {}
    for doubt in doubts:
        kinds.setdefault((doubt.table, doubt.message), []).append(doubt)
    kept: list[Doubt] = []
    for (table, message), of in kinds.items():
        kept += of[:_SPELT_OUT]
        if len(of) > _SPELT_OUT:
            more = len(of) - _SPELT_OUT
            kept.append(Doubt(table, None, f"{message} So do {more:,} more rows."))
    return tuple(kept)
