"""An expression computed into preallocated arrays is the expression: whatever is in place of whatever."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnviz.model.engine.numpy_calls import Binder
from nnviz.model.program.expression import Apply, Binary, Constant, MatMul, Reduce, Scalar, Symbol, Transpose

OPERATORS = {"+": np.add, "-": np.subtract, "*": np.multiply}
AXES = {"samples": 1, "units": 0, "all": None}
FUNCTIONS = {
    "square": np.square,
    "abs": np.abs,
    "sign": np.sign,
    "positive": lambda x: np.where(x > 0, 1.0, 0.0),
}


def evaluate(node, arrays, scalars):
    """Compute an expression the slow way, every step in an array of its own."""
    match node:
        case Symbol(name):
            return arrays[name]
        case Scalar(name):
            return scalars[name]
        case Constant(value, _):
            return np.array(value)
        case Transpose(of):
            return evaluate(of, arrays, scalars).T
        case MatMul(left, right):
            return evaluate(left, arrays, scalars) @ evaluate(right, arrays, scalars)
        case Binary(operator, left, right):
            return OPERATORS[operator](evaluate(left, arrays, scalars), evaluate(right, arrays, scalars))
        case Reduce(over, of):
            return evaluate(of, arrays, scalars).sum(axis=AXES[over], keepdims=True)
        case Apply(function, of):
            return FUNCTIONS[function](evaluate(of, arrays, scalars))


@cache
def expressions(rows, columns, depth):
    """Return expressions whose value has a shape; P, Q, R are (3, 3), V (3, 1), H (1, 3), S (1, 1)."""
    symbols = {(3, 3): "PQR", (3, 1): "V", (1, 3): "H", (1, 1): "S"}[rows, columns]
    leaf = st.sampled_from([Symbol(name) for name in symbols])
    if rows == columns:
        leaf |= st.sampled_from([Transpose(Symbol(name)) for name in symbols])
    if depth == 0:
        return leaf
    below = expressions(rows, columns, depth - 1)
    number = st.sampled_from([Scalar("eta"), Constant(2.0, "2")])
    narrower = [expressions(a, b, depth - 1) for a in {1, rows} for b in {1, columns}]
    return st.one_of(
        leaf,
        st.builds(Binary, st.sampled_from("+-*"), below, st.one_of(*narrower, number)),
        st.builds(Binary, st.sampled_from("+-*"), st.one_of(*narrower, number), below),
        st.builds(Apply, st.sampled_from(sorted(FUNCTIONS)), below),
        st.builds(MatMul, expressions(rows, 3, depth - 1), expressions(3, columns, depth - 1)),
        *([st.builds(Reduce, st.just("samples"), expressions(rows, 3, depth - 1))] if columns == 1 else []),
    )


@settings(max_examples=60, deadline=None)
@given(data=st.data())
@pytest.mark.slow
def test_that_a_bound_expression_gives_its_value_and_writes_nothing_else(data):
    target = data.draw(st.sampled_from(["P", "V", "S", "out"]))
    shapes = {"P": (3, 3), "Q": (3, 3), "R": (3, 3), "V": (3, 1), "H": (1, 3), "S": (1, 1), "out": (3, 3)}
    node = data.draw(expressions(*shapes[target], 3))
    rng = np.random.default_rng(0)
    arrays = {name: rng.integers(-3, 4, shape).astype(float) for name, shape in shapes.items()}
    scalars = {"eta": np.array(0.5)}
    before = {name: array.copy() for name, array in arrays.items()}
    calls = Binder(arrays, scalars).bind(node, target)
    expected = np.broadcast_to(evaluate(node, before, scalars), shapes[target])
    for call in calls:
        call()
    assert np.array_equal(arrays[target], expected)
    for name, array in arrays.items():
        if name != target:
            assert np.array_equal(array, before[name])


def test_that_a_number_can_change_without_binding_again():
    arrays, scalars = {"W": np.ones((2, 2)), "g": np.ones((2, 2))}, {"eta": np.array(0.5)}
    calls = Binder(arrays, scalars).bind(Binary("-", Symbol("W"), Binary("*", Scalar("eta"), Symbol("g"))), "W")
    for eta, expected in ((0.5, 0.5), (0.25, 0.25)):
        scalars["eta"][...] = eta
        for call in calls:
            call()
        assert (arrays["W"] == expected).all()


def test_that_a_product_that_does_not_fit_is_refused_with_its_shapes():
    arrays = {"W": np.ones((2, 3)), "out": np.ones((2, 2))}
    with pytest.raises(ValueError, match="\\(2×3\\)·\\(2×3\\)"):
        Binder(arrays, {}).bind(MatMul(Symbol("W"), Symbol("W")), "out")
