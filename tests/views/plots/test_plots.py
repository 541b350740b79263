"""Axes have round ends and round numbers: few, apart, in order, and no two written alike."""

import math

import numpy as np
import pytest

from nnviz.views.plots.axis_range import AxisRange, linear_range, log_range, round_up, updates_range, within
from nnviz.views.plots.ticks import count_ticks, linear_ticks, log_ticks

SPANS = [
    (0.0, 1.0),
    (0.0, 0.9),
    (0.0, 3e-7),
    (0.0, 4e12),
    (-2.0, 5.0),
    (0.05123, 0.05129),
    (0.2, 0.2001),
    (0.0, 1e307),
    (0.05101, 0.05104),
]
LOG_SPANS = [
    (-1.0, 0.0),
    (-3.3, 1.7),
    (-300.0, 2.0),
    (-323.0, 307.0),
    (-0.31, -0.1),
    (0.0, 0.3),
    (5.5, 7.9),
    (-16.0, 0.0),
]


def check(ticks, extent, most):
    places, texts = [tick.at for tick in ticks], [tick.text for tick in ticks]
    assert 1 <= len(ticks) <= most
    assert places == sorted(set(places))
    assert len(set(texts)) == len(texts)
    slack = 1e-6 * extent.span
    assert extent.low - slack <= places[0]
    assert places[-1] <= extent.high + slack


@pytest.mark.parametrize("most", [2, 3, 5, 12])
@pytest.mark.parametrize(("low", "high"), SPANS)
def test_that_linear_numbers_are_few_in_order_and_different(low, high, most):
    check(linear_ticks(AxisRange(low, high), most), AxisRange(low, high), most)


@pytest.mark.parametrize("most", [2, 3, 5, 12])
@pytest.mark.parametrize(("low", "high"), LOG_SPANS)
def test_that_logarithmic_numbers_are_few_in_order_and_different(low, high, most):
    check(log_ticks(AxisRange(low, high), most), AxisRange(low, high), most)


@pytest.mark.parametrize("most", [2, 5, 12])
@pytest.mark.parametrize(("low", "high"), [(0, 10), (3, 7.5), (0, 1_200_000), (999_990, 1_000_000), (0, 10**12)])
def test_that_counts_are_whole_numbers(low, high, most):
    ticks = count_ticks(AxisRange(low, high), most)
    check(ticks, AxisRange(low, high), most)
    assert all(tick.at == round(tick.at) for tick in ticks)


def test_that_numbers_are_written_as_people_write_them():
    assert [tick.text for tick in linear_ticks(AxisRange(0.0, 1.0), 6)] == ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]
    assert [tick.text for tick in linear_ticks(AxisRange(-2.0, 2.0), 3)] == ["\u22122", "0", "2"]
    assert [tick.text for tick in count_ticks(AxisRange(0, 10_000), 3)] == ["0", "5\u2009000", "10\u2009000"]
    assert [tick.text for tick in log_ticks(AxisRange(-2.0, 0.0), 3)] == ["0.01", "0.1", "1"]
    assert [tick.text for tick in log_ticks(AxisRange(-12.0, -10.0), 3)] == ["1e\u221212", "1e\u221211", "1e\u221210"]


def test_that_round_numbers_are_at_or_above_and_not_far_above():
    for value in np.geomspace(1e-300, 1e300, 500):
        assert value <= round_up(float(value)) <= 1.51 * value
    assert [round_up(value) for value in (1.0, 0.3, 160, 1234, 1_000_000)] == [1.0, 0.3, 200, 1500, 1_000_000]


def test_that_a_run_fills_most_of_its_range_which_changes_seldom():
    ends = [updates_range(updates).high for updates in range(10, 10_001)]
    assert all(updates / end > 0.65 for updates, end in zip(range(10, 10_001), ends, strict=True))
    assert len(set(ends)) < 35
    assert updates_range(0) == updates_range(10) == AxisRange(0.0, 10.0)


def test_that_a_linear_axis_of_a_whole_run_begins_at_zero_and_one_looked_into_does_not():
    assert linear_range(0.1, 0.9, math.nan, whole=True) == AxisRange(0.0, 1.0)
    near = linear_range(0.1, 0.2, math.nan, whole=False)
    assert 0 < near.low < 0.1 < 0.2 < near.high < 0.3
    assert linear_range(-1.5, 0.9, math.nan, whole=True).low <= -1.5


def test_that_batch_losses_far_above_the_curves_do_not_flatten_them():
    assert linear_range(0.1, 0.5, 50.0, whole=True).high == 1.0
    assert linear_range(0.1, 0.5, 0.7, whole=True).high == 0.8


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_that_nothing_to_show_has_an_axis_all_the_same(value):
    assert linear_range(value, value, value, whole=True) == AxisRange(0.0, 1.0)
    assert log_range(value, value).span > 0


def test_that_equal_losses_have_an_axis_with_room():
    for loss in (0.0, 0.6931, 3e-310, 1e300):
        for whole in (True, False):
            extent = linear_range(loss, loss, math.nan, whole=whole)
            assert extent.low <= loss <= extent.high
            assert extent.span > 0
    assert log_range(0.5, 0.5).span > 0.3


def test_that_a_view_stays_within_the_run_and_is_not_too_narrow():
    whole = AxisRange(0.0, 200.0)
    assert within(AxisRange(-50.0, 50.0), whole) == AxisRange(0.0, 100.0)
    assert within(AxisRange(150.0, 250.0), whole) == AxisRange(100.0, 200.0)
    assert within(AxisRange(-500.0, 900.0), whole) == whole
    assert within(AxisRange(100.0, 100.1), whole).span == 4.0
