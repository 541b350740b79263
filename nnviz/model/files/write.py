"""Writing a file wholly or not at all: every file of a person is written by `write_atomically`.

What is written goes to a temporary file in the same folder, and on to the disk, before it takes the place of what was
there in one step. So a crash, a full disk or a lost power supply leaves the old contents or the new ones. The price: a
second name of the same file (a hard link) keeps the old contents.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

from nnviz.model.files.refusal import refused
from nnviz.model.files.state import FileState, state_of
from nnviz.model.files.target import target_of
from nnviz.model.files.temporary import Temporary, remove_leftovers, temporary_beside
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

WRITING: Final = QT_TRANSLATE_NOOP("model", "to write the file")

_WITHOUT_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
"""What disks say that cannot be asked whether something has arrived."""


def write_atomically(path: Path, data: bytes, asked: str = WRITING) -> FileState:
    """Replace a file's contents by `data`; whatever happens, it holds either all of them or what it held before.

    Parameters
    ----------
    path
        The file; a symbolic link goes on leading to it, and who may read and write it stays.
    data
        What it is to hold.
    asked
        What is being done, for the error.

    Returns
    -------
    FileState
        The file as it is now.

    Raises
    ------
    FileNotWrittenError
        If it cannot be written; then nothing is left behind.
    """
    target = target_of(path, asked)
    remove_leftovers(target.parent)
    try:
        return _replaced(target, data)
    except OSError as error:
        raise refused(asked, path, error, len(data)) from error


def check_writable(path: Path, asked: str = WRITING) -> None:
    """Find out whether a file could be written, before hours of work for it rather than after them; it stays as it is.

    Raises
    ------
    FileNotWrittenError
        If it could not.
    """
    try:
        with temporary_beside(target_of(path, asked)):
            pass
    except OSError as error:
        raise refused(asked, path, error) from error


def _replaced(target: Path, data: bytes) -> FileState:
    before = target.stat() if target.exists() else None
    mode = {} if before is None else {"mode": stat.S_IMODE(before.st_mode) & 0o777}
    with temporary_beside(target, **mode) as temporary:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(temporary.descriptor, rest) :]
        if before is not None:
            _take_over(temporary, target, before)
        _sync(temporary.descriptor)
        state = state_of(os.fstat(temporary.descriptor), data)
        if sys.platform == "win32":
            os.close(temporary.descriptor)
        temporary.path.replace(target)
        _sync_folder(target.parent)
    return state


def _take_over(temporary: Temporary, target: Path, before: os.stat_result) -> None:
    """Give a file the owner and the permissions of the one that it replaces, as far as they may be given."""
    if sys.platform == "win32":
        return
    now = os.fstat(temporary.descriptor)
    if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
        with suppress(OSError):  # only an administrator may give a file away
            os.fchown(temporary.descriptor, before.st_uid, before.st_gid)
    with suppress(OSError):  # a disk that knows no permissions
        os.fchmod(temporary.descriptor, stat.S_IMODE(before.st_mode))
    if sys.platform == "linux":
        with suppress(OSError):  # a disk that knows no more than those
            for name in os.listxattr(target):
                os.setxattr(temporary.descriptor, name, os.getxattr(target, name))


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _WITHOUT_SYNC:
            raise


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk; the file is written by now, so that nothing can be refused any more."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
