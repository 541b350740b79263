"""What was open is let go when something else is opened: it may have been large."""

import gc
import weakref
from collections.abc import Callable

import pytest
from PyQt6.QtCore import QEvent
from PyQt6.QtWidgets import QApplication

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.watches.watch import Watch
from nnviz.views.window.panel_rows import ROWS as PANELS


@pytest.mark.slow
def test_that_nothing_keeps_the_session_that_was_open_and_its_data(open_app: Callable, wait_until: Callable) -> None:
    app = open_app("xor")
    last = Session(find_scenario("sine"))
    app.documents.open_session(last)
    for name in PANELS:
        app.window.summon(name)
        QApplication.processEvents()
    app.controller.watches.add(Watch.read("W1 * 2"))
    app.controller.stepping.step_line()
    app.controller.stepping.step_update()
    app.controller.selecting.select_cell(Cell("W1", 0, 0))
    app.controller.running.toggle()
    QApplication.processEvents()
    app.controller.pause()
    app.controller.stepping.step_back_update()
    QApplication.processEvents()
    session, snapshot = weakref.ref(last), weakref.ref(last.snapshot())
    data = weakref.ref(last.snapshot().data)
    del last

    app.controller.open_session(Session(find_scenario("xor")))
    app.rebuild()  # a panel that is hidden has what it showed last

    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert session() is None
    assert snapshot() is None
    assert data() is None
