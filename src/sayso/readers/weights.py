"""Weights of the trained reader: those that come with sayso, and the user's own, kept by name.

A group that trained on its own annotations (`training/adapt.py`) keeps what came of it under a
name. It lies in the user's configuration, beside no project; a reading says which weights made it.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso import configuration
from sayso.errors import UsageError
from sayso.model import Json
from sayso.readers.statements import READER, Statements
from sayso.readers.statements_model import FOLDER, Model, model

# The name of those that come with sayso.
SHIPPED = "shipped"
FILES = ("statements.onnx", "parts.onnx", "vocabulary.txt", "settings.json")
_ABOUT = "about.json"
_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
# No weights of this shape come near it: what is larger is something else.
_LARGEST = 200_000_000
_TRIED = "“It is lost,” said Ann Vane. Mr. Pell argued that the harbour had been sold."


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights and where they lie.

    `languages` are ISO 639-1 codes of what they read, empty for any; `sha256` is that of all files
    together; `about` says what they learned from, `kept` the day (ISO 8601) they were kept.
    """

    name: str
    folder: Path
    languages: tuple[str, ...] = ("en",)
    sha256: str = ""
    about: str = ""
    kept: str = ""

    @property
    def settings(self) -> Mapping[str, Json]:
        """Give what a reading by these weights keeps as its settings: nothing for the shipped."""
        if self.name == SHIPPED:
            return {}
        return {"weights": self.name, "sha256": self.sha256}


def every() -> tuple[Weights, ...]:
    """Give all weights that may be asked for by name, those that come with sayso first."""
    comes = Weights(SHIPPED, FOLDER, READER.languages, about="They come with sayso.")
    return (comes, *_kept())


def named(name: str) -> Weights:
    """Give the weights of a name.

    Raises:
        UsageError: There are none; the message lists those there are.
    """
    known = {one.name: one for one in every()}
    if name not in known:
        raise UsageError(
            f"There are no weights {name!r}; there are {', '.join(known)}. Keep your own with "
            "`sayso weights --keep NAME FOLDER`."
        )
    return known[name]


def reader(name: str) -> Statements:
    """Give the trained reader with the weights of a name.

    Raises:
        UsageError: There are none of this name, or they are not what was kept.
    """
    one = named(name)
    if name == SHIPPED:
        return READER
    if _digest(one.folder) != one.sha256:
        raise UsageError(
            f"The weights {name!r} in {one.folder} are not what was kept there. Keep them again "
            f"with `sayso weights --keep {name} FOLDER`, or forget them."
        )
    return Statements(one.folder, languages=one.languages, read_with=one.settings)


def keep(
    name: str, folder: Path, *, languages: Sequence[str] = ("en",), about: str = ""
) -> Weights:
    """Keep weights under a name, in place of those that had it.

    Args:
        name: Up to 40 small letters, digits, - and _.
        folder: Where statements.onnx, parts.onnx, vocabulary.txt and settings.json lie.
        languages: ISO 639-1 codes of what they read; none for any language.
        about: What they learned from, in words.

    Raises:
        UsageError: The name is no such name, a file is missing, or sayso cannot read by them.
    """
    if not _NAME.fullmatch(name) or name == SHIPPED:
        raise UsageError(
            f"{name!r} can be no name of weights. Take up to 40 small letters, digits, - and _, "
            f"and not {SHIPPED!r}."
        )
    for one in languages:
        if not re.fullmatch(r"[a-z]{2}", one):
            raise UsageError(f"{one!r} is no language. Give its two letters: en, de, fr.")
    missing = [file for file in FILES if not (folder / file).is_file()]
    if missing:
        raise UsageError(f"{folder} holds no {', '.join(missing)}: no weights of the reader.")
    target = _place() / name
    waiting = target.with_name(f"{name}.{os.getpid()}.part")
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    try:
        for file in FILES:
            shutil.copyfile(folder / file, waiting / file)
        _try(waiting, folder)
        digest = _digest(waiting)
        today = date.today().isoformat()
        told = {"languages": list(languages), "sha256": digest, "about": about, "kept": today}
        (waiting / _ABOUT).write_text(json.dumps(told, indent=1), encoding="utf-8")
        shutil.rmtree(target, ignore_errors=True)
        waiting.replace(target)
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    model.cache_clear()
    return named(name)


def forget(name: str) -> None:
    """Remove kept weights; readings that were made by them stay.

    Raises:
        UsageError: There are none of this name, or they come with sayso.
    """
    one = named(name)
    if name == SHIPPED:
        raise UsageError("The shipped weights cannot be forgotten: they come with sayso.")
    shutil.rmtree(one.folder)
    model.cache_clear()


def _place() -> Path:
    return configuration.folder() / "weights"


def _kept() -> Iterator[Weights]:
    try:
        folders = sorted(one for one in _place().iterdir() if _NAME.fullmatch(one.name))
    except OSError:
        return
    for one in folders:
        try:
            told = json.loads((one / _ABOUT).read_text(encoding="utf-8"))
            languages = tuple(str(two) for two in told["languages"])
            texts = [str(told[key]) for key in ("sha256", "about", "kept")]
        except (OSError, ValueError, TypeError, KeyError):
            continue
        yield Weights(one.name, one, languages, *texts)


def _digest(folder: Path) -> str:
    """Give a hash of all files of weights; of a missing file as of an empty one."""
    whole = hashlib.sha256()
    for name in FILES:
        try:
            data = (folder / name).read_bytes()
        except OSError:
            data = b""
        whole.update(f"{name} {len(data)}\n".encode() + data)
    return whole.hexdigest()


def _try(folder: Path, given: Path) -> None:
    """Read a few words by weights.

    Raises:
        UsageError: It cannot be done.
    """
    size = sum((folder / file).stat().st_size for file in FILES)
    try:
        if size > _LARGEST:
            raise ValueError(f"its files are larger than {_LARGEST // 1_000_000} MB")
        made = model(folder)
        if not isinstance(made, Model):
            raise TypeError("onnxruntime is not installed")
        made.read(_TRIED, [(0, 13)])
    except Exception as error:
        raise UsageError(
            f"{given} holds no weights that this sayso can read by: {error}. Make them with "
            "training/adapt.py."
        ) from error
