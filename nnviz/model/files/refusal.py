"""What the system says when it does not write a file, in words: what was found, and what would be accepted."""

from __future__ import annotations

import errno
from pathlib import Path

from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP, filled

A_FILE = QT_TRANSLATE_NOOP("model", "a file, or a new name in a folder that is there")


class FileNotWrittenError(ModelError):
    """A file that cannot be written; what was there before is untouched."""


def refused(asked: str, path: Path, error: OSError, size: int = 0) -> FileNotWrittenError:
    """Return the error for what the system has said.

    Parameters
    ----------
    asked
        What was to be done.
    path
        The file that was to be written.
    error
        What the system said.
    size
        How many bytes there were to write.
    """
    found, accepted = _words(error, path, size)
    return FileNotWrittenError(asked, str(path), found, accepted)


def _words(error: OSError, path: Path, size: int) -> tuple[str, str]:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            accepted = QT_TRANSLATE_NOOP("model", "a disk with room for {count} kB")
            found = QT_TRANSLATE_NOOP("model", "no space left on the disk")
            return found, filled(accepted, count=size // 1000 + 1)
        case errno.EFBIG:
            accepted = QT_TRANSLATE_NOOP("model", "a limit of at least {count} kB (ulimit -f), or another disk")
            found = QT_TRANSLATE_NOOP("model", "a limit on the size of files")
            return found, filled(accepted, count=size // 1000 + 1)
        case errno.EACCES | errno.EPERM:
            return (
                QT_TRANSLATE_NOOP("model", "no permission to write there"),
                QT_TRANSLATE_NOOP("model", "a file and a folder that may be written to"),
            )
        case errno.EROFS:
            return (
                QT_TRANSLATE_NOOP("model", "a disk that can only be read"),
                QT_TRANSLATE_NOOP("model", "a disk that can be written to"),
            )
        case errno.ELOOP:
            return QT_TRANSLATE_NOOP("model", "symbolic links that lead in a circle"), A_FILE
        case errno.ENAMETOOLONG:
            found = QT_TRANSLATE_NOOP("model", "a name of {count} characters, which is too long for the disk")
            return filled(found, count=len(path.name)), QT_TRANSLATE_NOOP("model", "a shorter name")
        case errno.ENOENT:
            found = QT_TRANSLATE_NOOP("model", "no folder {folder}")
            return filled(found, folder=path.parent), A_FILE
        case errno.ENOTDIR:
            return QT_TRANSLATE_NOOP("model", "a file where the path has a folder"), A_FILE
        case _:
            return error.strerror or str(error), QT_TRANSLATE_NOOP("model", "a writable location")
