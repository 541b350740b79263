"""The program's forward lines on samples outside the batch."""

import numpy as np
import pytest

from nnviz import Scenario
from nnviz.model.prediction.forward import ForwardPass, values_of_sample
from nnviz.model.scenario.scenario import OptimiserSpec
from nnviz.model.session.session import Session


@pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-15), (np.float32, 1e-5)])
def test_that_a_forward_pass_gives_what_the_update_s_lines_give(dtype, tolerance):
    session = Session(Scenario.load("three-class-spiral"))
    session.step_update(30)
    session.step_line(session.program.line_of["A3"])
    values = session.snapshot().values
    forward = ForwardPass(session.program, values["X"].shape[1], dtype)
    found = forward.run(values, values["X"])
    for name in ("Z1", "A1", "Z3", "A3"):
        assert found[name].dtype == dtype
        np.testing.assert_allclose(found[name], values[name], rtol=tolerance, atol=tolerance)


def test_that_a_forward_pass_does_not_touch_the_parameters():
    session = Session(Scenario.load("xor"))
    parameters = {name: session.value(name).copy() for name in session.program.parameters}
    ForwardPass(session.program, 1).run(parameters, np.ones((2, 1)))
    assert all(np.array_equal(parameters[name], session.value(name)) for name in parameters)


def test_that_the_values_of_a_sample_are_those_of_the_parameters_as_they_stand():
    session = Session(Scenario.load("xor"))
    session.step_update(3)
    snapshot = session.snapshot()
    before = values_of_sample(snapshot, 2)["A2"].copy()
    session.step_line(session.program.line_of["A2"])
    assert before[0, 0] == pytest.approx(session.value("A2")[0, 2], rel=1e-14)
    values = values_of_sample(snapshot, 2)
    assert values["X"].tolist() == [[1.0], [0.0]]
    assert values["Y"].tolist() == [[1.0]]


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_that_a_diverged_network_gives_infinities_without_a_warning(make_scenario, dtype):
    optimiser = OptimiserSpec("gradient-descent", 1e150)
    session = Session(make_scenario([[1e100]], [(2, "relu"), (1, "identity")], y=[[0.0]], optimiser=optimiser))
    session.step_update()
    found = ForwardPass(session.program, 1, dtype).run(session.snapshot().values, np.array([[1e100]]))
    assert not np.isfinite(found["A2"]).all()
