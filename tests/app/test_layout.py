"""The layout of the window: the same at the same size, whatever came before, and complete at any width."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PyQt6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize, Qt
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.session.selection import Cell
from nnviz.views.panel import Panel
from nnviz.views.window.panel_rows import LAYOUT_VERSION, SHOWN_AT_FIRST, STAGE
from nnviz.views.window.screen_fit import fitting
from nnviz.views.window.stored_state import store_state

Open = Callable[..., App]


def settle(app: App, width: int, height: int) -> None:
    app.window.resize(width, height)
    for _ in range(2):
        QApplication.processEvents()


def places(app: App) -> dict[str, QRect]:
    return {name: app.window.panels.get(name).geometry() for name in SHOWN_AT_FIRST}


def press(app: App, key: Qt.Key) -> None:
    QTest.keyClick(app.window.windowHandle(), key)
    QApplication.processEvents()


def test_that_the_same_size_has_the_same_layout_whatever_came_before(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1440, 900)
    before = places(app)
    for width, height in ((900, 620), (1920, 1080), (1280, 720), (1440, 900)):
        settle(app, width, height)
        assert (app.window.width(), app.window.height()) == (width, height)
    assert places(app) == before
    program, network, boundary = (before[name] for name in ("program", "network", "boundary"))
    assert program.right() < network.left()
    assert network.right() < boundary.left()
    assert program.bottom() < before["inspector"].top()
    assert network.bottom() < before[STAGE[0]].top()
    assert boundary.bottom() < before["loss"].top()


def test_that_a_splitter_that_was_dragged_stays_where_it_is_until_the_layout_is_reset(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1440, 900)
    before, area = places(app), app.window.panels.network.parentWidget()
    assert isinstance(area, QMainWindow)
    at = QPoint(before["program"].right() + 4, 200)
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(area, at + QPoint(30, 0))
    QTest.mouseMove(area, at + QPoint(60, 0))
    QTest.qWait(20)  # Qt moves splitters a moment later
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=at + QPoint(60, 0))
    QApplication.processEvents()
    dragged = places(app)
    assert dragged["program"].width() > before["program"].width()
    settle(app, 1440, 880)
    assert abs(places(app)["program"].width() - dragged["program"].width()) <= 1
    app.window.remember()
    again = open_app("xor")
    settle(again, 1440, 880)
    assert abs(places(again)["program"].width() - dragged["program"].width()) <= 1
    again.window.docks.reset()
    settle(again, 1440, 900)
    assert places(again) == before


def test_that_a_layout_of_another_version_gives_way_to_the_first_one_without_a_fault(
    open_app: Open, settings: QSettings
) -> None:
    older = QMainWindow()
    store_state(settings, "window/panels", QByteArray(older.saveState(LAYOUT_VERSION - 1)))
    settings.setValue("window/panels-shown", "setup,inspector,history")
    app = open_app("xor")
    assert not app.window.layout_was_damaged
    assert {name for name, panel in app.window.panels.made().items() if panel.isVisible()} == set(SHOWN_AT_FIRST)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", ["xor", "mnist-softmax"])
@pytest.mark.sample(2)
def test_that_the_transport_is_complete_from_900_pixels_on_with_nothing_elided(
    open_app: Open, settings: QSettings, name: str, language: str
) -> None:
    settings.setValue("language", language)
    app = open_app(name)
    bar = app.window.transport
    for width in (900, 1000, 1280, 1440, 1920):
        settle(app, width, 720)
        assert app.window.width() == width, "the window can be made so narrow at once"
        shown = [button for button in bar.findChildren(QToolButton) if button.defaultAction() is not None]
        assert len(shown) == 8
        edges = [button.mapTo(bar, QPoint()).x() for button in shown]
        for button, left in zip(shown, edges, strict=True):
            assert button.isVisible()
            assert button.width() >= button.sizeHint().width() or not button.text()
            assert left + button.width() <= bar.width()
        assert [c for c in bar.chips.children() if isinstance(c, QToolButton) and c.isVisible()]
        for chip in (c for c in bar.chips.children() if isinstance(c, QToolButton) and c.isVisible()):
            assert bar.chips.rect().contains(chip.geometry())


def test_that_a_long_title_leaves_the_transport_where_it_is(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1280, 720)
    run = next(b for b in app.window.transport.findChildren(QToolButton) if b.property("primary"))
    before = run.geometry()
    app.window.transport.show_title("a very long name of a file " * 6)
    QApplication.processEvents()
    assert run.geometry() == before


def test_that_nothing_hides_the_transport_for_good(open_app: Open) -> None:
    app = open_app("xor")
    assert app.window.createPopupMenu() is None
    assert app.window.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_that_setup_is_a_drawer_over_the_panels_and_beside_them_when_it_is_pinned(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1440, 900)
    before = places(app)
    press(app, Qt.Key.Key_S)
    drawer = app.window.docks.drawer
    assert app.window.panels.setup.isVisible()
    assert places(app) == before
    drawer.findChild(QToolButton, "pin").click()
    QApplication.processEvents()
    assert places(app)["program"].left() == before["program"].left()
    assert app.window.panels.program.mapTo(app.window, QPoint()).x() > drawer.mapTo(app.window, QPoint()).x() + 299
    app.window.remember()
    again = open_app("xor")
    assert again.window.panels.setup.isVisible()
    drawer = again.window.docks.drawer
    drawer.findChild(QToolButton, "pin").click()
    press(again, Qt.Key.Key_S)
    assert again.window.panels.setup.isHidden()


@pytest.mark.parametrize(
    ("name", "path"),
    [("learning_rate", "training.learning_rate"), ("network", "network.hidden"), ("batch", "training.batch")],
)
def test_that_a_chip_opens_setup_where_its_setting_is(open_app: Open, qtbot: QtBot, name: str, path: str) -> None:
    app = open_app("xor")
    settle(app, 1440, 720)
    qtbot.mouseClick(app.window.transport.chips.chips[name], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    row = app.window.panels.setup
    for part in path.split("."):
        row = getattr(row, part)
    assert not row.visibleRegion().isEmpty()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert row.isAncestorOf(focus)


def test_that_the_chips_say_what_runs_and_the_learning_rate_is_dragged(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    settle(app, 1440, 720)
    chips = app.window.transport.chips.chips
    texts = {name: chip.text() for name, chip in chips.items()}
    assert texts == {
        "network": "2-3-1 · tanh · σ",
        "learning_rate": "η 0.42",
        "batch": "full batch",
        "optimiser": "gradient descent",
    }
    chip = chips["learning_rate"]
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    for way in (20, 40, 70):
        QTest.mouseMove(chip, QPoint(10 + way, 10))
    assert app.controller.snapshot.scenario.optimiser.learning_rate == 0.42, "only the end of a drag is an edit"
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=QPoint(80, 10))
    rate = app.controller.snapshot.scenario.optimiser.learning_rate
    assert rate > 0.42
    assert chip.text() == f"η {rate:g}"
    app.controller.editing.undo()
    assert chip.text() == "η 0.42"


def test_that_a_run_can_go_line_by_line(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    app.window.transport.speed.line_speed_requested.emit(50.0)
    press(app, Qt.Key.Key_Space)
    seen: list[int] = []
    app.controller.snapshot_changed.connect(lambda now: seen.append(now.position.line))
    qtbot.waitUntil(lambda: len(seen) >= 4)
    press(app, Qt.Key.Key_Space)
    assert not app.controller.run_state.running
    assert seen[:3] == [seen[0], seen[0] + 1, seen[0] + 2]
    app.window.transport.speed.step(1)
    assert app.controller.run_state.line_speed is None


def type_rate(app: App, text: str) -> None:
    """Open Setup at the learning rate with the mouse, and type a number there."""
    QTest.mouseClick(app.window.transport.chips.chips["learning_rate"], Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)


def test_that_enter_in_setup_enters_the_number_and_gives_the_keys_back(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1440, 900)
    type_rate(app, "0.25")
    press(app, Qt.Key.Key_Return)
    assert app.controller.snapshot.scenario.optimiser.learning_rate == 0.25
    press(app, Qt.Key.Key_Right)
    assert app.controller.snapshot.position.line == 1
    type_rate(app, "no number")
    press(app, Qt.Key.Key_Return)
    assert app.window.panels.setup.training.learning_rate.field.line_edit().hasFocus(), "it says what it accepts"


def test_that_space_after_a_number_enters_it_and_runs(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1440, 900)
    type_rate(app, "0.25")
    press(app, Qt.Key.Key_Space)
    assert app.controller.snapshot.scenario.optimiser.learning_rate == 0.25
    assert app.controller.run_state.running
    press(app, Qt.Key.Key_Space)
    assert not app.controller.run_state.running
    assert app.window.panels.setup.training.learning_rate.field.text() == "0.25"


def test_that_f6_goes_through_every_panel_that_is_seen_and_back(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1440, 900)

    def panel_with_keyboard() -> str:
        at = QApplication.focusWidget()
        while at is not None and not isinstance(at, Panel):
            at = at.parentWidget()
        return "" if at is None else at.objectName()

    seen = []
    for _ in range(7):
        press(app, Qt.Key.Key_F6)
        seen.append(panel_with_keyboard())
    assert seen == ["program", "inspector", "network", STAGE[0], "boundary", "loss", ""]
    QTest.keyClick(app.window.windowHandle(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert panel_with_keyboard() == "loss"


def test_that_the_first_window_is_no_larger_than_the_screen() -> None:
    wanted = QSize(1440, 900)
    assert fitting(wanted, QSize(1366, 768)) == QSize(1366, 728)
    assert fitting(wanted, QSize(2560, 1440)) == wanted


def test_that_the_views_follow_the_steps_after_a_click_on_a_line_and_a_pinned_cell_stays(
    open_app: Open, qtbot: QtBot
) -> None:
    app = open_app("xor")
    app.controller.stepping.advance(0, 9)
    app.controller.selecting.select_line(3)
    assert app.controller.selection.cell is not None
    assert app.controller.selection.cell.symbol == "Z2"
    press(app, Qt.Key.Key_Right)
    assert app.controller.selection.cell is None
    assert app.controller.selection.line is None
    app.controller.selecting.select_cell(Cell("delta1", 1, 1))
    press(app, Qt.Key.Key_Right)
    assert app.controller.selection.pinned == Cell("delta1", 1, 1)
    qtbot.waitUntil(app.window.panels.inspector.pin.isVisible)
    QTest.mouseClick(app.window.panels.inspector.pin, Qt.MouseButton.LeftButton)
    assert app.controller.selection.pinned is None


def test_that_help_names_every_key_and_is_closed_by_esc(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1440, 900)
    press(app, Qt.Key.Key_F1)
    text = " ".join(label.text() for label in app.window.panels.help.findChildren(QLabel))
    for key in ("PgUp", "PgDn", "Alt+←", "F6", "Esc"):
        assert key in text
    press(app, Qt.Key.Key_Escape)
    assert app.window.panels.help.isHidden()


def test_that_a_low_window_leaves_the_loss_to_the_timeline_and_a_higher_one_brings_it_back(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1280, 720)
    before = places(app)
    settle(app, 1280, 500)
    assert app.window.panels.loss.isHidden()
    app.window.remember()
    settle(app, 1280, 720)
    assert places(app) == before
    again = open_app("xor")
    settle(again, 1280, 720)
    assert places(again) == before


def test_that_what_a_person_shows_in_a_low_window_stays(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1280, 500)
    app.window.summon("loss")
    settle(app, 1280, 510)
    assert app.window.panels.loss.isVisible()


def test_that_a_sheet_has_the_same_place_whatever_size_came_before(open_app: Open) -> None:
    app = open_app("xor")
    settle(app, 1920, 1080)
    app.window.summon("history")
    settle(app, 1920, 1080)
    before, sheet = places(app), app.window.docks.sheet.geometry()
    for width, height in ((1000, 700), (1440, 900), (1920, 1080)):
        settle(app, width, height)
    assert places(app) == before
    assert app.window.docks.sheet.geometry() == sheet
