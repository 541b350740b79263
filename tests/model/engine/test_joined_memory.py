"""A whole update, made for all parameters at once, is what its lines make one by one, to the last bit."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.data import DataSpec
from nnviz.model.data.batches import BatchSpec
from nnviz.model.engine.numpy_calls import WIDE
from nnviz.model.engine.reference import compute
from nnviz.model.program.optimisers import OPTIMISERS
from nnviz.model.scenario.scenario import OptimiserSpec, PenaltySpec
from nnviz.model.session.session import Session


def state(session):
    return {name: session.value(name).tobytes() for name in session.symbols}


def by_lines(session, updates):
    for _ in range(updates * len(session.program)):
        session.step_line()


@pytest.mark.parametrize("size", ["full", 3, 4, 1])
@pytest.mark.parametrize("penalty", ["none", "l2"])
@pytest.mark.parametrize("kind", OPTIMISERS)
@pytest.mark.slow
@pytest.mark.sample(16)
def test_that_updates_run_at_once_and_line_by_line_are_the_same(kind, penalty, size):
    scenario = replace(
        Scenario.load("planar-flower"),
        optimiser=OptimiserSpec(kind, 0.1),
        penalty=PenaltySpec(penalty, 0.1),
        batch=BatchSpec(size if size == "full" else 100 * size, "fixed"),
    )
    at_once, slowly = Session(scenario), Session(scenario)
    at_once.step_update(9)
    by_lines(slowly, 9)
    assert state(at_once) == state(slowly)


@pytest.fixture
def wide():
    drawn = np.random.default_rng(0)
    inputs, targets = drawn.random((9, WIDE)), drawn.integers(0, 2, (9, 1)).astype(float)
    data = DataSpec(
        kind="explicit", inputs=tuple(map(tuple, inputs.tolist())), targets=tuple(map(tuple, targets.tolist()))
    )
    return replace(Scenario.load("xor"), data=data, batch=BatchSpec(4, "fixed"))


def test_that_wide_layers_are_the_same_at_once_line_by_line_and_going_back(wide):
    at_once, slowly = Session(wide), Session(wide)
    at_once.step_update(7)
    by_lines(slowly, 7)
    assert state(at_once) == state(slowly)
    at_once.step_update(100)
    at_once.seek(7)
    assert state(at_once) == state(slowly)


def test_that_a_wide_layer_is_what_its_lines_say(wide):
    session = Session(wide)
    session.step_update(2)
    snapshot = session.snapshot()
    arrays = {**snapshot.before, "X": session.value("X"), "Y": session.value("Y")}
    scalars = {**snapshot.scalars, "m": float(len(snapshot.batch)), "n": 1.0}
    for line in session.program:
        arrays[line.writes] = compute(line.expression, arrays, scalars)
        np.testing.assert_allclose(arrays[line.writes], np.atleast_2d(session.value(line.writes)), rtol=1e-13, atol=0)


def test_that_batches_that_stay_loaded_are_those_of_their_updates(wide):
    session = Session(wide)
    for update in range(1, 8):
        session.step_update()
        batch = session.snapshot().batch
        assert np.array_equal(session.value("X"), session.data.X[:, batch]), update
        assert len(batch) == (4, 4, 1)[(update - 1) % 3]
