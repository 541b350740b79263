"""The map panel, with real events, on states built in the tests."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from nnviz.model.engine.metrics import Metrics
from nnviz.model.map import CellResult, MapPlan, MapState, csv_text, read_axis, train_cell
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.views import file_dialogs
from nnviz.views.map import MapPanel
from nnviz.views.map.content import Kind
from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme, contrast, sequential_colour, sequential_table

Show = Callable[..., MapPanel]


def plan_of(across: str = "seed=0:4", up: str = "learning-rate=0.1,1,10", name: str = "xor") -> MapPlan:
    return MapPlan(find_scenario(name), read_axis(across), read_axis(up), 50)


def result(row: int, column: int, loss: float = 0.5, **others: object) -> CellResult:
    metrics = Metrics(50, loss, loss, None, 2, None, 4, 0)
    return replace(CellResult(row, column, metrics), **others)


def state_of(plan: MapPlan, *results: CellResult, running: bool = False) -> MapState:
    return MapState(plan, {(one.row, one.column): one for one in results}, running)


def trained(plan: MapPlan) -> MapState:
    return state_of(plan, *(one for cell in plan.cells() if (one := train_cell(plan, *cell))))


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Return a function that shows a panel on a map."""

    def shown(
        state: MapState | None = None, theme: Theme = LIGHT, size: tuple[int, int] = (420, 520), name: str = "xor"
    ) -> MapPanel:
        panel = MapPanel(theme)
        qtbot.addWidget(panel)
        apply_theme(panel, theme)
        panel.resize(*size)
        panel.show_snapshot(Session(find_scenario(name)).snapshot())
        panel.show()
        if state is not None:
            panel.show_map(state)
        qtbot.wait(1)
        return panel

    return shown


def centre(panel: MapPanel, row: int, column: int) -> QPoint:
    return panel.canvas.cell_rect(row, column).center()


def colour_at(panel: MapPanel, point: QPoint) -> QColor:
    image: QImage = panel.canvas.grab().toImage()
    return image.pixelColor(point)


# What is asked for -------------------------------------------------------------------------------------------------


def test_that_the_first_map_is_one_of_seeds_and_learning_rates(show: Show, qtbot: QtBot) -> None:
    panel = show()
    with qtbot.waitSignal(panel.start_requested) as asked:
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    plan, cluster = asked.args
    assert plan.across == read_axis("seed")
    assert plan.up == read_axis("learning-rate")
    assert (plan.length, plan.unit, plan.threshold, cluster) == (2000, "updates", 0.1, "")
    assert plan.scenario == find_scenario("xor")


def test_that_the_fields_make_the_axes(show: Show, qtbot: QtBot) -> None:
    panel = show()
    form = panel.form
    for field, text in ((form.up.low, "0,5"), (form.up.high, "4"), (form.up.steps, "4"), (form.length, "300")):
        field.line_edit().setText(text)
        qtbot.keyClick(field.line_edit(), Qt.Key.Key_Return)
    form.unit.choose("epochs")
    with qtbot.waitSignal(panel.start_requested) as asked:
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert asked.args[0].up == read_axis("learning-rate=0.5:4:log:4")
    assert (asked.args[0].length, asked.args[0].unit) == (300, "epochs")


def test_that_choices_are_ticked_and_one_of_them_stays(show: Show) -> None:
    panel = show()
    row = panel.form.up
    row.settings.choose("optimiser")
    row.choose_setting("optimiser")
    offered = read_axis("optimiser")
    assert row.axis() == offered
    menu = row.choices.menu()
    assert menu is not None
    for action in menu.actions():
        action.trigger()
    assert row.axis().values == offered.values[-1:]
    assert row.choices.isVisible()
    assert not row.low.isVisible()


def test_that_a_map_that_cannot_be_had_is_reported_in_its_place_and_not_asked_for(show: Show, qtbot: QtBot) -> None:
    panel = show()
    panel.form.up.choose_setting("seed")
    with qtbot.assertNotEmitted(panel.start_requested):
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert "two different settings" in panel.form.problem()
    panel.form.up.choose_setting("noise")
    with qtbot.waitSignal(panel.start_requested):
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert panel.form.problem() == ""


def test_that_a_number_that_is_not_accepted_is_reported_under_the_fields(show: Show, qtbot: QtBot) -> None:
    panel = show()
    field = panel.form.across.low
    field.line_edit().setText("1.5")
    qtbot.keyClick(field.line_edit(), Qt.Key.Key_Return)
    assert field.error_label().isVisible()
    assert field.error_label().width() > panel.form.width() // 2
    with qtbot.assertNotEmitted(panel.start_requested):
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)


def test_that_a_number_that_is_not_asked_for_any_more_is_not_in_the_way(show: Show, qtbot: QtBot) -> None:
    panel = show()
    field = panel.form.across.low
    field.line_edit().setText("1.5")
    qtbot.keyClick(field.line_edit(), Qt.Key.Key_Return)
    panel.form.across.choose_setting("optimiser")
    with qtbot.waitSignal(panel.start_requested):
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)


def test_that_factors_do_not_begin_at_zero(show: Show, qtbot: QtBot) -> None:
    panel = show()
    row = panel.form.up
    row.choose_setting("noise")
    row.log.setChecked(True)
    row.log.clicked.emit(True)
    values = row.axis().values
    assert min(values) > 0
    assert values[-1] == 0.5


def test_that_a_cluster_needs_an_address(show: Show, qtbot: QtBot) -> None:
    panel = show()
    assert not panel.form.address.isVisible()
    panel.form.place.choose("cluster")
    panel.form.place.chosen.emit("cluster")
    assert panel.form.address.isVisible()
    with qtbot.assertNotEmitted(panel.start_requested):
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert "tcp://" in panel.form.problem()
    panel.form.address.setText(" tcp://host:8786 ")
    with qtbot.waitSignal(panel.start_requested) as asked:
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    assert asked.args[1] == "tcp://host:8786"


def test_that_the_button_gives_up_a_map_that_is_running(show: Show, qtbot: QtBot) -> None:
    panel = show(state_of(plan_of(), result(0, 0), running=True))
    assert panel.start.text() == "Cancel"
    assert panel.progress.isVisible()
    assert (panel.progress.value(), panel.progress.maximum()) == (1, 15)
    with qtbot.waitSignal(panel.cancel_requested), qtbot.assertNotEmitted(panel.start_requested):
        qtbot.mouseClick(panel.start, Qt.MouseButton.LeftButton)
    panel.show_map(state_of(plan_of(), result(0, 0)))
    assert panel.start.text() == "Train"
    assert "1 of 15" in panel.status.text()


def test_that_another_window_is_reported_what_was_chosen(show: Show) -> None:
    first, second = show(), show()
    first.form.up.choose_setting("mistakes")
    first.form.up.choices.choose(("none", "flipped-sign"))
    first.form.across.high.set_value(3)
    first.measures.choose("reached")
    second.choose(first.choices())
    assert second.choices() == first.choices()
    assert second.form.plan() == first.form.plan()


# What is drawn -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_a_smaller_loss_is_lighter_and_what_is_missing_is_hatched(show: Show, theme: Theme) -> None:
    panel = show(state_of(plan_of(), result(0, 0, 0.001), result(0, 1, 0.05), result(0, 2, 2.0)), theme)
    picture = panel.canvas.picture
    assert picture is not None
    points = [panel.canvas.cell_rect(0, column).topLeft() + QPoint(4, 4) for column in range(3)]
    image = panel.canvas.grab().toImage()
    colours = [image.pixelColor(point) for point in points]
    assert colours == [sequential_colour(picture.scale.share(loss)) for loss in (0.001, 0.05, 2.0)]
    lightness = [colour.lightnessF() for colour in colours]
    assert lightness == sorted(lightness, reverse=True)
    hatched = panel.canvas.cell_rect(2, 2).adjusted(2, 2, -2, -2)
    seen = {image.pixelColor(x, hatched.center().y()).name() for x in range(hatched.left(), hatched.right())}
    assert theme.panel.lower() in seen
    assert len(seen) > 1
    assert picture.cells[2][2] is Kind.MISSING


def test_that_what_is_not_finite_is_hatched_in_the_colour_of_a_fault(show: Show) -> None:
    panel = show(state_of(plan_of(), result(1, 1, float("nan"), fault=7), result(0, 0)))
    assert panel.canvas.picture is not None
    assert panel.canvas.picture.cells[1][1] is Kind.FAULT
    image, rect = panel.canvas.grab().toImage(), panel.canvas.cell_rect(1, 1).adjusted(2, 2, -2, -2)
    seen = {image.pixelColor(x, rect.center().y()).name() for x in range(rect.left(), rect.right())}
    assert LIGHT.fault.lower() in seen


def test_that_the_first_row_is_the_lowest(show: Show) -> None:
    panel = show(state_of(plan_of()))
    assert panel.canvas.cell_rect(0, 0).top() > panel.canvas.cell_rect(2, 0).top()
    assert panel.canvas.cell_rect(0, 0).left() < panel.canvas.cell_rect(0, 4).left()


def test_that_more_accuracy_is_lighter(show: Show) -> None:
    low = replace(result(0, 0).metrics, train_right=1)
    panel = show(state_of(plan_of(), result(0, 0, metrics=low), result(0, 1, metrics=replace(low, train_right=4))))
    panel.measures.choose("train_accuracy")
    panel.measures.chosen.emit("train_accuracy")
    assert panel.canvas.picture is not None
    assert panel.canvas.picture.scale.share(1.0) == 0
    assert panel.canvas.picture.scale.share(0.25) == 0.75


def test_that_test_measures_are_offered_only_with_test_samples(show: Show) -> None:
    assert not show(trained(plan_of("seed=0,1", "noise=0,0.1"))).measures.option("test_loss").enabled
    tested = show(trained(plan_of("seed=0,1", "noise=0,0.1", "circle")), name="circle")
    assert tested.measures.option("test_loss").enabled


def test_that_a_hidden_panel_shows_the_newest_map_once_it_is_shown(show: Show) -> None:
    panel = show()
    panel.hide()
    panel.show_map(state_of(plan_of(), result(0, 0)))
    assert panel.canvas.picture is not None
    assert not panel.canvas.picture.has_numbers
    panel.show()
    assert panel.canvas.picture.has_numbers


def test_that_before_the_first_map_the_one_that_is_asked_for_stands_there_not_computed(show: Show) -> None:
    panel = show()
    assert panel.canvas.picture is not None
    assert panel.canvas.plan is not None
    assert panel.canvas.plan.shape == (7, 10)
    assert all(cell is Kind.MISSING for row in panel.canvas.picture.cells for cell in row)
    settings = panel.form.up.settings
    settings.setCurrentIndex(settings.findData("hidden-units"))
    settings.activated.emit(settings.currentIndex())
    assert panel.canvas.plan.up.name == "hidden-units"


def test_that_what_is_asked_scrolls_where_there_is_no_room_for_it(show: Show) -> None:
    panel = show(size=(600, 230))
    assert panel.height() == 230
    assert panel.canvas.height() >= panel.canvas.minimumSizeHint().height()


@pytest.mark.parametrize("size", [(300, 330), (382, 420), (812, 220), (1000, 800)])
def test_that_every_cell_has_its_place_in_any_size(show: Show, size: tuple[int, int]) -> None:
    panel = show(state_of(plan_of("seed=0:9", "learning-rate")), size=size)
    rects = [panel.canvas.cell_rect(row, column) for row in range(7) for column in range(10)]
    assert all(panel.canvas.rect().contains(rect) for rect in rects)
    assert len({(rect.x(), rect.y()) for rect in rects}) == 70
    assert min(rect.width() for rect in rects) >= 4


def test_that_what_is_asked_stands_beside_the_map_where_there_is_little_height(show: Show) -> None:
    wide, high = show(size=(900, 260)), show(size=(400, 600))
    assert wide.canvas.mapTo(wide, QPoint()).x() > wide.form.mapTo(wide, QPoint()).x() + wide.form.width() - 5
    assert high.canvas.mapTo(high, QPoint()).y() > high.form.mapTo(high, QPoint()).y()


def test_that_a_cells_tip_has_the_exact_numbers(show: Show) -> None:
    state = trained(plan_of("seed=0,1", "learning-rate=0.1,2"))
    reported = show(state).canvas.tip(1, 1)
    metrics = state.results[1, 1].metrics
    assert metrics is not None
    assert "seed 1 · η 2" in reported
    assert repr(metrics.train) in reported
    assert "50 updates" in reported


def test_that_a_map_that_is_done_says_how_many_cells_have_learned(show: Show) -> None:
    plan = plan_of("seed=0,1", "noise=0,0.1")
    results = [result(0, 0, 0.05), result(0, 1, 0.5), result(1, 0, float("nan"), fault=3)]
    panel = show(state_of(plan, *results, CellResult(1, 1, problem="no")))
    assert panel.status.text() == "1 of 4 cells end with a loss below 0.1 · 1 not finite · 1 cannot be run"


def test_that_the_scale_of_colours_is_even_in_lightness() -> None:
    greys = [0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b, _ in sequential_table().astype(float)]
    assert all(before > after for before, after in zip(greys[::8], greys[8::8], strict=False))
    assert contrast(sequential_colour(0.0), sequential_colour(1.0)) > 7


# Opening -----------------------------------------------------------------------------------------------------------


def test_that_a_click_opens_the_cell_as_a_scenario_at_its_start(show: Show, qtbot: QtBot) -> None:
    plan = plan_of()
    panel = show(state_of(plan, result(1, 3)))
    with qtbot.waitSignal(panel.open_requested) as asked:
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=centre(panel, 1, 3))
    scenario: Scenario = asked.args[0]
    assert scenario == plan.scenario_of(1, 3)
    assert scenario.title_in("en") == "XOR · seed 3 · η 1"
    assert Session(scenario).position.update == 0


def test_that_the_keyboard_goes_from_cell_to_cell_and_opens_one(show: Show, qtbot: QtBot) -> None:
    plan = plan_of()
    panel = show(state_of(plan, result(1, 1)))
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left)
    for key in (Qt.Key.Key_Left, *keys, Qt.Key.Key_Right):
        qtbot.keyClick(panel.canvas, key)
    assert panel.canvas.current == (2, 2)
    assert "seed 2 · η 10" in panel.canvas.accessibleDescription()
    with qtbot.waitSignal(panel.open_requested) as asked:
        qtbot.keyClick(panel.canvas, Qt.Key.Key_Return)
    assert asked.args[0] == plan.scenario_of(2, 2)


def test_that_a_cell_that_cannot_be_run_says_why_instead_of_opening(show: Show, qtbot: QtBot) -> None:
    panel = show(state_of(plan_of(), CellResult(0, 0, problem="no such batch")))
    with qtbot.assertNotEmitted(panel.open_requested):
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=centre(panel, 0, 0))
    assert panel.form.problem() == "no such batch"
    assert "no such batch" in panel.canvas.tip(0, 0)


def test_that_a_cell_of_a_map_that_is_only_asked_for_opens_too(show: Show, qtbot: QtBot) -> None:
    panel = show()
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=centre(panel, 6, 3))
    assert (opened.args[0].seed, opened.args[0].optimiser.learning_rate) == (3, 10.0)


def test_that_a_click_beside_the_cells_asks_for_nothing(show: Show, qtbot: QtBot) -> None:
    panel = show(state_of(plan_of()))
    with qtbot.assertNotEmitted(panel.open_requested):
        qtbot.mouseClick(panel.canvas, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_that_the_map_is_copied_and_saved_as_csv(
    show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    state = trained(plan_of("seed=0,1", "noise=0,0.1"))
    panel = show(state)
    qtbot.keyClick(panel.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    clipboard = QGuiApplication.clipboard()
    assert clipboard is not None
    assert state.plan is not None
    assert clipboard.text() == csv_text(state.plan, state.results)
    monkeypatch.setattr(file_dialogs, "ask_save", lambda *asked: tmp_path / "map.csv")
    with qtbot.waitSignal(panel.save_requested) as asked:
        panel.save()
    assert asked.args == [tmp_path / "map.csv"]


# Looking around ------------------------------------------------------------------------------------------------------


def test_that_a_map_can_be_looked_at_closer_and_its_cells_are_still_those_of_the_map(show: Show, qtbot: QtBot) -> None:
    panel = show(MapState(plan_of(across="learning-rate=0.1,0.2,0.3,0.4,0.5,0.6", up="seed=0:5")))
    canvas, before = panel.canvas, panel.canvas.cell_rect(0, 0).size()
    canvas.navigation.zoom(4, QPointF(canvas.cell_rect(5, 0).center()))
    assert canvas.cell_rect(5, 0).width() > 1.8 * before.width()
    assert (5, 0) in canvas.seen
    assert (0, 5) not in canvas.seen
    with qtbot.waitSignal(canvas.cell_requested) as asked:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.cell_rect(5, 1).center())
    assert asked.args == [5, 1]
    canvas.setFocus()
    for _ in range(5):
        qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert (0, 1) in canvas.seen
    assert canvas.rect().contains(canvas.cell_rect(0, 1))
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.cell_rect(0, 0).size() == before
