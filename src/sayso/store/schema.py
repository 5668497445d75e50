"""The tables of a project, as the steps that made them: a new file takes all, an old one the rest.

A step that has been released is never edited; a change is a new step. `expected` builds the
schema of any version in memory, so that a file which holds anything else is recognised.
"""

from __future__ import annotations

import sqlite3
from functools import cache

# "sayS" in ASCII: lets `file` and us tell a project from any other SQLite database.
APPLICATION_ID = 0x73617953

_FIRST = """
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  given TEXT NOT NULL,
  current INTEGER NOT NULL
) STRICT;
CREATE INDEX source_path ON source (path);
CREATE INDEX source_sha256 ON source (sha256);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL REFERENCES source (id),
  key TEXT NOT NULL,
  title TEXT,
  author TEXT,
  signed TEXT,
  date TEXT,
  published_in TEXT,
  kind TEXT,
  url TEXT,
  language TEXT,
  metadata TEXT NOT NULL,
  extraction TEXT NOT NULL,
  supersedes TEXT REFERENCES document (id),
  characters INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  current INTEGER NOT NULL
) STRICT;
CREATE INDEX document_key ON document (key);
CREATE INDEX document_source ON document (source);

CREATE TABLE body (
  document TEXT PRIMARY KEY REFERENCES document (id),
  text TEXT NOT NULL,
  raw TEXT,
  structure TEXT NOT NULL
) STRICT;

CREATE TABLE paragraph (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  words TEXT NOT NULL
) STRICT;
CREATE INDEX paragraph_document ON paragraph (document, start);
CREATE VIRTUAL TABLE found USING fts5 (
  words, content = 'paragraph', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE reading (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  reader TEXT NOT NULL,
  version TEXT NOT NULL,
  settings TEXT NOT NULL
) STRICT;
CREATE INDEX reading_document ON reading (document);

CREATE TABLE record (
  id TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document (id),
  type TEXT NOT NULL,
  reading TEXT NOT NULL REFERENCES reading (id),
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (document, type, id)
) STRICT;
CREATE INDEX record_id ON record (id);
CREATE INDEX record_place ON record (document, start);

CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id),
  reading TEXT NOT NULL REFERENCES reading (id),
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  score REAL NOT NULL,
  speaker TEXT NOT NULL,
  speaker_folded TEXT NOT NULL,
  folded TEXT NOT NULL,
  status TEXT NOT NULL,
  concept TEXT,
  agreement TEXT,
  hidden INTEGER NOT NULL,
  proposed TEXT,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX statement_place ON statement (document, start);
CREATE INDEX statement_status ON statement (status);

CREATE TABLE concept (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  parent TEXT
) STRICT;

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  "check" TEXT NOT NULL,
  severity TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE TABLE evidence (
  finding TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
  document TEXT NOT NULL,
  PRIMARY KEY (finding, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_document ON evidence (document);

CREATE TABLE failure (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  path TEXT NOT NULL,
  stage TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX failure_path ON failure (path);

CREATE TABLE act (
  id TEXT PRIMARY KEY,
  batch TEXT NOT NULL,
  coder TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  target TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX act_target ON act (target);
CREATE INDEX act_batch ON act (batch);
CREATE INDEX act_at ON act (at, id);
CREATE TRIGGER act_stays BEFORE UPDATE ON act
BEGIN SELECT raise(ABORT, 'acts are never changed'); END;
CREATE TRIGGER act_remains BEFORE DELETE ON act
BEGIN SELECT raise(ABORT, 'acts are never deleted'); END;

CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  coder TEXT NOT NULL,
  at TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE INDEX batch_coder ON batch (coder, state, at);

CREATE TABLE state (
  target TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  act TEXT NOT NULL REFERENCES act (id),
  PRIMARY KEY (target, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  arguments TEXT NOT NULL,
  state TEXT NOT NULL,
  stage TEXT NOT NULL,
  done INTEGER NOT NULL,
  total INTEGER NOT NULL,
  message TEXT NOT NULL,
  created TEXT NOT NULL,
  started TEXT,
  finished TEXT,
  pid INTEGER,
  host TEXT,
  cancel INTEGER NOT NULL
) STRICT;

CREATE TABLE writer (
  pid INTEGER NOT NULL,
  host TEXT NOT NULL,
  coder TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (pid, host)
) STRICT, WITHOUT ROWID;
"""

_TRAY = """
CREATE TABLE tray (
  statement TEXT NOT NULL REFERENCES statement (id),
  document TEXT NOT NULL REFERENCES document (id),
  candidates TEXT NOT NULL,
  PRIMARY KEY (statement, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX tray_document ON tray (document);
"""

_IMPORTED = """
CREATE TABLE imported (
  source TEXT PRIMARY KEY REFERENCES source (id),
  kind TEXT NOT NULL,
  content BLOB NOT NULL,
  acts INTEGER NOT NULL,
  documents INTEGER NOT NULL
) STRICT;
"""

STEPS = (_FIRST, _TRAY, _IMPORTED)
VERSION = len(STEPS)


def apply(connection: sqlite3.Connection, *, since: int = 0, until: int = VERSION) -> None:
    """Take the steps after version `since` up to `until`, inside the caller's transaction."""
    for step in STEPS[since:until]:
        for statement in _statements(step):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {until}")


def _statements(script: str) -> list[str]:
    """Split a script: `executescript` would commit the caller's transaction."""
    found: list[str] = []
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting) and waiting.strip():
            found.append(waiting.strip())
            waiting = ""
    return found


@cache
def expected(version: int) -> frozenset[tuple[str, str, str]]:
    """Give type, name and SQL of everything that a project of this version may hold."""
    connection = sqlite3.connect(":memory:")
    try:
        apply(connection, until=version)
        return held(connection)
    finally:
        connection.close()


def held(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Give type, name and SQL of everything a database holds, white space aside.

    Automatic indexes and the statistics tables of SQLite itself are left out: they hold no SQL
    of their own and cannot run any.
    """
    rows = connection.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
        " WHERE name NOT GLOB 'sqlite_autoindex_*' AND name NOT GLOB 'sqlite_stat*'"
    )
    return frozenset((type_, name, _compared(name, sql)) for type_, name, sql in rows)


def _compared(name: str, sql: str) -> str:
    # The search index's own tables are written by SQLite, each version in its own words.
    return "" if name.startswith("found_") else " ".join(sql.split())
