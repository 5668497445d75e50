"""A `.dna` file as records, and records as a `.dna` file."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from sayso import networks
from sayso.formats import dna, dna_from_records, dna_records, dna_writing
from sayso.model import Actor, Concept, Document, Failure, Reading, Span, Statement
from sayso.networks import dna as peer

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "networks"
SYNTH = FIXTURES / "synth-a.dna"


def of(path: Path) -> list:
    return list(dna_records.records(dna.read(path), source="s1", key="coded.dna"))


def count(records: list, kind: type) -> int:
    return sum(isinstance(one, kind) for one in records)


def test_every_statement_becomes_a_record_in_its_place():
    """Documents, statements and their words."""
    records = of(SYNTH)
    texts = {one.id: one.text for one in records if isinstance(one, Document)}

    assert (
        count(records, Document), count(records, Statement), count(records, Failure),
    ) == (60, 600, 0)  # fmt: skip
    for one in records:
        if isinstance(one, Statement):
            span = one.content[0]
            assert span.exact == texts[one.document][span.start : span.end]


def test_ids_are_told_apart_and_stay():
    """Two statements on the same words are two; reading again gives the same ids."""
    records = of(SYNTH)
    ids = [one.id for one in records]

    assert len(set(ids)) == len(ids)
    assert ids == [one.id for one in of(SYNTH)]


def test_records_make_the_network_of_the_file():
    """Through the project's records nothing changes."""
    records = of(SYNTH)
    documents = [one for one in records if isinstance(one, Document)]
    table = networks.from_records(records, documents)
    options = {"aggregation": "subtract", "normalization": "average", "duplicates": "document"}
    ours = networks.network(table, **options)
    theirs = networks.network(peer.load(SYNTH), rows="organization", **options)
    # A statement without organisation is held by its person, so there are more actors.
    rows = [ours.rows.index(name) for name in theirs.rows]

    np.testing.assert_allclose(theirs.matrix(), ours.matrix()[np.ix_(rows, rows)], atol=1e-12)


def test_coders_are_readers():
    """One reading for each document and coder."""
    readings = [one for one in of(SYNTH) if isinstance(one, Reading)]

    assert {"coder:Admin"} == {one.reader for one in readings}
    assert len(readings) == len({one.document for one in readings})


def test_records_become_a_file_that_gives_the_same_network(tmp_path: Path):
    """Out and in again: documents, actors, concepts, positions."""
    records = of(SYNTH)
    dna_writing.write(dna_from_records.dna_file(records), tmp_path / "out.dna", password="x")
    file = dna.read(tmp_path / "out.dna")

    assert file.doubts == ()
    options = {"rows": "organization", "mode": "two", "aggregation": "subtract"}
    before = networks.network(peer.load(SYNTH), **options)
    after = networks.network(peer.of_file(file), **options)
    added = [name for name in after.rows if name not in before.rows]
    assert added == []
    assert before.columns == after.columns
    np.testing.assert_array_equal(before.matrix(), after.matrix())


def test_what_a_file_cannot_say_is_named():
    """A statement that takes no position is left out, not turned into one against."""
    document = Document(
        id="d", source="s", key="a.txt", text="\U0001f600 we say so", raw="", pieces=(),
        extraction="x", date="1920-05",
    )  # fmt: skip
    spans = (Span(2, 11, "we say so"),)
    common = {"document": "d", "reading": "r", "kind": "indirect", "content": spans}
    records = [
        document,
        Actor("a", "League", ("League",), "organisation"),
        Concept("c", "peace"),
        Statement(id="1", holder="a", concept="c", agreement="for", **common),
        Statement(id="2", holder="a", concept="c", agreement="neither", **common),
        Statement(id="3", holder="a", concept="c", agreement="for", status="rejected", **common),
    ]
    file = dna_from_records.dna_file(records)

    assert [doubt.row for doubt in file.doubts] == ["2"]
    assert [(row["Start"], row["Stop"]) for row in file.rows("STATEMENTS")] == [(3, 12)]
    assert [place.exact for place in file.anchors()] == ["we say so"]
    assert [row["Date"] for row in file.rows("DOCUMENTS")] == [-1567468800]
