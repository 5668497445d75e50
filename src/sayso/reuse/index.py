"""An index of passages on disk: documents are added to it, and only what is new is compared.

Every file is only ever appended to, and `index.json`, put in place last and at once, says how much
of each counts. So a run that is killed leaves what was there before; the rest is cut off by the
next one, which goes on with the documents that are missing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from sayso.errors import FormatError, StoreError, UsageError
from sayso.reuse.letters import I64, fold_table, joined_table, lettered, utf8
from sayso.reuse.passages import (
    PRESETS,
    Reuse,
    Settings,
    anchors_of,
    joined_runs,
    kept,
    seed_length,
)
from sayso.reuse.seeds import met, ring, seeds

FORMAT, VERSION = "sayso reuse index", 1
_MANIFEST = "index.json"
# Bits of a letter's position: an index holds up to 4.3 thousand million letters.
_SHIFT = 32
# Files the seeds are spread over by their hash; one of them at a time is in memory.
_PARTS = 64
# Bytes of text that are read, compared and committed at once, and what a byte of them takes.
_BLOCK = 16_000_000
_BYTES_A_BYTE = 24
_TYPES: Mapping[str, Any] = {
    "letters": np.uint16, "places": np.uint32, "starts": np.int64, "bounds": np.int64,
    "rows": np.int64,
}  # fmt: skip
_ROW = 9


@dataclass(frozen=True)
class Added:
    """What an adding did: documents new, those that were there already, and those refused."""

    new: int
    known: int
    refused: tuple[str, ...] = ()


@dataclass
class _Block:
    """Documents read and not yet compared."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    size: int = 0


class Index(Mapping[str, str]):
    """Documents as letters, seeds and passages in a folder; one process writes at a time."""

    def __init__(self, folder: Path, manifest: dict[str, Any]) -> None:
        self.folder = folder
        self._manifest = manifest
        self._settings = Settings(**manifest["settings"])
        self._listed = [json.loads(line) for line in self._bytes("documents").splitlines()]
        self._number = {one["id"]: nth for nth, one in enumerate(self._listed)}
        self._series: dict[str, int] = {}
        self._of_series: list[int] = []

    @classmethod
    def create(
        cls,
        folder: Path,
        preset: str = "default",
        *,
        size: int = 50_000_000,
        within_series: bool = False,
    ) -> Index:
        """Make an empty index.

        Args:
            folder: Where to; made if it is missing, and empty otherwise.
            preset: As for `sayso.reuse.find`, save "pairwise".
            size: Bytes of text that are expected in the end; they choose the length of a seed.
            within_series: Compare documents of one series too.

        Raises:
            UsageError: The folder holds something else, or the preset is none for an index.
        """
        if preset not in PRESETS or preset == "pairwise":
            raise UsageError(f"An index cannot be made with the preset {preset!r}.")
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(f"{folder} holds something else; name an empty or a new folder.")
        chosen = PRESETS[preset]
        settings = asdict(chosen) | {"k": chosen.k or seed_length(size)}
        sizes: dict[str, int] = {}
        manifest = {
            "format": FORMAT, "version": VERSION, "settings": settings, "preset": preset,
            "within_series": within_series, "sizes": sizes,
        }  # fmt: skip
        try:
            (folder / "seeds").mkdir(parents=True, exist_ok=True)
            made = cls(folder, manifest)
            made._append("starts", np.zeros(1, np.int64).tobytes(), sizes)
            made._append("bounds", np.zeros(1, np.int64).tobytes(), sizes)
            made._commit(sizes)
        except OSError as error:
            raise StoreError(f"No index can be made in {folder} ({error.strerror}).") from error
        return made

    @classmethod
    def open(cls, folder: Path) -> Index:
        """Open an index.

        Raises:
            FormatError: There is none, it is of another version, or it is damaged.
        """
        try:
            manifest = json.loads((folder / _MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise FormatError(
                f"{folder} is no reuse index that can be read. Make a new one in another folder."
            ) from error
        if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
            raise FormatError(f"{folder} is no reuse index. Make a new one in another folder.")
        if manifest.get("version") != VERSION:
            raise FormatError(
                f"The reuse index {folder} is of version {manifest.get('version')!r}; this sayso "
                f"reads version {VERSION}. Make a new one in another folder."
            )
        try:
            for name, size in manifest["sizes"].items():
                there = (folder / name).stat().st_size if (folder / name).exists() else 0
                if there < size:
                    raise FormatError(
                        f"The reuse index {folder} is damaged: {name} has {there} bytes of {size}. "
                        "Make a new one in another folder."
                    )
            return cls(folder, manifest)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise FormatError(
                f"The reuse index {folder} is damaged ({_MANIFEST} or its documents). "
                "Make a new one in another folder."
            ) from error

    def __len__(self) -> int:
        """Give the number of documents."""
        return len(self._listed)

    def __iter__(self) -> Iterator[str]:
        return iter(self._number)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._number

    def __getitem__(self, id_: str) -> str:
        """Give the text of a document."""
        low, high = self._array("bounds")[self._number[id_] :][:2].tolist()
        with (self.folder / "texts").open("rb") as file:
            file.seek(low)
            return file.read(high - low).decode("utf-8")

    def check_settings(self, preset: str, *, within_series: bool) -> None:
        """Refuse to be asked for what this index was not made with.

        Raises:
            UsageError: Preset or treatment of series differ.
        """
        made = self._manifest["preset"], self._manifest["within_series"]
        if made != (preset, within_series):
            series = "with" if made[1] else "without"
            raise UsageError(
                f"The index {self.folder} was made with the preset {made[0]!r} and {series} "
                "--within-series; ask for the same, or make another."
            )

    def add(
        self,
        documents: Iterable[Mapping[str, Any]],
        *,
        memory: int | None = None,
        threads: int = 2,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> Added:
        """Add documents: each is compared with those before it; older ones are not compared again.

        They are read, compared and kept block by block, so that they need not fit into memory.
        A document that is there already with the same text is passed over; one whose id stands for
        another text is refused.

        Args:
            documents: Rows with `id` and `text`, and where known `date` and `series`.
            memory: Bytes to work in, about; half a gigabyte where it is not said.
            threads: Threads of the extension.
            progress: Called with stage, documents done, and documents known of.

        Raises:
            StoreError: The folder cannot be written; what was there before stays.
        """
        most = min(_BLOCK, max(1_000_000, (memory or 1 << 40) // _BYTES_A_BYTE))
        new = known = 0
        refused: list[str] = []
        block = _Block()
        waiting: dict[str, str] = {}
        for one in documents:
            id_, text = str(one["id"]), str(one["text"])
            digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]
            there = waiting.get(id_)
            if there is None and id_ in self._number:
                there = self._listed[self._number[id_]]["digest"]
            if there is not None:
                known += there == digest
                if there != digest:
                    refused.append(f"The id {id_!r} stands for another text in the index already.")
                continue
            waiting[id_] = digest
            block.rows.append(
                {"id": id_, "text": text, "date": one.get("date"), "series": one.get("series"),
                 "digest": digest}
            )  # fmt: skip
            block.size += len(text)
            new += 1
            if block.size >= most:
                self._added(block, threads)
                block, waiting = _Block(), {}
                if progress:
                    progress("index", len(self), len(self))
        if block.rows:
            self._added(block, threads)
        return Added(new, known, tuple(refused))

    def found(self) -> Reuse:
        """Give the passages of all documents; document a of a pair is the earlier one by date."""
        dates = [one["date"] for one in self._listed]
        order = sorted(range(len(dates)), key=lambda n: (dates[n] is None, dates[n] or "", n))
        return kept(
            self._array("rows").reshape(-1, _ROW), self._array("letters"), self._array("places"),
            self._array("starts"), self._settings, np.array(order, np.int64),
            [one["id"] for one in self._listed], dates, self._series_numbers(),
        )  # fmt: skip

    def _added(self, block: _Block, threads: int) -> None:
        sizes = dict(self._manifest["sizes"])
        before = len(self._listed)
        try:
            self._compared(block, sizes, threads)
            self._commit(sizes)
        except OSError as error:
            del self._listed[before:]
            del self._of_series[before:]
            raise StoreError(
                f"The index {self.folder} cannot be written ({error.strerror or error}). "
                f"It holds {before} documents as before; make room and run this again."
            ) from error
        for nth, one in enumerate(self._listed[before:], before):
            self._number[one["id"]] = nth

    def _compared(self, block: _Block, sizes: dict[str, int], threads: int) -> None:
        data, offsets = utf8([one.pop("text") for one in block.rows])
        fold = joined_table() if self._settings.early_modern else fold_table()
        letters, places, starts = lettered(data, offsets, fold)
        base, first = self._size("letters") // 2, len(self._listed)
        if base + len(letters) >> _SHIFT:
            raise UsageError(f"The index {self.folder} is full; make another for what is left.")
        count, k, w = len(block.rows), self._settings.k, self._settings.w
        packed = np.empty(len(letters) // 2 + 64 + count, np.uint64)
        made = seeds(letters, starts, 0, count, k, w, _SHIFT, ring(), packed)
        packed = packed[:made] + np.uint64(base)
        packed.sort()
        listed = b"".join(json.dumps(one).encode() + b"\n" for one in block.rows)
        texts = data.tobytes()
        for name, written in (
            ("documents", listed), ("texts", texts), ("letters", letters.tobytes()),
            ("places", places.tobytes()), ("starts", (starts[1:] + base).tobytes()),
            ("bounds", (offsets[1:] + self._size("texts")).tobytes()),
        ):  # fmt: skip
            self._append(name, written, sizes)
        del data, texts, letters, places, listed
        self._listed += block.rows
        found = list(self._anchors(packed, sizes, first))
        del packed
        rows = joined_runs(
            np.concatenate([a for a, _ in found]), np.concatenate([b for _, b in found]),
            self._array("letters", sizes), self._array("starts", sizes), self._settings, k, threads,
        )  # fmt: skip
        self._append("rows", rows.tobytes(), sizes)

    def _anchors(self, packed: Any, sizes: dict[str, int], first: int) -> Iterator[tuple[I64, I64]]:
        """Meet the new seeds with all, part by part, and keep them."""
        starts, series = self._array("starts", sizes), self._series_numbers()
        edges = np.arange(1, _PARTS, dtype=np.uint64) << np.uint64(58)
        scratch = np.zeros(1 << 20, np.uint8)
        for part, new in enumerate(np.split(packed, np.searchsorted(packed, edges))):
            name = f"seeds/{part:02}"
            old = np.frombuffer(self._bytes(name), np.uint64)
            both = np.empty(len(old) + len(new), np.uint64)
            count = met(old, len(old), new, len(new), scratch, both)
            both[count : count + len(new)] = new
            del old
            yield anchors_of(
                both[: count + len(new)], _SHIFT, self._settings, starts, series, first
            )
            self._append(name, new.tobytes(), sizes)

    def _series_numbers(self) -> I64:
        """Give each document the number of its series, its own where it has none."""
        apart = not self._manifest["within_series"]
        del self._of_series[len(self._listed) :]
        for nth, one in enumerate(self._listed[len(self._of_series) :], len(self._of_series)):
            named = apart and one["series"] is not None
            number = (
                self._series.setdefault(one["series"], len(self._series)) if named else -1 - nth
            )
            self._of_series.append(number)
        return np.array(self._of_series, np.int64)

    def _size(self, name: str) -> int:
        return int(self._manifest["sizes"].get(name, 0))

    def _bytes(self, name: str) -> bytes:
        size = self._size(name)
        if not size:
            return b""
        with (self.folder / name).open("rb") as file:
            return file.read(size)

    def _array(self, name: str, sizes: Mapping[str, int] | None = None) -> Any:
        """Map a file's numbers: the system holds in memory what is used, while there is room."""
        kind = _TYPES[name]
        count = (sizes or self._manifest["sizes"]).get(name, 0) // np.dtype(kind).itemsize
        if not count:
            return np.empty(0, kind)
        return np.asarray(np.memmap(self.folder / name, kind, mode="c", shape=(count,)))

    def _append(self, name: str, written: bytes, sizes: dict[str, int]) -> None:
        path, at = self.folder / name, sizes.get(name, 0)
        with path.open("r+b" if path.exists() else "w+b") as file:
            file.truncate(at)
            file.seek(at)
            file.write(written)
        sizes[name] = at + len(written)

    def _commit(self, sizes: dict[str, int]) -> None:
        manifest = self._manifest | {"sizes": sizes}
        partial = self.folder / (_MANIFEST + ".partial")
        partial.write_text(json.dumps(manifest), encoding="utf-8")
        os.replace(partial, self.folder / _MANIFEST)
        self._manifest = manifest
