"""Run the checks over what a project, or a reading without one, has found."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.errors import PluginError
from sayso.jobs import Progress
from sayso.model import Failure, Finding, Record, failure_id
from sayso.plugins import Corpus, hook, hooks
from sayso.project_actors import judged_apart, united
from sayso.store import documents, findings, settings, statements
from sayso.store.store import Store

_log = logging.getLogger("sayso.project")
Step = Callable[[Progress], None]
# Where failures of checks are kept: they belong to no file.
PLACE = "checks"
_RAN = "checks ran"


def ran(store: Store) -> bool:
    """Say whether the checks have ever run over this project."""
    return settings.get(store, _RAN) is not None


def corpus(store: Store) -> Corpus:
    """Give the checks what they look at: current documents and all records but rejected ones.

    Actors that people judged to be one are one.
    """
    kept = [
        one
        for one in statements.found(store, statements.Filter())
        if one.status not in ("rejected", "corrected")
    ]
    records: list[Record] = documents.records(store, None)
    return Corpus(tuple(documents.current(store)), tuple(united(store, [*records, *kept])))


def check(
    store: Store, *, names: Sequence[str] | None = None, step: Step | None = None
) -> list[Finding]:
    """Run checks over a project, keep what they find in the place of what they had, and give it.

    Raises:
        PluginError: There is no check of a name that was asked for.
    """
    chosen = list(hooks("checks")) if names is None else list(names)
    for name in chosen:
        if name not in hooks("checks"):
            hook("checks", name)
    whole = corpus(store)
    apart = judged_apart(store)
    found: list[Finding] = []
    failures: list[Failure] = []
    for nth, name in enumerate(chosen):
        if step:
            step(Progress("checking", nth, len(chosen), name))
        reported = run(whole, [name])
        # Whether two actors are one is no question any more where a person has answered it.
        new = [
            one
            for one in reported
            if isinstance(one, Finding) and frozenset(one.about) not in apart
        ]
        failed = [one for one in reported if isinstance(one, Failure)]
        if not failed:
            with store.write():
                findings.replace_findings(store, [name], new)
        found += new
        failures += failed
    if step:
        step(Progress("checking", len(chosen), len(chosen)))
    with store.write():
        kept = [
            failure
            for path, failure in documents.failures(store)
            if path == PLACE and failure.stage.removeprefix("checks.") not in chosen
        ]
        documents.replace_failures(store, PLACE, [*kept, *failures])
        settings.put(store, _RAN, True)
    return found


def run(whole: Corpus, names: Iterable[str] | None = None) -> list[Finding | Failure]:
    """Run checks over a corpus; one that raises becomes a failure and stops no other."""
    return list(_run(whole, names))


def _run(whole: Corpus, names: Iterable[str] | None) -> Iterator[Finding | Failure]:
    for name in hooks("checks") if names is None else names:
        try:
            one = hook("checks", name)
            yield from [replace(finding, check=name) for finding in one.run(whole)]
        except PluginError as error:
            yield _failure(name, str(error))
        except Exception as error:
            _log.exception("check %s failed", name)
            yield _failure(
                name,
                f"The check {name!r} failed in a way that sayso did not foresee "
                f"({type(error).__name__}: {error}). The others ran; please report this.",
            )


def _failure(name: str, message: str) -> Failure:
    stage = f"checks.{name}"
    return Failure(failure_id("", stage, message), "", stage, message)
