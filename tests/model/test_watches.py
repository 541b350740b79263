"""Watches: values of expressions over a run, in bounded memory, and over the past."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz import ModelError, Scenario, Session
from nnviz.model.selection import Cell
from nnviz.model.watches import BLOCKS, Watch, WatchSeries, evaluate, sample_past


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


def test_that_a_value_that_is_not_there_leaves_a_gap():
    series = WatchSeries()
    for update, value in enumerate([1.0, None, float("nan"), 2.0]):
        series.add(update, value)
    assert np.array_equal(series.freeze().least, [1.0, np.nan, np.nan, 2.0], equal_nan=True)
    assert series.missing(5) == [1, 2, 4, 5]


def test_that_what_comes_after_a_branch_is_forgotten():
    series = WatchSeries()
    for update in range(10):
        series.add(update, float(update))
    series.forget_after(4)
    assert series.freeze().least.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0]
    series.add(5, -1.0)
    assert series.freeze().least.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, -1.0]


@pytest.mark.parametrize("line", [0, 4])
def test_that_the_past_is_sampled_and_the_session_stays_where_it_is(xor, line):
    watch, live = Watch("norm(dW1) + W2[0, 1]"), Session(Scenario.load("xor"))
    values = [evaluate(watch, live.snapshot())]
    for _ in range(30):
        live.step_update()
        values.append(evaluate(watch, live.snapshot()))
    xor.step_update(30)
    xor.step_line(line)
    position, state = xor.position, {name: xor.value(name) for name in xor.program.parameters}
    assert sample_past(xor, watch, range(31)) == values
    assert sample_past(xor, watch, [20, 3, 0]) == [values[20], values[3], None]
    assert xor.position == position
    assert all(np.array_equal(xor.value(name), array) for name, array in state.items())


def test_that_a_series_knows_what_to_ask_the_past_for(xor):
    xor.step_update(10)
    series, watch = WatchSeries(), Watch("W1[0, 0]")
    for update, value in zip(asked := series.missing(10), sample_past(xor, watch, asked), strict=True):
        series.add(update, value)
    assert series.missing(10) == []
    assert len(series.freeze().least) == 11
    assert len(series.missing(100 * BLOCKS)) <= BLOCKS
