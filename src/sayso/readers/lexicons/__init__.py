"""The readers' own word lists: data files, loaded on first use."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load(name: str) -> Any:
    """Give the content of the list `name`.json of this folder."""
    return json.loads(files(__name__).joinpath(f"{name}.json").read_text("utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """Give one set of small-letter words of words.json.

    >>> "he" in words("subject_pronouns")
    True
    """
    return frozenset(load("words")[name])
