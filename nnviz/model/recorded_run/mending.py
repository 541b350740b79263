"""A person's source with one line as it should be."""

from __future__ import annotations

import json
from collections.abc import Sequence

from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.source import OwnSource
from nnviz.model.recording.recording import SourceFile


def mended_text(source: OwnSource, files: Sequence[SourceFile], line: SourceLine, mended: str) -> str | None:
    """Return the text of a source in which a line is replaced; None where that is in another file.

    Parameters
    ----------
    source
        The code.
    files
        Its files, or the cells of its notebook.
    line
        Which line.
    mended
        The line as it should be; it is indented as the old one is.
    """
    file = files[line.file]
    if file.cell is None and line.file:
        return None
    lines = file.text.split("\n")
    old = lines[line.number - 1]
    lines[line.number - 1] = old[: len(old) - len(old.lstrip())] + mended.strip()
    text = "\n".join(lines)
    return text if file.cell is None else _notebook(source, file.cell, text)


def _notebook(source: OwnSource, cell: int, text: str) -> str | None:
    """Return a notebook with another text in one of its cells, counted from 1."""
    whole = source.text
    if whole is None and source.path is not None:
        whole = source.path.read_text(encoding="utf-8")
    if whole is None:
        return None
    notebook = json.loads(whole)
    notebook["cells"][cell - 1]["source"] = text.splitlines(keepends=True)
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
