"""Calling the functions of a person's file in a separate process, so that printing, crashing or looping does no harm.

Arguments and results are exchanged through files of numbers in a temporary folder; nothing that can hold code is read
back.
"""

from __future__ import annotations

import linecache
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from nnviz.model.background.python_process import own_python
from nnviz.model.background.scratch import ScratchFolder
from nnviz.model.codecheck.argument_layouts import Call
from nnviz.model.codecheck.call_result import CRASH, TIMEOUT, CallResult, Failure
from nnviz.model.codecheck.process_files import UNWRITABLE, read_results, write_calls
from nnviz.model.errors import ModelError
from nnviz.model.files.present import is_file
from nnviz.model.recording.process import Ending, run_limited
from nnviz.model.text.translation import QT_TRANSLATE_NOOP

SECONDS: Final = 10.0
"""How long all calls together may take by default."""

MEMORY: Final = 2 << 30
"""How many bytes the process may have in memory."""


class FileCaller:
    """Calls the functions of a file.

    Parameters
    ----------
    path
        The file.
    seconds
        How long it may take for all calls together.
    text
        What is run in place of the file's text; None for that.

    Attributes
    ----------
    path, seconds
        As above.

    Raises
    ------
    ModelError
        If there is no such file.
    """

    def __init__(self, path: Path, seconds: float = SECONDS, text: str | None = None) -> None:
        if not is_file(path):
            accepted = "a Python file with backprop(X, Y, weights, biases)"
            asked, found = QT_TRANSLATE_NOOP("model", "to check code"), QT_TRANSLATE_NOOP("model", "no such file")
            raise ModelError(asked, str(path), found, accepted)
        self.path, self.seconds = path.resolve(), seconds
        self._text_in_place = text
        self._stopped = False

    def __call__(self, calls: Sequence[Call]) -> Sequence[CallResult]:
        """Call them once for each set of arguments."""
        linecache.checkcache(str(self.path))
        with ScratchFolder("check") as folder:
            write_calls(folder, calls)
            arguments = [str(self.path), str(folder), str(self.seconds)]
            if self._text_in_place is not None:
                (folder / self.path.name).write_text(self._text_in_place, encoding="utf-8")
                arguments.append(str(folder / self.path.name))
            command = own_python("nnviz.model.codecheck.child_process", *arguments)
            # In the person's own folder, so that relative paths in their file work.
            ending = run_limited(command, self.path.parent, self.seconds, MEMORY, self.is_stopped)
            return read_results(folder, len(calls), self._failure(folder, ending), ending.printed)

    def is_stopped(self) -> bool:
        """Return whether it was asked to end."""
        return self._stopped

    def stop(self) -> None:
        """End the process; called from another thread."""
        self._stopped = True

    def _failure(self, folder: Path, ending: Ending) -> Failure:
        """Return why the process ended too early, if it did, and on which line of the person's file."""
        stopped, crashed = (_read(folder / f"{name}.txt") for name in ("stopped", "crashed"))
        if ending.reason == "time" or "Timeout" in stopped:
            line = self._line(stopped)
            return Failure(TIMEOUT, f"{self.seconds:g}", line, self._text(line), file=self.path.name)
        line = self._line(crashed)
        reason = crashed.partition("\n")[0].removeprefix("Fatal Python error: ")
        if ending.reason == "memory":
            reason = f"more than {MEMORY >> 30} GB of memory"
        elif ending.status == UNWRITABLE:
            reason = "its results could not be written; does it remove or change files that are not its own?"
        message = f"{ending.status}: {reason}" if reason else str(ending.status)
        return Failure(CRASH, message, line, self._text(line), file=self.path.name)

    def _line(self, dump: str) -> int:
        """Return the innermost line of the person's file in a traceback that Python's fault handler has written."""
        found = re.search(rf'File "{re.escape(str(self.path))}", line (\d+)', dump)
        return int(found[1]) if found else 0

    def _text(self, line: int) -> str:
        return linecache.getline(str(self.path), line).strip() if line else ""


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
