"""The time as it is written into projects."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """Give the time as ISO 8601 in UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
