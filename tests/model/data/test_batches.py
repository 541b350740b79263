"""Batches: which samples each update sees."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from nnviz.model.data.batches import BatchSpec, batches, updates_per_epoch

TRAIN = np.array([1, 3, 4, 6, 7, 9, 10])


def as_lists(spec, *, seed=1, epoch=0, train=TRAIN):
    return [batch.tolist() for batch in batches(train, spec, seed, epoch)]


def test_that_a_full_batch_is_all_samples_as_they_stand():
    assert as_lists(BatchSpec()) == [TRAIN.tolist()]


def test_that_a_fixed_order_is_kept_and_the_partial_last_batch_too():
    assert as_lists(BatchSpec(3), epoch=5) == [[1, 3, 4], [6, 7, 9], [10]]


def test_that_one_sample_an_update_is_possible():
    assert as_lists(BatchSpec(1)) == [[index] for index in TRAIN]


@pytest.mark.parametrize("order", ["fixed", "shuffled"])
@pytest.mark.parametrize("size", ["full", 7, 100])
def test_that_a_batch_of_everything_never_reorders_its_samples(size, order):
    assert as_lists(BatchSpec(size, order), epoch=3) == [TRAIN.tolist()]


sizes = st.one_of(st.just("full"), st.integers(1, 40))


@given(n=st.integers(1, 30), size=sizes, order=st.sampled_from(["fixed", "shuffled"]), epoch=st.integers(0, 10**6))
def test_that_an_epoch_sees_every_training_sample_once(n, size, order, epoch):
    train, spec = np.arange(n) * 2, BatchSpec(size, order)

    made = batches(train, spec, 12, epoch)

    assert sorted(np.concatenate(made).tolist()) == train.tolist()
    assert len(made) == updates_per_epoch(n, spec)
    assert {len(batch) for batch in made[:-1]} <= {size}


def test_that_the_order_depends_on_seed_and_epoch_alone():
    spec = BatchSpec(2, "shuffled")
    train = np.arange(20)
    first = as_lists(spec, seed=1, epoch=0, train=train)

    as_lists(spec, seed=1, epoch=7, train=train)

    assert as_lists(spec, seed=1, epoch=0, train=train) == first
    assert as_lists(spec, seed=1, epoch=1, train=train) != first
    assert as_lists(spec, seed=2, epoch=0, train=train) != first


def test_that_batches_cannot_be_written_to_and_leave_the_training_samples_alone():
    for spec in (BatchSpec(), BatchSpec(3), BatchSpec(3, "shuffled")):
        for batch in batches(TRAIN, spec, 1, 0):
            assert not batch.flags.writeable
    assert TRAIN.flags.writeable


@pytest.mark.parametrize("text", ['{"size": 0}', '{"size": "half"}', '{"order": "random"}'])
def test_that_a_file_with_another_size_or_order_is_refused(text):
    with pytest.raises(ValidationError):
        TypeAdapter(BatchSpec).validate_json(text)
