"""Passages that stand in several documents; quotations against the work they cite."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

_PUBLIC = {
    "find": "sayso.reuse.passages",
    "find_on": "sayso.reuse.distributed",
    "compare": "sayso.reuse.pairwise",
    "Index": "sayso.reuse.index",
    "Likeness": "sayso.reuse.paraphrase",
    "paraphrases": "sayso.reuse.paraphrase",
    "Reuse": "sayso.reuse.passages",
    "PRESETS": "sayso.reuse.passages",
    "check_quote": "sayso.reuse.quotation",
    "whose": "sayso.reuse.quotation",
    "prepare": "sayso.reuse.quotation",
    "QuoteCheck": "sayso.reuse.quotation",
}
__all__ = [
    "PRESETS", "Index", "Likeness", "QuoteCheck", "Reuse", "check_quote", "compare", "find",
    "find_on", "paraphrases", "prepare", "whose",
]  # fmt: skip

if TYPE_CHECKING:
    from sayso.reuse.distributed import find_on as find_on
    from sayso.reuse.index import Index as Index
    from sayso.reuse.pairwise import compare as compare
    from sayso.reuse.paraphrase import Likeness as Likeness
    from sayso.reuse.paraphrase import paraphrases as paraphrases
    from sayso.reuse.passages import PRESETS as PRESETS
    from sayso.reuse.passages import Reuse as Reuse
    from sayso.reuse.passages import find as find
    from sayso.reuse.quotation import QuoteCheck as QuoteCheck
    from sayso.reuse.quotation import check_quote as check_quote
    from sayso.reuse.quotation import prepare as prepare
    from sayso.reuse.quotation import whose as whose


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"sayso.reuse has no {name!r}")
    return getattr(import_module(_PUBLIC[name]), name)
