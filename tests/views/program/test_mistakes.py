"""Mistakes in the program panel: the menus that switch them, the chips, and the quiz."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QAction, QContextMenuEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication

from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.network import Layer
from nnviz.model.quiz.quiz import QuizState, answered, asked, broken, given_up, revealed
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.program import ProgramPanel
from nnviz.views.theme import DARK, LIGHT

XOR = find_scenario("xor")
Shown = Callable[..., ProgramPanel]


def moment(*mistakes: str, scenario: Scenario = XOR, updates: int = 3, lines: int = 9) -> Snapshot:
    session = Session(replace(scenario, mistakes=mistakes))
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def hidden(name: str, updates: int = 3, lines: int = 9) -> Snapshot:
    session = Session(broken(XOR, CATALOGUE[name]))
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


@pytest.fixture
def shown(qtbot) -> Shown:
    def show(snapshot: Snapshot, theme=LIGHT, width: int = 780, height: int = 420) -> ProgramPanel:
        panel = ProgramPanel(theme)
        qtbot.addWidget(panel)
        panel.show_snapshot(snapshot)
        panel.resize(width, height)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return show


def entries(panel: ProgramPanel) -> dict[str, QAction]:
    panel.menu.aboutToShow.emit()
    menus = (panel.menu, *panel.menu.submenus.values())
    return {action.text(): action for menu in menus for action in menu.actions() if action.text()}


# The menus -----------------------------------------------------------------------------------------------------------


def test_that_the_menu_offers_every_mistake_by_place_and_says_what_the_impossible_ones_need(shown) -> None:
    panel = shown(moment("flipped-sign"))
    found = entries(panel)
    assert {mistake.title for mistake in CATALOGUE.values() if not mistake.is_own_code} <= set(found)
    assert not {mistake.title for mistake in CATALOGUE.values() if mistake.is_own_code} & set(found)
    assert found["δ’s sign flipped"].isChecked()
    assert not found["1/m missing"].isChecked()
    leak = found["leaky ReLU’s derivative 0 below zero"]
    assert not leak.isEnabled()
    assert "a layer with leaky ReLU" in leak.toolTip()
    heads = [menu.title() for menu in panel.menu.submenus.values()]
    assert heads[:2] == ["Forward", "Loss and the output’s δ  (1)"]
    assert max(len(menu.actions()) for menu in panel.menu.submenus.values()) <= 16


def test_that_the_keyboard_reaches_a_mistake_through_the_menu_of_its_place(shown, qtbot) -> None:
    panel = shown(moment())
    panel.menu.popup(panel.mapToGlobal(QPoint(5, 5)))
    qtbot.waitUntil(panel.menu.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(panel.menu, key)
    inner = panel.menu.submenus["forward"]
    qtbot.waitUntil(inner.isVisible)
    with qtbot.waitSignal(panel.scenario_requested) as asked_for:
        QTest.keyClick(inner, Qt.Key.Key_Return)
    assert len(asked_for.args[0].mistakes) == 1


def test_that_the_menu_says_with_which_mistakes_one_does_not_go(shown) -> None:
    scenario = replace(XOR, layers=(Layer(4, "tanh"), *XOR.layers[1:]))
    panel = shown(moment(scenario=scenario))
    assert entries(panel)["matrix product instead of the element-wise one"].isEnabled()
    panel.show_snapshot(moment("unweighted-sum", scenario=scenario))
    swapped = entries(panel)["matrix product instead of the element-wise one"]
    assert not swapped.isEnabled()
    assert swapped.toolTip() == "The shapes of its lines do not go with: sum of the deltas without the weights"
    assert entries(panel)["sum of the deltas without the weights"].isEnabled()


def test_that_a_choice_in_the_menu_asks_for_the_scenario_with_the_mistake(shown, qtbot) -> None:
    panel = shown(moment("flipped-sign"))
    with qtbot.waitSignal(panel.scenario_requested) as asked_for:
        entries(panel)["1/m missing"].trigger()
    assert asked_for.args == [replace(XOR, mistakes=("flipped-sign", "no-mean")), "Make a mistake: 1/m missing"]
    with qtbot.waitSignal(panel.scenario_requested) as asked_for:
        entries(panel)["δ’s sign flipped"].trigger()
    assert asked_for.args == [replace(XOR, mistakes=()), "Remove the mistake: δ’s sign flipped"]


def test_that_all_are_switched_off_at_once(shown, qtbot) -> None:
    panel = shown(moment("flipped-sign", "zero-weights"))
    with qtbot.waitSignal(panel.scenario_requested) as asked_for:
        entries(panel)["Remove all mistakes"].trigger()
    assert asked_for.args[0] == XOR
    panel.show_snapshot(moment())
    assert "Remove all mistakes" not in entries(panel)


def test_that_the_menu_leads_to_the_catalogue(shown, qtbot) -> None:
    panel = shown(moment())
    with qtbot.waitSignal(panel.catalogue_requested):
        entries(panel)["Search the mistakes…"].trigger()


def line_menu(panel: ProgramPanel, line: int) -> list[str]:
    viewport, place = panel.rows.viewport(), panel.rows.row_rect(line).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    texts = [action.text() for action in panel.line_menu.actions() if action.text()]
    panel.line_menu.hide()
    heading = next(n for n, text in enumerate(texts) if "istake" in text)
    return texts[heading:]


def test_that_a_line_s_menu_offers_the_mistakes_that_change_it(shown) -> None:
    panel = shown(moment())
    assert line_menu(panel, 1) == [
        "Make a mistake here",
        "bias applied once for each input",
        "bias added after the activation",
    ]
    assert "sum of the deltas without the weights" in line_menu(panel, 9)
    assert "sum of the deltas without the weights" not in line_menu(panel, 6)
    assert "1/m missing" in line_menu(panel, 7)
    assert line_menu(panel, 5) == ["No mistake is known for this line"]


def test_that_the_menu_key_opens_the_menu_of_the_lit_line(shown, qtbot) -> None:
    panel = shown(moment(lines=6))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint())
    with qtbot.waitSignal(panel.rows.menu_requested) as asked_for:
        QApplication.sendEvent(panel.rows.viewport(), event)
    panel.line_menu.hide()
    assert asked_for.args[0] == 6


# The chips -----------------------------------------------------------------------------------------------------------


def test_that_every_mistake_has_a_chip_that_ends_it(shown, qtbot) -> None:
    panel = shown(moment("zero-weights", "stale-prediction"))
    assert [chip.name for chip in panel.chips.chips] == ["zero-weights", "stale-prediction"]
    with qtbot.waitSignal(panel.scenario_requested) as asked_for:
        panel.chips.chips[0].close_button.click()
    assert asked_for.args[0].mistakes == ("stale-prediction",)
    panel.show_snapshot(moment())
    assert panel.chips.isHidden()


def test_that_chips_without_room_are_counted(shown) -> None:
    panel = shown(moment("flipped-sign", "no-mean", "zero-weights", "stale-prediction"), width=420)
    inside = [chip for chip in panel.chips.chips if chip.isVisible()]
    assert 1 <= len(inside) < 4
    assert all(chip.geometry().right() <= panel.chips.width() for chip in inside)
    assert all(chip.width() >= chip.minimumSizeHint().width() for chip in inside)


# The quiz ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["flipped-sign", "in-place", "biases-kept", "no-sum", "zero-weights"])
def test_that_a_hidden_mistake_shows_nowhere_in_the_pane(shown, name: str) -> None:
    panel, right = shown(hidden(name)), shown(moment())
    rows = [panel.rows.shown_row(line)[0] for line in range(1, 16)]
    assert [row.formula for row in rows] == [right.rows.shown_row(line)[0].formula for line in range(1, 16)]
    assert not any(row.is_wrong or row.is_suspicious for row in rows)
    assert panel.chips.isHidden()
    assert panel.quiz.isVisible()
    assert panel.rows.row_rect(2).top() - panel.rows.row_rect(1).top() == panel.rows.row_rect(1).height()
    switches = [action for action in entries(panel).values() if action.isCheckable()]
    assert not any(action.isEnabled() or action.isChecked() for action in switches)


def test_that_an_answer_is_chosen_among_all_that_are_possible_and_asked_about(shown, qtbot) -> None:
    panel = shown(hidden("flipped-sign"))
    quiz = panel.quiz
    assert "Something is broken" in quiz.text.text()
    assert not quiz.check.isEnabled()
    keys = [quiz.choice.itemData(index) for index in range(quiz.choice.count())]
    assert "flipped-sign" in keys
    assert "leak-forgotten" not in keys
    quiz.choice.activated.emit(keys.index("no-mean"))
    with qtbot.waitSignal(panel.answer_requested) as answer:
        quiz.check.click()
    assert answer.args == ["no-mean"]
    with qtbot.waitSignal(panel.give_up_requested):
        quiz.give_up.click()


def test_that_a_wrong_answer_is_reported_and_the_score_stands_there(shown) -> None:
    snapshot = hidden("flipped-sign")
    panel = shown(snapshot)
    panel.show_quiz(answered(asked(QuizState()), snapshot, "no-mean"))
    assert panel.quiz.text.text().startswith("It is not “1/m missing”.")
    assert panel.quiz.text.text().endswith("Found 0 of 1 so far.")
    assert panel.quiz.choice.isVisible()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_a_right_answer_is_reported_with_how_it_could_be_seen(shown, theme) -> None:
    snapshot = hidden("flipped-sign")
    panel = shown(snapshot, theme)
    session = Session(revealed(snapshot.scenario))
    panel.show_snapshot(session.snapshot())
    panel.show_quiz(answered(asked(QuizState()), snapshot, "flipped-sign"))
    quiz = panel.quiz
    assert quiz.isVisible()
    assert quiz.text.text().startswith("Found! It is “δ’s sign flipped”. The gradient check detects it.")
    assert quiz.text.text().endswith("Found 1 of 1 so far.")
    assert not quiz.choice.isVisible()
    image = quiz.grab().toImage()
    colours = {image.pixelColor(x, 10).name().upper() for x in range(30)}
    assert theme.holds.upper() in colours
    quiz.close_button.click()
    assert not quiz.isVisible()


def test_that_giving_up_tells_which_it_was_and_another_scenario_ends_it(shown) -> None:
    snapshot = hidden("zero-weights")
    panel = shown(snapshot)
    panel.show_snapshot(Session(revealed(snapshot.scenario)).snapshot())
    panel.show_quiz(given_up(asked(QuizState()), snapshot))
    assert panel.quiz.text.text().startswith("It was “all weights start at zero”.")
    panel.show_snapshot(moment())
    assert not panel.quiz.isVisible()


def test_that_space_in_the_quiz_presses_its_buttons(shown, qtbot) -> None:
    panel = shown(hidden("no-mean"))
    panel.activateWindow()
    panel.quiz.give_up.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(panel.give_up_requested):
        QTest.keyClick(panel.quiz.give_up, Qt.Key.Key_Space)


@pytest.mark.parametrize("width", [260, 420, 900])
def test_that_the_quiz_has_room_for_all_that_it_says(shown, width: int) -> None:
    snapshot = hidden("zero-weights")
    panel = shown(snapshot, width=width)
    panel.show_snapshot(Session(revealed(snapshot.scenario)).snapshot())
    panel.show_quiz(answered(asked(QuizState()), snapshot, "zero-weights"))
    QApplication.processEvents()
    text = panel.quiz.text
    assert text.height() >= text.heightForWidth(text.width())
    assert panel.quiz.rect().contains(text.geometry())
    assert panel.rows.height() > 0
