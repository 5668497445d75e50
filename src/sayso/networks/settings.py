"""What a network is asked to be, and which wishes contradict each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from sayso.errors import UsageError

Mode = Literal["one", "two", "events"]
Aggregation = Literal["ignore", "congruence", "conflict", "subtract", "combine"]
Normalization = Literal["none", "average", "jaccard", "cosine", "activity", "prominence"]
Duplicates = Literal["include", "document", "day", "week", "month", "year", "period"]

_MODES: Mapping[Mode, tuple[tuple[Aggregation, ...], tuple[Normalization, ...]]] = {
    "one": (
        ("ignore", "congruence", "conflict", "subtract"),
        ("none", "average", "jaccard", "cosine"),
    ),
    "two": (("ignore", "subtract", "combine"), ("none", "activity", "prominence")),
    "events": (("ignore", "congruence", "conflict", "subtract", "combine"), ("none",)),
}


@dataclass(frozen=True)
class Settings:
    """How statements become a network.

    Args:
        mode: "one" ties actors to each other through the concepts they share, "two" ties actors
            to concepts, "events" lists the statements themselves.
        rows: the variable whose values are the nodes (of a two-mode network: the rows).
        columns: the variable through which rows are tied (of a two-mode network: the columns).
        qualifier: the variable that says for or against; None for none.
        aggregation: what is made of the qualifier. "congruence" counts pairs of like position,
            "conflict" pairs of unlike position, "subtract" the first minus the second (two-mode:
            for minus against), "combine" names which positions occur, "ignore" counts all.
        normalization: "average" divides a tie by the mean number of statements of its two ends,
            "jaccard" by what either says, "cosine" by the length of both; "activity" divides by
            the row's sum, "prominence" by the column's.
        duplicates: what of the same row, column and position counts once: within a document, day,
            ISO week, month, year, or the whole period.
        isolates: keep nodes that have statements, but none after the filters.
        exclude: by variable, the values to leave out.
        keep: by variable, the only values to keep.
        start: first moment that counts, in seconds since 1970 UTC.
        stop: last moment that counts.
        status: the statuses of statements that count; all where it is empty.
        row_minimum: leave out rows with fewer statements than this, after all other filters.
        column_minimum: leave out columns with fewer statements than this.
        compat: "dna" for the numbers of Discourse Network Analyzer, its defects included.
    """

    mode: Mode = "one"
    rows: str = "actor"
    columns: str = "concept"
    qualifier: str | None = "agreement"
    aggregation: Aggregation = "ignore"
    normalization: Normalization = "none"
    duplicates: Duplicates = "include"
    isolates: bool = False
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keep: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    start: int | None = None
    stop: int | None = None
    status: tuple[str, ...] = ()
    row_minimum: int = 1
    column_minimum: int = 1
    compat: Literal["dna"] | None = None

    def __post_init__(self) -> None:
        _check("mode", self.mode, get_args(Mode))
        aggregations, normalizations = _MODES[self.mode]
        _check("aggregation", self.aggregation, get_args(Aggregation))
        _check("normalization", self.normalization, get_args(Normalization))
        _check("duplicates", self.duplicates, get_args(Duplicates))
        _fits(self.mode, "aggregation", self.aggregation, aggregations)
        _fits(self.mode, "normalization", self.normalization, normalizations)
        if self.compat not in (None, "dna"):
            raise UsageError(f"compat is {self.compat!r}; it may be 'dna' or None.")
        if self.qualifier is None and self.aggregation != "ignore":
            raise UsageError(
                f"{self.aggregation!r} needs a qualifier that says for or against; "
                "name one, or choose the aggregation 'ignore'."
            )
        if self.start is not None and self.stop is not None and self.start > self.stop:
            raise UsageError("The period ends before it starts; swap start and stop.")
        if self.mode != "events" and self.rows == self.columns:
            raise UsageError(
                f"Rows and columns are both {self.rows!r}; choose two different variables."
            )
        for name, values in self.keep.items():
            if values and set(map(str, values)) <= set(map(str, self.exclude.get(name, ()))):
                raise UsageError(
                    f"All values of {name!r} that are kept are excluded too, so nothing counts; "
                    "leave out one of the two filters."
                )

    @property
    def dna(self) -> bool:
        """Whether the numbers of Discourse Network Analyzer are wanted."""
        return self.compat == "dna"


def network_of(settings: Settings) -> Settings:
    """Give settings back if they are those of a network.

    Raises:
        UsageError: They are those of a list of events.
    """
    if settings.mode == "events":
        raise UsageError(
            "Events are listed, they are no network; ask for `event_list`, or choose mode 'one' "
            "or 'two'."
        )
    return settings


_DECIDED: Mapping[str, str] = {"aggregation": "ignore", "normalization": "none"}


def undecided(what: str, settings: Settings, name: str) -> None:
    """Refuse an aggregation or normalization where a measure has its own.

    Raises:
        UsageError: One is asked for; the message names it.
    """
    value = getattr(settings, name)
    if value != _DECIDED[name]:
        raise UsageError(f"{what} has its own {name}; leave out {name}={value!r}.")


def qualified(what: str, settings: Settings) -> Settings:
    """Give settings back if they name a qualifier.

    Raises:
        UsageError: They do not.
    """
    if settings.qualifier is None:
        raise UsageError(
            f"{what} rests on who is for and who against; name a qualifier that says so."
        )
    return settings


def plain(what: str, settings: Settings | None, options: Mapping[str, Any]) -> Settings:
    """Give the settings of a measure that sets aggregation and normalization itself.

    Args:
        what: the measure, as the message names it.
        settings: as given; None for those of the options.
        options: as given, by name.

    Raises:
        UsageError: Mode, aggregation or normalization are asked for, and could not be had.
    """
    chosen = settings if settings is not None else Settings(**{"mode": "one", **options})
    if chosen.mode != "one":
        raise UsageError(f"{what} takes actors and what they say; leave out mode={chosen.mode!r}.")
    for name in _DECIDED:
        undecided(what, chosen, name)
    return chosen


def _check(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(f"{what} is {value!r}; it may be {', '.join(known)}.")


def _fits(mode: str, what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(
            f"The {what} {value!r} does not fit a network of mode {mode!r}; "
            f"it may be {', '.join(known)}."
        )
