"""Watches: values of expressions over a run, in bounded memory, and over the past."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz import ModelError, Scenario
from nnviz.model.scenario.scenario import PenaltySpec
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session
from nnviz.model.watches.following import Watching
from nnviz.model.watches.watch import BLOCKS, Watch, WatchCurve, WatchSeries, evaluate


@pytest.fixture
def xor():
    return Session(Scenario.load("xor"))


def test_that_a_watch_gives_its_value_at_a_moment(xor):
    xor.step_update(5)
    snapshot = xor.snapshot()
    assert evaluate(Watch("abs(delta1).max()"), snapshot) == np.abs(xor.value("delta1")).max()
    assert evaluate(Watch.of_cell(Cell("W1", 2, 1)), snapshot) == xor.value("W1")[2, 1]
    assert evaluate(Watch.norm_of("dW1"), snapshot) == pytest.approx(np.linalg.norm(xor.value("dW1")), rel=1e-15)
    assert evaluate(Watch("L < 0"), snapshot) == 0.0


def test_that_what_is_not_computed_has_no_value(xor):
    assert evaluate(Watch("norm(dW1)"), xor.snapshot()) is None
    assert evaluate(Watch("norm(W1)"), xor.snapshot()) is not None
    assert evaluate(Watch("J"), xor.snapshot()) is None  # a symbol of other programs
    assert evaluate(Watch("W7[0, 0]"), xor.snapshot()) is None


@pytest.mark.parametrize("text", ["W1 +", "open('x')", "norm(what)", "W1.__class__"])
def test_that_what_is_no_expression_is_refused(xor, text):
    with pytest.raises(ModelError):
        evaluate(Watch(text), xor.snapshot())
    if text != "norm(what)":
        with pytest.raises(ModelError):
            Watch.read(text)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=3 * BLOCKS), st.randoms())
def test_that_a_series_keeps_every_extreme_whatever_the_order(values, random):
    in_order, shuffled = WatchSeries(), WatchSeries()
    numbered = list(enumerate(values))
    for update, value in numbered:
        in_order.add(update, value)
    random.shuffle(numbered)
    for update, value in numbered:
        shuffled.add(update, value)
    curve, other = in_order.freeze(), shuffled.freeze()
    assert curve.stride == other.stride
    assert np.array_equal(curve.least, other.least)
    assert np.array_equal(curve.greatest, other.greatest)
    blocks = [values[begin : begin + curve.stride] for begin in range(0, len(values), curve.stride)]
    assert curve.least.tolist() == [min(block) for block in blocks]
    assert curve.greatest.tolist() == [max(block) for block in blocks]


def test_that_a_series_is_bounded():
    series = WatchSeries()
    for update in range(0, 300_000, 7):
        series.add(update, float(update))
    curve = series.freeze()
    assert len(curve.least) <= BLOCKS
    assert np.nanmax(curve.greatest) == 299_999 // 7 * 7
    assert not curve.least.flags.writeable


def test_that_a_curve_tells_what_is_not_computed_and_what_is_not_finite():
    series = WatchSeries()
    for update, value in enumerate([None, 1.0, math.nan, math.inf, 2.0]):
        series.add(update, value)
    curve = series.freeze()
    assert np.array_equal(curve.least, [np.nan, 1.0, np.nan, np.nan, 2.0], equal_nan=True)
    assert curve.computed.tolist() == [False, True, True, True, True]
    assert curve.finite.tolist() == [True, True, False, False, True]
    assert (curve.complete, curve.reach, curve.every) == (5, 5, 1)


def test_that_a_curve_tells_how_far_apart_its_samples_are():
    series = WatchSeries()
    series.add(0, 1.0)
    for update in range(10, 101, 10):
        series.add(update, 2.0)
    curve = series.freeze()
    assert (curve.complete, curve.reach, curve.every) == (1, 101, 10)


def test_that_what_comes_after_a_branch_is_forgotten():
    series = WatchSeries()
    for update in range(10):
        series.add(update, float(update))
    series.keep(5)
    assert series.freeze().least.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0]
    assert series.complete == 5
    series.add(5, -1.0)
    assert series.freeze().least.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, -1.0]


def test_that_a_block_with_something_to_forget_goes_as_a_whole_and_short_runs_have_short_blocks():
    series = WatchSeries()
    for update in range(2 * BLOCKS):
        series.add(update, float(update))
    series.keep(2 * BLOCKS - 1)
    assert series.complete == 2 * BLOCKS - 2
    assert series.freeze().stride == 2
    series.keep(BLOCKS)
    assert (series.complete, len(series.freeze().least), series.freeze().stride) == (0, 0, 1)


# Following a session ------------------------------------------------------------------------------------------------

NORM = Watch("norm(dW1) + W2[0, 1]")


def followed(session: Session, *watches: Watch) -> Watching:
    watching = Watching()
    watching.watch(watches or (NORM,))
    watching.follow(session)
    while watching.work(0):  # in the smallest pieces
        pass
    return watching


def values(session: Session, watch: Watch = NORM) -> list[float]:
    """Go to the end of each update of the branch, and return the values there: the slow and sure way."""
    position, found = session.position, []
    for update in range(session.past.updates + 1):
        session.seek(update)
        found.append(evaluate(watch, session.snapshot()))
    session.seek(position.update, position.line)
    return [math.nan if value is None else value for value in found]


def assert_exact(curve: WatchCurve, expected: list[float]) -> None:
    assert curve.complete == len(expected)
    assert curve.every == 1
    blocks = [expected[begin : begin + curve.stride] for begin in range(0, len(expected), curve.stride)]
    assert np.array_equal(curve.least, [np.fmin.reduce(block) for block in blocks], equal_nan=True)
    assert np.array_equal(curve.greatest, [np.fmax.reduce(block) for block in blocks], equal_nan=True)


@pytest.mark.parametrize("line", [0, 4])
@pytest.mark.slow
def test_that_the_past_is_taken_in_to_the_last_bit_and_the_session_stays_where_it_is(xor, line):
    xor.step_update(300)
    xor.step_line(line)
    position, state = xor.position, {name: xor.value(name) for name in xor.program.parameters}
    curve = followed(xor).curves()[NORM]
    assert xor.position == position
    assert all(np.array_equal(xor.value(name), array) for name, array in state.items())
    assert_exact(curve, values(xor))
    assert not curve.computed[0]


@pytest.mark.slow
@pytest.mark.no_cover
def test_that_every_extreme_of_a_long_run_is_in(xor):
    xor.step_update(BLOCKS + 100)
    watching = followed(xor)
    assert watching.curves()[NORM].stride == 2
    assert_exact(watching.curves()[NORM], values(xor))


def test_that_a_run_that_is_followed_update_by_update_needs_no_replay(xor):
    watching = followed(xor)
    for _ in range(20):
        xor.step_update()
        watching.follow(xor)
        assert watching.is_complete
    assert_exact(watching.curves()[NORM], values(xor))


@pytest.mark.slow
def test_that_there_are_samples_before_the_past_has_been_taken_in(xor):
    watching = followed(xor)
    xor.step_update(5000)
    watching.follow(xor)
    assert not watching.is_complete
    assert watching.curves()[NORM].reach == 5001
    for _ in range(100):
        watching.work(0)
    curve = watching.curves()[NORM]
    assert curve.complete < 100
    assert 50 <= curve.every <= 70
    assert watching.work(math.inf) is False
    assert watching.curves()[NORM].complete == 5001


def test_that_a_watch_that_is_added_later_has_all_of_the_run(xor):
    xor.step_update(200)
    watching, late = followed(xor), Watch("W1[0, 0]")
    watching.watch([late, NORM])
    watching.work(math.inf)
    assert list(watching.curves()) == [late, NORM]
    assert_exact(watching.curves()[late], values(xor, late))
    assert_exact(watching.curves()[NORM], values(xor))


def edit_here(session: Session) -> None:
    session.step_update(100)
    session.set_value("W1", (0, 0), 2.0)
    session.step_update(50)


def edit_inside_an_update(session: Session) -> None:
    session.step_update(100)
    session.step_line(3)
    session.set_value("W2", (0, 1), 2.0)
    session.step_update(50)


def edit_in_the_past(session: Session) -> None:
    session.step_update(150)
    session.seek(70)
    session.set_value("W2", (0, 1), 2.0)
    session.step_update(30)


def edit_at_the_start(session: Session) -> None:
    session.set_value("W2", (0, 1), 2.0)
    session.step_update(30)


def undo(session: Session) -> None:
    edit_here(session)
    session.undo()


def undo_and_redo(session: Session) -> None:
    edit_in_the_past(session)
    session.undo()
    session.redo()


def other_branch(session: Session) -> None:
    edit_in_the_past(session)
    session.switch_branch("branch 1")


def restart(session: Session) -> None:
    session.step_update(100)
    session.restart()
    session.step_update(10)


def stand_in_the_past(session: Session) -> None:
    edit_here(session)
    session.seek(20, 3)


@pytest.mark.parametrize(
    "deed",
    [
        edit_here,
        edit_inside_an_update,
        edit_in_the_past,
        edit_at_the_start,
        undo,
        undo_and_redo,
        other_branch,
        restart,
        stand_in_the_past,
    ],
)
@pytest.mark.slow
def test_that_the_curve_is_that_of_the_branch_stood_on(xor, deed):
    xor.step_update(60)
    watching = followed(xor)
    deed(xor)
    watching.follow(xor)
    watching.work(math.inf)
    assert_exact(watching.curves()[NORM], values(xor))


def test_that_the_curve_is_right_when_each_step_of_a_history_is_followed(xor):
    watching = followed(xor)

    def follow() -> None:
        watching.follow(xor)
        watching.work(0.0)

    for deed in (edit_here, edit_in_the_past, other_branch):
        deed(xor)
        follow()
    for move in (xor.undo, xor.undo, xor.redo, xor.step_update, xor.restart, xor.step_epoch, xor.undo):
        move()
        follow()
    watching.work(math.inf)
    assert_exact(watching.curves()[NORM], values(xor))


def test_that_other_settings_keep_what_has_been(xor):
    xor.step_update(40)
    watching, penalised = followed(xor, NORM, Watch("J")), Watch("J")
    before = watching.curves()[NORM].least.tolist()
    scenario = replace(xor.scenario, penalty=PenaltySpec("l2", 0.01))
    assert xor.change(scenario, "a penalty")
    xor.step_update(20)
    watching.follow(xor)
    watching.work(math.inf)
    assert watching.curves()[NORM].least[:41].tolist()[1:] == before[1:]
    with_penalty = watching.curves()[penalised]
    assert with_penalty.complete == 61
    assert not with_penalty.computed[:41].any()
    assert with_penalty.computed[41:].all()
    assert with_penalty.has_numbers


def test_that_another_session_begins_again(xor):
    xor.step_update(50)
    watching, other = followed(xor), Session(Scenario.load("spiral"))
    other.step_update(5)
    watching.follow(other)
    watching.work(math.inf)
    assert_exact(watching.curves()[NORM], values(other))


def test_that_what_is_several_numbers_in_another_network_is_not_computed_there(xor):
    watching = followed(xor, Watch("W1[0, :] * 1"))
    assert not watching.curves()[Watch("W1[0, :] * 1")].has_numbers


def test_that_without_watches_nothing_is_done(xor):
    watching = Watching()
    xor.step_update(100)
    watching.follow(xor)
    assert watching.is_complete
    assert dict(watching.curves()) == {}
