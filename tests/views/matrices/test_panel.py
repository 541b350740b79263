"""The matrices panel: what is drawn is what the snapshot holds, and what is clicked is what is asked for."""

import gc
import weakref
from collections import Counter
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, QRect, Qt
from PyQt6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QHelpEvent, QImage, QKeyEvent, QPainter
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QMainWindow, QMenu, QToolTip

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.session.selection import Cell, Selection, with_cell, with_line, with_sample, with_unit
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.columns import ColumnFormat
from nnviz.views.matrices import MatricesPanel
from nnviz.views.matrices.place import MatrixPlace
from nnviz.views.theme import DARK, LIGHT, Theme, metrics, mono_small_font, signed_colour
from nnviz.views.widgets import Legend, SegmentedControl
from tests.fixtures.recorded import unknown_run

LIT = 9  # line 9 of XOR's program writes δ¹ and names W², δ² and Z¹


def moment(scenario: Scenario | str = "xor", updates: int = 160, lines: int = LIT) -> Snapshot:
    session = Session(find_scenario(scenario) if isinstance(scenario, str) else scenario)
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def wide() -> Scenario:
    """784-30-10 on random data."""
    rng = np.random.default_rng(0)
    data = DataSpec(
        kind="explicit",
        inputs=tuple(map(tuple, rng.random((40, 784)).tolist())),
        labels=tuple(int(label) for label in rng.integers(0, 10, 40)),
        n_classes=10,
    )
    layers = (Layer(30, "sigmoid"), Layer(10, "softmax"))
    return replace(
        find_scenario("xor"),
        data=data,
        layers=layers,
        loss="categorical-cross-entropy",
        batch=BatchSpec(32, "shuffled"),
    )


def deep() -> Scenario:
    """2-8-8-1, which has to be scrolled."""
    return replace(find_scenario("xor"), layers=(Layer(8, "tanh"), Layer(8, "tanh"), Layer(1, "sigmoid")))


@pytest.fixture
def shown(qtbot):
    windows = []

    def show(
        snapshot: Snapshot,
        selection: Selection | None = None,
        theme: Theme = LIGHT,
        width: int = 780,
        height: int = 230,
    ) -> MatricesPanel:
        window = QMainWindow()
        windows.append(window)
        qtbot.addWidget(window)
        panel = MatricesPanel(theme, window)
        window.setCentralWidget(panel)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
        panel.show_snapshot(snapshot)
        panel.show_selection(selection or Selection())
        return panel

    return show


def take_keyboard(panel: MatricesPanel) -> None:
    """Reach the matrices with the Tab key."""
    panel.canvas.clearFocus()
    panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)


def picture(panel: MatricesPanel) -> QImage:
    return panel.canvas.viewport().grab().toImage()


def form_of(panel: MatricesPanel, symbol: str) -> ColumnFormat:
    """How the numbers of a matrix are written."""
    place, drawn = place_of(panel, symbol), panel.canvas.picture
    numbers = drawn.formats.follow(place, drawn.value(place))
    assert numbers is not None
    return numbers.form


def place_of(panel: MatricesPanel, symbol: str, change: bool = False) -> MatrixPlace:
    (found,) = (
        place for place in panel.canvas.places() if place.entry.symbol == symbol and place.entry.change == change
    )
    return found


def _near(colour: QColor, other: QColor) -> bool:
    return max(abs(a - b) for a, b in zip(colour.getRgb(), other.getRgb(), strict=True)) <= 12


def symbols(panel: MatricesPanel) -> list[str]:
    return [place.entry.symbol for place in panel.canvas.places() if not place.entry.change]


def fill_at(image: QImage, cell: QRect) -> QColor:
    """The colour of a cell, in a corner that no text reaches."""
    return image.pixelColor(cell.left(), cell.top())


def ink(image: QImage, cell: QRect) -> np.ndarray:
    """Which pixels of a cell are not its fill, cut to what is written."""
    fill = image.pixelColor(cell.left(), cell.top())
    inside = cell.adjusted(0, 0, -1, -1)
    pixels = [
        [image.pixelColor(x, y) != fill for x in range(inside.left(), inside.right() + 1)]
        for y in range(inside.top(), inside.bottom() + 1)
    ]
    return cut(np.array(pixels))


def cut(mask: np.ndarray) -> np.ndarray:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


SMALL_BESIDE_LARGE = [[0.5, -1.234e-7, 2e-30, -3e-4], [0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4]]
"""Values of δ¹ with numbers that need an exponent, four digits and a sign."""


def written(text: str, slots: int, theme: Theme) -> np.ndarray:
    """Which pixels a text has in a cell with that many slots."""
    image = QImage(90, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(mono_small_font(theme))
    painter.drawText(10, 25, text.rjust(slots))
    painter.end()
    white = QColor(Qt.GlobalColor.white)
    return cut(np.array([[image.pixelColor(x, y) != white for x in range(90)] for y in range(40)]))


def hover(panel: MatricesPanel, point: QPoint) -> None:
    QTest.mouseMove(panel.canvas.viewport(), point)
    QApplication.processEvents()


def tip_at(panel: MatricesPanel, point: QPoint) -> str:
    port = panel.canvas.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point)))
    return QToolTip.text()


def click(panel: MatricesPanel, point: QPoint) -> None:
    QTest.mouseClick(panel.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point)


def tabs(panel: MatricesPanel) -> SegmentedControl:
    (control,) = panel.findChildren(SegmentedControl)
    return control


def choose_tab(panel: MatricesPanel, key: str) -> None:
    (button,) = (child for child in tabs(panel).children() if getattr(child, "key", None) == key)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


class TestAllLayers:
    @pytest.mark.parametrize("size", [(780, 150), (780, 230), (1200, 300)])
    def test_that_every_weight_and_delta_is_in_sight_with_its_shape_and_numbers(self, shown, size):
        panel = shown(moment(), width=size[0], height=size[1])
        visible = panel.canvas.viewport().rect()
        for layer, units, inputs in ((1, 3, 2), (2, 1, 3)):
            expected = {f"W{layer}": f"{units}×{inputs}", f"b{layer}": f"{units}×1", f"delta{layer}": f"{units}×4"}
            for symbol, shape in expected.items():
                place = place_of(panel, symbol)
                assert visible.contains(place.frame)
                assert (place.shape, place.slots >= 7) == (shape, True)

    def test_that_gradients_and_activations_have_numbers_where_there_is_room(self, shown):
        narrow, roomy = shown(moment()), shown(moment(), width=1200, height=300)
        assert place_of(narrow, "dW2").slots
        assert not place_of(narrow, "A1").slots
        assert all(place.slots for place in roomy.canvas.places())

    def test_that_the_layers_matrices_of_a_kind_stand_below_each_other(self, shown):
        panel = shown(moment())
        for kind in ("W", "b", "delta", "dW"):
            assert place_of(panel, f"{kind}1").frame.left() == place_of(panel, f"{kind}2").frame.left()

    def test_that_a_number_that_needs_more_room_is_drawn_smaller_and_within_its_cell(self, shown):
        snapshot = moment()
        snapshot = replace(snapshot, values={**snapshot.values, "delta1": np.array(SMALL_BESIDE_LARGE)})
        panel = shown(snapshot)
        assert place_of(panel, "delta1").slots == 7
        texts = [form_of(panel, "delta1").text(value) for value in SMALL_BESIDE_LARGE[0]]
        assert texts == ["0.5000", "−1.234e−7", "2.000e−30", "−3.000e−4"]
        image = picture(panel)
        for column, text in enumerate(texts):
            rect = panel.canvas.cell_rect("delta1", 0, column)
            widths = [ink(image, rect).shape[1] for rect in (rect, rect.adjusted(1, 0, -1, 0))]
            assert widths[0] == widths[1], text
            assert 30 < widths[0] < rect.width()

    @pytest.mark.slow
    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
    @pytest.mark.parametrize("symbol", ["W1", "b2", "delta1", "delta2", "dW2"])
    @pytest.mark.sample(4)
    def test_that_the_numbers_on_the_screen_are_those_of_the_snapshot(self, shown, symbol, theme):
        snapshot = moment()
        selected_elsewhere = with_cell(snapshot, Selection(), Cell("Z1", 0, 0))
        panel = shown(snapshot, replace(selected_elsewhere, layer=None, unit=None), theme)
        image, slots = picture(panel), place_of(panel, symbol).slots
        for (row, column), value in np.ndenumerate(snapshot.value(symbol)):
            seen = ink(image, panel.canvas.cell_rect(symbol, row, column))
            text = form_of(panel, symbol).text(float(value))
            if len(text) > slots:
                continue  # drawn smaller: see below
            np.testing.assert_array_equal(seen, written(text, slots, theme))

    def test_that_a_matrix_left_out_for_want_of_room_appears_when_the_lit_line_writes_it(self, shown):
        narrow = {"width": 300, "height": 120}
        after = shown(moment(lines=9), **narrow)
        assert "A1" not in symbols(after)
        assert "A1" in symbols(shown(moment(lines=2), **narrow))

    def test_that_a_smaller_last_batch_moves_nothing(self, shown):
        scenario = replace(find_scenario("xor"), batch=BatchSpec(3))
        session = Session(scenario)
        session.step_update(1)
        panel = shown(session.snapshot())
        before = {place.entry: place.corner for place in panel.canvas.places()}
        session.step_update(1)
        assert len(session.snapshot().batch) == 1
        panel.show_snapshot(session.snapshot())
        assert {place.entry: place.corner for place in panel.canvas.places()} == before
        assert (place_of(panel, "delta1").shape, place_of(panel, "delta1").columns.count) == ("3×1", 1)


class TestColours:
    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
    def test_that_a_cells_colour_is_its_value_on_the_scale_of_the_legend(self, shown, theme):
        snapshot = moment()
        panel = shown(snapshot, theme=theme)
        (legend,) = panel.findChildren(Legend)
        for symbol in ("W1", "delta2"):
            hover(panel, panel.canvas.cell_rect(symbol, 0, 1).center())
            scale = float(legend.ends()[1])
            hover(panel, QPoint(1, 1))
            value = snapshot.value(symbol)[0, 1]
            assert fill_at(picture(panel), panel.canvas.cell_rect(symbol, 0, 1)) == signed_colour(theme, value, scale)

    def test_that_equal_weights_of_two_layers_have_the_same_colour(self, shown):
        snapshot = moment()
        values = dict(snapshot.values) | {"W1": np.full((3, 2), 0.7), "W2": np.array([[0.7, -3.0, 0.1]])}
        panel = shown(replace(snapshot, values=MappingProxyType(values)))
        image = picture(panel)
        first, second = (panel.canvas.cell_rect(symbol, 0, 0) for symbol in ("W1", "W2"))
        assert fill_at(image, first) == fill_at(image, second)

    def test_that_a_value_keeps_its_colour_when_the_others_shrink(self, shown):
        snapshot = moment()
        kept = snapshot.value("delta1")[0, 0]
        panel = shown(snapshot)
        cell = panel.canvas.cell_rect("delta1", 0, 1)
        values = dict(snapshot.values)
        values["delta1"] = np.full((3, 4), snapshot.value("delta1")[0, 1])
        before = fill_at(picture(panel), cell)
        panel.show_snapshot(replace(snapshot, values=MappingProxyType(values)))
        assert abs(values["delta1"]).max() > abs(kept)
        assert fill_at(picture(panel), cell) == before

    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
    def test_that_what_has_not_been_computed_is_hatched_and_never_zero(self, shown, theme):
        panel = shown(moment(), theme=theme)
        place = place_of(panel, "dW1")
        image, cells = picture(panel), place.cells
        seen = Counter(
            image.pixelColor(x, y).name().upper()
            for x in range(cells.left(), cells.right())
            for y in range(cells.top(), cells.bottom())
        )
        assert {theme.panel.upper(), theme.hatching.upper()} <= set(seen)
        assert theme.zero.upper() not in seen
        assert place.shape == "3×2"

    def test_that_what_is_not_finite_has_the_colour_of_a_fault_and_says_what_it_is(self, shown):
        snapshot = moment()
        delta = snapshot.value("delta1").copy()
        delta[0, 1:] = np.nan, np.inf, -np.inf
        broken = replace(snapshot, values=MappingProxyType(dict(snapshot.values) | {"delta1": delta}))
        panel = shown(broken, Selection(sample=0))
        image, slots = picture(panel), place_of(panel, "delta1").slots
        for column, text in enumerate(("nan", "∞", "−∞"), start=1):
            cell = panel.canvas.cell_rect("delta1", 0, column)
            assert fill_at(image, cell) == QColor(LIGHT.fault)
            np.testing.assert_array_equal(ink(image, cell), written(text, slots, LIGHT))
        finite = panel.canvas.cell_rect("delta1", 1, 0)
        assert fill_at(image, finite) not in (QColor(LIGHT.fault), QColor(LIGHT.zero))

    @pytest.mark.parametrize("value", [1e300, 1.7e308, 5e-324, 0.0])
    def test_that_the_ends_of_the_floats_are_drawn(self, shown, value):
        snapshot = moment()
        delta = np.full((3, 4), -value)
        panel = shown(replace(snapshot, values=MappingProxyType(dict(snapshot.values) | {"delta1": delta})))
        slots = place_of(panel, "delta1").slots
        seen = ink(picture(panel), panel.canvas.cell_rect("delta1", 1, 1))
        text = form_of(panel, "delta1").text(-value)
        np.testing.assert_array_equal(seen, written(text, slots, LIGHT))


class TestMarks:
    def amber(self, panel: MatricesPanel, symbol: str) -> int:
        """How many pixels of the colour of now cross a line from the left into a matrix."""
        place, image = place_of(panel, symbol), picture(panel)
        y = place.cells.center().y()
        colours = [image.pixelColor(x, y) for x in range(place.frame.left() - 6, place.frame.left())]
        return sum(colour == QColor(LIGHT.now_mark) for colour in colours)

    def test_that_what_the_lit_line_wrote_has_a_ring_and_what_its_formula_names_a_thinner_one(self, shown):
        snapshot = moment()
        assert snapshot.lit_line.writes == "delta1"
        panel = shown(snapshot)
        assert self.amber(panel, "delta1") == 2
        named = {"W2", "delta2", "Z1"}  # (W²ᵀ · δ²) ⊙ tanh′(Z¹)
        for symbol in named:
            assert self.amber(panel, symbol) == 1
        for symbol in set(symbols(panel)) - {"delta1", *named}:
            assert self.amber(panel, symbol) == 0

    def test_that_the_loss_rings_what_it_is_written_with(self, shown):
        panel = shown(moment(lines=5))
        assert (self.amber(panel, "Z2"), self.amber(panel, "A2")) == (1, 0)

    def test_that_the_selected_cell_has_an_outline_in_the_colour_of_text(self, shown):
        snapshot = moment()
        panel = shown(snapshot, replace(with_cell(snapshot, Selection(), Cell("delta1", 1, 2)), layer=None))
        image = picture(panel)
        for row, column in ((1, 2), (1, 1)):
            cell = panel.canvas.cell_rect("delta1", row, column)
            assert (fill_at(image, cell) == QColor(LIGHT.text)) == ((row, column) == (1, 2))

    def test_that_the_shown_samples_column_is_marked_in_matrices_with_a_column_a_sample(self, shown):
        snapshot = moment()
        panel = shown(snapshot, with_sample(snapshot, Selection(), int(snapshot.batch[2])))
        image = picture(panel)
        for symbol in ("delta1", "delta2", "A1", "W2"):
            above = [panel.canvas.cell_rect(symbol, 0, column).center().x() for column in range(3)]
            y = place_of(panel, symbol).cells.top() - 1
            marked = [image.pixelColor(x, y) == QColor(LIGHT.now_mark) for x in above]
            assert marked == [False, False, symbol != "W2"]

    def test_that_the_row_and_the_column_under_the_mouse_are_framed(self, shown):
        panel = shown(moment())
        before = picture(panel)
        hover(panel, panel.canvas.cell_rect("delta1", 1, 2).center())
        after, line = picture(panel), QColor(LIGHT.secondary)
        row, column = (panel.canvas.cell_rect("delta1", *cell) for cell in ((1, 0), (2, 2)))
        for x, y in ((row.center().x(), row.bottom()), (column.right(), column.center().y())):
            assert before.pixelColor(x, y) != line
            assert after.pixelColor(x, y) == line


class TestPowersOfTen:
    """The power of ten that the numbers of a matrix share."""

    def small(self, scale: float, symbol: str = "dW1") -> Snapshot:
        snapshot = moment(lines=15)
        values = dict(snapshot.values) | {symbol: snapshot.value(symbol) * scale}
        return replace(snapshot, values=MappingProxyType(values))

    def test_that_it_stands_beside_the_label_and_in_no_cell(self, shown):
        snapshot = self.small(1e-5)
        panel = shown(snapshot, width=1200, height=300)
        form, place = form_of(panel, "dW1"), place_of(panel, "dW1")
        assert form.factor.startswith("×10⁻")
        assert not any("e" in text for text in form.texts(snapshot.value("dW1").ravel().tolist()))
        assert form.factor in tip_at(panel, place.frame.topLeft() + QPoint(3, 3))
        label = QRect(place.frame.left(), place.frame.top(), place.frame.width(), place.corner.y() - place.frame.top())
        plain = shown(moment(lines=15), width=1200, height=300)
        assert place_of(plain, "dW1").frame == place.frame
        assert picture(panel).copy(label) != picture(plain).copy(label)

    def test_that_where_the_heading_has_no_room_each_number_has_its_own(self, shown):
        panel = shown(self.small(1e-5, "db1"), width=1200, height=300)
        assert form_of(panel, "db1").factor == ""

    def test_that_it_stays_while_the_numbers_change_a_little(self, shown):
        panel = shown(self.small(1e-5), width=1200, height=300)
        factor = form_of(panel, "dW1").factor
        for scale in (8e-6, 3e-6, 2e-5):
            panel.show_snapshot(self.small(scale))
            picture(panel)
            assert form_of(panel, "dW1").factor == factor

    def test_that_another_network_begins_anew(self, shown):
        panel = shown(self.small(1e-5), width=1200, height=300)
        panel.show_snapshot(moment(deep(), lines=20))
        picture(panel)
        panel.show_snapshot(moment(lines=15))
        picture(panel)
        assert form_of(panel, "W1").factor == ""


class TestTabs:
    def test_that_all_layers_are_shown_first(self, shown):
        panel = shown(moment())
        assert tabs(panel).chosen_key() == "all"
        assert {"W1", "W2", "delta1", "delta2"} <= set(symbols(panel))

    def test_that_a_layers_tab_shows_everything_of_it(self, shown, qtbot):
        panel = shown(moment(lines=15))
        with qtbot.waitSignal(panel.layer_requested) as asked:
            choose_tab(panel, "2")
        assert asked.args == [2]
        entries = [(place.entry.symbol, place.entry.change) for place in panel.canvas.places()]
        values = ["W2", "b2", "delta2", "dW2", "db2", "A1", "Z2", "A2", "Y"]
        assert sorted(entries) == sorted([*((symbol, False) for symbol in values), ("W2", True), ("b2", True)])
        assert place_of(panel, "W2", change=True).label == "ΔW²"

    def test_that_the_optimisers_state_is_shown_where_there_is_one(self, shown):
        scenario = replace(find_scenario("xor"), optimiser=OptimiserSpec("adam", 0.1))
        panel = shown(moment(scenario, lines=0), Selection(layer=1))
        assert {"vW1", "sW1", "vb1", "sb1", "X"} <= set(symbols(panel))

    def test_that_a_change_shows_by_how_much_the_update_moved_a_parameter(self, shown):
        snapshot = moment(lines=0)
        panel = shown(snapshot, Selection(layer=1))
        expected = snapshot.values["W1"][2, 1] - snapshot.before["W1"][2, 1]
        tip = tip_at(panel, panel.canvas.cell_rect("W1", 2, 1, change=True).center())
        assert tip.startswith(f"ΔW¹ [3, 2] = {expected!r}".replace("np.float64(", "").replace(")", ""))

    def test_that_the_heading_names_the_layer_and_the_view_menu_the_panel(self, shown):
        panel = shown(moment(), Selection(layer=1))
        assert panel.windowTitle() == "Layer 1"
        assert panel.toggleViewAction().text() == "Matrices"

    def test_that_choosing_a_unit_elsewhere_goes_to_its_layer_and_back(self, shown):
        snapshot = moment()
        panel = shown(snapshot)
        panel.show_selection(with_unit(snapshot, Selection(), 2, 0))
        assert tabs(panel).chosen_key() == "2"
        panel.show_selection(Selection())
        assert tabs(panel).chosen_key() == "all"

    def test_that_a_click_in_all_layers_stays_there(self, shown):
        snapshot = moment()
        panel = shown(snapshot)
        chosen = []
        panel.cell_requested.connect(chosen.append)
        panel.cell_requested.connect(lambda cell: panel.show_selection(with_cell(snapshot, Selection(), cell)))
        click(panel, panel.canvas.cell_rect("W2", 0, 1).center())
        assert chosen == [Cell("W2", 0, 1)]
        assert tabs(panel).chosen_key() == "all"
        panel.show_selection(with_line(snapshot, Selection(), 3))
        assert tabs(panel).chosen_key() == "2"

    def test_that_asking_for_all_layers_asks_to_follow(self, shown, qtbot):
        panel = shown(moment(), Selection(layer=2))
        with qtbot.waitSignal(panel.layer_requested) as asked:
            choose_tab(panel, "all")
        assert asked.args == [None]

    def test_that_a_smaller_network_has_no_tab_of_a_layer_it_does_not_have(self, shown):
        panel = shown(moment(deep()), Selection(layer=3))
        panel.show_snapshot(moment())
        assert tabs(panel).chosen_key() == "all"
        assert set(symbols(panel)) >= {"W1", "W2"}

    def test_that_the_tab_of_all_layers_scrolls_to_what_each_line_writes(self, shown):
        session = Session(deep())
        panel = shown(session.snapshot())
        assert panel.canvas.verticalScrollBar().maximum() > 0
        for line in session.program:
            session.step_line()
            panel.show_snapshot(session.snapshot())
            if line.stage != "loss" and session.position.is_inside:
                shown_now = place_of(panel, line.writes).cells.translated(0, -panel.canvas.verticalScrollBar().value())
                assert panel.canvas.viewport().rect().contains(shown_now), line.writes

    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
    def test_that_what_goes_on_beyond_an_edge_fades_there_and_nowhere_else(self, shown, theme):
        panel = shown(moment(deep()), theme=theme)
        bar, ground = panel.canvas.verticalScrollBar(), QColor(theme.panel)

        def is_clear(y: int) -> bool:
            image = picture(panel)
            return all(_near(image.pixelColor(x, y), ground) for x in range(image.width()))

        last = panel.canvas.viewport().height() - 1
        symbol = panel.canvas.places()[0]
        bar.setValue(symbol.cells.top() + 2)
        assert bar.value() < bar.maximum()
        assert is_clear(0)
        assert is_clear(last)
        assert not is_clear(last // 2)
        # At the end nothing follows, and what is there is drawn as anywhere.
        bar.setValue(bar.maximum())
        bottom = max(place.cells.bottom() for place in panel.canvas.places()) - bar.value()
        cell = next(place for place in panel.canvas.places() if place.cells.bottom() - bar.value() == bottom)
        image = picture(panel)
        assert not _near(image.pixelColor(cell.cells.left() + 2, bottom - 2), ground)

    def test_that_what_a_line_writes_is_clear_of_the_faded_edges(self, shown):
        session = Session(deep())
        panel = shown(session.snapshot(), height=250)
        bar, port, fade = panel.canvas.verticalScrollBar(), panel.canvas.viewport().height(), LIGHT.px(metrics.CELL_H)
        seen = []
        for line in session.program:
            session.step_line()
            panel.show_snapshot(session.snapshot())
            if line.stage == "loss" or not session.position.is_inside:
                continue
            frame = place_of(panel, line.writes).frame
            if frame.height() + 2 * fade <= port:
                seen.append(line.writes)
                assert bar.value() == 0 or frame.top() - bar.value() >= fade
                assert bar.value() == bar.maximum() or frame.bottom() - bar.value() < port - fade
        assert {"A2", "W2"} <= set(seen)

    def test_that_running_does_not_scroll_away_from_what_is_watched(self, shown):
        session = Session(deep())
        panel = shown(session.snapshot())
        bar = panel.canvas.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        watched = bar.value()
        for _ in range(3):
            session.step_update(5)
            panel.show_snapshot(session.snapshot())
        assert bar.value() == watched


class TestPointing:
    @pytest.mark.parametrize("convention", ["columns", "rows"])
    def test_that_a_click_asks_for_the_cell_in_the_column_convention(self, shown, qtbot, convention):
        panel = shown(moment())
        panel.show_convention(convention)
        with qtbot.waitSignal(panel.cell_requested) as asked:
            click(panel, panel.canvas.cell_rect("delta1", 2, 3).center())
        assert asked.args == [Cell("delta1", 2, 3)]

    def test_that_a_click_on_a_change_asks_for_the_parameter(self, shown, qtbot):
        panel = shown(moment(lines=0), Selection(layer=1))
        with qtbot.waitSignal(panel.cell_requested) as asked:
            click(panel, panel.canvas.cell_rect("W1", 1, 0, change=True).center())
        assert asked.args == [Cell("W1", 1, 0)]

    def test_that_a_click_beside_the_cells_asks_for_nothing(self, shown, qtbot):
        panel = shown(moment())
        with qtbot.assertNotEmitted(panel.cell_requested):
            click(panel, place_of(panel, "W1").frame.topLeft() + QPoint(2, 2))

    def test_that_the_tip_shows_the_exact_number_and_its_equation(self, shown):
        snapshot = moment()
        panel = shown(snapshot)
        lines = tip_at(panel, panel.canvas.cell_rect("delta1", 1, 2).center()).split("\n")
        assert lines[0] == f"δ¹ [2, 3] = {float(snapshot.value('delta1')[1, 2])!r}"
        assert snapshot.lit_line.formula(snapshot.labels) in lines[1]

    def test_that_the_tip_of_what_has_not_been_computed_says_so(self, shown):
        panel = shown(moment())
        assert "has not been computed" in tip_at(panel, panel.canvas.cell_rect("dW1", 0, 0).center())

    def test_that_a_headings_tip_shows_shape_and_equation(self, shown):
        snapshot = moment()
        panel = shown(snapshot)
        tip = tip_at(panel, place_of(panel, "Z1").frame.topLeft() + QPoint(3, 3))
        assert tip.split("\n")[0] == "Z¹  3×4"
        assert snapshot.program[1].formula(snapshot.labels) in tip

    def test_that_the_row_convention_draws_the_transposes(self, shown):
        snapshot = moment()
        panel = shown(snapshot)
        panel.show_convention("rows")
        assert place_of(panel, "W1").shape == "2×3"
        tip = tip_at(panel, panel.canvas.cell_rect("W1", 2, 0).center())
        assert tip.startswith(f"W¹ [1, 3] = {float(snapshot.value('W1')[2, 0])!r}")

    def test_that_a_scenarios_own_names_are_used_and_long_ones_shortened(self, shown):
        scenario = replace(find_scenario("xor"), labels={"W1": "weights_of_the_first_layer", "b1": "U"})
        snapshot = moment(scenario)
        panel = shown(snapshot)
        assert place_of(panel, "b1").label == "U"
        assert place_of(panel, "W1").label.endswith("…")
        tip = tip_at(panel, place_of(panel, "W1").frame.topLeft() + QPoint(3, 3))
        assert tip.startswith("weights_of_the_first_layer")
        panel.show_snapshot(replace(snapshot, own_labels=False))
        assert place_of(panel, "W1").label == "W¹"


class TestKeyboard:
    def with_echo(self, panel: MatricesPanel, snapshot: Snapshot) -> list[Cell]:
        """Answer requests as the controller does."""
        asked: list[Cell] = []

        def answer(cell: Cell) -> None:
            asked.append(cell)
            panel.show_selection(with_cell(snapshot, Selection(), cell))

        panel.cell_requested.connect(answer)
        return asked

    def test_that_arrows_move_the_selection(self, shown):
        snapshot = moment()
        panel = shown(snapshot, replace(with_cell(snapshot, Selection(), Cell("delta1", 1, 1)), layer=None))
        asked = self.with_echo(panel, snapshot)
        take_keyboard(panel)
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
            QTest.keyClick(panel.canvas, key)
        assert [(cell.row, cell.column) for cell in asked] == [(1, 2), (2, 2), (2, 1), (1, 1)]
        assert {cell.symbol for cell in asked} == {"delta1"}

    def test_that_arrows_move_as_drawn_in_the_row_convention(self, shown):
        snapshot = moment()
        panel = shown(snapshot, replace(with_cell(snapshot, Selection(), Cell("delta1", 1, 1)), layer=None))
        panel.show_convention("rows")
        asked = self.with_echo(panel, snapshot)
        take_keyboard(panel)
        QTest.keyClick(panel.canvas, Qt.Key.Key_Right)
        assert asked == [Cell("delta1", 2, 1)]

    def test_that_arrows_stay_in_the_change_of_a_parameter(self, shown):
        snapshot = moment(lines=0)
        panel = shown(snapshot, Selection(layer=1))
        asked = self.with_echo(panel, snapshot)
        click(panel, panel.canvas.cell_rect("W1", 0, 0, change=True).center())
        take_keyboard(panel)
        for _ in range(2):
            QTest.keyClick(panel.canvas, Qt.Key.Key_Right)
        assert asked == [Cell("W1", 0, 0), Cell("W1", 0, 1), Cell("b1", 0, 0)]

    @pytest.mark.parametrize(
        ("key", "kept"),
        [(Qt.Key.Key_Right, True), (Qt.Key.Key_Up, True), (Qt.Key.Key_PageDown, False), (Qt.Key.Key_Space, False)],
    )
    def test_that_only_arrows_are_kept_from_the_window(self, shown, key, kept):
        panel = shown(moment())
        take_keyboard(panel)
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(panel.canvas, event)
        assert event.isAccepted() == kept

    def test_that_after_a_click_the_arrows_still_step_through_the_program(self, shown):
        panel = shown(moment())
        panel.canvas.clearFocus()
        click(panel, panel.canvas.cell_rect("W1", 0, 0).center())
        assert panel.canvas.hasFocus()
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(panel.canvas, event)
        assert not event.isAccepted()

    def test_that_the_selected_number_is_described_in_words(self, shown):
        snapshot = moment()
        panel = shown(snapshot, replace(with_cell(snapshot, Selection(), Cell("delta1", 1, 1)), layer=None))
        value = float(snapshot.value("delta1")[1, 1])
        assert panel.canvas.accessibleDescription() == f"δ¹ [2, 2] = {value!r}"


class TestCopying:
    def test_that_copy_puts_the_selected_matrix_on_the_clipboard_as_numpy(self, shown):
        snapshot = moment()
        panel = shown(snapshot, replace(with_cell(snapshot, Selection(), Cell("W1", 0, 0)), layer=None))
        take_keyboard(panel)
        QTest.keyClick(panel.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        copied = eval(QGuiApplication.clipboard().text(), {"np": np})
        np.testing.assert_array_equal(copied, snapshot.value("W1"))

    @pytest.mark.parametrize("number", [0, 1, 2], ids=["numpy", "tsv", "number"])
    def test_that_the_menu_copies_what_is_under_the_mouse(self, shown, number):
        snapshot = moment()
        panel = shown(snapshot)
        panel.show_convention("rows")
        menu = self.menu_at(panel, panel.canvas.cell_rect("delta2", 0, 2).center())
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[number]).center())
        text, value = QGuiApplication.clipboard().text(), snapshot.value("delta2")
        if number == 0:
            np.testing.assert_array_equal(eval(text, {"np": np}), value.T)
        elif number == 1:
            assert [float(line) for line in text.split("\n")] == value[0].tolist()
        else:
            assert float(text) == value[0, 2]

    def test_that_what_has_not_been_computed_cannot_be_copied(self, shown):
        panel = shown(moment())
        menu = self.menu_at(panel, panel.canvas.cell_rect("dW1", 0, 0).center())
        assert not any(action.isEnabled() for action in menu.actions() if not action.isSeparator())
        menu.close()

    def menu_at(self, panel: MatricesPanel, point: QPoint) -> QMenu:
        port = panel.canvas.viewport()
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(port, QContextMenuEvent(reason, point, port.mapToGlobal(point)))
        (menu,) = panel.canvas.findChildren(QMenu)
        return menu


class TestLargeMatrices:
    @pytest.mark.parametrize("layer", [None, 1, 2])
    @pytest.mark.slow
    def test_that_a_wide_network_is_summarised_and_says_so(self, shown, layer):
        panel = shown(moment(wide(), updates=1, lines=0), Selection(layer=layer))
        numbers = sum(place.rows.count * place.columns.count for place in panel.canvas.places() if place.slots)
        assert numbers < 200
        for place in panel.canvas.places():
            assert place.frame.right() < panel.width()
            if place.is_reduced:
                assert "1:" in place.shape

    @pytest.mark.slow
    def test_that_a_block_has_the_colour_of_its_largest_value_and_a_click_asks_for_that(self, shown, qtbot):
        snapshot = moment(wide(), updates=1, lines=0)
        panel = shown(snapshot)
        place, weights = place_of(panel, "W1"), snapshot.value("W1")
        assert place.columns.step > 1
        columns = place.columns.range_of(11)
        largest = max(columns, key=lambda column: abs(weights[7, column]))
        point = place.block_rect(7, 11).center()
        (legend,) = panel.findChildren(Legend)
        hover(panel, point)
        scale = float(legend.ends()[1])
        hover(panel, QPoint(1, 1))
        assert picture(panel).pixelColor(point) == signed_colour(LIGHT, weights[7, largest], scale)
        with qtbot.waitSignal(panel.cell_requested) as asked:
            click(panel, point)
        assert asked.args == [Cell("W1", 7, largest)]
        tip = tip_at(panel, point).split("\n")
        assert tip[0] == f"W¹ [8, {largest + 1}] = {float(weights[7, largest])!r}"
        assert f"columns {columns[0] + 1} to {columns[-1] + 1}" in tip[1]

    def test_that_four_hundred_samples_are_drawn_without_numbers(self, shown):
        panel = shown(moment("planar-flower", updates=1, lines=0))
        place = place_of(panel, "delta1")
        assert (place.slots, place.columns.count) == (0, 400)
        assert place.shape.startswith("4×400")
        assert place_of(panel, "W1").slots


class TestLife:
    def test_that_a_hidden_panel_catches_up_when_it_is_shown(self, shown):
        session = Session(find_scenario("xor"))
        panel = shown(session.snapshot())
        panel.hide()
        session.step_update(5)
        panel.show_snapshot(session.snapshot())
        panel.show()
        value = float(session.value("W1")[0, 0])
        assert tip_at(panel, panel.canvas.cell_rect("W1", 0, 0).center()).startswith(f"W¹ [1, 1] = {value!r}")

    def test_that_an_empty_panel_is_drawn_in_the_panels_colour(self, qtbot):
        panel = MatricesPanel(DARK)
        qtbot.addWidget(panel)
        panel.show()
        assert picture(panel).pixelColor(20, 20) == QColor(DARK.panel)

    def test_that_a_presentation_has_larger_cells(self, shown):
        desk, hall = shown(moment()), shown(moment(), theme=LIGHT.scaled(1.6), width=1250, height=370)
        assert hall.canvas.cell_rect("W1", 0, 0).width() > 1.4 * desk.canvas.cell_rect("W1", 0, 0).width()
        assert place_of(hall, "W1").slots >= 7

    def test_that_a_narrow_heading_goes_without_the_legend(self, shown):
        roomy, narrow = shown(moment()), shown(moment(), width=330)
        assert roomy.findChildren(Legend)[0].isVisible()
        assert not narrow.findChildren(Legend)[0].isVisible()

    def test_that_nothing_keeps_a_closed_panel_alive(self, qtbot):
        panel = MatricesPanel(LIGHT)
        panel.show_snapshot(moment())
        panel.show()
        picture(panel)
        panel.close()
        gone = weakref.ref(panel)
        del panel
        gc.collect()
        assert gone() is None


def test_that_a_layer_that_was_selected_is_none_of_code_without_a_network(qtbot) -> None:
    panel = MatricesPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show_snapshot(moment())
    panel.show_selection(Selection(layer=2))
    run = unknown_run()

    panel.show_moment(run.moment(1))
    panel.show_selection(Selection(layer=1))
    panel.show_moment(None)
    panel.show_snapshot(moment())

    switch = panel.findChild(SegmentedControl)
    assert switch is not None
    assert switch.chosen_key() == "all"
