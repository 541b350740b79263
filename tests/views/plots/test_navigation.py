"""The mouse and the keyboard look around in the same way in every plot."""

import gc
import weakref

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PyQt6.QtGui import QAction, QKeySequence, QMouseEvent, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QWidget

from nnviz.views.plots.axis_range import AxisRange, VisibleRange
from nnviz.views.plots.navigation import NavigationWays, PlotNavigation

AREA = QRectF(20, 10, 100, 50)
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Plot(QWidget):
    """A plot of 0 to 100 across and 0 to 10 up, with what reached the widget itself."""

    def __init__(self, ways: NavigationWays | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(140, 80)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.across, self.up = VisibleRange(AxisRange(0.0, 100.0)), VisibleRange(AxisRange(0.0, 10.0), 1.0)
        self.own: list[str] = []
        self.navigation = PlotNavigation(
            self, lambda: AREA, self.across, self.up, values=lambda: "x,y\n1,2\n", ways=ways
        )

    def mousePressEvent(self, event) -> None:
        self.own.append("press")

    def wheelEvent(self, event) -> None:
        self.own.append("wheel")
        event.ignore()

    def keyPressEvent(self, event) -> None:
        self.own.append(QKeySequence(event.key()).toString())


@pytest.fixture
def plot(qtbot):
    plot = Plot()
    qtbot.addWidget(plot)
    return plot


def turn(plot: QWidget, notches: float, at: QPointF, keys=Qt.KeyboardModifier.NoModifier) -> None:
    event = QWheelEvent(
        at,
        plot.mapToGlobal(at),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot, event)


def drag(plot: QWidget, by: QPoint, button=LEFT, keys=Qt.KeyboardModifier.NoModifier) -> None:
    start = AREA.center().toPoint()
    QTest.mousePress(plot, button, keys, start)
    QTest.mouseMove(plot, start + by)
    QTest.mouseRelease(plot, button, keys, start + by)


def test_that_the_wheel_zooms_around_the_mouse(plot) -> None:
    turn(plot, 3, QPointF(45, 35))
    assert plot.across.extent.at(0.25) == pytest.approx(25)
    assert plot.across.extent.span == pytest.approx(100 / 1.25**3)
    assert plot.up.extent.at(0.5) == pytest.approx(5)
    assert plot.own == []


def test_that_the_wheel_scrolls_what_is_around_a_plot_that_shows_everything_and_outside_of_its_axes(plot) -> None:
    turn(plot, -1, AREA.center())
    turn(plot, 1, QPointF(5, 5))
    assert plot.own == ["wheel", "wheel"]
    assert plot.navigation.is_whole


def test_that_zooming_out_shows_everything_as_it_grows(plot) -> None:
    turn(plot, 2, AREA.center())
    turn(plot, -3, AREA.center())
    assert plot.navigation.is_whole
    plot.across.reach(AxisRange(0.0, 200.0))
    assert plot.across.extent == AxisRange(0.0, 200.0)


def test_that_a_drag_pans_what_is_zoomed_and_a_click_remains_a_click(plot) -> None:
    clicked: list[QPointF] = []
    plot.navigation.clicked.connect(clicked.append)
    turn(plot, 5, AREA.center())
    before = plot.across.extent, plot.up.extent
    drag(plot, QPoint(-20, -10))
    assert plot.across.extent.low == pytest.approx(before[0].low + 0.2 * before[0].span)
    assert plot.up.extent.low == pytest.approx(before[1].low - 0.2 * before[1].span)
    assert clicked == []
    QTest.mouseClick(plot, LEFT, pos=QPoint(50, 30))
    assert clicked == [QPointF(50, 30)]
    assert plot.own == []


def test_that_what_shows_everything_leaves_the_mouse_to_the_plot(plot) -> None:
    drag(plot, QPoint(-20, 0))
    assert plot.own == ["press"]
    assert plot.navigation.is_whole


@pytest.mark.parametrize(("button", "keys"), [(MIDDLE, "NoModifier"), (LEFT, "ShiftModifier")])
def test_that_a_plot_with_a_use_for_the_mouse_is_panned_otherwise(qtbot, button, keys) -> None:
    plot = Plot(NavigationWays(wheel=Qt.KeyboardModifier.ControlModifier, drags=False))
    qtbot.addWidget(plot)
    turn(plot, 4, AREA.center())
    assert plot.own == ["wheel"]
    turn(plot, 4, AREA.center(), Qt.KeyboardModifier.ControlModifier)
    before = plot.across.extent
    drag(plot, QPoint(-20, 0))
    assert plot.across.extent == before
    drag(plot, QPoint(-20, 0), button, Qt.KeyboardModifier[keys])
    assert plot.across.extent.low > before.low


def test_that_a_double_click_and_0_show_everything(plot) -> None:
    for show in (
        lambda: QTest.mouseDClick(plot, LEFT, pos=AREA.center().toPoint()),
        lambda: QTest.keyClick(plot, Qt.Key.Key_0),
    ):
        turn(plot, 3, AREA.center())
        show()
        assert plot.navigation.is_whole


def test_that_keys_zoom_and_pan_and_the_arrow_keys_are_the_windows_while_everything_is_seen(plot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.own == ["Right"]
    for _ in range(4):
        QTest.keyClick(plot, Qt.Key.Key_Plus)
    before = plot.across.extent, plot.up.extent
    QTest.keyClick(plot, Qt.Key.Key_Right)
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert plot.across.extent.low == pytest.approx(before[0].low + 0.2 * before[0].span)
    assert plot.up.extent.low == pytest.approx(before[1].low + 0.2 * before[1].span)
    QTest.keyClick(plot, Qt.Key.Key_Minus)
    assert plot.across.extent.span == pytest.approx(before[0].span * 1.25)
    assert plot.own == ["Right"]


def test_that_the_keys_come_before_the_shortcuts_of_the_window(qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    plot = Plot(parent=window)
    pressed: list[str] = []
    for keys in ("Ctrl+C", "0", "Right"):
        action = QAction(keys, window)
        action.setShortcut(keys)
        action.triggered.connect(lambda _, keys=keys: pressed.append(keys))
        window.addAction(action)
    window.show()
    plot.setFocus()
    qtbot.waitUntil(plot.hasFocus)
    QTest.keyClick(plot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "x,y\n1,2\n"
    QTest.keyClick(plot, Qt.Key.Key_0)
    assert pressed == []
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert pressed == ["Right"]


def test_that_the_menu_copies_values_and_picture_and_shows_everything(plot) -> None:
    values, picture, everything = plot.navigation.menu().actions()
    assert not everything.isEnabled()
    values.trigger()
    assert QApplication.clipboard().text() == "x,y\n1,2\n"
    picture.trigger()
    assert QApplication.clipboard().pixmap().width() == 140
    turn(plot, 3, AREA.center())
    everything = plot.navigation.menu().actions()[-1]
    assert everything.isEnabled()
    everything.trigger()
    assert plot.navigation.is_whole


def test_that_the_place_under_the_mouse_is_told_and_that_it_has_left(plot) -> None:
    hovered: list[QPointF | None] = []
    plot.navigation.hovered.connect(hovered.append)
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    for place in (QPointF(60, 30), QPointF(5, 5)):
        moved = QMouseEvent(QEvent.Type.MouseMove, place, plot.mapToGlobal(place), none, none, keys)
        QApplication.sendEvent(plot, moved)
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))
    assert hovered == [QPointF(60, 30), None, None]


def test_that_a_plot_that_is_collected_while_it_gets_events_does_no_harm() -> None:
    plot = Plot()
    plot.show()
    alive = weakref.ref(plot)
    del plot
    gc.collect()
    assert alive() is None


def test_that_a_value_out_of_sight_is_brought_into_it() -> None:
    seen = VisibleRange(AxisRange(0.0, 100.0))
    assert not seen.reveal(90.0)
    seen.zoom(0.2, 0.0)
    assert seen.extent == AxisRange(0.0, 20.0)
    assert seen.reveal(30.0)
    assert seen.extent == AxisRange(10.0, 30.0)
    seen.reveal(60.0, centred=True)
    assert seen.extent == AxisRange(50.0, 70.0)
