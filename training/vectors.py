"""Make the word-piece vectors with which sentences that say the same in other words are found.

    python training/vectors.py sentences PATH... -o SENTENCES.txt
    python training/vectors.py taught SENTENCES.txt TAUGHT.npz --base MODEL.safetensors
    python training/vectors.py made TAUGHT.npz src/sayso/reuse/model

The first step needs sayso, the second torch and safetensors, the third torch; finding paraphrases
needs numpy alone. Every piece of the vocabulary goes through the encoder (all-MiniLM-L6-v2, Apache-2.0)
by itself, and so does every sentence. The vectors of the pieces are cut to their principal axes and
then moved until their weighted mean comes near to what the encoder makes of the whole sentence; pieces
that the sentences do not have stay where they were.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parent / "src"))

VOCABULARY = HERE.parent / "src" / "sayso" / "readers" / "model" / "vocabulary.txt"
FIRST, LAST, PADDING, LONGEST = 101, 102, 0, 96
FEWEST, MOST = 5, 80
SMOOTH = 1e-3
SEED = 1788


def sentences(paths: list[Path], out: Path) -> None:
    """Write the sentences of texts, one a line, each once."""
    from sayso.model import Document
    from sayso.project_documents import read
    from sayso.sentences import split

    seen: set[str] = set()
    with out.open("w", encoding="utf-8") as file:
        for document in read(paths, readers=(), checks=False):
            if not isinstance(document, Document):
                continue
            for start, end in split(document.text, document.paragraphs):
                one = " ".join(document.text[start:end].split())
                if FEWEST <= len(one.split()) <= MOST and one not in seen:
                    seen.add(one)
                    file.write(one + "\n")
    print(f"{len(seen)} sentences")


def taught(lines: list[str], base: Path, out: Path) -> None:
    """Send every piece and every sentence through the encoder; keep what it makes of them."""
    import torch
    from encoder import from_base

    from sayso.wordpiece import WordPiece

    torch.manual_seed(SEED)
    encoder = from_base(base).eval()

    @torch.inference_mode()
    def means(rows: list[list[int]]) -> np.ndarray:
        """Give the mean of what the last layer says of the pieces, signs for begin and end too."""
        size = max(map(len, rows)) + 2
        ids = torch.full((len(rows), size), PADDING)
        for nth, row in enumerate(rows):
            ids[nth, : len(row) + 2] = torch.tensor([FIRST, *row, LAST])
        mask = (ids != PADDING).float()
        x = encoder.word(ids) + encoder.place(torch.arange(size)) + encoder.kind
        x = encoder.norm(x)
        hidden = (1.0 - mask[:, None, None, :]) * -1e4
        for layer in encoder.layers:
            x = layer(x, hidden)
        mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return torch.nn.functional.normalize(mean, dim=1).half().numpy()

    pieces = WordPiece(VOCABULARY.read_text(encoding="utf-8").splitlines())
    cut = [pieces.encode(line).ids[: LONGEST - 2] for line in lines]
    count = len(VOCABULARY.read_text(encoding="utf-8").splitlines())
    of_pieces = np.concatenate([means([[n] for n in part]) for part in parts(range(count), 512)])
    order = sorted(range(len(cut)), key=lambda n: len(cut[n]))
    of_sentences = np.empty((len(cut), of_pieces.shape[1]), np.float16)
    started = time.time()
    for nth, part in enumerate(parts(order, 64)):
        of_sentences[part] = means([cut[n] for n in part])
        if nth % 50 == 0:
            print(f"{(nth + 1) * 64} of {len(cut)} in {time.time() - started:.0f} s", flush=True)
    ends = np.cumsum([0, *map(len, cut)])
    np.savez(
        out, pieces=of_pieces, sentences=of_sentences, ends=ends,
        ids=np.concatenate([np.array(one, np.int32) for one in cut]),
    )  # fmt: skip


def parts(every: Iterable[int], size: int) -> Iterator[list[int]]:
    listed = list(every)
    for at in range(0, len(listed), size):
        yield listed[at : at + size]


def shares(ids: np.ndarray, count: int) -> np.ndarray:
    """Give how frequent each piece is.

    Frequencies are counted in the sentences; pieces that are rarer than their rank in the vocabulary
    says, which is sorted by frequency, are given that of the rank by Zipf's law, halved.
    """
    share = np.bincount(ids, minlength=count) / len(ids)
    ranked = 1.0 / np.arange(2, count + 2)
    ranked /= ranked.sum()
    return np.maximum(share, ranked / 2)


def made(data: dict[str, np.ndarray], folder: Path, *, size: int, rounds: int, aside: int) -> None:
    """Cut to `size` axes, fit to the sentences, and write as int8 with a scale a piece."""
    import torch

    torch.manual_seed(SEED)
    pieces, whole = data["pieces"].astype(np.float32), data["sentences"].astype(np.float32)
    ids, ends = data["ids"].astype(np.int64), data["ends"]
    frequent = shares(ids, len(pieces)).astype(np.float32)
    weight = SMOOTH / (SMOOTH + frequent)
    centre = whole.mean(0)
    axes = np.linalg.svd(whole - centre, full_matrices=False)[2][:size].T
    target = torch.tensor((whole - centre) @ axes)
    start = (pieces - pieces.mean(0)) @ axes
    vectors = torch.nn.EmbeddingBag.from_pretrained(torch.tensor(start), mode="sum", freeze=False)
    first = vectors.weight.detach().clone()
    chance = np.random.default_rng(SEED)
    order = chance.permutation(len(target))
    held, train = order[:aside], order[aside:]

    def bag(chosen: np.ndarray) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        rows = [ids[ends[n] : ends[n + 1]] for n in chosen]
        flat = torch.tensor(np.concatenate(rows))
        starts = torch.tensor(np.cumsum([0, *map(len, rows)])[:-1])
        return flat, starts, torch.tensor(weight)[flat]

    def likeness(chosen: np.ndarray) -> torch.Tensor:
        flat, starts, shares = bag(chosen)
        return torch.nn.functional.cosine_similarity(
            vectors(flat, starts, per_sample_weights=shares), target[chosen]
        )

    print(f"put aside: {likeness(held).mean():.4f} before")
    steps = torch.optim.Adam(vectors.parameters(), lr=3e-3)
    for nth in range(rounds):
        for group in steps.param_groups:
            group["lr"] = 3e-3 * (1 - nth / rounds)
        for part in np.array_split(chance.permutation(train), max(1, len(train) // 256)):
            steps.zero_grad()
            away = (vectors.weight - first).square().sum(1).mean()
            loss = (1 - likeness(part)).mean() + 0.02 * away
            loss.backward()
            steps.step()
        with torch.no_grad():
            print(f"round {nth + 1}: {likeness(train[:aside]).mean():.4f} trained on, "
                  f"{likeness(held).mean():.4f} put aside", flush=True)  # fmt: skip
    written(vectors.weight.detach().numpy(), frequent, folder)


def written(vectors: np.ndarray, frequent: np.ndarray, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    scale = np.abs(vectors).max(1) / 127
    rounded = np.round(vectors / np.maximum(scale, 1e-9)[:, None]).astype(np.int8)
    np.savez_compressed(
        folder / "vectors.npz", vectors=rounded, scales=scale.astype(np.float32),
        shares=frequent,
    )  # fmt: skip
    (folder / "vocabulary.txt").write_bytes(VOCABULARY.read_bytes())
    print(f"{(folder / 'vectors.npz').stat().st_size / 1e6:.2f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    steps = parser.add_subparsers(dest="step", required=True)
    one = steps.add_parser("sentences")
    one.add_argument("paths", nargs="+", type=Path)
    one.add_argument("-o", "--output", required=True, type=Path)
    one = steps.add_parser("taught")
    one.add_argument("sentences", type=Path)
    one.add_argument("output", type=Path)
    one.add_argument("--base", required=True, type=Path)
    one = steps.add_parser("made")
    one.add_argument("data", type=Path)
    one.add_argument("folder", type=Path)
    one.add_argument("--size", type=int, default=256)
    one.add_argument("--rounds", type=int, default=3)
    one.add_argument("--aside", type=int, default=2000)
    chosen = parser.parse_args()
    if chosen.step == "sentences":
        sentences(chosen.paths, chosen.output)
    elif chosen.step == "taught":
        lines = chosen.sentences.read_text(encoding="utf-8").splitlines()
        taught(lines, chosen.base, chosen.output)
    else:
        with np.load(chosen.data) as data:
            made(dict(data), chosen.folder, size=chosen.size, rounds=chosen.rounds,
                 aside=chosen.aside)  # fmt: skip


if __name__ == "__main__":
    main()
