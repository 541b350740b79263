"""`nnviz.debug`: the first wrong line of a person's own script."""

from __future__ import annotations

from pathlib import Path

from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.judgement.judgement import Judgement


def debug(path: str | Path, *, seconds: float = 10.0, updates: int = 3, python: str | None = None) -> Judgement:
    """Run a script or a notebook, and return whether its gradients are right, else the first line that is wrong.

    Parameters
    ----------
    path
        The file, ``.py`` or ``.ipynb``; it is run with your rights, in a process of its own.
    seconds
        The longest that it may run.
    updates
        After how many parameter updates the recording ends.
    python
        The interpreter; that of a virtual environment beside the file by default.

    Returns
    -------
    Judgement
        It has `ok`, `first_difference`, `lines`; its text is the report, and notebooks show it as a table.
    """
    return debug_file(path, seconds=seconds, updates=updates, python=python)[2]
