"""The network panel: what it shows of a snapshot, what it lights, what it asks for."""

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QAction, QColor, QHelpEvent, QImage
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QMainWindow, QToolTip, QWidget

from nnviz.model.data.batches import BatchSpec
from nnviz.model.data.spec import DataSpec
from nnviz.model.network.network import Layer
from nnviz.model.prediction.grid import Grid, extent_of
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.session.selection import Cell, Selection, with_cell, with_sample, with_unit
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.views.network import NetworkPanel
from nnviz.views.network.spots import Spot
from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme, signed_colour
from nnviz.views.widgets.legend import Legend
from nnviz.views.widgets.segmented_control import SegmentedControl

SIZE = (810, 250)


def at(scenario: Scenario | str, updates: int = 160, lines: int = 0) -> Snapshot:
    session = Session(find_scenario(scenario) if isinstance(scenario, str) else scenario)
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def wide_scenario() -> Scenario:
    """784-30-10 on a few random images."""
    rng = np.random.default_rng(5)
    return Scenario(
        title={"en": "wide"},
        data=DataSpec(
            kind="explicit",
            inputs=tuple(map(tuple, rng.random((20, 784)).tolist())),
            labels=tuple(k % 10 for k in range(20)),
            n_classes=10,
        ),
        layers=(Layer(30, "sigmoid"), Layer(10, "softmax")),
        loss="categorical-cross-entropy",
    )


@pytest.fixture
def make(qtbot):
    """Return a function that shows a panel with a snapshot."""

    def show(snapshot: Snapshot, selection: Selection | None = None, theme: Theme = LIGHT, size=SIZE) -> NetworkPanel:
        panel = NetworkPanel(theme)
        qtbot.addWidget(panel)
        apply_theme(panel, theme)
        panel.resize(*size)
        panel.show_snapshot(snapshot)
        panel.show_selection(selection or Selection())
        panel.show()
        panel.setFocus(Qt.FocusReason.OtherFocusReason)
        panel.body().clearFocus()
        return panel

    return show


def picture(panel: NetworkPanel) -> QImage:
    return panel.body().grab().toImage()


def near(image: QImage, place: QPointF, reach: int = 2) -> set[str]:
    """Return the colours around a place."""
    x, y = round(place.x()), round(place.y())
    return {
        image.pixelColor(x + right, y + down).name()
        for right in range(-reach, reach + 1)
        for down in range(-reach, reach + 1)
    }


def colours_in(image: QImage, panel: NetworkPanel, spot: Spot) -> set[str]:
    """Return the colours in the middle of a thing, over the width of a number."""
    middle = panel.body().place_of(spot)
    return set().union(*(near(image, middle + QPointF(right, 0), 4) for right in range(-24, 25, 4)))


def click(panel: NetworkPanel, spot: Spot) -> None:
    QTest.mouseClick(panel.body(), Qt.MouseButton.LeftButton, pos=panel.body().place_of(spot).toPoint())


def choose(panel: NetworkPanel, key: str) -> None:
    """Click a segment of the switch in the heading."""
    control = panel.findChild(SegmentedControl)
    order = ["weights", "gradients", "change"]
    QTest.mouseClick(control.findChildren(QWidget)[order.index(key)], Qt.MouseButton.LeftButton)
    assert control.chosen_key() == key


def distance(first: QColor, second: QColor) -> int:
    return max(abs(a - b) for a, b in zip(first.getRgb()[:3], second.getRgb()[:3], strict=True))


# What is shown -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_a_hidden_units_picture_is_its_activation_over_the_plane(make, theme):
    snapshot = at("xor")
    panel = make(snapshot, theme=theme)
    values = Grid(snapshot.program, extent_of(snapshot.data.X), 41).run(snapshot.values)["A1"]

    image = picture(panel)

    for unit in range(3):
        middle = panel.body().place_of(Spot("unit", 1, unit))
        of_unit = values[unit].reshape(41, 41)
        # Ten pixels of the picture's 39 or so are ten places of the grid's 41.
        for right, down in ((0, 0), (-10, 0), (10, 10), (0, -10)):
            expected = signed_colour(theme, float(of_unit[20 + down, 20 + right]), 1.0)
            found = image.pixelColor((middle + QPointF(right, down)).toPoint())
            assert distance(expected, found) < 30, (unit, right, down)


def test_that_an_output_of_one_half_is_neutral_because_sigmoid_lies_between_0_and_1(make):
    scenario = replace(find_scenario("xor-stuck"))
    snapshot = at(scenario, 0)
    constant = replace(snapshot, values={name: np.zeros_like(value) for name, value in snapshot.values.items()})
    panel = make(constant)

    image = picture(panel)

    output = image.pixelColor(panel.body().place_of(Spot("unit", 2, 0)).toPoint())
    assert distance(output, QColor(LIGHT.zero)) < 3


def test_that_deltas_have_the_colour_of_their_sign(make):
    snapshot = at("xor", lines=9)
    panel = make(snapshot)
    image = picture(panel)

    deltas = snapshot.values["delta1"][:, 1]
    assert {1.0, -1.0} == set(np.sign(deltas).tolist())
    for unit, delta in enumerate(deltas):
        colours = colours_in(image, panel, Spot("delta", 1, unit))
        written = [QColor(name) for name in colours]
        is_blue = any(distance(colour, QColor(LIGHT.positive_text)) < 40 for colour in written)
        is_orange = any(distance(colour, QColor(LIGHT.negative_text)) < 40 for colour in written)
        assert (is_blue, is_orange) == (delta > 0, delta < 0)


def test_that_what_has_not_been_computed_is_hatched_and_not_a_number(make):
    panel = make(at("xor", lines=4))
    image = picture(panel)

    for unit in range(3):
        colours = colours_in(image, panel, Spot("delta", 1, unit))
        assert all(distance(QColor(name), QColor(LIGHT.positive_text)) > 90 for name in colours)
        assert any(distance(QColor(name), QColor(LIGHT.hatching)) < 12 for name in colours)
    assert "δ¹₁ = not computed" in panel.body().tooltip_at(panel.body().place_of(Spot("unit", 1, 0)))


def test_that_an_activation_that_is_not_computed_is_replaced_by_its_z(make):
    before, after = at("xor", lines=1), at("xor", lines=2)

    first = Selection(sample=0)
    one, two = picture(make(before, first)), picture(make(after, first))

    panel = make(before, first)
    label = panel.body().place_of(Spot("unit", 1, 0)) + QPointF(0, 30)
    assert near(one, label, 8) != near(two, label, 8)
    text = panel.body().tooltip_at(panel.body().place_of(Spot("unit", 1, 0)))
    assert f"z¹₁ = {float(before.values['Z1'][0, 0])!r}" in text
    assert "a¹₁ = not computed" in text


def test_that_nothing_of_an_update_is_shown_before_its_first_line(make):
    panel = make(at("xor", updates=0))

    text = panel.body().tooltip_at(panel.body().place_of(Spot("unit", 2, 0)))

    assert text.count("not computed") == 3
    assert "b² = " in text


def test_that_tooltips_tell_a_units_numbers_exactly(make):
    snapshot = at("xor", lines=9)
    panel = make(snapshot, with_sample(snapshot, Selection(), 2))

    text = panel.body().tooltip_at(panel.body().place_of(Spot("unit", 1, 1)))

    column = snapshot.column_of(2)
    for name, symbol in (("z¹₂", "Z1"), ("a¹₂", "A1"), ("δ¹₂", "delta1")):
        assert f"{name} = {float(snapshot.values[symbol][1, column])!r}" in text
    assert f"b¹₂ = {float(snapshot.values['b1'][1, 0])!r}" in text
    assert "sample 3" in text


def test_that_a_tooltip_appears_and_goes_with_the_mouse(make, qtbot):
    panel = make(at("xor"))
    canvas = panel.body()

    def hold_over(place: QPointF) -> None:
        point = place.toPoint()
        QApplication.sendEvent(canvas, QHelpEvent(QEvent.Type.ToolTip, point, canvas.mapToGlobal(point)))

    hold_over(canvas.place_of(Spot("edge", 2, 0, 1)))
    assert "W²₁₂" in QToolTip.text()
    hold_over(QPointF(2, 2))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_that_tooltips_tell_an_edges_numbers_exactly_in_the_convention(make):
    snapshot = at("xor")
    panel = make(snapshot)
    place = panel.body().place_of(Spot("edge", 1, 2, 0))

    columns = panel.body().tooltip_at(place)
    panel.show_convention("rows")
    rows = panel.body().tooltip_at(place)

    assert f"W¹₃₁ = {float(snapshot.values['W1'][2, 0])!r}" in columns
    assert f"∂L/∂W¹₃₁ = {float(snapshot.values['dW1'][2, 0])!r}" in columns
    assert f"ΔW¹₃₁ = {float(snapshot.change('W1')[2, 0])!r}" in columns
    assert f"W¹₁₃ = {float(snapshot.values['W1'][2, 0])!r}" in rows


def test_that_a_scenarios_own_names_are_used(make):
    snapshot = at("worked-example-2-3-1", 1)
    own = snapshot.labels.of("W2")
    assert own != "W²"
    panel = make(snapshot)
    place = panel.body().place_of(Spot("edge", 2, 0, 1))

    assert f"{own}₁₂ = " in panel.body().tooltip_at(place)

    panel.show_snapshot(replace(snapshot, own_labels=False))
    assert "W²₁₂ = " in panel.body().tooltip_at(place)


def test_that_a_sample_outside_the_batch_shows_what_the_network_makes_of_it_and_says_so(make):
    scenario = replace(find_scenario("planar-flower"), batch=BatchSpec(size=10))
    snapshot = at(scenario, 3)
    outside = next(k for k in range(400) if snapshot.column_of(k) is None)
    panel = make(snapshot, with_sample(snapshot, Selection(), outside))

    text = panel.body().tooltip_at(panel.body().place_of(Spot("unit", 1, 0)))

    z = snapshot.values["W1"] @ snapshot.data.X[:, [outside]] + snapshot.values["b1"]
    shown = next(line for line in text.splitlines() if line.startswith("a¹₁ = "))
    assert float(shown.removeprefix("a¹₁ = ")) == pytest.approx(float(np.tanh(z[0, 0])), rel=1e-12)
    assert f"Sample {outside + 1} is not in this update's batch" in text
    assert "δ¹₁ = not computed" in text


def test_that_one_input_is_drawn_as_curves(make):
    snapshot = at("sine", 200)
    panel = make(snapshot)
    image = picture(panel)
    middle = panel.body().place_of(Spot("unit", snapshot.network.depth, 0))

    ink = [
        QPoint(right, down)
        for right in range(-15, 16)
        for down in range(-26, 27)
        if image.pixelColor((middle + QPointF(right, down)).toPoint()).lightness() < 180
    ]

    # One line that goes all the way from left to right.
    assert {point.x() for point in ink} == set(range(-15, 16))
    assert len(ink) < 31 * 53 / 3


def test_that_a_diverged_network_is_shown_in_the_colour_of_a_fault(make):
    scenario = replace(
        find_scenario("xor"),
        layers=(Layer(3, "relu"), Layer(1, "identity")),
        loss="squared",
        optimiser=OptimiserSpec(learning_rate=1e200),
    )
    snapshot = at(scenario, 6)
    assert np.isnan(snapshot.values["W2"]).any()

    image = picture(make(snapshot))

    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    fault = QColor(LIGHT.fault)
    assert sum(image.pixelColor(x, y) == fault for x, y in places) > 1000


# What is lit ---------------------------------------------------------------------------------------------------------


def amber_around(image: QImage, panel: NetworkPanel, layer: int, unit: int) -> bool:
    """Return whether the frame of a unit is amber, at its left side above the middle."""
    middle = panel.body().place_of(Spot("unit", layer, unit))
    row = [image.pixelColor((middle + QPointF(-right, -8)).toPoint()) for right in range(16, 30)]
    return any(distance(colour, QColor(LIGHT.now_mark)) < 60 for colour in row)


def test_that_written_and_read_units_have_amber_frames_and_others_not(make):
    panel = make(at("xor", lines=1))
    image = picture(panel)

    assert panel is not None
    assert all(amber_around(image, panel, 1, unit) for unit in range(3))
    assert amber_around(image, panel, 0, 0)
    assert not amber_around(image, panel, 2, 0)


def test_that_written_units_have_a_halo_and_read_ones_not(make):
    snapshot = at("xor", lines=1)
    panel = make(snapshot)
    image = picture(panel)

    def has_halo(layer: int) -> bool:
        above = panel.body().place_of(Spot("unit", layer, 0))
        colours = [image.pixelColor((above - QPointF(0, down)).toPoint()).name() for down in range(16, 36)]
        return QColor(LIGHT.now_row).name() in colours

    assert has_halo(1)
    assert not has_halo(0)


def test_that_a_written_delta_is_amber_and_a_read_one_only_framed(make):
    snapshot = at("xor", lines=9)
    assert snapshot.lit_line.writes == "delta1"
    panel = make(snapshot)
    image = picture(panel)

    assert QColor(LIGHT.now_row).name() in colours_in(image, panel, Spot("delta", 1, 0))
    assert QColor(LIGHT.now_row).name() not in colours_in(image, panel, Spot("delta", 2, 0))


def test_that_edges_step_back_while_the_line_is_about_others(make):
    one, other = at("xor", lines=7), at("xor", lines=5)
    assert one.lit_line.writes == "dW2"
    assert not {"W1", "W2"} & set(other.lit_line.reads)

    def edge_colour(snapshot: Snapshot, spot: Spot) -> QColor:
        panel = make(snapshot)
        return picture(panel).pixelColor(panel.body().place_of(spot).toPoint())

    weights = np.abs(one.values["W1"])
    row, column = np.unravel_index(np.argmax(weights), weights.shape)
    strongest = Spot("edge", 1, int(row), int(column))
    panel = QColor(LIGHT.panel)
    assert distance(edge_colour(one, strongest), panel) < 0.7 * distance(edge_colour(other, strongest), panel)
    widest = Spot("edge", 2, 0, int(np.argmax(np.abs(one.values["W2"][0]))))
    assert edge_colour(one, widest) == edge_colour(other, widest)


def test_that_written_edges_have_amber_beside_them(make):
    snapshot = at("xor", lines=7)
    assert snapshot.lit_line.writes == "dW2"
    panel = make(snapshot)
    image = picture(panel)

    def amber(layer: int, row: int, column: int) -> bool:
        place = panel.body().place_of(Spot("edge", layer, row, column))
        column_of_pixels = [image.pixelColor((place + QPointF(0, down)).toPoint()) for down in range(-7, 8)]
        # The hue distinguishes amber, mixed with the panel, from orange.
        return any(34 < colour.hue() < 60 and colour.saturation() > 40 for colour in column_of_pixels)

    assert amber(2, 0, 1)
    assert not amber(1, 1, 1)


def test_that_a_written_bias_is_ringed(make):
    snapshot = at("xor", lines=8)
    assert snapshot.lit_line.writes == "db2"
    panel = make(snapshot)
    image = picture(panel)

    def ringed(layer: int) -> bool:
        colours = near(image, panel.body().place_of(Spot("bias", layer, 0)), 9)
        return any(distance(QColor(name), QColor(LIGHT.now_mark)) < 40 for name in colours)

    assert ringed(2)
    assert not ringed(1)


# Weights, gradients, changes -----------------------------------------------------------------------------------------


def test_that_edges_are_blue_for_positive_and_orange_for_negative_weights(make):
    snapshot = at("xor", lines=5)
    panel = make(snapshot)
    image = picture(panel)

    for column, weight in enumerate(snapshot.values["W2"][0]):
        place = panel.body().place_of(Spot("edge", 2, 0, column))
        colour = image.pixelColor(place.toPoint())
        assert (colour.blue() > colour.red()) == (weight > 0)


def test_that_stronger_weights_are_thicker(make):
    snapshot = at("xor", lines=5)
    weights = np.zeros((3, 2))
    weights[0, 0], weights[1, 0] = 3.0, 0.3
    panel = make(replace(snapshot, values={**snapshot.values, "W1": weights}))
    image = picture(panel)

    def thickness(row: int) -> int:
        place = panel.body().place_of(Spot("edge", 1, row, 0))
        pixels = [image.pixelColor((place + QPointF(0, down)).toPoint()) for down in range(-6, 7)]
        return sum(colour.blue() - colour.red() > 12 for colour in pixels)

    assert thickness(0) >= thickness(1) + 2


def test_that_gradients_that_are_not_computed_have_no_colour(make):
    panel = make(at("xor", lines=4))
    choose(panel, "gradients")
    image = picture(panel)

    for row in range(3):
        for colour in near(image, panel.body().place_of(Spot("edge", 1, row, 0)), 3):
            shade = QColor(colour)
            assert max(shade.red(), shade.green(), shade.blue()) - min(shade.red(), shade.green(), shade.blue()) < 25


def test_that_the_switch_shows_the_last_change_and_the_legend_its_scale(make):
    snapshot = at("xor")
    panel = make(snapshot)
    legend = panel.findChild(Legend)
    weights = legend.ends()

    choose(panel, "change")

    greatest = max(float(np.abs(snapshot.change(name)).max()) for name in snapshot.program.parameters)
    shown = float(legend.ends()[1])
    assert legend.ends() != weights
    assert greatest <= shown <= 2 * greatest
    before = picture(panel)
    panel.show_snapshot(at("xor", 161))
    assert before != picture(panel)


def test_that_the_scale_is_stable_while_weights_change_a_little(make):
    panel = make(at("xor", 160))
    legend = panel.findChild(Legend)
    ends = legend.ends()

    for updates in (162, 164, 158):
        panel.show_snapshot(at("xor", updates))
        assert legend.ends() == ends


# What is asked for ---------------------------------------------------------------------------------------------------


def test_that_clicking_a_unit_asks_for_it(make, qtbot):
    panel = make(at("xor"))

    for layer, unit in ((0, 1), (1, 2), (2, 0)):
        with qtbot.waitSignal(panel.unit_requested) as asked:
            click(panel, Spot("unit", layer, unit))
        assert asked.args == [layer, unit]


def test_that_clicking_an_edge_asks_for_the_weight_or_its_gradient(make, qtbot):
    panel = make(at("xor"))

    with qtbot.waitSignal(panel.cell_requested) as asked:
        click(panel, Spot("edge", 2, 0, 2))
    assert asked.args == [Cell("W2", 0, 2)]
    choose(panel, "gradients")
    with qtbot.waitSignal(panel.cell_requested) as asked:
        click(panel, Spot("edge", 1, 2, 0))
    assert asked.args == [Cell("dW1", 2, 0)]


def test_that_clicking_a_bias_a_delta_and_a_target_asks_for_their_cells(make, qtbot):
    snapshot = at("xor")
    panel = make(snapshot, with_sample(snapshot, Selection(), 2))
    column = snapshot.column_of(2)

    for spot, cell in (
        (Spot("bias", 2, 0), Cell("b2", 0, 0)),
        (Spot("delta", 1, 1), Cell("delta1", 1, column)),
        (Spot("target", 2, 0), Cell("Y", 0, column)),
    ):
        with qtbot.waitSignal(panel.cell_requested) as asked:
            click(panel, spot)
        assert asked.args == [cell]


def test_that_a_delta_that_does_not_exist_cannot_be_asked_for(make, qtbot):
    scenario = replace(find_scenario("planar-flower"), batch=BatchSpec(size=10))
    snapshot = at(scenario, 3)
    outside = next(k for k in range(400) if snapshot.column_of(k) is None)
    panel = make(snapshot, with_sample(snapshot, Selection(), outside))

    with qtbot.assertNotEmitted(panel.cell_requested):
        click(panel, Spot("delta", 1, 0))


def test_that_clicking_a_heading_asks_for_the_layer(make, qtbot):
    panel = make(at("xor"))

    with qtbot.waitSignal(panel.layer_requested) as asked:
        click(panel, Spot("heading", 2))
    assert asked.args == [2]


def test_that_clicking_where_nothing_is_asks_for_nothing(make, qtbot):
    panel = make(at("xor"))

    with qtbot.assertNotEmitted(panel.unit_requested), qtbot.assertNotEmitted(panel.cell_requested):
        QTest.mouseClick(panel.body(), Qt.MouseButton.LeftButton, pos=QPoint(4, 4))


def test_that_the_edge_under_the_mouse_is_marked_and_the_cursor_says_that_it_can_be_clicked(make):
    snapshot = at("xor", lines=5)
    panel = make(snapshot)
    canvas = panel.body()
    row, column = np.argwhere(snapshot.values["W1"] < 0)[0].tolist()
    place = canvas.place_of(Spot("edge", 1, row, column))
    before = picture(panel)

    QTest.mouseMove(canvas, place.toPoint())

    after = picture(panel)
    accent = QColor(LIGHT.accent)
    assert any(distance(QColor(name), accent) < 60 for name in near(after, place, 6))
    assert not any(distance(QColor(name), accent) < 60 for name in near(before, place, 6))
    assert canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(canvas, QPoint(4, 4))
    assert picture(panel) == before


def test_that_the_selected_unit_and_the_selected_edge_are_ringed(make):
    snapshot = at("xor", lines=5)
    accent = QColor(LIGHT.accent)

    def marked(selection: Selection, spot: Spot, reach: int) -> bool:
        panel = make(snapshot, selection)
        colours = near(picture(panel), panel.body().place_of(spot), reach)
        return any(distance(QColor(name), accent) < 20 for name in colours)

    unit = with_unit(snapshot, Selection(), 1, 1)
    edge = with_cell(snapshot, Selection(), Cell("W2", 0, 1))
    assert snapshot.values["W2"][0, 1] < 0
    assert marked(unit, Spot("unit", 1, 1), 27)
    assert not marked(Selection(), Spot("unit", 1, 1), 27)
    assert marked(edge, Spot("edge", 2, 0, 1), 6)
    assert not marked(unit, Spot("edge", 2, 0, 1), 6)


# The keyboard --------------------------------------------------------------------------------------------------------


def test_that_arrow_keys_move_the_selected_unit_while_the_diagram_has_the_keyboard(make, qtbot):
    snapshot = at("xor", lines=2)
    panel = make(snapshot)
    panel.body().setFocus(Qt.FocusReason.TabFocusReason)
    asked: list[tuple[int, int]] = []
    panel.unit_requested.connect(lambda layer, unit: asked.append((layer, unit)))

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(panel.body(), key)
        panel.show_selection(with_unit(snapshot, Selection(), *asked[-1]))

    # The lit line's layer first; the ends hold.
    assert asked == [(1, 0), (1, 1), (2, 0), (1, 0), (0, 0)]
    assert "input, unit 1" in panel.body().accessibleDescription()
    assert "x₁ = 0.0" in panel.body().accessibleDescription()


def test_that_a_click_leaves_the_arrow_keys_to_the_window(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = NetworkPanel(LIGHT, window)
    window.setCentralWidget(panel)
    window.resize(*SIZE)
    panel.show_snapshot(at("xor"))
    steps = []
    step = QAction(window)
    step.setShortcut(Qt.Key.Key_Right)
    step.triggered.connect(lambda: steps.append("line"))
    window.addAction(step)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    window.setFocus()

    click(panel, Spot("unit", 1, 1))
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Right)
    assert steps == ["line"]

    panel.body().setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(panel.unit_requested):
        QTest.keyClick(panel.body(), Qt.Key.Key_Right)
    assert steps == ["line"]


# Wide and deep networks ----------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_that_a_unit_of_a_wide_layer_can_be_clicked_and_its_numbers_are_shown(make, qtbot):
    snapshot = at(wide_scenario(), 2)
    panel = make(snapshot)

    with qtbot.waitSignal(panel.unit_requested) as asked:
        click(panel, Spot("unit", 0, 400))
    assert asked.args == [0, 400]
    with qtbot.waitSignal(panel.unit_requested) as asked:
        click(panel, Spot("unit", 1, 17))
    assert asked.args == [1, 17]

    before = picture(panel)
    panel.show_selection(with_unit(snapshot, Selection(), 1, 17))
    after = picture(panel)

    beside = panel.body().place_of(Spot("unit", 1, 17)) + QPointF(60, 0)
    dark = [sum(QColor(name).lightness() < 90 for name in near(image, beside, 20)) for image in (before, after)]
    assert dark[1] > dark[0]


def test_that_of_very_many_edges_only_the_strongest_can_be_met(make):
    snapshot = at(wide_scenario(), 2)
    weights = np.full((30, 784), 1e-3)
    weights[:10, :10] = 1.0
    panel = make(replace(snapshot, values={**snapshot.values, "W1": weights}))

    middle = (panel.body().place_of(Spot("unit", 0, 27)) + panel.body().place_of(Spot("unit", 1, 0))) / 2
    met = {panel.body().tooltip_at(QPointF(middle.x(), y)) for y in range(30, 210)}

    edges = [text for text in met if "→" in text]
    assert edges
    assert all("= 1.0\n" in text for text in edges)


def test_that_a_deep_network_is_drawn_without_labels_but_the_selected_units(make, qtbot):
    scenario = replace(find_scenario("xor"), layers=(*(Layer(8, "tanh"),) * 6, Layer(1, "sigmoid")))
    snapshot = at(scenario, 3)
    panel = make(snapshot, with_unit(snapshot, Selection(sample=0), 3, 4))

    with qtbot.waitSignal(panel.unit_requested) as asked:
        click(panel, Spot("unit", 5, 7))
    assert asked.args == [5, 7]
    assert f"a³₅ = {float(snapshot.values['A3'][4, 0])!r}" in panel.body().tooltip_at(
        panel.body().place_of(Spot("unit", 3, 4))
    )


def test_that_softmax_outputs_each_have_a_target(make, qtbot):
    snapshot = at("three-class-spiral", 5)
    panel = make(snapshot)

    column = snapshot.column_of(int(snapshot.batch[0]))
    for unit in range(3):
        text = panel.body().tooltip_at(panel.body().place_of(Spot("target", snapshot.network.depth, unit)))
        assert f"= {float(snapshot.values['Y'][unit, column])!r}\n" in text


# The panel -----------------------------------------------------------------------------------------------------------


def test_that_a_hidden_panel_shows_the_newest_snapshot_when_it_is_shown(make):
    old, new = at("xor", 10), at("xor", 300)
    panel = make(old)
    panel.hide()

    panel.show_snapshot(new)
    panel.show_selection(with_unit(new, Selection(), 1, 2))
    panel.show()

    assert picture(panel) == picture(make(new, with_unit(new, Selection(), 1, 2)))


def test_that_another_network_can_follow_with_the_old_selection(make):
    snapshot = at("three-class-spiral", 2)
    panel = make(snapshot, with_unit(snapshot, Selection(), 2, 7))

    panel.show_snapshot(at("xor", 5))

    assert picture(panel) == picture(make(at("xor", 5)))


def test_that_the_panel_can_be_drawn_before_the_first_snapshot(qtbot):
    panel = NetworkPanel(DARK)
    qtbot.addWidget(panel)
    panel.show()

    assert picture(panel).pixelColor(5, 5) == QColor(DARK.panel)


def test_that_a_narrow_heading_keeps_its_words_and_does_without_the_legend(make):
    panel = make(at("xor"), size=(400, 220))
    assert not panel.findChild(Legend).isVisible()

    panel.resize(810, 250)

    assert panel.findChild(Legend).isVisible()


def test_that_a_closed_panel_is_not_kept(qtbot):
    panel = NetworkPanel(LIGHT)
    panel.show_snapshot(at("xor", 2))
    panel.show()
    picture(panel)
    gone = weakref.ref(panel)

    panel.close()
    panel.deleteLater()
    del panel
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()

    assert gone() is None
