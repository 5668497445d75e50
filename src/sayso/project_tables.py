"""The statements of a project as a plain table, for networks, spreadsheets and notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model import Actor, ActorKind, Statement, actor_id
from sayso.parties import party
from sayso.project_variables import columns as variables
from sayso.readers.authors import actor_of
from sayso.store import documents, statements
from sayso.store.store import Store

_OWN = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_UNRESOLVED = frozenset(
    "he she it they him her them his their its who whom whose which that this these those "
    "someone somebody anyone one some others both many nobody none all most few each any "
    "everyone everybody another such himself herself itself themselves ourselves myself yourself "
    "you your yours hers theirs mine ours whoever whatever what everything nothing anything thou "
    "thee ye thy".split()
)
_ABOUT = ("date", "title", "author", "signed", "kind", "published_in", "section")
COLUMNS = (
    "id", "document", "date", "start", "stop", "actor", "quoted_by", "concept", "agreement", "kind",
    "status",
    "document.title", "document.author", "document.kind", "document.published_in",
    "document.section",
)  # fmt: skip


def table(
    store: Store, *, status: str | Sequence[str] = (), coded: bool = False
) -> dict[str, list[Any]]:
    """Give one row a statement, as columns.

    `actor` is whose statement it is: the actor that a reader resolved the speaker to, the
    speaker's words where it did not, the document's author where the author speaks; None where
    only a pronoun stands. `quoted_by` is who brings it: the document's author, or whose statement
    it stands within; None where people tell what they say themselves, and nobody is quoted.
    `agreement` is "for", "against", "neither" or None. Rejected and replaced statements are left
    out unless `status` asks for them. The variables of an imported scheme follow, each a column.

    Args:
        store: The project.
        status: Only statements of these statuses.
        coded: Only statements that have a concept.
    """
    wanted = statements.chosen(status=status or ("proposed", "accepted"))
    who = Who(store, renamed(store))
    concepts: dict[str, str] = dict(store.all("SELECT id, name FROM concept"))
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    taken: list[tuple[str, str | None]] = []
    found = list(statements.found(store, wanted))
    by_id = {one.id: one for one in found}
    for one in found:
        if coded and one.concept is None:
            continue
        about = who.documents[one.document]
        values = (
            one.id, one.document, one.dates.said or about["date"], one.content[0].start,
            one.content[-1].end, who.of(one)[1], who.quoting(one, by_id),
            concepts.get(one.concept or ""), one.agreement, one.kind, one.status, about["title"],
            about["author"] or about["signed"], about["kind"], about["published_in"],
            None if about["section"] is None else str(about["section"]),
        )  # fmt: skip
        for name, value in zip(COLUMNS, values, strict=True):
            columns[name].append(value)
        taken.append((one.id, one.corrects))
    return columns | variables(store, taken, COLUMNS)


class Who:
    """Says whose statement one is: the actor's id and name.

    `shown` are names by id that go before those that readers gave, as judgements make them.
    """

    def __init__(self, store: Store, shown: Mapping[str, str] | None = None) -> None:
        self._shown = shown or {}
        self._names = {
            one.id: one.name for one in documents.records(store, "actor") if isinstance(one, Actor)
        }
        # A reader of names may have known words that the reader of statements did not.
        self._mentioned: dict[tuple[str, int, int], str] = {
            (document, start, stop): actor
            for document, start, stop, actor in store.all(
                "SELECT record.document, start, stop, json_extract(data, '$.actor') FROM record"
                " JOIN document ON document.id = record.document"
                " WHERE document.current AND type = 'mention'"
                " AND json_extract(data, '$.actor') IS NOT NULL"
            )
        }
        self._authors: dict[str, ActorKind] = {}
        self.documents: dict[str, dict[str, Any]] = {
            row[0]: dict(zip(_ABOUT, row[1:], strict=True))
            for row in store.all(
                "SELECT id, date, coalesce(title, key), author, signed, kind, published_in,"
                " json_extract(metadata, '$.section') FROM document WHERE current"
            )
        }

    def of(self, statement: Statement) -> tuple[str | None, str | None]:
        """Give id and name of whose statement it is; None where that cannot be said.

        The actor that a reader resolved the speaker to; the speaker's words where it did not, as
        an unnamed actor; the document's author where the author speaks.
        """
        if statement.holder and statement.holder in self._names:
            return self._known(statement.holder)
        about = self.documents[statement.document]
        author = about["author"] or about["signed"]
        if statement.kind == "own":
            return self._author(author)
        for one in statement.actors:
            if one in self._names:
                return self._known(one)
        for words in statement.speakers:
            name = " ".join(words.exact.split())
            if name.casefold() in _OWN:
                return self._author(author) if statement.parent is None else (None, None)
            known = self._mentioned.get((statement.document, words.start, words.end))
            if known in self._names:
                return self._known(known)
            shown = party(name)
            return (None, None) if shown is None else self._given(actor_id(shown, "unnamed"), shown)
        return None, None

    def quoting(self, statement: Statement, known: Mapping[str, Statement]) -> str | None:
        """Give the name of who quotes a statement; None for one's own words."""
        around = known.get(statement.parent or "")
        if around is not None:
            id_, name = self.of(around)
            return name if id_ != self.of(statement)[0] else None
        if statement.kind == "own":
            return None
        about = self.documents[statement.document]
        return self._author(about["author"] or about["signed"])[1]

    def author_kind(self, id_: str) -> ActorKind | None:
        """Give the kind of the actor of an id that was given for a document's author, or None."""
        return self._authors.get(id_)

    def _known(self, id_: str) -> tuple[str | None, str | None]:
        if self._names[id_].casefold() in _OWN:
            return None, None
        return self._given(id_, self._names[id_])

    def _author(self, name: str | None) -> tuple[str | None, str | None]:
        actor = actor_of(name or "")
        if actor is None:
            return None, None
        self._authors[actor.id] = actor.kind
        return actor.id, self._shown.get(actor.id) or self._names.get(actor.id, actor.name)

    def _given(self, id_: str, name: str) -> tuple[str | None, str | None]:
        """Give a name; None for a pronoun, and for words that name nobody ("no man")."""
        if id_ in self._shown:
            return id_, self._shown[id_]
        return (None, None) if names_nobody(name) else (id_, name)


def names_nobody(name: str) -> bool:
    """Say whether words are a pronoun, or name nobody ("no man"), so that they are no actor."""
    first = name.casefold()
    return first in _UNRESOLVED or first.startswith(
        ("no ", "not ", "nobody ", "none ", "who ", "which ")
    )


def renamed(store: Store) -> dict[str, str]:
    """Give the names of actors that people judged to be one, or gave a name; empty for most."""
    if not store.maybe("SELECT 1 FROM state WHERE field IN ('same', 'shown as') LIMIT 1"):
        return {}
    from sayso.project_actors import Register

    return Register(store).names()
