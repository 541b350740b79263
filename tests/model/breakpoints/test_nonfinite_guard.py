"""A run stops where its numbers cease to be finite, by itself, and nothing has happened after that line."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.breakpoints import Breakpoint, Guard, LineReached, LossAbove, NotFinite, run_until
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.history.position import Place
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session


def scenario(rate=20.0, **more):
    """Return a session whose weights diverge within some tens of updates."""
    made = Scenario(
        title={"en": "diverging"},
        data=DataSpec("spiral", samples=22, noise=0.1),
        layers=(Layer(3, "relu"), Layer(1, "identity")),
        loss="squared",
        optimiser=OptimiserSpec("gradient-descent", rate),
        batch=BatchSpec(8, "shuffled"),
        seed=5,
    )
    return replace(made, **more)


def first_place(of):
    """Find by running every line, and looking at every array, where the first number is not finite."""
    session = Session(of)
    while session.position.completed < 3000:
        session.step_line()
        snapshot = session.snapshot()
        if not all(np.isfinite(array).all() for array in snapshot.values.values()):
            return session.position.place, session
    raise AssertionError


SLOW = scenario(0.6, layers=(Layer(1, "identity"),))
CASES = {
    "at once": scenario(),
    "with a penalty": scenario(penalty=PenaltySpec("l2", 1e-2)),
    "adam with a rate beyond all": scenario(1e200, optimiser=OptimiserSpec("adam", 1e200)),
    "momentum": scenario(optimiser=OptimiserSpec("momentum", 5.0)),
    "after many updates": SLOW,
}


def run(session, guard, updates, slice_=75, points=(), **more):
    """Run in slices, as a window does; return what stopped it."""
    end = session.position.completed + updates
    while session.position.completed < end:
        last = Place(min(end, session.position.completed + slice_))
        outcome, went = guard.run(session, points, last, **more)
        if went is not None or outcome.stops:
            return outcome.stops, went
    return (), None


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("slice_", [1, 75, 3000])
@pytest.mark.sample(5)
def test_that_a_run_stops_at_the_first_number_that_is_not_finite(case, slice_):
    place, plain = first_place(CASES[case])
    session = Session(CASES[case])
    stops, went = run(session, Guard(), 3000, slice_)
    assert stops == ()
    assert session.position.place == place
    assert went.position == session.position
    assert went.cell.symbol == session.snapshot().lit_line.writes
    cell = session.snapshot().values[went.cell.symbol][went.cell.row, went.cell.column]
    assert np.array_equal(cell, went.value, equal_nan=True)
    assert not np.isfinite(went.value)
    assert went.cause is not None
    # Nothing has happened that comes after: it is as though only these lines had been run.
    assert session.is_newest
    assert session.newest == plain.newest
    assert session.loss_curve.updates == plain.loss_curve.updates
    assert session.loss_curve.least.tobytes() == plain.loss_curve.least.tobytes()
    assert session.loss_curve.train_total.tobytes() == plain.loss_curve.train_total.tobytes()
    for other in (session, plain):
        other.step_back_line()
    assert session.history_bytes == plain.history_bytes
    assert all(np.isfinite(array).all() for array in session.snapshot().values.values())


@pytest.mark.slow
def test_that_it_is_late_enough_for_several_slices():
    assert first_place(SLOW)[0].completed > 300


def test_that_going_on_does_not_stop_at_once_again():
    session, guard = Session(CASES["at once"]), Guard()
    assert run(session, guard, 3000)[1] is not None
    update = session.position.completed
    assert run(session, guard, 600) == ((), None)
    assert session.position.completed == update + 600
    assert run(session, Guard(), 20) == ((), None)


def test_that_a_run_over_what_has_been_stops_there_in_the_past_and_cuts_nothing():
    session, guard = Session(CASES["at once"]), Guard()
    guard.enabled = False
    assert run(session, guard, 200) == ((), None)
    session.seek(3)
    guard.enabled = True
    _, went = run(session, guard, 500)
    assert went.position == session.position
    assert session.position.place == first_place(CASES["at once"])[0]
    assert not session.is_newest
    assert session.newest.update == 200


@pytest.mark.parametrize("lines", [0, 4])
@pytest.mark.slow
def test_that_a_run_from_the_past_into_the_new_leaves_only_what_it_ran(lines):
    place, plain = first_place(SLOW)
    session = Session(SLOW)
    session.step_update(place.completed - 20)
    session.step_line(lines)
    session.seek(place.completed - 30)
    assert run(session, Guard(), 3000)[1] is not None
    assert session.position.place == place
    assert session.is_newest
    assert session.loss_curve.least.tobytes() == plain.loss_curve.least.tobytes()


def test_that_breakpoints_stop_before_it_and_both_are_reported_at_one_line():
    place, plain = first_place(CASES["at once"])
    symbol = plain.snapshot().lit_line.writes
    points = [Breakpoint(LossAbove(0.0)), Breakpoint(LineReached(symbol))]
    session, guard = Session(CASES["at once"]), Guard()
    went = None
    while went is None:
        stops, went = run(session, guard, 3000, points=points)
        assert stops or went
    assert session.position.place == place
    assert [stop.breakpoint for stop in stops] == [points[1]]
    assert session.is_newest


def test_that_an_infinite_loss_of_each_update_stops_once(make_scenario):
    # The output is exactly 0 for a target of 1, and ReLU's slope there leaves all parameters as they are.
    of = make_scenario(
        [[1.0]],
        [(1, "relu")],
        y=[[1.0]],
        parameters={"W1": [[-1.0]], "b1": [[0.0]]},
        loss="binary-cross-entropy",
        optimiser=OptimiserSpec("gradient-descent", 1e-3),
    )
    session, guard = Session(of), Guard()
    _, went = run(session, guard, 5)
    assert (went.position.update, went.cell.symbol) == (1, "L")
    assert run(session, guard, 300, slice_=1) == ((), None)


def test_that_losses_that_overflow_only_together_stop_nothing(make_scenario):
    of = make_scenario(
        [[1.0]],
        [(1, "identity")],
        y=[[0.0]],
        parameters={"W1": [[1e154]], "b1": [[0.0]]},
        loss="half-squared",
        optimiser=OptimiserSpec("gradient-descent", 1e-300),
    )
    session, plain = Session(of), Session(of)
    session.watch_losses()
    plain.step_update(150)
    assert not plain.stays_finite()
    assert run(session, Guard(), 150) == ((), None)
    assert session.position.completed == 150
    assert session.value("W1") == plain.value("W1")
    assert session.loss_curve.fault is None


def test_that_lines_run_one_by_one_tell_of_it_too():
    place, _ = first_place(CASES["at once"])
    session, guard = Session(CASES["at once"]), Guard()
    reported = []
    for _ in range(place.completed * len(session.program) + place.line + 5):
        went = guard.step_line(session)
        if went is not None:
            reported.append(went.position)
    assert [position.place for position in reported] == [place]


def test_that_a_number_inside_an_update_that_reaches_neither_loss_nor_parameters_is_found_by_a_step(make_scenario):
    of = make_scenario(
        [[1e200]],
        [(1, "tanh"), (1, "identity")],
        y=[[1.0]],
        parameters={"W1": [[1e200]], "b1": [[0.0]], "W2": [[0.5]], "b2": [[0.0]]},
        loss="half-squared",
        optimiser=OptimiserSpec("gradient-descent", 1e-3),
    )
    session = Session(of)
    _, went = Guard().run(session, (), Place(1), thorough=True)
    assert (went.cell.symbol, session.position.line) == ("Z1", 1)
    assert session.is_newest


def test_that_it_finds_what_a_breakpoint_for_it_finds():
    for case in CASES.values():
        one, other = Session(case), Session(case)
        went = run(one, Guard(), 3000)[1]
        (stop,) = run_until(other, [Breakpoint(NotFinite())], 3000).stops
        assert (went.position, went.cell) == (stop.position, stop.hit.cell)
        assert other.is_newest
