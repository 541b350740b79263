"""Calling the function of a person's file in a process of its own: what it prints, crashes or loops in harms nothing.

Arguments and values go through files of numbers in a folder of their own; nothing that can hold code is read back.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from nnviz.model.codecheck.exchange import read_outcomes, write_calls
from nnviz.model.codecheck.handing import Call
from nnviz.model.codecheck.outcome import Failure, Outcome
from nnviz.model.errors import ModelError

_PRINTED_MOST: Final = 20_000
"""Characters of what a function prints that are kept: the last ones."""


class FileCaller:
    """Calls ``backprop`` of a file.

    Parameters
    ----------
    path
        The file.
    seconds
        How long it may take for all calls together.

    Raises
    ------
    ModelError
        If there is no such file.
    """

    def __init__(self, path: Path, seconds: float) -> None:
        if not path.is_file():
            accepted = "a Python file with backprop(X, Y, weights, biases)"
            raise ModelError("to check code", str(path), "no such file", accepted)
        self._path, self._seconds = path, seconds
        self.printed = ""

    def __call__(self, calls: Sequence[Call]) -> Sequence[Outcome]:
        """Call it with each of some arguments."""
        with tempfile.TemporaryDirectory(prefix="nnviz-check-") as name:
            folder = Path(name)
            write_calls(folder, calls)
            command = [sys.executable, "-m", "nnviz.model.codecheck.child", str(self._path.resolve()), str(folder)]
            ended: Failure | None = None
            with (folder / "printed.txt").open("wb") as out:
                try:
                    # In the person's own folder, so that what stands beside their file can be imported and read.
                    done = subprocess.run(
                        command,
                        stdin=subprocess.DEVNULL,
                        stdout=out,
                        stderr=subprocess.STDOUT,
                        cwd=self._path.resolve().parent,
                        timeout=self._seconds,
                        check=False,
                    )
                    if done.returncode:
                        ended = Failure("crash", f"the process ended with status {done.returncode}")
                except subprocess.TimeoutExpired:
                    ended = Failure("timeout", f"it was stopped after {self._seconds:g} s; is there an endless loop?")
            printed = (folder / "printed.txt").read_text(encoding="utf-8", errors="replace")
            self.printed = printed[-_PRINTED_MOST:]
            return read_outcomes(folder, len(calls), ended or Failure("crash", "the process ended before it was done"))
