"""sayso: who says what, and on whose say-so?"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

# Public name -> module that defines it, loaded on first use, so that `sayso --help` stays fast.
_PUBLIC = {
    "open": "sayso.project",
    "read": "sayso.project",
    "Project": "sayso.project",
    "Document": "sayso.model",
    "Finding": "sayso.model",
    "Mention": "sayso.model",
    "Note": "sayso.model",
    "Quoted": "sayso.model",
    "Span": "sayso.model",
    "Statement": "sayso.model",
    "SaysoError": "sayso.errors",
    "AnchorError": "sayso.errors",
    "networks": "sayso.networks",
    "reuse": "sayso.reuse",
}
__all__ = [
    "AnchorError",
    "Document",
    "Finding",
    "Mention",
    "Note",
    "Project",
    "Quoted",
    "SaysoError",
    "Span",
    "Statement",
    "__version__",
    "networks",
    "open",
    "read",
    "reuse",
]

if TYPE_CHECKING:
    from sayso.errors import AnchorError as AnchorError
    from sayso.errors import SaysoError as SaysoError
    from sayso.model import Document as Document
    from sayso.model import Finding as Finding
    from sayso.model import Mention as Mention
    from sayso.model import Note as Note
    from sayso.model import Quoted as Quoted
    from sayso.model import Span as Span
    from sayso.model import Statement as Statement
    from sayso.project import Project as Project
    from sayso.project import open as open
    from sayso.project import read as read


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"sayso has no {name!r}")
    module = import_module(_PUBLIC[name])
    return module if module.__name__ == f"sayso.{name}" else getattr(module, name)
