"""Training maps in the background, with real processes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller.map_training import MapTraining
from nnviz.model.errors import ModelError
from nnviz.model.map import MapPlan, MapState, csv_text, read_axis, train_cell
from nnviz.model.scenario.file import find_scenario

pytestmark = pytest.mark.slow  # they start processes


@pytest.fixture
def training(qtbot: QtBot) -> Iterator[MapTraining]:
    made = MapTraining()
    yield made
    made.close()


def plan_of(across: str = "seed=0:3", up: str = "learning-rate=0.1,1", updates: int = 40) -> MapPlan:
    return MapPlan(find_scenario("xor"), read_axis(across), read_axis(up), updates)


def wait_for_end(training: MapTraining, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not training.state.running)


def test_that_a_map_is_trained_while_the_event_loop_runs(training: MapTraining, qtbot: QtBot) -> None:
    reported: list[MapState] = []
    training.map_changed.connect(reported.append)
    plan = plan_of()
    training.start(plan)
    assert reported[0].running
    assert reported[0].results == {}
    wait_for_end(training, qtbot)
    assert {cell: train_cell(plan, *cell) for cell in plan.cells()} == training.state.results
    assert reported[-1] is training.state
    counts = [len(state.results) for state in reported]
    assert counts == sorted(counts)


def test_that_what_was_reported_before_stays_as_it_was(training: MapTraining, qtbot: QtBot) -> None:
    reported: list[tuple[MapState, int]] = []
    training.map_changed.connect(lambda state: reported.append((state, len(state.results))))
    training.start(plan_of())
    wait_for_end(training, qtbot)
    assert all(len(state.results) == count for state, count in reported)


def test_that_cancel_ends_at_once_and_keeps_what_there_is(training: MapTraining, qtbot: QtBot) -> None:
    training.start(plan_of("seed=0:9", "learning-rate=0.01:10:log:7", 50_000))
    qtbot.waitUntil(lambda: len(training.state.results) > 0)
    kept = training.state.results
    training.cancel()
    assert not training.state.running
    assert training.state.results == kept
    qtbot.wait(300)
    assert training.state.results == kept


def test_that_another_map_takes_the_place_of_the_first(training: MapTraining, qtbot: QtBot) -> None:
    training.start(plan_of("seed=0:9", "learning-rate=0.01:10:log:7", 1_000_000))
    second = plan_of("seed=0,1", "noise=0,0.1")
    training.start(second)
    wait_for_end(training, qtbot)
    assert training.state.plan is second
    assert set(training.state.results) == set(second.cells())


def test_that_a_map_that_cannot_be_made_is_reported_and_leaves_the_last(training: MapTraining, qtbot: QtBot) -> None:
    training.start(plan_of())
    wait_for_end(training, qtbot)
    before = training.state
    with qtbot.waitSignal(training.problem_found) as caught:
        training.start(plan_of("seed=0,1", "seed=0,1"))
    assert isinstance(caught.args[0], ModelError)
    assert training.state is before


def test_that_a_cluster_that_is_not_there_is_reported(training: MapTraining, qtbot: QtBot) -> None:
    with qtbot.waitSignal(training.problem_found) as caught:
        training.start(plan_of(), "tcp://127.0.0.1:1")
        assert training.state.running
    assert "tcp://127.0.0.1:1" in str(caught.args[0])
    assert not training.state.running


def test_that_a_map_is_saved(training: MapTraining, qtbot: QtBot, tmp_path: Path) -> None:
    plan = plan_of()
    training.start(plan)
    wait_for_end(training, qtbot)
    training.save(tmp_path / "map.csv")
    assert (tmp_path / "map.csv").read_text() == csv_text(plan, training.state.results)
    with qtbot.waitSignal(training.problem_found) as caught:
        training.save(tmp_path / "nowhere" / "map.csv")
    assert isinstance(caught.args[0], ModelError)


def test_that_closing_in_the_midst_of_a_map_leaves_nothing_running(qtbot: QtBot) -> None:
    training = MapTraining()
    training.start(plan_of("seed=0:9", "learning-rate=0.01:10:log:7", 1_000_000))
    qtbot.wait(500)
    running = training._running
    assert running is not None
    training.close()
    assert not running._thread.is_alive()
