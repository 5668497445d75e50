"""Compiled kernels: machine code made once and kept in the user's cache."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

LOG = logging.getLogger("sayso.reuse")
Kernel = TypeVar("Kernel", bound=Callable[..., Any])


def _cache_folder() -> str:
    from platformdirs import user_cache_path

    return str(user_cache_path("sayso") / "kernels")


def _decorator() -> Callable[..., Any]:
    # Numba would write beside the installed package, which may be read-only.
    os.environ.setdefault("NUMBA_CACHE_DIR", _cache_folder())
    from numba import njit

    return cast("Callable[..., Any]", njit)


def compiled(kernel: Kernel) -> Kernel:
    """Compile a kernel on its first call and keep the machine code for the next run.

    The kernel releases the interpreter's lock, so that threads run it side by side.
    """
    return cast("Kernel", _decorator()(cache=True, nogil=True)(kernel))


def cold() -> bool:
    """Say whether the kernels have yet to be compiled on this machine (about twenty seconds)."""
    folder = Path(os.environ.get("NUMBA_CACHE_DIR") or _cache_folder())
    return not any(folder.glob("**/*.nbi"))
