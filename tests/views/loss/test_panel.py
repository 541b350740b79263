"""The loss panel draws the run's losses up to the cursor, follows the newest update, and says what is not finite."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QColor, QFontMetrics, QShortcut, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QToolButton, QToolTip

from nnviz.model.scenario.edit import with_optimiser
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact, format_number
from nnviz.views.loss import LossPanel, texts
from nnviz.views.loss.plot import LossPlot
from nnviz.views.plots.axis_range import AxisRange
from nnviz.views.plots.branch_pens import compared_pen
from nnviz.views.plots.scale import Scale, scale_for
from nnviz.views.theme import DARK, LIGHT, label_font

Shown = Callable[..., LossPanel]
DIVERGED = {"optimiser": OptimiserSpec("gradient-descent", 1e6)}


def moment(name: str, updates: int, **changes: object) -> Snapshot:
    session = Session(replace(find_scenario(name), **changes))
    session.step_update(updates)
    return session.snapshot()


@pytest.fixture
def shown(qtbot) -> Shown:
    kept = []

    def show(snapshot: Snapshot, theme=LIGHT, width=382, height=210) -> LossPanel:
        panel = LossPanel(theme)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show()
        qtbot.waitExposed(panel)
        panel.show_snapshot(snapshot)
        panel.grab()
        kept.append(panel)
        return panel

    return show


def plot(panel: LossPanel) -> LossPlot:
    found = panel.findChild(LossPlot)
    assert found is not None
    return found


def press(panel: LossPanel, text: str) -> None:
    button = next(b for b in panel.findChildren(QAbstractButton) if b.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    panel.grab()


def middle(panel: LossPanel) -> QPoint:
    return plot(panel).marks.area.center().toPoint()


def wheel(panel: LossPanel, steps: int) -> None:
    view = plot(panel).viewport()
    at = QPointF(middle(panel))
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
    panel.grab()


def drag(panel: LossPanel, by: int) -> None:
    view, start = plot(panel).viewport(), middle(panel)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(by, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))
    panel.grab()


def follow_button(panel: LossPanel) -> QToolButton:
    return panel.findChild(QToolButton, "follow")


def test_that_the_dot_is_amber_at_the_loss_of_the_parameters_as_they_stand_and_its_line_as_text(
    shown,
) -> None:
    for theme in (LIGHT, DARK):
        snapshot = moment("xor", 160)
        panel = shown(snapshot, theme)
        marks, scale = plot(panel).marks, plot(panel).scale_of_losses
        height = scale.extent.share(snapshot.metrics.train)
        assert marks.dot == plot(panel).position(160, height)
        assert marks.labels[0].text == format_number(snapshot.metrics.train) == "0.2316"
        image = plot(panel).grab().toImage()
        assert image.pixelColor(marks.dot.toPoint()) == QColor(theme.now_mark)
        assert image.pixelColor(round(marks.cursor), round(marks.area.top()) + 4) == QColor(theme.now_outline)


def test_that_the_curve_ends_at_the_cursor_also_between_evaluations(shown) -> None:
    snapshot = moment("spiral", 60)
    assert snapshot.curve.at[-1] < 60
    curve = plot(shown(snapshot)).curves.train
    assert curve.xData[-1] == 60
    assert curve.xData[:-1].tolist() == snapshot.curve.at.tolist()


def test_that_the_curve_is_drawn_in_the_accent_colour(shown) -> None:
    panel = shown(moment("xor", 160))
    curve = plot(panel).curves.train
    at = plot(panel).position(curve.xData[80], curve.yData[80])
    assert plot(panel).grab().toImage().pixelColor(at.toPoint()).blue() > 200
    assert curve.opts["pen"].color() == QColor(LIGHT.accent)


def test_that_the_test_curve_is_drawn_dashed_and_labelled_only_where_there_is_test_data(shown) -> None:
    without, with_test = plot(shown(moment("xor", 20))), plot(shown(moment("spiral", 200)))
    assert not without.curves.test.isVisible()
    assert len(without.marks.labels) == 1
    assert with_test.curves.test.isVisible()
    assert "test" in [label.text for label in with_test.marks.labels]
    pens = [curve.opts["pen"] for curve in (with_test.curves.test, with_test.curves.train)]
    assert pens[0].style() != pens[1].style()
    assert pens[0].color() != pens[1].color()


def test_that_batch_losses_are_a_band_only_for_mini_batches(shown) -> None:
    snapshot = moment("spiral", 300)
    band = plot(shown(snapshot)).curves.band
    scale = plot(shown(snapshot)).scale_of_losses
    assert np.nanmax(band.yData) == scale.heights(snapshot.curve.greatest).max()
    assert np.nanmin(band.yData) == scale.heights(snapshot.curve.least).min()
    assert len(plot(shown(moment("xor", 30))).curves.band.xData) == 0


def test_that_the_total_is_drawn_with_a_penalty_only(shown) -> None:
    penalised = moment("xor", 30, penalty=PenaltySpec("l2", 0.02))
    drawn = plot(shown(penalised))
    assert drawn.curves.total.isVisible()
    assert drawn.curves.total.yData[-1] == drawn.scale_of_losses.height(penalised.metrics.train_total)
    assert not plot(shown(moment("xor", 30))).curves.total.isVisible()


def test_that_log_spaces_powers_of_ten_evenly(shown) -> None:
    panel = shown(moment("xor", 1500))
    press(panel, "log")
    scale, up = plot(panel).scale_of_losses, plot(panel).ticks[1]
    assert scale.log
    assert {"0.1", "0.01"} <= {tick.text for tick in up}
    assert scale.height(0.1) - scale.height(0.01) == pytest.approx(scale.height(1.0) - scale.height(0.1))
    press(panel, "linear")
    assert not plot(panel).scale_of_losses.log


def test_that_log_leaves_out_what_has_no_logarithm() -> None:
    losses = np.array([0.0, -1.0, np.nan, np.inf, 0.1, 1.0])
    scale = scale_for([losses], np.empty(0), log=True, whole=True)
    assert np.isnan(scale.heights(losses)).tolist() == [True] * 4 + [False] * 2
    assert scale.height(0.0) == 0.0
    assert scale_for([np.zeros(3)], np.empty(0), log=True, whole=True).extent == AxisRange(-1.0, 0.0)


def test_that_log_says_where_losses_of_zero_are(shown) -> None:
    snapshot = long_run(50, train=np.concatenate([np.linspace(0.5, 0.1, 40), np.zeros(10)]))
    panel = shown(replace(snapshot, metrics=replace(snapshot.metrics, train=0.0)))
    assert not plot(panel).marks.hint
    press(panel, "log")
    assert plot(panel).marks.hint == "0 is below the axis"
    without = shown(long_run(50))
    press(without, "log")
    assert not plot(without).marks.hint


@pytest.mark.parametrize("log", [False, True])
def test_that_the_greatest_floats_have_a_place(log) -> None:
    scale = scale_for([np.array([1e-3, 1.7e308])], np.array([1.7e308]), log=log, whole=True)
    assert np.isfinite(scale.heights(np.array([1e-3, 1e300, 1.7e308]))).all()
    assert scale.ticks(5)
    assert Scale(AxisRange(0.0, 1.0), log).height(np.inf) is None


def test_that_the_accuracy_has_its_own_axis_when_asked_for(shown) -> None:
    snapshot = moment("xor", 160)
    panel = shown(snapshot)
    accuracy = plot(panel).curves.accuracy
    assert not accuracy.isVisible()
    wide = plot(panel).marks.area.width()
    press(panel, "accuracy")
    assert accuracy.isVisible()
    assert accuracy.yData[-1] == snapshot.metrics.train_accuracy
    assert plot(panel).marks.area.width() < wide
    assert panel.findChild(QCheckBox, "accuracy").isVisible()
    assert not shown(moment("sine", 3)).findChild(QCheckBox, "accuracy").isVisible()


def test_that_it_follows_the_newest_update(shown) -> None:
    panel = shown(moment("xor", 8))
    assert plot(panel).extent == AxisRange(0.0, 10.0)
    panel.show_snapshot(moment("xor", 700))
    panel.grab()
    assert plot(panel).extent == AxisRange(0.0, 800.0)
    assert [tick.text for tick in plot(panel).ticks[0]][:2] == ["0", "500"]


@pytest.mark.parametrize("away", [lambda panel: wheel(panel, 2), lambda panel: (wheel(panel, 1), drag(panel, 20))])
@pytest.mark.parametrize("back", ["button", "key", "double click"])
@pytest.mark.slow
def test_that_looking_elsewhere_ends_following_until_asked(shown, away, back) -> None:
    panel = shown(moment("xor", 160))
    assert not follow_button(panel).isVisible()
    away(panel)
    seen = plot(panel).extent
    assert seen.span < 200
    panel.show_snapshot(moment("xor", 900))
    assert plot(panel).extent == seen
    assert follow_button(panel).isVisible()
    if back == "button":
        QTest.mouseClick(follow_button(panel), Qt.MouseButton.LeftButton)
    elif back == "key":
        QTest.keyClick(panel.body(), Qt.Key.Key_0)
    else:
        QTest.mouseDClick(plot(panel).viewport(), Qt.MouseButton.LeftButton, pos=middle(panel))
    assert plot(panel).extent == AxisRange(0.0, 1000.0)
    assert not follow_button(panel).isVisible()


def test_that_dragging_moves_what_is_seen_with_the_mouse(shown) -> None:
    panel = shown(moment("xor", 160))
    wheel(panel, 3)
    before = plot(panel).extent
    drag(panel, 15)
    assert plot(panel).extent.low < before.low
    assert plot(panel).extent.span == pytest.approx(before.span)


def test_that_keys_zoom(shown) -> None:
    panel = shown(moment("xor", 160))
    QTest.keyClick(panel.body(), Qt.Key.Key_Plus)
    assert plot(panel).extent.span == pytest.approx(200 / 1.25)
    QTest.keyClick(panel.body(), Qt.Key.Key_Minus)
    assert plot(panel).extent.span == pytest.approx(200)


def test_that_arrows_move_along_while_zoomed_and_are_the_windows_otherwise(shown, qtbot) -> None:
    panel = shown(moment("xor", 160))
    used = []
    shortcut = QShortcut(Qt.Key.Key_Right, panel)
    shortcut.activated.connect(lambda: used.append("line"))
    with qtbot.waitActive(panel):
        panel.activateWindow()
    panel.body().setFocus()
    QTest.keyClick(panel.body(), Qt.Key.Key_Right)
    assert used == ["line"]
    assert plot(panel).is_following
    QTest.keyClick(panel.body(), Qt.Key.Key_Plus)
    QTest.keyClick(panel.body(), Qt.Key.Key_Left)
    before = plot(panel).extent
    QTest.keyClick(panel.body(), Qt.Key.Key_Right)
    assert plot(panel).extent.low > before.low
    assert plot(panel).extent.span == pytest.approx(before.span)
    assert used == ["line"]


def test_that_a_click_on_the_plot_gives_the_panel_the_keyboard(shown) -> None:
    panel = shown(moment("xor", 160))
    QTest.mouseClick(plot(panel).viewport(), Qt.MouseButton.LeftButton, pos=middle(panel))
    assert panel.focusWidget() is panel.body()
    assert plot(panel).is_following


def test_that_another_run_is_followed_again(shown) -> None:
    panel = shown(moment("xor", 160))
    wheel(panel, 2)
    panel.show_snapshot(moment("xor", 0))
    assert plot(panel).is_following
    assert not follow_button(panel).isVisible()


def test_that_a_fault_is_marked_where_the_curve_ends(shown) -> None:
    snapshot = moment("sine", 60, **DIVERGED)
    assert snapshot.curve.fault is not None
    panel = shown(snapshot)
    marks = plot(panel).marks
    assert marks.fault.text == f"not finite after update {snapshot.curve.fault}"
    assert marks.fault.at.x() <= plot(panel).position(snapshot.curve.fault, 0).x()
    assert marks.dot is None
    colour = plot(panel).grab().toImage().pixelColor(marks.fault.at.toPoint())
    assert colour.red() > 2 * colour.green()
    assert plot(shown(moment("xor", 5))).marks.fault is None


def test_that_the_start_is_a_dot_and_says_what_will_come(shown) -> None:
    snapshot = moment("xor", 0)
    panel = shown(snapshot)
    marks = plot(panel).marks
    assert marks.dot == plot(panel).position(0, plot(panel).scale_of_losses.height(snapshot.metrics.train))
    assert marks.message
    panel.show_snapshot(moment("xor", 1))
    panel.grab()
    assert not marks.message


@pytest.mark.parametrize("height", range(150, 290, 20))
def test_that_no_line_of_the_grid_crosses_what_the_start_says(shown, height) -> None:
    panel = shown(moment("xor", 0), height=height)
    graph = plot(panel)
    image, marks = graph.grab().toImage(), graph.marks
    centre, line = marks.area.center().toPoint(), QColor(LIGHT.border)
    measure = QFontMetrics(label_font(LIGHT))
    half, above = measure.horizontalAdvance(marks.message) // 2 - 2, measure.height() // 2 - 1
    for y in range(centre.y() - above, centre.y() + above):
        row = [image.pixelColor(x, y) for x in range(centre.x() - half, centre.x() + half)]
        assert row.count(line) < half, y


@pytest.mark.slow
def test_that_the_summary_tells_the_numbers_in_fixed_widths(shown) -> None:
    found = []
    for updates in (0, 160, 3000):
        panel = shown(moment("xor", updates))
        found.append(next(label.text() for label in panel.findChildren(QLabel) if label.text().startswith("train")))
    assert found[1] == "train   0.2316 · accuracy 4 of 4 · L = BCE(σ(Z²), Y)"
    assert len({len(text) for text in found}) == 1


def test_that_a_run_that_is_measured_rarely_tells_when_it_was(shown) -> None:
    snapshot = moment("xor", 160)
    last = replace(snapshot.metrics, update=150)
    rare = replace(snapshot, metrics=last, is_measured_rarely=True)
    panel = shown(rare)
    assert texts.summary(rare) == "at 150: train 0.2316 · accuracy 100 %"
    assert "after update 150" in texts.details(rare)
    assert plot(panel).marks.dot.x() == plot(panel).position(150, 0).x()
    assert plot(panel).marks.cursor == plot(panel).position(160, 0).x()
    assert texts.summary(snapshot).startswith("train")


def notes(panel: LossPanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if "point" in label.text() or "band" in label.text()]


def long_run(updates: int, **values: np.ndarray) -> Snapshot:
    """A snapshot of the XOR scenario with as many evaluations, one each update, and losses as given."""
    snapshot, at = moment("xor", 10), np.arange(updates)
    losses = {"train": np.linspace(0.5, 0.4, updates), **values}
    same = dict.fromkeys(("train_total", "test", "train_accuracy", "test_accuracy"), losses["train"])
    curve = replace(snapshot.curve, at=at, epoch=at, updates=updates, **same, **losses)
    return replace(snapshot, curve=curve, metrics=replace(snapshot.metrics, update=updates))


def test_that_the_heading_says_how_coarse_the_curve_is(shown) -> None:
    snapshot = moment("xor", 20)
    assert notes(shown(snapshot)) == []
    coarse = replace(snapshot, curve=replace(snapshot.curve, evaluated_every=8))
    assert notes(shown(coarse)) == ["0.6311 · 1 point = 8 updates"]
    batches = moment("spiral", 100)
    coarse = replace(batches, curve=replace(batches.curve, evaluated_every=8))
    assert "1 point = 8 epochs" in notes(shown(coarse))[0]


def test_that_the_heading_counts_what_is_drawn_as_one_point(shown) -> None:
    panel = shown(long_run(2000))
    drawn = len(plot(panel).curves.train.xData) / 2
    every = int(notes(panel)[0].split()[-2])
    assert 2000 / every == pytest.approx(drawn, abs=2)
    panel.resize(1600, 300)
    panel.grab()
    assert int(notes(panel)[0].split()[-2]) < every
    for _ in range(12):
        QTest.keyClick(panel.body(), Qt.Key.Key_Plus)
    panel.grab()
    assert notes(panel) == []


@pytest.mark.slow
def test_that_numbers_across_never_touch_one_another_or_the_unit(shown) -> None:
    for updates in (160, 5000, 1_000_000, 999_999_999):
        snapshot = moment("xor", 160)
        for width in (300, 382, 700, 1000):
            far = replace(snapshot, metrics=replace(snapshot.metrics, update=updates))
            panel = shown(far, width=width)
            image = plot(panel).grab().toImage()
            row = range(round(plot(panel).marks.area.bottom()) + 5, image.height())
            assert len(plot(panel).ticks[0]) >= 2
            inked = [any(image.pixelColor(x, y) != QColor(LIGHT.panel) for y in row) for x in range(image.width())]
            gaps = [run for run in "".join("x" if ink else " " for ink in inked).strip().split("x") if len(run) > 5]
            assert len(gaps) >= len(plot(panel).ticks[0]) - 1, (updates, width)


def test_that_a_search_counts_function_evaluations_and_what_had_gradients_updates() -> None:
    session = Session(find_scenario("xor-evolution"))
    session.step_update(3)
    assert texts.unit(session.snapshot()) == "function evaluations"
    session.change(with_optimiser(session.scenario, "adam"))
    assert texts.unit(session.snapshot()) == "updates"


def test_that_what_lies_between_the_points_of_a_long_full_batch_run_is_a_band(shown) -> None:
    snapshot = moment("xor", 20)
    least, greatest = np.linspace(0.3, 0.2, 10), np.linspace(0.9, 0.8, 10)
    curve = replace(snapshot.curve, stride=2, least=least, greatest=greatest)
    drawn = plot(shown(replace(snapshot, curve=curve)))
    assert drawn.curves.band.yData.max() == drawn.scale_of_losses.height(0.9)
    assert len(drawn.curves.band.xData) == 20


def test_that_the_panel_says_which_loss_it_is(shown) -> None:
    snapshot = moment("xor", 20)
    panel = shown(snapshot)
    line = snapshot.program[snapshot.program.line_of["L"]]
    label = next(label for label in panel.findChildren(QLabel) if label.text().startswith("train"))
    assert label.text().endswith(line.formula(snapshot.labels))
    QApplication.sendEvent(label, QEvent(QEvent.Type.ToolTip))
    assert "binary cross-entropy" in label.toolTip()
    assert exact(snapshot.metrics.train) in label.toolTip()


def test_that_the_mouse_finds_the_nearest_evaluation_with_its_exact_numbers(shown) -> None:
    snapshot = moment("xor", 160)
    panel = shown(snapshot)
    place = plot(panel).position(80, 0.5).toPoint()
    QTest.mouseMove(plot(panel).viewport(), place)
    index = int(np.argmin(np.abs(snapshot.curve.at - 80)))
    assert abs(plot(panel).marks.hover.x() - place.x()) < 3
    found = QToolTip.text()
    near = [exact(loss) for loss in snapshot.curve.train[index - 1 : index + 2]]
    assert any(text in found for text in near)
    assert "epoch" in found
    QApplication.sendEvent(plot(panel).viewport(), QEvent(QEvent.Type.Leave))
    QToolTip.hideText()


def test_that_a_long_curve_keeps_its_extremes_in_few_points(shown) -> None:
    train = np.linspace(0.5, 0.4, 2000)
    train[777], train[1234] = 0.9, 0.1
    drawn = plot(shown(long_run(2000, train=train)))
    scale = drawn.scale_of_losses
    assert len(drawn.curves.train.xData) <= 500
    assert drawn.curves.train.yData.max() == scale.height(0.9)
    assert drawn.curves.train.yData.min() == scale.height(0.1)


def test_that_a_hidden_panel_draws_when_it_is_shown(qtbot) -> None:
    panel = LossPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_snapshot(moment("xor", 160))
    assert plot(panel).marks.dot is None
    panel.show()
    qtbot.waitExposed(panel)
    panel.grab()
    assert plot(panel).marks.dot is not None
    assert any("0.2316" in label.text() for label in panel.findChildren(QLabel))


def test_that_nothing_keeps_a_panel_alive(qtbot) -> None:
    panel = LossPanel(LIGHT)
    panel.show_snapshot(moment("xor", 5))
    panel.grab()
    alive = weakref.ref(panel)
    del panel
    gc.collect()
    assert alive() is None


def test_that_what_came_after_a_cursor_in_the_past_is_drawn_faintly_from_the_cursor_on(shown) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(100)
    panel = shown(session.snapshot())
    assert not plot(panel).curves.later.isVisible()
    session.seek(40)
    panel.show_snapshot(session.snapshot())
    panel.grab()
    x, _ = plot(panel).curves.later.getData()
    assert (x[0], x[-1]) == (40.0, 100.0)
    train, _ = plot(panel).curves.train.getData()
    assert train[-1] == 40.0


# Other branches ------------------------------------------------------------------------------------------------------


def branched(rate: float = 1.5, updates: int = 60) -> Session:
    """Make a run of 200 updates of xor, and a branch with another rate from its update 40."""
    session = Session(find_scenario("xor"))
    session.step_update(200)
    session.seek(40)
    with_rate(session, rate)
    session.step_update(updates)
    return session


def with_rate(session: Session, rate: float) -> None:
    scenario = session.scenario
    session.change(replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=rate)))


@pytest.mark.parametrize("way", ["linear", "log"])
def test_that_another_branch_is_drawn_from_where_it_parts_from_this_one(shown, way) -> None:
    session = branched()
    panel = shown(session.snapshot())
    press(panel, way)
    drawn, old = plot(panel), session.branches[0].curve
    line = drawn.curves.compared[0]
    assert line.xData.tolist() == old.at[40:].tolist()
    assert np.array_equal(line.yData, drawn.scale_of_losses.heights(old.train[40:]))
    assert drawn.curves.train.yData[40] == line.yData[0]


def test_that_the_older_branch_sees_the_newer_one_part_at_the_same_place(shown) -> None:
    session = branched()
    session.switch_branch("branch 1")
    line = plot(shown(session.snapshot())).curves.compared[0]
    assert (line.xData[0], line.xData[-1]) == (40, 100)


def test_that_branches_of_one_branch_part_at_the_earlier_of_their_places(shown) -> None:
    session = branched()
    session.switch_branch("branch 1")
    session.seek(70)
    with_rate(session, 0.1)
    session.step_update(30)
    lines = plot(shown(session.snapshot())).curves.compared
    assert [line.xData[0] for line in lines] == [70, 40]


def test_that_a_branch_with_other_batches_is_joined_to_this_one_where_both_were_evaluated(shown) -> None:
    session = Session(find_scenario("spiral"))
    session.step_update(200)
    session.seek(60)
    with_rate(session, 0.02)
    session.step_update(100)
    assert plot(shown(session.snapshot())).curves.compared[0].xData[0] == 50


def test_that_a_renamed_parent_and_a_discarded_one_change_nothing_of_where_branches_part(shown) -> None:
    session = branched()
    session.switch_branch("branch 1")
    session.seek(70)
    with_rate(session, 0.1)
    session.step_update(30)
    session.discard_branch("branch 1")
    line = plot(shown(session.snapshot())).curves.compared[0]
    assert line.xData[0] == 40


def test_that_a_run_from_the_start_again_is_compared_from_its_start(shown) -> None:
    session = branched()
    scenario = session.scenario
    session.change(replace(scenario, initial=replace(scenario.initial, seed=99)))
    session.step_update(10)
    for line in plot(shown(session.snapshot())).curves.compared:
        assert line.xData[0] == 0


def test_that_compared_branches_can_be_chosen_and_cost_nothing_when_none_is(shown) -> None:
    session = branched()
    panel = shown(session.snapshot())
    panel.show_compared(())
    panel.grab()
    assert plot(panel).compared == []
    assert plot(panel).marks.legend == []
    assert not plot(panel).curves.compared[0].isVisible()
    panel.show_compared(("branch 1", "branch 2", "gone"))
    panel.grab()
    assert [branch.name for branch in plot(panel).compared] == ["branch 1"]
    assert plot(panel).curves.compared[0].isVisible()
    assert not shown(moment("xor", 20)).findChild(LossPlot).curves.compared


def test_that_a_legend_names_the_lines_in_their_colours(shown) -> None:
    session = branched()
    session.rename_branch("branch 1", "slow")
    for theme in (LIGHT, DARK):
        panel = shown(session.snapshot(), theme)
        own, other = plot(panel).marks.legend
        assert (own.name, other.name) == ("branch 2", "slow")
        assert own.pen.color() == QColor(theme.accent)
        assert other.pen.color() == plot(panel).curves.compared[0].opts["pen"].color() == QColor(theme.compared[0])
        assert other.pen.dashPattern()
        area, image = plot(panel).marks.area, plot(panel).grab().toImage()
        columns, rows = range(round(area.right()) - 120, round(area.right())), range(round(area.top()) + 40)
        assert any(image.pixelColor(x, y) == QColor(theme.compared[0]) for x in columns for y in rows)


def test_that_neighbouring_branches_have_different_colours_and_different_dashes() -> None:
    for theme in (LIGHT, DARK):
        taken = {theme.accent, theme.now_mark, theme.fault, theme.holds, theme.positive, theme.negative}
        assert not taken & set(theme.compared)
        for first in range(30):
            pens = [compared_pen(theme, place, 1.0) for place in range(first, first + 6)]
            assert len({pen.color().name() for pen in pens}) == 6
        assert (
            len({(p.color().name(), tuple(p.dashPattern())) for p in (compared_pen(theme, i, 1) for i in range(36))})
            == 36
        )


def test_that_the_plot_reaches_as_far_as_the_longest_branch_on_it(shown) -> None:
    panel = shown(branched().snapshot())
    assert plot(panel).extent.high >= 200
    panel.show_compared(())
    assert plot(panel).extent.high == 100


@pytest.mark.parametrize("way", ["linear", "log"])
def test_that_a_branch_that_has_diverged_does_not_flatten_this_one(shown, way) -> None:
    session = branched(rate=1e6)
    session.switch_branch("branch 1")
    assert np.nanmax(session.branches[1].curve.train) > 1e3
    panel = shown(session.snapshot())
    press(panel, way)
    assert plot(panel).scale_of_losses.height(session.branches[0].curve.train[0]) > 0.4
    assert plot(panel).curves.compared[0].isVisible()


def test_that_the_tooltip_has_the_losses_of_the_others_too(shown) -> None:
    session = branched()
    panel = shown(session.snapshot())
    place = plot(panel).position(80, 0.5).toPoint()
    QTest.mouseMove(plot(panel).viewport(), place + QPoint(1, 0))
    QTest.mouseMove(plot(panel).viewport(), place)
    QApplication.processEvents()
    reported = QToolTip.text().split("\n")
    QToolTip.hideText()
    update = int(reported[0].split()[2])
    assert f"branch 1: {exact(session.branches[0].curve.train[update])}" in reported


@pytest.mark.slow
def test_that_a_long_branch_is_thinned_out_like_the_curve(shown) -> None:
    session = Session(find_scenario("xor"))
    session.step_update(30_000)
    session.seek(100)
    with_rate(session, 0.1)
    session.step_update(10)
    assert len(plot(shown(session.snapshot())).curves.compared[0].xData) < 2 * 400


def test_that_the_panel_says_which_loss_it_shows_and_when_it_was_measured(shown) -> None:
    wanted = {
        (0, 0): "BCE, mean of 4 samples, before the first update",
        (160, 9): "BCE, mean of 4 samples, before this update",
        (160, 13): "BCE, mean of 4 samples, in the middle of this update",
        (161, 0): "BCE, mean of 4 samples, after this update",
    }
    for (updates, lines), text in wanted.items():
        session = Session(find_scenario("xor"))
        session.step_update(updates)
        session.step_line(lines)
        snapshot = session.snapshot()
        assert texts.which(snapshot) == text
        panel = shown(snapshot)
        assert text in {label.text() for label in panel.findChildren(QLabel)}
        assert texts.heading(snapshot) in {label.text() for label in panel.findChildren(QLabel)}


def test_that_a_loss_that_is_not_finite_at_the_start_is_the_only_text_there(shown) -> None:
    snapshot = moment("xor", 0)
    curve = replace(snapshot.curve, train=np.array([np.inf]), fault=0)
    metrics = replace(snapshot.metrics, train=np.inf)
    marks = plot(shown(replace(snapshot, curve=curve, metrics=metrics))).marks
    assert marks.fault is not None
    assert marks.message == ""
