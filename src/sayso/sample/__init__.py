"""The sample dossier: twelve invented texts about one invented dispute, with planted faults.

The texts lie in `dossier/`; `faults.json` lists what was planted in them, and where.
"""
