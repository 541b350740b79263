"""The watches panel draws each watch over the run, and adds watches."""

import math

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QHelpEvent, QImage, QMouseEvent
from PyQt6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.session import Session
from nnviz.model.watches.following import Watching
from nnviz.model.watches.watch import Watch, WatchCurve, WatchSeries
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.theme import DARK, LIGHT
from nnviz.views.watches import WatchesPanel
from nnviz.views.watches.chart import WatchChart
from nnviz.views.watches.scaling import scale_of
from nnviz.views.watches.strokes import strokes_of

NORM, CELL = Watch("norm(dW1)"), Watch("W1[0, 1]")


@pytest.fixture
def session() -> Session:
    made = Session(find_scenario("xor"))
    made.step_update(100)
    return made


@pytest.fixture
def panel(qtbot: QtBot) -> WatchesPanel:
    made = WatchesPanel(LIGHT)
    qtbot.addWidget(made)
    made.resize(360, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(panel: WatchesPanel, session: Session, *watches: Watch) -> tuple[WatchChart, ...]:
    """Show watches with all of their past."""
    watching = Watching()
    watching.watch(watches)
    watching.follow(session)
    watching.work(math.inf)
    panel.show_snapshot(session.snapshot())
    panel.show_watches(watches)
    panel.show_curves(watching.curves())
    QApplication.processEvents()  # layouts show widgets added to them
    panel.grab()
    return panel.charts


def curve_of(*values: float | None) -> WatchCurve:
    series = WatchSeries()
    for update, value in enumerate(values):
        series.add(update, value)
    return series.freeze()


def enter(panel: WatchesPanel, qtbot: QtBot, text: str) -> None:
    panel.entry.field.setText(text)
    qtbot.keyClick(panel.entry.field, Qt.Key.Key_Return)


# The panel ----------------------------------------------------------------------------------------------------------


def test_that_an_empty_panel_says_what_a_watch_is(panel: WatchesPanel, session: Session) -> None:
    assert panel.is_empty
    show(panel, session, NORM)
    assert not panel.is_empty
    show(panel, session)
    assert panel.is_empty


def test_that_each_watch_has_a_chart_with_its_value_now(panel: WatchesPanel, session: Session) -> None:
    charts = show(panel, session, NORM, CELL)
    assert [chart.watch for chart in charts] == [NORM, CELL]
    assert charts[1].picture.reading.value == session.value("W1")[0, 1]
    assert charts[1].tip(charts[1].picture.value_area.center()) == repr(float(session.value("W1")[0, 1]))


def test_that_charts_that_stay_are_kept_and_put_in_order(panel: WatchesPanel, session: Session) -> None:
    first, second = show(panel, session, NORM, CELL)
    third = Watch("L")
    charts = show(panel, session, third, CELL, NORM)
    assert [chart.watch for chart in charts] == [third, CELL, NORM]
    assert charts[1] is second
    assert charts[2] is first
    tops = [chart.mapTo(panel, QPoint(0, 0)).y() for chart in charts]
    assert tops == sorted(tops)


def test_that_a_hidden_panel_draws_what_has_come_when_it_is_shown(panel: WatchesPanel, session: Session) -> None:
    (chart,) = show(panel, session, CELL)
    panel.hide()
    session.step_update(50)
    panel.show_snapshot(session.snapshot())
    panel.show()
    assert chart.picture.reading.value == session.value("W1")[0, 1]


@pytest.mark.slow
def test_that_a_thinned_curve_is_reported(panel: WatchesPanel, qtbot: QtBot) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(3000)
    (chart,) = show(panel, session, CELL)
    assert chart.picture.updates_per_stroke >= 8
    assert f"1 stroke = {chart.picture.updates_per_stroke} updates" in [
        label.text() for label in panel.findChildren(QLabel)
    ]


# Adding -------------------------------------------------------------------------------------------------------------


def test_that_a_text_is_asked_for_and_the_field_emptied(panel: WatchesPanel, session: Session, qtbot: QtBot) -> None:
    show(panel, session)
    with qtbot.waitSignal(panel.watch_requested) as asked:
        enter(panel, qtbot, " max(abs(delta1)) ")
    assert asked.args == ["max(abs(delta1))"]
    assert panel.entry.field.text() == ""
    assert panel.entry.problem() == ""


@pytest.mark.parametrize("text", ["norm(dW7)", "W1[9, 0]", "W1", "open('x')", "1 +", "W1[0, 1]"])
def test_that_what_cannot_be_watched_is_reported_in_place(
    panel: WatchesPanel, session: Session, qtbot: QtBot, text: str
) -> None:
    show(panel, session, CELL)
    with qtbot.assertNotEmitted(panel.watch_requested):
        enter(panel, qtbot, text)
    assert panel.entry.problem()
    assert panel.entry.field.text() == text
    qtbot.keyClicks(panel.entry.field, "x")
    assert panel.entry.problem() == ""


def test_that_what_would_be_accepted_is_reported_on_asking(panel: WatchesPanel, session: Session, qtbot: QtBot) -> None:
    show(panel, session)
    enter(panel, qtbot, "norm(dW7)")
    assert panel.entry.problem() == "column 6: 'dW7', which is not a symbol of this program"
    assert "accepted: one of A1, A2" in panel.entry.field.toolTip()


def test_that_a_watch_that_was_asked_for_here_comes_into_sight(
    panel: WatchesPanel, session: Session, qtbot: QtBot
) -> None:
    before = [Watch(f"L * {factor}") for factor in range(8)]
    show(panel, session, *before)
    enter(panel, qtbot, "norm(W1)")
    charts = show(panel, session, *before, Watch("norm(W1)"))
    qtbot.waitUntil(lambda: charts[-1].visibleRegion().boundingRect() == charts[-1].rect())
    assert charts[0].visibleRegion().isEmpty()


def test_that_the_selected_cell_the_loss_and_the_gradients_are_proposed(
    panel: WatchesPanel, session: Session, qtbot: QtBot
) -> None:
    show(panel, session, NORM)
    panel.show_selection(Selection(cell=Cell("W1", 1, 0)))
    menu = panel.entry.menu()
    actions = {action.data(): action for action in menu.actions()}
    assert list(actions)[:4] == ["W1[1, 0]", "L", "norm(dW1)", "norm(dW2)"]
    assert not actions["norm(dW1)"].isEnabled()
    with qtbot.waitSignal(panel.watch_requested) as asked:
        actions["W1[1, 0]"].trigger()
    assert asked.args == ["W1[1, 0]"]
    menu.deleteLater()


# A chart ------------------------------------------------------------------------------------------------------------


def test_that_a_watch_is_taken_away_by_its_button_and_by_delete(
    panel: WatchesPanel, session: Session, qtbot: QtBot
) -> None:
    (chart,) = show(panel, session, CELL)
    assert chart.remove.isHidden()
    chart.setFocus()
    assert not chart.remove.isHidden()
    with qtbot.waitSignal(panel.removal_requested) as asked:
        qtbot.mouseClick(chart.remove, Qt.MouseButton.LeftButton)
    assert asked.args == [CELL]
    with qtbot.waitSignal(panel.removal_requested) as asked:
        qtbot.keyClick(chart, Qt.Key.Key_Delete)
    assert asked.args == [CELL]


def test_that_a_click_and_a_drag_ask_for_updates(panel: WatchesPanel, session: Session, qtbot: QtBot) -> None:
    (chart,) = show(panel, session, CELL)
    plot = chart.picture.plot
    asked: list[int] = []
    panel.seek_requested.connect(asked.append)

    def point(update: float) -> QPoint:
        return QPointF(plot.x(update), plot.area.center().y()).toPoint()

    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=point(30))
    for update in (40, 40, 500):
        place = QPointF(point(update))
        left = Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            chart, QMouseEvent(QEvent.Type.MouseMove, place, chart.mapToGlobal(place), left, left, none)
        )
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=point(40))
    assert asked == [30, 40, 100]
    QToolTip.hideText()


def test_that_a_place_tells_its_exact_value(panel: WatchesPanel, session: Session) -> None:
    (chart,) = show(panel, session, CELL)
    place = QPointF(chart.picture.plot.x(60), chart.picture.plot.area.center().y()).toPoint()
    session.seek(60)
    assert chart.tip(place) == f"after update 60\n{float(session.value('W1')[0, 1])!r}"


def test_that_extremes_and_sampling_are_reported(panel: WatchesPanel, session: Session) -> None:
    (chart,) = show(panel, session, CELL)
    assert chart.picture.range_text() == "−0.4232 … −0.1211"
    chart.show_curve(curve_of(1.0, 3.0))
    assert chart.picture.range_text() == "1 … 3"
    series = WatchSeries()
    for update in (0, 10, 20, 30):
        series.add(update, 0.5)
    chart.show_curve(series.freeze())
    assert chart.picture.range_text() == "sampled 1 in 10 · 0.5 … 0.5"
    chart.show_curve(curve_of(math.nan, math.inf))
    assert chart.picture.range_text() == "not finite so far"


def test_that_the_menu_draws_a_logarithmic_axis(panel: WatchesPanel, session: Session) -> None:
    (chart,) = show(panel, session, NORM)
    menu = chart.menu()
    menu.actions()[0].trigger()
    panel.grab()
    assert chart.picture.plot.scale.log
    chart.show_curve(curve_of(-1.0, -2.0))
    assert chart.picture.range_text() == "nothing above 0 for a logarithmic axis"
    panel.grab()
    menu.deleteLater()


def test_that_a_number_of_another_network_is_reported(panel: WatchesPanel, session: Session) -> None:
    (chart,) = show(panel, session, Watch("W7[0, 0]"))
    assert chart.picture.is_foreign
    assert "not a symbol of this program" in chart.tip(QPoint(2, 2))


def test_that_a_symbol_that_is_not_computed_yet_is_no_problem(panel: WatchesPanel) -> None:
    (chart,) = show(panel, Session(find_scenario("xor")), NORM)
    assert not chart.picture.is_foreign
    assert chart.tip(chart.picture.value_area.center()) == "not computed here"


def colours(image: QImage, left: int, right: int, top: int, bottom: int) -> set[str]:
    return {image.pixelColor(x, y).name().upper() for x in range(left, right) for y in range(top, bottom)}


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_that_the_curve_is_grey_after_the_cursor_and_amber_marks_it(qtbot: QtBot, session: Session, theme) -> None:
    panel = WatchesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(360, 300)
    session.step_update()
    (chart,) = show(panel, session, CELL)
    session.seek(50)
    panel.show_snapshot(session.snapshot())
    chart.show_snapshot(session.snapshot())
    image, plot = chart.grab().toImage(), chart.picture.plot
    cursor, top, bottom = round(plot.x(50)), round(plot.area.top()), round(plot.area.bottom())
    assert theme.now_mark in colours(image, cursor - 1, cursor + 2, top, bottom)
    assert theme.accent in colours(image, round(plot.x(5)), cursor - 6, top, bottom)
    assert theme.accent not in colours(image, cursor + 6, round(plot.x(101)), top, bottom)
    assert theme.now_mark not in colours(image, cursor + 6, round(plot.x(101)), top, bottom)


# The strokes --------------------------------------------------------------------------------------------------------


def test_that_gaps_are_where_nothing_is_finite_and_hatching_where_nothing_is_computed() -> None:
    strokes = strokes_of(curve_of(None, 1.0, 2.0, math.nan, 4.0), 100)
    assert np.array_equal(strokes.values, [np.nan, 1.0, 2.0, np.nan, 4.0], equal_nan=True)
    assert strokes.not_computed == [(-0.5, 0.5)]
    assert strokes.not_finite == [(2.5, 3.5)]
    assert not len(strokes.sampled_values)


def test_that_strokes_go_through_every_extreme_in_the_order_of_the_curve() -> None:
    strokes = strokes_of(curve_of(0.0, 1.0, 2.0, 3.0, 9.0, 5.0, 2.0, 1.0), 4)
    assert strokes.values.tolist() == [0.0, 1.0, 2.0, 3.0, 5.0, 9.0, 2.0, 1.0]
    assert strokes.updates.tolist() == [0, 1, 2, 3, 4, 5, 6, 7]


def test_that_a_single_stroke_for_several_updates_can_be_drawn() -> None:
    series = WatchSeries()
    series.add(5000, 1.0)
    for update in range(4):
        series.add(update, 1.0)
    assert strokes_of(series.freeze(), 100).values.tolist() == []
    assert strokes_of(curve_of(1.0, 2.0), 1).values.tolist() == [1.0, 2.0]


def test_that_a_line_goes_on_through_samples() -> None:
    series = WatchSeries()
    for update in (0, 1, 5, 9):
        series.add(update, float(update))
    strokes = strokes_of(series.freeze(), 100)
    assert strokes.updates.tolist() == [0, 1]
    assert strokes.sampled_updates.tolist() == [1, 5, 9]


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize(
    "values",
    [
        (),
        (None,),
        (math.nan, math.inf),
        (0.0, 0.0),
        (1.0, 1.0 + 1e-16),
        (-1.7e308, 1.7e308),
        (5e-324, 1e-323),
        (-3.0, -2.0),
        (1e-300, 1e300),
    ],
)
def test_that_every_curve_has_an_axis(values: tuple[float | None, ...], log: bool) -> None:
    curve = curve_of(*values)
    scale = scale_of(curve, log=log)
    assert math.isfinite(scale.extent.low)
    assert scale.extent.high > scale.extent.low
    assert scale.ticks(3)
    finite = curve.least[np.isfinite(curve.least)]
    heights = scale.heights(finite)
    assert log or all(
        -0.001 <= height <= 1.001 or abs(value) > 1e307 for height, value in zip(heights, finite, strict=True)
    )


@pytest.mark.parametrize("text", ["exp(exp(exp(9 * norm(W1))))", "log(W1[0, 0])", "1e308 * L", "L - L", "L < 2"])
@pytest.mark.parametrize("log", [False, True])
@pytest.mark.slow
def test_that_extreme_values_are_drawn_without_a_complaint(
    panel: WatchesPanel, session: Session, text: str, log: bool
) -> None:
    (chart,) = show(panel, session, Watch(text))
    chart.show_log(log)
    panel.grab()
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, QPoint(100, 70), chart.mapToGlobal(QPoint(100, 70))))
    QToolTip.hideText()


# Looking around -----------------------------------------------------------------------------------------------------


def test_that_all_charts_look_closer_together_and_a_click_still_asks_for_its_update(
    panel: WatchesPanel, session: Session, qtbot: QtBot
) -> None:
    charts = show(panel, session, CELL, NORM)
    charts[0].navigation.zoom(8)
    seen = charts[0].picture.plot.across
    assert seen.span < 20
    assert charts[1].picture.plot.across == seen
    values = [float(session.value("W1")[0, 1]) for update in range(45, 56) if session.seek(update) is None]
    charts[0].grab()
    scale = charts[0].picture.plot.scale
    session.seek(100)
    assert scale.extent.low <= min(values) <= max(values) <= scale.extent.high
    assert scale.extent.span < 0.1
    asked: list[int] = []
    panel.seek_requested.connect(asked.append)
    place = QPointF(charts[0].picture.plot.x(52), charts[0].picture.plot.area.center().y()).toPoint()
    qtbot.mouseClick(charts[0], Qt.MouseButton.LeftButton, pos=place)
    assert asked == [52]
    charts[1].navigation.show_whole()
    assert charts[0].picture.plot.across.low == 0
    QToolTip.hideText()


def test_that_the_values_of_a_watch_can_be_copied(panel: WatchesPanel, session: Session) -> None:
    (chart,) = show(panel, session, CELL)
    chart.navigation.copy_values()
    session.seek(60)
    rows = QApplication.clipboard().text().splitlines()
    assert rows[0] == f'update,"{CELL.text}"'
    assert rows[61] == f"60,{float(session.value('W1')[0, 1])!r}"


@pytest.mark.parametrize("stride", [1, 4])
def test_that_what_is_seen_of_a_long_curve_is_the_same_wherever_it_is_cut(stride: int) -> None:
    values = np.sin(np.arange(4000.0)) + np.arange(4000.0) / 1000
    curve = WatchCurve(stride, values, values + 0.5, values < 9, values < 9, 4000 * stride, 4000 * stride)
    whole, part = strokes_of(curve, 4000), strokes_of(curve, 4000, AxisRange(1000.0 * stride, 1010.0 * stride))
    inside = (whole.updates >= part.updates[0]) & (whole.updates <= part.updates[-1])
    assert np.array_equal(part.updates, whole.updates[inside])
    assert np.array_equal(part.values, whole.values[inside])
    assert part.updates[0] <= 1000 * stride
    assert part.updates[-1] >= 1010 * stride
