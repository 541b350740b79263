"""Data in a scenario: what is refused, samples written out, and editing them."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from nnviz.model.data import (
    DataSpec,
    as_explicit,
    build,
    with_sample_added,
    with_sample_moved,
    with_sample_relabelled,
    with_sample_removed,
)
from nnviz.model.errors import ModelError

ADAPTER = TypeAdapter(DataSpec)
THREE = DataSpec("explicit", inputs=((0.1, 0.2), (0.3, 0.4), (0.5, 0.6)), labels=(0, 1, 2), test=(1,))
LINE = DataSpec("explicit", inputs=((0.0,), (1.0,)), targets=((2.0, 3.0), (4.0, 5.0)))


@pytest.mark.parametrize(
    ("spec", "field"),
    [
        (DataSpec("flwr"), "kind"),
        (DataSpec("xor", samples=5), "samples"),
        (DataSpec("circle", samples=1), "samples"),
        (DataSpec("three-class-spiral", samples=2), "samples"),
        (DataSpec("circle", noise=1.5), "noise"),
        (DataSpec("circle", noise=math.nan), "noise"),
        (DataSpec("circle", test_share=0.95), "test_share"),
        (DataSpec("circle", seed=-1), "seed"),
        (DataSpec("planar-flower", seed=2**32), "seed"),
        (DataSpec("circle", inputs=((1.0, 2.0),)), "inputs"),
        (DataSpec("circle", labels=()), "labels"),
        (DataSpec("explicit"), "inputs"),
        (DataSpec("explicit", inputs=((1.0,),)), "labels, targets"),
        (DataSpec("explicit", inputs=((1.0,),), labels=(0,), targets=((1.0,),)), "labels, targets"),
        (DataSpec("explicit", inputs=((1.0,), (1.0, 2.0)), labels=(0, 1)), "inputs[1]"),
        (DataSpec("explicit", inputs=((), ()), labels=(0, 1)), "inputs[0]"),
        (DataSpec("explicit", inputs=((1.0, math.inf),), labels=(0,)), "inputs[0][1]"),
        (DataSpec("explicit", inputs=((1.0,),), labels=(0, 1)), "labels"),
        (DataSpec("explicit", inputs=((1.0,),), labels=(-1,)), "labels[0]"),
        (DataSpec("explicit", inputs=((1.0,),), labels=(2,), n_classes=2), "labels[0]"),
        (DataSpec("explicit", inputs=((1.0,),), targets=((1.0,), (2.0,))), "targets"),
        (DataSpec("explicit", inputs=((1.0,), (2.0,)), labels=(0, 1), test=(2,)), "test"),
        (DataSpec("explicit", inputs=((1.0,), (2.0,)), labels=(0, 1), test=(-1,)), "test"),
        (DataSpec("explicit", inputs=((1.0,), (2.0,)), labels=(0, 1), test=(0, 1)), "test"),
        (DataSpec("explicit", inputs=((1.0,), (2.0,)), labels=(0, 1), test=(0,), test_share=0.5), "test_share"),
        (DataSpec("explicit", inputs=((1.0,),), labels=(0,), noise=0.1), "noise"),
        (DataSpec("explicit", inputs=((1.0,),), labels=(0,), feature_names=("a", "b")), "feature_names"),
    ],
)
def test_that_data_that_cannot_be_made_is_refused_at_its_field(spec, field):
    with pytest.raises(ModelError) as caught:
        build(spec, default_seed=0)

    assert caught.value.where == field
    assert caught.value.found
    assert caught.value.accepted


def test_that_explicit_samples_stand_in_columns_as_they_were_written():
    data = build(THREE, default_seed=0)

    assert data.X.tolist() == [[0.1, 0.3, 0.5], [0.2, 0.4, 0.6]]
    assert data.labels.tolist() == [0, 1, 2]
    assert (data.n_classes, data.feature_names, data.n_samples) == (3, ("x1", "x2"), 3)
    assert (data.train.tolist(), data.test.tolist()) == ([0, 2], [1])


def test_that_explicit_samples_can_be_split_by_share():
    spec = DataSpec("explicit", inputs=tuple((float(i),) for i in range(10)), labels=(0, 1) * 5, test_share=0.3)

    assert len(build(spec, default_seed=0).test) == 3


def test_that_explicit_regression_keeps_every_target():
    data = build(LINE, default_seed=0)

    assert data.task == "regression"
    assert data.targets.tolist() == [[2.0, 4.0], [3.0, 5.0]]


@pytest.mark.parametrize("name", ["xor", "planar-flower", "three-class-spiral", "sine"])
def test_that_data_written_out_and_read_back_has_the_same_bits(name):
    data = build(DataSpec(name, test_share=0.25), default_seed=8)

    again = build(ADAPTER.validate_json(ADAPTER.dump_json(as_explicit(data))), default_seed=0)

    np.testing.assert_array_equal(again.X, data.X)
    np.testing.assert_array_equal(again.test, data.test)
    np.testing.assert_array_equal(again.train, data.train)
    assert again.n_classes == data.n_classes
    assert again.feature_names == data.feature_names
    if data.labels is None:
        np.testing.assert_array_equal(again.targets, data.targets)
    else:
        np.testing.assert_array_equal(again.labels, data.labels)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=2, max_size=2))
def test_that_the_place_that_a_sample_is_moved_to_survives_the_file(x):
    moved = with_sample_moved(build(THREE, 0), 2, x)

    spec = ADAPTER.validate_json(ADAPTER.dump_json(moved))

    assert build(spec, 0).X[:, 2].tolist() == x


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "circle", "test_share": 0.95}',
        '{"kind": "circle", "noise": -0.1}',
        '{"kind": "circle", "seed": 4294967296}',
        '{"kind": "circle", "nose": 0.1}',
        '{"kind": "explicit", "inputs": [[NaN]], "labels": [0]}',
    ],
)
def test_that_a_file_with_a_value_out_of_range_or_an_unknown_field_is_refused(text):
    with pytest.raises(ValidationError):
        ADAPTER.validate_json(text)


def test_that_a_schema_can_be_made():
    assert json.dumps(ADAPTER.json_schema())


def test_that_an_added_sample_is_the_last_and_for_training():
    data = build(with_sample_added(build(THREE, 0), (0.7, 0.8), 1), 0)

    assert data.X[:, 3].tolist() == [0.7, 0.8]
    assert data.labels.tolist() == [0, 1, 2, 1]
    assert data.train.tolist() == [0, 2, 3]
    assert data.test.tolist() == [1]


def test_that_a_sample_of_a_new_class_makes_one_class_more():
    assert build(with_sample_added(build(THREE, 0), (0.0, 0.0), 3), 0).n_classes == 4


def test_that_a_numpy_integer_is_a_class():
    assert build(with_sample_added(build(THREE, 0), np.zeros(2), np.int64(1)), 0).labels.tolist() == [0, 1, 2, 1]


def test_that_moving_a_sample_moves_that_one_alone():
    before = build(THREE, 0)
    after = build(with_sample_moved(before, 1, np.array([9.0, 8.0])), 0)

    assert after.X.tolist() == [[0.1, 9.0, 0.5], [0.2, 8.0, 0.6]]
    assert after.labels.tolist() == before.labels.tolist()
    assert after.test.tolist() == [1]
    assert before.X[0, 1] == 0.3


def test_that_a_class_remains_when_its_last_sample_is_relabelled():
    data = build(with_sample_relabelled(build(THREE, 0), 2, 0), 0)

    assert data.labels.tolist() == [0, 1, 0]
    assert data.n_classes == 3


def test_that_removing_a_sample_keeps_which_of_the_others_are_for_testing():
    data = build(with_sample_removed(build(THREE, 0), 0), 0)

    assert data.X.tolist() == [[0.3, 0.5], [0.4, 0.6]]
    assert data.labels.tolist() == [1, 2]
    assert (data.train.tolist(), data.test.tolist()) == ([1], [0])


def test_that_removing_a_test_sample_leaves_the_training_samples():
    data = build(with_sample_removed(build(THREE, 0), 1), 0)

    assert (data.train.tolist(), data.test.tolist()) == ([0, 1], [])


def test_that_the_last_training_sample_cannot_be_removed():
    data = build(with_sample_removed(build(THREE, 0), 0), 0)

    with pytest.raises(ModelError, match="the last training sample"):
        with_sample_removed(data, 1)


def test_that_regression_samples_are_edited_alike():
    data = build(LINE, 0)

    added = build(with_sample_added(data, (7.0,), (1.5, 2.5)), 0)
    changed = build(with_sample_relabelled(added, 0, (0.5, 0.25)), 0)
    removed = build(with_sample_removed(changed, 1), 0)

    assert removed.X.tolist() == [[0.0, 7.0]]
    assert removed.targets.tolist() == [[0.5, 1.5], [0.25, 2.5]]


@pytest.mark.parametrize("index", [-1, 3])
def test_that_a_sample_that_is_not_there_cannot_be_edited(index):
    data = build(THREE, 0)

    for edit in (
        lambda: with_sample_moved(data, index, (0.0, 0.0)),
        lambda: with_sample_relabelled(data, index, 0),
        lambda: with_sample_removed(data, index),
    ):
        with pytest.raises(ModelError, match="0 to 2"):
            edit()


def test_that_a_sample_needs_as_many_numbers_as_there_are_inputs():
    with pytest.raises(ModelError, match="2, one for each input"):
        with_sample_added(build(THREE, 0), (1.0,), 0)


def test_that_classes_and_targets_are_not_mixed():
    with pytest.raises(ModelError):
        with_sample_added(build(LINE, 0), (1.0,), 1)
    with pytest.raises(ModelError):
        with_sample_relabelled(build(THREE, 0), 0, (1.0,))
