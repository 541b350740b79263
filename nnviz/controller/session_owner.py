"""What every part of the controller stands on: the session, its snapshot, what is selected, and the signals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PyQt6.QtCore import QObject, Qt, QTimer, pyqtSignal

from nnviz.controller.background import Beside
from nnviz.controller.breakpoints import Breakpoints
from nnviz.controller.comparison import Comparison
from nnviz.controller.frame_budget import FRAME
from nnviz.controller.measuring_rate import Metering
from nnviz.controller.watches import Watches
from nnviz.model.arrays.norm import measure
from nnviz.model.background.interruption import Interrupted
from nnviz.model.engine.engines import chosen_engine, stop_compiling
from nnviz.model.errors import ModelError
from nnviz.model.history.session_contents import SessionContents
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session import selection as selecting
from nnviz.model.session.available_commands import RunState
from nnviz.model.session.selection import Selection
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot

_WARM_UP = 1000
"""Milliseconds after a session was announced until its engine begins to be compiled: by then it has been painted."""

_PATIENCE: Final = 20
"""Milliseconds after which is told that a step is computed: a key is to be answered within 50."""

_PATIENCE_OF_A_RUN: Final = 200
"""The same for a run, in which the pictures follow one another; and how often is told how far it is."""

Job = Callable[[Session], object]
"""What moves a session; where it gives False there is nothing to show."""
Then = Callable[[], None]


class Core(QObject):
    """Owns a session; runs it; announces what it holds.

    There is one writer at a time. What moves a session of large updates is done beside the window (`_carry_out`); until
    it is over nobody else touches the session: another move waits, the newest one only; whatever needs the session at
    once (`_session`: edits, saving) has the work end after the line that it runs, and waits for that.

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
        self._comparison.about_to_copy.connect(self._settle)
        self._beside = Beside(self)
        self._beside.ended.connect(self._come_back)
        self._patience = QTimer(self)
        self._patience.timeout.connect(self._tell_computing)
        self._then: Then | None = None
        self._waiting: tuple[Job, Then | None] | None = None
        self._engine_choice = chosen_engine()
        self._warm_up = QTimer(self)
        self._warm_up.setSingleShot(True)
        self._warm_up.setInterval(_WARM_UP)
        self._warm_up.timeout.connect(self._prepare_engine)
        self._has_announced = False
        self._session = Session(scenario)
        self._own_labels = True
        self._snapshot = self._session.snapshot()
        self._metering = Metering()
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
    def session_stamp(self) -> SessionContents:
        """What the session holds, for comparing with another moment."""
        return self._held.contents

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
        self._has_announced = True
        self._warm_up_later()

    def pause(self) -> None:
        """Stop running; a search of the past goes back to where it began.

        What is computed beside the window ends after the line that it runs.
        """
        self._waiting = None
        if self._beside.is_busy:
            self._beside.interrupt()
            self._set_state(afterwards="pause")
        else:
            self._breakpoints.break_off()
        if self._state.running:
            self._timer.stop()
            self._set_state(running=False)
            if self._snapshot.is_measured_rarely:
                self._publish()

    def finish(self) -> None:
        """Pause, and wait until nothing is computed or compiled any more: for the end of the app."""
        self.pause()
        self._settle()
        self._warm_up.stop()
        stop_compiling()

    # Inside ------------------------------------------------------------------------------------------------------

    @property
    def _session(self) -> Session:
        """The session, standing where the window shows it, and nobody else's: a search of the past ends."""
        self._settle()
        if self._breakpoints.is_searching:
            self.pause()
        return self._held

    @_session.setter
    def _session(self, session: Session) -> None:
        self._settle()
        self._held = session
        session.choose_engine(self._engine_choice)
        if self._has_announced:
            self._warm_up_later()

    def _warm_up_later(self) -> None:
        if self._engine_choice == "fastest":
            self._warm_up.start()

    def _prepare_engine(self) -> None:
        self._held.prepare_engine()

    def _carry_out(self, job: Job, then: Then | None = None) -> None:
        """Move the session, announce where it stands, and go on with `then`; beside the window where it is large."""
        if self._beside.is_busy:
            self._beside.interrupt()
            self._waiting = job, then
            self._set_state(computing=self._held.position, afterwards="move")
            return
        if self._held.is_large:
            self._then = then
            self._held.let_interrupt(self._beside.interruption)
            self._beside.start(partial(_moved, self._held, job))
            self._patience.start(_PATIENCE_OF_A_RUN if self._state.running else _PATIENCE)
            return
        try:
            shown = job(self._held) is not False
        except ModelError as error:
            self._refuse(error)
            return
        if shown:
            self._publish()
            if then is not None:
                then()

    def _come_back(self) -> None:
        """Go on with what has been computed, and then with what waits for it."""
        waiting, self._waiting = self._waiting, None
        self._take_moved()
        if self._breakpoints.is_searching and not self._state.running:
            self._carry_out(self._break_off)
        if waiting is not None:
            self._carry_out(*waiting)

    def _take_back_session(self) -> None:
        """Have what is computed end after its line, and wait for that; what waits for it is given up."""
        self._waiting = None
        self._beside.interrupt()
        self._take_moved()

    def _take_moved(self) -> None:
        then, self._then = self._then, None
        self._patience.stop()
        try:
            made = self._beside.take()
        except ModelError as error:
            self._refuse(error)
            return
        finally:
            self._held.let_interrupt(None)
            self._set_state(computing=None, afterwards="")
        if made is not None:
            self._publish(made)
            if then is not None:
                then()

    def _settle(self) -> None:
        """Have nobody else move the session, for those who read all of it at once."""
        if self._beside.is_busy:
            self._take_back_session()

    def _break_off(self, session: Session) -> None:
        self._breakpoints.break_off()

    def _tell_computing(self) -> None:
        self._patience.setInterval(_PATIENCE_OF_A_RUN)
        self._set_state(computing=self._held.position)

    def _refuse(self, error: ModelError) -> None:
        """Tell what cannot be done, and show what there was again."""
        self.problem_found.emit(error)
        self.snapshot_changed.emit(self._snapshot)

    def _publish(self, made: Snapshot | None = None) -> None:
        """Announce where the session stands; `made` is a snapshot of it, where there is one already."""
        self._set_state(undo=self._session.undo_text, redo=self._session.redo_text)
        snapshot = self._take_snapshot(self._session) if made is None else made
        self._snapshot = replace(snapshot, own_labels=self._own_labels)
        kept = selecting.valid_for(self._snapshot, self._selection)
        if kept != self._selection:
            self._select(kept)
        self._breakpoints.show_hits(self._session)
        self.snapshot_changed.emit(self._snapshot)
        self._watches.follow(self._session)
        self._comparison.follow(self._session, self._snapshot)

    def _take_snapshot(self, session: Session) -> Snapshot:
        # Sessions that are compared are compared after the same update.
        if self._state.running and not self._comparison.has_rivals:
            return self._metering.snapshot(session)
        return session.snapshot()

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


def _moved(session: Session, job: Job) -> Snapshot | None:
    """Move a session, and give a snapshot of where it has come to; None where there is nothing to show."""
    try:
        shown = job(session) is not False
    except Interrupted:
        shown = True
    if not shown:
        return None
    snapshot = session.snapshot()
    measure(snapshot.values.values())
    return snapshot
