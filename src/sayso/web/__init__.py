"""The workbench: an HTTP API on this machine, and the pages that use nothing else.

`serve()` runs it until it is stopped; `create_app()` gives the application for tests and for
programs that bring a server of their own.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.web.app import create_app as create_app
    from sayso.web.server import serve as serve

__all__ = ["create_app", "serve"]
_MODULES = {"create_app": "sayso.web.app", "serve": "sayso.web.server"}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"sayso.web has no {name!r}")
    return getattr(import_module(_MODULES[name]), name)
