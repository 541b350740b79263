"""The compare panel draws several sessions on the same axes, and asks for what a person does with them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPointF, Qt
from PyQt6.QtGui import QImage, QMouseEvent
from PyQt6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from nnviz.model.comparison import ComparedSession, ComparedSnapshot, ComparedSnapshots
from nnviz.model.comparison.variants import with_learning_rate, with_method, with_seed
from nnviz.model.data.batches import BatchSpec
from nnviz.model.program.training_methods import METHODS
from nnviz.model.scenario.file import find_scenario, shipped_scenarios
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.views import file_dialogs
from nnviz.views.compare import ComparePanel
from nnviz.views.compare.form import BRANCH, COPY, FILE, METHOD, MISTAKE, RATE, SCENARIO, SEED
from nnviz.views.theme import DARK, LIGHT, apply_theme


@pytest.fixture
def xor() -> Scenario:
    return find_scenario("xor")


@pytest.fixture
def panel(qtbot: QtBot) -> ComparePanel:
    made = ComparePanel(LIGHT)
    apply_theme(made, LIGHT)
    qtbot.addWidget(made)
    made.resize(420, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def session_of(scenario: Scenario, updates: int = 0) -> Session:
    session = Session(scenario)
    session.step_update(updates)
    return session


def compared(main: Session, *sessions: Session, together: bool = True, **changes: object) -> ComparedSnapshots:
    others = tuple(
        ComparedSnapshot(key, f"other {key}", key - 1, session.snapshot(), **changes)  # type: ignore[arg-type]
        for key, session in enumerate(sessions, 1)
    )
    return ComparedSnapshots(ComparedSnapshot(0, "", 0, main.snapshot()), others, together)


def three(scenario: Scenario, updates: int) -> ComparedSnapshots:
    fast = with_learning_rate(scenario, 10 * scenario.optimiser.learning_rate).scenario
    scenarios = (scenario, fast, with_seed(scenario, 9).scenario)
    return compared(*(session_of(each, updates) for each in scenarios))


def show(panel: ComparePanel, what: ComparedSnapshots) -> None:
    panel.show_compared(what)
    QApplication.processEvents()
    panel.grab()


def heard(signal: object) -> list[tuple[object, ...]]:
    calls: list[tuple[object, ...]] = []
    signal.connect(lambda *values: calls.append(values))  # type: ignore[attr-defined]
    return calls


def texts(panel: ComparePanel) -> list[tuple[str, str, str]]:
    return [(row.name.text(), row.loss.text().strip(), row.accuracy.text()) for row in panel.rows]


# Nothing to compare with --------------------------------------------------------------------------------------------


def test_that_an_empty_panel_offers_three_comparisons(panel: ComparePanel, xor: Scenario) -> None:
    asked = heard(panel.scenario_requested)
    show(panel, compared(session_of(xor)))
    links = panel.suggestions.links
    assert len(links) == 3
    assert not panel.chart.isVisible()
    for link in links:
        link.click()
    rate, seed, mistake = (scenario for scenario, _ in asked)
    assert isinstance(rate, Scenario)
    assert rate.optimiser.learning_rate == pytest.approx(4.2)
    assert isinstance(seed, Scenario)
    assert seed.seed != xor.seed
    assert isinstance(mistake, Scenario)
    assert len(mistake.mistakes) == 1


def test_that_what_is_offered_follows_the_scenario(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, compared(session_of(xor)))
    before = [link.text() for link in panel.suggestions.links]
    show(panel, compared(session_of(find_scenario("xor-evolution"))))
    assert [link.text() for link in panel.suggestions.links] != before


# What is shown ------------------------------------------------------------------------------------------------------


def test_that_each_session_is_listed_with_its_loss_and_accuracy(panel: ComparePanel, xor: Scenario) -> None:
    main, other = session_of(xor, 160), session_of(with_learning_rate(xor, 4.2).scenario, 160)
    show(panel, compared(main, other))
    assert texts(panel) == [("XOR", "0.2316", "100 %"), ("other 1", "0.004095", "100 %")]
    assert not panel.suggestions.isVisible()


def test_that_rows_stay_while_sessions_move(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, three(xor, 3))
    rows = panel.rows
    show(panel, three(xor, 4))
    assert panel.rows == rows
    show(panel, compared(session_of(xor), session_of(xor)))
    assert len(panel.rows) == 2


def test_that_a_hidden_panel_shows_the_latest_when_it_is_shown(panel: ComparePanel, xor: Scenario) -> None:
    panel.hide()
    panel.show_compared(three(xor, 5))
    assert panel.rows == ()
    panel.show()
    assert len(panel.rows) == 3


def test_that_one_that_is_behind_or_has_diverged_says_so(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, compared(session_of(xor, 5), session_of(xor, 2), behind=3))
    assert "3" in panel.rows[1].state.text()
    diverged = session_of(with_learning_rate(find_scenario("sine"), 1e200).scenario, 5)
    show(panel, compared(session_of(xor, 5), diverged))
    assert "not finite" in panel.rows[1].state.text()
    assert panel.rows[1].loss.text().strip() in ("nan", "∞")


def test_that_regression_has_no_accuracy(panel: ComparePanel) -> None:
    sine = find_scenario("sine")
    show(panel, compared(session_of(sine, 5), session_of(sine, 5)))
    assert not panel.rows[0].accuracy.isVisible()


def test_that_the_losses_drawn_are_those_of_each_session_up_to_where_it_stands(
    panel: ComparePanel, xor: Scenario
) -> None:
    back = session_of(xor, 100)
    back.seek(30)
    show(panel, compared(session_of(xor, 50), back))
    ends = [(curve.x[-1], curve.losses[-1]) for curve in panel.chart.curves]
    assert [x for x, _ in ends] == [50, 30]
    assert ends[1][1] == back.loss


@pytest.mark.slow
def test_that_a_long_run_is_thinned_out_with_its_extremes(panel: ComparePanel, xor: Scenario) -> None:
    session = session_of(with_learning_rate(xor, 4.2).scenario, 3000)
    show(panel, compared(session, session_of(xor, 3000)))
    curve, whole = panel.chart.curves[0], session.loss_curve.train
    assert len(curve.x) < 900
    assert curve.losses.max() == whole.max()


def test_that_evaluations_put_batches_of_different_size_on_one_axis(panel: ComparePanel, xor: Scenario) -> None:
    one = replace(xor, batch=BatchSpec(1))
    show(panel, compared(session_of(xor, 25), session_of(one, 100)))
    assert [curve.x[-1] for curve in panel.chart.curves] == [25, 100]
    panel.chart.show_axis("evaluations")
    assert [curve.x[-1] for curve in panel.chart.curves] == [100, 100]
    assert panel.chart.across.high >= 100


def test_that_a_session_is_drawn_over_time_once_its_updates_are_timed(panel: ComparePanel, xor: Scenario) -> None:
    other = ComparedSession(1, "timed", 0, session_of(xor))
    other.step(300)
    main = ComparedSnapshot(0, "", 0, session_of(xor, 300).snapshot())
    panel.chart.show_axis("seconds")
    show(panel, ComparedSnapshots(main, (other.compared_snapshot(),)))
    assert [curve.entry.name for curve in panel.chart.curves] == ["timed"]


def test_that_one_that_has_diverged_does_not_flatten_the_others(panel: ComparePanel) -> None:
    sine = find_scenario("sine")
    wild = session_of(with_learning_rate(sine, 50.0).scenario, 60)
    show(panel, compared(session_of(sine, 60), wild))
    for log in (False, True):
        panel.chart.show_log(log)
        panel.grab()
    first, second = panel.chart.curves
    assert np.nanmax(second.losses) > 100 * first.losses.max()


def test_that_exact_losses_are_reported_at_a_place(panel: ComparePanel, xor: Scenario) -> None:
    main, other = session_of(xor, 50), session_of(xor, 20)
    show(panel, compared(main, other))
    both, one = panel.chart.tip(20), panel.chart.tip(40)
    assert repr(other.loss) in both
    assert len(both.splitlines()) == 2
    assert len(one.splitlines()) == 1


def test_that_the_mouse_shows_and_hides_the_losses(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, three(xor, 50))
    chart = panel.chart
    centre = chart.frame.area.center()
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        centre,
        QPointF(chart.mapToGlobal(centre.toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    before = chart.grab().toImage()
    QApplication.sendEvent(chart, move)
    assert QToolTip.text() == chart.tip(chart.across.at(0.5))
    assert chart.grab().toImage() != before
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert chart.grab().toImage() == before
    QToolTip.hideText()


# Pictures -----------------------------------------------------------------------------------------------------------


def picture(panel: ComparePanel, index: int) -> QImage:
    area = panel.tiles.places()[index][1].toRect()
    return panel.tiles.grab(area).toImage()


def test_that_each_picture_is_of_its_own_session(panel: ComparePanel, xor: Scenario) -> None:
    one, other = session_of(xor, 200), session_of(with_seed(xor, 9).scenario, 200)
    show(panel, compared(one, other, one))
    first, second, third = (picture(panel, index) for index in range(3))
    assert first != second
    assert first == third


@pytest.mark.parametrize("name", ["xor", "sine", "three-class-spiral", "mnist"])
@pytest.mark.parametrize("rivals", [1, 6])
@pytest.mark.slow
@pytest.mark.sample(3)
def test_that_pictures_stand_beside_each_other_inside_the_panel(panel: ComparePanel, name: str, rivals: int) -> None:
    session = session_of(find_scenario(name), 1)
    for width in (330, 900):
        panel.resize(width, 500)
        show(panel, compared(session, *[session] * rivals))
        areas = [area for _, area in panel.tiles.places()]
        assert len(areas) == rivals + 1
        assert all(panel.tiles.rect().toRectF().contains(area) for area in areas)
        assert not any(a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])
        assert min(area.width() for area in areas) >= 90


def test_that_a_wide_panel_has_the_pictures_beside_the_plot(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, three(xor, 5))
    assert panel.tiles.y() > panel.chart.y()
    panel.resize(900, 400)
    show(panel, three(xor, 6))
    assert panel.tiles.x() > panel.chart.x() + panel.chart.width()


def test_that_a_picture_tells_exact_numbers(panel: ComparePanel, xor: Scenario) -> None:
    what = three(xor, 50)
    show(panel, what)
    entry, area = panel.tiles.places()[1]
    tip = panel.tiles.tip(area.center())
    assert repr(entry.snapshot.metrics.train) in tip
    assert panel.tiles.tip(QPointF(-5, -5)) == ""


def test_that_a_diverged_session_and_a_dark_theme_are_drawn(qtbot: QtBot, xor: Scenario) -> None:
    made = ComparePanel(DARK.scaled(1.4))
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.show()
    diverged = session_of(with_learning_rate(find_scenario("sine"), 1e200).scenario, 5)
    show(made, compared(diverged, session_of(xor, 5), diverged))
    for axis in ("evaluations", "seconds"):
        made.chart.show_axis(axis)
        made.chart.show_log(True)
        made.grab()


# What a person does -------------------------------------------------------------------------------------------------


def test_that_apart_each_rival_has_its_own_transport(panel: ComparePanel, xor: Scenario) -> None:
    asked = [heard(signal) for signal in (panel.step_requested, panel.run_requested, panel.restart_requested)]
    show(panel, three(xor, 5))
    assert not panel.rows[1].step.isVisible()
    show(panel, replace(three(xor, 5), together=False))
    main, row = panel.rows[:2]
    assert not main.step.isVisible()
    for button in (row.step, row.run, row.restart):
        assert button.isVisible()
        button.click()
    assert asked == [[(1,)]] * 3


def test_that_one_that_runs_can_be_paused(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, compared(session_of(xor), session_of(xor), together=False))
    before = panel.rows[1].run.toolTip()
    show(panel, compared(session_of(xor), session_of(xor), together=False, running=True))
    assert panel.rows[1].run.toolTip() != before


def test_that_together_or_apart_is_asked_for(panel: ComparePanel, xor: Scenario, qtbot: QtBot) -> None:
    asked = heard(panel.together_requested)
    show(panel, three(xor, 5))
    panel.ties.chosen.emit("apart")
    panel.ties.chosen.emit("together")
    assert asked == [(False,), (True,)]


def test_that_the_menu_opens_a_rival_in_the_window_and_takes_it_away(panel: ComparePanel, xor: Scenario) -> None:
    opened, removed = heard(panel.window_requested), heard(panel.removal_requested)
    show(panel, three(xor, 5))
    menu = panel.rows[2].menu()
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert len(actions) == 3
    actions[0].trigger()
    actions[2].trigger()
    assert (opened, removed) == ([(2,)], [(2,)])
    assert len(panel.rows[0].menu().actions()) == 1


def test_that_a_name_is_typed_over_and_escape_keeps_the_old_one(
    panel: ComparePanel, xor: Scenario, qtbot: QtBot
) -> None:
    asked = heard(panel.rename_requested)
    show(panel, three(xor, 5))
    row = panel.rows[1]
    row.rename()
    qtbot.keyClicks(row.edit, "fast")
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    assert asked == [(1, "fast")]
    assert row.name.isVisible()
    row.rename()
    qtbot.keyClicks(row.edit, "other")
    qtbot.keyClick(row.edit, Qt.Key.Key_Escape)
    assert asked == [(1, "fast")]
    assert not row.edit.isVisible()


def test_that_the_list_is_renamed_by_a_double_click(panel: ComparePanel, xor: Scenario, qtbot: QtBot) -> None:
    show(panel, three(xor, 5))
    qtbot.mouseDClick(panel.rows[1].name, Qt.MouseButton.LeftButton)
    assert panel.rows[1].edit.isVisible()


# Adding -------------------------------------------------------------------------------------------------------------


def enter(panel: ComparePanel, text: str) -> None:
    panel.form.number.line_edit().setText(text)
    panel.form.add.click()


def keys(panel: ComparePanel) -> Sequence[str]:
    choices = panel.form.choices
    return [choices.itemData(index) for index in range(choices.count())]


def test_that_another_learning_rate_or_seed_is_typed(panel: ComparePanel, xor: Scenario) -> None:
    asked = heard(panel.scenario_requested)
    show(panel, compared(session_of(xor)))
    enter(panel, "1/2")
    panel.form.choose(SEED)
    enter(panel, "77")
    (first, name), (second, _) = asked
    assert isinstance(first, Scenario)
    assert first.optimiser.learning_rate == 0.5
    assert name == "η = 0.5"
    assert isinstance(second, Scenario)
    assert second.seed == 77


def test_that_what_is_no_number_is_not_asked_for(panel: ComparePanel, xor: Scenario) -> None:
    asked = heard(panel.scenario_requested)
    show(panel, compared(session_of(xor)))
    for kind, text in ((RATE, "fast"), (SEED, "1.5"), (RATE, "-1")):
        panel.form.choose(kind)
        enter(panel, text)
        assert panel.form.number.error_text()
    assert asked == []


def test_that_every_other_way_to_train_is_offered(panel: ComparePanel, xor: Scenario) -> None:
    asked = heard(panel.scenario_requested)
    show(panel, compared(session_of(xor)))
    panel.form.choose(METHOD)
    assert set(keys(panel)) == set(METHODS) - {xor.optimiser.kind}
    panel.form.choices.choose("evolution")
    panel.form.add.click()
    assert asked[0][0] == with_method(xor, "evolution").scenario


def test_that_a_mistake_is_offered_and_the_right_program_against_one(panel: ComparePanel, xor: Scenario) -> None:
    asked = heard(panel.scenario_requested)
    show(panel, compared(session_of(xor)))
    panel.form.choose(MISTAKE)
    panel.form.add.click()
    wrong = asked[0][0]
    assert isinstance(wrong, Scenario)
    assert wrong.mistakes == (keys(panel)[0],)
    show(panel, compared(session_of(wrong)))
    panel.form.add.click()
    assert asked[1][0] == xor


def test_that_a_mistake_to_be_found_is_not_reported_by_the_list(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, compared(session_of(xor)))
    panel.form.choose(MISTAKE)
    offered = keys(panel)
    show(panel, compared(session_of(replace(xor, mistakes=(offered[1],), hides_mistakes=True))))
    assert set(keys(panel)) == {"", *offered}


def test_that_shipped_scenarios_copies_branches_and_files_are_asked_for(
    panel: ComparePanel, xor: Scenario, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    signals = panel.shipped_requested, panel.copy_requested, panel.branch_requested, panel.file_requested
    asked = [heard(signal) for signal in signals]
    session = session_of(xor, 10)
    session.seek(5)
    session.set_value("W1", (0, 0), 1.0)
    monkeypatch.setattr(file_dialogs, "ask_open", lambda parent, title, kinds: tmp_path / "a.nnviz")
    show(panel, compared(session))
    for kind in (SCENARIO, COPY, BRANCH, FILE):
        panel.form.choose(kind)
        panel.form.add.click()
    other = next(info.name for info in session.branches if info.name != session.branch)
    assert asked == [[(shipped_scenarios()[0],)], [()], [(other,)], [(tmp_path / "a.nnviz",)]]


def test_that_a_cancelled_file_dialog_asks_for_nothing(
    panel: ComparePanel, xor: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = heard(panel.file_requested)
    monkeypatch.setattr(file_dialogs, "ask_open", lambda parent, title, kinds: None)
    show(panel, compared(session_of(xor)))
    panel.form.choose(FILE)
    panel.form.add.click()
    assert asked == []


def test_that_what_makes_no_sense_is_greyed_and_says_why(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, compared(session_of(find_scenario("xor-evolution"))))
    panel.form.choose(RATE)
    assert not panel.form.add.isEnabled()
    assert panel.form.add.toolTip()
    panel.form.choose(BRANCH)
    assert not panel.form.add.isEnabled()
    panel.form.choose(SEED)
    assert panel.form.add.isEnabled()


def test_that_the_form_comes_and_goes_with_its_button(panel: ComparePanel, xor: Scenario) -> None:
    show(panel, three(xor, 5))
    assert not panel.form.isVisible()
    panel.adding.click()
    assert panel.form.isVisible()
    show(panel, three(xor, 6))
    assert panel.form.isVisible()
    panel.adding.click()
    assert not panel.form.isVisible()
