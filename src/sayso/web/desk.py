"""The desk: the project that lies open, and the one thread that touches it.

SQLite connections belong to the thread that made them, and a coder's acts have an order; so all
calls on a project run on one worker thread, one after the other. Long work is a job of the
project and does not hold that thread.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sayso.errors import SaysoError, UsageError
from sayso.model import digest

if TYPE_CHECKING:
    from sayso.project import Project

log = logging.getLogger("sayso.web")
T = TypeVar("T")


class NoProjectError(SaysoError):
    """The request needs a project, and none lies open."""


class OtherProjectError(SaysoError):
    """The page that asks belongs to a project that no longer lies open."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where projects come from.

    `home` is the top of what the folder listing shows; `made` the folder in which new dossiers
    (dropped files, pasted text) get a folder of their own.
    """

    open: Callable[[Path], Project]
    recent: Callable[[], Sequence[Any]]
    sample: Callable[[], Path]
    home: Path
    made: Path


def shelf() -> Shelf:
    """Give the shelf of the person who runs this program."""
    from platformdirs import user_documents_path

    import sayso.project as project

    return Shelf(
        open=project.open,
        recent=project.recent,
        sample=project.sample,
        home=Path.home(),
        made=user_documents_path() / "sayso",
    )


@dataclass
class Desk:
    """Hold the open project; every call on it goes through `ask` or `act`.

    `revision` rises with every act and finished job, so that pages know when to look again.
    """

    shelf: Shelf
    revision: int = 0
    project: Project | None = None
    seen_jobs: list[tuple[Any, ...]] = field(default_factory=list)
    _kept: dict[str, tuple[int, Any]] = field(default_factory=dict)
    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="sayso-desk")
    )

    async def run(self, work: Callable[[], T]) -> T:
        """Run work on the desk's thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def ask(self, question: Callable[[Project], T], *, expected: str | None = None) -> T:
        """Ask the open project something.

        Raises:
            NoProjectError: No project lies open.
            OtherProjectError: Another one than `expected` does.
        """
        return await self.run(lambda: question(self._open(expected)))

    async def act(self, change: Callable[[Project], T], *, expected: str | None = None) -> T:
        """Change the open project; the revision rises.

        Raises:
            NoProjectError: No project lies open.
            OtherProjectError: Another one than `expected` does.
        """

        def changed() -> T:
            try:
                return change(self._open(expected))
            finally:
                self.revision += 1

        return await self.run(changed)

    async def lay(self, path: Path) -> None:
        """Open the project at a path in the place of the one that lies there."""
        await self.run(lambda: self._lay(path))

    def start(self, path: Path) -> None:
        """Open the first project, before there is a server."""
        self._thread.submit(self._lay, path).result()

    async def clear(self) -> None:
        """Close the open project, if there is one."""
        await self.run(self._close)

    def kept(self, name: str, make: Callable[[], T]) -> T:
        """Give what was made under this name, made anew where the revision has risen since.

        To be called on the desk's thread only.
        """
        found = self._kept.get(name)
        if found is not None and found[0] == self.revision:
            made: T = found[1]
            return made
        made = make()
        self._kept[name] = (self.revision, made)
        return made

    def stop(self) -> None:
        """Close the project and the thread."""
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def _lay(self, path: Path) -> None:
        opened = self.shelf.open(path)
        self._close()
        self.project = opened
        self.revision += 1

    def _close(self) -> None:
        if self.project is not None:
            self.project.close()
            self.project = None
            self._kept.clear()
            self.revision += 1

    def _open(self, expected: str | None) -> Project:
        if self.project is None:
            raise NoProjectError("No project lies open. Choose one on the home page.")
        if expected is not None and expected != name_of(self.project):
            raise OtherProjectError(
                f"This page belongs to another project; {self.project.name} lies open now. "
                "Reload the page."
            )
        return self.project


def name_of(project: Project) -> str:
    """Give the id by which pages name a project: from where its file stands."""
    return digest("project", str(project.path))[:12]


def existing_folder(path: str) -> Path:
    """Give the path of a folder or project file that stands there.

    Raises:
        UsageError: It does not, or the path is not absolute.
    """
    chosen = Path(path)
    try:
        if chosen.is_absolute() and chosen.exists():
            return chosen
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be looked at: {error}.") from error
    raise UsageError(f"{path} does not exist. Choose a folder from the list.")
