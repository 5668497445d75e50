"""The small encoder that labels pieces of text, run by onnxruntime."""

from __future__ import annotations

import json
import logging
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.readers import statements_decode as decoding
from sayso.readers.statements_input import IN, LABELS, SIGN, features
from sayso.wordpiece import Pieces, WordPiece

FOLDER = Path(__file__).resolve().parent / "model"
_STRIDE, _AROUND, _BATCH = 160, 47, 8
_log = logging.getLogger("sayso.readers")
_Longs = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What is told in a text, and the share of marked words that a stretch can be asked for."""

    told: list[decoding.Told]
    pieces: Pieces
    within: NDArray[np.bool_]

    def marked(self, start: int, end: int) -> float:
        """Give the share of pieces between two offsets that stand inside quotation marks."""
        low, high = (bisect_left(self.pieces.starts, at) for at in (start, end))
        return float(self.within[low:high].mean()) if high > low else 0.0


class Model:
    """The encoder, its vocabulary and its settings, loaded once.

    `least` is the calibrated score below which nothing is reported; `steps` are pairs of a raw
    score and the share of statements with that score that were right on texts put aside.
    """

    def __init__(self, session: Any, pieces: WordPiece, settings: dict[str, Any]) -> None:
        self._session = session
        self._pieces = pieces
        self.least = float(settings.get("least", 0.0))
        self._steps = [(float(one), float(two)) for one, two in settings.get("steps", ())]

    def read(self, text: str) -> Labelled:
        """Label a text of any length and give what is told in it."""
        found = self._pieces.encode(text)
        if not found.ids:
            return Labelled([], found, np.zeros(0, np.bool_))
        seen = features(text, found.starts, found.ends)
        scores = self._scores(np.array(found.ids, np.int64), seen)
        told = decoding.decode(text, found.starts, found.ends, scores)
        return Labelled(told, found, seen[1] == IN)

    def chance(self, raw: float) -> float:
        """Turn a raw score into the share of right statements that goes with it."""
        if not self._steps:
            return raw
        ones, twos = zip(*self._steps, strict=True)
        return float(np.interp(raw, ones, twos))

    def _scores(self, ids: _Longs, seen: Sequence[NDArray[np.int8]]) -> decoding.Scores:
        """Give the logarithm of each label's chance; of each window only the middle is kept."""
        made = np.zeros((len(ids), len(LABELS)), np.float32)
        kept = [(low, min(len(ids), low + _STRIDE)) for low in range(0, len(ids), _STRIDE)]
        for nth in range(0, len(kept), _BATCH):
            rows = [
                (max(0, low - _AROUND), min(len(ids), high + _AROUND), low, high)
                for low, high in kept[nth : nth + _BATCH]
            ]
            out = self._session.run(None, self._given(rows, ids, seen))[0]
            out = out - out.max(-1, keepdims=True)
            out = out - np.log(np.exp(out).sum(-1, keepdims=True))
            for row, (start, _, low, high) in zip(out, rows, strict=True):
                made[low:high] = row[1 + low - start : 1 + high - start]
        return made

    def _given(
        self,
        rows: Sequence[tuple[int, int, int, int]],
        ids: _Longs,
        seen: Sequence[NDArray[np.int8]],
    ) -> dict[str, _Longs]:
        size = max(end - start for start, end, _, _ in rows) + 2
        names = ("ids", "mask", "case", "quoted", "begins")
        given = {name: np.zeros((len(rows), size), np.int64) for name in names}
        given["case"][:] = SIGN
        for nth, (start, end, _, _) in enumerate(rows):
            count = end - start
            given["ids"][nth, 0] = self._pieces.first
            given["ids"][nth, count + 1] = self._pieces.last
            given["ids"][nth, 1 : count + 1] = ids[start:end]
            given["mask"][nth, : count + 2] = 1
            for name, column in zip(names[2:], seen, strict=True):
                given[name][nth, 1 : count + 1] = column[start:end]
        return given


@cache
def model(folder: Path) -> Model | None:
    """Load the model; None where onnxruntime or a file of it is missing, which is logged once."""
    try:
        onnxruntime = import_module("onnxruntime")
    except ImportError:
        _log.warning("The trained reader is left out: onnxruntime is not installed.")
        return None
    files = [folder / name for name in ("statements.onnx", "vocabulary.txt", "settings.json")]
    missing = [one.name for one in files if not one.is_file()]
    if missing:
        _log.warning("The trained reader is left out: %s is missing.", ", ".join(missing))
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 2
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        str(files[0]), options, providers=["CPUExecutionProvider"]
    )
    words = files[1].read_text(encoding="utf-8").splitlines()
    settings = json.loads(files[2].read_text(encoding="utf-8"))
    return Model(session, WordPiece(words), settings)
