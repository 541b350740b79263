"""A person's own code under the debugger: shown, run in a process of its own, and stepped through."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt6.QtCore import QObject, pyqtSignal

from nnviz.controller.recorded_debugging import RecordedDebugging
from nnviz.model.errors import ModelError

if TYPE_CHECKING:
    from nnviz.controller.code_runs import CodeRuns, Debug
    from nnviz.controller.file_watch import FileWatch
    from nnviz.controller.own_code_state import OwnCodeState
    from nnviz.model.recorded_run.findings import SourceLine
    from nnviz.model.recorded_run.recorded_run import RecordedRun
    from nnviz.model.recorded_run.source import OwnSource
    from nnviz.model.recording.recording import SourceFile


class OwnCode(QObject):
    """Shows a person's code, runs it when they ask for it, and steps through what was recorded.

    It runs with the person's rights: a file is shown first. What has been run once in this window, and is unchanged, is
    run again without asking. What runs it is imported and made for the first code: most windows never have any.

    Parameters
    ----------
    run_debug
        Runs and judges; replaced by tests.

    Attributes
    ----------
    debugging, stepping, selected, selecting
        What acts in the recording; its parts.

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
    problem_found = pyqtSignal(object)

    def __init__(self, run_debug: Debug | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._state: OwnCodeState | None = None
        self._agreed: set[tuple[Path | None, str]] = set()
        self._place: tuple[SourceLine, int] | None = None
        self._run_debug = run_debug
        self._is_made = False
        self.debugging = debugging = RecordedDebugging(self)
        self.stepping, self.selected, self.selecting = debugging.stepping, debugging.selected, debugging.selecting
        self.moment_changed = debugging.moment_changed
        self.selection_changed = debugging.selection_changed
        self.run_state_changed = debugging.run_state_changed
        self.notice_given = debugging.notice_given

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

    def announce(self) -> None:
        """Send everything again, for views that have just been connected."""
        if self._state is not None:
            self.state_changed.emit(self._state)
            self.debugging.announce()

    # Showing and running it --------------------------------------------------------------------------------------

    def show_file(self, path: Path) -> None:
        """Show a Python file or a notebook; run it only if this very content has been run before."""
        from nnviz.model.recorded_run.source import OwnSource

        self._show(OwnSource(path.absolute()))

    def show_text(self, text: str) -> None:
        """Show code that was typed or pasted."""
        from nnviz.model.recorded_run.source import OwnSource

        self._show(OwnSource(None, text))

    def _show(self, source: OwnSource) -> None:
        from nnviz.controller.own_code_state import OwnCodeState

        files = self._read(source)
        if files is None:
            return
        self._runs.withdraw()
        self._place = None
        self.debugging.show(None)
        self._watch.watch(source.path)
        state = OwnCodeState("shown", source, files)
        self._set(state)
        if state.content in self._agreed:
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
            files = self._read(state.source)
            if files is None:
                return
            state = replace(state, files=files, has_changed=False)
        self._agreed.add(state.content)
        self._set(replace(state, kind="running", problem=None, progress=""))
        self._runs.start(state.source)

    def run_text(self, text: str, saves: bool = False) -> None:
        """Run another text in place of the file's; it is saved only if that is asked for."""
        if self._state is not None:
            self._run_source(replace(self._state.source, text=text), tried=None)
            if saves:
                self.save()

    def run_with_network(self, network: str) -> None:
        """Run and judge it again as the network that a person says it is."""
        if self._state is not None:
            self._run_source(replace(self._state.source, network=network), tried=self._state.tried)

    def try_mended(self, line: SourceLine) -> None:
        """Run the code again with a wrong line as it should be; the file stays as it is."""
        state = self._state
        note = None if state is None or state.run is None else state.run.findings.lines.get(line)
        if state is None or note is None or note.mended is None:
            return
        from nnviz.model.recorded_run.mending import mended_text

        text = mended_text(state.source, state.files, line, note.mended)
        if text is not None:
            self._run_source(replace(state.source, text=text), tried=line)

    def take_back(self) -> None:
        """Run the file as it is on the disk again, without what was typed or tried."""
        if self._state is not None and self._state.source.path is not None:
            self._run_source(replace(self._state.source, text=None), tried=None)

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
        saved = replace(state, source=replace(state.source, text=None), tried=None, has_changed=False)
        self._agreed.add(saved.content)
        self._set(saved)

    def cancel(self) -> None:
        """Stop running it."""
        self._runs.cancel()

    def close(self) -> None:
        """Remove the code from the window."""
        if self._state is not None:
            self._runs.withdraw()
            self._watch.watch(None)
            self.debugging.close()
            self._set(None)

    def stop(self) -> None:
        """Stop running it, and wait until nothing of it runs: for the end of the app."""
        self.stepping.pause()
        if self._is_made:
            self._watch.watch(None)
            self._runs.wait()

    # Inside ------------------------------------------------------------------------------------------------------

    @cached_property
    def _runs(self) -> CodeRuns:
        from nnviz.controller.code_runs import CodeRuns, debug_source

        runs = CodeRuns(self._run_debug or debug_source, self)
        runs.ended.connect(self._finish)
        runs.broke.connect(self._give_up)
        runs.progressed.connect(self._show_progress)
        self._is_made = True
        return runs

    @cached_property
    def _watch(self) -> FileWatch:
        from nnviz.controller.file_watch import FileWatch

        watch = FileWatch(self)
        watch.changed.connect(self._look_at_file)
        return watch

    def _read(self, source: OwnSource) -> tuple[SourceFile, ...] | None:
        """Return the files of a source; None, after the reason has been announced, where they cannot be read."""
        from nnviz.model.recorded_run.debug import read_source

        try:
            return read_source(source)
        except ModelError as error:
            self.problem_found.emit(error)
            return None

    def _run_source(self, source: OwnSource, tried: SourceLine | None) -> None:
        assert self._state is not None  # the callers have looked
        files = self._read(source)
        if files is not None:
            self._state = replace(self._state, source=source, files=files, tried=tried, has_changed=False)
            self.run()

    def _finish(self, run: RecordedRun | None, problem: ModelError | None) -> None:
        """Show what has come of running the code."""
        state = self._state
        if state is None:
            return
        if problem is not None:
            self.debugging.show(None)
            self._set(replace(state, kind="failed", run=None, problem=problem, progress=""))
        elif run is None:
            self._set(replace(state, kind="shown" if state.run is None else "recorded", progress=""))
        else:
            self._set(replace(state, kind="recorded", files=run.recording.files, run=run, progress=""))
            self.debugging.show(run, self._place)

    def _give_up(self) -> None:
        if self._state is not None:
            self.debugging.show(None)
            self._set(replace(self._state, kind="failed", run=None, progress=""))

    def _show_progress(self, progress: str) -> None:
        if self._state is not None and self._state.kind == "running":
            self._set(replace(self._state, progress=progress))

    def _look_at_file(self) -> None:
        from nnviz.model.recorded_run.debug import read_source

        state = self._state
        if state is None:
            return
        try:
            files = read_source(replace(state.source, text=None))
        except ModelError:
            return  # it is being written
        old = tuple(file.text for file in state.files[: len(files)])
        if tuple(file.text for file in files) != old:
            self._set(replace(state, has_changed=True))

    def _set(self, state: OwnCodeState | None) -> None:
        self._state = state
        self.state_changed.emit(state)
