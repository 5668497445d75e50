"""Candidates and judgements: which actors may be one, and which are, since a person said so.

Nothing here edits a statement, and nothing is ever put together without a judgement.
"""

from sayso.sameness.candidates import Candidate, Party, candidates
from sayso.sameness.judgements import Conflict, Judged, grouped

__all__ = ["Candidate", "Conflict", "Judged", "Party", "candidates", "grouped"]
