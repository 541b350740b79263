"""Arrays as text to paste into code or into a spreadsheet."""

import numpy as np
import pytest

from nnviz.model.text.numpy_literal import as_numpy, as_tsv


def test_that_a_numpy_literal_reads_as_people_write_it():
    assert as_numpy(np.array([[1.0, -0.5], [0.1, 2.0]])) == "np.array([[1.0, -0.5],\n          [0.1, 2.0]])"


def test_that_a_numpy_literal_evaluates_to_the_same_bits():
    rng = np.random.default_rng(0)
    array = rng.standard_normal((5, 3)) * 10.0 ** rng.integers(-300, 300, (5, 3))
    array[0] = 1 / 3, 5e-324, -0.0
    again = eval(as_numpy(array), {"np": np})
    assert again.tobytes() == array.tobytes()
    assert again.shape == array.shape


def test_that_what_is_not_finite_is_written_in_numpys_words():
    array = np.array([[np.nan, np.inf, -np.inf]])
    assert as_numpy(array) == "np.array([[np.nan, np.inf, -np.inf]])"


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (4, 1)])
def test_that_a_single_row_or_column_stays_two_dimensional(shape):
    array = np.arange(np.prod(shape), dtype=float).reshape(shape)
    assert eval(as_numpy(array), {"np": np}).shape == shape


def test_that_tab_separated_values_have_full_precision_and_a_line_a_row():
    array = np.array([[1 / 3, -2.0], [1e-300, np.nan]])
    lines = [line.split("\t") for line in as_tsv(array).split("\n")]
    np.testing.assert_array_equal([[float(text) for text in line] for line in lines], array)
