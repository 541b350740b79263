"""Computing an expression plainly has the same result as the lines that run on preallocated arrays."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.engine.reference import compute
from nnviz.model.network.network import Layer
from nnviz.model.program.losses import LOSSES
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session

LAYERS = {
    "binary-cross-entropy": ("sigmoid", "softplus"),
    "categorical-cross-entropy": ("softmax",),
    "hinge": ("identity", "leaky-relu"),
    "half-squared": ("tanh", "relu", "softmax"),
}


@pytest.mark.parametrize("kind", OPTIMISERS)
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("penalty", ["none", "l1", "l2"])
@pytest.mark.slow
@pytest.mark.sample(40)
def test_that_every_line_computed_plainly_is_the_same(kind, loss, penalty):
    for output in LAYERS.get(loss, ("identity",)):
        scenario = replace(
            Scenario.load("xor"),
            layers=(Layer(3, "leaky-relu"), Layer(2, output)),
            loss=loss,
            optimiser=OptimiserSpec(kind, 0.1),
            penalty=PenaltySpec(penalty, 0.1),
        )
        session = Session(scenario)
        session.step_update(3)
        snapshot = session.snapshot()
        scalars = {**snapshot.scalars, "m": 4.0, "n": 2.0}
        arrays = {**snapshot.before, "X": session.value("X"), "Y": session.value("Y")}
        for line in session.program:
            with np.errstate(all="ignore"):
                arrays[line.writes] = compute(line.expression, arrays, scalars)
            assert np.array_equal(arrays[line.writes], np.atleast_2d(session.value(line.writes)), equal_nan=True)
