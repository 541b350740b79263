"""Arrays that numpy would turn into numbers though nobody meant that: refused in words, never called equal."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

import nnviz
from nnviz.cli.main import main
from nnviz.model.data.real_numbers import NotNumbersError, real_numbers

RIGHT = """
import numpy as np
def right(X, Y, weights, biases):
    z1 = weights[0] @ X + biases[0]; a1 = np.tanh(z1)
    z2 = weights[1] @ a1 + biases[1]; a2 = 1 / (1 + np.exp(-z2))
    d2 = a2 - Y
    return {"Z1": z1, "A1": a1, "Z2": z2, "A2": a2, "delta2": d2, "dW2": d2 @ a1.T / X.shape[1]}
"""
right_names: dict = {}
exec(RIGHT, right_names)

KINDS = {
    "imaginary": ("v + 5j", "complex numbers"),
    "complex without imaginary parts": ("v + 0j", "complex numbers"),
    "fully masked": ("np.ma.masked_all_like(v)", "masked"),
    "partly masked": ("np.ma.masked_where(v == v.max(), v)", "1 of whose cells"),
    "masked rows in a list": ("[np.ma.masked_where(row == row.max(), row) for row in v]", "masked"),
    "text": ("v.astype(str)", "text"),
    "lists of text": ("[[repr(float(x)) for x in row] for row in v]", "text"),
    "bytes": ("v.astype('S32')", "text"),
    "objects": ("v.astype(object)", "Python objects"),
    "booleans": ("v > 0", "booleans"),
    "dates": ("(v * 0).astype(int).astype('datetime64[D]')", "dates"),
    "ragged": ("[[1.0], [1.0, 2.0]]", "cannot be read"),
    "a dict": ("{'a': v}", "Python objects"),
}


def code(expression: str) -> str:
    call = "right(X, Y, weights, biases)"
    return f"{RIGHT}\ndef backprop(X, Y, weights, biases):\n    return {{k: {expression} for k, v in {call}.items()}}\n"


@pytest.mark.parametrize("kind", KINDS)
def test_that_it_is_refused_with_what_it_is(kind):
    expression, words = KINDS[kind]
    names: dict = {}
    exec(code(expression), names)
    report = nnviz.check(names["backprop"], scenario="xor")
    assert not report.ok
    assert report.failure is not None
    assert "Z1" in report.failure.message
    assert words in report.failure.message
    assert not any(line.comparison.holds for line in report.lines)
    # It is the layout in which the function runs that is reported on.
    assert report.layout.samples == "columns"


@pytest.mark.slow
def test_that_the_command_s_status_is_1(tmp_path: Path, capsys):
    path = tmp_path / "mine.py"
    path.write_text(code("v + 5j"))
    assert main(["check", str(path)]) == 1
    assert "complex numbers" in capsys.readouterr().out


def test_that_one_masked_cell_of_one_array_is_enough():
    def backprop(X, Y, weights, biases):  # noqa: N803
        values = right_names["right"](X, Y, weights, biases)
        values["A2"] = np.ma.masked_less(values["A2"], values["A2"].max())
        return values

    report = nnviz.check(backprop, scenario="xor")
    assert not report.ok
    assert "A2" in report.failure.message


@pytest.mark.parametrize("kind", ["imaginary", "partly masked", "text"])
def test_that_parameters_changed_in_place_are_looked_at_too(kind):
    expression = KINDS[kind][0]

    def update(weights, biases, d_weights, d_biases, learning_rate):
        for part, gradients in ((weights, d_weights), (biases, d_biases)):
            for number, gradient in enumerate(gradients):
                part[number] = part[number] - learning_rate * gradient
        weights[0] = eval(expression, {"v": weights[0], "np": np})

    report = nnviz.check(right_names["right"], scenario="xor", update=update)
    assert not report.ok
    assert report.failure.part == "update"
    assert "W1" in report.failure.message


@pytest.mark.parametrize("kind", ["imaginary", "partly masked", "text", "objects"])
def test_that_predictions_are_looked_at_too(kind):
    expression = KINDS[kind][0]

    def predict(X, weights, biases):  # noqa: N803
        a2 = right_names["right"](X, 0, weights, biases)["A2"]
        return eval(expression, {"v": a2, "np": np})

    report = nnviz.check(right_names["right"], scenario="xor", predict=predict)
    assert not report.ok
    assert report.failure.part == "predict"


def test_that_booleans_are_classes_of_a_prediction():
    def predict(X, weights, biases):  # noqa: N803
        return right_names["right"](X, 0, weights, biases)["A2"] > 0.5

    assert nnviz.check(right_names["right"], scenario="xor", predict=predict).ok


@pytest.mark.parametrize("expression", ["v", "v.tolist()", "np.ma.masked_invalid(v)", "np.asfortranarray(v)"])
def test_that_right_values_stay_right(expression):
    names: dict = {}
    exec(code(expression), names)
    assert nnviz.check(names["backprop"], scenario="xor").ok


# Reading ----------------------------------------------------------------------------------------------------------


class Tensor:
    """What matters of a tensor that is part of a graph of gradients."""

    requires_grad = True

    def __init__(self, array):
        self._array = array

    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("Can't call numpy() on Tensor that requires grad.")

    def detach(self):
        return self._array


class Table:
    def __init__(self, array):
        self._array = array

    def to_numpy(self):
        return self._array


def test_that_a_tensor_of_a_graph_is_taken_only_where_that_is_asked_for():
    np.testing.assert_array_equal(real_numbers(Tensor(np.eye(2)), detach=True), np.eye(2))
    np.testing.assert_array_equal(real_numbers([Tensor(np.ones(2))], detach=True), [[1, 1]])
    with pytest.raises(NotNumbersError, match=r"\.detach\(\)"):
        real_numbers(Tensor(np.eye(2)))


def test_that_a_table_of_numbers_of_several_types_is_taken_and_one_with_text_is_not():
    np.testing.assert_array_equal(real_numbers(Table(np.array([[1, 2.5]], dtype=object))), [[1, 2.5]])
    np.testing.assert_array_equal(real_numbers(Table(np.array([[Fraction(1, 2)]], dtype=object))), [[0.5]])
    for cell in ("1", None, True):
        with pytest.raises(NotNumbersError, match="objects"):
            real_numbers(Table(np.array([[1, cell]], dtype=object)))


def test_that_what_is_read_is_a_copy():
    array = np.eye(2)
    real_numbers(array)[0, 0] = 7
    assert array[0, 0] == 1
