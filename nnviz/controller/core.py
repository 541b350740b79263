"""What every part of the controller stands on: the session, its snapshot, what is selected, and the signals."""

from __future__ import annotations

from dataclasses import replace

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal

from nnviz.controller.breakpoints import Breakpoints
from nnviz.controller.comparison import Comparison
from nnviz.controller.pacing import FRAME
from nnviz.controller.watches import Watches
from nnviz.model import selection as selecting
from nnviz.model.commands import RunState
from nnviz.model.engines import chosen_engine
from nnviz.model.history.stamp import SessionStamp
from nnviz.model.scenario import Scenario
from nnviz.model.selection import Selection
from nnviz.model.session import Session
from nnviz.model.snapshot import Snapshot

_WARM_UP = 1000
"""Milliseconds after which a session's engine begins to be compiled: the window has been painted by then."""


class Core(QObject):
    """Owns a session; runs it; announces what it holds.

    Signals
    -------
    snapshot_changed(Snapshot)
        After each command and each frame of a run: everything that a view may read.
    selection_changed(Selection)
        After the person chose something, and when what was chosen is gone.
    run_state_changed(RunState)
        When a run begins or ends, its speed changes, or there is something else to undo.
    problem_found(ModelError)
        What was asked for and cannot be done; the session is as it was.
    branch_begun(str, str)
        A change made in the past began a branch: its name, and that of the one that keeps the old future.
    notice_given(str)
        A sentence about something that the person should know, such as that the network starts anew.
    """

    snapshot_changed = pyqtSignal(object)
    selection_changed = pyqtSignal(object)
    run_state_changed = pyqtSignal(object)
    problem_found = pyqtSignal(object)
    branch_begun = pyqtSignal(str, str)
    notice_given = pyqtSignal(str)

    def __init__(self, scenario: Scenario, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._breakpoints = Breakpoints(self)
        self._watches = Watches(self)
        self._comparison = Comparison(self)
        self._engine_choice = chosen_engine()
        self._warm_up = QTimer(self)
        self._warm_up.setSingleShot(True)
        self._warm_up.setInterval(_WARM_UP)
        self._warm_up.timeout.connect(self._prepare_engine)
        self._session = Session(scenario)
        self._own_labels = True
        self._snapshot = self._session.snapshot()
        self._selection = Selection()
        self._state = RunState()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(int(FRAME * 1000))
        self.run_state_changed.connect(self._watches.note_run_state)
        self.run_state_changed.connect(self._comparison.note_run_state)
        self._comparison.problem_found.connect(self.problem_found)

    @property
    def snapshot(self) -> Snapshot:
        """The newest snapshot."""
        return self._snapshot

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self._selection

    @property
    def run_state(self) -> RunState:
        """What the controller is doing."""
        return self._state

    @property
    def breakpoints(self) -> Breakpoints:
        """What stops a run; its signals tell of changes and of stops."""
        return self._breakpoints

    @property
    def session_stamp(self) -> SessionStamp:
        """What the session holds, for comparing with another moment."""
        return self._held.stamp

    @property
    def is_searching(self) -> bool:
        """Whether a search of the past is on, during which the session stands anywhere."""
        return self._breakpoints.is_searching

    @property
    def watches(self) -> Watches:
        """What is charted over the run."""
        return self._watches

    @property
    def comparison(self) -> Comparison:
        """The sessions that are compared with this one."""
        return self._comparison

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self._breakpoints.announce()
        self.run_state_changed.emit(self._state)
        # What is selected has a meaning only in what is shown.
        self.snapshot_changed.emit(self._snapshot)
        self.selection_changed.emit(self._selection)
        self._watches.announce()
        self._comparison.follow(self._session, self._snapshot)
        self._comparison.announce()

    def pause(self) -> None:
        """Stop running; a search of the past goes back to where it began."""
        self._breakpoints.break_off()
        if self._state.running:
            self._timer.stop()
            self._set_state(running=False)

    # Inside ------------------------------------------------------------------------------------------------------

    @property
    def _session(self) -> Session:
        """The session, standing where the window shows it: whoever asks for it ends a search of the past."""
        if self._breakpoints.is_searching:
            self.pause()
        return self._held

    @_session.setter
    def _session(self, session: Session) -> None:
        self._held = session
        session.choose_engine(self._engine_choice)
        if self._engine_choice == "fastest":
            self._warm_up.start()

    def _prepare_engine(self) -> None:
        self._held.prepare_engine()

    def _publish(self) -> None:
        self._set_state(undo=self._session.undo_text, redo=self._session.redo_text)
        self._snapshot = replace(self._session.snapshot(), own_labels=self._own_labels)
        kept = selecting.valid_for(self._snapshot, self._selection)
        if kept != self._selection:
            self._select(kept)
        self._breakpoints.show_hits(self._session)
        self.snapshot_changed.emit(self._snapshot)
        self._watches.follow(self._session)
        self._comparison.follow(self._session, self._snapshot)

    def _select(self, selection: Selection) -> None:
        if selection == self._selection:
            return
        self._selection = selection
        self._set_state(follows=selection == Selection())
        self.selection_changed.emit(selection)

    def _set_state(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]
        if state != self._state:
            self._state = state
            self.run_state_changed.emit(state)
