"""Folders where a database is not safe: those that sync, and those on a network drive."""

from __future__ import annotations

import os
from pathlib import Path

# Folder names that the sync clients give, in lower case; a prefix is enough.
_SYNCED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "box sync": "Box",
    "pcloud": "pCloud",
}
_NETWORK = ("nfs", "smb", "cifs", "9p", "afs", "fuse.sshfs", "fuse.rclone", "davfs", "fuse.gvfs")


def warnings(path: Path, *, mounts: str | None = None) -> tuple[str, ...]:
    """Say why a database in this place may come to harm; empty where nothing is known against it.

    Args:
        path: The project file or its folder.
        mounts: The mount table in the form of /proc/mounts; None reads the machine's.
    """
    place = path.absolute()
    found = []
    service = _service(place)
    if service:
        found.append(
            f"{place} lies in a folder that {service} keeps in step. While it copies, a project "
            "can be damaged or split in two; keep the project in a local folder and the texts "
            "where they are."
        )
    drive = _network(place, _mounts() if mounts is None else mounts)
    if drive:
        found.append(
            f"{place} lies on a network drive ({drive}). Locks do not hold there reliably; keep "
            "the project in a local folder."
        )
    return tuple(found)


def _service(place: Path) -> str | None:
    for part in place.parts:
        for start, name in _SYNCED.items():
            if part.casefold().startswith(start):
                return name
    return None


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _network(place: Path, mounts: str) -> str | None:
    if os.name == "nt" and str(place).startswith("\\\\"):
        return "a shared folder"
    best, type_ = "", ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ")
        inside = point == "/" or str(place) == point or str(place).startswith(point + "/")
        if inside and len(point) >= len(best):
            best, type_ = point, parts[2]
    return type_ if type_.startswith(_NETWORK) else None
