"""What stops steps and runs: breakpoints on their way, and the first number that is not finite."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnviz.controller.breakpoint_hits import BreakpointHits
from nnviz.controller.breakpoint_stops import BreakpointStops
from nnviz.controller.breakpoints import Breakpoints
from nnviz.controller.controller import Controller
from nnviz.model.breakpoints import Breakpoint, Condition, LineReached, LossBelow, NotFinite, Stop, WentNonFinite
from nnviz.model.scenario.file import find_scenario
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario
from nnviz.model.session.session import Session

LINES = 15


def diverging() -> Scenario:
    return replace(find_scenario("sine"), optimiser=OptimiserSpec("gradient-descent", 1e6))


def stand(session: Session) -> tuple[int, int]:
    return session.position.update, session.position.line


def is_finite(session: Session) -> bool:
    return all(bool(np.isfinite(array).all()) for array in session.snapshot().values.values())


@pytest.fixture
def points(qapp: object) -> Breakpoints:
    return Breakpoints()


@pytest.fixture
def stops(points: Breakpoints) -> BreakpointStops:
    return BreakpointStops(points)


@pytest.fixture
def session() -> Session:
    return Session(find_scenario("xor"))


def heard(stops: BreakpointStops) -> list[tuple[Stop, ...] | WentNonFinite]:
    reported: list[tuple[Stop, ...] | WentNonFinite] = []
    stops.stopped_at.connect(reported.append)
    stops.went_nonfinite.connect(reported.append)
    return reported


def test_that_steps_go_where_they_say_when_nothing_stops_them(stops: BreakpointStops, session: Session) -> None:
    stops.step_update(session)
    assert stand(session) == (1, LINES)
    stops.step_line(session)
    assert stand(session) == (2, 1)
    stops.step_update(session)
    assert stand(session) == (2, LINES)
    stops.step_epoch(session)
    assert stand(session) == (3, LINES)
    stops.run_to_line(session, 7)
    assert stand(session) == (4, 7)
    stops.run_to_line(session, 9)
    assert stand(session) == (4, 9)
    stops.run_to_line(session, 9)
    assert stand(session) == (5, 9)
    stops.run_to_line(session, LINES)
    assert stand(session) == (5, LINES)
    stops.advance(session, 10, 4)
    assert stand(session) == (16, 4)
    stops.advance(session, 0, 3)
    assert stand(session) == (16, 7)
    stops.advance(session, 0, LINES)
    assert stand(session) == (17, 7)
    stops.advance(session, 1, 0)
    assert stand(session) == (17, LINES)
    assert not stops.has_stopped
    plain = Session(find_scenario("xor"))
    plain.step_update(17)
    assert plain.value("W1").tobytes() == session.value("W1").tobytes()


def test_that_each_step_but_a_line_stops_at_a_breakpoint_on_its_way(
    points: Breakpoints, stops: BreakpointStops, session: Session
) -> None:
    reported = heard(stops)
    points.toggle_line(session.program, 9)
    stops.step_update(session)
    assert stand(session) == (1, 9)
    assert stops.has_stopped
    stops.report()
    stops.report()
    assert len(reported) == 1
    stops.step_update(session)
    assert stand(session) == (1, LINES)
    assert not stops.has_stopped
    for step in (stops.step_epoch, lambda s: stops.advance(s, 5, 0), lambda s: stops.run_to_line(s, 12)):
        stops.step_update(session)
        stops.step_update(session)
        step(session)
        assert stand(session)[1] == 9
        assert stops.has_stopped
        stops.step_update(session)
    update = session.position.update
    stops.advance(session, 0, 9)
    assert stand(session) == (update + 1, 9)
    stops.advance(session, 0, LINES - 1)
    for _ in range(2):
        stops.step_line(session)
    assert not stops.has_stopped


@pytest.mark.parametrize("step", ["run", "advance", "update", "line"])
def test_that_the_first_number_that_is_not_finite_stops_with_its_cause(stops: BreakpointStops, step: str) -> None:
    reported, session = heard(stops), Session(diverging())
    steps = {
        "run": lambda: stops.run(session, 500),
        "advance": lambda: stops.advance(session, 500, 0),
        "update": lambda: stops.step_update(session),
        "line": lambda: stops.step_line(session),
    }
    while not stops.has_stopped:
        steps[step]()
    assert stand(session) == (24, 5)
    assert session.is_newest
    assert not is_finite(session)
    stops.report()
    (went,) = reported
    assert isinstance(went, WentNonFinite)
    assert went.position == session.position
    assert went.cell.symbol == "L"
    assert went.cause is not None
    assert went.reason is not None
    session.step_back_line()
    assert is_finite(session)


def test_that_going_on_from_there_does_not_stop_again(stops: BreakpointStops) -> None:
    session = Session(diverging())
    stops.run(session, 500)
    assert stops.has_stopped
    stops.report()
    assert stops.run(session, 300)
    stops.step_epoch(session)
    stops.step_line(session)
    assert not stops.has_stopped
    assert session.position.update > 300


def test_that_the_stop_can_be_switched_off_and_on(points: Breakpoints, stops: BreakpointStops) -> None:
    reported: list[bool] = []
    points.guard_changed.connect(reported.append)
    points.switch(NotFinite())
    assert not points.is_guarded
    session = Session(diverging())
    assert stops.run(session, 500)
    assert not is_finite(session)
    points.add(NotFinite())
    assert reported == [False, True]
    assert points.all == ()
    assert not stops.run(Session(diverging()), 500)


def test_that_what_is_kept_in_a_file_comes_back(points: Breakpoints) -> None:
    points.add(LossBelow(0.25))
    assert points.stored == (Breakpoint(LossBelow(0.25)),)
    points.switch(LossBelow(0.25))
    points.guard(False)
    other = Breakpoints()
    other.set_all(points.stored)
    assert (other.all, other.is_guarded) == ((Breakpoint(LossBelow(0.25), enabled=False),), False)
    other.set_all(())
    assert (other.all, other.is_guarded) == ((), True)


def test_that_running_back_finds_where_numbers_ceased_to_be_finite(points: Breakpoints, stops: BreakpointStops) -> None:
    session = Session(diverging())
    assert not stops.can_search(session)
    points.guard(False)
    stops.run(session, 60)
    assert not stops.can_search(session)
    points.guard(True)
    assert stops.can_search(session)
    reported = heard(stops)
    stops.begin_search(session)
    while stops.search_on():
        pass
    stops.report()
    assert stand(session) == (24, 5)
    assert [type(each) for each in reported] == [WentNonFinite]


def test_that_the_window_s_controller_pauses_there(qapp: object, qtbot: QtBot) -> None:
    controller = Controller(diverging())
    with qtbot.waitSignal(controller.breakpoint_stops.went_nonfinite) as caught:
        controller.running.start()
    assert caught.args[0].position == controller.snapshot.position
    assert not controller.run_state.running
    assert controller.snapshot.is_newest


# Where breakpoints last stopped --------------------------------------------------------------------------------------


def last_hits(stops: BreakpointStops) -> list[Mapping[Condition, BreakpointHits]]:
    reported: list[Mapping[Condition, BreakpointHits]] = [{}]
    stops.hits_changed.connect(reported.append)
    return reported


def places(hits: Mapping[Condition, BreakpointHits]) -> dict[Condition, tuple[int, int, int]]:
    return {condition: (hit.count, hit.last.update, hit.last.line) for condition, hit in hits.items()}


def test_that_it_is_remembered_how_often_and_where_a_breakpoint_stopped(
    points: Breakpoints, stops: BreakpointStops, session: Session
) -> None:
    reported, line = last_hits(stops), LineReached("delta1")
    points.add(line)
    points.add(LossBelow(0.0))
    for _ in range(3):
        stops.run(session, 10)
        stops.show_hits(session)
    stops.show_hits(session)
    assert len(reported) == 4
    assert places(reported[-1]) == {line: (3, 3, 9)}
    stops.begin_search(session)
    while stops.search_on():
        pass
    stops.show_hits(session)
    assert places(reported[-1]) == {line: (4, 2, 9)}
    session.seek(*places(reported[-1])[line][1:])
    assert stand(session) == (2, 9)


def test_that_a_stop_is_forgotten_with_the_branch_that_had_it(
    points: Breakpoints, stops: BreakpointStops, session: Session
) -> None:
    reported, line = last_hits(stops), LineReached("delta1")
    points.add(line)
    session.step_update(20)
    stops.run(session, 1)
    stops.show_hits(session)
    assert places(reported[-1]) == {line: (1, 21, 9)}
    session.seek(5)
    session.set_value("W1", (0, 0), 0.5)
    stops.show_hits(session)
    assert reported[-1] == {}  # this branch parted from the other before
    session.switch_branch("branch 1")
    stops.show_hits(session)
    assert places(reported[-1]) == {line: (1, 21, 9)}
    session.step_update(4)
    session.seek(23)
    session.set_value("W1", (0, 0), 0.5)
    stops.show_hits(session)
    assert session.branch == "branch 3"
    assert places(reported[-1]) == {line: (1, 21, 9)}  # and this one after it
    for name in ("branch 1", "branch 3"):
        session.discard_branch(name)
    stops.show_hits(session)
    assert reported[-1] == {}


def test_that_another_session_begins_with_no_stops(
    points: Breakpoints, stops: BreakpointStops, session: Session
) -> None:
    reported = last_hits(stops)
    points.add(LineReached("delta1"))
    stops.run(session, 1)
    stops.show_hits(session)
    stops.show_hits(Session(find_scenario("xor")))
    assert reported[-1] == {}
