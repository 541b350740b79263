"""Folders for what processes exchange; what a killed process has left is removed by the next one that needs such.

That a folder is in use is told by a lock on it, which the system takes away with the process, however that ended.
Windows has no such locks: there only the process itself removes its folder.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class ScratchFolder:
    """A new empty folder among the system's temporary files, gone when it is closed or this process ends.

    Parameters
    ----------
    kind
        What it is for; part of its name.

    Attributes
    ----------
    path
        Where it is.

    Raises
    ------
    OSError
        If none can be made.
    """

    def __init__(self, kind: str) -> None:
        prefix = f"nnviz-{kind}-"
        _remove_abandoned(prefix)
        self.path, lock = _made(prefix)
        self._remove = weakref.finalize(self, _remove, self.path, lock)

    def close(self) -> None:
        """Remove it with all that is in it."""
        self._remove()

    def __enter__(self) -> Path:
        """Return where it is."""
        return self.path

    def __exit__(self, *problem: object) -> None:
        """Remove it with all that is in it."""
        self.close()


def _made(prefix: str) -> tuple[Path, int]:
    while True:
        path = Path(tempfile.mkdtemp(prefix=prefix))
        lock = _lock(path)
        # Another process may have taken it for abandoned before it was locked.
        if lock is not None and path.is_dir():
            return path, lock
        _close(lock)


def _lock(path: Path) -> int | None:
    """Return a descriptor that holds a folder, -1 where there are no locks, or None if another process has it."""
    if sys.platform == "win32":
        return -1
    try:
        lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        return None
    except OSError:  # a disk without locks, on which nobody takes it for abandoned
        os.close(lock)
        return -1
    return lock


def _close(lock: int | None) -> None:
    if lock is not None and lock >= 0:
        os.close(lock)


def _remove(path: Path, lock: int) -> None:
    # Files that something still has open stay on Windows.
    shutil.rmtree(path, ignore_errors=True)
    _close(lock)


def _remove_abandoned(prefix: str) -> None:
    """Remove the folders of processes that are gone; what cannot be looked at stays."""
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        for entry in entries:
            if entry.name.startswith(prefix) and entry.is_dir(follow_symlinks=False):
                _remove_if_abandoned(Path(entry.path))


def _remove_if_abandoned(path: Path) -> None:
    with suppress(OSError):  # another person's, or gone
        if path.lstat().st_uid != os.geteuid():
            return
        lock = _lock(path)
        if lock is not None and lock >= 0:
            _remove(path, lock)
