"""The window, driven by real keys and clicks."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QSettings, Qt
from PyQt6.QtWidgets import QAbstractButton, QComboBox, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.views import file_dialogs
from nnviz.views.loss import LossChoices
from nnviz.views.loss.plot import LossPlot
from nnviz.views.window.action_rows import ROWS
from nnviz.views.window.main_window import MainWindow

Open = Callable[..., App]


def press(qtbot: QtBot, app: App, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(app.window.centralWidget(), key, modifier)


def button(app: App, name: str) -> QToolButton:
    found = [b for b in app.window.transport.findChildren(QToolButton) if b.defaultAction() is not None]
    return next(b for b in found if b.defaultAction().objectName() == name)


@pytest.mark.parametrize("name", shipped_scenarios())
@pytest.mark.sample(3)
def test_that_every_scenario_steps_runs_and_restarts_by_keys(open_app: Open, qtbot: QtBot, name: str) -> None:
    app = open_app(name)
    start = {k: v.copy() for k, v in app.controller.snapshot.parameters.items()}
    press(qtbot, app, Qt.Key.Key_Right)
    assert (app.controller.snapshot.position.update, app.controller.snapshot.position.line) == (1, 1)
    press(qtbot, app, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert app.controller.snapshot.position.completed == 1
    press(qtbot, app, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert app.controller.snapshot.position.completed == max(
        app.controller.snapshot.per_epoch, 2 // app.controller.snapshot.per_epoch
    )
    press(qtbot, app, Qt.Key.Key_Space)
    stood = app.controller.snapshot.position.completed
    qtbot.waitUntil(lambda: app.controller.snapshot.position.completed > stood + 20)
    press(qtbot, app, Qt.Key.Key_Space)
    assert not app.controller.run_state.running
    press(qtbot, app, Qt.Key.Key_Home)
    assert app.controller.snapshot.position.update == 0
    for symbol, value in start.items():
        np.testing.assert_array_equal(app.controller.snapshot.values[symbol], value)


def test_that_the_buttons_do_what_their_keys_do(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    for name in ("line", "line", "update", "epoch"):
        qtbot.mouseClick(button(app, name), Qt.MouseButton.LeftButton)
    assert app.controller.snapshot.position.update == 2
    qtbot.mouseClick(button(app, "run"), Qt.MouseButton.LeftButton)
    assert app.controller.run_state.running
    assert button(app, "run").text() == "Pause"
    qtbot.mouseClick(button(app, "run"), Qt.MouseButton.LeftButton)
    assert not app.controller.run_state.running
    qtbot.mouseClick(button(app, "restart"), Qt.MouseButton.LeftButton)
    assert app.controller.snapshot.position.update == 0


def test_that_what_cannot_act_is_grey(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    actions = app.window.actions_by_name
    assert not actions["restart"].isEnabled()
    assert not actions["undo"].isEnabled()
    assert not actions["follow"].isEnabled()
    press(qtbot, app, Qt.Key.Key_Right)
    assert actions["restart"].isEnabled()


def test_that_first_launch_shows_xor_with_the_panels_of_a_run_and_no_notice(open_app: Open) -> None:
    app = open_app()
    panels = app.window.panels.by_name()
    assert {name for name, panel in panels.items() if panel.isVisible()} == {
        *("network", "program", "strip"),
        *("boundary", "loss", "inspector"),
    }
    assert not app.window.notice.isVisible()
    assert app.window.windowTitle() == "XOR[*] – nnviz"


def test_that_choosing_a_scenario_in_the_bar_opens_it(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    chooser = app.window.transport.findChild(QComboBox, "scenario")
    chooser.setFocus()
    index = chooser.findData("sine")
    chooser.setCurrentIndex(index)
    chooser.activated.emit(index)
    assert app.controller.snapshot.scenario.name == "sine"
    assert app.window.windowTitle() == "Sine[*] – nnviz"


def test_that_a_faulty_file_is_reported_in_the_window_field_by_field_and_loses_nothing(
    open_app: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_Right)
    document = json.loads(find_scenario("xor").to_json())
    document["loss"] = "hingey"
    document["layers"][0]["activation"] = "tan"
    path = tmp_path / "bad.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    monkeypatch.setattr(file_dialogs, "ask_open", lambda *_: path)
    press(qtbot, app, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(app.window.notice.isVisible)
    reported = app.window.notice.text()
    for word in ("loss", "hingey", "layers[0].activation", "tan", "sigmoid"):
        assert word in reported
    assert app.controller.snapshot.position.line == 1


def test_that_a_file_that_cannot_be_written_is_reported(
    open_app: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app()
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_: tmp_path / "no such folder" / "x.json")
    press(qtbot, app, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "x.json" in app.window.notice.text()


def test_that_another_theme_and_language_rebuild_the_window_on_the_same_run(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(12, 5)
    first, stood = app.window, app.controller.snapshot.position
    english = first.panels.program.windowTitle()
    for menu, key in (("theme", "dark"), ("language", "zh_CN")):
        action = next(a for a in app.window.menus[menu].actions() if a.data() == key)
        before = app.window
        action.trigger()
        qtbot.waitUntil(lambda before=before: app.window is not before)
    assert app.window is not first
    assert app.controller.snapshot.position == stood
    assert app.window.windowTitle().startswith("异或")
    qtbot.waitUntil(lambda: app.window.isActiveWindow())
    press(qtbot, app, Qt.Key.Key_Right)
    assert app.controller.snapshot.position.line == 6
    assert app.window.panels.program.windowTitle() != english


def test_that_a_new_theme_keeps_the_chosen_convention(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.run_to_line(1)
    app.window.actions_by_name["rows"].trigger()
    before = app.window
    next(a for a in app.window.menus["theme"].actions() if a.data() == "dark").trigger()
    qtbot.waitUntil(lambda: app.window is not before)
    assert app.window.actions_by_name["rows"].isChecked()
    assert app.window.status.text().startswith("Z¹ = X · W¹ + b¹")


def test_that_a_new_theme_keeps_how_the_losses_are_drawn(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    app.controller.stepping.advance(12, 5)
    for text in ("log", "accuracy"):
        control = next(b for b in app.window.panels.loss.findChildren(QAbstractButton) if b.text() == text)
        qtbot.mouseClick(control, Qt.MouseButton.LeftButton)
    before = app.window
    next(a for a in app.window.menus["theme"].actions() if a.data() == "dark").trigger()
    qtbot.waitUntil(lambda: app.window is not before)
    app.window.grab()
    loss = app.window.panels.loss
    assert loss.choices() == LossChoices(log=True, accuracy=True)
    plot = loss.findChild(LossPlot)
    assert plot.scale_of_losses.log
    assert plot.curves.accuracy.isVisible()


def test_that_the_menu_marks_the_scenario_that_is_shown(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    app = open_app("sine")

    def marked() -> list[str]:
        return [a.data() for a in app.window.menus["scenarios"].actions() if a.isChecked()]

    assert marked() == ["sine"]
    app.documents.open_shipped("circle")
    assert marked() == ["circle"]
    path = tmp_path / "mine.json"
    app.controller.snapshot.scenario.save(path)
    app.documents.open_file(path)
    qtbot.waitUntil(lambda: marked() == [])


def test_that_the_layout_is_remembered(open_app: Open, settings: QSettings) -> None:
    app = open_app()
    app.window.panels.inspector.close()
    app.window.resize(1300, 800)
    app.window.remember()
    again = open_app()
    assert not again.window.panels.inspector.isVisible()
    assert again.window.panels.loss.isVisible()
    again.window.docks.reset()
    assert again.window.panels.inspector.isVisible()


def test_that_f1_shows_the_keys_and_hides_them_again(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_F1)
    assert app.window.panels.help.isVisible()
    press(qtbot, app, Qt.Key.Key_F1)
    assert not app.window.panels.help.isVisible()


def test_that_a_defect_is_reported_with_details_and_pauses_the_run(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    press(qtbot, app, Qt.Key.Key_Space)
    try:
        raise RuntimeError("a defect for the test")
    except RuntimeError as error:
        import sys

        sys.excepthook(type(error), error, error.__traceback__)
    assert not app.controller.run_state.running
    assert "a defect for the test" in app.window.notice.text()


def test_that_a_click_on_the_strip_runs_to_that_line(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    strip = app.window.timeline
    place = strip.band.segment(9).center().toPoint()
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    assert app.controller.snapshot.position.line == 9
    assert "line  9 of 15" in strip.words.readout.text


def test_that_the_worked_example_opens_in_rows_with_the_documents_symbols(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("worked-example-2-3-1")
    actions = app.window.actions_by_name
    assert actions["rows"].isChecked()
    assert app.controller.snapshot.labels.of("W2") == "V"
    app.controller.stepping.run_to_line(10)
    status = app.window.status.text()
    assert status.startswith("∂E/∂W = Xᵀ · δ¹ / m")
    actions["own_labels"].trigger()
    assert app.controller.snapshot.labels.of("W2") == "W²"


def test_that_presentation_makes_text_larger_and_comes_back(
    open_app: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_app()
    # A screen in memory is narrower than the window of a presentation, and then takes the state back.
    shown, show = [], MainWindow.showFullScreen
    monkeypatch.setattr(MainWindow, "showFullScreen", lambda window: (shown.append(window), show(window)))
    first = app.window
    height = app.window.timeline.height()
    press(qtbot, app, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: app.window is not first)
    assert shown == [app.window]
    assert app.window.timeline.height() > height
    second = app.window
    press(qtbot, app, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: app.window is not second)
    assert not app.window.isFullScreen()
    assert app.window.timeline.height() == height


def test_that_every_action_has_an_icon_a_tooltip_and_a_place_in_a_menu(open_app: Open) -> None:
    window = open_app().window
    listed = {action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()}
    for row in ROWS:
        action = window.actions_by_name[row.name]
        assert action in listed, row.name
        assert not action.icon().isNull(), row.name
        assert action.toolTip(), row.name


def test_that_no_two_actions_have_the_same_key() -> None:
    keys = [key for row in ROWS for key in row.keys]
    assert len(keys) == len(set(keys))


def test_that_no_two_entries_of_a_menu_have_the_same_mnemonic(open_app: Open) -> None:
    app = open_app()
    app.controller.stepping.step_update()
    for menu in app.window.menuBar().findChildren(QMenu):
        letters = re.findall(r"&(\w)", " ".join(action.text() for action in menu.actions()).lower())
        assert len(letters) == len(set(letters)), menu.title()
