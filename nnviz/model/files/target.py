"""Where a name leads to, and what is no place for a file."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from nnviz.model.files.refusal import A_FILE, FileNotWrittenError, refused
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

_KINDS = {
    stat.S_IFDIR: QT_TRANSLATE_NOOP("model", "a folder"),
    stat.S_IFIFO: QT_TRANSLATE_NOOP("model", "a pipe (FIFO)"),
    stat.S_IFSOCK: QT_TRANSLATE_NOOP("model", "a socket"),
    stat.S_IFCHR: QT_TRANSLATE_NOOP("model", "a device"),
    stat.S_IFBLK: QT_TRANSLATE_NOOP("model", "a device"),
}


def target_of(path: Path, asked: str) -> Path:
    """Return the file that a name leads to through symbolic links, so that the links stay; it need not exist.

    Raises
    ------
    FileNotWrittenError
        If there is something else, or a file that is write-protected, or no folder for it.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(path)
        if mode is None:
            if not target.parent.is_dir():
                raise NotADirectoryError(errno.ENOENT, os.strerror(errno.ENOENT))
        elif not stat.S_ISREG(mode):
            found = _KINDS.get(stat.S_IFMT(mode), QT_TRANSLATE_NOOP("model", "no file"))
            raise FileNotWrittenError(asked, str(path), found, A_FILE)
        elif not os.access(target, os.W_OK):
            # Replacing it would need permission for the folder alone.
            found = QT_TRANSLATE_NOOP("model", "a file that is write-protected")
            accepted = QT_TRANSLATE_NOOP("model", "a file that may be written to, or a new name")
            raise FileNotWrittenError(asked, str(path), found, accepted)
    except OSError as error:
        raise refused(asked, path, error) from error
    except ValueError as error:
        if isinstance(error, FileNotWrittenError):
            raise
        # A name with the character 0, or with one that the system cannot write.
        found = QT_TRANSLATE_NOOP("model", "a character that no file's name can have")
        raise FileNotWrittenError(asked, repr(str(path)), found, A_FILE) from error
    return target


def _mode(path: Path) -> int | None:
    """Return what is there; None where there is nothing."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None
