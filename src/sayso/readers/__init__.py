"""Documents to statements, mentions, notes linked, and events."""
