"""The strip: the line's result and all its operands are on the screen, and what is clicked is what is asked for."""

from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, Qt
from PyQt6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QHelpEvent, QImage
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QMainWindow, QMenu, QToolTip

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.session.selection import Cell, Selection, with_cell
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.strip.tokens import StripOperand
from nnviz.views.strip import StripPanel
from nnviz.views.strip.boxes import BracketBox, MatrixBox
from nnviz.views.theme import DARK, LIGHT, Theme
from tests.fixtures.recorded import WRONG, xor_run

LIT = 9  # line 9 of XOR's program writes δ¹ from W², δ² and tanh′(Z¹)
NARROW = (560, 250)
"""What is left for a strip in a window of 1280 × 720."""


def moment(scenario: Scenario | str = "xor", updates: int = 160, lines: int = LIT) -> Snapshot:
    session = Session(find_scenario(scenario) if isinstance(scenario, str) else scenario)
    session.step_update(updates)
    session.step_line(lines)
    return session.snapshot()


def eight(**others) -> Scenario:
    """8-8-8-8 with eight samples."""
    rng = np.random.default_rng(0)
    inputs = tuple(map(tuple, rng.normal(size=(8, 8)).tolist()))
    data = DataSpec(kind="explicit", inputs=inputs, labels=tuple(range(8)), n_classes=8)
    layers = (Layer(8, "tanh"), Layer(8, "tanh"), Layer(8, "softmax"))
    made = replace(find_scenario("xor"), data=data, layers=layers, loss="categorical-cross-entropy")
    return replace(made, batch=BatchSpec("full"), **others)


def wide() -> Scenario:
    """784-30-10 on random data."""
    rng = np.random.default_rng(0)
    inputs = tuple(map(tuple, rng.random((40, 784)).tolist()))
    labels = tuple(int(label) for label in rng.integers(0, 10, 40))
    data = DataSpec(kind="explicit", inputs=inputs, labels=labels, n_classes=10)
    made = replace(find_scenario("xor"), data=data, layers=(Layer(30, "sigmoid"), Layer(10, "softmax")))
    return replace(made, loss="categorical-cross-entropy", batch=BatchSpec(32, "shuffled"))


@pytest.fixture
def shown(qtbot):
    windows = []

    def show(
        snapshot: Snapshot | None = None,
        selection: Selection | None = None,
        theme: Theme = LIGHT,
        size: tuple[int, int] = (700, 360),
    ) -> StripPanel:
        window = QMainWindow()
        windows.append(window)
        qtbot.addWidget(window)
        panel = StripPanel(theme, window)
        window.setCentralWidget(panel)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
        if snapshot is not None:
            panel.show_snapshot(snapshot)
            panel.show_selection(selection or Selection())
        return panel

    return show


def picture(panel: StripPanel) -> QImage:
    port = panel.canvas.viewport()
    assert port is not None
    return port.grab().toImage()


def box_of(panel: StripPanel, label: str) -> MatrixBox:
    """Return the first matrix with a label."""
    return next(box for box in panel.canvas.picture.arrangement.matrices if box.label == label)


def labels(panel: StripPanel) -> list[str]:
    return [box.label for box in panel.canvas.picture.arrangement.matrices]


def press(panel: StripPanel, label: str, row: int, column: int) -> None:
    centre = box_of(panel, label).cell_rect(row, column).center()
    QTest.mouseClick(panel.canvas.viewport(), Qt.MouseButton.LeftButton, pos=centre)


def _is(colour: QColor, other: str) -> bool:
    return max(abs(a - b) for a, b in zip(colour.getRgb(), QColor(other).getRgb(), strict=True)) <= 12


class TestWhatIsShown:
    def test_that_a_product_and_a_slope_stand_in_the_order_of_the_equation_with_what_they_come_to(self, shown):
        panel = shown(moment())
        assert labels(panel) == ["δ¹", "W²ᵀ", "δ²", "W²ᵀ · δ²", "1 − (A¹)²"]
        assert panel.windowTitle() == "Line"
        tops = [box_of(panel, label).corner.y() for label in ("W²ᵀ · δ²", "1 − (A¹)²")]
        assert tops[0] == tops[1] > box_of(panel, "δ¹").corner.y()

    def test_that_brackets_are_as_high_as_what_they_hold(self, shown):
        panel = shown(moment())
        brackets = [box for box in panel.canvas.picture.arrangement.boxes if isinstance(box, BracketBox)]
        held = box_of(panel, "W²ᵀ").cells
        assert len(brackets) == 2
        for bracket in brackets:
            assert bracket.frame.top() <= held.top()
            assert bracket.frame.height() >= held.height()

    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
    def test_that_the_result_has_the_ring_of_now_and_the_sources_of_its_cell_are_framed(self, shown, theme):
        snapshot = moment()
        selection = with_cell(snapshot, Selection(), Cell("delta1", 1, 1))
        panel = shown(snapshot, selection, theme)
        image = picture(panel)
        for label, row, column in (("W²ᵀ", 1, 0), ("δ²", 0, 1)):
            cell = box_of(panel, label).cell_rect(row, column)
            assert _is(image.pixelColor(cell.left(), cell.center().y()), theme.accent)
        for label in ("δ¹", "W²ᵀ · δ²", "1 − (A¹)²"):
            cell = box_of(panel, label).cell_rect(1, 1)
            assert _is(image.pixelColor(cell.left(), cell.center().y()), theme.text)
        frame = box_of(panel, "δ¹").frame
        around = [image.pixelColor(frame.left() - away, frame.center().y()) for away in range(1, 9)]
        assert any(_is(colour, theme.now_mark) for colour in around)
        assert any(_is(colour, theme.now_outline) for colour in around)

    def test_that_an_update_line_shows_what_it_replaces_and_the_step(self, shown):
        panel = shown(moment(lines=12))
        boxes = panel.canvas.picture.arrangement.matrices
        assert [(box.label, box.tag) for box in boxes] == [
            ("W¹", "new"),
            ("W¹", "old"),
            ("∂L/∂W¹", ""),
            ("W¹", "old"),
            ("η ∂L/∂W¹", ""),
        ]

    def test_that_before_the_first_line_the_next_one_is_shown_with_a_hatched_result(self, shown):
        panel = shown(Session(find_scenario("xor")).snapshot())
        assert labels(panel) == ["Z¹", "W¹", "X", "b¹"]
        cells = box_of(panel, "Z¹").cells
        image = picture(panel)
        row = [image.pixelColor(x, cells.center().y()).name() for x in range(cells.left(), cells.right())]
        assert set(row) == {LIGHT.hatching.lower(), LIGHT.panel.lower()}
        assert "not been computed" in tip_at(panel, cells.center())

    def test_that_samples_as_rows_turn_the_matrices_and_the_order_of_the_factors(self, shown):
        panel = shown(moment())
        panel.show_convention("rows")
        assert labels(panel) == ["δ¹", "δ²", "W²ᵀ", "δ² · W²ᵀ", "1 − (A¹)²"]
        assert (box_of(panel, "δ¹").rows.count, box_of(panel, "δ¹").columns.count) == (4, 3)

    def test_that_a_hidden_strip_arranges_nothing(self, shown):
        panel = shown(moment())
        panel.hide()
        before = panel.canvas.picture.arrangement
        panel.show_snapshot(moment(lines=12))
        assert panel.canvas.picture.arrangement is before
        panel.show()
        assert labels(panel)[0] == "W¹"

    @pytest.mark.sample(5)
    @pytest.mark.parametrize("size", [NARROW, (700, 360)])
    @pytest.mark.parametrize("optimiser", ["gradient-descent", "momentum", "adam"])
    def test_that_all_of_a_line_is_on_the_screen_up_to_eight_by_eight(self, shown, size, optimiser):
        session = Session(eight(optimiser=OptimiserSpec(optimiser)))
        panel = shown(session.snapshot(), size=size)
        port = panel.canvas.viewport().rect()
        for _ in range(len(session.snapshot().program)):
            session.step_line()
            panel.show_snapshot(session.snapshot())
            arrangement = panel.canvas.picture.arrangement
            written = [token for token in panel.canvas.picture.equations[0].operands if isinstance(token, StripOperand)]
            drawn = [box.operand for box in arrangement.operands]
            assert all(token in drawn or token.stands_for for token in written)
            for box in arrangement.boxes:
                assert port.contains(box.frame), (session.snapshot().position.line, box)

    def test_that_a_large_matrix_is_reduced_with_the_row_and_the_column_in_question_enlarged(self, shown):
        snapshot = moment(wide(), 0, 1)
        panel = shown(snapshot, with_cell(snapshot, Selection(), Cell("Z1", 17, 5)))
        result, weights, inputs = (box_of(panel, label) for label in ("Z¹", "W¹", "X"))
        assert not result.is_numbered
        assert result.cell_rect(17, 5).height() > result.cell_rect(2, 5).height()
        assert result.cell_rect(17, 5).width() > result.cell_rect(17, 20).width()
        assert weights.cell_rect(17, 0).height() > weights.cell_rect(3, 0).height()
        assert inputs.cell_rect(0, 5).width() > inputs.cell_rect(0, 20).width()
        seen = tip_at(panel, result.cell_rect(17, 5).center())
        assert repr(float(snapshot.values["Z1"][17, 5])) in seen


def tip_at(panel: StripPanel, point: QPoint) -> str:
    port = panel.canvas.viewport()
    QToolTip.hideText()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, point, port.mapToGlobal(point)))
    return QToolTip.text()


class TestWhatIsDone:
    @pytest.mark.parametrize(
        ("convention", "label", "place", "cell"),
        [
            ("columns", "δ¹", (1, 2), Cell("delta1", 1, 2)),
            ("columns", "W²ᵀ", (2, 0), Cell("W2", 0, 2)),
            ("columns", "W²ᵀ · δ²", (0, 3), Cell("delta1", 0, 3)),
            ("rows", "δ¹", (2, 1), Cell("delta1", 1, 2)),
            ("rows", "W²ᵀ", (0, 2), Cell("W2", 0, 2)),
        ],
    )
    def test_that_a_click_selects_the_cell(self, shown, convention, label, place, cell):
        panel = shown(moment())
        panel.show_convention(convention)
        asked = []
        panel.cell_requested.connect(asked.append)
        press(panel, label, *place)
        assert asked == [cell]

    def test_that_a_parameter_is_typed_over_and_what_a_line_replaced_is_not(self, shown):
        session = Session(find_scenario("xor"))
        session.step_line(12)
        panel = shown(session.snapshot())
        set_to = []
        panel.value_requested.connect(lambda cell, value: set_to.append((cell, value)))
        new, old = (box for box in panel.canvas.picture.arrangement.matrices[:2])
        port = panel.canvas.viewport()
        QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=old.cell_rect(0, 1).center())
        assert panel.edited() is None
        QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=new.cell_rect(0, 1).center())
        assert panel.edited() == Cell("W1", 0, 1)
        field = QApplication.focusWidget()
        QTest.keyClicks(field, "1/4")
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert set_to == [(Cell("W1", 0, 1), 0.25)]

    def test_that_a_value_set_since_is_told_and_what_the_line_read_stays(self, shown):
        session = Session(find_scenario("xor"))
        session.step_line()
        read = float(session.snapshot().values["W1"][0, 0])
        session.set_value("W1", (0, 0), "7")
        panel = shown(session.snapshot())
        told = tip_at(panel, box_of(panel, "W¹").cell_rect(0, 0).center())
        assert f"= {read!r}" in told
        assert "7.0" in told

    def test_that_the_arrow_keys_move_and_copy_gives_the_matrix(self, shown):
        snapshot = moment()
        panel = shown(snapshot, with_cell(snapshot, Selection(), Cell("delta1", 1, 1)))
        asked = []
        panel.cell_requested.connect(asked.append)
        panel.canvas.clearFocus()
        panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(panel.canvas, Qt.Key.Key_Right)
        assert asked == [Cell("delta1", 1, 2)]
        QTest.keyClick(panel.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        clipboard = QGuiApplication.clipboard()
        assert clipboard is not None
        copied = eval(clipboard.text(), {"np": np})
        assert np.array_equal(copied, snapshot.values["delta1"])

    def test_that_people_who_hear_the_window_are_told_the_cell_and_its_arithmetic(self, shown):
        snapshot = moment()
        panel = shown(snapshot, with_cell(snapshot, Selection(), Cell("delta1", 1, 1)))
        panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        told = panel.canvas.accessibleDescription()
        assert told.startswith(f"δ¹ [2, 2] = {float(snapshot.values['delta1'][1, 1])!r}; −1.537 · (−0.1494)")

    def test_that_the_menu_has_the_verbs_of_a_debugger(self, shown):
        panel = shown(moment())
        heard = []
        panel.watch_requested.connect(heard.append)
        panel.condition_requested.connect(heard.append)
        panel.breakpoint_requested.connect(heard.append)
        centre = box_of(panel, "W²ᵀ").cell_rect(1, 0).center()
        port = panel.canvas.viewport()
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=centre)
        for number in (1, 2, 3):
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, centre, port.mapToGlobal(centre))
            QApplication.sendEvent(port, event)
            menu = next(child for child in panel.canvas.findChildren(QMenu) if child.isVisible())
            menu.actions()[number].trigger()
            menu.close()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        assert heard == ["W2[0, 1]", "W2[0, 1] > 0", 9]


class TestOwnCode:
    def test_that_a_line_of_a_persons_own_code_is_written_out_with_their_names(self, shown):
        run = xor_run()
        cursor = run.next_at([WRONG], 0)
        assert cursor is not None
        panel = shown()
        panel.show_moment(run.moment(cursor))
        equation = panel.canvas.picture.equations[0]
        assert equation.result.label == "d1"
        assert equation.is_wrong
        value = equation.value(equation.result)
        assert value is not None
        assert np.array_equal(value, run.moment(cursor).line_values[0].value)
        assert labels(panel)[0] == "d1"
        panel.show_moment(None)
        panel.show_snapshot(moment())
        assert labels(panel)[0] == "δ¹"
