"""The dossier that a project is written as."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from sayso.errors import UsageError
from sayso.exports.dossier import gather
from sayso.exports.report import html, write
from sayso.exports.unseen import cell, visible
from sayso.model import (
    Act,
    Concept,
    Evidence,
    Finding,
    NoteLink,
    Reading,
    Statement,
    finding_id,
)
from sayso.text import span, unchanged

TEXT = (
    "The mayor said: “The dam <b>holds</b>.”1\n\nNobody\u202e asked again. " + "More words. " * 80
)
HOSTILE = "<script>alert(1)</script>\x1b[31m"
DOCUMENT = replace(
    unchanged("d1" * 16, "s1", "a.txt", TEXT), title="=Title", author=HOSTILE, date="1924"
)
SAID = Statement(
    "st1" * 8, DOCUMENT.id, "r1", "direct", (span(TEXT, 17, 38),), cue=span(TEXT, 10, 14),
    speakers=(span(TEXT, 0, 9),), notes=(NoteLink("1", None),), concept="c1", agreement="for",
    status="accepted", negated=True, score=0.9, reason="Marks and a verb.",
)  # fmt: skip
ACT = Act("a1", "b1", "Ada Lund", "2026-11-24T10:11:12Z", "status", SAID.id,
          {"status": "proposed"}, {"status": "accepted"}, "+read")  # fmt: skip


@dataclass
class Found:
    """A finding with its decision."""

    finding: Finding
    state: str = "open"
    why: str = ""
    coder: str = ""
    when: str = ""


@dataclass
class Kept:
    """A project made by hand."""

    name: str = "The dam"
    path: Path = Path("sayso.db")
    found: list = field(default_factory=list)
    acts: list = field(default_factory=lambda: [ACT])
    said: list = field(default_factory=lambda: [SAID, replace(SAID, id="x", status="proposed")])

    def records(self, type_=None, *, document=None):
        """Give records by type."""
        return {
            "document": [DOCUMENT],
            "statement": self.said,
            "concept": [Concept("c1", "the dam is safe")],
            "reading": [Reading("r1", DOCUMENT.id, "quotations", "1")],
        }[type_]

    def findings(self):
        """Give findings."""
        return self.found

    def history(self, *, offset=0, limit=100):
        """Give acts."""
        return self.acts


def finding(**decided) -> Found:
    """Give a finding on the quoted words."""
    evidence = (Evidence(DOCUMENT.id, span(TEXT, 17, 38)),)
    one = Finding(
        finding_id("dates", evidence), "dates", "problem", "Dated twice.", "One date.", evidence
    )
    return Found(one, **decided)


def page(project: Kept) -> str:
    """Give the report as a page."""
    return html(gather(project, made="24 November 2026", version="1"))


def words(path: Path) -> str:
    """Give all words of a Word document, those of tables included."""
    import docx

    made = docx.Document(str(path))
    found = [one.text for one in made.paragraphs]
    found += [one.text for table in made.tables for row in table.rows for one in row.cells]
    return "\n".join(found)


def test_the_page_runs_nothing_and_fetches_nothing():
    """No script, no address, a policy that allows only the page's own style."""
    made = page(Kept(found=[finding()]))

    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert "<b>holds" not in made
    assert re.search(r"""(?:src|href)=(?!"#)""", made) is None
    assert "default-src 'none'" in made


def test_unseen_signs_are_shown():
    """Controls and bidi signs stand as escapes, and none as itself."""
    made = page(Kept(found=[finding()]))

    assert "\u202e" not in made
    assert "\x1b" not in made
    assert "Nobody\\u202e asked" in made


def test_each_statement_says_who_decided_and_where_it_stands():
    """Speaker, words, citation, status, coder and reason."""
    made = page(Kept())

    assert "The mayor" in made
    assert "characters 17–38 of d1d1d1d1" in made
    assert "for: the dam is safe" in made
    assert "decided by Ada Lund, 2026-11-24 10:11 UTC: +read" in made
    assert "1 (its note is not there)" in made
    assert "quotations 1, score 0.90: Marks and a verb." in made


def test_counts_tell_accepted_from_proposed():
    """What a person accepted and what a machine proposed are counted apart."""
    dossier = gather(Kept(), made="", version="1")

    assert dossier.statuses == {"accepted": 1, "proposed": 1, "corrected": 0, "rejected": 0}
    assert "<b>1</b><span>accepted by a person</span>" in page(Kept())


def test_a_finding_has_its_evidence_in_context_and_its_decision():
    """The words found are marked among those around them."""
    made = page(
        Kept(
            found=[finding(state="dismissed", coder="Ada Lund", when="2026-11-24", why="two dams")]
        )
    )

    assert "<mark>The dam &lt;b&gt;holds&lt;/b&gt;.</mark>" in made
    assert "dismissed by Ada Lund, 2026-11-24: two dams" in made
    assert "Rule: One date." in made


def test_tables_hold_no_formulas():
    """A cell that a spreadsheet would compute begins with an apostrophe."""
    made = page(Kept())

    assert "<td>&#39;=Title</td>" in made
    assert "<td>&#39;+read</td>" in made
    assert [cell("@a"), cell(" -1"), cell("a-b")] == ["'@a", "' -1", "a-b"]


def test_an_empty_project_has_a_report():
    """Nothing found is said in words."""
    made = page(Kept(said=[], acts=[]))

    assert "The checks found nothing." in made
    assert "No statement was found." in made
    assert "Nobody has decided anything yet." in made


def test_the_word_document_says_the_same(tmp_path):
    """Statements, findings, decisions and safe cells, readable by Word."""
    write(Kept(found=[finding()]), tmp_path / "r.docx")
    found = words(tmp_path / "r.docx")

    for part in ("Dated twice.", "The dam <b>holds</b>.", "Ada Lund", "'=Title", "1 accepted"):
        assert part in found
    assert "\u202e" not in found


def test_the_page_is_written_by_its_name(tmp_path):
    """A name that ends in .html makes a page."""
    write(Kept(), tmp_path / "r.HTML")

    assert (tmp_path / "r.HTML").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_other_names_are_refused(tmp_path):
    """A name that says neither is refused with the names that do."""
    with pytest.raises(UsageError, match=r"\.html or \.docx"):
        write(Kept(), tmp_path / "r.pdf")


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    """A folder that is not there is named."""
    with pytest.raises(UsageError, match="cannot be written"):
        write(Kept(), tmp_path / "gone" / "r.html")


def test_unseen_signs_of_all_kinds():
    """Lone surrogates and signs that XML forbids are escaped as well."""
    assert visible("\ud800\ufffe\x00é漢\n") == "\\ud800\\ufffe\\u0000é漢\n"
