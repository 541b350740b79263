"""The gradient check: right gradients pass, a wrong line is found, bends are reported, and the session is unchanged."""

from dataclasses import replace

import numpy as np
import pytest

from nnviz import ModelError, Scenario
from nnviz.model.checks import BANDS, band_of, gradient_check, gradient_check_steps
from nnviz.model.checks.gradient import CELLS_MAX, DIRECTIONS
from nnviz.model.engine.workspace import Workspace
from nnviz.model.network.network import Layer
from nnviz.model.program.expression import Binary, Symbol
from nnviz.model.program.program import Program
from nnviz.model.scenario.scenario import PenaltySpec
from nnviz.model.session.selection import Cell
from nnviz.model.session.session import Session

X = np.array([[0.2, -0.7, 1.1], [0.5, 0.3, -0.4]])
Y = np.array([[0.3, 0.6, 0.9]])


def at(name="xor", updates=3, lines=0):
    session = Session(Scenario.load(name))
    session.step_update(updates)
    session.step_line(lines)
    return session


def with_wrong(snapshot, symbol, mistake):
    """Return the snapshot of an update that is about to begin, with one line of its program replaced."""
    lines = tuple(mistake(line) if line.writes == symbol else line for line in snapshot.program)
    return replace(snapshot, program=Program(snapshot.program.recipe, lines))


def without_last_factor(line):
    return replace(line, expression=line.expression.left)


def with_a_factor(line):
    return replace(line, expression=Binary("*", Symbol("A2"), line.expression))


def negated(line):
    return replace(line, expression=Binary("-", Binary("-", line.expression, line.expression), line.expression))


@pytest.mark.parametrize(
    "name", ["xor", "planar-flower", "three-class-spiral", "circle", "sine", "worked-example-2-3-1"]
)
@pytest.mark.slow
def test_that_the_gradients_of_shipped_scenarios_are_right(name):
    check = gradient_check(at(name).snapshot())
    assert check.directions is None
    assert check.band.name in ("good", "fine")
    reported = [parameter.error[~parameter.too_small] for parameter in check.parameters.values()]
    assert check.maximum == max(errors.max() for errors in reported if errors.size)
    assert check.parameters[check.worst.symbol].error[check.worst.row, check.worst.column] == check.maximum
    for symbol, parameter in check.parameters.items():
        assert parameter.numeric == pytest.approx(parameter.analytic, abs=1e-8)
        assert parameter.numeric.shape == at(name).value(symbol).shape


@pytest.mark.parametrize("lines", [0, 1, 5, 9, 12, 15])
def test_that_the_check_is_of_the_update_on_the_screen_wherever_it_stands(lines):
    session = at(lines=lines)
    shown = session.snapshot()
    finished = at(lines=lines)
    finished.step_line((-lines) % 15)
    check = gradient_check(shown)
    assert check.update == shown.position.update
    for symbol, parameter in check.parameters.items():
        assert np.array_equal(parameter.analytic, finished.value(f"d{symbol}"))


def test_that_before_the_first_line_it_is_the_update_to_come_that_is_checked():
    session = Session(Scenario.load("xor"))
    check = gradient_check(session.snapshot())
    assert check.update == 1
    session.step_update()
    assert np.array_equal(check.parameters["W1"].analytic, session.value("dW1"))


def test_that_a_check_leaves_the_session_as_it_is():
    session, untouched = at("circle", 7, 4), at("circle", 7, 4)
    gradient_check(session.snapshot())
    for other in (session, untouched):
        other.step_update(5)
    for name in session.symbols:
        assert np.array_equal(session.value(name), untouched.value(name))


@pytest.mark.parametrize(
    ("symbol", "mistake", "right"),
    [
        ("delta1", without_last_factor, {"W2", "b2"}),
        ("delta2", with_a_factor, set()),
        ("dW2", negated, {"W1", "b1", "b2"}),
        ("db1", without_last_factor, {"W1", "W2", "b2"}),
    ],
)
def test_that_a_wrong_line_shows_in_the_parameters_that_it_reaches(symbol, mistake, right):
    session = Session(Scenario.load("xor"))
    check = gradient_check(with_wrong(session.snapshot(), symbol, mistake))
    found = {name for name, parameter in check.parameters.items() if parameter.maximum < 1e-5}
    assert found == right
    assert check.band.name == "wrong"
    assert check.worst.symbol not in right


def test_that_only_the_parameters_asked_for_are_checked():
    check = gradient_check(at().snapshot(), symbols=["b1"])
    assert list(check.parameters) == ["b1"]
    with pytest.raises(ModelError, match="no parameter"):
        gradient_check(at().snapshot(), symbols=["dW1"])


def test_that_a_step_can_be_chosen():
    snapshot = at().snapshot()
    coarse, usual = gradient_check(snapshot, 0.1), gradient_check(snapshot)
    assert {parameter.epsilon for parameter in coarse.parameters.values()} == {0.1}
    assert max(parameter.error.max() for parameter in coarse.parameters.values()) > 100 * usual.maximum
    assert coarse.band.name == "too-small"  # curvature could be all of the difference
    for wrong in (0.0, -1e-5, np.inf, np.nan):
        with pytest.raises(ModelError, match="positive"):
            gradient_check(snapshot, wrong)


def test_that_large_inputs_are_stepped_over_less(make_scenario):
    scenario = make_scenario(255 * X, [(2, "tanh"), (1, "identity")], y=Y, seed=2)
    check = gradient_check(Session(scenario).snapshot())
    assert check.parameters["W1"].epsilon == pytest.approx(1e-5 / (255 * 1.1))
    assert check.parameters["b1"].epsilon == 1e-5
    assert check.maximum < 1e-5


# Bends ------------------------------------------------------------------------------------------------------------


def bent(make_scenario, activation="relu", offset=1e-6, **more):
    """Return a session whose first unit's weighted input is `offset` for the second sample."""
    parameters = {"W1": [[1.0, 1.0], [0.3, 0.4]], "b1": [[offset + 0.4], [2.0]], "W2": [[0.7, -0.4]], "b2": [[0.1]]}
    return Session(make_scenario(X, [(2, activation), (1, "identity")], y=Y, parameters=parameters, **more))


@pytest.mark.parametrize("activation", ["relu", "leaky-relu"])
def test_that_a_step_over_a_bend_is_reported_with_unit_and_sample(make_scenario, activation):
    check = gradient_check(bent(make_scenario, activation).snapshot())
    moved = {crossing.moved for crossing in check.warnings}
    assert moved == {Cell("W1", 0, 0), Cell("W1", 0, 1), Cell("b1", 0, 0)}
    assert {crossing.kink for crossing in check.warnings} == {Cell("Z1", 0, 1)}
    assert check.parameters["W1"].crosses.tolist() == [[True, True], [False, False]]
    assert check.parameters["b1"].error[0, 0] > 1e-2
    assert check.maximum < 1e-5  # what a bend spoils is no verdict on the gradient
    snapshot = bent(make_scenario).snapshot()
    text = check.warnings[0].sentence.write(snapshot.labels, snapshot.shapes)
    assert text == "±ε moves z¹₁₂ across the bend of its activation at 0"


@pytest.mark.parametrize(("activation", "offset"), [("relu", 1e-3), ("tanh", 1e-6), ("softplus", 1e-6)])
def test_that_no_bend_is_reported_where_none_is_crossed(make_scenario, activation, offset):
    check = gradient_check(bent(make_scenario, activation, offset).snapshot())
    assert check.warnings == ()
    assert check.maximum < 1e-5


def test_that_a_smaller_step_does_not_reach_the_bend(make_scenario):
    assert gradient_check(bent(make_scenario).snapshot(), 1e-7).warnings == ()


def test_that_a_weight_at_zero_is_reported_with_the_absolute_penalty(make_scenario):
    parameters = {"W1": [[0.5, 1e-9]], "b1": [[0.3]]}
    penalty = PenaltySpec("l1", 0.2)
    session = Session(make_scenario(X, [(1, "tanh")], y=Y, parameters=parameters, penalty=penalty))
    check = gradient_check(session.snapshot())
    assert check.objective == "J"
    assert [(crossing.moved, crossing.kink) for crossing in check.warnings] == [(Cell("W1", 0, 1), Cell("W1", 0, 1))]


def test_that_the_margin_of_the_hinge_loss_is_reported(make_scenario):
    parameters = {"W1": [[1.0, 0.0]], "b1": [[0.8 + 1e-7]]}
    scenario = make_scenario(
        X, [(1, "identity")], y=[[1.0, -1.0, 1.0]], parameters=parameters, loss="hinge", targets="plus-minus-one"
    )
    check = gradient_check(Session(scenario).snapshot())
    assert {crossing.kink for crossing in check.warnings} == {Cell("A1", 0, 0)}
    assert {crossing.moved for crossing in check.warnings} == {Cell("W1", 0, 0), Cell("W1", 0, 1), Cell("b1", 0, 0)}


# Large networks ---------------------------------------------------------------------------------------------------


def wide():
    return Session(replace(Scenario.load("xor"), layers=(Layer(60, "tanh"), Layer(60, "tanh"), Layer(1, "sigmoid"))))


def test_that_a_large_network_is_checked_along_directions():
    session = wide()
    assert sum(session.value(name).size for name in session.program.parameters) > CELLS_MAX
    check = gradient_check(session.snapshot())
    assert check.directions == DIRECTIONS
    assert check.maximum < 1e-5
    assert all(parameter.error.shape == (1, DIRECTIONS) for parameter in check.parameters.values())
    again = gradient_check(session.snapshot())
    assert np.array_equal(check.parameters["W2"].numeric, again.parameters["W2"].numeric)


def test_that_directions_find_a_wrong_line():
    session = wide()
    check = gradient_check(with_wrong(session.snapshot(), "delta2", without_last_factor))
    assert check.parameters["W3"].maximum < 1e-5
    assert check.parameters["W2"].maximum > 1e-2
    assert check.parameters["W1"].maximum > 1e-2


# Numbers that are none --------------------------------------------------------------------------------------------


def test_that_what_is_not_a_number_is_neither_right_nor_wrong(make_scenario):
    scenario = make_scenario([[1e200, 1.0]], [(1, "identity")], y=[[0.0, 1.0]], parameters={"W1": [[1e200]]})
    check = gradient_check(Session(scenario).snapshot())
    assert check.band is None
    assert np.isnan(check.parameters["W1"].error).all()
    assert check.parameters["W1"].maximum is None
    assert check.parameters["W1"].worst is None


def test_that_a_gradient_that_is_zero_is_not_wrong_by_rounding(make_scenario):
    # Softmax does not change when all its inputs move together: the biases' gradients add up to 0, here each is 0.
    parameters = {"W1": [[0.0, 0.0], [0.0, 0.0]], "b1": [[0.1], [0.1]]}
    scenario = make_scenario(
        X[:, :2], [(2, "softmax")], labels=[0, 1], parameters=parameters, loss="categorical-cross-entropy"
    )
    check = gradient_check(Session(scenario).snapshot())
    assert check.parameters["b1"].analytic == pytest.approx(np.zeros((2, 1)), abs=1e-15)
    assert check.parameters["b1"].band.name in ("good", "too-small")


def test_that_bands_are_the_usual_ones():
    errors = (0.0, 1e-7, 2e-7, 1e-5, 2e-5, 1e-2, 2e-2, 1.0, np.inf)
    names = [band_of(error).name for error in errors]
    assert names == ["good"] * 2 + ["fine"] * 2 + ["suspicious"] * 2 + ["wrong"] * 3
    assert band_of(float("nan")) is None
    assert len(BANDS) == 4


def test_that_a_check_runs_no_line_that_its_parameter_does_not_reach(monkeypatch):
    ran, run_line = [], Workspace.run_line
    monkeypatch.setattr(Workspace, "run_line", lambda self, number: ran.append(number) or run_line(self, number))
    gradient_check(at().snapshot())
    # Z1 A1 Z2 A2 L follow the 9 numbers of W1 and b1, and Z2 A2 L the 4 of W2 and b2: up and down by a whole step and
    # by half a step, and back to the start. Before, the rounding is found with all of them up, down and in the middle.
    assert len(ran) == 3 * 5 + 5 * (4 * 9 + 2) + 3 * (4 * 4 + 2)


@pytest.mark.parametrize("cells_max", [CELLS_MAX, 0])
def test_that_a_check_in_steps_is_the_same_and_leaves_numpys_warnings_as_they_are(cells_max):
    shown = at(lines=9).snapshot()
    whole = gradient_check(shown, cells_max=cells_max)
    before, parts = np.geterr(), []
    steps = gradient_check_steps(shown, cells_max=cells_max)
    while True:
        try:
            parts.append(next(steps))
        except StopIteration as finished:
            check = finished.value
            break
        assert np.geterr() == before
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    for symbol, parameter in whole.parameters.items():
        assert np.array_equal(check.parameters[symbol].error, parameter.error)
