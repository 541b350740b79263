"""What is open, and whether there is work on it that would be lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nnviz.model.files.state import Change, FileState, change_since
from nnviz.model.history.session_contents import SessionContents
from nnviz.model.scenario.scenario import Scenario


@dataclass(frozen=True)
class OpenDocument:
    """What is open.

    Attributes
    ----------
    kind
        Whether the run began from a scenario, or is a session with a file of its own.
    path
        The file; None for a scenario that comes with nnviz, and for what was recovered.
    name
        The name that is shown; empty for a scenario, which has a title.
    saved
        What running the scenario again, or opening the file, would bring back; None where nothing would.
    state
        The file as it was read or written last; None where there is none, or it could not be read.
    """

    kind: Literal["scenario", "session"] = "scenario"
    path: Path | None = None
    name: str = ""
    saved: SessionContents | None = None
    state: FileState | None = None

    def has_unsaved_work(self, now: SessionContents) -> bool:
        """Return whether closing would lose something that a person did.

        The updates of a scenario do not count, as running it again makes them again; those of a session do.
        """
        return self.saved is None or now.adds_to(self.saved, running=self.kind == "session")

    def file_change(self) -> Change | None:
        """Return what has become of the file since; None where nothing has."""
        return None if self.path is None or self.state is None else change_since(self.path, self.state)

    def name_in(self, language: str, scenario: Scenario) -> str:
        """Return the name, or the title of the scenario that is being run."""
        return self.name or scenario.title_in(language)
