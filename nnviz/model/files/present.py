"""Whether there is a file of a name that a person wrote."""

from __future__ import annotations

import stat
from pathlib import Path


def is_file(path: Path) -> bool:
    """Return whether there is a file; False for a name that no file can have, such as one that is too long.

    Folders, pipes, devices and links that lead nowhere are no files. Nothing is opened: opening a pipe would wait for
    the other end. Unlike `Path.is_file` this never raises: what cannot be looked at is not there for nnviz either.
    """
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False
