"""A person's own code under the debugger: shown, run in a process of its own, and stepped through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PyQt6.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from nnviz.controller.background import BackgroundWork
from nnviz.controller.recorded_selection import RecordedSelection
from nnviz.controller.recorded_stepping import RecordedStepping
from nnviz.controller.selecting import Selecting
from nnviz.model.background.interruption import Interrupted
from nnviz.model.errors import ModelError
from nnviz.model.recorded_run.source import OwnSource
from nnviz.model.session.available_commands import Command, RunState
from nnviz.model.session.selection import Cell

if TYPE_CHECKING:
    from nnviz.model.recorded_run.findings import SourceLine
    from nnviz.model.recorded_run.recorded_run import RecordedRun
    from nnviz.model.recording.recording import SourceFile

SETTLING = 200
"""Milliseconds after a change of the file: editors write more than once."""

Debug = Callable[[OwnSource, Callable[[], bool], Callable[[str], None]], "RecordedRun"]
"""Runs a source and judges it: with what asks whether to stop, and what is told the progress."""


def _debug(source: OwnSource, cancelled: Callable[[], bool], tell: Callable[[str], None]) -> RecordedRun:
    # Recording, recognition and judgement are imported when a person's code is first run.
    from nnviz.model.recorded_run.debug import debug

    return debug(source, cancelled, tell)


def _read_source(source: OwnSource) -> tuple[SourceFile, ...]:
    from nnviz.model.recorded_run.debug import read_source

    return read_source(source)


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


class OwnCode(QObject):
    """Shows a person's code, runs it when they ask for it, and steps through what was recorded.

    It runs with the person's rights: a file is shown first. What has been run once in this window, and is unchanged, is
    run again without asking.

    Parameters
    ----------
    run_debug
        Runs and judges; replaced by tests.

    Attributes
    ----------
    stepping, selecting
        Moves in the recording; selects in it.

    Signals
    -------
    state_changed(OwnCodeState | None)
        Something else is shown; None when it has been closed.
    moment_changed(Moment)
        Where the cursor in the recording has come to.
    selection_changed(Selection)
        What is selected in it.
    run_state_changed(RunState)
        Whether lines run by themselves, and how fast.
    problem_found(ModelError), notice_given(str)
        What cannot be done, and why.
    """

    state_changed = pyqtSignal(object)
    moment_changed = pyqtSignal(object)
    selection_changed = pyqtSignal(object)
    run_state_changed = pyqtSignal(object)
    problem_found = pyqtSignal(object)
    notice_given = pyqtSignal(str)
    _progressed = pyqtSignal(int, str)

    def __init__(self, run_debug: Debug = _debug, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._debug = run_debug
        self._state: OwnCodeState | None = None
        self._run_state = RunState()
        self._agreed: set[tuple[Path | None, str]] = set()
        self._place: tuple[SourceLine, int] | None = None
        self._line: SourceLine | None = None
        self._number = self._begun = 0
        self._again: OwnCodeState | None = None
        self._background = BackgroundWork(self)
        self._background.ended.connect(self._take)
        self._progressed.connect(self._show_progress)
        self.stepping = RecordedStepping(self)
        self.stepping.moment_changed.connect(self._show_moment)
        self.stepping.running_changed.connect(self._show_running)
        self.stepping.notice_given.connect(self.notice_given)
        self.selected = RecordedSelection(self)
        self.selected.selection_changed.connect(self._show_selection)
        self.selecting = Selecting(self.selected, self)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._wait_until_settled)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        self._settling.timeout.connect(self._look_at_file)

    # What there is -----------------------------------------------------------------------------------------------

    @property
    def state(self) -> OwnCodeState | None:
        """What is shown; None where there is no code."""
        return self._state

    @property
    def is_open(self) -> bool:
        """Whether a person's code is in the window."""
        return self._state is not None

    @property
    def is_recorded(self) -> bool:
        """Whether there is a recording, which the commands of the transport move in."""
        return self.stepping.moment is not None

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
        if self._state is not None:
            self.state_changed.emit(self._state)
            self.stepping.announce()
            self.run_state_changed.emit(self._run_state)

    # Showing and running it --------------------------------------------------------------------------------------

    def show_file(self, path: Path) -> None:
        """Show a Python file or a notebook; run it only if this very content has been run before."""
        self._show(OwnSource(path.absolute()))

    def show_text(self, text: str) -> None:
        """Show code that was typed or pasted."""
        self._show(OwnSource(None, text))

    def _show(self, source: OwnSource) -> None:
        try:
            files = _read_source(source)
        except ModelError as error:
            self.problem_found.emit(error)
            return
        self._withdraw()
        self._place = None
        self.stepping.show(None)
        self._watch(source.path)
        self._set(OwnCodeState("shown", source, files))
        if self._key(files, source) in self._agreed:
            self.run()

    def run(self) -> None:
        """Run what is shown; what runs already is stopped first."""
        state = self._state
        if state is None:
            return
        moment = self.stepping.moment
        if moment is not None and moment.at is not None:
            self._place = moment.at, moment.update
        if state.has_changed or (state.kind != "shown" and state.source.text is None):
            try:
                state = replace(state, files=_read_source(state.source), has_changed=False)
            except ModelError as error:
                self.problem_found.emit(error)
                return
        self._agreed.add(self._key(state.files, state.source))
        state = replace(state, kind="running", problem=None, progress="")
        if self._background.is_busy:
            self._withdraw()
            self._again = state
            self._set(state)
            return
        self._begin(state)

    def run_text(self, text: str, saves: bool = False) -> None:
        """Run another text in place of the file's; it is saved only if that is asked for."""
        state = self._state
        if state is None:
            return
        self._run_source(replace(state.source, text=text), tried=None)
        if saves:
            self.save()

    def run_with_network(self, network: str) -> None:
        """Run and judge it again as the network that a person says it is."""
        state = self._state
        if state is not None:
            self._run_source(replace(state.source, network=network), tried=state.tried)

    def try_mended(self, line: SourceLine) -> None:
        """Run the code again with a wrong line as it should be; the file stays as it is."""
        state = self._state
        if state is None or state.run is None:
            return
        note = state.run.findings.lines.get(line)
        if note is None or note.mended is None:
            return
        from nnviz.model.recorded_run.mending import mended_text

        text = mended_text(state.source, state.files, line, note.mended)
        if text is not None:
            self._run_source(replace(state.source, text=text), tried=line)

    def take_back(self) -> None:
        """Run the file as it is on the disk again, without what was typed or tried."""
        state = self._state
        if state is not None and state.source.path is not None:
            self._run_source(replace(state.source, text=None), tried=None)

    def save(self) -> None:
        """Write what was typed or tried into the file."""
        from nnviz.model.files.write import write_atomically
        from nnviz.model.text.translation import QT_TRANSLATE_NOOP

        state = self._state
        if state is None or state.source.path is None or state.source.text is None:
            return
        asked = QT_TRANSLATE_NOOP("model", "to save your code")
        try:
            write_atomically(state.source.path, state.source.text.encode(), asked)
        except ModelError as error:
            self.problem_found.emit(error)
            return
        source = replace(state.source, text=None)
        self._agreed.add(self._key(state.files, source))
        self._set(replace(state, source=source, tried=None, has_changed=False))

    def _run_source(self, source: OwnSource, tried: SourceLine | None) -> None:
        assert self._state is not None  # the callers have looked
        try:
            files = _read_source(source)
        except ModelError as error:
            self.problem_found.emit(error)
            return
        self._state = replace(self._state, source=source, files=files, tried=tried, has_changed=False)
        self.run()

    def select_line(self, line: SourceLine) -> None:
        """Choose the line that commands about a line mean."""
        self._line = line

    def step_inside(self) -> None:
        """Go into the loop over cells that has just run; without a recording nothing happens."""
        self.stepping.step_inside()

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
        advice = moment.run.findings.advice[number]
        if moment.snapshot is None or advice.symbol not in moment.snapshot.values:
            self.stepping.seek(1)
        moment = self.stepping.moment
        if moment is not None and moment.snapshot is not None and advice.symbol in moment.snapshot.shapes:
            self.selecting.select_cell(Cell(advice.symbol, 0, 0))

    def _current_line(self) -> SourceLine | None:
        moment = self.stepping.moment
        return self._line or (None if moment is None else moment.at)

    def cancel(self) -> None:
        """Stop running it."""
        if self._background.is_busy:
            self._background.interrupt()

    def close(self) -> None:
        """Take the code out of the window."""
        if self._state is None:
            return
        self._withdraw()
        self._settling.stop()
        self._watch(None)
        self.stepping.show(None)
        self.stepping.clear_breakpoints()
        self.selecting.follow_cursor()
        self._set(None)

    def stop(self) -> None:
        """Stop running it, and wait until nothing of it runs: for the end of the app."""
        self.stepping.pause()
        self._settling.stop()
        self._watch(None)
        self._withdraw()
        if self._background.is_busy:
            try:
                self._background.take()
            except (Interrupted, ModelError):
                return

    # Running -----------------------------------------------------------------------------------------------------

    def _begin(self, state: OwnCodeState) -> None:
        self._number = self._begun = self._number + 1
        self._set(state)
        interruption, tell = self._background.interruption, partial(self._progressed.emit, self._number)
        self._background.start(partial(self._debug, state.source, lambda: interruption.is_asked, tell))

    def _withdraw(self) -> None:
        """Have what runs end, without waiting for it: what comes of it is for nothing."""
        self._again = None
        self._number += 1
        if self._background.is_busy:
            self._background.interrupt()

    def _take(self) -> None:
        state, again = self._state, self._again
        self._again = None
        run: RecordedRun | None = None
        problem: ModelError | None = None
        try:
            run = self._background.take()
        except Interrupted:
            problem = None
        except ModelError as error:
            problem = error
        except BaseException:  # a defect, which is reported; the code can be run again
            if self._begun == self._number and state is not None:
                self.stepping.show(None)
                self._set(replace(state, kind="failed", run=None, progress=""))
            raise
        if again is not None:
            self._begin(again)
        elif self._begun == self._number and state is not None:
            self._finish(state, run, problem)

    def _finish(self, state: OwnCodeState, run: RecordedRun | None, problem: ModelError | None) -> None:
        """Show what has come of running the code."""
        if problem is not None:
            self.stepping.show(None)
            self._set(replace(state, kind="failed", run=None, problem=problem, progress=""))
        elif run is None:
            self._set(replace(state, kind="shown" if state.run is None else "recorded", progress=""))
        else:
            self._set(replace(state, kind="recorded", files=run.recording.files, run=run, progress=""))
            self.stepping.show(run, self._place)
            sample = run.worst_sample
            if sample is not None and self.selected.is_empty:
                self.selecting.select_sample(sample)

    def _show_progress(self, number: int, progress: str) -> None:
        if number == self._number and self._state is not None and self._state.kind == "running":
            self._set(replace(self._state, progress=progress))

    def _key(self, files: tuple[SourceFile, ...], source: OwnSource) -> tuple[Path | None, str]:
        return source.path, "\0".join(file.text for file in files)

    # The file ----------------------------------------------------------------------------------------------------

    def _watch(self, path: Path | None) -> None:
        watched = self._watcher.files()
        if watched:
            self._watcher.removePaths(watched)
        if path is not None and path.is_file():
            self._watcher.addPath(str(path))

    def _wait_until_settled(self, path: str) -> None:
        self._settling.start()

    def _look_at_file(self) -> None:
        state = self._state
        if state is None or state.source.path is None or not state.source.path.is_file():
            return
        self._watch(state.source.path)  # editors replace the file by another
        try:
            files = _read_source(replace(state.source, text=None))
        except ModelError:
            return  # it is being written
        old = tuple(file.text for file in state.files[: len(files)])
        if tuple(file.text for file in files) != old:
            self._set(replace(state, has_changed=True))

    # Announcing --------------------------------------------------------------------------------------------------

    def _set(self, state: OwnCodeState | None) -> None:
        self._state = state
        self.state_changed.emit(state)

    def _show_moment(self, announced: object) -> None:
        assert self.stepping.moment is not None  # it has just announced one
        moment = self.stepping.moment
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

    def set_speed(self, speed: float) -> None:
        """Set how many lines per second run by themselves."""
        self.stepping.set_speed(speed)
        self._set_run_state(speed=speed)

    def _set_run_state(self, **changes: object) -> None:
        state = replace(self._run_state, **changes)  # type: ignore[arg-type]
        if state != self._run_state:
            self._run_state = state
            self.run_state_changed.emit(state)
