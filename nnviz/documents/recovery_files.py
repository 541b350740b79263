"""Recovery files: those that processes which are gone have left behind, and the one of this process.

Each process saves into a file of its own, with a lock file next to it that shows whether the process is still alive.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import time_ns

from PyQt6.QtCore import QLockFile

from nnviz.documents.setting_aside import set_aside
from nnviz.model.session_file.file import SUFFIX

_PATTERN = f"recovery-*{SUFFIX}"

_STARTED = time_ns()
"""When this process began, more or less."""


class RecoveryFile:
    """The file of this process; nothing is written until there is something to save.

    Parameters
    ----------
    folder
        Made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        # The number of a process is used again, in a container at every start; the time is not.
        self.path = folder / f"recovery-{os.getpid()}-{time_ns():x}{SUFFIX}"
        self._lock: QLockFile | None = None

    def write(self, save: Callable[[Path], None]) -> None:
        """Save the session with `save`.

        Raises
        ------
        OSError
            If the folder cannot be written; also what `save` raises.
        """
        if self._lock is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            lock = _lock_of(self.path)
            if not lock.tryLock(0):
                raise OSError(f"{self.path.parent} cannot be written")
            self._lock = lock
        save(self.path)

    def remove(self) -> None:
        """Remove the file: there is nothing to recover."""
        if self._lock is not None:
            self.path.unlink(missing_ok=True)
            self.leave()

    def leave(self) -> None:
        """Leave the file for the next start to find."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


@dataclass(frozen=True, eq=False)
class Leftover:
    """A session that was left behind; no other process offers it as long as the lock is held.

    Attributes
    ----------
    path
        The file.
    saved_at
        When it was saved, in local time.
    lock
        Held by this process.
    """

    path: Path
    saved_at: datetime
    lock: QLockFile

    def remove(self) -> None:
        """Remove the file."""
        self.path.unlink(missing_ok=True)
        self.lock.unlock()

    def set_aside(self) -> Path:
        """Rename what cannot be opened, so that it is not offered again; return its new path.

        Raises
        ------
        OSError
            If it cannot be renamed.
        """
        try:
            return set_aside(self.path)
        finally:
            self.lock.unlock()

    def release(self) -> None:
        """Leave the file for another start."""
        self.lock.unlock()


def leftovers(folder: Path, own: Path) -> tuple[Leftover, ...]:
    """Return what processes that are gone have left, the newest first.

    Parameters
    ----------
    folder
        Where they would be.
    own
        The file of this process, which is not one of them.
    """
    found = []
    for path in folder.glob(_PATTERN):
        if path == own:
            continue
        lock = _lock_of(path)
        if _lock_path(path).is_dir():
            with suppress(OSError):  # then it stays locked, and is not offered
                set_aside(_lock_path(path))
        if _is_of_namesake(path, lock):
            _lock_path(path).unlink(missing_ok=True)
        # Qt takes over a lock whose process is gone.
        if lock.tryLock(0):
            # Of a link itself: it may lead nowhere.
            found.append(Leftover(path, datetime.fromtimestamp(path.lstat().st_mtime), lock))
    return tuple(sorted(found, key=lambda leftover: leftover.saved_at, reverse=True))


def _is_of_namesake(path: Path, lock: QLockFile) -> bool:
    """Return whether a lock is of an earlier process with the same number, which Qt takes for this one."""
    known, pid, _, _ = lock.getLockInfo()
    began = path.stem.rpartition("-")[2]
    try:
        return known and pid == os.getpid() and int(began, 16) < _STARTED
    except ValueError:
        return False  # a name that is not of nnviz


def _lock_path(path: Path) -> Path:
    return path.with_suffix(".lock")


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(str(_lock_path(path)))
    # A session may stay open for days: only a process that is gone makes a lock stale.
    lock.setStaleLockTime(0)
    return lock
