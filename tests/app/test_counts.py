"""Paintings and items of a frame, which do not depend on the machine: see also tests/model/history/test_counts.py."""

from collections import Counter
from collections.abc import Callable

import pytest
from PyQt6.QtCore import QEvent, QObject
from PyQt6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.views.boundary.canvas import BoundaryCanvas


class Events(QObject):
    """Counts how often each widget has an event of one type."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self.kind = kind
        self.counts: Counter[str] = Counter()

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:
        if event is not None and watched is not None and event.type() == self.kind:
            self.counts[f"{type(watched).__name__} {id(watched)}"] += 1
        return False


def counted(kind: QEvent.Type, work: Callable[[], None]) -> Counter[str]:
    """Return how often each widget has an event of a type while something is done."""
    events = Events(kind)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(events)
    work()
    settle()
    application.removeEventFilter(events)
    return events.counts


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def scenes(app: App) -> list[QGraphicsScene]:
    return [view.scene() for view in app.window.findChildren(QGraphicsView) if view.scene() is not None]


@pytest.mark.parametrize("name", ["xor", "spiral"])
def test_that_a_frame_paints_no_widget_twice(name: str, open_app: Callable[[str], App], qtbot: QtBot) -> None:
    app = open_app(name)
    for _ in range(5):
        app.controller.stepping.step_update()
        settle()
    paintings = counted(QEvent.Type.Paint, app.controller.stepping.step_update)
    assert paintings
    assert {what: count for what, count in paintings.items() if count > 1} == {}


@pytest.mark.parametrize("name", ["xor", "playground", "spiral"])
def test_that_a_frame_lays_nothing_out_anew(name: str, open_app: Callable[[str], App], qtbot: QtBot) -> None:
    app = open_app(name)
    for _ in range(12):
        app.controller.stepping.step_update()
        settle()
    assert counted(QEvent.Type.LayoutRequest, app.controller.stepping.step_update) == {}


@pytest.mark.parametrize("name", ["xor", "spiral"])
def test_that_frames_create_no_items(name: str, open_app: Callable[[str], App], qtbot: QtBot) -> None:
    app = open_app(name)
    for _ in range(5):
        app.controller.stepping.step_update()
        settle()
    before = [set(map(id, scene.items())) for scene in scenes(app)]
    for _ in range(20):
        app.controller.stepping.step_update()
        settle()
    assert [set(map(id, scene.items())) for scene in scenes(app)] == before


def test_that_a_panel_behind_another_computes_nothing_until_it_is_brought_forward(
    open_app: Callable[[str], App], qtbot: QtBot
) -> None:
    app = open_app("digits")
    settle()
    canvas = app.window.panels.boundary.findChild(BoundaryCanvas)
    assert canvas is not None
    app.window.docks.bring_forward("images")
    settle()
    canvas.setAccessibleDescription("")
    app.controller.stepping.step_update()
    settle()
    assert canvas.accessibleDescription() == ""
    app.window.docks.bring_forward("boundary")
    settle()
    assert canvas.accessibleDescription() == canvas.scene.text() != ""
