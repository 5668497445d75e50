"""The sample dossier that comes with the package, as a folder of one's own."""

from __future__ import annotations

import shutil
from importlib.resources import as_file, files
from pathlib import Path

from sayso.errors import StoreError

NAME = "sample dossier"


def sample(folder: Path | None = None) -> Path:
    """Copy the sample dossier to a folder, where it can be read, decided on and thrown away.

    What lies there already stays; so do a project and its decisions.

    Args:
        folder: Where to; in the user's data folder if not given.

    Raises:
        StoreError: The folder cannot be written.
    """
    target = (folder or _default()).absolute()
    try:
        target.mkdir(parents=True, exist_ok=True)
        with as_file(files("sayso.sample") / "dossier") as source:
            for one in sorted(source.iterdir()):
                if one.is_file() and not (target / one.name).exists():
                    shutil.copyfile(one, target / one.name)
    except OSError as error:
        raise StoreError(
            f"The sample dossier cannot be written to {target} ({error.strerror or error}). "
            "Name another folder with --folder."
        ) from error
    return target


def _default() -> Path:
    import os

    chosen = os.environ.get("SAYSO_DATA")
    if chosen:
        return Path(chosen) / NAME
    import platformdirs

    return Path(platformdirs.user_data_dir("sayso", appauthor=False)) / NAME
