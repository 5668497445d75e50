"""Records made by hand for the tests of checks."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import (
    Actor,
    Document,
    Event,
    Mention,
    Note,
    NoteLink,
    Record,
    Statement,
    actor_id,
    anchored_id,
    statement_id,
)
from sayso.plugins import Check, Corpus
from sayso.text import anchor, unchanged


def document(text: str, key: str = "a.txt", **fields: object) -> Document:
    """Give a document whose blank lines part paragraphs."""
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append((at, at + len(part)))
        at += len(part) + 2
    made = unchanged(f"id of {key}", f"source of {key}", key, text)
    return replace(made, paragraphs=tuple(paragraphs), **fields)


def note(doc: Document, label: str, marker: int | None = None, body: str | None = None) -> Note:
    """Give a note whose marker is the given occurrence of its label."""
    where = None if marker is None else anchor(doc.text, label, occurrence=marker)
    words = None if body is None else anchor(doc.text, body)
    spans = [one for one in (where, words) if one]
    return Note(anchored_id("note", doc.id, spans, label), doc.id, "r", where, label, words)


def said(
    doc: Document,
    words: str,
    *,
    by: str = "",
    kind: str = "direct",
    label: str = "",
    note: str = "",
) -> Statement:
    """Give a statement by its words."""
    content = (anchor(doc.text, words),)
    speakers = (anchor(doc.text, by),) if by else ()
    links = (NoteLink(label, note or None),) if label else ()
    id_ = statement_id(doc.id, content, kind)
    return Statement(id_, doc.id, "r", kind, content, speakers=speakers, notes=links)


def named(doc: Document, name: str, kind: str = "person") -> list[Record]:
    """Give an actor and its mention."""
    actor = Actor(actor_id(name, kind), name, (name,), kind)
    place = anchor(doc.text, name)
    id_ = anchored_id("mention", doc.id, [place], kind)
    return [actor, Mention(id_, doc.id, "r", place, kind, actor=actor.id)]


def work(doc: Document, title: str, year: str | None, occurrence: int = 0) -> Mention:
    """Give a mention of a work with its year."""
    place = anchor(doc.text, title, occurrence=occurrence)
    return Mention(anchored_id("mention", doc.id, [place], "work"), doc.id, "r", place, "work",
                   date=year, basis="explicit" if year else None)  # fmt: skip


def event(
    doc: Document, words: str, class_: str, when: str | None, *people: str, what: str = ""
) -> Event:
    """Give an event of some persons."""
    place = anchor(doc.text, words)
    ids = tuple(actor_id(one, "person") for one in people)
    id_ = anchored_id("event", doc.id, [place], class_)
    return Event(id_, doc.id, "r", place, what or words, class_, ids, when)


def run(check: Check, documents: Document | list[Document], records: list[Record]) -> list:
    """Run a check over documents and records."""
    listed = documents if isinstance(documents, list) else [documents]
    return list(check.run(Corpus(tuple(listed), tuple(records))))
