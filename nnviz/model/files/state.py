"""A file as it was read or written last, and what has become of it since."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path
from time import time_ns
from typing import Final, Literal

Change = Literal["changed", "gone", "another kind", "unreadable"]
"""What has become of a file: other contents, nothing there, a folder or a device, or what cannot be read."""

_CLOCK: Final = 2 * 10**9
"""Nanoseconds between two changes that every disk tells apart by their time."""


@dataclass(frozen=True)
class FileState:
    """What a file held at a moment.

    Attributes
    ----------
    size, modified, identity
        Its bytes, when they were written in nanoseconds, and the numbers of its disk and its place there.
    digest
        SHA-256 of its contents.
    seen
        The moment, in nanoseconds.
    """

    size: int
    modified: int
    identity: tuple[int, int]
    digest: bytes
    seen: int

    def is_told_by(self, status: os.stat_result) -> bool:
        """Return whether a file's status alone tells that it is as it was."""
        same = (self.size, self.modified, self.identity) == _told(status)
        # A change soon after another one may have the same time.
        return same and self.modified + _CLOCK < self.seen


def state_of(status: os.stat_result, data: bytes) -> FileState:
    """Return the state of a file with that status and those contents."""
    return FileState(*_told(status), hashlib.sha256(data).digest(), time_ns())


def read_with_state(path: Path) -> tuple[bytes, FileState]:
    """Return what a file holds, and its state.

    Raises
    ------
    OSError
        If it cannot be read.
    """
    with path.open("rb") as file:
        # Before it is read: what is changed meanwhile then counts as changed later.
        status = os.fstat(file.fileno())
        data = file.read()
    return data, state_of(status, data)


def state_now(path: Path) -> FileState | None:
    """Return the state of a file; None if it cannot be read."""
    try:
        return read_with_state(path)[1]
    except OSError:
        return None


def change_since(path: Path, state: FileState) -> Change | None:
    """Return what has become of a file since it was in a state; None if it holds the same."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return "another kind"
        if state.is_told_by(status):
            return None
        same = status.st_size == state.size and read_with_state(path)[1].digest == state.digest
    except (FileNotFoundError, NotADirectoryError):
        return "gone"
    except OSError:
        return "unreadable"
    return None if same else "changed"


def _told(status: os.stat_result) -> tuple[int, int, tuple[int, int]]:
    return status.st_size, status.st_mtime_ns, (status.st_dev, status.st_ino)
