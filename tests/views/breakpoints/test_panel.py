"""The breakpoints panel lists what stops a run, and adds conditions."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.model.breakpoints import (
    CONDITIONS,
    Breakpoint,
    Condition,
    ExpressionHolds,
    LineReached,
    LossBelow,
    NotFinite,
    SampleChangesClass,
    SizeAbove,
    WeightChangesSign,
)
from nnviz.model.history.position import Position
from nnviz.model.program.symbols import Labels
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session
from nnviz.views.breakpoints import BreakpointsPanel
from nnviz.views.breakpoints.texts import condition_title
from nnviz.views.theme import LIGHT
from nnviz.views.widgets.choice_combo import ChoiceCombo
from nnviz.views.widgets.number_field import NumberField


@pytest.fixture
def panel(qtbot: QtBot) -> BreakpointsPanel:
    made = BreakpointsPanel(LIGHT)
    qtbot.addWidget(made)
    session = Session(find_scenario("xor"))
    session.step_update()
    made.show_snapshot(session.snapshot())
    made.resize(380, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def choose(panel: BreakpointsPanel, kind: str) -> None:
    """Choose a kind as a person does."""
    panel.form.kinds.setCurrentIndex(panel.form.kinds.findData(kind))
    panel.form.kinds.activated.emit(panel.form.kinds.currentIndex())


def fill(panel: BreakpointsPanel, name: str, text: str) -> None:
    field = panel.form.fields().field(name)
    match field:
        case NumberField():
            field.line_edit().setText(text)
        case ChoiceCombo():
            field.choose(text)
        case QLineEdit():
            field.setText(text)


def added(panel: BreakpointsPanel, qtbot: QtBot) -> Condition:
    with qtbot.waitSignal(panel.condition_requested) as asked:
        qtbot.mouseClick(panel.form.add, Qt.MouseButton.LeftButton)
    return asked.args[0]


@pytest.mark.parametrize(
    ("kind", "texts", "condition"),
    [
        ("loss-below", {"bound": "1/4"}, LossBelow(0.25)),
        ("size-above", {"quantity": "delta", "bound": "2", "layer": "1"}, SizeAbove("delta", 2.0, 1)),
        ("class-change", {"sample": "3"}, SampleChangesClass(2)),
        ("sign-change", {"symbol": "W2"}, WeightChangesSign("W2")),
        ("expression", {"text": "abs(delta1).max() < 1e-6"}, ExpressionHolds("abs(delta1).max() < 1e-6")),
    ],
)
def test_that_the_form_adds_the_condition_that_stands_in_it(
    panel: BreakpointsPanel, qtbot: QtBot, kind: str, texts: dict[str, str], condition: Condition
) -> None:
    choose(panel, kind)
    for name, text in texts.items():
        fill(panel, name, text)
    assert added(panel, qtbot) == condition


@pytest.mark.parametrize("kind", [name for name in CONDITIONS if name not in ("line", "not-finite", "expression")])
def test_that_every_kind_can_be_added_as_it_is_first_shown(panel: BreakpointsPanel, qtbot: QtBot, kind: str) -> None:
    choose(panel, kind)
    condition = added(panel, qtbot)
    assert type(condition) is CONDITIONS[kind].make
    assert "{" not in condition_title(condition, Labels())


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [("loss-below", "bound", "much"), ("loss-rises", "times", "0"), ("accuracy", "accuracy", "2")],
)
def test_that_a_number_that_is_not_accepted_adds_nothing_and_says_so(
    panel: BreakpointsPanel, qtbot: QtBot, kind: str, name: str, text: str
) -> None:
    choose(panel, kind)
    fill(panel, name, text)
    with qtbot.assertNotEmitted(panel.condition_requested):
        qtbot.mouseClick(panel.form.add, Qt.MouseButton.LeftButton)
    assert panel.form.fields().field(name).error_text()


@pytest.mark.parametrize("text", ["", "delta9 < 1", "L", "__import__('os')"])
def test_that_an_expression_that_is_not_accepted_adds_nothing_and_says_so(
    panel: BreakpointsPanel, qtbot: QtBot, text: str
) -> None:
    choose(panel, "expression")
    fill(panel, "text", text)
    with qtbot.assertNotEmitted(panel.condition_requested):
        qtbot.mouseClick(panel.form.add, Qt.MouseButton.LeftButton)
    assert panel.form.problem()


def test_that_breakpoints_are_listed_with_their_numbers_and_symbols(panel: BreakpointsPanel) -> None:
    panel.show_breakpoints([Breakpoint(LineReached("delta1")), Breakpoint(LossBelow(0.25), enabled=False)])
    assert [row.title for row in panel.rows] == ["line δ¹", "the loss is below 0.25"]
    assert [row.check.isChecked() for row in panel.rows] == [True, False]
    panel.show_breakpoints([])
    assert panel.rows == ()


def test_that_what_has_no_place_in_the_name_stands_behind_it(qapp: object) -> None:
    assert condition_title(SizeAbove("delta", 2.0, 1), Labels()).endswith(" · layer 1")
    assert "·" not in condition_title(SizeAbove("delta", 2.0), Labels())


def test_that_a_row_asks_to_switch_and_to_take_away(panel: BreakpointsPanel, qtbot: QtBot) -> None:
    condition = LossBelow(0.25)
    panel.show_breakpoints([Breakpoint(condition)])
    with qtbot.waitSignal(panel.switch_requested) as asked:
        panel.rows[0].check.click()
    assert asked.args == [condition]
    with qtbot.waitSignal(panel.removal_requested) as asked:
        qtbot.mouseClick(panel.rows[0].remove, Qt.MouseButton.LeftButton)
    assert asked.args == [condition]


def test_that_what_is_being_typed_stays_while_the_network_does(panel: BreakpointsPanel) -> None:
    fill(panel, "bound", "0.123")
    session = Session(find_scenario("xor"))
    session.step_update(3)
    panel.show_snapshot(session.snapshot())
    assert panel.form.fields().field("bound").text() == "0.123"


def test_that_weights_are_chosen_from_the_network_on_the_screen(panel: BreakpointsPanel) -> None:
    choose(panel, "sign-change")
    panel.show_snapshot(Session(find_scenario("worked-example-2-3-1")).snapshot())
    names = Session(find_scenario("worked-example-2-3-1")).snapshot().network.weights
    combo = panel.form.fields().field("symbol")
    assert [combo.itemData(index) for index in range(combo.count())] == ["", *names]


def test_that_the_stop_at_numbers_that_are_not_finite_is_always_listed_first(
    panel: BreakpointsPanel, qtbot: QtBot
) -> None:
    panel.show_breakpoints([])
    assert panel.guard.isVisible()
    assert panel.guard.check.isChecked()
    assert not panel.guard.remove.isVisible()
    assert "not finite" in panel.guard.title
    assert panel.form.kinds.findData("not-finite") < 0
    panel.show_breakpoints([Breakpoint(LossBelow(0.25))])
    qtbot.waitUntil(lambda: panel.guard.y() < panel.rows[0].y())
    with qtbot.waitSignal(panel.switch_requested) as asked:
        panel.guard.check.click()
    assert asked.args == [NotFinite()]
    panel.show_guard(False)
    assert not panel.guard.check.isChecked()


def test_that_a_row_says_where_it_last_stopped_and_goes_there(panel: BreakpointsPanel, qtbot: QtBot) -> None:
    line, other = LineReached("delta1"), LossBelow(0.25)
    panel.show_breakpoints([Breakpoint(line), Breakpoint(other)])
    assert not panel.rows[0].last.isVisible()
    panel.show_hits({line: BreakpointHits(3, Position(1120, 7, 15, 1120))})
    assert panel.rows[0].last.text() == "hit 3 × · last at update 1\u2009120, line 7"
    assert not panel.rows[1].last.isVisible()
    with qtbot.waitSignal(panel.seek_requested) as asked:
        qtbot.mouseClick(panel.rows[0].last, Qt.MouseButton.LeftButton)
    assert asked.args == [1120, 7]
    panel.rows[0].last.setFocus()
    with qtbot.waitSignal(panel.seek_requested):
        qtbot.keyClick(panel.rows[0].last, Qt.Key.Key_Return)
    panel.show_breakpoints([Breakpoint(other), Breakpoint(line)])
    qtbot.waitUntil(panel.rows[1].last.isVisible)
    panel.show_hits({})
    assert not panel.rows[1].last.isVisible()


def test_that_switching_one_leaves_the_keyboard_where_it_is(panel: BreakpointsPanel, qtbot: QtBot) -> None:
    panel.show_breakpoints([Breakpoint(LossBelow(0.25))])
    panel.activateWindow()
    panel.rows[0].check.setFocus()
    qtbot.waitUntil(panel.rows[0].check.hasFocus)
    panel.show_breakpoints([Breakpoint(LossBelow(0.25), enabled=False)])
    assert QApplication.focusWidget() is panel.rows[0].check
    assert not panel.rows[0].check.isChecked()


def test_that_what_is_wrong_with_an_expression_is_reported_with_its_place(panel: BreakpointsPanel) -> None:
    choose(panel, "expression")
    fill(panel, "text", "L < delta9")
    panel.form.add.click()
    assert panel.form.problem().startswith(
        "the expression 'L < delta9' in column 5: found 'delta9', which is not a symbol of this program; "
        "accepted: one of"
    )
