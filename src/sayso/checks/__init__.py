"""Tables to findings, one module per check."""
