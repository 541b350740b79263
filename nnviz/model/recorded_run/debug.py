"""A person's source, run, judged and made ready for stepping through."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from nnviz.model.background.interruption import Interrupted
from nnviz.model.judgement.debug_file import debug_file
from nnviz.model.recorded_run.judged import findings_of
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.model.recorded_run.source import OwnSource
from nnviz.model.recording.read_sources import read_sources
from nnviz.model.recording.recording import SourceFile

PASTED: Final = "your_code.py"
"""The name under which code runs that was typed or pasted."""

NOTEBOOK: Final = ".ipynb"


def read_source(source: OwnSource) -> tuple[SourceFile, ...]:
    """Return the code as it is before it runs: its file, or the code cells of its notebook.

    Raises
    ------
    ModelError
        If the file cannot be read, or is no notebook.
    """
    if source.text is None:
        assert source.path is not None  # a source has a file or a text
        return read_sources(source.path)
    if source.path is None or source.path.suffix != NOTEBOOK:
        name = PASTED if source.path is None else source.path.name
        return (SourceFile(name, source.text.replace("\r\n", "\n")),)
    cells = json.loads(source.text)["cells"]  # a notebook of which nnviz has replaced a cell
    return tuple(
        SourceFile(source.path.name, "".join(cell["source"]), number)
        for number, cell in enumerate(cells, start=1)
        if cell["cell_type"] == "code"
    )


def debug(source: OwnSource, cancelled: Callable[[], bool], tell: Callable[[str], None]) -> RecordedRun:
    """Run a source, judge it, and return what it did.

    Parameters
    ----------
    source
        The code; it runs with the person's rights, in a process of its own.
    cancelled
        Returns whether to stop.
    tell
        Called with what is being done.

    Raises
    ------
    ModelError
        If nothing could be recorded; it says why.
    Interrupted
        If it was cancelled.
    """
    path = Path.cwd() / PASTED if source.path is None else source.path
    recording, recognition, judgement = debug_file(
        path, source=source.text, network=source.network or None, cancelled=cancelled, progress=tell
    )
    if cancelled() or recording.outcome.kind == "cancelled":
        raise Interrupted
    run = RecordedRun(recording, findings_of(recording, recognition, judgement), path.name)
    run.prepare()
    return run
