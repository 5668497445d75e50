"""The sample dossier: what is planted in it is found, and nothing else."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

import sayso
from sayso.model import Document, Failure, Finding

SAMPLE = Path(str(files("sayso.sample")))
FAULTS = json.loads((SAMPLE / "faults.json").read_text(encoding="utf-8"))["faults"]


@pytest.fixture(scope="module")
def records() -> list:
    """Read the whole dossier once."""
    return list(sayso.read([SAMPLE / "dossier"]))


@pytest.fixture(scope="module")
def keys(records) -> dict[str, str]:
    """Give the file of each document."""
    return {one.id: Path(one.key).name for one in records if isinstance(one, Document)}


def against(fault: dict) -> list[str]:
    """Give the other documents of a fault."""
    named = fault.get("against", [])
    return [named] if isinstance(named, str) else named


def finds(finding: Finding, fault: dict, keys: dict[str, str]) -> bool:
    """Say whether a finding is the one that a fault was planted for."""
    shown = "\n".join(one.span.exact for one in finding.evidence)
    where = {keys[one.document] for one in finding.evidence}
    wanted = {fault["document"], *against(fault)}
    return (
        finding.check == fault["check"]
        and wanted == where
        and fault["message"] in finding.message
        and all(part in shown for part in fault["evidence"])
    )


def test_every_file_is_read(records, keys):
    """Twelve files become twelve documents, and nothing fails."""
    assert len(keys) == 12
    assert [one.message for one in records if isinstance(one, Failure)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=[one["what"] for one in FAULTS])
def test_a_planted_fault_is_found_once(records, keys, fault):
    """Its check finds it, with the severity and the evidence listed."""
    found = [one for one in records if isinstance(one, Finding) and finds(one, fault, keys)]

    assert [one.severity for one in found] == [fault["severity"]]


def test_nothing_else_is_found(records, keys):
    """Every finding is one that was planted."""
    others = [
        (one.check, one.message)
        for one in records
        if isinstance(one, Finding) and not any(finds(one, fault, keys) for fault in FAULTS)
    ]

    assert others == []


def test_the_dossier_is_described(records):
    """Title, author and date of every document come from its table."""
    documents = [one for one in records if isinstance(one, Document)]

    assert all(one.title and one.author and one.date for one in documents)


def test_the_sample_is_copied_and_kept(tmp_path):
    """A second copy overwrites nothing that a person changed."""
    from sayso.project import sample

    folder = sample(tmp_path / "mine")
    (folder / "01-letter-to-the-board.txt").write_text("changed", encoding="utf-8")
    sample(folder)

    assert (folder / "01-letter-to-the-board.txt").read_text(encoding="utf-8") == "changed"
    assert len(list(folder.iterdir())) == 13
