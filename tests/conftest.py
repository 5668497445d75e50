"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of corpora and data beside the checkout; skips where it is absent."""
    if not (SHARED / "corpora").is_dir():
        pytest.skip("the folder shared/ with corpora and data is not beside the checkout")
    return SHARED
