"""The small encoder that labels pieces of text, run by onnxruntime."""

from __future__ import annotations

import json
import logging
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.readers import statements_decode as decoding
from sayso.readers.statements_decode import Cue, Part, Scores, Told
from sayso.readers.statements_input import (
    FAR,
    IN,
    INSIDE,
    MARKS,
    NAMES,
    OPENING,
    SIGN,
    features,
    readable,
)
from sayso.wordpiece import Pieces, WordPiece

FOLDER = Path(__file__).resolve().parent / "model"
# Of each window only the middle is kept, so that every piece is seen with both its sides.
_STRIDE, _AROUND, _BATCH = 210, 22, 2
_THREADS, _WAITING = 2, 6
_log = logging.getLogger("sayso.readers")
_Longs = NDArray[np.int64]
# The pieces that are seen and those of them that are kept: begin and end of both.
_Window = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Labelled:
    """What is told in a text, its names, and the share of marked words in any stretch.

    `spoken` are the quotations that were asked for, by their code points [start, end), with those
    who say them. `marks` are the chances (pieces, MARKS) of what each piece is if it stands in
    quotation marks; without rows where the model does not say.
    """

    told: list[Told]
    names: list[Part]
    pieces: Pieces
    within: NDArray[np.bool_]
    marks: Scores = field(default_factory=lambda: np.zeros((0, len(MARKS)), np.float32))
    spoken: dict[tuple[int, int], list[Part]] = field(default_factory=dict)

    def marked(self, start: int, end: int) -> float:
        """Give the share of pieces between two offsets that stand inside quotation marks."""
        low, high = (bisect_left(self.pieces.starts, at) for at in (start, end))
        return float(self.within[low:high].mean()) if high > low else 0.0

    def kinds(self, start: int, end: int) -> dict[str, float]:
        """Give the chance of each of MARKS for words in quotation marks, nothing where it is
        unknown."""
        low, high = (bisect_left(self.pieces.starts, at) for at in (start, end))
        rows = self.marks[low:high][self.within[low:high]] if len(self.marks) else self.marks
        if not len(rows):
            return {}
        return dict(zip(MARKS, rows.mean(0).tolist(), strict=True))


class Model:
    """The encoder, its vocabulary and its settings, loaded once.

    `lean` makes it find more cues or fewer; `least` is the calibrated score below which nothing is
    reported; `steps` are pairs of a raw score and the share of statements with that score that were
    right on texts put aside; `speaking` makes it look more readily for a speaker where it found
    none at first (added to a logarithm of chances, 0 for never); `names` is the chance from which a
    name is reported; `asking` is for quotations without a cue what `speaking` is for the others,
    and None where the model was not taught who says them.
    """

    def __init__(
        self, session: Any, parting: Any, pieces: WordPiece, settings: dict[str, Any]
    ) -> None:
        self._session = session
        self._parting = parting
        # Models of an earlier export ask which pieces are no filling; none is.
        self._masks = [
            any(one.name == "mask" for one in asked.get_inputs()) for asked in (session, parting)
        ]
        self._marks = any(one.name == "marks" for one in session.get_outputs())
        self._pieces = pieces
        self.lean = float(settings.get("lean", 0.0))
        self.least = float(settings.get("least", 0.0))
        self.speaking = float(settings.get("speaking", 0.0))
        self.names = float(settings.get("names", 0.9))
        self.asking: float | None = settings.get("asking")
        self._steps = [(float(one), float(two)) for one, two in settings.get("steps", ())]

    def read(self, text: str, quotations: Iterable[tuple[int, int]] = ()) -> Labelled:
        """Label a text of any length and give what is told in it.

        Args:
            text: The text.
            quotations: Code points [start, end) of quotations for which the text around is asked
                who says them.
        """
        found = self._pieces.encode(readable(text))
        if not found.ids:
            return Labelled([], [], found, np.zeros(0, np.bool_))
        seen = features(text, found.starts, found.ends)
        told: list[Told] = []
        named: list[Scores] = []
        marks: list[Scores] = []
        words = _Words(seen[0] == INSIDE)
        asked = [] if self.asking is None else _asked(found, quotations)
        spoken: dict[tuple[int, int], list[Part]] = {}
        for some, voices, made in self._blocks(found, seen, words, asked):
            told += some
            spoken |= voices
            named.append(made["names"])
            marks.append(made["marks"])
        names = list(_named(found, np.concatenate(named), words))
        return Labelled(told, names, found, seen[1] == IN, np.concatenate(marks), spoken)

    def chance(self, raw: float) -> float:
        """Turn a raw score into the share of right statements that goes with it."""
        if not self._steps:
            return raw
        ones, twos = zip(*self._steps, strict=True)
        return float(np.interp(raw, ones, twos))

    def _blocks(
        self,
        found: Pieces,
        seen: Sequence[NDArray[np.int8]],
        words: _Words,
        asked: Sequence[_Quotation],
    ) -> Iterator[tuple[list[Told], dict[tuple[int, int], list[Part]], dict[str, Scores]]]:
        """Give what is told, who says the quotations, and the scores of names and of marked words,
        block by block, so that memory stays small."""
        ids = np.array(found.ids, np.int64)
        seen_all = cue = np.zeros((0, 0), np.float32)
        begin = done = 0
        for made, last in self._scores(ids, seen):
            if len(cue):
                seen_all = np.concatenate((seen_all, made["seen"]))
                cue = np.concatenate((cue, made["cues"]))
            else:
                seen_all, cue = made["seen"], made["cues"]
            end = begin + len(cue)
            limit = end if last else end - FAR - _STRIDE
            found_cues = decoding.cues(cue, self.lean)
            near = []
            for low, high, sure in found_cues:
                if done <= begin + low < limit:
                    first, last_ = words.whole(begin + low, begin + high)
                    near.append((max(0, first - begin), min(len(cue), last_ - begin), sure))
            some = [one for one in asked if done <= one.low < limit]
            voices = self._spoken(found, begin, some, seen_all, words)
            yield list(self._told(found, begin, near, seen_all, words)), voices, made
            done = max(done, limit)
            cut = max(0, done - FAR - _STRIDE - begin)
            seen_all, cue, begin = seen_all[cut:], cue[cut:], begin + cut

    def _told(
        self, found: Pieces, begin: int, near: Sequence[Cue], seen: Scores, words: _Words
    ) -> Iterator[Told]:
        def part(low: int, high: int, role: str, sure: float) -> Part:
            first, end = words.whole(begin + low, begin + high)
            return Part(role, found.starts[first], found.ends[end - 1], sure)

        for (low, high, sure), parts in decoding.tell(near, seen, self._parts, self.speaking):
            made = [part(*one) for one in parts]
            content = [one for one in made if one.role == "CNT"]
            if content:
                speakers = [one for one in made if one.role == "SRC"]
                yield Told(part(low, high, "CUE", sure), speakers, content)

    def _spoken(
        self,
        found: Pieces,
        begin: int,
        asked: Sequence[_Quotation],
        seen: Scores,
        words: _Words,
    ) -> dict[tuple[int, int], list[Part]]:
        """Give who says each of some quotations."""
        openings = [(one.low - begin, min(one.high, one.low + OPENING) - begin) for one in asked]
        ends = [one.high - begin for one in asked]
        made: dict[tuple[int, int], list[Part]] = {}
        rows = decoding.speak(openings, ends, seen, self._parts, self.asking or 0.0)
        for one, voices in zip(asked, rows, strict=True):
            whole = [(*words.whole(begin + low, begin + high), sure) for low, high, sure in voices]
            made[one.start, one.end] = [
                Part("SRC", found.starts[low], found.ends[high - 1], sure)
                for low, high, sure in whole
            ]
        return made

    def _parts(self, seen: Scores, far: _Longs) -> Scores:
        given = {"seen": seen, "far": far}
        if self._masks[1]:
            given["mask"] = np.ones(far.shape, np.float32)
        made: Scores = self._parting.run(("parts",), given)[0]
        return made

    def _scores(
        self, ids: _Longs, seen: Sequence[NDArray[np.int8]]
    ) -> Iterator[tuple[dict[str, Scores], bool]]:
        """Give what the encoder says of a few thousand pieces at a time; True with the last."""
        names = ("cues", "names", "seen", *(["marks"] if self._marks else []))
        kept = [(low, min(len(ids), low + _STRIDE)) for low in range(0, len(ids), _STRIDE)]
        windows = [
            (max(0, low - _AROUND), min(len(ids), high + _AROUND), low, high) for low, high in kept
        ]

        def labelled(rows: list[_Window]) -> list[Scores]:
            found: list[Scores] = self._session.run(names, self._given(rows, ids, seen))
            return found

        for rows, out in _ahead(labelled, list(_alike(windows))):
            made = {
                name: np.concatenate(
                    [one[nth, 1 + low - start : 1 + high - start]
                     for nth, (start, _, low, high) in enumerate(rows)]
                )
                for name, one in zip(names, out, strict=True)
            }  # fmt: skip
            made["cues"] = decoding.logarithms(made["cues"])
            made["names"] = decoding.logarithms(made["names"])
            marks = made.get("marks", np.zeros((0, len(MARKS)), np.float32))
            made["marks"] = np.exp(decoding.logarithms(marks)) if len(marks) else marks
            yield made, rows[-1][3] == len(ids)

    def _given(
        self,
        rows: Sequence[_Window],
        ids: _Longs,
        seen: Sequence[NDArray[np.int8]],
    ) -> dict[str, _Longs]:
        size = rows[0][1] - rows[0][0] + 2
        names = ("ids", "case", "quoted", "begins")
        columns: tuple[NDArray[Any], ...] = (ids, *seen)
        given = {name: np.zeros((len(rows), size), np.int64) for name in names}
        given["case"][:] = SIGN
        given["ids"][:, 0], given["ids"][:, -1] = self._pieces.first, self._pieces.last
        for nth, (start, end, _, _) in enumerate(rows):
            for name, column in zip(names, columns, strict=True):
                given[name][nth, 1:-1] = column[start:end]
        if self._masks[0]:
            given["mask"] = np.ones((len(rows), size), np.int64)
        return given


def _ahead(
    ask: Callable[[list[_Window]], list[Scores]], every: Sequence[list[_Window]]
) -> Iterator[tuple[list[_Window], list[Scores]]]:
    """Give what is asked of each, in order, while the next are asked in threads of their own."""
    if len(every) < 2:
        yield from ((one, ask(one)) for one in every)
        return
    with ThreadPoolExecutor(_THREADS) as pool:
        begun: deque[Future[list[Scores]]] = deque()
        for nth, one in enumerate(every):
            begun.extend(
                pool.submit(ask, two) for two in every[nth + len(begun) : nth + _WAITING + 1]
            )
            yield one, begun.popleft().result()


def _alike(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Put together a few windows that follow one another and are of one length."""

    def size(one: _Window) -> int:
        return one[1] - one[0]

    for _, some in groupby(windows, size):
        row = list(some)
        for nth in range(0, len(row), _BATCH):
            yield row[nth : nth + _BATCH]


@dataclass(frozen=True, slots=True)
class _Quotation:
    """A quotation: its code points [start, end) and its pieces [low, high)."""

    start: int
    end: int
    low: int
    high: int


def _asked(found: Pieces, quotations: Iterable[tuple[int, int]]) -> list[_Quotation]:
    rows = (
        _Quotation(start, end, bisect_left(found.starts, start), bisect_left(found.starts, end))
        for start, end in sorted(set(quotations))
    )
    return [one for one in rows if one.high > one.low]


class _Words:
    """The words that pieces belong to; a stretch of pieces is made to hold whole ones."""

    def __init__(self, inside: NDArray[np.bool_]) -> None:
        self._inside = inside

    def whole(self, low: int, high: int) -> tuple[int, int]:
        """Give the stretch of whole words that holds pieces [low, high)."""
        while low > 0 and self._inside[low]:
            low -= 1
        while high < len(self._inside) and self._inside[high]:
            high += 1
        return low, high


def _named(found: Pieces, scores: Scores, words: _Words) -> Iterator[Part]:
    labels = decoding.best(scores, NAMES)
    for low, high, kind in decoding.stretches(labels, NAMES):
        sure = float(np.exp(scores[np.arange(low, high), labels[low:high]]).mean())
        low, high = words.whole(low, high)
        yield Part(kind, found.starts[low], found.ends[high - 1], sure)


@cache
def model(folder: Path) -> Model | None:
    """Load the model; None where onnxruntime or a file of it is missing, which is logged once."""
    try:
        onnxruntime = import_module("onnxruntime")
    except ImportError:
        _log.warning("The trained reader is left out: onnxruntime is not installed.")
        return None
    wanted = ("statements.onnx", "parts.onnx", "vocabulary.txt", "settings.json")
    files = [folder / name for name in wanted]
    missing = [one.name for one in files if not one.is_file()]
    if missing:
        _log.warning("The trained reader is left out: %s is missing.", ", ".join(missing))
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait by spinning take the time of the other processes that read.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The sum and its norm apart take a fifth of the time of onnxruntime's operator for both.
    encoder, parting = (
        onnxruntime.InferenceSession(
            str(one), options, providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],
        )
        for one in files[:2]
    )  # fmt: skip
    words = files[2].read_text(encoding="utf-8").splitlines()
    settings = json.loads(files[3].read_text(encoding="utf-8"))
    return Model(encoder, parting, WordPiece(words), settings)
