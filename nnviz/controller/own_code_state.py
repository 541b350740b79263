"""What is shown of a person's own code."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from nnviz.model.errors import ModelError
from nnviz.model.recorded_run.source import OwnSource

if TYPE_CHECKING:
    from nnviz.model.recorded_run.findings import SourceLine
    from nnviz.model.recorded_run.recorded_run import RecordedRun
    from nnviz.model.recording.recording import SourceFile


@dataclass(frozen=True, eq=False)
class OwnCodeState:
    """What is shown of a person's code.

    Attributes
    ----------
    kind
        ``"shown"`` before it is run, ``"running"``, ``"recorded"``, or ``"failed"`` where nothing could be recorded.
    source
        The code.
    files
        Its files, or the cells of its notebook.
    run
        What it did, if it has been recorded; while it runs again, what it did before.
    problem
        Why nothing was recorded.
    progress
        What is being done.
    tried
        The line that was mended for a try, which is not saved.
    has_changed
        Whether the file on the disk is another by now.
    """

    kind: Literal["shown", "running", "recorded", "failed"]
    source: OwnSource
    files: tuple[SourceFile, ...]
    run: RecordedRun | None = None
    problem: ModelError | None = None
    progress: str = ""
    tried: SourceLine | None = None
    has_changed: bool = False

    @property
    def content(self) -> tuple[Path | None, str]:
        """What a person agrees to run: this very content of this file."""
        return self.source.path, "\0".join(file.text for file in self.files)
