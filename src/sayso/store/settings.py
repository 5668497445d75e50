"""What a project remembers about itself, by name: a JSON value for each."""

from __future__ import annotations

from typing import Any

from sayso.store import packing
from sayso.store.store import Store


def get(store: Store, name: str) -> Any:
    """Give a remembered value, None where there is none."""
    row = store.maybe("SELECT value FROM setting WHERE name = ?", (name,))
    return packing.loads(row[0]) if row else None


def put(store: Store, name: str, value: Any) -> None:
    """Remember a value in the place of the one before."""
    with store.write():
        store.run(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, packing.dumps(value)),
        )
