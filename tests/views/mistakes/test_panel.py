"""The catalogue of the mistakes: its cards, its switches and its search."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PyQt6.QtWidgets import QApplication, QMainWindow

from nnviz.model.data.batches import BatchSpec
from nnviz.model.mistakes import CATALOGUE
from nnviz.model.network.network import Layer
from nnviz.model.quiz.quiz import broken
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.mistakes import MistakesPanel
from nnviz.views.theme import LIGHT, apply_theme

XOR = find_scenario("xor")


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
def catalogue(qtbot) -> Callable[..., MistakesPanel]:
    def show(snapshot: Snapshot) -> MistakesPanel:
        window = QMainWindow()
        qtbot.addWidget(window)
        font, colours = QApplication.font(), QApplication.palette()
        apply_theme(window, LIGHT)
        panel = MistakesPanel(LIGHT, window)
        window.setCentralWidget(panel)
        panel.show_snapshot(snapshot)
        window.resize(400, 700)
        window.show()
        qtbot.waitExposed(window)
        QApplication.setFont(font)
        QApplication.setPalette(colours)
        panel.kept_window = window
        return panel

    return show


def card(panel: MistakesPanel, name: str):
    return next(card for card in panel.cards if card.mistake.name == name)


def test_that_a_card_has_the_wrong_and_the_right_lines_of_the_network_on_the_screen(catalogue) -> None:
    panel = catalogue(moment())
    assert card(panel, "flipped-sign").formulas == (("δ² = Y − A²", True), ("δ² = A² − Y", False))
    assert card(panel, "zero-weights").formulas == ()
    assert all(is_struck for _, is_struck in card(panel, "biases-kept").formulas)
    panel.show_convention("rows")
    assert card(panel, "bias-by-fan-in").formulas[1] == ("Z¹ = X · W¹ + b¹", False)


def test_that_a_mistake_that_is_impossible_here_says_what_it_needs_and_has_no_switch(catalogue) -> None:
    panel = catalogue(moment())
    leak = card(panel, "leak-forgotten")
    assert not leak.check.isEnabled()
    assert leak.needs.isVisible()
    assert "a layer with leaky ReLU" in leak.needs.text()
    partial = card(panel, "leaking-batch")
    assert not partial.check.isEnabled()
    panel.show_snapshot(moment(scenario=replace(XOR, batch=BatchSpec(3))))
    assert partial.check.isEnabled()
    assert not partial.needs.isVisible()


def test_that_a_switch_asks_and_shows_what_comes_back(catalogue, qtbot) -> None:
    panel = catalogue(moment())
    check = card(panel, "no-mean").check
    with qtbot.waitSignal(panel.scenario_requested) as asked_for:
        check.click()
    assert asked_for.args == [replace(XOR, mistakes=("no-mean",)), "Make a mistake: 1/m missing"]
    assert not check.isChecked()
    panel.show_snapshot(moment("no-mean"))
    assert check.isChecked()


def test_that_a_card_is_greyed_with_the_reason_where_its_lines_do_not_go_with_those_made(catalogue) -> None:
    scenario = replace(XOR, layers=(Layer(4, "tanh"), *XOR.layers[1:]))
    panel = catalogue(moment(scenario=scenario))
    swapped = card(panel, "products-swapped")
    assert swapped.check.isEnabled()
    assert swapped.needs.isHidden()
    panel.show_snapshot(moment("unweighted-sum", scenario=scenario))
    assert not swapped.check.isEnabled()
    assert swapped.needs.text() == "The shapes of its lines do not go with: sum of the deltas without the weights"
    assert not swapped.needs.isHidden()
    assert card(panel, "unweighted-sum").check.isEnabled()
    panel.show_snapshot(moment(scenario=find_scenario("xor-evolution")))
    assert card(panel, "no-mean").needs.text().endswith("It needs: an optimiser that computes gradients")


def test_that_the_search_finds_words_of_titles_texts_and_formulas(catalogue) -> None:
    panel = catalogue(moment())
    panel.search.setText("bias broadcast column")
    assert [each.mistake.name for each in panel.shown_cards] == ["no-sum"]
    panel.search.setText("y − a²")
    assert "flipped-sign" in [each.mistake.name for each in panel.shown_cards]
    panel.search.setText("nothing like this")
    assert panel.shown_cards == ()
    panel.search.clear()
    assert len(panel.shown_cards) == len(CATALOGUE)


def test_that_the_catalogue_reads_what_came_while_it_was_hidden(catalogue) -> None:
    panel = catalogue(moment())
    panel.hide()
    panel.show_snapshot(moment("no-mean"))
    assert not card(panel, "no-mean").check.isChecked()
    panel.show()
    assert card(panel, "no-mean").check.isChecked()


def test_that_a_hidden_mistake_shows_nowhere_in_the_catalogue(catalogue) -> None:
    panel = catalogue(hidden("no-mean"))
    assert not any(each.check.isChecked() or each.check.isEnabled() for each in panel.cards)
    assert card(panel, "no-mean").formulas[1] == ("∂L/∂W² = δ² · A¹ᵀ / m", False)
