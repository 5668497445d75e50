"""The encoder that is trained: six layers of BERT with letter case, quotation and beginnings added.

It labels pieces as cues and as names. A seventh layer then reads the surroundings of one cue, told how far
each piece stands from it, and says what each piece is to the statement of this cue. So one piece can be the
content of one statement and the cue of another that lies within it.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import nn

from sayso.readers.statements_input import CUES, DISTANCES, MARKS, NAMES, PARTS

HIDDEN, LAYERS, HEADS, INNER, WORDS, PLACES = 384, 6, 12, 1536, 30522, 512
NEW = ("case", "quoted", "begins", "cue", "name", "far", "part", "mark")
_INNER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "joined": "attention.output.dense",
    "after_attention": "attention.output.LayerNorm",
    "inner": "intermediate.dense",
    "outer": "output.dense",
    "after": "output.LayerNorm",
}


class Drop(nn.Module):
    """Leaves a tenth of the numbers out while training; drawn by numpy, thrice as fast as by torch.

    `left_out` of 256 numbers are left out.
    """

    left_out = 26

    def __init__(self) -> None:
        super().__init__()
        self._draw = np.random.Generator(np.random.SFC64(1788))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if not (self.training and self.left_out):
            return x
        drawn = torch.from_numpy(self._draw.integers(0, 256, x.numel(), dtype=np.uint8))
        kept = 256 - self.left_out
        return x * (drawn >= self.left_out).view(x.shape).to(x.dtype).mul_(256 / kept)


class _Attention(torch.autograd.Function):
    """Attention by heads over rows without padding, as the one operator of onnxruntime for it."""

    @staticmethod
    def forward(ctx, query: torch.Tensor, key: torch.Tensor, value: torch.Tensor) -> torch.Tensor:
        heads = [
            one.unflatten(-1, (HEADS, HIDDEN // HEADS)).transpose(1, 2)
            for one in (query, key, value)
        ]
        mixed = nn.functional.scaled_dot_product_attention(*heads)
        return mixed.transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(g, query, key, value):
        made = g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)
        made.setType(query.type())
        return made


class Layer(nn.Module):
    """One layer of BERT, written out so that it needs no other library and exports plainly."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (
            nn.Linear(HIDDEN, HIDDEN) for _ in range(4)
        )
        self.after_attention, self.after = (nn.LayerNorm(HIDDEN, eps=1e-12) for _ in range(2))
        self.inner, self.outer = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.drop = Drop()

    def forward(self, x: torch.Tensor, hidden: torch.Tensor | None) -> torch.Tensor:
        if hidden is None:
            return self.fused(x)
        rows, places, size = *x.shape[:2], HIDDEN // HEADS
        query, key, value = (
            part(x).view(rows, places, HEADS, size).transpose(1, 2).flatten(0, 1)
            for part in (self.query, self.key, self.value)
        )
        # Three times as fast on two cores as torch's own operator, whose backward step is slow there.
        hidden = hidden.to(query.dtype).expand(-1, HEADS, -1, -1).flatten(0, 1)
        weights = torch.baddbmm(hidden, query, key.transpose(1, 2), alpha=size**-0.5)
        mixed = torch.bmm(weights.softmax(-1), value)
        mixed = mixed.unflatten(0, (rows, HEADS)).transpose(1, 2).reshape(x.shape)
        x = self.after_attention(x + self.drop(self.joined(mixed)))
        return self.after(x + self.drop(self.outer(nn.functional.gelu(self.inner(x)))))

    def fused(self, x: torch.Tensor) -> torch.Tensor:
        """Do the same for rows without padding, in operators that onnxruntime runs fast."""
        mixed = _Attention.apply(self.query(x), self.key(x), self.value(x))
        x = self.after_attention(x + self.joined(mixed))
        return self.after(x + self.outer(nn.functional.gelu(self.inner(x))))


class Tagger(nn.Module):
    """Gives (cues, names, marks, seen) for each piece; `seen` is what the six layers make of it.

    Without a mask the rows are of one length and the layers are those that are exported.
    """

    def __init__(self) -> None:
        super().__init__()
        self.word, self.place = nn.Embedding(WORDS, HIDDEN), nn.Embedding(PLACES, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm, self.drop = nn.LayerNorm(HIDDEN, eps=1e-12), Drop()
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.case, self.quoted, self.begins = (nn.Embedding(n, HIDDEN) for n in (6, 4, 3))
        self.cue, self.name = nn.Linear(HIDDEN, len(CUES)), nn.Linear(HIDDEN, len(NAMES))
        self.mark = nn.Linear(HIDDEN, len(MARKS))
        self.parting = Parting()
        for one in (self.case, self.quoted, self.begins):
            nn.init.normal_(one.weight, std=0.01)

    def forward(
        self,
        ids: torch.Tensor,
        case: torch.Tensor,
        quoted: torch.Tensor,
        begins: torch.Tensor,
        mask: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, ...]:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.place(places) + self.kind
        x = x + self.case(case) + self.quoted(quoted) + self.begins(begins)
        x = self.drop(self.norm(x))
        hidden = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        dropped = self.drop(x)
        return self.cue(dropped), self.name(dropped), self.mark(dropped), x


class Parting(nn.Module):
    """Says what pieces (rows, n, HIDDEN) are to a cue, one cue a row; `far` is how far they stand from it."""

    def __init__(self) -> None:
        super().__init__()
        self.far, self.last, self.drop = nn.Embedding(DISTANCES, HIDDEN), Layer(), Drop()
        self.part = nn.Linear(HIDDEN, len(PARTS))
        nn.init.normal_(self.far.weight, std=0.05)

    def forward(
        self, seen: torch.Tensor, far: torch.Tensor, mask: torch.Tensor | None = None
    ) -> torch.Tensor:
        hidden = None if mask is None else (1.0 - mask[:, None, None, :].to(seen.dtype)) * -1e4
        return self.part(self.drop(self.last(seen + self.far(far), hidden)))


def from_base(path: Path) -> Tagger:
    """Make a tagger that begins with the weights of the published encoder."""
    from safetensors.torch import load_file

    base = load_file(path)
    names = {
        "word.weight": "embeddings.word_embeddings.weight",
        "place.weight": "embeddings.position_embeddings.weight",
        "norm.weight": "embeddings.LayerNorm.weight",
        "norm.bias": "embeddings.LayerNorm.bias",
    }
    for nth in range(LAYERS):
        for ours, theirs in _INNER.items():
            for part in ("weight", "bias"):
                names[f"layers.{nth}.{ours}.{part}"] = f"encoder.layer.{nth}.{theirs}.{part}"
    taken = {ours: base[theirs] for ours, theirs in names.items()}
    taken["kind"] = base["embeddings.token_type_embeddings.weight"][0]
    return filled(taken)


def from_model(path: Path) -> Tagger:
    """Make a tagger that begins with the weights of a model as it is shipped (int8 ONNX)."""
    taken = _plain(path) | {
        f"parting.{name}": one for name, one in _plain(path.with_name("parts.onnx")).items()
    }
    return filled(taken)


def _plain(path: Path) -> dict[str, torch.Tensor]:
    """Give the weights of a file as they were before they were cut to eight bits, nearly."""
    import onnx
    from onnx.numpy_helper import to_array

    graph = onnx.load(path).graph
    kept = {one.name: torch.from_numpy(to_array(one).copy()) for one in graph.initializer}

    def whole(name: str) -> torch.Tensor:
        steps = kept[f"{name}_quantized"].float() - kept[f"{name}_zero_point"].float()
        return steps * kept[f"{name}_scale"]

    taken = {name: one for name, one in kept.items() if name.endswith((".bias", ".weight", "kind"))}
    for node in graph.node:
        for name in node.input:
            bare = name.removesuffix("_quantized")
            if bare == name or name not in kept:
                continue
            if node.op_type == "Gather":
                taken[bare] = whole(bare)
            elif node.op_type == "MatMulInteger":
                owner = node.name.strip("/").rpartition("/")[0].replace("/", ".")
                taken[f"{owner}.weight"] = whole(bare).T.contiguous()
    return taken


def filled(taken: dict[str, torch.Tensor]) -> Tagger:
    """Fill a tagger with weights; the seventh layer begins as the sixth where there is none."""
    made = Tagger()
    names = made.state_dict().keys()
    taken = {name: one for name, one in taken.items() if name in names}
    for name, one in list(taken.items()):
        if name.startswith(f"layers.{LAYERS - 1}."):
            taken.setdefault(name.replace(f"layers.{LAYERS - 1}", "parting.last"), one)
    missing, _ = made.load_state_dict(taken, strict=False)
    if any(not set(one.split(".")[:2]) & set(NEW) for one in missing):
        raise ValueError(f"the weights to begin with do not fit: {missing}")
    return made
