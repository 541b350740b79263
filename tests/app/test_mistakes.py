"""Mistakes and the quiz in the whole window."""

from collections.abc import Callable

import numpy as np

from nnviz.app.application import App


def titles_of_marks(app: App) -> list[str]:
    return [mark.text for mark in app.controller.snapshot.marks]


def test_that_a_mistake_from_the_panes_menu_is_made_and_undone(open_app: Callable[[], App]) -> None:
    app = open_app()
    program = app.window.panels.program
    program.menu.aboutToShow.emit()
    next(
        action for action in program.menu.submenus["output-delta"].actions() if action.text() == "δ’s sign flipped"
    ).trigger()
    assert app.controller.snapshot.scenario.mistakes == ("flipped-sign",)
    assert [chip.name for chip in program.chips.chips] == ["flipped-sign"]
    app.window.actions_by_name["undo"].trigger()
    assert program.chips.isHidden()


def test_that_the_catalogue_opens_from_tools_with_the_keyboard_in_its_search(open_app: Callable[[], App]) -> None:
    app = open_app()
    app.window.actions_by_name["mistakes"].trigger()
    panel = app.window.panels.mistakes
    assert panel.isVisible()
    assert panel.search.hasFocus()


def test_that_something_broken_shows_in_no_text_of_the_window(open_app: Callable[[], App]) -> None:
    app = open_app()
    formulas = [line.formula(app.controller.snapshot.labels) for line in app.controller.snapshot.program]
    actions = app.window.actions_by_name
    assert not actions["give_up"].isEnabled()
    actions["break"].trigger()
    app.controller.stepping.advance(5, 9)
    snapshot = app.controller.snapshot
    assert [line.formula(snapshot.labels) for line in snapshot.program] == formulas
    assert app.window.panels.program.quiz.isVisible()
    assert actions["undo"].text().endswith("Break something")
    assert snapshot.scenario.mistakes[0] not in " ".join((app.window.windowTitle(), *titles_of_marks(app)))
    actions["give_up"].trigger()
    assert not app.controller.snapshot.hides_mistakes
    assert app.window.panels.program.quiz.text.text().startswith("It was")
    assert not actions["give_up"].isEnabled()


def test_that_an_answer_in_the_pane_ends_the_quiz(open_app: Callable[[], App]) -> None:
    app = open_app()
    app.window.actions_by_name["break"].trigger()
    app.controller.stepping.advance(2, 9)
    values = app.controller.snapshot.values["W1"]
    app.window.panels.program.answer_requested.emit(app.controller.snapshot.scenario.mistakes[0])
    assert app.window.panels.program.quiz.text.text().startswith("Found!")
    assert np.array_equal(app.controller.snapshot.values["W1"], values)
