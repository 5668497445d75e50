"""Note markers held against note bodies: what dangles, what is orphaned, what is out of order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from sayso.checks.case import Case, listed, short
from sayso.model import Document, Finding, Note, Span
from sayso.plugins import Corpus

_REPEATS = 0.2
"""Share of repeated labels above which numbers point into a bibliography and need no order."""


class NotesCheck:
    """Hold each marker in a text against the notes of the same document."""

    name = "notes"
    version = "1"
    rule = (
        "Every marker in a text points to a note of that document, or of a file of notes beside "
        "it; every note has a marker; and numbers rise by one or begin again."
    )

    def run(self, corpus: Corpus) -> Iterator[Finding]:
        """Yield what is absent, then what is out of order, document by document."""
        case = Case(corpus, check=self.name, rule=self.rule)
        answered = _apart(case)
        bodies_of: dict[str, set[str]] = {}
        for document, found in _numbered(case):
            labels = bodies_of.setdefault(document.key.rpartition("/")[0], set())
            labels.update(one.label for one in found if one.body and len(one.label) < 6)
        for document, found in _numbered(case):
            notes = _linked_first(found)
            markers = sorted((one for one in notes if one.marker), key=_marked_at)
            bodies = sorted((one for one in notes if one.body), key=_body_at)
            if len(markers) > 1 and not bodies and not answered.intersection(_ids(markers)):
                yield _absent_list(case, document, markers)
            else:
                yield from _dangling(case, document, markers, answered)
                yield from _orphans(case, document, bodies, answered)
                yield from _twice(case, document, bodies)
            yield from _disorder(case, document, markers, _listed(bodies_of, document))


def _numbered(case: Case) -> Iterator[tuple[Document, list[Note]]]:
    """Give the notes of each document without references in the text, which need no list."""
    for document, found in case.by_document(Note):
        kept = [one for one in found if not one.in_text]
        if kept:
            yield document, kept


def _listed(bodies: dict[str, set[str]], document: Document) -> set[str]:
    """Give the labels of the notes of a document's folder: they are reported as orphans."""
    return bodies.get(document.key.rpartition("/")[0], set())


def _linked_first(notes: Sequence[Note]) -> list[Note]:
    """Leave out a marker or a note without partner where another record of it has one."""
    linked = [one for one in notes if one.marker and one.body]
    taken = {one.marker for one in linked} | {one.body for one in linked}
    alone = [one for one in notes if not (one.marker and one.body)]
    return linked + [one for one in alone if (one.marker or one.body) not in taken]


def _apart(case: Case) -> set[str]:
    """Give markers and notes that meet across files: a book in chapters, its notes at the end.

    A file of nothing but notes answers for the markers of those files in its folder that have no
    note of their own.
    """
    markers: dict[tuple[str, str], list[Note]] = {}
    bodies: dict[tuple[str, str], list[Note]] = {}
    for document, notes in _numbered(case):
        folder = document.key.rpartition("/")[0]
        if all(one.body is None for one in notes):
            pool = markers
        elif all(one.marker is None for one in notes):
            pool = bodies
        else:
            continue
        for one in notes:
            pool.setdefault((folder, one.label), []).append(one)
    return {one.id for key in markers.keys() & bodies.keys() for one in markers[key] + bodies[key]}


def _absent_list(case: Case, document: Document, markers: Sequence[Note]) -> Finding:
    message = (
        f"The text has {len(markers)} note markers ({_labels(markers)}) and not one note: the list "
        f"of notes is absent, so that no source can be looked up ({case.name(document.id)})."
    )
    return case.finding("problem", message, _at(document, _spans(markers)), _ids(markers))


def _dangling(
    case: Case, document: Document, markers: Sequence[Note], answered: set[str]
) -> Iterator[Finding]:
    """Report markers without a note; neighbours that all lack theirs are one finding."""
    for run in _runs(markers, lambda one: one.body is None and one.id not in answered):
        spans = _spans(run)
        place = case.place(document.id, spans[0])
        if len(run) == 1:
            message = f"Marker {run[0].label} points to a note that is not there ({place})."
        else:
            message = (
                f"The markers {_labels(run)} point to notes that are not there "
                f"(the first in {place})."
            )
        yield case.finding("problem", message, _at(document, spans), _ids(run))


def _orphans(
    case: Case, document: Document, bodies: Sequence[Note], answered: set[str]
) -> Iterator[Finding]:
    for run in _runs(bodies, lambda one: one.marker is None and one.id not in answered):
        spans = [one.body for one in run if one.body]
        place = case.place(document.id, spans[0])
        if 1 < len(run) == len(bodies):
            message = (
                f"There are {len(run)} notes ({_labels(run)}) and not one marker in the text: what "
                f"they support cannot be told (the first in {place})."
            )
        elif len(run) > 1:
            message = f"No marker points to the notes {_labels(run)} (the first in {place})."
        else:
            words = short(spans[0].exact, 60)
            message = f"No marker points to note {run[0].label}, “{words}” ({place})."
        yield case.finding("problem", message, _at(document, spans), _ids(run))


def _twice(case: Case, document: Document, bodies: Sequence[Note]) -> Iterator[Finding]:
    """Report two notes with one label, one straight after the other."""
    for first, second in pairwise(bodies):
        linked = first.marker and second.marker  # numbers that begin again on every page
        same = first.label == second.label and first.label.isalnum()
        if same and not linked and first.body and second.body:
            message = (
                f"Two notes follow each other with the same label {first.label} "
                f"({case.place(document.id, second.body)})."
            )
            evidence = _at(document, [first.body, second.body])
            yield case.finding("doubt", message, evidence, _ids([first, second]))


def _disorder(
    case: Case, document: Document, markers: Sequence[Note], listed_: set[str]
) -> Iterator[Finding]:
    """Report numbers that fall back, stand twice, or leave one out that no note has either."""
    numbered = [one for one in markers if one.label.isascii() and one.label.isdigit()]
    numbered = [one for one in numbered if len(one.label) < 6]
    values = [int(one.label) for one in numbered]
    if len(values) < 3 or len(values) - len(set(values)) > _REPEATS * len(values):
        return
    known = {*values, *(int(one) for one in listed_ if one.isascii() and one.isdigit())}
    for nth in range(1, len(values)):
        before, here = numbered[nth - 1], numbered[nth]
        last, value = values[nth - 1], values[nth]
        what = None
        if value == last > 1:
            what = f"Two markers in a row are numbered {value}"
        elif 1 < value < last:
            what = f"Marker {value} stands after marker {last}"
        elif value > last + 1 and not known.intersection(range(last + 1, min(value, last + 50))):
            gap = [str(one) for one in range(last + 1, min(value, last + 50))]
            what = f"After marker {last} comes {value}; there is no marker {listed(gap)}"
        if what and before.marker and here.marker:
            message = f"{what} ({case.place(document.id, here.marker)})."
            evidence = _at(document, [before.marker, here.marker])
            yield case.finding("doubt", message, evidence, _ids([before, here]))


def _runs(notes: Sequence[Note], lacks: Callable[[Note], bool]) -> Iterator[list[Note]]:
    """Give the stretches of neighbours that all lack their partner."""
    run: list[Note] = []
    for one in notes:
        if lacks(one):
            run.append(one)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _labels(notes: Sequence[Note]) -> str:
    """Give labels as "1 to 9" where they rise by one, else as a list."""
    labels = [one.label for one in notes]
    plain = all(one.isascii() and one.isdigit() and len(one) < 6 for one in labels)
    if plain and len(labels) > 2:
        values = [int(one) for one in labels]
        if values == list(range(values[0], values[0] + len(values))):
            return f"{values[0]} to {values[-1]}"
    return listed([short(one, 12) for one in labels])


def _marked_at(note: Note) -> int:
    return note.marker.start if note.marker else 0


def _body_at(note: Note) -> int:
    return note.body.start if note.body else 0


def _spans(notes: Sequence[Note]) -> list[Span]:
    return [one.marker for one in notes if one.marker]


def _ids(notes: Sequence[Note]) -> list[str]:
    return [one.id for one in notes]


def _at(document: Document, spans: Sequence[Span]) -> list[tuple[str, Span]]:
    return [(document.id, one) for one in spans]


CHECK = NotesCheck()
