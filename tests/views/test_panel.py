from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PyQt6.QtGui import QColor, QEnterEvent
from PyQt6.QtWidgets import QApplication, QLabel, QMainWindow, QToolButton, QWidget

from nnviz.views.panel import Panel
from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme
from nnviz.views.widgets import Legend


@pytest.fixture(autouse=True)
def _application_restored(qapp: QApplication) -> Iterator[None]:
    font, colours = qapp.font(), qapp.palette()
    yield
    qapp.setFont(font)
    qapp.setPalette(colours)


@pytest.fixture
def window(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    apply_theme(window, LIGHT)
    window.resize(600, 400)
    return window


def docked(qtbot, window: QMainWindow, theme: Theme = LIGHT) -> Panel:
    panel = Panel("loss", "Loss", theme, window)
    panel.set_body(QWidget())
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, panel)
    with qtbot.waitExposed(window):
        window.show()
    return panel


def close_button(panel: Panel) -> QToolButton:
    found = panel.findChild(QToolButton, "close")
    assert found is not None
    return found


def test_that_a_closed_panel_is_restored_by_its_action(qtbot, window: QMainWindow) -> None:
    panel = docked(qtbot, window)
    close_button(panel).click()
    assert not panel.isVisible()
    assert panel.toggleViewAction().text() == "Loss"
    panel.toggleViewAction().trigger()
    assert panel.isVisible()


def test_that_the_layout_of_panels_is_saved_and_restored(qtbot, window: QMainWindow) -> None:
    panel = docked(qtbot, window)
    state = window.saveState()
    panel.close()
    window.restoreState(state)
    assert panel.isVisible()


def test_that_the_close_button_appears_under_the_mouse_and_moves_nothing(qtbot, window: QMainWindow) -> None:
    panel = docked(qtbot, window)
    control = Legend(LIGHT)
    panel.add_control(control)
    QApplication.processEvents()
    place = control.geometry()
    heading = panel.titleBarWidget()
    assert heading is not None
    # The off-screen mouse may be anywhere.
    QApplication.sendEvent(heading, QEvent(QEvent.Type.Leave))
    assert not close_button(panel).isVisible()
    QApplication.sendEvent(heading, QEnterEvent(QPointF(), QPointF(), QPointF()))
    QApplication.processEvents()
    assert close_button(panel).isVisible()
    assert control.geometry() == place
    assert not close_button(panel).geometry().intersects(place)
    QApplication.sendEvent(heading, QEvent(QEvent.Type.Leave))
    assert not close_button(panel).isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_one_frame_with_round_corners_is_drawn_around_heading_and_body(qtbot, window, theme: Theme) -> None:
    apply_theme(window, theme)
    panel = docked(qtbot, window, theme)
    image = panel.grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    for corner in (QPoint(0, 0), QPoint(right, 0), QPoint(0, bottom), QPoint(right, bottom)):
        assert image.pixelColor(corner) == QColor(theme.window)
    for y in range(12, bottom - 12):
        assert image.pixelColor(0, y) == QColor(theme.border)
        assert image.pixelColor(right, y) == QColor(theme.border)
        assert image.pixelColor(2, y) == QColor(theme.panel)
    assert image.pixelColor(right // 2, 0) == QColor(theme.border)
    assert image.pixelColor(right // 2, bottom) == QColor(theme.border)


def test_that_the_frame_shows_where_the_keyboard_is(qtbot, window: QMainWindow) -> None:
    panel = docked(qtbot, window)
    body = QWidget()
    body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    panel.set_body(body)
    window.activateWindow()
    panel.setFocus()
    qtbot.waitUntil(body.hasFocus)
    assert panel.grab().toImage().pixelColor(0, 60) == QColor(LIGHT.accent)
    body.clearFocus()
    assert panel.grab().toImage().pixelColor(0, 60) == QColor(LIGHT.border)


def test_that_a_long_note_is_elided_and_the_heading_stays(qtbot, window: QMainWindow) -> None:
    panel = docked(qtbot, window)
    text = "columns are samples, and many more words than will ever fit in here " * 3
    panel.set_aside(text)
    QApplication.processEvents()
    note = next(label for label in panel.findChildren(QLabel) if label.text() == text)
    assert note.toolTip() == text
    assert note.geometry().right() <= panel.width()
    title = next(label for label in panel.findChildren(QLabel) if label.text() == "Loss")
    assert title.toolTip() == ""


def test_that_a_new_body_replaces_the_old_one(qtbot, window: QMainWindow) -> None:
    panel = docked(qtbot, window)
    first, second = QLabel("first"), QLabel("second")
    panel.set_body(first)
    panel.set_body(second)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert panel.body() is second
    assert [label.text() for label in panel.findChildren(QLabel) if label.text() in ("first", "second")] == ["second"]


def test_that_a_number_in_a_heading_counts_on_without_a_layout(qtbot) -> None:
    panel = Panel("numbers", "Line", LIGHT)
    qtbot.addWidget(panel)
    panel.set_heading("Line 8")
    panel.show()
    qtbot.waitExposed(panel)
    heading = panel.titleBarWidget()
    assert heading is not None
    asked: list[int] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
            if event is not None and event.type() == QEvent.Type.LayoutRequest:
                asked.append(1)
            return False

    watch = Watch()
    heading.installEventFilter(watch)
    qtbot.wait(10)
    asked.clear()
    before = heading.grab().toImage()
    panel.set_heading("Line 7")
    qtbot.wait(10)
    assert not asked
    assert heading.grab().toImage() != before
    panel.set_heading("Line 7 of something that is much longer")
    qtbot.wait(10)
    assert asked
