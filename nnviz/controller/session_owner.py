"""The owner of the session: the only object that holds it, moves it and announces where it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PyQt6.QtCore import QObject, QTimer, pyqtSignal

from nnviz.controller.background import BackgroundWork
from nnviz.controller.breakpoint_stops import BreakpointStops
from nnviz.controller.comparison import Comparison
from nnviz.controller.measuring_rate import MeasuringRate
from nnviz.controller.watches import Watches
from nnviz.model.arrays.norm import measure
from nnviz.model.background.interruption import Interrupted
from nnviz.model.engine.engines import chosen_engine, stop_compiling
from nnviz.model.errors import ModelError
from nnviz.model.files.state import FileState
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.selection import Selection, after_move, valid_for
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

_WARM_UP = 1000
"""Milliseconds from the announcement of a session until its engine is compiled: by then it has been painted."""

_PATIENCE: Final = 20
"""Milliseconds after which a step is reported as being computed: a key is to be answered within 50."""

_PATIENCE_OF_A_RUN: Final = 200
"""The same for a run, in which the pictures follow one another; and how often its progress is reported."""

Job = Callable[[Session], object]
"""Moves a session; where it returns False there is nothing to show."""
Then = Callable[[], None]


class SessionOwner(QObject):
    """Holds the session, its newest snapshot, what is selected, and what is going on.

    There is one writer at a time. A session of large updates is moved in the background (`carry_out`); until that is
    over nothing else touches it: another move waits, and a newer one replaces it. What needs the session at once
    (`session`: edits, saving) has the work end after the line that it runs, and waits for that.

    Parameters
    ----------
    scenario
        What the first session is of.
    stops, watches, comparison
        What follows the session wherever it goes.

    Attributes
    ----------
    background
        Where large updates are run.
    stops
        What stops the session on its way.
    measuring
        How often the whole data is measured in a run.

    Signals
    -------
    snapshot_changed(Snapshot)
        After each command and each frame of a run: everything that a view may read.
    selection_changed(Selection)
        After the person selected something, and when what was selected is gone.
    run_state_changed(RunState)
        When a run begins or ends, its speed changes, or there is something else to undo.
    problem_found(ModelError)
        What was requested and cannot be done; the session is as it was.
    branch_begun(str, str)
        A change made in the past began a branch: its name, and that of the one with the old future.
    notice_given(str)
        A sentence about something that the person should know, such as that training starts again.
    edit_turned()
        An edit is about to be undone or redone.
    pausing()
        A run is to end, if there is one.
    """

    snapshot_changed = pyqtSignal(object)
    selection_changed = pyqtSignal(object)
    run_state_changed = pyqtSignal(object)
    problem_found = pyqtSignal(object)
    branch_begun = pyqtSignal(str, str)
    notice_given = pyqtSignal(str)
    edit_turned = pyqtSignal()
    pausing = pyqtSignal()

    def __init__(
        self,
        scenario: Scenario,
        stops: BreakpointStops,
        watches: Watches,
        comparison: Comparison,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.stops, self._watches, self._comparison = stops, watches, comparison
        self.background = BackgroundWork(self)
        self.background.ended.connect(self._finish_job)
        self._patience = QTimer(self)
        self._patience.timeout.connect(self._report_computing)
        self._then: Then | None = None
        self._waiting: tuple[Job, Then | None] | None = None
        self._engine_choice = chosen_engine()
        self._warm_up = QTimer(self)
        self._warm_up.setSingleShot(True)
        self._warm_up.setInterval(_WARM_UP)
        self._warm_up.timeout.connect(self._prepare_engine)
        self._has_announced = False
        self._hold(Session(scenario))
        self._own_labels = True
        self._snapshot = self._session.snapshot()
        self.measuring = MeasuringRate()
        self._selection = Selection()
        self._state = RunState()
        self.run_state_changed.connect(watches.note_run_state)
        self.run_state_changed.connect(comparison.note_run_state)
        comparison.about_to_copy.connect(self.settle)

    # What there is -----------------------------------------------------------------------------------------------

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
        """What is going on."""
        return self._state

    @property
    def session(self) -> Session:
        """The session, at rest where it is shown: background work ends after its line, a search of the past at once."""
        self.settle()
        if self.stops.is_searching:
            self.pause()
        return self._session

    @property
    def live_session(self) -> Session:
        """The session as it is, even while it is moved: for what moves it, and for what no move changes."""
        return self._session

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        self.run_state_changed.emit(self._state)
        # What is selected has a meaning only in what is shown.
        self.snapshot_changed.emit(self._snapshot)
        self.selection_changed.emit(self._selection)
        self._comparison.follow(self.session, self._snapshot)
        self._has_announced = True
        self._warm_up_later()

    # Moving the session ------------------------------------------------------------------------------------------

    def carry_out(self, job: Job, then: Then | None = None) -> None:
        """Move the session, announce where it is, and then call `then`; in the background if its updates are large."""
        if self.background.is_busy:
            self.background.interrupt()
            self._waiting = job, then
            self.set_state(computing=self._session.position, afterwards="move")
            return
        if self._session.is_large:
            self._then = then
            self._session.let_interrupt(self.background.interruption)
            self.background.start(partial(_snapshot_after, self._session, job))
            self._patience.start(_PATIENCE_OF_A_RUN if self._state.running else _PATIENCE)
            return
        try:
            shown = job(self._session) is not False
        except ModelError as error:
            self.refuse(error)
            return
        if shown:
            self.publish()
            if then is not None:
                then()

    def move(self, job: Job) -> None:
        """Pause, move the session, announce where it is, and what has stopped it on the way."""
        self.pause()
        self.carry_out(job, self.report_stop)

    def report_stop(self) -> None:
        """Pause if something has stopped the session, and announce what."""
        if self.stops.has_stopped:
            self.pause()
            self.stops.report()

    def pause(self) -> None:
        """Stop running; a search of the past goes back to where it began.

        What is computed in the background ends after the line that it runs.
        """
        self.pausing.emit()
        self._waiting = None
        if self.background.is_busy:
            self.background.interrupt()
            self.set_state(afterwards="pause")
        else:
            self.stops.break_off()
        if self._state.running:
            self.set_state(running=False)
            if self._snapshot.is_measured_rarely:
                self.publish()

    def settle(self) -> None:
        """Have background work end after its line, and wait for that; a move that waits for it is dropped."""
        if self.background.is_busy:
            self._waiting = None
            self.background.interrupt()
            self._take_result()

    def finish(self) -> None:
        """Pause, and wait until nothing is computed or compiled any more: for the end of the app."""
        self.pause()
        self.settle()
        self._warm_up.stop()
        stop_compiling()

    # Replacing and saving it -------------------------------------------------------------------------------------

    def open(self, session: Session) -> None:
        """Continue with another session, where it is."""
        self.pause()
        self.settle()
        self._hold(session)
        self.select(Selection())
        self.publish()

    def save(self, path: Path, debugger_state: Mapping[str, object]) -> FileState:
        """Save the session as it is, with what a file stores of the window; return the file as it is now.

        Raises
        ------
        SessionFileError
            If the file cannot be written.
        """
        from nnviz.model.session_file.file import save_session

        return save_session(self.session, path, debugger_state)

    # Announcing --------------------------------------------------------------------------------------------------

    def publish(self, snapshot: Snapshot | None = None) -> None:
        """Announce where the session is, by a snapshot of it if there is one already."""
        self.set_state(undo=self.session.undo_text, redo=self.session.redo_text)
        taken = self._take_snapshot(self.session) if snapshot is None else snapshot
        has_moved = taken.position != self._snapshot.position
        self._snapshot = replace(taken, own_labels=self._own_labels)
        kept = after_move(self._selection) if has_moved else self._selection
        still_valid = valid_for(self._snapshot, kept)
        if still_valid != self._selection:
            self.select(still_valid)
        self.stops.show_hits(self.session)
        self.snapshot_changed.emit(self._snapshot)
        self._watches.follow(self.session)
        self._comparison.follow(self.session, self._snapshot)

    def refuse(self, error: ModelError) -> None:
        """Announce what cannot be done, and show again what there was."""
        self.problem_found.emit(error)
        self.snapshot_changed.emit(self._snapshot)

    def select(self, selection: Selection) -> None:
        """Select something else; with an empty selection, views follow the cursor."""
        if selection == self._selection:
            return
        self._selection = selection
        self.set_state(follows=selection == Selection())
        self.selection_changed.emit(selection)

    def set_state(self, **changes: object) -> None:
        """Change fields of the run state, and announce it if that changes it."""
        state = replace(self._state, **changes)  # type: ignore[arg-type]
        if state != self._state:
            self._state = state
            self.run_state_changed.emit(state)

    def show_own_labels(self, own: bool) -> None:
        """Have symbols written with the scenario's own names, or by the rule."""
        if own != self._own_labels:
            self._own_labels = own
            self.publish()

    # Inside ------------------------------------------------------------------------------------------------------

    def _hold(self, session: Session) -> None:
        self._session = session
        session.choose_engine(self._engine_choice)
        if self._has_announced:
            self._warm_up_later()

    def _warm_up_later(self) -> None:
        if self._engine_choice == "fastest":
            self._warm_up.start()

    def _prepare_engine(self) -> None:
        self._session.prepare_engine()

    def _take_snapshot(self, session: Session) -> Snapshot:
        # Sessions that are compared are compared after the same update.
        if self._state.running and self._comparison.is_empty:
            return self.measuring.snapshot(session)
        return session.snapshot()

    def _finish_job(self) -> None:
        """Announce what has been computed, and then make the move that waits for it."""
        waiting, self._waiting = self._waiting, None
        self._take_result()
        if self.stops.is_searching and not self._state.running:
            self.carry_out(self._break_off)
        if waiting is not None:
            self.carry_out(*waiting)

    def _take_result(self) -> None:
        then, self._then = self._then, None
        self._patience.stop()
        try:
            made = self.background.take()
        except ModelError as error:
            self.refuse(error)
            return
        finally:
            self._session.let_interrupt(None)
            self.set_state(computing=None, afterwards="")
        if made is not None:
            self.publish(made)
            if then is not None:
                then()

    def _break_off(self, session: Session) -> None:
        self.stops.break_off()

    def _report_computing(self) -> None:
        self._patience.setInterval(_PATIENCE_OF_A_RUN)
        self.set_state(computing=self._session.position)


def _snapshot_after(session: Session, job: Job) -> Snapshot | None:
    """Move a session, and return a snapshot of where it has come to; None where there is nothing to show."""
    try:
        shown = job(session) is not False
    except Interrupted:
        shown = True
    if not shown:
        return None
    snapshot = session.snapshot()
    measure(snapshot.values.values())
    return snapshot
