"""Order what is left to review by what was decided before, and give decisions as training data.

A small logistic regression learns from accepted, corrected and rejected proposals which others are
likely right. It changes no score and no statement: it only says in which order they are worth a
look.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

from sayso.errors import FormatError
from sayso.model import Quoted, Statement
from sayso.store import documents, statements
from sayso.store.store import Store

FEWEST = 5
_PRONOUNS = frozenset("i we you he she it they who which that this these those".split())
Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: from how many decisions, how many accepted, and each proposal's chance.

    `agreement` is the share of decisions that a model without them foretells (five parts, each
    left out once); None where there are too few. Without enough decisions of both kinds the chances
    are the readers' own scores.
    """

    decided: int
    accepted: int
    agreement: float | None
    chances: Mapping[str, float]


def learned(store: Store) -> Learned:
    """Learn from the decisions of a project how likely each undecided proposal is right."""
    readers: dict[str, str] = dict(store.all("SELECT id, reader FROM reading"))
    decided = statements.found(
        store, statements.chosen(status=("accepted", "corrected", "rejected"))
    )
    decided = [one for one in decided if readers.get(one.reading)]
    waiting = statements.found(store, statements.chosen(status=("proposed",)))
    right = [one.status != "rejected" for one in decided]
    fewest = min(right.count(True), right.count(False))
    if fewest < FEWEST:
        return Learned(
            len(decided), right.count(True), None, {one.id: one.score for one in waiting}
        )
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import cross_val_predict
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(DictVectorizer(), LogisticRegression(max_iter=500))
    rows = [features(one, readers) for one in decided]
    foretold = cross_val_predict(model, rows, right, cv=min(5, fewest))
    agreement = float((foretold == right).mean())
    model.fit(rows, right)
    chances = (
        model.predict_proba([features(one, readers) for one in waiting])[:, 1] if waiting else []
    )
    return Learned(
        len(decided),
        right.count(True),
        agreement,
        {one.id: float(chance) for one, chance in zip(waiting, chances, strict=True)},
    )


def features(one: Statement, readers: Mapping[str, str]) -> Features:
    """Give what the order is learned from: reader, kind, score, cue, the form of the speaker."""
    score = min(0.99, max(0.01, one.score))
    cue = one.cue.exact.lower().split() if one.cue else []
    speaker = one.speakers[0].exact.split() if one.speakers else []
    size = sum(len(part.exact.split()) for part in one.content)
    made: Features = {
        "score": log(score / (1 - score)),
        f"reader {readers.get(one.reading, '')}": 1.0,
        f"kind {one.kind}": 1.0,
        f"document {one.document}": 0.5,
        f"speaker {_form(speaker)}": 1.0,
        f"length {min(6, size.bit_length())}": 1.0,
        "no cue": float(not cue),
        "negated": float(one.negated),
        "modal": float(one.modal),
        "within another": float(one.parent is not None),
    }
    return made | {f"cue {word}": 1.0 for word in cue[-3:]}


def _form(speaker: Sequence[str]) -> str:
    if not speaker:
        return "nobody"
    if speaker[0].lower() in _PRONOUNS:
        return "pronoun"
    return "name" if any(word[:1].isupper() for word in speaker[-2:]) else "words"


def in_order(store: Store, wanted: statements.Filter, order: str) -> list[str]:
    """Give ids that pass a filter: "learned", the least certain first; "likely", the surest first.

    What is decided comes last.
    """
    chances = learned(store).chances
    keys = {
        "learned": lambda id_: abs(chances[id_] - 0.5) if id_ in chances else 2.0,
        "likely": lambda id_: -chances.get(id_, -2.0),
    }
    return sorted(statements.ids(store, wanted), key=keys[order])


def training_rows(store: Store) -> Iterator[dict[str, Any]]:
    """Give, for each document with decisions, its text and the statements that people let stand.

    The form is that of `training/annotations/passages`. `complete` says whether every proposal was
    decided on; only then is what is not there known to be no statement.
    """
    coder = store.one("SELECT count(DISTINCT coder) FROM act")[0]
    waiting = Counter(
        one.document for one in statements.found(store, statements.chosen(status=("proposed",)))
    )
    kept: dict[str, list[Statement]] = {}
    for one in statements.found(store, statements.chosen(status=("accepted",))):
        kept.setdefault(one.document, []).append(one)
    for document, said in kept.items():
        whole = documents.get(store, document)
        number = {one.id: nth for nth, one in enumerate(said)}
        yield {
            "name": whole.key,
            "genre": whole.kind or "",
            "part": "train",
            "annotator": f"{coder} coders",
            "complete": not waiting[document],
            "text": whole.text,
            "sha256": _sha256(whole.text),
            "statements": [_row(one, number) for one in said],
            "quoted": [
                {"kind": one.kind, "span": [one.span.start, one.span.end]}
                for one in documents.records(store, "quoted", document=document)
                if isinstance(one, Quoted)
            ],
        }


def _row(one: Statement, number: Mapping[str, int]) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "content": [[part.start, part.end] for part in one.content],
        "cue": [one.cue.start, one.cue.end] if one.cue else None,
        "speakers": [[part.start, part.end] for part in one.speakers],
        "parent": number.get(one.parent or ""),
        "negated": one.negated,
        "modal": one.modal,
        "notes": [note.label for note in one.notes],
    }


def write_training(store: Store, path: Path) -> list[str]:
    """Write `training_rows` as JSON lines; give what a person should know of them.

    Raises:
        FormatError: The file is there already, or nothing has been accepted.
    """
    if path.exists():
        raise FormatError(f"{path} is there already. Give another name, or remove it first.")
    rows = list(training_rows(store))
    if not rows:
        raise FormatError(
            "No statement has been accepted or corrected yet: there is nothing to learn from."
        )
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows)
    path.write_text(lines, encoding="utf-8")
    open_ = [one["name"] for one in rows if not one["complete"]]
    return [f"{name}: some proposals are not decided on yet." for name in open_]


def _sha256(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()
