"""The handwritten digits that ship with nnviz."""

import numpy as np
import pytest

from nnviz.assets import asset
from nnviz.model.data import DATA_SETS, DataSpec, as_explicit, build, with_sample_relabelled
from nnviz.model.errors import ModelError
from nnviz.model.scenario.file import find_scenario
from nnviz.model.session.session import Session

FILES = {"mnist": ("mnist-2500.npz", 255.0), "digits": ("digits-8x8.npz", 16.0)}
every_set = pytest.mark.parametrize("name", FILES)


@every_set
def test_that_every_shipped_picture_is_there_with_its_label_scaled_to_1(name):
    file, full = FILES[name]
    with np.load(asset("data", file)) as archive:
        shipped = {
            (image.tobytes(), int(label)) for image, label in zip(archive["images"], archive["labels"], strict=True)
        }
        shape = archive["images"].shape[1:]

    data = build(DataSpec(name), 0)

    assert data.image_shape == shape
    assert {
        (row.astype(np.uint8).tobytes(), int(label)) for row, label in zip(data.raw.T, data.labels, strict=True)
    } == (shipped)
    assert (data.X.min(), data.X.max()) == (0.0, 1.0)
    np.testing.assert_allclose(data.X, data.raw / full, rtol=1e-15)
    assert data.class_names == tuple("0123456789")


@every_set
@pytest.mark.parametrize("samples", [10, 100, 250])
def test_that_fewer_samples_are_balanced_and_the_same_for_every_seed(name, samples):
    few, again = (build(DataSpec(name, samples=samples), seed) for seed in (0, 7))

    assert np.bincount(few.labels).tolist() == [samples // 10] * 10
    np.testing.assert_array_equal(few.X, again.X)


def test_that_a_set_of_pictures_is_made_once_while_somebody_has_it():
    data = build(DataSpec("mnist", test_share=0.2), 3)

    assert build(DataSpec("mnist", test_share=0.2), 3) is data
    assert build(DataSpec("mnist", test_share=0.2), 4) is not data


def test_that_inputs_of_a_picture_are_named_by_row_and_column():
    assert DATA_SETS["digits"].feature_names[:9] == (*(f"x[1,{k}]" for k in range(1, 9)), "x[2,1]")


def test_that_noise_jitters_pixels():
    clean, noisy = (build(DataSpec("digits", noise=noise), 0) for noise in (0.0, 0.1))

    assert np.std(noisy.X - clean.X) == pytest.approx(0.1, rel=0.02)


def test_that_a_relabelled_digit_is_still_a_picture_with_the_same_bits():
    data = build(DataSpec("digits", test_share=0.2), 0)

    changed = build(with_sample_relabelled(data, 3, 9), 0)

    np.testing.assert_array_equal(changed.X, data.X)
    np.testing.assert_array_equal(changed.raw, data.raw)
    np.testing.assert_array_equal(changed.test, data.test)
    assert (changed.image_shape, changed.class_names) == (data.image_shape, data.class_names)


def test_that_very_many_numbers_are_not_written_out():
    with pytest.raises(ModelError, match="at most 200"):
        as_explicit(build(DataSpec("mnist"), 0))


def test_that_the_engine_has_no_copy_of_the_samples():
    session = Session(find_scenario("mnist"))

    assert np.shares_memory(session.history.timeline.runner.engine.inputs, session.snapshot().data.X)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "updates", "accuracy"), [("mnist", 3000, 0.88), ("mnist-softmax", 3000, 0.88), ("digits", 1500, 0.93)]
)
@pytest.mark.sample(1)
@pytest.mark.no_cover
def test_that_the_shipped_scenario_learns_to_read_unseen_digits(name, updates, accuracy):
    session = Session(find_scenario(name))
    session.step_update(updates)

    assert session.metrics.test_samples == round(0.2 * session.snapshot().data.n_samples)
    assert session.metrics.test_accuracy >= accuracy
