"""The samples of a recorded run are found among what names hold, and each batch among them."""

import numpy as np
import pytest

from nnviz.model.errors import ModelError
from nnviz.model.recorded_run.findings import FoundPass
from nnviz.model.recorded_run.samples import found_samples

ALL = np.array([[0.0, 1.0, 2.0, 0.0], [5.0, 6.0, 7.0, 5.0]])
TARGETS = np.array([[1.0, 0.0, 1.0, 1.0]])


def batch(update: int, *places: int) -> FoundPass:
    return FoundPass(update, 0, ALL[:, places], TARGETS[:, places])


def test_that_all_samples_are_found_in_rows_beside_their_flat_targets():
    found = found_samples([batch(1, 1, 0)], [np.eye(3), ALL.T, TARGETS.ravel()])
    assert np.array_equal(found.inputs, ALL)
    assert np.array_equal(found.targets, TARGETS)
    assert found.batches[0].tolist() == [1, 0]


def test_that_equal_samples_of_a_batch_are_different_columns():
    found = found_samples([batch(1, 0, 3, 2)], [ALL, TARGETS])
    assert found.batches[0].tolist() == [0, 3, 2]


def test_that_without_them_the_recorded_batches_are_the_samples():
    found = found_samples([batch(1, 2, 1), batch(2, 1, 0)], [])
    assert found.inputs.shape == (2, 3)
    for each, places in zip((batch(1, 2, 1), batch(2, 1, 0)), found.batches, strict=True):
        assert np.array_equal(found.inputs[:, places], each.inputs)
        assert np.array_equal(found.targets[:, places], each.targets)


def test_that_a_run_without_forward_lines_is_refused():
    with pytest.raises(ModelError, match="no samples"):
        found_samples([], [ALL])
