"""The statements of a project as a plain table, for networks, spreadsheets and notebooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sayso.model import Actor, Statement
from sayso.project_variables import columns as variables
from sayso.store import documents, statements
from sayso.store.store import Store

_OWN = frozenset({"i", "we", "me", "us", "my", "our", "myself", "ourselves"})
_UNRESOLVED = frozenset(
    "he she it they him her them his their its who whom whose which that this these those "
    "someone somebody anyone one some others both many nobody none all most few each any "
    "everyone everybody another such".split()
)
COLUMNS = (
    "id", "document", "date", "start", "stop", "actor", "concept", "agreement", "kind", "status",
    "document.title", "document.author", "document.kind", "document.published_in",
    "document.section",
)  # fmt: skip


def table(
    store: Store, *, status: str | Sequence[str] = (), coded: bool = False
) -> dict[str, list[Any]]:
    """Give one row a statement, as columns.

    `actor` is whose statement it is: the actor that a reader resolved the speaker to, the
    speaker's words where it did not, the document's author where the author speaks; None where
    only a pronoun stands. `agreement` is "for", "against", "neither" or None. Rejected and
    replaced statements are left out unless `status` asks for them. The variables of an imported
    scheme follow, each a column.

    Args:
        store: The project.
        status: Only statements of these statuses.
        coded: Only statements that have a concept.
    """
    wanted = statements.chosen(status=status or ("proposed", "accepted"))
    names = {
        one.id: one.name for one in documents.records(store, "actor") if isinstance(one, Actor)
    }
    concepts: dict[str, str] = dict(store.all("SELECT id, name FROM concept"))
    of_document: dict[str, dict[str, Any]] = {
        row[0]: dict(zip(("date", "title", "author", "signed", "kind", "published_in", "section"),
                         row[1:], strict=True))
        for row in store.all(
            "SELECT id, date, coalesce(title, key), author, signed, kind, published_in,"
            " json_extract(metadata, '$.section') FROM document WHERE current"
        )
    }  # fmt: skip
    columns: dict[str, list[Any]] = {name: [] for name in COLUMNS}
    taken: list[tuple[str, str | None]] = []
    for one in statements.found(store, wanted):
        if coded and one.concept is None:
            continue
        about = of_document[one.document]
        values = (
            one.id, one.document, one.dates.said or about["date"], one.content[0].start,
            one.content[-1].end, actor(one, names, about), concepts.get(one.concept or ""),
            one.agreement, one.kind, one.status, about["title"],
            about["author"] or about["signed"], about["kind"], about["published_in"],
            None if about["section"] is None else str(about["section"]),
        )  # fmt: skip
        for name, value in zip(COLUMNS, values, strict=True):
            columns[name].append(value)
        taken.append((one.id, one.corrects))
    return columns | variables(store, taken, COLUMNS)


def actor(
    statement: Statement, names: Mapping[str, str], document: Mapping[str, str | None]
) -> str | None:
    """Name whose statement it is; None where that cannot be said."""
    if statement.holder and statement.holder in names:
        return _named(names[statement.holder])
    author = document.get("author") or document.get("signed")
    if statement.kind == "own":
        return author
    resolved = [names[one] for one in statement.actors if one in names]
    written = [" ".join(one.exact.split()) for one in statement.speakers]
    for name in (*resolved, *written):
        if name.casefold() in _OWN:
            return author if statement.parent is None else None
        return _named(name)
    return None


def _named(name: str) -> str | None:
    """Give a name; None for a pronoun, and for words that name nobody ("no man")."""
    first = name.casefold()
    return None if first in _UNRESOLVED or first.startswith(("no ", "not ")) else name
