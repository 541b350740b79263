"""Compiling in a process of its own, which leaves this one's interpreter free.

In a thread, compiling kept the interpreter's lock for up to 0.36 s at a time, and the window stood still.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nnviz.model.background.python_process import own_python
from nnviz.model.engine.compiled.errors import CompilingError

# A process of a window has no console on Windows, and must not open one. Elsewhere it takes a low priority by itself.
_FLAGS = 0
if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS


def can_start() -> bool:
    """Return whether another Python can be started: not from a program that holds its own."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class Compiling:
    """A process that compiles a written source into numba's cache; it never outlives this one.

    Parameters
    ----------
    path
        The source.

    Raises
    ------
    CompilingError
        If it cannot be started.
    """

    def __init__(self, path: Path) -> None:
        self._stopped = False
        try:
            self._process = subprocess.Popen(
                own_python("nnviz.model.engine.compiled.child_process", str(path)),
                stdin=subprocess.PIPE,  # kept open: the process ends when it is closed, as it is when this one ends
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                creationflags=_FLAGS,
            )
        except OSError as error:
            raise CompilingError(error.strerror or str(error)) from error

    def wait(self) -> bool:
        """Wait for its end; tell whether it has compiled.

        Returns
        -------
        bool
            False when it was stopped.

        Raises
        ------
        CompilingError
            If it could not compile.
        """
        with self._process as process:
            assert process.stderr is not None  # it has a pipe
            told = process.stderr.read()
            status = process.wait()
        if self._stopped:
            return False
        if status != 0:
            raise CompilingError(told.strip().rpartition("\n")[2] or f"status {status}")
        return True

    def stop(self) -> None:
        """End it, from another thread."""
        self._stopped = True
        self._process.kill()
