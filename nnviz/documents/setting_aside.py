"""Setting aside a file that cannot be used: it keeps its contents under a name that nnviz does not look for."""

from __future__ import annotations

from itertools import count
from pathlib import Path

FAULTY = ".faulty"


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
