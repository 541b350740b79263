"""Peers in Python: hand-written numpy, PyTorch, scikit-learn; and nnviz itself."""

from __future__ import annotations

import importlib.util
import warnings
from collections.abc import Callable, Sequence
from typing import Literal

import numpy as np
from trainees import ETA, Here, NotMeasuredError, in_a_row
from workloads import Array, Workload

from nnviz.model.engine.compiled.kernel import is_installed
from nnviz.model.session.session import Session


class Nnviz(Here):
    """A session of nnviz with its history and its loss curve; the workspace is complete after each update."""

    def __init__(self, workload: Workload, engine: Literal["numpy", "compiled"]) -> None:
        if engine == "compiled" and not is_installed():
            raise NotMeasuredError("numba is not installed")
        self._session = Session(workload.scenario(), engine)
        if self._session.engine != engine:
            raise NotMeasuredError("this scenario has no compiled engine")
        self._layers = len(workload.sizes) - 1

    def train(self, units: int) -> None:
        """Train on."""
        self._session.step_update(units)

    def parameters(self) -> Sequence[float]:
        """Return the present parameters."""
        value = self._session.value
        return in_a_row([(value(f"W{layer}"), value(f"b{layer}")) for layer in range(1, self._layers + 1)])


class TunedNumpy(Here):
    """Hand-written numpy: preallocated arrays, ``out=`` everywhere, nothing kept of the past."""

    def __init__(self, workload: Workload) -> None:
        self._parameters = workload.initial()
        self._run = _numpy_loop(workload, self._parameters)

    def train(self, units: int) -> None:
        """Train on."""
        self._run(units)

    def parameters(self) -> Sequence[float]:
        """Return the present parameters."""
        return in_a_row(self._parameters)


class Torch(Here):
    """PyTorch, one thread, float64, plain gradient descent."""

    def __init__(self, workload: Workload) -> None:
        if importlib.util.find_spec("torch") is None:
            raise NotMeasuredError("torch is not installed")
        import torch

        torch.set_num_threads(1)
        kinds = {"sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh}
        parts: list[torch.nn.Module] = []
        initial = workload.initial()
        for layer, (weights, biases) in enumerate(initial, start=1):
            linear = torch.nn.Linear(weights.shape[1], weights.shape[0], dtype=torch.float64)
            linear.weight.data, linear.bias.data = torch.from_numpy(weights), torch.from_numpy(biases[:, 0])
            parts.append(linear)
            is_last = layer == len(initial)
            if not (is_last and workload.loss == "binary-cross-entropy"):
                parts.append(kinds[workload.output if is_last else workload.hidden]())
        self._model = torch.nn.Sequential(*parts)
        self._optimiser = torch.optim.SGD(self._model.parameters(), ETA)
        self._x, self._y = torch.from_numpy(workload.x), torch.from_numpy(workload.y)
        self._batches = [torch.from_numpy(batch) for batch in workload.batches]
        self._squared, self._entropy = workload.loss == "half-squared", torch.nn.BCEWithLogitsLoss()
        self._next = 0

    def train(self, units: int) -> None:
        """Train on."""
        for _ in range(units):
            batch = self._batches[self._next]
            self._next = (self._next + 1) % len(self._batches)
            self._optimiser.zero_grad()
            out, wanted = self._model(self._x[batch]), self._y[batch]
            squared = 0.5 * (out - wanted).square().sum() / len(batch) if self._squared else None
            loss = self._entropy(out, wanted) if squared is None else squared
            loss.backward()
            self._optimiser.step()

    def parameters(self) -> Sequence[float]:
        """Return the present parameters."""
        return [float(number) for part in self._model.parameters() for number in part.detach().ravel()]


class ScikitLearn(Here):
    """scikit-learn's ``partial_fit``, which is one pass over the data; its output layer has no activation."""

    def __init__(self, workload: Workload) -> None:
        if importlib.util.find_spec("sklearn") is None:
            raise NotMeasuredError("scikit-learn is not installed")
        from sklearn.neural_network import MLPRegressor

        kind = {"sigmoid": "logistic", "tanh": "tanh"}[workload.hidden]
        sizes, self.unit = workload.sizes[1:-1], len(workload.batches)
        self._model = MLPRegressor(
            hidden_layer_sizes=sizes, activation=kind, solver="sgd", batch_size=workload.batch, momentum=0.0
        )
        self._x, self._y = workload.x, workload.y if workload.y.shape[1] > 1 else workload.y[:, 0]

    def train(self, units: int) -> None:
        """Train on."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for _ in range(units):
                self._model.partial_fit(self._x, self._y)

    def parameters(self) -> None:
        """Return None: it trains another last layer."""


def _numpy_loop(workload: Workload, parameters: list[tuple[Array, Array]]) -> Callable[[int], None]:
    m, next_batch = workload.batch, 0
    gathered = [(workload.x[batch].T.copy(), workload.y[batch].T.copy()) for batch in workload.batches]
    made = [np.empty((n, m)) for n in workload.sizes[1:]]
    deltas = [np.empty((n, m)) for n in workload.sizes[1:]]
    slopes = [np.empty((n, m)) for n in workload.sizes[1:]]
    moves = [(np.empty_like(w), np.empty_like(b)) for w, b in parameters]
    last = len(parameters) - 1

    def activate(kind: str, a: Array) -> None:
        if kind == "tanh":
            np.tanh(a, a)
        else:
            np.negative(a, a)
            np.exp(a, a)
            np.add(a, 1.0, a)
            np.reciprocal(a, a)

    def slope(kind: str, a: Array, out: Array) -> None:
        if kind == "tanh":
            np.multiply(a, a, out)
            np.subtract(1.0, out, out)
        else:
            np.subtract(1.0, a, out)
            np.multiply(out, a, out)

    def run(count: int) -> None:
        nonlocal next_batch
        for _ in range(count):
            x, y = gathered[next_batch]
            next_batch = next_batch + 1 if next_batch + 1 < len(gathered) else 0
            below = x
            for layer, (w, b) in enumerate(parameters):
                a = made[layer]
                np.dot(w, below, a)
                np.add(a, b, a)
                activate(workload.output if layer == last else workload.hidden, a)
                below = a
            np.subtract(made[last], y, deltas[last])
            if workload.loss == "half-squared":
                np.vdot(deltas[last], deltas[last])
                slope(workload.output, made[last], slopes[last])
                np.multiply(deltas[last], slopes[last], deltas[last])
            else:
                np.subtract(1.0, y, slopes[last])
                np.subtract(slopes[last], made[last], slopes[last])  # y = 1: −a; y = 0: 1 − a
                np.absolute(slopes[last], slopes[last])
                np.log(slopes[last], slopes[last])
                np.add.reduce(slopes[last], None)
            for layer in range(last - 1, -1, -1):
                np.dot(parameters[layer + 1][0].T, deltas[layer + 1], deltas[layer])
                slope(workload.hidden, made[layer], slopes[layer])
                np.multiply(deltas[layer], slopes[layer], deltas[layer])
            for layer, ((w, b), (dw, db)) in enumerate(zip(parameters, moves, strict=True)):
                np.dot(deltas[layer], (made[layer - 1] if layer else x).T, dw)
                np.multiply(dw, ETA / m, dw)
                np.subtract(w, dw, w)
                np.add.reduce(deltas[layer], 1, None, db, True)
                np.multiply(db, ETA / m, db)
                np.subtract(b, db, b)

    return run
