"""Bring a project of an earlier version up to date: a copy first, then one transaction."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from sayso.store import schema, snapshots

if TYPE_CHECKING:
    from sayso.store.store import Store

_log = logging.getLogger("sayso.store")


def upgrade(store: Store, *, since: int) -> None:
    """Take the steps that a project of version `since` lacks; a snapshot is kept beside it.

    Raises:
        StoreError: The copy or the upgrade failed; the project is as it was.
    """
    kept = snapshots.take(store, f"before-version-{schema.VERSION}")
    _log.info("upgrading %s from version %d; a copy is %s", store.path, since, kept)
    with store.write():
        # Another process may have upgraded it while this one waited.
        version = store.one("PRAGMA user_version")[0]
        schema.apply(store.database, since=version)
