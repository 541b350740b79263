"""A person's code is shown first, run when they ask for it, and stepped through in both directions."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nnviz.controller.own_code import OwnCode
from nnviz.controller.own_code_state import OwnCodeState
from nnviz.model.background.interruption import Interrupted
from nnviz.model.errors import ModelError
from nnviz.model.recorded_run.findings import SourceLine
from nnviz.model.recorded_run.recorded_run import RecordedRun
from nnviz.model.recorded_run.source import OwnSource
from nnviz.model.session.available_commands import Command
from nnviz.model.session.selection import Selection
from tests.fixtures.recorded import SCRIPT, WRONG, xor_run


class Runs:
    """What stands for running code: returns a run at once, and remembers what it was asked."""

    def __init__(self) -> None:
        self.sources: list[OwnSource] = []
        self.result: RecordedRun | ModelError = xor_run()

    def __call__(self, source: OwnSource, cancelled: Callable[[], bool], tell: Callable[[str], None]) -> RecordedRun:
        self.sources.append(source)
        if isinstance(self.result, ModelError):
            raise self.result
        return self.result


@pytest.fixture
def runs() -> Runs:
    return Runs()


@pytest.fixture
def code(qtbot, runs: Runs):
    made = OwnCode(runs)
    yield made
    made.stop()


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "mine.py"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def run(code: OwnCode, qtbot) -> OwnCodeState:
    code.run()
    qtbot.waitUntil(lambda: code.state is None or code.state.kind != "running")
    assert code.state is not None
    return code.state


class TestRunning:
    def test_that_a_file_is_shown_and_not_run(self, code: OwnCode, runs: Runs, script: Path):
        code.show_file(script)
        assert code.state is not None
        assert code.state.kind == "shown"
        assert code.state.files[0].text == SCRIPT
        assert runs.sources == []
        assert code.debugging.possible() == frozenset()

    def test_that_it_is_run_when_that_is_asked_for(self, code: OwnCode, qtbot, script: Path):
        code.show_file(script)
        assert run(code, qtbot).kind == "recorded"
        assert code.stepping.moment is not None
        assert code.stepping.moment.at == WRONG
        assert {Command.LINE, Command.LINE_BACK, Command.UPDATE} <= code.debugging.possible()

    def test_that_the_same_file_is_not_asked_about_again_but_a_changed_one_is(
        self, code: OwnCode, qtbot, runs: Runs, script: Path
    ):
        code.show_file(script)
        run(code, qtbot)
        code.show_file(script)
        qtbot.waitUntil(lambda: len(runs.sources) == 2)
        script.write_text(SCRIPT + "# changed\n", encoding="utf-8")
        code.show_file(script)
        assert code.state is not None
        assert code.state.kind == "shown"
        assert len(runs.sources) == 2

    def test_that_code_that_cannot_run_says_why(self, code: OwnCode, qtbot, runs: Runs, script: Path):
        runs.result = ModelError("to run code", "", "no interpreter", "Python")
        code.show_file(script)
        state = run(code, qtbot)
        assert state.kind == "failed"
        assert state.problem is runs.result
        assert code.stepping.moment is None

    def test_that_running_is_cancelled(self, qtbot, script: Path):
        def wait(source: OwnSource, cancelled: Callable[[], bool], tell: Callable[[str], None]) -> RecordedRun:
            while not cancelled():
                pass
            raise Interrupted

        code = OwnCode(wait)
        code.show_file(script)
        code.run()
        code.cancel()
        qtbot.waitUntil(lambda: code.state is not None and code.state.kind == "shown")

    def test_that_a_file_that_is_gone_is_reported(self, code: OwnCode, tmp_path: Path):
        found: list[ModelError] = []
        code.problem_found.connect(found.append)
        code.show_file(tmp_path / "gone.py")
        assert len(found) == 1
        assert code.state is None

    def test_that_a_mended_line_is_tried_without_changing_the_file(
        self, code: OwnCode, qtbot, runs: Runs, script: Path
    ):
        code.show_file(script)
        run(code, qtbot)
        code.try_mended(WRONG)
        qtbot.waitUntil(lambda: code.state is not None and code.state.kind == "recorded")
        text = runs.sources[-1].text
        assert text is not None
        assert text.split("\n")[WRONG.number - 1] == "    d1 = d2 @ W2.T * (1 - h**2)"
        assert script.read_text(encoding="utf-8") == SCRIPT
        assert code.state is not None
        assert code.state.tried == WRONG
        code.save()
        assert script.read_text(encoding="utf-8") == text
        assert code.state.source.text is None

    def test_that_what_was_typed_keeps_the_place(self, code: OwnCode, qtbot, script: Path):
        code.show_file(script)
        run(code, qtbot)
        code.stepping.run_to(SourceLine(0, 12))
        code.run_text(SCRIPT + "\n# more\n")
        qtbot.waitUntil(lambda: code.state is not None and code.state.kind == "recorded")
        assert code.stepping.moment is not None
        assert code.stepping.moment.at == SourceLine(0, 12)

    def test_that_closing_it_leaves_nothing(self, code: OwnCode, qtbot, script: Path):
        code.show_file(script)
        run(code, qtbot)
        code.close()
        assert code.state is None
        assert not code.is_recorded


@pytest.fixture
def recorded(code: OwnCode, qtbot, script: Path) -> OwnCode:
    code.show_file(script)
    run(code, qtbot)
    return code


def lines(code: OwnCode) -> list[int | None]:
    seen: list[int | None] = []
    code.moment_changed.connect(lambda moment: seen.append(None if moment.at is None else moment.at.number))
    return seen


class TestStepping:
    def test_that_steps_go_forward_and_back(self, recorded: OwnCode):
        seen, stepping = lines(recorded), recorded.stepping
        for step in (stepping.step_line, stepping.step_back_line, stepping.step_back_line, stepping.step_update):
            step()
        assert seen == [11, 10, 9, 14]
        stepping.restart()
        stepping.to_newest()
        assert seen[-2:] == [None, 15]

    def test_that_a_run_stops_at_breakpoints_and_goes_back_to_them(self, recorded: OwnCode, qtbot):
        stepping, line = recorded.stepping, SourceLine(0, 13)
        stepping.toggle_breakpoint(line)
        seen = lines(recorded)
        stepping.toggle()
        qtbot.waitUntil(lambda: not stepping.is_running)
        stepping.toggle()
        qtbot.waitUntil(lambda: not stepping.is_running)
        assert seen == [13, 13]
        assert stepping.moment is not None
        assert stepping.moment.update == 2
        stepping.run_back()
        assert stepping.moment.update == 1
        stepping.switch_breakpoint(line)
        stepping.toggle()
        qtbot.waitUntil(lambda: not stepping.is_running)
        assert stepping.moment.is_newest

    def test_that_a_slow_run_shows_every_line(self, recorded: OwnCode, qtbot):
        seen, stepping = lines(recorded), recorded.stepping
        recorded.debugging.set_speed(30.0)
        stepping.toggle()
        qtbot.waitUntil(lambda: len(seen) >= 4)
        stepping.pause()
        assert seen[:4] == [11, 12, 13, 14]

    def test_that_updates_and_lines_are_gone_to(self, recorded: OwnCode):
        seen, stepping = lines(recorded), recorded.stepping
        stepping.seek(2)
        stepping.seek(0)
        stepping.run_to(WRONG)
        stepping.go_to(10_000)
        assert seen == [14, 4, 10, 15]

    def test_that_a_line_that_did_not_run_is_no_goal(self, recorded: OwnCode):
        notices: list[str] = []
        recorded.notice_given.connect(notices.append)
        recorded.stepping.run_to(SourceLine(0, 16))
        assert "16" in notices[0]

    def test_that_breakpoints_are_set_on_the_chosen_line_or_the_one_that_has_just_run(self, recorded: OwnCode):
        recorded.debugging.toggle_breakpoint()
        recorded.debugging.select_line(SourceLine(0, 12))
        recorded.debugging.toggle_breakpoint()
        recorded.debugging.switch_breakpoint()
        assert recorded.stepping.breakpoints == {WRONG: True, SourceLine(0, 12): False}

    def test_that_a_cell_of_their_arrays_can_be_selected(self, recorded: OwnCode):
        recorded.selecting.follow_cursor()
        recorded.selecting.select_unit(1, 2)
        assert recorded.selected.selection.unit == (1, 2)
        assert Command.FOLLOW in recorded.debugging.possible()


def test_that_nothing_stays_selected_of_a_recording_that_another_file_replaces(
    code: OwnCode, qtbot, script: Path, tmp_path: Path
):
    selected: list[Selection] = []
    code.selection_changed.connect(selected.append)
    code.show_file(script)
    run(code, qtbot)
    code.selecting.select_sample(3)
    other = tmp_path / "other.py"
    other.write_text("x = 1\n", encoding="utf-8")
    code.show_file(other)
    assert not code.is_recorded
    assert selected[-1] == code.selected.selection == Selection()


def test_that_a_changed_file_is_told_and_run_again(code: OwnCode, qtbot, runs: Runs, script: Path):
    code.show_file(script)
    run(code, qtbot)
    script.write_text(SCRIPT + "# other\n", encoding="utf-8")
    qtbot.waitUntil(lambda: code.state is not None and code.state.has_changed)
    run(code, qtbot)
    assert code.state is not None
    assert not code.state.has_changed
    assert replace(runs.sources[-1], path=None) == OwnSource(None)


def test_that_closing_it_does_not_wait_for_what_runs(qtbot, script: Path):
    ended: list[bool] = []

    def slow(source: OwnSource, cancelled: Callable[[], bool], tell: Callable[[str], None]) -> RecordedRun:
        while not cancelled():
            pass
        ended.append(True)
        return xor_run()

    code = OwnCode(slow)
    code.show_file(script)
    code.run()
    code.close()
    assert code.state is None
    qtbot.waitUntil(lambda: bool(ended))
    code.show_file(script)  # it was run before, and is not asked about
    assert code.state is not None
    assert code.state.kind == "running"
    code.stop()
