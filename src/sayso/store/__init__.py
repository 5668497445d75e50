"""Schema, migrations, and the store: one SQLite file."""
