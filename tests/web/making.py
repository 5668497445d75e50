"""Projects made by hand: small texts, their statements, notes and findings, without any reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.model import (
    Block,
    Document,
    Evidence,
    Finding,
    Mention,
    Note,
    NoteLink,
    Piece,
    Quoted,
    Reading,
    Record,
    Source,
    Span,
    Statement,
    anchored_id,
    document_id,
    finding_id,
    reading_id,
    source_id,
    statement_id,
)
from sayso.store import documents, findings
from sayso.store.packing import pack
from sayso.store.store import Store

SAID = re.compile(r"([A-Z]\w+(?: [A-Z]\w+)*) (said|wrote|argued|held): “([^”]+)”(\d)?")
TITLE = re.compile(r"the book “([^”]+)”")
YEAR = re.compile(r"\b1[89]\d\d\b")

LETTER = (
    "The quarrel over the harbour\n\n"
    "Anna Weir said: “The harbour was built without one honest account.”1 She has held to it.\n\n"
    "Tom Lund wrote: “Every stone of it was paid for in 1871.” In the book “Stones and Sums” "
    "nothing of the kind can be found, and 1873 stands there.\n\n"
    "The Harbour Society argued: “No town ever had a better wall 🧱, and Anna Weir knows it.”2\n\n"
    "Later Anna Weir held: “I know the wall; I do not know the sum.”\n"
)


def document(key: str, text: str, *, title: str, author: str, date: str) -> Document:
    """Make a document whose blocks are the paragraphs of its text."""
    places = [(one.start(), one.end()) for one in re.finditer(r"[^\n]+", text)]
    blocks = [Block(*place, "paragraph") for place in places]
    if places:
        blocks[0] = Block(*places[0], "heading", 1)
    return Document(
        document_id(key, text), source_id(key, key), key, text, text,
        (Piece(0, len(text), 0, len(text), "copy"),) if text else (), "by hand 1",
        title=title, author=author, date=date, language="en", paragraphs=tuple(places),
        blocks=tuple(blocks),
    )  # fmt: skip


def span(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def records(one: Document, reading: str) -> Iterator[Record]:
    """Give statements of the pattern NAME said: “WORDS”, titles, years and markers."""
    text = one.text
    for match in SAID.finditer(text):
        content = (span(text, *match.span(3)),)
        links: tuple[NoteLink, ...] = ()
        if match[4]:
            marker = span(text, *match.span(4))
            note = Note(
                anchored_id("note", one.id, [marker]), one.id, reading, marker, match[4], None
            )
            links = (NoteLink(match[4], None),)
            yield note
        yield Statement(
            statement_id(one.id, content, "direct"), one.id, reading, "direct", content,
            span(text, *match.span(2)), (span(text, *match.span(1)),), notes=links,
            score=0.5 + (match.start() % 50) / 100, reason="A name, a verb of saying, a colon.",
        )  # fmt: skip
    for match in TITLE.finditer(text):
        words = span(text, *match.span(1))
        yield Quoted(anchored_id("quoted", one.id, [words]), one.id, reading, words, "title")
    for match in YEAR.finditer(text):
        words = span(text, *match.span())
        id_ = anchored_id("mention", one.id, [words], "date")
        yield Mention(id_, one.id, reading, words, "date", date=match[0], basis="explicit")


def found(one: Document) -> Iterator[Finding]:
    """Give two findings: years that differ, and words without a note."""
    years = [Evidence(one.id, span(one.text, *match.span())) for match in YEAR.finditer(one.text)]
    if len(years) > 1:
        yield Finding(
            finding_id("dates", years), "dates", "problem",
            "The harbour was paid for in 1871, and in 1873.",
            "An event that two passages date differently is reported.", tuple(years),
        )  # fmt: skip
    for match in SAID.finditer(one.text):
        if not match[4]:
            words = (Evidence(one.id, span(one.text, *match.span(3))),)
            yield Finding(
                finding_id("unsourced", words), "unsourced", "doubt",
                "This quotation has no note, while its neighbours have one.",
                "A quotation without a marker is reported where others of its text carry one.",
                words,
            )  # fmt: skip


def fill(folder: Path, texts: Sequence[Document]) -> Path:
    """Put documents with all that stands in them into the project of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "sayso.db"
    store = Store(path, create=True, read_only=False, coder="")
    try:
        with store.write():
            for one in texts:
                source = Source(one.source, one.key, "text/plain", len(one.text), "0" * 64)
                documents.add_source(store, source, {})
                reading = Reading(
                    reading_id(one.id, "quotations", "1", {}), one.id, "quotations", "1"
                )
                kept = tuple(records(one, reading.id))
                documents.add(store, pack(one, [(reading, kept)]))
            findings.replace_findings(
                store, ["dates", "unsourced"], [each for one in texts for each in found(one)]
            )
    finally:
        store.close()
    return path


def letters(count: int) -> list[Document]:
    """Make letters that differ in their key, title and date."""
    whole = document("a letter.txt", LETTER, title="The quarrel", author="R. Crane", date="1874")
    made = [whole]
    for nth in range(1, count):
        text = LETTER.replace("harbour", f"harbour {nth}")
        key = f"folder/letter {nth:03}.txt"
        changed = document(
            key,
            text,
            title=f"The quarrel, letter {nth}",
            author="R. Crane",
            date=f"{1875 + nth % 20}",
        )
        made.append(replace(changed, kind="letter"))
    return made


def long_text(words: int, statements: int) -> Document:
    """Make one document of many words, with statements spread evenly over it."""
    paragraph = (
        "It is a long way from the town hall to the end of the wall, and few walk it twice. " * 3
    )
    said = "Anna Weir said: “The wall stands number {} and counts its own stones.”"
    each = max(1, words // statements)
    parts = ["A long book"]
    for nth in range(statements):
        here = said.format(nth)
        padding = " ".join((paragraph * (1 + each // 60)).split()[: max(0, each - 13)])
        parts.append(f"{here} {padding}")
    text = "\n\n".join(parts) + "\n"
    return document("long.txt", text, title="A long book", author="R. Crane", date="1880")
