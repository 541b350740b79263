"""Scaling of the inputs: a step of its own, from the training samples alone."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz.model.data import DataSpec, as_explicit, build, with_sample_moved
from nnviz.model.errors import ModelError

ROWS = ((1.0, 10.0, 5.0), (3.0, 30.0, 5.0), (5.0, 20.0, 5.0), (100.0, -7.0, 6.0))


LINE = DataSpec("explicit", inputs=((1.0,), (2.0,), (3.0,)), targets=((10.0, 1.0), (30.0, 5.0), (90.0, 0.0)), test=(2,))


def spec(**fields: object) -> DataSpec:
    return DataSpec("explicit", inputs=ROWS, labels=(0, 1, 0, 1), test=(3,), **fields)


def test_that_nothing_is_scaled_unless_it_is_asked_for():
    data = build(spec(), 0)

    assert data.X.T.tolist() == [list(row) for row in ROWS]
    assert data.raw is data.X
    assert data.scaled is None


def test_that_standardised_training_samples_have_mean_0_and_deviation_1():
    data = build(spec(scaling="standard"), 0)

    np.testing.assert_allclose(data.X[:2, data.train].mean(axis=1), 0.0, atol=1e-15)
    np.testing.assert_allclose(data.X[:2, data.train].std(axis=1), 1.0, rtol=1e-14)


def test_that_min_max_takes_training_samples_from_0_to_1_and_test_samples_beyond():
    data = build(spec(scaling="min-max"), 0)

    assert (data.X[0, data.train].min(), data.X[0, data.train].max()) == (0.0, 1.0)
    assert data.X[0, 3] == (100 - 1) / 4


@pytest.mark.parametrize("scaling", ["standard", "min-max"])
def test_that_an_input_that_is_the_same_everywhere_becomes_0(scaling):
    assert build(spec(scaling=scaling), 0).X[2, :3].tolist() == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    "fields", [{"scaling": "standard"}, {"scaling": "min-max"}, {"scaling": "divide", "divisor": 8.0}]
)
def test_that_the_step_is_the_one_that_is_shown_and_can_be_undone(fields):
    data = build(spec(**fields), 0)
    how = data.scaled

    assert data.raw.T.tolist() == [list(row) for row in ROWS]
    np.testing.assert_array_equal(data.X, (data.raw - how.offset) * how.factor)
    np.testing.assert_allclose(how.undone(data.X), data.raw, rtol=1e-14)


def test_that_scaled_samples_written_out_keep_their_bits_and_their_scaling():
    data = build(spec(scaling="standard"), 0)

    again = build(as_explicit(data), 0)

    np.testing.assert_array_equal(again.X, data.X)
    np.testing.assert_array_equal(again.raw, data.raw)
    assert as_explicit(data).scaling == "given"


def test_that_moving_a_scaled_sample_moves_no_other():
    data = build(spec(scaling="standard"), 0)

    moved = build(with_sample_moved(data, 0, (0.5, -0.5, 0.0)), 0)

    np.testing.assert_allclose(moved.X[:, 0], (0.5, -0.5, 0.0), atol=1e-12)
    np.testing.assert_array_equal(moved.X[:, 1:], data.X[:, 1:])


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"scaling": "divide"}, "divisor"),
        ({"scaling": "divide", "divisor": 0.0}, "divisor"),
        ({"divisor": 2.0}, "divisor"),
        ({"scaling": "given", "offset": (0.0,), "factor": (1.0,)}, "offset, factor"),
        ({"scaling": "given", "offset": (0.0,) * 3, "factor": (1.0, 0.0, 1.0)}, "offset, factor"),
        ({"scaling": "standard", "offset": (0.0,) * 3}, "offset, factor"),
        ({"class_names": ("a", "b", "c")}, "class_names"),
        ({"image_shape": (2, 2)}, "image_shape"),
    ],
)
def test_that_what_does_not_fit_is_refused_at_its_field(fields, field):
    with pytest.raises(ModelError) as caught:
        build(spec(**fields), 0)

    assert caught.value.where == field


def test_that_numbers_that_cannot_be_scaled_are_refused():
    huge = DataSpec("explicit", inputs=((1e308,), (-1e308,)), labels=(0, 1), scaling="min-max")

    with pytest.raises(ModelError, match="too far apart"):
        build(huge, 0)


def test_that_targets_can_be_scaled_as_a_step_of_their_own():
    data = build(replace(LINE, target_scaling="standard"), 0)

    np.testing.assert_allclose(data.targets[:, data.train].mean(axis=1), 0.0, atol=1e-15)
    np.testing.assert_allclose(data.targets[:, data.train].std(axis=1), 1.0, rtol=1e-14)
    assert data.scaled_targets.raw.T.tolist() == [list(row) for row in LINE.targets]
    np.testing.assert_allclose(data.scaled_targets.undone(data.targets), data.scaled_targets.raw, rtol=1e-14)


def test_that_classes_have_no_scaling_of_targets():
    with pytest.raises(ModelError) as caught:
        build(spec(target_scaling="standard"), 0)

    assert caught.value.where == "target_scaling"


def test_that_scaled_targets_written_out_keep_their_bits():
    data = build(replace(LINE, target_scaling="standard"), 0)

    np.testing.assert_array_equal(build(as_explicit(data), 0).targets, data.targets)


def test_that_classes_keep_their_names():
    assert build(spec(class_names=("no", "yes")), 0).class_names == ("no", "yes")
    assert build(spec(class_names=("no",), n_classes=3), 0).class_names == ("no", "1", "2")


def test_that_planar_data_can_be_scaled_too():
    data = build(DataSpec("circle", scaling="standard"), 0)

    np.testing.assert_allclose(data.X.std(axis=1), 1.0, rtol=1e-12)
