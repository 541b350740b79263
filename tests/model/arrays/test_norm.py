"""The size of a matrix is right at every scale of its numbers."""

import math
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnviz.model.arrays.norm import frobenius


def test_that_the_norm_is_the_root_of_the_sum_of_squares() -> None:
    array = np.random.default_rng(0).normal(size=(30, 784))
    assert frobenius(array) == pytest.approx(math.sqrt(math.fsum(np.square(array).ravel())), rel=1e-14)
    assert frobenius(array.T) == pytest.approx(frobenius(array), rel=1e-14)


@pytest.mark.parametrize("scale", [1e-300, 1e-200, 1e200, 1e300])
def test_that_squares_out_of_range_do_not_make_it_zero_or_infinite(scale: float) -> None:
    assert frobenius(np.array([[3.0, -4.0]]) * scale) == pytest.approx(5.0 * scale, rel=1e-12)


@given(arrays(np.float64, (2, 3), elements=st.floats(-1e300, 1e300)))
@example(np.array([[3e-162]]))
@example(np.array([[1e-160, 3e-162]]))
@example(np.array([[5e-324, -2e-323]]))
@pytest.mark.slow
def test_that_it_is_right_to_its_last_digits_whatever_the_sizes(array: np.ndarray) -> None:
    exact = sum(Decimal(value) ** 2 for value in array.ravel().tolist()).sqrt()
    assert abs(Decimal(frobenius(array)) - exact) <= Decimal("1e-14") * exact + Decimal("5e-324")


def test_that_single_precision_loses_nothing_either() -> None:
    assert frobenius(np.array([[3e-22, 4e-22]], np.float32)) == pytest.approx(5e-22, rel=1e-6)


def test_that_it_is_zero_only_of_zeros_and_not_finite_only_of_what_is_not_finite() -> None:
    assert frobenius(np.zeros((2, 3))) == 0.0
    assert frobenius(np.array([[1.0, -math.inf]])) == math.inf
    assert math.isnan(frobenius(np.array([[1.0, math.nan]])))
    assert math.isnan(frobenius(np.array([[math.inf, math.nan]])))
