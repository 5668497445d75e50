"""A report as a Word document: the same words as the page, for those who comment in the margin."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from sayso.exports.dossier import Dossier, FindingShown, StatementShown

_COLOURS = {"problem": "A4241B", "doubt": "7D5200", "hint": "2F5D62"}
_SOFT = "5A6068"


def document(dossier: Dossier) -> bytes:
    """Make the Word document of a report, and give its bytes."""
    import docx
    from docx.shared import Cm, Pt

    made = docx.Document()
    made.core_properties.title = f"{dossier.name}: a dossier"[:250]
    made.core_properties.author = "sayso"
    for section in made.sections:
        section.left_margin = section.right_margin = Cm(2.4)
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Normal"].font.size = Pt(10.5)
    _head(made, dossier)
    made.add_heading("Findings", 1)
    for finding in dossier.findings:
        _finding(made, finding)
    if not dossier.findings:
        made.add_paragraph("The checks found nothing.")
    made.add_heading("Statements", 1)
    for one in dossier.documents:
        if one.statements:
            made.add_heading(
                ", ".join(part for part in (one.title, one.author, one.date) if part), 2
            )
        for said in one.statements:
            _statement(made, said)
    _tables(made, dossier)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _head(made: Any, dossier: Dossier) -> None:
    made.add_heading(dossier.name, 0)
    by = f", with decisions by {dossier.coders}" if dossier.coders else ""
    made.add_paragraph(
        f"A dossier of statements, evidence and findings, made on {dossier.made}{by}"
    )
    statuses = ", ".join(f"{count} {status}" for status, count in dossier.statuses.items())
    found = ", ".join(f"{count} {severity}" for severity, count in dossier.severities.items())
    states = ", ".join(f"{count} {state}" for state, count in dossier.states.items())
    made.add_paragraph(
        f"{len(dossier.documents)} documents. {dossier.statements} statements: {statuses}. "
        f"Findings: {found}; {states}."
    )
    _soft(
        made,
        "What is “proposed” was found by rules and confirmed by nobody. A finding says what stands "
        "in the texts. It does not say who is right.",
    )


def _finding(made: Any, finding: FindingShown) -> None:
    from docx.shared import RGBColor

    head = made.add_paragraph()
    head.paragraph_format.keep_with_next = True
    severity = head.add_run(finding.severity)
    severity.bold = True
    severity.font.color.rgb = RGBColor.from_string(_COLOURS.get(finding.severity, _SOFT))
    head.add_run(f"  F{finding.number}  {finding.check}  {finding.decided or finding.state}")
    message = made.add_paragraph()
    message.paragraph_format.keep_with_next = True
    message.add_run(finding.message).bold = True
    for part in finding.evidence:
        quoted = made.add_paragraph(style="Quote")
        quoted.add_run(part.before)
        marked = quoted.add_run(part.exact)
        marked.bold = marked.underline = True
        quoted.add_run(part.after)
        _soft(made, part.citation)
    if finding.more:
        _soft(made, f"and {finding.more} more places")
    _soft(made, f"Rule: {finding.rule}")


def _statement(made: Any, said: StatementShown) -> None:
    words = made.add_paragraph()
    words.paragraph_format.keep_with_next = True
    words.add_run(said.speaker or "Unnamed").bold = True
    if said.cue:
        words.add_run(f" {said.cue}").italic = True
    quoted = said.kind in ("direct", "mixed")
    words.add_run(f": “{said.content}”" if quoted else f": {said.content}")
    facts = [said.status, f"S{said.number}", said.kind, said.flags, said.concept]
    facts += [f"note {said.notes}" if said.notes else ""]
    facts += [f"decided by {said.decided}" if said.decided else ""]
    _soft(made, " · ".join(part for part in facts if part))
    _soft(made, f"{said.citation}. Read by {said.read}")


def _tables(made: Any, dossier: Dossier) -> None:
    made.add_heading("Documents", 1)
    rows = [
        (str(one.number), one.title, one.author, one.date, one.key, one.size, one.id[:8])
        for one in dossier.documents
    ]
    _table(made, ("No.", "Title", "Author", "Date", "File", "Characters", "Id"), rows)
    made.add_heading("Decisions", 1)
    if dossier.acts:
        _table(made, ("When", "Who", "What", "On", "Why"), dossier.acts)
    else:
        made.add_paragraph("Nobody has decided anything yet.")
    made.add_heading("How to check this", 1)
    made.add_paragraph(
        "Every quotation is given letter for letter, with the place it was taken from: page and "
        "line of the source where it has them, and its characters, counted from 0 in the text that "
        "was read from the document, the end excluded."
    )
    readers = ", ".join(dossier.readers) or "no reader"
    _soft(made, f"Read by {readers}. Made by sayso {dossier.version} from {dossier.file}.")


def _table(made: Any, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Add a table; cells are filled through their XML, as python-docx's own way is quadratic."""
    table = made.add_table(rows=1 + len(rows), cols=len(head), style="Light List Accent 1")
    for row, values in zip(table._tbl.tr_lst, [head, *rows], strict=True):
        for cell, value in zip(row.tc_lst, values, strict=True):
            cell.p_lst[0].add_r().text = value


def _soft(made: Any, words: str) -> None:
    from docx.shared import Pt, RGBColor

    run = made.add_paragraph().add_run(words)
    run.font.size = Pt(8.5)
    run.font.color.rgb = RGBColor.from_string(_SOFT)
