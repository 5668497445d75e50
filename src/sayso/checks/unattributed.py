"""Quotations of which the text does not say who speaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.checks.case import Case, short
from sayso.model import Document, Finding, Note, Severity, Statement
from sayso.plugins import Corpus

_MANY = 20
"""Quotations without speaker in one document from which on they are one finding."""
_LEAST = 0.4
"""The score of a statement that is rather none, so that nobody is asked for."""


class UnattributedCheck:
    """Find the quotations that name no speaker."""

    name = "unattributed"
    version = "2"
    rule = "The text says of every quotation who speaks, by a name, a pronoun or a description."

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield one finding for each quotation; one for all of a document where they are many."""
        case = Case(corpus, check=self.name, rule=self.rule)
        found = {one.id for one in case.of(Note) if one.body}
        for document, statements in case.by_document(Statement):
            unnamed = [one for one in statements if _is_unnamed(one)]
            if len(unnamed) > _MANY:
                yield _together(case, document, unnamed, len(statements))
            else:
                for one in unnamed:
                    yield _alone(case, document, one, found)


def _is_unnamed(statement: Statement) -> bool:
    return bool(
        statement.kind in ("direct", "mixed")
        and statement.content
        and (statement.status != "proposed" or statement.score >= _LEAST)
        and not (statement.modal or statement.negated)
        and not (statement.speakers or statement.actors or statement.holder)
    )


def _alone(case: Case, document: Document, one: Statement, found: set[str]) -> Finding:
    words = short(" ".join(part.exact for part in one.content), 70)
    noted = [link for link in one.notes if link.note in found]
    severity: Severity = "hint" if noted or one.kind == "mixed" else "doubt"
    if noted:
        rest = f"note {noted[0].label} may say so"
    elif one.notes:
        rest = f"note {one.notes[0].label}, which may say so, is not in this document"
    else:
        rest = "and there is no note"
    message = (
        f"The text does not say who speaks: “{words}”; {rest} "
        f"({case.place(document.id, one.content[0])})."
    )
    return case.finding(severity, message, [(document.id, part) for part in one.content], [one.id])


def _together(case: Case, document: Document, unnamed: Sequence[Statement], count: int) -> Finding:
    message = (
        f"The text does not say who speaks in {len(unnamed)} of its {count} statements "
        f"({case.name(document.id)}). They are listed under Statements, without a speaker."
    )
    evidence = [(document.id, one.content[0]) for one in unnamed]
    return case.finding("hint", message, evidence, [one.id for one in unnamed])


CHECK = UnattributedCheck()
