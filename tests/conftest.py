"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test fails because the machine is busy.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of corpora and data beside the checkout; skips where it is absent."""
    if not (SHARED / "corpora").is_dir():
        pytest.skip("the folder shared/ with corpora and data is not beside the checkout")
    return SHARED
