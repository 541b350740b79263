"""What documents need of the session that is open: the controller provides it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from PyQt6.QtCore import pyqtBoundSignal

from nnviz.model.files.state import FileState
from nnviz.model.history.session_contents import SessionContents
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.snapshot import Snapshot


class SavableSession(Protocol):
    """The session that is open, as far as documents follow, pause and save it."""

    @property
    def snapshot_changed(self) -> pyqtBoundSignal:
        """After every change of the session."""

    @property
    def run_state_changed(self) -> pyqtBoundSignal:
        """When a run begins or ends."""

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot."""

    @property
    def run_state(self) -> RunState:
        """Whether a run is on."""

    @property
    def session_stamp(self) -> SessionContents:
        """What the session holds, for comparing with another moment."""

    @property
    def is_searching(self) -> bool:
        """Whether a search of the past is on, during which the session may be anywhere and is not to be saved."""

    def pause(self) -> None:
        """Stop running."""

    def save_to(self, path: Path, debugger_state: Mapping[str, object]) -> FileState:
        """Save the session as it is, with what a file stores of the window; return the file as it is now.

        Raises
        ------
        ModelError
            If the file cannot be written.
        """
