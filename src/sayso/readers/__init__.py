"""Documents to statements, mentions, and notes linked."""
