"""Scenarios with samples and parameters written out, for the tests of the model."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.data import DataSpec
from nnviz.model.network.initialisers import InitialSpec
from nnviz.model.network.network import Layer

MakeScenario = Callable[..., Scenario]


@pytest.fixture(scope="session")
def make_scenario() -> MakeScenario:
    """Return a function that makes a scenario of explicit numbers.

    `x` is (n_in, m) and `y` (n_out, m), as the model has them; or `labels`. `layers` are (units, activation).
    `parameters` are arrays by symbol; the rest goes to `Scenario`.
    """

    def make(
        x, layers: Sequence[tuple[int, str]], *, y=None, labels=None, parameters=None, loss="half-squared", **rest
    ) -> Scenario:
        initial = InitialSpec(values={name: rows(array) for name, array in (parameters or {}).items()})
        data = DataSpec(
            kind="explicit",
            inputs=rows(np.transpose(x)),
            targets=None if y is None else rows(np.transpose(y)),
            labels=None if labels is None else tuple(labels),
        )
        return Scenario(
            title={"en": "test"},
            data=data,
            layers=tuple(Layer(*layer) for layer in layers),
            loss=loss,
            **({"initial": initial} | rest),
        )

    return make


def rows(array) -> tuple[tuple[float, ...], ...]:
    return tuple(tuple(row) for row in np.asarray(array, dtype=np.float64).tolist())
