"""Models of other libraries: the loss here is the one that the library itself computes, of those installed."""

from __future__ import annotations

import os

import numpy as np
import pytest

import nnviz
from nnviz.model.other_libraries.model_scenario import scenario_of_model
from nnviz.model.other_libraries.objects import read_object

RNG = np.random.default_rng(7)
X = RNG.normal(size=(12, 4))
CLASSES = np.arange(12) % 3
NUMBERS = RNG.normal(size=(12, 2))
CLOSE = {"rel": 1e-6, "abs": 1e-6}


def loss_of(model: object, targets: object, **named: object) -> float:
    scenario, _ = scenario_of_model(read_object(model), X, targets, **named)
    session = nnviz.Session(scenario)
    if scenario.penalty.kind == "none":
        return session.loss
    session.step_update(1)
    return float(session.value("J"))


class TestScikitLearn:
    @pytest.fixture
    def networks(self):
        return pytest.importorskip("sklearn.neural_network")

    @pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
    @pytest.mark.parametrize("activation", ["identity", "logistic", "tanh", "relu"])
    def test_that_a_classifier_has_its_own_loss(self, networks, activation) -> None:
        words = np.array(["cat", "dog", "owl"])[CLASSES]
        model = networks.MLPClassifier((5, 3), activation=activation, alpha=0.3, max_iter=20).fit(X, words)
        p = model.predict_proba(X)
        penalty = 0.3 / 2 * sum(float((w**2).sum()) for w in model.coefs_) / len(X)
        expected = -float(np.log(p[np.arange(12), CLASSES]).mean()) + penalty
        assert loss_of(model, words) == pytest.approx(expected, **CLOSE)

    @pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
    def test_that_two_classes_are_one_output(self, networks) -> None:
        model = networks.MLPClassifier((3,), alpha=0.0, max_iter=5).fit(X, CLASSES > 0)
        p = model.predict_proba(X)[:, 1]
        expected = -float(np.where(CLASSES > 0, np.log(p), np.log(1 - p)).mean())
        assert loss_of(model, CLASSES > 0) == pytest.approx(expected, **CLOSE)

    @pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
    def test_that_a_regressor_reports_half_the_mean_over_outputs(self, networks) -> None:
        model = networks.MLPRegressor(hidden_layer_sizes=(3,), alpha=0.0, max_iter=5).fit(X, NUMBERS)
        expected = 0.5 * float(((model.predict(X) - NUMBERS) ** 2).mean())
        assert loss_of(model, NUMBERS) == pytest.approx(expected, **CLOSE)
        assert any("2 times" in note for note in read_object(model).notes)

    @pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
    @pytest.mark.parametrize(
        "settings",
        [
            {"solver": "sgd", "momentum": 0.0},
            {"solver": "sgd", "momentum": 0.9, "nesterovs_momentum": False},
            {"solver": "sgd", "momentum": 0.9, "nesterovs_momentum": True},
            {"solver": "adam"},
        ],
    )
    def test_that_five_updates_are_those_of_the_library(self, networks, settings) -> None:
        model = networks.MLPClassifier((3,), alpha=0.1, learning_rate_init=0.05, batch_size=12, **settings)
        model.partial_fit(X, CLASSES, classes=[0, 1, 2])
        start = networks.MLPClassifier((3,), alpha=0.1, learning_rate_init=0.05, batch_size=12, **settings)
        start.set_params(random_state=3).partial_fit(X, CLASSES, classes=[0, 1, 2])
        # A fresh optimiser from the same place: the library keeps its moments, so both begin with none.
        del start._optimizer
        start.n_iter_, start.t_ = 0, 0
        scenario, _ = scenario_of_model(read_object(start), X, CLASSES)
        session = nnviz.Session(scenario)
        start._no_improvement_count, start.warm_start = 0, True
        for _ in range(5):
            start.partial_fit(X, CLASSES)
        session.step_update(5)
        np.testing.assert_allclose(session.value("W1"), start.coefs_[0].T, rtol=1e-9, atol=1e-12)

    def test_that_a_model_that_was_not_fitted_is_refused(self, networks) -> None:
        with pytest.raises(nnviz.ModelError, match=r"fit\(X, y\)"):
            read_object(networks.MLPClassifier())

    @pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
    def test_that_a_class_that_was_never_seen_is_named(self, networks) -> None:
        model = networks.MLPClassifier((3,), max_iter=2).fit(X, CLASSES)
        with pytest.raises(nnviz.ModelError, match="found 7"):
            scenario_of_model(read_object(model), X, CLASSES + 7)


class TestPyTorch:
    @pytest.fixture
    def torch(self):
        torch = pytest.importorskip("torch")
        torch.manual_seed(1)
        return torch

    @pytest.mark.parametrize(
        "kind",
        ["ReLU", "Tanh", "Sigmoid", "Softplus", "SiLU", "GELU", "ELU", "LeakyReLU", "Identity"],
    )
    def test_that_every_activation_gives_the_same_loss(self, torch, kind) -> None:
        nn = torch.nn
        model = nn.Sequential(nn.Linear(4, 5), getattr(nn, kind)(), nn.Dropout(), nn.Linear(5, 3)).eval()
        expected = nn.CrossEntropyLoss()(model(torch.tensor(X).float()), torch.tensor(CLASSES)).item()
        assert loss_of(model, CLASSES) == pytest.approx(expected, **CLOSE)

    def test_that_numbers_of_activations_are_kept(self, torch) -> None:
        nn = torch.nn
        layers = nn.Linear(4, 5), nn.LeakyReLU(0.2), nn.Linear(5, 4, bias=False), nn.ELU(0.5), nn.Linear(4, 2)
        model = nn.Sequential(*layers).double()
        expected = nn.MSELoss()(model(torch.tensor(X)), torch.tensor(NUMBERS)).item()
        assert loss_of(model, NUMBERS, loss=nn.MSELoss()) == pytest.approx(expected, rel=1e-12)
        assert read_object(model).biases[1] is None

    def test_that_activations_in_forward_are_found(self, torch) -> None:
        class Net(torch.nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.fc2 = torch.nn.Linear(5, 3)
                self.fc1 = torch.nn.Linear(4, 5)

            def forward(self, x):
                x = torch.nn.functional.leaky_relu(self.fc1(x.view(-1, 4)), 0.2)
                return torch.log_softmax(self.fc2(x), dim=1)

        model = Net().double()
        expected = torch.nn.NLLLoss()(model(torch.tensor(X)), torch.tensor(CLASSES)).item()
        assert loss_of(model, CLASSES) == pytest.approx(expected, rel=1e-12)

    @pytest.mark.parametrize("kind", ["Conv1d(4, 5, 1)", "BatchNorm1d(4)", "ReLU6()", "Softplus(beta=2.0)"])
    def test_that_what_nnviz_has_not_is_named(self, torch, kind) -> None:
        model = torch.nn.Sequential(torch.nn.Linear(4, 4), eval(f"torch.nn.{kind}", {"torch": torch}))
        with pytest.raises(nnviz.ModelError, match=kind.partition("(")[0]):
            read_object(model)

    def test_that_a_forward_with_a_branch_is_refused(self, torch) -> None:
        class Residual(torch.nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.one = torch.nn.Linear(4, 4)

            def forward(self, x):
                return self.one(x) + x

        with pytest.raises(nnviz.ModelError, match="layer of the kind add"):
            read_object(Residual())

    def test_that_a_state_dictionary_needs_its_activations(self, torch) -> None:
        nn = torch.nn
        model = nn.Sequential(nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, 4), nn.Tanh(), nn.Linear(4, 3)).double()
        with pytest.raises(nnviz.ModelError, match="relu,relu,identity"):
            loss_of(model.state_dict(), CLASSES)
        expected = nn.CrossEntropyLoss()(model(torch.tensor(X)), torch.tensor(CLASSES)).item()
        named = {"activations": ["tanh", "tanh", "linear"], "loss": "CrossEntropyLoss"}
        assert loss_of(model.state_dict(), CLASSES, **named) == pytest.approx(expected, rel=1e-12)


class TestKeras:
    pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation")

    @pytest.fixture
    def keras(self):
        os.environ.setdefault("KERAS_BACKEND", "torch")
        keras = pytest.importorskip("keras")
        keras.utils.set_random_seed(2)
        return keras

    def model(self, keras, output="softmax", **named):
        layers = keras.layers
        return keras.Sequential(
            [
                keras.Input((4,)),
                layers.Dense(5, activation="tanh", name="first", **named),
                layers.Dropout(0.1),
                layers.Dense(4, use_bias=False, **named),
                layers.LeakyReLU(),
                layers.Dense(3, activation=output, **named),
            ]
        )

    @pytest.mark.parametrize("from_logits", [False, True])
    def test_that_a_compiled_model_has_its_own_loss(self, keras, from_logits) -> None:
        model = self.model(keras, None if from_logits else "softmax", kernel_regularizer="l2")
        model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits))
        assert loss_of(model, CLASSES) == pytest.approx(model.evaluate(X, CLASSES, verbose=0), **CLOSE)

    @pytest.mark.parametrize("suffix", [".keras", ".h5"])
    @pytest.mark.filterwarnings("ignore::DeprecationWarning")
    def test_that_its_files_are_read_without_it(self, keras, suffix, tmp_path) -> None:
        model = self.model(keras)
        model.compile("sgd", "sparse_categorical_crossentropy")
        model.save(tmp_path / f"model{suffix}")
        expected = model.evaluate(X, CLASSES, verbose=0)
        assert loss_of(tmp_path / f"model{suffix}", CLASSES) == pytest.approx(expected, **CLOSE)
