"""A person's file as it is shown before it is run; nothing of it is run."""

from __future__ import annotations

from pathlib import Path

from nnviz.model.errors import ModelError
from nnviz.model.recording.child.sources import read_file, read_notebook
from nnviz.model.recording.recording import SourceFile
from nnviz.model.text.translation import QT_TRANSLATE_NOOP


def read_sources(path: Path | str) -> tuple[SourceFile, ...]:
    """Read a Python file, or the code cells of a notebook.

    Raises
    ------
    ModelError
        If it cannot be read.
    """
    file = Path(path)
    try:
        if file.suffix == ".ipynb":
            sources, _ = read_notebook(str(file), 0)
            return tuple(SourceFile(file.name, source.text, source.cell) for source in sources)
        return (SourceFile(file.name, read_file(str(file))),)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, SyntaxError) as error:
        asked, accepted = QT_TRANSLATE_NOOP("model", "to read code"), "a Python file or a notebook"
        raise ModelError(asked, str(file), str(error), accepted) from error
