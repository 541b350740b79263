"""Settings of training that are lists, and the optimiser's state to start from, in the Setup panel."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QWidget

from nnviz.controller.controller import Controller
from nnviz.model.scenario.edit import with_optimiser
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.views.setup import SetupPanel
from nnviz.views.theme import LIGHT

XOR = find_scenario("xor")


class Bench:
    """A Setup panel on a controller, as in the window."""

    def __init__(self, scenario: Scenario) -> None:
        self.controller = Controller(scenario)
        self.panel = SetupPanel(LIGHT)
        self.panel.scenario_requested.connect(self.controller.editing.change_scenario)
        self.controller.snapshot_changed.connect(self.panel.show_snapshot)
        self.panel.resize(300, 900)
        self.panel.show()
        self.controller.announce()

    @property
    def scenario(self) -> Scenario:
        return self.controller.snapshot.scenario


@pytest.fixture
def build(qtbot) -> Callable[[Scenario], Bench]:
    def make(scenario: Scenario) -> Bench:
        bench = Bench(scenario)
        qtbot.addWidget(bench.panel)
        qtbot.waitExposed(bench.panel)
        bench.panel.activateWindow()
        return bench

    return make


def enter(qtbot, field: QWidget, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_each_layer_can_have_a_rate_of_its_own(build, qtbot) -> None:
    bench = build(XOR)
    row = bench.panel.training.layer_rates
    assert row.edit.text() == ""
    enter(qtbot, row.edit, "1/4; -")
    assert [layer.learning_rate for layer in bench.scenario.layers] == [0.25, None]
    assert row.edit.text() == "0.25, η"
    snapshot = bench.controller.snapshot
    assert "η¹" in " ".join(line.formula(snapshot.labels) for line in snapshot.program)
    enter(qtbot, row.edit, "")
    assert bench.scenario.layers == XOR.layers


@pytest.mark.parametrize("text", ["0.1", "0.1, 0.2, 0.3", "0.1, -2", "0.1, much"])
def test_that_rates_that_do_not_fit_the_layers_are_refused_at_the_field(build, qtbot, text: str) -> None:
    bench = build(XOR)
    enter(qtbot, bench.panel.training.layer_rates.edit, text)
    assert bench.scenario == XOR
    faults = [label.text() for label in bench.panel.findChildren(QLabel) if label.isVisible()]
    assert any("As many numbers" in text for text in faults)


def test_that_a_schedule_from_a_list_is_chosen_and_its_factors_are_written(build, qtbot) -> None:
    bench = build(XOR)
    schedule = bench.panel.training.schedule
    assert schedule.factors.isHidden()
    schedule.schedule.combo.chosen.emit("list")
    assert bench.scenario.optimiser.schedule.factors == (1.0,)
    assert not schedule.factors.isHidden()
    enter(qtbot, schedule.factors.edit, "1, 1, 0.5")
    assert bench.scenario.optimiser.schedule.factors == (1.0, 1.0, 0.5)
    enter(qtbot, schedule.factors.edit, "")
    assert bench.scenario.optimiser.schedule.factors == (1.0, 1.0, 0.5)


def test_that_a_state_that_is_given_can_be_left_out_and_its_updates_be_set(build, qtbot) -> None:
    adam = with_optimiser(XOR, "adam")
    given = {"vW1": ((0.1, 0.2),) * XOR.layers[0].units}
    bench = build(replace(adam, optimiser=replace(adam.optimiser, state=given, steps=3)))
    rows = bench.panel.training.state
    assert rows.state.combo.option("given").enabled
    assert rows.steps.field.value() == 3
    enter(qtbot, rows.steps.field.line_edit(), "5")
    assert bench.scenario.optimiser.steps == 5
    rows.state.combo.chosen.emit("zero")
    assert bench.scenario.optimiser.state == {}
    assert rows.state.isHidden()


def test_that_an_optimiser_that_remembers_nothing_has_no_row_for_a_state(build) -> None:
    bench = build(XOR)
    rows = bench.panel.training.state
    assert rows.state.isHidden()
    assert rows.steps.isHidden()
