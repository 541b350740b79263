"""Activation functions: their values by other formulas, their slopes by differences, their extremes."""

import math

import numpy as np
import pytest

from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.network.activations_with_number import named_with

NAIVE = {
    "identity": lambda z: z,
    "sigmoid": lambda z: math.exp(z) / (math.exp(z) + 1),
    "tanh": lambda z: (math.exp(z) - math.exp(-z)) / (math.exp(z) + math.exp(-z)),
    "relu": lambda z: z if z > 0 else 0.0,
    "leaky-relu": lambda z: z if z > 0 else 0.01 * z,
    "softplus": lambda z: math.log(1 + math.exp(z)),
    "elu": lambda z: z if z > 0 else math.exp(z) - 1,
    "bipolar-sigmoid": lambda z: 2 / (1 + math.exp(-z)) - 1,
    "swish": lambda z: z / (1 + math.exp(-z)),
    "gelu": lambda z: z * (1 + math.erf(z / math.sqrt(2))) / 2,
    "gelu-tanh": lambda z: z / 2 * (1 + math.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3))),
}
NUMBERED = {
    "leaky-relu(0.2)": lambda z: z if z > 0 else 0.2 * z,
    "leaky-relu(0)": lambda z: z if z > 0 else 0.0,
    "elu(0.5)": lambda z: z if z > 0 else 0.5 * (math.exp(z) - 1),
}
ELEMENT_WISE = [name for name, row in ACTIVATIONS.items() if not row.couples_units]
PLACES = np.array([[-4.0, -1.5, -0.3], [0.2, 1.0, 3.7]])
EXTREMES = np.array([[-1e308, -1e4, -710.0, -0.0, 0.0, 710.0, 1e4, 1e308]])
LIMITS = {"sigmoid": (0.0, 1.0), "tanh": (-1.0, 1.0), "relu": (0.0, 1e308), "softplus": (0.0, 1e308)}


def values(name, z):
    out = np.empty_like(z)
    with np.errstate(all="ignore"):
        ACTIVATIONS[name].function(z, out)
    return out


def slopes(name, z):
    row, out = ACTIVATIONS[name], np.empty_like(z)
    with np.errstate(all="ignore"):
        row.slope(values(name, z) if row.slope_reads == "A" else z, out)
    return out


def test_that_every_activation_is_tested():
    assert set(ACTIVATIONS) == {*NAIVE, "softmax"}


@pytest.mark.parametrize("name", [*NAIVE, *NUMBERED])
def test_that_values_are_those_of_the_definition(name):
    expected = [[{**NAIVE, **NUMBERED}[name](float(z)) for z in row] for row in PLACES]
    np.testing.assert_allclose(values(name, PLACES), expected, rtol=1e-14, atol=1e-15)


@pytest.mark.parametrize("name", [*NAIVE, *NUMBERED])
def test_that_slopes_are_the_derivative(name):
    step = 1e-6
    expected = (values(name, PLACES + step) - values(name, PLACES - step)) / (2 * step)
    np.testing.assert_allclose(slopes(name, PLACES), expected, rtol=1e-8, atol=1e-9)


@pytest.mark.parametrize(
    ("name", "slope"), [("relu", 0.0), ("leaky-relu", 0.01), ("leaky-relu(0.2)", 0.2), ("elu(0.5)", 0.5)]
)
def test_that_the_slope_at_a_kink_is_that_of_its_left_side(name, slope):
    assert slopes(name, np.array([[0.0, -0.0]])).tolist() == [[slope, slope]]


@pytest.mark.parametrize("name", ELEMENT_WISE)
def test_that_extremes_give_numbers(name):
    found = values(name, EXTREMES)
    assert not np.isnan(found).any()
    assert not np.isnan(slopes(name, EXTREMES)).any()
    if name in LIMITS:
        assert (found[0, 0], found[0, -1]) == LIMITS[name]


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_that_a_value_that_is_no_number_stays_one(name):
    assert np.isnan(values(name, np.array([[np.nan], [1.0]]))[0, 0])


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_that_the_inputs_are_not_written_to(name):
    z = PLACES.copy()
    values(name, z)
    assert np.array_equal(z, PLACES)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_that_values_lie_in_the_range_that_is_reported(name):
    low, high = ACTIVATIONS[name].value_range or (-np.inf, np.inf)
    found = values(name, EXTREMES)
    assert (found >= low).all()
    assert (found <= high).all()


def test_that_softmax_shares_one_out_over_the_units():
    z = np.array([[1.0, -1000.0, 1e308], [2.0, 0.0, 0.0], [0.5, 1000.0, -1e308]])
    found = values("softmax", z)
    np.testing.assert_allclose(found.sum(axis=0), 1.0, rtol=1e-15)
    np.testing.assert_allclose(found[:, 0], np.exp(z[:, 0]) / np.exp(z[:, 0]).sum(), rtol=1e-15)
    assert found[:, 1].tolist() == [0.0, 0.0, 1.0]
    assert found[:, 2].tolist() == [1.0, 0.0, 0.0]


def test_that_only_softmax_has_no_slope_of_its_own():
    assert [name for name, row in ACTIVATIONS.items() if row.slope is None] == ["softmax"]


@pytest.mark.parametrize(
    "name", ["leaky-relu(2)", "leaky-relu(-0.1)", "elu(0)", "elu(1e", "tanh(0.5)", "elu()", "elu(-)"]
)
def test_that_a_number_that_is_not_accepted_names_nothing(name):
    assert name not in ACTIVATIONS


def test_that_an_activation_with_a_number_is_named_by_it():
    assert named_with("leaky-relu", 0.2) == "leaky-relu(0.2)"
    assert named_with("leaky-relu", 0.01) == "leaky-relu"
    row = ACTIVATIONS["elu(0.5)"]
    assert (row.family, row.number, row.bends_at_zero) == ("elu", 0.5, True)
    assert (row.formula, row.slope_formula) == ("z if z > 0 else 0.5·(e^z − 1)", "1 if z > 0 else 0.5·e^z")
    assert ACTIVATIONS["elu(0.5)"] is row  # engines record its functions once


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gelu", "gelu-tanh", "swish", "elu"])
def test_that_these_are_the_functions_of_torch(name):
    functional = pytest.importorskip("torch").nn.functional
    torch = pytest.importorskip("torch")
    of = {
        "gelu": functional.gelu,
        "gelu-tanh": lambda z: functional.gelu(z, approximate="tanh"),
        "swish": functional.silu,
        "elu": functional.elu,
    }
    z = torch.tensor(PLACES, requires_grad=True)
    of[name](z).sum().backward()
    np.testing.assert_allclose(values(name, PLACES), of[name](z).detach().numpy(), rtol=1e-13, atol=1e-15)
    np.testing.assert_allclose(slopes(name, PLACES), z.grad.numpy(), rtol=1e-13, atol=1e-15)
