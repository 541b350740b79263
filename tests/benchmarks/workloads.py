"""The five trainings that the benchmarks time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer
from nnviz.model.scenario.scenario import OptimiserSpec, Scenario

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Workload:
    """A training: network, data as ``(samples, n)``, batch size, and how near to the C floor nnviz is to come."""

    name: str
    title: str
    sizes: tuple[int, ...]
    hidden: Literal["sigmoid", "tanh"]
    output: Literal["sigmoid", "tanh"]
    loss: Literal["half-squared", "binary-cross-entropy"]
    x: Array
    y: Array
    batch: int
    within: float

    @property
    def batches(self) -> list[NDArray[np.intp]]:
        """The samples of each update of an epoch."""
        return [np.arange(i, i + self.batch) for i in range(0, len(self.x), self.batch)]

    def initial(self) -> list[tuple[Array, Array]]:
        """Weights ``(n, n_below)`` and biases ``(n, 1)``, the same for all who train."""
        drawn = np.random.default_rng(7)
        pairs = zip(self.sizes[1:], self.sizes[:-1], strict=True)
        return [(drawn.normal(size=pair) / np.sqrt(pair[1]), np.zeros((pair[0], 1))) for pair in pairs]

    def scenario(self) -> Scenario:
        """The same as a scenario of nnviz."""
        inputs, targets = (tuple(map(tuple, array.tolist())) for array in (self.x, self.y))
        values: dict[str, tuple[tuple[float, ...], ...]] = {}
        for layer, pair in enumerate(self.initial(), start=1):
            for name, array in zip("Wb", pair, strict=True):
                values[f"{name}{layer}"] = tuple(map(tuple, array.tolist()))
        kinds = [self.hidden] * (len(self.sizes) - 2) + [self.output]
        return Scenario(
            title={"en": self.title},
            data=DataSpec(kind="explicit", inputs=inputs, targets=targets),
            layers=tuple(Layer(units, kind) for units, kind in zip(self.sizes[1:], kinds, strict=True)),
            loss=self.loss,
            optimiser=OptimiserSpec(learning_rate=0.1),
            batch=BatchSpec(self.batch, "fixed"),
            initial=InitialSpec(values=values),
        )


def workloads() -> tuple[Workload, ...]:
    """Return the five."""
    drawn = np.random.default_rng(1)
    xor_x, xor_y = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]]), np.array([[0.0], [1], [1], [0]])
    plane = drawn.normal(size=(500, 2))
    side = np.sign(np.sin(3 * plane[:, :1]) * plane[:, 1:])
    wide = drawn.random((640, 784))
    digits = np.eye(10)[drawn.integers(0, 10, 640)]
    half: Literal["half-squared"] = "half-squared"
    return (
        Workload("a", "XOR 2-2-1, one sample", (2, 2, 1), "sigmoid", "sigmoid", half, xor_x, xor_y, 1, 2.0),
        Workload("b", "XOR 2-4-1, batch of 4", (2, 4, 1), "sigmoid", "sigmoid", half, xor_x, xor_y, 4, 2.0),
        Workload(
            "c",
            "flower 400, 2-4-1, full batch",
            (2, 4, 1),
            "tanh",
            "sigmoid",
            "binary-cross-entropy",
            plane[:400],
            (side[:400] > 0).astype(np.float64),
            400,
            2.0,
        ),
        Workload("d", "spiral 500, 2-8-8-1, tens", (2, 8, 8, 1), "tanh", "tanh", half, plane, side, 10, 1.3),
        Workload("e", "784-30-10, batches of 32", (784, 30, 10), "sigmoid", "sigmoid", half, wide, digits, 32, 1.3),
    )
