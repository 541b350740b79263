"""A person's own script in the window: dropped, run by one key, answered, stepped through, and closed again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication

from nnviz.app.application import App
from nnviz.assets import asset
from nnviz.views.theme import DARK

WRONG = "    d1 = d2 @ W2.T * h * (1 - h)"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "mine.py"
    path.write_text(asset("code", "xor.py").read_text(encoding="utf-8"), encoding="utf-8")
    return path


@pytest.fixture
def recorded(open_app: Callable[..., App], qtbot, script: Path) -> App:
    app = open_app()
    app.tools.open_dropped(script)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)  # the filled button has the keyboard
    qtbot.waitUntil(lambda: app.tools.own_code.is_recorded)
    return app


def line_of(app: App) -> str:
    moment = app.tools.own_code.stepping.moment
    assert moment is not None
    assert moment.at is not None
    return moment.run.recording.files[moment.at.file].text.split("\n")[moment.at.number - 1]


def test_that_a_dropped_script_is_run_by_return_and_answered_at_its_first_wrong_line(recorded: App, qtbot):
    assert line_of(recorded) == WRONG
    panels = recorded.window.panels
    verdict = panels.program.own_code.verdict.verdict
    assert verdict is not None
    assert verdict.kind == "fault"
    assert "first that is wrong" in verdict.title
    assert "2-3-1" in " ".join(panels.findings.texts())
    assert recorded.window.windowTitle().startswith("mine.py")
    assert not recorded.window.timeline.isVisible()
    assert panels.setup.reason()
    assert panels.strip.canvas.picture.equations[0].result.label == "d1"


def test_that_all_keys_of_the_transport_move_in_the_recording_and_not_in_the_session(recorded: App):
    window, session = recorded.window, recorded.controller.snapshot
    seen = []
    for key, modifier in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(window, key, modifier)
        moment = recorded.tools.own_code.stepping.moment
        assert moment is not None
        seen.append((moment.cursor, moment.update))
    cursors = [cursor for cursor, _ in seen]
    assert cursors[0] == cursors[1] + 1
    assert cursors[2] > cursors[0]
    assert cursors[3] == len(moment.run)
    assert cursors[4] == 0
    assert recorded.controller.snapshot is session


def test_that_the_right_numbers_are_one_key_away(recorded: App):
    panel = recorded.window.panels.matrices
    sides = [panel.side]
    for _ in range(3):
        QTest.keyClick(recorded.window, Qt.Key.Key_D)
        sides.append(panel.side)
    assert sides == ["yours", "right", "differ", "yours"]


def test_that_a_change_of_the_recorded_network_is_refused_with_a_sentence(recorded: App):
    recorded.window.actions_by_name["undo"].trigger()
    recorded.window.panels.network.value_requested.emit(None, 1.0)
    assert "Open as scenario" in recorded.window.notice.text()


def test_that_a_window_in_another_theme_shows_the_same(recorded: App):
    recorded.preferences.theme = "dark"
    recorded.rebuild()
    program = recorded.window.panels.program
    assert program.theme == DARK
    assert program.shows_own_code
    assert program.own_code.verdict.verdict is not None
    assert line_of(recorded) == WRONG


def test_that_closing_it_returns_to_the_session_as_it_was(recorded: App):
    before = recorded.controller.snapshot
    recorded.tools.own_code.close()
    window = recorded.window
    assert not window.panels.program.shows_own_code
    assert window.timeline.isVisible()
    assert window.panels.setup.reason() == ""
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert recorded.controller.snapshot.position.line == before.position.line + 1


def test_that_its_network_opens_as_a_scenario(recorded: App, qtbot):
    recorded.window.panels.findings.scenario.click()
    assert not recorded.tools.own_code.is_open
    scenario = recorded.controller.snapshot.scenario
    assert [layer.units for layer in scenario.layers] == [3, 1]
    assert scenario.mistakes == ()


def test_that_the_tool_begins_with_an_empty_editor(open_app: Callable[..., App]):
    app = open_app()
    QTest.keyClick(app.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    pane = app.window.panels.program.own_code
    assert pane.is_editing
    pane.example_button.click()
    assert WRONG in pane.editor.toPlainText()
