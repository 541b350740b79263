"""Losses that are computed from the outputs A: exact, and with a right gradient where an output is exactly 0 or 1."""

from decimal import Decimal, localcontext

import numpy as np
import pytest

from nnviz.model.checks.gradient import gradient_check
from nnviz.model.explain.cell import explain
from nnviz.model.network.activations import ACTIVATIONS
from nnviz.model.program.losses import LOSSES
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

BCE = "binary-cross-entropy"

TINY = (5e-324, 1e-300, 1e-30, 1e-17, 1e-9, 1e-3)
OUTPUTS = (*TINY, 0.3, 0.5, 0.7, 1 - 1e-3, 1 - 1e-9, 1 - 2**-53)
TARGETS = (0.0, 1.0, 1e-10, 0.25, 1 - 1e-10)


def term(factor: Decimal, of: Decimal) -> Decimal:
    return Decimal(0) if factor == 0 else -factor * of.ln()


EXACT = {
    "half-squared": lambda a, y: (a - y) ** 2 / 2,
    "squared": lambda a, y: (a - y) ** 2,
    "mean-squared": lambda a, y: (a - y) ** 2,
    BCE: lambda a, y: term(y, a) + term(1 - y, 1 - a),
    "categorical-cross-entropy": lambda a, y: term(y, a),
    "hinge": lambda a, y: max(Decimal(0), 1 - y * a),
}


@pytest.mark.parametrize("loss", EXACT)
def test_that_a_loss_is_exact_for_every_output(loss):
    targets = (-1.0, 1.0) if LOSSES[loss].targets == "plus-minus-one" else TARGETS
    pairs = np.array([(a, y) for a in OUTPUTS for y in targets]).T
    with localcontext() as context:
        context.prec = 400
        expected = [float(EXACT[loss](Decimal(a), Decimal(y))) for a, y in pairs.T.tolist()]
    found = LOSSES[loss].per_cell(pairs[:1], pairs[1:])
    np.testing.assert_allclose(found, [expected], rtol=1e-12, atol=0.0)


ENDS = [(name, end) for name in ("identity", "relu", "leaky-relu", "tanh") for end in (0.0, 1.0)]
"""Activations that reach an output of exactly 0 or 1."""


def at(make_scenario, activation: str, end: float, **more) -> Session:
    """Return a session whose single output is exactly its target, 0 or 1."""
    z = 20.0 if (activation, end) == ("tanh", 1.0) else end
    scenario = make_scenario(
        [[1.0]], [(1, activation)], y=[[end]], parameters={"W1": [[z]], "b1": [[0.0]]}, loss=BCE, **more
    )
    session = Session(scenario)
    session.step_line(session.program.line_of["db1"])
    assert session.value("A1") == end
    return session


@pytest.mark.parametrize(("activation", "end"), ENDS)
def test_that_the_gradient_is_right_where_an_output_is_exactly_its_target(make_scenario, activation, end):
    session = at(make_scenario, activation, end)
    z, slope = session.value("Z1"), np.empty((1, 1))
    rule = ACTIVATIONS[activation]
    rule.slope(session.value(f"{rule.slope_reads}1"), slope)
    # −ln(1 − a) has the slope 1 / (1 − a), which is 1 at a = 0, and −ln a has −1 / a.
    assert session.value("L") == 0.0
    np.testing.assert_array_equal(session.value("delta1"), (-1.0 if end else 1.0) * slope)
    assert np.isfinite(z).all()


@pytest.mark.parametrize("end", [0.0, 1.0])
def test_that_it_is_the_limit_of_the_gradients_beside(make_scenario, end):
    beside = []
    for distance in (1e-5, 1e-7):
        a = distance if end == 0.0 else 1.0 - distance
        given = {"W1": [[a]], "b1": [[0.0]]}
        session = Session(make_scenario([[1.0]], [(1, "identity")], y=[[end]], parameters=given, loss=BCE))
        session.step_line(session.program.line_of["db1"])
        beside.append(float(session.value("delta1")[0, 0]))
    there = float(at(make_scenario, "identity", end).value("delta1")[0, 0])
    assert abs(beside[1] - there) < 2e-7 < abs(beside[0] - there) < 2e-5


@pytest.mark.parametrize("end", [0.0, 1.0])
def test_that_a_cell_there_is_written_as_it_is_computed(make_scenario, end):
    session = at(make_scenario, "identity", end)
    tree = explain(session.snapshot(), Cell("delta1", 0, 0)).tree
    assert tree.value == (-1.0 if end else 1.0)
    assert tree.kind == "difference"  # 1 − 2y


@pytest.mark.parametrize("end", [0.0, 1.0])
def test_that_the_gradient_check_does_not_fail_there(make_scenario, end):
    # Beyond the end, the loss takes the logarithm of a negative number: nothing can be said of the difference.
    assert "wrong" not in str(gradient_check(at(make_scenario, "identity", end).snapshot()))


def test_that_softmax_outputs_of_exactly_0_and_1_have_a_gradient(make_scenario):
    given = {"W1": [[400.0], [-400.0]], "b1": np.zeros((2, 1))}
    session = Session(make_scenario([[1.0]], [(2, "softmax")], y=[[1.0], [0.0]], parameters=given, loss=BCE))
    session.step_line(session.program.line_of["db1"])
    np.testing.assert_array_equal(session.value("A1"), [[1.0], [0.0]])
    np.testing.assert_array_equal(session.value("L"), [[0.0]])
    np.testing.assert_array_equal(session.value("delta1"), [[0.0], [0.0]])


def test_that_the_mistake_of_a_flipped_sign_flips_it_there_too(make_scenario):
    right = at(make_scenario, "identity", 1.0).value("delta1")
    wrong = at(make_scenario, "identity", 1.0, mistakes=("flipped-sign",)).value("delta1")
    np.testing.assert_array_equal(wrong, -right)
