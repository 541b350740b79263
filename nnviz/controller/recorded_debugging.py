"""Debugging in what was recorded of a person's code: the cursor, what is selected, and commands about a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.recorded_selection import RecordedSelection
from nnviz.controller.recorded_stepping import RecordedStepping
from nnviz.controller.selecting import Selecting
from nnviz.model.session.available_commands import Command, RunState
from nnviz.model.session.selection import Cell, Selection

if TYPE_CHECKING:
    from nnviz.model.recorded_run.findings import SourceLine
    from nnviz.model.recorded_run.recorded_run import RecordedRun


class RecordedDebugging(QObject):
    """Has the parts that move and select in a recording, and announces what comes of it.

    Attributes
    ----------
    stepping, selected, selecting
        Moves in the recording; what is selected in it; selects.

    Signals
    -------
    moment_changed(Moment), selection_changed(Selection), run_state_changed(RunState), notice_given(str)
        As of `OwnCode`.
    """

    moment_changed = pyqtSignal(object)
    selection_changed = pyqtSignal(object)
    run_state_changed = pyqtSignal(object)
    notice_given = pyqtSignal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._run_state = RunState()
        self._line: SourceLine | None = None
        self.stepping = RecordedStepping(self)
        self.stepping.moment_changed.connect(self._show_moment)
        self.stepping.running_changed.connect(self._show_running)
        self.stepping.notice_given.connect(self.notice_given)
        self.selected = RecordedSelection(self)
        self.selected.selection_changed.connect(self._show_selection)
        self.selecting = Selecting(self.selected, self)

    @property
    def run_state(self) -> RunState:
        """What is going on."""
        return self._run_state

    def possible(self) -> frozenset[Command]:
        """Return the commands that can act now."""
        moment = self.stepping.moment
        if moment is None:
            return frozenset()
        commands = {Command.PAUSE} if self.stepping.is_running else set()
        if not moment.is_newest:
            commands |= {Command.LINE, Command.UPDATE, Command.EPOCH, Command.NEWEST, Command.RUN}
        if moment.cursor:
            commands |= {Command.LINE_BACK, Command.UPDATE_BACK, Command.EPOCH_BACK, Command.RESTART}
        if not self._run_state.follows:
            commands.add(Command.FOLLOW)
        return frozenset(commands)

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self.stepping.announce()
        self.run_state_changed.emit(self._run_state)

    def show(self, run: RecordedRun | None, place: tuple[SourceLine, int] | None = None) -> None:
        """Begin to step through another run, at a line of an update if it comes there; None for none."""
        self.stepping.show(run, place)
        if run is None:
            self.selected.follow(None)  # what was selected in the last one is in nothing that is shown next
        sample = None if run is None else run.worst_sample
        if sample is not None and self.selected.selection == Selection():
            self.selecting.select_sample(sample)

    def close(self) -> None:
        """Forget the recording, the breakpoints and the selection."""
        self.show(None)
        self.stepping.clear_breakpoints()

    def select_line(self, line: SourceLine) -> None:
        """Choose the line that commands about a line mean."""
        self._line = line

    def toggle_breakpoint(self) -> None:
        """Set or remove the breakpoint on the chosen line, else on the one that has just run."""
        if (line := self._current_line()) is not None:
            self.stepping.toggle_breakpoint(line)

    def switch_breakpoint(self) -> None:
        """Disable the breakpoint on the chosen line or the one that has just run, or enable it."""
        if (line := self._current_line()) is not None:
            self.stepping.switch_breakpoint(line)

    def show_advice(self, number: int) -> None:
        """Select what shows the number of a piece of advice, from 0."""
        moment = self.stepping.moment
        if moment is None:
            return
        symbol = moment.run.findings.advice[number].symbol
        if moment.snapshot is None or symbol not in moment.snapshot.values:
            self.stepping.seek(1)
            moment = self.stepping.moment
        if moment is not None and moment.snapshot is not None and symbol in moment.snapshot.shapes:
            self.selecting.select_cell(Cell(symbol, 0, 0))

    def set_speed(self, speed: float) -> None:
        """Set how many lines per second run by themselves."""
        self.stepping.set_speed(speed)
        self._set_run_state(speed=speed, line_speed=None)

    def set_line_speed(self, lines: float) -> None:
        """Set how many lines per second run by themselves, as a speed in lines."""
        self.stepping.set_speed(lines)
        self._set_run_state(line_speed=lines)

    def _current_line(self) -> SourceLine | None:
        moment = self.stepping.moment
        return self._line or (None if moment is None else moment.at)

    def _show_moment(self, announced: object) -> None:
        moment = self.stepping.moment
        assert moment is not None  # it has just been announced
        if self._line is not None and self._line != moment.at:
            self._line = None
        self.selected.follow(moment.snapshot)
        self.moment_changed.emit(moment)
        self.run_state_changed.emit(self._run_state)

    def _show_running(self, running: bool) -> None:
        self._set_run_state(running=running)

    def _show_selection(self, selection: object) -> None:
        self._set_run_state(follows=self.selected.is_empty)
        self.selection_changed.emit(selection)

    def _set_run_state(self, **changes: object) -> None:
        state = replace(self._run_state, **changes)  # type: ignore[arg-type]
        if state != self._run_state:
            self._run_state = state
            self.run_state_changed.emit(state)
