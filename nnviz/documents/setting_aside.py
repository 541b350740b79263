"""Setting aside a file that cannot be used: it keeps its contents under a name that nnviz does not look for."""

from __future__ import annotations

import stat
from itertools import count
from pathlib import Path

FAULTY = ".faulty"


def is_plain_file(path: Path) -> bool:
    """Return whether a path is a file that can be read to its end: no folder, pipe, device or link that leads nowhere.

    Nothing is opened for it: opening a pipe would wait for the other end.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def free_name(path: Path) -> Path:
    """Return the name under which a file would be set aside."""
    for number in count(1):
        aside = path.with_name(path.name + FAULTY + (f"-{number}" if number > 1 else ""))
        if not aside.is_symlink() and not aside.exists():
            return aside
    raise AssertionError  # the numbers do not end


def set_aside(path: Path) -> Path:
    """Rename a file, or whatever is there, to a name that is free; return that.

    Raises
    ------
    OSError
        If it cannot be renamed.
    """
    return path.rename(free_name(path))
