"""Breakpoints stop the controller's runs."""

from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller.breakpoint_stops import BreakpointStops
from nnviz.controller.breakpoints import Breakpoints
from nnviz.controller.controller import Controller
from nnviz.model.breakpoints import Breakpoint, LineReached, LossBelow, Stop
from nnviz.model.network.network import Layer
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session


@pytest.fixture
def controller(qapp: object) -> Iterator[Controller]:
    made = Controller(find_scenario("xor"))
    yield made
    made.pause()


def heard_stops(controller: Controller) -> list[tuple[Stop, ...]]:
    stops: list[tuple[Stop, ...]] = []
    controller.breakpoint_stops.stopped_at.connect(stops.append)
    return stops


def run_to_stop(controller: Controller, qtbot: QtBot) -> tuple[int, int]:
    """Run until something pauses it; return the update and the line."""
    with qtbot.waitSignal(controller.breakpoint_stops.stopped_at):
        controller.running.start()
    return controller.snapshot.position.update, controller.snapshot.position.line


def test_that_a_run_pauses_after_the_line_with_a_breakpoint_in_each_update(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.line_breakpoints.toggle(9)
    assert [run_to_stop(controller, qtbot) for _ in range(3)] == [(1, 9), (2, 9), (3, 9)]
    assert not controller.run_state.running


def test_that_a_run_stops_at_each_of_several_breakpoints(controller: Controller, qtbot: QtBot) -> None:
    controller.line_breakpoints.toggle(15)
    controller.line_breakpoints.toggle(5)
    assert [run_to_stop(controller, qtbot) for _ in range(4)] == [(1, 5), (1, 15), (2, 5), (2, 15)]


def test_that_the_snapshot_is_announced_before_the_stop(controller: Controller, qtbot: QtBot) -> None:
    reported: list[str] = []
    controller.snapshot_changed.connect(lambda _: reported.append("snapshot"))
    controller.breakpoint_stops.stopped_at.connect(lambda _: reported.append("stop"))
    controller.line_breakpoints.toggle(3)
    run_to_stop(controller, qtbot)
    assert reported == ["snapshot", "stop"]


def test_that_a_stop_says_which_breakpoint_and_where(controller: Controller, qtbot: QtBot) -> None:
    stops = heard_stops(controller)
    controller.line_breakpoints.toggle(9)
    run_to_stop(controller, qtbot)
    ((stop,),) = stops
    assert stop.breakpoint == Breakpoint(LineReached("delta1"))
    assert (stop.position.update, stop.hit.line) == (1, 9)


def test_that_a_run_in_stretches_between_stops_gives_the_bits_of_one_without(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.line_breakpoints.toggle(9)
    for _ in range(4):
        run_to_stop(controller, qtbot)
    controller.stepping.step_update()
    plain = Session(find_scenario("xor"))
    plain.step_update(4)
    for symbol, value in plain.snapshot().parameters.items():
        np.testing.assert_array_equal(controller.snapshot.values[symbol], value)


def test_that_switched_off_breakpoints_do_not_stop_a_run_until_switched_on(
    controller: Controller, qtbot: QtBot
) -> None:
    stops = heard_stops(controller)
    controller.line_breakpoints.toggle(9)
    controller.line_breakpoints.switch(9)
    assert controller.breakpoints.all == (Breakpoint(LineReached("delta1"), enabled=False),)
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.position.update > 20)
    assert stops == []
    controller.pause()
    controller.line_breakpoints.switch(9)
    assert run_to_stop(controller, qtbot)[1] == 9


def test_that_a_breakpoint_set_while_running_stops_that_run(controller: Controller, qtbot: QtBot) -> None:
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.position.update > 5)
    with qtbot.waitSignal(controller.breakpoint_stops.stopped_at):
        controller.line_breakpoints.toggle(7)
    assert controller.snapshot.position.line == 7
    assert not controller.run_state.running


def test_that_a_toggled_breakpoint_is_gone_and_cleared_ones_too(controller: Controller) -> None:
    reported: list[tuple[Breakpoint, ...]] = []
    controller.breakpoints.breakpoints_changed.connect(reported.append)
    controller.line_breakpoints.toggle(5)
    controller.line_breakpoints.toggle(9)
    controller.line_breakpoints.toggle(5)
    controller.breakpoints.clear()
    controller.breakpoints.clear()
    symbols = [[point.condition.symbol for point in points] for points in reported]
    assert symbols == [["L"], ["L", "delta1"], ["delta1"], []]


def test_that_a_line_breakpoint_stays_with_its_symbol_when_the_program_changes(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.line_breakpoints.toggle(9)
    scenario = controller.snapshot.scenario
    controller.editing.change_scenario(replace(scenario, layers=(Layer(4, "tanh"), *scenario.layers)), "Layers")
    assert run_to_stop(controller, qtbot) == (1, controller.snapshot.program.line_of["delta1"])
    assert controller.snapshot.position.line != 9


def test_that_f9_means_the_selected_line_else_the_lit_one_else_asks(controller: Controller) -> None:
    reported: list[str] = []
    controller.notice_given.connect(reported.append)
    controller.line_breakpoints.toggle_current()
    assert controller.breakpoints.all == ()
    assert "No line is selected" in reported[0]
    controller.stepping.step_line()
    controller.line_breakpoints.toggle_current()
    controller.selecting.select_line(6)
    controller.line_breakpoints.toggle_current()
    assert [point.condition.symbol for point in controller.breakpoints.all] == ["Z1", "delta2"]


def test_that_a_condition_that_lasts_stops_once_where_it_begins(controller: Controller, qtbot: QtBot) -> None:
    controller.breakpoints.toggle(LossBelow(0.3))
    update, line = run_to_stop(controller, qtbot)
    plain = Session(find_scenario("xor"))
    plain.step_update(update - 1)
    assert float(plain.value("L")) >= 0.3
    plain.step_update()
    assert float(plain.value("L")) < 0.3
    assert line == 5
    stops = heard_stops(controller)
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.position.update > update + 20)
    assert stops == []


def test_that_without_enabled_breakpoints_whole_updates_run(qapp: object) -> None:
    points, session = Breakpoints(), Session(find_scenario("xor"))
    stops = BreakpointStops(points)
    assert stops.run(session, 7)
    points.toggle_line(session.program, 9)
    points.switch_line(session.program, 9)
    assert stops.run(session, 7)
    assert (session.position.update, session.position.line) == (14, 15)
    assert not stops.has_stopped


def test_that_a_run_in_the_past_stops_there_too(controller: Controller, qtbot: QtBot) -> None:
    controller.stepping.advance(20, 0)
    controller.stepping.seek(10)
    controller.line_breakpoints.toggle(9)
    assert run_to_stop(controller, qtbot) == (11, 9)
    assert controller.snapshot.newest.update == 20


def test_that_a_condition_that_holds_already_when_it_is_added_stops_nothing(
    controller: Controller, qtbot: QtBot
) -> None:
    controller.stepping.advance(2000, 0)
    controller.line_breakpoints.toggle(9)
    assert run_to_stop(controller, qtbot) == (2001, 9)
    controller.line_breakpoints.toggle(9)
    stops = heard_stops(controller)
    controller.breakpoints.toggle(LossBelow(0.3))
    controller.running.start()
    qtbot.waitUntil(lambda: controller.snapshot.position.update > 2020)
    assert stops == []


# Backward ------------------------------------------------------------------------------------------------------------


def run_back_to_stop(controller: Controller, qtbot: QtBot) -> tuple[int, int]:
    with qtbot.waitSignal(controller.breakpoint_stops.stopped_at):
        controller.running.run_back()
    assert not controller.run_state.running
    return controller.snapshot.position.update, controller.snapshot.position.line


def test_that_running_back_stops_where_the_breakpoint_last_held(controller: Controller, qtbot: QtBot) -> None:
    controller.stepping.advance(40, 3)
    controller.line_breakpoints.toggle(9)
    assert [run_back_to_stop(controller, qtbot) for _ in range(3)] == [(40, 9), (39, 9), (38, 9)]
    assert run_to_stop(controller, qtbot) == (39, 9)


@pytest.mark.slow
def test_that_running_back_finds_where_what_lasts_began(controller: Controller, qtbot: QtBot) -> None:
    controller.breakpoints.toggle(LossBelow(0.3))
    begun = run_to_stop(controller, qtbot)
    controller.stepping.advance(700, 0)
    assert run_back_to_stop(controller, qtbot) == begun


def test_that_running_back_to_nothing_stays_and_says_so(controller: Controller, qtbot: QtBot) -> None:
    controller.stepping.advance(300, 4)
    controller.breakpoints.toggle(LossBelow(-1.0))
    with qtbot.waitSignal(controller.notice_given) as caught:
        controller.running.run_back()
    assert "No breakpoint" in caught.args[0]
    assert (controller.snapshot.position.update, controller.snapshot.position.line) == (301, 4)
    assert not controller.run_state.running


def test_that_running_back_without_breakpoints_says_how_to_set_one(controller: Controller) -> None:
    reported: list[str] = []
    controller.notice_given.connect(reported.append)
    controller.running.run_back()
    assert "F9" in reported[0]
    assert not controller.run_state.running


@pytest.mark.slow
@pytest.mark.parametrize("command", ["stepping.step_line", "pause", "editing.undo"])
def test_that_a_command_during_a_search_acts_where_the_search_began(
    controller: Controller, qtbot: QtBot, command: str
) -> None:
    controller.stepping.advance(5000, 4)
    controller.breakpoints.toggle(LossBelow(-1.0))
    controller.running.run_back()
    qtbot.wait(60)
    assert controller.run_state.running
    attrgetter(command)(controller)()
    assert not controller.run_state.running
    controller.announce()
    line = 5 if command == "stepping.step_line" else 4
    assert (controller.snapshot.position.update, controller.snapshot.position.line) == (5001, line)
    controller.stepping.step_update()
    assert controller.snapshot.position.update == 5001
