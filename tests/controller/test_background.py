"""What takes long is computed in the background: the window stays responsive, and the numbers are the same."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PyQt6.QtCore import QObject
from pytestqt.qtbot import QtBot

from nnviz.controller.background import BackgroundWork
from nnviz.controller.controller import Controller
from nnviz.model.breakpoints import Breakpoint, LineReached, LossBelow
from nnviz.model.engine.workspace import Workspace
from nnviz.model.errors import ModelError
from nnviz.model.history.position import Position
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.available_commands import Command, RunState, possible
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.session.snapshot import Snapshot


class Gate:
    """Holds lines back, in whatever thread they run, until they are let through."""

    def __init__(self) -> None:
        self.is_shut = False
        self._through = threading.Semaphore(0)
        self._standing = 0

    def pass_through(self) -> None:
        if self.is_shut:
            self._standing += 1
            assert self._through.acquire(timeout=60)

    def wait(self, qtbot: QtBot) -> None:
        """Wait until another line stands before it."""
        qtbot.waitUntil(lambda: self._standing > 0)
        self._standing -= 1

    def let(self) -> None:
        """Let the line through that stands before it."""
        self._through.release()

    def open(self) -> None:
        """Hold no lines back any more."""
        self.is_shut = False
        self._through.release()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made, run_line = Gate(), Workspace.run_line

    def guarded(workspace: Workspace, number: int) -> None:
        made.pass_through()
        run_line(workspace, number)

    monkeypatch.setattr(Workspace, "run_line", guarded)
    return made


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nnviz.model.engine.cost._LARGE", 1)


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    made = Controller(find_scenario("xor"))
    yield made
    made.finish()


def settled(qtbot: QtBot, controller: Controller) -> Snapshot:
    qtbot.waitUntil(lambda: not controller.owner.background.is_busy)
    return controller.snapshot


def stands(snapshot: Snapshot) -> tuple[int, int]:
    return snapshot.position.update, snapshot.position.line


def assert_same(one: Snapshot, other: Snapshot) -> None:
    assert one.position == other.position
    assert list(one.values) == list(other.values)
    for symbol, array in one.values.items():
        np.testing.assert_array_equal(array, other.values[symbol], symbol)
    assert one.metrics == other.metrics
    for name in ("least", "greatest", "at", "train"):
        np.testing.assert_array_equal(getattr(one.curve, name), getattr(other.curve, name), name)


def stepped(snapshot: Snapshot, name: str = "xor") -> Snapshot:
    """Return what a session that is not interrupted holds at the same place."""
    session = Session(find_scenario(name))
    position = snapshot.position
    session.step_update(position.update - position.is_inside)
    if position.is_inside:
        session.step_line(position.line)
    return session.snapshot()


@pytest.mark.parametrize("name", ["xor", "partial"])
@pytest.mark.slow
def test_that_a_run_beside_the_window_gives_the_bits_of_a_session_that_steps(qtbot: QtBot, name: str) -> None:
    name = "tests/fixtures/partial-batch.json" if name == "partial" else name
    controller = Controller(find_scenario(name))
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.position.update > 150)
    controller.pause()
    assert_same(settled(qtbot, controller), stepped(controller.snapshot, name))
    controller.stepping.step_line()
    controller_line = settled(qtbot, controller)
    assert_same(controller_line, stepped(controller_line, name))


def test_that_a_pause_is_reported_at_once_and_the_work_ends_after_its_line(
    qtbot: QtBot, controller: Controller, gate: Gate
) -> None:
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.position.update > 3)
    gate.is_shut = True
    gate.wait(qtbot)
    controller.pause()
    assert not controller.run_state.running
    gate.open()
    stopped = settled(qtbot, controller)
    assert_same(stopped, stepped(stopped))
    controller.stepping.step_update()
    assert_same(settled(qtbot, controller), stepped(controller.snapshot))
    assert not controller.snapshot.position.is_inside


def test_that_a_step_can_be_paused_inside_its_update(qtbot: QtBot, controller: Controller, gate: Gate) -> None:
    gate.is_shut = True
    controller.stepping.step_update()
    for _ in range(3):
        gate.wait(qtbot)
        gate.let()
    gate.wait(qtbot)
    controller.pause()
    gate.open()
    assert stands(settled(qtbot, controller)) == (1, 4)
    controller.stepping.step_update()
    assert_same(settled(qtbot, controller), stepped(controller.snapshot))


def test_that_of_the_moves_asked_for_meanwhile_the_newest_one_is_made(
    qtbot: QtBot, controller: Controller, gate: Gate
) -> None:
    gate.is_shut = True
    controller.stepping.step_update()
    gate.wait(qtbot)
    controller.stepping.step_epoch()
    controller.stepping.step_line()
    assert stands(controller.snapshot) == (0, 0)
    gate.open()
    qtbot.waitUntil(lambda: stands(controller.snapshot) == (1, 2))
    assert_same(settled(qtbot, controller), stepped(controller.snapshot))


def test_that_an_edit_waits_for_the_line_and_belongs_after_it(qtbot: QtBot, controller: Controller, gate: Gate) -> None:
    gate.is_shut = True
    controller.stepping.step_update()
    gate.wait(qtbot)
    threading.Timer(0.05, gate.open).start()
    controller.editing.set_value(Cell("W1", 0, 1), 0.5)
    session = Session(find_scenario("xor"))
    session.step_line()
    session.set_value("W1", (0, 1), 0.5)
    assert_same(controller.snapshot, session.snapshot())
    controller.stepping.step_update()
    session.step_update()
    assert_same(settled(qtbot, controller), session.snapshot())
    controller.editing.undo()
    session.undo()
    assert_same(settled(qtbot, controller), session.snapshot())


def test_that_going_back_beside_the_window_is_exact(qtbot: QtBot, controller: Controller) -> None:
    session = Session(find_scenario("xor"))
    controller.stepping.advance(100, 3)
    settled(qtbot, controller)
    session.step_update(100)
    session.step_line(3)
    for command, move in (
        (controller.stepping.step_back_line, session.step_back_line),
        (controller.stepping.step_back_update, session.step_back_update),
        (controller.stepping.restart, session.restart),
    ):
        command()
        move()
        assert_same(settled(qtbot, controller), session.snapshot())


def test_that_breakpoints_stop_a_run_beside_the_window_where_they_stop_any(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = []
    for large in (1, 10**9):
        monkeypatch.setattr("nnviz.model.engine.cost._LARGE", large)
        controller = Controller(find_scenario("xor"))
        stops: list[object] = []
        controller.breakpoint_stops.stopped_at.connect(stops.append)
        controller.breakpoints.add(LossBelow(0.6))
        controller.running.start()
        qtbot.waitUntil(lambda c=controller: not c.run_state.running)
        controller.breakpoints.add(LineReached("delta1"))
        controller.stepping.step_update()
        settled(qtbot, controller)
        places.append((stands(controller.snapshot), [[(s.position, s.breakpoint) for s in stop] for stop in stops]))
    assert places[0] == places[1]
    assert len(places[0][1]) == 2
    assert isinstance(places[0][1][0][0][1], Breakpoint)


def test_that_a_run_beside_the_window_stops_at_the_first_number_that_is_not_finite(qtbot: QtBot) -> None:
    scenario = replace(find_scenario("sine"), optimiser=OptimiserSpec("gradient-descent", 1e6))
    controller = Controller(scenario)
    went: list[object] = []
    controller.breakpoint_stops.went_nonfinite.connect(went.append)
    controller.running.start()
    qtbot.waitUntil(lambda: bool(went))
    session = Session(scenario)
    while session.is_finite:
        session.step_line()
    assert stands(controller.snapshot) == stands(session.snapshot())
    assert not controller.run_state.running


def test_that_what_cannot_be_done_is_reported_and_what_there_was_is_shown(qtbot: QtBot, controller: Controller) -> None:
    problems: list[object] = []
    controller.problem_found.connect(problems.append)
    before = controller.snapshot
    controller.stepping.seek(10**9)
    settled(qtbot, controller)
    assert [type(problem) for problem in problems] == [ModelError]
    assert controller.snapshot is before


def test_that_what_takes_long_is_reported_and_can_be_paused(qtbot: QtBot, controller: Controller, gate: Gate) -> None:
    gate.is_shut = True
    states: list[RunState] = []
    controller.run_state_changed.connect(states.append)
    controller.stepping.step_line()
    gate.wait(qtbot)
    qtbot.waitUntil(lambda: controller.run_state.computing is not None)
    assert controller.run_state.computing == Position(1, 1, 15, 1)
    assert Command.PAUSE in possible(controller.snapshot, controller.run_state)
    controller.running.toggle()
    assert not controller.run_state.running
    assert controller.run_state.afterwards == "pause"
    controller.stepping.step_line()
    assert controller.run_state.afterwards == "move"
    gate.open()
    settled(qtbot, controller)
    assert controller.run_state.computing is None
    assert controller.run_state.afterwards == ""
    assert Command.RUN in possible(controller.snapshot, controller.run_state)


def test_that_a_search_of_the_past_beside_the_window_finds_the_same(qtbot: QtBot, controller: Controller) -> None:
    controller.stepping.advance(60, 0)
    settled(qtbot, controller)
    controller.breakpoints.add(LineReached("delta1"))
    controller.running.run_back()
    qtbot.waitUntil(lambda: not controller.run_state.running and not controller.owner.background.is_busy)
    line = controller.snapshot.program.line_of["delta1"]
    assert stands(controller.snapshot) == (60, line)


@pytest.mark.slow
def test_that_a_search_that_is_broken_off_ends_where_it_began(qtbot: QtBot, controller: Controller) -> None:
    controller.stepping.advance(3000, 2)
    settled(qtbot, controller)
    controller.breakpoints.add(LossBelow(1e-9))
    controller.running.run_back()
    qtbot.waitUntil(lambda: controller.owner.background.is_busy)
    controller.pause()
    qtbot.waitUntil(lambda: not controller.is_searching)
    assert stands(settled(qtbot, controller)) == (3001, 2)


def test_that_reaching_an_update_of_the_future_ends_there(qtbot: QtBot, controller: Controller) -> None:
    controller.running.reach(200, 4)
    qtbot.waitUntil(lambda: not controller.run_state.running)
    session = Session(find_scenario("xor"))
    session.step_update(200)
    session.seek(200, 4)
    assert stands(settled(qtbot, controller)) == (200, 4)
    np.testing.assert_array_equal(controller.snapshot.values["W1"], session.value("W1"))


def test_that_a_copy_to_compare_with_and_a_watch_wait_for_the_line(
    qtbot: QtBot, controller: Controller, gate: Gate
) -> None:
    controller.announce()
    for ask in (controller.comparison.add_copy, lambda: controller.charting.watch("norm(dW1)")):
        gate.is_shut = True
        controller.stepping.step_update()
        gate.wait(qtbot)
        threading.Timer(0.05, gate.open).start()
        ask()
        assert not controller.owner.background.is_busy
        assert controller.snapshot.position.is_inside
    controller.comparison.clear()
    controller.watches.clear()


def test_that_finishing_leaves_no_thread(qtbot: QtBot, controller: Controller, gate: Gate) -> None:
    gate.is_shut = True
    controller.running.start()
    gate.wait(qtbot)
    threading.Timer(0.05, gate.open).start()
    controller.finish()
    assert not any(thread.name == "background work" for thread in threading.enumerate())
    assert not controller.run_state.running


class TestBackgroundWork:
    def test_that_the_end_of_a_job_that_was_taken_already_is_not_reported_of_the_next(self, qtbot: QtBot) -> None:
        work, reported, hold = BackgroundWork(), [], threading.Event()
        work.ended.connect(lambda: reported.append(work.take()))
        work.start(lambda: 1)
        assert work.take() == 1
        work.start(lambda: hold.wait(5) and 2)
        qtbot.wait(20)
        assert reported == []
        hold.set()
        qtbot.waitUntil(lambda: reported == [2])

    def test_that_a_defect_is_raised_where_the_job_is_taken(self, qtbot: QtBot) -> None:
        def fail() -> None:
            raise ZeroDivisionError

        work = BackgroundWork()
        work.start(fail)
        with pytest.raises(ZeroDivisionError):
            work.take()
        assert not work.is_busy

    def test_that_a_job_may_outlive_whoever_asked(self, qtbot: QtBot) -> None:
        parent, hold = QObject(), threading.Event()
        work = BackgroundWork(parent)
        work.start(lambda: hold.wait(5))
        from PyQt6 import sip

        sip.delete(parent)
        hold.set()
        for thread in threading.enumerate():
            if thread.name == "background work":
                thread.join()
