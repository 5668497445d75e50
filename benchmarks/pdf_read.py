"""Set essays as PDF in several layouts, read them back, and count what came through.

    python benchmarks/pdf_read.py [PAGES]

Prints for each layout: words in order (the longest common sequence of words with the truth, %),
paragraph boundaries (F1), superscripts found, notes whose label and words are exact, words of
running heads left in the text, pages a second of CPU, and the peak of memory of the process.
Texts: the folder shared/corpora beside the checkout; the notes are made up here.
"""

from __future__ import annotations

import io
import random
import re
import resource
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import LCSseq
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen import canvas

from sayso.model import Document
from sayso.plugins import Given
from sayso.sources.pdf import SOURCE

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "ratification" / "texts"
FONT, ITALIC = "Times-Roman", "Times-Italic"
WIDTH, HEIGHT, MARGIN, GUTTER = 420, 595, 48, 18
HEAD = "A Debate in Many Letters"


@dataclass
class Layout:
    columns: int = 1
    justified: bool = False
    hyphens: bool = False
    indented: bool = False
    shuffled: bool = False
    size: float = 10.5

    @property
    def name(self) -> str:
        parts = [
            f"{self.columns} column{'s' * (self.columns > 1)}",
            "justified" if self.justified else "ragged",
            "indents" if self.indented else "gaps",
        ]
        return ", ".join(
            parts + ["hyphens"] * self.hyphens + ["written row by row"] * self.shuffled
        )


@dataclass
class Truth:
    paragraphs: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pages: int = 0


def essays(rng: random.Random) -> list[str]:
    found = []
    for path in sorted(CORPUS.glob("*")):
        text = path.read_text("utf-8", "replace")
        for one in re.split(r"\n\s*\n", text):
            one = " ".join(one.split())
            if 150 < len(one) < 1500 and one[-1] in '.?!"”' and one.isascii():
                found.append(one)
    rng.shuffle(found)
    return found


def note(rng: random.Random, number: int) -> str:
    name = rng.choice(["Harwood", "Delacroix", "Osten", "Pereira", "Lind"])
    title = rng.choice(["The Letters", "A History of the Assembly", "Proceedings", "On Parties"])
    more = rng.choice(["", " See also the minutes of the same day, which say less.", " Ibid."])
    return f"{name}, {title} ({rng.randrange(1788, 1999)}), p. {rng.randrange(4, 400)}.{more}"


Word = tuple[str, str]  # the word, and the marker behind it


def words_of(text: str, rng: random.Random, truth: Truth) -> list[Word]:
    found = []
    for word in text.split():
        marker = ""
        if word[-1] in ".?!" and len(word) > 4 and rng.random() < 0.12:
            marker = str(len(truth.notes) + 1)
            truth.notes.append((marker, note(rng, len(truth.notes) + 1)))
        found.append((word, marker))
    return found


def broken(words: list[Word], width: float, layout: Layout) -> list[list[Word]]:
    lines: list[list[Word]] = [[]]
    indent = 14.0 if layout.indented else 0.0
    used = indent
    queue = list(reversed(words))
    while queue:
        word, marker = queue.pop()
        space = stringWidth(" ", FONT, layout.size) if lines[-1] else 0
        size = stringWidth(word, FONT, layout.size) + stringWidth(marker, FONT, 6.5)
        if used + space + size <= width:
            lines[-1].append((word, marker))
            used += space + size
            continue
        plain = re.fullmatch(r"([a-z]{4,})([a-z]{4,}[.,;]?)", word)
        if layout.hyphens and plain:
            first = plain[1][: len(plain[1]) // 2 + 2]
            if used + space + stringWidth(first + "-", FONT, layout.size) <= width:
                lines[-1].append((first + "-", ""))
                queue.append((word[len(first) :], marker))
                lines.append([])
                used = 0
                continue
        queue.append((word, marker))
        lines.append([])
        used = 0
    return lines


def wrapped(text: str, width: float, size: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if stringWidth(longer, FONT, size) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


Stroke = tuple[float, float, str, float, str]  # x, y, font, size, words


def line_strokes(
    line: list[Word], x: float, y: float, width: float, layout: Layout, last: bool
) -> list[Stroke]:
    space = stringWidth(" ", FONT, layout.size)
    if layout.justified and not last and len(line) > 1:
        taken = sum(
            stringWidth(word, FONT, layout.size) + stringWidth(marker, FONT, 6.5)
            for word, marker in line
        )
        space = (width - taken) / (len(line) - 1)
    found = []
    for word, marker in line:
        found.append((x, y, FONT, layout.size, word))
        x += stringWidth(word, FONT, layout.size)
        if marker:
            found.append((x, y + 3.6, FONT, 6.5, marker))
            x += stringWidth(marker, FONT, 6.5)
        x += space
    return found


def set_text(paragraphs: list[str], pages: int, layout: Layout, seed: int) -> tuple[bytes, Truth]:
    rng = random.Random(seed)
    truth = Truth()
    out = io.BytesIO()
    sheet = canvas.Canvas(out, pagesize=(WIDTH, HEIGHT))
    width = (WIDTH - 2 * MARGIN - GUTTER * (layout.columns - 1)) / layout.columns
    lead, queue = layout.size * 1.25, []
    source = iter(paragraphs)

    def more() -> None:
        text = next(source)
        lines = broken(words_of(text, rng, truth), width, layout)
        truth.paragraphs.append(text)
        queue.extend((line, n == 0, n == len(lines) - 1) for n, line in enumerate(lines))

    while truth.pages < pages:
        truth.pages += 1
        strokes: list[Stroke] = []
        if truth.pages > 1:
            strokes.append((MARGIN, HEIGHT - 34, ITALIC, 9, HEAD))
            strokes.append((WIDTH - MARGIN - 12, HEIGHT - 34, FONT, 9, str(truth.pages + 10)))
        for column in range(layout.columns):
            x, y, used = MARGIN + column * (width + GUTTER), HEIGHT - MARGIN - 14, []
            height = 0.0
            top = True
            while True:
                if not queue:
                    more()
                line, first, last = queue[0]
                labels = [marker for _, marker in line if marker]
                taken = sum(
                    len(wrapped(f"{m} {truth.notes[int(m) - 1][1]}", width, 8)) * 10 for m in labels
                )
                gap = 0 if top or layout.indented or not first else 6
                if y - lead - gap < MARGIN + height + taken + 10 * bool(labels or used):
                    break
                queue.pop(0)
                y -= lead + gap
                height += taken
                used += labels
                indent = 14 if first and layout.indented else 0
                strokes += line_strokes(line, x + indent, y, width - indent, layout, last)
                top = False
            at = MARGIN + height
            for label in used:
                for row in wrapped(f"{label} {truth.notes[int(label) - 1][1]}", width, 8):
                    at -= 10
                    strokes.append((x, at, FONT, 8, row))
        if layout.shuffled:
            strokes.sort(key=lambda one: (-round(one[1]), one[0]))
        for x, y, font, size, text in strokes:
            sheet.setFont(font, size)
            sheet.drawString(x, y, text)
        sheet.showPage()
    # What did not fit on the last page was never printed.
    left = sum(len(line) for line, _, _ in queue)
    if queue:
        kept = truth.paragraphs[-1].split()
        printed = " ".join(kept[: max(0, len(kept) - left)])
        truth.paragraphs[-1] = printed
        numbers = {m for line, _, _ in queue for _, m in line if m}
        truth.notes = [one for one in truth.notes if one[0] not in numbers]
        truth.paragraphs = [one for one in truth.paragraphs if one]
    sheet.save()
    return out.getvalue(), truth


def boundaries(paragraphs: list[str]) -> set[int]:
    found, at = set(), 0
    for one in paragraphs:
        at += len(re.sub(r"[\W\d_]+", "", one))
        found.add(at)
    return found


def measure(layout: Layout, pages: int, seed: int) -> None:
    data, truth = set_text(essays(random.Random(seed)), pages, layout, seed)
    given = Given("bench.pdf", data, "source", "application/pdf")
    start = time.process_time()
    (document,) = SOURCE.read(given)
    seconds = time.process_time() - start
    assert isinstance(document, Document)
    body = [document.text[b.start : b.end] for b in document.blocks if b.role != "note"]
    raised = [document.text[a:b] for a, b in document.superscripts]
    plain = re.sub(r"(?<=[.?!\"])\d{1,3}(?=\s|\Z)", "", "\n".join(body))
    read, true = plain.split(), " ".join(truth.paragraphs).split()
    order = LCSseq.similarity(read, true) / len(true)
    bounds, wanted = boundaries(plain.split("\n")), boundaries(truth.paragraphs)
    f1 = 2 * len(bounds & wanted) / (len(bounds) + len(wanted))
    got = {(n.label, " ".join(document.text[n.start : n.end].split())) for n in document.notes}
    exact = len(got & set(truth.notes))
    labels = {one[0] for one in truth.notes}
    heads = sum(one.count(HEAD) for one in body)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{layout.name:55} words {100 * order:5.1f}  paragraphs {f1:.3f}  "
        f"superscripts {len(labels & set(raised))}/{len(labels)} (+{len(set(raised) - labels)})  "
        f"notes {exact}/{len(labels)} (+{len(got) - exact})  heads {heads}  "
        f"{truth.pages / seconds:5.1f} pages/s  {peak:.0f} MB"
    )


def main() -> None:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    warm, _ = set_text(essays(random.Random(0)), 2, Layout(), 0)
    list(SOURCE.read(Given("warm.pdf", warm, "s", "application/pdf")))
    for nth, layout in enumerate(
        [
            Layout(),
            Layout(indented=True),
            Layout(justified=True, hyphens=True),
            Layout(justified=True, indented=True, hyphens=True),
            Layout(columns=2, justified=True, indented=True, hyphens=True, size=8.5),
            Layout(columns=2, hyphens=True, size=8.5),
            Layout(columns=2, justified=True, indented=True, size=8.5, shuffled=True),
        ]
    ):
        measure(layout, pages, nth + 1)


if __name__ == "__main__":
    main()
