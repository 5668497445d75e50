"""Open, add, read, check, decide, search: the one module that knows every stage."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Literal

from sayso import (
    project_actors,
    project_adding,
    project_checking,
    project_decisions,
    project_documents,
    project_importing,
    project_learning,
    project_metadata,
    project_networks,
    project_reading,
    project_repeated,
    project_reuse,
    project_settings,
    project_tables,
    project_takings,
)
from sayso.checks.case import Case
from sayso.errors import NotFoundError, UsageError
from sayso.jobs import Background, Job, Progress, Report
from sayso.model import Act, Agreement, Concept, Document, Failure, Finding, Record, Statement
from sayso.project_actors import ActorRow, Judgement, Pair, Place, Tie
from sayso.project_clusters import Shown, Wanted
from sayso.project_documents import read as read
from sayso.project_importing import Imported
from sayso.project_looking import Looking, Lookout
from sayso.project_networks import Counted
from sayso.project_repeated import Saying
from sayso.project_rows import Added, ColumnGuess, DocumentRow, Matching, Memo, Plan, PlanEntry
from sayso.project_sample import sample as sample
from sayso.project_takings import Taking
from sayso.store import (
    acts,
    documents,
    findings,
    merging,
    places,
    queue,
    snapshots,
    statements,
    verifying,
    versions,
    words,
)
from sayso.store.findings import FoundRow
from sayso.store.queue import JobRow
from sayso.store.store import Store
from sayso.store.versions import TrayRow
from sayso.store.words import Hit, Hits

if TYPE_CHECKING:
    from sayso.networks import Network

__all__ = [
    "ActorRow", "Added", "ColumnGuess", "DocumentRow", "FoundRow", "Hit", "Hits", "JobRow",
    "Judgement", "Looking", "Matching", "Memo", "Pair", "Place", "Plan", "PlanEntry", "Progress",
    "Project", "Saying", "Shown", "Taking", "Tie", "TrayRow", "Wanted", "open", "read", "recent",
    "sample",
]  # fmt: skip

_log = logging.getLogger("sayso.project")
KEEP: Final = project_decisions.KEEP
recent = project_settings.recent
Path_ = str | Path


def open(
    path: Path_, *, coder: str | None = None, create: bool = True, read_only: bool = False
) -> Project:
    """Open the project of a folder (FOLDER/sayso.db), or a project file.

    Args:
        path: A folder, or a file whose name ends in .db.
        coder: Who decides; the name kept in the user's configuration if not given.
        create: Whether a project is made where there is none.
        read_only: Whether nothing is written.

    Raises:
        NotFoundError: There is no such folder, or no project and `create` is off.
        StoreError: The project cannot be opened; the message says why and what to do.
    """
    return Project(_file(Path(path)), coder=coder, create=create, read_only=read_only)


def _file(path: Path) -> Path:
    whole = path.absolute()
    if whole.is_dir():
        return whole / "sayso.db"
    if whole.suffix.lower() != ".db" and not whole.is_file():
        raise NotFoundError(f"There is no folder {path}. Check the name.")
    if not whole.parent.is_dir():
        raise NotFoundError(f"There is no folder {path.parent} to put a project in.")
    return whole


class Project:
    """Documents, what readers found in them, and what people decided about it, in one file.

    Methods may be called from several threads. Used as a context manager it closes itself.
    Decisions need a coder's name (`sign`); each call that decides is undone as one.
    """

    def __init__(
        self, path: Path, *, coder: str | None = None, create: bool = True, read_only: bool = False
    ) -> None:
        self.path: Path = path
        self.coder: str | None = coder or project_settings.coder()
        self._store = Store(path, create=create, read_only=read_only, coder=self.coder or "")
        self.warnings: tuple[str, ...] = places.warnings(path)
        self._background = Background(self._run)
        self._passages = project_reuse.Passages()
        self._lookout = Lookout()
        if not read_only:
            queue.interrupted(self._store)
            project_settings.remember(path)

    @property
    def folder(self) -> Path:
        """The folder that the texts' keys are relative to."""
        return self.path.parent

    @property
    def name(self) -> str:
        """The name people know the project by: its folder's, or its file's."""
        return self.folder.name if self.path.name == "sayso.db" else self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether nothing is written."""
        return self._store.read_only

    def close(self) -> None:
        """Stop what runs in the background and close the file; safe to call twice."""
        self._lookout.stop()
        self._background.stop()
        self._store.close()

    def __enter__(self) -> Project:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def sign(self, name: str) -> None:
        """Say who decides from now on; kept for later projects too.

        Raises:
            UsageError: The name is empty.
        """
        whole = " ".join(name.split())
        if not whole:
            raise UsageError("A name is needed: decisions are kept with who took them.")
        self.coder = self._store.coder = whole
        project_settings.keep_coder(whole)

    # What is there to read, and reading it

    def plan(
        self, paths: Sequence[Path_] | None = None, *, workers: int | None = None,
        columns: Mapping[str, str | None] | None = None,
    ) -> Plan:  # fmt: skip
        """Say what adding would do, and read nothing: files, kinds, languages, duplicates."""
        chosen, failures = project_adding.considered(
            self._store, self._paths(paths), self.folder, self._columns(columns)
        )
        return project_adding.planned(chosen, failures, workers)

    def add(
        self, paths: Sequence[Path_] | None = None, *, progress: Report | None = None,
        workers: int | None = None, columns: Mapping[str, str | None] | None = None,
        trained: bool | None = None, language_model: bool = False, positions: bool = False,
        weights: str | None = None,
    ) -> Added:  # fmt: skip
        """Read what is new or changed, store it, and run the checks.

        A file that cannot be read becomes a failure and stops nothing. Adding twice adds nothing;
        an addition that was cut short goes on where it stopped.

        Args:
            paths: Files and folders; the project's own folder if not given.
            progress: Called with how far it is.
            workers: How many processes read; as many as pay off if not given.
            columns: Column of metadata.csv -> field of a document; guessed if not given.
            trained: False: the rules read alone. True: what the trained reader has not read yet
                is read again. By default it reads what is new, and leaves the rest as it was read.
            language_model: Whether the language model that the user switched on reads too, also
                what is there already. See `sayso model`.
            positions: Whether sentences are proposed, also of what is there already, in which the
                author takes a position that nothing marks: demands, predictions, evaluations,
                comparisons, claims of cause.
            weights: The name of those that the trained reader reads by, also what it read by others
                before: your own (`sayso weights`), or "shipped".

        Raises:
            JobError: It was cancelled. What was read before is kept.
            UsageError: There are no weights of this name, or rules shall read alone.
        """
        arguments = {
            "paths": None if paths is None else [str(Path(one).absolute()) for one in paths],
            "workers": workers,
            "columns": None if columns is None else dict(columns),
            "trained": trained,
            "language_model": language_model,
            "positions": positions,
            "weights": weights,
        }
        project_reading.check_weights(weights, trained)
        id_ = queue.put(self._store, "add", arguments)
        return self._add(self._store, id_, arguments, progress)

    def _add(
        self, store: Store, id_: str, arguments: Mapping[str, Any], progress: Report | None
    ) -> Added:
        store.announce()
        with Job(store, id_, listener=progress) as job:
            step = job.step
            step(Progress("looking", 0, 1))
            columns = self._columns(arguments["columns"])
            chosen, failures = project_adding.considered(
                store, self._paths(arguments["paths"]), self.folder, columns
            )
            readers = None
            if arguments.get("trained"):
                chosen = project_adding.with_missing(store, chosen, project_reading.trained())
            elif arguments.get("trained") is False:
                readers = project_reading.rules()
            asked = {"language-model": "language_model", "positions": "positions"}
            for name in (name for name, option in asked.items() if arguments.get(option)):
                chosen = project_adding.with_missing(store, chosen, (name,))
                readers = (*(readers or project_reading.with_()), name)
            weights = arguments.get("weights")
            if weights:
                chosen = project_adding.with_other_weights(store, chosen, weights)
            tally = project_adding.read_into(
                store, chosen, failures, step=step, workers=arguments["workers"], readers=readers,
                weights=weights,
            )  # fmt: skip
            project_adding.keep_hook_failures(store)
            if tally.documents or not project_checking.ran(store):
                project_checking.check(store, step=step)
            found = len(findings.found(store))
            step(Progress("done", 1, 1, f"{tally.documents} documents read."))
        queue.settle_interrupted(store, id_, "add", dict(arguments))
        return Added(
            tally.documents, tally.unchanged, tally.versions, tally.failures, tally.statements,
            found,
        )  # fmt: skip

    def columns(self) -> ColumnGuess | None:
        """Give the metadata.csv beside the texts and what its columns seem to be."""
        return project_metadata.guess([self.folder], self._columns(None))

    def _columns(self, given: Mapping[str, str | None] | None) -> Mapping[str, str | None] | None:
        if given is not None and not self.read_only:
            project_metadata.keep(self._store, given)
        return given if given is not None else project_metadata.kept(self._store)

    def _paths(self, paths: Iterable[Path_] | None) -> list[Path]:
        return [self.folder] if paths is None else [Path(one) for one in paths]

    # What was read

    def documents(self) -> list[DocumentRow]:
        """Give the current documents with what was found in each and how each step fared."""
        return project_documents.rows(self._store)

    def document(self, id_: str) -> Document:
        """Give a document, whole; also one that a newer version has replaced.

        Raises:
            NotFoundError: There is none of this id.
        """
        return documents.get(self._store, id_)

    def records(self, type_: str | None = None, *, document: str | None = None) -> list[Record]:
        """Give the records of the current documents, or of one, of all types or of one.

        Statements come with status, concept and agreement as people have set them.

        Raises:
            UsageError: There are no records of this type.
        """
        return project_documents.records(self._store, type_, document)

    def statements(
        self, *, order: statements.Order | Literal["learned", "likely"] = "document",
        offset: int = 0, limit: int | None = None, **filters: Any,
    ) -> list[Statement]:  # fmt: skip
        """Give statements by document and place, or in the order in which they are worth a look.

        Args:
            order: "document"; "score", the readers' least certain first; "learned" and "likely",
                the least certain or the surest first by what was decided before (see `learned`).
            offset: How many to pass over.
            limit: How many to give at most.
            filters: `document`, `status`, `kind`, `speaker`, `concept`, `agreement`, `text`,
                `reader`, as in `store.statements.Filter`, and `actor`: its id, or a name that only
                it bears; who was judged the same counts as one.
        """
        wanted = project_actors.chosen(self._store, filters)
        if order == "learned" or order == "likely":
            ids = project_learning.in_order(self._store, wanted, order)
            last = None if limit is None else offset + limit
            return statements.several(self._store, ids[offset:last])
        return statements.found(self._store, wanted, order=order, offset=offset, limit=limit)

    def learned(self) -> project_learning.Learned:
        """Learn from what was decided how likely each undecided proposal is right.

        It orders proposals and changes none; every decision counts at once.
        """
        return project_learning.learned(self._store)

    def count_statements(self, **filters: Any) -> int:
        """Count the statements that pass the filters of `statements`."""
        return sum(
            statements.counts(self._store, project_actors.chosen(self._store, filters)).values()
        )

    def statement(self, id_: str) -> Statement:
        """Give one statement.

        Raises:
            NotFoundError: There is none of this id.
        """
        return statements.get(self._store, id_)

    def table(
        self, *, status: str | Sequence[str] = (), coded: bool = False
    ) -> dict[str, list[Any]]:
        """Give the statements as columns, one row each, for data frames and networks.

        Args:
            status: Only statements of these statuses; if not given, all but rejected and
                replaced ones.
            coded: Only statements that have a concept.
        """
        return project_tables.table(self._store, status=status, coded=coded)

    def network(
        self, *, status: str | Sequence[str] = (), quotes: bool = False, **options: Any
    ) -> Network:
        """Make a discourse network of the statements that have a concept.

        Args:
            status: Only statements of these statuses; if not given, all but rejected and
                replaced ones.
            quotes: Who quotes whom instead: authors tied to those they quote, without coding.
            options: As in `sayso.networks.Settings`. With `mode="reuse"` it is the network of who
                takes passages from whom (see `takings`), which needs no statement.

        Raises:
            UsageError: No statement counts (the message says why), or the options contradict
                each other.
        """
        if options.get("mode") == "reuse":
            if status or quotes:
                raise UsageError(
                    'mode="reuse" counts shared passages, which have no status and quote nobody; '
                    "leave out status and quotes."
                )
            return project_takings.network(self.takings(), **_without_mode(options))
        return project_networks.network(self._store, status=status, quotes=quotes, **options)

    def behind(
        self, row: str, other: str, *, status: str | Sequence[str] = (), quotes: bool = False,
        **options: Any,
    ) -> list[Statement]:  # fmt: skip
        """Give the statements behind a tie of `network`, in order of time.

        Args:
            row: One end of the tie.
            other: Its other end.
            status: As in `network`, and so are `quotes` and `options`.
            quotes: Whether it is a tie of who quotes whom.
            options: As in `sayso.networks.Settings`.

        Raises:
            UsageError: A node does not exist.
        """
        ids = project_networks.behind(
            self._store, row, other, status=status, quotes=quotes, **options
        )
        return statements.several(self._store, ids)

    def takings(self, *, preset: str = "default", progress: Report | None = None) -> list[Taking]:
        """Give every passage that a text is likely to have from an earlier one of this corpus.

        By dates, by the nearest wording, and by the changes that two texts share against the
        oldest. A text outside this corpus may stand between the two, or before both. Texts that
        quote a third are tied to it, not to each other.

        Args:
            preset: How closely to look; see `sayso.reuse.PRESETS`.
            progress: Called with how far it is.
        """
        _, rows = self._passages.rows(self._store, preset, within_series=False, progress=progress)
        found = self._passages.origins(self._store, preset, within_series=False)
        origins = [found[one["cluster"]] for one in rows]
        return project_takings.takings(rows, project_takings.people(self._store), origins)

    def takings_behind(self, row: str, other: str, **options: Any) -> list[Taking]:
        """Give the passages behind a tie of `network(mode="reuse")`, in order of time.

        Raises:
            UsageError: A node does not exist.
        """
        return project_takings.behind(self.takings(), row, other, **_without_mode(options))

    def repeated(self) -> list[list[Saying]]:
        """Give the sentences that several documents have: each place, the oldest first.

        Each says who is named for the words there, and whose text it is likely to have them from.
        """
        case = Case(project_checking.corpus(self._store), check="repeated", rule="")
        return list(project_repeated.repeated(case))

    def positions(
        self, variable: str, *, unit: str = "years", status: str | Sequence[str] = (),
        **options: Any,
    ) -> list[dict[str, Any]]:  # fmt: skip
        """Give how many statements are for and against, by value of a variable and step of time.

        Args:
            variable: "concept" or "actor".
            unit: "days", "weeks", "months" or "years".
            status: As in `network`.
            options: As in `sayso.networks.Settings`, for example `keep={"actor": ("X",)}`.

        Raises:
            UsageError: No statement has a concept, or none a date.
        """
        return project_networks.shares(self._store, variable, unit=unit, status=status, **options)

    def network_statements(
        self, *, status: str | Sequence[str] = (), coded: bool = True, dated: bool = False
    ) -> Counted:
        """Give the statements as `sayso.networks` takes them, for windows, bars and measures.

        Args:
            status: As in `network`.
            coded: Only statements that have a concept.
            dated: Leave out what has no date.
        """
        return project_networks.counted(self._store, status=status, coded=coded, dated=dated)

    def search(
        self, words_: str, *, document: str | None = None, offset: int = 0, limit: int = 50
    ) -> Hits:
        """Find words in the texts, each place in its context, without case and accents.

        "Two words" in quotation marks are a phrase; a star ends the beginning of a word (liber*).
        """
        return words.search(self._store, words_, document=document, offset=offset, limit=limit)

    def failures(self) -> list[Failure]:
        """Give what could not be read, where it failed, and how to mend it."""
        return [failure for _, failure in documents.failures(self._store)]

    def tray(self, document: str | None = None) -> list[TrayRow]:
        """Give the statements that found no certain place in the new version of their document."""
        return versions.tray(self._store, document)

    def passages(
        self, *, preset: str = "default", within_series: bool = False,
        document: str | None = None, limit: int | None = None, progress: Report | None = None,
    ) -> list[dict[str, Any]]:  # fmt: skip
        """Give the passages that several documents share, the most widely spread first.

        Each is a cluster with its `members` by date: document, place, words, whether it is the
        first in this corpus, and beside which earlier one it stands with what differs (`against`,
        `parts`, `alike`; see `project_clusters.beside`). Looked for once for the documents as they
        stand.

        Args:
            preset: How closely to look; see `sayso.reuse.PRESETS`.
            within_series: Whether texts of one series are compared too.
            document: Only what stands in this one.
            limit: How many to give at most.
            progress: Called with how far it is.
        """
        _, rows = self._passages.rows(
            self._store, preset, within_series=within_series, progress=progress
        )
        return list(project_reuse.of_rows(rows, limit=limit, document=document))

    def passages_shown(
        self, wanted: Wanted | None = None, *, preset: str = "default",
        within_series: bool = False, offset: int = 0, limit: int | None = None,
    ) -> Shown:  # fmt: skip
        """Give the shared passages that are wanted, in order, and how many there are of them.

        As `passages`; each member has an `origin` besides: where it is likely to have its words.

        Args:
            wanted: Which, and how sorted; all if not given.
            preset: As in `passages`.
            within_series: As in `passages`.
            offset: How many to pass over.
            limit: How many to give at most.
        """
        return self._passages.shown(
            self._store, preset, wanted or Wanted(), within_series=within_series,
            offset=offset, limit=limit,
        )  # fmt: skip

    def look_for_passages(
        self, *, preset: str = "default", within_series: bool = False, reworded: bool = False
    ) -> Looking:
        """Start the search behind `passages`, or `paraphrases`, in the background, and say how far
        it is; ready where their answer is at hand.

        Nothing is written; closing the project, or asking for another search, ends it.
        """
        if self._passages.is_ready(
            self._store, preset, within_series=within_series, reworded=reworded
        ):
            return Looking(True)

        def search(progress: Report) -> None:
            # With a connection of its own, so that pages go on reading meanwhile.
            store = Store(self.path, create=False, read_only=self.read_only)
            try:
                if reworded:
                    self._passages.paraphrases(
                        store, within_series=within_series, progress=progress
                    )
                else:
                    self._passages.rows(
                        store, preset, within_series=within_series, progress=progress
                    )
            finally:
                store.close()

        return self._lookout.begin((preset, within_series, reworded), search)

    def stop_looking(self) -> None:
        """End a search for passages that runs in the background."""
        self._lookout.stop()

    def paraphrases(
        self, *, within_series: bool = False, progress: Report | None = None
    ) -> list[dict[str, Any]]:
        """Propose passages that say in other words what an earlier or another text says.

        Apart from `passages`, which stand in several documents word for word; see
        `sayso.reuse.paraphrases` for what each row holds and how far it can be trusted.

        Args:
            within_series: Whether texts of one series are compared too.
            progress: Called with how far it is.
        """
        return self._passages.paraphrases(
            self._store, within_series=within_series, progress=progress
        )

    # What people decide

    def concepts(self) -> list[Concept]:
        """Give the concepts by name."""
        return project_decisions.concepts(self._store)

    def add_concept(self, name: str, *, definition: str = "", parent: str | None = None) -> Concept:
        """Add what statements can be for or against.

        Raises:
            UsageError: The name is empty or taken, or the parent is not there.
        """
        return project_decisions.add_concept(self._store, self._signed(), name, definition, parent)

    def change_concept(self, id_: str, **fields: Any) -> Concept:
        """Change name, definition or parent of a concept; its id and its statements stay.

        Raises:
            NotFoundError: There is no such concept.
            UsageError: A field does not exist, or the concept would become its own ancestor.
        """
        return project_decisions.change_concept(self._store, self._signed(), id_, fields)

    def remove_concept(self, id_: str) -> str:
        """Remove a concept, from its statements and from the concepts below it too; one undo."""
        return project_decisions.remove_concept(self._store, self._signed(), id_)

    def merge_concepts(self, id_: str, into: str) -> str:
        """Give a concept's statements and the concepts below it to another, and remove it.

        Raises:
            NotFoundError: One of the two is not there.
            UsageError: They are the same, or the other lies below the first.
        """
        return project_decisions.merge_concepts(self._store, self._signed(), id_, into)

    def decide(self, ids: Sequence[str] | str, status: str, *, why: str = "") -> str:
        """Set the status of statements; give the batch, which is undone as one.

        Raises:
            NotFoundError: One of the statements is not there.
            UsageError: There is no such status, or nobody has signed.
        """
        return project_decisions.decide(self._store, self._signed(), _listed(ids), status, why)

    def code(
        self, ids: Sequence[str] | str, *, concept: str | None = KEEP,
        agreement: Agreement | Literal["keep"] | None = KEEP, why: str = "",
        variables: Mapping[str, str | int | bool | None] | None = None,
    ) -> str:  # fmt: skip
        """Set concept and agreement of statements; what is not given stays, None takes it away.

        `variables` sets those of an imported scheme by name.

        Raises:
            NotFoundError: A statement or the concept is not there.
        """
        return project_decisions.code(
            self._store, self._signed(), _listed(ids), concept, agreement, why, variables or {}
        )

    def correct(self, id_: str, *, why: str = "", **changes: Any) -> Statement:
        """Put a corrected statement in the place of one, which becomes "corrected".

        Args:
            id_: The statement that is wrong.
            why: The reason, kept with the act.
            changes: `content` and `speakers` as (start, end) pairs, `cue` and `reference` (the
                words that name the authority) as such a pair or None, `kind`, `negated`, `modal`.
                What is not given stays.

        Raises:
            AnchorError: A span does not lie in the text.
            UsageError: Nothing would change, or a field does not exist.
        """
        return project_decisions.correct(self._store, self._signed(), id_, changes, why)

    def create(
        self, document: str, content: Sequence[tuple[int, int]], *, kind: str = "direct",
        cue: tuple[int, int] | None = None, speakers: Sequence[tuple[int, int]] = (), why: str = "",
    ) -> Statement:  # fmt: skip
        """Record a statement that a person found; it counts as accepted.

        Raises:
            AnchorError: A span does not lie in the text.
            UsageError: The same words are a statement of this kind already.
        """
        return project_decisions.create(
            self._store, self._signed(), document, content, kind=kind, cue=cue,
            speakers=speakers, why=why,
        )  # fmt: skip

    def memo(self, id_: str, text: str) -> str:
        """Put a note on a record; give the batch."""
        return project_decisions.memo(self._store, self._signed(), id_, text)

    def memos(self, id_: str) -> list[Memo]:
        """Give the notes on a record, the earliest first, those of earlier versions included."""
        return project_decisions.memos(self._store, id_)

    def matching(self, **filters: Any) -> Matching:
        """Say what a decision about all statements that pass a filter would reach."""
        return project_decisions.matching(self._store, project_actors.chosen(self._store, filters))

    def matching_ids(self, **filters: Any) -> list[str]:
        """Give the ids of the statements that pass the filters, in document order."""
        return statements.ids(self._store, project_actors.chosen(self._store, filters))

    def undo(self) -> list[Act]:
        """Take back the coder's last decision; give its acts, none where nothing is left."""
        return acts.undo(self._store, self._signed())

    def redo(self) -> list[Act]:
        """Take the decision again that the coder undid last; give its acts."""
        return acts.redo(self._store, self._signed())

    def history(self, *, offset: int = 0, limit: int = 100) -> list[Act]:
        """Give the acts of all coders, the latest first."""
        return acts.history(self._store, offset=max(0, offset), limit=max(0, limit))

    def count_history(self) -> int:
        """Count the acts of all coders."""
        return int(self._store.one("SELECT count(*) FROM act")[0])

    def _signed(self) -> str:
        self._store.announce()
        return acts.signed(self.coder)

    # Which actors are one

    def actors(self) -> list[ActorRow]:
        """Give who speaks and who is named, those that say most first.

        What was judged to be one comes once. A speaker whom no reader resolved is an unnamed
        actor by its words.
        """
        return project_actors.Register(self._store).rows()

    def actor(self, id_or_name: str) -> ActorRow:
        """Give one actor, by the id of one of its members or by a name that only it bears.

        Raises:
            NotFoundError: There is none, or several bear the name.
        """
        return project_actors.one(self._store, id_or_name)

    def members(self, actor: ActorRow | str) -> list[ActorRow]:
        """Give what an actor is made of, each as it was read, before any judgement.

        Raises:
            NotFoundError: There is no such actor.
        """
        return project_actors.members(self._store, self._row(actor))

    def places(self, actor: ActorRow | str, *, limit: int = 10) -> list[Place]:
        """Give places that name an actor, each with some words around it.

        They are spread over its documents; of very many documents some are looked at.

        Args:
            actor: The actor, its id, or a name that only it bears.
            limit: How many to give at most.

        Raises:
            NotFoundError: There is no such actor.
        """
        return project_actors.places(self._store, self._row(actor), limit=limit)

    def ties(self, actor: ActorRow | str) -> list[Tie]:
        """Give roles, foundings and other ties of an actor that the texts state, by date.

        Raises:
            NotFoundError: There is no such actor.
        """
        return project_actors.ties(self._store, self._row(actor))

    def said(self, actor: ActorRow | str, *, limit: int | None = None) -> list[Statement]:
        """Give the statements of an actor that are not rejected, by document and place.

        Args:
            actor: The actor, its id, or a name that only it bears.
            limit: How many to give at most.

        Raises:
            NotFoundError: There is no such actor.
        """
        return project_actors.said(self._store, self._row(actor), limit=limit)

    def _row(self, actor: ActorRow | str) -> ActorRow:
        return self.actor(actor) if isinstance(actor, str) else actor

    def candidates(self, *, least: float = 0.0, limit: int | None = None) -> list[Pair]:
        """Give pairs of actors that may be one and are not judged yet, the likeliest first.

        Args:
            least: The score below which a pair is left out, 0 to 1.
            limit: How many to give at most.
        """
        return project_actors.Register(self._store).pairs(least=least, limit=limit)

    def judge(self, pairs: Sequence[tuple[str, str]], same: bool | None, *, why: str = "") -> str:
        """Say that two actors are the same, or are not; give the batch, which is undone as one.

        Statements stay as they are: tables, networks and checks name one actor from then on.

        Args:
            pairs: Pairs of actors, by id or by a name that only one bears.
            same: True, False, or None to take a judgement back.
            why: The reason, kept with the act.

        Raises:
            NotFoundError: There is no such actor.
            UsageError: The judgement contradicts others; the message names them.
        """
        return project_actors.judge(self._store, self._signed(), pairs, same, why)

    def judgements(self) -> list[Judgement]:
        """Give the judgements on actors that count, the earliest first."""
        return project_actors.judgements(self._store)

    def rename_actor(self, id_or_name: str, name: str) -> str:
        """Give an actor the name it is shown by; give the batch.

        Raises:
            NotFoundError: There is no such actor.
            UsageError: The name is empty.
        """
        return project_actors.rename(self._store, self._signed(), id_or_name, name)

    # What the checks find

    def check(
        self, names: Sequence[str] | None = None, *, progress: Report | None = None
    ) -> list[Finding]:
        """Run the checks, all or the named ones, keep what they find, and give it.

        Raises:
            PluginError: There is no check of a name.
        """
        arguments = {"names": None if names is None else list(names)}
        id_ = queue.put(self._store, "check", arguments)
        return self._check(self._store, id_, arguments, progress)

    def _check(
        self, store: Store, id_: str, arguments: Mapping[str, Any], progress: Report | None
    ) -> list[Finding]:
        with Job(store, id_, listener=progress) as job:
            return project_checking.check(store, names=arguments["names"], step=job.step)

    def findings(
        self, *, state: str | Sequence[str] = (), check: str | None = None,
        document: str | None = None,
    ) -> list[FoundRow]:  # fmt: skip
        """Give what the checks found, the gravest first, with what was decided about it."""
        return findings.found(self._store, state=state, check=check, document=document)

    def judge_findings(self, ids: Sequence[str] | str, state: str, *, why: str = "") -> str:
        """Confirm, dismiss or reopen findings; give the batch, which is undone as one.

        Raises:
            NotFoundError: One of the findings is not there.
            UsageError: There is no such state.
        """
        return project_decisions.judge(self._store, self._signed(), _listed(ids), state, why)

    # Long work

    def jobs(self) -> list[JobRow]:
        """Give the long pieces of work of this project, the latest first."""
        return queue.listed(self._store)

    def start(self, kind: str, **arguments: Any) -> str:
        """Start long work in the background and give its job; `wait_for_jobs` waits for it.

        Args:
            kind: "add" or "check".
            arguments: Those of the method of that name, without `progress`.

        Raises:
            UsageError: There is no such kind of work.
        """
        id_ = queue.put(self._store, kind, _arguments(kind, arguments))
        self._background.start(id_)
        return id_

    def resume(self) -> list[str]:
        """Start the jobs again that their process did not survive; give them."""
        waiting = [id_ for id_, *_ in queue.waiting(self._store)]
        for id_ in waiting:
            self._background.start(id_)
        return waiting

    def cancel(self, job: str) -> None:
        """Ask a job to stop; what it finished stays.

        Raises:
            NotFoundError: There is no such job.
        """
        queue.cancel(self._store, job)

    def wait_for_jobs(self, seconds: float | None = None) -> bool:
        """Wait until no job of this project runs here; False where it takes longer."""
        return self._background.wait(seconds)

    def _run(self, id_: str) -> None:
        """Run a job with a connection of its own, so that pages go on reading meanwhile."""
        store = Store(self.path, create=False, coder=self.coder or "")
        try:
            kind, arguments = queue.arguments(store, id_)
            work = {"add": self._add, "check": self._check}[kind]
            work(store, id_, arguments, self._background.check)
        finally:
            store.close()

    # Keeping it

    def verify(self) -> list[str]:
        """Work out again whatever is derived and hold it against what is kept; [] when sound."""
        return verifying.verify(self._store)

    def snapshot(self) -> Path:
        """Copy the project into .sayso-snapshots beside it, where the last five copies stay."""
        return snapshots.take(self._store)

    def merge(self, other: Path_) -> int:
        """Take over documents, records and acts of another copy of this project.

        Merging twice adds nothing. A snapshot is kept first.

        Returns:
            How many records and acts were new.
        """
        with Project(_file(Path(other)), coder=self.coder, create=False, read_only=True) as theirs:
            snapshots.take(self._store, "before-merge")
            new = merging.merge(self._store, theirs._store)
        if new:
            project_checking.check(self._store)
        return new

    def import_file(
        self, path: Path_, *, statement_type: str = "DNA Statement",
        columns: Mapping[str, str] | None = None,
    ) -> Imported:  # fmt: skip
        """Take over a `.dna` file, or the rows of a spreadsheet; all or nothing.

        Args:
            path: A .dna, .csv, .tsv, .xlsx or .parquet file.
            statement_type: Which type of a .dna file.
            columns: Of a spreadsheet, its names -> "actor", "actor_kind" (person, organisation,
                group; open if not told), "concept", "agreement", "date", "words", "title",
                "author"; a row whose words stand once in the texts is anchored
                there, any other is a short document of its own.

        What sayso has no words for is kept beside and comes out again with `export`.

        Raises:
            FormatError: It is no `.dna` file, or damaged; the message says what can be had.
            UsageError: It has no such statement type.
        """
        self._store.announce()
        if Path(path).suffix.lower() in project_importing.SHEETS:
            return project_importing.import_sheet(self._store, Path(path), columns or {})
        return project_importing.import_dna(self._store, Path(path), statement_type=statement_type)

    def export(
        self, path: Path_, *, status: Sequence[str] = (), password: str | None = None
    ) -> list[str]:
        """Write the statements as .dna, .csv or .parquet, or all records as .jsonl.

        A name that ends in .training.jsonl gets texts and accepted statements, to train a reader.

        Args:
            path: The file; its ending tells the kind.
            status: For tables, only statements of these statuses.
            password: For .dna, the password of its coders.

        Returns:
            What the format could not say, a line each.

        Raises:
            FormatError: The file exists already, or the password is missing.
            UsageError: The ending is not known.
        """
        if str(path).endswith(".training.jsonl"):
            return project_learning.write_training(self._store, Path(path))
        return project_importing.export(
            self._store, Path(path), password=password, status=tuple(status)
        )

    def report(self, path: Path_) -> None:
        """Write a dossier of statements, evidence and findings: .html or .docx by its name."""
        from sayso.exports import report

        report.write(self, Path(path))


def _listed(ids: Sequence[str] | str) -> list[str]:
    return [ids] if isinstance(ids, str) else list(dict.fromkeys(ids))


def _without_mode(options: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name != "mode"}


_ARGUMENTS = {
    "add": ("paths", "workers", "columns", "trained", "language_model", "positions", "weights"),
    "check": ("names",),
}


def _arguments(kind: str, given: Mapping[str, Any]) -> dict[str, Any]:
    if kind not in _ARGUMENTS:
        raise UsageError(f"There is no work {kind!r}; there are {', '.join(_ARGUMENTS)}.")
    for name in given:
        if name not in _ARGUMENTS[kind]:
            raise UsageError(f"{kind} takes {', '.join(_ARGUMENTS[kind])}, and no {name!r}.")
    whole: dict[str, Any] = dict.fromkeys(_ARGUMENTS[kind])
    for name, value in given.items():
        whole[name] = list(value) if isinstance(value, tuple) else value
    if kind == "add":
        project_reading.check_weights(whole["weights"], whole["trained"])
    if kind == "add" and whole["paths"] is not None:
        whole["paths"] = [str(Path(one).absolute()) for one in whole["paths"]]
    return whole
