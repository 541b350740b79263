"""Which Python runs a person's file."""

from __future__ import annotations

import sys
from pathlib import Path

from nnviz.model.errors import ModelError
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def interpreter_for(path: Path, asked: Path | None) -> Path:
    """Return the interpreter for a file: the one asked for, that of an environment beside the file, or this one.

    Raises
    ------
    ModelError
        If the one asked for does not exist.
    """
    if asked is not None:
        if not asked.is_file():
            found, accepted = QT_TRANSLATE_NOOP("model", "no such file"), "the path of a Python interpreter"
            raise ModelError(QT_TRANSLATE_NOOP("model", "to run code"), str(asked), found, accepted)
        return asked
    for name in (".venv", "venv"):
        for inside in (("bin", "python"), ("Scripts", "python.exe")):
            candidate = path.parent.joinpath(name, *inside)
            if candidate.is_file():
                return candidate
    return Path(sys.executable)
