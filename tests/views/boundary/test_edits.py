"""Samples on the plane are added, moved, relabelled and removed by mouse and by keys, and Undo reverts it."""

from collections.abc import Callable

import numpy as np
import pytest
from PyQt6.QtCore import QEvent, QPoint, QRectF, Qt
from PyQt6.QtGui import QContextMenuEvent, QKeyEvent
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QToolButton

from nnviz.controller.controller import Controller
from nnviz.model.data import DataSpec
from nnviz.model.network.network import Layer
from nnviz.model.prediction.grid import Extent
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.scenario.suggestion import blank_scenario
from nnviz.model.session.session import Session
from nnviz.views.boundary import BoundaryPanel
from nnviz.views.boundary.canvas import BoundaryCanvas
from nnviz.views.boundary.edits import rounded
from nnviz.views.boundary.menu import SampleMenu
from nnviz.views.plots.predictions.viewport import Viewport
from nnviz.views.theme import LIGHT

ALT = Qt.KeyboardModifier.AltModifier


class Bench:
    """A panel on a controller, with editing on, and what the panel asked for."""

    def __init__(self, qtbot, scenario: Scenario, sample: int | None = None) -> None:
        self.controller = Controller(scenario)
        self.panel = BoundaryPanel(LIGHT)
        qtbot.addWidget(self.panel)
        self.asked: list[str] = []
        self.panel.scenario_requested.connect(self._note)
        self.panel.scenario_requested.connect(self.controller.editing.change_scenario)
        self.panel.sample_requested.connect(self.controller.selecting.select_sample)
        self.controller.snapshot_changed.connect(self.panel.show_snapshot)
        self.controller.selection_changed.connect(self.panel.show_selection)
        self.controller.announce()
        self.controller.selecting.select_sample(sample)
        self.panel.resize(380, 400)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.canvas = self.panel.body()
        assert isinstance(self.canvas, BoundaryCanvas)
        self.edit = next(button for button in self.panel.findChildren(QToolButton) if button.text() == "Edit")
        if self.edit.isEnabled():
            QTest.mouseClick(self.edit, Qt.MouseButton.LeftButton)

    def _note(self, scenario: object, text: str) -> None:
        self.asked.append(text)

    @property
    def data(self):
        return self.controller.snapshot.data

    def pixel(self, first: float, second: float) -> QPoint:
        return self.canvas.scene.viewport().position(first, second).toPoint()

    def click(self, at: QPoint) -> None:
        QTest.mouseClick(self.canvas, Qt.MouseButton.LeftButton, pos=at)

    def press_and_move(self, begin: QPoint, end: QPoint) -> None:
        QTest.mousePress(self.canvas, Qt.MouseButton.LeftButton, pos=begin)
        for step in range(1, 6):
            QTest.mouseMove(self.canvas, begin + (end - begin) * step / 5)

    def release(self, at: QPoint) -> None:
        QTest.mouseRelease(self.canvas, Qt.MouseButton.LeftButton, pos=at)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, modifiers)

    def reported(self) -> list[str]:
        labels = self.canvas.findChildren(QLabel)
        return [label.text() for label in labels if label.property("role") == "fault" and label.isVisible()]

    def menu(self, at: QPoint) -> SampleMenu:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, self.canvas.mapToGlobal(at))
        QApplication.sendEvent(self.canvas, event)
        menu = self.panel.findChild(SampleMenu)
        assert menu.isVisible()
        return menu


@pytest.fixture
def bench(qtbot) -> Callable[..., Bench]:
    def make(scenario: Scenario | None = None, sample: int | None = None) -> Bench:
        return Bench(qtbot, scenario or find_scenario("xor"), sample)

    return make


def regression(inputs: int) -> Scenario:
    rows = np.random.default_rng(3).uniform(-1, 1, (12, inputs))
    targets = tuple((float(value),) for value in rows.sum(axis=1))
    data = DataSpec("explicit", inputs=tuple(map(tuple, rows.tolist())), targets=targets)
    layers = (Layer(3, "tanh"), Layer(1, "identity"))
    return Scenario({"en": "own"}, data, layers, "half-squared", optimiser=OptimiserSpec("adam", 0.02))


# Drawing -------------------------------------------------------------------------------------------------------------


def take_brush(it: Bench, label: str) -> None:
    for text in ("Draw", label):
        QTest.mouseClick(button(it, text), Qt.MouseButton.LeftButton)


def button(it: Bench, text: str) -> QToolButton:
    return next(b for b in it.canvas.findChildren(QToolButton) if b.text() == text)


def test_that_a_stroke_of_the_brush_adds_samples_of_the_chosen_class_in_one_edit(bench) -> None:
    it = bench()
    take_brush(it, "1")
    it.press_and_move(it.pixel(0.2, 0.5), it.pixel(0.8, 0.5))
    it.release(it.pixel(0.8, 0.5))
    added = it.data.n_samples - 4
    assert 3 <= added <= 30
    assert it.asked == [f"Draw samples: {added}"]
    assert (it.data.labels[4:] == 1).all()
    np.testing.assert_allclose(it.data.X[1, 4:], 0.5, atol=0.01)
    assert (np.diff(it.data.X[0, 4:]) > 0).all()
    it.controller.editing.undo()
    assert it.data.n_samples == 4


def test_that_the_brush_paints_over_a_sample_and_does_not_move_it(bench) -> None:
    it = bench()
    before = it.data.X.copy()
    take_brush(it, "0")
    it.press_and_move(it.pixel(0, 0), it.pixel(0.3, 0.3))
    it.release(it.pixel(0.3, 0.3))
    np.testing.assert_array_equal(it.data.X[:, :4], before)
    assert it.data.n_samples > 4


def test_that_escape_gives_a_stroke_up(bench) -> None:
    it = bench()
    take_brush(it, "1")
    it.press_and_move(it.pixel(0.2, 0.5), it.pixel(0.8, 0.5))
    it.key(Qt.Key.Key_Escape)
    it.release(it.pixel(0.8, 0.5))
    assert it.asked == []


def test_that_there_is_no_brush_for_targets(bench) -> None:
    it = bench(find_scenario("sine"))
    assert not button(it, "Draw").isVisible()


def test_that_a_person_draws_data_from_nothing_and_the_network_learns_them(bench) -> None:
    it = bench(blank_scenario())
    QTest.mouseClick(it.edit, Qt.MouseButton.LeftButton)
    it.panel.begin_drawing()
    for label, (begin, end) in (("0", ((-0.9, 0.5), (0.9, 0.5))), ("1", ((-0.9, -0.5), (0.9, -0.5)))):
        QTest.mouseClick(button(it, label), Qt.MouseButton.LeftButton)
        it.press_and_move(it.pixel(*begin), it.pixel(*end))
        it.release(it.pixel(*end))
    assert it.data.n_samples > 8
    session = Session(it.controller.snapshot.scenario)
    session.step_update(400)
    assert session.snapshot().metrics.train_accuracy == 1.0


# Adding --------------------------------------------------------------------------------------------------------------


def test_that_a_click_on_an_empty_place_adds_a_sample_of_the_chosen_class_there(bench) -> None:
    it = bench()
    button = next(b for b in it.canvas.findChildren(QToolButton) if b.text() == "1")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    it.click(it.pixel(0.5, 0.25))
    assert it.asked == ["Add sample 5"]
    np.testing.assert_allclose(it.data.X[:, 4], (0.5, 0.25), atol=0.005)
    assert it.data.labels[4] == 1
    assert 4 in it.data.train


def test_that_clicks_change_nothing_while_editing_is_off(bench) -> None:
    it = bench()
    QTest.mouseClick(it.edit, Qt.MouseButton.LeftButton)
    it.click(it.pixel(0.5, 0.25))
    it.press_and_move(it.pixel(0, 1), it.pixel(0.4, 0.4))
    it.release(it.pixel(0.4, 0.4))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_L, Qt.Key.Key_Insert):
        it.key(key)
    assert it.asked == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Insert, Qt.Key.Key_Plus])
def test_that_a_key_adds_a_sample_in_the_middle(bench, key) -> None:
    it = bench()
    it.key(key)
    assert it.asked == ["Add sample 5"]
    np.testing.assert_allclose(it.data.X[:, 4], (0.5, 0.5), atol=0.01)


def test_that_a_sample_can_be_of_any_class_that_the_network_has_an_output_for(bench) -> None:
    it = bench(find_scenario("three-class-spiral"))
    classes = [b.text() for b in it.canvas.findChildren(QToolButton) if b.text() not in ("", "Draw", "?")]
    assert classes == ["0", "1", "2"]


def test_that_a_click_on_a_fitted_curve_adds_a_sample_with_that_target(bench) -> None:
    it = bench(find_scenario("sine"))
    before = it.data.n_samples
    it.click(it.pixel(4.0, -0.7))
    assert it.asked == [f"Add sample {before + 1}"]
    assert it.data.X[0, before] == pytest.approx(4.0, abs=0.05)
    assert it.data.targets[0, before] == pytest.approx(-0.7, abs=0.05)


def test_that_a_sample_without_a_target_is_not_added_and_that_is_said_in_place(bench) -> None:
    it = bench(regression(2))
    it.key(Qt.Key.Key_Insert)
    assert it.asked == []
    assert it.reported() == ["Not added: a new sample here would have no target."]


# Moving --------------------------------------------------------------------------------------------------------------


def test_that_dragging_a_sample_asks_once_when_it_is_let_go(bench) -> None:
    it = bench()
    begin, end = it.pixel(0, 1), it.pixel(0.4, 0.7)
    it.press_and_move(begin, end)
    assert it.asked == []
    np.testing.assert_array_equal(it.data.X[:, 1], (0, 1))
    it.release(end)
    assert it.asked == ["Move sample 2"]
    np.testing.assert_allclose(it.data.X[:, 1], (0.4, 0.7), atol=0.005)
    assert it.controller.selection.sample == 1


def test_that_a_dragged_sample_is_drawn_under_the_mouse(bench) -> None:
    it = bench()
    begin, end = it.pixel(0, 1), it.pixel(0.4, 0.65)
    before = it.canvas.grab().toImage().pixelColor(end)
    it.press_and_move(begin, end)
    assert it.canvas.grab().toImage().pixelColor(end).name().upper() == LIGHT.classes[1]
    QTest.keyClick(it.canvas, Qt.Key.Key_Escape)
    assert it.canvas.grab().toImage().pixelColor(end) == before
    it.release(end)
    assert it.asked == []


def test_that_a_sample_dragged_out_of_the_plot_stays_at_its_edge(bench) -> None:
    it = bench()
    end = QPoint(-60, it.pixel(0, 1).y())
    it.press_and_move(it.pixel(0, 1), end)
    it.release(end)
    assert it.data.X[0, 1] == pytest.approx(it.canvas.scene.viewport().extent.left, abs=0.01)


def test_that_the_view_does_not_jump_under_an_edit(bench) -> None:
    it = bench()
    before = it.canvas.scene.viewport()
    for begin, end in [((1, 1), (0.8, 0.8)), ((0, 0), (0.2, 0.1))]:
        it.press_and_move(it.pixel(*begin), it.pixel(*end))
        it.release(it.pixel(*end))
    it.click(it.pixel(0.5, 1.2))
    it.controller.editing.undo()
    assert it.canvas.scene.viewport() == before


def test_that_alt_and_arrows_move_the_selected_sample_by_small_steps(bench) -> None:
    it = bench(sample=0)
    it.key(Qt.Key.Key_Right, ALT)
    it.key(Qt.Key.Key_Up, ALT)
    assert it.asked == ["Move sample 1", "Move sample 1"]
    step = it.canvas.scene.viewport().extent.width / 100
    np.testing.assert_allclose(it.data.X[:, 0], (step, step), atol=0.002)


def test_that_a_key_held_down_asks_once_when_it_is_let_go(bench) -> None:
    it = bench(sample=0)
    for repeats in range(4):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, ALT, "", repeats > 0)
        QApplication.sendEvent(it.canvas, event)
    assert it.asked == []
    QApplication.sendEvent(it.canvas, QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Right, ALT))
    assert it.asked == ["Move sample 1"]
    assert it.data.X[0, 0] == pytest.approx(it.canvas.scene.viewport().extent.width / 25, abs=0.005)


def test_that_dragging_a_sample_of_a_fitted_curve_changes_its_target(bench) -> None:
    it = bench(find_scenario("sine"))
    sample = int(it.data.train[3])
    x, y = float(it.data.X[0, sample]), float(it.data.targets[0, sample])
    end = it.pixel(x, y + 1.0)
    it.press_and_move(it.pixel(x, y), end)
    it.release(end)
    assert it.asked == [f"Move sample {sample + 1}"]
    assert it.data.targets[0, sample] == pytest.approx(y + 1.0, abs=0.05)


# Relabelling and removing --------------------------------------------------------------------------------------------


def test_that_l_gives_the_selected_sample_the_next_class(bench) -> None:
    it = bench(sample=1)
    it.key(Qt.Key.Key_L)
    assert it.asked == ["Relabel sample 2"]
    assert it.data.labels.tolist() == [0, 0, 1, 0]
    it.key(Qt.Key.Key_L)
    assert it.data.labels.tolist() == [0, 1, 1, 0]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_that_a_key_removes_the_selected_sample(bench, key) -> None:
    it = bench(sample=2)
    it.key(key)
    assert it.asked == ["Remove sample 3"]
    np.testing.assert_array_equal(it.data.X, [[0, 0, 1], [0, 1, 1]])


def test_that_the_last_training_sample_stays_and_that_is_said_in_place(bench) -> None:
    data = DataSpec("explicit", inputs=((0.0, 0.0), (1.0, 1.0)), labels=(0, 1), test=(1,))
    scenario = Scenario({"en": "own"}, data, (Layer(1, "sigmoid"),), "binary-cross-entropy")
    it = bench(scenario, sample=0)
    it.key(Qt.Key.Key_Delete)
    assert it.asked == []
    assert it.reported() == ["Not possible: the last training sample"]
    it.click(it.pixel(1, 1))
    assert it.reported() == []


def test_that_the_buttons_below_act_on_the_selected_sample(bench) -> None:
    it = bench(sample=3)
    for name in ("next class", "Remove"):
        button = next(b for b in it.canvas.findChildren(QToolButton) if name in b.toolTip())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert it.asked == ["Relabel sample 4", "Remove sample 4"]
    assert it.data.labels.tolist() == [0, 1, 1]


def test_that_the_menu_of_a_sample_relabels_and_removes_it(bench) -> None:
    it = bench(find_scenario("three-class-spiral"))
    sample, label = 7, int(it.data.labels[7])
    at = it.pixel(*it.data.X[:, sample].tolist())
    menu = it.menu(at)
    texts = [action.text() for action in menu.actions() if action.text().startswith("Relabel")]
    assert texts == [f"Relabel as class {other}" for other in range(3) if other != label]
    action = next(action for action in menu.actions() if action.text().startswith("Remove"))
    action.trigger()
    menu.close()
    assert len(it.asked) == 1
    assert it.asked[0].startswith("Remove sample")
    assert it.data.n_samples == 299


def test_that_the_menu_of_an_empty_place_adds_there(bench) -> None:
    it = bench()
    menu = it.menu(it.pixel(0.5, 0.25))
    next(action for action in menu.actions() if action.text() == "Add a sample here").trigger()
    menu.close()
    np.testing.assert_allclose(it.data.X[:, 4], (0.5, 0.25), atol=0.005)


def test_that_the_menu_offers_no_edits_while_editing_is_off_but_to_begin(bench) -> None:
    it = bench()
    QTest.mouseClick(it.edit, Qt.MouseButton.LeftButton)
    menu = it.menu(it.pixel(0, 1))
    assert [a.text().partition("\t")[0] for a in menu.actions() if a.text()] == ["Edit data", "Show all"]
    menu.actions()[-2].trigger()
    menu.close()
    assert it.edit.isChecked()


# Together with the controller ----------------------------------------------------------------------------------------


def test_that_undo_and_redo_bring_back_the_very_same_samples(bench) -> None:
    it = bench(sample=1)
    before = it.data
    it.key(Qt.Key.Key_Delete)
    after = it.data
    assert it.controller.run_state.undo == "Remove sample 2"
    it.controller.editing.undo()
    np.testing.assert_array_equal(it.data.X, before.X)
    np.testing.assert_array_equal(it.data.labels, before.labels)
    it.controller.editing.redo()
    np.testing.assert_array_equal(it.data.X, after.X)


def test_that_an_edit_keeps_what_the_network_has_learned(bench) -> None:
    it = bench()
    for _ in range(30):
        it.controller.stepping.step_update()
    learned = it.controller.snapshot.values["W1"]
    it.press_and_move(it.pixel(0, 1), it.pixel(0.1, 0.9))
    it.release(it.pixel(0.1, 0.9))
    np.testing.assert_array_equal(it.controller.snapshot.values["W1"], learned)


def test_that_samples_of_three_inputs_cannot_be_edited_and_the_button_says_why(bench) -> None:
    it = bench(regression(3))
    assert not it.edit.isEnabled()
    assert "more than two inputs" in it.edit.toolTip()


def test_that_editing_ends_when_data_come_that_cannot_be_edited(bench) -> None:
    it = bench()
    it.controller.open_session(Session(regression(3)))
    assert not it.edit.isChecked()
    it.key(Qt.Key.Key_Delete)
    assert it.asked == []


def test_that_the_transports_keys_are_left_to_the_window(bench) -> None:
    it = bench(sample=1)
    for key, modifiers, taken in [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, False),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, False),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, True),
        (Qt.Key.Key_Left, ALT, True),
    ]:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
        event.ignore()
        QApplication.sendEvent(it.canvas, event)
        assert event.isAccepted() == taken, key


def test_that_a_hand_aims_no_finer_than_a_pixel() -> None:
    viewport = Viewport(Extent(-0.25, 1.25, -0.25, 1.25), QRectF(0, 0, 236, 236))
    assert rounded((0.487179487, 0.333333333), viewport) == (0.487, 0.333)
