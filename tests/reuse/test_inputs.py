"""Tables of texts: what is broken is named and costs itself only."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet
import pytest

from sayso.errors import FormatError
from sayso.model import Failure
from sayso.reuse import inputs


def test_broken_lines_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "texts.jsonl"
    lines = [
        json.dumps({"id": "a", "text": "one", "date": 1788}).encode(),
        b"{broken",
        b'{"id": "b"}',
        b'{"text": "no id"}',
        b'{"id": "a", "text": "again"}',
        b'"a string"',
        b'{"id": "c", "text": "\xff\xfe"}',
        b"",
        json.dumps({"id": 7, "text": "two", "series": ""}).encode(),
    ]
    path.write_bytes(b"\n".join(lines))
    found = list(inputs.rows(path))

    assert [one for one in found if not isinstance(one, Failure)] == [
        {"id": "a", "text": "one", "date": "1788", "series": None},
        {"id": "7", "text": "two", "date": None, "series": None},
    ]
    failures = [one.message for one in found if isinstance(one, Failure)]
    assert [message.split(":")[0] for message in failures] == [
        f"texts.jsonl, line {nth}" for nth in (2, 3, 4, 5, 6, 7)
    ]


def test_parquet_tables_are_read_and_others_refused(tmp_path: Path) -> None:
    path = tmp_path / "texts.parquet"
    parquet.write_table(pa.table({"id": ["a"], "text": ["one"], "more": [1]}), path)

    assert [one["text"] for one in inputs.rows(path) if isinstance(one, dict)] == ["one"]
    path.write_bytes(b"PAR1 and nothing more")
    with pytest.raises(FormatError, match="Parquet"):
        list(inputs.rows(path))
