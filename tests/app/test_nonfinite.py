"""A run in the window stops at the first number that is not finite, and says why."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PyQt6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.session import Session

Open = Callable[..., App]


def test_that_a_run_stops_at_the_first_cell_that_is_not_finite_with_the_state_before_one_key_away(
    open_app: Open, qtbot: QtBot
) -> None:
    app = open_app()
    diverging = replace(find_scenario("sine"), optimiser=OptimiserSpec("gradient-descent", 1e6))
    app.controller.open_session(Session(diverging))
    with qtbot.waitSignal(app.controller.breakpoint_stops.went_nonfinite):
        qtbot.keyClick(app.window.centralWidget(), Qt.Key.Key_Space)
    assert not app.controller.run_state.running
    reported = app.window.notice.text()
    assert "Update 24, line 5: L is not finite" in reported
    assert "learning rate" in reported
    snapshot = app.controller.snapshot
    assert snapshot.is_newest
    assert not np.isfinite(snapshot.values["L"]).all()
    assert app.controller.selection.cell is not None
    assert app.controller.selection.cell.symbol == "L"
    qtbot.keyClick(app.window.centralWidget(), Qt.Key.Key_Left)
    before = app.controller.snapshot
    assert before.position.line == 4
    assert all(np.isfinite(value).all() for value in before.values.values())
    assert not app.window.notice.isVisible()
