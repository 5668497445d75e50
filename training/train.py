"""Train the reader of statements and write it as an int8 ONNX file.

    python training/data.py DATA.npz
    python training/train.py train DATA.npz FOLDER --base MODEL.safetensors
    python training/train.py train DATA.npz FOLDER --base src/sayso/readers/model/statements.onnx   # adapt
    python training/train.py mean FOLDER/mean.pt FOLDER/last.pt src/sayso/readers/model/statements.onnx
    python training/train.py export FOLDER/last.pt MODEL/statements.onnx

Needs torch, safetensors, onnx and onnxruntime, which the package itself does not depend on (see README.md).
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from data import CONTENT, CUE, OPENS, SPEAKER
from encoder import HIDDEN, NEW, Drop, Tagger, filled, from_base, from_model

from sayso.readers.statements_input import (
    BEFORE,
    BEHIND,
    CUES,
    FAR,
    PARTS,
    REACH,
    SIGN,
    distances,
)

WINDOW, BATCH = 256, 16
FIRST, LAST, HIDDEN_PIECE, IGNORED = 101, 102, 103, -100
KEYS = ("ids", "case", "quoted", "begins", "cues", "names", "marks")
SURE, WRONG = 0.2, 2
# One cue in so many is looked around farther than need be.
OFTEN_FAR = 12
FEW_PLACES = 2 * REACH + 16
# Pieces that must stand before a quotation of which is learnt that nobody is named who says it.
ENOUGH = 100
# How much a piece of each of MARKS counts: most words in quotation marks are statements.
RARE = (0.1, 1.0, 1.0, 1.0)
Text = dict[str, np.ndarray]


def texts(path: Path, oversample: int, only: list[str]) -> list[Text]:
    """Give the texts of the data, our own several times."""
    packed = np.load(path)
    found = []
    for part in only:
        ends = np.cumsum(packed[f"{part}.sizes"])[:-1]
        columns = [np.split(packed[f"{part}.{key}"], ends) for key in KEYS]
        columns.append(np.split(packed[f"{part}.told"], np.cumsum(packed[f"{part}.parts"])[:-1]))
        made = [dict(zip((*KEYS, "told"), row, strict=True)) for row in zip(*columns, strict=True)]
        found += made * (oversample if part in ("ours", "varied") else 1)
    return found


def windows(found: list[Text], rng: random.Random) -> list[Text]:
    """Cut texts into windows, each at an offset of its own, in random order."""
    made = []
    for text in found:
        size, start = len(text["ids"]), -rng.randrange(WINDOW - 2)
        if size <= WINDOW - 2:
            start = 0
        for low in range(start, size, WINDOW - 2):
            part = slice(max(0, low), min(size, low + WINDOW - 2))
            known = any((text[key][part] != IGNORED).any() for key in ("cues", "names", "marks"))
            if part.stop - part.start >= 8 and known:
                one = {key: text[key][part] for key in KEYS}
                made.append({**one, "told": within(text["told"], part)})
    rng.shuffle(made)
    return made


def within(told: np.ndarray, part: slice) -> np.ndarray:
    """Give the statements whose cue lies in a window, their parts cut to it.

    Quotations without a cue where the window shows who says them, or enough to see that nobody does.
    """
    heads = told[np.isin(told[:, 1], (CUE, OPENS))]
    inside = heads[(heads[:, 2] >= part.start) & (heads[:, 3] <= part.stop)]
    shown = told[(told[:, 1] == SPEAKER) & (told[:, 2] >= part.start) & (told[:, 3] <= part.stop)]
    enough = inside[:, 2] - part.start >= np.minimum(inside[:, 2], ENOUGH)
    inside = inside[(inside[:, 1] == CUE) | enough | np.isin(inside[:, 0], shown[:, 0])][:, 0]
    rows = told[np.isin(told[:, 0], inside)].copy()
    rows[:, 2:] = rows[:, 2:].clip(part.start, part.stop) - part.start
    return rows[rows[:, 3] > rows[:, 2]]


def batches(made: list[Text], rng: random.Random) -> list[list[Text]]:
    """Put windows of like size together, so that little is spent on padding."""
    made = sorted(made, key=lambda one: len(one["ids"]) // 32)
    found, row, room = [], [], WINDOW * BATCH
    for one in made:
        if row and (len(row) + 1) * (len(one["ids"]) + 34) > room:
            found.append(row)
            row = []
        row.append(one)
    found.append(row)
    rng.shuffle(found)
    return found


def tensors(row: list[Text], hidden: float) -> list[torch.Tensor]:
    size = max(len(one["ids"]) for one in row) + 2
    ids, mask, quoted, begins = (np.zeros((len(row), size), np.int64) for _ in range(4))
    case = np.full_like(ids, SIGN)
    cues, names, marks = (np.full_like(ids, IGNORED) for _ in range(3))
    for nth, one in enumerate(row):
        count = len(one["ids"])
        ids[nth, 0], ids[nth, count + 1] = FIRST, LAST
        mask[nth, : count + 2] = 1
        for target, key in zip((ids, case, quoted, begins, cues, names, marks), KEYS, strict=True):
            target[nth, 1 : count + 1] = one[key]
    # Some pieces are hidden, so that single words are not learnt by heart.
    ids[(np.random.default_rng(ids.sum()).random(ids.shape) < hidden) & (ids > LAST)] = HIDDEN_PIECE
    return [torch.from_numpy(one) for one in (ids, case, quoted, begins, mask, cues, names, marks)]


def asked(row: list[Text], cues: torch.Tensor, gold: torch.Tensor) -> list[Asked]:
    """Give the cues whose parts are asked for: those annotated, and a few that are nearly taken for cues.

    The latter tell nothing.
    """
    likely = cues.detach().float().softmax(-1)[..., 1].numpy()
    made = []
    for nth, one in enumerate(row):
        count, told = len(one["ids"]), one["told"]
        for number in np.unique(told[:, 0]):
            parts = told[told[:, 0] == number]
            _, head, start, end = parts[np.isin(parts[:, 1], (CUE, OPENS))][0] + (0, 0, 1, 1)
            labels = np.zeros(count, np.int64)
            for _, role, low, high in parts[np.isin(parts[:, 1], (SPEAKER, CONTENT))]:
                labels[low:high] = 2 * role
                labels[low] = 2 * role - 1
            if head == OPENS:  # what it says is known
                labels[labels >= 2 * CONTENT - 1] = IGNORED
            reach = (BEFORE, BEHIND) if head == OPENS else reached(labels, start, end)
            made.append(Asked(nth, int(start), int(end), count, labels, reach))
        wrong = np.flatnonzero((likely[nth] > SURE) & (gold[nth].numpy() == 0))
        nothing = np.zeros(count, np.int64)
        likeliest = wrong[np.argsort(-likely[nth][wrong])][:WRONG]
        made += [Asked(nth, int(at), int(at) + 1, count, nothing) for at in likeliest]
    return made


def reached(labels: np.ndarray, start: int, end: int) -> tuple[int, int]:
    """Give how far is looked around a cue: farther where a part stands farther, and at times else."""
    told = np.flatnonzero(labels > 0) + 1
    far = len(told) and (told[0] < start - REACH or told[-1] >= end + REACH)
    return (FAR, FAR) if far or start % OFTEN_FAR == 0 else (REACH, REACH)


@dataclass(frozen=True)
class Asked:
    """A cue [start, end) in a row of pieces 1 to count, and the label of each piece as its part.

    Or the beginning of a quotation without a cue, of which only who says it is asked.
    """

    row: int
    start: int
    end: int
    count: int
    labels: np.ndarray
    reach: tuple[int, int] = (REACH, REACH)

    @property
    def places(self) -> np.ndarray:
        before, behind = self.reach
        return np.arange(max(1, self.start - before), min(self.count + 1, self.end + behind))


def parts(model: Tagger, seen: torch.Tensor, found: list[Asked]) -> torch.Tensor:
    """Give the loss of what is said to be part of each cue's statement: the mean of all pieces.

    Cues that are looked around farther are asked apart, so that the others are not filled up.
    """
    near = [one for one in found if len(one.places) <= FEW_PLACES]
    far = [one for one in found if len(one.places) > FEW_PLACES]
    count = sum(int((one.labels[one.places - 1] != IGNORED).sum()) for one in found)
    return sum(of_alike(model, seen, some) for some in (near, far) if some) / max(1, count)


def of_alike(model: Tagger, seen: torch.Tensor, found: list[Asked]) -> torch.Tensor:
    """Give the sum of the losses of cues that are looked around about as far."""
    size = max(len(one.places) for one in found)
    where, far = (np.zeros((len(found), size), np.int64) for _ in range(2))
    mask = np.zeros((len(found), size), np.float32)
    gold = np.full((len(found), size), IGNORED, np.int64)
    for nth, one in enumerate(found):
        places = one.places
        count = len(places)
        where[nth, :count], mask[nth, :count] = places, 1
        far[nth, :count] = distances(places, one.start, one.end)
        gold[nth, :count] = one.labels[places - 1]
    # One flat choice of rows: the gradient of choosing by two indexes is far slower.
    where += np.array([[one.row * seen.shape[1]] for one in found])
    near = seen.flatten(0, 1).index_select(0, torch.from_numpy(where.ravel()))
    near = near.view(len(found), size, HIDDEN)
    scores = model.parting(near, torch.from_numpy(far), torch.from_numpy(mask))
    flat = torch.from_numpy(gold).view(-1)
    return nn.functional.cross_entropy(
        scores.reshape(-1, len(PARTS)), flat, ignore_index=IGNORED, reduction="sum"
    )


def losses(model: Tagger, row: list[Text], hidden: float) -> list[torch.Tensor]:
    """Give the losses of cues, of their parts, of names, and of words in marks."""
    *given, gold, named, kinds = tensors(row, hidden)
    cues, names, marks, seen = model(*given)
    flat = cues.reshape(-1, len(CUES))
    loss = [0 * cues.sum()]
    if (gold != IGNORED).any():
        loss = [nn.functional.cross_entropy(flat, gold.view(-1), ignore_index=IGNORED)]
    found = asked(row, cues, gold)
    loss.append(parts(model, seen, found) if found else 0 * loss[0])
    rows = ((0.3, names, named, None), (0.3, marks, kinds, torch.tensor(RARE)))
    for weight, scores, wanted, rare in rows:
        if (wanted != IGNORED).any():
            flat = scores.flatten(0, 1).float()
            found = nn.functional.cross_entropy(
                flat, wanted.view(-1), weight=rare, ignore_index=IGNORED
            )
            loss.append(weight * found)
        else:
            loss.append(0 * loss[0])
    return loss


def train(given: argparse.Namespace) -> None:
    """Train for a number of steps, or of minutes; `last.pt` is written anew every hundred steps.

    The data are read anew at every pass, and as soon as their file changes, so that annotations may be added
    while it goes on.
    """
    torch.manual_seed(given.seed)
    torch.set_num_threads(2)
    rng = random.Random(given.seed)
    given.folder.mkdir(parents=True, exist_ok=True)
    model = begun_with(given.base).train()
    for one in model.modules():
        if isinstance(one, Drop):
            one.left_out = round(256 * given.drop)
    groups: list[list[nn.Parameter]] = [[], []]
    if given.still:
        model.kind.requires_grad_(False)
        below = [model.word, model.place, model.case, model.quoted, model.begins, model.norm]
        for part in [*below, *model.layers[: given.still]]:
            part.requires_grad_(False)
    for name, weights in model.named_parameters():
        if not weights.requires_grad:
            continue
        groups[bool(set(name.split(".")[:2]) & set(NEW))].append(weights)
    rates = (given.rate, given.heads)
    chosen = torch.optim.AdamW(
        [{"params": group, "lr": rate} for group, rate in zip(groups, rates, strict=True)],
        weight_decay=0.01,
        fused=True,
    )
    step, seen, begun = 0, 0, time.monotonic()
    means = np.zeros(4)
    share = 0.0
    while share < 1:
        written = given.data.stat().st_mtime
        found = texts(given.data, given.oversample, given.parts.split(","))
        for row in batches(windows(found, rng), rng):
            factor = min(1.0, share / 0.06) * (1 - share) + 1e-3
            for group, rate in zip(chosen.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            with torch.autocast("cpu", torch.bfloat16, enabled=given.half):
                loss = losses(model, row, given.hidden)
            sum(loss).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            chosen.step()
            chosen.zero_grad(set_to_none=True)
            step, seen = step + 1, seen + sum(len(one["ids"]) for one in row)
            spent = time.monotonic() - begun
            share = max(step / given.steps, spent / 60 / given.minutes)
            for nth, one in enumerate(loss):
                means[nth] = one.item() if step < 5 else 0.98 * means[nth] + 0.02 * one.item()
            if step % 10 == 0:
                print(
                    f"{spent:5.0f} s step {step} losses {means.round(4)} {seen / spent:.0f}/s",
                    flush=True,
                )
            if step % 100 == 0 or share >= 1:
                torch.save(model.state_dict(), given.folder / "last.pt")
            if share >= 1 or given.data.stat().st_mtime != written:
                break


def begun_with(path: Path) -> Tagger:
    """Make a tagger with the weights of a file: the published encoder, a model, or a run of ours."""
    ways = {".onnx": from_model, ".safetensors": from_base}
    return ways.get(path.suffix, lambda path: filled(torch.load(path)))(path)


def mean(target: Path, files: list[Path]) -> None:
    """Write the mean of weights that began alike (same base, same seed): they lie in one basin.

    Wortsman and others 2022, "Model soups".
    """
    every = [begun_with(one).state_dict() for one in files]
    torch.save({name: sum(one[name] for one in every) / len(every) for name in every[0]}, target)


def export(weights: Path, target: Path) -> None:
    """Write trained weights as ONNX, with weights of eight bits, a scale for each channel.

    The encoder goes to `target`, the layer that reads around a cue to parts.onnx beside it. Both
    take rows of one length, so that they need no mask, and use onnxruntime's own operator for
    attention.
    """
    model = Tagger()
    model.load_state_dict(torch.load(weights))
    model.eval()
    target.parent.mkdir(parents=True, exist_ok=True)
    pieces = torch.ones(2, 32, dtype=torch.long)
    names = ["ids", "case", "quoted", "begins"]
    written(model, dict.fromkeys(names, pieces), ["cues", "names", "marks", "seen"], target)
    given = {"seen": torch.ones(2, 32, HIDDEN), "far": pieces}
    written(model.parting, given, ["parts"], target.with_name("parts.onnx"))


def written(
    model: nn.Module, given: dict[str, torch.Tensor], found: list[str], target: Path
) -> None:
    from onnx import TensorProto
    from onnxruntime.quantization import QuantType, quantize_dynamic

    plain = target.with_suffix(".full.onnx")
    torch.onnx.export(
        model,
        tuple(given.values()),
        str(plain),
        input_names=list(given),
        output_names=found,
        dynamic_axes={name: {0: "row", 1: "piece"} for name in [*given, *found]},
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )
    quantize_dynamic(
        plain,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
    plain.unlink()
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def arguments(given: list[str] | None = None) -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__)
    tasks = asked.add_subparsers(dest="task", required=True)
    one = tasks.add_parser("train")
    one.add_argument("data", type=Path)
    one.add_argument("folder", type=Path)
    one.add_argument("--base", type=Path, required=True)
    one.add_argument("--steps", type=int, default=900)
    one.add_argument(
        "--minutes", type=float, default=math.inf, help="it ends by then at the latest"
    )
    one.add_argument("--rate", type=float, default=1.5e-4, help="of the encoder's own weights")
    one.add_argument(
        "--heads", type=float, default=1e-3, help="rate of what the base does not have"
    )
    one.add_argument("--oversample", type=int, default=2, help="how often our own texts are seen")
    one.add_argument("--parts", default="riqua,ours,varied,named")
    one.add_argument("--drop", type=float, default=0.1, help="share of numbers left out")
    one.add_argument("--hidden", type=float, default=0.08, help="share of pieces that are hidden")
    one.add_argument(
        "--still", type=int, default=0, help="lowest layers that stay as they are, with the words"
    )
    one.add_argument("--seed", type=int, default=1788)
    one.add_argument("--half", action="store_true", help="bfloat16, where the processor has it")
    two = tasks.add_parser("export")
    two.add_argument("weights", type=Path)
    two.add_argument("target", type=Path)
    three = tasks.add_parser("mean")
    three.add_argument("target", type=Path)
    three.add_argument("files", type=Path, nargs="+")
    return asked.parse_args(given)


def main() -> int:
    given = arguments()
    if given.task == "train":
        train(given)
    elif given.task == "mean":
        mean(given.target, given.files)
    else:
        export(given.weights, given.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
