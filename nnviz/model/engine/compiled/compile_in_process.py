"""Compiling in a separate process, which leaves this one's interpreter free.

In a thread, compiling held the interpreter's lock for up to 0.36 s at a time, during which the window froze.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from nnviz.model.background.python_process import own_python
from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

# On Windows, a window's process has no console, and must not open one. Elsewhere the child lowers its own priority.
_FLAGS = 0
if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS


class CompilingError(ModelError):
    """Numba is installed, but could not compile an update: numpy runs it."""

    def __init__(self, found: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("model", "to compile the updates"),
            "",
            found,
            QT_TRANSLATE_NOOP("model", "a working numba; until then numpy runs the updates"),
        )


def can_start() -> bool:
    """Return whether another Python can be started: not from a frozen application."""
    return bool(sys.executable) and not getattr(sys, "frozen", False)


class Compiling:
    """A process that compiles a written source into numba's cache; it never outlives this one.

    Parameters
    ----------
    path
        The source.

    Attributes
    ----------
    process
        The process.

    Raises
    ------
    CompilingError
        If it cannot be started.
    """

    def __init__(self, path: Path) -> None:
        self._stopped = False
        try:
            self.process = subprocess.Popen(
                own_python("nnviz.model.engine.compiled.child_process", str(path)),
                stdin=subprocess.PIPE,  # the child exits when it is closed, as it is when this process ends
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                creationflags=_FLAGS,
            )
        except OSError as error:
            raise CompilingError(error.strerror or str(error)) from error

    def wait(self) -> bool:
        """Wait until it has ended, and return whether it has compiled.

        Returns
        -------
        bool
            False when it was stopped.

        Raises
        ------
        CompilingError
            If it could not compile.
        """
        with self.process as process:
            assert process.stderr is not None  # it has a pipe
            errors = process.stderr.read()
            status = process.wait()
        if self._stopped:
            return False
        if status != 0:
            raise CompilingError(errors.strip().rpartition("\n")[2] or f"status {status}")
        return True

    def stop(self) -> None:
        """Stop it, from another thread."""
        self._stopped = True
        self.process.kill()
