"""The controller: the only object that changes a session."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal

from nnviz.controller.breakpoints import Breakpoints
from nnviz.controller.pacing import FRAME, SLICE, Pacer
from nnviz.model import selection as selecting
from nnviz.model.commands import RunState
from nnviz.model.errors import ModelError
from nnviz.model.scenario import Scenario
from nnviz.model.selection import Cell, Selection
from nnviz.model.session import Session
from nnviz.model.snapshot import Snapshot


class Controller(QObject):
    """Owns a session; runs it; announces what it holds.

    Signals
    -------
    snapshot_changed(Snapshot)
        After each command and each frame of a run: everything that a view may read.
    selection_changed(Selection)
        After the person chose something, and when what was chosen is gone.
    run_state_changed(RunState)
        When a run begins or ends, its speed changes, or there is something else to undo.
    problem_found(str)
        A sentence about something that went wrong; the session is as it was.
    branch_begun(str, str)
        A change made in the past began a branch: its name, and that of the one that keeps the old future.
    notice_given(str)
        A sentence about something that the person should know, such as that the network starts anew.
    """

    snapshot_changed = pyqtSignal(object)
    selection_changed = pyqtSignal(object)
    run_state_changed = pyqtSignal(object)
    problem_found = pyqtSignal(str)
    branch_begun = pyqtSignal(str, str)
    notice_given = pyqtSignal(str)

    def __init__(self, scenario: Scenario, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._breakpoints = Breakpoints(self)
        self._session = Session(scenario)
        self._own_labels = True
        self._snapshot = self._session.snapshot()
        self._selection = Selection()
        self._state = RunState()
        self._pacer = Pacer(self._run_updates)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(int(FRAME * 1000))
        self._timer.timeout.connect(self._run_frame)

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

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self._breakpoints.announce()
        self.run_state_changed.emit(self._state)
        self.selection_changed.emit(self._selection)
        self.snapshot_changed.emit(self._snapshot)

    # Stepping and running ----------------------------------------------------------------------------------------

    def step_line(self) -> None:
        """Run one line."""
        self._move(Session.step_line)

    def step_update(self) -> None:
        """Run to the end of the update."""
        self._move(Session.step_update)

    def step_epoch(self) -> None:
        """Run to the end of the pass over the training data."""
        self._move(Session.step_epoch)

    def step_back_line(self) -> None:
        """Go back by one line."""
        self._move(Session.step_back_line)

    def step_back_update(self) -> None:
        """Go back to the end of the update before."""
        self._move(Session.step_back_update)

    def step_back_epoch(self) -> None:
        """Go back to the end of the pass over the training data before."""
        self._move(Session.step_back_epoch)

    def seek(self, update: object) -> None:
        """Stand at the end of an update (an int, from 0) of the run."""
        assert isinstance(update, int)
        self.pause()
        self._session.seek(update)
        self._publish()

    def to_newest(self) -> None:
        """Return to where the run ends."""
        self._move(Session.to_newest)

    def switch_branch(self, name: str) -> None:
        """Stand on another branch, where one stood on it."""
        self.pause()
        self._session.switch_branch(name)
        self._publish()

    def discard_branch(self, name: str) -> None:
        """Drop a branch other than the one stood on; Undo brings it back."""
        self.pause()
        self._session.discard_branch(name)
        self._publish()

    def run_to_line(self, line: int) -> None:
        """Run until line `line` (from 1) of the update has run; of the next update where it has run already."""
        self.pause()
        position = self._session.position
        done = position.line if position.is_inside else 0
        self._session.step_line(line - done if line > done else position.lines - done + line)
        self._publish()

    def advance(self, updates: int, lines: int) -> None:
        """Run whole updates, then lines of the next."""
        self.pause()
        self._session.step_update(updates)
        self._session.step_line(lines)
        self._publish()

    def run(self) -> None:
        """Run updates until paused."""
        if not self._state.running:
            self._pacer.start()
            self._timer.start()
            self._set_state(running=True)

    def run_back(self) -> None:
        """Run back to where a breakpoint last held."""
        self.pause()
        if not self._breakpoints.is_any_enabled:
            self.notice_given.emit(self.tr("There is no breakpoint to run back to; F9 sets one."))
            return
        self._breakpoints.begin_search(self._session)
        self._timer.start()
        self._set_state(running=True)

    def pause(self) -> None:
        """Stop running; a search of the past goes back to where it began."""
        self._breakpoints.break_off()
        if self._state.running:
            self._timer.stop()
            self._set_state(running=False)

    def toggle_run(self) -> None:
        """Run, or pause."""
        if self._state.running:
            self.pause()
        else:
            self.run()

    def restart(self) -> None:
        """Go back to the start, with the same initial parameters."""
        self._move(Session.restart)

    def set_speed(self, speed: float) -> None:
        """Set how many updates per second a run makes; `FASTEST` for as many as the machine can."""
        self._set_state(speed=speed)

    def show_own_labels(self, own: bool) -> None:
        """Have symbols written with the scenario's own names, or by the rule."""
        if own != self._own_labels:
            self._own_labels = own
            self._publish()

    # Changing what is run ----------------------------------------------------------------------------------------

    def open_scenario(self, scenario: Scenario) -> None:
        """Start another scenario; nothing is undone across it."""
        self.pause()
        try:
            session = Session(scenario)
        except ModelError as error:
            self.problem_found.emit(str(error))
            return
        self._session = session
        self._select(Selection())
        self._publish()

    def change_scenario(self, scenario: Scenario, text: str) -> None:
        """Go on with other settings; `text` says what was changed, for Undo."""
        branch = self._session.branch
        try:
            kept = self._session.change(scenario, text)
        except ModelError as error:
            self.problem_found.emit(str(error))
            self.snapshot_changed.emit(self._snapshot)
            return
        if not kept:
            self.pause()
            told = self.tr("%1: the network starts anew. Undo brings the old one back.")
            self.notice_given.emit(told.replace("%1", text))
        elif self._session.branch != branch:
            self.branch_begun.emit(self._session.branch, branch)
        self._publish()

    def undo(self) -> None:
        """Take the last edit back."""
        self._session.undo()
        self._publish()

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._session.redo()
        self._publish()

    # Breakpoints -------------------------------------------------------------------------------------------------

    def toggle_line_breakpoint(self, line: int) -> None:
        """Set or take away the breakpoint on a line of the program, from 1."""
        self._breakpoints.toggle_line(self._session.program, line)

    def switch_line_breakpoint(self, line: int) -> None:
        """Switch the breakpoint on a line of the program off, or on again."""
        self._breakpoints.switch_line(self._session.program, line)

    def toggle_breakpoint(self) -> None:
        """Set or take away the breakpoint on the selected line, else on the lit one."""
        line = self._current_line()
        if line:
            self.toggle_line_breakpoint(line)

    def switch_breakpoint(self) -> None:
        """Switch the breakpoint on the selected line, else on the lit one, off or on again."""
        line = self._current_line()
        if line:
            self.switch_line_breakpoint(line)

    def clear_breakpoints(self) -> None:
        """Take all breakpoints away."""
        self._breakpoints.clear()

    # Selecting ---------------------------------------------------------------------------------------------------

    def select_layer(self, layer: object) -> None:
        """Select a layer's matrices; None follows the cursor."""
        assert layer is None or isinstance(layer, int)
        self._select(selecting.with_layer(self._selection, layer))

    def select_unit(self, layer: int, unit: int) -> None:
        """Select a unit; layer 0 is the input."""
        self._select(selecting.with_unit(self._snapshot, self._selection, layer, unit))

    def select_cell(self, cell: Cell) -> None:
        """Select a cell of a symbol."""
        self._select(selecting.with_cell(self._snapshot, self._selection, cell))

    def select_sample(self, sample: object) -> None:
        """Select a sample by its index in the data; None follows the batch."""
        assert sample is None or isinstance(sample, int)
        self._select(selecting.with_sample(self._snapshot, self._selection, sample))

    def select_line(self, line: int) -> None:
        """Select a line of the program, from 1."""
        self._select(selecting.with_line(self._snapshot, self._selection, line))

    def follow(self) -> None:
        """Select nothing: views follow the cursor."""
        self._select(Selection())

    # Inside ------------------------------------------------------------------------------------------------------

    def _current_line(self) -> int:
        """Give the line that a command about a line means; 0 where there is none, which it tells."""
        line = self._selection.line or self._snapshot.position.line
        if not line:
            self.notice_given.emit(self.tr("Which line? Select one in the program first, or step to it."))
        return line

    @property
    def _session(self) -> Session:
        """The session, standing where the window shows it: whoever asks for it ends a search of the past."""
        if self._breakpoints.is_searching:
            self.pause()
        return self._held

    @_session.setter
    def _session(self, session: Session) -> None:
        self._held = session

    def _run_updates(self, n: int) -> bool:
        return self._breakpoints.run(self._session, n)

    def _search_frame(self) -> None:
        begin = perf_counter()
        while self._breakpoints.search_on():
            if perf_counter() - begin >= SLICE:
                return
        self.pause()
        self._publish()
        if self._breakpoints.has_stopped:
            self._breakpoints.tell_stop()
        else:
            self.notice_given.emit(self.tr("No breakpoint held anywhere before this line."))

    def _run_frame(self) -> None:
        if self._breakpoints.is_searching:
            self._search_frame()
            return
        if self._pacer.frame(self._state.speed) == 0:
            return
        self._publish()
        if self._breakpoints.has_stopped:
            self.pause()
            self._breakpoints.tell_stop()
        metrics = self._snapshot.metrics
        if not math.isfinite(metrics.train_total):
            self.pause()
            self.problem_found.emit(
                self.tr("Stopped: after update %1 the loss is not finite.").replace("%1", str(metrics.update))
            )

    def _move(self, move: Callable[[Session], None]) -> None:
        """Pause, move the session's cursor, and announce where it stands."""
        self.pause()
        move(self._session)
        self._publish()

    def _publish(self) -> None:
        self._set_state(undo=self._session.undo_text, redo=self._session.redo_text)
        self._snapshot = replace(self._session.snapshot(), own_labels=self._own_labels)
        kept = selecting.valid_for(self._snapshot, self._selection)
        if kept != self._selection:
            self._select(kept)
        self.snapshot_changed.emit(self._snapshot)

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
