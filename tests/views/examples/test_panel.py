"""The panel of published examples: what is met, why others are not, and the way to each figure."""

from dataclasses import replace

import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QHelpEvent, QKeyEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QToolTip

from nnviz.model.examples import find_example, shipped_examples
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.views.examples import ExamplesPanel
from nnviz.views.theme import DARK, LIGHT, apply_theme


def standing(scenario: Scenario, updates: int = 0):
    session = Session(scenario)
    session.step_update(updates)
    return session.snapshot()


XOR = standing(Scenario.load("xor"))


@pytest.fixture
def make(qtbot):
    def make_panel(snapshot=XOR, theme=LIGHT, size=(420, 800), running=False) -> ExamplesPanel:
        panel = ExamplesPanel(theme)
        qtbot.addWidget(panel)
        apply_theme(panel, theme)
        panel.resize(*size)
        panel.show_snapshot(snapshot)
        panel.show_running(running)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return make_panel


@pytest.fixture
def shown(make, qtbot):
    """Return a function that makes a panel and waits until one example is computed."""

    def show(name: str, snapshot=XOR, **others) -> ExamplesPanel:
        panel = make(snapshot, **others)
        panel.examples.choose(name)
        qtbot.waitUntil(lambda: all(row.finding for row in panel.figures.rows))
        return panel

    return show


def asked(signal) -> list[tuple]:
    got: list[tuple] = []
    signal.connect(lambda *args: got.append(args))
    return got


def marks(panel: ExamplesPanel) -> dict[str, str]:
    return {row.figure.label: row.mark for row in panel.figures.rows}


def click(panel: ExamplesPanel, label: str) -> None:
    view = panel.figures
    number = next(number for number, row in enumerate(view.rows) if row.figure.label == label)
    place = view.visualRect(view.model().index(number, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


# What is listed ---------------------------------------------------------------------------------------------------


def test_that_all_examples_are_listed_and_the_open_one_is_chosen(make):
    panel = make(standing(Scenario.load("ppt")))
    assert [row.name for row in panel.examples.rows] == list(shipped_examples())
    assert panel.examples.chosen == "ppt"
    assert "∂/∂w1" in marks(panel)


def test_that_before_anything_is_computed_no_figure_is_a_number(make):
    panel = make(running=True)
    assert {row.mark for row in panel.figures.rows} == {"—"}
    assert {row.ours for row in panel.figures.rows} == {"—"}
    assert panel.examples.rows[0].met == "—"


@pytest.mark.slow
def test_that_each_example_is_counted_in_the_end(make, qtbot):
    panel = make()
    qtbot.waitUntil(lambda: all(row.found for row in panel.examples.rows))
    counts = {row.name: (row.met, row.missed) for row in panel.examples.rows}
    assert counts["mazur"] == ("28 ✓", "5 ✗")
    assert counts["linear-unit"] == ("7 ✓", "")


def test_that_figures_stand_beside_ours_with_the_same_digits(shown):
    panel = shown("linear-unit")
    rows = {row.figure.label: row for row in panel.figures.rows}
    assert rows["dL/dw"].printed.strip() == rows["dL/dw"].ours.strip() == "−7.98"
    # Their points are below one another: what has fewer decimals has spaces in their place.
    assert rows["dL/dw"].printed == "−7.98  "
    assert rows["new w"].ours == "1.0798"


@pytest.mark.slow
def test_that_numbers_without_decimals_stand_before_the_points_of_others(shown):
    panel = shown("planar-flower")
    rows = {row.figure.label: row for row in panel.figures.rows}
    assert rows["accuracy, %"].printed == "90       "
    assert len(rows["cost after iteration 0"].printed) == len("0.693048")


def test_that_the_tooltip_has_the_exact_value_and_the_place(shown):
    panel = shown("linear-unit")
    view = panel.figures
    place = view.visualRect(view.model().index(6, 0)).center()
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    )  # fmt: skip
    assert "2.8710591364" in QToolTip.text()
    assert "update 2, line 3" in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.slow
def test_that_an_erratum_is_explained_and_linked_to_its_source(shown):
    panel = shown("mazur")
    assert "has a 1 too many" in panel.about.errata.text()
    assert "E after 10 000" in panel.about.errata.text()
    assert "https://mattmazur.com" in panel.about.source.text()
    assert marks(panel)["E after 10 000"] == "✗"
    panel.examples.choose("linear-unit")
    assert not panel.about.errata.isVisible()
    assert not panel.about.mistake.isVisible()


def test_that_a_missed_figure_tells_its_erratum_in_its_tooltip(shown):
    rows = {row.figure.label: row for row in shown("ppt").figures.rows}
    assert "wrong sign" in rows["∂/∂w1"].details
    assert "wrong sign" not in rows["∂/∂w5"].details


# When it computes -------------------------------------------------------------------------------------------------


def test_that_nothing_is_computed_while_a_run_is_on(make, qtbot):
    panel = make(running=True)
    panel.examples.choose("linear-unit")
    qtbot.wait(100)
    assert {row.mark for row in panel.figures.rows} == {"—"}
    panel.show_running(False)
    qtbot.waitUntil(lambda: set(marks(panel).values()) == {"✓"})


def test_that_nothing_is_computed_out_of_sight(qtbot):
    panel = ExamplesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_snapshot(XOR)
    panel.show_running(False)
    qtbot.wait(50)
    assert panel.examples.rows == ()


def test_that_the_person_s_row_stays_when_numbers_come(make, qtbot):
    panel = make(running=True)
    panel.examples.choose("linear-unit")
    panel.figures.setCurrentIndex(panel.figures.model().index(3, 0))
    panel.show_running(False)
    qtbot.waitUntil(lambda: set(marks(panel).values()) == {"✓"})
    assert panel.figures.currentIndex().row() == 3


# The author's mistake ---------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_that_with_the_author_s_mistake_all_is_met_but_what_no_program_gives(shown, qtbot):
    panel = shown("mazur")
    assert not panel.about.remark.isVisible()
    panel.about.mistake.click()
    qtbot.waitUntil(lambda: all(row.finding for row in panel.figures.rows))
    assert {label for label, mark in marks(panel).items() if mark == "✗"} == {"δ_o2", "E after 10 000"}
    assert panel.about.remark.isVisible()
    panel.about.mistake.click()
    assert sum(mark == "✗" for mark in marks(panel).values()) == 5


def test_that_the_slide_s_figures_are_all_met_with_its_mistake(shown, qtbot):
    panel = shown("ppt")
    panel.about.mistake.click()
    qtbot.waitUntil(lambda: set(marks(panel).values()) == {"✓"})


def test_that_another_example_begins_without_a_mistake(shown):
    panel = shown("ppt")
    panel.about.mistake.click()
    panel.examples.choose("xor-stuck")
    assert not panel.about.mistake.isChecked()


def test_that_switching_the_mistake_opens_the_example_with_it_where_it_is_open_already(shown):
    panel = shown("ppt", standing(find_example("ppt").scenario(), 3))
    opened = asked(panel.scenario_requested)
    panel.about.mistake.click()
    assert opened == [(find_example("ppt").scenario(mistaken=True),)]


def test_that_switching_the_mistake_leaves_something_else_that_is_open(shown):
    panel = shown("ppt")
    opened = asked(panel.scenario_requested)
    panel.about.mistake.click()
    assert opened == []


# Going there ------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_that_a_click_on_a_figure_of_the_open_example_goes_there_and_selects_its_cell(shown):
    panel = shown("mazur", standing(find_example("mazur").scenario(), 2))
    sought, cells, opened = asked(panel.seek_requested), asked(panel.cell_requested), asked(panel.scenario_requested)
    click(panel, "net_o2")
    assert sought == [(1, 3)]
    assert cells == [(Cell("Z2", 1, 0),)]
    assert opened == []


@pytest.mark.slow
def test_that_enter_does_what_a_click_does(shown):
    panel = shown("mazur", standing(find_example("mazur").scenario()))
    sought = asked(panel.seek_requested)
    panel.figures.setFocus()
    panel.figures.setCurrentIndex(panel.figures.model().index(0, 0))
    QTest.keyClick(panel.figures, Qt.Key.Key_Down)
    QTest.keyClick(panel.figures, Qt.Key.Key_Return)
    assert sought == [(1, 1)]


def test_that_a_figure_of_an_example_that_is_not_open_opens_it_first(shown, qtbot):
    panel = shown("linear-unit")
    sought, opened = asked(panel.seek_requested), asked(panel.scenario_requested)
    click(panel, "new loss")
    assert opened == [(find_example("linear-unit").scenario(),)]
    assert sought == []
    with qtbot.waitSignals([panel.seek_requested, panel.cell_requested]):
        panel.show_snapshot(standing(opened[0][0]))
    assert sought == [(2, 3)]
    # Once: what comes after is the person's own.
    panel.show_snapshot(standing(opened[0][0]))
    qtbot.wait(20)
    assert len(sought) == 1


def test_that_a_figure_waits_no_longer_when_the_example_was_not_opened_after_all(shown, qtbot):
    panel = shown("linear-unit")
    sought, opened = asked(panel.seek_requested), asked(panel.scenario_requested)
    click(panel, "dL/dw")
    panel.show_snapshot(XOR)
    qtbot.wait(20)
    panel.show_snapshot(standing(opened[0][0]))
    qtbot.wait(20)
    assert sought == []


@pytest.mark.slow
def test_that_an_example_that_was_edited_is_opened_anew(shown):
    session = Session(find_example("mazur").scenario())
    session.step_update(2)
    session.set_value("W1", (0, 0), 0.5)
    panel = shown("mazur", session.snapshot())
    opened = asked(panel.scenario_requested)
    click(panel, "net_h1")
    assert opened == [(find_example("mazur").scenario(),)]


@pytest.mark.slow
def test_that_a_figure_of_the_mistaken_program_opens_the_mistaken_one(shown, qtbot):
    panel = shown("mazur")
    panel.about.mistake.click()
    qtbot.waitUntil(lambda: all(row.finding for row in panel.figures.rows))
    opened = asked(panel.scenario_requested)
    click(panel, "E after 1")
    click(panel, "w1⁺")
    assert [scenario.mistakes for (scenario,) in opened] == [("in-place",), ()]


def test_that_an_example_can_be_opened_as_a_whole(shown):
    panel = shown("xor-stuck")
    opened = asked(panel.scenario_requested)
    panel.about.open.click()
    assert opened == [(find_example("xor-stuck").scenario(),)]


# Looks ------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("theme", [LIGHT, DARK, replace(LIGHT, scale=1.4)])
@pytest.mark.parametrize("size", [(300, 260), (420, 800)])
@pytest.mark.sample(2)
def test_that_it_draws_itself_in_any_theme_and_size(shown, theme, size):
    panel = shown("mazur", theme=theme, size=size)
    assert not panel.grab().isNull()
    assert panel.examples.height() >= 3 * panel.examples.sizeHintForRow(0)


def test_that_its_own_keys_are_kept_from_the_window_and_no_others(shown):
    panel = shown("linear-unit")
    for key, kept in ((Qt.Key.Key_Down, True), (Qt.Key.Key_Return, True), (Qt.Key.Key_Right, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        panel.figures.event(event)
        assert event.isAccepted() == kept


@pytest.mark.slow
def test_that_the_keyboard_brings_figures_into_sight(shown):
    panel = shown("mazur", size=(420, 420))
    panel.figures.setFocus()
    panel.figures.setCurrentIndex(panel.figures.model().index(len(panel.figures.rows) - 2, 0))
    QTest.keyClick(panel.figures, Qt.Key.Key_Down)
    last = panel.figures.visualRect(panel.figures.currentIndex())
    below = panel.figures.mapTo(panel, last.bottomLeft())
    assert 0 < below.y() < panel.height()
    assert panel.figures.visibleRegion().contains(QPoint(5, last.center().y()))


@pytest.mark.slow
def test_that_nothing_is_cut_off_at_the_right_however_narrow_it_is_made(shown):
    panel = shown("mazur", size=(100, 500))
    button = panel.about.mistake
    assert button.mapTo(panel, button.rect().topRight()).x() < panel.width()
    assert button.width() >= button.sizeHint().width()
