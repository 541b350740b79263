"""Activations are recognised by value, and their slopes are those of central differences."""

from __future__ import annotations

import numpy as np
import pytest

from nnviz.model.recognition.activation_values import BY_NAME, activations_between, leaky_relu

_Z = np.random.default_rng(3).normal(size=(3, 5)) * 1.5


@pytest.mark.parametrize("row", [*BY_NAME.values(), leaky_relu(0.2)], ids=lambda row: row.name)
def test_the_slope_is_that_of_central_differences(row: object) -> None:
    a = row.function(_Z)  # type: ignore[attr-defined]
    weights = np.random.default_rng(4).normal(size=_Z.shape)
    pulled = row.pull(weights, _Z, a)  # type: ignore[attr-defined]
    for cell in np.ndindex(_Z.shape):
        step = np.zeros_like(_Z)
        step[cell] = 1e-6
        up, down = row.function(_Z + step), row.function(_Z - step)  # type: ignore[attr-defined]
        assert pulled[cell] == pytest.approx(float((weights * (up - down)).sum() / 2e-6), rel=1e-5, abs=1e-7)


@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "softmax", "softplus", "elu"])
def test_a_function_is_recognised_by_its_values(name: str) -> None:
    assert next(activations_between(_Z, BY_NAME[name].function(_Z), 1e-7)).name == name


def test_the_leak_is_found() -> None:
    found = next(activations_between(_Z, np.where(_Z > 0, _Z, 0.3 * _Z), 1e-7))
    assert found.name == "leaky-relu"
