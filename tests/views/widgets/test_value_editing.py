"""Parameters are changed where they are shown: typed over or dragged, in the matrices and in the diagram."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QMainWindow, QMenu, QPushButton, QToolTip, QWidget

from nnviz.model.data import DataSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.selection import Cell, Selection, with_cell, with_unit
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot
from nnviz.model.text.numbers import exact
from nnviz.views.matrices import MatricesPanel
from nnviz.views.network import NetworkPanel
from nnviz.views.network.spots import spot_of
from nnviz.views.theme import DARK, LIGHT, Theme, apply_theme
from nnviz.views.widgets.cell_editor import CellEditor
from nnviz.views.widgets.cell_field import CellField
from nnviz.views.widgets.segmented_control import SegmentedControl

LEFT = Qt.MouseButton.LeftButton
PLAIN = Qt.KeyboardModifier.NoModifier
W = Cell("W1", 0, 1)
KEYS = ("Space", "Right", "Left", "Home", "End", "PgUp", "PgDown", "Up", "Down", "F9", "Esc", "Return", "Ctrl+T", "5")


def moment(scenario: Scenario | str = "xor", lines: int = 9) -> Snapshot:
    session = Session(find_scenario(scenario) if isinstance(scenario, str) else scenario)
    session.step_update(20)
    session.step_line(lines)
    return session.snapshot()


def many_inputs() -> Scenario:
    """400-30-10 on random data: no weight has room for its number."""
    rng = np.random.default_rng(0)
    data = DataSpec(
        kind="explicit",
        inputs=tuple(map(tuple, rng.random((20, 400)).tolist())),
        labels=tuple(k % 10 for k in range(20)),
        n_classes=10,
    )
    layers = (Layer(30, "sigmoid"), Layer(10, "softmax"))
    return replace(find_scenario("xor"), data=data, layers=layers, loss="categorical-cross-entropy")


def type_text(widget: QWidget, text: str) -> None:
    """Press keys; QTest's own knows ASCII only."""
    for sign in text:
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, 0, PLAIN, sign))


@dataclass
class Stage:
    """A panel in a window with shortcuts and a button beside it, and a session behind it."""

    window: QMainWindow
    panel: MatricesPanel | NetworkPanel
    snapshot: Snapshot
    button: QPushButton
    values: list[tuple[Cell, float]] = field(default_factory=list)
    pauses: list[int] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    fired: list[str] = field(default_factory=list)

    @property
    def surface(self) -> QWidget:
        """On which the numbers are drawn."""
        return self.panel.canvas.viewport() if isinstance(self.panel, MatricesPanel) else self.panel.body()

    @property
    def editor(self) -> CellEditor:
        (found,) = self.panel.findChildren(CellEditor)
        return found

    @property
    def keyboard(self) -> CellField:
        """The editor's field, which must have the keyboard."""
        assert self.editor.isVisible()
        assert QApplication.focusWidget() is self.editor.field()
        return self.editor.field()

    def place_of(self, cell: Cell) -> QPoint:
        if isinstance(self.panel, MatricesPanel):
            return self.panel.canvas.cell_rect(cell.symbol, cell.row, cell.column).center()
        spot = spot_of(self.snapshot, cell)
        return self.panel.body().place_of(spot).toPoint()

    def value_of(self, cell: Cell) -> float:
        return float(self.snapshot.values[cell.symbol][cell.row, cell.column])

    def double_click(self, cell: Cell) -> None:
        place = self.place_of(cell)
        QTest.mouseClick(self.surface, LEFT, pos=place)
        QTest.mouseDClick(self.surface, LEFT, pos=place)

    def type_into(self, cell: Cell, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        self.double_click(cell)
        type_text(self.keyboard, text)
        QTest.keyClick(self.keyboard, key)

    def move(self, place: QPoint, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        there = QPointF(self.surface.mapToGlobal(place))
        event = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), there, Qt.MouseButton.NoButton, LEFT, modifiers)
        QApplication.sendEvent(self.surface, event)

    def drag(self, cell: Cell, *steps: tuple[int, int], modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a cell, go beyond the distance of a drag, then by steps to the right and down; stay pressed."""
        place = self.place_of(cell)
        QTest.mousePress(self.surface, LEFT, pos=place)
        far = QApplication.startDragDistance()
        along = steps[0] if steps else (0, -1)
        place = place + QPoint(int(np.sign(along[0])) * far, int(np.sign(along[1])) * far)
        self.move(place, modifiers)
        for right, down in steps:
            place = place + QPoint(right, down)
            self.move(place, modifiers)

    def release(self) -> None:
        QTest.mouseRelease(self.surface, LEFT)

    def show(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.panel.show_snapshot(snapshot)

    def tip_at(self, place: QPoint) -> str:
        event = QHelpEvent(QEvent.Type.ToolTip, place, self.surface.mapToGlobal(place))
        QApplication.sendEvent(self.surface, event)
        return QToolTip.text()

    def notes(self) -> list[str]:
        labels = self.window.findChildren(QLabel)
        return [label.text() for label in labels if label.property("role") == "note" and label.isVisible()]


Open = Callable[..., Stage]


@pytest.fixture
def open_stage(qtbot) -> Open:
    windows = []

    def open_on(
        kind: type[MatricesPanel] | type[NetworkPanel],
        snapshot: Snapshot | None = None,
        selection: Selection | None = None,
        theme: Theme = LIGHT,
        size: tuple[int, int] = (780, 280),
    ) -> Stage:
        snapshot = snapshot or moment()
        window = QMainWindow()
        windows.append(window)
        qtbot.addWidget(window)
        panel = kind(theme, window)
        window.setCentralWidget(panel)
        button = QPushButton(window)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        apply_theme(window, theme)
        window.resize(*size)
        stage = Stage(window, panel, snapshot, button)
        for key in KEYS:
            action = QAction(window)
            action.setShortcut(key)
            action.triggered.connect(lambda _, key=key: stage.fired.append(key))
            window.addAction(action)
        panel.value_requested.connect(lambda cell, value: stage.values.append((cell, value)))
        panel.pause_requested.connect(lambda: stage.pauses.append(1))
        panel.cell_requested.connect(stage.cells.append)
        with qtbot.waitActive(window):
            window.show()
        panel.show_snapshot(snapshot)
        panel.show_selection(selection or Selection())
        return stage

    return open_on


both = pytest.mark.parametrize("kind", [MatricesPanel, NetworkPanel], ids=["matrices", "network"])


class TestTyping:
    @both
    @pytest.mark.parametrize("cell", [W, Cell("W2", 0, 2), Cell("b1", 2, 0), Cell("b2", 0, 0)], ids=str)
    def test_that_a_double_click_opens_an_editor_with_the_exact_number_selected(self, open_stage: Open, kind, cell):
        stage = open_stage(kind)
        stage.double_click(cell)
        assert stage.keyboard.selectedText() == exact(stage.value_of(cell))
        assert stage.keyboard.accessibleName().startswith(cell.symbol[0])
        assert stage.pauses
        assert not stage.values

    @both
    @pytest.mark.parametrize(("text", "number"), [("1/3", 1 / 3), ("0,5", 0.5), ("1e-3", 1e-3), ("−2", -2.0)])
    def test_that_a_number_is_read_as_people_write_it(self, open_stage: Open, kind, text, number):
        stage = open_stage(kind)
        stage.type_into(W, text)
        assert stage.values == [(W, number)]
        assert stage.editor.isHidden()

    @both
    def test_that_escape_changes_nothing(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.type_into(W, "7", Qt.Key.Key_Escape)
        assert (stage.values, stage.editor.isHidden(), stage.fired) == ([], True, [])

    @both
    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
    def test_that_a_number_left_as_it_is_is_no_edit(self, open_stage: Open, kind, key):
        stage = open_stage(kind)
        stage.type_into(W, "", key)
        stage.type_into(W, exact(stage.value_of(W)))
        assert not stage.values

    @both
    @pytest.mark.parametrize("text", ["abc", "1/0", "1e999", "nan", "--1"])
    @pytest.mark.slow
    def test_that_what_is_not_a_number_is_reported_in_place_until_it_is_corrected(self, open_stage: Open, kind, text):
        stage = open_stage(kind)
        stage.type_into(W, text)
        (note,) = stage.notes()
        assert f"“{text}”" in note
        assert "1/3" in note
        assert stage.keyboard.toolTip() == note
        assert not stage.values
        stage.keyboard.selectAll()
        type_text(stage.keyboard, "2")
        assert stage.notes() == []
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Return)
        assert stage.values == [(W, 2.0)]

    @both
    @pytest.mark.parametrize(("text", "reported"), [("1,000", "1000, or 1.000"), ("1e-400", "it would be 0")])
    def test_that_a_number_that_may_be_misread_is_refused_in_words(self, open_stage: Open, kind, text, reported):
        stage = open_stage(kind)
        stage.type_into(W, text)
        (note,) = stage.notes()
        assert reported in note
        assert not stage.values

    @both
    def test_that_an_empty_field_is_reported_too_and_escape_takes_the_note_away(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.type_into(W, "x", Qt.Key.Key_Escape)
        stage.double_click(W)
        stage.keyboard.clear()
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Return)
        assert len(stage.notes()) == 1
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Escape)
        assert stage.notes() == []

    @pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
    def test_that_a_fault_is_seen_at_the_editors_frame(self, open_stage: Open, theme):
        stage = open_stage(MatricesPanel, theme=theme)
        stage.double_click(W)
        before = stage.editor.grab().toImage().pixelColor(0, 0).name()
        type_text(stage.keyboard, "x")
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Return)
        after = stage.editor.grab().toImage().pixelColor(0, 0).name()
        assert (before.upper(), after.upper()) == (theme.accent, theme.fault)

    @both
    def test_that_no_key_reaches_the_window_while_the_editor_is_open(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.double_click(W)
        window = stage.window.windowHandle()
        for key in (
            Qt.Key.Key_Space,
            Qt.Key.Key_Right,
            Qt.Key.Key_Left,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_F9,
        ):
            QTest.keyClick(window, key)
        QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        assert stage.fired == []
        assert stage.editor.isVisible()
        QTest.keyClick(window, Qt.Key.Key_Escape)
        QTest.keyClick(window, Qt.Key.Key_Space)
        assert stage.fired == ["Space"]

    @both
    def test_that_the_keyboard_goes_back_to_where_it_was(self, open_stage: Open, kind):
        stage = open_stage(kind)
        switch = stage.panel.findChild(SegmentedControl)
        chosen = next(child for child in switch.findChildren(QWidget) if child.focusPolicy() & Qt.FocusPolicy.TabFocus)
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        if kind is MatricesPanel:
            stage.panel.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        before = QApplication.focusWidget()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
            stage.type_into(W, "4", key)
            assert QApplication.focusWidget() is before
        QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_Right)
        # A double click does not make the arrow keys those of the matrices.
        assert kind is NetworkPanel or stage.fired == ["Right"]

    @both
    def test_that_tab_goes_on_to_the_next_cell_of_the_matrix_and_shift_tab_back(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.type_into(W, "7", Qt.Key.Key_Tab)
        following = Cell("W1", 1, 0)
        assert stage.values == [(W, 7.0)]
        assert stage.cells[-1] == following
        assert stage.keyboard.selectedText() == exact(stage.value_of(following))
        type_text(stage.keyboard, "8")
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Backtab)
        assert stage.values[1:] == [(following, 8.0)]
        assert stage.cells[-1] == W

    @both
    def test_that_tab_ends_after_the_last_cell_and_shift_tab_before_the_first(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.type_into(Cell("W1", 2, 1), "7", Qt.Key.Key_Tab)
        assert stage.editor.isHidden()
        stage.type_into(Cell("W1", 0, 0), "8", Qt.Key.Key_Backtab)
        assert stage.editor.isHidden()
        assert [value for _, value in stage.values] == [7.0, 8.0]

    @both
    @pytest.mark.parametrize(("text", "values"), [("3", [(W, 3.0)]), ("3x", [])])
    def test_that_a_click_elsewhere_takes_a_number_and_forgets_what_is_none(self, open_stage: Open, kind, text, values):
        stage = open_stage(kind)
        stage.double_click(W)
        type_text(stage.keyboard, text)
        QTest.mouseClick(stage.button, LEFT)
        assert (stage.values, stage.editor.isHidden(), stage.notes()) == (values, True, [])

    @both
    def test_that_losing_the_keyboard_takes_a_number(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.double_click(W)
        type_text(stage.keyboard, "3")
        stage.button.setFocus(Qt.FocusReason.TabFocusReason)
        assert (stage.values, stage.editor.isHidden()) == ([(W, 3.0)], True)

    @both
    def test_that_another_number_in_the_cell_leaves_what_is_being_typed(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.double_click(W)
        session = Session(find_scenario("xor"))
        session.set_value("W1", (0, 1), 0.25)
        stage.show(session.snapshot())
        assert stage.keyboard.selectedText() == "0.25"
        type_text(stage.keyboard, "9")
        session.set_value("W1", (0, 1), 0.75)
        stage.show(session.snapshot())
        assert stage.keyboard.text() == "9"

    @both
    def test_that_another_network_or_scenario_closes_the_editor(self, open_stage: Open, kind):
        stage = open_stage(kind)
        for scenario in (
            replace(find_scenario("xor"), layers=(Layer(4, "tanh"), Layer(1, "sigmoid"))),
            replace(find_scenario("xor"), name="another"),
        ):
            stage.double_click(W)
            type_text(stage.keyboard, "9")
            stage.show(moment(scenario))
            assert stage.editor.isHidden()
            stage.show(moment())
        assert not stage.values


class TestTypingInMatrices:
    def test_that_the_editor_is_exactly_over_a_cell_and_is_never_cut_off(self, open_stage: Open):
        stage = open_stage(MatricesPanel, size=(360, 240))
        for symbol, (rows, columns) in (("W1", (3, 2)), ("b1", (3, 1)), ("W2", (1, 3)), ("b2", (1, 1))):
            for row, column in np.ndindex(rows, columns):
                stage.double_click(Cell(symbol, row, column))
                cell = stage.panel.canvas.cell_rect(symbol, row, column)
                # A cell at the edge may itself be cut off by the viewport.
                assert stage.editor.geometry().contains(cell & stage.surface.rect())
                assert stage.surface.rect().contains(stage.editor.geometry())
                QTest.keyClick(stage.keyboard, Qt.Key.Key_Escape)

    def test_that_the_editor_grows_with_what_is_typed_and_stays_inside(self, open_stage: Open):
        stage = open_stage(MatricesPanel, size=(360, 240))
        stage.double_click(Cell("b1", 0, 0))
        type_text(stage.keyboard, "1")
        narrow = stage.editor.width()
        assert narrow == stage.panel.canvas.cell_rect("b1", 0, 0).width()
        type_text(stage.keyboard, "23456789" * 8)
        assert stage.editor.width() > narrow
        assert stage.surface.rect().contains(stage.editor.geometry())

    @pytest.mark.parametrize("typed", ["5", "-", ".", "−"])
    def test_that_typing_a_number_opens_the_editor_over_the_selected_cell(self, open_stage: Open, typed):
        snapshot = moment()
        stage = open_stage(MatricesPanel, snapshot, with_cell(snapshot, Selection(), Cell("b1", 1, 0)))
        stage.panel.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        type_text(stage.panel.canvas, typed)
        assert stage.keyboard.text() == typed
        type_text(stage.keyboard, "4")
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Return)
        ((cell, value),) = stage.values
        assert cell == Cell("b1", 1, 0)
        assert abs(value) in (4.0, 54.0, 0.4)
        assert stage.fired == []

    @pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter])
    def test_that_a_key_opens_the_editor_over_the_selected_cell(self, open_stage: Open, key):
        snapshot = moment()
        stage = open_stage(MatricesPanel, snapshot, with_cell(snapshot, Selection(), W))
        stage.panel.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stage.window.windowHandle(), key)
        assert stage.keyboard.selectedText() == exact(stage.value_of(W))
        assert stage.fired == []

    def test_that_in_the_row_convention_the_same_cell_is_edited_and_tab_goes_along_the_drawn_row(
        self, open_stage: Open
    ):
        stage = open_stage(MatricesPanel)
        stage.panel.show_convention("rows")
        stage.type_into(W, "7", Qt.Key.Key_Tab)
        assert stage.values == [(W, 7.0)]
        assert stage.cells[-1] == Cell("W1", 1, 1)

    def test_that_in_a_large_matrix_the_cell_that_a_block_shows_is_edited_by_name(self, open_stage: Open):
        stage = open_stage(MatricesPanel, moment(many_inputs()))
        place = stage.panel.canvas.cell_rect("W1", 3, 300).center()
        QTest.mouseDClick(stage.surface, LEFT, pos=place)
        (found,) = (label.text() for label in stage.editor.findChildren(QLabel) if label.isVisible())
        index = found.split("[")[1].split("]")[0]
        row, column = (int(part) - 1 for part in index.split(","))
        assert stage.keyboard.text() == exact(stage.value_of(Cell("W1", row, column)))
        assert stage.panel.canvas.cell_rect("W1", row, column).contains(place)
        type_text(stage.keyboard, "7")
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Return)
        assert stage.values == [(Cell("W1", row, column), 7.0)]

    @pytest.mark.parametrize("symbol", ["delta1", "X", "dW1"])
    def test_that_what_is_no_parameter_is_not_edited_and_says_so(self, open_stage: Open, symbol):
        snapshot = moment()
        stage = open_stage(MatricesPanel, snapshot, Selection(layer=1), size=(780, 500))
        stage.double_click(Cell(symbol, 0, 0))
        assert stage.editor.isHidden()
        (note,) = stage.notes()
        assert snapshot.labels.of(symbol) in note
        assert not stage.pauses
        stage.show(moment(lines=10))
        assert stage.notes() == []

    def test_that_a_change_is_not_edited(self, open_stage: Open):
        stage = open_stage(MatricesPanel, moment(lines=0), Selection(layer=1), size=(780, 500))
        place = stage.panel.canvas.cell_rect("W1", 0, 0, change=True).center()
        QTest.mouseDClick(stage.surface, LEFT, pos=place)
        assert stage.editor.isHidden()

    def test_that_the_tip_of_a_parameter_says_how_and_no_other(self, open_stage: Open):
        stage = open_stage(MatricesPanel)
        assert "drag" in stage.tip_at(stage.place_of(W))
        assert "drag" not in stage.tip_at(stage.place_of(Cell("delta1", 0, 0)))

    def test_that_the_editor_goes_along_when_the_matrices_are_scrolled(self, open_stage: Open):
        layers = (Layer(8, "tanh"), Layer(8, "tanh"), Layer(1, "sigmoid"))
        stage = open_stage(MatricesPanel, moment(replace(find_scenario("xor"), layers=layers), lines=1))
        cell = Cell("W1", 7, 1)
        stage.double_click(cell)
        before = stage.editor.geometry()
        place = QPointF(stage.surface.rect().center())
        there = QPointF(stage.surface.mapToGlobal(place.toPoint()))
        wheel = QWheelEvent(
            place, there, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, PLAIN, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(stage.surface, wheel)
        assert stage.panel.canvas.verticalScrollBar().value() > 0
        moved = stage.panel.canvas.cell_rect("W1", 7, 1)
        assert stage.editor.geometry().top() < before.top()
        assert stage.editor.geometry().contains(moved)

    def test_that_another_tab_closes_the_editor(self, open_stage: Open):
        stage = open_stage(MatricesPanel)
        stage.double_click(W)
        stage.panel.show_selection(with_unit(stage.snapshot, Selection(), 2, 0))
        assert stage.editor.isHidden()


class TestMenu:
    def menu_at(self, stage: Stage, cell: Cell) -> QMenu:
        place = stage.place_of(cell)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, stage.surface.mapToGlobal(place))
        QApplication.sendEvent(stage.surface, event)
        (menu,) = stage.panel.canvas.findChildren(QMenu)
        return menu

    def choose(self, menu: QMenu, number: int) -> None:
        QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(menu.actions()[number]).center())

    def test_that_it_opens_the_editor(self, open_stage: Open):
        stage = open_stage(MatricesPanel)
        self.choose(self.menu_at(stage, W), -2)
        assert stage.keyboard.selectedText() == exact(stage.value_of(W))

    def test_that_it_sets_a_parameter_to_0(self, open_stage: Open):
        stage = open_stage(MatricesPanel)
        self.choose(self.menu_at(stage, W), -1)
        assert (stage.values, len(stage.pauses)) == ([(W, 0.0)], 1)

    def test_that_for_anything_else_both_are_greyed(self, open_stage: Open):
        stage = open_stage(MatricesPanel)
        menu = self.menu_at(stage, Cell("delta2", 0, 0))
        assert [action.isEnabled() for action in menu.actions()[-2:]] == [False, False]
        assert "parameter" in menu.actions()[-2].text()
        menu.close()


class TestDragging:
    @both
    @pytest.mark.parametrize("cell", [W, Cell("b1", 2, 0)], ids=str)
    @pytest.mark.parametrize(("way", "sign"), [((0, -10), 1), ((0, 10), -1), ((10, 0), 1), ((-10, 0), -1)])
    @pytest.mark.slow
    def test_that_up_and_right_are_more_and_down_and_left_less(self, open_stage: Open, kind, cell, way, sign):
        stage = open_stage(kind)
        before = stage.value_of(cell)
        stage.drag(cell, way)
        stage.release()
        assert [each for each, _ in stage.values] == [cell]
        assert (stage.values[0][1] - before) * sign > 0
        assert stage.pauses == [1]

    @both
    def test_that_each_move_asks_once_and_a_hundred_pixels_go_through_the_scale(self, open_stage: Open, kind):
        stage = open_stage(kind)
        largest = max(float(abs(value).max()) for value in stage.snapshot.parameters.values())
        before = stage.value_of(W)
        stage.drag(W, (0, -50), (0, 0), (0, -50))
        assert len(stage.values) == 2
        assert largest <= stage.values[-1][1] - before + 0.1 <= 2 * largest + 0.2

    @both
    def test_that_shift_is_ten_times_finer_and_ctrl_coarser(self, open_stage: Open, kind):
        moved = []
        for modifiers in (PLAIN, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier):
            stage = open_stage(kind)
            stage.drag(W, (0, -50), modifiers=modifiers)
            moved.append(stage.values[-1][1] - stage.value_of(W))
            stage.release()
        assert moved[1] == pytest.approx(moved[0] / 10, rel=0.1)
        assert moved[2] == pytest.approx(moved[0] * 10, rel=0.1)

    @both
    def test_that_the_numbers_are_round(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.drag(W, *([(0, -1)] * 30))
        assert len(stage.values) == 30
        assert all(len(exact(value)) <= 6 for _, value in stage.values)

    @both
    def test_that_the_way_back_leads_to_the_very_same_number(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.drag(W, *([(0, -1)] * 30), *([(0, 1)] * 30))
        assert stage.values[-1] == (W, stage.value_of(W))

    @both
    def test_that_a_click_that_shakes_is_a_click(self, open_stage: Open, kind):
        stage = open_stage(kind)
        place = stage.place_of(W)
        QTest.mousePress(stage.surface, LEFT, pos=place)
        stage.move(place + QPoint(1, 1))
        stage.release()
        stage.move(place + QPoint(40, 40))
        assert (stage.values, stage.pauses, stage.notes()) == ([], [], [])
        assert W in stage.cells

    @both
    def test_that_escape_during_a_drag_puts_the_old_number_back_and_no_key_reaches_the_window(
        self, open_stage: Open, kind
    ):
        stage = open_stage(kind)
        held = QApplication.focusWidget()
        stage.drag(W, (0, -50))
        window = stage.window.windowHandle()
        QTest.keyClick(window, Qt.Key.Key_Space)
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert stage.values[-1] == (W, stage.value_of(W))
        assert stage.fired == []
        asked = len(stage.values)
        stage.move(stage.place_of(W) + QPoint(0, 90))
        stage.release()
        assert len(stage.values) == asked
        assert stage.notes() == []
        if kind is NetworkPanel:
            assert QApplication.focusWidget() is held

    @both
    def test_that_the_number_is_beside_the_mouse_while_it_is_dragged(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.drag(W, (0, -50))
        (note,) = stage.notes()
        assert float(note.split("= ")[1].replace("−", "-")) == stage.values[-1][1]
        assert stage.surface.cursor().shape() == Qt.CursorShape.SizeVerCursor
        stage.release()
        assert stage.notes() == []
        assert stage.surface.cursor().shape() != Qt.CursorShape.SizeVerCursor

    def test_that_a_delta_is_not_dragged(self, open_stage: Open):
        stage = open_stage(MatricesPanel)
        stage.drag(Cell("delta1", 0, 0), (0, -50))
        stage.release()
        assert not stage.values

    @both
    def test_that_what_is_not_a_number_is_typed_over_but_not_dragged(self, open_stage: Open, kind):
        snapshot = moment()
        weights = snapshot.values["W1"].copy()
        weights[W.row, W.column] = np.nan
        stage = open_stage(kind, replace(snapshot, values=dict(snapshot.values) | {"W1": weights}))
        stage.drag(W, (0, -50))
        stage.release()
        assert not stage.values
        stage.type_into(W, "", Qt.Key.Key_Return)
        assert (stage.values, stage.editor.isHidden()) == ([], True)
        stage.type_into(W, "1")
        assert stage.values == [(W, 1.0)]

    @both
    def test_that_another_network_ends_a_drag(self, open_stage: Open, kind):
        stage = open_stage(kind)
        stage.drag(W, (0, -50))
        stage.values.clear()
        stage.show(moment(replace(find_scenario("xor"), layers=(Layer(4, "tanh"), Layer(1, "sigmoid")))))
        stage.move(QPoint(5, 5))
        stage.release()
        assert (stage.values, stage.notes()) == ([], [])


class TestInTheDiagram:
    def test_that_gradients_are_not_edited(self, open_stage: Open):
        stage = open_stage(NetworkPanel, moment(lines=0))
        control = stage.panel.findChild(SegmentedControl)
        QTest.mouseClick(control.findChildren(QWidget)[1], LEFT)
        assert control.chosen_key() == "gradients"
        stage.double_click(W)
        assert stage.editor.isHidden()
        stage.drag(W, (0, -50))
        stage.release()
        assert not stage.values

    def test_that_the_tip_of_an_edge_and_of_a_bias_says_how(self, open_stage: Open):
        stage = open_stage(NetworkPanel)
        for cell, expected in ((W, True), (Cell("b1", 0, 0), True), (Cell("delta1", 0, 0), False)):
            assert ("drag" in stage.tip_at(stage.place_of(cell))) == expected

    def test_that_the_editor_names_the_weight_in_the_convention_and_stays_inside(self, open_stage: Open):
        stage = open_stage(NetworkPanel)
        stage.panel.show_convention("rows")
        stage.double_click(W)
        (name,) = (label.text() for label in stage.editor.findChildren(QLabel) if label.isVisible())
        assert name.startswith("W¹₂₁")
        for cell in (Cell("b1", 2, 0), Cell("b2", 0, 0), Cell("W2", 0, 2)):
            stage.double_click(cell)
            assert stage.surface.rect().contains(stage.editor.geometry())

    def test_that_a_click_on_the_editors_name_leaves_it_open(self, open_stage: Open):
        stage = open_stage(NetworkPanel)
        stage.double_click(W)
        asked = len(stage.cells)
        (name,) = (label for label in stage.editor.findChildren(QLabel) if label.isVisible())
        QTest.mouseClick(name, LEFT)
        assert stage.keyboard.text() == exact(stage.value_of(W))
        assert len(stage.cells) == asked

    def test_that_a_double_click_on_a_unit_is_two_clicks(self, open_stage: Open):
        stage = open_stage(NetworkPanel)
        asked = []
        stage.panel.unit_requested.connect(lambda layer, unit: asked.append((layer, unit)))
        stage.double_click(Cell("delta1", 0, 0))
        place = stage.panel.body().place_of(replace(spot_of(stage.snapshot, Cell("b1", 1, 0)), kind="unit")).toPoint()
        QTest.mouseClick(stage.surface, LEFT, pos=place)
        QTest.mouseDClick(stage.surface, LEFT, pos=place)
        assert asked == [(1, 1), (1, 1)]
        assert stage.editor.isHidden()

    @pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_4])
    def test_that_a_key_opens_the_editor_for_the_selected_weight(self, open_stage: Open, key):
        snapshot = moment()
        stage = open_stage(NetworkPanel, snapshot, with_cell(snapshot, Selection(), W))
        stage.panel.body().setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stage.window.windowHandle(), key)
        assert stage.keyboard.text() == ("4" if key == Qt.Key.Key_4 else exact(stage.value_of(W)))

    def test_that_a_key_opens_the_editor_at_the_selected_edge_and_not_where_another_was_double_clicked(
        self, open_stage: Open
    ):
        snapshot, other = moment(), Cell("W1", 1, 1)
        stage = open_stage(NetworkPanel, snapshot, with_cell(snapshot, Selection(), other))
        stage.panel.body().setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_F2)
        expected = stage.editor.geometry()
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Escape)
        stage.double_click(W)
        assert stage.editor.geometry() != expected
        QTest.keyClick(stage.keyboard, Qt.Key.Key_Escape)
        stage.panel.body().setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(stage.window.windowHandle(), Qt.Key.Key_F2)
        assert stage.editor.geometry() == expected

    def test_that_while_an_edge_is_pressed_no_other_is_marked(self, open_stage: Open):
        stage = open_stage(NetworkPanel)
        other = Cell("W1", 1, 1)
        QTest.mouseMove(stage.surface, stage.place_of(other))
        hovered = stage.surface.grab().toImage()
        stage.panel.body().leaveEvent(None)
        plain = stage.surface.grab().toImage()
        assert hovered != plain
        QTest.mousePress(stage.surface, LEFT, pos=stage.place_of(W))
        stage.move(stage.place_of(W) + QPoint(1, 1))
        assert stage.surface.grab().toImage() == plain
        stage.release()
