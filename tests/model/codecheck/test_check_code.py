# ruff: noqa: N803, N806
"""Checking a person's functions: right ones in every form, each mistake of the catalogue, what is said of shapes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

import nnviz
from nnviz.model.codecheck import Report
from nnviz.model.codecheck.line_report import factor_text
from nnviz.model.errors import ModelError
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario

XOR = Scenario.load("xor")
WORKED = Scenario.load("worked-example-2-3-1")
FLOWER = Scenario.load("planar-flower")
SPIRAL = replace(Scenario.load("three-class-spiral"), optimiser=OptimiserSpec(learning_rate=0.1))
SQUARE = replace(XOR, layers=(Layer(4, "tanh"), Layer(4, "tanh"), Layer(1, "sigmoid")))
LEAKY = replace(XOR, layers=(Layer(3, "leaky-relu"), Layer(1, "sigmoid")))

FORWARD = {
    "tanh": np.tanh,
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "relu": lambda z: np.maximum(z, 0),
    "leaky-relu": lambda z: np.where(z > 0, z, 0.01 * z),
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=0),
}
SLOPE = {
    "tanh": lambda z, a: 1 - a**2,
    "sigmoid": lambda z, a: a * (1 - a),
    "relu": lambda z, a: (z > 0) * 1.0,
    "leaky-relu": lambda z, a: np.where(z > 0, 1.0, 0.01),
}


class Person:
    """Somebody's own backpropagation, written by hand, with mistakes; samples are columns."""

    def __init__(self, scenario: Scenario, *mistakes: str) -> None:
        self.names = [layer.activation for layer in scenario.layers]
        self.squared = scenario.loss == "half-squared"
        self.mistakes = mistakes
        self.left_over = np.zeros((0, 1))

    def makes(self, name: str) -> bool:
        return name in self.mistakes

    def forward(self, x, weights, biases):
        zs, activations = [], [x]
        for w, b, name in zip(weights, biases, self.names, strict=True):
            times = w.shape[1] if self.makes("bias-by-fan-in") else 1
            zs.append(w @ activations[-1] + times * b)
            activations.append(FORWARD[name](zs[-1]))
        return zs, activations

    def output_delta(self, z, a, y):
        delta = y - a if self.makes("flipped-sign") else a - y
        slope = SLOPE.get(self.names[-1])
        if self.squared and not self.makes("output-slope-forgotten"):
            delta = delta * slope(z, a)
        if self.makes("output-slope-twice"):
            delta = delta * slope(z, a)
        if self.makes("half-factor"):
            delta = 0.5 * delta
        return 2 * delta if self.makes("unhalved-gradient") else delta

    def slope(self, name, z, a):
        if self.makes("wrong-derivative"):
            return a * (1 - a) if name == "tanh" else 1 - a**2
        if self.makes("one-minus-square"):
            return 1 - a**2
        if self.makes("leak-forgotten"):
            return (z > 0) * 1.0
        return SLOPE[name](z, a)

    def hidden_delta(self, w, delta, slope, a):
        if self.makes("summed-gradients"):
            return delta.sum(axis=0, keepdims=True) * a * slope
        if self.makes("unweighted-sum"):
            return delta.sum(axis=0, keepdims=True) * slope
        is_square = w.shape[0] == w.shape[1]
        back = (w if self.makes("not-transposed") and is_square else w.T) @ delta
        return back @ slope if self.makes("products-swapped") else back * slope

    def backprop(self, X, Y, weights, biases, learning_rate):
        m = X.shape[1]
        self.left_over = X[:, -1:]
        zs, activations = self.forward(X, weights, biases)
        values = {f"Z{n}": z for n, z in enumerate(zs, start=1)}
        values |= {f"A{n}": a for n, a in enumerate(activations[1:], start=1)}
        delta = self.output_delta(zs[-1], activations[-1], Y)
        weights = [w.copy() for w in weights]
        for n in range(len(weights), 0, -1):
            if n < len(weights):
                slope = self.slope(self.names[n - 1], zs[n - 1], activations[n])
                delta = self.hidden_delta(weights[n], delta, slope, activations[n])
            share = 1 if self.makes("no-mean") else m
            dw = delta @ activations[n - 1].T / share
            db = delta / share if self.makes("no-sum") else delta.sum(axis=1, keepdims=True) / share
            values |= {f"delta{n}": delta, f"dW{n}": dw, f"db{n}": db}
            after = weights[n - 1] - learning_rate * dw
            if self.makes("in-place"):
                weights[n - 1] = after
            values[f"W{n}"] = after
            values[f"b{n}"] = biases[n - 1] if self.makes("biases-kept") else biases[n - 1] - learning_rate * db
        return values

    def gradients(self, X, Y, weights, biases, learning_rate):
        """Return the two lists and nothing else."""
        values = self.backprop(X, Y, weights, biases, learning_rate)
        layers = range(1, len(weights) + 1)
        return [values[f"dW{n}"] for n in layers], [values[f"db{n}"] for n in layers]

    def predict(self, X, weights, biases):
        if self.makes("stale-prediction"):
            X = np.tile(self.left_over, X.shape[1])
        return self.forward(X, weights, biases)[1][-1]


def in_rows(function: Callable[..., object], flat: bool = False) -> Callable[..., dict]:
    """Wrap a function of columns for samples as rows, W (inputs × units) and b as a row or flat."""

    def backprop(X, Y, weights, biases, learning_rate):
        columns = [w.T for w in weights], [b.reshape(-1, 1) for b in biases]
        values = function(X.T, Y.T, *columns, learning_rate)
        assert all(b.ndim == (1 if flat else 2) for b in biases)
        turned = {name: value.T for name, value in values.items()}
        return {name: value.ravel() if flat and "b" in name else value for name, value in turned.items()}

    return backprop


# name, scenario, the first line that shows it, whether gradients alone show it
MISTAKES = [
    ("wrong-derivative", XOR, "delta1", True),
    ("one-minus-square", WORKED, "delta1", True),
    ("flipped-sign", XOR, "delta2", True),
    ("half-factor", XOR, "delta2", True),
    ("unhalved-gradient", WORKED, "delta2", True),
    ("output-slope-forgotten", WORKED, "delta2", True),
    ("output-slope-twice", XOR, "delta2", True),
    ("leak-forgotten", LEAKY, "delta1", True),
    ("not-transposed", SQUARE, "delta1", True),
    ("unweighted-sum", XOR, "delta1", True),
    ("summed-gradients", XOR, "delta1", True),
    ("products-swapped", SQUARE, "delta2", True),
    ("in-place", XOR, "delta1", True),
    ("no-mean", XOR, "dW2", True),
    ("no-sum", XOR, "db2", True),
    ("biases-kept", XOR, "b1", False),
    ("bias-by-fan-in", XOR, "Z1", True),
    ("stale-prediction", XOR, "prediction", False),
]


@pytest.mark.slow
@pytest.mark.parametrize("scenario", [XOR, WORKED, FLOWER, SPIRAL, SQUARE, LEAKY])
@pytest.mark.sample(3)
def test_that_right_code_is_right_in_every_form(scenario: Scenario) -> None:
    right = Person(scenario)
    report = nnviz.check(right.backprop, scenario, predict=right.predict)
    assert report.ok, str(report)
    assert report.first_difference is None
    assert report.mistakes == ()
    assert {line.comparison.status for line in report.lines} <= {"equal", "missing"}
    assert report.layout.samples == "columns"
    for flat in (False, True):
        report = nnviz.check(in_rows(right.backprop, flat), scenario)
        assert report.ok, str(report)
        assert report.layout.samples == "rows"
        assert report.layout.weights == "inputs-units"
        assert (report.layout.biases == "flat") == flat
    assert nnviz.check(right.gradients, scenario).ok


def test_that_samples_as_columns_go_with_inputs_by_units_too() -> None:
    right = Person(XOR)

    def backprop(X, Y, weights, biases):
        values = right.backprop(X, Y, [w.T for w in weights], [b[:, None] for b in biases], 0.1)
        return [values["dW1"].T, values["dW2"].T], [values["db1"].ravel(), values["db2"].ravel()]

    report = nnviz.check(backprop, "xor")
    assert report.ok, str(report)
    assert (report.layout.samples, report.layout.weights, report.layout.biases) == (
        "columns",
        "inputs-units",
        "flat",
    )


@pytest.mark.slow
@pytest.mark.parametrize(("name", "scenario", "symbol", "in_gradients"), MISTAKES, ids=[row[0] for row in MISTAKES])
@pytest.mark.sample(4)
def test_that_a_mistake_is_found_in_its_first_line_and_by_its_name(
    name: str, scenario: Scenario, symbol: str, in_gradients: bool
) -> None:
    person = Person(scenario, name)
    report = nnviz.check(person.backprop, scenario, predict=person.predict)
    first = report.first_difference
    assert first is not None
    assert not report.ok
    assert first.symbol == symbol, str(report)
    assert name in first.mistakes, str(report)
    assert len(first.mistakes) == 1 or first.alternatives
    gradients = nnviz.check(person.gradients, scenario)
    assert gradients.ok != in_gradients
    if in_gradients:
        assert name in gradients.mistakes, str(gradients)


@pytest.mark.parametrize("name", ["wrong-derivative", "flipped-sign", "no-mean"])
@pytest.mark.slow
@pytest.mark.sample(1)
def test_that_mistakes_are_found_in_the_row_convention_too(name: str) -> None:
    report = nnviz.check(in_rows(Person(XOR, name).backprop), "xor")
    assert report.layout.samples == "rows"
    assert name in report.mistakes, str(report)


def test_that_one_wrong_line_is_one_wrong_line() -> None:
    report = nnviz.check(Person(XOR, "wrong-derivative").backprop, "xor")
    assert [line.symbol for line in report.differences] == ["delta1"]


def test_that_two_mistakes_are_each_reported_in_its_own_line() -> None:
    report = nnviz.check(Person(XOR, "wrong-derivative", "flipped-sign").backprop, "xor")
    assert [(line.symbol, line.mistakes) for line in report.differences] == [
        ("delta2", ("flipped-sign",)),
        ("delta1", ("wrong-derivative",)),
    ]


@pytest.mark.parametrize("units", [4, 3])
@pytest.mark.slow
@pytest.mark.sample(1)
def test_that_mistakes_that_cannot_be_made_together_are_not_tried_together(units: int) -> None:
    # As many hidden units as samples: each of the two could be made alone, and together they are no program.
    scenario = replace(XOR, layers=(Layer(units, "tanh"), Layer(1, "sigmoid")))

    def backprop(X, Y, weights, biases):
        (W1, W2), (b1, b2) = weights, biases
        A1 = np.tanh(W1 @ X + b1)
        A2 = 1 / (1 + np.exp(-(W2 @ A1 + b2)))
        delta2 = A2 - Y
        delta1 = (W2.T @ delta2) * np.cos(A1)  # no mistake of the catalogue, nor several
        m = X.shape[1]
        return {"delta1": delta1, "dW1": delta1 @ X.T / m, "dW2": delta2 @ A1.T / m}

    line = next(line for line in nnviz.check(backprop, scenario).lines if line.symbol == "delta1")
    assert line.differs
    assert line.mistakes == ()


def test_that_two_mistakes_are_found_in_gradients_alone() -> None:
    report = nnviz.check(Person(XOR, "wrong-derivative", "flipped-sign").gradients, "xor")
    assert [line.symbol for line in report.differences] == ["dW2", "db2", "dW1", "db1"]
    for line in report.differences[2:]:
        assert set(line.mistakes) == {"wrong-derivative", "flipped-sign"}
        assert not line.alternatives


# What is said of one line ------------------------------------------------------------------------------------------


def changed(change: Callable[[dict], dict]) -> Report:
    right = Person(XOR)

    def backprop(X, Y, weights, biases, learning_rate):
        values = right.backprop(X, Y, weights, biases, learning_rate)
        return values | change(values)

    return nnviz.check(backprop, "xor")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        (lambda v: {"dW1": v["dW1"].T}, "transpose", "transposed"),
        (lambda v: {"dW2": -v["dW2"]}, "sign", "sign is flipped"),
        (lambda v: {"dW2": v["dW2"] / 2}, "factor", "1/2 times"),
        (lambda v: {"dW2": v["dW2"] / 3}, "factor", "1/3 times"),
        (lambda v: {"dW1": v["dW1"] * 64}, "factor", "64 times"),
        (lambda v: {"dW2": v["dW2"] + 0.25}, "different", "should be"),
        (lambda v: {"dW1": v["dW1"].ravel()}, "shape", "should have (3, 2)"),
        (lambda v: {"db1": v["db1"].sum()}, "different", "should be"),
        (lambda v: {"dW1": v["dW1"] * np.nan}, "different", "nan"),
    ],
)
@pytest.mark.sample(2)
def test_that_a_difference_is_reported_for_what_it_is(change: Callable[[dict], dict], status: str, words: str) -> None:
    report = changed(change)
    first = report.first_difference
    assert first is not None
    assert first.comparison.status == status
    assert words in first.verdict()
    assert words in str(report)


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf, 0.0, -0.0])
@pytest.mark.slow
@pytest.mark.sample(1)
def test_that_no_factor_is_reported_where_it_says_nothing(wrong: float) -> None:
    def change(values: dict) -> dict:
        gradient = values["dW1"].copy()
        gradient[1, 1] = wrong
        return {"dW1": gradient}

    first = changed(change).first_difference
    assert first is not None
    assert first.ratio is None
    assert "times" not in first.verdict()
    assert "-0" not in first.verdict()


@pytest.mark.parametrize(
    ("factor", "text"), [(1.00001, "1.00001"), (-1.0000004, "−1.0000004"), (0.50131, "0.5013"), (-2 / 3, "−2/3")]
)
def test_that_a_factor_other_than_one_is_not_written_as_one(factor: float, text: str) -> None:
    assert factor_text(factor) == text


@pytest.mark.slow
def test_that_a_wrong_shape_is_reported_with_the_product_that_fits() -> None:
    first = changed(lambda v: {"dW1": v["delta1"]}).first_difference
    assert first is not None
    assert first.fitting == "(3×4)·(4×2) → 3×2"


@pytest.mark.slow
def test_that_the_worst_cell_is_reported_in_the_persons_own_indices() -> None:
    def wrong(X, Y, weights, biases, learning_rate):
        values = in_rows(Person(XOR).backprop)(X, Y, weights, biases, learning_rate)
        values["dW1"][1, 2] += 1.0
        return values

    first = nnviz.check(wrong, "xor").first_difference
    assert first is not None
    assert (first.symbol, first.cell) == ("dW1", (1, 2))


def test_that_float32_is_right_but_for_rounding() -> None:
    right = Person(XOR)

    def backprop(X, Y, weights, biases, learning_rate):
        arrays = [[a.astype(np.float32) for a in part] for part in (weights, biases)]
        return right.backprop(X.astype(np.float32), Y.astype(np.float32), *arrays, np.float32(learning_rate))

    report = nnviz.check(backprop, "xor")
    assert report.ok, str(report)
    assert "float32" in str(report)


@pytest.mark.slow
def test_that_a_wrong_update_is_reported_by_what_it_changes() -> None:
    right = Person(XOR)

    def update(weights, biases, dWs, dbs, learning_rate):
        up = [w + learning_rate * dw for w, dw in zip(weights, dWs, strict=True)]
        return up, [b - 2 * learning_rate * db for b, db in zip(biases, dbs, strict=True)]

    report = nnviz.check(right.gradients, "xor", update=update)
    told = {line.symbol: line.comparison for line in report.differences}
    assert {name: found.status for name, found in told.items()} == {
        "W1": "sign", "b1": "factor", "W2": "sign", "b2": "factor"
    }  # fmt: skip
    assert told["b1"].factor == 2.0


def test_that_an_update_in_place_is_read_from_what_it_changes() -> None:
    def update(weights, biases, dWs, dbs, learning_rate):
        for w, dw in zip(weights, dWs, strict=True):
            w -= learning_rate * dw

    report = nnviz.check(Person(XOR).gradients, "xor", update=update)
    assert [(line.symbol, line.mistakes) for line in report.differences] == [
        ("b1", ("biases-kept",)),
        ("b2", ("biases-kept",)),
    ]


def test_that_classes_are_predictions_too() -> None:
    for scenario in (XOR, SPIRAL):
        right = Person(scenario)

        def classes(X, weights, biases, right=right):
            outputs = right.predict(X, weights, biases)
            return np.argmax(outputs, axis=0) if len(outputs) > 1 else outputs > 0.5

        report = nnviz.check(right.gradients, scenario, predict=classes)
        assert report.lines[-1].comparison.status == "equal", str(report)


def test_that_a_prediction_follows_from_forward_lines_that_are_wrong() -> None:
    person = Person(XOR, "bias-by-fan-in")
    report = nnviz.check(person.backprop, "xor", predict=person.predict)
    assert report.lines[-1].symbol == "prediction"
    assert report.lines[-1].comparison.holds
    assert not report.ok


# What comes back, or does not --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        (None, "None (is there a return?)"),
        (3, "int"),
        ([1, 2, 3], "list[3]"),
        ({"alpha": 1.0}, "alpha"),
        ({}, "{}"),
        ({"dW1": "much"}, "dW1 = str[4]"),
    ],
)
def test_that_what_cannot_be_read_is_reported_with_what_is_accepted(returned: object, words: str) -> None:
    report = nnviz.check(lambda X, Y, weights, biases: returned, "xor")
    assert not report.ok
    assert report.failure is not None
    assert report.failure.kind == "returned"
    assert words in str(report)
    assert "(dWs, dbs)" in str(report)


def test_that_parameters_as_they_were_say_nothing() -> None:
    report = nnviz.check(lambda X, Y, weights, biases: {"W1": weights[0], "b1": biases[0]}, "xor")
    assert not report.ok
    assert "only the unchanged parameters" in str(report)


def test_that_parts_are_enough() -> None:
    report = nnviz.check(lambda X, Y, weights, biases: {"z1": weights[0] @ X + biases[0]}, "xor")
    assert report.ok
    assert [line.symbol for line in report.lines if line.comparison.status != "missing"] == ["Z1"]


def test_that_changed_arguments_are_reported_and_nothing_else_suffers() -> None:
    right = Person(XOR)

    def backprop(X, Y, weights, biases, learning_rate):
        values = right.gradients(X, Y, weights, biases, learning_rate)
        X *= 0
        weights[0][...] = 7
        return values

    report = nnviz.check(backprop, "xor")
    assert report.ok
    assert [(note.kind, note.names) for note in report.notes] == [("changes-arguments", ("W1", "X"))]


def test_that_code_for_given_sizes_alone_is_reported() -> None:
    right = Person(XOR)

    def backprop(X, Y, weights, biases, learning_rate):
        weights = [weights[0].reshape(3, 2), weights[1].reshape(1, 3)]
        return right.gradients(X, Y, weights, biases, learning_rate)

    report = nnviz.check(backprop, "xor")
    assert report.ok
    assert [note.kind for note in report.notes] == ["fails-elsewhere"]
    assert "reshape" in str(report)


def test_that_missing_bias_gradients_are_reported() -> None:
    def backprop(X, Y, weights, biases, learning_rate):
        return Person(XOR).gradients(X, Y, weights, biases, learning_rate)[0], []

    report = nnviz.check(backprop, "xor")
    assert report.ok
    assert "db1, db2 were not returned" in str(report)


# Failing -----------------------------------------------------------------------------------------------------------


def test_that_shapes_that_do_not_fit_are_reported_with_the_product_that_would() -> None:
    def backprop(X, Y, weights, biases):
        A1 = np.tanh(weights[0] @ X + biases[0])
        dZ2 = 1 / (1 + np.exp(-(weights[1] @ A1 + biases[1]))) - Y
        dW2 = dZ2 @ A1
        return {"dW2": dW2}

    report = nnviz.check(backprop, "xor")
    assert report.failure is not None
    assert report.failure.text == "dW2 = dZ2 @ A1"
    misfit = report.failure.misfit
    assert misfit is not None
    assert (misfit.left, misfit.left_shape, misfit.right, misfit.right_shape) == ("dZ2", (1, 4), "A1", (3, 4))
    assert report.wanted == (1, 3)
    assert report.products == ("dZ2 @ A1.T → (1, 3)",)
    assert "dZ2 @ A1.T" in str(report)


def test_that_an_assertion_on_shapes_is_reported_with_what_would_fit() -> None:
    def backprop(X, Y, weights, biases):
        A1 = np.tanh(weights[0] @ X + biases[0])
        gradient = A1 * 2
        assert gradient.shape == weights[0].shape
        return {}

    report = nnviz.check(backprop, "xor")
    misfit = report.misfit
    assert misfit is not None
    assert (misfit.left_shape, misfit.right_shape) == ((3, 4), (3, 2))
    assert "should be equal" in str(report)


@pytest.mark.slow
def test_that_names_that_were_never_given_are_all_reported() -> None:
    def backprop(X, Y, weights, biases):
        return unheard_of + never_seen  # noqa: F821

    report = nnviz.check(backprop, "xor")
    assert report.failure is not None
    assert report.failure.kind == "NameError"
    assert [name for name, _ in report.failure.missing] == ["never_seen", "unheard_of"]


def test_that_a_failing_update_leaves_the_lines_before_it_judged() -> None:
    def update(weights, biases, dWs, dbs, learning_rate):
        raise RuntimeError("no update today")

    report = nnviz.check(Person(XOR, "flipped-sign").gradients, "xor", update=update)
    assert report.failure is not None
    assert report.failure.part == "update"
    assert report.first_difference is not None
    assert report.first_difference.symbol == "dW2"
    assert [line.symbol for line in report.lines if line.failed] == ["W1", "b1", "W2", "b2"]


def test_that_exits_are_failures() -> None:
    def backprop(X, Y, weights, biases):
        raise SystemExit(3)

    report = nnviz.check(backprop, "xor")
    assert report.failure is not None
    assert report.failure.kind == "SystemExit"


# Conventions -------------------------------------------------------------------------------------------------------


def test_that_a_convention_that_shapes_do_not_tell_is_asked_for() -> None:
    def backprop(X, Y, weights, biases):
        raise ValueError("not written yet")

    report = nnviz.check(backprop, "xor")
    note = next(note for note in report.notes if note.kind == "ambiguous")
    assert note.names == ("rows",)
    assert "--convention rows" in str(note)
    settled = nnviz.check(backprop, "xor", convention="rows")
    assert settled.layout.samples == "rows"
    assert not any(note.kind == "ambiguous" for note in settled.notes)


def test_that_a_wrong_convention_is_refused() -> None:
    with pytest.raises(ModelError, match="columns"):
        nnviz.check(lambda *_: None, "xor", convention="diagonals")  # type: ignore[arg-type]


# Writing -----------------------------------------------------------------------------------------------------------


def test_that_a_report_is_written_as_a_table_of_html() -> None:
    html = nnviz.check(Person(XOR, "no-mean").backprop, "xor")._repr_html_()
    assert html.count("<tr") == 15
    assert "1/m" in html.partition("→ <b>")[2].partition("</b>")[0]
    assert "<script" not in html
