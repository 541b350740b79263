"""Initial parameters: the seed documents' own numbers, every method, and explicit values."""

import math

import numpy as np
import pytest
from pydantic import TypeAdapter

from nnviz.model.data import DataSpec, build
from nnviz.model.errors import ModelError
from nnviz.model.network.initialisers import INITIALISERS, InitialSpec, Method, initial_parameters

XOR_STUCK = InitialSpec(Method("uniform", 0.12), Method("uniform", 0.12), seed=565113221, generator="legacy")
FLOWER = InitialSpec(Method("normal", 0.01), seed=2, generator="legacy")


def test_that_the_stuck_xor_starts_from_the_documents_numbers():
    drawn = initial_parameters(XOR_STUCK, (2, 2, 1), default_seed=0)

    printed = {
        "W1": [[-0.08487515, 0.0772192], [-0.01808363, 0.05646714]],
        "b1": [[0.01889538], [0.06580909]],
        "W2": [[0.04935403, 0.09280654]],
        "b2": [[0.03446561]],
    }
    assert list(drawn) == list(printed)
    for name, values in printed.items():
        np.testing.assert_allclose(drawn[name], values, rtol=0, atol=5e-9)


def test_that_a_legacy_uniform_draw_is_the_documents_expression_to_the_last_bit():
    np.random.seed(565113221)
    epsilon = 0.12
    expected = [np.random.random(shape) * epsilon * 2 - epsilon for shape in ((2, 2), (2, 1), (1, 2), (1, 1))]

    drawn = initial_parameters(XOR_STUCK, (2, 2, 1), default_seed=0)

    for array, wanted in zip(drawn.values(), expected, strict=True):
        np.testing.assert_array_equal(array, wanted)


def test_that_a_legacy_normal_draw_is_the_documents_expression_to_the_last_bit():
    np.random.seed(2)
    w1 = np.random.randn(4, 2) * 0.01
    w2 = np.random.randn(1, 4) * 0.01

    drawn = initial_parameters(FLOWER, (2, 4, 1), default_seed=0)

    np.testing.assert_array_equal(drawn["W1"], w1)
    np.testing.assert_array_equal(drawn["W2"], w2)
    assert not drawn["b1"].any()
    assert not drawn["b2"].any()


def test_that_flower_and_first_weights_give_the_documents_costs():
    data = build(DataSpec("planar-flower", seed=1), 0)
    p = initial_parameters(FLOWER, (2, 4, 1), 0)
    x, y, m = data.X, data.labels[np.newaxis, :], data.n_samples
    costs = []
    for update in range(1001):
        a1 = np.tanh(p["W1"] @ x + p["b1"])
        a2 = 1 / (1 + np.exp(-(p["W2"] @ a1 + p["b2"])))
        if update % 1000 == 0:
            costs.append(-np.mean(y * np.log(a2) + (1 - y) * np.log(1 - a2)))
        d2 = a2 - y
        d1 = (p["W2"].T @ d2) * (1 - a1**2)
        p["W2"] -= 1.2 * d2 @ a1.T / m
        p["b2"] -= 1.2 * d2.sum(axis=1, keepdims=True) / m
        p["W1"] -= 1.2 * d1 @ x.T / m
        p["b1"] -= 1.2 * d1.sum(axis=1, keepdims=True) / m

    np.testing.assert_allclose(costs, [0.693048, 0.288083], rtol=0, atol=1e-6)


@pytest.mark.parametrize("rng", [np.random.default_rng(3), np.random.RandomState(3)], ids=["default", "legacy"])
@pytest.mark.parametrize("row", INITIALISERS.values(), ids=INITIALISERS)
def test_that_every_method_draws_float64_of_the_shape_from_either_generator(row, rng):
    drawn = row.draw((3, 2), 2, 3, rng, row.default)

    assert drawn.shape == (3, 2)
    assert drawn.dtype == np.float64
    assert np.isfinite(drawn).all()
    assert row.title
    assert row.help
    assert row.formula


@pytest.mark.parametrize(
    ("method", "deviation", "limit"),
    [
        (Method("uniform", 0.3), 0.3 / math.sqrt(3), 0.3),
        (Method("normal", 0.3), 0.3, None),
        (Method("glorot"), math.sqrt(2 / 500), math.sqrt(6 / 500)),
        (Method("he"), math.sqrt(2 / 300), None),
    ],
)
def test_that_a_draw_has_the_spread_that_its_formula_says(method, deviation, limit):
    drawn = initial_parameters(InitialSpec(method), (300, 200), default_seed=1)["W1"]

    assert drawn.std() == pytest.approx(deviation, rel=0.02)
    assert drawn.mean() == pytest.approx(0, abs=deviation / 50)
    if limit is not None:
        assert 0.99 * limit < np.abs(drawn).max() <= limit


def test_that_constants_and_zeros_are_what_they_say():
    drawn = initial_parameters(InitialSpec(Method("constant", 0.25), Method("zeros")), (2, 3), 0)

    assert (drawn["W1"] == 0.25).all()
    assert (drawn["b1"] == 0).all()


def test_that_shapes_are_units_by_inputs_and_arrays_are_fresh_and_writable():
    first = initial_parameters(InitialSpec(), (2, 3, 1), 0)
    first["W1"][...] = 7

    second = initial_parameters(InitialSpec(), (2, 3, 1), 0)

    assert {name: array.shape for name, array in second.items()} == {
        "W1": (3, 2),
        "b1": (3, 1),
        "W2": (1, 3),
        "b2": (1, 1),
    }
    assert not (second["W1"] == 7).any()


def test_that_the_stated_order_decides_who_gets_which_draw():
    spec = InitialSpec(Method("normal"), seed=5, generator="legacy", order=("W2", "W1"))
    rng = np.random.RandomState(5)

    drawn = initial_parameters(spec, (2, 3, 1), 0)

    np.testing.assert_array_equal(drawn["W2"], rng.randn(1, 3))
    np.testing.assert_array_equal(drawn["W1"], rng.randn(3, 2))
    assert list(drawn) == ["W1", "b1", "W2", "b2"]


def test_that_explicit_numbers_win_and_leave_the_other_draws_as_they_were():
    drawn = initial_parameters(InitialSpec(seed=1), (2, 2, 1), 0)

    mixed = initial_parameters(InitialSpec(seed=1, values={"W1": ((1.0, 2.0), (3.0, 4.0))}), (2, 2, 1), 0)

    assert mixed["W1"].tolist() == [[1, 2], [3, 4]]
    np.testing.assert_array_equal(mixed["W2"], drawn["W2"])


def test_that_the_seed_of_the_scenario_serves_where_the_spec_has_none():
    by_default = initial_parameters(InitialSpec(), (2, 3), default_seed=4)["W1"]

    np.testing.assert_array_equal(by_default, initial_parameters(InitialSpec(seed=4), (2, 3), 0)["W1"])
    np.testing.assert_array_equal(by_default, np.random.default_rng(4).standard_normal((3, 2)))


@pytest.mark.parametrize(
    ("spec", "field", "found", "accepted"),
    [
        (InitialSpec(values={"W1": ((1.0,), (2.0,))}), "values.W1", "2×1", "3×2"),
        (InitialSpec(values={"b1": ((1.0, 2.0, 3.0),)}), "values.b1", "1×3", "3×1"),
        (InitialSpec(values={"W1": ((1.0,), (2.0, 3.0), (4.0, 5.0))}), "values.W1", "different lengths", "3×2"),
        (InitialSpec(values={"W9": ((1.0,),)}), "values.W9", "no such parameter", "W1, b1, W2, b2"),
        (InitialSpec(order=("W1", "W9")), "order[1]", "W9", "W1, b1, W2, b2"),
        (InitialSpec(order=("W1", "W1")), "order[1]", "twice", "once"),
        (InitialSpec(Method("xavier")), "weights.method", "xavier", "glorot"),
        (InitialSpec(biases=Method("uniform", -1.0)), "biases.parameter", "-1.0", "0.0 to"),
        (InitialSpec(Method("normal", math.nan)), "weights.parameter", "nan", "0.0 to"),
        (InitialSpec(Method("glorot", 2.0)), "weights.parameter", "2.0", "nothing"),
        (InitialSpec(seed=-1), "seed", "-1", "0 to"),
        (InitialSpec(seed=2**32, generator="legacy"), "seed", "4294967296", "0 to"),
    ],
)
def test_that_what_does_not_fit_is_reported_with_its_place(spec, field, found, accepted):
    with pytest.raises(ModelError) as caught:
        initial_parameters(spec, (2, 3, 1), 0)

    assert caught.value.where == field
    assert found in caught.value.found
    assert accepted in caught.value.accepted


def test_that_a_spec_survives_its_json():
    spec = InitialSpec(Method("normal", 0.1), seed=3, order=("W1",), values={"b1": ((0.1,), (1 / 3,))})
    adapter = TypeAdapter(InitialSpec)

    assert adapter.validate_json(adapter.dump_json(spec)) == spec
