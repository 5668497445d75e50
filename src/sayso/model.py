"""The records: frozen, hashable, standard library only.

Offsets are Unicode code points from 0, end excluded, into the text of the document that the
record names; `document.text[span.start:span.end] == span.exact` always holds.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any, ClassVar, Literal, TypeAlias, get_args

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
StatementKind = Literal["direct", "mixed", "indirect", "own"]
QuotedKind = Literal["title", "scare", "term", "hypothetical"]
MentionKind = Literal["person", "organisation", "group", "place", "work", "date", "event", "url"]
ActorKind = Literal["person", "organisation", "group", "unnamed"]
Status = Literal["proposed", "accepted", "corrected", "rejected"]
Severity = Literal["problem", "doubt", "hint"]
Agreement = Literal["for", "against", "neither"]
PieceKind = Literal[
    "copy", "join", "join_hyphen", "space", "ligature", "mojibake", "paragraph", "insert",
    "furniture", "page_number", "soft_hyphen", "markup", "moved_note", "correction",
]  # fmt: skip
BlockRole = Literal[
    "paragraph", "heading", "list_item", "blockquote", "verse", "epigraph", "note", "reference",
    "table", "caption",
]  # fmt: skip

STATUSES: tuple[Status, ...] = get_args(Status)


def digest(*parts: Json | Sequence[Any]) -> str:
    """Give the id of a canonical list: 32 hexadecimal digits of its SHA-256.

    The parts are hashed as one JSON list, so that ("ab", "c") and ("a", "bc") differ.

    >>> digest("statement", "ab", "c") == digest("statement", "a", "bc")
    False
    """
    listed = json.dumps(parts, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(listed.encode("ascii")).hexdigest()[:32]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document's text: `text[start:end] == exact`."""

    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end or self.end - self.start != len(self.exact):
            raise ValueError(f"span {self.start}-{self.end} does not fit {self.exact!r}")

    def covers(self, other: Span) -> bool:
        """Say whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a span stands in the source as it was given.

    `start` and `end` count code points of the raw text. `page` counts from 1 and is None where
    the source has no pages. `line` counts from 1, within the page where there are pages.
    """

    page: int | None
    line: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text and the run of raw text it was made from; see `text.Edits`.

    `copy` pieces are equal on both sides. Dropped pieces have an empty text side, inserted ones
    an empty raw side. `certain` is False where a person should look (a doubtful line-end hyphen).
    """

    start: int
    end: int
    raw_start: int
    raw_end: int
    kind: PieceKind
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its page from 1, its raw span, its box in points from the page's top left."""

    page: int
    number: int
    raw_start: int
    raw_end: int
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: number from 1, printed label ("xii") where known, raw span, size in points."""

    number: int
    raw_start: int
    raw_end: int
    label: str | None = None
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text with one role; a document's blocks lie in text order, without overlap."""

    start: int
    end: int
    role: BlockRole
    level: int = 0


@dataclass(frozen=True, slots=True)
class NoteBody:
    """A footnote or endnote as its file declares or lays it out.

    `start` and `end` hold the note's words without its label. `markers` are the text spans that
    the file itself links to this note (HTML, DOCX, Markdown); empty where no such link exists.
    """

    label: str
    start: int
    end: int
    markers: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was given, and nothing else."""

    id: str
    path: str
    media_type: str
    bytes: int
    sha256: str
    type: ClassVar[str] = "source"


@dataclass(frozen=True, slots=True)
class Document:
    """The text read from a source, in one version, with its structure.

    `text` is what anchors refer to, `raw` what the source gave; `pieces` carry one to the other.
    `paragraphs`, `blocks`, `superscripts`, `emphasis` and `notes` are spans of `text`; `lines` and
    `raw_pages` are spans of `raw`. Note bodies stand in `text` after the body they belong to, with
    blocks of role "note". `supersedes` names the older version of the same document.
    """

    id: str
    source: str
    key: str
    text: str
    raw: str
    pieces: tuple[Piece, ...]
    extraction: str
    title: str | None = None
    author: str | None = None
    signed: str | None = None
    date: str | None = None
    published_in: str | None = None
    kind: str | None = None
    url: str | None = None
    language: str | None = None
    metadata: Mapping[str, Json] = field(default_factory=dict, hash=False)
    paragraphs: tuple[tuple[int, int], ...] = ()
    blocks: tuple[Block, ...] = ()
    superscripts: tuple[tuple[int, int], ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    notes: tuple[NoteBody, ...] = ()
    raw_pages: tuple[Page, ...] = ()
    lines: tuple[Line, ...] = ()
    supersedes: str | None = None
    type: ClassVar[str] = "document"


@dataclass(frozen=True, slots=True)
class Reading:
    """One run of one reader over one document; a human coder is a reader too."""

    id: str
    document: str
    reader: str
    version: str
    settings: Mapping[str, Json] = field(default_factory=dict, hash=False)
    type: ClassVar[str] = "reading"


@dataclass(frozen=True, slots=True)
class NoteLink:
    """The label of a marker and the note it points to; `note` is None where it dangles."""

    label: str
    note: str | None


@dataclass(frozen=True, slots=True)
class StatementDates:
    """EDTF: when it was said, when published, and which time it is about."""

    said: str | None = None
    published: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Content, cue and speaker, anchored: who says what, in whose words.

    `content` may have several spans (a quotation broken by its cue). `speakers` are the words
    that name who says it, empty where the text names nobody; `holder` is the actor whose position
    it is once nesting is resolved. `parent` is the statement that reports this one, `corrects`
    the one a person replaced by it.
    """

    id: str
    document: str
    reading: str
    kind: StatementKind
    content: tuple[Span, ...]
    cue: Span | None = None
    speakers: tuple[Span, ...] = ()
    actors: tuple[str, ...] = ()
    holder: str | None = None
    parent: str | None = None
    negated: bool = False
    modal: bool = False
    notes: tuple[NoteLink, ...] = ()
    reference: Span | None = None
    concept: str | None = None
    agreement: Agreement | None = None
    dates: StatementDates = StatementDates()
    status: Status = "proposed"
    corrects: str | None = None
    score: float = 1.0
    reason: str = ""
    type: ClassVar[str] = "statement"


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words that are no statement: a title, scare quotes, a term, words nobody said."""

    id: str
    document: str
    reading: str
    span: Span
    kind: QuotedKind
    score: float = 1.0
    reason: str = ""
    type: ClassVar[str] = "quoted"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor, work, place, date, event or url.

    `date` is EDTF; `basis` says whether its year stands there (explicit), was taken from the
    context (inferred), or counts from another date (relative); `calendar` is "gregorian" or
    "julian".
    """

    id: str
    document: str
    reading: str
    span: Span
    kind: MentionKind
    actor: str | None = None
    work: str | None = None
    date: str | None = None
    place: str | None = None
    event: str | None = None
    url: str | None = None
    basis: Literal["explicit", "inferred", "relative"] | None = None
    calendar: str | None = None
    score: float = 1.0
    reason: str = ""
    type: ClassVar[str] = "mention"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, group or unnamed party; `names` are all its written forms."""

    id: str
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    type: ClassVar[str] = "actor"


@dataclass(frozen=True, slots=True)
class Work:
    """A book, article or speech in CSL-JSON fields; `document` is the document that is the work."""

    id: str
    fields: Mapping[str, Json] = field(hash=False)
    document: str | None = None
    type: ClassVar[str] = "work"


@dataclass(frozen=True, slots=True)
class Concept:
    """What a statement is for or against."""

    id: str
    name: str
    definition: str = ""
    parent: str | None = None
    type: ClassVar[str] = "concept"


@dataclass(frozen=True, slots=True)
class Note:
    """A marker, a note body, or both linked; one of the two is None where it has no partner.

    A reference in the text, "(Smith 1998, 45)", is its own note: its body lies within its marker.
    """

    id: str
    document: str
    reading: str
    marker: Span | None
    label: str
    body: Span | None
    references: tuple[str, ...] = ()
    score: float = 1.0
    reason: str = ""
    type: ClassVar[str] = "note"

    @property
    def in_text(self) -> bool:
        """Whether this is a reference in the text itself."""
        if self.marker is None or self.body is None:
            return False
        return self.marker.start <= self.body.start and self.body.end <= self.marker.end


@dataclass(frozen=True, slots=True)
class Reference:
    """The words that name a work, with their fields as CSL-JSON."""

    id: str
    document: str
    reading: str
    span: Span
    fields: Mapping[str, Json] = field(hash=False)
    kind: str = "full"
    work: str | None = None
    score: float = 1.0
    reason: str = ""
    type: ClassVar[str] = "reference"


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that happened; `class_` is one of the reader's event classes (END, BIRTH)."""

    id: str
    document: str
    reading: str
    span: Span
    what: str
    class_: str
    participants: tuple[str, ...] = ()
    when: str | None = None
    where: str | None = None
    score: float = 1.0
    reason: str = ""
    type: ClassVar[str] = "event"


@dataclass(frozen=True, slots=True)
class Relation:
    """A dated tie between actors or works: founded, member of, published, replicates."""

    id: str
    document: str
    reading: str
    subject: str
    predicate: str
    object: str
    when: str | None
    span: Span
    score: float = 1.0
    reason: str = ""
    type: ClassVar[str] = "relation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of a document that a finding rests on."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check reports: its evidence, its rule, and why in plain words."""

    id: str
    check: str
    severity: Severity
    message: str
    rule: str
    evidence: tuple[Evidence, ...]
    about: tuple[str, ...] = ()
    type: ClassVar[str] = "finding"


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read, where it failed, and how to mend it."""

    id: str
    source: str
    stage: str
    message: str
    type: ClassVar[str] = "failure"


@dataclass(frozen=True, slots=True)
class Act:
    """An entry of the append-only log: who changed what, when, from what to what, and why.

    `kind` is what was done ("status", "coding", "correct", "create", "concept", "dismiss",
    "undo", "redo"); `target` the record it was done to; `when` an ISO 8601 time in UTC. Acts that
    share a `batch` are undone as one.
    """

    id: str
    batch: str
    coder: str
    when: str
    kind: str
    target: str
    before: Json = field(default=None, hash=False)
    after: Json = field(default=None, hash=False)
    why: str = ""
    type: ClassVar[str] = "act"


Record: TypeAlias = (
    Source | Document | Reading | Statement | Quoted | Mention | Actor | Work | Concept | Note
    | Reference | Event | Relation | Finding | Failure | Act
)  # fmt: skip
RECORDS: Mapping[str, type[Any]] = {
    one.type: one
    for one in (
        Source, Document, Reading, Statement, Quoted, Mention, Actor, Work, Concept, Note,
        Reference, Event, Relation, Finding, Failure, Act,
    )
}  # fmt: skip


def source_id(path: str, sha256: str) -> str:
    """Give the id of a file: its path relative to the project, and its bytes."""
    return digest("source", path, sha256)


def document_id(key: str, text: str) -> str:
    """Give the id of a document: its source key and its text, so that two reprints stay two."""
    return digest("document", key, text)


def reading_id(document: str, reader: str, version: str, settings: Mapping[str, Json]) -> str:
    """Give the id of one run of one reader over one document."""
    return digest("reading", document, reader, version, dict(settings))


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def statement_id(document: str, content: Sequence[Span], kind: str, *, row: str = "") -> str:
    """Give the id of a statement; imported ones add the file and row they came from.

    Reader, version, score and coding stay out, so that a better reader orphans no judgement.
    """
    return digest("statement", document, _places(content), kind, *([row] if row else []))


def anchored_id(type_: str, document: str, spans: Sequence[Span], kind: str = "") -> str:
    """Give the id of a quoted, mention, note, reference, event or relation record."""
    return digest(type_, document, _places(spans), kind)


def actor_id(name: str, kind: str) -> str:
    """Give the id of an actor: its name without case or accents' encoding, and its kind."""
    return digest("actor", unicodedata.normalize("NFC", " ".join(name.split())).casefold(), kind)


def concept_id(name: str) -> str:
    """Give the id of a concept: the name it was created with."""
    return digest("concept", unicodedata.normalize("NFC", " ".join(name.split())).casefold())


def finding_id(check: str, evidence: Sequence[Evidence], about: Sequence[str] = ()) -> str:
    """Give the id of a finding: check and evidence, without version or wording."""
    where = [[one.document, one.span.start, one.span.end] for one in evidence]
    return digest("finding", check, where, sorted(about))


def failure_id(source: str, stage: str, message: str) -> str:
    """Give the id of a failure."""
    return digest("failure", source, stage, message)


def plain(value: Any) -> Any:
    """Turn a record, or any part of one, into plain JSON values; tuples become lists."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        type_ = getattr(value, "type", None)
        head = {"type": type_} if type_ is not None else {}
        return head | {to: plain(getattr(value, of)) for of, to in _written(type(value))}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    return value


@cache
def _written(record: type) -> tuple[tuple[str, str], ...]:
    """Give the fields of a record, and the names they are written under."""
    return tuple((one.name, one.name.rstrip("_")) for one in fields(record))
