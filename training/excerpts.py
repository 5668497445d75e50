"""Excerpts to annotate, and what annotators write turned into offsets.

    python training/excerpts.py list
    python training/excerpts.py show e001
    python training/excerpts.py keep FILE.json ...

The texts are not part of this repository: an excerpt is a file of the corpora beside the checkout (or a text of
GUM, the beginning of a novel of LitBank, a chapter of a book of shelf.py), a start and an end, and the hash of its
words. An annotator writes exact strings; `keep` turns them into
offsets (code points of the excerpt, from 0, end excluded), fails on anything that does not stand there,
and writes `annotations/excerpts/NAME.ANNOTATOR.json` with offsets only.

What an annotator writes, a JSON object a file::

    {"excerpt": "e001", "annotator": "a", "statements": [
      {"id": 1, "kind": "indirect", "speakers": ["Mr. X"], "cue": "denied",
       "content": ["that the harbour ... was lost"], "parent": null,
       "negated": false, "modal": false, "notes": ["3"]}],
     "quoted": [{"kind": "title", "text": "Rights of Man"}]}

A string is looked for as it stands; white space of any kind matches white space. "first words ... last
words" stands for all from the one to the next place of the other. Content is looked for from the start
of the content before it, or of its parent; cue and speakers are taken nearest to the content. "words@@2"
means the second place in the whole excerpt.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import lzma
import os
import random
import re
import sys
import tarfile
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import shelf

HERE = Path(__file__).resolve().parent
CORPORA = HERE.parents[1] / "shared" / "corpora"
BAGEHOT = CORPORA.parent / "data" / "notes" / "bagehot" / "src" / "epub" / "text"
KEPT = HERE / "annotations" / "excerpts"
# Short stretches that unsure.py chose.
UNSURE = HERE / "annotations" / "unsure.json"
WORDS = 750
# Source -> (excerpts, part). A third is held out by source: nothing of it is ever trained or tuned on.
SOURCES = {
    "federalist": (34, "train"),
    "strauss": (12, "train"),
    "henry-george": (12, "train"),
    "washington": (10, "train"),
    "brutus": (10, "held out"),
    "jay": (6, "held out"),
    "darwin": (8, "held out"),
    "bede": (8, "held out"),
    "bagehot": (0, "train"),
}
# Added later to the training part, each round drawn (with its seed) from what those before it left.
MORE = {
    1789: {"federalist": 24, "strauss": 14, "henry-george": 14, "washington": 8},
    1790: {"federalist": 15, "strauss": 18, "henry-george": 15, "washington": 12},
    1791: {"federalist": 50, "strauss": 50, "henry-george": 40, "washington": 40},
    1792: {"bagehot": 80, "strauss": 60, "federalist": 40, "washington": 20},
    1793: {"bagehot": 60, "strauss": 26, "federalist": 30, "washington": 30},
    1794: {"strauss": 100},
}
# Whole texts of GUM, annotated by our own convention: held out those of its development part; left out its genres
# under non-commercial licences. Talk came later, and is numbered behind the rest.
GUM = "gum-train-dev.jsonl.xz"
GUM_DEVELOPMENT = frozenset(
    f"GUM_{name}"
    for name in (
        "academic_exposure", "academic_librarians", "bio_byron", "bio_emperor",
        "conversation_grounded", "conversation_risk", "court_loan", "essay_evolved",
        "interview_cyclone", "interview_gaming", "letter_arendt", "news_homeopathic", "news_iodine",
        "podcast_wrestling", "speech_impeachment", "speech_inauguration", "textbook_governments",
        "textbook_labor", "vlog_portland", "vlog_radiology", "voyage_athens", "voyage_coron",
    )
)  # fmt: skip
GUM_GENRES = (
    "academic", "bio", "court", "essay", "interview", "letter", "news", "podcast", "speech", "textbook",
)  # fmt: skip
GUM_TALK = ("conversation", "vlog", "voyage")
# Beginnings of LitBank's novels, as words put together again from its tokens. Not of those in the Project
# Dialogism Novel Corpus, by which others measure.
LITBANK = "litbank-entities.tar.xz"
ELSEWHERE = frozenset("11 105 1245 1342 158 160 1661 1695 174 208 2641 2891 5230 541 730".split())
# What files of the books of shelf.py begin with.
SHELF = "shelf/"
KINDS = ("direct", "mixed", "indirect", "own")
QUOTED = ("title", "scare", "term", "hypothetical")
# A relative pronoun that is the subject of what follows: only such words stand between, or a clause in commas.
BETWEEN = r"""(?:\s+(?:\w+ly|all|both|each|also|often|never|always|still|then|now|first|once|thus|so|too|even|yet|only
    |rather|later|here|there|not|no\ longer|at\ first|at\ last|in\ turn|in\ fact|no\ doubt|of\ course|had|has|have|is
    |are|was|were|may|might|must|should|shall|will|would|can|could|did|do|does)){0,3}\s*$"""
RELATIVE = re.compile(r"\b(who|which|that)" + BETWEEN, re.VERBOSE)
INTERRUPTED = re.compile(r"\b(who|which),\s[^.;:?!]{1,110}," + BETWEEN, re.VERBOSE)
# Before a pronoun that is no subject.
OBLIQUE = re.compile(r"\b(?:of|in|by|to|on|for|from|with|at|upon|under|through|into)\s$")
JOINT = re.compile(r"[\s,;:—–\u2060)\]”’\"'-]*(?:\[\w+\][\s,;:]*)?(?:and |but |or )?")


class _Paragraphs(HTMLParser):
    """Collects the paragraphs of a chapter; the markup of a number of notes stays as [n]."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._depth = 0
        self._note = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("p", "h2", "h3", "h4", "li"):
            self._depth += 1
            self.found.append("")
        noted = ("epub:type", "noteref") if tag == "a" else ("class", "textsuperscript")
        named = tag == "a" and any(
            name == "name" and (value or "").startswith("footnoteref") for name, value in attributes
        )
        self._note = named or (tag in ("a", "sup") and noted in attributes)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("p", "h2", "h3", "h4", "li"):
            self._depth = max(0, self._depth - 1)
        self._note = False

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.found[-1] += f"[{data.strip().strip('[]')}]" if self._note else data


@cache
def text_of(path: Path) -> str:
    """Give the words of a file, paragraphs apart by a blank line, by rules that never change."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix in (".xhtml", ".html"):
        if path.suffix == ".html":  # made from TeX, with closing marks where quotations begin
            raw = re.sub(r"(^|[\s(\[>—–])”", r"\1“", raw.replace("&#x201D;", "”"))
        reader = _Paragraphs()
        reader.feed(raw)
        parts = reader.found
    else:
        parts = re.split(r"\n\s*\n", raw)
    return "\n\n".join(flat for part in parts if (flat := " ".join(part.split())))


def files() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {name: [] for name in SOURCES}
    with (CORPORA / "ratification" / "metadata.csv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table):
            path = CORPORA / "ratification" / row["file"]
            if row["series"] == "Brutus":
                found["brutus"].append(path)
            elif row["attributed_author"] == "John Jay":
                found["jay"].append(path)
            else:
                found["federalist"].append(path)
    for book in ("strauss", "henry-george", "washington", "darwin", "bede"):
        for path in sorted((CORPORA / "books" / book).glob("*.xhtml")):
            if re.match(r"chapter|preface|introduction", path.name):
                found[book].append(path)
    found["bagehot"] = sorted(BAGEHOT.glob("chapter-*.xhtml"))
    return found


def from_corpora(path: Path) -> str:
    """Give the path of a file as entries have it, from the corpora."""
    return Path(os.path.relpath(path, CORPORA)).as_posix()


def pieces(text: str) -> list[tuple[int, int]]:
    """Cut a text at paragraphs into stretches of about 750 words."""
    bounds, start = [], 0
    ends = [one.start() for one in re.finditer(r"\n\n", text)] + [len(text)]
    for end in ends:
        words = len(text[start:end].split())
        if words >= WORDS * 0.8:
            if words <= WORDS * 1.6:
                bounds.append((start, end))
            start = end + 2
    return bounds


def chosen() -> dict[str, dict]:
    """Choose the excerpts, the same ones at any time."""
    rng = random.Random(1788)
    found = {}
    for source, paths in files().items():
        wanted, part = SOURCES[source]
        places = []
        for path in paths:
            text = text_of(path)
            places += [(path, start, end) for start, end in pieces(text)]
        rng.shuffle(places)
        once: list[tuple[Path, int, int]] = []
        for place in places:
            if len(once) < wanted and sum(one[0] == place[0] for one in once) < 2:
                once.append(place)
        for place in sorted(once):
            add(found, source, part, place)
    for seed, wanted in MORE.items():
        found |= more(found, seed, wanted)
    for genres in (GUM_GENRES, GUM_TALK):
        for name, words in gum().items():
            if name not in GUM_DEVELOPMENT and name.split("_")[1] in genres:
                key = f"g{sum(one.startswith('g') for one in found) + 1:03}"
                found[key] = {
                    "excerpt": key, "source": name, "part": "train", "file": GUM, "start": 0, "end": len(words),
                }  # fmt: skip
    for name in sorted(GUM_DEVELOPMENT):
        key = f"h{sum(one.startswith('h') for one in found) + 1:03}"
        found[key] = {
            "excerpt": key, "source": name, "part": "held out", "file": GUM, "start": 0, "end": len(gum()[name]),
        }  # fmt: skip
    for name, words in novels().items():
        key = f"l{sum(one.startswith('l') for one in found) + 1:03}"
        found[key] = {
            "excerpt": key, "source": name, "part": "train", "file": LITBANK, "start": 0, "end": len(words),
        }  # fmt: skip
    for letter, part, books in (("b", "train", shelf.BOOKS), ("k", "held out", shelf.HELD_OUT)):
        for number, book, file, start, end in shelf.stretches(books, text_of, pieces):
            key = f"{letter}{number:03}"
            found[key] = {
                "excerpt": key, "source": book, "part": part, "file": f"{SHELF}{file}", "start": start, "end": end,
            }  # fmt: skip
    if UNSURE.exists():
        found |= {one["excerpt"]: one for one in json.loads(UNSURE.read_text(encoding="utf-8"))}
    return found


@cache
def gum() -> dict[str, str]:
    """Give the words of the texts of GUM."""
    with lzma.open(CORPORA.parent / "data" / "quotations" / GUM, "rt", encoding="utf-8") as lines:
        rows = map(json.loads, lines)
        return {row["id"]: row["text"] for row in rows}


def add(found: dict[str, dict], source: str, part: str, place: tuple[Path, int, int]) -> None:
    path, start, end = place
    name = f"e{len(found) + 1:03}"
    found[name] = {
        "excerpt": name,
        "source": source,
        "part": part,
        "file": from_corpora(path),
        "start": start,
        "end": end,
    }


def more(before: dict[str, dict], seed: int, wanted: dict[str, int]) -> dict[str, dict]:
    """Choose further excerpts for training, none of them a stretch chosen before."""
    rng = random.Random(seed)
    taken = {(one["file"], one["start"]) for one in before.values()}
    every = dict(before)
    for source, paths in files().items():
        places = [
            (path, start, end)
            for path in paths
            for start, end in pieces(text_of(path))
            if (from_corpora(path), start) not in taken
        ]
        rng.shuffle(places)
        for place in places[: wanted.get(source, 0)]:
            add(every, source, "train", place)
    return {name: one for name, one in every.items() if name not in before}


@cache
def novels() -> dict[str, str]:
    """Give some 750 words of each novel, a paragraph for what begins with an opening quotation mark."""
    made = {}
    with tarfile.open(CORPORA.parent / "data" / "quotations" / LITBANK) as packed:
        for name in sorted(one for one in packed.getnames() if one.endswith(".txt")):
            title = Path(name).stem
            if title.split("_")[0] in ELSEWHERE:
                continue
            lines = packed.extractfile(name).read().decode().splitlines()[2:]
            words, open_ = "", ""
            for line in lines:
                if len(words.split()) >= WORDS:
                    break
                if words and line[:1] in "“‘\"'" and line[1:2] == " " and not open_:
                    words += "\n\n"
                more, open_ = printed(line.split(), open_)
                closes = more[:1] in "”’" or (more[:1] in "\"'" and open_ != more[:1])
                words += (" " if words and not words.endswith("\n") and not closes else "") + more
            made[title] = words
    return made


def printed(tokens: list[str], open_: str) -> tuple[str, str]:
    """Put words and signs together as they are printed; `open_` is a straight mark left open."""
    words, glued = "", True
    for token in tokens:
        closes = token in "”’" or (token in "\"'" and open_ == token)
        apart = len(token) > 1 and token[0] in "'’"
        tight = closes or apart or token[0] in ".,;:!?)]" or token == "n't"
        words += ("" if glued or tight else " ") + token
        glued = token in "“‘([" or (token in "\"'" and not closes)
        if token in "\"'":
            open_ = "" if closes else token
    return words, open_


def words_of(entry: dict) -> str:
    if entry["file"] == LITBANK:
        return novels()[entry["source"]]
    if entry["file"] == GUM:
        return gum()[entry["source"]]
    return text_of(path_of(entry))[entry["start"] : entry["end"]]


def there(entry: dict) -> bool:
    """Say whether the file of an excerpt is there: books of shelf.py are got apart."""
    return not entry["file"].startswith(SHELF) or path_of(entry).is_file()


def path_of(entry: dict) -> Path:
    """Give the file that an excerpt was cut from; a book of shelf.py may be absent."""
    file = entry["file"]
    return shelf.FOLDER / file.removeprefix(SHELF) if file.startswith(SHELF) else CORPORA / file


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class NotThereError(ValueError):
    """A string does not stand in the excerpt."""


def places(text: str, wanted: str) -> Iterator[tuple[int, int]]:
    head, _, tail = wanted.partition(" ... ")
    pattern = r"\s+".join(map(re.escape, head.split()))
    for one in re.finditer(pattern, text):
        if not tail:
            yield one.start(), one.end()
            continue
        last = re.compile(r"\s+".join(map(re.escape, tail.split()))).search(text, one.end())
        if last:
            yield one.start(), last.end()


def whole(text: str, start: int, end: int) -> bool:
    """Say whether a place neither begins nor ends inside a word."""
    left = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    right = end == len(text) or not (text[end - 1].isalnum() and text[end].isalnum())
    return left and right


def place(text: str, wanted: str, *, after: int = 0, near: int | None = None) -> list[int]:
    words, _, nth = wanted.partition("@@")
    found = list(places(text, words))
    if not nth:
        # "he" is no place inside "the"; a numbered place is counted among all, as it was written.
        found = [one for one in found if whole(text, *one)] or found
    if nth:
        if len(found) < int(nth):
            raise NotThereError(f"{words!r} stands {len(found)} times, place {nth} was asked for")
        return list(found[int(nth) - 1])
    if near is not None and found:
        return list(min(found, key=lambda one: abs((one[0] + one[1]) // 2 - near)))
    for start, end in found:
        if start >= after:
            return [start, end]
    if found:
        return list(found[0])
    raise NotThereError(f"{words!r} does not stand there")


def relative(text: str, cue: list[int] | None, speakers: list[list[int]]) -> list[list[int]]:
    """Give the speakers, a relative pronoun as it stands where it is the subject of the cue.

    “Cato, who replied”: the words that speak are “who”; whom they mean is another question.
    """
    if not cue or not speakers:
        return speakers
    base = max(0, cue[0] - 170)
    before = text[base : cue[0]]
    found = RELATIVE.search(before)
    interrupted = None if found else INTERRUPTED.search(before)
    one = found or interrupted
    if one is None or OBLIQUE.search(before[: one.start()]):
        return speakers
    start, end = base + one.start(1), base + one.end(1)
    last = max(stop for _, stop in speakers)
    between = text[last:start]
    near = JOINT.fullmatch(between) is not None
    sentence = len(between) <= 200 and not re.search(r"[.?!]['”\"’]?\s", between)
    if last > start or not (near or (found and one[1] != "that" and sentence)):
        return speakers
    return [[start, end]]


def anchored(text: str, written: dict) -> dict:
    """Turn strings into offsets.

    Raises:
        NotThereError: A string does not stand in the text; the message names the statement.
    """
    made: list[dict] = []
    numbers: dict[object, int] = {}
    at = 0
    for one in written["statements"]:
        try:
            parent = numbers.get(one.get("parent"))
            if one.get("parent") is not None and parent is None:
                raise NotThereError(f"its parent {one['parent']!r} does not come before it")
            if one["kind"] not in KINDS:
                raise NotThereError(f"its kind {one['kind']!r} is none of {', '.join(KINDS)}")
            start = made[parent]["content"][0][0] if parent is not None else at
            content = []
            for part in one["content"]:
                span = place(text, part, after=start)
                content.append(span)
                start = span[1]
            first = content[0][0]
            cue = place(text, one["cue"], near=first) if one.get("cue") else None
            near = sum(cue) // 2 if cue else first
            speakers = [place(text, part, near=near) for part in one.get("speakers", [])]
            speakers = relative(text, cue, speakers)
        except NotThereError as error:
            raise NotThereError(f"statement {one.get('id')}: {error}") from None
        numbers[one.get("id")] = len(made)
        if parent is None:
            at = first
        made.append(
            {
                "kind": one["kind"],
                "content": content,
                "cue": cue,
                "speakers": speakers,
                "parent": parent,
                "negated": bool(one.get("negated")),
                "modal": bool(one.get("modal")),
                "notes": [str(note) for note in one.get("notes", [])],
            }
        )
    quoted = []
    for one in written.get("quoted", []):
        if one["kind"] not in QUOTED:
            raise NotThereError(f"quoted {one['text']!r}: no kind {one['kind']!r}")
        quoted.append({"kind": one["kind"], "span": place(text, one["text"])})
    return {"statements": made, "quoted": quoted}


def keep(path: Path, entries: dict[str, dict]) -> None:
    written = json.loads(path.read_text(encoding="utf-8"))
    entry = entries[written["excerpt"]]
    text = words_of(entry)
    made = {**entry, "sha256": sha256(text), "annotator": written["annotator"]}
    made |= anchored(text, written)
    KEPT.mkdir(parents=True, exist_ok=True)
    target = KEPT / f"{written['excerpt']}.{written['annotator']}.json"
    target.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{target.name}: {len(made['statements'])} statements, {len(made['quoted'])} quoted")
    for one in made["statements"]:
        parts = " | ".join(text[start:end] for start, end in one["content"])
        who = ", ".join(text[start:end] for start, end in one["speakers"]) or "-"
        cue = text[slice(*one["cue"])] if one["cue"] else "-"
        shown = parts if len(parts) < 120 else f"{parts[:60]} … {parts[-50:]}"
        print(f"  {one['kind']:8} {who} [{cue}] {shown}")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("task", choices=("list", "show", "keep"))
    asked.add_argument("names", nargs="*")
    given = asked.parse_args()
    entries = chosen()
    if given.task == "list":
        for entry in entries.values():
            done = ",".join(
                one.suffixes[0][1:] for one in sorted(KEPT.glob(f"{entry['excerpt']}.*"))
            )
            words = len(words_of(entry).split())
            print(f"{entry['excerpt']} {entry['part']:9} {words:5} words {done:4} {entry['file']}")
        return 0
    failed = 0
    for name in given.names:
        if given.task == "show":
            print(f"== {name} ({entries[name]['file']})\n{words_of(entries[name])}\n")
            continue
        try:
            keep(Path(name), entries)
        except (NotThereError, KeyError, ValueError) as error:
            failed += 1
            print(f"{name}: {error}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
