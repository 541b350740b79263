"""The boundary panel shows the network's predictions: over the plane, along a line, or for each sample."""

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, QPointF, Qt
from PyQt6.QtGui import QColor, QHelpEvent, QImage, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QToolButton, QToolTip

from nnviz.model.data import DataSpec
from nnviz.model.network.network import Layer
from nnviz.model.prediction.forward import ForwardPass
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.session.selection import Selection
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact, format_number
from nnviz.views.boundary import BoundaryPanel
from nnviz.views.boundary.canvas import BoundaryCanvas
from nnviz.views.boundary.notices import notices_of
from nnviz.views.plots.predictions import plane
from nnviz.views.theme import DARK, LIGHT, class_colour, probability_colour, signed_colour
from nnviz.views.widgets import Legend, SegmentedControl

Shown = Callable[..., BoundaryPanel]
RNG = np.random.default_rng(7)


def moment(scenario: Scenario | str, updates: int = 0, lines: int = 0) -> Snapshot:
    session = Session(find_scenario(scenario) if isinstance(scenario, str) else scenario)
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def classes(inputs: list, labels: list, output: str = "sigmoid", units: int = 1, rate: float = 0.1, **more) -> Scenario:
    losses = {"sigmoid": "binary-cross-entropy", "softmax": "categorical-cross-entropy"}
    data = DataSpec("explicit", inputs=tuple(map(tuple, inputs)), labels=tuple(labels), test=more.get("test"))
    layers = (Layer(4, "relu"), Layer(units, output))
    loss = losses.get(output, "half-squared")
    return Scenario({"en": "own"}, data, layers, loss, optimiser=OptimiserSpec("gradient-descent", rate))


def fitted(inputs: list, targets: list) -> Scenario:
    rows = tuple((float(target),) for target in targets)
    data = DataSpec("explicit", inputs=tuple(map(tuple, inputs)), targets=rows)
    layers = (Layer(6, "tanh"), Layer(1, "identity"))
    return Scenario({"en": "own"}, data, layers, "half-squared", optimiser=OptimiserSpec("adam", 0.02))


@pytest.fixture
def shown(qtbot) -> Shown:
    def show(snapshot: Snapshot, sample: int | None = None, theme=LIGHT, width=380, height=300) -> BoundaryPanel:
        panel = BoundaryPanel(theme)
        qtbot.addWidget(panel)
        panel.show_selection(Selection(sample=sample))
        panel.show_snapshot(snapshot)
        panel.resize(width, height)
        panel.show()
        qtbot.waitExposed(panel)
        return panel

    return show


def canvas(panel: BoundaryPanel) -> BoundaryCanvas:
    body = panel.body()
    assert isinstance(body, BoundaryCanvas)
    return body


def picture(panel: BoundaryPanel) -> QImage:
    return canvas(panel).grab().toImage()


def pixel_at(panel: BoundaryPanel, first: float, second: float) -> QPoint:
    return canvas(panel).scene.viewport().position(first, second).toPoint()


def spot(panel: BoundaryPanel, sample: int) -> QPoint:
    column = shown_samples(panel).index(sample)
    plot, now = canvas(panel).scene.plot(), canvas(panel).scene.moment()
    return pixel_at(panel, *plot.places(now)[:, column].tolist())


def shown_samples(panel: BoundaryPanel) -> list[int]:
    return canvas(panel).scene.moment().predictions.samples.tolist()


def output(snapshot: Snapshot, *place: float) -> np.ndarray:
    values = ForwardPass(snapshot.program, 1).run(snapshot.values, np.array(place)[:, np.newaxis])
    return values[f"A{snapshot.network.depth}"][:, 0].copy()


def near(found: QColor, wanted: QColor, tolerance: int = 6) -> bool:
    pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)
    return all(abs(one - other) <= tolerance for one, other in pairs)


def around(image: QImage, centre: QPoint, radius: int) -> list[QColor]:
    reach = range(-radius, radius + 1)
    return [image.pixelColor(centre + QPoint(x, y)) for x in reach for y in reach]


def tip(panel: BoundaryPanel, at: QPoint) -> str:
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, canvas(panel).mapToGlobal(at))
    QApplication.sendEvent(canvas(panel), event)
    return QToolTip.text()


def wheel(panel: BoundaryPanel, at: QPoint, units: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(canvas(panel).mapToGlobal(at)),
        QPoint(),
        QPoint(0, units),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas(panel), event)


def drag(panel: BoundaryPanel, begin: QPoint, end: QPoint) -> None:
    QTest.mousePress(canvas(panel), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(canvas(panel), (begin + end) / 2)
    QTest.mouseMove(canvas(panel), end)
    QTest.mouseRelease(canvas(panel), Qt.MouseButton.LeftButton, pos=end)


def click(panel: BoundaryPanel, at: QPoint) -> None:
    QTest.mouseClick(canvas(panel), Qt.MouseButton.LeftButton, pos=at)


# The plane -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_each_place_of_the_plane_has_the_colour_of_its_probability(shown, theme) -> None:
    snapshot = moment("xor", 160, 9)
    panel = shown(snapshot, theme=theme)
    image = picture(panel)
    for place in [(0.5, 0.5), (-0.1, 0.4), (1.1, 0.3), (0.3, 1.1), (0.7, -0.15)]:
        wanted = probability_colour(theme, float(output(snapshot, *place)[0]))
        assert near(image.pixelColor(pixel_at(panel, *place)), wanted)


def test_that_the_plane_is_neutral_where_an_output_of_minus_one_to_one_is_zero(shown) -> None:
    scenario = classes([(0, 0), (0, 1), (1, 0), (1, 1)], [0, 1, 1, 0], output="tanh")
    snapshot = moment(scenario, 3)
    panel = shown(snapshot)
    assert panel.findChild(Legend).ends() == ("−1", "1")
    image = picture(panel)
    for place in [(0.5, 0.5), (-0.2, 0.3), (1.1, 0.6)]:
        wanted = signed_colour(LIGHT, float(output(snapshot, *place)[0]), 1.0)
        assert near(image.pixelColor(pixel_at(panel, *place)), wanted)


@pytest.mark.slow
def test_that_a_sure_place_of_several_classes_has_its_class_colour_and_an_unsure_one_a_fainter(shown) -> None:
    snapshot = moment("three-class-spiral", 1500)
    panel = shown(snapshot)
    image, extent = picture(panel), canvas(panel).scene.viewport().extent
    places = RNG.uniform((extent.left, extent.bottom), (extent.right, extent.top), (400, 2)) * 0.9
    spots = canvas(panel).scene.viewport().positions(snapshot.data.X)
    sure = 0
    for place in places.tolist():
        at = pixel_at(panel, *place)
        answers = output(snapshot, *place)
        lead = np.sort(answers)[-1] - np.sort(answers)[-2]
        if np.hypot(spots[0] - at.x(), spots[1] - at.y()).min() < 12:
            continue
        if lead > 0.98:
            assert near(image.pixelColor(at), class_colour(LIGHT, int(answers.argmax())), 12)
            sure += 1
        elif lead < 0.02:
            assert near(image.pixelColor(at), QColor(LIGHT.zero), 40)
    assert sure > 20


def test_that_the_plane_of_a_regression_shows_the_signed_output_on_the_scale_of_the_targets(shown) -> None:
    inputs = RNG.uniform(-1, 1, (30, 2))
    snapshot = moment(fitted(inputs.tolist(), (3 * inputs[:, 0]).tolist()), 200)
    panel = shown(snapshot)
    scale = float(np.abs(snapshot.targets).max())
    place = (float(inputs[:, 0].max()) + 0.2, 0.0)
    wanted = signed_colour(LIGHT, float(output(snapshot, *place)[0]), scale)
    assert near(picture(panel).pixelColor(pixel_at(panel, *place)), wanted)
    assert panel.windowTitle() == "Fitted surface"


def test_that_the_plane_is_square_and_as_the_data_at_any_size(shown) -> None:
    for width, height in [(380, 300), (260, 420), (900, 300)]:
        panel = shown(moment("xor"), width=width, height=height)
        area = canvas(panel).scene.viewport().area
        assert area.width() == area.height()
        assert area.right() <= width


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_samples_stand_at_their_inputs_in_the_colour_of_their_class(shown, theme) -> None:
    snapshot = moment("xor", 160)
    panel = shown(snapshot, theme=theme)
    image = picture(panel)
    for sample in range(4):
        at = pixel_at(panel, *snapshot.data.X[:, sample].tolist())
        assert near(image.pixelColor(at), class_colour(theme, int(snapshot.data.labels[sample])))


def test_that_only_wrong_samples_have_a_dark_ring_and_a_cross(shown) -> None:
    snapshot = moment("xor")
    panel = shown(snapshot, sample=0)
    image, wrong = picture(panel), canvas(panel).scene.moment().predictions.wrong
    assert 0 < wrong.sum() < 4
    for sample in range(4):
        dark = [colour for colour in around(image, spot(panel, sample), 8) if near(colour, QColor(LIGHT.ink), 40)]
        assert bool(dark) == wrong[sample]


def test_that_what_is_marked_wrong_is_what_the_accuracy_counts(shown) -> None:
    snapshot = moment("spiral", 900)
    predictions = canvas(shown(snapshot)).scene.moment().predictions
    right = np.count_nonzero(~predictions.wrong[~predictions.is_test])
    assert right == snapshot.metrics.train_right


def test_that_test_samples_are_hollow_and_can_be_left_out(shown) -> None:
    scenario = classes([(0, 0), (0, 1), (1, 0), (1, 1)], [0, 1, 1, 0], test=(3,))
    panel = shown(moment(scenario))
    at = spot(panel, 3)
    assert near(picture(panel).pixelColor(at), QColor(LIGHT.paper))
    assert not near(picture(panel).pixelColor(spot(panel, 0)), QColor(LIGHT.paper))
    toggle = next(b for b in panel.findChildren(QToolButton) if b.accessibleName() == "Test samples")
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert shown_samples(panel) == [0, 1, 2]
    assert not near(picture(panel).pixelColor(at), QColor(LIGHT.paper))


def test_that_the_selected_sample_is_ringed_in_amber(shown) -> None:
    panel = shown(moment("xor", 160), sample=2)
    amber = [
        sample
        for sample in range(4)
        if any(near(colour, QColor(LIGHT.now_mark)) for colour in around(picture(panel), spot(panel, sample), 15))
    ]
    assert amber == [2]


def test_that_the_ring_follows_the_batch_and_rests_while_a_run_draws_new_batches(shown) -> None:
    snapshot = moment("spiral", 3, 2)
    panel = shown(snapshot)
    assert canvas(panel).scene.ringed_sample() == int(snapshot.batch[0])
    panel.show_running(True)
    assert canvas(panel).scene.ringed_sample() is None
    panel.show_selection(Selection(sample=5))
    assert canvas(panel).scene.ringed_sample() == 5


# Words ---------------------------------------------------------------------------------------------------------------


def test_that_the_words_beside_say_the_sample_as_every_view_does(shown) -> None:
    snapshot = moment("xor", 160, 9)
    panel = shown(snapshot, sample=1)
    answer = format_number(float(snapshot.value("A2")[0, 1]))
    assert canvas(panel).scene.text() == f"sample 2, x = (0, 1), y = 1, a² = {answer}; accuracy 4 of 4"
    assert answer == "0.8506"


def test_that_an_output_that_no_line_has_written_yet_is_a_dash(shown) -> None:
    panel = shown(moment("xor", 160, 2), sample=1)
    assert "a² = —" in canvas(panel).scene.text()
    assert "not computed yet in this update" in tip(panel, spot(panel, 1))


@pytest.mark.parametrize(("width", "height", "place"), [(380, 300, "beside"), (240, 340, "below"), (200, 160, "none")])
def test_that_the_words_move_below_or_away_where_there_is_no_room(shown, width, height, place) -> None:
    panel = shown(moment("xor", 5), width=width, height=height)
    assert canvas(panel).scene.arrangement().place == place


def test_that_the_tooltip_of_a_sample_has_exact_numbers(shown) -> None:
    snapshot = moment("xor", 160, 9)
    text = tip(shown(snapshot), spot(shown(snapshot), 1))
    assert "sample 2" in text
    assert f"a² = {exact(snapshot.value('A2')[0, 1])}" in text
    assert "current parameters" not in text


def test_that_the_tooltip_says_the_answer_of_the_changed_parameters_after_the_update(shown) -> None:
    snapshot = moment("xor", 160)
    panel = shown(snapshot)
    text = tip(panel, spot(panel, 1))
    assert f"a² = {exact(snapshot.value('A2')[0, 1])}" in text
    now = float(output(snapshot, 0.0, 1.0)[0])
    assert now != snapshot.value("A2")[0, 1]
    said = float(text.split("current parameters: ")[1].split("\n")[0])
    assert said == pytest.approx(now, rel=1e-12)


def test_that_the_tooltip_of_an_empty_place_is_the_networks_answer_there(shown) -> None:
    snapshot = moment("xor", 160)
    panel = shown(snapshot)
    at = pixel_at(panel, 0.5, 0.5)
    place = canvas(panel).scene.viewport().place(QPointF(at))
    assert format_number(float(output(snapshot, *place)[0])) in tip(panel, at)


# One input -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_that_the_fitted_curve_passes_through_the_outputs(shown, theme) -> None:
    snapshot = moment("sine", 300)
    panel = shown(snapshot, theme=theme, width=640, height=500)
    image = picture(panel)
    assert panel.windowTitle() == "Fitted curve"
    for x in (-4.0, 3.9, -3.7):
        at = pixel_at(panel, x, float(output(snapshot, x)[0]))
        assert any(near(colour, QColor(theme.accent), 30) for colour in around(image, at, 1))


def test_that_samples_of_a_fitted_curve_stand_at_their_targets(shown) -> None:
    snapshot = moment("sine", 5)
    panel = shown(snapshot)
    plot, now = canvas(panel).scene.plot(), canvas(panel).scene.moment()
    np.testing.assert_array_equal(plot.places(now), np.stack([snapshot.data.X[0], snapshot.targets[0]]))


def test_that_each_class_over_one_input_has_its_curve(shown) -> None:
    x = np.linspace(-2, 2, 24)
    scenario = classes([(value,) for value in x], ((x > -0.7).astype(int) + (x > 0.7)).tolist(), "softmax", 3)
    snapshot = moment(scenario, 300)
    panel = shown(snapshot, width=640, height=500)
    image, found = picture(panel), set()
    for x in (-1.2, -0.4, 0.3, 1.1):
        label = int(output(snapshot, x).argmax())
        at = pixel_at(panel, x, float(output(snapshot, x)[label]))
        if any(near(colour, class_colour(LIGHT, label), 30) for colour in around(image, at, 1)):
            found.add(label)
    assert found == {0, 1, 2}


# Other inputs --------------------------------------------------------------------------------------------------------


def cube(units: int = 1, count: int = 120) -> Scenario:
    inputs = RNG.normal(size=(count, 3))
    labels = (inputs[:, 0] > 0).astype(int) if units == 1 else np.arange(count) % units
    return classes(inputs.tolist(), labels.tolist(), "sigmoid" if units == 1 else "softmax", units)


def test_that_samples_of_three_inputs_stand_in_the_column_of_their_class_at_their_output(shown) -> None:
    snapshot = moment(cube(), 20)
    panel = shown(snapshot)
    places = canvas(panel).scene.plot().places(canvas(panel).scene.moment())
    np.testing.assert_array_equal(np.rint(places[0]), snapshot.data.labels)
    outputs = [output(snapshot, *snapshot.data.X[:, sample])[0] for sample in range(120)]
    np.testing.assert_allclose(places[1], outputs, rtol=1e-12)


def test_that_predictions_of_a_regression_stand_over_their_targets(shown) -> None:
    inputs = RNG.normal(size=(50, 4))
    snapshot = moment(fitted(inputs.tolist(), inputs.sum(axis=1).tolist()), 100)
    panel = shown(snapshot)
    places = canvas(panel).scene.plot().places(canvas(panel).scene.moment())
    np.testing.assert_array_equal(places[0], snapshot.targets[0])
    assert panel.windowTitle() == "Predictions"


def table(panel: BoundaryPanel) -> BoundaryPanel:
    control = panel.findChild(SegmentedControl)
    button = next(child for child in control.children() if getattr(child, "key", "") == "table")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return panel


def test_that_the_table_counts_every_sample_once_and_right_ones_on_its_diagonal(shown) -> None:
    snapshot = moment(cube(3), 20)
    panel = table(shown(snapshot))
    counts = canvas(panel).scene.plot().counts(canvas(panel).scene.moment())
    assert counts.sum() == 120
    assert np.trace(counts) == snapshot.metrics.train_right
    np.testing.assert_array_equal(counts.sum(axis=1), [40, 40, 40])


def test_that_clicks_on_a_cell_of_the_table_go_through_its_samples(shown, qtbot) -> None:
    snapshot = moment(cube(3), 20)
    panel = table(shown(snapshot))
    counts = canvas(panel).scene.plot().counts(canvas(panel).scene.moment())
    row, column = np.unravel_index(counts.argmax(), counts.shape)
    at = pixel_at(panel, column + 0.5, 2 - row + 0.5)
    found = []
    panel.sample_requested.connect(found.append)
    for _ in range(3):
        click(panel, at)
        panel.show_selection(Selection(sample=found[-1]))
    assert len(set(found)) == 3
    assert all(snapshot.data.labels[sample] == row for sample in found)


@pytest.mark.slow
def test_that_a_network_of_784_inputs_is_shown_with_its_samples(shown) -> None:
    inputs = RNG.normal(size=(40, 784))
    panel = shown(moment(classes(inputs.tolist(), (np.arange(40) % 10).tolist(), "softmax", 10), 2))
    assert len(shown_samples(panel)) == 40
    assert "x: 784 inputs" in canvas(panel).scene.text()


# Choosing ------------------------------------------------------------------------------------------------------------


def test_that_a_click_on_a_sample_asks_for_it_and_one_beside_asks_for_nothing(shown, qtbot) -> None:
    panel = shown(moment("xor", 160))
    with qtbot.waitSignal(panel.sample_requested) as asked:
        click(panel, spot(panel, 3))
    assert asked.args == [3]
    with qtbot.assertNotEmitted(panel.sample_requested), qtbot.assertNotEmitted(panel.scenario_requested):
        click(panel, pixel_at(panel, 0.5, 0.5))


def test_that_clicks_reach_samples_that_lie_under_one_another(shown) -> None:
    panel = shown(moment(classes([(1, 1), (1, 1), (2, 2)], [0, 1, 0])))
    found = []
    panel.sample_requested.connect(found.append)
    for _ in range(2):
        click(panel, spot(panel, 0))
        panel.show_selection(Selection(sample=found[-1]))
    assert sorted(found) == [0, 1]


def test_that_up_and_down_go_through_the_samples_and_escape_chooses_none(shown) -> None:
    panel = shown(moment("xor", 160), sample=3)
    found = []
    panel.sample_requested.connect(found.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape):
        QTest.keyClick(canvas(panel), key)
    assert found == [0, 2, None]


# Looking closer ------------------------------------------------------------------------------------------------------


def test_that_the_wheel_zooms_about_the_mouse_and_0_shows_everything_again(shown) -> None:
    panel = shown(moment("xor", 160))
    home = canvas(panel).scene.viewport().extent
    at = pixel_at(panel, 0.2, 0.9)
    before = canvas(panel).scene.viewport().place(QPointF(at))
    wheel(panel, at, 240)
    closer = canvas(panel).scene.viewport()
    assert closer.extent.width < home.width / 1.3
    assert closer.place(QPointF(at)) == pytest.approx(before)
    QTest.keyClick(canvas(panel), Qt.Key.Key_0)
    assert canvas(panel).scene.viewport().extent == home


def test_that_the_plane_stays_true_when_it_is_zoomed(shown) -> None:
    snapshot = moment("xor", 160)
    panel = shown(snapshot)
    wheel(panel, pixel_at(panel, 0.5, 0.5), 480)
    wanted = probability_colour(LIGHT, float(output(snapshot, 0.4, 0.55)[0]))
    assert near(picture(panel).pixelColor(pixel_at(panel, 0.4, 0.55)), wanted)


def test_that_dragging_moves_the_plane_with_the_mouse_and_a_double_click_brings_it_back(shown) -> None:
    panel = shown(moment("xor", 160))
    home = canvas(panel).scene.viewport().extent
    begin, end = pixel_at(panel, 0.5, 0.5), pixel_at(panel, 0.5, 0.5) + QPoint(40, -25)
    drag(panel, begin, end)
    assert canvas(panel).scene.viewport().place(QPointF(end)) == pytest.approx((0.5, 0.5), abs=0.01)
    QTest.mouseDClick(canvas(panel), Qt.MouseButton.LeftButton, pos=pixel_at(panel, 0.5, 0.5))
    assert canvas(panel).scene.viewport().extent == home


def test_that_zooming_without_end_neither_fails_nor_leaves_the_plane(shown) -> None:
    panel = shown(moment("xor", 160))
    at = pixel_at(panel, 0.5, 0.5)
    for units in (6000, -30000):
        for _ in range(40):
            wheel(panel, at, units // 10)
        extent = canvas(panel).scene.viewport().extent
        assert np.isfinite([extent.left, extent.right]).all()
        assert extent.left < extent.right
        assert not picture(panel).isNull()


def test_that_another_learning_rate_leaves_the_view_and_other_data_go_home(shown) -> None:
    session = Session(find_scenario("xor"))
    panel = shown(session.snapshot())
    wheel(panel, pixel_at(panel, 0.5, 0.5), 240)
    closer = canvas(panel).scene.viewport().extent
    session.change(replace(session.scenario, optimiser=OptimiserSpec("gradient-descent", 0.1)))
    panel.show_snapshot(session.snapshot())
    assert canvas(panel).scene.viewport().extent == closer
    panel.show_snapshot(moment("circle"))
    extent = canvas(panel).scene.viewport().extent
    assert extent.holds(moment("circle").data.X)
    assert extent != closer


# What goes wrong -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("inputs", [1, 2, 3])
def test_that_a_diverged_network_is_hatched_in_the_colour_of_a_fault(shown, inputs) -> None:
    scenario = classes(RNG.normal(size=(8, inputs)).tolist(), [0, 1] * 4, output="identity", rate=1e6)
    snapshot = moment(scenario, 80)
    assert not np.isfinite(snapshot.values["W2"]).any()
    panel = shown(snapshot)
    image = picture(panel)
    area = canvas(panel).scene.viewport().area.toRect()
    colours = [image.pixelColor(area.left() + 3 + shift, area.top() + 3) for shift in range(40)]
    assert any(near(colour, QColor(LIGHT.fault), 60) for colour in colours)
    assert "nan" in canvas(panel).scene.text()


@pytest.mark.parametrize(
    "inputs",
    [
        [(3.0, 3.0)] * 3,
        [(1e17, 1e17), (1e17 + 1e5, 1e17), (1e17, 1e17)],
        [(1.7e308, -1.7e308), (-1.7e308, 0.0), (0.0, 0.0)],
        [(1e-12, 0.0), (0.0, 1e-12), (0.0, 0.0)],
        [(1e6, 1e6), (1e6 + 0.01, 1e6), (1e6, 1e6)],
        [(2.0,), (2.0,), (2.0,)],
        [(1e200,), (-1e200,), (0.0,)],
    ],
)
def test_that_samples_in_one_place_or_far_away_are_drawn(shown, inputs) -> None:
    panel = shown(moment(classes(inputs, [0, 1, 1]), 2))
    extent = canvas(panel).scene.viewport().extent
    assert extent.left < extent.right
    assert extent.bottom < extent.top
    assert not picture(panel).isNull()
    QTest.mouseMove(canvas(panel), canvas(panel).scene.viewport().area.center().toPoint())


@pytest.mark.slow
def test_that_of_ten_thousand_samples_some_are_drawn_and_the_selected_one_is_among_them(shown) -> None:
    inputs = RNG.normal(size=(10_000, 2))
    scenario = classes(inputs.tolist(), (inputs[:, 0] > 0).astype(int).tolist())
    panel = shown(moment(scenario), sample=4321)
    predictions = canvas(panel).scene.moment().predictions
    assert predictions.is_partial
    assert predictions.of == 10_000
    assert len(predictions.samples) <= 5001
    plot, viewport = canvas(panel).scene.plot(), canvas(panel).scene.viewport()
    reported = notices_of(plot, viewport, canvas(panel).scene.moment(), is_home=True)
    assert any("of 10\u2009000 samples drawn" in text for text in reported)
    assert predictions.place_of(4321) is not None


# Cost ----------------------------------------------------------------------------------------------------------------


class CountingGrid(plane.Grid):
    sizes: list[int] = []  # noqa: RUF012 - each test sets its own

    def __init__(self, program, extent, size, features) -> None:
        self.sizes.append(size)
        super().__init__(program, extent, size, features)


@pytest.fixture
def sizes(monkeypatch) -> list[int]:
    CountingGrid.sizes = []
    monkeypatch.setattr(plane, "Grid", CountingGrid)
    return CountingGrid.sizes


def test_that_a_hidden_panel_computes_nothing_and_draws_the_newest_when_it_is_shown(qtbot, sizes) -> None:
    panel = BoundaryPanel(LIGHT)
    qtbot.addWidget(panel)
    for updates in (1, 160):
        panel.show_snapshot(moment("xor", updates))
    assert sizes == []
    panel.resize(380, 300)
    panel.show()
    qtbot.waitExposed(panel)
    picture(panel)
    assert len(sizes) == 1
    wanted = probability_colour(LIGHT, float(output(moment("xor", 160), 0.5, 0.5)[0]))
    assert near(picture(panel).pixelColor(pixel_at(panel, 0.5, 0.5)), wanted)


def test_that_the_grid_is_coarser_while_running_and_is_kept_from_frame_to_frame(shown, sizes) -> None:
    session = Session(find_scenario("xor"))
    panel = shown(session.snapshot())
    picture(panel)
    panel.show_running(True)
    for _ in range(5):
        session.step_update()
        panel.show_snapshot(session.snapshot())
        picture(panel)
    assert sizes == [plane.FINE, plane.COARSE]


def test_that_a_panel_that_is_gone_is_not_kept_alive(qtbot) -> None:
    panel = BoundaryPanel(LIGHT)
    panel.show_snapshot(moment("xor"))
    gone = weakref.ref(panel)
    del panel
    gc.collect()
    assert gone() is None


def test_that_the_legend_goes_where_the_heading_is_too_narrow_and_comes_back(shown) -> None:
    panel = shown(moment("spiral"), width=460)
    legend = panel.findChild(Legend)
    assert legend.isVisible()
    panel.resize(280, 300)
    assert panel.width() == 280
    assert not legend.isVisible()
    panel.resize(460, 300)
    assert legend.isVisible()
