"""An evolution strategy in the window: every view shows its program, and none shows a gradient."""

from collections.abc import Callable
from itertools import islice

import pytest
from PyQt6.QtWidgets import QTabBar, QWidget

from nnviz.app.application import App
from nnviz.model.scenario.edit import with_optimiser
from nnviz.model.session.selection import Cell
from nnviz.views.window.sheet import Sheet

Open = Callable[..., App]


@pytest.mark.parametrize("kind", ["evolution", "evolution-population"])
@pytest.mark.sample(1, "evolution-population")
def test_that_every_line_and_cell_is_shown_by_every_panel(open_app: Open, kind: str) -> None:
    app = open_app("xor-evolution")
    controller, window = app.controller, app.window
    controller.editing.change_scenario(with_optimiser(controller.snapshot.scenario, kind), "Optimiser")
    for panel in window.panels.by_name().values():
        panel.setVisible(True)
    tabs = max(bar.count() for bar in window.findChildren(QTabBar))
    left = dict(window.panels.by_name())
    for number in range(2 * tabs):
        if number == tabs:
            window.findChild(Sheet).close_sheet()  # it is over some of the others
        for bar in window.findChildren(QTabBar):
            bar.setCurrentIndex(min(number % tabs, bar.count() - 1))
        window.grab()
        in_front = [left.pop(name) for name, panel in list(left.items()) if not panel.visibleRegion().isEmpty()]

        def draw(panels: list[QWidget] = in_front) -> None:
            for panel in panels:
                panel.grab()

        draw()
        for line in range(1, len(controller.snapshot.program) + 1):
            controller.stepping.step_line()
            controller.selecting.select_line(line)
            draw()
        # With a line, its own value is shown; of the others every fourth is chosen.
        for symbol, (rows, columns) in islice(controller.snapshot.shapes.items(), None, None, 4):
            controller.selecting.select_cell(Cell(symbol, rows - 1, columns - 1))
            draw()
        controller.stepping.seek(0)
        window.grab()
    assert left == {}


def test_that_the_checks_say_that_there_are_no_gradients(open_app: Open) -> None:
    app = open_app("xor-evolution")
    checks = app.window.panels.checks
    checks.setVisible(True)
    checks.raise_()
    app.controller.stepping.step_update()
    app.window.grab()
    assert "no gradients" in checks.remark.text()
    assert checks.remark.isVisible()
    assert not checks.canvas.isVisible()
    app.controller.editing.change_scenario(
        with_optimiser(app.controller.snapshot.scenario, "gradient-descent"), "Optimiser"
    )
    app.window.grab()
    assert checks.canvas.isVisible()
    assert "no gradients" not in checks.remark.text()
