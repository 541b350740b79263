"""Data sets: what each one makes, the split, the targets."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnviz.model.data import DATA_SETS, DataSpec, build, split, targets_for
from nnviz.model.errors import ModelError

PLANAR = [name for name, kind in DATA_SETS.items() if kind.n_inputs == 2]
every_kind = pytest.mark.parametrize("kind", DATA_SETS.values(), ids=DATA_SETS)


def test_that_the_registry_has_the_data_sets_of_the_documents_first():
    assert list(DATA_SETS)[:11] == [
        "xor",
        "xor-cloud",
        "planar-flower",
        "circle",
        "two-gaussians",
        "spiral",
        "three-class-spiral",
        "moons",
        "sine",
        "digits",
        "mnist",
    ]


@every_kind
@pytest.mark.slow
def test_that_a_data_set_is_what_its_row_says(kind):
    raw = kind.make(kind.default_samples, kind.default_noise, 5)

    assert raw.X.shape == (kind.n_inputs, kind.default_samples)
    assert raw.X.dtype == np.float64
    assert len(kind.feature_names) == kind.n_inputs
    if kind.task == "classification":
        assert raw.labels.dtype == np.int64
        assert sorted(set(raw.labels.tolist())) == list(range(kind.n_classes))
        assert raw.targets is None
    else:
        assert raw.labels is None
        assert raw.targets.shape == (1, kind.default_samples)


@every_kind
def test_that_what_a_data_set_makes_cannot_be_written_to(kind):
    raw = kind.make(kind.default_samples, kind.default_noise, 5)

    for array in (raw.X, raw.labels, raw.targets):
        assert array is None or not array.flags.writeable


@every_kind
@pytest.mark.slow
def test_that_samples_depend_on_the_seed_alone(kind):
    noise = kind.default_noise or 0.1
    first, again, other = (kind.make(kind.default_samples, noise, seed).X for seed in (3, 3, 4))

    np.testing.assert_array_equal(first, again)
    if kind.n_inputs == 2:
        assert not np.array_equal(first, other)


@pytest.mark.parametrize("name", [name for name, kind in DATA_SETS.items() if not kind.fixed_samples])
@pytest.mark.parametrize("samples", [3, 7, 10])
def test_that_any_number_of_samples_can_be_asked_for(name, samples):
    assert build(DataSpec(name, samples=samples), 1).n_samples == samples


@pytest.mark.parametrize("name", [name for name in PLANAR if name != "xor"])
def test_that_planar_data_fills_the_same_plane(name):
    reach = np.abs(DATA_SETS[name].make(400, 0.0, 2).X).max()

    assert 3.0 < reach < 6.0


@pytest.mark.parametrize("name", ["circle", "two-gaussians", "spiral", "three-class-spiral", "moons"])
def test_that_batches_in_a_fixed_order_see_every_class(name):
    kind = DATA_SETS[name]
    labels = kind.make(200, 0.0, 2).labels

    assert set(labels[:30].tolist()) == set(range(kind.n_classes))


def test_that_xor_is_its_four_points_in_binary_order():
    raw = DATA_SETS["xor"].make(4, 0.0, 9)

    assert raw.X.T.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert raw.labels.tolist() == [0, 1, 1, 0]


def test_that_the_flower_is_the_documents_generator_to_the_last_bit():
    # The course's load_planar_dataset, which the document imports, copied literally.
    np.random.seed(1)
    m, per_class, radius = 400, 200, 4
    rows, answers = np.zeros((m, 2)), np.zeros((m, 1), dtype="uint8")
    for j in range(2):
        ix = range(per_class * j, per_class * (j + 1))
        t = np.linspace(j * 3.12, (j + 1) * 3.12, per_class) + np.random.randn(per_class) * 0.2
        r = radius * np.sin(4 * t) + np.random.randn(per_class) * 0.2
        rows[ix] = np.c_[r * np.sin(t), r * np.cos(t)]
        answers[ix] = j

    data = build(DataSpec("planar-flower", seed=1), default_seed=99)

    np.testing.assert_array_equal(data.X, rows.T)
    np.testing.assert_array_equal(data.labels, answers[:, 0])


def test_that_the_circle_without_noise_is_a_disc_within_a_ring():
    raw = DATA_SETS["circle"].make(300, 0.0, 1)
    distance = np.hypot(*raw.X)

    assert distance[raw.labels == 1].max() <= 2.5
    assert 3.5 <= distance[raw.labels == 0].min() <= distance.max() <= 5.0


def test_that_the_xor_cloud_keeps_off_the_axes_and_noise_changes_labels_only():
    clean, noisy = (DATA_SETS["xor-cloud"].make(300, noise, 1) for noise in (0.0, 0.4))

    assert np.abs(clean.X).min() >= 0.3
    np.testing.assert_array_equal(clean.labels, clean.X[0] * clean.X[1] > 0)
    np.testing.assert_array_equal(clean.X, noisy.X)
    assert (clean.labels != noisy.labels).any()


def test_that_noise_spreads_the_gaussians_to_the_stated_variance():
    raw = DATA_SETS["two-gaussians"].make(20_000, 0.5, 1)
    second = raw.X[:, raw.labels == 1]

    np.testing.assert_allclose(second.mean(axis=1), 2.0, atol=0.1)
    np.testing.assert_allclose(second.var(axis=1), 4.0, atol=0.2)


def test_that_spiral_arms_are_turned_copies_of_one_another():
    raw = DATA_SETS["three-class-spiral"].make(300, 0.0, 1)
    arms = [raw.X[:, raw.labels == k] for k in range(3)]
    arms = [arm[:, np.argsort(np.hypot(*arm))] for arm in arms]
    turn = -2 * np.pi / 3
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])

    np.testing.assert_allclose(rotation @ arms[0], arms[1], atol=1e-12)
    np.testing.assert_allclose(rotation @ arms[1], arms[2], atol=1e-12)


def test_that_the_sine_without_noise_is_the_sine():
    data = build(DataSpec("sine", noise=0.0), default_seed=0)

    assert data.task == "regression"
    np.testing.assert_array_equal(data.targets, np.sin(data.X))


@given(m=st.integers(1, 300), share=st.floats(0, 0.9), seed=st.integers(0, 2**32 - 1))
def test_that_a_split_parts_all_samples_in_order_and_leaves_one_for_training(m, share, seed):
    train, test = split(m, share, seed)

    assert sorted([*train, *test]) == list(range(m))
    assert (np.diff(train) > 0).all()
    assert (np.diff(test) > 0).all()
    assert len(train) >= 1
    assert len(test) == min(round(m * share), m - 1)


def test_that_the_split_follows_the_seed():
    chosen = [split(100, 0.3, seed)[1].tolist() for seed in (1, 1, 2)]

    assert chosen[0] == chosen[1] != chosen[2]


def test_that_the_split_is_not_the_draw_that_made_the_samples():
    # Both come from one seed; were they one stream, large inputs would go to one of the two parts.
    assert split(50, 0.5, 7)[1].tolist() != sorted(np.random.default_rng(7).permutation(50)[:25].tolist())


def test_that_every_array_of_the_data_is_read_only():
    data = build(DataSpec("circle", test_share=0.4), default_seed=1)

    for array in (data.X, data.labels, data.train, data.test, targets_for(data, 1, "zero-one")):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


@pytest.mark.parametrize(
    ("name", "n_out", "encoding", "expected"),
    [
        ("xor", 1, "zero-one", [[0, 1, 1, 0]]),
        ("xor", 1, "plus-minus-one", [[-1, 1, 1, -1]]),
        ("xor", 2, "zero-one", [[1, 0, 0, 1], [0, 1, 1, 0]]),
        ("xor", 2, "plus-minus-one", [[1, -1, -1, 1], [-1, 1, 1, -1]]),
    ],
)
def test_that_classes_become_the_targets_of_the_encoding(name, n_out, encoding, expected):
    targets = targets_for(build(DataSpec(name), 0), n_out, encoding)

    assert targets.dtype == np.float64
    assert targets.tolist() == expected


@pytest.mark.parametrize(("name", "n_out"), [("three-class-spiral", 1), ("three-class-spiral", 2), ("sine", 2)])
def test_that_outputs_that_cannot_stand_for_the_data_are_refused_with_both_numbers(name, n_out):
    with pytest.raises(ModelError) as caught:
        targets_for(build(DataSpec(name), 0), n_out, "zero-one")

    assert str(n_out) in caught.value.found
    assert caught.value.accepted


def test_that_regression_targets_are_given_as_they_are():
    data = build(DataSpec("sine"), 0)

    assert targets_for(data, 1, "plus-minus-one") is data.targets


def test_that_the_seed_of_the_scenario_serves_where_the_data_has_none():
    by_default = build(DataSpec("circle", test_share=0.3), default_seed=6)
    by_own = build(DataSpec("circle", test_share=0.3, seed=6), default_seed=1)

    np.testing.assert_array_equal(by_default.X, by_own.X)
    np.testing.assert_array_equal(by_default.test, by_own.test)


def test_that_marked_titles_are_found_by_the_translation_tool(tmp_path):
    # Marks that the tool does not see would leave every title English without anybody noticing.
    package = Path(sys.modules["nnviz.model.data"].__file__).parent
    out = tmp_path / "found.ts"
    tool = Path(sys.executable).with_name("pylupdate6")
    if not tool.exists():
        pytest.skip("pylupdate6 is not installed with this Python")

    subprocess.run([tool, package, "--ts", out], check=True, capture_output=True)

    text = out.read_text(encoding="utf-8")
    assert "<name>model</name>" in text
    for kind in DATA_SETS.values():
        assert f"<source>{kind.title}</source>" in text
        assert f"<source>{kind.help}</source>" in text
