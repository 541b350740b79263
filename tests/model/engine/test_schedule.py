"""A schedule returns the batches of many updates at once: the same as those of the single updates."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine.schedule import Schedule, Stretch, stretch_from_start
from nnviz.model.scenario.scenario import Scenario
from nnviz.model.scenario.validation import prepare

CIRCLE = Scenario.load("circle")
SAMPLES = len(prepare(CIRCLE).data.train)


def of_size(size, order="shuffled", mistakes=()):
    return prepare(replace(CIRCLE, batch=BatchSpec(size, order), mistakes=mistakes))


@pytest.mark.slow
@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize(
    "prepared",
    [
        pytest.param(of_size(10), id="shuffled"),
        pytest.param(of_size(1), id="shuffled, one sample"),
        pytest.param(of_size(30), id="shuffled, a partial batch"),
        pytest.param(of_size(10, "fixed"), id="fixed"),
        pytest.param(of_size(30, "fixed"), id="fixed, a partial batch"),
        pytest.param(of_size("full"), id="full"),
        pytest.param(of_size(30, "shuffled", ("leaking-batch",)), id="leaking"),
    ],
)
@given(asked=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 400)), min_size=1, max_size=6))
@settings(max_examples=15, deadline=None)
@pytest.mark.sample(6)
def test_that_batches_known_beforehand_are_those_of_each_update(prepared, later, asked):
    start = stretch_from_start(prepared)
    stretch = Stretch(7, 3, start.per_epoch) if later else start
    at_once, each = Schedule(prepared, stretch), Schedule(prepared, stretch)
    update = stretch.first_update + 1
    for further, most in asked:
        update += further  # 0: where it was left
        table, first, count = at_once.whole_batches(update, most)
        assert 0 <= count <= most
        if count == 0:
            assert len(each.samples_of(update)) != table.shape[1]
        for number in range(count):
            np.testing.assert_array_equal(table[(first + number) % len(table)], each.samples_of(update + number))
        update += count


def test_that_whole_batches_in_new_orders_are_known_for_several_epochs_and_cannot_be_written_to():
    table, _, count = Schedule(of_size(10)).whole_batches(1, 5 * SAMPLES)
    assert count == 5 * SAMPLES
    assert not table.flags.writeable


def test_that_a_schedule_goes_back_to_the_orders_that_were():
    schedule = Schedule(of_size(10))
    table, first, _ = schedule.whole_batches(15, 40)
    before = table[first].tolist()
    schedule.whole_batches(10 * SAMPLES, 40)
    table, first, _ = schedule.whole_batches(15, 40)
    assert table[first].tolist() == before
