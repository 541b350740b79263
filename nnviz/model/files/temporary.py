"""The file beside the target that is written first, and those that a killed process has left.

Its name is hidden and says whose it is: `.xor.nnviz.4711-9f3b21c0.nnviz-part`, with the number of the process. Whether
that still writes is told by a lock on the file, which the system takes away with the process: numbers of processes are
used again, and mean nothing to another container or computer that shares the folder. Windows does not remove a file
that is being written, which comes to the same.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r"\..*\.\d+-[0-9a-f]{8}\.nnviz-part")
_LONGEST: Final = 40
"""Characters of the target's name in that of the temporary file: the whole of it might be too long with the rest."""

_USUAL: Final = 0o666
_FLAGS: Final = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


class Temporary(NamedTuple):
    """A file that is being written.

    Attributes
    ----------
    path
        Where it is.
    descriptor
        Its number in this process, open for writing.
    """

    path: Path
    descriptor: int


@contextmanager
def temporary_beside(target: Path, mode: int = _USUAL) -> Iterator[Temporary]:
    """Make a temporary file beside the target, and remove it at the end if it has not become the target.

    Parameters
    ----------
    target
        The file that it is to become.
    mode
        Who may read and write it, at most.

    Raises
    ------
    OSError
        If it cannot be made.
    """
    made = _made(target, mode)
    try:
        yield made
    finally:
        with suppress(OSError):  # closed already, so that it could be renamed on Windows
            os.close(made.descriptor)
        made.path.unlink(missing_ok=True)


def remove_leftovers(folder: Path) -> None:
    """Remove what processes that are gone have begun to write in a folder; what cannot be looked at stays."""
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry.path) for entry in entries if _NAME.fullmatch(entry.name)]
    except OSError:
        return
    for path in found:
        with suppress(OSError):  # it is being written, or another process has removed it
            _remove_abandoned(path)


def _made(target: Path, mode: int) -> Temporary:
    while True:
        path = target.with_name(f".{target.name[:_LONGEST]}.{os.getpid()}-{secrets.token_hex(4)}.nnviz-part")
        descriptor = os.open(path, _FLAGS, mode)
        # Another process may have taken it for a leftover before it was locked.
        if _locks(descriptor) and os.fstat(descriptor).st_nlink:
            return Temporary(path, descriptor)
        os.close(descriptor)
        path.unlink(missing_ok=True)


def _locks(descriptor: int) -> bool:
    """Return whether a new file is this process's; on a disk without locks nobody takes it for a leftover."""
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True


def _remove_abandoned(path: Path) -> None:
    if sys.platform == "win32":
        path.unlink()
        return
    descriptor = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if os.fstat(descriptor).st_uid == os.geteuid():
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    finally:
        os.close(descriptor)
