"""The loss curve keeps every extreme of a run in memory that does not grow, whenever it is looked at."""

import numpy as np
import pytest

from nnviz.model.curve.blocks import BLOCKS
from nnviz.model.curve.evaluations import COSTLY, EARLY, SPARSE
from nnviz.model.curve.recorder import PENDING, CurveRecorder
from nnviz.model.engine.metrics import Metrics


def recorded(losses, looks=()):
    recorder = CurveRecorder()
    for number, loss in enumerate(losses):
        recorder.add_update(float(loss))
        if number in looks:
            recorder.freeze()
    return recorder.freeze()


def evaluating(epochs, loss=lambda epoch: 1 / (1 + epoch), work=0.0, recorder=None):
    recorder = recorder or CurveRecorder()
    for _ in range(epochs):
        epoch = recorder.evaluations.offered
        if recorder.wants_evaluation():
            metrics = Metrics(2 * epoch, loss(epoch), loss(epoch) + 1, None, 3, None, 4, 0, work=work)
            recorder.add_evaluation(metrics, epoch)
    return recorder


def evaluated(epochs, loss=lambda epoch: 1 / (1 + epoch), work=0.0):
    return evaluating(epochs, loss, work).freeze()


def test_that_a_short_run_is_kept_as_it_is():
    curve = recorded([3.0, 1.0, 2.0])
    assert (curve.updates, curve.stride, curve.fault) == (3, 1, None)
    assert curve.least.tolist() == curve.greatest.tolist() == [3.0, 1.0, 2.0]


@pytest.mark.parametrize("count", [PENDING, BLOCKS, BLOCKS + 1, 3 * BLOCKS + 5, 9 * BLOCKS - 1])
def test_that_blocks_hold_the_extremes_of_their_updates(count):
    losses = np.random.default_rng(1).normal(size=count)
    curve = recorded(losses)
    assert len(curve.least) <= BLOCKS
    parts = [losses[start : start + curve.stride] for start in range(0, count, curve.stride)]
    assert curve.least.tolist() == [part.min() for part in parts]
    assert curve.greatest.tolist() == [part.max() for part in parts]


def test_that_looking_changes_nothing():
    losses = np.random.default_rng(2).normal(size=3 * BLOCKS)
    unseen, seen = recorded(losses), recorded(losses, looks=range(0, len(losses), 37))
    assert unseen.stride == seen.stride
    assert unseen.least.tolist() == seen.least.tolist()


def test_that_the_first_loss_that_is_not_finite_is_named_and_passed_over():
    curve = recorded([1.0, np.inf, np.nan, 2.0])
    assert curve.fault == 1
    np.testing.assert_array_equal(curve.greatest, [1.0, np.nan, np.nan, 2.0])


def test_that_an_evaluation_that_is_not_finite_is_a_fault_too():
    assert evaluated(5, lambda epoch: np.inf if epoch >= 3 else 1.0).fault == 6


def test_that_evaluations_are_thinned_evenly():
    curve = evaluated(3 * BLOCKS)
    assert curve.evaluated_every == 4
    assert len(curve.at) <= BLOCKS
    assert curve.epoch.tolist() == list(range(0, 3 * BLOCKS, 4))
    assert curve.at.tolist() == [2 * epoch for epoch in curve.epoch]
    np.testing.assert_array_equal(curve.train, 1 / (1 + curve.epoch))
    np.testing.assert_array_equal(curve.train_total, curve.train + 1)


@pytest.mark.parametrize(("epochs", "every"), [(EARLY, 1), (EARLY + 1, 2), (5 * EARLY, 8), (6 * BLOCKS, SPARSE)])
def test_that_costly_evaluations_are_thinned_early(epochs, every):
    curve = evaluated(epochs, work=COSTLY)
    assert curve.evaluated_every == every
    assert curve.epoch.tolist() == list(range(0, epochs, every))
    np.testing.assert_array_equal(curve.train, 1 / (1 + curve.epoch))


@pytest.mark.parametrize("epochs", [EARLY - 1, EARLY, EARLY + 1, 3 * EARLY, 9 * EARLY])
def test_that_the_curve_of_an_earlier_moment_is_as_it_was_where_evaluations_were_thinned_early(epochs):
    recorder = evaluating(20 * EARLY, work=COSTLY)
    before, then = recorder.until(2 * (epochs - 1), epochs).freeze(), evaluated(epochs, work=COSTLY)
    assert before.evaluated_every == then.evaluated_every
    for name in ("at", "epoch", "train", "train_accuracy"):
        np.testing.assert_array_equal(getattr(before, name), getattr(then, name))


@pytest.mark.parametrize("epochs", [EARLY + 1, EARLY + 2, 1500])
def test_that_a_run_that_was_not_thinned_early_goes_on_evenly(epochs):
    recorder = evaluating(epochs)
    curve = evaluating(2000, work=COSTLY, recorder=recorder).freeze()
    assert curve.evaluated_every == SPARSE
    assert curve.epoch.tolist() == list(range(0, epochs + 2000, SPARSE))


def test_that_what_is_not_measured_is_not_a_number():
    curve = evaluated(2)
    assert np.isnan(curve.test).all()
    assert np.isnan(curve.test_accuracy).all()
    assert curve.train_accuracy.tolist() == [0.75, 0.75]


def test_that_a_frozen_curve_stays_and_cannot_be_written():
    recorder = CurveRecorder()
    recorder.add_update(1.0)
    curve = recorder.freeze()
    recorder.add_update(2.0)
    assert curve.least.tolist() == [1.0]
    for array in (curve.least, curve.greatest, curve.at, curve.train):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
