"""A dossier of statements, evidence and findings that another person can check: HTML or DOCX."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sayso.errors import UsageError
from sayso.exports.dossier import Dossier, Kept, gather

ENDINGS = (".html", ".htm", ".docx")


def write(project: Kept, path: Path) -> None:
    """Write the report of a project; its name says as what.

    Raises:
        UsageError: The name ends in neither .html nor .docx, or the file cannot be written.
    """
    from sayso import __version__

    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise UsageError(f"{path.name}: a report is written as .html or .docx; name it so.")
    now = datetime.now(UTC)
    made = f"{now.day} {now:%B %Y}"
    dossier = gather(project, made=made, version=__version__)
    data = _docx(dossier) if ending == ".docx" else html(dossier).encode("utf-8")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(
            f"The report cannot be written to {path} ({error.strerror or error}). "
            "Name another file with -o."
        ) from error


def html(dossier: Dossier) -> str:
    """Make a page: self-contained, without scripts, fit to print, every word escaped."""
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("sayso.exports", "templates"), autoescape=True,
        trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined,
    )  # fmt: skip
    rendered: str = environment.get_template("report.html").render(one=dossier)
    return rendered


def _docx(dossier: Dossier) -> bytes:
    from sayso.exports.report_docx import document

    return document(dossier)
