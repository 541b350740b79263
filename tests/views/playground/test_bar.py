"""What a person sees of TensorFlow Playground: the bar for its links, features in Setup, and the two-sided plane."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QPoint, Qt
from PyQt6.QtGui import QColor
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLineEdit, QToolButton, QVBoxLayout, QWidget

from nnviz.controller.controller import Controller
from nnviz.model.data.spec import DataSpec
from nnviz.model.network.input_features import FEATURES
from nnviz.model.playground import PlaygroundLink, read_link
from nnviz.model.scenario.edit import with_features
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.session import Session
from nnviz.views.boundary import BoundaryPanel
from nnviz.views.network.names import unit_name
from nnviz.views.network.unit_values import UnitValues
from nnviz.views.playground import PlaygroundBar
from nnviz.views.setup import SetupPanel
from nnviz.views.theme import DARK, LIGHT, apply_theme, signed_colour

LINK = (
    "https://playground.tensorflow.org/#seed=0.12345&networkShape=3&batchSize=30&regularization=L1&regularizationRate=1"
)


# The bar -----------------------------------------------------------------------------------------------------------


class Bench:
    """The bar over a field that had the keyboard before."""

    def __init__(self, qtbot, theme) -> None:
        self.window = QWidget()
        apply_theme(self.window, theme)
        column = QVBoxLayout(self.window)
        self.other, self.bar = QLineEdit(), PlaygroundBar(theme)
        column.addWidget(self.bar)
        column.addWidget(self.other)
        self.asked: list[PlaygroundLink] = []
        self.bar.link_requested.connect(self.asked.append)
        qtbot.addWidget(self.window)
        self.window.resize(900, 400)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.other.setFocus()

    def ask(self, text: str = "") -> PlaygroundBar:
        self.bar.ask()
        if text:
            self.bar.field.clear()
            self.bar.field.insert(text)  # at once, as links are pasted
        return self.bar


@pytest.fixture(params=[LIGHT, DARK], ids=["light", "dark"])
def bench(qtbot, request) -> Bench:
    clipboard = QApplication.clipboard()
    clipboard.clear()
    return Bench(qtbot, request.param)


def test_that_the_bar_is_not_there_until_it_is_asked_for(bench):
    assert not bench.bar.isVisible()

    bench.ask()

    assert bench.bar.isVisible()
    assert bench.bar.field.hasFocus()
    assert not bench.bar.open_button.isEnabled()
    assert not bench.bar.fault.isVisible()


def test_that_a_link_tells_what_is_carried_over_before_it_is_opened(bench):
    bar = bench.ask(LINK)

    assert "stays at 0 for good" in bar.text_of("differs")
    assert "10 samples over" in bar.text_of("kept")
    assert bar.text_of("left") == ""
    assert bar.open_button.isEnabled()
    assert bench.asked == []


def test_that_enter_opens_the_link_and_gives_the_keyboard_back(bench):
    bar = bench.ask(LINK)

    QTest.keyClick(bar.field, Qt.Key.Key_Return)

    assert [link.scenario for link in bench.asked] == [read_link(LINK).scenario]
    assert not bar.isVisible()
    assert bench.other.hasFocus()


def test_that_the_button_opens_the_link(bench):
    bar = bench.ask(LINK)

    QTest.mouseClick(bar.open_button, Qt.MouseButton.LeftButton)

    assert len(bench.asked) == 1


@pytest.mark.parametrize(("text", "reported"), [("hello", "hello"), ("#batchSize=0", "batchSize")])
def test_that_what_is_no_link_is_said_in_place_and_cannot_be_opened(bench, text, reported):
    bar = bench.ask(text)

    QTest.keyClick(bar.field, Qt.Key.Key_Return)

    assert reported in bar.fault.text()
    assert bar.fault.isVisible()
    assert bar.field.property("fault")
    assert not bar.open_button.isEnabled()
    assert bench.asked == []

    bar.field.setText(LINK)

    assert not bar.fault.isVisible()
    assert not bar.field.property("fault")


def test_that_escape_closes_the_bar_and_nothing_is_opened(bench):
    bar = bench.ask(LINK)

    QTest.keyClick(bar.field, Qt.Key.Key_Escape)

    assert not bar.isVisible()
    assert bench.other.hasFocus()
    assert bench.asked == []


def test_that_a_copied_link_is_in_the_field_and_other_text_is_not(bench):
    QApplication.clipboard().setText(f" {LINK}\n")
    assert bench.ask().field.text() == LINK

    QApplication.clipboard().setText("something private")
    assert bench.ask().field.text() == ""


# Features ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def setup(qtbot) -> Callable[..., tuple[SetupPanel, Controller]]:
    def show(scenario: Scenario) -> tuple[SetupPanel, Controller]:
        controller, panel = Controller(scenario), SetupPanel(LIGHT)
        panel.scenario_requested.connect(controller.editing.change_scenario)
        controller.snapshot_changed.connect(panel.show_snapshot)
        qtbot.addWidget(panel)
        panel.resize(280, 900)
        panel.show()
        controller.announce()
        return panel, controller

    return show


def test_that_features_are_taken_and_left_with_a_click(setup):
    panel, controller = setup(Scenario.load("playground"))
    buttons = panel.data.features.buttons
    assert [name for name, button in buttons.items() if button.isChecked()] == ["x1", "x2"]

    buttons["sin-x1"].click()
    buttons["x2"].click()

    snapshot = controller.snapshot
    assert snapshot.scenario.data.features == ("x1", "sin-x1")
    assert snapshot.network.n_inputs == 2
    assert [name for name, button in buttons.items() if button.isChecked()] == ["x1", "sin-x1"]
    assert buttons["sin-x1"].text() == "sin x₁"


def test_that_the_last_feature_stays(setup):
    panel, controller = setup(with_features(Scenario.load("playground"), ("x1-squared",)))
    last = panel.data.features.buttons["x1-squared"]

    last.click()

    assert last.isChecked()
    assert controller.snapshot.scenario.data.features == ("x1-squared",)


def test_that_all_seven_features_can_be_taken(setup):
    panel, controller = setup(Scenario.load("playground"))

    for button in panel.data.features.buttons.values():
        if not button.isChecked():
            button.click()

    assert controller.snapshot.network.n_inputs == len(FEATURES)
    assert panel.data.features.is_marked()


@pytest.mark.parametrize(("name", "offered"), [("xor", True), ("sine", False), ("digits", False)])
def test_that_features_are_offered_for_data_of_two_inputs(setup, name, offered):
    panel, _ = setup(Scenario.load(name))

    assert panel.data.features.isVisible() == offered


# The plane and the diagram -----------------------------------------------------------------------------------------


@pytest.fixture
def boundary(qtbot) -> BoundaryPanel:
    panel = BoundaryPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.resize(420, 360)
    return panel


def colours_of(panel: BoundaryPanel) -> Counter[str]:
    """Count the colours of the panel's pixels, some of them."""
    image = panel.grab().toImage()
    places = (QPoint(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return Counter(QColor(image.pixelColor(place)).name() for place in places)


def full_colours(panel: BoundaryPanel) -> int:
    """Count the pixels in either of the full colours; some are the samples' own."""
    colours = colours_of(panel)
    return sum(colours[signed_colour(LIGHT, side, 1.0).name()] for side in (-1.0, 1.0))


def trained(scenario: Scenario, epochs: int = 5) -> Session:
    session = Session(scenario)
    session.step_epoch(epochs)
    return session


def test_that_the_plane_of_features_is_drawn_over_x1_and_x2(boundary):
    snapshot = trained(with_features(Scenario.load("playground"), tuple(FEATURES)), 40).snapshot()
    boundary.show_snapshot(snapshot)
    boundary.show()

    colours = colours_of(boundary)

    assert boundary.windowTitle() == "Decision boundary"
    assert len(colours) > 20
    assert {signed_colour(LIGHT, side, 1.0).name() for side in (-1.0, 1.0)} <= colours.keys()


def test_that_the_plane_can_be_drawn_as_nothing_but_the_decision(boundary):
    boundary.show_snapshot(trained(Scenario.load("playground")).snapshot())
    boundary.show()
    toggle = next(b for b in boundary.findChildren(QToolButton) if b.accessibleName() == "Only the decision")
    soft = full_colours(boundary)

    toggle.click()

    assert full_colours(boundary) > 4 * soft

    toggle.click()

    assert full_colours(boundary) == soft


def test_that_a_link_says_how_the_plane_is_drawn(boundary):
    boundary.show_snapshot(trained(Scenario.load("playground")).snapshot())
    boundary.draw_as(test=False, discretised=True)
    pressed = {b.accessibleName(): b.isChecked() for b in boundary.findChildren(QToolButton)}

    assert pressed["Only the decision"]
    assert not pressed["Test samples"]


def test_that_inputs_that_are_features_are_named_in_the_diagram():
    snapshot = trained(with_features(Scenario.load("playground"), ("x2", "x1-squared", "sin-x1"))).snapshot()

    assert [unit_name(snapshot, "X", unit) for unit in range(3)] == ["x₂", "x₁²", "sin x₁"]


def test_that_each_feature_has_its_own_scale_in_the_diagram():
    snapshot = trained(with_features(Scenario.load("playground"), ("x1-squared", "sin-x1"))).snapshot()
    units = UnitValues()
    units.take(snapshot, 28)

    pictures = units.picture(0)

    assert pictures is not None
    assert (np.abs(pictures).max(axis=1) > 0.9).all()
    assert units.bounds(0, 1) == (-1.0, 1.0)
    assert units.bounds(0, 0)[1] > 20


@pytest.mark.parametrize("reach", [1.0, 1e-30])
def test_that_a_feature_that_is_0_for_all_samples_is_shown_where_it_is_not(reach):
    """As x₁·x₂ is on the axes; of numbers too small for single precision it is 0 as well."""
    data = DataSpec("explicit", inputs=((reach, 0.0), (0.0, reach)), labels=(0, 1), test_share=0.0)
    scenario = with_features(replace(Scenario.load("playground"), data=data), ("x1-times-x2", "x1"))
    units = UnitValues()
    units.take(Session(scenario).snapshot(), 28)

    pictures = units.picture(0)

    assert pictures is not None
    assert np.isfinite(pictures).all()
