"""The controller: the parts that change a session, on the one owner of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PyQt6.QtCore import QObject

from nnviz.controller.breakpoint_stops import BreakpointStops
from nnviz.controller.breakpoints import Breakpoints
from nnviz.controller.charting import Charting
from nnviz.controller.comparison import Comparison
from nnviz.controller.editing import Editing
from nnviz.controller.line_breakpoints import LineBreakpoints
from nnviz.controller.running import Running
from nnviz.controller.selecting import Selecting
from nnviz.controller.session_owner import SessionOwner
from nnviz.controller.stepping import Stepping
from nnviz.controller.watches import Watches
from nnviz.model.files.state import FileState
from nnviz.model.history.session_contents import SessionContents
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.selection import Selection
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot


class Controller(QObject):
    """Builds the parts of the debugger and connects them to the owner of the session.

    Attributes
    ----------
    owner
        Holds the session; the parts move it through it.
    stepping, running
        Steps forward and back; runs, and searches of the past.
    editing
        Other settings, numbers and branches; Undo and Redo.
    selecting
        Layers, units, cells, samples and lines.
    breakpoints, line_breakpoints, breakpoint_stops
        Which breakpoints there are; those on lines of the program; what has stopped a run.
    watches, charting
        Which watches there are and their curves; adding one.
    comparison
        The sessions that are compared with this one.

    Signals
    -------
    snapshot_changed, selection_changed, run_state_changed, problem_found, branch_begun, notice_given, edit_turned
        Those of the `SessionOwner`.
    """

    def __init__(self, scenario: Scenario, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.breakpoints = Breakpoints(self)
        self.breakpoint_stops = BreakpointStops(self.breakpoints, self)
        self.watches = Watches(self)
        self.comparison = Comparison(self)
        self.owner = owner = SessionOwner(scenario, self.breakpoint_stops, self.watches, self.comparison, self)
        self.stepping = Stepping(owner)
        self.running = Running(owner, self.comparison)
        self.editing = Editing(owner)
        self.selecting = Selecting(owner, self)
        self.line_breakpoints = LineBreakpoints(owner, self.breakpoints)
        self.charting = Charting(owner, self.watches)
        self.snapshot_changed = owner.snapshot_changed
        self.selection_changed = owner.selection_changed
        self.run_state_changed = owner.run_state_changed
        self.problem_found = owner.problem_found
        self.branch_begun = owner.branch_begun
        self.notice_given = owner.notice_given
        self.edit_turned = owner.edit_turned

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot."""
        return self.owner.snapshot

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.owner.selection

    @property
    def run_state(self) -> RunState:
        """What is going on."""
        return self.owner.run_state

    @property
    def session_stamp(self) -> SessionContents:
        """What the session holds, for comparing with another moment."""
        return self.owner.live_session.contents

    @property
    def is_searching(self) -> bool:
        """Whether a search of the past is on, during which the session may be anywhere."""
        return self.breakpoint_stops.is_searching

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self.breakpoints.announce()
        self.breakpoint_stops.announce()
        self.owner.announce()
        self.watches.announce()
        self.comparison.announce()

    def pause(self) -> None:
        """Stop running; a search of the past goes back to where it began."""
        self.owner.pause()

    def finish(self) -> None:
        """Pause, and wait until nothing is computed or compiled any more: for the end of the app."""
        self.owner.finish()

    def open_session(self, session: Session) -> None:
        """Continue with another session, where it is."""
        self.owner.open(session)

    def exchange(self, key: int, tag: object) -> object:
        """Exchange the session with one that it is compared with; each continues where it is.

        Parameters
        ----------
        key
            Which of them.
        tag
            Stored with this session.

        Returns
        -------
        object
            What was stored with the other.
        """
        self.pause()
        session, stored = self.comparison.exchange(key, self.owner.session, tag)
        self.owner.open(session)
        return stored

    def save_to(self, path: Path, debugger_state: Mapping[str, object]) -> FileState:
        """Save the session as it is, with what a file stores of the window; return the file as it is now.

        Raises
        ------
        SessionFileError
            If the file cannot be written.
        """
        return self.owner.save(path, debugger_state)
