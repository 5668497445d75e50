"""Documents and their records -> findings, one module per check, one rule for every side."""
