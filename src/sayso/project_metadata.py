"""The spreadsheet beside the texts: metadata.csv, its columns, and which row is which file's."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sayso.model import Failure, Json, failure_id
from sayso.project_files import Found
from sayso.project_rows import ColumnGuess
from sayso.store import settings
from sayso.store.store import Store

NAMES = ("metadata.csv", "metadata.tsv")
LARGEST = 64 << 20
_SETTING = "columns"
_SHOWN = 5
FILE = "file"

# Header words in lower case -> field of a document, or "file" for the column that names the file.
_HEADERS: Mapping[str, str] = {
    **dict.fromkeys(("file", "filename", "file name", "path", "file path", "document"), FILE),
    **dict.fromkeys(("title", "name of work", "headline", "heading", "subject"), "title"),
    **dict.fromkeys(("author", "authors", "creator", "writer", "attributed author"), "author"),
    **dict.fromkeys(("signed", "signature", "pseudonym", "signed as"), "signed"),
    **dict.fromkeys(("date", "published", "publication date", "date published", "year"), "date"),
    **dict.fromkeys(
        ("published in", "venue", "publication", "newspaper", "journal", "source"), "published_in"
    ),
    **dict.fromkeys(("kind", "type", "genre", "document type"), "kind"),
    **dict.fromkeys(("url", "link", "address", "web address"), "url"),
    **dict.fromkeys(("language", "lang", "language code"), "language"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A spreadsheet as it was read."""

    path: Path
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Described:
    """What spreadsheets say of files, by the files' absolute paths."""

    given: dict[Path, dict[str, Json]] = field(default_factory=dict)

    def of(self, found: Found) -> Mapping[str, Json]:
        """Give what is said of a file; nothing where no row names it."""
        return self.given.get(found.path, {})


def kept(store: Store) -> Mapping[str, str | None] | None:
    """Give the columns that a person has mapped for this project, None where nobody has."""
    held = settings.get(store, _SETTING)
    return held if isinstance(held, dict) else None


def keep(store: Store, columns: Mapping[str, str | None]) -> None:
    """Remember which column is which field."""
    settings.put(store, _SETTING, dict(columns))


def guess(folders: Sequence[Path], columns: Mapping[str, str | None] | None) -> ColumnGuess | None:
    """Give the first spreadsheet of some folders, and what its columns are or seem to be."""
    for folder in folders:
        for name in NAMES:
            path = folder / name
            table = _read(path) if path.is_file() else None
            if isinstance(table, Table):
                mapping = columns if columns is not None else guessed(table.header)
                return ColumnGuess(
                    str(path), table.header, table.rows[:_SHOWN],
                    {one: mapping.get(one) for one in table.header},
                )  # fmt: skip
    return None


def guessed(header: Iterable[str]) -> dict[str, str | None]:
    """Guess what columns are by their names; each field goes to its first column.

    >>> guessed(["File name", "Venue", "number"])
    {'File name': 'file', 'Venue': 'published_in', 'number': None}
    """
    mapping: dict[str, str | None] = {}
    for name in header:
        known = _HEADERS.get(" ".join(name.replace("_", " ").replace("-", " ").lower().split()))
        mapping[name] = known if known not in mapping.values() else None
    return mapping


def described_files(
    files: Sequence[Found], paths: Sequence[Path], columns: Mapping[str, str | None] | None
) -> tuple[Described, list[Failure]]:
    """Match files with the rows of the spreadsheets beside them, or in a folder above.

    Rows are matched by path relative to the spreadsheet, else by file name with or without its
    ending where only one file has it. Rows that name no file become one failure a spreadsheet,
    where whole folders are read.
    """
    described = Described()
    failures: list[Failure] = []
    whole = [one.absolute() for one in paths if one.is_dir()]
    for path in _tables(files, whole):
        table = _read(path)
        if isinstance(table, Failure):
            failures.append(table)
            continue
        missing = _match(table, files, columns, described)
        if missing and any(path.is_relative_to(one) for one in whole):
            named = ", ".join(missing[:3]) + (" …" if len(missing) > 3 else "")
            failures.append(
                _failure(path, f"{len(missing)} rows name files that are not there: {named}. "
                         "Correct the column that names the file, or take the rows out.")
            )  # fmt: skip
    return described, failures


def _tables(files: Sequence[Found], whole: Sequence[Path]) -> list[Path]:
    """Give the spreadsheets, those of outer folders first, so that inner ones win."""
    folders: dict[Path, None] = {}
    for folder in dict.fromkeys(one.path.parent for one in files):
        folders[folder] = None
        for top in whole:
            if folder.is_relative_to(top):
                for above in folder.parents:
                    folders[above] = None
                    if above == top:
                        break
    found = (folder / name for folder in sorted(folders) for name in NAMES)
    return [one for one in found if one.is_file()]


def _match(
    table: Table, files: Sequence[Found], columns: Mapping[str, str | None] | None,
    described: Described,
) -> list[str]:  # fmt: skip
    """Give each file its row; the names of files that are not there come back."""
    mapping = columns if columns is not None else guessed(table.header)
    naming = [nth for nth, name in enumerate(table.header) if mapping.get(name) == FILE]
    if not naming:
        return []
    at = _Names(table.path.parent, files)
    missing = []
    for row in table.rows:
        name = row[naming[0]].strip()
        if not name:
            continue
        path = at.find(name)
        if path is None:
            missing.append(name)
            continue
        values = described.given.setdefault(path, {})
        for nth, (header, value) in enumerate(zip(table.header, row, strict=True)):
            if nth != naming[0] and value.strip():
                values[mapping.get(header) or header] = value.strip()
    return missing


class _Names:
    """Finds a file by what a spreadsheet calls it."""

    def __init__(self, folder: Path, files: Sequence[Found]) -> None:
        self._by_path: dict[str, Path] = {}
        self._by_name: dict[str, set[Path]] = {}
        for one in files:
            if one.path.is_relative_to(folder):
                self._by_path[one.path.relative_to(folder).as_posix().casefold()] = one.path
            for name in (one.path.name, one.path.stem):
                self._by_name.setdefault(name.casefold(), set()).add(one.path)

    def find(self, name: str) -> Path | None:
        posix = PurePosixPath(name.replace("\\", "/"))
        exact = self._by_path.get(posix.as_posix().casefold())
        named = self._by_name.get(posix.name.casefold(), set())
        return exact or (next(iter(named)) if len(named) == 1 else None)


def _read(path: Path) -> Table | Failure:
    try:
        if path.stat().st_size > LARGEST:
            return _failure(path, "is larger than 64 MB. Keep only the columns about the texts.")
        text = _decoded(path.read_bytes())
    except OSError as error:
        return _failure(path, f"cannot be read ({error.strerror}). Check its permissions.")
    head = text[: text.find("\n") if "\n" in text else len(text)]
    signs = "\t;,|" if path.suffix.lower() == ".tsv" else ",;\t|"
    sign = max(signs, key=head.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        return _failure(path, f"is no table ({error}). Save it as CSV again.")
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return _failure(path, "is empty. Give it a header and a row for each file.")
    header = _unique(rows[0])
    size = len(header)
    return Table(path, header, tuple(tuple((row + [""] * size)[:size]) for row in rows[1:]))


def _unique(header: Sequence[str]) -> tuple[str, ...]:
    """Name every column, each by a name of its own."""
    names: list[str] = []
    for nth, cell in enumerate(header, 1):
        name = " ".join(cell.split()) or f"column {nth}"
        names.append(name if name not in names else f"{name} ({nth})")
    return tuple(names)


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", "replace")


def _failure(path: Path, what: str) -> Failure:
    message = f"{path.name}: {what}" if what[0].isdigit() else f"{path.name} {what}"
    return Failure(failure_id(path.name, "metadata", message), path.name, "metadata", message)
