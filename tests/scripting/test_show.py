"""The window on arrays of a script: what it starts from, in either convention, and what does not go together."""

from __future__ import annotations

import subprocess
import sys
import warnings

import numpy as np
import pytest

import nnviz
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.other_libraries import array_scenario
from nnviz.model.other_libraries.foreign_names import FOREIGN_ACTIVATIONS, FOREIGN_LOSSES, find_activation, find_loss
from nnviz.model.scenario.scenario import Scenario


def scenario_of_arrays(*arrays, **named) -> Scenario:
    scenario, notes = array_scenario.scenario_of_arrays(*arrays, **named)
    for note in notes:
        warnings.warn(note, stacklevel=2)
    return scenario


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


# Layouts ----------------------------------------------------------------------------------------------------------

SQUARE = RNG.normal(size=(2, 2)), RNG.normal(size=(2, 2))
SQUARE_BIASES = [RNG.normal(size=2), RNG.normal(size=2)]
SAMPLES = RNG.normal(size=(5, 2))
TARGETS = RNG.normal(size=(5, 2))


def loss_of_pytorch() -> float:
    """Compute x ↦ W2 tanh(W1 x + b1) + b2 as `torch.nn.Linear` does: W is units × inputs, samples are rows."""
    hidden = np.tanh(SAMPLES @ SQUARE[0].T + SQUARE_BIASES[0])
    return float(np.mean((hidden @ SQUARE[1].T + SQUARE_BIASES[1] - TARGETS) ** 2))


def shown(**named):
    return scenario_of_arrays(SQUARE, SQUARE_BIASES, SAMPLES, TARGETS, ["Tanh", "Identity"], "MSELoss", **named)


@pytest.mark.parametrize("named", [{}, {"convention": "rows"}])
def test_that_square_layers_are_not_guessed_about(named):
    with pytest.raises(nnviz.ModelError) as caught:
        shown(**named)
    reported = str(caught.value)
    assert "two ways" in reported
    assert "W is units × inputs with samples in rows" in reported
    assert "W is inputs × units with samples in rows" in reported
    assert "weight_layout='units-inputs'" in reported
    assert "convention=" not in reported  # the samples' layout is plain: five of them, two inputs


def test_that_the_layout_of_weights_is_an_argument_of_its_own():
    session = nnviz.Session(shown(weight_layout="units-inputs"))
    assert session.loss == pytest.approx(loss_of_pytorch(), abs=1e-12)
    np.testing.assert_array_equal(session.value("W1"), SQUARE[0])
    turned = nnviz.Session(shown(weight_layout="inputs-units", convention="rows"))
    np.testing.assert_array_equal(turned.value("W1"), SQUARE[0].T)
    assert turned.scenario.convention == "rows"
    assert turned.loss != pytest.approx(session.loss)


def test_that_both_are_asked_for_where_neither_is_plain():
    arrays = ([SQUARE[0]], [np.zeros(2)], SAMPLES[:2], TARGETS[:2], ["sigmoid"], "half-squared")
    with pytest.raises(nnviz.ModelError, match=r"4 ways.*convention='columns'.*weight_layout='units-inputs'"):
        scenario_of_arrays(*arrays)
    with pytest.raises(nnviz.ModelError, match=r"two ways.*samples in columns.*samples in rows"):
        scenario_of_arrays(*arrays, weight_layout="units-inputs")
    session = nnviz.Session(scenario_of_arrays(*arrays, "columns", "units-inputs"))
    session.step_line()
    np.testing.assert_allclose(session.value("Z1"), SQUARE[0] @ SAMPLES[:2])


def test_that_layouts_that_are_the_same_network_are_not_asked_about():
    symmetric = np.array([[1.0, 2.0], [2.0, 3.0]])
    scenario = scenario_of_arrays([symmetric], [[0, 0]], SAMPLES, TARGETS, ["tanh"], "half-squared")
    np.testing.assert_array_equal(nnviz.Session(scenario).value("W1"), symmetric)
    one = scenario_of_arrays([[[1.0]]], [[0.0]], [[2.1]], [[4.0]], ["linear"], "squared")
    assert nnviz.Session(one).loss == pytest.approx(3.61)


def test_that_biases_tell_the_layout_of_weights_and_weights_that_of_samples():
    wide, biases = RNG.normal(size=(2, 3)), [np.zeros(3)]
    scenario = scenario_of_arrays([wide], biases, RNG.normal(size=(2, 2)), RNG.normal(size=(2, 3)), ["tanh"], "mse")
    assert nnviz.Session(scenario).value("W1").shape == (3, 2)


@pytest.mark.parametrize("named", [{"weight_layout": "torch"}, {"convention": "row"}])
def test_that_an_unknown_layout_is_refused_with_those_there_are(named):
    with pytest.raises(nnviz.ModelError, match="accepted: '"):
        shown(**named)


# Names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("ReLU", "relu"), ("Tanh", "tanh"), ("logistic", "sigmoid"), ("linear", "identity"), ("Softplus", "softplus"),
        ("LeakyReLU", "leaky-relu"), ("leaky_relu", "leaky-relu"), ("torch.nn.Sigmoid", "sigmoid"), (np.tanh, "tanh"),
        (None, "identity"), ("SOFTMAX", "softmax"), (type("ReLU", (), {})(), "relu"), (type("Tanh", (), {}), "tanh"),
    ],
)  # fmt: skip
def test_that_other_libraries_names_of_activations_are_understood(theirs, ours):
    assert find_activation(theirs) == ours


@pytest.mark.parametrize("theirs", ["SELU", "mish", "celu", "tan", "hard_sigmoid", lambda z: z, 3])
def test_that_an_activation_that_there_is_not_is_refused(theirs):
    with pytest.raises(nnviz.ModelError, match=r"activations\[0\].*accepted: identity, sigmoid"):
        scenario_of_arrays(WEIGHTS, BIASES, X, Y, [theirs, "sigmoid"], BCE)


def numbers_of(loss: str, outputs: int, last: str):
    """Return the loss here of a network with so many outputs, and its outputs before the last activation."""
    rng = np.random.default_rng(5)
    w, b, x = rng.normal(size=(outputs, 4)), rng.normal(size=outputs), rng.normal(size=(4, 6))
    z = w @ x + b[:, None]
    classes = rng.integers(0, max(2, outputs), 6)
    y = np.eye(outputs)[classes].T if outputs > 1 else classes[None].astype(float)
    scenario = scenario_of_arrays([w], [b], x, y, [last], loss)
    return nnviz.Session(scenario).loss, z, y, scenario


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def bce(p, y):
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


def log_softmax(z):
    return z - np.log(np.exp(z).sum(axis=0))


LIBRARY_LOSSES = [
    # loss, outputs, last activation as given there, the number that the library reports
    ("MSELoss", 3, "Identity", lambda z, y: np.mean((z - y) ** 2)),
    ("mse", 1, "linear", lambda z, y: np.mean((z - y) ** 2)),
    ("mean_squared_error", 2, "tanh", lambda z, y: np.mean((np.tanh(z) - y) ** 2)),
    ("squared_error", 1, "identity", lambda z, y: np.mean((z - y) ** 2) / 2),
    ("log_loss", 1, "logistic", lambda z, y: np.mean(bce(sigmoid(z), y))),
    ("log_loss", 3, "softmax", lambda z, y: -np.mean((y * log_softmax(z)).sum(axis=0))),
    ("BCELoss", 1, "Sigmoid", lambda z, y: np.mean(bce(sigmoid(z), y))),
    ("BCEWithLogitsLoss", 1, "Identity", lambda z, y: np.mean(bce(sigmoid(z), y))),
    ("CrossEntropyLoss", 3, "Identity", lambda z, y: -np.mean((y * log_softmax(z)).sum(axis=0))),
    ("NLLLoss", 3, "LogSoftmax", lambda z, y: -np.mean((y * log_softmax(z)).sum(axis=0))),
    ("categorical_crossentropy", 3, "softmax", lambda z, y: -np.mean((y * log_softmax(z)).sum(axis=0))),
    ("sparse_categorical_crossentropy", 3, "softmax", lambda z, y: -np.mean((y * log_softmax(z)).sum(axis=0))),
    ("binary_crossentropy", 1, "sigmoid", lambda z, y: np.mean(bce(sigmoid(z), y))),
    ("cross_entropy", 3, "linear", lambda z, y: -np.mean((y * log_softmax(z)).sum(axis=0))),
]


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize(("loss", "outputs", "last", "reported"), LIBRARY_LOSSES)
def test_that_other_libraries_losses_are_their_numbers(loss, outputs, last, reported):
    ours, z, y, _ = numbers_of(loss, outputs, last)
    assert ours == pytest.approx(float(reported(z, y)), rel=1e-12)


@pytest.mark.parametrize(
    ("loss", "outputs", "last", "factor", "words"),
    [
        ("BCELoss", 3, "sigmoid", 3, "3 times as large"),
        ("BCEWithLogitsLoss", 3, "identity", 3, "averages over the 3 outputs"),
        ("sse", 1, "identity", 1 / 6, "factor 6"),
        ("squared_error", 3, "identity", 3, "mean over the 3 outputs"),
    ],
)
def test_that_where_numbers_differ_the_factor_is_reported(loss, outputs, last, factor, words):
    with pytest.warns(UserWarning, match=words):
        ours, z, y, _ = numbers_of(loss, outputs, last)
    theirs = {
        "BCELoss": lambda: np.mean(bce(sigmoid(z), y)),
        "BCEWithLogitsLoss": lambda: np.mean(bce(sigmoid(z), y)),
        "sse": lambda: np.sum((z - y) ** 2),
        "squared_error": lambda: np.mean((z - y) ** 2) / 2,
    }[loss]()
    assert ours == pytest.approx(factor * theirs, rel=1e-12)


@pytest.mark.parametrize(
    ("loss", "last", "words"),
    [
        ("CrossEntropyLoss", "softmax", "applied twice"),
        ("BCEWithLogitsLoss", "sigmoid", "applied twice"),
        ("NLLLoss", "softmax", "LogSoftmax"),
        ("MSELoss", "LogSoftmax", "NLLLoss"),
        ("log_loss", "tanh", "sigmoid or softmax"),
        ("Huber", "identity", "MSELoss"),
    ],
)
def test_that_a_loss_that_does_not_go_with_the_output_is_refused_with_the_reason(loss, last, words):
    with pytest.raises(nnviz.ModelError, match=words):
        numbers_of(loss, 3, last)


def test_that_every_name_of_the_table_leads_to_a_loss_and_an_activation():
    for row in FOREIGN_LOSSES:
        assert all(find_loss(name) is not None for name in row.names)
    for own, names in FOREIGN_ACTIVATIONS.items():
        assert all(find_activation(name) == own for name in (own, *names))
    assert set(FOREIGN_ACTIVATIONS) == set(ACTIVATIONS)


@pytest.mark.parametrize(
    ("outputs", "targets", "taken"),
    [
        (1, lambda m: np.arange(m) % 2, "loss='binary-cross-entropy'"),
        (1, lambda m: np.linspace(-1, 3, m), "loss='half-squared'"),
        (3, lambda m: np.arange(m) % 3, "loss='categorical-cross-entropy'"),
    ],
)
def test_that_what_is_not_given_is_taken_by_the_targets_and_reported(outputs, targets, taken):
    weights, biases = [RNG.normal(size=(4, 2)), RNG.normal(size=(outputs, 4))], [np.zeros(4), np.zeros(outputs)]
    with pytest.warns(UserWarning, match=r"activations and loss not given; taken is") as reported:
        scenario = scenario_of_arrays(weights, biases, X, targets(7))
    assert taken in str(reported[0].message)
    assert nnviz.Session(scenario).loss > 0


# Kinds of arrays --------------------------------------------------------------------------------------------------


class Tensor:
    """What matters of a tensor that requires a gradient, on the CPU."""

    requires_grad = True

    def __init__(self, array):
        self._array = np.asarray(array)

    def __array__(self, dtype=None, copy=None):
        raise RuntimeError("Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.")

    def detach(self):
        return self._array


class Frame:
    def __init__(self, array):
        self._array = np.asarray(array)

    def to_numpy(self):
        return self._array


@pytest.mark.parametrize(
    "kind", [Tensor, Frame, np.ma.masked_invalid, np.ndarray.tolist, lambda array: array.astype(np.float32)]
)
def test_that_tensors_tables_lists_and_unmasked_arrays_are_taken(kind):
    given = [kind(w) for w in WEIGHTS], [kind(b) for b in BIASES], kind(X), kind(Y)
    session = nnviz.Session(scenario_of_arrays(*given, NAMES, BCE))
    assert session.loss == pytest.approx(loss_of_hand(), rel=1e-6)


@pytest.mark.parametrize(
    ("array", "words"),
    [
        (np.ma.masked_less(X, 0), "masked"),
        (X + 1j, "complex"),
        (X.astype(str), "text"),
        (X.astype(object), "objects"),
        (np.zeros((0, 2)), r"\(0, 2\)"),
        (X > 100, None),
    ],
)
def test_that_what_is_no_array_of_numbers_is_named(array, words):
    if words is None:
        assert scenario_of_arrays(WEIGHTS, BIASES, array, Y > 0.5, NAMES, BCE) is not None
        return
    with pytest.raises(nnviz.ModelError, match=f"X.*{words}"):
        scenario_of_arrays(WEIGHTS, BIASES, array, Y, NAMES, BCE)


# What does not go together ----------------------------------------------------------------------------------------


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


@pytest.mark.slow
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
    said = "nnviz.show: 2-1 network, activations sigmoid, loss half-squared, 5 samples"
    assert done.stdout.splitlines() == [said, "Mine 0.5 2"], done.stderr


@pytest.mark.slow
def test_that_a_signal_that_has_closed_the_window_reaches_the_script_too() -> None:
    code = """
import signal
import numpy as np, nnviz
import nnviz.app.application
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores Ctrl+C
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
    assert done.stdout.splitlines()[-1] == "interrupted", done.stderr
