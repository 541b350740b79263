"""A defect while painting: whatever widget it is in, the painter ends, it is reported once, and the view paints again.

All classes of nnviz that paint are found by themselves; a tour through the window brings each of them to the screen.
"""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
from PyQt6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PyQt6.QtGui import QDragEnterEvent, QIconEngine, QMouseEvent
from PyQt6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QGraphicsItem,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import nnviz.views
from nnviz.app.application import App
from nnviz.app.crash_reports import CrashReporter
from nnviz.model.map import MapPlan, read_axis
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell
from nnviz.views import file_dialogs
from nnviz.views.network.spots import Spot
from nnviz.views.theme import LIGHT, icon

Open = Callable[..., App]

FIXTURES = Path(__file__).parent.parent / "fixtures"
METHODS = ("paintEvent", "paint", "drawPicture", "drawForeground")
"""What Qt, or pyqtgraph, calls to have something painted."""
WORDS = "a defect for the test"


def painting() -> dict[str, CodeType]:
    """Return the code of every method of nnviz by which something is painted, by ``Class.method``."""
    for module in pkgutil.walk_packages(nnviz.views.__path__, "nnviz.views."):
        importlib.import_module(module.name)
    kinds = {kind for base in (QWidget, QAbstractItemDelegate, QGraphicsItem, QIconEngine) for kind in below(base)}
    found = {}
    for kind in kinds:
        for name in METHODS:
            method = vars(kind).get(name)
            if kind.__module__.startswith("nnviz.") and inspect.isfunction(method):
                found[f"{kind.__name__}.{name}"] = method.__code__
    return found


def below(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield each
        yield from below(each)


class Tracing:
    """Follows the lines of one function while something is done, and raises at one of them."""

    def __init__(self, code: CodeType, raise_at: int | None = None) -> None:
        self._code, self._raise_at = code, raise_at
        self.lines: list[int] = []
        self.raised = False

    def run(self, work: Callable[[], object]) -> "Tracing":
        sys.settrace(self._enter)
        try:
            work()
        finally:
            sys.settrace(None)
        return self

    def _enter(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._follow if frame.f_code is self._code else None

    def _follow(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.lines.append(frame.f_lineno)
            if frame.f_lineno == self._raise_at and not self.raised:
                self.raised = True
                raise RuntimeError(WORDS)
        return self._follow


class Tour:
    """Goes through a window and plants a fault in each painting method, once it is on the screen."""

    def __init__(self, app: App, qtbot: QtBot) -> None:
        self.app, self.qtbot = app, qtbot
        self.left = painting()
        self.reported: list[str] = []
        reporter = app.findChild(CrashReporter)
        assert reporter is not None
        reporter.fault_found.connect(lambda summary, _: self.reported.append(summary))

    def look(self) -> None:
        """Plant a fault in whatever paints now and has not had one."""
        self.qtbot.wait(20)
        visible = self._visible()
        for name, code in list(self.left.items()):
            for widget in self._places(name, visible):
                lines = Tracing(code).run(lambda widget=widget: paint(widget)).lines
                if lines:
                    del self.left[name]
                    self._plant(name, widget, code, lines[-1])
                    visible = self._visible()
                    break

    def _visible(self) -> list[QWidget]:
        return [widget for widget in self.app.window.findChildren(QWidget) if widget.isVisible()]

    def _places(self, name: str, visible: list[QWidget]) -> list[QWidget]:
        """Return those of the visible widgets in which something of a class is painted."""
        kind = name.partition(".")[0]
        if kind in ("NumberAxis", "LossPlot"):
            return [view.viewport() for view in visible if type(view).__name__ == "LossPlot"]
        by_itself = [widget for widget in visible if kind in [each.__name__ for each in type(widget).__mro__]]
        views = [view for view in visible if isinstance(view, QAbstractItemView)]
        rows = [view for view in views if kind in [each.__name__ for each in type(view.itemDelegate()).__mro__]]
        return [
            widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget for widget in (*by_itself, *rows)
        ]

    def _plant(self, name: str, widget: QWidget, code: CodeType, line: int) -> None:
        self.app.controller.announce()
        before = len(self.reported)
        for way in (QWidget.repaint, QWidget.grab, QWidget.repaint, QWidget.repaint):
            tracing = Tracing(code, raise_at=line).run(lambda way=way: paint(widget, way))
            assert tracing.raised, f"the fault in {name} was not reached"
            QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
        self.qtbot.wait(1)
        assert self.reported[before:] == [f"RuntimeError: {WORDS}"], name
        assert not self.app.controller.run_state.running
        self.app.window.notice.clear()
        if widget.isVisible():
            assert line in Tracing(code).run(lambda: paint(widget)).lines, f"{name} paints no more"
        assert len(self.reported) == before + 1, name


def paint(widget: QWidget, way: Callable[[QWidget], object] = QWidget.repaint) -> None:
    plot = next((up for up in (widget, widget.parent()) if type(up).__name__ == "LossPlot"), None)
    if plot is not None:
        for axis in (plot.getAxis("left"), plot.getAxis("bottom")):
            axis.picture = None  # an axis is painted from what it has recorded
    way(widget)
    QApplication.sendPostedEvents()


def drag_over(window: QWidget, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    keys, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window.windowHandle(), event)


@pytest.mark.slow
def test_that_a_defect_in_any_painting_ends_its_painter_and_is_reported_once(
    open_app: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    app = open_app("xor")
    window, tour, act = app.window, Tour(app, qtbot), app.window.actions_by_name
    app.controller.stepping.advance(7, 0)
    app.controller.selecting.select_cell(Cell("dW1", 0, 0))
    tour.look()
    window.notice.tell("info", "something to know")
    tour.look()
    window.caption.show_text("something to see")
    tour.look()
    window.caption.hide()

    for name in window.panels.by_name():
        window.summon(name)
        tour.look()
    act["gradient_check"].trigger()
    qtbot.waitUntil(lambda: window.panels.checks.check is not None)
    tour.look()
    app.controller.charting.watch("L")
    window.summon("watches")
    tour.look()
    app.controller.comparison.add_shipped("circle")
    app.controller.comparison.add_copy()
    window.summon("compare")
    tour.look()
    window.summon("map")
    app.tools.map.start(MapPlan(find_scenario("xor"), read_axis("seed=0:1"), read_axis("learning-rate=0.1,1"), 5))
    qtbot.waitUntil(lambda: not app.tools.map.state.running)
    tour.look()
    monkeypatch.setattr(file_dialogs, "ask_open", lambda *_: FIXTURES / "seed_4.py")
    with qtbot.waitSignal(app.tools.code.finished):
        act["check_code"].trigger()
    tour.look()
    window.summon("history")
    tour.look()

    own_code = app.tools.own_code
    app.tools.open_dropped(FIXTURES / "scripts" / "tanh_class_wrong.py")
    own_code.run()
    qtbot.waitUntil(lambda: own_code.state.kind == "recorded")
    for name in ("program", "matrices"):
        window.summon(name)
        tour.look()
    window.panels.program.own_code.edit()
    tour.look()
    own_code.close()

    act["jump"].trigger()
    tour.look()
    act["playground_link"].trigger()
    tour.look()
    drag_over(window, tmp_path / "data.csv")
    tour.look()
    window.drop.hide()
    window.summon("program")
    act["break"].trigger()
    tour.look()
    act["give_up"].trigger()
    tour.look()
    canvas = window.panels.network.body()
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.place_of(Spot("edge", 1, 0, 0)).toPoint())
    tour.look()
    app.controller.editing.set_value(Cell("W1", 0, 0), 0.25)
    app.documents.open_shipped("digits")
    qtbot.waitUntil(window.question.isVisible)
    tour.look()
    window.question.findChild(QWidget, "lose").click()
    qtbot.waitUntil(lambda: app.controller.snapshot.scenario.name == "digits")
    qtbot.wait(200)
    window.summon("images")
    window.panels.images.setFloating(True)
    window.panels.images.resize(1100, 1000)
    qtbot.wait(200)
    tour.look()
    app.documents.open_shipped("three-class-spiral")
    qtbot.waitUntil(lambda: app.controller.snapshot.scenario.name == "three-class-spiral")
    window.summon("boundary")
    window.resize(1900, 1000)
    tour.look()

    assert set(tour.left) == {"_Drawing.paint"}, "bring them to the screen in this tour"


def test_that_a_defect_in_the_painting_of_an_icon_ends_its_painter(open_app: Open, qtbot: QtBot) -> None:
    app = open_app("xor")
    button = QToolButton(app.window)
    button.setIcon(icon("close", LIGHT))
    button.setIconSize(QSize(23, 23))  # no other has this size, so that it is not drawn yet
    button.resize(40, 40)
    reported: list[str] = []
    reporter = app.findChild(CrashReporter)
    assert reporter is not None
    reporter.fault_found.connect(lambda summary, _: reported.append(summary))
    code = painting()["_Drawing.paint"]
    tracing = Tracing(code, raise_at=code.co_firstlineno + 3)
    tracing.run(button.show)
    tracing.run(lambda: paint(button))
    assert tracing.raised
    QApplication.sendPostedEvents(None, QEvent.Type.MetaCall)
    assert reported == [f"RuntimeError: {WORDS}"]
    paint(button)
    assert len(reported) == 1


def move(widget: QWidget, watched: QWidget, step: int) -> None:
    """Have Qt ask for a size, tell of another one, and of the mouse."""
    widget.adjustSize()
    widget.resize(60 + step, 50)
    watched.resize(60 + step, 50)
    place, keys = QPointF(10 + step, 10), Qt.KeyboardModifier.NoModifier
    nothing = Qt.MouseButton.NoButton
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, place, place, nothing, nothing, keys))


@pytest.mark.parametrize("method", ["sizeHint", "event", "eventFilter", "mouseMoveEvent", "resizeEvent"])
@pytest.mark.sample(2)
def test_that_a_defect_in_what_qt_calls_by_itself_is_reported_once_until_the_window_shows_something_else(
    open_app: Open, qtbot: QtBot, method: str
) -> None:
    app = open_app("xor")
    reported: list[str] = []
    reporter = app.findChild(CrashReporter)
    assert reporter is not None
    reporter.fault_found.connect(lambda summary, _: reported.append(summary))
    calls = []

    def fails(self: QWidget, *arguments: object) -> None:
        calls.append(method)
        raise RuntimeError(WORDS)

    fails.__code__ = fails.__code__.replace(co_name=method)
    widget = type("Faulty", (QWidget,), {method: fails})(app.window)
    watched = QWidget(app.window)
    watched.installEventFilter(widget)
    widget.setMouseTracking(True)
    widget.resize(50, 50)
    widget.show()
    watched.show()
    for step in range(5):
        move(widget, watched, step)
        qtbot.wait(5)
    assert len(calls) >= 5
    assert reported == [f"RuntimeError: {WORDS}"]
    app.controller.stepping.step_line()
    move(widget, watched, 9)
    qtbot.wait(5)
    assert len(reported) == 2
    widget.hide()
    watched.removeEventFilter(widget)
    widget.setParent(None)
