"""The controller: what it announces, and when."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller import session_owner
from nnviz.controller.controller import Controller
from nnviz.model.breakpoints import WentNonFinite
from nnviz.model.data import with_sample_added
from nnviz.model.errors import ModelError
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.session.available_commands import FASTEST, Command, possible
from nnviz.model.session.selection import Cell, Selection
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot


@pytest.fixture
def controller(qapp: object) -> Controller:
    made = Controller(find_scenario("xor"))
    yield made
    made.pause()


def heard(controller: Controller) -> list[Snapshot]:
    snapshots: list[Snapshot] = []
    controller.snapshot_changed.connect(snapshots.append)
    return snapshots


def with_rate(scenario: Scenario, rate: float) -> Scenario:
    return replace(scenario, optimiser=replace(scenario.optimiser, learning_rate=rate))


def test_that_each_step_announces_one_snapshot_of_where_it_stands(controller: Controller) -> None:
    snapshots = heard(controller)
    controller.stepping.step_line()
    controller.stepping.step_update()
    controller.stepping.step_epoch()
    assert [(s.position.update, s.position.line) for s in snapshots] == [(1, 1), (1, 15), (2, 15)]


def test_that_an_engine_is_compiled_for_only_once_the_session_has_been_announced(
    monkeypatch: pytest.MonkeyPatch, qapp: object, qtbot: QtBot
) -> None:
    prepared: list[Session] = []
    monkeypatch.setattr(session_owner, "_WARM_UP", 0)
    monkeypatch.setattr(session_owner, "chosen_engine", lambda: "fastest")
    monkeypatch.setattr(Session, "prepare_engine", lambda session: prepared.append(session))
    controller = Controller(find_scenario("xor"))
    qtbot.wait(50)
    assert prepared == []
    controller.announce()
    qtbot.waitUntil(lambda: len(prepared) == 1)
    controller.open_session(Session(find_scenario("mazur")))
    qtbot.waitUntil(lambda: len(prepared) == 2)
    assert prepared[1].scenario.name == "mazur"
    controller.finish()


def test_that_a_snapshot_is_not_changed_by_later_steps(controller: Controller) -> None:
    controller.stepping.step_update()
    kept = controller.snapshot
    weights = kept.values["W1"].copy()
    for _ in range(5):
        controller.stepping.step_update()
    np.testing.assert_array_equal(kept.values["W1"], weights)
    with pytest.raises(ValueError, match="read-only"):
        kept.values["W1"][0, 0] = 1.0


def test_that_running_goes_on_until_paused_and_learns_xor(controller: Controller, qtbot: QtBot) -> None:
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.metrics.train < 0.05)
    controller.pause()
    stands = controller.snapshot.position
    qtbot.wait(60)
    assert controller.snapshot.position == stands
    assert controller.snapshot.metrics.train_right == 4


def test_that_stepping_pauses_a_run(controller: Controller, qtbot: QtBot) -> None:
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.position.update > 5)
    controller.stepping.step_line()
    assert not controller.run_state.running
    assert controller.snapshot.position.line == 1


def test_that_a_slow_run_makes_updates_one_at_a_time(controller: Controller, qtbot: QtBot) -> None:
    controller.running.set_speed(30.0)
    snapshots = heard(controller)
    controller.running.start()
    qtbot.waitUntil(lambda: len(snapshots) >= 5)
    controller.pause()
    updates = [s.position.update for s in snapshots]
    assert max(np.diff(updates)) <= 4


def test_that_restart_brings_the_same_weights_back(controller: Controller) -> None:
    first = controller.snapshot.values["W1"]
    controller.stepping.advance(20, 3)
    controller.stepping.restart()
    np.testing.assert_array_equal(controller.snapshot.values["W1"], first)
    assert controller.snapshot.position.update == 0


def test_that_running_to_a_line_ends_there_in_this_update_or_the_next(controller: Controller) -> None:
    controller.stepping.run_to_line(9)
    assert (controller.snapshot.position.update, controller.snapshot.position.line) == (1, 9)
    controller.stepping.run_to_line(4)
    assert (controller.snapshot.position.update, controller.snapshot.position.line) == (2, 4)
    controller.stepping.run_to_line(15)
    assert (controller.snapshot.position.update, controller.snapshot.position.line) == (2, 15)
    controller.stepping.run_to_line(1)
    assert (controller.snapshot.position.update, controller.snapshot.position.line) == (3, 1)


def test_that_a_change_of_the_learning_rate_keeps_what_was_learned_and_can_be_undone(controller: Controller) -> None:
    controller.stepping.advance(50, 0)
    weights = controller.snapshot.values["W1"]
    controller.editing.change_scenario(with_rate(controller.snapshot.scenario, 0.1), "Learning rate 0.1")
    np.testing.assert_array_equal(controller.snapshot.values["W1"], weights)
    assert controller.snapshot.scalars["eta"] == 0.1
    assert controller.run_state.undo == "Learning rate 0.1"
    controller.stepping.step_update()
    learned = controller.snapshot.values["W1"]
    controller.editing.undo()
    assert controller.snapshot.scalars["eta"] == 0.42
    assert controller.run_state.redo == "Learning rate 0.1"
    np.testing.assert_array_equal(controller.snapshot.values["W1"], learned)
    controller.editing.redo()
    assert controller.snapshot.scalars["eta"] == 0.1


def test_that_undo_of_a_new_network_brings_the_old_one_back_to_the_last_bit(controller: Controller) -> None:
    controller.stepping.advance(50, 7)
    before = controller.snapshot
    notices: list[str] = []
    controller.notice_given.connect(notices.append)
    layers = (Layer(5, "tanh"), Layer(1, "sigmoid"))
    controller.editing.change_scenario(replace(before.scenario, layers=layers), "Hidden layers 5")
    assert controller.snapshot.position.update == 0
    assert "restarts" in notices[0]
    controller.editing.undo()
    after = controller.snapshot
    assert after.position == before.position
    assert set(after.values) == set(before.values)
    for name, value in before.values.items():
        np.testing.assert_array_equal(after.values[name], value)
    controller.editing.redo()
    assert controller.snapshot.network.sizes == (2, 5, 1)


def test_that_a_change_that_does_not_fit_is_reported_and_changes_nothing(controller: Controller) -> None:
    controller.stepping.advance(3, 0)
    problems: list[ModelError] = []
    controller.problem_found.connect(problems.append)
    before = controller.snapshot
    controller.editing.change_scenario(replace(before.scenario, loss="categorical-cross-entropy"), "Loss")
    assert "softmax" in str(problems[0])
    assert controller.snapshot.scenario == before.scenario
    assert controller.run_state.undo is None
    controller.stepping.step_update()
    assert controller.snapshot.position.update == 4


def test_that_a_sample_added_in_mid_run_is_trained_on_and_undo_removes_it(controller: Controller) -> None:
    controller.stepping.advance(10, 0)
    snapshot = controller.snapshot
    scenario = replace(snapshot.scenario, data=with_sample_added(snapshot.data, (0.5, 0.5), 1))
    controller.editing.change_scenario(scenario, "Add sample")
    controller.stepping.step_update()
    assert controller.snapshot.values["X"].shape == (2, 5)
    controller.editing.undo()
    controller.stepping.step_update()
    assert controller.snapshot.values["X"].shape == (2, 4)
    assert controller.snapshot.position.update == 12


def test_that_a_run_stops_where_the_first_number_is_not_finite_and_says_so(qapp: object, qtbot: QtBot) -> None:
    scenario = find_scenario("sine")
    controller = Controller(with_rate(scenario, 1e6))
    reported: list[WentNonFinite] = []
    controller.breakpoint_stops.went_nonfinite.connect(reported.append)
    controller.running.start()
    qtbot.waitUntil(lambda: bool(reported))
    assert not controller.run_state.running
    assert reported[0].position == controller.snapshot.position
    value = controller.snapshot.values[reported[0].cell.symbol][reported[0].cell.row, reported[0].cell.column]
    assert not np.isfinite(value)


def test_that_choosing_a_cell_chooses_its_unit_and_its_sample_everywhere(controller: Controller) -> None:
    controller.stepping.advance(0, 9)
    chosen: list[Selection] = []
    controller.selection_changed.connect(chosen.append)
    controller.selecting.select_cell(Cell("delta1", 1, 2))
    assert chosen == [Selection(layer=1, unit=(1, 1), cell=Cell("delta1", 1, 2), line=None, sample=2)]
    controller.selecting.follow_cursor()
    assert chosen[-1] == Selection()


def test_that_what_is_gone_with_the_old_network_is_not_selected_any_more(controller: Controller) -> None:
    controller.stepping.step_update()
    controller.selecting.select_unit(1, 2)
    layers = (Layer(2, "tanh"), Layer(1, "sigmoid"))
    controller.editing.change_scenario(replace(controller.snapshot.scenario, layers=layers), "Hidden layers 2")
    assert controller.selection.unit is None
    assert controller.selection.cell is None


def test_that_commands_are_possible_only_when_they_can_act(controller: Controller, qtbot: QtBot) -> None:
    now = possible(controller.snapshot, controller.run_state)
    assert Command.RESTART not in now
    assert {Command.UNDO, Command.REDO, Command.PAUSE, Command.FOLLOW}.isdisjoint(now)
    controller.stepping.step_line()
    controller.running.start()
    now = possible(controller.snapshot, controller.run_state)
    assert Command.RESTART in now
    assert Command.PAUSE in now
    assert Command.RUN not in now


def test_that_opening_another_scenario_starts_it_and_forgets_edits(controller: Controller, tmp_path: Path) -> None:
    controller.editing.change_scenario(with_rate(controller.snapshot.scenario, 0.2), "Learning rate 0.2")
    controller.selecting.select_sample(2)
    controller.open_session(Session(find_scenario("sine")))
    assert controller.snapshot.data.task == "regression"
    assert controller.run_state.undo is None
    assert controller.selection == Selection()


def test_that_the_fastest_speed_is_the_one_to_begin_with(controller: Controller) -> None:
    assert controller.run_state.speed == FASTEST
