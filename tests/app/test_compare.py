"""Comparing sessions in the window."""

from collections.abc import Callable
from dataclasses import replace

from PyQt6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnviz.app.application import App
from nnviz.model.breakpoints import LossBelow
from nnviz.model.session.selection import Cell

Open = Callable[..., App]


def opened(app: App) -> list[int]:
    """Show the panel with its first comparison; return the updates at which all are."""
    panel = app.window.panels.compare
    panel.show()
    panel.raise_()
    QApplication.processEvents()
    panel.suggestions.links[0].click()
    return places(app)


def places(app: App) -> list[int]:
    compared = app.window.panels.compare._compared
    assert compared is not None
    return [entry.completed for entry in compared.all]


def test_that_a_run_in_the_window_moves_what_is_compared_with_it_until_a_breakpoint(
    open_app: Open, qtbot: QtBot
) -> None:
    app = open_app()
    assert opened(app) == [0, 0]
    app.controller.breakpoints.add(LossBelow(0.3))
    with qtbot.waitSignal(app.controller.breakpoint_stops.stopped_at):
        app.controller.running.start()
    here = app.controller.snapshot.position.completed
    qtbot.waitUntil(lambda: places(app) == [here, here])
    app.controller.stepping.step_back_epoch()
    app.controller.stepping.step_back_epoch()
    before = app.controller.snapshot.position.completed
    assert before < here
    assert places(app) == [before, before]


def test_that_a_rival_opened_in_the_window_changes_places_with_the_session(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    opened(app)
    app.controller.stepping.advance(30, 0)
    panel = app.window.panels.compare
    qtbot.waitUntil(lambda: places(app) == [30, 30])
    key, rate = panel.rows[1].key, app.controller.snapshot.scenario.optimiser.learning_rate
    panel.window_requested.emit(key)
    assert app.controller.snapshot.scenario.optimiser.learning_rate == 10 * rate
    assert panel.rows[1].name.text() == "XOR"
    panel.window_requested.emit(key)
    assert app.controller.snapshot.scenario.optimiser.learning_rate == rate
    assert not app.documents.has_unsaved_work


def test_that_unsaved_work_is_asked_about_before_a_rival_takes_its_place(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    opened(app)
    app.controller.editing.set_value(Cell("W1", 0, 0), 2.0)
    panel, before = app.window.panels.compare, app.controller.snapshot.scenario
    panel.window_requested.emit(panel.rows[1].key)
    assert app.window.question.isVisible()
    assert app.controller.snapshot.scenario is before


def test_that_what_is_compared_stays_in_another_theme(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    opened(app)
    app.rebuild()
    assert places(app) == [0, 0]


def test_that_what_cannot_be_compared_is_reported_in_the_bar(open_app: Open, qtbot: QtBot) -> None:
    app = open_app()
    scenario = app.controller.snapshot.scenario
    app.controller.comparison.add_scenario(replace(scenario, loss="none"), "")
    assert app.window.notice.isVisible()
