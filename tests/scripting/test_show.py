"""The window on arrays of a script: what it starts from, in either convention, and what does not go together."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

import nnviz
from nnviz.scripting.show import scenario_of_arrays

RNG = np.random.default_rng(3)
X = RNG.normal(size=(2, 7))
Y = (X[:1] > 0).astype(float)
WEIGHTS = [RNG.normal(size=(3, 2)), RNG.normal(size=(1, 3))]
BIASES = [RNG.normal(size=(3, 1)), RNG.normal(size=(1, 1))]
NAMES = ["tanh", "sigmoid"]
BCE = "binary-cross-entropy"


def loss_of_hand() -> float:
    a = np.tanh(WEIGHTS[0] @ X + BIASES[0])
    p = 1 / (1 + np.exp(-(WEIGHTS[1] @ a + BIASES[1])))
    return float(-np.mean(Y * np.log(p) + (1 - Y) * np.log(1 - p)))


@pytest.mark.parametrize(
    ("weights", "biases", "inputs", "targets", "convention"),
    [
        (WEIGHTS, BIASES, X, Y, "columns"),
        ([w.T for w in WEIGHTS], [b.T for b in BIASES], X.T, Y.T, "rows"),
        ([w.T for w in WEIGHTS], [b.ravel() for b in BIASES], X.T, Y[0], "rows"),
        ([w.tolist() for w in WEIGHTS], [b.ravel().tolist() for b in BIASES], X.tolist(), Y[0].tolist(), "columns"),
    ],
)
def test_that_the_session_starts_from_the_arrays(weights, biases, inputs, targets, convention) -> None:
    scenario = scenario_of_arrays(weights, biases, inputs, targets, NAMES, BCE)
    session = nnviz.Session(scenario)
    assert scenario.convention == convention
    assert session.loss == pytest.approx(loss_of_hand(), abs=1e-12)
    for layer, (w, b) in enumerate(zip(WEIGHTS, BIASES, strict=True), start=1):
        np.testing.assert_array_equal(session.value(f"W{layer}"), w)
        np.testing.assert_array_equal(session.value(f"b{layer}"), b)
    assert session.accuracy is not None


def test_that_targets_that_are_no_classes_are_kept_as_they_are() -> None:
    scenario = scenario_of_arrays(WEIGHTS, BIASES, X, 3 * X[:1], ["tanh", "identity"], "half-squared")
    snapshot = nnviz.Session(scenario).snapshot()
    np.testing.assert_array_equal(snapshot.targets, 3 * X[:1])
    assert snapshot.data.labels is None


@pytest.mark.parametrize("flat", [True, False])
def test_that_classes_of_several_outputs_may_be_numbers_or_ones_and_zeros(flat: bool) -> None:
    classes = np.array([0, 1, 2, 2, 1, 0, 1])
    targets = classes if flat else np.eye(3)[:, classes]
    weights, biases = [RNG.normal(size=(3, 2))], [np.zeros(3)]
    scenario = scenario_of_arrays(weights, biases, X, targets, ["softmax"], "categorical-cross-entropy")
    snapshot = nnviz.Session(scenario).snapshot()
    np.testing.assert_array_equal(snapshot.targets, np.eye(3)[:, classes])
    assert snapshot.data.labels is not None
    assert list(snapshot.data.labels) == list(classes)


def test_that_a_convention_that_shapes_do_not_tell_is_asked_for() -> None:
    arrays = ([np.eye(2)], [[0, 0]], np.eye(2), np.eye(2), ["sigmoid"], "half-squared")
    with pytest.raises(nnviz.ModelError, match="convention='rows'"):
        scenario_of_arrays(*arrays)
    assert scenario_of_arrays(*arrays, "rows").convention == "rows"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"X": X[:1]}, "do not go together"),
        ({"biases": BIASES[:1]}, "biases"),
        ({"biases": [np.zeros(2), np.zeros(1)]}, "one for each unit"),
        ({"activations": ["tanh", "sigmoidal"]}, "sigmoidal"),
        ({"loss": "anger"}, "binary-cross-entropy"),
        ({"X": X * np.nan}, "not finite"),
        ({"X": "many"}, "an array of numbers"),
        ({"weights": []}, "weights"),
    ],
)
def test_that_what_does_not_go_together_is_reported(change: dict, words: str) -> None:
    arrays = {"weights": WEIGHTS, "biases": BIASES, "X": X, "Y": Y, "activations": NAMES, "loss": BCE}
    with pytest.raises(nnviz.ModelError, match=words):
        nnviz.show(**{**arrays, **change})


def test_that_the_window_opens_on_them_and_that_nothing_imports_qt_before() -> None:
    code = """
import sys, numpy as np, nnviz
nnviz.show
assert "PyQt6" not in sys.modules
import nnviz.app.application
def run_app(scenario):
    print(scenario.title["en"], scenario.optimiser.learning_rate, scenario.batch.size)
nnviz.app.application.run_app = run_app
nnviz.show(weights=[np.ones((1, 2))], biases=[[0]], X=np.eye(2, 5), Y=np.ones(5), activations=["sigmoid"],
           loss="half-squared", learning_rate=0.5, batch=2, title="Mine")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={"QT_QPA_PLATFORM": "offscreen"}
    )
    assert done.stdout.strip() == "Mine 0.5 2", done.stderr


def test_that_a_signal_that_has_closed_the_window_reaches_the_script_too() -> None:
    code = """
import numpy as np, nnviz
import nnviz.app.application
nnviz.app.application.run_app = lambda scenario: 128 + 2  # Ctrl+C, as the window reports it
try:
    nnviz.show(weights=[np.ones((1, 2))], biases=[[0]], X=np.eye(2, 5), Y=np.ones(5), activations=["sigmoid"],
               loss="half-squared")
except KeyboardInterrupt:
    print("interrupted")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, env={"QT_QPA_PLATFORM": "offscreen"}
    )
    assert done.stdout.strip() == "interrupted", done.stderr
