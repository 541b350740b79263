"""A window that was rebuilt, for another theme, language or size: it is gone, and nothing else is.

What was asked, reported and typed in it is in the new one.
"""

import gc
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt, QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.documents.recovery_files import RecoveryFile
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session_file.file import save_session
from nnviz.views import file_dialogs
from nnviz.views.network.spots import Spot

WAYS = ("theme", "language", "F11")

Open = Callable[[str], App]


def use(app: App) -> Mapping[str, weakref.ref[QWidget]]:
    """Bring every panel to the front, run, and return what is to be gone later."""
    for name in app.window.panels.by_name():
        app.window.summon(name)
        QApplication.processEvents()
    app.controller.running.start()
    QApplication.processEvents()
    return {name: weakref.ref(part) for name, part in [("window", app.window), *app.window.panels.by_name().items()]}


@pytest.mark.parametrize(("menu", "key"), [("theme", "dark"), ("language", "zh_CN")])
@pytest.mark.sample(1)
def test_that_the_window_that_was_there_before_dies_with_its_panels(
    open_app: Open, qtbot: QtBot, menu: str, key: str
) -> None:
    app = open_app("xor")
    used = use(app)
    next(action for action in app.window.menus[menu].actions() if action.data() == key).trigger()
    qtbot.waitUntil(lambda: app.window is not used["window"]())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert [name for name, part in used.items() if part() is not None] == []


def rebuild(app: App, qtbot: QtBot, way: str) -> None:
    """Rebuild the window as a person does, and wait until the old one has been deleted."""
    old = app.window
    if way == "F11":
        app.window.actions_by_name["presentation"].trigger()
    else:
        preferences = app.preferences
        kinds = {"theme": ("light", "dark", preferences.theme), "language": ("en", "zh_CN", preferences.language)}
        first, second, present = kinds[way]
        key = second if present == first else first
        next(action for action in app.window.menus[way].actions() if action.data() == key).trigger()
    qtbot.waitUntil(lambda: app.window is not old)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(50)


def button(app: App, key: str) -> QPushButton:
    return next(each for each in app.window.question.findChildren(QPushButton, key) if each.isVisible())


# Questions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("answer", ["save", "lose", "cancel"])
@pytest.mark.sample(3)
def test_that_the_question_before_closing_is_still_asked_and_its_answer_carried_out(
    open_app: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str, answer: str
) -> None:
    app, target = open_app("xor"), tmp_path / "saved.nnviz"
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *_: target)
    closed: list[bool] = []
    app.documents.close_allowed.disconnect()
    app.documents.close_allowed.connect(lambda: closed.append(True))
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.5)
    app.window.summon("setup")
    field = app.window.panels.setup.findChildren(QLineEdit)[0]
    field.setFocus()
    app.window.close()
    asked = app.window.question.text()
    rebuild(app, qtbot, way)
    assert app.window.question.isVisible()
    assert QApplication.focusWidget() is button(app, "save"), "it has the keyboard, as before"
    if way != "language":
        assert app.window.question.text() == asked
    else:
        assert "XOR" in app.window.question.text()
        assert app.window.question.text() != asked, "it is asked in the new language"
    qtbot.mouseClick(button(app, answer), Qt.MouseButton.LeftButton)
    assert target.exists() == (answer == "save")
    assert closed == ([] if answer == "cancel" else [True])
    assert not app.window.question.isVisible()
    assert not app.window.notice.isVisible()
    if way != "F11":  # a presentation has no Setup
        assert QApplication.focusWidget() is app.window.panels.setup.findChildren(QLineEdit)[0]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.sample(1)
def test_that_the_question_before_another_is_opened_is_still_asked(open_app: Open, qtbot: QtBot, way: str) -> None:
    app = open_app("xor")
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.5)
    app.documents.open_shipped("circle")
    rebuild(app, qtbot, way)
    rebuild(app, qtbot, "F11")  # and once more
    qtbot.mouseClick(button(app, "lose"), Qt.MouseButton.LeftButton)
    assert app.controller.snapshot.scenario.name == "circle"
    assert not app.window.notice.isVisible()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("answer", ["recover", "discard"])
@pytest.mark.sample(2)
def test_that_the_question_of_a_recovery_is_still_asked(
    open_app: Open, qtbot: QtBot, tmp_path: Path, way: str, answer: str
) -> None:
    session = Session(find_scenario("circle"))
    session.step_update(12)
    file = RecoveryFile(tmp_path / "recovery")
    file.write(lambda path: save_session(session, path, {}))
    file.leave()
    app = open_app("xor")
    app.documents.begin()
    rebuild(app, qtbot, way)
    qtbot.mouseClick(button(app, answer), Qt.MouseButton.LeftButton)
    assert (app.controller.snapshot.scenario.name == "circle") == (answer == "recover")
    assert (file.path.exists(), app.window.question.isVisible()) == (False, False)


# Notices -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.sample(1)
def test_that_a_notice_stays_with_its_details(open_app: Open, qtbot: QtBot, way: str) -> None:
    app = open_app("xor")
    app.window.notice.tell("fault", "what happened", "all about it")
    before = app.window.notice.notice()
    rebuild(app, qtbot, way)
    assert app.window.notice.isVisible()
    assert app.window.notice.notice() == before


def test_that_a_stop_that_was_reported_before_goes_when_the_cursor_moves_on(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.controller.line_breakpoints.toggle(3)
    app.controller.running.start()
    qtbot.waitUntil(app.window.notice.isVisible)
    rebuild(app, qtbot, "theme")
    assert app.window.notice.isVisible()
    app.controller.stepping.step_line()
    assert not app.window.notice.isVisible()


# What is being typed -----------------------------------------------------------------------------------------------


def fields(panel: QWidget) -> list[QLineEdit]:
    """Return the fields that a person can type into now."""
    found = [edit for edit in panel.findChildren(QLineEdit) if edit.isVisible() and edit.isEnabled()]
    return [edit for edit in found if not edit.isReadOnly()]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["theme", "language"])
@pytest.mark.sample(1)
def test_that_what_is_typed_in_a_field_of_any_panel_is_neither_entered_nor_lost(
    open_app: Open, qtbot: QtBot, way: str
) -> None:
    app = open_app("xor")
    app.controller.stepping.advance(3, 0)
    app.controller.comparison.add_shipped("circle")
    seen = 0
    for name in ("setup", "breakpoints", "watches", "map", "mistakes", "compare"):
        app.window.summon(name)
        qtbot.wait(20)
        panel = app.window.panels.get(name)
        every = range(len(fields(panel)))
        for place in sorted({*every[:1], *every[-1:]}):  # of many alike ones two
            edit = fields(app.window.panels.get(name))[place]
            edit.setFocus()
            edit.selectAll()
            qtbot.keyClicks(edit, "0.2")
            qtbot.keyClick(edit, Qt.Key.Key_Left)
            before = app.controller.snapshot
            rebuild(app, qtbot, way)
            again = fields(app.window.panels.get(name))[place]
            assert (again.text(), again.cursorPosition()) == ("0.2", 2), f"{name}, field {place}"
            assert again.hasFocus(), f"{name}, field {place}"
            assert app.controller.snapshot is before
            assert app.controller.snapshot.scenario is before.scenario
            qtbot.keyClick(again, Qt.Key.Key_Escape)
            again.setModified(False)
            seen += 1
    assert seen >= 6


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("panel", ["network", "matrices"])
@pytest.mark.sample(2)
def test_that_an_editor_over_a_number_stays_open_with_what_is_typed(
    open_app: Open, qtbot: QtBot, way: str, panel: str
) -> None:
    app, cell = open_app("xor"), Cell("W1", 0, 0)
    before = app.controller.snapshot.values["W1"][0, 0]

    def canvas() -> QWidget:
        body = app.window.panels.get(panel).body()
        assert body is not None
        return app.window.panels.matrices.canvas if panel == "matrices" else body

    app.window.summon(panel)
    shown = canvas()
    if panel == "network":
        qtbot.mouseDClick(shown, Qt.MouseButton.LeftButton, pos=shown.place_of(Spot("edge", 1, 0, 0)).toPoint())
    else:
        at = shown.cell_rect("W1", 0, 0).center()
        qtbot.mouseDClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.edited == cell
    qtbot.keyClicks(QApplication.focusWidget(), "0.7")
    rebuild(app, qtbot, way)
    assert canvas().edited == cell
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "0.7"
    assert app.controller.snapshot.values["W1"][0, 0] == before, "nothing has been entered yet"
    qtbot.keyClicks(edit, "5")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert app.controller.snapshot.values["W1"][0, 0] == 0.75


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.sample(1)
def test_that_a_branch_s_name_an_update_and_a_link_are_still_being_typed(
    open_app: Open, qtbot: QtBot, way: str
) -> None:
    app = open_app("xor")
    app.controller.stepping.advance(9, 0)
    app.window.summon("history")
    app.window.panels.history.branches.rename_chosen()
    qtbot.keyClicks(QApplication.focusWidget(), "ma")
    rebuild(app, qtbot, way)
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, "in run")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert [info.name for info in app.controller.snapshot.branches] == ["main run"]

    app.window.actions_by_name["playground_link"].trigger()
    qtbot.keyClicks(app.window.playground.field, "http://playground")
    app.window.actions_by_name["jump"].trigger()
    qtbot.keyClicks(QApplication.focusWidget(), "-")
    rebuild(app, qtbot, "F11")
    assert app.window.playground.isVisible()
    assert app.window.playground.field.text() == "http://playground"
    edit = QApplication.focusWidget()
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, "4")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert app.controller.snapshot.position.update == 5


def test_that_data_that_are_being_looked_at_are_still_there(open_app: Open, qtbot: QtBot, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("a,b,class\n" + "\n".join(f"{n},{n * n},{'even' if n % 2 == 0 else 'odd'}" for n in range(30)))
    app = open_app("xor")
    app.window.summon("imports")
    app.window.panels.imports.show_file(table)
    found = app.window.panels.imports.found.text()
    rebuild(app, qtbot, "theme")
    panel = app.window.panels.imports
    assert panel.pending is not None
    assert panel.found.text() == found
    qtbot.mouseClick(panel.opening, Qt.MouseButton.LeftButton)
    assert app.controller.snapshot.data.X.shape == (2, 30)


# Dialogs and menus -------------------------------------------------------------------------------------------------


def test_that_a_window_is_not_replaced_while_a_dialog_or_a_menu_is_open(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    old, during = app.window, []
    dialog = QDialog(old)

    def change() -> None:
        app.rebuild()
        during.append(app.window)
        dialog.accept()

    QTimer.singleShot(50, change)
    assert dialog.exec() == QDialog.DialogCode.Accepted
    assert during == [old]
    qtbot.waitUntil(lambda: app.window is not old)

    old, menu = app.window, app.window.menus["theme"]
    menu.popup(app.window.mapToGlobal(QPoint(50, 50)))
    app.rebuild()
    assert app.window is old
    menu.close()
    qtbot.waitUntil(lambda: app.window is not old)


def test_that_no_panel_is_taken_away_while_it_is_dragged(open_app: Open, qtbot: QtBot) -> None:
    """Qt deletes a window whose panel is being dragged with a segmentation fault."""
    app = open_app("xor")
    old, panel = app.window, app.window.panels.get("loss")
    heading = panel.titleBarWidget()
    QTest.mousePress(heading, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    for distance in (30, 200, 300):
        QTest.mouseMove(heading, QPoint(distance, distance))
    assert QWidget.mouseGrabber() is panel
    app.rebuild()
    assert app.window is old
    QTest.mouseRelease(heading, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert QWidget.mouseGrabber() is None
    qtbot.waitUntil(lambda: app.window is not old)
