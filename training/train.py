"""Train the reader of statements and write it as an int8 ONNX file.

    python training/data.py DATA.npz
    python training/train.py train DATA.npz FOLDER --base MODEL.safetensors
    python training/train.py export FOLDER/last.pt MODEL.onnx

Needs torch, safetensors, onnx and onnxruntime, which the package itself does not depend on (see README.md).
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from sayso.readers.statements_input import LABELS, SIGN

HIDDEN, LAYERS, HEADS, INNER, WORDS, PLACES = 384, 6, 12, 1536, 30522, 512
WINDOW, BATCH = 256, 16
FIRST, LAST, IGNORED = 101, 102, -100
KEYS = ("ids", "case", "quoted", "begins", "labels")
Text = dict[str, np.ndarray]


class Layer(nn.Module):
    """One layer of BERT, written out so that it needs no other library and exports plainly."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (
            nn.Linear(HIDDEN, HIDDEN) for _ in range(4)
        )
        self.after_attention, self.after = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        size = HIDDEN // HEADS
        heads = [
            part(x).view(x.shape[0], x.shape[1], HEADS, size).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        ]
        if self.training:  # the fused form is faster, the plain one exports plainly
            mixed = nn.functional.scaled_dot_product_attention(*heads, attn_mask=hidden)
        else:
            weights = heads[0] @ heads[1].transpose(2, 3) * size**-0.5 + hidden
            mixed = weights.softmax(-1) @ heads[2]
        mixed = mixed.transpose(1, 2).reshape(x.shape)
        x = self.after_attention(x + self.drop(self.joined(mixed)))
        return self.after(x + self.drop(self.outer(nn.functional.gelu(self.inner(x)))))


class Tagger(nn.Module):
    """A small encoder with letter case, quotation and beginnings added to its words."""

    def __init__(self) -> None:
        super().__init__()
        self.word, self.place = nn.Embedding(WORDS, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.case, self.quoted, self.begins = (nn.Embedding(n, HIDDEN) for n in (6, 4, 3))
        for one in (self.case, self.quoted, self.begins):
            nn.init.normal_(one.weight, std=0.01)
        self.out = nn.Linear(HIDDEN, len(LABELS))

    def forward(
        self,
        ids: torch.Tensor,
        mask: torch.Tensor,
        case: torch.Tensor,
        quoted: torch.Tensor,
        begins: torch.Tensor,
    ) -> torch.Tensor:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.place(places) + self.kind
        x = x + self.case(case) + self.quoted(quoted) + self.begins(begins)
        x = self.drop(self.norm(x))
        hidden = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        if torch.is_autocast_enabled("cpu"):
            hidden = hidden.bfloat16()
        for layer in self.layers:
            x = layer(x, hidden)
        return self.out(self.drop(x))


def from_base(path: Path) -> Tagger:
    """Make a tagger that begins with the weights of the published encoder."""
    base = load_file(path)
    made = Tagger()
    names = {
        "word.weight": "embeddings.word_embeddings.weight",
        "place.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    inner = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "joined": "attention.output.dense",
        "after_attention": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "after": "output.LayerNorm",
    }
    for nth in range(LAYERS):
        for ours, theirs in inner.items():
            for part in ("weight", "bias"):
                names[f"layers.{nth}.{ours}.{part}"] = f"encoder.layer.{nth}.{theirs}.{part}"
    taken = {ours: base[theirs] for ours, theirs in names.items()}
    taken["kind"] = base["embeddings.token_type_embeddings.weight"][0]
    missing, unexpected = made.load_state_dict(taken, strict=False)
    heads = ("case", "quoted", "begins", "out")
    if unexpected or any(one.split(".")[0] not in heads for one in missing):
        raise ValueError(f"the base weights do not fit: {missing} {unexpected}")
    return made


def texts(path: Path, oversample: int) -> list[Text]:
    packed = np.load(path)
    found = []
    for part in ("gum", "riqua", *["ours"] * oversample):
        ends = np.cumsum(packed[f"{part}.sizes"])[:-1]
        columns = [np.split(packed[f"{part}.{key}"], ends) for key in KEYS]
        found += [dict(zip(KEYS, row, strict=True)) for row in zip(*columns, strict=True)]
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
            if part.stop - part.start >= 8 and (text["labels"][part] != IGNORED).any():
                made.append({key: text[key][part] for key in KEYS})
    rng.shuffle(made)
    return made


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


def tensors(row: list[Text]) -> list[torch.Tensor]:
    size = max(len(one["ids"]) for one in row) + 2
    ids, mask, quoted, begins = (np.zeros((len(row), size), np.int64) for _ in range(4))
    case = np.full_like(ids, SIGN)
    labels = np.full_like(ids, IGNORED)
    for nth, one in enumerate(row):
        count = len(one["ids"])
        ids[nth, 0], ids[nth, count + 1] = FIRST, LAST
        mask[nth, : count + 2] = 1
        for target, key in zip((ids, case, quoted, begins, labels), KEYS, strict=True):
            target[nth, 1 : count + 1] = one[key]
    return [torch.from_numpy(one) for one in (ids, mask, case, quoted, begins, labels)]


def train(data: Path, folder: Path, base: Path, steps: int, oversample: int, seed: int) -> None:
    """Train for a number of steps; `last.pt` is written anew after each pass."""
    torch.manual_seed(seed)
    torch.set_num_threads(2)
    rng = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    model = from_base(base).train()
    new = ("case", "quoted", "begins", "out")
    groups: list[list[nn.Parameter]] = [[], []]
    for name, weights in model.named_parameters():
        groups[name.split(".")[0] in new].append(weights)
    rates = (1.5e-4, 1e-3)
    chosen = torch.optim.AdamW(
        [{"params": group, "lr": rate} for group, rate in zip(groups, rates, strict=True)],
        weight_decay=0.01,
        fused=True,
    )
    found = texts(data, oversample)
    step, seen, mean, begun = 0, 0, 0.0, time.monotonic()
    while step < steps:
        for row in batches(windows(found, rng), rng):
            share = step / steps
            factor = min(1.0, share / 0.06) * (1 - share) + 1e-3
            for group, rate in zip(chosen.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            *given, labels = tensors(row)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                out = model(*given)
            loss = nn.functional.cross_entropy(
                out.float().view(-1, len(LABELS)), labels.view(-1), ignore_index=IGNORED
            )
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            chosen.step()
            chosen.zero_grad(set_to_none=True)
            step, seen = step + 1, seen + int(given[1].sum())
            mean = loss.item() if step == 1 else 0.98 * mean + 0.02 * loss.item()
            if step % 10 == 0:
                spent = time.monotonic() - begun
                print(
                    f"{spent:5.0f} s step {step} loss {mean:.4f} {seen / spent:.0f}/s", flush=True
                )
            if step % 100 == 0:
                torch.save(model.state_dict(), folder / "last.pt")
            if step >= steps:
                break
    torch.save(model.state_dict(), folder / "last.pt")


def export(weights: Path, target: Path) -> None:
    """Write trained weights as ONNX, with weights of eight bits, a scale for each channel."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = Tagger()
    model.load_state_dict(torch.load(weights))
    model.eval()
    names = ["ids", "mask", "case", "quoted", "begins"]
    axes = {name: {0: "row", 1: "piece"} for name in [*names, "scores"]}
    plain = target.with_suffix(".full.onnx")
    torch.onnx.export(
        model,
        tuple(torch.ones(2, 32, dtype=torch.long) for _ in names),
        str(plain),
        input_names=names,
        output_names=["scores"],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
    quantize_dynamic(plain, target, weight_type=QuantType.QInt8, per_channel=True)
    plain.unlink()
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    tasks = asked.add_subparsers(dest="task", required=True)
    one = tasks.add_parser("train")
    one.add_argument("data", type=Path)
    one.add_argument("folder", type=Path)
    one.add_argument("--base", type=Path, required=True)
    one.add_argument("--steps", type=int, default=1200)
    one.add_argument("--oversample", type=int, default=4)
    one.add_argument("--seed", type=int, default=1788)
    two = tasks.add_parser("export")
    two.add_argument("weights", type=Path)
    two.add_argument("target", type=Path)
    given = asked.parse_args()
    if given.task == "train":
        train(given.data, given.folder, given.base, given.steps, given.oversample, given.seed)
    else:
        export(given.weights, given.target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
